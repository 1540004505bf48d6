"""Private answers on fit, one a person and meeting."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from mentoring.meetings.rules import Side
from mentoring.meetings.rules_fit import Fit, FitAnswer
from mentoring.meetings.rules_kinds import Kind
from storage.tables import fits, meeting_people, meetings
from storage.upsert import put

_ROWS = select(
    fits.c.meeting_id, fits.c.person_id, fits.c.answer, fits.c.at, meetings.c.kind, meeting_people.c.side
).select_from(
    fits.join(meetings, meetings.c.id == fits.c.meeting_id).join(
        meeting_people,
        (meeting_people.c.meeting_id == fits.c.meeting_id) & (meeting_people.c.person_id == fits.c.person_id),
    )
)


class FitRepo:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(self, meeting_id: int, answer: FitAnswer) -> None:
        """The latest word stands."""
        key = {"meeting_id": meeting_id, "person_id": answer.person_id}
        put(self._connection, fits, key, {"answer": answer.fit.value, "at": answer.at})

    def of_meetings(self, meeting_ids: Iterable[int]) -> Mapping[int, Sequence[FitAnswer]]:
        found: dict[int, list[FitAnswer]] = {}
        query = _ROWS.where(fits.c.meeting_id.in_(list(meeting_ids))).order_by(fits.c.at)
        for row in self._connection.execute(query):
            found.setdefault(row.meeting_id, []).append(_answer(row))
        return found


def _answer(row: Any) -> FitAnswer:
    at: datetime = row.at
    return FitAnswer(row.person_id, Side(row.side), Kind(row.kind), Fit(row.answer), at)
