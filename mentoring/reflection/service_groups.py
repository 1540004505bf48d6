"""Use cases of the school's group: it is bound by its curator, moves, is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from enum import StrEnum

from mentoring.notices.rules import Audience, Notice, NoticeButton
from mentoring.people.rules import Actor, PersonState, Role
from mentoring.ports import Unit
from mentoring.reflection.looking import look_again
from mentoring.reflection.rules import Place
from mentoring.texts import say

LOOKED_EVERY = timedelta(days=7)


class Bound(StrEnum):
    """What came of it. `SECOND`: the school has another group; `TAKEN`: the group is another school's."""

    BOUND = "bound"
    ALREADY = "already"
    SECOND = "second"
    TAKEN = "taken"
    STRANGER = "stranger"


def may_bind(actor: Actor | None) -> bool:
    if actor is None or not actor.admitted or not actor.has(Role.CURATOR):
        return False
    return actor.person.state == PersonState.ACTIVE and actor.person.approved


def added(actor: Actor | None, unit: Unit, place: Place) -> Bound:
    """The bot came into a group. Its school's curator's adding binds a first group; anybody else's binds none."""
    if not may_bind(actor):
        return Bound.STRANGER
    assert actor is not None
    here, now = unit.groups.school_of(place.chat_id), unit.groups.of_school(actor.school_id)
    if here is None and now is not None:
        return Bound.SECOND
    return bind(actor, unit, place)


def bind(actor: Actor | None, unit: Unit, place: Place) -> Bound:
    """One tap of the curator: the group takes the place of a former one. A topic that is named is kept."""
    if not may_bind(actor):
        return Bound.STRANGER
    assert actor is not None
    here = unit.groups.school_of(place.chat_id)
    if here not in (None, actor.school_id):
        return Bound.TAKEN
    before = unit.groups.of_school(actor.school_id)
    mine = replace(place, school_id=actor.school_id)
    if before is not None and before.chat_id == place.chat_id and before.thread_id == place.thread_id:
        return Bound.ALREADY
    for other in unit.groups.all_of_school(actor.school_id):
        if other.chat_id != place.chat_id:
            unit.groups.unbind(other.chat_id)
    unit.groups.bind(mine, unit.now)
    look_again(unit, actor.school)
    return Bound.BOUND


def rights(unit: Unit, chat_id: int, is_admin: bool) -> None:
    """The bot became an administrator there, or is no longer one."""
    unit.groups.change(chat_id, is_admin=is_admin)


def unbind(actor: Actor, unit: Unit) -> None:
    """Nothing more is said in the group. What people answered stays."""
    actor.require(Role.CURATOR)
    for place in unit.groups.all_of_school(actor.school_id):
        unit.groups.unbind(place.chat_id)


def removed(unit: Unit, chat_id: int, by: Actor | None = None) -> None:
    """The bot was taken out of the group, or can no longer write there: the curators hear of it."""
    school_id = unit.groups.unbind(chat_id)
    if school_id is None:
        return
    for curator in unit.people.with_role(school_id, Role.CURATOR):
        if by is None or curator.id != by.id:
            unit.tell(
                Notice(
                    person_id=curator.id,
                    key=f"group-lost:1:{school_id}:{int(unit.now.timestamp())}:{curator.id}",
                    text=say("notice-group-lost"),
                    buttons=(NoticeButton(say("button-group"), "group"),),
                    audience=Audience.CURATOR,
                )
            )


def looked(unit: Unit, place: Place, found: Place | None) -> None:
    """What a look at the group brought: it is gone (None), or its title, its topics and the bot's rights there."""
    if unit.groups.school_of(place.chat_id) is None:
        return
    if found is None:
        removed(unit, place.chat_id)
        return
    thread = place.thread_id if found.is_forum else None
    facts = {"title": found.title[:160], "is_admin": found.is_admin, "is_forum": found.is_forum}
    unit.groups.change(place.chat_id, **facts, thread_id=thread, look_at=unit.now + LOOKED_EVERY)
