"""What may be done to a step, what may not, and that each leaves its line in the log."""

from __future__ import annotations

from datetime import date

import pytest

from mentoring.errors import ProgrammeError
from mentoring.people.rules import Role
from mentoring.roadmap.rules import Kept, Phase, Result, State
from mentoring.roadmap.rules_changes import (
    RESULTS_LIMIT,
    WORDS_LIMIT,
    Add,
    Attach,
    Detach,
    Done,
    Drop,
    Kind,
    Move,
    Name,
    Postpone,
    Reopen,
    Reword,
    add,
    change,
)
from tests.roadmap.tools import CURATOR, DEPUTY, YEAR, plan, step

DAY = date(2026, 10, 7)
LATER = date(2026, 12, 20)


def refused(key, instance, what, on=DAY):
    with pytest.raises(ProgrammeError) as caught:
        change(instance, what, CURATOR, on)
    assert caught.value.key == key


def closed(what=None):
    return change(step(16), what or Done(), CURATOR, DAY).instance


def test_done_is_kept_with_who_and_when():
    turn = change(step(16), Done(), DEPUTY, DAY)
    assert (turn.instance.state, turn.instance.closed_by, turn.instance.closed_on) == (State.DONE, DEPUTY, DAY)
    assert (turn.entry.kind, turn.entry.n, turn.entry.year, turn.entry.who) == (Kind.DONE, 16, YEAR, DEPUTY)
    assert turn.entry.before == {"state": State.PLANNED}
    assert turn.entry.after == {"state": State.DONE}


def test_done_and_words_leave_the_revision_days_raise_it():
    one = step(16)
    for what in (Done(), Reword("Иначе", "", "яснее"), Name((9,)), Attach(Kept.NOTE, "есть"), Drop("не нужен")):
        assert change(one, what, CURATOR, DAY).instance.revision == 0
    for what in (Move(DAY, LATER, "перенос"), Postpone(LATER, "перенос")):
        after = change(one, what, CURATOR, DAY).instance
        assert (after.revision, after.since) == (1, DAY)
    assert change(closed(), Reopen(), CURATOR, DAY).instance.revision == 1


def test_postponed_with_a_reason_and_a_later_day():
    turn = change(step(16), Postpone(LATER, "  болеет психолог "), DEPUTY, DAY)
    assert (turn.instance.state, turn.instance.last) == (State.POSTPONED, LATER)
    assert turn.instance.first == step(16).first
    assert turn.instance.reason == turn.entry.reason == "болеет психолог"
    assert turn.entry.before["last"] == step(16).last
    assert turn.entry.after["last"] == LATER
    refused("roadmap-reason-missing", step(16), Postpone(LATER, "  "))
    refused("roadmap-past", step(16), Postpone(DAY, "вчера"))
    refused("roadmap-window", step(16), Postpone(LATER, "наоборот", date(2026, 12, 21)))
    refused("roadmap-window", step(16), Postpone(date(2028, 12, 1), "надолго"))


def test_a_closed_step_is_not_changed_but_reopened():
    for what in (
        Done(),
        Drop("x"),
        Move(DAY, LATER, "x"),
        Postpone(LATER, "x"),
        Reword("x", "x", "x"),
        Name((1,)),
    ):
        for one in (closed(), closed(Drop("не нужен"))):
            refused("roadmap-closed", one, what)
    refused("roadmap-not-closed", step(16), Reopen())
    again = change(closed(), Reopen(), CURATOR, DAY).instance
    assert (again.state, again.closed_by, again.closed_on, again.last) == (
        State.PLANNED,
        None,
        None,
        step(16).last,
    )


def test_what_is_reopened_late_needs_a_day():
    late = date(2026, 11, 10)
    refused("roadmap-until-missing", closed(), Reopen(), late)
    refused("roadmap-past", closed(), Reopen(date(2026, 11, 9)), late)
    assert change(closed(), Reopen(LATER), CURATOR, late).instance.last == LATER


def test_what_had_no_date_may_be_reopened_without_one_and_with_one():
    done = change(step(5), Done(), CURATOR, DAY).instance
    assert change(done, Reopen(), CURATOR, DAY).instance.first is None
    dated = change(done, Reopen(LATER), CURATOR, DAY).instance
    assert (dated.first, dated.last) == (DAY, LATER)


def test_moving_needs_a_reason_unless_there_was_no_date():
    refused("roadmap-reason-missing", step(16), Move(DAY, LATER, ""))
    turn = change(step(5), Move(DAY, LATER, ""), DEPUTY, DAY)
    assert (turn.instance.first, turn.instance.last) == (DAY, LATER)
    assert turn.entry.kind is Kind.MOVED
    assert change(step(5), Postpone(LATER, "курсы позже"), DEPUTY, DAY).instance.first == DAY


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2026, 7, 31), LATER),
        (date(2027, 8, 1), date(2027, 8, 2)),
        (LATER, DAY),
        (DAY, date(2027, 12, 31)),
    ],
)
def test_windows_that_do_not_fit(first, last):
    refused("roadmap-window", step(16), Move(first, last, "перенос"))


def test_rewording_is_for_this_year_and_may_be_taken_back():
    one = change(step(1), Reword("Совещание в гимназии № 5", "Приказ", "название школы"), CURATOR, DAY).instance
    assert (one.title, one.result) == ("Совещание в гимназии № 5", "Приказ")
    back = change(one, Reword("", "", "как в программе"), CURATOR, DAY).instance
    assert (back.title, back.result) == (step(1).title, step(1).result)
    refused("roadmap-reason-missing", step(1), Reword("Другое", "", ""))
    refused("roadmap-words-long", step(1), Reword("я" * (WORDS_LIMIT + 1), "", "длинно"))


def test_dropped_with_a_reason():
    turn = change(step(6), Drop("сайт ведёт город"), CURATOR, DAY)
    assert (turn.instance.state, turn.instance.reason) == (State.DROPPED, "сайт ведёт город")
    assert turn.entry.reason == "сайт ведёт город"
    refused("roadmap-reason-missing", step(6), Drop(" \n"))


def test_results_are_attached_even_to_a_finished_step_and_taken_off():
    one = change(closed(), Attach(Kept.LINK, "https://example.org/prikaz"), DEPUTY, DAY).instance
    assert one.results == (Result(Kept.LINK, "https://example.org/prikaz", DEPUTY, DAY),)
    one = change(one, Attach(Kept.FILE, "17"), CURATOR, DAY).instance
    assert [kept.ref for kept in change(one, Detach(0), CURATOR, DAY).instance.results] == ["17"]
    refused("roadmap-result-gone", one, Detach(2))
    refused("roadmap-result-gone", one, Detach(-1))
    refused("roadmap-words-missing", one, Attach(Kept.NOTE, "  "))


def test_no_more_results_than_fit():
    one = step(16)
    for number in range(RESULTS_LIMIT):
        one = change(one, Attach(Kept.FILE, str(number)), CURATOR, DAY).instance
    refused("roadmap-results-many", one, Attach(Kept.NOTE, "ещё"))


def test_named_people_once_each():
    assert change(step(16), Name((9, 8, 9)), CURATOR, DAY).instance.people == (9, 8)


def own(**values):
    base = {
        "title": "Неделя открытых уроков", "result": "Записи уроков", "first": DAY, "last": LATER,
        "roles": (Role.HEAD,), "section": "work", "phase": Phase.PRACTICE, "reason": "так у нас принято",
    }  # fmt: skip
    return Add(**(base | values))


def test_a_step_of_the_schools_own():
    turn = add(plan(), own(), YEAR, CURATOR, DAY)
    assert (turn.instance.n, turn.instance.title, turn.instance.first) == (30, "Неделя открытых уроков", DAY)
    assert turn.instance.step.roles == (Role.HEAD,)
    assert turn.entry.kind is Kind.ADDED
    second = add([*plan(), turn.instance], own(), YEAR, CURATOR, DAY)
    assert second.instance.n == 31
    assert (
        add(
            [*plan(), turn.instance], own(first=date(2027, 9, 1), last=date(2027, 9, 2)), YEAR + 1, 1, DAY
        ).instance.n
        == 30
    )


@pytest.mark.parametrize(
    ("values", "key"),
    [
        ({"title": " "}, "roadmap-words-missing"),
        ({"title": "я" * (WORDS_LIMIT + 1)}, "roadmap-words-long"),
        ({"reason": ""}, "roadmap-reason-missing"),
        ({"last": date(2026, 10, 1)}, "roadmap-window"),
    ],
)
def test_an_own_step_that_is_refused(values, key):
    with pytest.raises(ProgrammeError) as caught:
        add(plan(), own(**values), YEAR, CURATOR, DAY)
    assert caught.value.key == key
