"""The steps of schools' years, what was attached, and the log; people and counts are beside it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, insert, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from mentoring.people.rules import Role
from mentoring.ports_roadmap import Noted
from mentoring.roadmap.rules import CLOSED, Instance, Kept, Mark, Phase, Recurrence, Result, State, Step, Window
from mentoring.roadmap.rules_changes import Entry
from mentoring.roadmap.steps import steps
from storage.repos_roadmap_evidence import RoadmapEvidence
from storage.repos_roadmap_people import RoadmapPeople
from storage.tables import road_changes, road_named, road_results, road_steps

LINES = 200  # of the log; what is older is kept and not shown
NOBODY = 0


class RoadmapRepo(RoadmapPeople, RoadmapEvidence):
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def plan(self, school_id: int, year: int, language: str) -> tuple[Instance, ...]:
        closed = road_steps.c.state.in_([state.value for state in CLOSED])
        earlier = (road_steps.c.year < year) & ~closed
        return self._read(language, road_steps.c.school_id == school_id, or_(road_steps.c.year == year, earlier))

    def everything(self, school_id: int, language: str) -> tuple[Instance, ...]:
        return self._read(language, road_steps.c.school_id == school_id)

    def find(self, school_id: int, step_id: int, language: str, *, changing: bool = False) -> Instance | None:
        """With `changing` others who would change it wait until this unit is over."""
        where = (road_steps.c.school_id == school_id, road_steps.c.id == step_id)
        if changing:
            self._connection.execute(select(road_steps.c.id).where(*where).with_for_update())
        found = self._read(language, *where)
        return found[0] if found else None

    def _read(self, language: str, *where: ColumnElement[bool]) -> tuple[Instance, ...]:
        query = select(road_steps).where(*where).order_by(road_steps.c.year, road_steps.c.n)
        rows = self._connection.execute(query).all()
        ids = select(road_steps.c.id).where(*where)
        results, named = self._results(ids), self._named(ids)
        known = {step.n: step for step in steps(language)}
        return tuple(_instance(row, known, results.get(row.id, ()), named.get(row.id, ())) for row in rows)

    def _results(self, ids: Any) -> Mapping[int, tuple[Result, ...]]:
        query = select(road_results).where(road_results.c.step_id.in_(ids)).order_by(road_results.c.id)
        found: dict[int, tuple[Result, ...]] = {}
        for row in self._connection.execute(query):
            ref = str(row.upload_id) if row.kind == Kept.FILE.value else row.ref
            one = Result(Kept(row.kind), ref, row.person_id or NOBODY, row.added_on)
            found[row.step_id] = (*found.get(row.step_id, ()), one)
        return found

    def _named(self, ids: Any) -> Mapping[int, tuple[int, ...]]:
        query = select(road_named).where(road_named.c.step_id.in_(ids)).order_by(road_named.c.person_id)
        found: dict[int, tuple[int, ...]] = {}
        for row in self._connection.execute(query):
            found[row.step_id] = (*found.get(row.step_id, ()), row.person_id)
        return found

    def add(self, school_id: int, made: Iterable[Instance]) -> None:
        """A step that is there already stays as it is: two may have begun the year at once."""
        rows = [{"school_id": school_id, **_row(one), **_definition(one)} for one in made]
        if rows:
            dialect = sqlite if self._connection.dialect.name == "sqlite" else postgresql
            self._connection.execute(dialect.insert(road_steps).on_conflict_do_nothing(), rows)

    def save(self, before: Instance, after: Instance) -> None:
        self._connection.execute(update(road_steps).where(road_steps.c.id == before.id).values(**_row(after)))
        if before.people != after.people:
            self._rename(after)
        if before.results != after.results:
            self._reattach(after)

    def _rename(self, one: Instance) -> None:
        self._connection.execute(delete(road_named).where(road_named.c.step_id == one.id))
        if one.people:
            rows = [{"step_id": one.id, "person_id": person} for person in one.people]
            self._connection.execute(insert(road_named), rows)

    def _reattach(self, one: Instance) -> None:
        self._connection.execute(delete(road_results).where(road_results.c.step_id == one.id))
        if one.results:
            self._connection.execute(insert(road_results), [_result_row(one.id, kept) for kept in one.results])

    def note(self, school_id: int, entries: Iterable[Entry], at: datetime) -> None:
        rows = [
            {
                "school_id": school_id,
                "year": one.year,
                "n": one.n,
                "person_id": one.who or None,
                "made_at": at,
                "kind": one.kind.value,
                "reason": one.reason,
                "before": _values(one.before),
                "after": _values(one.after),
            }
            for one in entries
        ]
        if rows:
            self._connection.execute(insert(road_changes), rows)

    def log(self, school_id: int, year: int, n: int | None = None) -> Sequence[Noted]:
        """The newest first."""
        query = select(road_changes).where(road_changes.c.school_id == school_id, road_changes.c.year == year)
        if n is not None:
            query = query.where(road_changes.c.n == n)
        rows = self._connection.execute(query.order_by(road_changes.c.id.desc()).limit(LINES))
        return [_noted(row) for row in rows]


def _noted(row: Any) -> Noted:
    values = json.loads(row.before), json.loads(row.after)
    return Noted(row.n, row.person_id, row.made_at, row.kind, row.reason, *values)


def _row(one: Instance) -> dict[str, Any]:
    return {
        "year": one.year,
        "n": one.n,
        "first": one.first,
        "last": one.last,
        "since": one.since,
        "state": one.state.value,
        "revision": one.revision,
        "reason": one.reason,
        "own_title": one.own_title,
        "own_result": one.own_result,
        "closed_by": one.closed_by,
        "closed_on": one.closed_on,
    }


def _result_row(step_id: int, one: Result) -> dict[str, Any]:
    upload = int(one.ref) if one.kind is Kept.FILE else None
    return {
        "step_id": step_id,
        "kind": one.kind.value,
        "ref": "" if upload else one.ref,
        "upload_id": upload,
        "person_id": one.who or None,
        "added_on": one.on,
    }


def _definition(one: Instance) -> dict[str, Any]:
    """Only what the programme's plan does not say."""
    if any(step == one.step for language in ("ru", "en") for step in steps(language)):
        return {"own": None}
    return {"own": json.dumps(asdict(one.step), ensure_ascii=False)}


def _step_of(stored: str) -> Step:
    row = json.loads(stored)
    ends = row["window"] and (Mark(**row["window"]["first"]), Mark(**row["window"]["last"]))
    return replace(
        Step(**row),
        phase=Phase(row["phase"]),
        recurrence=Recurrence(row["recurrence"]),
        window=Window(*ends) if ends else None,
        responsible=tuple(row["responsible"]),
        roles=tuple(map(Role, row["roles"])),
        after=tuple(row["after"]),
        evidence=(),
        forms=(),
    )


def _instance(
    row: Any, known: Mapping[int, Step], results: tuple[Result, ...], named: tuple[int, ...]
) -> Instance:
    return Instance(
        year=row.year,
        step=_step_of(row.own) if row.own else known[row.n],
        first=row.first,
        last=row.last,
        since=row.since,
        state=State(row.state),
        revision=row.revision,
        reason=row.reason,
        results=results,
        people=named,
        own_title=row.own_title,
        own_result=row.own_result,
        closed_by=row.closed_by,
        closed_on=row.closed_on,
        id=row.id,
    )


def _values(values: Mapping[str, object]) -> str:
    return json.dumps({name: _plain(value) for name, value in values.items()}, ensure_ascii=False)


def _plain(value: object) -> object:
    """Of results only how many: their words stand with the step."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [one if isinstance(one, int) else "" for one in value]
    return value.value if isinstance(value, StrEnum) else value
