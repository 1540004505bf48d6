### Pairs and groups.

button-pairs = Pairs
button-pair = Open
button-pair-new = New pair
button-pair-mentees = Next: mentees
button-pair-make = Make the pair
button-pause = Pause
button-resume = Resume
button-pair-close = End
button-ending-done = Programme completed
button-ending-not-a-fit = Not a fit
button-ending-left = Somebody left
button-ending-other = Other
pairs-head =
    <b>Pairs and groups</b>
    { $first }–{ $last } of { $total }
pairs-none =
    <b>Pairs and groups</b>
    None yet. A pair is a mentor and a mentee; several on a side make a group.
pair-line-active = { $mentors } — { $mentees }
pair-line-paused = { $mentors } — { $mentees } · paused
pair-line-closed = { $mentors } — { $mentees } · ended
pair-card =
    <b>{ $mentors } — { $mentees }</b>
    Form of contact: { $contact }.
    { $state }
pair-state-active = The pair is at work.
pair-state-closed = The pair has ended.
pair-paused = Paused until { $day }: no reminders.
pair-pick-mentor =
    <b>New pair</b>
    Who is the mentor? Tick one or several.
pair-pick-mentor-none = There are no mentors taking part yet. Invite them and wait for their consent.
pair-pick-mentee =
    <b>New pair</b>
    Who is the mentee? Tick one or several.
pair-pick-mentee-none = There are no mentees taking part yet. Invite them and wait for their consent.
pair-pause-ask = For how long shall this pair have no reminders? They come back by themselves.
pause-weeks = { $weeks } { $weeks ->
        [one] week
       *[other] weeks
    }
pair-close-ask = End the pair? Both sides hear of it without a reason; only the team sees the reason. There will be no more meetings in it.
contact-direct = direct
contact-indirect = indirect
contact-individual = individual
contact-group = group
contact-open = open
contact-hidden = hidden
contact-collective = collective
toast-pair-made = The pair is made
toast-paused = Paused
toast-resumed = The pair is at work again
toast-pair-closed = The pair has ended
notice-pair-mentor = Your mentee this year: { $names }. Begin by getting to know each other: propose a meeting, twenty minutes will do.
notice-pair-mentee = Your mentor this year: { $names }. The first meeting is for getting to know each other and commits you to nothing.
notice-pair-closed = Your pair has ended its work. Thank you for the time you gave each other. If there are questions left, write to the curator.
error-pair-empty = A pair needs somebody on each side.
error-pair-self = Nobody can be in a pair with themselves.
error-pair-crowd = That is too many for one group: { $limit } people at most.
error-pair-not-able = Somebody you chose no longer takes part. Please choose again.
error-pair-known = There is such a pair already.
error-pair-closed = This pair has ended.
button-pair-own = My pair
pairs-own = <b>Your pairs</b>
pairs-own-none = You have no pair yet. When the curator makes one, the bot will write.
error-pause-end = A pause has to end after it begins.
error-pause-long = That pause is too long: { $days } days at most. For a longer break, end the pair and begin anew.
button-seen = I will see to it
toast-seen = Thank you, noted
radar-overdue = no meeting for a very long time
radar-silent = there has been no meeting for long
radar-missed = several meetings did not take place
radar-disagreement = the sides disagree on whether a meeting took place
radar-unanswered = proposals to meet are not answered
radar-moved = a meeting was moved several times
radar-mood = the last meetings were hard going
radar-support = support would be welcome here
radar-line-yellow = { $names } · yellow: { $reason }
radar-line-red = { $names } · red: { $reason }
ladder-mentor = { $names }: { $reason }. Would you propose a time? Twenty minutes will do. If this is no time for meetings, press “I will see to it”: the bot keeps quiet for a while.
ladder-mentee = { $names }: { $reason }. You may propose a time too, that is quite all right. If this is no time for meetings, press “I will see to it”: the bot keeps quiet for a while.
ladder-person = The last meetings seem to have been hard going for you. That happens. You may change the pace, talk of something else or ask the curator for help: nobody sees what exactly you noted.
ladder-staff = A pair needs help: { $names }. The reason: { $reason }.
