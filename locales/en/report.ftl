### The year's report.

report-title = Report on the results of the mentoring programme “Teacher to teacher”
report-year = School year { $first }/{ $last }
report-guard = The report holds no figure on fewer than five people and none from which one could be computed. Before and after are compared only for those who answered both times.
report-participants = Participants
report-mentors = Mentors
report-mentees = Mentees
report-pairs = Pairs and groups
report-who = Who
report-count = How many
report-group-expected = Expected results
report-group-evaluated = Evaluated results
report-group-programme = Effectiveness of the programme
report-group-participants = Effectiveness for the participants
report-group-person = Changes in the mentees
report-caption = { $name }: the figures that may be shown
report-card = By the curator's cards the pairs have { $total } of { $most } points on average; the level is { $level }.
report-card-hidden = The sum of the curator's cards is not shown: there are too few, or a single pair could be recognised.
report-level-optimal = optimal
report-level-acceptable = acceptable
report-level-low = not acceptable: the programme needs help
report-swot = SWOT analysis
report-strength = Strengths
report-weakness = Weaknesses
report-opportunity = Opportunities
report-threat = Threats
report-nothing = This year's figures have added nothing here.
report-conclusions = Conclusions and proposals
report-conclusions-empty = The curator's conclusions and the council's decisions go here.
report-curator = Curator of the programme
report-on = Drawn up on { $day }
report-figures = Figures
report-group = Section
report-indicator = Indicator
report-figure = What was measured
report-n = Answered
report-before = Before
report-after = After / now
report-difference = Difference
report-spread = Spread
report-last = A year ago
report-whole = Out of
report-share = Share, %
report-last-whole = A year ago, of
report-sentence = In words
report-note = Note
report-quarter = Quarter
report-text = Text
report-page-title = The year of mentoring on one page
report-page-people = Taking part: { $mentors ->
        [one] { $mentors } mentor
       *[other] { $mentors } mentors
    }, { $mentees ->
        [one] { $mentees } mentee
       *[other] { $mentees } mentees
    }, { $pairs ->
        [one] { $pairs } pair or group
       *[other] { $pairs } pairs and groups
    }.
report-done = What was done
report-better = What got better
report-ahead = What we shall work on
report-page-thanks = Thanks to everybody who taught and learnt this year.
