"""Files of questionnaires and what each school has put in force, on both databases."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from mentoring.ports_questionnaires import SchoolForm
from storage import migrate
from storage.engine import Database
from storage.tables import form_versions, people, school_forms, schools
from storage.unit import StorageUnit
from tests.storage.ground import NOW, database

FILE = b"PK\x03\x04\x00\xff binary"
SCHOOL = {"zone": "Europe/Moscow", "quiet_from": "20:00", "quiet_to": "08:00", "cadence_days": 14,
          "year_start": NOW.date(), "year_end": NOW.date(), "language": "ru", "created_at": NOW}  # fmt: skip


def _ground(connection: Connection) -> tuple[int, int, int]:
    """Two schools and a person of the first."""
    keys = [
        connection.execute(insert(schools).values(name=name, **SCHOOL).returning(schools.c.id)).scalar_one()
        for name in ("А", "Б")
    ]
    person = StorageUnit(connection, NOW).people.add(keys[0], 7, state="new", language="ru", entered_at=NOW)
    return keys[0], keys[1], person.id


def _sent(unit: StorageUnit, school: int, person: int, version: str, days: int = 0) -> SchoolForm:
    unit.forms.keep(version, "mood", "mood.xlsx", FILE)
    titles = {"": "Настроение", "en": "Mood"}
    moment = NOW + timedelta(days=days)
    return unit.forms.add(school, "mood", version, "mood.xlsx", titles, 2, 1, person, moment)


async def _on(url: str, work: Callable[[StorageUnit, int, int, int], Any]) -> Any:
    async with database(url) as found:
        return await found.write(lambda c: work(StorageUnit(c, NOW), *_ground(c)))


async def test_a_candidate_is_kept_whole(database_url: str) -> None:
    def work(unit: StorageUnit, school: int, other: int, person: int) -> None:
        made = _sent(unit, school, person, "v1")
        assert made == SchoolForm(made.id, school, "mood", "v1", "candidate", "mood.xlsx",
                                  {"": "Настроение", "en": "Mood"}, 2, 1, person, NOW, None)  # fmt: skip
        assert unit.forms.find(school, made.id) == made
        assert unit.forms.source("v1") == ("mood.xlsx", FILE)
        assert unit.forms.current(school, "mood") is None
        assert list(unit.forms.published(school)) == []

    await _on(database_url, work)


async def test_the_same_version_again_is_the_same_row(database_url: str) -> None:
    def work(unit: StorageUnit, school: int, other: int, person: int) -> None:
        made = _sent(unit, school, person, "v1")
        unit.forms.set_state(school, made.id, "published", NOW)
        again = _sent(unit, school, person, "v1", days=3)
        assert (again.id, again.state, again.added_at) == (made.id, "published", NOW)
        assert len(unit.forms.history(school, "mood")) == 1

    await _on(database_url, work)


async def test_publishing_replaces_what_was_in_force(database_url: str) -> None:
    def work(unit: StorageUnit, school: int, other: int, person: int) -> None:
        first, second = _sent(unit, school, person, "v1"), _sent(unit, school, person, "v2", days=1)
        theirs = _sent(unit, other, person, "v1")
        for row in (first, second):
            unit.forms.set_state(school, row.id, "published", NOW + timedelta(days=2))
        unit.forms.set_state(other, theirs.id, "published", NOW)
        assert [(r.version, r.state) for r in unit.forms.history(school, "mood")] == [
            ("v2", "published"),
            ("v1", "replaced"),
        ]
        assert [r.version for r in unit.forms.published(school)] == ["v2"]
        current = unit.forms.current(other, "mood")
        assert current is not None
        assert (current.id, current.published_at) == (theirs.id, NOW), "each school has its own"
        unit.forms.set_state(school, second.id, "withdrawn", NOW)
        assert unit.forms.current(school, "mood") is None
        unit.forms.set_state(school, first.id, "published", NOW)
        unit.forms.set_state(school, first.id, "published", NOW)
        assert [r.version for r in unit.forms.published(school)] == ["v1"], "an older one, and twice"

    await _on(database_url, work)


async def test_a_row_belongs_to_its_school(database_url: str) -> None:
    def work(unit: StorageUnit, school: int, other: int, person: int) -> None:
        made = _sent(unit, school, person, "v1")
        assert unit.forms.find(other, made.id) is None
        unit.forms.set_state(other, made.id, "published", NOW)
        found = unit.forms.find(school, made.id)
        assert found is not None
        assert found.state == "candidate"
        assert list(unit.forms.history(other, "mood")) == []

    await _on(database_url, work)


async def test_two_cannot_be_in_force_at_once(database_url: str) -> None:
    def work(unit: StorageUnit, school: int, other: int, person: int) -> None:
        for version in ("v1", "v2"):
            _sent(unit, school, person, version)
        unit.connection.execute(update(school_forms).values(state="published"))

    with pytest.raises(IntegrityError):
        await _on(database_url, work)


async def test_the_first_file_of_a_version_stays(database_url: str) -> None:
    def work(unit: StorageUnit, school: int, other: int, person: int) -> None:
        unit.forms.keep("v1", "mood", "mood.md", b"first")
        unit.forms.keep("v1", "mood", "other.md", b"second")
        assert unit.forms.source("v1") == ("mood.md", b"first")
        assert unit.forms.source("v2") is None

    await _on(database_url, work)


async def test_who_sent_it_may_leave_and_a_school_takes_its_own_along(database_url: str) -> None:
    def work(unit: StorageUnit, school: int, other: int, person: int) -> None:
        made = _sent(unit, school, person, "v1")
        unit.connection.execute(delete(people).where(people.c.id == person))
        found = unit.forms.find(school, made.id)
        assert found is not None
        assert found.added_by is None
        unit.connection.execute(delete(schools).where(schools.c.id == school))
        assert unit.connection.execute(select(func.count()).select_from(school_forms)).scalar_one() == 0
        assert unit.forms.source("v1") is not None, "answers of others may need it"

    await _on(database_url, work)


async def test_texts_of_the_first_day_become_bytes_and_texts_again(database_url: str) -> None:
    found = Database(database_url)
    await migrate.upgrade(found, "0001")
    text = "| survey |\n| | text | q | Что «нового»? |"
    old = "INSERT INTO form_versions (version, form_id, source_name, source) VALUES ('v', 'mood', 'mood.md', "
    await found.write(lambda c: c.exec_driver_sql(old + "'" + text + "')"))
    await migrate.upgrade(found)
    kept = await found.read(lambda c: c.execute(select(form_versions.c.content)).scalar_one())
    assert kept == text.encode()
    await migrate.downgrade(found, "0001")
    back = await found.read(lambda c: c.exec_driver_sql("SELECT source FROM form_versions").scalar_one())
    assert back == text
    await found.close()
