"""The five set-up questions: what is understood, what is refused, and that nothing else changes."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.errors import ProgrammeError
from mentoring.people import setup
from mentoring.people.entrance import found_school, open_link
from mentoring.people.rules import SETUP_STEPS, Actor, Guest, Role
from storage import migrate
from storage.engine import Database
from storage.unit import StorageUnit
from tests.people.test_rules import SCHOOL, _expect, person

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "hours"),
    [
        ("21:00-07:30", ("21:00", "07:30")),
        ("21-7", ("21:00", "07:00")),
        ("21.00 до 7.30", ("21:00", "07:30")),
        (" 9:05 – 18:00 ", ("09:05", "18:00")),
        ("00:00—00:00", ("00:00", "00:00")),
        ("2100-730", ("21:00", "07:30")),
    ],
)
def test_hours_are_read_as_people_write_them(typed: str, hours: tuple[str, str]) -> None:
    assert setup.read_quiet(typed) == hours


@pytest.mark.parametrize(
    "typed", ["", "поздно", "24:00-08:00", "20:60-8", "20:00", "-", "20:00-08:00-09:00", "x" * 5000]
)
def test_hours_that_are_none_are_refused(typed: str) -> None:
    with pytest.raises(ProgrammeError, match="error-quiet"):
        setup.read_quiet(typed)


@given(st.text(max_size=40))
def test_hours_are_understood_or_refused_never_wrong(typed: str) -> None:
    try:
        start, end = setup.read_quiet(typed)
    except ProgrammeError:
        return
    for hhmm in (start, end):
        assert datetime.strptime(hhmm, "%H:%M")  # noqa: DTZ007 - a time of day has no zone


@given(st.text(max_size=60), st.sampled_from(SETUP_STEPS))
def test_any_answer_is_taken_or_refused_with_a_key(typed: str, step: str) -> None:
    try:
        changes = setup._READ[step](typed, SCHOOL)
    except ProgrammeError as refusal:
        _expect(refusal, "error-school-name", "error-zone", "error-quiet", "error-cadence", "error-year")
        return
    assert all(isinstance(value, str | int | date) for value in changes.values())


@pytest.mark.parametrize("step", SETUP_STEPS)
def test_leaving_it_keeps_what_is_there(step: str) -> None:
    changes = setup._READ[step]("", SCHOOL)
    assert all(getattr(SCHOOL, name) == value for name, value in changes.items())
    assert changes


@pytest.mark.parametrize(
    ("step", "typed", "key"),
    [
        ("name", " \n ", "error-school-name"),
        ("name", "ш" * 161, "error-school-name"),
        ("zone", "Луна", "error-zone"),
        ("zone", "../etc", "error-zone"),
        ("cadence", "0", "error-cadence"),
        ("cadence", "61", "error-cadence"),
        ("cadence", "часто", "error-cadence"),
        ("cadence", "9" * 4000, "error-cadence"),
        ("year", "01.08.2026", "error-year"),
        ("year", "30.02.2026-31.07.2027", "error-year"),
        ("year", "31.07.2027-01.08.2026", "error-year"),
        ("year", "01.08.2026-31.07.2036", "error-year"),
        ("year", "01.08.0000-31.07.0001", "error-year"),
    ],
)
def test_wrong_answers_are_refused(step: str, typed: str, key: str) -> None:
    with pytest.raises(ProgrammeError, match=key):
        setup._READ[step](typed, SCHOOL)


def test_zones_offered_exist_and_are_not_doubled() -> None:
    assert all(setup._READ["zone"](zone, SCHOOL) for zone in setup.ZONES)
    assert len(set(setup.ZONES)) == len(setup.ZONES)


@given(st.datetimes(datetime(2000, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001
def test_the_years_offered_are_this_one_and_the_next(now: datetime) -> None:
    this, following = setup.suggested_years(SCHOOL, now)
    assert this[0] <= now.astimezone(UTC).date() + timedelta(days=1)
    assert following[0] == this[1] + timedelta(days=1)


async def test_an_answer_is_stored_and_a_later_step_is_not_taken_back(database_url: str) -> None:
    database = Database(database_url)
    await migrate.upgrade(database)

    def work(connection: object) -> list[int]:
        unit = StorageUnit(connection, NOW)  # type: ignore[arg-type]
        founded = found_school(unit, "Школа")
        open_link(Guest(7, "ru"), unit, founded.token)
        arrived = unit.people.find_account(founded.school.id, 7)
        assert arrived is not None
        actor = Actor(person(Role.CURATOR, id=arrived.id, school_id=founded.school.id), founded.school)
        steps = [setup.answer_setup(actor, unit, step, "").setup_step for step in ("name", "zone", "quiet")]
        actor = Actor(actor.person, unit.schools.get(founded.school.id))
        return [*steps, setup.answer_setup(actor, unit, "name", "Гимназия").setup_step]

    assert await database.write(work) == [1, 2, 3, 3]
    await database.close()


def test_only_a_curator_sets_up() -> None:
    with pytest.raises(ProgrammeError, match="error-not-yours"):
        setup.answer_setup(Actor(person(Role.DIRECTOR), SCHOOL), None, "name", "x")  # type: ignore[arg-type]
