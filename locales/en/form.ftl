### Questionnaires: the chat's own words around a form's questions.

forms-head = <b>Your questionnaires</b>
form-open = { $title } · not started
form-draft = { $title } · not finished
form-sent = { $title } · sent
form-welcome =
    <b>{ $title }</b>
    { $questions } { $questions ->
        [one] question
       *[other] questions
    }, about { $minutes } { $minutes ->
        [one] minute
       *[other] minutes
    }.
form-audience = { $audience }
form-pause = Each answer is saved at once. You can stop and come back when it suits you, from any device.
form-later = Put aside, and all answers are saved. Come back with the button or through the menu.
form-thanks = Thank you, sent: “{ $title }”.
form-done =
    <b>{ $title }</b>
    The questionnaire is sent, thank you.
question-head = Question { $number } of { $total }
question-head-section = Question { $number } of { $total } · { $section }
question = <b>{ $label }</b>
question-typed = Write your answer as a message.
question-hint = <i>{ $hint }</i>
question-ends = { $first } — { $low }; { $last } — { $high }
question-value = Your answer: { $value }
question-suggested = Suggested: { $value }
question-chosen = Marked: { $value }
button-skip = Skip
button-leave = Keep
button-clear = Clear the answer
button-review = To the summary
button-chosen = Done
button-acknowledge = I have read it
button-send = Send
answer-ambiguous = Several answers fit: { $options }. Please be more exact or press a button.
example-date = For example: 1 September or 01.09.2026.
example-time = For example: 15:30.
example-datetime = For example: 1 September at 15:30.
example-integer = For example: 7.
example-decimal = For example: 7.5.
example-select-one = You can press a button, or type the answer’s number or the beginning of its text.
example-select-multiple = You can mark answers with the buttons or type their numbers: 1 and 3.
example-range = Press a number on the scale or type it in figures.
way-round = If it does not work out, put the questionnaire aside or ask the curator: your answers are not going anywhere.
review-head =
    <b>{ $title }</b>
    Check the answers: { $first }–{ $last } of { $total }. To correct an answer, press ✎ with its number.
review-item =
    { $number }. { $label }
    <b>{ $answer }</b>
review-skipped = skipped
review-open = no answer yet
review-incomplete = You can send it once the required questions are answered.
review-dropped = { $count } earlier { $count ->
        [one] answer is no longer needed
       *[other] answers are no longer needed
    } and will not be sent.
forms-none = There are no questionnaires for you at present. When there is one, the bot will write.
form-survey = { $title } · waits for your answer
form-anonymous = Answers without a name: once sent, nobody can tell which are yours, and they cannot be changed. Until you send them, only you see the draft.
form-thanks-anonymous = Thank you, sent without a name: “{ $title }”.
form-newer =
    <b>{ $title }</b>
    The questionnaire has been renewed since. { $kept } of your { $total } answers go over to the new one; the rest will be asked anew.
    You may also finish the old one.
button-carry = Go to the new one
button-finish-old = Finish the old one
form-trial = <i>A trial: answers are not kept and nobody sees them.</i>
form-trial-over =
    <b>{ $title }</b>
    The trial is over, the answers were not kept.
button-form-card = To the form
form-back = Let us go on with the questionnaire.
question-image = Send a photo or a picture.
question-audio = Send a voice message or a recording.
question-video = Send a video.
question-file = Send a file or a photo.
