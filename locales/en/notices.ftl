### Reminders: later, not mine, and what did not arrive.

button-remind-later = Later
button-not-mine = Not mine
button-dropped = Undelivered
button-leave-as-is = Change nothing
remind-later-ask = When shall we remind you?
remind-tomorrow = Tomorrow, { $day }
remind-on-1 = On Monday, { $day }
remind-on-2 = On Tuesday, { $day }
remind-on-3 = On Wednesday, { $day }
remind-on-4 = On Thursday, { $day }
remind-on-5 = On Friday, { $day }
remind-on-6 = On Saturday, { $day }
remind-on-7 = On Sunday, { $day }
remind-put-off = All right. We will remind you again: { $day }.
remind-kept = All right, nothing changes.
not-mine-ask = Which of this is not for you? We will not remind you of it again, and the curator will hear that the reminder went to the wrong address.
not-mine-done = Thank you. We will not remind you of it again; the curator will hear of it.
notice-not-mine = { $name }: the answer "not mine" to the reminder "{ $what }". This person will not be reminded of it again; please see who needs it.
error-later-none = There will be nothing to remind of later: the time will be over before that.
dropped-head =
    <b>Undelivered</b>
    Reminders of the last 30 days that were never sent.
dropped-nothing =
    <b>Undelivered</b>
    All reminders of the last 30 days have arrived. If one does not, it will be said here why.
dropped-line = { $what } · { $why }: { $count }
dropped-why-late = the bot was not running, and later it was too late
dropped-why-held = the time was over before quiet hours or days off were
dropped-why-unreachable = the person cannot be written to
dropped-why-muted = reminders are switched off
dropped-unreachable =
    <b>Get no messages:</b>
    { $names }
dropped-muted =
    <b>Have switched reminders off:</b>
    { $names }
stored-notices = Reminders
rule-draft = Questionnaire not finished
rule-survey = New survey
rule-survey-end = Last day of a survey
rule-survey-nudge = Survey not answered
rule-survey-ended = Survey closed
rule-nudge = Begun and not finished
rule-links-expired = Links nobody opened
rule-unpaired = A mentor was found
rule-offer-remind = A pair awaits an answer
rule-ladder = A pair needs help
rule-meeting-eve = Meeting tomorrow
rule-meeting-shortly = Meeting soon
rule-meeting-checkin = Meeting check-in
rule-meeting-checkin-again = Meeting check-in, again
rule-meeting-unanswered = Meeting awaits an answer
rule-meeting-expired = Meeting without an answer
rule-meeting-offer_new_time = A meeting that was not held
rule-meeting-help = The sides remember a meeting differently
rule-fit-asked = Whether the pair fits
rule-fit-asked-again = Whether the pair fits, again
rule-other = Another message
