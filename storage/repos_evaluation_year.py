"""The year's numbers: cards, totals of classes, counts, what the bot counted itself, frozen reports."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, Select, and_, delete, func, insert, select, update

from mentoring.evaluation.rules_facts import ClassTotals
from mentoring.ports_evaluation import CardRow, Entered, Tallied, YearReport
from mentoring.ports_questionnaires import SentSheet
from storage.personal_evaluation import card_sheet
from storage.repos_evaluation import sent_sheets
from storage.tables import (
    class_totals,
    meetings,
    pair_cards,
    pairs,
    plan_results,
    plan_tasks,
    submissions,
    year_counts,
    year_reports,
)
from storage.upsert import put

DROPPED = "dropped"
_CARD = (pair_cards.c.id, pair_cards.c.pair_id, pair_cards.c.person_id, pair_cards.c.occasion)
_WRITTEN = and_(submissions.c.person_id == pair_cards.c.person_id, submissions.c.occasion == card_sheet)
_CARDS = select(*_CARD, submissions.c.state, submissions.c.id.label("submission_id")).select_from(
    pair_cards.join(pairs, pairs.c.id == pair_cards.c.pair_id).outerjoin(submissions, _WRITTEN)
)


class YearEndRepo:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def cards(self, school_id: int, year: str) -> Sequence[CardRow]:
        ours = (pairs.c.school_id == school_id, pair_cards.c.occasion == year)
        return [_card(row) for row in self._connection.execute(_CARDS.where(*ours).order_by(pair_cards.c.pair_id))]

    def card(self, pair_id: int, person_id: int, year: str) -> CardRow:
        """The pair's card of the year, made for this writer if there is none."""
        key = (pair_cards.c.pair_id == pair_id, pair_cards.c.occasion == year)
        row = self._connection.execute(_CARDS.where(*key)).first()
        if row is None:
            values = {"pair_id": pair_id, "person_id": person_id, "occasion": year}
            self._connection.execute(insert(pair_cards).values(**values))
            row = self._connection.execute(_CARDS.where(*key)).one()
        return _card(row)

    def card_sheets(self, school_id: int, year: str) -> Sequence[tuple[int, SentSheet]]:
        """Sent cards with their pairs."""
        rows = {(one.person_id, one.sheet): one for one in self.cards(school_id, year) if one.state == "sent"}
        given = submissions.c.id.in_({one.submission_id for one in rows.values()})
        found = sent_sheets(self._connection, (given,))
        return [(rows[key].pair_id, sheet) for key, sheet in found.items()]

    def classes(self, school_id: int, year: str) -> Sequence[ClassTotals]:
        ours = (class_totals.c.school_id == school_id, class_totals.c.occasion == year)
        query = select(class_totals).where(*ours).order_by(class_totals.c.id)
        return [
            ClassTotals(row.name, row.teacher_id, row.pupils, _numbers(row.before), _numbers(row.after))
            for row in self._connection.execute(query)
        ]

    def keep_class(self, school_id: int, year: str, totals: ClassTotals) -> None:
        key = {"school_id": school_id, "occasion": year, "teacher_id": totals.teacher, "name": totals.name}
        values = {"pupils": totals.pupils, "before": _text(totals.before), "after": _text(totals.after)}
        put(self._connection, class_totals, key, values)

    def drop_class(self, school_id: int, year: str, teacher: int, name: str) -> None:
        key = {"school_id": school_id, "occasion": year, "teacher_id": teacher, "name": name}
        gone = delete(class_totals).where(*(class_totals.c[column] == value for column, value in key.items()))
        self._connection.execute(gone)

    def counts(self, school_id: int, year: str) -> Mapping[str, Entered]:
        ours = (year_counts.c.school_id == school_id, year_counts.c.occasion == year)
        rows = self._connection.execute(select(year_counts).where(*ours))
        return {row.name: Entered(row.value, row.before) for row in rows}

    def enter(self, school_id: int, year: str, name: str, entered: Entered | None) -> None:
        """None takes the number back, so that what the bot counts itself holds again."""
        key = {"school_id": school_id, "occasion": year, "name": name}
        if entered is None:
            gone = delete(year_counts).where(*(year_counts.c[column] == value for column, value in key.items()))
            self._connection.execute(gone)
        else:
            put(self._connection, year_counts, key, {"value": entered.value, "before": entered.before})

    def tallied(self, school_id: int, year: str) -> Tallied:
        ours = select(pairs.c.id).where(pairs.c.school_id == school_id, pairs.c.occasion == year)
        held = _count(meetings).where(meetings.c.pair_id.in_(ours), meetings.c.state == "counted")
        tasks = _count(plan_tasks).where(plan_tasks.c.pair_id.in_(ours), plan_tasks.c.state != DROPPED)
        planned = select(func.count(func.distinct(plan_tasks.c.pair_id))).where(
            plan_tasks.c.pair_id.in_(ours), plan_tasks.c.state != DROPPED
        )
        kinds = select(plan_results.c.kind, func.count()).where(plan_results.c.pair_id.in_(ours))
        found = self._connection.execute(kinds.group_by(plan_results.c.kind))
        done = tasks.where(plan_tasks.c.state == "done")
        results = {row[0]: row[1] for row in found}
        return Tallied(self._number(held), self._number(done), self._number(tasks), self._number(planned), results)

    def _number(self, query: Select[Any]) -> int:
        return int(self._connection.execute(query).scalar_one())

    def report(self, school_id: int, year: str) -> YearReport | None:
        ours = (year_reports.c.school_id == school_id, year_reports.c.occasion == year)
        row: Any = self._connection.execute(select(year_reports).where(*ours)).first()
        if row is None:
            return None
        people = (row.mentors, row.mentees, row.pairs)
        read = (json.loads(row.findings), json.loads(row.swot), row.conclusions)
        return YearReport(row.occasion, row.made_on, *people, *read)

    def freeze(self, school_id: int, report: YearReport) -> bool:
        """Once a year; False when there is one already, which stays."""
        if self.report(school_id, report.occasion) is not None:
            return False
        values = {
            "made_on": report.made_on,
            "mentors": report.mentors,
            "mentees": report.mentees,
            "pairs": report.pairs,
            "findings": json.dumps(list(report.findings), ensure_ascii=False),
            "swot": json.dumps(dict(report.swot), ensure_ascii=False),
            "conclusions": report.conclusions,
        }
        row = {"school_id": school_id, "occasion": report.occasion, **values}
        self._connection.execute(insert(year_reports).values(**row))
        return True

    def word_report(self, school_id: int, year: str, swot: Mapping[str, Sequence[str]], conclusions: str) -> None:
        """The curator's own words, which may change; the figures do not."""
        ours = (year_reports.c.school_id == school_id, year_reports.c.occasion == year)
        words = {"swot": json.dumps(dict(swot), ensure_ascii=False), "conclusions": conclusions}
        self._connection.execute(update(year_reports).where(*ours).values(**words))


def _count(table: Any) -> Select[Any]:
    return select(func.count()).select_from(table)


def _card(row: Any) -> CardRow:
    return CardRow(row.id, row.pair_id, row.person_id, row.occasion, row.state or "", row.submission_id or 0)


def _numbers(stored: str) -> dict[str, Decimal]:
    return {name: Decimal(value) for name, value in json.loads(stored).items()}


def _text(values: Mapping[str, Decimal]) -> str:
    return json.dumps({name: str(value) for name, value in values.items()})
