"""Use cases around chats: a school's group, and whether a person can be written to."""

from __future__ import annotations

from mentoring.people.overview import lost
from mentoring.people.rules import Actor, Role
from mentoring.ports import Unit


def bind(actor: Actor, unit: Unit, chat_id: int, is_admin: bool) -> bool:
    """The group becomes the school's when its curator adds the bot; anybody else's adding binds nothing."""
    if not actor.admitted or not actor.has(Role.CURATOR):
        return unit.groups.school_of(chat_id) == actor.school_id
    unit.groups.bind(chat_id, actor.school_id, is_admin, unit.now)
    return True


def reach(actor: Actor, unit: Unit, reachable: bool) -> None:
    """The person blocked or unblocked the bot; it is the account that does, so in every school of theirs."""
    for school in unit.people.schools_of(actor.tg_id):
        person = unit.people.find_account(school.id, actor.tg_id)
        if person is None or person.reachable == reachable:
            continue
        unit.people.update(school.id, person.id, reachable=reachable)
        if not reachable:
            lost(unit, [person.id])
