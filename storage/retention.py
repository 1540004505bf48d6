"""What is kept with a term, and how it is destroyed: 152-FZ, art. 5(7) and 21."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, Table, delete, select, update
from sqlalchemy.sql.elements import ColumnElement

from mentoring.consent.rules import ConsentKind
from mentoring.people.rules import school_year
from mentoring.ports_year import Gone
from mentoring.year.rules_retention import DataKind, Kept, by_kind
from storage.tables import (
    award_nominations,
    award_votes,
    case_people,
    consents,
    meeting_people,
    meetings,
    pair_members,
    pairs,
    people,
    plan_changes,
    plan_goals,
    plan_results,
    plan_tasks,
    submissions,
    uploads,
    year_cases,
)

TRIAL = "trial"
SOME = 500  # ids in one statement
_MUTUAL = submissions.c.form_id.like("mutual\\_%", escape="\\")
_PLANS = (plan_changes, plan_results, plan_tasks, plan_goals)


def kept(connection: Connection, school_id: int) -> list[Kept]:
    """Everything of the school that has a term; a plan is one record, by its pair's number."""
    found = [*_sheets(connection, school_id), *_of_pairs(connection, school_id), *_years(connection, school_id)]
    return [*found, *_dated(connection, school_id)]


def _sheets(connection: Connection, school_id: int) -> Iterator[Kept]:
    query = select(submissions.c.id, submissions.c.occasion, _MUTUAL).join(people)
    for key, occasion, mutual in connection.execute(query.where(people.c.school_id == school_id)):
        if occasion != TRIAL:
            yield Kept(DataKind.MUTUAL if mutual else DataKind.ANSWERS, key, _year(occasion))


def _year(occasion: str) -> int:
    """Of "2026" and of what begins so."""
    return int(occasion[:4])


def _of_pairs(connection: Connection, school_id: int) -> Iterator[Kept]:
    mine = pairs.c.school_id == school_id
    held = select(meetings.c.id, pairs.c.occasion).join(pairs, pairs.c.id == meetings.c.pair_id).where(mine)
    yield from _kept(connection, DataKind.MEETINGS, held)
    planned = [select(table.c.pair_id) for table in _PLANS]
    whole = select(pairs.c.id, pairs.c.occasion).where(mine, pairs.c.id.in_(planned[0].union(*planned[1:])))
    yield from _kept(connection, DataKind.PLANS, whole)


def _years(connection: Connection, school_id: int) -> Iterator[Kept]:
    cases = select(year_cases.c.id, year_cases.c.occasion).where(
        year_cases.c.school_id == school_id, year_cases.c.released_at.is_(None)
    )
    yield from _kept(connection, DataKind.CASES, cases)
    votes = select(award_votes.c.id, award_nominations.c.occasion).join(award_nominations)
    yield from _kept(connection, DataKind.VOTES, votes.where(award_nominations.c.school_id == school_id))


def _kept(connection: Connection, kind: DataKind, query: Select[Any]) -> Iterator[Kept]:
    for key, occasion in connection.execute(query):
        yield Kept(kind, key, _year(occasion))


def _dated(connection: Connection, school_id: int) -> Iterator[Kept]:
    """Files, and consents in whose place there are others by now: those that hold are no proof to lose."""
    mine = people.c.school_id == school_id
    for key, at in connection.execute(select(uploads.c.id, uploads.c.added_at).join(people).where(mine)):
        yield Kept(DataKind.FILES, key, school_year(at.date())[0].year)
    columns = (consents.c.id, consents.c.person_id, consents.c.document, consents.c.decided_at)
    rows = connection.execute(select(*columns).join(people).where(mine).order_by(consents.c.id)).all()
    last = {(row.person_id, row.document): row.id for row in rows}
    for row in rows:
        if last[row.person_id, row.document] != row.id:
            yield Kept(DataKind.CONSENTS, row.id, school_year(row.decided_at.date())[0].year)


_OWNERS: dict[DataKind, Select[Any]] = {
    DataKind.ANSWERS: select(submissions.c.id, submissions.c.person_id),
    DataKind.MUTUAL: select(submissions.c.id, submissions.c.person_id),
    DataKind.MEETINGS: select(meeting_people.c.meeting_id, meeting_people.c.person_id),
    DataKind.PLANS: select(pair_members.c.pair_id, pair_members.c.person_id),
    DataKind.FILES: select(uploads.c.id, uploads.c.person_id),
    DataKind.CASES: select(case_people.c.case_id, case_people.c.person_id),
    DataKind.VOTES: select(award_votes.c.id, award_votes.c.person_id),
    DataKind.CONSENTS: select(consents.c.id, consents.c.person_id),
}
_WHERE: dict[DataKind, tuple[tuple[Table, ColumnElement[Any]], ...]] = {
    DataKind.ANSWERS: ((submissions, submissions.c.id),),
    DataKind.MUTUAL: ((submissions, submissions.c.id),),
    DataKind.MEETINGS: ((meetings, meetings.c.id),),
    DataKind.PLANS: tuple((table, table.c.pair_id) for table in _PLANS),
    DataKind.FILES: ((uploads, uploads.c.id),),
    DataKind.CASES: ((year_cases, year_cases.c.id),),
    DataKind.VOTES: ((award_votes, award_votes.c.id),),
    DataKind.CONSENTS: ((consents, consents.c.id),),
}


def destroy(connection: Connection, school_id: int, gone: Sequence[Kept]) -> list[Gone]:
    """Delete what is named, of this school alone; how much of what and whose it was."""
    known = {(one.kind, one.id) for one in kept(connection, school_id)}
    mine = [one for one in gone if (one.kind, one.id) in known]
    found = []
    for (kind, year), count in by_kind(mine).items():
        ids = [one.id for one in mine if (one.kind, one.year) == (kind, year)]
        back = all(one.withdrawn for one in mine if (one.kind, one.year) == (kind, year))
        found.append(Gone(kind, year, count, _owners(connection, kind, ids), back))
        _delete(connection, kind, ids)
    return found


def _parts(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    return (ids[at : at + SOME] for at in range(0, len(ids), SOME))


def _owners(connection: Connection, kind: DataKind, ids: Sequence[int]) -> tuple[int, ...]:
    query = _OWNERS[kind]
    key = query.selected_columns[0]
    rows = (row for part in _parts(ids) for row in connection.execute(query.where(key.in_(part))))
    return tuple(sorted({row[1] for row in rows}))


def _delete(connection: Connection, kind: DataKind, ids: Sequence[int]) -> None:
    for table, key in _WHERE[kind]:
        for part in _parts(ids):
            connection.execute(delete(table).where(key.in_(part)))


_TAKEN_BACK = (consents.c.withdrawn_at.is_not(None), consents.c.document != ConsentKind.PROCESSING.value)


def schools_withdrawn(connection: Connection, before: datetime, limit: int) -> list[int]:
    query = select(people.c.school_id).select_from(consents.join(people)).where(*_TAKEN_BACK)
    return list(
        connection.execute(query.where(consents.c.withdrawn_at < before).distinct().limit(limit)).scalars()
    )


def forget_withdrawn(connection: Connection, school_id: int, before: datetime) -> list[Gone]:
    """The record of a consent that was taken back goes within thirty days; that the answer is no stays in its
    place, so that nobody is asked again and again, and what was answered later still is the last word.
    """
    query = select(consents).join(people).where(people.c.school_id == school_id, *_TAKEN_BACK)
    rows = connection.execute(query.where(consents.c.withdrawn_at < before)).all()
    for row in rows:
        refusal = {"accepted": False, "decided_at": row.withdrawn_at, "withdrawn_at": None}
        connection.execute(update(consents).where(consents.c.id == row.id).values(**refusal))
    return _gone(rows)


def _gone(rows: Iterable[Any]) -> list[Gone]:
    years: dict[int, list[int]] = {}
    for row in rows:
        years.setdefault(school_year(row.decided_at.date())[0].year, []).append(row.person_id)
    return [
        Gone(DataKind.CONSENTS, year, len(who), tuple(sorted(set(who))), withdrawn=True)
        for year, who in sorted(years.items())
    ]
