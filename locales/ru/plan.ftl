### The mentoring plan and interim results.

button-plan = План
button-plan-open = Открыть план
button-plan-tasks = Задачи
button-plan-goals = Цели
button-plan-cards = Готовые карточки
button-plan-own = Своя задача
button-plan-terms = Расставить сроки
button-plan-results = Результаты
button-plan-log = Изменения
button-plan-file = Файлом для печати
button-plan-done = Готово
notice-plan = План наставничества изменился. Изменения внёс участник вашей пары: { $name }.

plan-head =
    <b>План наставничества</b>
    { $mentors } — { $mentees }
plan-empty = Пока в плане ничего нет.
plan-empty-open = Пока в плане ничего нет. Отметьте вместе пять–восемь готовых карточек, сроки бот расставит сам. Можно записать и свои задачи. План видят обе стороны, и обе могут его менять.
plan-closed = План закрыт: его можно читать и распечатать.
plan-goals =
    Цели:
    { $lines }
plan-counts = Задач: { $total }. Готово: { $done }, в работе: { $going }, впереди: { $planned }.
plan-late = { $count ->
        [one] Срок прошёл у { $count } задачи.
       *[other] Срок прошёл у { $count } задач.
    }
plan-next = Ближайший срок — { $day }: { $task }
plan-latest = Последнее изменение. { $change }
plan-advice-no_goals = Целей пока нет. Хватит одной: что к весне должно стать легче?
plan-advice-few_tasks = Обычно на год берут { $least }–{ $most } задач.
plan-advice-many_tasks = Задач больше, чем обычно под силу за год ({ $least }–{ $most }). Часть можно убрать, они не пропадут.
plan-advice-no_terms = У некоторых задач нет срока.

plan-section-difficulties = Трудности и способы их преодоления
plan-section-entering = Вхождение в должность
plan-section-growth = Профессиональное развитие
plan-section-short-difficulties = Трудности
plan-section-short-entering = Вхождение
plan-section-short-growth = Развитие
plan-subject-personal = личное развитие
plan-subject-method = методика
plan-subject-social = общение и коллектив
button-subject-personal = Личное развитие
button-subject-method = Методика
button-subject-social = Общение и коллектив
plan-cards =
    <b>{ $section }</b>
    Отметьте то, что нужно вам. В плане карточек: { $count }.
toast-plan-terms = { $count ->
        [one] Срок поставлен у { $count } задачи
       *[other] Сроки поставлены у { $count } задач
    }

plan-goals-head = <b>Цели</b>
plan-goals-none =
    <b>Цели</b>
    Пока ни одной. Хватит одной–двух, больше { $most } не нужно.
plan-goal-line = { $place }. { $text } ({ $subject })
plan-goal-card =
    <b>{ $text }</b>
    О чём: { $subject }.
    Если убрать цель, её задачи останутся в плане.
plan-goal-subject = О чём цель?
plan-goal-ask = Напишите цель своими словами, одной фразой.
button-goal-new = Добавить цель
button-goal-words = Изменить
button-goal-drop = Убрать
toast-goal-dropped = Цель убрана

plan-tasks-head =
    <b>Задачи</b>
    { $first }–{ $last } из { $total }
plan-tasks-none = Задач пока нет. Выберите готовые карточки или запишите свою.
plan-task-line = { $place }. { $text } — { $state }
plan-task-term = { $place }. { $text } — { $state }, до { $day }
plan-task-late = { $place }. { $text } — { $state }, срок был { $day }
plan-state-planned = впереди
plan-state-going = в работе
plan-state-done = готово
plan-state-dropped = не делаем
plan-task-card =
    <b>{ $text }</b>
    Раздел: { $section }.
    О чём: { $subject }.
plan-task-state = Сейчас: { $state }.
plan-task-state-by = Сейчас: { $state } ({ $day }, { $name }).
plan-task-term-set = Срок: { $day }.
plan-task-term-none = Срок не поставлен.
plan-task-planned = Планируемый результат: { $text }
plan-task-actual = Что получилось: { $text }
plan-task-mark = Отметка наставника: { $text }
button-task-planned = Отложить
button-task-going = В работу
button-task-done = Готово
button-task-dropped = Не делаем
button-task-term = Срок
button-actual = Что получилось
button-mark = Отметка наставника
toast-task-moved = Отмечено: { $state }
toast-task-term = Срок записан
plan-term-ask =
    <b>{ $text }</b>
    К какому дню? Выберите или напишите, например: 25 декабря, через две недели, в марте.
plan-actual-ask =
    <b>{ $text }</b>
    Напишите, что получилось. Имён учеников и коллег, пожалуйста, не называйте.
plan-mark-ask =
    <b>{ $text }</b>
    Напишите отметку, например: выполнено. Её увидят обе стороны, она попадёт в печатный план.
plan-own-section = Своя задача. К какому разделу она относится?
plan-own-subject = О чём эта задача?
plan-own-ask = Напишите задачу. С новой строки можно добавить, какого результата вы ждёте.

plan-log-head = <b>Изменения</b>
plan-log-none = Изменений пока не было.
plan-somebody = участник, чьи данные удалены
plan-change = { $at }, { $name }: { $what }
plan-change-about = { $at }, { $name }: { $what } — { $about }
plan-did-task_added = новая задача
plan-did-task_dropped = задача убрана
plan-did-goal_added = новая цель
plan-did-goal_changed = цель изменена
plan-did-goal_dropped = цель убрана
plan-did-terms = расставлены сроки
plan-did-term = другой срок
plan-did-state_planned = отложено
plan-did-state_going = в работе
plan-did-state_done = готово
plan-did-state_dropped = решено не делать
plan-did-actual = записано, что получилось
plan-did-mark = отметка наставника
plan-did-meeting = отмечено после встречи
plan-did-result_added = новый результат
plan-did-result_changed = дополнен результат
plan-did-result_dropped = результат удалён

results-plan-head =
    <b>Промежуточные результаты</b>
    Открытые уроки, проекты, методики, публикации пары.
results-plan-none =
    <b>Промежуточные результаты</b>
    Пока ни одного. Сюда записывают открытый урок, проект, методику, публикацию, со ссылкой или файлом.
button-result-new = Добавить
result-kind-ask = Что это?
result-kind-open_lesson = Открытый урок
result-kind-project = Проект
result-kind-method = Методика
result-kind-publication = Публикация
result-kind-other = Другое
result-title-ask = Как это называется? Напишите одной фразой.
result-card =
    <b>{ $title }</b>
    { $kind }, { $day }.
    Добавлено участником: { $name }.
result-more = Пришлите сообщением ссылку, фотографию или файл, они добавятся сюда.
result-day-ask = Когда это было? Напишите, например: 12 декабря, вчера.
result-file = Файл к результату
result-files-sent = Это все файлы.
result-drop-ask = Удалить этот результат вместе со ссылками и файлами? Вернуть его будет нельзя.
button-result-files = Файлы: { $count }
button-result-day = Другой день
button-result-drop = Удалить
button-result-drop2 = Да, удалить
toast-result-dropped = Удалено
plan-file = План для печати. Откройте файл в Word, распечатайте и подпишите.

error-plan-goals = В плане уже { $most } { $most ->
        [one] цель
        [few] цели
       *[other] целей
    }, больше не нужно. Уберите одну или измените её слова.
error-plan-task = Этой задачи в плане уже нет.
error-plan-tasks = В плане уже { $most } { $most ->
        [one] задача
        [few] задачи
       *[other] задач
    }, это предел. Уберите что-нибудь, чтобы добавить новое.
error-plan-move = Так отметить эту задачу нельзя: она уже изменилась. Откройте её ещё раз.
error-plan-closed = План уже закрыт, менять его нельзя. Прочитать и распечатать можно.
error-plan-term = Срок должен быть внутри учебного года: с { $first } по { $last }.
error-plan-mark = Отметку ставит наставник.
error-plan-empty = Здесь нужны слова. Напишите, пожалуйста, ещё раз.
error-plan-long = Получилось слишком длинно: можно до { $most } знаков. Напишите, пожалуйста, короче.
error-result-title = Название должно быть не пустым и не длиннее { $most } знаков.
error-result-future = Этот день ещё не наступил. Напишите день, когда это уже было.
error-result-link = Это не похоже на ссылку. Скопируйте адрес страницы целиком, например: https://example.org.
error-result-many = К одному результату можно добавить до { $most } ссылок и до { $most } файлов.
error-result-not-yours = Удалить результат может тот, кто его добавил.
stored-plan_goals = Цели плана наставничества
stored-plan_tasks = Задачи плана наставничества
stored-plan_results = Ваши промежуточные результаты
stored-plan_changes = Ваши изменения в плане
