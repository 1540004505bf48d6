### The curator's week and the director's month.

digest-quiet = Nothing needs you this week.
digest-quiet-month = Nothing needs you.
digest-do-vacant =
    { $count ->
        [one] { $count } step of the roadmap has nobody responsible: No. { $numbers }
       *[other] { $count } steps of the roadmap have nobody responsible: No. { $numbers }
    }
digest-do-step = Step { $n } was to end on { $day }: { $title }
digest-do-pair = { $names }: { $reason }
digest-do-waiting =
    { $count ->
        [one] { $count } person waits to be admitted
       *[other] { $count } people wait to be admitted
    }
digest-do-survey = "{ $title }" until { $day }: { $count } of { $asked } have not answered
button-digest-people = Assign
button-digest-step = Open step { $n }
button-digest-pair = Nudge the pair
button-digest-waiting = Have a look
button-digest-survey = Nudge

digest-pair-red = Red: { $names } — { $reason }
digest-pair-yellow = Yellow: { $names } — { $reason }
digest-pairs-more =
    { $count ->
        [one] and { $count } more pair
       *[other] and { $count } more pairs
    }
digest-meetings = Meetings in the week: { $count } (before: { $before })
digest-missed = Not held: { $count } (before: { $before })
digest-answers = Questionnaires in the week: { $count } (before: { $before })
digest-missing = Questionnaires not answered yet: { $count }
digest-ends = By { $day }: step { $n }, { $title }
digest-begins = From { $day }: step { $n }, { $title }
digest-next-more =
    { $count ->
        [one] and { $count } more step
       *[other] and { $count } more steps
    }
digest-chart-title = Meetings by week
digest-chart-caption = Meetings in the past week: { $count }, in the week before: { $before }

digest-month-step =
    { $count ->
        [one] You have { $count } overdue step: No. { $n }
       *[other] You have { $count } overdue steps; the first is No. { $n }
    }
digest-month-steps = Steps of the year: { $done } of { $total } done
digest-month-overdue = Overdue: { $count }
digest-month-pairs = Pairs: { $count }, of them { $red } red, { $yellow } yellow
digest-month-meetings = Meetings in the month: { $count } (before: { $before })
digest-month-answers = Questionnaires in the month: { $count } (before: { $before })
digest-month-title = Meetings by month
digest-month-caption = Meetings in the past month: { $count }, in the month before: { $before }
