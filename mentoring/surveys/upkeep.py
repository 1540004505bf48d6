"""Use cases of the ticks: windows end, and those who stopped half-way are reminded, once and kindly."""

from __future__ import annotations

from datetime import timedelta

from mentoring.calendar.service import calendar_of
from mentoring.notices.rules import Audience, Importance, Notice, NoticeButton
from mentoring.people.rules import Person, Role
from mentoring.ports import Unit
from mentoring.ports_questionnaires import Stale
from mentoring.questionnaires.library import title_of
from mentoring.surveys.narrowed import narrowed
from mentoring.surveys.rules import WARNING, Survey, asks
from mentoring.surveys.service import end, until
from mentoring.texts import Raw, say

BATCH = 2000
SHORTEST = timedelta(hours=20)  # nobody's working day is later sooner than that


def close_ended(unit: Unit) -> None:
    """Close the windows that have run out and tell their curators that the results are there."""
    for survey in unit.surveys.ending(unit.now):
        end(unit, survey)
        for curator in unit.people.with_role(survey.school_id, Role.CURATOR):
            unit.tell(
                Notice(
                    person_id=curator.id,
                    key=f"survey-ended:1:{survey.id}:{curator.id}",
                    text=say("notice-survey-ended", title=Raw(survey.titles.within(curator.language))),
                    buttons=(NoticeButton(say("button-look"), f"sv.show:{survey.id}"),),
                    audience=Audience.CURATOR,
                    bundled=True,
                    importance=Importance.NEWS,
                )
            )


def warn_of_end(unit: Unit) -> None:
    """A day before a window ends, everybody who has not answered hears of it once."""
    for survey in unit.surveys.ending(unit.now + WARNING):
        # A window of a day or two was announced just now.
        if survey.reminders and survey.closes_at - survey.opened_at > 2 * WARNING:
            zone = unit.schools.get(survey.school_id).zone
            for person in _unanswered(unit, survey):
                unit.tell(_warning(survey, person, zone))


def _unanswered(unit: Unit, survey: Survey) -> list[Person]:
    decisions = unit.consents.of_school(survey.school_id)
    filled = unit.submissions.of_school(survey.school_id, survey.occasion)
    sent = {one.person_id for one in filled if one.form_id == survey.form_id and one.state == "sent"}
    done = sent | set(unit.surveys.given(survey.id))
    everyone, only = unit.people.all(survey.school_id), narrowed(unit, survey)
    left = (p for p in everyone if p.id not in done and (only is None or p.id in only))
    return [p for p in left if asks(survey.roles, p, decisions.get(p.id, ()))]


def _warning(survey: Survey, person: Person, zone: str) -> Notice:
    title = Raw(survey.titles.within(person.language))
    return Notice(
        person_id=person.id,
        # A window whose end was moved warns of its new end.
        key=f"survey-end:1:{survey.id}:{survey.closes_at:%Y%m%d%H}:{person.id}",
        text=say("notice-survey-last-day", title=title, until=until(survey, zone)),
        buttons=(NoticeButton(say("button-answer"), f"f.survey:{survey.id}"),),
        bundled=True,
        importance=Importance.DEADLINE,
        expires_at=survey.closes_at,
    )


def remind_drafts(unit: Unit) -> None:
    """One reminder of a questionnaire left alone for a working day; never a second."""
    found = unit.submissions.stale(unit.now - SHORTEST, BATCH)
    calendars = {one: calendar_of(unit, unit.schools.get(one)) for one in {draft.school_id for draft in found}}
    due = [d for d in found if calendars[d.school_id].working_day_later(d.updated_at) <= unit.now]
    for draft in due:
        _remind(unit, draft)
    if due:
        unit.submissions.mark_reminded([draft.id for draft in due], unit.now)


def _remind(unit: Unit, draft: Stale) -> None:
    person = unit.people.find(draft.school_id, draft.person_id)
    survey = unit.surveys.of(draft.school_id, draft.form_id, draft.occasion)
    if person is None or (survey is not None and not (survey.reminders and survey.is_open(unit.now))):
        return
    title = survey.titles.within(person.language) if survey else title_of(draft.form_id, person.language)
    unit.tell(
        Notice(
            person_id=person.id,
            key=f"draft:1:{draft.id}:{person.id}",
            text=say("notice-draft", title=Raw(title)),
            buttons=(NoticeButton(say("button-go-on"), f"f.look:{draft.id}"),),
            bundled=True,
            expires_at=survey.closes_at if survey else None,
        )
    )


def all_of_them(unit: Unit) -> None:
    """What the tick does, in the order in which one follows from the other."""
    for work in _WORK:
        work(unit)


_WORK = (close_ended, warn_of_end, remind_drafts)
