### Interviews with candidates for mentors.

button-interviews = Собеседования
interviews-none =
    <b>Собеседования</b>
    Кандидатов пока нет: здесь появятся те, кто согласился участвовать и отправил анкету наставника.
interviews-head =
    <b>Собеседования</b>
    { $first }–{ $last } из { $total }. В реестре наставников: { $approved }.
interview-line-new = { $name } · не начато
interview-line-begun = { $name } · не закончено
interview-line-approved = { $name } · в реестре
interview-line-later = { $name } · позже
interview-line-no = { $name } · не сейчас
interview-head = <b>{ $name }</b>
interview-competences = <i>Сильные стороны.</i> { $text }
interview-achievements = <i>Достижения.</i> { $text }
interview-time = <i>Время.</i> { $text }
interview-state-new = Собеседования ещё не было.
interview-state-begun = Собеседование записано не до конца.
interview-state-approved = Решение: в реестре наставников.
interview-state-later = Решение: вернуться к разговору позже.
interview-state-no = Решение: не сейчас. Об этом лучше сказать лично: бот кандидату ничего не написал.
interview-state-told = Решение: не сейчас. Бот написал об этом кандидату.
interview-held = Собеседование { $day }. Отмечено { $points } из { $most }.
interview-grade = { $title }: { $grade }
interview-remark = <i>Заметка для себя.</i> { $text }
interview-question =
    <b>{ $name }</b>
    Вопрос { $place } из { $total }
interview-day-ask = Когда было собеседование? Нажмите или напишите день, например: 12 сентября.
interview-remark-ask = Напишите заметку. Её видят только те, кто проводит собеседования: кандидат и куратор её не увидят.
interview-tell-no =
    Обычно такое говорят лично, и так лучше. Если поговорить не получается, бот напишет { $name } вот эти слова:
criterion-experience = Опыт
criterion-success = Профессиональные успехи
criterion-public = Общественная работа
criterion-loyalty = Отношение к школе
criterion-comfort = Комфорт для другого
criterion-communication = Общение
criterion-method = Методика предмета
criterion-readiness = Психологическая готовность
criterion-voluntary = Добровольность
criterion-experience-ask = Опыт: достаточно ли его, чтобы вести за собой коллегу?
criterion-success-ask = Профессиональные успехи: есть ли чем поделиться, на чём показать?
criterion-public-ask = Общественная работа: склонен ли человек к ней, берётся ли сам?
criterion-loyalty-ask = Отношение к школе: дорожит ли он школьным сообществом?
criterion-comfort-ask = Умеет ли он создать условия, в которых другому работается спокойно?
criterion-communication-ask = Общение: помогает ли решать трудности с людьми, выслушает ли без осуждения?
criterion-method-ask = Методика: может ли всесторонне поддержать преподавание своего предмета?
criterion-readiness-ask = Психологическая готовность: есть ли силы и желание на целый год рядом с другим человеком?
criterion-voluntary-ask = Человек идёт в наставники по своей воле?
grade-grade-2 = Да, заметно
grade-grade-1 = Отчасти
grade-grade-0 = Пока не видно
grade-yes-no-1 = Да
grade-yes-no-0 = Нет
button-interview-begin = Записать
button-interview-go-on = Продолжить
button-interview-again = Изменить отметки
button-interview-later = Дописать позже
button-interview-day = Дата
button-interview-remark = Заметка
button-remark-clear = Убрать заметку
button-interview-today = Сегодня
button-interview-yesterday = Вчера
button-decide-approved = В реестр
button-decide-later = Позже
button-decide-no = Не сейчас
button-tell-no = Написать кандидату
button-tell-no-really = Отправить
toast-interview-kept = Записано
toast-interview-told = Отправлено
toast-decided-approved = В реестре наставников
toast-decided-later = Отложено
toast-decided-no = Записано. Скажите об этом, пожалуйста, лично
notice-mentor-approved = Спасибо за разговор. Вы в реестре наставников: { $school }. Когда сложатся пары, бот напишет, с кем вы будете работать; до этого делать ничего не нужно.
notice-mentor-not-now = Спасибо, что откликнулись и нашли время поговорить. В этом году наставников уже достаточно, а ваш опыт школе важен: будем рады вернуться к этому разговору.
error-interview-open = Сначала отметьте, пожалуйста, всё до конца: так решение потом легче объяснить.
error-interview-voluntary = Наставником становятся только по своей воле. Если человек согласен, измените последнюю отметку.
error-interview-day = Нужен день, который уже был, например: вчера или 12 сентября.
error-interview-remark = Заметка получилась слишком длинной. Уложитесь, пожалуйста, в { $limit } { $limit ->
        [one] знак
        [few] знака
       *[other] знаков
    }.
