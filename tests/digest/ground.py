"""Schools with a past, put into the tables row by row, and plain SQL to count in them without the product's help."""

from __future__ import annotations

import json
import random
import sqlite3
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

import asyncpg
from sqlalchemy import insert, make_url, select, update

from mentoring.meetings.rules import State
from mentoring.people import entrance
from mentoring.people.rules import SETUP_STEPS, PersonState, Role
from storage.tables import (
    digests,
    meeting_checkins,
    meeting_people,
    meetings,
    pair_members,
    pairs,
    people,
    roles,
    schools,
    submissions,
    survey_given,
    surveys,
)
from storage.unit import StorageUnit
from tests.surveys.ground import _enter

PRIVATE = "ТАЙНА"  # stands in everything that somebody has written of a meeting or of themselves
PLACED = [State.HAPPENED, State.MISSED, State.COUNTED, State.DENIED, State.NOT_HELD, State.LAPSED]
UNPLACED = [State.AGREED, State.EXPIRED, State.CANCELLED, State.DECLINED, State.PROPOSED]


def founded(unit: StorageUnit, first_account: int, name: str = "Школа", zone: str = "Europe/Moscow") -> int:
    """A school that is set up, with a curator, a director, and nobody else yet."""
    school = entrance.found_school(unit, name, zone=zone).school
    unit.schools.update(school.id, setup_step=len(SETUP_STEPS))
    _enter(unit, school.id, first_account, Role.CURATOR, "Куратор Анна Львовна")
    _enter(unit, school.id, first_account + 1, Role.DIRECTOR, "Директор Пётр Ильич")
    return school.id


def grown(unit: StorageUnit, school_id: int, seed: int, first_account: int, size: int = 6) -> None:
    """Pairs, meetings of the last three months, questionnaires, surveys, people who wait; all by the seed."""
    dice = random.Random(seed)
    older = [_person(unit, school_id, first_account + n, Role.MENTOR) for n in range(size)]
    younger = [_person(unit, school_id, first_account + 100 + n, Role.MENTEE) for n in range(size)]
    for number in range(dice.randrange(3)):
        _waiting(unit, school_id, first_account + 200 + number, dice)
    for mentor, mentee in zip(older, younger, strict=True):
        _pair(unit, school_id, mentor, mentee, dice)
    _answers(unit, [*older, *younger], dice)
    for number in range(3):
        _survey(unit, school_id, number, [*older, *younger], dice)


def _person(unit: StorageUnit, school_id: int, account: int, role: Role) -> int:
    _enter(unit, school_id, account, role, f"Человек {account} <b>&")
    found = unit.people.find_account(school_id, account)
    assert found is not None
    return found.id


def _waiting(unit: StorageUnit, school_id: int, account: int, dice: random.Random) -> None:
    named = {"name": f"Новый {account}"} if dice.random() < 0.7 else {}
    state = dice.choice([PersonState.ACTIVE, PersonState.ACTIVE, PersonState.NEW])
    fields = {"state": state.value, "language": "ru", "approved": False, **named}
    unit.people.add(school_id, account, entered_at=unit.now, **fields)


def _pair(unit: StorageUnit, school_id: int, mentor: int, mentee: int, dice: random.Random) -> None:
    opened = unit.now - timedelta(days=dice.randrange(1, 100))
    row = {
        "school_id": school_id,
        "occasion": "2026",
        "contact": "individual",
        "state": "closed" if dice.random() < 0.15 else "active",
        "opened_at": opened,
        "pauses": json.dumps([["2026-11-20", "2026-11-27", mentor]] if dice.random() < 0.15 else []),
    }
    made = unit.connection.execute(insert(pairs).values(**row).returning(pairs.c.id)).scalar_one()
    sides = [{"pair_id": made, "person_id": p, "side": s} for p, s in ((mentor, "mentor"), (mentee, "mentee"))]
    unit.connection.execute(insert(pair_members), sides)
    for _ in range(dice.randrange(9)):
        placed = dice.random() < 0.8
        state = dice.choice(PLACED if placed else UNPLACED)
        began = opened + (unit.now - opened) * dice.random()
        _meeting(unit, school_id, made, (mentor, mentee), began, state, dice)


def _meeting(
    unit: StorageUnit,
    school_id: int,
    pair: int,
    both: Sequence[int],
    began: datetime,
    state: State,
    dice: random.Random,
) -> None:
    began = began.replace(microsecond=0)
    placed = state in PLACED or state is State.AGREED
    row = {
        "school_id": school_id,
        "pair_id": pair,
        "uid": f"{pair}-{dice.random()}",
        "kind": "series",
        "state": state.value,
        "proposed_by": both[0],
        "offered_at": began - timedelta(days=2),
        "slots": json.dumps([[began.isoformat(), (began + timedelta(hours=1)).isoformat()]]),
        "chosen": 0 if placed else None,
        "starts_at": began if placed else None,
        "place": PRIVATE,
        "moves": dice.choice([0, 0, 1, 2]),
        "ended_at": began,
    }
    made = unit.connection.execute(insert(meetings).values(**row).returning(meetings.c.id)).scalar_one()
    sides = [
        {"meeting_id": made, "person_id": person, "side": side, "reply": "coming"}
        for person, side in zip(both, ("mentor", "mentee"), strict=True)
    ]
    unit.connection.execute(insert(meeting_people), sides)
    if state is State.COUNTED:
        word = json.dumps({"held": True, "mood": dice.choice([1, 2, 3, 4, 5]), "note": PRIVATE, "agreed": PRIVATE})
        unit.connection.execute(insert(meeting_checkins).values(meeting_id=made, person_id=both[1], word=word))


def _answers(unit: StorageUnit, everyone: Sequence[int], dice: random.Random) -> None:
    for person in everyone:
        for number in range(dice.randrange(4)):
            sent = dice.random() < 0.75
            at = unit.now - timedelta(minutes=dice.randrange(60 * 24 * 70))
            submissions_row = {
                "person_id": person,
                "form_id": f"form_{number}",
                "occasion": dice.choice(["2026", "2026.2"]),
                "version": "v",
                "state": "sent" if sent else "draft",
                "created_at": at,
                "updated_at": at,
                "sent_at": at if sent else None,
            }
            unit.connection.execute(insert(submissions).values(**submissions_row))


def _survey(unit: StorageUnit, school_id: int, number: int, people_: Sequence[int], dice: random.Random) -> None:
    anonymous = dice.random() < 0.4
    row = {
        "school_id": school_id,
        "form_id": f"form_{number}",
        "occasion": "2026",
        "wave": "once",
        "series": "",
        "titles": json.dumps([{"ru": f"Опрос {number}"}, "ru"]),
        "roles": dice.choice(["mentor", "mentee", "mentor,mentee"]),
        "anonymous": anonymous,
        "reminders": True,
        "opened_at": unit.now - timedelta(days=9),
        "closes_at": unit.now + timedelta(days=dice.choice([-1, 2, 5, 20])),
        "closed_at": unit.now if dice.random() < 0.15 else None,
    }
    made = unit.connection.execute(insert(surveys).values(**row).returning(surveys.c.id)).scalar_one()
    given = [{"survey_id": made, "person_id": one} for one in people_ if anonymous and dice.random() < 0.5]
    if given:
        unit.connection.execute(insert(survey_given), given)


def crowd(unit: StorageUnit, number: int) -> None:
    """Other schools, each with a curator, two digests to come and a meeting last week; few statements for all."""
    if not number:
        return
    like = dict(unit.connection.execute(select(schools).limit(1)).mappings().one())
    rows = [like | {"id": 10_000 + n, "name": f"Школа {n}", "setup_step": len(SETUP_STEPS)} for n in range(number)]
    unit.connection.execute(insert(schools), rows)
    due = {"said_on": unit.now.date(), "due_at": unit.now}
    kinds = [{"school_id": row["id"], "kind": kind, **due} for row in rows for kind in ("week", "month")]
    unit.connection.execute(insert(digests), kinds)
    person = {"state": "active", "language": "ru", "consented": 1, "entered_at": unit.now, "name": "Кто-то"}
    mine = [person | {"id": row["id"] * 10, "school_id": row["id"], "tg_id": row["id"] * 10} for row in rows]
    unit.connection.execute(insert(people), mine)
    unit.connection.execute(insert(roles), [{"person_id": one["id"], "role": "curator"} for one in mine])
    pair = {"occasion": "2026", "contact": "group", "state": "active", "opened_at": unit.now}
    both = [pair | {"id": row["id"], "school_id": row["id"]} for row in rows]
    unit.connection.execute(insert(pairs), both)
    began = unit.now - timedelta(days=2)
    slots = json.dumps([[began.isoformat(), unit.now.isoformat()]])
    held = {
        "kind": "series",
        "state": "counted",
        "offered_at": began,
        "slots": slots,
        "chosen": 0,
        "starts_at": began,
    }
    met = [
        held
        | {"school_id": row["id"], "pair_id": row["id"], "uid": f"crowd-{row['id']}", "proposed_by": row["id"]}
        for row in rows
    ]
    unit.connection.execute(insert(meetings), met)


def zoned(unit: StorageUnit, school_id: int, zone: str) -> None:
    unit.connection.execute(update(schools).where(schools.c.id == school_id).values(zone=zone))


async def tables(url: str, *names: str) -> dict[str, list[dict[str, Any]]]:
    """Whole tables, by a plain driver; moments aware and in UTC."""
    if make_url(url).get_backend_name() == "sqlite":
        return _of_sqlite(make_url(url).database or "", names)
    connection = await asyncpg.connect(
        make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    )
    try:
        return {name: [dict(row) for row in await connection.fetch(f"SELECT * FROM {name}")] for name in names}
    finally:
        await connection.close()


def _of_sqlite(path: str, names: Sequence[str]) -> dict[str, list[dict[str, Any]]]:
    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row
    try:
        found = {name: [dict(row) for row in connection.execute(f"SELECT * FROM {name}")] for name in names}
    finally:
        connection.close()
    return {
        name: [{key: _moment(key, one) for key, one in row.items()} for row in of] for name, of in found.items()
    }


def _moment(name: str, value: Any) -> Any:
    if name.endswith("_at") and isinstance(value, str):
        return datetime.fromisoformat(value).replace(tzinfo=UTC)
    return date.fromisoformat(value) if name.endswith("_on") and isinstance(value, str) else value
