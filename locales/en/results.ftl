### Results of a questionnaire: lines for the chat, headings of tables and pictures.

results-item = { $lead } { $figures }
results-mean = mean { $value }
results-median = median { $value }
results-spread = spread { $value }
results-answered = { $count ->
        [one] { $count } person answered
       *[other] { $count } people answered
    }
results-few = fewer than five answers, not shown
results-close = not shown, so that nobody's own answers can be worked out
results-cell = { $label }: { $count }
results-cell-hidden = { $label }: hidden
results-place = { $label }: place { $value }
results-group-mentor = mentors
results-group-mentee = mentees
results-group-none = no role
results-role-mentor = mentor
results-role-mentee = mentee
results-role-none = —
results-scale = Scale “{ $name }”
results-sheets = { $count ->
        [one] { $count } questionnaire sent
       *[other] { $count } questionnaires sent
    }
results-change = { $lead } was { $before }, is { $after } ({ $difference })
results-linked = { $count ->
        [one] answers of { $count } person compared
       *[other] answers of { $count } people compared
    }
results-moved = higher: { $up }, the same: { $same }, lower: { $down }
results-beside = { $lead } before { $before }, after { $after }; two different questions, not subtracted
results-no-pairs = nobody to compare: no one answered both times
results-title-means = Means of the scales
results-title-change = Before and after
results-legend-before = before
results-legend-after = after
results-picture-none = Nothing to show yet
results-head-people = Answers
results-head-totals = Totals
results-head-name = Name
results-head-group = Role
results-head-day = Day
results-head-question = Question
results-head-who = Who
results-head-answer = Answer
results-head-count = How many
results-head-answered = Answered
results-head-mean = Mean
results-head-median = Median
results-head-spread = Spread
results-head-low = Lower quartile
results-head-high = Upper quartile
results-head-place = Place
results-head-note = Note
results-everybody = everybody
results-skipped = passed over
scale-benefit = benefit of the programme
scale-climate = climate among the staff
scale-confidence = confidence
scale-environment = conditions and support
scale-growth = professional growth
scale-participants = participants
scale-programme = programme
scale-training = training of mentors
