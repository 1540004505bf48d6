"""Use cases of /privacy: what is stored about me, all of it as a file (152-FZ, art. 14)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mentoring.people.rules import Actor
from mentoring.ports import Unit

Rows = Mapping[str, Sequence[Mapping[str, Any]]]


@dataclass(frozen=True, slots=True)
class Stored:
    """How much of what is stored; `name` as the person wrote it."""

    name: str | None
    roles: int
    consents: int
    questionnaires: int
    answers: int


def stored(actor: Actor, unit: Unit) -> Stored:
    found = unit.people.stored(actor.school_id, actor.id)
    return Stored(
        actor.person.name,
        len(found["roles"]),
        len(found["consents"]),
        len(found["submissions"]),
        len(found["answers"]),
    )


def export(actor: Actor, unit: Unit) -> Rows:
    """Everything stored about the actor, table by table; nobody else's."""
    return unit.people.stored(actor.school_id, actor.id)


def mute(actor: Actor, unit: Unit, muted: bool) -> None:
    """Reminders on or off; replies and what concerns the person's own actions still come."""
    unit.people.update(actor.school_id, actor.id, muted=muted)


def speak(actor: Actor, unit: Unit, language: str) -> None:
    unit.people.update(actor.school_id, actor.id, language=language)


def quiet(actor: Actor, unit: Unit, start: str | None, end: str | None) -> None:
    """Own quiet hours, local "HH:MM"; None for the school's."""
    unit.people.update(actor.school_id, actor.id, quiet_from=start, quiet_to=end)
    unit.foci.clear(actor.tg_id)
