"""One question to a colleague who will answer it: "скоростное наставничество". Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from mentoring.errors import ProgrammeError
from mentoring.meetings.rules import TOPICS

AT_ONCE = 3  # people who are asked at the same time
NEXT = 2  # school days; without an answer the next ones are asked then
TEXT = 1000  # characters of a question or an answer
OPEN_AT_ONCE = 3  # questions of one person
THEMES: tuple[str, ...] = tuple(topic for topics in TOPICS.values() for topic in topics)


@dataclass(frozen=True, slots=True)
class Helper:
    """What somebody said they would do; without topics they are asked whatever it is."""

    person_id: int
    consults: bool = False
    answers: bool = False
    topics: tuple[str, ...] = ()

    def knows(self, topic: str) -> bool:
        return self.answers and (not self.topics or topic in self.topics)


@dataclass(frozen=True, slots=True)
class Question:
    """`asked` by person, with whether they passed it on; `named`: one person was meant and nobody else is asked.
    `answer` stays for the two who wrote; `closed` is a question that nobody answered.
    """

    id: int
    asker_id: int
    topic: str
    text: str
    made_at: datetime
    asked: Mapping[int, bool]
    named: bool = False
    answer: str = ""
    answered_by: int | None = None
    answered_at: datetime | None = None
    thanked: bool = False
    closed: bool = False
    wakes_at: datetime | None = None

    @property
    def waiting(self) -> bool:
        return self.answered_at is None and not self.closed


def checked(typed: str) -> str:
    """Raises ProgrammeError `error-question-text`."""
    text = typed.strip()
    if not text or len(text) > TEXT:
        raise ProgrammeError("error-question-text", limit=TEXT)
    return text


def next_people(
    topic: str, helpers: Iterable[Helper], known: Collection[int], load: Mapping[int, int], asker: int
) -> list[int]:
    """Whom to ask now, of those not asked yet: who was asked the least, then by number; at most AT_ONCE."""
    able = [one.person_id for one in helpers if one.knows(topic) and one.person_id not in known]
    return sorted((one for one in able if one != asker), key=lambda one: (load.get(one, 0), one))[:AT_ONCE]


def answered(one: Question, by: int, typed: str, now: datetime) -> Question:
    """The first answer is the one. Raises ProgrammeError `error-question-answered`, `error-stale`."""
    if by not in one.asked:
        raise ProgrammeError("error-stale")
    if not one.waiting:
        raise ProgrammeError("error-question-answered" if one.answered_at else "error-stale")
    return replace(one, answer=checked(typed), answered_by=by, answered_at=now, wakes_at=None)


def thanked(one: Question, by: int) -> Question:
    """Raises ProgrammeError `error-done-already`, `error-stale`."""
    if by != one.asker_id or one.answered_at is None:
        raise ProgrammeError("error-stale")
    if one.thanked:
        raise ProgrammeError("error-done-already")
    return replace(one, thanked=True)


def passed(one: Question, by: int) -> Question:
    """ "Not me": no reason is asked for."""
    if by not in one.asked or not one.waiting:
        raise ProgrammeError("error-stale")
    if one.asked[by]:
        raise ProgrammeError("error-done-already")
    return replace(one, asked={**one.asked, by: True})
