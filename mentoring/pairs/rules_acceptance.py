"""Both sides of a new pair say whether it suits them, and pairs that end before their time. Pure.

Three working days for a word, a reminder, then the curator. Nobody has to give a reason, and a request for another
is nobody's fault. A pair that ends early has as many days of notice (ст. 351.8 ТК).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from mentoring.calendar.rules import Closed, SchoolCalendar

DAYS = 3
NOTICE_DAYS = 3
NOTE_LIMIT = 500
# What `Pair.ending` says of pairs that were closed here, beside `mentoring.pairs.rules.Ending`.
REFUSED, REPLACED = "refused", "replaced"


class Answer(StrEnum):
    NONE = ""
    YES = "yes"
    OTHER = "other"  # asks for another: private, for the curator alone


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Whether a pair suits one of its people; `due_on` is the last school day to say so."""

    pair_id: int
    person_id: int
    asked_at: datetime
    due_on: date
    answer: Answer = Answer.NONE
    answered_at: datetime | None = None
    note: str = ""


class EndingKind(StrEnum):
    END = "end"
    REPLACE = "replace"


@dataclass(frozen=True, slots=True)
class PairEnding:
    """A pair that ends early, or in which `successor_id` comes for the mentor `leaving_id` after `last_day`.

    People are None once they were erased.
    """

    id: int
    pair_id: int
    kind: EndingKind
    reason: str
    asked_at: datetime
    last_day: date
    leaving_id: int | None
    successor_id: int | None
    done_at: datetime | None


class Reason(StrEnum):
    """Why a pair ends early or its mentor is replaced; printed in orders, so nothing private is among them."""

    OWN_WISH = "own_wish"
    WORKLOAD = "workload"
    LEAVES_SCHOOL = "leaves_school"
    LONG_ABSENCE = "long_absence"
    AGREEMENT = "agreement"
    GOALS_REACHED = "goals_reached"


class Turn(StrEnum):
    """What is due for somebody who has not answered."""

    NOTHING = ""
    REMIND = "remind"
    CURATOR = "curator"


def is_working_day(calendar: SchoolCalendar, day: date) -> bool:
    """Teachers work in school breaks too, but not on their weekends and holidays."""
    why = calendar.why_not(day)
    if why is Closed.BREAK:
        return calendar.public.get(day, day.isoweekday() <= calendar.week)
    return why is None


def working_day_after(calendar: SchoolCalendar, day: date, number: int) -> date:
    """The `number`-th working day after `day`."""
    while number:
        day += timedelta(days=1)
        number -= is_working_day(calendar, day)
    return day


def turn(one: Acceptance, today: date, calendar: SchoolCalendar) -> Turn:
    """On the last day a reminder; after it the curator hears that there is no answer."""
    if one.answer is not Answer.NONE:
        return Turn.NOTHING
    if today > one.due_on:
        return Turn.CURATOR
    return Turn.REMIND if working_day_after(calendar, today, 1) > one.due_on else Turn.NOTHING


def agreed(answers: Iterable[Acceptance]) -> bool:
    """Everybody who was asked has said yes."""
    said = [one.answer for one in answers]
    return bool(said) and all(answer is Answer.YES for answer in said)
