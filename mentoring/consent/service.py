"""Use cases of consent: what is asked, the decision, the dated copy, withdrawal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from mentoring.cases.service_withdrawal import publication_withdrawn
from mentoring.consent.documents import Document, Facts, Filled, document, fill
from mentoring.consent.rules import ConsentKind, Decision, holds, latest, wanted
from mentoring.errors import ProgrammeError
from mentoring.notices.rules import Audience, Notice, Privacy
from mentoring.people.entrance import stamp
from mentoring.people.rules import PROCESSING_VERSION, Actor, PersonState, Role, roles_of
from mentoring.ports import Unit
from mentoring.texts import Text, say

MARK = 10  # so many characters of the hash travel in the button and tie the press to the words that were shown


@dataclass(frozen=True, slots=True)
class Asked:
    """One document on its screen. `number` of `total` counts from 1; `mark` ties the answer to these words.

    `invited_as` are the roles of the link, for somebody who has just come by it.
    """

    school: str
    invited_as: tuple[Role, ...]
    kind: ConsentKind
    template: Document
    filled: Filled
    number: int
    total: int

    @property
    def mark(self) -> str:
        return self.filled.sha256[:MARK]


def _filled(actor: Actor, kind: ConsentKind) -> tuple[Document, Filled]:
    school = actor.school
    template = document(kind, actor.language)
    years = f"{school.year_start.year}/{school.year_end.year}"
    facts = Facts(
        school_name=school.name,
        year_label=years,
        operator_address=school.address,
        operator_details=school.details,
        processor=school.processor,
        site=school.site,
    )
    return template, fill(template, facts)


def asked(actor: Actor, _unit: Unit, kind: ConsentKind) -> Asked:
    """The document as this person is to see it: their language, their school."""
    kinds = wanted(_roles(actor))
    number = kinds.index(kind) + 1 if kind in kinds else 1
    invited = roles_of(actor.person.asked_roles) if kind is ConsentKind.PROCESSING else ()
    return Asked(actor.school.name, invited, kind, *_filled(actor, kind), number, len(kinds))


def _roles(actor: Actor) -> frozenset[Role]:
    """Roles held, and the one that was asked for by a link and comes with the consent."""
    return actor.person.roles | set(roles_of(actor.person.asked_roles))


def decide(actor: Actor, unit: Unit, kind: ConsentKind, mark: str, accepted: bool) -> None:
    """Record the decision on exactly the words whose `mark` the button carried.

    Raises ProgrammeError("consent-changed") when the text is another one by now.
    """
    template, filled = _filled(actor, kind)
    if filled.sha256[:MARK] != mark:
        raise ProgrammeError("consent-changed")
    decided = latest(unit.consents.decisions(actor.id)).get(kind)
    if decided is not None and decided.in_force:
        if not accepted:  # a consent that is given is taken back in /privacy, which says what that means
            raise ProgrammeError("error-stale")
        if decided.text_hash == filled.sha256:
            return
    unit.consents.keep_text(filled.sha256, kind, template.version, template.language, filled.title, filled.text)
    unit.consents.decide(actor.id, kind, template.version, filled.sha256, accepted, unit.now)
    unit.withdraw(f"nudge:1:{actor.id}:")
    if kind is ConsentKind.PROCESSING:
        _admit(actor, unit) if accepted else _refuse(actor, unit)


def _admit(actor: Actor, unit: Unit) -> None:
    changes: dict[str, object] = {"state": PersonState.ACTIVE.value, "consented": PROCESSING_VERSION}
    if actor.person.approved:
        for role in roles_of(actor.person.asked_roles) or _invited_as(actor, unit):
            unit.people.give_role(actor.id, role)
        changes["asked_roles"] = None
    unit.people.update(actor.school_id, actor.id, **changes)


def _invited_as(actor: Actor, unit: Unit) -> tuple[Role, ...]:
    invitation = unit.invitations.of_person(actor.school_id, actor.id)
    return invitation.roles if invitation else ()


def _refuse(actor: Actor, unit: Unit) -> None:
    """Nothing stays but the account's number and the refusal itself; the curators hear that there was one."""
    invitation = unit.invitations.of_person(actor.school_id, actor.id)
    nothing = {"name": None, "asked_roles": None, "consented": 0, "quiet_from": None, "quiet_to": None}
    unit.people.update(actor.school_id, actor.id, state=PersonState.REFUSED.value, **nothing)
    for role in actor.person.roles:
        unit.people.take_role(actor.id, role)
    unit.foci.clear(actor.tg_id)
    text = say("notice-refused-link", number=str(invitation.number)) if invitation else say("notice-refused")
    tell_curators(unit, actor, "refused", text)


def tell_curators(unit: Unit, actor: Actor, rule: str, text: Text, privacy: Privacy = Privacy.OWN) -> None:
    """A word to the curators; `privacy` says whether it names somebody."""
    for curator in unit.people.with_role(actor.school_id, Role.CURATOR):
        if curator.id != actor.id:
            about = actor.id if privacy is Privacy.NAMED else None
            key = f"{rule}:1:{actor.id}:{stamp(unit.now)}:{curator.id}"
            unit.tell(Notice(curator.id, key, text, audience=Audience.CURATOR, privacy=privacy, about=about))


@dataclass(frozen=True, slots=True)
class Copied:
    """A decision with the very words it was made on. `decided_at` is in the school's zone."""

    decision: Decision
    title: str
    text: str
    decided_at: datetime


def copy(actor: Actor, unit: Unit, kind: ConsentKind) -> Copied:
    """The dated copy. Raises ProgrammeError("consent-none") where nothing was decided yet."""
    decision = latest(unit.consents.decisions(actor.id)).get(kind)
    if decision is None:
        raise ProgrammeError("consent-none")
    title, text = unit.consents.text(decision.text_hash)
    return Copied(decision, title, text, decision.decided_at.astimezone(ZoneInfo(actor.school.zone)))


def decisions(actor: Actor, unit: Unit) -> Sequence[Decision]:
    """The latest decision on each document, in the order they are asked."""
    found = latest(unit.consents.decisions(actor.id))
    return [found[kind] for kind in ConsentKind if kind in found]


def withdraw(actor: Actor, unit: Unit, kind: ConsentKind) -> None:
    """Take a consent back. Without the consent to processing everything about the person is destroyed at once;
    the law would allow thirty days."""
    if kind is ConsentKind.PROCESSING:
        _erase(actor, unit)
        return
    if not holds(unit.consents.decisions(actor.id), kind):
        raise ProgrammeError("error-done-already")
    unit.consents.withdraw(actor.id, kind, unit.now)
    if kind is ConsentKind.PUBLICATION:
        publication_withdrawn(actor, unit)
    text = say(f"notice-withdrawn-{kind}", name=actor.person.name or say("person-nameless"))
    tell_curators(unit, actor, f"withdrawn-{kind}", text, Privacy.NAMED)


def _erase(actor: Actor, unit: Unit) -> None:
    """An act of destruction stays: which document, when, how many rows; not a word of whose."""
    decision = latest(unit.consents.decisions(actor.id)).get(ConsentKind.PROCESSING)
    publication_withdrawn(actor, unit)
    tell_curators(unit, actor, "erased", say("notice-erased", role=_main_role(actor)))
    rows = unit.people.erase(actor.school_id, actor.id)
    unit.consents.record_erasure(
        actor.school_id, "withdrawn", decision.text_hash if decision else "", rows, unit.now
    )


def _main_role(actor: Actor) -> Text:
    held = [role for role in Role if role in actor.person.roles]
    return say(f"role-{held[-1]}") if held else say("role-none")
