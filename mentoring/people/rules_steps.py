"""What a person does next: the one order in which a first day goes. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from mentoring.consent.rules import ConsentKind, Decision, holds, next_document
from mentoring.people.rules import PROCESSING_VERSION, SETUP_STEPS, Actor, Role

# Raised together with the texts in mentoring/consent/texts.
VERSIONS = {
    ConsentKind.PROCESSING: PROCESSING_VERSION,
    ConsentKind.PARTICIPATION: 1,
    ConsentKind.PUBLICATION: 1,
}
FORMS = {
    Role.MENTEE: ("mentee_entry", "mentee_before", "working_style"),
    Role.MENTOR: ("mentor_entry", "mentor_before", "working_style"),
}


class Step(StrEnum):
    CONSENT = "consent"
    NAME = "name"
    WAITING = "waiting"
    SETUP = "setup"
    QUESTIONNAIRE = "questionnaire"
    READY = "ready"


@dataclass(frozen=True, slots=True)
class Next:
    """`document` or `form` says which, where the step needs one."""

    step: Step
    document: ConsentKind | None = None
    form: str | None = None


def forms_for(roles: Iterable[Role]) -> tuple[str, ...]:
    """The questionnaires of these roles, each once, in the order they are asked (steps 9 and 10 of the plan)."""
    held = frozenset(roles)
    return tuple(dict.fromkeys(form for role, forms in FORMS.items() if role in held for form in forms))


def next_step(actor: Actor, decisions: Collection[Decision], sent: Collection[str]) -> Next:
    """Consent before anything personal, then the name, then what the roles ask for."""
    person = actor.person
    document = next_document(person.roles, decisions, VERSIONS)
    if document is not None:
        return Next(Step.CONSENT, document=document)
    if person.name is None:
        return Next(Step.NAME)
    if not person.approved:
        return Next(Step.WAITING)
    return _work(actor, decisions, sent)


def _work(actor: Actor, decisions: Collection[Decision], sent: Collection[str]) -> Next:
    if actor.has(Role.CURATOR) and actor.school.setup_step < len(SETUP_STEPS):
        return Next(Step.SETUP)
    due = forms_for(actor.person.roles) if holds(decisions, ConsentKind.PARTICIPATION) else ()
    form = next((form for form in due if form not in sent), None)
    return Next(Step.QUESTIONNAIRE, form=form) if form else Next(Step.READY)
