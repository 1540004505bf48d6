"""When time alone will next make something of support or training: for rehearsals, where time hops."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import Connection, func, select

from storage.tables import consultations, questions, talks, training_sessions
from storage.types import UtcDateTime

_COLUMNS = (
    consultations.c.wakes_at,
    questions.c.wakes_at,
    training_sessions.c.wakes_at,
    talks.c.erase_at,
)


def next_support(connection: Connection) -> Iterator[datetime]:
    """The next moment of each kind, where there is one."""
    for column in _COLUMNS:
        found = connection.execute(select(func.min(column, type_=UtcDateTime()))).scalar()
        if found is not None:
            yield found
