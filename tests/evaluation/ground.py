"""Pairs, answers and figures for the tests of the year's evaluation."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import lru_cache

from locales import Locales
from mentoring.evaluation.indicators import indicators
from mentoring.evaluation.rules_compute import YearFacts, beside, compute
from mentoring.evaluation.rules_facts import ClassTotals, Count
from mentoring.evaluation.rules_indicators import Finding
from mentoring.meetings.rules import Contact, Side
from mentoring.pairs.rules import Member, Pair, PairState
from mentoring.questionnaires.catalogue import shipped
from mentoring.questionnaires.rules_form import Kind, Question
from mentoring.results.rules_change import change_of
from mentoring.results.rules_of import results_of
from mentoring.results.rules_sheets import Sheet, shown_questions, steps_of
from mentoring.results.wording import Words
from mentoring.texts import say

NOW = datetime(2026, 10, 1, 9, tzinfo=UTC)


def words_in(language: str) -> Words:
    def words(key: str, **params: object) -> str:
        return Locales().plain(say(key, **params), language)

    return words


def pair(mentors: list[int], mentees: list[int], ended: str = "", number: int = 1) -> Pair:
    members = [Member(one, Side.MENTOR) for one in mentors] + [Member(one, Side.MENTEE) for one in mentees]
    state = PairState.CLOSED if ended else PairState.ACTIVE
    return Pair(
        number, 1, "2026", Contact.GROUP, state, 1, NOW, (), NOW if ended else None, ended, tuple(members)
    )  # fmt: skip


class EveryDay:
    """A school with lessons from Monday to Friday and no holidays."""

    zone = "Europe/Moscow"

    def local_day(self, moment: datetime) -> date:
        return moment.date()

    def is_school_day(self, day: date) -> bool:
        return day.weekday() < 5

    def add_school_days(self, day: date, number: int) -> date:
        step = 1 if number > 0 else -1
        left = abs(number)
        while left:
            day = date.fromordinal(day.toordinal() + step)
            left -= self.is_school_day(day)
        return day

    def school_days_between(self, start: date, end: date) -> int:
        raise NotImplementedError


def sheets(form_id: str, count: int, shift: int = 0, group: str = "", **chosen: list[str]) -> list[Sheet]:
    """Answers to every question of a shipped form; `chosen` by its name, one a person, the rest varied."""
    questions = shown_questions(shipped()[form_id])
    return [_sheet(questions, person, shift, group, chosen) for person in range(count)]


def _sheet(
    questions: list[Question], person: int, shift: int, group: str, chosen: Mapping[str, list[str]]
) -> Sheet:
    answers: dict[str, str | None] = {}
    for place, question in enumerate(questions):
        given = chosen.get(question.name)
        answers[question.name] = (
            given[person]
            if given
            else _varied(
                question,
                person,
                (5 * person + place) % 4
                + len(steps_of(question)) // 3
                + shift * (place % 3 - 1 if shift > 1 else shift),
            )
        )
    return Sheet(group, answers, link=f"p{person}")


def _varied(question: Question, person: int, number: int) -> str | None:
    steps = steps_of(question)
    if question.kind is Kind.RANGE:
        return steps[min(len(steps) - 1, number)]
    return steps[person * person % len(steps)] if steps else "слова"


@lru_cache(maxsize=8)
def year_facts(people: int = 12, lift: int = 2) -> YearFacts:
    """A whole school year with everything answered; `lift` is how much scales rose."""
    forms = shipped()
    waves = {
        "mentee": ("mentee_before", "mentee_after"),
        "mentor": ("mentor_before", "mentor_after"),
        "climate": ("climate", "climate"),
    }
    changes = {
        series: change_of((forms[a], sheets(a, people)), (forms[b], sheets(b, people, lift)), guarded=True)
        for series, (a, b) in waves.items()
    }
    asked = ("mentee_after", "mentor_after", "mutual_mentee", "mutual_mentor", "group_reflection", "curators_card")
    results = {one: results_of(forms[one], sheets(one, people, lift), guarded=True) for one in asked}
    return YearFacts(results, changes, counts(people), classes(min(people, 6)))


def counts(people: int) -> dict[str, Count]:
    return {
        "meetings": Count(61, 2 * people if people > 4 else people),
        "tasks": Count(48, people, 60),
        "retained": Count(people, people, people, persons=True),
        "publications": Count(3, people),
        "methods": Count(4, people),
        "projects": Count(2, people),
        "plans": Count(people, people, people),
        "open_lessons": Count(9, people),
        "reflection": Count(max(2 * people - 6, 0), 2 * people, 2 * people, persons=True)
        if people > 4
        else Count(people, people, people),
        "conflicts_staff": Count(1, people, before=4),
        "conflicts_parents": Count(5, people, before=5),
    }


def classes(teachers: int) -> list[ClassTotals]:
    return [
        ClassTotals(
            f"{5 + place}А",
            place,
            20 + place,
            {"class_success": Decimal(90), "class_quality": Decimal(40 + place), "class_remarks": Decimal(7)},
            {"class_success": Decimal(95), "class_quality": Decimal(50 + place), "class_remarks": Decimal(4)},
        )
        for place in range(teachers)
    ]


def findings(people: int = 12, lift: int = 2) -> tuple[Finding, ...]:
    """This year's findings with last year's beside."""
    return beside(compute(indicators(), year_facts(people, lift)), compute(indicators(), year_facts(people, 1)))
