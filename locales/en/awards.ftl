### Nominations, votes, points, the school's blank.

nomination-mentor_of_year = Mentor of the year
nomination-best_pair = The best pair

points-meeting = meetings
points-open_lesson = open lessons
points-method = teaching materials
points-project = projects
points-publication = publications
points-talk = talks
points-training = training of mentors
points-case = cases

error-nomination-title = Give the nomination a name of up to { $most } characters.
error-nomination-twice = There is such a nomination already.
error-vote-few = A vote needs at least { $least } nominees: otherwise it would be plain who has not won.
error-vote-not-yours = The mentors and mentees of the programme take part in this vote.
error-vote-gone = This nominee is not on the list any more. Please choose another.
error-vote-self = You cannot vote for yourself or your own pair. Please choose colleagues.
error-vote-own = You are among the nominees yourself, so somebody else decides: the director, a deputy or another curator.
error-vote-leader = Only those with the most votes can be chosen, or nobody.
error-points = Points are whole numbers from 0 to { $most }, for what is on the list alone.
error-blank-heavy = The file is larger than { $megabytes } MB. Please send a smaller picture.
error-blank-picture = This does not look like a picture. A PNG, JPEG or WebP of the whole sheet will do.
error-blank-small = The picture is too coarse to print: its shorter side needs at least { $least } pixels.
