### Surveys: a questionnaire given to many in a window.

button-surveys = Surveys
button-questionnaires = School's forms
button-year-forms = Entry forms
button-results = Results
button-answer = Answer
button-move-end = Another day
button-close = Close
button-close-sure = Yes, close it
button-survey-send = Send out
surveys-head =
    <b>Surveys</b>
    A survey is a questionnaire given to many people until a certain day.
surveys-none =
    <b>Surveys</b>
    None yet. Choose one of the school's questionnaires, decide who gets it and until which day, and the bot sends it out.
survey-line-open = { $title } · { $sent } of { $asked }
survey-line-closed = { $title } · closed · { $sent } of { $asked }
survey-head-open =
    <b>{ $title }</b>
    { $sent } of { $asked } have answered. Open until: { $until }.
survey-head-closed =
    <b>{ $title }</b>
    { $sent } of { $asked } have answered. Closed: { $until }.
survey-anonymous = Answers carry no names: you see who has answered, not what. The results appear when the survey is closed.
survey-drafts =
    <b>Not finished:</b>
    { $names }
survey-silent =
    <b>Not begun:</b>
    { $names }
survey-all-in = Everybody has answered.
names-more = { $names } and { $count } more
survey-close-ask = Close the survey? { $count ->
        [0] Everybody who was asked has answered.
        [one] { $count } person has not answered and will not be able to.
       *[other] { $count } people have not answered and will not be able to.
    } It cannot be opened again.
survey-close-anonymous = Drafts of this survey that were not sent will be deleted: they carry a name.
survey-offer = <b>Survey: { $title }</b>
survey-whom = For: { $roles }. At present { $count } { $count ->
        [one] person
       *[other] people
    }.
survey-until-ask = Until which day? Press a button or write the day, for example: 5 December.
survey-confirm =
    <b>{ $title }</b>
    For: { $roles }, { $count } { $count ->
        [one] person
       *[other] people
    }.
    Until: { $day }, { $time }.
    A day before the end the bot reminds those who have not answered.
survey-move = The survey is open until: { $until }. Until which day shall it stay open? Press a button or write the day.
toast-survey-sent = Sent out
toast-end-moved = The end was moved
toast-closed = The survey is closed
notice-survey =
    <b>{ $title }</b>
    Please answer until: { $until }. You may pause and go on later.
notice-survey-anonymous =
    <b>{ $title }</b>
    Answers carry no names. Please answer until: { $until }. You may pause and go on later.
notice-survey-left = You have not answered the questionnaire “{ $title }” yet. It is open until: { $until }.
notice-survey-last-day = The questionnaire “{ $title }” closes soon. You can answer until: { $until }.
notice-survey-ended = The survey “{ $title }” is closed. Its results are ready.
notice-draft = The questionnaire “{ $title }” is not finished. All answers are kept; go on where you stopped.
menu-survey =
    <b>{ $title }</b>
    We are waiting for your answer until: { $until }.
error-survey-open = A survey with this questionnaire is running. A new one can begin when it is closed.
error-survey-nobody = There is nobody to answer: no people of this role take part at present. Nothing was sent to anybody.
error-survey-closed = This survey is closed.
error-survey-given = You have answered already, thank you. Answers without names cannot be changed: nobody can tell which are yours.
error-survey-past = That day has passed. Please choose another one.
error-survey-far = That is too far away: a survey lasts { $days } days at most. Please choose a nearer day.
error-no-day = It is not clear which day that is. Please write, for example: 5 December or 05.12.2026.
year-forms-head =
    <b>Entry forms</b>
    Every new participant fills them in without being sent them.
results-head =
    <b>{ $title }</b>
    Answered: { $count }. Page { $page } of { $pages }.
results-guarded = There are no names here. Where there are fewer than five answers, or they could be worked out, there are no figures either.
results-file = { $title }: results. Answered: { $count }.
button-chart = As a picture
button-answer-files = Files in answers
answer-file = { $name }: { $question }
answer-files-shown = Files { $first }–{ $last } of { $total }.
error-results-later = The results of this survey open when it has ended. Otherwise they would give away who answered last.
error-nothing-to-draw = There is nothing to draw yet: too few answers with figures or choices.
