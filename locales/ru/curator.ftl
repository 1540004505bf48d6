### Set-up, invitations, people, registers: the curator's screens.

setup-head = <b>Настройка школы, { $number } из { $total }</b>
setup-name =
    Школа называется «{ $name }». Так она будет стоять в документах.
    Если верно, нажмите кнопку; если нет, напишите название.
setup-zone =
    Часовой пояс: { $zone }. По нему приходят напоминания.
    Выберите свой или оставьте этот.
setup-quiet =
    Тихие часы: с { $start } до { $end }. В это время бот никому не пишет первым.
    Можно выбрать другие или написать свои, например: 21:00-07:30.
setup-cadence =
    Как часто встречаются пары: не реже раза в { $days ->
        [1] день
        [one] { $days } день
        [few] { $days } дня
       *[other] { $days } дней
    }.
    Можно выбрать другое или написать число дней.
setup-year =
    Учебный год программы: с { $start } по { $end }.
    Можно выбрать другой или написать две даты, например: 01.08.2026-31.07.2027.
setup-days = { $days } { $days ->
        [one] день
        [few] дня
       *[other] дней
    }
setup-done = Школа настроена. Дальше — пригласить людей: наставников, наставляемых, психолога, директора.
setup-again = Что изменить?
button-keep = Оставить так
button-setup-name = Название
button-setup-zone = Часовой пояс
button-setup-quiet = Тихие часы
button-setup-cadence = Частота встреч
button-setup-year = Учебный год
zone-kaliningrad = Калининград
zone-moscow = Москва
zone-samara = Самара
zone-yekaterinburg = Екатеринбург
zone-omsk = Омск
zone-krasnoyarsk = Красноярск
zone-irkutsk = Иркутск
zone-yakutsk = Якутск
zone-vladivostok = Владивосток
zone-magadan = Магадан
zone-kamchatka = Камчатка

invite-start =
    <b>Кого пригласить?</b>
    Выберите роль для одной ссылки. Или загрузите список: тогда у каждого будет своя ссылка.
button-list = Списком
button-open-links = Неоткрытые
invite-kind =
    <b>Роль: { $role }</b>
    Личная ссылка — на одного человека, сработает один раз.
    Общую ссылку можно повесить в учительской: каждый, кто по ней придёт, подождёт вашего решения.
button-link-personal = Личная ссылка
button-link-shared = Общая ссылка
invite-personal =
    <b>Приглашение № { $number }</b> · { $role }
    { $link }

    На одного человека, действует 30 дней. Перешлите ссылку или покажите картинку: камера телефона её прочитает.
invite-shared =
    <b>Общее приглашение № { $number }</b> · { $role }
    { $link }

    Действует 30 дней. Каждый, кто придёт, подождёт вашего решения.
invite-more = Ссылка показана один раз: в базе хранится только её отпечаток. Что дальше?
button-invite-more = Ещё приглашение
toast-link = Ссылка готова
list-ask =
    <b>Список людей</b>
    Пришлите таблицу (.xlsx, .xls, .ods, .csv) или вставьте список сообщением, по строке на человека:

    <code>Иванова Мария Петровна; наставник</code>
    <code>Петров Пётр Ильич; наставляемый</code>

    Ролей может быть несколько, через запятую. Имена бот не сохраняет: они вернутся к вам в таблице рядом со ссылками, а сам человек представится после согласия.
list-done = Готово: { $count } { $count ->
        [one] личная ссылка
        [few] личные ссылки
       *[other] личных ссылок
    }. В таблице — имя, роль и ссылка каждого. Храните её у себя: имён в боте нет.
list-nobody = Пригласить никого не получилось: не нашлось ни одной строки с именем и ролью. Проверьте список, пожалуйста.
list-fault = Строка { $row }: { $why }
list-no-role = № { $number }, { $name }: роль не указана, ссылка не сделана.
list-twice = Строка { $row }: { $name } уже есть в списке, роли объединены.
list-more-faults = И ещё { $count } { $count ->
        [one] замечание
        [few] замечания
       *[other] замечаний
    }.
links-none = Неоткрытых ссылок нет: все приглашения использованы или ещё не сделаны.
links-open =
    <b>Ещё не открыты: { $count }</b>
    Номера те же, что в ваших таблицах и сообщениях. Нажмите на ссылку, чтобы её отозвать.
link-revoke-ask = Отозвать это приглашение? Ссылка перестанет работать, придётся сделать новую.
button-revoke = Да, отозвать
link-revoked-done = Приглашение № { $number } отозвано
sheet-number = №
sheet-name = Фамилия, имя, отчество
sheet-role = Роль
sheet-link = Личная ссылка
sheet-invitations = Приглашения

people-head = <b>{ $filter }</b>: { $first }–{ $last } из { $total }
people-none-all = Пока никого нет. Пригласите людей: они появятся здесь, как только откроют ссылки.
people-none-unfinished = Никто не остановился на полпути.
people-none-waiting = Вашего решения никто не ждёт.
people-none-mentors = Наставников пока нет. Пригласите их: меню, «Пригласить».
people-none-mentees = Наставляемых пока нет. Пригласите их: меню, «Пригласить».
people-none-staff = Кроме наставников и наставляемых, пока никого нет.
filter-all = Все
filter-unfinished = На полпути
filter-waiting = Ждут
filter-mentors = Наставники
filter-mentees = Наставляемые
filter-staff = Команда
filter-on = • { $filter }
filter-off = { $filter }
stage-refused = отказ
stage-undecided = нет решения о согласии
stage-nameless = имя не указано
stage-waiting = ждёт решения
stage-outside = не участвует
stage-filling = анкет { $done } из { $total }
stage-done = всё готово
card-head =
    <b>{ $name }</b>
    { $roles } · { $stage }
card-head-link =
    <b>{ $name }</b>
    { $roles } · { $stage }
    Приглашение № { $number }
card-consents =
    Обработка данных: { $processing }
    Участие: { $participation }
    Публикация: { $publication }
card-unreachable = Бот не может написать этому человеку: чат закрыт или заблокирован. Скажите ему, пожалуйста, лично.
button-approve = Принять
button-decline = Отклонить
button-decline-sure = Да, отклонить
button-nudge = Напомнить
button-roles = Роли
decline-ask = Отклонить? Человек не войдёт в программу, а всё, что он успел указать, будет удалено.
roles-head =
    <b>{ $name }</b>
    Нажмите на роль, чтобы дать её или снять. Ролей может быть несколько.
toggle-on = ☑ { $label }
toggle-off = ☐ { $label }
toast-approved = Принято, человеку придёт сообщение
toast-declined = Отклонено, данные удалены
toast-nudged = Напоминание уйдёт в рабочее время
toast-nudged-all = { $count ->
        [0] Напоминать некому
        [one] Напоминание для { $count } человека уйдёт в рабочее время
       *[other] Напоминания для { $count } человек уйдут в рабочее время
    }
nudge-ask = Напомнить всем, кто остановился на полпути? Каждому придёт одно короткое сообщение, не чаще раза в день и не в тихие часы.
button-nudge-all = Напомнить всем
button-nudge-sure = Да, напомнить
nudge-undecided = Вас ждёт приглашение в программу наставничества: осталось решить, даёте ли вы согласие. Отказ — тоже ответ.
nudge-nameless = Вас ждёт программа наставничества: осталось указать, как к вам обращаться.
nudge-forms = Для вас { $count ->
        [one] осталась { $count } анкета
        [few] осталось { $count } анкеты
       *[other] осталось { $count } анкет
    }. На каждую нужно несколько минут, прерваться можно в любом месте.
notice-arrival = { $name }: пришёл человек по общей ссылке. Принять?
notice-approved = Вас приняли в программу наставничества. Школа: { $school }.
notice-lost = { $name }: бот больше не может написать этому человеку. Скорее всего, чат с ботом закрыт.

registers-head = <b>Какую базу открыть?</b>
register-mentor = База наставников
register-mentee = База наставляемых
register-mentor-head = <b>База наставников</b>: { $first }–{ $last } из { $total }
register-mentee-head = <b>База наставляемых</b>: { $first }–{ $last } из { $total }
register-mentor-none = В базе наставников пока никого: сюда попадают те, кто отправил анкету наставника.
register-mentee-none = В базе наставляемых пока никого: сюда попадают те, кто отправил анкету наставляемого.
register-mentor-file = База наставников, { $count } { $count ->
        [one] человек
        [few] человека
       *[other] человек
    }.
register-mentee-file = База наставляемых, { $count } { $count ->
        [one] человек
        [few] человека
       *[other] человек
    }.
button-sheet = Таблицей
toast-file = Файл готов
column-number = № п/п
column-name = Фамилия, имя, отчество
column-contact = Контактные данные
column-birth = Год рождения
column-request = Основной запрос
column-entered = Дата вхождения в программу
column-mentor = ФИО наставника
column-form = Форма наставничества
column-mentor-place = Место работы наставника
column-completed = Дата завершения программы
column-results = Результаты программы
column-link = Ссылка на кейс или отзыв
column-mark = Отметка о прохождении
column-place = Место работы
column-competences = Основные компетенции
column-achievements = Важные для программы достижения
column-interests = Интересы
column-wished-age = Желаемый возраст наставляемых
column-time = Ресурс времени на программу
column-mentees = ФИО наставляемых
column-mentee-place = Место работы наставляемых
notice-links-expired = { $count ->
        [one] Закончился срок у { $count } приглашения, которое никто не открыл. Если оно ещё нужно, сделайте новое.
       *[other] Закончился срок у { $count } приглашений, которые никто не открыл. Если они ещё нужны, сделайте новые.
    }

people-list-name-missing = нет имени.
people-list-name-short = «{ $text }»: нужны хотя бы фамилия и имя.
people-list-role-unknown = не понимаю «{ $word }». Напишите роль словом, например «наставник».
people-list-role-missing = { $name }: не указана роль.
people-list-two-people = несколько человек с разными ролями. Напишите каждого с новой строки.
people-list-not-understood = не понимаю «{ $text }». Нужно так: «Фамилия Имя Отчество; роль».
farewell-declined = Куратор школы не подтвердил приглашение, поэтому всё, что вы указали, удалено. Если это ошибка, попросите у куратора личную ссылку.
