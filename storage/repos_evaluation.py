"""Mutual evaluation and final words: occasions by giver, their answers, the school's settings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Select, and_, exists, func, insert, literal, select, update

from mentoring.evaluation.rules import SHIPPED, Occasion, Settings
from mentoring.evaluation.rules_closing import Way
from mentoring.meetings.rules import Side
from mentoring.people.rules import joined, roles_of
from mentoring.ports_evaluation import Apart, Asked, FinalWord
from mentoring.ports_questionnaires import SentSheet
from mentoring.roadmap.rules import Mark, Window
from storage.personal_evaluation import mutual_sheet
from storage.tables import (
    answers,
    evaluation_settings,
    final_words,
    mutual_occasions,
    pair_cards,
    pair_members,
    people,
    schools,
    submissions,
)
from storage.upsert import put

_GIVEN = and_(
    submissions.c.person_id == mutual_occasions.c.giver_id,
    submissions.c.occasion == mutual_sheet,
    submissions.c.state == "sent",
)
_ROWS = select(mutual_occasions, submissions.c.sent_at.label("sent_at")).select_from(
    mutual_occasions.outerjoin(submissions, _GIVEN)
)


class MutualRepo:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def adopt(self, now: datetime) -> None:
        """Schools that came since are looked at as well."""
        known = exists().where(evaluation_settings.c.school_id == schools.c.id)
        fresh = select(schools.c.id, literal(now, evaluation_settings.c.looks_at.type)).where(~known)
        self._connection.execute(insert(evaluation_settings).from_select(["school_id", "looks_at"], fresh))

    def due(self, now: datetime) -> Sequence[int]:
        query = select(evaluation_settings.c.school_id).where(evaluation_settings.c.looks_at <= now)
        return list(self._connection.execute(query.order_by(evaluation_settings.c.school_id)).scalars())

    def next_look(self, now: datetime) -> datetime:
        """The next school's turn; now, where one has come that was never looked at."""
        known = exists().where(evaluation_settings.c.school_id == schools.c.id)
        if self._connection.execute(select(schools.c.id).where(~known)).first():
            return now
        return self._connection.execute(select(func.min(evaluation_settings.c.looks_at))).scalar() or now

    def look(self, school_id: int, at: datetime) -> None:
        put(self._connection, evaluation_settings, {"school_id": school_id}, {"looks_at": at})

    def settings(self, school_id: int) -> Settings:
        query = select(evaluation_settings).where(evaluation_settings.c.school_id == school_id)
        row: Any = self._connection.execute(query).first()
        if row is None:
            return SHIPPED
        return Settings(_window(row.window), row.grace, frozenset(roles_of(row.readers)))

    def keep_settings(self, school_id: int, settings: Settings, now: datetime) -> None:
        marks = (settings.window.first, settings.window.last)
        values = {
            "window": "/".join(f"{mark.month}-{mark.day or 0}" for mark in marks),
            "grace": settings.grace,
            "readers": joined(settings.readers),
            "looks_at": now,
        }
        put(self._connection, evaluation_settings, {"school_id": school_id}, values)

    def add(self, school_id: int, occasions: Iterable[Occasion]) -> None:
        """Those that are there already stay as they are."""
        for one in occasions:
            key = {
                "pair_id": one.pair_id,
                "occasion": str(one.year),
                "giver_id": one.giver,
                "about_id": one.about,
            }
            if not self._connection.execute(select(mutual_occasions.c.id).filter_by(**key)).first():
                self._connection.execute(insert(mutual_occasions).values(**key, **_values(school_id, one)))

    def move(self, school_id: int, year: str, first: date, last: date) -> None:
        ours = (mutual_occasions.c.school_id == school_id, mutual_occasions.c.occasion == year)
        moved = update(mutual_occasions).where(*ours).values(first_day=first, last_day=last)
        self._connection.execute(moved)

    def all(self, school_id: int, year: str) -> Sequence[Asked]:
        ours = (mutual_occasions.c.school_id == school_id, mutual_occasions.c.occasion == year)
        return self._many(_ROWS.where(*ours).order_by(mutual_occasions.c.pair_id, mutual_occasions.c.id))

    def of_giver(self, person_id: int, year: str | None = None) -> Sequence[Asked]:
        query = _ROWS.where(mutual_occasions.c.giver_id == person_id).order_by(mutual_occasions.c.id)
        return self._many(query if year is None else query.where(mutual_occasions.c.occasion == year))

    def find(self, school_id: int, row_id: int) -> Asked | None:
        ours = (mutual_occasions.c.school_id == school_id, mutual_occasions.c.id == row_id)
        return next(iter(self._many(_ROWS.where(*ours))), None)

    def mirror(self, asked: Asked) -> Asked | None:
        one = asked.occasion
        other = (mutual_occasions.c.giver_id == one.about, mutual_occasions.c.about_id == one.giver)
        same = (mutual_occasions.c.pair_id == one.pair_id, mutual_occasions.c.occasion == str(one.year))
        return next(iter(self._many(_ROWS.where(*other, *same))), None)

    def release(self, row_id: int) -> None:
        self._connection.execute(
            update(mutual_occasions).where(mutual_occasions.c.id == row_id).values(released=True)
        )

    def apart(self, person_id: int, occasion: str) -> Apart | None:
        """Whom this person's submission of that occasion is about; None for one that is about nobody."""
        year, _, which = occasion.partition(".")
        kind, number = which[:1], which[1:]
        read = {"m": self._counterpart, "c": self._carded}.get(kind)
        return read(person_id, int(number)) if read and year and number.isdecimal() else None

    def _counterpart(self, person_id: int, row_id: int) -> Apart | None:
        mine = (mutual_occasions.c.id == row_id, mutual_occasions.c.giver_id == person_id)
        found = self._many(_ROWS.where(*mine))
        if not found:
            return None
        name = select(people.c.name).where(people.c.id == found[0].occasion.about)
        names = tuple(one or "" for one in self._connection.execute(name).scalars())
        return Apart(names, found[0].occasion.readers, found[0])

    def _carded(self, person_id: int, row_id: int) -> Apart | None:
        members = pair_cards.join(pair_members, pair_members.c.pair_id == pair_cards.c.pair_id).join(
            people, people.c.id == pair_members.c.person_id
        )
        query = select(people.c.name).select_from(members).where(pair_cards.c.id == row_id)
        query = query.where(pair_cards.c.person_id == person_id)
        names = self._connection.execute(query.order_by(pair_members.c.side.desc(), people.c.name)).scalars().all()
        return Apart(tuple(one or "" for one in names), frozenset()) if names else None

    def answers(self, asked: Asked) -> tuple[str, Mapping[str, str | None]] | None:
        """The version and the answers, once they were sent."""
        mine = (submissions.c.person_id == asked.occasion.giver, submissions.c.occasion == asked.sheet)
        found = sent_sheets(self._connection, (*mine, submissions.c.state == "sent"))
        return next(((one.version, one.answers) for one in found.values()), None)

    def sheets(self, school_id: int, year: str, form_id: str) -> Sequence[tuple[Asked, SentSheet]]:
        """Everything given of that form in a year, in the order it was sent."""
        known = {(one.occasion.giver, one.sheet): one for one in self.all(school_id, year) if one.sent_at}
        ours = (submissions.c.form_id == form_id, submissions.c.state == "sent")
        theirs = submissions.c.person_id.in_({giver for giver, _ in known})
        found = sent_sheets(self._connection, (*ours, theirs, submissions.c.occasion.in_({s for _, s in known})))
        return [(known[key], sheet) for key, sheet in found.items() if key in known]

    def finals(self, pair_ids: Iterable[int]) -> Mapping[int, Sequence[FinalWord]]:
        found: dict[int, list[FinalWord]] = defaultdict(list)
        query = select(final_words).where(final_words.c.pair_id.in_(set(pair_ids)))
        for row in self._connection.execute(query.order_by(final_words.c.person_id)):
            way = Way(row.way) if row.way else None
            found[row.pair_id].append(FinalWord(row.pair_id, row.person_id, row.was, row.became, way))
        return found

    def keep_final(self, word: FinalWord, now: datetime) -> None:
        values = {
            "was": word.was,
            "became": word.became,
            "way": word.way.value if word.way else "",
            "said_at": now,
        }
        put(self._connection, final_words, {"pair_id": word.pair_id, "person_id": word.person_id}, values)

    def _many(self, query: Select[Any]) -> list[Asked]:
        return [_asked(row) for row in self._connection.execute(query)]


def _values(school_id: int, one: Occasion) -> dict[str, Any]:
    days = {"first_day": one.first, "last_day": one.last}
    return {"school_id": school_id, "side": one.side.value, "readers": joined(one.readers), **days}


def _asked(row: Any) -> Asked:
    occasion = Occasion(
        int(row.occasion),
        row.pair_id,
        row.giver_id,
        row.about_id,
        Side(row.side),
        row.first_day,
        row.last_day,
        frozenset(roles_of(row.readers)),
    )
    return Asked(row.id, occasion, row.released, row.sent_at)


def _window(stored: str) -> Window:
    if not stored:
        return SHIPPED.window
    first, last = (tuple(map(int, one.split("-"))) for one in stored.split("/"))
    return Window(Mark(first[0], first[1] or None), Mark(last[0], last[1] or None))


def sent_sheets(connection: Connection, where: Iterable[Any]) -> dict[tuple[int, str], SentSheet]:
    """Sent sheets by person and occasion."""
    columns = (submissions.c.person_id, submissions.c.occasion, submissions.c.version, submissions.c.sent_at)
    query = select(*columns, answers.c.name, answers.c.value).select_from(submissions.outerjoin(answers))
    found: dict[tuple[int, str], SentSheet] = {}
    given: dict[tuple[int, str], dict[str, str | None]] = defaultdict(dict)
    for person, occasion, version, sent_at, name, value in connection.execute(
        query.where(*where).order_by(submissions.c.sent_at, submissions.c.id)
    ):
        key = (person, occasion)
        found.setdefault(key, SentSheet(version, given[key], person, sent_at=sent_at))
        if name is not None:
            given[key][name] = value
    return found
