"""Use cases of the curator's surveys: open one, see who has answered, remind, move its end, close it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from mentoring.calendar.service import calendar_of
from mentoring.errors import ProgrammeError
from mentoring.evaluation.rules import FORMS as MUTUAL
from mentoring.notices.rules import Notice, NoticeButton
from mentoring.people.rules import Actor, Person, Role, occasion
from mentoring.people.rules_progress import alphabetical
from mentoring.ports import Unit
from mentoring.questionnaires.library import in_force, keep
from mentoring.questionnaires.rules_form import Form
from mentoring.questionnaires.rules_settings import FormSettings, settings_of
from mentoring.surveys.narrowed import narrowed
from mentoring.surveys.rules import REMINDING, Survey, asks, closing, next_occasion, roles_asked, suggested_days
from mentoring.texts import Raw, say

WATCHERS = (Role.CURATOR, Role.DIRECTOR, Role.DEPUTY, Role.PSYCHOLOGIST)


@dataclass(frozen=True, slots=True)
class Offer:
    """What a survey of this questionnaire would be: whom the form names, how many they are, when it could end."""

    form: Form
    settings: FormSettings
    roles: tuple[Role, ...]
    people: int
    days: tuple[date, ...]


def offer(actor: Actor, unit: Unit, form_id: str, roles: Collection[Role] = ()) -> Offer:
    actor.require(Role.CURATOR)
    form = in_force(unit, actor.school_id, form_id)
    if form is None:
        raise ProgrammeError("error-stale")
    if form_id in MUTUAL.values():  # once for each partner, when its window opens
        raise ProgrammeError("error-survey-apart")
    settings = settings_of(form)
    asked = tuple(role for role in Role if role in (roles or roles_asked(settings)))
    today = actor.school.day(unit.now)
    people = len(_addressed(actor, unit, asked))
    days = suggested_days(settings, today, calendar_of(unit, actor.school))
    return Offer(form, settings, asked, people, days)


def _addressed(actor: Actor, unit: Unit, roles: Collection[Role]) -> list[Person]:
    decisions = unit.consents.of_school(actor.school_id)
    everyone = unit.people.all(actor.school_id)
    return [person for person in everyone if asks(roles, person, decisions.get(person.id, ()))]


def open_survey(actor: Actor, unit: Unit, form_id: str, roles: Collection[Role], last_day: date) -> Survey:
    """Give the questionnaire to everybody of these roles until the evening of `last_day`."""
    found = offer(actor, unit, form_id, roles)
    known = [survey for survey in unit.surveys.all(actor.school_id) if survey.form_id == form_id]
    if any(survey.is_open(unit.now) for survey in known):
        raise ProgrammeError("error-survey-open")
    if not found.people:
        raise ProgrammeError("error-survey-nobody")
    closes = closing(last_day, actor.school.zone, unit.now)
    which = next_occasion(occasion(actor.school), {survey.occasion for survey in known})
    keep(unit, found.form)
    survey = unit.surveys.open(
        actor.school_id, form_id, which, found.settings, found.form.title, found.roles, unit.now, closes
    )
    for person in _left(actor, unit, survey):
        _invite(actor, unit, survey, person)
    return survey


def _invite(actor: Actor, unit: Unit, survey: Survey, person: Person) -> None:
    key = "notice-survey-anonymous" if survey.anonymous else "notice-survey"
    unit.tell(
        Notice(
            person_id=person.id,
            key=f"survey:1:{survey.id}:{person.id}",
            text=say(
                key, title=Raw(survey.titles.within(person.language)), until=until(survey, actor.school.zone)
            ),
            buttons=(NoticeButton(say("button-answer"), f"f.survey:{survey.id}"),),
        )
    )


def _title(survey: Survey, person: Person) -> Raw:
    return Raw(survey.titles.within(person.language))


def until(survey: Survey, zone: str) -> datetime:
    """The end of the window on the school's clock."""
    return survey.closes_at.astimezone(ZoneInfo(zone))


@dataclass(frozen=True, slots=True)
class Standing:
    """Who has answered. `drafts` are begun and not sent."""

    survey: Survey
    sent: tuple[Person, ...]
    drafts: tuple[Person, ...]
    silent: tuple[Person, ...]

    @property
    def asked(self) -> int:
        return len(self.sent) + len(self.drafts) + len(self.silent)

    @property
    def left(self) -> tuple[Person, ...]:
        return self.drafts + self.silent


def standings(actor: Actor, unit: Unit) -> list[Standing]:
    """All surveys of the school, newest first."""
    actor.require(*WATCHERS)
    return [_standing(actor, unit, survey) for survey in unit.surveys.all(actor.school_id)]


def standing(actor: Actor, unit: Unit, survey_id: int) -> Standing:
    actor.require(*WATCHERS)
    return _standing(actor, unit, survey_of(actor, unit, survey_id))


def survey_of(actor: Actor, unit: Unit, survey_id: int) -> Survey:
    """Raises ProgrammeError("error-stale") for another school's survey."""
    survey = unit.surveys.find(actor.school_id, survey_id)
    if survey is None:
        raise ProgrammeError("error-stale")
    return survey


def _standing(actor: Actor, unit: Unit, survey: Survey) -> Standing:
    """People who have answered count although they have left the role since."""
    filled = unit.submissions.of_school(actor.school_id, survey.occasion)
    states = {one.person_id: one.state for one in filled if one.form_id == survey.form_id}
    given = unit.surveys.given(survey.id) if survey.anonymous else ()
    sent = {p for p, state in states.items() if state == "sent"} | set(given)
    addressed = {person.id for person in _addressed(actor, unit, survey.roles)}
    only = narrowed(unit, survey)
    addressed = addressed if only is None else addressed & only
    everyone = sorted(unit.people.all(actor.school_id), key=alphabetical)
    begun = {p for p, state in states.items() if state == "draft"} & addressed
    return Standing(
        survey,
        _these(everyone, sent),
        _these(everyone, begun - sent),
        _these(everyone, addressed - sent - begun),
    )


def _these(everyone: Iterable[Person], ids: Collection[int]) -> tuple[Person, ...]:
    return tuple(person for person in everyone if person.id in ids)


def _left(actor: Actor, unit: Unit, survey: Survey) -> tuple[Person, ...]:
    return _standing(actor, unit, survey).left


def nudge(actor: Actor, unit: Unit, survey_id: int) -> int:
    """Remind everybody who has not answered, at most once a day each; return how many."""
    actor.require(Role.CURATOR)
    survey = survey_of(actor, unit, survey_id)
    if not survey.is_open(unit.now):
        raise ProgrammeError("error-survey-closed")
    day = unit.now.astimezone(ZoneInfo(actor.school.zone))
    found = 0
    for person in _left(actor, unit, survey):
        key = f"survey-nudge:1:{survey.id}:{day:%Y%m%d}:{person.id}"
        if person.reachable and not person.muted and not unit.said(key):
            _remind(unit, survey, person, key, actor.school.zone)
            found += 1
    return found


def _remind(unit: Unit, survey: Survey, person: Person, key: str, zone: str) -> None:
    unit.tell(
        Notice(
            person_id=person.id,
            key=key,
            text=say("notice-survey-left", title=_title(survey, person), until=until(survey, zone)),
            buttons=(NoticeButton(say("button-answer"), f"f.survey:{survey.id}"),),
            bundled=True,
            expires_at=survey.closes_at,
        )
    )


def other_days(actor: Actor, unit: Unit) -> tuple[date, ...]:
    """Last days to which a window could be moved."""
    actor.require(Role.CURATOR)
    today = actor.school.day(unit.now)
    return suggested_days(FormSettings(), today, calendar_of(unit, actor.school))


def extend(actor: Actor, unit: Unit, survey_id: int, last_day: date) -> Survey:
    """Another end for a window that is open; what was closed stays closed, for its results were seen."""
    actor.require(Role.CURATOR)
    survey = survey_of(actor, unit, survey_id)
    if not survey.is_open(unit.now):
        raise ProgrammeError("error-survey-closed")
    _no_more_reminders(unit, survey)  # they name the end that was
    unit.surveys.move_end(survey.id, closing(last_day, actor.school.zone, unit.now))
    return survey_of(actor, unit, survey_id)


def close(actor: Actor, unit: Unit, survey_id: int) -> Survey:
    actor.require(Role.CURATOR)
    survey = survey_of(actor, unit, survey_id)
    if survey.closed_at is None:
        end(unit, survey)
    return survey_of(actor, unit, survey_id)


def end(unit: Unit, survey: Survey) -> None:
    """Drafts of a survey without names bear one: they go. Those of others stay readable for their writers."""
    unit.surveys.close(survey.id, unit.now)
    _no_more_reminders(unit, survey)
    if survey.anonymous:
        unit.submissions.drop_drafts(survey.school_id, survey.form_id, survey.occasion)


def _no_more_reminders(unit: Unit, survey: Survey) -> None:
    for rule in REMINDING:
        unit.withdraw(f"{rule}:1:{survey.id}:")
