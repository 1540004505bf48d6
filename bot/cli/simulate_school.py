"""The school of a simulated year: founded, entered, agreed and paired by the same use cases as any other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from bot.telegram.deliver import outgoing_for
from bot.telegram.render import Renderer
from mentoring.consent import service as consent
from mentoring.consent.rules import wanted
from mentoring.pairs import service as pairs
from mentoring.people import entrance
from mentoring.people.rules import SETUP_STEPS, Actor, PersonState, Role, School, joined
from mentoring.people.tokens import digest
from storage import facts, migrate, outbox
from storage.engine import Database
from storage.unit import StorageUnit

STAFF = (Role.CURATOR, Role.DEPUTY, Role.PSYCHOLOGIST)
GROUP = 2  # the last so many of each side are a group
LEAST_WITH_GROUP = 8  # teachers


@dataclass(frozen=True, slots=True)
class Cast:
    """Accounts by role, each side in its order."""

    staff: Sequence[int]
    mentors: Sequence[int]
    mentees: Sequence[int]

    def roles(self) -> list[tuple[int, Role]]:
        return [
            *zip(self.staff, STAFF, strict=True),
            *((one, Role.MENTOR) for one in self.mentors),
            *((one, Role.MENTEE) for one in self.mentees),
        ]

    def pairs(self) -> list[tuple[Sequence[int], Sequence[int]]]:
        """One mentor and one mentee each; in a school large enough the last four are a group."""
        both = len(self.mentors) + len(self.mentees)
        single = len(self.mentors) - (GROUP if both >= LEAST_WITH_GROUP else 0)
        found: list[tuple[Sequence[int], Sequence[int]]] = [
            ([mentor], [mentee])
            for mentor, mentee in zip(self.mentors[:single], self.mentees[:single], strict=True)
        ]
        rest = (self.mentors[single:], self.mentees[single:])
        return [*found, rest] if rest[0] else found


async def found_school(database: Database, renderer: Renderer, cast: Cast, now: datetime) -> None:
    """An empty database becomes that school at the moment `now`; what this says leaves when the bot starts."""
    await migrate.upgrade(database)

    def work(connection: Connection) -> None:
        facts.keep(connection, "clock", now.isoformat())
        unit = StorageUnit(connection, now)
        furnish(unit, cast)
        outbox.put(connection, outgoing_for(unit, renderer, now), now)

    await database.write(work)


def furnish(unit: StorageUnit, cast: Cast) -> None:
    founded = entrance.found_school(unit, "School 1")
    school = unit.schools.update(founded.school.id, setup_step=len(SETUP_STEPS))
    invitation = unit.invitations.by_token(digest(founded.token))
    for number, (account, role) in enumerate(cast.roles()):
        _enter(unit, school, account, role, f"{role.capitalize()} {number}")
    curator = _actor(unit, cast.staff[0])
    if invitation is not None:
        unit.invitations.use(invitation.id, curator.id, unit.now)
    for mentors, mentees in cast.pairs():
        sides = [[_actor(unit, one).id for one in side] for side in (mentors, mentees)]
        pairs.create(curator, unit, sides[0], sides[1])


def _enter(unit: StorageUnit, school: School, account: int, role: Role, name: str) -> None:
    """Invited, agreed to everything, named."""
    fields = {"state": PersonState.NEW.value, "language": "ru", "approved": True, "asked_roles": joined([role])}
    person = unit.people.add(school.id, account, entered_at=unit.now, **fields)
    unit.people.look_at(account, person.id)
    for kind in wanted([role]):
        actor = _actor(unit, account)
        consent.decide(actor, unit, kind, consent.asked(actor, unit, kind).mark, accepted=True)
    entrance.give_name(_actor(unit, account), unit, name)


def _actor(unit: StorageUnit, account: int) -> Actor:
    found = unit.people.actor(account)
    assert found is not None
    return found
