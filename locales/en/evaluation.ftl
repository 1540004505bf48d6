### Mutual evaluation, indicators, the final meeting.

evaluation-who-mentee = Mentees
evaluation-who-mentor = Mentors
evaluation-who-pairs = Curator's cards
evaluation-who-all = All participants
evaluation-of-whom = { $who }. { $sentence }
evaluation-asked = “{ $label }”
evaluation-missing = not measured this year
evaluation-hidden = { $lead }: { $why }.
evaluation-few = fewer than five people stand behind it, so it is not shown
evaluation-left = { $count ->
        [one] { $count } more figure is not shown
       *[other] { $count } more figures are not shown
    }: not measured, or it could give single people's answers away.
evaluation-none = Nothing to show: not measured, or the figures could give single people's answers away.
evaluation-number = { $lead } — { $value }.
evaluation-yes = { $lead } — { $value } of { $whole } said yes ({ $share }%).
evaluation-of = { $lead } — { $value } of { $whole } ({ $share }%).
evaluation-out-of = { $value } of { $whole }
evaluation-mean = { $lead } — { $value } of { $most } on average; { $count ->
        [one] { $count } answer
       *[other] { $count } answers
    }.
evaluation-change = { $lead } — { $before } at the beginning of the year, { $after } at its end, of { $most }: it { $trend ->
        [up] has risen
        [down] has fallen
       *[same] has not changed
    }{ $verdict ->
        [better] , for the better
        [worse] , which is worth attention
       *[same] {""}
    }; { $count ->
        [one] { $count } person
       *[other] { $count } people
    } answered both times.
evaluation-grown = { $lead } — { $before } at the beginning of the year, { $after } at its end: { $trend ->
        [up] more
        [down] less
       *[same] no change
    }{ $verdict ->
        [better] , for the better
        [worse] , which is worth attention
       *[same] {""}
    }.
evaluation-halves = { $lead } — { $before } in the first half of the year, { $after } in the second: { $trend ->
        [up] more
        [down] less
       *[same] no change
    }{ $verdict ->
        [better] , for the better
        [worse] , which is worth attention
       *[same] {""}
    }.
evaluation-last = A year ago: { $value }{ $trend ->
        [up] , now higher
        [down] , now lower
       *[same] , the same
    }.
evaluation-point = { $name }. { $sentence }

fact-meetings = Meetings held
fact-tasks = Tasks of the pairs' plans done
fact-retained = Mentees who stayed at the school
fact-publications = Publications
fact-methods = Teaching materials
fact-projects = Teaching projects
fact-plans = Pairs with a mentoring plan
fact-open_lessons = Open lessons
fact-reflection = Participants of the closing meeting of all
fact-class_success = Pass rate of the classes
fact-class_quality = Good marks in the classes
fact-class_remarks = Remarks on behaviour in the classes
fact-conflicts_staff = Conflicts with colleagues
fact-conflicts_parents = Conflicts with parents

way-new_stage = A new stage: the same pair next year, with a new plan. Unfinished tasks will be offered for it.
way-informal = Staying in touch as colleagues: no plan, no timetable of meetings, no reminders.
way-change_roles = Changing roles: the mentee becomes a mentor, with a questionnaire, an interview and training like every mentor.
way-finish = Finishing: the pair is closed with thanks, and nobody owes anybody anything.

error-mutual-readers = Answers of the mutual evaluation can be read by the curator, the psychologist or both. Choose at least one.
error-mutual-grace = Late answers can be taken for { $most } days at most.
error-mutual-early = The mutual evaluation is not open yet. The bot will write when it is time.
error-mutual-given = These answers have been sent already, thank you.
error-mutual-closed = The mutual evaluation is closed and late answers are not taken any more. The end of the pair does not depend on it.
error-mutual-void = This evaluation is not needed any more: one of the two is no longer in the programme.
error-class-name = Please write only the class, such as “7A”. No names of people are needed here.
error-class-small = A class must have at least { $least } pupils: fewer could give a single pupil away.
error-class-number = The rates are per cents from 0 to 100, remarks are a whole number. Please check.
