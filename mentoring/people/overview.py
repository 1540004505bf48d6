"""Use cases of the curator: who has done what, a person's card, roles, approval, a nudge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from mentoring.errors import ProgrammeError
from mentoring.notices.rules import Audience, Farewell, Notice, NoticeButton, Priority, Privacy
from mentoring.people.entrance import stamp
from mentoring.people.rules import Actor, Invitation, Person, PersonState, Role, occasion, roles_of
from mentoring.people.rules_progress import (
    UNFINISHED,
    Filter,
    Page,
    Progress,
    Stage,
    by_name,
    keeps,
    page,
    progress,
)
from mentoring.ports import Filled, Unit
from mentoring.texts import Text, say

STAFF = (Role.CURATOR, Role.DIRECTOR, Role.DEPUTY)


def everyone(actor: Actor, unit: Unit) -> list[Progress]:
    """All people of the school with how far they are; three queries however many there are."""
    decisions = unit.consents.of_school(actor.school_id)
    filled: dict[int, list[Filled]] = {}
    for one in unit.submissions.of_school(actor.school_id, occasion(actor.school)):
        filled.setdefault(one.person_id, []).append(one)
    return by_name(
        progress(
            person,
            decisions.get(person.id, ()),
            frozenset(f.form_id for f in filled.get(person.id, ()) if f.state == "sent"),
            frozenset(f.form_id for f in filled.get(person.id, ()) if f.state == "draft"),
        )
        for person in unit.people.all(actor.school_id)
    )


def people_page(actor: Actor, unit: Unit, wanted: Filter, number: int) -> Page:
    actor.require(*STAFF)
    return page([p for p in everyone(actor, unit) if keeps(wanted, p)], number)


@dataclass(frozen=True, slots=True)
class Summary:
    """The curator's first glance: how many of each, how many links nobody has opened."""

    people: int
    mentors: int
    mentees: int
    done: int
    unfinished: int
    waiting: int
    open_links: int


def summary(actor: Actor, unit: Unit) -> Summary:
    actor.require(*STAFF)
    found = everyone(actor, unit)
    links = [i for i in unit.invitations.all(actor.school_id) if i.refusal(unit.now) is None]
    return Summary(
        people=len(found),
        mentors=sum(Role.MENTOR in p.person.roles for p in found),
        mentees=sum(Role.MENTEE in p.person.roles for p in found),
        done=sum(p.stage is Stage.DONE for p in found),
        unfinished=sum(p.stage in UNFINISHED for p in found),
        waiting=sum(p.stage is Stage.WAITING for p in found),
        open_links=len(links),
    )


@dataclass(frozen=True, slots=True)
class Card:
    progress: Progress
    invitation: Invitation | None


def card(actor: Actor, unit: Unit, person_id: int) -> Card:
    """One person. Raises ProgrammeError("error-person-gone") for another school's or an erased one."""
    actor.require(*STAFF)
    for one in everyone(actor, unit):
        if one.person.id == person_id:
            return Card(one, unit.invitations.of_person(actor.school_id, person_id))
    raise ProgrammeError("error-person-gone")


def _theirs(actor: Actor, unit: Unit, person_id: int) -> Person:
    actor.require(Role.CURATOR)
    person = unit.people.find(actor.school_id, person_id)
    if person is None:
        raise ProgrammeError("error-person-gone")
    return person


def set_role(actor: Actor, unit: Unit, person_id: int, role: Role, held: bool) -> None:
    """Give or take a role. The last curator keeps theirs: a school without one is locked."""
    person = _theirs(actor, unit, person_id)
    if person.state != PersonState.ACTIVE:
        raise ProgrammeError("error-no-consent-yet")
    if held:
        unit.people.give_role(person_id, role)
        return
    if role is Role.CURATOR and len(unit.people.with_role(actor.school_id, Role.CURATOR)) == 1:
        raise ProgrammeError("error-last-curator")
    unit.people.take_role(person_id, role)


def approve(actor: Actor, unit: Unit, person_id: int) -> None:
    """Let in somebody who came by the shared link; the role they asked for is theirs."""
    person = _theirs(actor, unit, person_id)
    if person.approved:
        raise ProgrammeError("error-done-already")
    unit.people.update(actor.school_id, person_id, approved=True, asked_roles=None)
    for role in roles_of(person.asked_roles):
        unit.people.give_role(person_id, role)
    unit.tell(
        Notice(
            person_id=person_id,
            key=f"approved:1:{person_id}:{stamp(unit.now)}:{person_id}",
            text=say("notice-approved", school=actor.school.name),
            buttons=(NoticeButton(say("button-go-on"), "home"),),
            priority=Priority.REPLY,
        )
    )


def decline(actor: Actor, unit: Unit, person_id: int) -> None:
    """Not one of ours: tell them kindly and keep nothing of them."""
    person = _theirs(actor, unit, person_id)
    if person.approved:
        raise ProgrammeError("error-done-already")
    decisions = unit.consents.decisions(person_id)
    unit.part(Farewell(person.tg_id, person.language, say("farewell-declined")))
    rows = unit.people.erase(actor.school_id, person_id)
    unit.consents.record_erasure(
        actor.school_id, "declined", decisions[0].text_hash if decisions else "", rows, unit.now
    )


def name_of(person: Person | None) -> object:
    return person.name if person and person.name else say("person-nameless")


def nudge(actor: Actor, unit: Unit, person_id: int) -> None:
    """Remind one person who stopped half-way, at most once a day, outside their quiet hours."""
    actor.require(Role.CURATOR)
    found = card(actor, unit, person_id).progress
    if found.stage not in UNFINISHED:
        raise ProgrammeError("error-nothing-to-nudge")
    if not found.person.reachable or found.person.muted:
        raise ProgrammeError("error-cannot-nudge")
    if unit.said(_nudge_key(actor, unit, found)):
        raise ProgrammeError("error-nudged-already")
    _nudge(actor, unit, found)


def nudge_all(actor: Actor, unit: Unit) -> int:
    """Remind everybody who stopped half-way and was not reminded today; return how many."""
    actor.require(Role.CURATOR)
    able = [p for p in everyone(actor, unit) if p.person.reachable and not p.person.muted]
    stuck = [p for p in able if p.stage in UNFINISHED and not unit.said(_nudge_key(actor, unit, p))]
    for one in stuck:
        _nudge(actor, unit, one)
    return len(stuck)


def _nudge_key(actor: Actor, unit: Unit, one: Progress) -> str:
    """A nudge is kind once a day and nagging twice; the day is the school's."""
    day = unit.now.astimezone(ZoneInfo(actor.school.zone))
    return f"nudge:1:{one.person.id}:{day:%Y%m%d}:{one.person.id}"


def _nudge(actor: Actor, unit: Unit, one: Progress) -> None:
    unit.tell(
        Notice(
            person_id=one.person.id,
            key=_nudge_key(actor, unit, one),
            text=_nudge_text(one),
            buttons=(NoticeButton(say("button-go-on"), "home"),),
            bundled=True,
        )
    )


def _nudge_text(one: Progress) -> Text:
    if one.stage is Stage.UNDECIDED:
        return say("nudge-undecided")
    if one.stage is Stage.NAMELESS:
        return say("nudge-nameless")
    return say("nudge-forms", count=len(one.missing))


def lost(unit: Unit, person_ids: Sequence[int]) -> None:
    """These people can no longer be written to: the curators of their schools hear it once."""
    for person_id in person_ids:
        person = unit.people.anywhere(person_id)
        for curator in unit.people.with_role(person.school_id, Role.CURATOR) if person else ():
            unit.tell(
                Notice(
                    person_id=curator.id,
                    key=f"lost:1:{person_id}:{stamp(unit.now)}:{curator.id}",
                    text=say("notice-lost", name=name_of(person)),
                    buttons=(NoticeButton(say("button-look"), f"card:{person_id}"),),
                    audience=Audience.CURATOR,
                    privacy=Privacy.NAMED,
                    about=person_id,
                )
            )
