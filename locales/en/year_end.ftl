### The year's end in the chat: mutual evaluation, final meetings, cards, indicators, report.

form-about = About the work with: { $names }
form-audience-curator = Only the curator will read the answers. The person you write about will not see them unless you both want it. Words of thanks are passed on only if you allow it.
form-audience-psychologist = Only the psychologist will read the answers. The person you write about will not see them unless you both want it. Words of thanks are passed on only if you allow it.
form-audience-curator-psychologist = The curator and the psychologist will read the answers. The person you write about will not see them unless you both want it. Words of thanks are passed on only if you allow it.

button-year-end = End of the year
button-mutual = Mutual evaluation
button-finals = Pairs' outlook
button-cards = Cards of pairs
button-indicators = Indicators
button-report = Report
button-after = After-forms
button-closing = Awards, site, year
year-end-head =
    <b>End of the year</b>
    The after-forms and the mutual evaluation show what has changed. Cards and indicators bring it into the report.
closing-head =
    <b>Closing the year</b>
    Awards, cases, the site and going over to the next year.

menu-mutual = Tell how the joint work went: { $name }. { $count ->
        [one] It takes some four minutes, until { $until }.
       *[other] It takes some four minutes, until { $until }. Forms like that in all: { $count }.
    }
button-mutual-fill = Tell
mutual-line-open = Mutual evaluation: { $name }
mutual-line-given = ✓ Mutual evaluation: { $name }
mutual-line-over = Closed: { $name }
mutual-head =
    <b>Mutual evaluation</b>
    At the end of the year everybody tells of the joint work. The other will not see your answers, and the pair ends without waiting for them.
mutual-none =
    <b>Mutual evaluation</b>
    There is nothing to tell now. In spring the bot will write.
mutual-one-open =
    <b>{ $name }</b>
    You have not told of the joint work yet.
mutual-one-over =
    <b>{ $name }</b>
    The mutual evaluation is closed and there was no answer. No harm done: nothing depends on it.
mutual-one-given =
    <b>{ $name }</b>
    Your answers are sent and the other does not see them. If you like, show them to each other: they open only when both want it.
mutual-one-shown =
    <b>{ $name }</b>
    You are ready to show your answers. They open to both if the other wants the same. The bot does not say whether the other has pressed this button.
mutual-one-opened =
    <b>{ $name }</b>
    You have both decided to show your answers to each other.
mutual-thanks =
    You were passed words of thanks:
    <i>{ $thanks }</i>
button-mutual-own = My answers
button-mutual-other = Answers about me
button-mutual-show = Show to each other
button-mutual-show-sure = Yes, show
mutual-show-ask = Show your answers: { $name }? Both forms open at once, and only if the other wants it too. It cannot be undone.
toast-mutual-shown = Noted
mutual-content =
    <b>Mutual evaluation</b>
    { $giver } about the work with: { $about }
mutual-answer =
    { $label }
    <b>{ $answer }</b>
error-mutual-sealed = These answers are sealed.
error-mutual-not-given = First tell of the joint work yourself.
error-mutual-over = The mutual evaluation is over: its results are counted and it cannot be opened again.
error-mutual-window = The mutual evaluation can be open for { $most } days at most, within the school year and not in the past.

mutual-staff-ahead =
    <b>Mutual evaluation</b>
    It opens on { $first } and closes on { $until }: the bot asks every mentor and mentee by itself and reminds them.
mutual-staff-nobody =
    <b>Mutual evaluation</b>
    From { $first } to { $until } there was nobody to ask: there were no pairs.
mutual-staff-head =
    <b>Mutual evaluation</b>
    From { $first } to { $until }. Given: { $given } of { $asked }{ $late ->
        [0] {""}
       *[other] , late: { $late }
    }.
mutual-range = { $first }–{ $last } of { $total }
mutual-row-planned = { $giver } → { $about } · ahead
mutual-row-open = { $giver } → { $about } · waiting
mutual-row-grace = { $giver } → { $about } · waiting, late
mutual-row-given = ✓ { $giver } → { $about }
mutual-row-late = ✓ { $giver } → { $about } · late
mutual-row-never = { $giver } → { $about } · no answer
mutual-row-void = { $giver } → { $about } · not needed
button-mutual-settings = Dates and access
button-mutual-now = Open today
button-mutual-now-sure = Yes, open
mutual-now-ask = Open the mutual evaluation today for two weeks? Mentors and mentees will be invited.
toast-mutual-open = Opening
mutual-settings =
    <b>Mutual evaluation: dates and access</b>
    From { $first } to { $until }; late answers are taken for { $days } more { $days ->
        [one] day
       *[other] days
    }. Everybody is told who reads the answers before the first question: for forms that are open that promise holds.
mutual-readers-curator = The curator reads the answers.
mutual-readers-psychologist = The psychologist reads the answers.
mutual-readers-curator-psychologist = The curator and the psychologist read the answers.
mutual-choice-curator = Curator
mutual-choice-psychologist = Psychologist
mutual-choice-curator-psychologist = Both
mutual-move = The mutual evaluation is open until { $until }. Until which day shall it be? Press a button or write a day.
toast-saved = Saved

notice-mutual-opens = The year is coming to its end. Please tell how the joint work went: { $names }. Some four minutes, until { $until }. The answers are sealed from the other.
notice-mutual-reminds = There is still time to tell of the joint work: { $names }. Until { $until }.
notice-mutual-closed = The mutual evaluation is over: { $count } of { $number } were given.
notice-mutual-thanks = { $names } passes on words of thanks for this year.
notice-mutual-shown = { $names } and you have decided to show each other your answers of the mutual evaluation.
rule-mutual-opens = invitation to the mutual evaluation
rule-mutual-reminds = reminder of the mutual evaluation
rule-mutual-closed = outcome of the mutual evaluation
rule-mutual-thanks = words of thanks

button-final = Looking back
menu-final = The final meeting is behind you. What was, what became, and how to go on?
final-head =
    <b>Looking back: { $names }</b>
    In two sentences: what was at the beginning, what became of it. Writing is optional. And one of the ways on.
final-was = <b>{ $name }, what was:</b> { $text }
final-became = <b>{ $name }, what became:</b> { $text }
final-privacy = Only your pair sees these words. The curator sees the way you choose; you see each other's when all have chosen.
final-own = Your choice. { $way }
final-agreed = You have chosen the same. { $way }
final-differ = You have chosen differently, and that is fine: nobody has to go on who does not wish to. { $way }
button-final-was = What was
button-final-became = What became
button-way-new_stage = New stage
button-way-informal = Just colleagues
button-way-change_roles = Change roles
button-way-finish = Finish
final-ask-was = What was at the beginning of the year? Write a sentence or two. Please do not name pupils.
final-ask-became = What became of it by the end of the year? Write a sentence or two. Please do not name pupils.
error-final-long = That is rather long. Up to { $limit } characters, please.
notice-final-thanks = Everybody in your pair has said how to go on. Thank you for this year: for time, patience and openness.
finals-head =
    <b>Pairs' outlook</b>
    What each pair has chosen for the next year. Their words on what was and what became stay with the pair.
finals-none =
    <b>Pairs' outlook</b>
    There are no pairs this school year. They appear after matching.
finals-range = { $first }–{ $last } of { $total }
final-line = { $names } · { $stand }
final-stand-new_stage = new stage
final-stand-informal = colleagues
final-stand-change_roles = change of roles
final-stand-finish = finish
final-stand-differ = chose differently
final-stand-some = not all have chosen
final-stand-met = have met
final-stand-none = no final meeting yet
final-pair =
    <b>{ $names }</b>
    { $met ->
        [True] The final meeting took place.
       *[False] There was no final meeting in the bot yet.
    }
final-said = { $name }: { $way }
final-silent = no answer yet

after-head =
    <b>After-forms</b>
    They show what has changed over the year. One button sends all that have not been sent.
after-none =
    <b>After-forms</b>
    There are none: the school has withdrawn them. They can be brought back under the school's questionnaires.
after-offered = “{ $title }” — { $count } { $count ->
        [one] person
       *[other] people
    } will be asked, until { $until }.
after-open = “{ $title }” — open.
after-over = ✓ “{ $title }” — closed.
after-nobody = “{ $title }” — not sent yet.
button-after-open = Send ({ $count })
toast-after-open = Sent: { $count }

cards-head =
    <b>Cards of pairs</b>
    Nine indicators of 0, 1 or 2 points, up to { $most } in all. Curator and administration see a card, the pair is not shown it.
cards-none =
    <b>Cards of pairs</b>
    There are no pairs this school year (a card has up to { $most } points). They appear after matching.
cards-range = { $first }–{ $last } of { $total }, filled in: { $filled }
card-line-given = ✓ { $names } · { $total } · { $level }
card-line-draft = … { $names }
card-line-open = ☐ { $names }
report-level-short-optimal = optimal
report-level-short-acceptable = acceptable
report-level-short-low = needs help
error-card-given = This pair's card of the year was sent already.
error-card-others = Another curator has begun to fill in this card.

indicators-head = <b>{ $group }</b> ({ $page } of { $pages })
indicators-running = The figures still change. At least five people stand behind each.
indicators-frozen = The report is made: these figures do not change any more. At least five people stand behind each.
indicator-one =
    <b>{ $name }</b>
    { $lines }
pending-survey = Not counted yet: “{ $title }”, the survey is still open.
pending-mutual = The mutual evaluation is not counted yet: it is still open.
pending-cards = Without a curator's card: { $count } { $count ->
        [one] pair
       *[other] pairs
    }.
button-classes = Classes
button-numbers = Numbers
classes-head =
    <b>Classes</b>
    Totals of a class alone, never of a pupil. Success %, quality %, remarks: beginning of the year and end.
classes-none =
    <b>Classes</b>
    Nothing is entered yet. Only totals of a class are needed: success, quality, remarks. The report shows all classes together, of five teachers or more.
class-line =
    <b>{ $name }</b>, { $teacher }, pupils: { $pupils }
    { $before } → { $after }
classes-more = And { $count } more.
button-class-new = Enter a class
button-class-drop = Remove { $name }
class-who = Whose class is it?
class-nobody = There are no mentees in this year's pairs yet, so there is nobody to enter a class for.
class-ask-name = Write the class and how many pupils it has, for example: 7А 25
class-ask-before = { $name }, beginning of the year. Three numbers with spaces: success %, quality %, remarks of the first half. For example: 96 48 12
class-ask-after = { $name }, end of the year. Three numbers again: success %, quality %, remarks of the second half.
error-class-line = A class and the number of pupils, please, for example: 7А 25
error-class-three = Three numbers with spaces, please, for example: 96 48 12
numbers-head =
    <b>Numbers of the year</b>
    What the bot has counted can be corrected. Conflicts only the administration knows.
number-none = { $label }: not entered
number-halves = { $label }: { $before } in the first half, { $value } in the second
number-entered = { $label }: { $value } (entered)
number-counted = { $label }: { $value } (counted)
button-number-conflicts-parents = With parents
button-number-conflicts-staff = With colleagues
button-number-retained = Stayed at school
button-number-publications = Publications
button-number-methods = Methods
button-number-projects = Projects
button-number-open-lessons = Open lessons
button-number-own = As the bot counts
number-ask-one = { $label }: write one number.
number-ask-two = { $label }: write two numbers with a space, of the first and the second half of the year. For example: 4 1
error-number-one = One whole number, please, for example: 3
error-number-two = Two whole numbers with a space, please, for example: 4 1
error-number-most = There cannot be that many: { $most } at most.

report-none =
    <b>Report</b>
    The report is not made yet. When the surveys are closed and the cards filled in, make it: the figures are fixed, and text, spreadsheet and charts follow from them.
button-report-make = Make the report
button-report-sure = Yes, make it
report-make-ask = Make the report? The figures of this year are fixed for good: late answers will not change them. The SWOT text and the conclusions can be edited.
toast-report-made = The report is made
report-head =
    <b>Report of the year</b>
    Made on { $day }. Mentors: { $mentors }, mentees: { $mentees }, pairs and groups: { $pairs }.
report-part =
    <b>{ $name }</b>
    { $lines }
button-report-page = One page
button-report-group = To the group
button-report-send = Send to the group
button-conclusions = Conclusions
report-file-word = Report for the methodical council. It names nobody but whoever signs it and has no figure of fewer than five people.
report-file-sheet = Every figure of the report.
report-file-page = The year on one page: it may hang in the staff room.
report-file-chart = A chart for the report.
report-group-ask = Send the page of the year to the school's group? There is not a single name on it. Look at it with “One page”.
report-group-none = No group is bound to the school. Add the bot to the teachers' group, or forward the page yourself.
report-group-caption = The year of mentoring on one page. Thanks to all who taught and learnt.
toast-report-sent = Sent
error-report-empty = There is nothing to show yet: not one indicator with five people or more behind it.
error-report-none = The report is not made yet.
swot-head =
    <b>SWOT analysis</b>
    The draft follows from the figures. Any part can be rewritten.
swot-ask = { $name }: send the points in one message, each on a new line. They take the place of what there is. To empty it, send “-”.
error-swot-long = Up to { $lines } points of up to { $limit } characters each, please.
conclusions-ask = Conclusions and proposals for the methodical council: send them in one message. To empty them, send “-”.
error-conclusions-long = Up to { $limit } characters, please.
error-survey-apart = The bot opens this questionnaire by itself, for each person apart: see “End of the year”.
stored-mutual_occasions = Mutual evaluation
stored-final_words = Your words at the pair's end
stored-class_totals = Totals of your classes
