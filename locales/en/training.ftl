### Training of mentors: steps 13 to 15 of the plan.

button-training = Training
training-head =
    <b>Training of mentors</b>
    Lessons are short: reading and two questions take ten minutes.
training-none =
    <b>Training of mentors</b>
    This year's lessons are not set yet. Memo cards are here already.
training-own = You are trained once you have been through one cycle: at half of its sessions at least, or all its lessons read.
training-own-done = Your training this year is complete.
training-staff =
    { $count ->
        [0] Nobody is trained yet.
        [one] { $count } person is trained.
       *[other] { $count } people are trained.
    }
training-line = { $title } · { $done }/{ $total }
button-training-new = Add a cycle
button-training-order = Order
button-training-feedback = Feedback
button-training-demand = Demand training
button-training-free = Demand none
button-training-dates = Sessions
button-training-change = Change
button-training-read = I have read it
button-training-test = A short test
button-training-again = Once more
button-training-lessons = To the lessons
button-training-set-test = Test
button-training-drop = Remove
button-training-drop2 = Yes, remove
button-training-add = Add a lesson
button-training-drop-cycle = Remove the cycle
button-training-date = Set a date
button-training-whole = The whole cycle
button-training-place = Place
button-training-lead = Who leads
button-training-hours =
    { $count ->
        [one] Make it { $count } hour
       *[other] Make it { $count } hours
    }
button-training-off = Call it off
button-training-off2 = Yes, call it off
button-training-sheet = Who came
button-training-came = I was there
button-training-not = I could not
button-training-ask = Ask them
button-memos = Memo cards
training-new = Which cycle shall it be? Choose a ready one or write the title of your own.
training-cycle =
    <b>{ $title }</b>
    Read the lessons in any order. A tick marks those you have been through.
training-cycle-none =
    <b>{ $title }</b>
    No lessons yet. "Change" adds them: a text, a link or a file.
training-lesson = { $title }
training-lesson-done = ✓ { $title }
training-lesson-head = <b>{ $title }</b>
training-right = ✓ Right.
training-wrong = Rather: { $option }.
training-question =
    Question { $place } of { $total }
    <b>{ $ask }</b>
training-passed = The lesson counts: { $right } of { $total } right.
training-again = { $right } of { $total } right. Read it again if you have a minute, and answer once more: as often as you like.
training-read = The lesson counts.
training-change = <b>{ $title }</b>
training-add =
    <b>A new lesson</b>
    The first line is its title, the text follows; put a link on the last line. Or send a file: its caption becomes the title.
training-test-ask =
    <b>A short test</b>
    First the question, below it two to four options, each on a line. Put a plus before the right one. An empty line between questions. Send "-" to take the test away. For example:

    When to agree on the next meeting?
    + At the end of this one
    When questions have piled up
training-lesson-drop = Remove the lesson "{ $title }"? Its sessions and marks go with it.
training-cycle-drop = Remove the cycle "{ $title }" with all its lessons, sessions and marks? They cannot be brought back.
training-cycle-dropped = The cycle is removed.
training-feedback-none = Nobody is marked as present yet, so there is nobody to ask. Mark who came, or ask them to do it.
training-feedback =
    We ask those who came: { $count ->
        [one] { $count } person
       *[other] { $count } people
    }. Answers bear no names and take three minutes.
training-feedback-few = Results are shown once at least { $least } have answered: else answers would give people away. Better wait for the next session.
training-feedback-opened = The survey is open. Its results will be under "Surveys".
training-dates = <b>Sessions</b>
training-dates-none =
    <b>Sessions</b>
    No dates yet. The lessons can be read without them.
training-date = { $day }, { $time } · { $title }
training-date-off = ✕ { $day } · { $title }
training-what = What will the session be about?
training-day = On which day? Press or write, such as: 12 October at 15:30. Once the time is chosen the mentors are invited.
training-hour = { $day }: at what time? Press or write. Invitations leave at once.
training-session =
    <b>{ $title }</b>
    { $start }, { $hours ->
        [one] { $hours } academic hour
       *[other] { $hours } academic hours
    }
training-closed-day = <i>By the school's calendar there is no school on that day.</i>
training-place = Where: { $place }
training-leader = Led by { $name }
training-called-off = The session was called off.
training-was = You are marked as present.
training-was-not = You are marked as absent. You can read the lesson here.
training-were-you = Were you at this session?
training-place-ask = Where do we meet? Write the room or a link.
training-lead-ask = Who leads the session?
training-off-ask = Call off the session "{ $title }"? Those invited will be told.
training-sheet =
    <b>Who came</b>
    Marked: { $came } of { $total }. Press a name to mark it; once more means absent.
training-sheet-none =
    <b>Who came</b>
    There is nobody to mark: no mentors on the register yet.
training-seat-unknown = { $name }
training-seat-came = ☑ { $name }
training-seat-missed = ✕ { $name }
memos-head =
    <b>Memo cards</b>
    One for each occasion, to glance at a minute before a talk.
memo-head = <b>{ $title }</b>
toast-training-taken = The cycle is added
toast-training-added = The lesson is added
toast-training-test =
    { $count ->
        [0] The test is gone
        [one] { $count } question in the test
       *[other] { $count } questions in the test
    }
toast-training-dropped = Removed
toast-training-read = It counts
toast-training-demanded = From now on only those who are trained become mentors
toast-training-free = Training is not demanded any more
toast-training-planned = The time is set
toast-training-kept = Kept
toast-training-off = Called off
toast-training-own = Marked, thank you
toast-training-asked = The survey is sent
notice-training = You are invited to the training of mentors: "{ $title }", { $start }.
notice-training-moved = Training was moved: "{ $title }" is now { $start }.
notice-training-off = Training was called off: "{ $title }", { $start }. You can read the lesson in the bot.
notice-training-shortly = Training soon: "{ $title }".
notice-training-came = Were you at the training "{ $title }"? One tap is enough.
error-training-title = A title may not be empty nor longer than { $limit } characters.
error-training-text = A text may not be empty nor longer than { $limit } characters. Better send a long one as a file.
error-training-many = There is no room for more than { $most }. Remove something that is not needed.
error-training-test =
    { $number ->
        [0] At least one question is needed, and no more than ten.
       *[other] Question { $number } cannot be read: it needs two to four short options, one of them with a plus before it.
    }
error-training-shipped = This lesson ships with the bot: it can be removed, not changed. Add your own beside it.
error-training-same = A session of this cycle is set for that time already.
error-training-early = You can mark it once the session has begun.
error-training-marked = Whoever led it marked it otherwise. If that is a mistake, tell them: they can correct it.
error-training-nobody = There is nobody to ask yet: nobody is marked as present.
