### The school's calendar.

button-calendar = School calendar
calendar-head-5 =
    <b>School calendar</b>
    The school week has five days. Public holidays with their transfers are counted.
calendar-head-6 =
    <b>School calendar</b>
    The school week has six days. Public holidays are counted.
calendar-coming = Breaks and special days ahead: { $first }–{ $last } of { $total }. Press one to take it out.
calendar-none = No breaks or special days ahead are noted. The bot does not remind on such days, so it is better to name them.
calendar-usual =
    Usual breaks that are not in the calendar yet:
    { $lines }
button-usual-breaks = Take the usual
calendar-unknown = The transfers of days off for { $year } are not known yet. When they are announced, add your days.
calendar-add = To add, write for example: break 26.10–03.11. Several lines are fine. The words "day off" or "working day" tell what a day is.
button-calendar-table = As a table
button-week-5 = Week: 5 days
button-week-6 = Week: 6 days
break-autumn = autumn break
break-winter = winter break
break-spring = spring break
break-summer = summer break
special-break = break
special-off = day off
special-working = working day
calendar-one =
    <b>{ $period }</b>
    This is: { $kind }. If it is taken out, these days become ordinary ones, counted by the week and the holidays.
button-period-drop = Take out
toast-period-dropped = Taken out
toast-week = The week is changed
toast-periods = { $count ->
        [one] { $count } period added
       *[other] { $count } periods added
    }
calendar-table = Send a table (.xlsx, .xls, .ods, .csv): from which day, to which, what it is, its name. Its rows are added to what is there.
calendar-table-instead = Send a table: it takes the place of all breaks and special days of this school year. If one row cannot be read, nothing changes.
button-table-instead = Replace the former
button-table-add = Add to the former
calendar-added = { $count ->
        [one] { $count } period added.
       *[other] { $count } periods added.
    }
calendar-nothing-new = Nothing new was added.
calendar-replaced = { $count ->
        [one] The calendar is replaced: { $count } period.
       *[other] The calendar is replaced: { $count } periods.
    }
calendar-not-replaced = Nothing was replaced: every row has to be read first.
calendar-fault = Row { $row }: { $why }
calendar-more-faults = { $count ->
        [one] And { $count } more row was not read.
       *[other] And { $count } more rows were not read.
    }
calendar-overlap = Rows { $other } and { $row } overlap. Both are kept; a working day is stronger than a day off, a day off stronger than a break.
special-days-many = the first { $limit } rows were read, the rest were not.
special-days-backwards = the end ({ $last }) is before the beginning ({ $first }).
special-days-long = too long: from { $first } to { $last }. One period has at most { $days } days.
special-days-title-long = the name is too long, at most { $limit } characters.
special-days-kind-unclear = it is not clear whether this is a break, a day off or a working day: { $text }
special-days-kind-missing = it is not said what this is: a break, a day off or a working day.
special-days-missing = no day was found: { $text }
special-days-unreadable = there is no such day, or it could not be read: { $text }
special-days-unclear = it is not clear which days are meant: { $text }
error-calendar-many = The calendar has too many entries: at most { $limit }. Take some out.
error-calendar-closed = After { $day } the calendar has no school day for two years. Please check the breaks and days off in the school's calendar.
