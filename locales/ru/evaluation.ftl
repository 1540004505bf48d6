### Mutual evaluation, indicators, the final meeting.

evaluation-who-mentee = Наставляемые
evaluation-who-mentor = Наставники
evaluation-who-pairs = Карты куратора
evaluation-who-all = Все участники
evaluation-of-whom = { $who }. { $sentence }
evaluation-asked = «{ $label }»
evaluation-missing = в этом году не измеряли
evaluation-hidden = { $lead }: { $why }.
evaluation-few = за этим меньше пяти человек — не показываем
evaluation-left = Ещё { $count ->
        [one] { $count } показатель не показан
        [few] { $count } показателя не показаны
       *[other] { $count } показателей не показаны
    }: не измеряли, или по нему можно узнать ответы отдельных людей.
evaluation-none = Показать нечего: не измеряли, или по цифрам можно узнать ответы отдельных людей.
evaluation-number = { $lead } — { $value }.
evaluation-yes = { $lead } — «да» ответили { $value } из { $whole } ({ $share } %).
evaluation-of = { $lead } — { $value } из { $whole } ({ $share } %).
evaluation-out-of = { $value } из { $whole }
evaluation-mean = { $lead } — в среднем { $value } из { $most }; { $count ->
        [one] { $count } ответ
        [few] { $count } ответа
       *[other] { $count } ответов
    }.
evaluation-change = { $lead } — в начале года { $before }, в конце — { $after } из { $most }: показатель { $trend ->
        [up] вырос
        [down] снизился
       *[same] не изменился
    }{ $verdict ->
        [better] , это к лучшему
        [worse] , на это стоит обратить внимание
       *[same] {""}
    }; оба раза { $count ->
        [one] ответил { $count } человек
        [few] ответили { $count } человека
       *[other] ответили { $count } человек
    }.
evaluation-grown = { $lead } — в начале года { $before }, в конце — { $after }: { $trend ->
        [up] стало больше
        [down] стало меньше
       *[same] без изменений
    }{ $verdict ->
        [better] , это к лучшему
        [worse] , на это стоит обратить внимание
       *[same] {""}
    }.
evaluation-halves = { $lead } — в первом полугодии { $before }, во втором — { $after }: { $trend ->
        [up] стало больше
        [down] стало меньше
       *[same] без изменений
    }{ $verdict ->
        [better] , это к лучшему
        [worse] , на это стоит обратить внимание
       *[same] {""}
    }.
evaluation-last = Год назад — { $value }{ $trend ->
        [up] , теперь выше
        [down] , теперь ниже
       *[same] , на том же уровне
    }.
evaluation-point = { $name }. { $sentence }

fact-meetings = Состоялось встреч
fact-tasks = Выполнено задач из планов пар
fact-retained = Наставляемые, которые остались в школе
fact-publications = Публикации
fact-methods = Методические разработки
fact-projects = Педагогические проекты
fact-plans = Пары с планом наставничества
fact-open_lessons = Открытые уроки
fact-reflection = Участники общей заключительной встречи
fact-class_success = Успеваемость подшефных классов
fact-class_quality = Качество знаний подшефных классов
fact-class_remarks = Замечания по поведению в подшефных классах
fact-conflicts_staff = Конфликты с коллегами
fact-conflicts_parents = Конфликты с родителями

way-new_stage = Новый этап: в следующем году — та же пара, с новым планом. Невыполненные задачи предложим в него.
way-informal = Общение просто как коллеги: без плана, встреч по расписанию и напоминаний.
way-change_roles = Смена ролей: наставляемый становится наставником. Его ждут анкета, собеседование и обучение, как всех наставников.
way-finish = Завершить: пара закрывается с благодарностью, дальше никто никому ничего не должен.

error-mutual-readers = Ответы взаимной оценки может читать куратор, педагог-психолог или оба. Выберите хотя бы одного.
error-mutual-grace = Поздние ответы можно принимать не дольше { $most } дней.
error-mutual-early = Взаимная оценка ещё не открыта. Когда придёт время, бот напишет.
error-mutual-given = Эти ответы уже отправлены, спасибо.
error-mutual-closed = Взаимная оценка закрыта, и поздние ответы больше не принимаются. На завершение пары это не влияет.
error-mutual-void = Эта оценка больше не нужна: один из участников уже не в программе.
error-class-name = Напишите только класс, например «7А». Фамилии и имена здесь не нужны.
error-class-small = В классе должно быть не меньше { $least } учеников: по меньшему числу можно узнать отдельного ученика.
error-class-number = Успеваемость и качество — это проценты от 0 до 100, замечания — целое число. Проверьте, пожалуйста.
