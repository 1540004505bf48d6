### Group sizes, second mentors, plans that go over to a new pair.

## Group sizes
button-places = Group sizes
places-head =
    <b>How many mentees each takes</b>
    { $first }–{ $last } of { $total }. Free places in all: { $places }. First how many they have, then how many they take.
places-none =
    <b>How many mentees each takes</b>
    There are no mentors yet: they appear once they agree to take part.
places-line = { $name } · { $has } of { $takes }
places-line-own = { $name } · { $has } of { $takes }, set by you
places-of =
    <b>{ $name }</b>
    How many mentees this year? Now: { $takes }, of these in pairs already: { $has }.
places-said = In the questionnaire: { $said }.
places-unsaid = The questionnaire does not say: the bot counts one.
places-least = If there are mentees, how many at least? Now: { $least }. Set more than one where a group is needed.
button-as-said = As they said
toast-places = Kept, from the next run on
proposal-free = { $count ->
        [0] No places are left with the mentors.
       *[other] Places are left: { $names }.
    }
proposal-place = { $name } ({ $count })
hard-already = they are a pair already

## A second mentor
button-second = A second mentor
button-second-consultant = Consultant: { $count }
button-second-subject = Subject: { $count }
second-head =
    <b>A second mentor</b>
    A mentee may have two mentors of different kinds: a consultant helps to settle in, a subject mentor with method. Which is to come second? The number tells how many mentees in pairs have none of that kind yet.
second-none = Nobody: all mentees in pairs have a { $kind } already, or there are no pairs yet.
second-ask-consultant =
    <b>A second mentor: consultant</b>
    Tick who needs one. Ticked { $count } of { $total }, free places with mentors: { $places }. In brackets, the present mentor.
second-ask-subject =
    <b>A second mentor: subject</b>
    Tick who needs one. Ticked { $count } of { $total }, free places with mentors: { $places }. In brackets, the present mentor.
second-line = { $name } ({ $mentors })
second-line-wanted = ☑ { $name } ({ $mentors })
button-second-go = Match
button-mark-all = Tick all
button-mark-none = Untick all
proposal-second = This is a run for a second mentor: { $kind }. Present pairs do not change.
proposal-unserved-second = Without a second mentor: { $names }.
error-matching-no-seconds = There is nobody to match: tick who needs a second mentor.
notice-offer-second-mentee = You may have one more mentor: { $names }. Your present pair stays. Does it suit you? Please answer by { $day }. If you would rather not, only the curator will know.
stored-match_sizes = How many mentees you take
notice-parted-second-mentee = The pairs are still being settled: with one of your two mentors it does not work out for now, your other pair stays. It is nobody's fault, and there is nothing you need to do.

## A plan that goes over to the new pair
notice-carry = A plan is left in your former pair, with { $count } tasks unfinished. It can go over to the new pair, and your new mentor will see what you were working on. It is yours to decide.
notice-carry-curator = A mentor was replaced, and an unfinished plan is left in the former pair. The mentee or you may have it go over to the new one.
notice-carried = The plan of the former pair has gone over to yours, with { $count } tasks. See together what to keep of it.
carry-ask =
    <b>Have the former pair's plan go over?</b>
    Goals: { $goals }, unfinished tasks: { $tasks }. The former mentor's marks and the results stay with the former pair. Both sides will hear that the plan has gone over.
carry-more = and { $count } more
button-plan-carry = Take the plan over
button-plan-leave = Leave it
toast-carried = Taken over: { $count }
toast-carry-late = Nothing to take over: it is done already, or empty
plan-did-carried = plan taken over from the former pair
