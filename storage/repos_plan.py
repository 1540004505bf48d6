"""Mentoring plans: only the rows that changed are written, so that two people's changes do not undo each other."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, Table, delete, insert, select, update

from mentoring.meetings.rules import Mark, Subject
from mentoring.plan.rules import Goal, Note, Plan, Section, State, Task
from mentoring.plan.rules_results import Result, ResultKind
from mentoring.ports_plan import Change
from storage.tables import pairs, plan_changes, plan_files, plan_goals, plan_results, plan_tasks

Kept = TypeVar("Kept", Goal, Task)
CHANGES = 200  # of one plan; what is older is kept and not shown


class PlanRepo:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(self, school_id: int, pair_id: int, *, changing: bool = False) -> Plan:
        """An empty plan where nothing was planned yet. With `changing` others wait until this unit is over."""
        if changing:
            mine = (pairs.c.school_id == school_id, pairs.c.id == pair_id)
            self._connection.execute(select(pairs.c.id).where(*mine).with_for_update())
        goals = self._connection.execute(_of(plan_goals, school_id, pair_id))
        tasks = self._connection.execute(_of(plan_tasks, school_id, pair_id))
        return Plan(pair_id, tuple(map(_goal, goals)), tuple(map(_task, tasks)))

    def save(self, before: Plan, after: Plan) -> Plan:
        """The plan as it is stored now, new goals and tasks with their numbers."""
        goals = self._written(plan_goals, before.pair_id, before.goals, after.goals)
        tasks = self._written(plan_tasks, before.pair_id, before.tasks, after.tasks)
        return replace(after, goals=goals, tasks=tasks)

    def _written(
        self, table: Table, pair_id: int, before: Iterable[Kept], after: Sequence[Kept]
    ) -> tuple[Kept, ...]:
        held = {one.id: one for one in before}
        gone = held.keys() - {one.id for one in after}
        if gone:
            self._connection.execute(delete(table).where(table.c.pair_id == pair_id, table.c.id.in_(gone)))
        return tuple(one if held.get(one.id) == one else self._put(table, pair_id, one) for one in after)

    def _put(self, table: Table, pair_id: int, one: Kept) -> Kept:
        if one.id:
            where = (table.c.pair_id == pair_id, table.c.id == one.id)
            self._connection.execute(update(table).where(*where).values(**_row(one)))
            return one
        made = insert(table).values(pair_id=pair_id, **_row(one)).returning(table.c.id)
        return replace(one, id=self._connection.execute(made).scalar_one())

    def results(self, school_id: int, pair_id: int) -> Sequence[Result]:
        """The newest last."""
        query = _of(plan_results, school_id, pair_id).order_by(None)
        rows = self._connection.execute(query.order_by(plan_results.c.happened_on, plan_results.c.id)).all()
        files = self._files([row.id for row in rows])
        return [_result(row, files.get(row.id, ())) for row in rows]

    def _files(self, results: Sequence[int]) -> Mapping[int, tuple[str, ...]]:
        query = select(plan_files).where(plan_files.c.result_id.in_(results)).order_by(plan_files.c.upload_id)
        found: dict[int, tuple[str, ...]] = {}
        for row in self._connection.execute(query):
            found[row.result_id] = (*found.get(row.result_id, ()), str(row.upload_id))
        return found

    def keep_result(self, result: Result) -> Result:
        row = _result_row(result)
        if result.id:
            self._connection.execute(update(plan_results).where(plan_results.c.id == result.id).values(**row))
        else:
            made = insert(plan_results).values(**row).returning(plan_results.c.id)
            result = replace(result, id=self._connection.execute(made).scalar_one())
        self._connection.execute(delete(plan_files).where(plan_files.c.result_id == result.id))
        if result.files:
            rows = [{"result_id": result.id, "upload_id": int(one)} for one in result.files]
            self._connection.execute(insert(plan_files), rows)
        return result

    def drop_result(self, result: Result) -> None:
        where = (plan_results.c.pair_id == result.pair_id, plan_results.c.id == result.id)
        self._connection.execute(delete(plan_results).where(*where))

    def note(self, change: Change) -> None:
        row = {"pair_id": change.pair_id, "person_id": change.by, "made_at": change.at, "what": change.what}
        self._connection.execute(insert(plan_changes).values(**row, about=change.about, task_id=change.task_id))

    def changes(self, school_id: int, pair_id: int) -> Sequence[Change]:
        """The newest first."""
        query = _of(plan_changes, school_id, pair_id).order_by(None).order_by(plan_changes.c.id.desc())
        rows = self._connection.execute(query.limit(CHANGES))
        return [Change(row.pair_id, row.person_id, row.made_at, row.what, row.about, row.task_id) for row in rows]


def _of(table: Table, school_id: int, pair_id: int) -> Select[Any]:
    """Rows of a pair of this school, in the order they were added."""
    mine = (pairs.c.school_id == school_id, table.c.pair_id == pair_id)
    return select(table).join(pairs, pairs.c.id == table.c.pair_id).where(*mine).order_by(table.c.id)


def _row(one: Goal | Task) -> dict[str, Any]:
    if isinstance(one, Goal):
        return {"text": one.text, "subject": one.subject.value, "dropped": one.dropped}
    return {
        "section": one.section.value,
        "subject": one.subject.value,
        "text": one.text,
        "planned": one.planned,
        "goal_id": one.goal_id,
        "card_id": one.card_id,
        "term": one.term,
        "state": one.state.value,
        "actual": one.actual,
        "mark": one.mark,
        "notes": json.dumps([[note.meeting_id, note.mark.value, note.on.isoformat()] for note in one.notes]),
    }


def _goal(row: Any) -> Goal:
    return Goal(row.id, row.text, Subject(row.subject), row.dropped)


def _task(row: Any) -> Task:
    return Task(
        id=row.id,
        section=Section(row.section),
        subject=Subject(row.subject),
        text=row.text,
        planned=row.planned,
        goal_id=row.goal_id,
        card_id=row.card_id,
        term=row.term,
        state=State(row.state),
        actual=row.actual,
        mark=row.mark,
        notes=tuple(Note(m, Mark(mark), date.fromisoformat(on)) for m, mark, on in json.loads(row.notes)),
    )


def _result_row(result: Result) -> dict[str, Any]:
    return {
        "pair_id": result.pair_id,
        "person_id": result.by,
        "kind": result.kind.value,
        "title": result.title,
        "happened_on": result.on,
        "task_id": result.task_id,
        "links": json.dumps(result.links, ensure_ascii=False),
    }


def _result(row: Any, files: tuple[str, ...]) -> Result:
    kind, links = ResultKind(row.kind), tuple(json.loads(row.links))
    return Result(row.id, row.pair_id, kind, row.title, row.happened_on, row.person_id, row.task_id, links, files)
