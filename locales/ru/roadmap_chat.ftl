### The roadmap in the chat: the year, a step, its changes, people behind roles, files, reminders.

button-road = Дорожная карта
road-none =
    <b>Дорожная карта</b>
    Шаги года появятся, когда куратор закончит настройку школы.
road-head =
    <b>Дорожная карта { $years }</b>
    Сделано: { $done }, идёт: { $open }, срок прошёл: { $late }, впереди: { $ahead }.
road-quiet = Сейчас ничего срочного нет.
road-line = { $number }. { $title } — { $state }
road-state-always = весь год
road-state-undated = срок пока не назначен
road-state-history = срок был до { $last }, ещё без бота
road-state-from = { $state }, { $first } – { $last }
road-state-until = { $state }, до { $last }
road-state-on = { $state } { $day }
button-road-month = Этот месяц
button-road-mine = Мои шаги
button-road-phases = По этапам
button-road-all = Все шаги
button-road-picture = Год на картинке
button-road-files = Файлы и история
button-road-people = Ответственные
button-road-new = Добавить шаг
button-road-log = История
button-road-step = Шаг { $number }
button-road-step-of = Шаг { $number } ({ $year })
road-list =
    <b>{ $name }</b>
    { $first }–{ $last } из { $total }
road-list-m = Этот месяц
road-list-i = Мои шаги
road-list-a = Все шаги года
road-list-l = Запуск программы
road-list-p = Работа пар
road-list-c = Завершение
road-list-m-none =
    <b>Этот месяц</b>
    В этом месяце шагов нет. Весь год — на экране «Все шаги».
road-list-i-none =
    <b>Мои шаги</b>
    Сейчас за вами шагов нет: всё закрыто или за шаги отвечают другие.
road-list-a-none = Шагов пока нет: они появятся, когда куратор закончит настройку школы.
road-list-l-none =
    <b>Запуск программы</b>
    Шагов запуска в этом году нет: они пройдены раньше.
road-list-p-none =
    <b>Работа пар</b>
    Шагов этого этапа в этом году нет.
road-list-c-none =
    <b>Завершение</b>
    Шагов этого этапа в этом году нет.
road-phases = <b>По этапам</b>
road-phase = { $phase }: закрыто { $done } из { $total }
button-road-phase-launch = Запуск программы
button-road-phase-practice = Работа пар
button-road-phase-completion = Завершение

road-step =
    <b>Шаг { $number }. { $title }</b>
    <i>{ $section }</i>
road-step-days =
    Срок: { $days }
    Состояние: { $state }
road-days = { $first } – { $last }, { $often }
road-days-yearly = ежегодно
road-days-once = один раз
road-days-always = весь год
road-days-none = пока не назначен
road-step-who = Ответственные: { $names }
road-step-nobody = Ответственные: <b>пока никого</b>. По плану это { $roles }.
road-step-result =
    Что должно получиться:
    <blockquote expandable>{ $result }</blockquote>
road-step-reason = Почему сроки изменены: { $reason }
road-step-dropped = Почему не делаем: { $reason }
road-step-progress =
    Что уже есть:
    { $lines }
road-step-offer = Похоже, всё готово: шаг можно закрыть.
road-step-waits = { $count ->
    [one] Обычно раньше делают шаг { $numbers }: он ещё открыт. Это только подсказка.
   *[other] Обычно раньше делают шаги { $numbers }: они ещё открыты. Это только подсказка.
}
road-step-results =
    Приложено: { $count }
    { $lines }
road-result-file = файл
button-road-done-here = Готово
button-road-done = Шаг { $number }: готово
button-road-later = Перенести
button-road-open = Открыть снова
button-road-results = Результаты
button-road-change = Изменить
button-road-date-set = Назначить срок
button-road-date = Шаг { $number }: срок
button-road-who = Шаг { $number }: кто
toast-road-done = Шаг закрыт
toast-road-open = Шаг снова открыт

button-road-register-mentees = База наставляемых
button-road-register-mentors = База наставников
button-road-compare = Сопоставить анкеты
button-road-interviews = Собеседования
button-road-orders = Приказы
button-road-matching = Подбор пар
button-road-pairs = Пары
button-road-round-table = Круглый стол
button-road-unpaired = Пока без пары
button-road-library = К библиотеке
button-road-training = К обучению
button-road-consultations = К консультациям
button-road-plans = Планы пар
button-road-meetings = Встречи пар
button-road-control = Анкеты контроля
button-road-diagnostics = Итоговые анкеты
button-road-reflection = Рефлексия
button-road-cases = Описания практик
button-road-indicators = К показателям
button-road-awards = К наградам
button-road-site = К сайту

road-until-post = До какого дня перенести шаг { $number }? Нажмите или напишите, например: до конца января.
road-until-open = Срок шага { $number } прошёл. До какого дня его теперь делать? Нажмите или напишите день.
road-reason-post = Шаг { $number } переносится на { $last }. Почему? Нажмите или напишите в двух словах: это останется в истории.
road-reason-move = Новые сроки шага { $number }: { $first } – { $last }. Почему? Нажмите или напишите в двух словах: это останется в истории.
road-reason-drop =
    Шаг { $number } в этом году делать не будем: напоминания прекратятся, открыть его снова можно в любой момент.
    Почему? Нажмите или напишите в двух словах: это останется в истории.
button-road-reason-time = Не хватает времени
button-road-reason-papers = Ждём документы
button-road-reason-people = Ждём людей
toast-road-post = Шаг перенесён
toast-road-move = Сроки изменены
toast-road-drop = Шаг в этом году не делаем
road-change = Что изменить в шаге { $number }? Изменение действует в этом учебном году и остаётся в истории.
button-road-move = Сроки
button-road-whom = Ответственные
button-road-title = Название
button-road-result = Результат
button-road-plain = Слова как в плане
button-road-drop = Не делать
road-window = Какими будут сроки шага { $number }? Напишите, например: с 1 по 15 декабря, в марте, до 20 апреля.
road-date =
    Когда будет шаг { $number }? Срок назначают извне, поэтому бот его не знает.
    Напишите, например: с 10 по 25 октября, в марте.
road-word-title =
    Напишите новое название, а с новой строки — почему. Например:
    <i>Анкетирование молодых педагогов
    Опытные коллеги уже ответили весной</i>
road-word-result = Напишите, что должно получиться, а последней строкой — почему меняем.
road-plain-reason = Слова плана
toast-road-word = Слова изменены

road-results =
    <b>Шаг { $number }: результаты</b>
road-results-none =
    <b>Шаг { $number }: результаты</b>
    Пока ничего не приложено.
road-result = { $number }. { $what } · { $day }, { $name }
road-results-more = Пришлите файл, фото, ссылку или напишите заметку — она останется с шагом.
button-road-get = Прислать файлы
button-road-off = Убрать { $number }
road-files-sent = { $count ->
    [0] Файлов здесь больше нет.
    [one] Вот файл.
    [few] Вот { $count } файла.
   *[many] Вот { $count } файлов.
}
toast-road-off = Убрано
road-forms = <b>Анкеты шага { $number }</b>
road-form = { $title }: { $done } из { $total }
button-road-give = Раздать: { $title }

road-new-when = Когда делать новый шаг? Нажмите или напишите, например: с 1 по 15 декабря.
button-road-this-month = Этот месяц
button-road-next-month = Следующий месяц
road-new-who = Сроки: { $first } – { $last }. Кто отвечает?
road-new-what =
    Напишите одним сообщением: первая строка — что сделать, последняя — зачем. Между ними можно написать, что должно получиться. Например:
    <i>Неделя открытых уроков
    Каждая пара посетила два урока
    Молодые коллеги просили посмотреть уроки</i>
error-road-new = Нужны хотя бы две строки: что сделать и зачем. Напишите, пожалуйста, одним сообщением.
error-road-many = Своих шагов в году может быть до { $limit }. Уберите лишние и попробуйте снова.
error-road-window = Не получилось понять сроки. Напишите, например: с 1 по 15 декабря, в марте, до 20 апреля.
toast-road-new = Шаг добавлен

road-people = <b>Кто за что отвечает сегодня</b>
road-post = { $role }: { $names }
road-post-nobody = нет ответственного
road-away = Отсутствует до { $last }: { $absent }. Замещает: { $name }.
button-road-isback = Снова на месте
button-road-away = Кто-то отсутствует
road-away-who = Кто будет отсутствовать?
road-away-by = Отсутствует: { $absent }. Кто замещает?
road-away-alone =
    Замещать пока некому: в школе нет другого человека с ролью в штабе программы.
    Роль можно дать на карточке человека: «Люди» → человек → «Роли».
road-away-until = Отсутствует: { $absent }. Замещает с сегодняшнего дня: { $name }. До какого дня? Нажмите или напишите.
toast-road-away = Замещение отмечено
toast-road-isback = Отмечено
road-role = <b>{ $role }</b>. Кому поручить на время? Пока срок идёт, за шаги роли отвечает только этот человек.
road-role-given = { $name }: { $first } – { $last }
road-role-given-open = { $name }: с { $first }
button-road-take = Отменить поручение
road-give = { $role }: { $name }. До какого дня? Нажмите или напишите.
button-road-for-good = Без срока
toast-road-given = Отмечено
road-who =
    <b>Кто отвечает за шаг { $number }?</b>
    Пока никто не отмечен, отвечают те, у кого нужная роль.
toast-road-who = Отмечено
error-road-self = Замещать самого себя не получится: выберите другого человека.
error-road-days = Такие дни не подходят: начало — не раньше сегодняшнего дня, всё вместе не дольше года.
error-road-busy = Не получится: кто-то из них уже отсутствует. Посмотрите на экране «Ответственные».

road-picture = Дорожная карта { $years }: как шаги стоят на { $day }. Полоса — срок шага, линия — сегодня.
road-files =
    <b>Файлы и история</b>
    Таблица открывается в Excel и читается обратно. Календарь показывает сроки шагов, имён в нём нет.
button-road-xlsx = Таблица
button-road-ics = Календарь
button-road-in = План из таблицы
road-xlsx = Дорожная карта { $years }, таблица.
road-ics = Дорожная карта { $years } для календаря.
road-in-add =
    Пришлите таблицу с планом: нужны столбцы «Мероприятие» и «Сроки», остальные по желанию.
    Шаги с тем же названием получат сроки из таблицы, новые добавятся к нашим.
road-in-instead =
    Пришлите таблицу с планом: нужны столбцы «Мероприятие» и «Сроки».
    Она встанет вместо нашего плана: шагов, которых в ней нет, в этом году делать не будем. Если что-то не прочитается, ничего не изменится.
button-road-in-add = Добавить к нашему
button-road-in-instead = Вместо нашего
road-in-reason = План из таблицы
road-in-taken =
    <b>План прочитан</b>
    Добавлено: { $added }, сроки изменены: { $moved }, без изменений: { $same }, убрано: { $dropped }.
road-in-refused =
    <b>План не принят</b>
    Ничего не изменилось. Поправьте таблицу и пришлите её снова.
road-in-fault = Строка { $row }, столбец { $column }: { $why }
road-in-more = И ещё замечаний: { $count }.
road-log =
    <b>История</b>
    { $first }–{ $last } из { $total }
road-log-none =
    <b>История</b>
    Пока ничего не менялось.
road-log-line = { $day } · шаг { $number } · { $name } { $what }{ $more }
road-log-reason = { $day } · шаг { $number } · { $name } { $what }{ $more }: { $reason }
road-log-days = {" "}({ $before } → { $after })
road-did-added = — шаг добавлен
road-did-moved = — сроки изменены
road-did-reworded = — слова изменены
road-did-dropped = — не делаем
road-did-named = — ответственные изменены
road-did-done = — сделано
road-did-postponed = — перенесено
road-did-reopened = — открыто снова
road-did-attached = — приложен результат
road-did-detached = — результат убран

notice-roadmap-soon = Скоро, { $first }, открывается шаг { $number } «{ $title }». Вы за него отвечаете; срок — до { $last }.
notice-roadmap-opens = Пора начинать шаг { $number } «{ $title }». Вы за него отвечаете; срок — до { $last }.
notice-roadmap-halfway = Прошла половина срока шага { $number } «{ $title }»: осталось время до { $last }.
notice-roadmap-closing = Срок шага { $number } «{ $title }» заканчивается { $last }. Если всё сделано, отметьте, пожалуйста, «готово».
notice-roadmap-overdue = Срок шага { $number } «{ $title }» был до { $last }. Закройте его, если он сделан, или перенесите.
notice-roadmap-to-curator = Шаг { $number } «{ $title }» не закрыт вовремя. Отвечают: { $names }. Возможно, нужна помощь.
notice-roadmap-to-curator-alone = Шаг { $number } «{ $title }» не закрыт вовремя, и за него никто не отвечает.
notice-roadmap-to-director = Шаг { $number } «{ $title }» давно не закрыт. Отвечают: { $names }. Возможно, нужно решение.
notice-roadmap-to-director-alone = Шаг { $number } «{ $title }» давно не закрыт, и за него никто не отвечает.
notice-roadmap-date = Известно ли, когда будет шаг { $number } «{ $title }»? Срок назначают извне; как только он известен, впишите его.
notice-roadmap-nobody-alone = У шага { $number } «{ $title }» нет ответственного: нужной роли сейчас ни у кого нет. Кому его поручить?
rule-roadmap-soon = Скоро шаг дорожной карты
rule-roadmap-opens = Шаг дорожной карты
rule-roadmap-halfway = Половина срока шага
rule-roadmap-closing = Срок шага заканчивается
rule-roadmap-overdue = Срок шага прошёл
rule-roadmap-to-curator = Шаг не закрыт вовремя
rule-roadmap-to-director = Шаг давно не закрыт
rule-roadmap-date = Срок шага не назначен
rule-roadmap-nobody = Шаг без ответственного
