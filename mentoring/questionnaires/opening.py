"""Use cases of opening a questionnaire: one's own of the year, one given in a survey, a trial, a newer version."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence

from mentoring.consent.rules import ConsentKind, Decision, holds
from mentoring.errors import ProgrammeError
from mentoring.people.rules import Actor, Role, occasion
from mentoring.people.rules_steps import forms_for
from mentoring.ports import StoredAnswer, Submission, Unit
from mentoring.questionnaires.library import form_of, in_force, keep
from mentoring.questionnaires.rules_carry import carry
from mentoring.questionnaires.rules_form import Form
from mentoring.questionnaires.rules_state import Accepted
from mentoring.questionnaires.view import FOCUS, SENT, TRIAL, Newer, View, local, state_of, theirs, view_of
from mentoring.surveys.narrowed import narrowed
from mentoring.surveys.rules import Survey, asks


def open_form(actor: Actor, unit: Unit, form_id: str) -> View:
    """This school year's filling of the questionnaire, begun if there is none."""
    if form_id not in _due(actor, unit):
        raise ProgrammeError("error-stale")
    return _open(actor, unit, form_id, occasion(actor.school))


def open_again(actor: Actor, unit: Unit, form_id: str) -> View:
    """This year's filling of a questionnaire that no role is asked; whoever offers it knows for whom it is."""
    return _open(actor, unit, form_id, occasion(actor.school))


def _due(actor: Actor, unit: Unit) -> tuple[str, ...]:
    """The questionnaires of the actor's roles, for those who were let in and take part."""
    takes_part = holds(unit.consents.decisions(actor.id), ConsentKind.PARTICIPATION)
    return forms_for(actor.person.roles) if actor.person.approved and takes_part else ()


def open_survey(actor: Actor, unit: Unit, survey_id: int) -> View:
    """The actor's filling of a survey's questionnaire. Raises ProgrammeError once it is closed or given."""
    survey = unit.surveys.find(actor.school_id, survey_id)
    if survey is None or not _asked(actor, unit, survey, unit.consents.decisions(actor.id)):
        raise ProgrammeError("error-stale")
    if not survey.is_open(unit.now):
        raise ProgrammeError("error-survey-closed")
    if survey.anonymous and survey.id in unit.surveys.given_by(actor.id):
        raise ProgrammeError("error-survey-given")
    return _open(actor, unit, survey.form_id, survey.occasion)


def _asked(actor: Actor, unit: Unit, survey: Survey, decisions: Sequence[Decision]) -> bool:
    only = narrowed(unit, survey) if asks(survey.roles, actor.person, decisions) else frozenset[int]()
    return only is None or actor.id in only


def open_apart(actor: Actor, unit: Unit, form_id: str, which: str, known: Mapping[str, str] | None = None) -> View:
    """One of several fillings of a questionnaire, each about somebody else: `which` is its occasion.

    `known` are answers that need not be asked for: they stand in a new filling, and can be changed in it.
    """
    view = _open(actor, unit, form_id, which)
    found = theirs(actor, unit, view.submission_id)
    asked = {question.name for question in form_of(unit, found.form_id, found.version).questions}
    given = [StoredAnswer(name, value, skipped=False) for name, value in (known or {}).items() if name in asked]
    if found.started or found.answers or not given:
        return view
    unit.submissions.save(found, given, (), unit.now, rev=found.rev)
    return _open(actor, unit, form_id, which)


def waiting_for(actor: Actor, unit: Unit) -> list[Survey]:
    """Open surveys that ask the actor and that they have not answered, the one that ends first at the front."""
    found = unit.surveys.now_open(actor.school_id, unit.now)
    if not found:
        return []
    decisions = unit.consents.decisions(actor.id)
    mine = [survey for survey in found if _asked(actor, unit, survey, decisions)]
    given = unit.surveys.given_by(actor.id) if any(survey.anonymous for survey in mine) else ()
    sent = {(one.form_id, one.occasion) for one in unit.submissions.of_person(actor.id) if one.state == SENT}
    left = (s for s in mine if s.id not in given and (s.form_id, s.occasion) not in sent)
    return sorted(left, key=lambda survey: (survey.closes_at, survey.id))


def open_trial(actor: Actor, unit: Unit, row_id: int) -> View:
    """Walk through one of the school's own questionnaires before others see it; nothing of it is kept."""
    actor.require(Role.CURATOR)
    row = unit.forms.find(actor.school_id, row_id)
    if row is None:
        raise ProgrammeError("error-stale")
    return _try(actor, unit, form_of(unit, row.form_id, row.version))


def open_trial_of(actor: Actor, unit: Unit, form_id: str) -> View:
    """The same with the version that is in force, shipped ones included."""
    actor.require(Role.CURATOR)
    form = in_force(unit, actor.school_id, form_id)
    if form is None:
        raise ProgrammeError("error-stale")
    return _try(actor, unit, form)


def resume(actor: Actor, unit: Unit, submission_id: int) -> View:
    """Come back to a questionnaire; says whether a later version is in force."""
    found = theirs(actor, unit, submission_id)
    unit.foci.set(actor.tg_id, FOCUS, str(found.id), unit.now)
    mine = form_of(unit, found.form_id, found.version)
    form = mine if found.occasion == TRIAL else in_force(unit, actor.school_id, found.form_id) or mine
    return view_of(actor, unit, found, mine, Accepted(), newer=_newer(actor, unit, found, mine, form))


def _try(actor: Actor, unit: Unit, form: Form) -> View:
    unit.submissions.drop(actor.id, form.form_id, TRIAL)
    return _begun(actor, unit, form, form.form_id, TRIAL)


def _open(actor: Actor, unit: Unit, form_id: str, year: str) -> View:
    form = in_force(unit, actor.school_id, form_id)
    if form is None:
        raise ProgrammeError("error-form-gone")
    return _begun(actor, unit, form, form_id, year)


def _begun(actor: Actor, unit: Unit, form: Form, form_id: str, year: str) -> View:
    keep(unit, form)
    seed = zlib.crc32(f"{actor.id}:{form_id}:{year}".encode()) & 0x7FFFFFFF
    found = unit.submissions.open(actor.id, form_id, year, form.version, seed, unit.now)
    unit.foci.set(actor.tg_id, FOCUS, str(found.id), unit.now)
    mine = form if found.version == form.version else form_of(unit, form_id, found.version)
    return view_of(actor, unit, found, mine, Accepted(), newer=_newer(actor, unit, found, mine, form))


def _newer(actor: Actor, unit: Unit, found: Submission, mine: Form, form: Form) -> Newer | None:
    if mine.version == form.version or found.state == SENT or not found.started:
        return None
    carried = carry(mine, form, state_of(found), local(actor, unit))
    return Newer(carried.kept, carried.total)


def carry_over(actor: Actor, unit: Unit, submission_id: int, rev: int) -> View:
    """Go on in the version in force with the answers that fit it. A second press finds it done."""
    found = theirs(actor, unit, submission_id)
    mine = form_of(unit, found.form_id, found.version)
    form = in_force(unit, actor.school_id, found.form_id)
    unit.foci.set(actor.tg_id, FOCUS, str(found.id), unit.now)
    if form is None or form.version == found.version or found.rev != rev or found.state == SENT:
        return view_of(actor, unit, found, mine, Accepted(), stale=found.rev != rev)
    keep(unit, form)
    carried = carry(mine, form, state_of(found), local(actor, unit)).state
    kept = [StoredAnswer(name, a.value, a.skipped) for name, a in carried.answers.items()]
    unit.submissions.carry(found, form.version, kept, unit.now)
    return view_of(actor, unit, theirs(actor, unit, submission_id), form, Accepted())
