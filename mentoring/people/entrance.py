"""Use cases of arriving: a school is founded, a link is opened, a name is given, an arrival is approved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from mentoring.errors import ProgrammeError
from mentoring.notices.rules import Audience, Notice, NoticeButton, Privacy
from mentoring.people.rules import (
    CURATOR_LINK_LIFE,
    Actor,
    Guest,
    Invitation,
    LinkKind,
    Person,
    PersonState,
    Role,
    School,
    joined,
    occasion,
    school_year,
    tidy_name,
)
from mentoring.people.rules_steps import Next, next_step
from mentoring.people.tokens import digest, new_token
from mentoring.ports import Unit
from mentoring.texts import say

DEFAULT_ZONE = "Europe/Moscow"
SCHOOL_NAME_LIMIT = 160


@dataclass(frozen=True, slots=True)
class Founded:
    """`token` opens the bot to whoever becomes the curator; it is shown once."""

    school: School
    token: str


def found_school(unit: Unit, name: str, language: str = "ru", zone: str = DEFAULT_ZONE) -> Founded:
    """Step 1 of the programme's plan needs a curator: make the school and the curator's one-time link."""
    first, last = school_year(unit.now.astimezone(ZoneInfo(zone)).date())
    school = unit.schools.add(
        {
            "name": tidy_school_name(name),
            "zone": zone,
            "quiet_from": "20:00",
            "quiet_to": "08:00",
            "cadence_days": 14,
            "year_start": first,
            "year_end": last,
            "language": language,
            "created_at": unit.now,
        }
    )
    unit.digests.start(school.id, unit.now.astimezone(ZoneInfo(zone)).date(), unit.now)
    return Founded(school, staff_link(unit, school.id, Role.CURATOR))


def staff_link(unit: Unit, school_id: int, role: Role) -> str:
    """A one-time link made by the operator, who is nobody inside the school."""
    token = new_token()
    unit.invitations.add(
        school_id, (role,), LinkKind.PERSONAL, digest(token), unit.now, unit.now + CURATOR_LINK_LIFE
    )
    return token


def tidy_school_name(typed: str) -> str:
    name = " ".join(typed.split())
    if not name or len(name) > SCHOOL_NAME_LIMIT:
        raise ProgrammeError("error-school-name", limit=SCHOOL_NAME_LIMIT)
    return name


def open_link(guest: Guest, unit: Unit, token: str) -> None:
    """Somebody opened an invitation. Raises ProgrammeError saying why it opens nothing, and whom to ask."""
    invitation = unit.invitations.by_token(digest(token))
    if invitation is None:
        raise ProgrammeError("link-unknown")
    person = unit.people.find_account(invitation.school_id, guest.tg_id)
    if person is not None and person.id == invitation.used_by:
        _resume(unit, person, invitation)
        return
    refusal = invitation.refusal(unit.now)
    if refusal is not None:
        raise ProgrammeError(refusal)
    _admit(guest, unit, invitation, person)


def _resume(unit: Unit, person: Person, invitation: Invitation) -> None:
    """The same link again: go on where the person stopped; after a refusal this is how one thinks again."""
    unit.people.look_at(person.tg_id, person.id)
    if person.state != PersonState.ACTIVE:
        unit.people.update(person.school_id, person.id, asked_roles=joined(invitation.roles))


def _admit(guest: Guest, unit: Unit, invitation: Invitation, person: Person | None) -> None:
    """Before consent nothing is stored but the account's number; the role comes with the consent."""
    personal = invitation.kind is LinkKind.PERSONAL
    if person is None:
        fields = {"state": PersonState.NEW.value, "language": guest.language, "approved": personal}
        person = unit.people.add(invitation.school_id, guest.tg_id, entered_at=unit.now, **fields)
    unit.people.look_at(guest.tg_id, person.id)
    if personal:
        unit.invitations.use(invitation.id, person.id, unit.now)
        unit.people.update(person.school_id, person.id, approved=True)
    if personal and person.state == PersonState.ACTIVE:
        for role in invitation.roles:
            unit.people.give_role(person.id, role)
    elif person.state != PersonState.ACTIVE or not person.approved:
        unit.people.update(person.school_id, person.id, asked_roles=joined(invitation.roles))


def what_next(actor: Actor, unit: Unit) -> Next:
    """What this person does now, worked out anew from what is stored."""
    decisions = unit.consents.decisions(actor.id)
    filled = unit.submissions.of_person(actor.id, occasion(actor.school))
    return next_step(actor, decisions, {f.form_id for f in filled if f.state == "sent"})


def filled(actor: Actor, unit: Unit) -> dict[str, str]:
    """State ("draft" or "sent") of this year's questionnaires by form."""
    found = unit.submissions.of_person(actor.id, occasion(actor.school))
    return {one.form_id: one.state for one in found}


def give_name(actor: Actor, unit: Unit, typed: str) -> None:
    """How the person is called in the programme, exactly as they wrote it."""
    name = tidy_name(typed)
    first = actor.person.name is None
    unit.people.update(actor.school_id, actor.id, name=name)
    unit.withdraw(f"nudge:1:{actor.id}:")
    unit.foci.clear(actor.tg_id)
    if first and not actor.person.approved:
        _announce_arrival(actor, unit, name)


def _announce_arrival(actor: Actor, unit: Unit, name: str) -> None:
    for curator in unit.people.with_role(actor.school_id, Role.CURATOR):
        unit.tell(
            Notice(
                person_id=curator.id,
                key=f"arrival:1:{actor.id}:{stamp(unit.now)}:{curator.id}",
                text=say("notice-arrival", name=name),
                buttons=(NoticeButton(say("button-look"), f"card:{actor.id}"),),
                audience=Audience.CURATOR,
                privacy=Privacy.NAMED,
                about=actor.id,
            )
        )


def stamp(moment: datetime) -> int:
    """A moment as the occurrence part of a notice's key."""
    return int(moment.timestamp())


def switch_school(actor: Actor, unit: Unit, school_id: int) -> None:
    """Look at another school this account belongs to."""
    person = unit.people.find_account(school_id, actor.tg_id)
    if person is None:
        raise ProgrammeError("error-stale")
    unit.people.look_at(actor.tg_id, person.id)
    unit.foci.clear(actor.tg_id)
