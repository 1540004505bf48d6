### Arriving, menus, help, what is said when something does not fit.

stranger =
    Hello! This is the bot of the “Teacher to Teacher” mentoring programme.
    To begin, open the invitation link from your school’s curator. If you have no link, ask the curator for one.
help-stranger =
    This bot takes a school through its mentoring year: questionnaires, consents, meetings, reminders.
    You can come in only by an invitation from your school’s curator. Open the link, and the bot will take it from there.
help-pair =
    <b>What you can do here</b>
    Fill in questionnaires (the “My questionnaires” button), look at your answers and correct them before sending, put them aside and come back later: each answer is saved at once.
help-staff =
    <b>What you can do here</b>
    Invite people, see who has filled in what, remind those who stopped, open the registers of mentors and mentees and download them as spreadsheets.
help-common =
    /menu — what comes next
    /privacy — what is stored about you, a copy, withdrawing consent
    /settings — language, reminders, quiet hours
    /cancel — stop typing, losing nothing
menu-ready =
    <b>{ $school }</b>
    Nothing is needed from you right now. When something is, the bot will write to you.
menu-school = <b>{ $school }</b>
menu-staff =
    <b>{ $school }</b>
    People in the programme: { $people }. Mentors: { $mentors }, mentees: { $mentees }.
    Everything filled in: { $done }. Stopped halfway: { $unfinished }.
    Waiting for your decision: { $waiting }. Links not opened yet: { $open_links }.
next-form =
    <b>Next step</b>
    Questionnaire { $number } of { $total }: “{ $title }”.
name-ask =
    <b>What is your name?</b>
    Type your full name the way you are called at school. Or take the name from Telegram with one button.
name-again = Type your name the way you are called at school.
name-thanks = Thank you, { $name }.
waiting =
    Thank you! The curator will see that you have come and will open the programme for you. The bot will write as soon as that happens.
cancel-nothing = There is nothing to stop: nothing is being typed in at the moment.
cancel-form = The questionnaire is put aside. All answers are saved, and you can go on at any time through the menu.
cancel-done = Stopped. Everything saved before is still in place.
typed-unasked = I am not asking anything right now, so your message was not written down anywhere. Here is what you can do next.
unknown-command = There is no such command. Everything you need is on the buttons and in /help.
edited-later =
    You edited a message you had sent. The bot does not take that into account: the earlier answer is kept. You can change it in the questionnaire, with the “Back” button or in the summary before sending.
media-voice = Sorry, a voice message cannot be read here. Please write in words or press a button.
media-video-note = Sorry, a video message cannot be read here. Please write in words or press a button.
media-sticker = A nice sticker, but it does not say the answer. Please write in words or press a button.
media-photo = A photo is not needed here. Please write in words or press a button.
media-document = A file is not needed here. Please write in words or press a button.
media-other = This is of no use here. Please write in words or press a button.
group-bound =
    Hello! This is the bot of the “Teacher to Teacher” mentoring programme. Questions for shared reflection will come here. The bot never writes anything personal in a group.
group-stranger =
    Hello! For this group to become the group of the programme, the school’s curator presses the button below.
group-command = Anything personal belongs in the private chat with the bot.
button-private = Open the chat

## Common buttons

button-home = Menu
button-help = Help
button-back = ‹ Back
button-begin = Begin
button-go-on = Go on
button-later = Put aside
button-more = Next ›
button-menu-more = More
menu-more = The rest of what you have at hand.
button-previous = ‹ Earlier
button-on = Next ›
button-look = Look
button-settings = Settings
button-privacy = My data
button-invite = Invite
button-people = People
button-registers = Registers
button-forms = My questionnaires
button-mute = Do not remind me

## Roles

role-curator = Curator
role-director = Director
role-deputy = Deputy head
role-psychologist = Psychologist
role-head = Subject head
role-site_admin = Site admin
role-mentor = Mentor
role-mentee = Mentee
role-none = no role
person-nameless = no name given yet
word-yes = yes
word-no = no
word-open = no answer yet
word-on = on
word-off = off

## What Telegram shows beside the bot

command-menu = What comes next
command-help = Help
command-privacy = My data and consents
command-settings = Language, reminders, quiet hours
command-cancel = Stop typing, losing nothing
bot-description =
    The bot of the “Teacher to Teacher” mentoring programme: questionnaires, consents, meetings and reminders for the whole school year. You come in by an invitation from your school’s curator.
bot-short = The “Teacher to Teacher” mentoring programme
