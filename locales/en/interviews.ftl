### Interviews with candidates for mentors.

button-interviews = Interviews
interviews-none =
    <b>Interviews</b>
    No candidates yet: those who agreed to take part and sent the mentor's questionnaire will be here.
interviews-head =
    <b>Interviews</b>
    { $first }–{ $last } of { $total }. In the register of mentors: { $approved }.
interview-line-new = { $name } · not begun
interview-line-begun = { $name } · not finished
interview-line-approved = { $name } · in the register
interview-line-later = { $name } · later
interview-line-no = { $name } · not now
interview-head = <b>{ $name }</b>
interview-competences = <i>Strengths.</i> { $text }
interview-achievements = <i>Achievements.</i> { $text }
interview-time = <i>Time.</i> { $text }
interview-state-new = There was no interview yet.
interview-state-begun = The interview is not recorded to its end.
interview-state-approved = Decision: in the register of mentors.
interview-state-later = Decision: come back to it later.
interview-state-no = Decision: not now. It is better told in person: the bot has written nothing to the candidate.
interview-state-told = Decision: not now. The bot has written so to the candidate.
interview-held = Interview on { $day }. { $points } of { $most } points.
interview-grade = { $title }: { $grade }
interview-remark = <i>A note to yourself.</i> { $text }
interview-question =
    <b>{ $name }</b>
    Question { $place } of { $total }
interview-day-ask = When was the interview? Press a button or type a day, for example: 12 September.
interview-remark-ask = Type a note. Only those who hold interviews see it, neither the candidate nor the curator.
interview-tell-no =
    Such things are usually said in person, and that is better. If there is no way to talk, the bot will write this to { $name }:
criterion-experience = Experience
criterion-success = Professional success
criterion-public = Work for the community
criterion-loyalty = Attitude to the school
criterion-comfort = Comfort for others
criterion-communication = Dealing with people
criterion-method = Method of the subject
criterion-readiness = Psychological readiness
criterion-voluntary = Of their own will
criterion-experience-ask = Experience: is there enough of it to lead a colleague?
criterion-success-ask = Professional success: is there something to share and to show?
criterion-public-ask = Work for the community: are they inclined to it, do they take it up themselves?
criterion-loyalty-ask = Attitude to the school: do they value its community?
criterion-comfort-ask = Can they make conditions in which another person works calmly?
criterion-communication-ask = Dealing with people: do they help in difficulties, do they listen without judging?
criterion-method-ask = Method: can they support the teaching of their subject in every way?
criterion-readiness-ask = Psychological readiness: is there strength and will for a whole year beside another person?
criterion-voluntary-ask = Does the person become a mentor of their own will?
grade-grade-2 = Yes, clearly
grade-grade-1 = In part
grade-grade-0 = Not seen yet
grade-yes-no-1 = Yes
grade-yes-no-0 = No
button-interview-begin = Record
button-interview-go-on = Continue
button-interview-again = Change the marks
button-interview-later = Finish later
button-interview-day = Date
button-interview-remark = Note
button-remark-clear = Remove the note
button-interview-today = Today
button-interview-yesterday = Yesterday
button-decide-approved = Into the register
button-decide-later = Later
button-decide-no = Not now
button-tell-no = Write to candidate
button-tell-no-really = Send
toast-interview-kept = Saved
toast-interview-told = Sent
toast-decided-approved = In the register of mentors
toast-decided-later = Put off
toast-decided-no = Saved. Please tell them in person
notice-mentor-approved = Thank you for the talk. You are in the register of mentors: { $school }. When the pairs are made, the bot will write whom you will work with; there is nothing to do until then.
notice-mentor-not-now = Thank you for answering the call and for your time. There are enough mentors this year, and your experience matters to the school: we shall be glad to come back to this talk.
error-interview-open = Please mark everything first: a decision is easier to explain then.
error-interview-voluntary = Nobody becomes a mentor against their will. If they agree, change the last mark.
error-interview-day = It takes a day that has been, for example: yesterday or 12 September.
error-interview-remark = The note is too long. Please keep it within { $limit } { $limit ->
        [one] character
       *[other] characters
    }.
