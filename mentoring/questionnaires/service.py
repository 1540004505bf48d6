"""Use cases of answering: look at a questionnaire, do one thing in it.

Which question is open is never stored: it follows from the answers. Every change is saved at once, so a killed
process or another telephone goes on at the same question.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mentoring.errors import ProgrammeError
from mentoring.evaluation.gate import check_apart
from mentoring.people.rules import Actor
from mentoring.ports import StoredAnswer, Submission, Unit
from mentoring.ports_questionnaires import SentSheet
from mentoring.questionnaires.library import form_of
from mentoring.questionnaires.opening import open_form, open_trial
from mentoring.questionnaires.rules_ask import ask
from mentoring.questionnaires.rules_code import link_of
from mentoring.questionnaires.rules_engine import apply
from mentoring.questionnaires.rules_form import ATTACHED, Form
from mentoring.questionnaires.rules_state import (
    Accepted,
    Answer,
    Attach,
    Begin,
    Event,
    QuestionAsk,
    Refused,
    Sent,
    State,
)
from mentoring.questionnaires.view import FOCUS, SENT, TRIAL, View, local, state_of, theirs, view_of
from mentoring.surveys.rules import REMINDING, Survey, group_of
from mentoring.year.reading import check_open

__all__ = ["FOCUS", "Given", "View", "act", "attach", "look", "open_form", "open_trial", "wants_file"]

NAME_LIMIT = 120


def look(actor: Actor, unit: Unit, submission_id: int) -> View:
    """Where the person stands, without doing anything."""
    found = theirs(actor, unit, submission_id)
    unit.foci.set(actor.tg_id, FOCUS, str(found.id), unit.now)
    return view_of(actor, unit, found, form_of(unit, found.form_id, found.version), Accepted())


def act(actor: Actor, unit: Unit, submission_id: int, rev: int | None, event: Event) -> View:
    """Do one thing. `rev` is that of the screen the press came from; None for what was typed."""
    found = theirs(actor, unit, submission_id)
    check_open(actor.school, found.occasion)
    form = form_of(unit, found.form_id, found.version)
    if rev is not None and rev != found.rev:
        return view_of(actor, unit, found, form, Accepted(), stale=True)
    before = state_of(found)
    after, outcome = apply(form, before, event, local(actor, unit), actor.language)
    if isinstance(event, Begin):
        unit.foci.set(actor.tg_id, FOCUS, str(found.id), unit.now)
    if after == before:
        return view_of(actor, unit, found, form, outcome)
    if isinstance(outcome, Sent):
        _send(actor, unit, found, form, before, outcome)
    else:
        _keep(unit, found, before, after, refused=isinstance(outcome, Refused))
    rev_now = found.rev if isinstance(outcome, Refused) else found.rev + 1
    return view_of(actor, unit, found, form, outcome, state=after, rev=rev_now)


@dataclass(frozen=True, slots=True)
class Given:
    """A file somebody sent: "image", "audio", "video" or "file", and the messenger's own kind and reference."""

    kind: str
    medium: str
    reference: str
    name: str
    size: int


def wants_file(actor: Actor, unit: Unit, submission_id: int) -> bool:
    """Whether the open question is answered with a file."""
    found = theirs(actor, unit, submission_id)
    shown = ask(form_of(unit, found.form_id, found.version), state_of(found), local(actor, unit))
    return isinstance(shown, QuestionAsk) and shown.kind in ATTACHED


def attach(actor: Actor, unit: Unit, submission_id: int, given: Given) -> View:
    """Answer with a file: where the messenger keeps it is kept here, under a number of our own."""
    kept = unit.submissions.keep_file(
        actor.id, given.medium, given.reference, given.name[:NAME_LIMIT], given.size, unit.now
    )
    return act(actor, unit, submission_id, None, Attach(f"{kept.id}:{kept.name}", given.kind))


def _keep(unit: Unit, found: Submission, before: State, after: State, *, refused: bool) -> None:
    """What changed, and nothing else. A refusal leaves `rev` alone: the buttons on the screen are still true."""
    fields: dict[str, Any] = {
        "position": after.position,
        "from_review": after.returning,
        "refusals": after.refusals,
        "started": after.started,
    }
    if refused:
        fields["rev"] = found.rev
    unit.submissions.save(found, *_changes(before.answers, after.answers), unit.now, **fields)


def _changes(before: Mapping[str, Answer], after: Mapping[str, Answer]) -> tuple[list[StoredAnswer], list[str]]:
    changed = [StoredAnswer(n, a.value, a.skipped) for n, a in after.items() if before.get(n) != a]
    return changed, [name for name in before if name not in after]


def _send(actor: Actor, unit: Unit, found: Submission, form: Form, before: State, outcome: Sent) -> None:
    """A trial leaves nothing behind; a survey must still be open; without a name it goes into the box."""
    unit.foci.clear(actor.tg_id)
    if found.occasion == TRIAL:
        unit.submissions.drop(actor.id, found.form_id, TRIAL)
        return
    check_apart(actor, unit, found.occasion)
    survey = unit.surveys.of(actor.school_id, found.form_id, found.occasion)
    if survey is not None and not survey.is_open(unit.now):
        raise ProgrammeError("error-survey-closed")
    _no_more_reminders(actor, unit, found, survey)
    if survey is not None and survey.anonymous:
        _give(actor, unit, found, form, survey, outcome)
        return
    # Only what is relevant at the end is kept: a branch that was closed again leaves nothing behind.
    final = {name: Answer(value, value is None) for name, value in outcome.answers.items()}
    sent: dict[str, Any] = {
        "state": SENT,
        "sent_at": unit.now,
        "position": None,
        "from_review": False,
        "refusals": 0,
    }
    unit.submissions.save(found, *_changes(before.answers, final), unit.now, **sent)


def _no_more_reminders(actor: Actor, unit: Unit, found: Submission, survey: Survey | None) -> None:
    """What waits to remind of it, over a weekend perhaps, would be wrong from now on."""
    unit.withdraw(f"draft:1:{found.id}:")
    unit.withdraw(f"nudge:1:{actor.id}:")
    if survey is not None:
        for rule in REMINDING:
            unit.withdraw(f"{rule}:1:{survey.id}:", actor.id)


def _give(actor: Actor, unit: Unit, found: Submission, form: Form, survey: Survey, outcome: Sent) -> None:
    """The draft, which bore a name, goes; what it said stays without one."""
    answers, link = link_of(form, survey.series, outcome.answers)
    sheet = SentSheet(found.version, answers, role=group_of(actor.person), link=link)
    unit.surveys.give(survey, actor.id, sheet)
    unit.submissions.drop(actor.id, found.form_id, found.occasion)
