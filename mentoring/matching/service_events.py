"""What everybody hears at once: that the pairs have formed, and the invitation to the round table.

Steps 17 and 18 of the programme's plan ("Наставники и наставляемые: начало пути").
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from mentoring.errors import ProgrammeError
from mentoring.meetings.rules import Side
from mentoring.notices.rules import Audience, Notice, NoticeButton, Privacy
from mentoring.pairs.rules import PairState
from mentoring.pairs.rules_acceptance import agreed
from mentoring.pairs.service import Shown, shown
from mentoring.pairs.service_acceptance import others_of
from mentoring.people.rules import Actor, Person, PersonState, Role, occasion
from mentoring.ports import Unit
from mentoring.texts import Raw, say

ANNOUNCERS = (Role.DIRECTOR, Role.CURATOR)
HOSTS = (Role.CURATOR, Role.DIRECTOR, Role.DEPUTY)
PLACE_LIMIT = 90  # with the time it waits where what is typed next is kept, and that holds 120


def to_announce(actor: Actor, unit: Unit) -> list[Shown]:
    """Pairs that have formed: they go on, and everybody who was asked has said yes."""
    actor.require(*ANNOUNCERS)
    going = [p for p in unit.pairs.all(actor.school_id, occasion(actor.school)) if p.state is not PairState.CLOSED]
    answers = unit.acceptances.of_pairs(pair.id for pair in going)
    formed = [pair for pair in going if pair.id not in answers or agreed(answers[pair.id])]
    return [shown(unit, actor.school_id, pair) for pair in formed]


def announce(actor: Actor, unit: Unit) -> int:
    """Tell everybody in a formed pair that it has formed, each about their own; return how many hear it now."""
    count = 0
    for found in to_announce(actor, unit):
        for person in found.everybody:
            count += _announce(actor, unit, found, person)
    return count


def _announce(actor: Actor, unit: Unit, found: Shown, person: Person) -> bool:
    key = f"announced:1:{found.pair.id}:{found.pair.revision}:{person.id}"
    if unit.said(key):
        return False
    side = Side.MENTOR if person in found.mentors else Side.MENTEE
    unit.tell(
        Notice(
            person_id=person.id,
            key=key,
            text=say(f"notice-announced-{side}", school=actor.school.name, names=Raw(others_of(found, person))),
            buttons=(NoticeButton(say("button-pair"), f"pair:{found.pair.id}"),),
            audience=Audience.PAIR,
            privacy=Privacy.NAMED,
        )
    )
    return True


def invited(actor: Actor, unit: Unit) -> list[Person]:
    """Everybody of the school who has come in and given a name."""
    actor.require(*HOSTS)
    return [
        one
        for one in unit.people.all(actor.school_id)
        if one.state == PersonState.ACTIVE and one.approved and one.name is not None
    ]


def place_of(typed: str) -> str:
    place = " ".join(typed.split())
    if len(place) > PLACE_LIMIT:
        raise ProgrammeError("error-round-place", limit=PLACE_LIMIT)
    return place


def invite(actor: Actor, unit: Unit, when: datetime, place: str) -> int:
    """Invite everybody to the round table, once for each time and place; return how many hear of it now."""
    people = [one for one in invited(actor, unit) if one.id != actor.id]
    if when <= unit.now:
        raise ProgrammeError("error-round-past")
    local = when.astimezone(ZoneInfo(actor.school.zone))
    return sum(_invite(unit, one, local, place) for one in _unsaid(unit, people, local))


def _unsaid(unit: Unit, people: Iterable[Person], local: datetime) -> list[Person]:
    return [one for one in people if not unit.said(_key(one, local))]


def _key(person: Person, local: datetime) -> str:
    return f"round:1:{local:%Y%m%dT%H%M}:{person.id}"


def _invite(unit: Unit, person: Person, local: datetime, place: str) -> int:
    text = say("notice-round", when=local, place=Raw(place)) if place else say("notice-round-nowhere", when=local)
    buttons = (NoticeButton(say("button-home"), "home"),)
    unit.tell(
        Notice(person_id=person.id, key=_key(person, local), text=text, buttons=buttons, privacy=Privacy.PUBLIC)
    )
    return 1
