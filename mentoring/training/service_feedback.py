"""The feedback on training: the shipped questionnaire, given to those who came."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from mentoring.calendar.service import calendar_of
from mentoring.errors import ProgrammeError
from mentoring.notices.rules import Notice, NoticeButton
from mentoring.people.rules import Actor, Person, Role, occasion
from mentoring.people.rules_progress import alphabetical
from mentoring.ports import Unit
from mentoring.questionnaires.library import in_force, keep
from mentoring.questionnaires.rules_settings import settings_of
from mentoring.surveys.rules import Survey, closing, next_occasion
from mentoring.texts import Raw, say
from mentoring.training import rules

FORM = "training_feedback"
LEAST = 5  # answers that are shown at all; fewer people would give themselves away


def came(actor: Actor, unit: Unit) -> Sequence[Person]:
    """Who would be asked now, by name."""
    actor.require(Role.CURATOR)
    ids = rules.attended(unit.training.facts(actor.school_id, occasion(actor.school)), unit.now)
    mentors = unit.people.with_role(actor.school_id, Role.MENTOR)
    return sorted((one for one in mentors if one.id in ids), key=alphabetical)


def open_feedback(actor: Actor, unit: Unit) -> Survey:
    """Ask everybody who came, for the days that the questionnaire names.

    Raises ProgrammeError `error-training-nobody`, `error-survey-open`.
    """
    people = came(actor, unit)
    form = in_force(unit, actor.school_id, FORM)
    if not people or form is None:
        raise ProgrammeError("error-training-nobody")
    known = [one for one in unit.surveys.all(actor.school_id) if one.form_id == FORM]
    if any(one.is_open(unit.now) for one in known):
        raise ProgrammeError("error-survey-open")
    settings = replace(settings_of(form), reminders=False)
    which = next_occasion(occasion(actor.school), {one.occasion for one in known})
    keep(unit, form)
    window = (unit.now, _closes(actor, unit, settings.expiry_days))
    survey = unit.surveys.open(actor.school_id, FORM, which, settings, form.title, (Role.MENTOR,), *window)
    for person in people:
        unit.tell(_invitation(survey, person, actor.school.zone))
    return survey


def _closes(actor: Actor, unit: Unit, days: int) -> datetime:
    today = actor.school.day(unit.now)
    last = calendar_of(unit, actor.school).next_school_day(today + timedelta(days=days), include=True)
    return closing(last, actor.school.zone, unit.now)


def _invitation(survey: Survey, person: Person, zone: str) -> Notice:
    title, until = Raw(survey.titles.within(person.language)), survey.closes_at.astimezone(ZoneInfo(zone))
    return Notice(
        person_id=person.id,
        key=f"survey:1:{survey.id}:{person.id}",
        text=say("notice-survey-anonymous", title=title, until=until),
        buttons=(NoticeButton(say("button-answer"), f"f.survey:{survey.id}"),),
    )
