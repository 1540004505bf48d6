"""Invitations, and what a typed message answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from mentoring.people.rules import Focus, Invitation, LinkKind, Role, joined, roles_of
from storage.tables import focus, invitations
from storage.upsert import put

_INVITATION = (
    invitations.c.id,
    invitations.c.school_id,
    invitations.c.roles,
    invitations.c.kind,
    invitations.c.number,
    invitations.c.expires_at,
    invitations.c.revoked_at,
    invitations.c.used_at,
    invitations.c.used_by,
)


class InvitationRepo:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def _all(self, *conditions: Any) -> list[Invitation]:
        query = select(*_INVITATION).where(*conditions).order_by(invitations.c.id)
        rows = self._connection.execute(query)
        return [Invitation(r[0], r[1], roles_of(r[2]), LinkKind(r[3]), *r[4:]) for r in rows]

    def _one(self, *conditions: Any) -> Invitation | None:
        found = self._all(*conditions)
        return found[0] if found else None

    def add(
        self,
        school_id: int,
        roles: Iterable[Role],
        kind: LinkKind,
        token_hash: str,
        now: datetime,
        expires_at: datetime,
    ) -> Invitation:
        row = {
            "school_id": school_id,
            "roles": joined(roles),
            "kind": kind.value,
            "number": self.next_number(school_id),
            "token_hash": token_hash,
            "created_at": now,
            "expires_at": expires_at,
        }
        self._connection.execute(insert(invitations).values(**row))
        found = self.by_token(token_hash)
        assert found is not None
        return found

    def next_number(self, school_id: int) -> int:
        last = select(func.max(invitations.c.number)).where(invitations.c.school_id == school_id)
        return (self._connection.execute(last).scalar() or 0) + 1

    def by_token(self, token_hash: str) -> Invitation | None:
        return self._one(invitations.c.token_hash == token_hash)

    def find(self, school_id: int, invitation_id: int) -> Invitation | None:
        return self._one(invitations.c.school_id == school_id, invitations.c.id == invitation_id)

    def use(self, invitation_id: int, person_id: int, now: datetime) -> None:
        change = update(invitations).where(invitations.c.id == invitation_id)
        self._connection.execute(change.values(used_at=now, used_by=person_id))

    def revoke(self, school_id: int, invitation_id: int, now: datetime) -> None:
        where = (invitations.c.school_id == school_id, invitations.c.id == invitation_id)
        self._connection.execute(update(invitations).where(*where).values(revoked_at=now))

    def all(self, school_id: int) -> Sequence[Invitation]:
        return self._all(invitations.c.school_id == school_id)

    def of_person(self, school_id: int, person_id: int) -> Invitation | None:
        return self._one(invitations.c.school_id == school_id, invitations.c.used_by == person_id)

    def expired(self, now: datetime) -> Mapping[int, int]:
        """How many personal links ran out unopened and nobody was told yet, by school."""
        query = select(invitations.c.school_id, func.count()).where(*_expired(now))
        return {
            school: count for school, count in self._connection.execute(query.group_by(invitations.c.school_id))
        }

    def mark_told(self, now: datetime) -> None:
        self._connection.execute(update(invitations).where(*_expired(now)).values(told_at=now))


def _expired(now: datetime) -> tuple[Any, ...]:
    return (
        invitations.c.expires_at <= now,
        invitations.c.used_at.is_(None),
        invitations.c.revoked_at.is_(None),
        invitations.c.told_at.is_(None),
    )


_FOCUS = select(focus.c.kind, focus.c.ref, focus.c.refusals).where(focus.c.tg_id == bindparam("tg_id"))


class FocusRepo:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, tg_id: int) -> Focus | None:
        row = self._connection.execute(_FOCUS, {"tg_id": tg_id}).first()
        return Focus(*row) if row else None

    def set(self, tg_id: int, kind: str, ref: str, now: datetime) -> None:
        values = {"kind": kind, "ref": ref, "at": now, "refusals": 0}
        put(self._connection, focus, {"tg_id": tg_id}, values)

    def refused(self, tg_id: int) -> int:
        """Count one more typed message that did not fit; return how many there were."""
        change = update(focus).where(focus.c.tg_id == tg_id).values(refusals=focus.c.refusals + 1)
        return self._connection.execute(change.returning(focus.c.refusals)).scalar() or 0

    def clear(self, tg_id: int) -> None:
        self._connection.execute(delete(focus).where(focus.c.tg_id == tg_id))
