### Meetings: why something cannot be done.

error-checkin-closed = Отметить эту встречу уже нельзя: срок прошёл.
error-checkin-early = Эта встреча ещё не закончилась: { $opens }. Отметить её можно будет после.
error-checkin-long = Получилось слишком длинно. Уложитесь, пожалуйста, в { $most } знаков.
error-checkin-minutes = Нужно число минут от { $least } до { $most }.
error-checkin-mood = Нужно число от { $least } до { $most }.
error-fit-early = Сказать, подходите ли вы друг другу, можно после встречи.
error-fit-kind = Об этом спрашиваем только после знакомства и пробной встречи.
error-fit-unsaid = Вы ещё не сказали, подходите ли вы друг другу.
error-log-future = Эта встреча ещё впереди: записать можно то, что уже было.
error-log-old = Это слишком давно: записать можно встречи за последние { $days } дней.
error-meeting-gate = Сначала должна состояться другая встреча.
error-meeting-move = Перенести эту встречу может наставник или единственный наставляемый.
error-meeting-once = Такая встреча уже была.
error-meeting-over = Эта встреча уже закончена.
error-meeting-people = На встрече должны быть люди с обеих сторон.
error-meeting-place = Слишком длинно: не больше { $most } знаков.
error-meeting-slot-far = Это слишком далеко: { $start }.
error-meeting-slot-length = Встреча должна заканчиваться позже, чем начинается, и длиться не дольше рабочего дня.
error-meeting-slot-other = Время уже выбрано.
error-meeting-slot-past = Это время уже прошло: { $start }.
error-meeting-slots = Нужно от одного до { $most } разных времён.
error-meeting-stale = Со встречей с тех пор что-то изменилось.

### Meetings: proposing, answering, the card.

button-meetings = Встречи
button-meeting = Открыть встречу
button-propose = Предложить встречу
button-propose-it = Предложить его
button-log = Была встреча
button-memo = Памятка
button-other-kind = Другая встреча
button-more-time = Ещё время
button-how = Форма контакта
button-start-over = Выбрать заново
button-meeting-send = Отправить
button-accept = Приду
button-accept-one = Время { $number }
button-other-time = Другое время
button-cannot = Не получится
button-move = Перенести
button-call-off = Отменить
button-call-off-sure = Да, отменить
button-not-coming = Меня не будет
button-cannot-sure = Да, не получится
button-calendar-file = Файл для календаря
meeting-kind-acquaintance = встреча-знакомство
meeting-kind-trial = пробная рабочая встреча
meeting-kind-planning = встреча-планирование
meeting-kind-series = рабочая встреча
meeting-kind-final = итоговая встреча
meeting-title-acquaintance = Встреча-знакомство
meeting-title-trial = Пробная рабочая встреча
meeting-title-planning = Встреча-планирование
meeting-title-series = Рабочая встреча
meeting-title-final = Итоговая встреча
meeting-short-acquaintance = знакомство
meeting-short-trial = пробная
meeting-short-planning = планирование
meeting-short-series = рабочая
meeting-short-final = итоговая
meeting-slot = { $start }–{ $end }
meeting-times-1 = { $one }
meeting-times-2 =
    1) { $one }
    2) { $two }
meeting-times-3 =
    1) { $one }
    2) { $two }
    3) { $three }
meeting-how =
    { $times }
    Форма контакта: { $contact }
meeting-where =
    { $times }
    Место: { $place }
meeting-days =
    <b>Предлагаем: { $kind }</b>
    С кем: { $names }
    В какой день?
meeting-advice = Лучше всего между { $first } и { $last }.
meeting-days-ask = Можно и написать: «в среду в 15:30», «завтра в 14». Со звёздочкой — дни без уроков.
meeting-days-ask-buttons = Со звёздочкой — дни без уроков.
meeting-day-closed = { $day } *
meeting-kinds =
    <b>Какая это встреча?</b>
    Показываем те, что уже возможны: программа идёт по порядку, от знакомства к итогам.
meeting-hours =
    <b>{ $day }</b>
    Во сколько начнём?
meeting-hours-none =
    <b>{ $day }</b>
    На этот день подходящих часов уже нет. Выберите другой день.
meeting-hours-ask = Другое время можно написать: «15:30». «Занято» — у кого-то из вас в это время уже встреча.
meeting-hour-busy = { $time } занято
meeting-summary =
    <b>Проверьте: { $kind }</b>
    С кем: { $names }
    { $times }
meeting-summary-how = Форма контакта: { $contact }.
meeting-place-ask = Если важно, где встретиться, напишите место одним сообщением, и приглашение уйдёт сразу. Или нажмите «Отправить».
meeting-how-ask = Какая форма контакта? Это семь форм из программы школы.
meeting-card =
    <b>{ $kind }</b>
    С кем: { $names }
    { $times }
    { $state }
meeting-card-watched =
    <b>{ $kind }</b>
    { $times }
    { $state }
meeting-state-proposed = Время предложено, ждём ответа.
meeting-state-countered = Предложено другое время, ждём ответа.
meeting-state-agreed = Время согласовано.
meeting-state-happened = Одна сторона отметила, что встреча состоялась. Если вторая не возразит за три дня, встреча засчитана.
meeting-state-missed = Одна сторона отметила, что встречи не было. Ждём, что скажет вторая.
meeting-state-declined = Не сложилось: время не подошло.
meeting-state-expired = Ответа не было, предложение закрылось само.
meeting-state-cancelled = Встреча отменена.
meeting-state-counted = Состоялась.
meeting-state-denied = Стороны помнят по-разному. Куратор знает, что нужна помощь, и не знает, кто что отметил.
meeting-state-not-held = Не состоялась.
meeting-state-lapsed = Никто не отметил, была ли встреча.
meeting-state-answer = { $name } ждёт вашего ответа. Какое время подходит?
meeting-state-join = Время уже согласовано. Придёте?
meeting-state-checkin = Встреча состоялась?
meeting-reply-coming = { $name }: придёт
meeting-reply-asked = { $name }: ещё не ответил(а)
meeting-reply-declined = { $name }: не придёт
meeting-agreed-on =
    <b>Договорились:</b>
    { $text }
meeting-line = { $day } { $time } · { $kind } · { $state }
meeting-mark-proposed = ждём ответа
meeting-mark-countered = ждём ответа
meeting-mark-agreed = согласована
meeting-mark-happened = отмечена
meeting-mark-missed = не было?
meeting-mark-declined = не подошло
meeting-mark-expired = без ответа
meeting-mark-cancelled = отменена
meeting-mark-counted = была
meeting-mark-denied = помнят по-разному
meeting-mark-not-held = не было
meeting-mark-lapsed = без отметки
meeting-mark-answer = ответьте
meeting-mark-checkin = отметьте
meetings-head =
    <b>Ваши встречи</b>
    { $first }–{ $last } из { $total }
meetings-none =
    <b>Ваши встречи</b>
    Пока ни одной. Откройте свою пару и предложите встречу: хватит и двадцати минут.
meetings-pair-head =
    <b>Встречи пары</b>
    { $first }–{ $last } из { $total }
meetings-pair-none =
    <b>Встречи пары</b>
    Пока ни одной.
meeting-memo =
    <b>{ $title }</b>
    { $aim }

    { $before }

    { $steps }

    <b>Что останется:</b> { $leaves }
    { $care }
meeting-file = Встреча для вашего календаря: откройте файл, и она появится там сама.
meeting-file-cancel = Откройте файл, и встреча исчезнет из вашего календаря.
meeting-decline-ask = Совсем не получится или подойдёт другое время?
meeting-decline-group = Встреча состоится без вас. Точно не придёте?
meeting-cancel-ask = Отменить встречу для всех? Мы сразу предупредим остальных.
menu-meeting-answer =
    <b>Вас ждёт ответ: { $kind }</b>
    С кем: { $names }
    { $times }
menu-meeting-checkin =
    <b>Состоялась ли { $kind }?</b>
    С кем: { $names }
    { $times }
menu-meeting-coming =
    <b>Впереди { $kind }</b>
    С кем: { $names }
    { $times }
toast-meeting-sent = Отправили
toast-meeting-accepted = Договорились
toast-meeting-declined = Передали
toast-meeting-cancelled = Встреча отменена
toast-done-already = Это уже сделано

### What others hear of a meeting.

notice-meeting-proposed =
    { $name } предлагает: { $kind }.
    { $times }
notice-meeting-countered =
    { $name } предлагает другое время ({ $kind }).
    { $times }
notice-meeting-agreed =
    Договорились: { $kind }.
    С кем: { $names }
    { $times }
notice-meeting-join =
    Время согласовано: { $kind }. Придёте?
    С кем: { $names }
    { $times }
notice-meeting-joined =
    { $name } придёт на встречу ({ $kind }).
    { $times }
notice-meeting-declined =
    Не складывается: { $kind }.
    С кем: { $names }
    Можно предложить другое время.
notice-meeting-not-coming =
    { $name } не сможет прийти, остальные встречаются ({ $kind }).
    { $times }
notice-meeting-moved =
    { $name } просит перенести: { $kind }.
    Было: { $former }
    Новое время:
    { $times }
notice-meeting-cancelled =
    Встреча отменена: { $kind }.
    С кем: { $names }
    { $former }
notice-meeting-confirm-held =
    { $name } отмечает, что встреча состоялась ({ $kind }).
    { $times }
    Если всё так, можно ничего не делать.
notice-meeting-confirm-not-held =
    { $name } отмечает, что встречи не было ({ $kind }).
    { $times }
    А как помните вы?
notice-meeting-offer-new-time =
    Встреча не состоялась ({ $kind }), так бывает. Может быть, другое время?
    С кем: { $names }
notice-meeting-help = Паре нужна помощь: { $names }. Стороны по-разному помнят, была ли встреча. Что кто отметил, не показываем: просто спросите, как идут дела.
notice-fit-mentor = { $name } не уверен(а), что пара подходит ({ $names }). Второй стороне бот ничего не сказал. Поговорите, пожалуйста, и решите вместе.
notice-fit-another = { $name } просит другого наставника (сейчас: { $names }). Никто не виноват, так бывает; наставнику бот ничего не сказал.
due-meeting-eve =
    Напоминаем: { $kind }.
    С кем: { $names }
    { $times }
due-meeting-shortly =
    Скоро { $kind }.
    С кем: { $names }
    { $times }
due-meeting-checkin =
    Состоялась ли { $kind }?
    С кем: { $names }
    { $times }
due-meeting-checkin-again =
    Осталась без отметки { $kind }. Была она?
    С кем: { $names }
    { $times }
due-meeting-unanswered =
    Ждёт вашего ответа: { $kind }.
    С кем: { $names }
    { $times }
due-meeting-expired =
    Ответа на приглашение не было ({ $kind }). Может быть, предложить другое время?
    С кем: { $names }
due-fit-asked = Хочется ли вам продолжать в этой паре? С кем: { $names }. Ответ не увидит вторая сторона.
due-fit-asked-again = Вы ещё решали, продолжать ли в этой паре. Как теперь? С кем: { $names }. Ответ не увидит вторая сторона.

### After a meeting.

button-held = Состоялась
button-not-held = Не состоялась
button-pass-over = Не отмечать
button-add-more = Добавить ещё
button-ready = Готово
button-fit = Дальше вместе?
button-another-mentor = Другой наставник
checkin-thanks-held = Спасибо, записали. Как прошло, от 1 (трудно) до 5 (отлично)? Ответ видите только вы.
checkin-thanks-not-held = Спасибо, записали. Что помешало? Можно не отвечать: причину видите только вы.
checkin-passed-over = Хорошо, больше об этой встрече не спросим.
checkin-mood-kept = Спасибо. Больше ничего не нужно, но можно добавить, что захочется.
checkin-why-kept = Спасибо, понятно. Когда будет удобно, предложите другое время.
checkin-kept = Записали.
checkin-more-held = <b>О встрече</b>
checkin-more-not-held = <b>Встреча не состоялась</b>
checkin-nothing-yet = Пока ничего, и это тоже хорошо.
checkin-line-shared = { $part }: { $value } · видит вся пара
checkin-line-own = { $part }: { $value } · видите только вы
checkin-minutes = { $minutes } мин
checkin-again = { $at }
checkin-tasks-said = { $count ->
        [one] { $count } задача
        [few] { $count } задачи
       *[other] { $count } задач
    }
checkin-seen-pair = Это увидит вся ваша пара; куратор не увидит.
checkin-seen-own = Это видите только вы.
checkin-ask-mood = Как прошла встреча, от 1 (трудно) до 5 (отлично)?
checkin-ask-why = Что помешало?
checkin-ask-minutes = Сколько длилась встреча?
checkin-ask-contact = Какая была форма контакта?
checkin-ask-subjects = О чём говорили? Отметьте одно или несколько.
checkin-ask-tasks = Что стало с задачами плана?
checkin-ask-agreed = О чём договорились?
checkin-ask-note = Заметка для себя. Пожалуйста, без имён учеников и коллег.
checkin-ask-again-at = Когда встретиться в следующий раз?
checkin-type-minutes = Или напишите: «40», «полтора часа».
checkin-type-agreed = Напишите одним сообщением. Пожалуйста, без имён учеников и коллег.
checkin-type-note = Напишите одним сообщением.
checkin-type-again-at = Или напишите: «в среду в 15:30».
checkin-again-kept = Записали: { $at }. Это пока только ваше пожелание. Предложить это время сразу?
checkin-tasks-none = В плане нет открытых задач.
checkin-task-done = ✓ { $text }
checkin-task-moved = ↻ { $text }
checkin-task-not = – { $text }
checkin-task-ask =
    <b>{ $text }</b>
    Как с этой задачей после встречи?
mark-done = Сделана
mark-moved = Переносим
mark-not = Пока нет
why-ill = Болезнь
why-busy = Много дел
why-timetable = Изменилось расписание
why-forgot = Забыли
why-no-need = Не было нужды
why-other = Другое
part-mood = Как прошло
part-why = Что помешало
part-minutes = Длительность
part-contact = Форма контакта
part-subjects = О чём говорили
part-tasks = Задачи плана
part-agreed = Договорились
part-note = Заметка для себя
part-again-at = Следующий раз
log-ask =
    <b>Когда была встреча?</b>
    Запишем её без подробностей; вторая сторона увидит отметку и сможет возразить.
log-today = Сегодня
log-yesterday = Вчера
log-type = Другой день можно написать: «в пятницу», «12 ноября».
fit-ask =
    <b>Хочется ли вам продолжать в этой паре?</b>
    Вторая сторона ответа не увидит.
fit-own = Сейчас записано: { $fit }.
fit-yes = Да, продолжаем
fit-deciding = Пока решаю
fit-no = Нет, не подходит
fit-then-go-on = Хорошо. Желаем вам добрых встреч.
fit-then-try-out = Решать сразу не нужно. Пробная встреча с одним маленьким делом помогает понять.
fit-then-take-time = Не торопитесь. Через неделю бот спросит ещё раз, а ответ можно поменять в любой день.
fit-then-offer-another = Так бывает, и в этом никто не виноват. Можно попросить другого наставника: об этом узнает только куратор.
fit-then-thank-and-care = Спасибо, что сказали. Куратор узнает и поговорит с вами; второй стороне бот ничего не скажет.
fit-another-asked = Передали куратору. Он поможет найти другого наставника, а этому бот ничего не скажет.
error-checkin-number = Не понял, сколько. Напишите, например, «40» или «полтора часа».
error-log-known = В этот день встреча вашей пары уже записана.
error-meeting-all = Все встречи этого года уже прошли.
error-meeting-open = Сначала дождитесь ответа: у вас уже есть открытое предложение такой встречи.
error-meeting-same = На это время у вашей пары уже есть встреча.
error-meeting-paused = В эти дни у пары пауза. Выберите другой день.
error-meeting-when = Не понял, когда. Напишите день и час, например: «в среду в 15:30».
stored-meetings = Встречи
stored-checkins = Ваши отметки о встречах
stored-fits = Хочется ли вам продолжать в паре
