"""Who has done what: stages, filters, names in order, pages."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.consent.rules import ConsentKind, Decision
from mentoring.people.rules import PersonState, Role
from mentoring.people.rules_progress import PAGE, Filter, Progress, Stage, by_name, keeps, page, progress
from mentoring.people.rules_steps import FORMS
from tests.people.test_rules import person
from tests.people.test_steps import decided

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
NOBODY: frozenset[str] = frozenset()


def stage(
    *roles: Role, decisions: list[Decision] | None = None, sent: frozenset[str] = NOBODY, **changes: object
) -> Stage:
    found = decided(*ConsentKind) if decisions is None else decisions
    return progress(person(*roles, **changes), found, sent, NOBODY).stage


def test_stages_follow_the_first_day() -> None:
    every = frozenset(FORMS[Role.MENTOR])
    assert stage(Role.MENTOR, state=PersonState.REFUSED) is Stage.REFUSED
    assert stage(Role.MENTOR, state=PersonState.NEW) is Stage.UNDECIDED
    assert stage(Role.MENTOR, name=None) is Stage.NAMELESS
    assert stage(Role.MENTOR, approved=False) is Stage.WAITING
    assert stage(Role.MENTOR) is Stage.FILLING
    assert stage(Role.MENTOR, sent=every - {"working_style"}) is Stage.FILLING
    assert stage(Role.MENTOR, sent=every) is Stage.DONE


def test_who_says_no_to_pairs_is_outside_and_not_unfinished() -> None:
    no = [*decided(ConsentKind.PROCESSING), *decided(ConsentKind.PARTICIPATION, accepted=False)]
    assert stage(Role.MENTOR, decisions=no) is Stage.OUTSIDE
    assert stage(Role.MENTOR, decisions=decided(ConsentKind.PROCESSING)) is Stage.FILLING, "not asked yet"
    taken_back = [*decided(ConsentKind.PROCESSING), Decision(9, ConsentKind.PARTICIPATION, 1, "", True, NOW, NOW)]
    assert stage(Role.MENTEE, decisions=taken_back) is Stage.OUTSIDE


def test_staff_are_done_at_once() -> None:
    assert stage(Role.PSYCHOLOGIST, decisions=decided(ConsentKind.PROCESSING)) is Stage.DONE


def test_missing_is_what_is_due_and_not_sent() -> None:
    found = progress(person(Role.MENTEE), decided(*ConsentKind), frozenset({"mentee_entry"}), NOBODY)
    assert found.missing == ("mentee_before", "working_style")


@pytest.mark.parametrize("wanted", list(Filter))
def test_every_filter_knows_every_stage(wanted: Filter) -> None:
    for roles in ((), (Role.CURATOR,), (Role.MENTOR,), (Role.MENTEE, Role.DIRECTOR)):
        for value in Stage:
            one = Progress(person(*roles), value, {}, (), NOBODY, NOBODY)
            assert isinstance(keeps(wanted, one), bool)


def test_staff_is_who_is_in_no_pair() -> None:
    def one(*roles: Role) -> Progress:
        return Progress(person(*roles), Stage.DONE, {}, (), NOBODY, NOBODY)

    assert keeps(Filter.STAFF, one(Role.CURATOR))
    assert not keeps(Filter.STAFF, one(Role.CURATOR, Role.MENTOR))
    assert not keeps(Filter.STAFF, one())
    assert keeps(Filter.MENTORS, one(Role.CURATOR, Role.MENTOR))


def test_names_are_in_russian_order_and_the_nameless_last() -> None:
    names = ["Ёлкина", "Жук", "Еж", "Еремин", None, "абаев"]
    people = [progress(person(name=n), [], NOBODY, NOBODY) for n in names]
    assert [p.person.name for p in by_name(people)] == ["абаев", "Еж", "Ёлкина", "Еремин", "Жук", None]


@given(st.integers(0, 60), st.integers(-(10**40), 10**40))
def test_a_page_is_always_there(total: int, number: int) -> None:
    items = [progress(person(id=i), [], NOBODY, NOBODY) for i in range(total)]
    found = page(items, number)
    assert 0 <= found.number < found.pages
    assert len(found.items) == found.last - found.first + (1 if total else 0)
    assert len(found.items) <= PAGE
    assert found.total == total
    assert found.items == tuple(items[found.number * PAGE :][:PAGE])


@given(st.integers(0, 60))
def test_pages_together_are_everybody_once(total: int) -> None:
    items = [progress(person(id=i), [], NOBODY, NOBODY) for i in range(total)]
    shown = [one for number in range(page(items, 0).pages) for one in page(items, number).items]
    assert shown == items
