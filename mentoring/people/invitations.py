"""Use cases of inviting: personal and shared links, lists, taking a link back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mentoring.errors import ProgrammeError
from mentoring.people.rules import LINK_LIFE, Actor, Invitation, LinkKind, Role
from mentoring.people.tokens import digest, new_token
from mentoring.ports import Unit

LIST_LIMIT = 500


@dataclass(frozen=True, slots=True)
class Invited:
    """`token` is shown to the curator once and is not stored."""

    invitation: Invitation
    token: str


def next_number(actor: Actor, unit: Unit) -> int:
    """The number the school's next invitation will get."""
    actor.require(Role.CURATOR)
    return unit.invitations.next_number(actor.school_id)


def invite(actor: Actor, unit: Unit, roles: Iterable[Role], kind: LinkKind, number: int) -> Invited:
    """One link. `number` is the one its button was made for: pressing twice makes one invitation."""
    if number != next_number(actor, unit):
        raise ProgrammeError("error-stale")
    return _make(actor, unit, roles, kind)


def invite_many(actor: Actor, unit: Unit, people: Iterable[Iterable[Role]]) -> Sequence[Invited]:
    """One personal link for each person of a list. Their names go back to the curator and are not stored:
    nothing personal before consent."""
    actor.require(Role.CURATOR)
    wanted = list(people)
    if len(wanted) > LIST_LIMIT:
        raise ProgrammeError("error-list-long", limit=LIST_LIMIT, count=len(wanted))
    unit.foci.clear(actor.tg_id)
    return [_make(actor, unit, roles, LinkKind.PERSONAL) for roles in wanted]


def _make(actor: Actor, unit: Unit, roles: Iterable[Role], kind: LinkKind) -> Invited:
    token = new_token()
    expires = unit.now + LINK_LIFE
    return Invited(unit.invitations.add(actor.school_id, roles, kind, digest(token), unit.now, expires), token)


def open_invitations(actor: Actor, unit: Unit) -> Sequence[Invitation]:
    """Links that still open something, oldest first."""
    actor.require(Role.CURATOR)
    return [i for i in unit.invitations.all(actor.school_id) if i.refusal(unit.now) is None]


def revoke(actor: Actor, unit: Unit, invitation_id: int) -> Invitation:
    actor.require(Role.CURATOR)
    found = unit.invitations.find(actor.school_id, invitation_id)
    if found is None or found.refusal(unit.now) is not None:
        raise ProgrammeError("error-stale")
    unit.invitations.revoke(actor.school_id, invitation_id, unit.now)
    return found
