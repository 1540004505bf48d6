"""Wishes, the curator's settings and rules, runs with their pair tables."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Select, and_, delete, insert, select, update

from mentoring.matching.rules import Cell, Couple, Evidence, Hard, Part, Soft, Weights
from mentoring.meetings.rules import Side
from mentoring.ports_matching import (
    GroupSize,
    RuleKind,
    Run,
    RunPair,
    RunState,
    Settings,
    SideRule,
    Wish,
    WishKind,
)
from storage.tables import (
    match_cells,
    match_pairs,
    match_rules,
    match_runs,
    match_settings,
    match_sizes,
    match_wishes,
    pair_members,
    pairs,
    people,
)
from storage.upsert import put


class MatchingRepo:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def wishes(self, school_id: int) -> Sequence[Wish]:
        query = (
            select(match_wishes.c.person_id, match_wishes.c.other_id, match_wishes.c.kind)
            .select_from(match_wishes.join(people, people.c.id == match_wishes.c.person_id))
            .where(people.c.school_id == school_id)
            .order_by(match_wishes.c.person_id, match_wishes.c.other_id)
        )
        return [Wish(row[0], row[1], WishKind(row[2])) for row in self._connection.execute(query)]

    def wish(self, wish: Wish, now: datetime) -> None:
        """The latest word stands."""
        key = {"person_id": wish.person_id, "other_id": wish.other_id}
        put(self._connection, match_wishes, key, {"kind": wish.kind.value, "noted_at": now})

    def unwish(self, person_id: int, other_id: int) -> None:
        where = (match_wishes.c.person_id == person_id, match_wishes.c.other_id == other_id)
        self._connection.execute(delete(match_wishes).where(*where))

    def couples_ended(self, school_id: int, endings: Collection[str]) -> frozenset[Couple]:
        """Every mentor and mentee of a pair that was closed so, of all years."""
        mentor, mentee = pair_members.alias(), pair_members.alias()
        query = (
            select(mentor.c.person_id, mentee.c.person_id)
            .select_from(pairs.join(mentor).join(mentee, mentee.c.pair_id == pairs.c.id))
            .where(pairs.c.school_id == school_id, pairs.c.ending.in_(list(endings)))
            .where(mentor.c.side == Side.MENTOR.value, mentee.c.side == Side.MENTEE.value)
        )
        return frozenset((row[0], row[1]) for row in self._connection.execute(query))

    def settings(self, school_id: int) -> Settings:
        row = self._connection.execute(
            select(match_settings).where(match_settings.c.school_id == school_id)
        ).first()
        return Settings() if row is None else Settings(_weights(row.weights), row.least_hours)

    def keep_settings(self, school_id: int, settings: Settings) -> None:
        put(self._connection, match_settings, {"school_id": school_id}, _settings(settings))

    def looked_on(self, school_id: int) -> date | None:
        """When the search for those without a pair went on last."""
        query = select(match_settings.c.looked_on).where(match_settings.c.school_id == school_id)
        found: date | None = self._connection.execute(query).scalar()
        return found

    def look(self, school_id: int, day: date) -> None:
        put(self._connection, match_settings, {"school_id": school_id}, {"looked_on": day})

    def sizes(self, school_id: int, occasion: str) -> Mapping[int, GroupSize]:
        """By mentor; only those whom the curator has changed."""
        where = (match_sizes.c.school_id == school_id, match_sizes.c.occasion == occasion)
        columns = (match_sizes.c.person_id, match_sizes.c.places, match_sizes.c.least)
        return {
            row[0]: GroupSize(row[1], row[2]) for row in self._connection.execute(select(*columns).where(*where))
        }

    def keep_size(self, school_id: int, occasion: str, person_id: int, size: GroupSize) -> None:
        key = {"occasion": occasion, "person_id": person_id}
        put(self._connection, match_sizes, key, {"school_id": school_id, **asdict(size)})

    def rules(self, school_id: int, occasion: str) -> Sequence[SideRule]:
        where = (match_rules.c.school_id == school_id, match_rules.c.occasion == occasion)
        order = (match_rules.c.kind, match_rules.c.first_id, match_rules.c.second_id)
        rows = self._connection.execute(select(*order).where(*where).order_by(*order))
        return [SideRule(RuleKind(kind), first, second) for kind, first, second in rows]

    def add_rule(self, school_id: int, occasion: str, rule: SideRule) -> None:
        put(self._connection, match_rules, _rule(occasion, rule), {"school_id": school_id})

    def drop_rule(self, school_id: int, occasion: str, rule: SideRule) -> bool:
        where = [match_rules.c[name] == value for name, value in _rule(occasion, rule).items()]
        gone = delete(match_rules).where(match_rules.c.school_id == school_id, *where)
        return self._connection.execute(gone).rowcount > 0

    def add_run(
        self,
        school_id: int,
        occasion: str,
        settings: Settings,
        pairs: Iterable[RunPair],
        cells: Iterable[Cell],
        now: datetime,
        kind: str = "",
    ) -> Run:
        """The pair table of an earlier run goes: it is kept for the latest alone."""
        of_school = (match_runs.c.school_id == school_id, match_runs.c.occasion == occasion)
        former = select(match_runs.c.id).where(*of_school)
        self._connection.execute(delete(match_cells).where(match_cells.c.run_id.in_(former)))
        open_ones = update(match_runs).where(*of_school, match_runs.c.state == RunState.PROPOSED.value)
        self._connection.execute(open_ones.values(state=RunState.DROPPED.value))
        row = {"school_id": school_id, "occasion": occasion, "kind": kind, "made_at": now}
        row["state"] = RunState.PROPOSED.value
        made = insert(match_runs).values(**row, **_settings(settings)).returning(match_runs.c.id)
        run_id = int(self._connection.execute(made).scalar_one())
        self._put_pairs(run_id, pairs)
        self._put_cells(run_id, cells)
        found = self.latest(school_id, occasion)
        assert found is not None
        return found

    def _put_pairs(self, run_id: int, pairs: Iterable[RunPair]) -> None:
        rows = [{"run_id": run_id, **_pair(pair)} for pair in pairs]
        if rows:
            self._connection.execute(insert(match_pairs), rows)

    def _put_cells(self, run_id: int, cells: Iterable[Cell]) -> None:
        rows = [{"run_id": run_id, **_cell_row(cell)} for cell in cells]
        if rows:
            self._connection.execute(insert(match_cells), rows)

    def latest(self, school_id: int, occasion: str) -> Run | None:
        where = (match_runs.c.school_id == school_id, match_runs.c.occasion == occasion)
        query = select(match_runs).where(*where).order_by(match_runs.c.id.desc()).limit(1)
        row = self._connection.execute(query).first()
        return None if row is None else _run(row, self._pairs(row.id))

    def _pairs(self, run_id: int) -> tuple[RunPair, ...]:
        columns = (match_pairs.c.mentor_id, match_pairs.c.mentee_id, match_pairs.c.bundle)
        query = select(*columns, match_pairs.c.kind, match_pairs.c.contact).where(match_pairs.c.run_id == run_id)
        rows = self._connection.execute(query.order_by(columns[0], columns[2], columns[1]))
        return tuple(RunPair(*row) for row in rows)

    def save_run(self, run: Run) -> bool:
        """Store a new revision with its pairs. False when somebody else has changed it since it was read."""
        where = (match_runs.c.id == run.id, match_runs.c.revision == run.revision)
        fields = {"state": run.state.value, "edited": run.edited, "approved_at": run.approved_at}
        change = update(match_runs).where(*where).values(**fields, revision=run.revision + 1)
        if self._connection.execute(change).rowcount != 1:
            return False
        self._connection.execute(delete(match_pairs).where(match_pairs.c.run_id == run.id))
        self._put_pairs(run.id, run.pairs)
        return True

    def cells(self, run_id: int, mentee: int | None = None) -> Sequence[Cell]:
        """The pair table of a run, or one mentee's share of it."""
        query = select(match_cells).where(match_cells.c.run_id == run_id)
        return self._cells(query if mentee is None else query.where(match_cells.c.mentee_id == mentee))

    def cells_of_pairs(self, run_id: int) -> Sequence[Cell]:
        """What the pair table says of the pairs that are proposed."""
        shared = ("run_id", "mentor_id", "mentee_id")
        same = [match_cells.c[name] == match_pairs.c[name] for name in shared]
        query = select(match_cells).select_from(match_cells.join(match_pairs, and_(*same)))
        return self._cells(query.where(match_cells.c.run_id == run_id))

    def _cells(self, query: Select[Any]) -> list[Cell]:
        order = (match_cells.c.mentor_id, match_cells.c.mentee_id)
        return [_cell(row) for row in self._connection.execute(query.order_by(*order))]


def _settings(settings: Settings) -> dict[str, Any]:
    return {"weights": json.dumps(asdict(settings.weights)), "least_hours": settings.least_hours}


def _weights(stored: str) -> Weights:
    """What a release knows no more is passed over; what it has new is as it ships."""
    known = {rule.value for rule in Soft}
    return Weights(**{name: value for name, value in json.loads(stored).items() if name in known})


def _rule(occasion: str, rule: SideRule) -> dict[str, Any]:
    return {
        "occasion": occasion,
        "kind": rule.kind.value,
        "first_id": rule.first_id,
        "second_id": rule.second_id,
    }


def _pair(pair: RunPair) -> dict[str, Any]:
    return {
        "mentor_id": pair.mentor,
        "mentee_id": pair.mentee,
        "bundle": pair.bundle,
        "kind": pair.kind,
        "contact": pair.contact,
    }


def _run(row: Any, pairs: tuple[RunPair, ...]) -> Run:
    return Run(
        id=row.id,
        school_id=row.school_id,
        occasion=row.occasion,
        state=RunState(row.state),
        settings=Settings(_weights(row.weights), row.least_hours),
        revision=row.revision,
        edited=row.edited,
        made_at=row.made_at,
        approved_at=row.approved_at,
        pairs=pairs,
        kind=row.kind,
    )


def _cell_row(cell: Cell) -> dict[str, Any]:
    parts = [
        [part.rule.value, part.points, part.most, part.missing, [_evidence(one) for one in part.evidence]]
        for part in cell.parts
    ]
    return {
        "mentor_id": cell.mentor,
        "mentee_id": cell.mentee,
        "barred": ",".join(cell.barred),
        "score": cell.score,
        "parts": json.dumps(parts, ensure_ascii=False, separators=(",", ":")),
    }


def _evidence(one: Evidence) -> list[object]:
    return [one.key, one.sign, dict(one.params)]


def _cell(row: Any) -> Cell:
    barred = tuple(Hard(name) for name in row.barred.split(",") if name)
    parts = tuple(_part(*part) for part in json.loads(row.parts))
    return Cell(row.mentor_id, row.mentee_id, barred, parts, row.score)


def _part(rule: str, points: int, most: int, missing: bool, evidence: Iterable[Sequence[Any]]) -> Part:
    said = tuple(Evidence(key, sign, _tuples(params)) for key, sign, params in evidence)
    return Part(Soft(rule), points, most, said, missing)


def _tuples(params: Mapping[str, Any]) -> dict[str, object]:
    """Lists come back as the tuples they were."""
    return {name: _tuple(value) for name, value in params.items()}


def _tuple(value: Any) -> object:
    return tuple(_tuple(one) for one in value) if isinstance(value, list) else value
