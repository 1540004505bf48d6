### Consent and privacy.

consent-processing = Processing of personal data
consent-participation = Taking part in the programme
consent-publication = Publication on the site and in cases
consent-invited =
    Hello! { $school } invites you to its teacher-to-teacher mentoring programme.
    Your role: { $roles }.
consent-head =
    <b>Document { $number } of { $total }</b>
    { $title }
consent-page = <b>Full text, page { $page } of { $pages }</b>
consent-ask-processing = Do you agree to the school processing these data?
consent-ask-participation = Do you agree to take part in the programme?
consent-ask-publication = Do you agree to publication? You can say no; it makes no difference to your taking part.
button-consent-yes = I agree
button-consent-no = I do not agree
button-consent-full = Read in full
button-refuse = Yes, refuse
button-think-again = I changed my mind
consent-refuse-processing =
    You can refuse, and that is all right. Without this consent the bot cannot take you through the programme and will keep only the number of your account and the refusal itself. You can change your mind at any time.
consent-refuse-participation =
    You can refuse, and that is all right. There will then be no mentor or mentee questionnaires, and nobody will look for a pair for you.
consent-refuse-publication =
    You can refuse: it makes no difference to your taking part. Your name and your materials will not appear on the site or in cases.
consent-taken = { $title }: consent recorded, thank you. A dated copy follows as a separate file.
consent-declined = { $title }: refusal recorded. That is a full answer, and we will not ask about it again.
consent-refused =
    Your refusal is recorded. Apart from the number of your account and the refusal itself, nothing is stored about you, and the bot will not write to you.
    If you change your mind, press the button or open the invitation again.
consent-copy = { $title }: your dated copy.
copy-version = Version
copy-text_hash = Checksum of the text (SHA-256)
copy-decision = Decision
copy-decided_at = When
copy-person = Who
copy-page = Page { "{" }page{ "}" } of { "{" }pages{ "}" }
copy-accepted = Consent given with a button in the bot
copy-refused = Refused with a button in the bot
copy-withdrawn = Consent was given and later withdrawn

privacy-stranger = Nothing is stored about you here.
privacy-before = So far only the number of your Telegram account is stored, and the fact that you opened an invitation. Anything more comes only after your consent.
privacy-stored =
    <b>What is stored about you</b>
    Name: { $name }
    Roles: { $roles }. Consent decisions: { $consents }.
    Questionnaires: { $questionnaires }. Answers in them: { $answers }.

    You can get all of this as a file, and withdraw a consent on any day without giving reasons.
button-export = Get it as a file
button-consents = My consents
button-withdraw = Withdraw consent
button-withdraw-sure = Yes, withdraw
button-stay = Change nothing
consents-head = <b>Your consents</b>
consents-accepted = { $title }: consent given on { $date }, version { $version }.
consents-refused = { $title }: refused on { $date }, version { $version }.
consents-withdrawn = { $title }: consent withdrawn; it was given on { $date }, version { $version }.
button-copy-processing = Copy: data
button-copy-participation = Copy: taking part
button-copy-publication = Copy: publication
button-back-processing = Withdraw: data
button-back-participation = Stop: taking part
button-back-publication = Stop: publication
button-give-participation = Give: taking part
button-give-publication = Give: publication
button-give-processing = Give: data
withdraw-processing =
    <b>Withdraw consent to the processing of your data?</b>
    Everything stored about you (name, roles, answers, consents) will be deleted at once and for good. A record of the deletion will remain, without your name. You can get a copy as a file first.
withdraw-participation =
    <b>Withdraw consent to taking part?</b>
    You will no longer be in the registers, and no more questionnaires will come. Answers already given stay for as long as your consent to the processing of data stands.
withdraw-publication =
    <b>Withdraw consent to publication?</b>
    Nothing new will be published with your name.
withdrawn-all =
    Done: your data are deleted. This is the bot’s last message. If you would like to come back, ask the curator for a new invitation.
toast-withdrawn = Consent withdrawn
export-sheet = Everything stored about you, as a spreadsheet.
export-json = The same for software: JSON.
stored-people = Person
stored-roles = Roles
stored-consents = Consents
stored-submissions = Questionnaires
stored-answers = Answers
stored-questionnaires = Questionnaires you sent
stored-pairs = Pairs
stored-files = Files among the answers
stored-surveys = Surveys without names that you answered
stored-invitations = Invitations
stored-reflection_answers = Answers for the group
stored-group_polls = Polls in the group
stored-helpers = What you offer to help with
stored-consultations = Consultations
stored-questions = Your questions
stored-questions_answered = Your answers
stored-question_people = Questions put to you
stored-talks = Talks with the psychologist
stored-training_marks = Training sessions
stored-training_reads = Lessons
stored-materials = Materials
stored-road_results = Results of steps
stored-road_changes = Changes of steps
stored-road_steps = Closed steps
stored-road_named = Steps in your name
stored-road_holders = Posts
stored-road_stand_ins = Standing in

notice-refused-link = Invitation No. { $number }: the person refused the processing of data. That is a full answer; it is marked in the list.
notice-refused = Somebody who came by the shared link refused the processing of data. There is nothing you need to do.
notice-withdrawn-participation = { $name }: consent to taking part withdrawn. This person is no longer in the registers.
notice-withdrawn-publication = { $name }: consent to publication withdrawn. If the name appears in any materials, please remove it.
notice-erased = A member of the programme ({ $role }) withdrew consent. Their data are deleted from the bot; please also delete any downloaded spreadsheets that contain them.
