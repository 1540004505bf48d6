### Surveys: a questionnaire given to many in a window.

button-surveys = Опросы
button-questionnaires = Анкеты школы
button-year-forms = Анкеты при входе
button-results = Результаты
button-answer = Ответить
button-move-end = Другой срок
button-close = Закрыть
button-close-sure = Да, закрыть опрос
button-survey-send = Разослать
surveys-head =
    <b>Опросы</b>
    Опрос — это анкета, которую дали сразу многим до определённого дня.
surveys-none =
    <b>Опросы</b>
    Пока ни одного. Выберите анкету школы, решите, кому и до какого дня её дать, и бот разошлёт её сам.
survey-line-open = { $title } · { $sent } из { $asked }
survey-line-closed = { $title } · закрыт · { $sent } из { $asked }
survey-head-open =
    <b>{ $title }</b>
    Ответили { $sent } из { $asked }. Открыт до: { $until }.
survey-head-closed =
    <b>{ $title }</b>
    Ответили { $sent } из { $asked }. Закрыт: { $until }.
survey-anonymous = Ответы без имён: видно, кто ответил, но не видно, что именно. Результаты появятся, когда опрос закроется.
survey-drafts =
    <b>Не закончили:</b>
    { $names }
survey-silent =
    <b>Не начинали:</b>
    { $names }
survey-all-in = Ответили все.
names-more = { $names } и ещё { $count }
survey-close-ask = Закрыть опрос? { $count ->
        [0] Ответили уже все, кого спрашивали.
        [one] Ещё { $count } человек не ответил и больше не сможет.
        [few] Ещё { $count } человека не ответили и больше не смогут.
       *[other] Ещё { $count } человек не ответили и больше не смогут.
    } Открыть его снова нельзя.
survey-close-anonymous = Неотправленные черновики этого опроса будут удалены: на них есть имя.
survey-offer = <b>Опрос: { $title }</b>
survey-whom = Кому: { $roles }. Сейчас это { $count } { $count ->
        [one] человек
        [few] человека
       *[other] человек
    }.
survey-until-ask = До какого дня? Нажмите кнопку или напишите день, например: 5 декабря.
survey-confirm =
    <b>{ $title }</b>
    Кому: { $roles }, { $count } { $count ->
        [one] человек
        [few] человека
       *[other] человек
    }.
    До: { $day }, { $time }.
    За день до конца бот напомнит тем, кто не ответил.
survey-move = Сейчас опрос открыт до: { $until }. До какого дня его оставить? Нажмите кнопку или напишите день.
toast-survey-sent = Разослано
toast-end-moved = Срок изменён
toast-closed = Опрос закрыт
notice-survey =
    <b>{ $title }</b>
    Просим ответить до: { $until }. Можно прерваться и продолжить позже.
notice-survey-anonymous =
    <b>{ $title }</b>
    Ответы без имён. Просим ответить до: { $until }. Можно прерваться и продолжить позже.
notice-survey-left = Вы ещё не ответили на анкету «{ $title }». Она открыта до: { $until }.
notice-survey-last-day = Скоро закроется анкета «{ $title }». Ответить можно до: { $until }.
notice-survey-ended = Опрос «{ $title }» закрыт. Результаты готовы.
notice-draft = Анкета «{ $title }» не закончена. Все ответы сохранены, можно продолжить с того же места.
menu-survey =
    <b>{ $title }</b>
    Ждём вашего ответа до: { $until }.
error-survey-open = Опрос по этой анкете уже идёт. Новый можно начать, когда он закроется.
error-survey-nobody = Сейчас отвечать некому: людей с такой ролью, которые участвуют в программе, нет. Никому ничего не отправлено.
error-survey-closed = Этот опрос уже закрыт.
error-survey-given = Вы уже ответили, спасибо. Ответы без имён исправить нельзя: их не отличить от других.
error-survey-past = Этот день уже прошёл. Выберите, пожалуйста, другой.
error-survey-far = Это слишком далеко: опрос длится не дольше { $days } дней. Выберите, пожалуйста, день поближе.
error-no-day = Не получилось понять, какой это день. Напишите, пожалуйста, например: 5 декабря или 05.12.2026.
year-forms-head =
    <b>Анкеты при входе</b>
    Их заполняют все новые участники, без рассылки.
results-head =
    <b>{ $title }</b>
    Ответили: { $count }. Страница { $page } из { $pages }.
results-guarded = Имён здесь нет. Там, где ответов меньше пяти или их можно было бы вычислить, цифр тоже нет.
results-file = { $title }: результаты. Ответили: { $count }.
button-chart = Картинкой
button-answer-files = Файлы из ответов
answer-file = { $name }: { $question }
answer-files-shown = Файлы { $first }–{ $last } из { $total }.
error-results-later = Результаты этого опроса откроются, когда он закончится. Так по ним нельзя узнать, что ответил последний.
error-nothing-to-draw = Рисовать пока нечего: ответов с цифрами или вариантами здесь слишком мало.
