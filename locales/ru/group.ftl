### The school's group chat: binding, rhythm, polls.

button-group = Группа
button-bind = Привязать группу
group-taken = Эта группа уже привязана к другой школе. Чтобы перенести её, куратор той школы сначала отвязывает группу.
toast-group-bound = Группа привязана
toast-group-curator = Привязать группу может только куратор школы.
group-none =
    <b>Группа школы</b>
    Здесь пока нет группы. В общий чат бот приносит вопросы для рефлексии и голосования, а личного туда не пишет никогда.

    Добавьте бота в группу школы или выберите её кнопкой. Писать в группе бот будет редко и без звука.
button-group-add = Добавить в группу
button-group-pick = Выбрать группу
group-pick = Нажмите кнопку под полем ввода: Telegram покажет ваши группы.
group-pick-or = Передумали? Вернитесь назад.
button-group-choose = Выбрать группу школы
group-picked = Готово: бот в группе «{ $title }».
group-untitled = без названия
group-head =
    <b>Группа школы</b>
    { $title }
group-rhythm-off = Вопросы сами не приходят. Задать вопрос можно в любой момент.
group-rhythm-weekly = Вопрос приходит раз в неделю.
group-rhythm-fortnightly = Вопрос приходит раз в две недели.
group-rhythm-monthly = Вопрос приходит раз в месяц.
group-next = <i>Следующий: { $when }.</i> { $text }
group-counts = В этом месяце: { $asked ->
        [one] { $asked } вопрос
        [few] { $asked } вопроса
       *[many] { $asked } вопросов
    }, { $answers ->
        [one] { $answers } ответ
        [few] { $answers } ответа
       *[many] { $answers } ответов
    }, { $reactions ->
        [one] { $reactions } реакция
        [few] { $reactions } реакции
       *[many] { $reactions } реакций
    }.
group-not-admin = Чтобы бот считал реакции, сделайте его администратором группы. Лишних прав ему не нужно.
group-topic = В группе есть темы. Чтобы бот писал в одну из них, отправьте в ней команду /start@{ $bot } bind
button-ask-now = Спросить сейчас
button-prompts = Вопросы
button-rhythm = Ритм
button-polls = Голосования
button-hour = Итоговая рефлексия
button-answers-held = На проверке: { $count }
group-rhythm-ask =
    <b>Ритм вопросов</b>
    Вопросы приходят в учебные дни и в школьное время. Если день выпадает на каникулы, вопрос сдвигается внутри своего срока или не приходит.
group-held-on = Личные ответы сначала видите вы: без имени, если человек так попросил.
group-held-off = Личные ответы уходят в группу сразу, с именем или без, как решил автор.
rhythm-off = Не спрашивать
rhythm-weekly = Раз в неделю
rhythm-fortnightly = Раз в 2 недели
rhythm-monthly = Раз в месяц
button-group-day-1 = Понедельник
button-group-day-2 = Вторник
button-group-day-3 = Среда
button-group-day-4 = Четверг
button-group-day-5 = Пятница
button-group-day-6 = Суббота
button-held-on = Проверять ответы
button-held-off = Не проверять
button-unbind = Отвязать группу
button-unbind-really = Да, отвязать
group-day-ask = В какой день задавать вопрос? Если это не учебный день, вопрос придёт раньше на той же неделе.
group-hour-ask = В котором часу?
group-unbind-ask = Отвязать группу? Бот перестанет в неё писать. Ответы и итоги сохранятся, а выйти из группы он сам не выйдет.
toast-group-unbound = Группа отвязана
notice-group-lost = Бот больше не может писать в группу школы: его удалили из неё или группы больше нет. Вопросы туда не приходят. Если это случайность, добавьте бота снова.
error-no-group = У школы пока нет группы. Добавьте бота в общий чат: «Меню» → «Группа».

## Polls

polls-none =
    <b>Голосования</b>
    Голосований ещё не было. Они годятся, когда хватает поднятой руки: например, выбрать дату круглого стола. Голоса анонимны.
polls-head =
    <b>Голосования</b>
    Голоса анонимны: кто как ответил, не видит никто.
poll-line-open = { $question } · идёт
poll-line-closed = { $question } · закрыто
button-poll-new = Новое голосование
poll-question-ask = О чём спросить? Напишите вопрос одной строкой или возьмите готовый.
button-poll-table = Дата круглого стола
poll-round-table = Когда вам удобно прийти на круглый стол?
poll-draft =
    <b>Новое голосование</b>
    { $question }
poll-options-ask = Отметьте даты или напишите варианты, каждый с новой строки. Нужно от { $least } до { $most }.
button-poll-when = Дальше
poll-when-ask = Когда закрыть голосование? После нажатия оно уйдёт в группу.
button-poll-days = Через { $count ->
        [one] { $count } день
        [few] { $count } дня
       *[many] { $count } дней
    }
button-poll-open = Закрою сам
toast-poll-put = Голосование ушло в группу
poll-card-open =
    <b>Голосование идёт</b>
    { $question }
    Голосов: { $total }
poll-card-closed =
    <b>Голосование закрыто</b>
    { $question }
    Голосов: { $total }
poll-closes = Закроется: { $when }.
button-refresh = Обновить
button-poll-close = Закрыть
toast-poll-closing = Голосование закрывается
group-poll-over =
    Голосование закрыто: { $title }
    Больше всего голосов: <b>{ $what }</b> ({ $count } из { $number }). Спасибо всем, кто ответил.
group-poll-empty =
    Голосование закрыто: { $title }
    Никто не проголосовал.
notice-poll-over =
    Голосование в группе закрыто: { $title }
    Больше всего голосов: { $what } ({ $count } из { $number }).
notice-poll-empty =
    Голосование в группе закрыто: { $title }
    Никто не проголосовал.
error-poll-question = Вопрос голосования — это строка не длиннее { $limit } знаков. Напишите его, пожалуйста, ещё раз.
error-poll-many = В голосовании помещается не больше { $limit } вариантов.
error-poll-option = Вариант длиннее { $limit } знаков не поместится. Сократите его, пожалуйста.
error-poll-few = Нужно хотя бы { $limit } варианта.
error-poll-leaving = Голосование ещё уходит в группу. Нажмите через минуту.
