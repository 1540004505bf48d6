### The curator's week and the director's month.

digest-quiet = На этой неделе ничего не требует вашего внимания.
digest-quiet-month = Ничего не требует вашего внимания.
digest-do-vacant =
    { $count ->
        [one] У { $count } шага дорожной карты нет ответственного: № { $numbers }
       *[other] У { $count } шагов дорожной карты нет ответственного: № { $numbers }
    }
digest-do-step = Шаг { $n } должен был закончиться { $day }: { $title }
digest-do-pair = { $names }: { $reason }
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

digest-pair-red = Красная: { $names } — { $reason }
digest-pair-yellow = Жёлтая: { $names } — { $reason }
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
