### Support: consultations, a colleague's answer, the psychologist. Step 23 of the plan.

button-support = Support
support-head =
    <b>Support</b>
    Ask, learn, find a memo card. Asking is welcome here.
support-held =
    { $count ->
        [0] There were no consultations this school year yet.
        [one] { $count } consultation this school year.
       *[other] { $count } consultations this school year.
    }
support-waiting = Waiting for you: { $count }.
button-with-count = { $label }: { $count }
button-consults = Consultations
button-questions = Ask a colleague
button-psychologist = Psychologist
button-helping = How I can help
helping-head =
    <b>How I can help</b>
    Tick what you may be asked for. You can change your mind any day and need not explain.
helping-consults = I give advice
helping-answers = I answer a question
helping-topics =
    { $count ->
        [one] Questions on { $count } subject.
       *[other] Questions on { $count } subjects.
    } Change:
helping-topics-all = Questions on any subject. If you prefer some, tick them:
helping-topics-ask = What may you be asked about? Press to tick or untick.
toast-helping-kept = Kept
theme-leadership = Leadership
theme-active-position = Taking part
theme-stress = Stress, strength
theme-time = Managing time
theme-documents = Paperwork
theme-lesson = Lessons by standard
theme-technologies = Modern methods
theme-qualification = Qualification
theme-pupils = Pupils' psychology
theme-climate = Climate in the staff
theme-creative-groups = Creative groups

consults-head =
    <b>Consultations</b>
    What it is about is known to you and to whoever advises you.
consults-none =
    <b>Consultations</b>
    There are none yet. A mentor may ask for a talk any time: only two will know what it is about.
consults-waiting =
    <b>Waiting for somebody</b>
    Who asks is shown to whoever takes it.
consults-waiting-none = Every request has been taken. Thank you!
consult-line = { $state } { $topic }
consult-topic-line = { $topic }
consult-mark-open = ◌
consult-mark-taken = ◔
consult-mark-offered = ◑
consult-mark-agreed = ●
consult-mark-done = ✓
consult-mark-off = ✕
button-consult-ask = Ask for one
button-consult-waiting = Waiting: { $count }
button-consult-take = I will take it
button-consult-times = Propose times
button-consult-other = Another time
button-consult-off = Call off
button-consult-off2 = Yes, call off
button-consult-return = Give back
button-consult-return2 = Yes, give back
button-consult-helped = It helped
button-consult-more = One more question
consult-ask =
    <b>Consultation</b>
    What would you like to talk over? Press or write a few words, without names: the subject is seen by those who could take it, your name by the one who does.
consult-topic-start = Where to begin
consult-topic-silence = We do not talk
consult-topic-plan = The year's plan
consult-topic-tired = We are both tired
consult-topic-lesson = Discussing a lesson
consult-topic-papers = Paperwork
consult-card =
    <b>Consultation</b>
    { $topic }
consult-with-taker = Advises: { $name }
consult-with-asker = Asks: { $name }
consult-place = Where: { $place }
consult-state-open = Everybody who advises has seen it. The first who takes it will help.
consult-state-taken = All that is left is a time. Either of you may propose it.
consult-state-offered = Times are proposed, waiting for an answer.
consult-state-answer = Times are proposed. Which suits you?
consult-state-agreed = Agreed:
consult-state-over = It was agreed for:
consult-state-done = The consultation is over.
consult-state-off = The request was called off.
consult-days = Choose a day or write a time, such as: tomorrow at 15:30. You may propose up to three.
consult-hours = { $day }: at what time? Press or write.
consult-summary =
    We shall propose:
    { $times }

    If you want to name a place or a link, write it, and the proposal leaves with it.
consult-off-ask = Call the request off? You need not explain.
consult-return-ask = Give the request back? The others who advise will see it.
toast-consult-asked = The request is sent
toast-consult-taken = It is yours. Thank you!
toast-consult-sent = The proposal is sent
toast-consult-agreed = Agreed
toast-consult-helped = Glad that it helped
toast-consult-more = Fine, let us find more time
toast-consult-off = Done
notice-consult-call = A mentor asks for a consultation: { $topic }. Will you take it? Half an hour is enough.
notice-consult-wait = A mentor still waits for a consultation: { $topic }. Could you find half an hour?
notice-consult-taken = { $name } takes your consultation. All that is left is a time.
notice-consult-times = { $name } proposes times for the consultation.
notice-consult-agreed = { $name } agrees to the time of the consultation.
notice-consult-helped = { $name } says that the consultation helped. Thank you!
notice-consult-more = { $name } has one more question. Could you find the time?
notice-consult-back = { $name } cannot give the consultation. We have asked the others again.
notice-consult-off = { $name } calls the consultation off. Your time is free again.
notice-consult-shortly = A consultation soon: { $name }.
notice-consult-how = How was the consultation? One tap is enough.
rule-consult-wait = A request for advice
error-consult-topic = A subject may not be empty nor longer than { $limit } characters.
error-consult-open = One request of yours is waiting. Once it is taken you can ask for another.
error-consult-own = This is your own request.
error-consult-taken = Somebody has taken this consultation. Thank you for offering.

questions-head =
    <b>Ask a colleague</b>
    One question, one answer. First what you were asked.
questions-none =
    <b>Ask a colleague</b>
    One short question to somebody who knows, and their answer. No meetings, no obligations.
question-line-asked = ❓ { $text }
question-line-waiting = ◌ { $text }
question-line-answered = ✓ { $text }
question-line-closed = ✕ { $text }
button-question-ask = Ask a question
button-question-person = Choose a colleague
button-question-thanks = Thank you
button-question-close = No longer needed
button-question-pass = Not for me
button-ask-colleague = Ask again
question-ask = What is it about? By subject we ask those who know it; you may also choose a person yourself.
question-topic-ask = Which of these?
question-nobody-yet = Nobody has offered to answer on this subject yet. Try to choose a colleague or another subject.
question-text-ask = Write the question in one message, without names of pupils or colleagues. Only those we ask will see your name: no more than three at a time.
question-text-ask-person = Write the question in one message. Only { $name } will read it.
question-who = Whom would you ask? Here is everybody who offered to answer.
question-who-none = Nobody has offered to answer questions yet. You can ask the curator for a talk.
question-card-own = <b>Your question</b>
question-card = <b>{ $name } asks you</b>
question-answer = <b>{ $name }</b> answers:
question-waiting =
    { $count ->
        [one] { $count } colleague was asked, waiting for an answer.
       *[other] { $count } colleagues were asked, waiting for an answer.
    }
question-closed = The question was closed without an answer.
question-answer-ask = Write the answer in one message. Only { $name } will read it.
toast-question-asked = The question is sent
toast-question-answered = The answer is sent. Thank you!
toast-question-thanks = Thanks passed on
toast-question-passed = Fine, we ask others
toast-question-closed = The question is closed
notice-question = { $name } asks you one question. A couple of sentences will do.
notice-question-answered = { $name } answers your question.
notice-question-thanked = { $name } thanks you for the answer.
notice-question-nobody = Nobody could answer your question yet. It happens: ask differently, or choose a person yourself.
rule-question-nobody = A question without an answer
error-question-text = A question or an answer may not be empty nor longer than { $limit } characters.
error-question-many =
    { $most ->
        [one] { $most } question of yours is waiting already.
       *[other] { $most } questions of yours are waiting already.
    } Wait for an answer or close one of them.
error-question-nobody = There is nobody to ask about this now. Try another subject or choose a colleague yourself.
error-question-answered = This question has been answered. Thank you for offering.

talk-door =
    <b>Psychologist</b>
    You may come here with anything. That you came and what you wrote is seen by nobody but the psychologist: not the curator, not the head, not colleagues. After the end of a talk it is kept for { $days } days and erased; you can erase it sooner.
    If there is danger right now, call 112.
talk-nobody =
    <b>Psychologist</b>
    There is no school psychologist in the bot yet. Nobody will know that you looked in here.
    There is help all the same: in danger call 112, day and night; there they also tell the number of a psychological help line. You can also talk to a doctor or to somebody you trust.
button-talk-ask = ✎ { $name }
button-talk-own = Write to another
button-talk-earlier = ‹ Earlier
button-talk-end = End the talk
button-talk-erase = Erase everything
button-talk-erase2 = Yes, erase
talk-line-open = { $name } · { $day }
talk-line-waits = ● { $name } · { $day }
talk-line-over = ✓ { $name } · { $day }
talks-head =
    <b>They came to me</b>
    Only you see this screen. A dot marks those who wait for an answer.
talks-none =
    <b>They came to me</b>
    Nobody has written yet. When they do, a message comes without a name or a word.
talk-ask = Write one message, however it comes. Only the psychologist reads it. Once it is sent you may delete your own message in the chat.
talk-head = <b>{ $name }</b>
talk-mine = <i>You, { $at }</i>
    { $text }
talk-theirs = <i>{ $at }</i>
    { $text }
talk-go-on = To go on, just write.
talk-over = The talk is over. It will be erased on { $day }.
talk-erase-ask = Erase the whole talk, with you and with the psychologist? It cannot be brought back.
toast-talk-sent = Sent
toast-talk-ended = The talk is over
toast-talk-erased = Erased
notice-talk-asked = Somebody has written to you. The message waits on your screen.
notice-talk-answered = You have an answer. Only you can read it.
error-talk-text = A message may not be empty nor longer than { $limit } characters. If there is more to say, send it in two.
error-talk-nobody = This person takes no messages here any more. Your words were passed to nobody.
error-talk-over = This talk is over. Your words were passed to nobody; you may begin a new one.
