"""Mutual evaluation: who tells of whom, its days, and the seal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentoring.errors import ProgrammeError
from mentoring.evaluation.rules import (
    FORMS,
    SHIPPED,
    Occasion,
    State,
    check_answerable,
    checked,
    occasions,
    progress,
    state_on,
)
from mentoring.evaluation.rules_closing import BY_ANSWER, WAYS, Agreed, Way, agreed
from mentoring.evaluation.rules_due import Due, Known, Rule, closed, due
from mentoring.evaluation.rules_seal import ALL, Part, Releases, Viewer, visible
from mentoring.meetings.rules import Side
from mentoring.people.rules import Role
from mentoring.questionnaires.catalogue import shipped
from mentoring.questionnaires.rules_form import Question
from tests.evaluation.ground import EveryDay, pair, words_in

DAYS = EveryDay()
FIRST, LAST = date(2027, 5, 4), date(2027, 5, 22)


def couples(found: tuple[Occasion, ...]) -> list[tuple[int, int]]:
    return [(one.giver, one.about) for one in found]


@pytest.mark.parametrize(
    ("mentors", "mentees", "expected"),
    [
        ([1], [2], [(1, 2), (2, 1)]),
        ([1], [2, 3, 4], [(1, 2), (2, 1), (1, 3), (3, 1), (1, 4), (4, 1)]),
        ([1, 5], [2], [(1, 2), (2, 1), (5, 2), (2, 5)]),
    ],
)
def test_an_occasion_for_each_ordered_couple_across_the_pair(mentors, mentees, expected) -> None:
    found = occasions(pair(mentors, mentees), 2026)
    assert couples(found) == expected
    assert len({one.key for one in found}) == len(found)
    assert {one.mirror for one in found} == {one.key for one in found}
    assert {(one.first, one.last) for one in found} == {(FIRST, LAST)}, "May of the school year's second half"
    assert {one.form for one in found if one.giver in mentors} == {FORMS[Side.MENTOR]}


def test_a_pair_that_ended_is_asked_only_after_a_good_end() -> None:
    assert len(occasions(pair([1], [2], "done"), 2026)) == 2
    for ending in ("not_a_fit", "left", "other"):
        assert occasions(pair([1], [2], ending), 2026) == ()


ONE = occasions(pair([1], [2]), 2026)[0]


@pytest.mark.parametrize(
    ("day", "sent", "gone", "expected"),
    [
        (FIRST - timedelta(1), None, (), State.PLANNED),
        (FIRST, None, (), State.OPEN),
        (LAST, None, (), State.OPEN),
        (LAST + timedelta(1), None, (), State.GRACE),
        (LAST + timedelta(7), None, (), State.GRACE),
        (LAST + timedelta(8), None, (), State.NEVER),
        (LAST, LAST, (), State.GIVEN),
        (LAST + timedelta(30), LAST + timedelta(3), (), State.LATE),
        (FIRST, None, (1,), State.VOID),
        (FIRST, None, (2,), State.VOID),
        (LAST, FIRST, (1, 2), State.GIVEN),
    ],
)
def test_how_it_stands(day, sent, gone, expected) -> None:
    state = state_on(ONE, day, sent, gone, SHIPPED.grace)
    assert state is expected
    if state in (State.OPEN, State.GRACE):
        check_answerable(state)
    else:
        with pytest.raises(ProgrammeError) as refused:
            check_answerable(state)
        assert words_in("ru")(refused.value.key)


def test_the_curators_progress_leaves_out_those_who_left() -> None:
    found = progress([State.GIVEN, State.LATE, State.OPEN, State.NEVER, State.VOID])
    assert (found.asked, found.given, found.late, found.waiting, found.never) == (4, 2, 1, 1, 1)


def days_between(first: date, last: date) -> list[date]:
    return [first + timedelta(n) for n in range((last - first).days + 1)]


def test_opened_reminded_twice_and_said_once_a_day_of_school() -> None:
    group = occasions(pair([1], [2, 3]), 2026)
    said: dict[str, Due] = {}
    for day in days_between(date(2027, 4, 20), date(2027, 6, 20)):
        answered = {group[0].key: date(2027, 5, 5)} if day >= date(2027, 5, 5) else {}
        for item in due(group, Known(answered), day, DAYS):
            assert day.weekday() < 5
            said.setdefault(item.once, item)
    mine = [item.rule for item in said.values() if item.subject == group[0].key]
    assert mine == [Rule.OPENS], "answered, and so no word more"
    others = [item for item in said.values() if item.subject == group[1].key]
    assert [(item.rule, item.day) for item in others] == [
        (Rule.OPENS, date(2027, 5, 4)),
        (Rule.REMINDS, date(2027, 5, 13)),
        (Rule.REMINDS, date(2027, 5, 20)),
    ]


def test_after_an_outage_only_what_still_makes_sense_is_said() -> None:
    assert [item.occurrence for item in due([ONE], Known({}), date(2027, 5, 21), DAYS)] == [2]
    assert due([ONE], Known({}), date(2027, 5, 24), DAYS) == [], "late answers are taken, nobody is chased"
    assert due([ONE], Known({}, {2}), date(2027, 5, 4), DAYS) == []


def test_curators_hear_once_how_it_ended() -> None:
    heard = [item for day in days_between(LAST, date(2027, 6, 30)) for item in closed(2026, [9, 8], day, DAYS)]
    assert {item.once for item in heard} == {"mutual-closed:1:2026:1:9", "mutual-closed:1:2026:1:8"}
    assert min(item.day for item in heard) == date(2027, 5, 31), "the first school day after the grace"


MENTOR, MENTEE = ONE, occasions(pair([1], [2]), 2026)[1]
KEYS = st.frozensets(st.sampled_from([MENTOR.key, MENTEE.key]))
RELEASES = st.builds(Releases, KEYS, KEYS, KEYS)
ROLES = st.frozensets(st.sampled_from(list(Role)))
READERS = st.sampled_from(
    [frozenset({Role.CURATOR}), frozenset({Role.PSYCHOLOGIST}), frozenset({Role.CURATOR, Role.PSYCHOLOGIST})]
)


@settings(max_examples=400, deadline=None)
@given(person=st.integers(1, 4), roles=ROLES, promised=READERS, set_now=READERS, releases=RELEASES)
def test_the_seal(person, roles, promised, set_now, releases) -> None:
    occasion = replace(MENTOR, readers=promised)
    seen = visible(Viewer(person, roles), occasion, replace(SHIPPED, readers=set_now), releases)
    sent = {MENTOR.key, MENTEE.key} <= releases.given
    both = sent and {MENTOR.key, MENTEE.key} <= releases.answers
    if MENTOR.key not in releases.given:
        assert seen <= {Part.FACT}
    if person == occasion.about:
        assert (Part.CONTENT in seen) == both, "no role opens what is told of oneself"
        assert Part.FACT not in seen or both or roles & {Role.CURATOR, Role.PSYCHOLOGIST}
        assert Part.THANKS not in seen or both or MENTOR.key in releases.thanks
    elif person != occasion.giver:
        assert (Part.CONTENT in seen) == (MENTOR.key in releases.given and bool(roles & promised & set_now))
        assert (Part.FACT in seen) == (Role.CURATOR in roles or bool(roles & promised & set_now))


def test_one_who_releases_alone_shows_nothing() -> None:
    mentee = Viewer(2, frozenset({Role.MENTEE}))
    alone = Releases(frozenset({MENTOR.key, MENTEE.key}), frozenset({MENTOR.key}))
    assert visible(mentee, MENTOR, SHIPPED, alone) == frozenset()
    both = replace(alone, answers=frozenset({MENTOR.key, MENTEE.key}))
    assert visible(mentee, MENTOR, SHIPPED, both) == ALL


def test_only_curator_and_psychologist_can_be_promised() -> None:
    for readers in (frozenset(), frozenset({Role.DIRECTOR}), frozenset({Role.CURATOR, Role.HEAD})):
        with pytest.raises(ProgrammeError, match="error-mutual-readers"):
            checked(replace(SHIPPED, readers=readers))
    assert checked(SHIPPED) is SHIPPED


def answers_of(form_id: str, name: str) -> set[str]:
    question: Question = next(q for q in shipped()[form_id].questions if q.name == name)
    return {choice.name for choice in question.choices}


def test_each_way_on_has_its_words_forms_and_answer() -> None:
    assert set(WAYS) == set(Way) == set(BY_ANSWER.values())
    assert answers_of("mutual_mentee", "next") == answers_of("mutual_mentor", "next") == set(BY_ANSWER)
    for leads in WAYS.values():
        assert words_in("ru")(leads.text) != words_in("en")(leads.text)
        assert all(form in shipped() for forms in leads.forms.values() for form in forms)
    assert [way for way, leads in WAYS.items() if leads.again] == [Way.NEW_STAGE, Way.CHANGE_ROLES]


def test_nobody_is_kept_by_what_another_wished() -> None:
    assert agreed({1: Way.NEW_STAGE}, 2) is None
    assert agreed({1: Way.CHANGE_ROLES, 2: Way.CHANGE_ROLES}, 2) == Agreed(Way.CHANGE_ROLES)
    assert agreed({1: Way.NEW_STAGE, 2: Way.CHANGE_ROLES}, 2) == Agreed(Way.INFORMAL, differ=True)
    assert agreed({1: Way.NEW_STAGE, 2: Way.FINISH}, 2) == Agreed(Way.FINISH, differ=True)
