### The school's group chat: binding, rhythm, polls.

button-group = Group
button-bind = Bind this group
group-taken = This group is bound to another school already. To move it, the curator of that school unbinds it first.
toast-group-bound = The group is bound
toast-group-curator = Only the school’s curator can bind the group.
group-none =
    <b>The school’s group</b>
    There is no group here yet. The bot brings questions for reflection and polls to the common chat and never writes anything personal there.

    Add the bot to the school’s group or pick it with the button. The bot will write there rarely and without a sound.
button-group-add = Add to the group
button-group-pick = Pick the group
group-pick = Press the button under the input field: Telegram will show your groups.
group-pick-or = Changed your mind? Go back.
button-group-choose = Pick your group
group-picked = Done: the bot is in the group “{ $title }”.
group-untitled = untitled
group-head =
    <b>The school’s group</b>
    { $title }
group-rhythm-off = Questions do not come by themselves. You can put one at any time.
group-rhythm-weekly = A question comes once a week.
group-rhythm-fortnightly = A question comes once in two weeks.
group-rhythm-monthly = A question comes once a month.
group-next = <i>Next: { $when }.</i> { $text }
group-counts = This month: { $asked ->
        [one] { $asked } question
       *[other] { $asked } questions
    }, { $answers ->
        [one] { $answers } answer
       *[other] { $answers } answers
    }, { $reactions ->
        [one] { $reactions } reaction
       *[other] { $reactions } reactions
    }.
group-not-admin = For the bot to count reactions, make it an administrator of the group. It needs no other rights.
group-topic = The group has topics. For the bot to write in one of them, send /start@{ $bot } bind in it.
button-ask-now = Ask now
button-prompts = Questions
button-rhythm = Rhythm
button-polls = Votes
button-hour = Final reflection
button-answers-held = To look at: { $count }
group-rhythm-ask =
    <b>The rhythm of questions</b>
    Questions come on school days and in school hours. Where the day falls into a break, the question moves within its period or does not come.
group-held-on = You see private answers first: without a name, if the person asked for that.
group-held-off = Private answers go to the group at once, with or without the name, as the author decides.
rhythm-off = Do not ask
rhythm-weekly = Once a week
rhythm-fortnightly = Every two weeks
rhythm-monthly = Once a month
button-group-day-1 = Monday
button-group-day-2 = Tuesday
button-group-day-3 = Wednesday
button-group-day-4 = Thursday
button-group-day-5 = Friday
button-group-day-6 = Saturday
button-held-on = Look at answers
button-held-off = Do not look
button-unbind = Unbind the group
button-unbind-really = Yes, unbind
group-day-ask = On which day should the question come? If it is no school day, the question comes earlier that week.
group-hour-ask = At what time?
group-unbind-ask = Unbind the group? The bot will stop writing there. Answers and sums are kept; the bot does not leave the group by itself.
toast-group-unbound = The group is unbound
notice-group-lost = The bot can no longer write in the school’s group: it was removed, or the group is gone. No questions come there. If this was by accident, add the bot again.
error-no-group = The school has no group yet. Add the bot to the common chat: “Menu” → “Group”.

## Polls

polls-none =
    <b>Polls</b>
    There were no polls yet. A poll is good where a show of hands is enough: for the date of the round table, say. Votes are anonymous.
polls-head =
    <b>Polls</b>
    Votes are anonymous: nobody sees who chose what.
poll-line-open = { $question } · open
poll-line-closed = { $question } · closed
button-poll-new = New vote
poll-question-ask = What should be asked? Write the question in one line or take a ready one.
button-poll-table = Round table’s date
poll-round-table = When could you come to the round table?
poll-draft =
    <b>New poll</b>
    { $question }
poll-options-ask = Mark dates or write options, each on a line of its own. There must be { $least } to { $most }.
button-poll-when = Next
poll-when-ask = When should the poll close? It goes to the group with this press.
button-poll-days = In { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
button-poll-open = I will close it
toast-poll-put = The poll is on its way
poll-card-open =
    <b>The poll is open</b>
    { $question }
    Votes: { $total }
poll-card-closed =
    <b>The poll is closed</b>
    { $question }
    Votes: { $total }
poll-closes = Closes: { $when }.
button-refresh = Refresh
button-poll-close = Close the poll
toast-poll-closing = The poll is closing
group-poll-over =
    The poll is closed: { $title }
    Most votes: <b>{ $what }</b> ({ $count } of { $number }). Thank you to everyone who answered.
group-poll-empty =
    The poll is closed: { $title }
    Nobody voted.
notice-poll-over =
    The poll in the group is closed: { $title }
    Most votes: { $what } ({ $count } of { $number }).
notice-poll-empty =
    The poll in the group is closed: { $title }
    Nobody voted.
error-poll-question = A poll’s question is a line of at most { $limit } characters. Please write it again.
error-poll-many = A poll holds at most { $limit } options.
error-poll-option = An option longer than { $limit } characters does not fit. Please shorten it.
error-poll-few = There must be at least { $limit } options.
error-poll-leaving = The poll is still on its way to the group. Press again in a minute.
