### Meetings: why something cannot be done.

error-checkin-closed = This meeting can no longer be checked in: the time is over.
error-checkin-early = This meeting has not ended yet: { $opens }. It can be checked in afterwards.
error-checkin-long = That is too long. Please keep within { $most } characters.
error-checkin-minutes = A number of minutes from { $least } to { $most } is needed.
error-checkin-mood = A number from { $least } to { $most } is needed.
error-fit-early = Whether you suit each other can be said after the meeting.
error-fit-kind = That is asked only after the acquaintance and the trial meeting.
error-fit-unsaid = You have not yet said whether you suit each other.
error-log-future = This meeting is still to come: what has been can be noted.
error-log-old = That is too long ago: meetings of the last { $days } days can be noted.
error-meeting-gate = Another meeting has to take place first.
error-meeting-move = The mentor or the only mentee can move this meeting.
error-meeting-once = There has been such a meeting already.
error-meeting-over = This meeting is over.
error-meeting-people = A meeting needs people of both sides.
error-meeting-place = Too long: { $most } characters at most.
error-meeting-slot-far = That is too far away: { $start }.
error-meeting-slot-length = A meeting has to end after it begins and may last no longer than a working day.
error-meeting-slot-other = A time has been chosen already.
error-meeting-slot-past = That time has passed: { $start }.
error-meeting-slots = One to { $most } different times are needed.
error-meeting-stale = Something about the meeting has changed since.
