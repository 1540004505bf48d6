### The curator's week and the director's month.

digest-quiet = На этой неделе ничего не требует вашего внимания.
digest-quiet-month = Ничего не требует вашего внимания.
digest-do-vacant =
    { $count ->
        [one] У { $count } шага дорожной карты нет ответственного: № { $numbers }
       *[other] У { $count } шагов дорожной карты нет ответственного: № { $numbers }
    }
digest-do-step = Шаг { $n } должен был закончиться { $day }: { $title }
digest-do-waiting =
    { $count ->
        [one] { $count } человек ждёт, когда вы его примете
        [few] { $count } человека ждут, когда вы их примете
       *[many] { $count } человек ждут, когда вы их примете
    }
digest-do-survey = «{ $title }» до { $day }: не ответили { $count } из { $asked }
button-digest-people = Назначить
button-digest-step = Открыть шаг { $n }
button-digest-pair = Напомнить паре
button-digest-waiting = Посмотреть
button-digest-survey = Напомнить

digest-pair-red = { $names }: { $reason } (красная)
digest-pair-yellow = { $names }: { $reason } (жёлтая)
digest-pairs-more =
    { $count ->
        [one] и ещё { $count } пара
        [few] и ещё { $count } пары
       *[many] и ещё { $count } пар
    }
digest-meetings = Встречи за неделю: { $count } (до этого { $before })
digest-missed = Не состоялись: { $count } (до этого { $before })
digest-answers = Анкеты за неделю: { $count } (до этого { $before })
digest-missing = Ещё не ответили на анкеты: { $count }
digest-ends = До { $day }: шаг { $n }, { $title }
digest-begins = С { $day }: шаг { $n }, { $title }
digest-next-more =
    { $count ->
        [one] и ещё { $count } шаг
        [few] и ещё { $count } шага
       *[many] и ещё { $count } шагов
    }
digest-chart-title = Встречи по неделям
digest-chart-caption = Встреч за прошедшую неделю: { $count }, за неделю до неё: { $before }

digest-month-step =
    { $count ->
        [one] У вас { $count } шаг, срок которого прошёл: № { $n }
        [few] У вас { $count } шага, срок которых прошёл; первый — № { $n }
       *[many] У вас { $count } шагов, срок которых прошёл; первый — № { $n }
    }
digest-month-steps = Шаги года: сделано { $done } из { $total }
digest-month-overdue = Срок прошёл: { $count }
digest-month-pairs = Пары: { $count }, из них красных { $red }, жёлтых { $yellow }
digest-month-meetings = Встречи за месяц: { $count } (до этого { $before })
digest-month-answers = Анкеты за месяц: { $count } (до этого { $before })
digest-month-title = Встречи по месяцам
digest-month-caption = Встреч за прошедший месяц: { $count }, за месяц до него: { $before }

### How it is put together, and when it comes.

digest-head-week = <b>Итоги недели { $first } – { $last }</b>
digest-head-month = <b>Итоги месяца { $first } – { $last }</b>
digest-title-todo = <b>Что сделать</b>
digest-title-pairs = <b>Парам нужна помощь</b>
digest-title-next = <b>Дальше по дорожной карте</b>
digest-todo = { $number }. { $what }
digest-paragraphs =
    { $first }

    { $then }
digest-lines =
    { $first }
    { $then }
digest-list = { $first }; { $then }
digest-dropped = Не дошло сообщений: { $count } ({ $reasons })
digest-dropped-why = { $why } — { $count }
button-digest = Итоги недели
button-digest-month = Итоги месяца
button-digest-numbered = { $number }. { $label }
button-digest-chart = График
button-digest-when = Когда присылать
button-digest-on = Присылать
button-digest-off = Не присылать
digest-when-on =
    Итоги недели приходят { $day } в { $hour }:00 по времени школы, без звука.

    Если этот день не учебный, они придут в первый учебный день после него. Если вся неделя выпала на каникулы, бот промолчит. Пока куратора замещают, итоги получает тот, кто замещает.
digest-when-off = Итоги недели сами не приходят. Посмотреть их можно в любой день: «Итоги недели» в меню.
digest-weekday-0 = по понедельникам
digest-weekday-1 = по вторникам
digest-weekday-2 = по средам
digest-weekday-3 = по четвергам
digest-weekday-4 = по пятницам
digest-weekday-5 = по субботам
button-weekday-0 = Пн
button-weekday-1 = Вт
button-weekday-2 = Ср
button-weekday-3 = Чт
button-weekday-4 = Пт
button-weekday-5 = Сб
toast-digest-kept = Записано
toast-digest-nudged =
    { $count ->
        [one] Напоминание уйдёт { $count } человеку в рабочее время
       *[other] Напоминание уйдёт { $count } людям в рабочее время
    }
notice-digest-nudge = Куратор желает вам хорошей недели и напоминает о встрече: { $names }. Хватит и двадцати минут. Если что-то мешает встретиться, скажите, пожалуйста, куратору: вместе найдём выход.
error-digest-unheard = Этой паре напоминание не дойдёт: чат закрыт или напоминания выключены. Скажите, пожалуйста, лично.
error-digest-nudged =
    Этой паре уже напоминали меньше { $days ->
        [one] { $days } дня
       *[other] { $days } дней
    } назад. Второе напоминание подряд только расстроит.
error-digest-pair-rests = Эта пара сейчас на паузе или уже завершила работу, напоминать не о чем.
error-digest-reminded = Сегодня всем, кто не ответил, уже напоминали, или писать им нельзя.
rule-digest-week = Итоги недели
rule-digest-month = Итоги месяца
rule-digest-nudge = Напоминание о встрече от куратора
