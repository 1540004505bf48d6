"""Use cases around private chats: whether a person can be written to."""

from __future__ import annotations

from mentoring.people.overview import lost
from mentoring.people.rules import Actor
from mentoring.ports import Unit


def reach(actor: Actor, unit: Unit, reachable: bool) -> None:
    """The person blocked or unblocked the bot; it is the account that does, so in every school of theirs."""
    for school in unit.people.schools_of(actor.tg_id):
        person = unit.people.find_account(school.id, actor.tg_id)
        if person is None or person.reachable == reachable:
            continue
        unit.people.update(school.id, person.id, reachable=reachable)
        if not reachable:
            lost(unit, [person.id])
