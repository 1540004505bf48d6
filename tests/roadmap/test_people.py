"""Who answers for a step on a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from mentoring.people.rules import Role
from mentoring.roadmap.rules import State
from mentoring.roadmap.rules_people import (
    Assignment,
    Staff,
    StandIn,
    for_person,
    responsible,
    vacancies,
)
from tests.roadmap.tools import BEGINS, CURATOR, DEPUTY, DIRECTOR, OTHER, PSYCHOLOGIST, STAFF, plan, step, without

DAY = date(2026, 10, 5)
WEEK = timedelta(days=7)


def standing_in(*stand_ins, gone=()):
    return Staff(STAFF.assignments, stand_ins, frozenset(gone))


def test_everybody_in_the_steps_roles():
    assert responsible(step(1), STAFF, DAY) == (DIRECTOR, DEPUTY)
    assert responsible(step(16), STAFF, DAY) == (CURATOR, PSYCHOLOGIST)


def test_a_role_changes_hands_on_its_day():
    staff = Staff(
        (
            Assignment(CURATOR, Role.CURATOR, BEGINS, DAY),
            Assignment(OTHER, Role.CURATOR, DAY + timedelta(days=1)),
        )
    )
    assert responsible(step(17), staff, DAY) == (CURATOR,)
    assert responsible(step(17), staff, DAY + timedelta(days=1)) == (OTHER,)
    assert responsible(step(17), staff, BEGINS - timedelta(days=1)) == ()


def test_a_stand_in_from_the_first_to_the_last_day():
    staff = standing_in(StandIn(CURATOR, OTHER, DAY, DAY + WEEK))
    for shift, person in ((-1, CURATOR), (0, OTHER), (7, OTHER), (8, CURATOR)):
        assert responsible(step(17), staff, DAY + timedelta(days=shift)) == (person,)


def test_a_stand_in_of_one_role_alone():
    both = (*STAFF.assignments, Assignment(CURATOR, Role.PSYCHOLOGIST, BEGINS))
    staff = Staff(both, (StandIn(CURATOR, OTHER, DAY, DAY + WEEK, Role.CURATOR),))
    assert responsible(step(17), staff, DAY) == (OTHER,)
    assert responsible(step(19), staff, DAY) == (PSYCHOLOGIST, CURATOR)


def test_a_stand_in_who_is_away_too_and_a_circle():
    chain = standing_in(StandIn(CURATOR, OTHER, DAY, DAY + WEEK), StandIn(OTHER, DEPUTY, DAY, DAY + WEEK))
    assert responsible(step(17), chain, DAY) == (DEPUTY,)
    circle = standing_in(StandIn(CURATOR, OTHER, DAY, DAY), StandIn(OTHER, CURATOR, DAY, DAY))
    assert responsible(step(17), circle, DAY)[0] in (CURATOR, OTHER)


@pytest.mark.parametrize(("person", "last"), [(CURATOR, DAY), (OTHER, DAY - WEEK)])
def test_a_stand_in_is_somebody_else_and_has_an_end(person, last):
    with pytest.raises(ValueError):
        StandIn(CURATOR, person, DAY, last)


def test_named_people_instead_of_roles_with_their_stand_in():
    one = replace(step(1), people=(OTHER,))
    assert responsible(one, STAFF, DAY) == (OTHER,)
    assert responsible(one, standing_in(StandIn(OTHER, DEPUTY, DAY, DAY)), DAY) == (DEPUTY,)


def test_whoever_is_gone_answers_for_nothing():
    assert responsible(step(1), standing_in(gone=[DIRECTOR]), DAY) == (DEPUTY,)
    named = replace(step(1), people=(OTHER,))
    assert responsible(named, standing_in(gone=[OTHER]), DAY) == (DIRECTOR, DEPUTY)


def test_nobody_is_found_where_no_role_is_held():
    found = [*vacancies(plan(), without(Role.PSYCHOLOGIST), DAY)]
    assert [(one.instance.n, one.roles) for one in found] == [(19, (Role.PSYCHOLOGIST,))]
    assert found[0].since == BEGINS
    # August's step is over; the others are still to come.
    alone = {one.instance.n for one in vacancies(plan(), Staff(), DAY)}
    assert alone == set(range(1, 30)) - {9, 10, 11, 12, 14}


def test_a_closed_step_needs_nobody():
    closed = [replace(one, state=State.DONE) for one in plan()]
    assert [*vacancies(closed, Staff(), DAY)] == []


def test_each_gap_has_a_beginning_of_its_own():
    held = (
        Assignment(PSYCHOLOGIST, Role.PSYCHOLOGIST, BEGINS, DAY),
        Assignment(OTHER, Role.PSYCHOLOGIST, DAY + WEEK, DAY + 2 * WEEK),
    )
    staff = Staff(held)

    def since(day):
        return [one.since for one in vacancies([step(19)], staff, day)]

    assert since(DAY) == []
    assert since(DAY + timedelta(days=1)) == since(DAY + timedelta(days=6)) == [DAY + timedelta(days=1)]
    assert since(DAY + WEEK) == []
    assert since(DAY + 5 * WEEK) == [DAY + 2 * WEEK + timedelta(days=1)]


def test_by_person_with_the_stand_ins_share():
    assert [one.n for one in for_person(plan(), STAFF, PSYCHOLOGIST, DAY)] == [9, 10, 15, 16, 19, 21, 25]
    staff = standing_in(StandIn(PSYCHOLOGIST, OTHER, DAY, DAY + WEEK))
    assert [one.n for one in for_person(plan(), staff, OTHER, DAY)] == [9, 10, 15, 16, 19, 21, 25]
    assert [*for_person(plan(), staff, PSYCHOLOGIST, DAY)] == []
