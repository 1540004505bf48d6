"""What sending a mutual evaluation must pass: the window, and that both still take part."""

from __future__ import annotations

from mentoring.errors import ProgrammeError
from mentoring.evaluation.rules import check_answerable
from mentoring.evaluation.rules_due import Rule
from mentoring.evaluation.service import standings
from mentoring.people.rules import Actor
from mentoring.ports import Unit


def check_apart(actor: Actor, unit: Unit, occasion: str) -> None:
    """Nothing for a filling that is about nobody. What waits to remind of it is withdrawn.

    Raises ProgrammeError as `check_answerable` does; `error-mutual-void` where it is asked for no more.
    """
    found = unit.mutuals.apart(actor.id, occasion) if "." in occasion else None
    if found is None or found.asked is None:
        return
    one = next((known for known in standings(unit, actor.school) if known.asked.id == found.asked.id), None)
    if one is None:
        raise ProgrammeError("error-mutual-closed")
    check_answerable(one.state)
    for rule in (Rule.OPENS, Rule.REMINDS):
        unit.withdraw(f"{rule}:1:{found.asked.id}:", actor.id)
