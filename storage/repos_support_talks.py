"""Talks with the psychologist. Each query starts from one of the two who talk; none from the school."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, delete, insert, or_, select, update

from mentoring.support.rules_talk import Line, Talk
from storage.tables import talk_lines, talks


class TalkRepo:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def open(self, asker_id: int, psychologist_id: int, now: datetime, erase_at: datetime) -> Talk:
        row = {"asker_id": asker_id, "psychologist_id": psychologist_id, "made_at": now, "erase_at": erase_at}
        made = self._connection.execute(insert(talks).values(**row).returning(talks.c.id)).scalar_one()
        return Talk(made, asker_id, psychologist_id, now, erase_at)

    def say(self, talk_id: int, line: Line, erase_at: datetime) -> None:
        row = {"talk_id": talk_id, "by_asker": line.by_asker, "text": line.text, "at": line.at}
        self._connection.execute(insert(talk_lines).values(**row))
        self._change(talk_id, erase_at=erase_at)

    def end(self, talk_id: int, now: datetime, erase_at: datetime) -> None:
        self._change(talk_id, done_at=now, erase_at=erase_at)

    def _change(self, talk_id: int, **values: Any) -> None:
        self._connection.execute(update(talks).where(talks.c.id == talk_id).values(**values))

    def find(self, person_id: int, talk_id: int) -> Talk | None:
        theirs = or_(talks.c.asker_id == person_id, talks.c.psychologist_id == person_id)
        found = self._many(select(talks).where(talks.c.id == talk_id, theirs))
        return found[0] if found else None

    def of_asker(self, person_id: int) -> Sequence[Talk]:
        return self._many(select(talks).where(talks.c.asker_id == person_id).order_by(talks.c.id.desc()))

    def of_psychologist(self, person_id: int) -> Sequence[Talk]:
        return self._many(select(talks).where(talks.c.psychologist_id == person_id).order_by(talks.c.id.desc()))

    def erase(self, talk_ids: Collection[int]) -> None:
        self._connection.execute(delete(talks).where(talks.c.id.in_(talk_ids)))

    def erase_due(self, now: datetime) -> int:
        """What is past its term, its words with it; how many talks went."""
        return self._connection.execute(delete(talks).where(talks.c.erase_at <= now)).rowcount

    def _many(self, query: Select[Any]) -> list[Talk]:
        rows = self._connection.execute(query).all()
        said = (
            select(talk_lines).where(talk_lines.c.talk_id.in_([row.id for row in rows])).order_by(talk_lines.c.id)
        )
        lines: dict[int, list[Line]] = {}
        for one in self._connection.execute(said):
            lines.setdefault(one.talk_id, []).append(Line(one.by_asker, one.text, one.at))
        return [_talk(row, lines.get(row.id, ())) for row in rows]


def _talk(row: Any, lines: Sequence[Line]) -> Talk:
    people = (row.asker_id, row.psychologist_id)
    return Talk(row.id, *people, row.made_at, row.erase_at, row.done_at, tuple(lines))
