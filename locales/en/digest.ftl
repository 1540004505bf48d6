### The curator's week and the director's month.

digest-quiet = Nothing needs you this week.
digest-quiet-month = Nothing needs you.
digest-do-vacant =
    { $count ->
        [one] { $count } step of the roadmap has nobody responsible: No. { $numbers }
       *[other] { $count } steps of the roadmap have nobody responsible: No. { $numbers }
    }
digest-do-step = Step { $n } was to end on { $day }: { $title }
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

digest-pair-red = { $names }: { $reason } (red)
digest-pair-yellow = { $names }: { $reason } (yellow)
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

### How it is put together, and when it comes.

digest-head-week = <b>The week { $first } – { $last }</b>
digest-head-month = <b>The month { $first } – { $last }</b>
digest-title-todo = <b>To do</b>
digest-title-pairs = <b>Pairs that need help</b>
digest-title-next = <b>Next on the roadmap</b>
digest-todo = { $number }. { $what }
digest-paragraphs =
    { $first }

    { $then }
digest-lines =
    { $first }
    { $then }
digest-list = { $first }; { $then }
digest-dropped = Messages that did not arrive: { $count } ({ $reasons })
digest-dropped-why = { $why } — { $count }
button-digest = The week
button-digest-month = The month
button-digest-numbered = { $number }. { $label }
button-digest-chart = Chart
button-digest-when = When it comes
button-digest-on = Send it
button-digest-off = Do not send
digest-when-on =
    The week's digest comes { $day } at { $hour }:00 of the school's time, without a sound.

    If there is no school that day, it comes on the first school day after it. If the whole week is a break, the bot keeps silent. While somebody stands in for the curator, the digest is theirs.
digest-when-off = The week's digest does not come by itself. It can be seen any day: "The week" in the menu.
digest-weekday-0 = on Mondays
digest-weekday-1 = on Tuesdays
digest-weekday-2 = on Wednesdays
digest-weekday-3 = on Thursdays
digest-weekday-4 = on Fridays
digest-weekday-5 = on Saturdays
button-weekday-0 = Mon
button-weekday-1 = Tue
button-weekday-2 = Wed
button-weekday-3 = Thu
button-weekday-4 = Fri
button-weekday-5 = Sat
toast-digest-kept = Noted
toast-digest-nudged =
    { $count ->
        [one] The reminder goes to { $count } person in working hours
       *[other] The reminder goes to { $count } people in working hours
    }
notice-digest-nudge = The curator wishes you a good week and reminds you of a meeting: { $names }. Twenty minutes are enough. If anything stands in the way, please tell the curator: together we will find a way.
error-digest-unheard = A reminder will not reach this pair: the chat is closed or reminders are switched off. Please tell them in person.
error-digest-nudged =
    This pair was reminded less than { $days ->
        [one] { $days } day
       *[other] { $days } days
    } ago. Another reminder so soon would only discourage them.
error-digest-pair-rests = This pair is paused or has finished, there is nothing to remind of.
error-digest-reminded = Everybody who has not answered was reminded today, or cannot be written to.
rule-digest-week = The week's digest
rule-digest-month = The month's digest
rule-digest-nudge = The curator's reminder of a meeting
