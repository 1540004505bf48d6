### The mentoring plan and interim results.

button-plan = Plan
button-plan-open = Open the plan
button-plan-tasks = Tasks
button-plan-goals = Goals
button-plan-cards = Ready cards
button-plan-own = A task of our own
button-plan-terms = Set the terms
button-plan-results = Results
button-plan-log = Changes
button-plan-file = As a file to print
button-plan-done = Done
notice-plan = The mentoring plan has changed. It was changed by a member of your pair: { $name }.

plan-head =
    <b>Mentoring plan</b>
    { $mentors } — { $mentees }
plan-empty = There is nothing in the plan yet.
plan-empty-open = There is nothing in the plan yet. Tick five to eight ready cards together, the bot will set the terms. You can write down tasks of your own too. Both sides see the plan and both may change it.
plan-closed = The plan is closed: it can be read and printed.
plan-goals =
    Goals:
    { $lines }
plan-counts = Tasks: { $total }. Done: { $done }, going on: { $going }, ahead: { $planned }.
plan-late = { $count ->
        [one] { $count } task is past its term.
       *[other] { $count } tasks are past their terms.
    }
plan-next = Next term — { $day }: { $task }
plan-latest = Last change. { $change }
plan-advice-no_goals = There is no goal yet. One is enough: what should be easier by spring?
plan-advice-few_tasks = A year usually has { $least }–{ $most } tasks.
plan-advice-many_tasks = There are more tasks than a year usually carries ({ $least }–{ $most }). Some can be put aside, they will not be lost.
plan-advice-no_terms = Some tasks have no term.

plan-section-difficulties = Difficulties and how to overcome them
plan-section-entering = Entering the post
plan-section-growth = Professional development
plan-section-short-difficulties = Difficulties
plan-section-short-entering = Entering
plan-section-short-growth = Development
plan-subject-personal = personal growth
plan-subject-method = method
plan-subject-social = people and staff
button-subject-personal = Personal growth
button-subject-method = Method
button-subject-social = People and staff
plan-cards =
    <b>{ $section }</b>
    Tick what you need. Cards in the plan: { $count }.
toast-plan-terms = { $count ->
        [one] { $count } task has a term now
       *[other] { $count } tasks have terms now
    }

plan-goals-head = <b>Goals</b>
plan-goals-none =
    <b>Goals</b>
    None yet. One or two are enough, more than { $most } are not needed.
plan-goal-line = { $place }. { $text } ({ $subject })
plan-goal-card =
    <b>{ $text }</b>
    About: { $subject }.
    If the goal is taken out, its tasks stay in the plan.
plan-goal-subject = What is the goal about?
plan-goal-ask = Write the goal in your own words, in one sentence.
button-goal-new = Add a goal
button-goal-words = Change
button-goal-drop = Take out
toast-goal-dropped = The goal is out

plan-tasks-head =
    <b>Tasks</b>
    { $first }–{ $last } of { $total }
plan-tasks-none = There are no tasks yet. Choose ready cards or write down your own.
plan-task-line = { $place }. { $text } — { $state }
plan-task-term = { $place }. { $text } — { $state }, by { $day }
plan-task-late = { $place }. { $text } — { $state }, was due { $day }
plan-state-planned = ahead
plan-state-going = going on
plan-state-done = done
plan-state-dropped = dropped
plan-task-card =
    <b>{ $text }</b>
    Section: { $section }.
    About: { $subject }.
plan-task-state = Now: { $state }.
plan-task-state-by = Now: { $state } ({ $day }, { $name }).
plan-task-term-set = Term: { $day }.
plan-task-term-none = No term is set.
plan-task-planned = Planned result: { $text }
plan-task-actual = What came of it: { $text }
plan-task-mark = Mentor's mark: { $text }
button-task-planned = Put off
button-task-going = Begin
button-task-done = Done
button-task-dropped = Drop
button-task-term = Term
button-actual = What came of it
button-mark = Mentor's mark
toast-task-moved = Noted: { $state }
toast-task-term = The term is noted
plan-term-ask =
    <b>{ $text }</b>
    By which day? Choose or write, for example: 25 December, in two weeks, in March.
plan-actual-ask =
    <b>{ $text }</b>
    Write what came of it. Please name no pupils or colleagues.
plan-mark-ask =
    <b>{ $text }</b>
    Write the mark, for example: done. Both sides will see it, it goes into the printed plan.
plan-own-section = A task of your own. Which section does it belong to?
plan-own-subject = What is the task about?
plan-own-ask = Write the task. On a new line you can add the result you expect.

plan-log-head = <b>Changes</b>
plan-log-none = There were no changes yet.
plan-somebody = a member whose data were erased
plan-change = { $at }, { $name }: { $what }
plan-change-about = { $at }, { $name }: { $what } — { $about }
plan-did-task_added = new task
plan-did-task_dropped = task taken out
plan-did-goal_added = new goal
plan-did-goal_changed = goal changed
plan-did-goal_dropped = goal taken out
plan-did-terms = terms set
plan-did-term = another term
plan-did-state_planned = put off
plan-did-state_going = going on
plan-did-state_done = done
plan-did-state_dropped = dropped
plan-did-actual = what came of it
plan-did-mark = mentor's mark
plan-did-meeting = noted after a meeting
plan-did-result_added = new result
plan-did-result_changed = result added to
plan-did-result_dropped = result deleted

results-plan-head =
    <b>Interim results</b>
    The pair's open lessons, projects, methods, publications.
results-plan-none =
    <b>Interim results</b>
    None yet. An open lesson, a project, a method, a publication go here, with a link or a file.
button-result-new = Add
result-kind-ask = What is it?
result-kind-open_lesson = Open lesson
result-kind-project = Project
result-kind-method = Method
result-kind-publication = Publication
result-kind-other = Other
result-title-ask = What is it called? Write one sentence.
result-card =
    <b>{ $title }</b>
    { $kind }, { $day }.
    Added by: { $name }.
result-more = Send a link, a photo or a file as a message, it will be added here.
result-day-ask = When was it? Write, for example: 12 December, yesterday.
result-file = A file of the result
result-files-sent = These are all files.
result-drop-ask = Delete this result with its links and files? It cannot be brought back.
button-result-files = Files: { $count }
button-result-day = Another day
button-result-drop = Delete
button-result-drop2 = Yes, delete
toast-result-dropped = Deleted
plan-file = The plan to print. Open the file in Word, print and sign it.

error-plan-goals = There are { $most } goals in the plan already, more are not needed. Take one out or change its words.
error-plan-task = This task is no longer in the plan.
error-plan-tasks = There are { $most } tasks in the plan already, that is the limit. Take something out to add a new one.
error-plan-move = This task cannot be marked so: it has changed meanwhile. Open it again.
error-plan-closed = The plan is closed and cannot be changed. It can be read and printed.
error-plan-term = A term lies within the school year: from { $first } to { $last }.
error-plan-mark = The mark is the mentor's.
error-plan-empty = Words are needed here. Please write again.
error-plan-long = That is too long: up to { $most } characters. Please write it shorter.
error-result-title = A title is not empty and has at most { $most } characters.
error-result-future = That day has not come yet. Write a day on which it had happened.
error-result-link = This does not look like a link. Copy the whole address of the page, for example: https://example.org.
error-result-many = A result may have up to { $most } links and up to { $most } files.
error-result-not-yours = A result is deleted by whoever added it.
stored-plan_goals = Goals of the mentoring plan
stored-plan_tasks = Tasks of the mentoring plan
stored-plan_results = Your interim results
stored-plan_changes = Your changes to the plan
