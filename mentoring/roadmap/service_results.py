"""What belongs to a step besides itself: the files attached to it, and how its questionnaires stand."""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.people.rules import Actor
from mentoring.ports import Unit
from mentoring.ports_questionnaires import KeptFile
from mentoring.questionnaires.catalogue import shipped
from mentoring.questionnaires.rules_form import Texts
from mentoring.roadmap.rules import Kept
from mentoring.roadmap.service import card, occasion_of
from mentoring.roadmap.service_evidence import asked, lately


def files(actor: Actor, unit: Unit, step_id: int) -> tuple[KeptFile, ...]:
    """For whoever may see the step."""
    one = card(actor, unit, step_id).instance
    refs = [int(each.ref) for each in one.results if each.kind is Kept.FILE]
    kept = (unit.submissions.file(actor.school_id, ref) for ref in refs)
    return tuple(each for each in kept if each is not None)


@dataclass(frozen=True, slots=True)
class FormStanding:
    """`survey`: the newest giving of it this year, None while it was not given."""

    form_id: str
    title: Texts
    sent: int
    asked: int
    survey: int | None


@dataclass(frozen=True, slots=True)
class StepForms:
    n: int
    forms: tuple[FormStanding, ...]


def forms(actor: Actor, unit: Unit, step_id: int) -> StepForms:
    one = card(actor, unit, step_id).instance
    year = occasion_of(actor.school, one.year)
    known = unit.roadmap.counted(actor.school_id, year, one.step.forms, lately(unit))
    surveys = {
        s.form_id: s.id for s in unit.surveys.all(actor.school_id)[::-1] if s.occasion.split(".")[0] == year
    }
    return StepForms(
        one.n,
        tuple(
            FormStanding(
                form_id,
                shipped()[form_id].title,
                known.sent.get(form_id, 0),
                sum(known.held.get(role, 0) for role in set(asked(form_id))),
                surveys.get(form_id),
            )
            for form_id in one.step.forms
        ),
    )
