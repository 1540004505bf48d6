"""Where a person stands in a questionnaire, ready to be shown; the same whether they opened it or answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from mentoring.errors import ProgrammeError
from mentoring.people.rules import Actor
from mentoring.ports import Submission, Unit
from mentoring.ports_evaluation import Apart
from mentoring.questionnaires.rules_ask import ask
from mentoring.questionnaires.rules_form import Form
from mentoring.questionnaires.rules_settings import settings_of
from mentoring.questionnaires.rules_state import Answer, Ask, Outcome, State

SENT = "sent"
FOCUS = "form"
TRIAL = "trial"
"""The occasion of a walk that only tries a questionnaire."""


@dataclass(frozen=True, slots=True)
class Newer:
    """A later version is in force: how many of the answers given so far would go over to it."""

    kept: int
    total: int


@dataclass(frozen=True, slots=True)
class View:
    """What to show after something happened. `stale`: the press came from an older screen, nothing happened.

    `apart` says whom it is about, where one questionnaire is filled in once for each of several people.
    """

    submission_id: int
    rev: int
    form_id: str
    title: str
    ask: Ask
    outcome: Outcome
    anonymous: bool = False
    trial: bool = False
    newer: Newer | None = None
    stale: bool = False
    apart: Apart | None = None


def local(actor: Actor, unit: Unit) -> datetime:
    """The school's own time: "today" of a form is the day on the school's wall."""
    return unit.now.astimezone(ZoneInfo(actor.school.zone))


def theirs(actor: Actor, unit: Unit, submission_id: int) -> Submission:
    found = unit.submissions.find(actor.id, submission_id)
    if found is None:
        raise ProgrammeError("error-stale")
    return found


def state_of(found: Submission) -> State:
    answers = {a.name: Answer(a.value, a.skipped) for a in found.answers}
    return State(
        answers,
        found.position,
        found.from_review,
        found.refusals,
        found.started,
        found.seed,
        found.state == SENT,
    )


def view_of(
    actor: Actor,
    unit: Unit,
    found: Submission,
    form: Form,
    outcome: Outcome,
    *,
    state: State | None = None,
    rev: int | None = None,
    newer: Newer | None = None,
    stale: bool = False,
) -> View:
    """`state` and `rev` are those after a change; without them, what is stored."""
    shown = ask(form, state or state_of(found), local(actor, unit), actor.language)
    return View(
        submission_id=found.id,
        rev=found.rev if rev is None else rev,
        form_id=found.form_id,
        title=form.title.within(actor.language),
        ask=shown,
        outcome=outcome,
        anonymous=settings_of(form).anonymous,
        trial=found.occasion == TRIAL,
        newer=newer,
        stale=stale,
        apart=unit.mutuals.apart(actor.id, found.occasion) if "." in found.occasion else None,
    )
