### Set-up, invitations, people, registers: the curator's screens.

setup-head = <b>School set-up, { $number } of { $total }</b>
setup-name =
    The school is called “{ $name }”. This is how it will appear in documents.
    If that is right, press the button; if not, type the name.
setup-zone =
    Time zone: { $zone }. Reminders follow it.
    Choose yours or keep this one.
setup-quiet =
    Quiet hours: from { $start } to { $end }. During these hours the bot writes to nobody first.
    You can choose others or type your own, for example: 21:00-07:30.
setup-cadence =
    How often pairs meet: at least once { $days ->
        [one] a day
       *[other] every { $days } days
    }.
    You can choose something else or type a number of days.
setup-year =
    The programme’s school year: from { $start } to { $end }.
    You can choose another or type two dates, for example: 01.08.2026-31.07.2027.
setup-days = { $days } { $days ->
        [one] day
       *[other] days
    }
setup-done = The school is set up. Next, invite people: mentors, mentees, the psychologist, the director.
setup-again = What would you like to change?
button-keep = Keep as it is
button-setup-name = Name
button-setup-zone = Time zone
button-setup-quiet = Quiet hours
button-setup-cadence = Meeting rhythm
button-setup-year = School year
zone-kaliningrad = Kaliningrad
zone-moscow = Moscow
zone-samara = Samara
zone-yekaterinburg = Yekaterinburg
zone-omsk = Omsk
zone-krasnoyarsk = Krasnoyarsk
zone-irkutsk = Irkutsk
zone-yakutsk = Yakutsk
zone-vladivostok = Vladivostok
zone-magadan = Magadan
zone-kamchatka = Kamchatka

invite-start =
    <b>Whom would you like to invite?</b>
    Choose a role for a single link. Or upload a list: then everybody gets a link of their own.
button-list = From a list
button-open-links = Unopened
invite-kind =
    <b>Role: { $role }</b>
    A personal link is for one person and works once.
    A shared link can go up in the staff room: everybody who comes by it waits for your decision.
button-link-personal = Personal link
button-link-shared = Shared link
invite-personal =
    <b>Invitation No. { $number }</b> · { $role }
    { $link }

    For one person, valid for 30 days. Forward the link or show the picture: a phone’s camera will read it.
invite-shared =
    <b>Shared invitation No. { $number }</b> · { $role }
    { $link }

    Valid for 30 days. Everybody who comes waits for your decision.
invite-more = The link is shown once: the database keeps only its fingerprint. What next?
button-invite-more = Another invitation
toast-link = The link is ready
list-ask =
    <b>List of people</b>
    Send a spreadsheet (.xlsx, .xls, .ods, .csv) or paste the list as a message, one person a line:

    <code>Smith Mary; mentor</code>
    <code>Brown Peter; mentee</code>

    There can be several roles, separated by commas. The bot does not keep the names: they come back to you in a spreadsheet next to the links, and people give their own names after consent.
list-done = { $count } personal { $count ->
        [one] link is
       *[other] links are
    } ready. The spreadsheet has everybody’s name, role and link. Keep it safe: the bot does not have the names.
list-nobody = Nobody could be invited: no line with both a name and a role was found. Please check the list.
list-fault = Line { $row }: { $why }
list-no-role = No. { $number }, { $name }: no role is given, so no link was made.
list-twice = Line { $row }: { $name } is already in the list, so the roles are combined.
list-more-faults = And { $count } more { $count ->
        [one] remark
       *[other] remarks
    }.
links-none = There are no unopened links: every invitation has been used, or none has been made yet.
links-open =
    <b>Not opened yet: { $count }</b>
    The numbers are the same as in your spreadsheets and messages. Press a link to revoke it.
link-revoke-ask = Revoke this invitation? The link will stop working, and a new one will be needed.
button-revoke = Yes, revoke
link-revoked-done = Invitation No. { $number } is revoked
sheet-number = No.
sheet-name = Full name
sheet-role = Role
sheet-link = Personal link
sheet-invitations = Invitations

people-head = <b>{ $filter }</b>: { $first }–{ $last } of { $total }
people-none-all = Nobody yet. Invite people: they appear here as soon as they open their links.
people-none-unfinished = Nobody has stopped halfway.
people-none-waiting = Nobody is waiting for your decision.
people-none-mentors = No mentors yet. Invite them: menu, “Invite”.
people-none-mentees = No mentees yet. Invite them: menu, “Invite”.
people-none-staff = Nobody yet besides mentors and mentees.
filter-all = All
filter-unfinished = Halfway
filter-waiting = Waiting
filter-mentors = Mentors
filter-mentees = Mentees
filter-staff = Team
filter-on = • { $filter }
filter-off = { $filter }
stage-refused = refused
stage-undecided = has not answered on consent
stage-nameless = has not given a name
stage-waiting = waiting for a decision
stage-outside = not taking part
stage-filling = questionnaire { $done } of { $total }
stage-done = all done
card-head =
    <b>{ $name }</b>
    { $roles } · { $stage }
card-head-link =
    <b>{ $name }</b>
    { $roles } · { $stage }
    Invitation No. { $number }
card-consents =
    Processing of data: { $processing }
    Taking part: { $participation }
    Publication: { $publication }
card-unreachable = The bot cannot write to this person: the chat is closed or blocked. Please tell them in person.
button-approve = Accept
button-decline = Decline
button-decline-sure = Yes, decline
button-nudge = Remind
button-roles = Roles
decline-ask = Decline? The person will not join the programme, and everything they have given so far will be deleted.
roles-head =
    <b>{ $name }</b>
    Press a role to give it or take it away. There can be several roles.
toggle-on = ☑ { $label }
toggle-off = ☐ { $label }
toast-approved = Accepted, and the person knows
toast-declined = Declined, the data are deleted
toast-nudged = The reminder will go out in working hours
toast-nudged-all = { $count ->
        [0] There is nobody to remind
        [one] The reminder for { $count } person will go out in working hours
       *[other] The reminders for { $count } people will go out in working hours
    }
nudge-ask = Remind everybody who stopped halfway? Each gets one short message, at most once a day and never in quiet hours.
button-nudge-all = Remind everybody
button-nudge-sure = Yes, remind
nudge-undecided = An invitation to the mentoring programme is waiting for you: what is left is to answer on consent. No is an answer too.
nudge-nameless = The mentoring programme is waiting for you: what is left is to tell us your name.
nudge-forms = You have { $count } { $count ->
        [one] questionnaire
       *[other] questionnaires
    } left. It takes a few minutes, and you can stop at any point.
notice-arrival = { $name }: somebody came by the shared link. Accept?
notice-approved = You have been accepted into the mentoring programme. School: { $school }.
notice-lost = { $name }: the bot can no longer write to this person. Most likely the chat with the bot is closed.

registers-head = <b>Which register would you like to open?</b>
register-mentor = Register of mentors
register-mentee = Register of mentees
register-mentor-head = <b>Register of mentors</b>: { $first }–{ $last } of { $total }
register-mentee-head = <b>Register of mentees</b>: { $first }–{ $last } of { $total }
register-mentor-none = The register of mentors is empty so far: people come here once they send the mentor’s questionnaire.
register-mentee-none = The register of mentees is empty so far: people come here once they send the mentee’s questionnaire.
register-mentor-file = Register of mentors, { $count } { $count ->
        [one] person
       *[other] people
    }.
register-mentee-file = Register of mentees, { $count } { $count ->
        [one] person
       *[other] people
    }.
button-sheet = As a spreadsheet
toast-file = The file is ready
column-number = No.
column-name = Full name
column-contact = Contact details
column-birth = Year of birth
column-request = Main request
column-entered = Date of entry
column-mentor = Mentor’s full name
column-form = Form of mentoring
column-mentor-place = Mentor’s place of work
column-completed = Date of completion
column-results = Results of the programme
column-link = Link to case or review
column-mark = Mark of completion
column-place = Place of work
column-competences = Main competences
column-achievements = Achievements relevant to the programme
column-interests = Interests
column-wished-age = Wished age of mentees
column-time = Time available for the programme
column-mentees = Mentees’ full names
column-mentee-place = Mentees’ place of work
notice-links-expired = { $count ->
        [one] { $count } invitation has run out without being opened. If it is still needed, make a new one.
       *[other] { $count } invitations have run out without being opened. If they are still needed, make new ones.
    }

people-list-name-missing = the name is missing.
people-list-name-short = “{ $text }”: please give at least a surname and a name.
people-list-role-unknown = “{ $word }” was not understood. Please write the role as a word, such as “mentor”.
people-list-role-missing = { $name }: no role is given.
people-list-two-people = several people with different roles. Please put each on a line of their own.
people-list-not-understood = “{ $text }” was not understood. Expected: “Surname Name; role”.
farewell-declined = The school's curator did not confirm the invitation, so everything you gave has been deleted. If this is a mistake, ask the curator for a personal link.
