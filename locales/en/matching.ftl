### Matching: proposal, wishes, acceptance, early ends, orders.

## The hub
button-match = Matching
button-match-go = Match pairs
button-match-again = Match again
button-proposal = Proposal
button-weights = What matters more
button-match-rules = My rules
button-wishes = Wishes
button-compare = Compare the bases
button-standings = Pairs' answers
button-unpaired = Without a pair
button-orders = Orders
match-head =
    <b>Matching</b>
    Mentors in the register: { $mentors }, places they have left: { $places }. Mentees without a pair: { $mentees }, in pairs: { $paired }.
match-unapproved = { $count } more { $count ->
        [one] candidate has
       *[other] candidates have
    } not passed the interview: until it is decided they take no part in matching.
match-open = There is a proposal of { $day }: { $count } { $count ->
        [one] pair
       *[other] pairs
    }. Nobody knows of it until you approve it.

## The proposal
toast-proposed = Ready: see the proposal
proposal-head =
    <b>Proposal</b>
    { $served } of { $total } would have a pair. They match by { $mean } of 100 on average, the weakest pair by { $worst }. The weak ones come first.
proposal-empty =
    <b>Proposal</b>
    No pairs came of it: 0 of { $total } would have one. Open “Why not…” to see what stands in the way, or loosen the rules.
proposal-edited = You have changed it: what you moved is pinned.
proposal-unserved = Left without a pair: { $names }.
proposal-line = { $names } · { $percent }
proposal-line-pinned = 📌 { $names } · { $percent }, pinned
button-alternatives = Other ways
button-why-not = Why not…
button-match-approve = Approve
button-approve-really = Approve and tell
approve-ask =
    Approve { $count } { $count ->
        [one] pair
       *[other] pairs
    }? The bot will at once write to { $people } { $people ->
        [one] person
       *[other] people
    } whom they will work with, and ask for their consent. It cannot be unsaid.
approve-unserved = { $count } { $count ->
        [one] person is
       *[other] people are
    } still without a pair: the bot will go on looking every week.
approve-done =
    Approved: { $count } { $count ->
        [one] pair
       *[other] pairs
    }. Everybody in them was told; they have three working days to answer. The order is made of pairs in which both sides agree.
toast-match-approved = Approved
proposal-file = The proposal as a table: { $count } { $count ->
        [one] pair
       *[other] pairs
    } with reasons, and all possible pairs. The file holds what people told you alone: please do not pass it on.
proposal-sheet-pairs = Pairs
proposal-sheet-table = All possible pairs
proposal-no-pair = no pair
proposal-column-mentor = Mentor
proposal-column-mentee = Mentee
proposal-column-fit = Match
proposal-column-for = For
proposal-column-against = Against
proposal-column-unknown = Not answered
proposal-column-barred = Why not

## One pair
match-card-head =
    <b>{ $mentor } — { $mentee }</b>
    They match by { $percent } of 100.
match-card-group = Group: { $names }.
match-card-form = Form of contact: { $form }.
match-card-kind = Mentor: { $kind }.
match-card-pinned = The pair is pinned.
match-card-for =
    <b>For</b>
    { $lines }
match-card-against =
    <b>Against</b>
    { $lines }
match-card-nothing-against = Nothing speaks against it.
match-card-unknown = Not counted, for want of an answer: { $what }.
match-sure-only = Without this pair { $people } more { $people ->
        [one] person
       *[other] people
    } would be left without one: nothing can replace it.
match-sure-even = There is another way that is as good as a whole.
match-sure-narrow = Without this pair the whole would be nearly as good: { $lost } of the total is lost, { $worst } of the weakest pair.
match-sure-clear = Without this pair the whole would be clearly worse: { $lost } of the total is lost, { $worst } of the weakest pair.
button-pin = Pin
button-unpin = Unpin
button-ban = Do not propose
button-other-mentor = Another mentor
button-swap = Exchange
button-merge = Make a group
button-split = Split
button-form = Form and kind
button-leave-out = Leave without
toast-pinned = Pinned
toast-unpinned = Unpinned
toast-banned = Matched without this pair
toast-moved = Moved and pinned
toast-left-out = The pair is gone
toast-merged = It is a group now
toast-split = They are separate pairs now
toast-kept-form = Saved
match-forms-head =
    <b>{ $mentor } — { $mentee }</b>
    Which form of contact suits them, and which kind of mentor is it: a consultant helps to settle in, a subject mentor helps with the method of a subject.
mentor-kind-consultant = consultant
mentor-kind-subject = subject mentor
others-head = <b>{ $name }</b>: all mentors, the best first. Press one to see what would change.
others-none = There is no mentor in the table for { $name } now. Match again, please.
other-line = { $name } · { $percent }
other-line-now = ✓ { $name } · { $percent }, now
other-line-barred = ✕ { $name }
other-barred = { $name } — not possible: { $why }.
swap-head = With whom should { $name } exchange mentors? The present mentor stands in brackets.
swap-none = <b>{ $name }</b>: there is nobody to exchange with, the proposal has no other pairs.

## Why not
ask-head = For whom do you ask why it is not another mentor?
why-not-head = <b>Why not { $mentor } — { $mentee }?</b>
why-not-rules =
    In the way:
    { $lines }
why-not-taken = This pair is in the proposal as it is.
why-not-chain =
    It is possible. Then this would change:
    { $lines }
why-not-more = and { $count } more
why-not-move = { $name }: { $before } → { $after }
why-not-nobody = without a mentor
why-not-lost-served = { $served } more { $served ->
        [one] person
       *[other] people
    } would be left without a pair.
why-not-lost = The total is lower by { $total }, the weakest pair by { $worst }.
why-not-lost-nothing = Nothing would be lost: the two ways are equal.
button-do-it = Do it
button-why-others = To the list

## Alternatives
alternatives-head = 
    <b>Ways</b>
    Every rule is kept in each of them; they differ in what matters most.
alternative-best = <b>The best as a whole.</b> { $served } with a pair, total { $total }, the weakest pair { $worst }, changes { $changes }.
alternative-fairest = <b>The most even.</b> { $served } with a pair, total { $total }, the weakest pair { $worst }, changes { $changes }.
alternative-closest = <b>The closest to what was.</b> { $served } with a pair, total { $total }, the weakest pair { $worst }, changes { $changes }.
alternative-title-fairest = The most even
alternative-title-closest = Closest to what was
alternative-same = <b>{ $title }.</b> The same as the best.
alternative-loses = It loses: total { $total }, the weakest pair { $worst }.
button-take-best = Take the best
button-take-fairest = Take the even one
button-take-closest = Take the closest

## Reasons, from people's own answers
why-needs-covered = Needed and known: { $topics }
why-needs-open = Needed, but not among the strengths: { $topics }
why-subject-same = The same subject: { $subject }
why-subject-other = Different subjects: { $mentor } and { $mentee }
why-style-close = Alike: { $items }
why-style-far = Unlike: { $items }
why-manner-same = They see help the same way: { $manner }
why-manner-other = They see help differently: { $mentor } and { $mentee }
why-forms-common = A form that suits both: { $forms }
why-forms-none = They chose different forms of work
why-hours-common = Common hours a week: { $count } ({ $hours })
why-hours-few = Few common hours a week: { $count }
why-wish-named = { $side ->
        [mentor] The mentor would like this very person
       *[other] The mentee would like this very person
    }
why-wish-kind = They agree on which mentor is needed: { $value }
why-wish-kind-other = { $side ->
        [mentor] The mentor sees the role differently: { $value }
       *[other] The mentee needs another kind of mentor: { $value }
    }
why-wish-partner = { $side ->
        [mentor] The mentor wanted just such people: { $value }
       *[other] The mentee wanted just such a mentor: { $value }
    }
why-wish-partner-other = { $side ->
        [mentor] The mentor wanted other people: { $value }
       *[other] The mentee wanted another mentor: { $value }
    }
why-wish-rhythm = The same rhythm of meetings: { $value }
why-wish-rhythm-other = They see the rhythm of meetings differently
why-last-year = They were a pair last year
why-load = The mentor has pairs already: { $count }
missing-needs-mentor = the mentor's strengths
missing-needs-mentee = the mentee's needs
missing-subject-mentor = the mentor's subject
missing-subject-mentee = the mentee's subject
missing-style-mentor = the mentor's working style
missing-style-mentee = the mentee's working style
missing-hours-mentor = the mentor's time
missing-hours-mentee = the mentee's time
missing-wish-mentee-mentee = the mentee's wishes
missing-wish-mentor-mentor = the mentor's wishes
need-leadership = leadership
need-active-position = taking an active part
need-stress = coping with stress
need-time = managing time
need-documents = teaching paperwork
need-lesson = lessons by the standard
need-technologies = modern methods
need-qualification = further qualification
need-pupils = psychology of pupils
need-climate = climate in the staff
need-creative-groups = creative groups
style-planning = by a plan or as it comes
style-frankness = frankness of remarks
style-channel = in writing or aloud
style-daytime = morning or evening
style-showing = seeing or talking it over
style-pace = pace
style-initiative = who starts the conversation
manner-show = showing it in a lesson
manner-visit = talking a lesson over
manner-talk = a conversation
manner-materials = ready materials
wished-consultant = consultant
wished-subject = subject mentor
wished-both = both a consultant and a subject mentor
wished-experienced = an experienced teacher
wished-peer = similar experience
wished-form-teacher = a form teacher
wished-innovator = somebody who tries new things
wished-young = a young teacher
wished-newcomer = somebody new to the school
wished-growing = somebody learning new things
wished-weekly = every week
wished-fortnightly = every two weeks
wished-flexible = when questions come up
match-day-1 = Mon
match-day-2 = Tue
match-day-3 = Wed
match-day-4 = Thu
match-day-5 = Fri
match-day-6 = Sat
hard-self = it is one and the same person
hard-role = the role is another
hard-consent = no consent to take part
hard-approval = the mentor is not in the register
hard-capacity = the mentor has no place left
hard-not-with = one of the two asked not to be put together
hard-refused = this pair was tried before
hard-no-common-time = too little time in common
hard-forbidden = you asked not to propose this pair
hard-unknown = one of the two is not in this matching
hard-twice = the mentee has a mentor already
hard-pin = a pinned pair
hard-together = you asked to keep these mentees together
hard-apart = you asked to keep these mentees apart
hard-group-small = too few people in the group
hard-group-large = too many people in the group

## Weights and rules
weights-head =
    <b>What matters more</b>
    From 0 to 10: the higher, the more it counts. 0 leaves it out. Changes count from the next matching on.
weight-line = { $title }: { $value }
weights-hours = How many hours a week must they have in common? Now: { $hours }.
button-weights-reset = Back to the usual
toast-weight = Saved
weight-ask = <b>{ $title }</b>. Now: { $value }.
soft-needs = Needs and help
soft-needs-about = How far the mentor's strengths cover what help is needed with.
soft-subject = Subject
soft-subject-about = Whether they teach the same subject; the more it matters to them, the more it counts.
soft-style = Working style
soft-style-about = Whether habits are alike: planning, frankness, pace, ways of helping, forms of work.
soft-hours = Common time
soft-hours-about = How many common hours there are in a week; more than needed adds nothing.
soft-wish-mentee = Mentee's wish
soft-wish-mentee-about = What mentor the mentee would like, and whom they named.
soft-wish-mentor = Mentor's wish
soft-wish-mentor-about = With whom the mentor would like to work, and whom they named.
soft-last-year = Last year
soft-last-year-about = Whether they were a pair last year.
soft-load = Load
soft-load-about = How many pairs the mentor has already.
match-rules-head =
    <b>My rules</b>
    They are always kept. Press a rule to take it away.
match-rules-none =
    <b>My rules</b>
    None yet. A pair is pinned or ruled out on its card; here you decide which mentees are together or apart.
rule-line-pin = 📌 { $first } — { $second }: pinned
rule-line-forbid = { $first } — { $second }: do not propose
rule-line-together = { $first } and { $second }: together
rule-line-apart = { $first } and { $second }: apart
button-rule-together = Together…
button-rule-apart = Apart…
rule-ask-together = { $step ->
        [1] Which mentees should be together? Choose the first.
       *[other] { $name }: together with whom?
    }
rule-ask-apart = { $step ->
        [1] Which mentees should be apart? Choose the first.
       *[other] { $name }: apart from whom?
    }
toast-rule-kept = The rule is kept
toast-rule-gone = The rule is gone
error-matching-no-mentees = Nobody to match: all mentees who take part have a pair.
error-matching-no-mentors = Mentors have no places left. Those in the register take part: see the interviews and how many mentees each is ready to take.
error-matching-none = There is no proposal now: it was approved already or is not made yet.
error-matching-broken = That cannot be: { $names } — { $why }. Nothing was changed.
error-matching-pins = The pinned pairs do not go together. Open “My rules” and take away what is too much.
error-matching-swap = There is nothing to exchange: both have the same mentor, or neither has one.
error-matching-split = These people are not in this group.
error-matching-merge = There is nothing to put together.
error-matching-hard = There are so many rules that no way was found in reasonable time. Take away some of “together” and “apart”.
error-matching-score = Such scores are too large to add up.
error-matching-size = Too many people for one matching.
error-matching-weight = A weight is from 0 to { $most }.

## Wishes
wishes-head =
    <b>Wishes</b>
    You alone see them. First come those who answered that there is a colleague they would rather not work with: please ask them in person and mark it here.
wishes-none =
    <b>Wishes</b>
    No participants yet.
wishing-waits = { $name } · to talk to
wishing-said = { $name } · has wishes
wishing-silent = { $name }
wishes-of =
    <b>{ $name }</b>
    A press changes the mark: would like, not with, none. Besides you only the person themself sees it.
wishes-waits = There is a colleague they would rather not work with. The name will be told to you alone and in person.
wishes-said = <i>{ $text }</i>
wishes-own =
    <b>My wishes</b>
    With which mentors would you like to work, and with whom not? A press changes the mark. You and the curator see it, nobody else; you need not mark anything.
wishes-own-none =
    <b>My wishes</b>
    The register of mentors is not approved yet. Please look in later.
wish-mark-none = { $name }
wish-mark-like = ☑ { $name } · would like
wish-mark-not = ☒ { $name } · not with
toast-wish-like = Saved: would like
toast-wish-not = Saved: not with
toast-wish-none = The mark is gone
button-wishes-own = My wishes

## Acceptance
notice-offer-mentor = The pairs have formed. Your mentee: { $names }. Does it suit you? Please answer by { $day }. If you would rather have another pair, only the curator will know.
notice-offer-mentee = The pairs have formed. Your mentor: { $names }. Does it suit you? Please answer by { $day }. If you would rather have another pair, only the curator will know.
notice-offer-remind = Today is the last day to answer about your pair: { $names }. Does it suit you?
notice-offer-silent = { $name } has not answered about the pair with { $others }. Perhaps it is worth asking in person.
notice-agreed-mentor = You both agree: { $names } is waiting to get acquainted. Please propose a meeting of about twenty minutes.
notice-agreed-mentee = You both agree: your mentor is { $names }. The first meeting is to get acquainted; either of you may propose a time.
notice-other-mentor = { $name } asks for another mentee instead of { $others }. No reason is needed; the other side does not know of it.
notice-other-mentee = { $name } asks for another mentor instead of { $others }. No reason is needed; the other side does not know of it.
notice-parted-mentor = The pairs are still being settled: your present pair is not to be, the curator will find another. It is nobody's fault, and there is nothing to do now.
notice-parted-mentee = The pairs are still being settled: your present pair is not to be, the curator will find another. It is nobody's fault, and there is nothing to do now.
button-offer-accept = It suits me
button-ask-other = Ask for another
button-ask-other-really = Yes, ask
button-offer-meeting = Propose a meeting
offer-card-mentor = Your mentee: <b>{ $names }</b>.
offer-card-mentee = Your mentor: <b>{ $names }</b>.
offer-said-nothing = Does it suit you?
offer-said-yes = You said that it suits you. When everybody has answered, the bot will propose to get acquainted.
offer-said-other = You asked for another pair. The curator knows; the other side does not. If you changed your mind, press “It suits me”.
offer-other-ask = Ask the curator for another pair? Only the curator will know. You need not explain anything, and there is no offence in it: such things happen.
offer-other-sent = The curator has your request. If you like, write a few words on what would matter: only the curator will see them. You need not.
offer-note-kept = Passed on to the curator. Thank you for saying so.
toast-accepted = Thank you
toast-asked-other = Passed on to the curator
standings-none = No pairs are at work now.
standings-head =
    <b>Pairs' answers</b>
    { $first }–{ $last } of { $total }. All agree: { $agreed }.
standing-line-other = { $names } · ask for another
standing-line-waiting = { $names } · waiting
standing-line-agreed = { $names } · agreed
standing-line-unasked = { $names }
standing-head = <b>{ $names }</b>
standing-said-nothing = { $name }: no answer yet, waiting until { $day }.
standing-said-yes = { $name }: it suits them.
standing-said-other = { $name }: asks for another pair.
standing-note = <i>{ $text }</i>
button-part = Find others
button-part-really = Part them
part-ask = Part { $names }? Both sides will get the same calm words: who asked and why is not in them. The bot will not propose this pair again.
part-done = The pair is closed, both sides know. The mentee is again among those we look for a mentor for.
toast-parted = The pair is closed
error-offer-note = That is too long. Please keep it within { $limit } { $limit ->
        [one] character
       *[other] characters
    }.

## Early ends and replacements
button-replace = Replace the mentor
button-end-early = End early
button-end-really = End
button-ending-off = Take it back
ending-why = Why does the pair end before its time? The reason goes into the order, so there are general words only.
ending-ask = End the pair in three working days ({ $reason })? Both sides will know the day, not the reason.
ending-planned-end = The pair ends on { $day } ({ $reason }). Until then it can be taken back.
ending-planned-replace = The mentor changes after { $day } ({ $reason }). Until then it can be taken back.
replace-who = Which of the mentors is to be replaced?
replace-by = Who comes instead? These are mentors of the register with a place and nothing in the way, the best first.
replace-none = Nobody can come instead now: the mentors of the register have no places or something stands in the way.
replace-why = { $name } will come. Why? The reason goes into the order. Both sides hear of it at once, the new pair begins in three working days.
successor-line = { $name } · { $percent }
reason-own-wish = Own wish
reason-workload = Workload
reason-leaves-school = Leaves the school
reason-long-absence = Long absence
reason-agreement = By agreement
reason-goals-reached = Goals reached
order-reason-own-wish = own application
order-reason-workload = change of workload
order-reason-leaves-school = leaving the school
order-reason-long-absence = long absence
order-reason-agreement = agreement of the sides
order-reason-goals-reached = goals of mentoring reached
toast-ending = Both sides were told
toast-ending-off = Taken back: the pair goes on
notice-ending = Your pair is coming to its end: the last day is { $day }. Thank you for the time you gave each other. If there are questions, please write to the curator.
notice-ending-off = The decision has changed: your pair goes on.
notice-replacing-leaving = Your work in this pair is coming to its end: the last day is { $day }. Thank you for all you have done together.
notice-replacing-staying = The mentor in your pair will change: the present one works up to and including { $day }. Then the bot will write who comes.
notice-replacing-failed = The replacement did not come about: the new mentor can no longer take part. Left without a mentor: { $names }.

## Those without a pair
unpaired-head =
    <b>Without a pair</b>
    { $first }–{ $last } of { $total }. The search goes on: once a week the bot looks whether a fitting mentor has appeared.
unpaired-none =
    <b>Without a pair</b>
    Nobody: all mentees who take part have a pair.
unpaired-fits = { $name }: { $count } fitting { $count ->
        [one] mentor
       *[other] mentors
    } with a place.
unpaired-waits = { $name }: no fitting mentor yet.
notice-unpaired-fits = There is now a fitting mentor for { $name }: { $mentor }. To propose the pair, run the matching.

## Comparison of the two bases
compare-head =
    <b>Two bases side by side</b>
    Mentors { $mentors }, their places { $places }; mentees without a pair { $mentees }. On the left who needs it, on the right who can help.
compare-line = { $topic }: { $wanted } ↔ { $offered }
compare-short = { $topic }: { $wanted } ↔ { $offered }, too few
compare-file = The mentors' and the mentees' bases side by side.
compare-sheet-topics = Needs and help
compare-sheet-mentors = Mentors
compare-sheet-mentees = Mentees
compare-column-topic = About
compare-column-wanted = Who needs it
compare-column-offered = Who can help
compare-column-name = Name
compare-column-subject = Subject
compare-column-years = Years
compare-column-topics = Strengths or needs
compare-column-hours = Days
compare-column-forms = Forms
compare-column-places = Places

## Orders and events
orders-head =
    <b>Orders</b>
    Word files marked as a draft: you fill in the number and the date. Check names and cases before signing. Orders are in Russian.
orders-none =
    <b>Orders</b>
    There is nothing to order yet: first the register of mentors or pairs are needed.
orders-waiting = { $count } more { $count ->
        [one] pair waits
       *[other] pairs wait
    } for consent and { $count ->
        [one] is
       *[other] are
    } not in the order yet.
orders-references = Acts referred to: { $count }.
orders-references-none = No acts are referred to yet, the order is made without them.
button-order-register = Register: { $count }
button-order-pairs = Pairs and groups: { $count }
button-order-replacement = Replacements: { $count }
button-order-end = Early ends: { $count }
button-references = References
button-name-cases = Cases of names
button-announce = Announce the pairs
button-round-table = Round table
order-file = A draft of the order. Check it, fill in the number and the date, have it signed.
references-ask = Which acts should it refer to? Write each on a line of its own, whole and in the nominative. To remove all, send “-”.
names-head = 
    <b>Cases of names</b>
    This is how names will stand in orders (dative). Press what sounds wrong.
name-head = <b>{ $name }</b>
name-case = { $case }: { $form }
name-case-own = { $case }: { $form } (corrected)
name-case-ask = How is it right, { $case }? Now: { $form }. To have it as it was, send “-”.
case-genitive = genitive
case-dative = dative
case-accusative = accusative
case-instrumental = instrumental
error-order-empty = There is no line for this order yet.
error-references = That is too much: at most { $most } lines of up to { $limit } characters each.
announce-none = Nothing to announce yet: there are no pairs in which both sides agree.
announce-ask = Announce in the school's name that the pairs have formed? Everybody hears of their own pair, not of others'. Pairs: { $count }.
button-announce-really = Announce
announce-done = Told { $count } { $count ->
        [one] person
       *[other] people
    }. Next comes the round table “Mentors and mentees: the beginning”.
announce-already = Everybody knows already: there are no new pairs.
toast-announced = Announced
notice-announced-mentor = { $school }: the mentoring pairs are settled. Your mentee this year: { $names }. Thank you for taking it on.
notice-announced-mentee = { $school }: the mentoring pairs are settled. Your mentor this year: { $names }. A good beginning to you.
round-when = When is the round table “Mentors and mentees: the beginning”? Write the day and time, for example: Thursday at 15:00.
round-place = Round table { $when }. Where? Write the place, for example: the assembly hall.
button-skip-place = Without a place
round-ready = { $count } { $count ->
        [one] person
       *[other] people
    } will get the invitation. Here it is:
button-round-send = Invite everybody
round-sent = Invited: { $count }.
toast-round = The invitations are sent
notice-round = You are invited to the round table “Mentors and mentees: the beginning”: { $when }, { $place }. There the pairs will get acquainted and agree on their first meeting.
notice-round-nowhere = You are invited to the round table “Mentors and mentees: the beginning”: { $when }. There the pairs will get acquainted and agree on their first meeting.
error-round-when = It takes a day and a time together, for example: Thursday at 15:00.
error-round-past = That time has passed. Please write another.
error-round-place = The place is too long: up to { $limit } characters.

## What is stored
stored-interviews = Interview
stored-match_wishes = Your wishes about a pair
stored-acceptances = Your answers about a pair
stored-name_forms = Your name in its cases
