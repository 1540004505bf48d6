### The school's calendar.

button-calendar = Календарь школы
calendar-head-5 =
    <b>Календарь школы</b>
    Учебная неделя — пять дней. Государственные праздники с переносами учтены.
calendar-head-6 =
    <b>Календарь школы</b>
    Учебная неделя — шесть дней. Государственные праздники учтены.
calendar-coming = Каникулы и особые дни впереди: { $first }–{ $last } из { $total }. Нажмите, чтобы убрать.
calendar-none = Каникул и особых дней впереди не записано. В такие дни бот не напоминает, поэтому лучше их указать.
calendar-usual =
    Обычные каникулы, которых ещё нет в календаре:
    { $lines }
button-usual-breaks = Взять обычные
calendar-unknown = Переносы выходных на { $year } год пока не известны. Когда их объявят, добавьте свои дни.
calendar-add = Чтобы добавить, напишите, например: каникулы 26.10–03.11. Можно несколько строк. Слово «выходной» или «рабочий день» скажет, что это за день.
button-calendar-table = Таблицей
button-week-5 = Неделя: 5 дней
button-week-6 = Неделя: 6 дней
break-autumn = осенние каникулы
break-winter = зимние каникулы
break-spring = весенние каникулы
break-summer = летние каникулы
special-break = каникулы
special-off = выходной
special-working = рабочий день
calendar-one =
    <b>{ $period }</b>
    Это { $kind }. Если убрать, эти дни станут обычными, и бот будет считать их по неделе и праздникам.
button-period-drop = Убрать
toast-period-dropped = Убрано
toast-week = Неделя изменена
toast-periods = { $count ->
        [one] Добавлен { $count } период
        [few] Добавлено { $count } периода
       *[other] Добавлено { $count } периодов
    }
calendar-table = Пришлите таблицу (.xlsx, .xls, .ods, .csv): с какого дня, по какой, что это, название. Строки добавятся к тем, что уже есть.
calendar-table-instead = Пришлите таблицу: она заменит все каникулы и особые дни этого учебного года. Если хоть одна строка не прочитается, ничего не изменится.
button-table-instead = Заменить прежние
button-table-add = Добавить к прежним
calendar-added = { $count ->
        [one] Добавлен { $count } период.
        [few] Добавлено { $count } периода.
       *[other] Добавлено { $count } периодов.
    }
calendar-nothing-new = Нового ничего не добавлено.
calendar-replaced = { $count ->
        [one] Календарь заменён: { $count } период.
        [few] Календарь заменён: { $count } периода.
       *[other] Календарь заменён: { $count } периодов.
    }
calendar-not-replaced = Ничего не заменено: сначала нужно прочитать все строки.
calendar-fault = Строка { $row }: { $why }
calendar-more-faults = { $count ->
        [one] И ещё { $count } строка не прочиталась.
        [few] И ещё { $count } строки не прочитались.
       *[other] И ещё { $count } строк не прочиталось.
    }
calendar-overlap = Строки { $other } и { $row } пересекаются. Записаны обе; рабочий день важнее выходного, выходной важнее каникул.
special-days-many = прочитаны первые { $limit } строк, остальные нет.
special-days-backwards = конец ({ $last }) раньше начала ({ $first }).
special-days-long = слишком долго: с { $first } по { $last }. Один период — не больше { $days } дней.
special-days-title-long = название слишком длинное, можно до { $limit } знаков.
special-days-kind-unclear = непонятно, каникулы это, выходной или рабочий день: { $text }
special-days-kind-missing = не сказано, что это: каникулы, выходной или рабочий день.
special-days-missing = не нашлось дня: { $text }
special-days-unreadable = такого дня нет или он не прочитался: { $text }
special-days-unclear = непонятно, какие дни имеются в виду: { $text }
error-calendar-many = В календаре слишком много записей: можно до { $limit }. Уберите лишние.
error-calendar-closed = В календаре после { $day } два года нет ни одного учебного дня. Проверьте, пожалуйста, каникулы и выходные в календаре школы.
