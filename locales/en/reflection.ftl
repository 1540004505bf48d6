### Reflection in the group: questions, answers, the curator's look, May's hour.

## What the group reads

group-ask = <b>A question for everyone.</b> { $text }
group-ask-hour = <b>Question { $number } of { $total }.</b> { $text }
group-ask-how = <i>Reply to this message: the bot will mark your answer and keep it. Or write to the bot privately: it will pass your words on with or without your name.</i>
button-answer-private = Answer privately
group-answer-signed =
    <b>{ $name }</b>
    { $text }
group-answer =
    <i>An answer without a name</i>
    { $text }
group-summary = <b>{ $month } in numbers.</b> { $asked ->
        [one] { $asked } question
       *[other] { $asked } questions
    }, { $answers ->
        [one] { $answers } answer
       *[other] { $answers } answers
    }, { $reactions ->
        [one] { $reactions } reaction
       *[other] { $reactions } reactions
    }. Thank you for sharing.
group-hour-begin =
    <b>Final reflection of the year</b>
    There are { $total ->
        [one] { $total } question
       *[other] { $total } questions
    } ahead, { $minutes } minutes each. Reply to the message with the question, or write to the bot privately. There are no right answers.
group-hour-end =
    <b>Thank you!</b> Answers: { $answers }, reactions: { $reactions }.
    The curator will gather what matters for the year’s report.
month-of-1 = January
month-of-2 = February
month-of-3 = March
month-of-4 = April
month-of-5 = May
month-of-6 = June
month-of-7 = July
month-of-8 = August
month-of-9 = September
month-of-10 = October
month-of-11 = November
month-of-12 = December

## A private answer

answer-ask =
    <b>The group’s question</b>
    { $text }

    Write your answer. Nothing goes to the group before you press a button. Please do not name pupils or colleagues.
answer-begun = <i>You have begun already:</i> { $text }
answer-preview =
    <b>This is how the group will see it</b>
    { $text }
answer-how = With your name it is signed “{ $name }”, without a name it is not signed at all. To change the answer, write it again.
button-unsigned = Without my name
button-signed = With my name
button-answer-drop = Do not send
answer-posted = Your answer has gone to the group. Thank you!
answer-held = Thank you! Your answer waits: the curator will look at it and pass it on. If you chose “without my name”, the curator does not see your name.
answer-dropped = The answer was not sent and is erased.
button-answer-again = Change the answer
notice-answer-posted = Your answer was passed on to the group.
notice-answer-back = The curator did not pass your answer on and returned it to you: perhaps somebody else’s story can be recognised in it. You can change it and send it again.
error-question-gone = There is no such question in your school. Perhaps it comes from another school’s group.
error-answer-empty = Words are needed here. Please write again.
error-answer-long = An answer longer than { $limit } characters does not fit in the group. Please shorten it.

## The curator's look

notice-answer-held = There is a private answer to the group’s question. It waits for your look.
held-none = All answers have been looked at.
held-head =
    <b>To look at: { $count }</b>
    { $text }
held-signed = The author signs it: { $name }
held-unsigned = The author asks not to be named.
held-words = <blockquote>{ $text }</blockquote>
button-release = Pass it on
button-give-back = Return it
toast-released = The answer has gone to the group
toast-given-back = The answer is back with its author

## The questions

prompts-head =
    <b>The group’s questions</b>
    { $first }–{ $last } of { $total }, in the order in which they come. Press a number to open one.
prompts-none =
    <b>The group’s questions</b>
    There are no questions left for this time of the year: all were dropped. Add your own or bring the ready ones back.
button-prompt-add = My own question
button-prompts-restore = Bring back: { $count }
prompt-one =
    <b>The group’s question</b>
    { $text }
prompt-own = This is your question. Your own come before the ready ones.
prompt-shipped = This is a ready question. If you drop it, it does not come in your school until you bring it back.
button-ask-this = Ask it now
button-prompt-up = Sooner
button-prompt-drop = Drop
button-prompts-other = Other questions
prompt-add-ask = Write a question for the group. A good one does not ask to name pupils or colleagues and wants no grades.
prompt-now =
    <b>Put this question to the group?</b>
    { $text }
toast-prompt-up = The question comes sooner
toast-prompt-dropped = The question is dropped
toast-asked = The question has gone to the group
error-prompt-empty = A question in words is needed here. Please write again.
error-prompt-long = Nobody in a group reads a question longer than { $limit } characters. Please shorten it.
error-prompt-many = There are { $limit } questions of your own already. Drop some to add a new one.

## May's hour

hour-plan =
    <b>Final reflection</b>
    It is usually held in May. The bot puts { $total ->
        [one] { $total } question
       *[other] { $total } questions
    } to the group, one after another:
hour-plan-how = How many minutes for each question? It begins with this press.
button-minutes = { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
toast-hour-begun = The reflection has begun
hour-going =
    <b>Question { $step } of { $total } is open</b>
    Answers so far: { $answers }.
hour-next-at = The next question comes at { $time }.
hour-ends-at = It ends at { $time }.
button-hour-next = Go on now
button-hour-end = Finish
hour-over =
    <b>The final reflection is over</b>
    Answers: { $answers }, reactions: { $reactions }. Of the programme’s people answered: { $people }.
hour-word = <i>Your word for the report.</i> { $text }
hour-no-word = Write a few words for the year’s report: what mattered most, without names.
button-hour-word = Word for the report
button-hour-again = Hold it again
hour-word-ask = Write what mattered most. These words go into the year’s report. Please name nobody.
toast-word-kept = Written down
notice-hour-over = The final reflection is over. Answers: { $count }. A word for the year’s report is left to write.
error-word-long = The word for the report is longer than { $limit } characters. Please shorten it.
