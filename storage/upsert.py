"""Insert or update in one statement, the same on both databases."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite


def put(connection: Connection, table: Table, key: Mapping[str, Any], values: Mapping[str, Any]) -> bool:
    """Insert the row, or set `values` on the one with that key; with no values an existing row stays as it is.

    Returns whether a row was inserted or changed.
    """
    dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
    statement = dialect.insert(table).values(**key, **values)
    index = [table.c[name] for name in key]
    if values:
        statement = statement.on_conflict_do_update(index_elements=index, set_=dict(values))
    else:
        statement = statement.on_conflict_do_nothing(index_elements=index)
    return connection.execute(statement).rowcount > 0
