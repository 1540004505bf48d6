"""What a database means, whoever got which number in it: two walks that ended the same have the same digest.

Ids become what they stand for (a person is a Telegram account, a submission a person and a form); moments and
tokens become whether there is one.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, Row, Table, select

from storage import tables as t
from storage.engine import Database

Digest = dict[str, list[str]]


async def digest(database_url: str) -> Digest:
    """Every business table as a sorted list of lines; `waiting` must be empty when all is said and done."""
    database = Database(database_url)
    try:
        return await database.read(_digest)
    finally:
        await database.close()


class _Names:
    """Ids of this database and what they stand for."""

    def __init__(self, connection: Connection) -> None:
        self.schools = {r.id: r.name for r in connection.execute(select(t.schools))}
        self.people = {r.id: r.tg_id for r in connection.execute(select(t.people))}
        found = connection.execute(select(t.submissions))
        self.submissions = {r.id: (self.people[r.person_id], r.form_id) for r in found}


Line = Callable[[Row[Any], _Names], object]


def _all_but(*left_out: str) -> Line:
    return lambda row, _: {k: str(v) for k, v in row._mapping.items() if k not in left_out}


def _person(*columns: str) -> Line:
    """A person's own row by the account, with these columns."""
    return lambda row, names: (names.people[row.person_id], *(str(row._mapping[c]) for c in columns))


def _invitation(row: Row[Any], names: _Names) -> object:
    used = row.used_at is not None, names.people.get(row.used_by)
    return names.schools[row.school_id], row.roles, row.kind, row.number, row.revoked_at is not None, *used


def _focus(row: Row[Any], names: _Names) -> object:
    return row.tg_id, row.kind, names.submissions[int(row.ref)] if row.kind == "form" else row.ref


_LINES: dict[Table, Line] = {
    t.schools: _all_but("id", "created_at"),
    t.people: _all_but("id", "school_id", "entered_at"),
    t.roles: _person("role"),
    t.accounts: lambda row, names: (row.tg_id, names.people.get(row.person_id)),
    t.consents: lambda row, names: (*_CONSENT(row, names), row.withdrawn_at is not None),  # type: ignore[misc]
    t.consent_texts: _all_but(),
    t.submissions: _person("form_id", "occasion", "version", "state", "rev", "position", "from_review", "started"),
    t.answers: lambda row, names: (names.submissions[row.submission_id], row.name, row.value, row.skipped),
    t.invitations: _invitation,
    t.erasures: _all_but("id", "school_id", "erased_on"),
    t.form_versions: _all_but("source"),
    t.groups: _all_but("bound_at"),
    t.focus: _focus,
}
_CONSENT = _person("document", "version", "text_hash", "accepted")


def _digest(connection: Connection) -> Digest:
    names = _Names(connection)
    found = {
        table.name: sorted(_line(line(row, names)) for row in connection.execute(select(table)))
        for table, line in _LINES.items()
    }
    return found | {"outbox": _said(connection), "waiting": _waiting(connection)}


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)


def _said(connection: Connection) -> list[str]:
    """How many notices of each rule were said; a reply leaves no row."""
    keys = connection.execute(select(t.outbox.c.key).where(t.outbox.c.key.is_not(None))).scalars()
    return [f"{rule} {n}" for rule, n in sorted(Counter(key.partition(":")[0] for key in keys).items())]


def _waiting(connection: Connection) -> list[str]:
    """Updates not handled or set aside, messages not said or given up."""
    stuck = [f"inbox {r.state} {r.error}" for r in connection.execute(select(t.inbox).where(t.inbox.c.state != 1))]
    unsaid = connection.execute(select(t.outbox).where(t.outbox.c.state != 1))
    return stuck + [f"outbox {r.state} {r.method} {r.error}" for r in unsaid]


def differences(one: Digest, other: Digest) -> list[str]:
    """What stands in one of them only."""
    found = []
    for name in one.keys() | other.keys():
        here, there = Counter(one.get(name, [])), Counter(other.get(name, []))
        found += [f"- {name}: {line}" for line in (here - there).elements()]
        found += [f"+ {name}: {line}" for line in (there - here).elements()]
    return found
