### Meetings: why something cannot be done.

error-checkin-closed = This meeting can no longer be checked in: the time is over.
error-checkin-early = This meeting has not ended yet: { $opens }. It can be checked in afterwards.
error-checkin-long = That is too long. Please keep within { $most } characters.
error-checkin-minutes = A number of minutes from { $least } to { $most } is needed.
error-checkin-mood = A number from { $least } to { $most } is needed.
error-fit-early = Whether you suit each other can be said after the meeting.
error-fit-kind = That is asked only after the acquaintance and the trial meeting.
error-fit-unsaid = You have not yet said whether you suit each other.
error-log-future = This meeting is still to come: what has been can be noted.
error-log-old = That is too long ago: meetings of the last { $days } days can be noted.
error-meeting-gate = Another meeting has to take place first.
error-meeting-move = The mentor or the only mentee can move this meeting.
error-meeting-once = There has been such a meeting already.
error-meeting-over = This meeting is over.
error-meeting-people = A meeting needs people of both sides.
error-meeting-place = Too long: { $most } characters at most.
error-meeting-slot-far = That is too far away: { $start }.
error-meeting-slot-length = A meeting has to end after it begins and may last no longer than a working day.
error-meeting-slot-other = A time has been chosen already.
error-meeting-slot-past = That time has passed: { $start }.
error-meeting-slots = One to { $most } different times are needed.
error-meeting-stale = Something about the meeting has changed since.

### Meetings: proposing, answering, the card.

button-meetings = Meetings
button-meeting = Open the meeting
button-propose = Propose a meeting
button-propose-it = Propose it
button-log = We have met
button-memo = Short guide
button-other-kind = Another meeting
button-more-time = One more time
button-how = Form of contact
button-start-over = Choose again
button-meeting-send = Send
button-accept = I will come
button-accept-one = Time { $number }
button-other-time = Another time
button-cannot = I cannot
button-move = Move
button-call-off = Call off
button-call-off-sure = Yes, call it off
button-not-coming = I will not come
button-cannot-sure = Yes, I cannot
button-calendar-file = Calendar file
meeting-kind-acquaintance = acquaintance meeting
meeting-kind-trial = trial working meeting
meeting-kind-planning = planning meeting
meeting-kind-series = working meeting
meeting-kind-final = final meeting
meeting-title-acquaintance = Acquaintance meeting
meeting-title-trial = Trial working meeting
meeting-title-planning = Planning meeting
meeting-title-series = Working meeting
meeting-title-final = Final meeting
meeting-short-acquaintance = acquaintance
meeting-short-trial = trial
meeting-short-planning = planning
meeting-short-series = working
meeting-short-final = final
meeting-slot = { $start }–{ $end }
meeting-times-1 = { $one }
meeting-times-2 =
    1) { $one }
    2) { $two }
meeting-times-3 =
    1) { $one }
    2) { $two }
    3) { $three }
meeting-how =
    { $times }
    Form of contact: { $contact }
meeting-where =
    { $times }
    Place: { $place }
meeting-days =
    <b>To propose: { $kind }</b>
    With: { $names }
    On which day?
meeting-advice = Best between { $first } and { $last }.
meeting-days-ask = You can also write: "Wednesday at 15:30", "tomorrow at 14". Days with a star have no lessons.
meeting-days-ask-buttons = Days with a star have no lessons.
meeting-day-closed = { $day } *
meeting-kinds =
    <b>Which meeting is it?</b>
    Those that are possible now: the programme goes in order, from acquaintance to the final meeting.
meeting-hours =
    <b>{ $day }</b>
    At what time?
meeting-hours-none =
    <b>{ $day }</b>
    There are no suitable hours left on this day. Please choose another one.
meeting-hours-ask = Another time can be written: "15:30". "Busy" means that one of you has a meeting then.
meeting-hour-busy = { $time } busy
meeting-summary =
    <b>Please check: { $kind }</b>
    With: { $names }
    { $times }
meeting-summary-how = Form of contact: { $contact }.
meeting-place-ask = If the place matters, write it in one message and the invitation leaves at once. Or press "Send".
meeting-how-ask = Which form of contact? These are the seven of the school's programme.
meeting-card =
    <b>{ $kind }</b>
    With: { $names }
    { $times }
    { $state }
meeting-card-watched =
    <b>{ $kind }</b>
    { $times }
    { $state }
meeting-state-proposed = A time is proposed, waiting for an answer.
meeting-state-countered = Another time is proposed, waiting for an answer.
meeting-state-agreed = The time is agreed.
meeting-state-happened = One side says that it took place. If the other does not object within three days, it counts.
meeting-state-missed = One side says that it did not take place. Waiting for the other's word.
meeting-state-declined = The time did not suit.
meeting-state-expired = There was no answer, the proposal has closed by itself.
meeting-state-cancelled = The meeting was called off.
meeting-state-counted = It took place.
meeting-state-denied = The sides remember it differently. The curator knows that help is needed, and not who said what.
meeting-state-not-held = It did not take place.
meeting-state-lapsed = Nobody said whether it took place.
meeting-state-answer = { $name } waits for your answer. Which time suits you?
meeting-state-join = The time is agreed. Will you come?
meeting-state-checkin = Did it take place?
meeting-reply-coming = { $name }: coming
meeting-reply-asked = { $name }: no answer yet
meeting-reply-declined = { $name }: not coming
meeting-agreed-on =
    <b>Agreed:</b>
    { $text }
meeting-line = { $day } { $time } · { $kind } · { $state }
meeting-mark-proposed = waiting
meeting-mark-countered = waiting
meeting-mark-agreed = agreed
meeting-mark-happened = noted
meeting-mark-missed = not held?
meeting-mark-declined = did not suit
meeting-mark-expired = no answer
meeting-mark-cancelled = called off
meeting-mark-counted = held
meeting-mark-denied = remembered differently
meeting-mark-not-held = not held
meeting-mark-lapsed = no word
meeting-mark-answer = please answer
meeting-mark-checkin = did you meet?
meetings-head =
    <b>Your meetings</b>
    { $first }–{ $last } of { $total }
meetings-none =
    <b>Your meetings</b>
    None yet. Open your pair and propose one: twenty minutes are enough.
meetings-pair-head =
    <b>The pair's meetings</b>
    { $first }–{ $last } of { $total }
meetings-pair-none =
    <b>The pair's meetings</b>
    None yet.
meeting-memo =
    <b>{ $title }</b>
    { $aim }

    { $before }

    { $steps }

    <b>What remains:</b> { $leaves }
    { $care }
meeting-file = The meeting for your calendar: open the file and it appears there.
meeting-file-cancel = Open the file and the meeting leaves your calendar.
meeting-decline-ask = Not at all, or would another time do?
meeting-decline-group = The meeting goes on without you. Are you sure you will not come?
meeting-cancel-ask = Call the meeting off for everybody? The others will hear at once.
menu-meeting-answer =
    <b>An answer is waited for: { $kind }</b>
    With: { $names }
    { $times }
menu-meeting-checkin =
    <b>Did the { $kind } take place?</b>
    With: { $names }
    { $times }
menu-meeting-coming =
    <b>Ahead: { $kind }</b>
    With: { $names }
    { $times }
toast-meeting-sent = Sent
toast-meeting-accepted = Agreed
toast-meeting-declined = Passed on
toast-meeting-cancelled = Called off
toast-done-already = That is done already

### What others hear of a meeting.

notice-meeting-proposed =
    { $name } proposes: { $kind }.
    { $times }
notice-meeting-countered =
    { $name } proposes another time ({ $kind }).
    { $times }
notice-meeting-agreed =
    Agreed: { $kind }.
    With: { $names }
    { $times }
notice-meeting-join =
    The time is agreed: { $kind }. Will you come?
    With: { $names }
    { $times }
notice-meeting-joined =
    { $name } will come to the meeting ({ $kind }).
    { $times }
notice-meeting-declined =
    It does not work out: { $kind }.
    With: { $names }
    You can propose another time.
notice-meeting-not-coming =
    { $name } cannot come, the others meet ({ $kind }).
    { $times }
notice-meeting-moved =
    { $name } asks to move: { $kind }.
    It was: { $former }
    The new time:
    { $times }
notice-meeting-cancelled =
    The meeting is called off: { $kind }.
    With: { $names }
    { $former }
notice-meeting-confirm-held =
    { $name } says that the meeting took place ({ $kind }).
    { $times }
    If that is so, you need do nothing.
notice-meeting-confirm-not-held =
    { $name } says that the meeting did not take place ({ $kind }).
    { $times }
    How do you remember it?
notice-meeting-offer-new-time =
    The meeting did not take place ({ $kind }); that happens. Another time, perhaps?
    With: { $names }
notice-meeting-help = A pair needs help: { $names }. The sides remember differently whether they met. Who said what is not shown: just ask how things go.
notice-fit-mentor = { $name } is not sure that the pair fits ({ $names }). The bot has told the other side nothing. Please talk and decide together.
notice-fit-another = { $name } asks for another mentor (now: { $names }). Nobody is to blame, it happens; the bot has told the mentor nothing.
due-meeting-eve =
    A reminder: { $kind }.
    With: { $names }
    { $times }
due-meeting-shortly =
    Soon: { $kind }.
    With: { $names }
    { $times }
due-meeting-checkin =
    Did the { $kind } take place?
    With: { $names }
    { $times }
due-meeting-checkin-again =
    There is no word yet on the { $kind }. Did you meet?
    With: { $names }
    { $times }
due-meeting-unanswered =
    Waiting for your answer: { $kind }.
    With: { $names }
    { $times }
due-meeting-expired =
    The invitation got no answer ({ $kind }). Perhaps another time?
    With: { $names }
due-fit-asked = Would you like to go on in this pair? With: { $names }. The other side will not see the answer.
due-fit-asked-again = You were still deciding whether to go on in this pair. How is it now? With: { $names }. The other side will not see the answer.

### After a meeting.

button-held = It took place
button-not-held = It did not
button-pass-over = Do not note it
button-add-more = Add details
button-ready = Done
button-fit = Whether to go on
button-another-mentor = Another mentor
checkin-thanks-held = Thank you, noted. How was it, from 1 (hard) to 5 (great)? Only you see the answer.
checkin-thanks-not-held = Thank you, noted. What came in the way? You need not answer; only you see the reason.
checkin-passed-over = All right, we will not ask about this meeting again.
checkin-mood-kept = Thank you. Nothing more is needed; add whatever you like.
checkin-why-kept = Thank you. When it suits you, propose another time.
checkin-kept = Noted.
checkin-more-held = <b>About the meeting</b>
checkin-more-not-held = <b>The meeting did not take place</b>
checkin-nothing-yet = Nothing yet, and that is fine.
checkin-line-shared = { $part }: { $value } · the pair sees it
checkin-line-own = { $part }: { $value } · only you see it
checkin-minutes = { $minutes } min
checkin-again = { $at }
checkin-tasks-said = { $count ->
        [one] { $count } task
       *[other] { $count } tasks
    }
checkin-seen-pair = Your pair will see it; the curator will not.
checkin-seen-own = Only you see it.
checkin-ask-mood = How was the meeting, from 1 (hard) to 5 (great)?
checkin-ask-why = What came in the way?
checkin-ask-minutes = How long was it?
checkin-ask-contact = What was the form of contact?
checkin-ask-subjects = What was it about? Tick one or several.
checkin-ask-tasks = What became of the plan's tasks?
checkin-ask-agreed = What was agreed?
checkin-ask-note = A note for yourself. No names of pupils or colleagues, please.
checkin-ask-again-at = When to meet next?
checkin-type-minutes = Or write: "40", "an hour and a half".
checkin-type-agreed = Write it in one message. No names of pupils or colleagues, please.
checkin-type-note = Write it in one message.
checkin-type-again-at = Or write: "Wednesday at 15:30".
checkin-again-kept = Noted: { $at }. So far it is only your wish. Propose this time now?
checkin-tasks-none = The plan has no open tasks.
checkin-task-done = ✓ { $text }
checkin-task-moved = ↻ { $text }
checkin-task-not = – { $text }
checkin-task-ask =
    <b>{ $text }</b>
    How does this task stand after the meeting?
mark-done = Done
mark-moved = Moved
mark-not = Not yet
why-ill = Illness
why-busy = Too busy
why-timetable = The timetable changed
why-forgot = Forgotten
why-no-need = No need
why-other = Something else
part-mood = How it was
part-why = What came in the way
part-minutes = Length
part-contact = Form of contact
part-subjects = What it was about
part-tasks = The plan's tasks
part-agreed = Agreed
part-note = A note for myself
part-again-at = Next time
log-ask =
    <b>When did you meet?</b>
    It is noted without details; the other side sees it and can object.
log-today = Today
log-yesterday = Yesterday
log-type = Another day can be written: "Friday", "12 November".
fit-ask =
    <b>Would you like to go on in this pair?</b>
    The other side will not see the answer.
fit-own = Noted now: { $fit }.
fit-yes = Yes, we go on
fit-deciding = Still deciding
fit-no = No, it does not fit
fit-then-go-on = Good. We wish you fine meetings.
fit-then-try-out = There is no hurry. A trial meeting with one small task helps to decide.
fit-then-take-time = Take your time. The bot asks again in a week, and you can change the answer any day.
fit-then-offer-another = It happens, and nobody is to blame. You can ask for another mentor: only the curator will know.
fit-then-thank-and-care = Thank you for saying so. The curator will know and talk with you; the bot tells the other side nothing.
fit-another-asked = Passed on to the curator, who will help to find another mentor. The bot tells this one nothing.
error-checkin-number = I did not understand how long. Write, for example, "40" or "an hour and a half".
error-log-known = A meeting of your pair is already noted for that day.
error-meeting-all = All meetings of this year are through.
error-meeting-open = Please wait for the answer first: there is an open proposal of such a meeting.
error-meeting-same = Your pair has a meeting at this time already.
error-meeting-paused = The pair rests on these days. Please choose another one.
error-meeting-when = I did not understand when. Write a day and an hour, for example: "Wednesday at 15:30".
stored-meetings = Meetings
stored-checkins = Your words on meetings
stored-fits = Whether you want to go on in the pair
