"""Use case of reading results: which sheets, who may see persons in them, and what they are compared with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from mentoring.errors import ProgrammeError
from mentoring.people.rules import Actor, Role, occasion
from mentoring.people.rules_steps import FORMS
from mentoring.ports import Unit
from mentoring.ports_questionnaires import KeptFile, SentSheet
from mentoring.questionnaires.library import form_of, in_force
from mentoring.questionnaires.rules_form import ATTACHED, Form, Question, Texts
from mentoring.questionnaires.rules_live import name_of
from mentoring.questionnaires.rules_settings import Wave, settings_of
from mentoring.results.rules_change import change_of
from mentoring.results.rules_of import results_of
from mentoring.results.rules_results import Change, FormResults
from mentoring.results.rules_sheets import Sheet
from mentoring.surveys.rules import group_of
from mentoring.surveys.service import WATCHERS, survey_of


@dataclass(frozen=True, slots=True)
class Given:
    """One giving of a questionnaire: a survey, or what everybody fills in when they enter (`survey_id` None)."""

    form_id: str
    occasion: str
    wave: str
    series: str
    anonymous: bool
    ended: bool
    survey_id: int | None = None
    opened_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """`guarded` when the reader sees no persons: then `sheets` is empty and figures of fewer than five are held
    back. `changes` compare with an earlier wave, empty where there is none.
    """

    form: Form
    given: Given
    results: FormResults
    changes: tuple[Change, ...]
    sheets: tuple[Sheet, ...]
    guarded: bool


def of_survey(actor: Actor, unit: Unit, survey_id: int) -> Outcome:
    actor.require(*WATCHERS)
    survey = survey_of(actor, unit, survey_id)
    ended = not survey.is_open(unit.now)
    about = (survey.form_id, survey.occasion, survey.wave, survey.series, survey.anonymous)
    return _outcome(actor, unit, Given(*about, ended, survey.id, survey.opened_at))


def released(actor: Actor, unit: Unit, survey_id: int) -> Outcome:
    """What may be told to everybody of a survey that has ended: guarded, whoever asks."""
    actor.require(*WATCHERS)
    survey = survey_of(actor, unit, survey_id)
    about = (survey.form_id, survey.occasion, survey.wave, survey.series, survey.anonymous)
    ended = not survey.is_open(unit.now)
    return _outcome(actor, unit, Given(*about, ended, survey.id, survey.opened_at), public=True)


def of_entry(actor: Actor, unit: Unit, form_id: str) -> Outcome:
    """What people answered when they entered, this school year."""
    actor.require(*WATCHERS)
    given = next((one for one in entries(actor, unit) if one.form_id == form_id), None)
    if given is None:
        raise ProgrammeError("error-stale")
    return _outcome(actor, unit, given)


def entries(actor: Actor, unit: Unit) -> list[Given]:
    """The questionnaires of entering, as they are in force."""
    found = []
    for form_id in dict.fromkeys(form for forms in FORMS.values() for form in forms):
        form = in_force(unit, actor.school_id, form_id)
        if form is not None:
            settings = settings_of(form)
            about = (form_id, occasion(actor.school), settings.wave.value, settings.series)
            found.append(Given(*about, anonymous=False, ended=True))
    return found


def _outcome(actor: Actor, unit: Unit, given: Given, *, public: bool = False) -> Outcome:
    sent = _sent(actor, unit, given)
    form = _form(actor, unit, given, sent)
    guarded = public or given.anonymous or not actor.has(*_readers(form))
    if guarded and not given.ended:
        # Figures shown today and once more tomorrow would give away who answered in between.
        raise ProgrammeError("error-results-later")
    sheets = _sheets(actor, unit, sent)
    changes = _changes(actor, unit, given, (form, sheets), guarded=guarded)
    results = results_of(form, sheets, guarded=guarded)
    return Outcome(form, given, results, changes, () if guarded else tuple(sheets), guarded)


def _readers(form: Form) -> tuple[Role, ...]:
    """Who sees whose answers are whose: the curator, unless the form names others."""
    named = settings_of(form).readers
    return tuple(role for role in Role if role.value in named) or (Role.CURATOR,)


def _sent(actor: Actor, unit: Unit, given: Given) -> Sequence[SentSheet]:
    if given.anonymous and given.survey_id is not None:
        return unit.surveys.sheets(given.survey_id)
    return unit.submissions.sent_sheets(actor.school_id, given.form_id, given.occasion)


def _form(actor: Actor, unit: Unit, given: Given, sent: Sequence[SentSheet]) -> Form:
    """The version in force, if anybody answered it; else the one most were given."""
    versions = [sheet.version for sheet in sent]
    now = in_force(unit, actor.school_id, given.form_id)
    if now is not None and (now.version in versions or not versions):
        return now
    if not versions:
        raise ProgrammeError("error-form-gone")
    return form_of(unit, given.form_id, max(sorted(set(versions)), key=versions.count))


def _sheets(actor: Actor, unit: Unit, sent: Iterable[SentSheet]) -> list[Sheet]:
    """People who have left the school since stay counted under their role."""
    zone = ZoneInfo(actor.school.zone)
    people = {person.id: person for person in unit.people.all(actor.school_id)}
    found = []
    for one in sent:
        person = people.get(one.person_id) if one.person_id is not None else None
        if person is None:
            found.append(Sheet(one.role, one.answers, one.link))
        else:
            day = one.sent_at.astimezone(zone).date() if one.sent_at else None
            found.append(Sheet(group_of(person), one.answers, str(person.id), person.name or "", day))
    return found


def _changes(
    actor: Actor, unit: Unit, given: Given, after: tuple[Form, Sequence[Sheet]], *, guarded: bool
) -> tuple[Change, ...]:
    before = _earlier(actor, unit, given)
    if before is None or before.anonymous != given.anonymous or (guarded and not before.ended):
        return ()
    sent = _sent(actor, unit, before)
    if not sent:
        return ()
    return change_of((_form(actor, unit, before, sent), _sheets(actor, unit, sent)), after, guarded=guarded)


def _earlier(actor: Actor, unit: Unit, given: Given) -> Given | None:
    """The wave to compare with: the first of this year's "before", else the first giving of the same file."""
    if given.survey_id is None:
        return None
    surveys = [
        Given(s.form_id, s.occasion, s.wave, s.series, s.anonymous, not s.is_open(unit.now), s.id, s.opened_at)
        for s in reversed(unit.surveys.all(actor.school_id))
        if s.opened_at < (given.opened_at or unit.now) and s.series == given.series
    ]
    known = [*(one for one in entries(actor, unit) if one.series == given.series), *surveys]
    year = [one for one in known if _year(one) == _year(given) and one.occasion != given.occasion]
    others = [one for one in known if _year(one) == _year(given) and one.form_id != given.form_id]
    return next((one for one in others if one.wave == Wave.BEFORE), None) or next(
        (one for one in year if one.form_id == given.form_id), None
    )


def _year(given: Given) -> str:
    return given.occasion.partition(".")[0]


def entries_read(actor: Actor, unit: Unit) -> list[Given]:
    actor.require(*WATCHERS)
    return entries(actor, unit)


@dataclass(frozen=True, slots=True)
class AnswerFile:
    """A file that somebody answered with."""

    giver: str
    question: Texts
    file: KeptFile


def files_in(found: Outcome) -> list[tuple[Sheet, Question, int]]:
    """Whose answers to what are files, with the files' numbers; nothing where persons are not shown."""
    asked = [question for question in found.form.questions if question.kind in ATTACHED]
    return [
        (sheet, question, int(number))
        for question in asked
        for sheet in found.sheets
        for key, value in sheet.answers.items()
        if name_of(key) == question.name and (number := (value or "").partition(":")[0]).isdecimal()
    ]


def files_of(actor: Actor, unit: Unit, found: Outcome) -> list[AnswerFile]:
    """The files behind an outcome that this actor was just given."""
    kept = ((sheet, q, unit.submissions.file(actor.school_id, number)) for sheet, q, number in files_in(found))
    return [AnswerFile(sheet.name, q.label, file) for sheet, q, file in kept if file is not None]
