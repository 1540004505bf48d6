### Awards, cases, the school's page, the mentor's folder, the next school year.

button-awards = Awards
button-papers = Certificates
button-cases = Cases
button-site = School page
button-rollover = Next school year
button-past-years = Past years
button-year-own = My year
closing-span = { $first }–{ $last } of { $total }

# --- nominations and the vote

awards-head = This year's nominations. Open one: first the nominees, then the vote, then your decision.
awards-none = No nominations yet: the curator opens them.
award-line-draft = { $title }
award-line-open = { $title } · voting
award-line-closed = { $title } · decide
award-line-done = { $title } · decided
button-merits = Merits
button-nomination-new = Own nomination
nomination-kind = Whom is the nomination for?
nomination-kind-mentor = Mentors
nomination-kind-mentee = Mentees
nomination-kind-pair = Pairs
nomination-title = What is the nomination called? Write its name, such as “For a brave open lesson”.
error-nomination-many = There are { $most } nominations already: that is enough for one celebration.

award-head-draft = <b>{ $title }</b>
    The vote is not open yet.
award-head-open = <b>{ $title }</b>
    The vote is open.
award-head-closed = <b>{ $title }</b>
    The vote is over, a decision is needed.
award-head-done = <b>{ $title }</b>
    Decided.
award-nominees = { $count ->
        [0] No nominees yet. A vote needs at least { $least }.
        [one] { $count } nominee. A vote needs at least { $least }.
       *[other] { $count } nominees. A vote needs at least { $least }.
    }
award-voted = { $voted } of { $voters } have voted. Nobody sees who chose whom.
award-tied = The same number of votes went to: { $names }. The choice is yours.
award-leader = Most votes: { $names }.
award-few = Too few have voted for the votes to stay secret. Please decide yourself.
award-winner = The winner: { $names }.
button-nominees = Nominees
button-nominees-all = Tick everybody
nominees-head = { $count ->
        [0] Tick those who can be voted for.
        [one] { $count } nominee is ticked.
       *[other] { $count } nominees are ticked.
    }
nominees-none = There is nobody to nominate yet: no pair of this school year fits.
button-vote-open = Open the vote
vote-open-ask = Open the vote “{ $title }”? { $count ->
        [one] { $count } nominee
       *[other] { $count } nominees
    }, { $voters ->
        [one] { $voters } person is invited
       *[other] { $voters } people are invited
    }. The list of nominees does not change after that.
button-vote-open2 = Yes, open it
toast-vote-open = The vote is open
button-vote-close = End the vote
vote-close-ask = End the vote? { $voted } of { $voters } have voted. It cannot be opened again.
button-vote-close2 = Yes, end it
toast-vote-closed = The vote is over
button-award-confirm = Decide
award-pick = Who is to be awarded?
button-award-nobody = Nobody
award-sure = Award { $names }? The congratulation arrives at once, and to them alone.
award-sure-nobody = Leave the nomination without a winner?
button-award-yes = Yes, confirm
toast-award = Decided

notice-vote = The vote “{ $title }” is open. Everybody has one vote, and it is secret.
button-vote = Vote
button-vote-for = { $title }
vote-head = <b>{ $title }</b>
    Whom would you award?
vote-secret = The vote is secret: it is only counted who leads. Nobody can vote for themselves or their own pair, so these are not in the list.
vote-given = Your vote is counted. While the vote is open you can give it to somebody else.
toast-voted = Counted
error-vote-over = This vote is not open now.

notice-award = Congratulations! Your colleagues chose you in the nomination “{ $title }”. Telling everybody or keeping it between us is up to you.
notice-award-quiet = Congratulations! Your colleagues chose you in the nomination “{ $title }”. Nobody will publish it without your consent.
button-award-share = Tell everybody
award-share-ask = This is what the programme's group would read:
award-news = The nomination “{ $title }”: { $names }. Congratulations!
award-share-where = The same names will stand on the school's page. The consent to publication can be taken back in /privacy, then the page is made anew; the message in the group stays.
button-award-share2 = Yes, do
button-award-keep = Do not tell
award-shared = Thank you! We have told everybody.
award-share-waits = Thank you! We shall tell when everybody who won with you has agreed.
error-award-consent = The consent to publication is needed first: you can give it in /privacy.

# --- papers

papers-head = Certificates and letters are PDFs ready to print: a signature and a seal are all they need. For everybody at once they come as one archive.
papers-blank = Printed on your own sheet.
papers-no-blank = Printed in a plain frame. You can send a picture of the school's sheet.
button-paper-certificate = Certificates
button-paper-thanks = Letters
button-paper-honour = Honours
button-partner = To a partner
button-encouragement = Order of reward
button-blank = The school's sheet
papers-file = { $count ->
        [one] Ready: { $count } document.
       *[other] Ready: { $count } documents.
    } Please check the names before printing.
partner-ask = Whom to thank? Write the organisation's name as it should stand in the letter.
blank-ask = Send the picture of the sheet as a file: the paper clip → “File”, PNG or JPEG of the whole sheet. A photo in the chat is compressed, so a file is better.
button-blank-drop = Remove the sheet
toast-blank = The sheet is taken
toast-blank-dropped = The sheet is removed
button-papers-own = My certificates
papers-own-none = Nothing has been printed for you yet. The curator makes certificates and letters at the end of the year.
papers-own-file = Your document.
papers-own-sent = That is all that was made for you this year.
error-papers-nobody = There is nobody to give it to yet: no pairs, or, for honours, no winners.
error-partner = Write the organisation's name: up to { $most } characters.
paper-merit-honour = for winning the nomination
order-merit-winner = winning the nomination
order-merit-year = taking part in the mentoring programme

# --- merits and points

merits-head = Merits of the year. Note ways of encouragement here, and what the bot cannot see. There is no list to compare by, on purpose.
merits-none = Nobody takes part yet.
merits-one = <b>{ $name }</b>
merits-ways = Encouraged by:
    { $lines }
points-total = { $count ->
        [one] { $count } point for public work:
       *[other] { $count } points for public work:
    }
points-none = No points for public work yet.
points-line = • { $what }: { $times } — { $points }
button-ways = Encouragement
ways-head = <b>{ $name }</b>
    The programme's ways of encouragement. Tick what was decided; what needs an order comes into the order of encouragement.
button-did-talk = + talk
button-did-training = + training
button-undo-talk = − talk
button-undo-training = − training
button-one-certificate = Certificate
button-one-thanks = Letter
button-points-table = The school's points
points-table = How many points for what is up to the school. Nought: not counted.
points-worth = { $what }: { $count }
points-ask = How many points for { $what }?
toast-points = Noted

year-own = Your year in the programme.
button-case-own = Case
button-evidence = Career folder

# --- cases

cases-head = The school's cases. Only what everybody has agreed to comes to the page.
cases-none = No cases yet. A pair writes one itself: “My year” → “Case”.
case-line-out = Published: { $title }
case-line-ready = Ready: { $title }
case-line-work = In work: { $title }
button-cases-new = Descriptions: { $count }
cases-waiting = Pairs have sent these descriptions. Take one to edit it.
cases-waiting-none = No new descriptions.
toast-case-taken = Taken
case-head = <b>{ $title }</b>
    Authors: { $names }
case-state-out = Published: it will be on the school's page.
case-state-ready = Everybody has agreed to this text, it can be published.
case-state-work = Not published yet.
case-no-consent = No consent to publication: { $names }.
case-no-yes = Have not agreed to this text yet: { $names }.
case-hints = There seem to be surnames of people in the text who are not named as authors: { $names }. Please check.
button-case-edit = Edit
button-case-ask = Show to authors
button-case-out = Publish
button-case-back = Take back
case-edit = <b>{ $title }</b>
    What to change? After any change the authors are asked again.
button-case-title = Title
case-title-ask = It is “{ $title }” now. Write another title.
case-section-start = Beginning
case-section-aim = Aim
case-section-steps = Steps
case-section-turn = Turn
case-section-result = Result
case-section-mentor_gain = For the mentor
case-section-advice = Advice
case-section-materials = Materials
case-section-ask = The section “{ $section }”. Send the whole new text; a minus “-” takes the section away.
toast-case-kept = Noted, the authors are asked again
toast-case-asked = { $count ->
        [one] Shown to { $count } author
       *[other] Shown to { $count } authors
    }
toast-case-asked-before = The authors have seen this text
toast-case-out = Published
toast-case-back = Taken back
notice-case = The text of the case “{ $title }” is ready. Please read it to the end: without your yes it does not come out.
button-case-read = Read
case-own-head = Your cases. Each can be read, and on any day you can take your consent back.
case-own-none = A case is a short story of what you achieved. One a pair is enough; you need not name anybody.
button-case-write = Write
case-read = <b>{ $title }</b>
    Part { $page } of { $total }
case-named = Names on the case: { $names }
case-piece = <b>{ $section }</b>
case-needs-consent = Your name stands on the case. To agree you need the consent to publication, or take your name away.
button-case-consent = Give consent
case-yes-ask = May this text be published word for word?
button-case-yes = Yes, publish
case-yes-given = You have agreed to this text.
button-case-no = Take my yes back
button-case-nameless = Without my name
case-nameless-ask = Take your name off the case? The story stays, the other authors are asked again.
button-case-nameless2 = Yes, without it
toast-case-yes = Thank you, noted
toast-case-no = Your yes is taken back, the case too
toast-case-nameless = The name is taken away
error-case-pair = Cases are written by those who are in a pair this school year and take part in the programme.
error-case-consent = Your name stands on the case and there is no consent to publication. Give it in /privacy or take the name away.
error-case-missing = It can be published when all authors have agreed and all who are named have consented to publication.
notice-site-old = A consent to publication has changed, some cases were taken back. Please make the school's page anew and replace it on the site within three working days.

# --- the school's page

site-head = The page “Mentoring resource centre”.
    Cases: { $cases }
    Documents: { $files }
    Awards with names: { $winners }
site-results = The year's results will be on it.
site-no-results = No results yet: they come with the report.
site-names = Names stand only where the person has agreed.
button-site-make = Make the page
button-site-files = Documents
site-file = Unpack the archive on the school's site or open index.html from the disk. There are no scripts and no links to strangers in it.
site-files = { $count ->
        [one] { $count } document on the page.
       *[other] { $count } documents on the page.
    }
site-files-none = No documents yet. The regulation on mentoring, the programme, orders and schedules belong here.
button-site-add = Add a document
site-document = “{ $title }”, { $kilobytes } KB.
button-site-drop = Remove
site-add = Send a file: PDF, Word, Excel or a presentation, up to { $megabytes } MB. The file's name becomes the document's title. Up to { $most } documents in all. Orders may hold names: check that there is consent to publish them.
toast-site-added = The document is added
toast-site-dropped = The document is removed
error-site-kind = Such a file cannot be put on the page. PDF, Word, Excel, a presentation or a text will do.
error-site-heavy = The file is larger than { $megabytes } MB, or all documents together are too large. Please send a smaller one.
error-site-many = There are { $most } documents already. Please remove one.

# --- the mentor's own folder

evidence-head = A folder for your professional category: yours alone, nobody else gets it. Tick what to put into it.
evidence-part-meetings = Meetings
evidence-part-results = Results of the plan
evidence-part-certificates = Certificates
evidence-part-thanks = Words of thanks
evidence-counts = Meetings held: { $meetings }. Results: { $results }. Words of thanks passed on to you: { $thanks }.
button-evidence-get = Make the folder
evidence-made = Your folder. No mentee is named in it.
error-evidence-none = The folder is for mentors who have a pair this school year.

# --- the next school year

rollover-head = <b>The next school year { $first }/{ $last }</b>
    This is what will happen. Nothing has changed yet.
rollover-undecided = { $count ->
        [one] { $count } pair has not said how to go on
       *[other] { $count } pairs have not said how to go on
    }: { $names }. Better ask them first; otherwise they end.
button-rollover-go = Roll over
rollover-sure = Move the school to the school year { $first }/{ $last }? <b>This cannot be undone.</b>
    Pairs end, open surveys are closed, this year can only be read. { $count ->
        [0] No data past their term were found.
        [one] { $count } record will be destroyed for ever.
       *[other] { $count } records will be destroyed for ever.
    }
button-rollover-sure = Yes, a new year
rollover-done = The school has moved to the school year { $first }/{ $last }. { $count ->
        [0] People, roles and registers are in place.
        [one] People, roles and registers are in place; { $count } pair was asked to go on.
       *[other] People, roles and registers are in place; { $count } pairs were asked to go on.
    }
rollover-failed = { $count ->
        [one] { $count } pair could not be proposed
       *[other] { $count } pairs could not be proposed
    }: somebody takes no part any more.
rollover-act = { $count ->
        [one] { $count } record was destroyed
       *[other] { $count } records were destroyed
    }. The act is to be printed and signed.
toast-rolled = A happy new school year
button-act = The act
button-acts = Acts of destruction
acts-head = Acts of destruction of data. People are named by numbers.
acts-none = No acts yet: nothing has been destroyed.
act-line = { $day } · { $count ->
        [one] { $count } record
       *[other] { $count } records
    }
act-file = The act and the extract of the log. Fill in the number, sign it and keep it at school.
years-head = School years that are over: they can be read and not changed.
years-none = No school year is over yet.
year-line = { $first }/{ $last }
year-head = <b>School year { $first }/{ $last }</b>
    { $count ->
        [one] { $count } pair.
       *[other] { $count } pairs.
    }
notice-year-over = The programme's school year is over. Thank you for it! All that you did stays to be read.
notice-year-over-mentor = The programme's school year is over, thank you for it! You meant to become a mentor: please begin with the mentor's questionnaire, then come the interview and the training.
notice-destroyed = { $count ->
        [one] { $count } record was past its term and is destroyed
       *[other] { $count } records were past their term and are destroyed
    }. The act is ready: please print and sign it.

stored-cases = Cases
stored-award_votes = My votes
stored-award_notes = Notes of merit
stored-award_told = May be told
