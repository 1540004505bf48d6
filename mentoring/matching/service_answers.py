"""What people answered, by what matching needs it for.

Which question says what is written in the questionnaires themselves, in the column `x_match`; a school's own
version of a form works without a change here. The survey before matching is newer than the entry questionnaire: of
what both ask the survey counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from mentoring.meetings.rules import TOPICS, Contact, Side
from mentoring.people.rules import School, occasion
from mentoring.ports import Unit
from mentoring.ports_questionnaires import SentSheet
from mentoring.questionnaires.library import form_of
from mentoring.questionnaires.rules_form import Kind, Question

ENTRY = {Side.MENTOR: "mentor_entry", Side.MENTEE: "mentee_entry"}
SURVEYS = {Side.MENTOR: "matching_mentor", Side.MENTEE: "matching_mentee"}
STYLE = "working_style"
DAYS: Mapping[str, int] = MappingProxyType({"mon": 1, "tue": 2, "wed": 3, "thu": 4, "fri": 5, "sat": 6})
# The beginnings of hours that the questionnaire's words stand for. Two people mean the same by the same word, and
# it is used for nothing else: the time itself is settled by the two of them.
HOURS: Mapping[str, tuple[int, ...]] = MappingProxyType(
    {"before": (7,), "breaks": (10, 11, 12), "after": (14, 15, 16), "evening": (18, 19)}
)
RAW = ("same_subject", "mentor_kind", "partner", "rhythm", "manner", "need_order", "situation", "strength_order")
AVOID = "avoid"
_TOPICS = frozenset(topic for topics in TOPICS.values() for topic in topics)


@dataclass(slots=True)
class Said:
    """One person's answers on one side. `wishes` are their own words; `avoids`: there is a colleague they would
    rather not work with, whom they name to the curator in person. Both are for the curator alone.
    """

    topics: frozenset[str] = frozenset()
    style: dict[str, int] = field(default_factory=dict)
    days: frozenset[str] = frozenset()
    hours: frozenset[str] = frozenset()
    forms: frozenset[str] = frozenset()
    subject: str | None = None
    years: int | None = None
    capacity: int | None = None
    raw: dict[str, object] = field(default_factory=dict)
    wishes: list[str] = field(default_factory=list)
    avoids: bool = False

    @property
    def times(self) -> frozenset[tuple[int, int]]:
        """ISO weekday and hour."""
        return frozenset(
            (DAYS[day], hour)
            for day in self.days & DAYS.keys()
            for word in self.hours
            for hour in HOURS.get(word, ())
        )


def answers_of(unit: Unit, school: School) -> dict[tuple[Side, int], Said]:
    """By side and person: the entry questionnaire, then the working style, then the surveys, oldest first."""
    found: dict[tuple[Side, int], Said] = {}
    year = occasion(school)
    for side in Side:
        for form_id, when in _given(unit, school, side, year):
            for sheet in unit.submissions.sent_sheets(school.id, form_id, when):
                if sheet.person_id is not None:
                    _read(unit, form_id, sheet, found.setdefault((side, sheet.person_id), Said()))
    return found


def _given(unit: Unit, school: School, side: Side, year: str) -> Iterable[tuple[str, str]]:
    yield ENTRY[side], year
    yield STYLE, year
    surveys = [one for one in unit.surveys.all(school.id) if one.form_id == SURVEYS[side] and not one.anonymous]
    for survey in sorted(surveys, key=lambda one: one.id):
        if survey.occasion.partition(".")[0] == year:
            yield survey.form_id, survey.occasion


def _read(unit: Unit, form_id: str, sheet: SentSheet, said: Said) -> None:
    """A later sheet takes the place of what an earlier one said of the same."""
    fresh = Said()
    for question in form_of(unit, form_id, sheet.version).questions:
        value = sheet.answers.get(question.name)
        if value:
            _one(question, value, fresh)
    for name in ("topics", "days", "hours", "forms", "subject", "years", "capacity"):
        if getattr(fresh, name):
            setattr(said, name, getattr(fresh, name))
    said.years = fresh.years if fresh.years is not None else said.years
    said.style |= fresh.style
    said.raw |= fresh.raw
    said.wishes += fresh.wishes
    said.avoids = fresh.avoids if form_id in SURVEYS.values() else said.avoids


def _one(question: Question, value: str, said: Said) -> None:
    purpose = question.extras["x_match"].within("") if "x_match" in question.extras else ""
    if question.name in RAW:
        said.raw[question.name] = value
    if question.name == "years" and value.isdecimal():
        said.years = int(value)
    if question.name == AVOID:
        said.avoids = value == "yes"
    read = _PURPOSES.get(purpose)
    if read is not None:
        read(question, value, said)


def _topics(question: Question, value: str, said: Said) -> None:
    if question.kind is Kind.MANY:
        said.topics |= _TOPICS.intersection(value.split())


def _subject(question: Question, value: str, said: Said) -> None:
    if question.kind is Kind.TEXT:
        said.subject = value


def _hours(_question: Question, value: str, said: Said) -> None:
    words = frozenset(value.split())
    said.days |= words & DAYS.keys()
    said.hours |= words & HOURS.keys()


def _contact(_question: Question, value: str, said: Said) -> None:
    said.forms |= frozenset(Contact).intersection(value.split())


def _capacity(_question: Question, value: str, said: Said) -> None:
    if value.isdecimal():
        said.capacity = int(value)


def _style(question: Question, value: str, said: Said) -> None:
    if question.kind is Kind.RANGE and value.isdecimal():
        said.style[question.name] = int(value)


def _wish(question: Question, value: str, said: Said) -> None:
    if question.kind is Kind.TEXT:
        said.wishes.append(value)


_PURPOSES: Mapping[str, Callable[[Question, str, Said], Any]] = MappingProxyType(
    {
        "need": _topics,
        "strength": _topics,
        "subject": _subject,
        "hours": _hours,
        "contact": _contact,
        "capacity": _capacity,
        "style": _style,
        "wish": _wish,
    }
)
