### The school's questionnaires: the list, a card, one's own file checked, tried and published.

button-send-own = Send my own
button-template = Get a template
button-try = Try it
button-give = Whom and when
button-download = Get as .xlsx
button-versions = Earlier versions
button-to-shipped = Back to original
button-to-shipped-sure = Yes, the original
button-form-remove = Take it away
button-form-remove-sure = Yes, take it away
button-publish = Publish
button-not-publish = Do not publish
publish-list = <b>The school's questionnaires</b>: { $first }–{ $last } of { $total }
publish-line =
    { $place }. { $title }
    { $questions } { $questions ->
        [one] question
       *[other] questions
    } · the original
publish-line-own =
    { $place }. { $title }
    { $questions } { $questions ->
        [one] question
       *[other] questions
    } · the school's, since { $since }
publish-about =
    <b>{ $title }</b>
    { $questions } { $questions ->
        [one] question
       *[other] questions
    }, about { $minutes } { $minutes ->
        [one] minute
       *[other] minutes
    }
publish-whom =
    For: { $roles }
    When: { $wave }
    Answers: { $names }
    Usual time to answer: { $days } { $days ->
        [one] day
       *[other] days
    }
publish-with-names = with names
publish-without-names = without names
form-wave-entry = on joining the programme
form-wave-before = at the beginning of the year
form-wave-interim = in the middle of the year
form-wave-after = at the end of the year
form-wave-once = at any time
form-state-candidate = not published
form-state-published = in force
form-state-replaced = replaced
form-state-withdrawn = taken away
publish-in-force-shipped = The original version is in force. You can download it, change it and send it back: then people are given yours.
publish-in-force-own = The school's own version is in force, since { $since }.
publish-none-in-force =
    <b>{ $title }</b>
    Not published at present: people do not see it.
publish-history = Versions the school has sent: { $count }
publish-version = { $day } · { $questions } { $questions ->
        [one] question
       *[other] questions
    } · { $state }
publish-past =
    <b>Versions sent</b>
    Any of them can be looked at and published again.
publish-past-none = The school has not sent a version of this questionnaire yet. Download it, change it and send it back.
publish-ask =
    <b>A questionnaire of your own</b>
    Send the file: .xlsx, .xls, .csv or .md, up to 2 MB. The bot checks it and tells you everything that has to be put right. Nobody sees it until you press “Publish”.
publish-typed = A file with the questionnaire is needed here: .xlsx, .xls, .csv or .md. Attach it with the paper clip. If you have none yet, begin with the template.
publish-template = The template: one question of each kind, and notes on the columns. Put your own questions in place of the examples.
publish-file = The questionnaire as it is in force. Change what you need and leave form_id as it is: by it the bot knows a new version.
publish-file-next = When you have changed it, send the file: the bot checks it and shows what is different.
publish-faults = { $count ->
        [one] { $count } place in the file has to be put right:
       *[other] { $count } places in the file have to be put right:
    }
publish-refused = This file cannot become a questionnaire yet.
publish-faults-more = { $count } more are in the file above.
publish-faults-file = All remarks in order: { $count }
publish-faults-next = Nothing is lost, the questionnaire in force has stayed as it was. Put it right and send the file here again.
publish-at-file = { $what }
publish-at-sheet = sheet { $sheet }: { $what }
publish-at-row = sheet { $sheet }, row { $row }: { $what }
publish-at-cell = sheet { $sheet }, row { $row }, column { $column }: { $what }
publish-warnings = { $count ->
        [one] The file is accepted. There is { $count } remark, it does no harm:
       *[other] The file is accepted. There are { $count } remarks, they do no harm:
    }
publish-warnings-file = All remarks in order: { $count }
publish-unreachable = { $count ->
        [one] { $count } question will probably be seen by nobody, whatever they answer:
       *[other] { $count } questions will probably be seen by nobody, whatever they answer:
    } { $names }
publish-reach-unknown = There are many conditions, and time ran out before it was known whether every question can be reached. Please try it.
publish-no-form-id = The settings sheet has no form_id, so the questionnaire is called after the file: { $name }. For the next file to be its new version, write a form_id or keep the file's name.
publish-no-title = The settings sheet has no title: people will see “{ $name }”. Please write one that speaks to them.
publish-is-in-force = This version is in force already.
publish-replaces = There is such a questionnaire already, this version will replace it. What changes:
publish-same-questions = The questions are the same, only the layout or the settings change.
publish-change-added = New questions: { $count }. { $names }
publish-change-removed = Questions that go: { $count }. { $names }
publish-change-changed = Questions that change: { $count }. { $names }
publish-drafts = { $count ->
        [one] { $count } person is filling it in now and
       *[other] { $count } people are filling it in now and
    } may finish the version they began or go over to the new one with the answers that fit.
publish-lost = The original has questions whose answers fill the registers and help to propose pairs. Nothing here takes their place: { $names }
publish-done =
    <b>{ $title }</b>
    Published. Everybody who begins from this minute on is given this version.
publish-to-shipped-ask =
    Go back to the original instead of the school's “{ $title }”?
    Everybody who begins from this minute on is given the original. Answers that were sent are kept, the school's version stays among the earlier ones.
publish-withdraw-ask =
    Take the questionnaire “{ $title }” away?
    It cannot be given to people until you publish it again. Answers that were sent are kept.
toast-publish-done = Published
toast-publish-again = This version is published already
toast-not-published = Not published: { $title }
toast-form-removed = Done
error-form-named = People fill this questionnaire in on joining, and the answers are kept with names. It cannot be given without names (x_anonymous): the promise would not be true.
error-form-in-use = A survey of this questionnaire is going on. It can be taken away when that is closed.
error-form-promise = A survey of this questionnaire is going on, and people were told whether answers bear names. A version that differs in this can come when it is closed.
