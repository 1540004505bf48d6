"""Use cases of the curator's own questions: add, drop, put in order; leave a shipped one out."""

from __future__ import annotations

from mentoring.errors import ProgrammeError
from mentoring.people.rules import Actor, Role
from mentoring.ports import Unit
from mentoring.reflection.prompts import OWN
from mentoring.reflection.rules import OwnPrompt, Prompt
from mentoring.reflection.service import waiting

LONGEST, MOST = 300, 40


def listed(actor: Actor, unit: Unit) -> list[Prompt]:
    """What comes, in its order."""
    actor.require(Role.CURATOR)
    return waiting(unit, actor.school)


def left_out(actor: Actor, unit: Unit) -> int:
    """How many shipped questions the school does not want."""
    return len(unit.reflections.dropped(actor.school_id))


def add(actor: Actor, unit: Unit, text: str) -> None:
    """Raises ProgrammeError for words that are none, too many, or too long."""
    actor.require(Role.CURATOR)
    words = " ".join(text.split())
    if not any(c.isalpha() for c in words):
        raise ProgrammeError("error-prompt-empty")
    if len(words) > LONGEST:
        raise ProgrammeError("error-prompt-long", limit=LONGEST)
    if len(unit.reflections.own_prompts(actor.school_id)) >= MOST:
        raise ProgrammeError("error-prompt-many", limit=MOST)
    unit.reflections.add_prompt(actor.school_id, words)


def drop(actor: Actor, unit: Unit, code: str) -> None:
    """An own question is gone; a shipped one does not come in this school."""
    actor.require(Role.CURATOR)
    own = _own(actor, unit, code)
    if own is not None:
        unit.reflections.drop_prompt(actor.school_id, own.id)
    elif code in {one.code for one in waiting(unit, actor.school)}:
        unit.reflections.add_prompt(actor.school_id, "", code=code)
    else:
        raise ProgrammeError("error-done-already")


def restore(actor: Actor, unit: Unit) -> None:
    """All of the shipped questions come again."""
    actor.require(Role.CURATOR)
    unit.reflections.restore(actor.school_id)


def raise_up(actor: Actor, unit: Unit, code: str) -> None:
    """An own question comes before the one that stood before it. Raises ProgrammeError("error-stale")."""
    actor.require(Role.CURATOR)
    mine = list(unit.reflections.own_prompts(actor.school_id))
    own = _own(actor, unit, code)
    if own is None:
        raise ProgrammeError("error-stale")
    at = mine.index(own)
    if at:
        mine[at - 1], mine[at] = mine[at], mine[at - 1]
    for place, one in enumerate(mine, 1):
        unit.reflections.place_prompt(actor.school_id, one.id, place)


def _own(actor: Actor, unit: Unit, code: str) -> OwnPrompt | None:
    mine = unit.reflections.own_prompts(actor.school_id)
    return next((one for one in mine if f"{OWN}{one.id}" == code), None)
