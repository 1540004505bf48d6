### /settings.

settings-head =
    <b>Settings</b>
    School: { $school }
    Name: { $name }
    Quiet hours: from { $start } to { $end }
    Reminders: { $reminders }
button-language = Language
button-name = Name
button-reminders-on = Turn on reminders
button-reminders-off = No reminders
button-quiet = Quiet hours
button-quiet-school = Same as the school
button-schools = Another school
button-setup = School set-up
button-leave-programme = Leave the programme
language-ask = Which language shall we speak?
quiet-ask = At what hours should the bot not write to you? Choose or type your own, for example: 21:00-07:30.
schools-ask = Which school would you like to open?
muted = No more reminders. You can turn them back on in the settings.
