"""When time alone will make the groups' tick do something, for rehearsals."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import Connection, func, select

from storage.repos_groups_asked import ReflectionRepo
from storage.repos_groups_polls import HourRepo, PollRepo
from storage.tables import groups


def next_in_groups(connection: Connection) -> Iterator[datetime]:
    rights = connection.execute(select(func.min(groups.c.look_at))).scalar()
    look = ReflectionRepo(connection).next_look()
    step, end = HourRepo(connection).next_step(), PollRepo(connection).next_end()
    yield from (moment for moment in (rights, look, step, end) if moment is not None)
