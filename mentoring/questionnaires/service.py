"""Use cases of answering: open a questionnaire, do one thing in it, read it later.

Which question is open is never stored: it follows from the answers. Every change is saved at once, so a killed
process or another telephone goes on at the same question.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from mentoring.consent.rules import ConsentKind, holds
from mentoring.errors import ProgrammeError
from mentoring.people.rules import Actor, occasion
from mentoring.people.rules_steps import forms_for
from mentoring.ports import StoredAnswer, Submission, Unit
from mentoring.questionnaires.catalogue import shipped, source_of
from mentoring.questionnaires.rules_ask import ask
from mentoring.questionnaires.rules_engine import apply
from mentoring.questionnaires.rules_form import Form
from mentoring.questionnaires.rules_state import (
    Accepted,
    Answer,
    Ask,
    Begin,
    Event,
    Outcome,
    Refused,
    Sent,
    State,
)

SENT = "sent"
FOCUS = "form"


@dataclass(frozen=True, slots=True)
class View:
    """What to show after something happened. `stale`: the press came from an older screen, nothing happened."""

    submission_id: int
    rev: int
    form_id: str
    ask: Ask
    outcome: Outcome
    stale: bool = False


def form_of(unit: Unit, form_id: str, version: str) -> Form:
    """The very version the answers belong to: the shipped one, else the one kept when the draft was begun."""
    form = shipped().get(form_id)
    if form is not None and form.version == version:
        return form
    kept = unit.submissions.form_source(version)
    if kept is None:
        raise ProgrammeError("error-form-gone")
    return _read_again(version, *kept)


@lru_cache(maxsize=64)
def _read_again(_version: str, name: str, source: str) -> Form:
    from mentoring.questionnaires.xlsform import read_form  # heavy; needed only after a form has changed

    return read_form(name, source.encode())


def open_form(actor: Actor, unit: Unit, form_id: str) -> View:
    """This school year's submission of the questionnaire, begun if there is none."""
    form = shipped().get(form_id)
    if form is None or form_id not in _due(actor, unit):
        raise ProgrammeError("error-stale")
    name, source = source_of(form_id)
    unit.submissions.keep_form(form.version, form_id, name, source)
    year = occasion(actor.school)
    seed = zlib.crc32(f"{actor.id}:{form_id}:{year}".encode()) & 0x7FFFFFFF
    found = unit.submissions.open(actor.id, form_id, year, form.version, seed, unit.now)
    unit.foci.set(actor.tg_id, FOCUS, str(found.id), unit.now)
    return _view(actor, unit, found, form_of(unit, form_id, found.version), Accepted())


def _due(actor: Actor, unit: Unit) -> tuple[str, ...]:
    """The questionnaires of the actor's roles, for those who were let in and take part."""
    takes_part = holds(unit.consents.decisions(actor.id), ConsentKind.PARTICIPATION)
    return forms_for(actor.person.roles) if actor.person.approved and takes_part else ()


def look(actor: Actor, unit: Unit, submission_id: int) -> View:
    """Where the person stands, without doing anything."""
    found = _theirs(actor, unit, submission_id)
    unit.foci.set(actor.tg_id, FOCUS, str(found.id), unit.now)
    return _view(actor, unit, found, form_of(unit, found.form_id, found.version), Accepted())


def act(actor: Actor, unit: Unit, submission_id: int, rev: int | None, event: Event) -> View:
    """Do one thing. `rev` is that of the screen the press came from; None for what was typed."""
    found = _theirs(actor, unit, submission_id)
    form = form_of(unit, found.form_id, found.version)
    if rev is not None and rev != found.rev:
        return _view(actor, unit, found, form, Accepted(), stale=True)
    before = _state(found)
    after, outcome = apply(form, before, event, _local(actor, unit), actor.language)
    if isinstance(event, Begin):
        unit.foci.set(actor.tg_id, FOCUS, str(found.id), unit.now)
    if after == before:
        return _view(actor, unit, found, form, outcome)
    _store(actor, unit, found, before, after, outcome)
    rev_now = found.rev if isinstance(outcome, Refused) else found.rev + 1
    return View(found.id, rev_now, found.form_id, ask(form, after, _local(actor, unit), actor.language), outcome)


def _local(actor: Actor, unit: Unit) -> datetime:
    """The school's own time: "today" of a form is the day on the school's wall."""
    return unit.now.astimezone(ZoneInfo(actor.school.zone))


def _theirs(actor: Actor, unit: Unit, submission_id: int) -> Submission:
    found = unit.submissions.find(actor.id, submission_id)
    if found is None:
        raise ProgrammeError("error-stale")
    return found


def _view(actor: Actor, unit: Unit, found: Submission, form: Form, outcome: Outcome, stale: bool = False) -> View:
    shown = ask(form, _state(found), _local(actor, unit), actor.language)
    return View(found.id, found.rev, found.form_id, shown, outcome, stale)


def _state(found: Submission) -> State:
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


def _store(actor: Actor, unit: Unit, found: Submission, before: State, after: State, outcome: Outcome) -> None:
    """What changed, and nothing else. A refusal leaves `rev` alone: the buttons on the screen are still true."""
    fields: dict[str, Any] = {
        "position": after.position,
        "from_review": after.returning,
        "refusals": after.refusals,
        "started": after.started,
    }
    if isinstance(outcome, Refused):
        fields["rev"] = found.rev
    answers = after.answers
    if isinstance(outcome, Sent):
        answers = _final(outcome.answers)
        fields |= {"state": SENT, "sent_at": unit.now}
        unit.foci.clear(actor.tg_id)
    changed = [StoredAnswer(n, a.value, a.skipped) for n, a in answers.items() if before.answers.get(n) != a]
    removed = [name for name in before.answers if name not in answers]
    unit.submissions.save(found, changed, removed, unit.now, **fields)


def _final(answers: Mapping[str, str | None]) -> dict[str, Answer]:
    """Only what is relevant at the end is kept: a branch that was closed again leaves nothing behind."""
    return {name: Answer(value, value is None) for name, value in answers.items()}


def title_of(form_id: str, language: str) -> str:
    """A shipped questionnaire's title; its id for one that no longer ships."""
    form = shipped().get(form_id)
    return form.title.within(language) if form is not None else form_id
