### The roadmap in the chat: the year, a step, its changes, people behind roles, files, reminders.

button-road = Roadmap
road-none =
    <b>Roadmap</b>
    The year's steps will be here when the curator has set up the school.
road-head =
    <b>Roadmap { $years }</b>
    Done: { $done }, under way: { $open }, overdue: { $late }, ahead: { $ahead }.
road-quiet = Nothing is urgent now.
road-line = { $number }. { $title } — { $state }
road-state-always = all year
road-state-undated = no date yet
road-state-history = was due by { $last }, before the bot was in use
road-state-from = { $state }, { $first } – { $last }
road-state-until = { $state }, until { $last }
road-state-on = { $state } { $day }
button-road-month = This month
button-road-mine = My steps
button-road-phases = By phase
button-road-all = All steps
button-road-picture = The year's picture
button-road-files = Files and log
button-road-people = Responsible
button-road-new = Add a step
button-road-log = Log
button-road-step = Step { $number }
button-road-step-of = Step { $number } ({ $year })
road-list =
    <b>{ $name }</b>
    { $first }–{ $last } of { $total }
road-list-m = This month
road-list-i = My steps
road-list-a = All steps of the year
road-list-l = Launch of the programme
road-list-p = Work of the pairs
road-list-c = Completion
road-list-m-none =
    <b>This month</b>
    There are no steps this month. The whole year is under "All steps".
road-list-i-none =
    <b>My steps</b>
    You have no steps now: everything is closed, or others answer for it.
road-list-a-none = There are no steps yet: they will be here when the curator has set up the school.
road-list-l-none =
    <b>Launch of the programme</b>
    No steps of the launch this year: they were taken before.
road-list-p-none =
    <b>Work of the pairs</b>
    No steps of this phase this year.
road-list-c-none =
    <b>Completion</b>
    No steps of this phase this year.
road-phases = <b>By phase</b>
road-phase = { $phase }: { $done } of { $total } closed
button-road-phase-launch = Launch
button-road-phase-practice = Work of the pairs
button-road-phase-completion = Completion

road-step =
    <b>Step { $number }. { $title }</b>
    <i>{ $section }</i>
road-step-days =
    Term: { $days }
    State: { $state }
road-days = { $first } – { $last }, { $often }
road-days-yearly = every year
road-days-once = once
road-days-always = all year
road-days-none = not set yet
road-step-who = Responsible: { $names }
road-step-nobody = Responsible: <b>nobody yet</b>. By the plan: { $roles }.
road-step-result =
    What is to come of it:
    <blockquote expandable>{ $result }</blockquote>
road-step-reason = Why the term was changed: { $reason }
road-step-dropped = Why it is not done: { $reason }
road-step-progress =
    What there is already:
    { $lines }
road-step-offer = Everything seems to be there: the step can be closed.
road-step-waits = { $count ->
    [one] Step { $numbers } usually comes before and is still open. This is only a hint.
   *[other] Steps { $numbers } usually come before and are still open. This is only a hint.
}
road-step-results =
    Attached: { $count }
    { $lines }
road-result-file = a file
button-road-done-here = Done
button-road-done = Step { $number }: done
button-road-later = Postpone
button-road-open = Open again
button-road-results = Results
button-road-change = Change
button-road-date-set = Set the date
button-road-date = Step { $number }: date
button-road-who = Step { $number }: who
toast-road-done = The step is closed
toast-road-open = The step is open again

button-road-register-mentees = Register of mentees
button-road-register-mentors = Register of mentors
button-road-compare = Side by side
button-road-interviews = Interviews
button-road-orders = Orders
button-road-matching = Matching
button-road-pairs = Pairs
button-road-round-table = Round table
button-road-unpaired = Without a pair
button-road-library = To the library
button-road-training = To the training
button-road-consultations = To consultations
button-road-plans = Plans of pairs
button-road-meetings = Meetings of pairs
button-road-control = Interim control
button-road-diagnostics = Final questions
button-road-reflection = Reflection
button-road-cases = Cases
button-road-indicators = Indicators
button-road-awards = Awards
button-road-site = The site

road-until-post = Until which day is step { $number } put off? Press or write, for example: until 31 January.
road-until-open = The term of step { $number } is over. Until which day is it to be done now? Press or write a day.
road-reason-post = Step { $number } is put off until { $last }. Why? Press or write a word or two: it stays in the log.
road-reason-move = The new term of step { $number }: { $first } – { $last }. Why? Press or write a word or two: it stays in the log.
road-reason-drop =
    Step { $number } will not be done this year: its reminders stop, it can be opened again at any time.
    Why? Press or write a word or two: it stays in the log.
button-road-reason-time = Not enough time
button-road-reason-papers = Waiting for papers
button-road-reason-people = Waiting for people
toast-road-post = The step is put off
toast-road-move = The term is changed
toast-road-drop = The step is not done this year
road-change = What is to change in step { $number }? It holds for this school year and stays in the log.
button-road-move = Term
button-road-whom = Responsible
button-road-title = Title
button-road-result = Result
button-road-plain = The plan's words
button-road-drop = Do not do it
road-window = What is the term of step { $number } to be? Write, for example: 1 to 15 December, in March, until 20 April.
road-date =
    When will step { $number } be? Somebody else sets its date, so the bot does not know it.
    Write, for example: 10 to 25 October, in March.
road-word-title =
    Write the new title, and on a new line why. For example:
    <i>Questionnaires for young teachers
    Experienced colleagues answered in spring</i>
road-word-result = Write what is to come of it, and as the last line why it changes.
road-plain-reason = The plan's words
toast-road-word = The words are changed

road-results =
    <b>Step { $number }: results</b>
road-results-none =
    <b>Step { $number }: results</b>
    Nothing is attached yet.
road-result = { $number }. { $what } · { $day }, { $name }
road-results-more = Send a file, a photo, a link, or write a note: it stays with the step.
button-road-get = Send me the files
button-road-off = Remove { $number }
road-files-sent = { $count ->
    [0] There are no files here any more.
    [one] Here is the file.
   *[other] Here are { $count } files.
}
toast-road-off = Removed
road-forms = <b>Questionnaires of step { $number }</b>
road-form = { $title }: { $done } of { $total }
button-road-give = Give out: { $title }

road-new-when = When is the new step? Press or write, for example: 1 to 15 December.
button-road-this-month = This month
button-road-next-month = Next month
road-new-who = Term: { $first } – { $last }. Who answers for it?
road-new-what =
    Write one message: the first line says what is to be done, the last one why. Between them you may say what is to come of it. For example:
    <i>A week of open lessons
    Each pair has seen two lessons
    Young colleagues asked to see lessons</i>
error-road-new = At least two lines are needed: what is to be done and why. Please write them in one message.
error-road-many = A year may have up to { $limit } steps of your own. Drop some and try again.
error-road-window = The term was not understood. Write, for example: 1 to 15 December, in March, until 20 April.
toast-road-new = The step is added

road-people = <b>Who answers for what today</b>
road-post = { $role }: { $names }
road-post-nobody = nobody
road-away = { $absent } is away until { $last }, { $name } stands in.
button-road-isback = Back again
button-road-away = Somebody is away
road-away-who = Who will be away?
road-away-by = { $absent } is away. Who stands in?
road-away-alone =
    There is nobody to stand in yet: nobody else in the school has a role in the programme's staff.
    A role is given on a person's card: "People" → the person → "Roles".
road-away-until = { $name } stands in for { $absent } from today on. Until which day? Press or write.
toast-road-away = Noted
toast-road-isback = Noted
road-role = <b>{ $role }</b>. Who is to have it for a time? Meanwhile only that person answers for the role's steps.
road-role-given = { $name }: { $first } – { $last }
road-role-given-open = { $name }: from { $first }
button-road-take = Take it back
road-give = { $role }: { $name }. Until which day? Press or write.
button-road-for-good = For good
toast-road-given = Noted
road-who =
    <b>Who answers for step { $number }?</b>
    While nobody is ticked, those with the role do.
toast-road-who = Noted
error-road-self = Nobody can stand in for themselves: choose another person.
error-road-days = These days do not fit: not before today, and no longer than a year in all.
error-road-busy = That does not work: one of them is away already. Look at the screen "Responsible".

road-picture = Roadmap { $years }: how the steps stand on { $day }. A bar is a step's term, the line is today.
road-files =
    <b>Files and log</b>
    The table opens in Excel and can be read back. The calendar shows the terms of the steps and names nobody.
button-road-xlsx = Table
button-road-ics = Calendar
button-road-in = A plan from a table
road-xlsx = Roadmap { $years }, a table.
road-ics = Roadmap { $years } for a calendar.
road-in-add =
    Send a table with the plan: it needs the columns "Step" and "Term", others are welcome.
    Steps of the same title get the table's term, new ones are added to ours.
road-in-instead =
    Send a table with the plan: it needs the columns "Step" and "Term".
    It takes the place of our plan: steps that are not in it will not be done this year. If anything cannot be read, nothing changes.
button-road-in-add = Add to ours
button-road-in-instead = Instead of ours
road-in-reason = A plan from a table
road-in-taken =
    <b>The plan was read</b>
    Added: { $added }, term changed: { $moved }, unchanged: { $same }, dropped: { $dropped }.
road-in-refused =
    <b>The plan was not taken</b>
    Nothing has changed. Put the table right and send it again.
road-in-fault = Row { $row }, column { $column }: { $why }
road-in-more = And further remarks: { $count }.
road-log =
    <b>Log</b>
    { $first }–{ $last } of { $total }
road-log-none =
    <b>Log</b>
    Nothing has changed yet.
road-log-line = { $day } · step { $number } · { $name } { $what }{ $more }
road-log-reason = { $day } · step { $number } · { $name } { $what }{ $more }: { $reason }
road-log-days = {" "}({ $before } → { $after })
road-did-added = — step added
road-did-moved = — term changed
road-did-reworded = — words changed
road-did-dropped = — not done this year
road-did-named = — responsible changed
road-did-done = — done
road-did-postponed = — put off
road-did-reopened = — opened again
road-did-attached = — result attached
road-did-detached = — result removed

notice-roadmap-soon = Step { $number } "{ $title }" opens soon, on { $first }. You answer for it; the term is until { $last }.
notice-roadmap-opens = It is time for step { $number } "{ $title }". You answer for it; the term is until { $last }.
notice-roadmap-halfway = Half of the term of step { $number } "{ $title }" is over: there is time until { $last }.
notice-roadmap-closing = The term of step { $number } "{ $title }" ends on { $last }. If everything is done, please mark it so.
notice-roadmap-overdue = Step { $number } "{ $title }" was due by { $last }. Close it if it is done, or postpone it.
notice-roadmap-to-curator = Step { $number } "{ $title }" was not closed in time. Responsible: { $names }. They may need help.
notice-roadmap-to-curator-alone = Step { $number } "{ $title }" was not closed in time, and nobody answers for it.
notice-roadmap-to-director = Step { $number } "{ $title }" has long been overdue. Responsible: { $names }. It may need a decision.
notice-roadmap-to-director-alone = Step { $number } "{ $title }" has long been overdue, and nobody answers for it.
notice-roadmap-date = Is it known when step { $number } "{ $title }" will be? Its date is set elsewhere; please enter it as soon as you know.
notice-roadmap-nobody-alone = Nobody answers for step { $number } "{ $title }": nobody holds the role now. Who is to have it?
rule-roadmap-soon = A step of the roadmap soon
rule-roadmap-opens = A step of the roadmap
rule-roadmap-halfway = Half of a step's term
rule-roadmap-closing = A step's term ends
rule-roadmap-overdue = A step is overdue
rule-roadmap-to-curator = A step was not closed
rule-roadmap-to-director = A step is long overdue
rule-roadmap-date = A step without a date
rule-roadmap-nobody = A step nobody answers for
