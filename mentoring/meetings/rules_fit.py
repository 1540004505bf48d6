"""Fit: whether two people want to go on, asked after the acquaintance and the trial, private from the other. Pure.

A yes goes on; "still deciding" leads to the trial meeting and is asked once more; a no from a mentee offers
another mentor without blame; a no from a mentor reaches the curator alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from mentoring.errors import ProgrammeError
from mentoring.meetings.rules import Meeting, Participant, Side, State
from mentoring.meetings.rules_days import Days, school_days_later
from mentoring.meetings.rules_due import VERSIONS, Due, Rule
from mentoring.meetings.rules_kinds import SHIPPED, Kind, Leaves


class Fit(StrEnum):
    YES = "yes"
    DECIDING = "deciding"
    NO = "no"


class Consequence(StrEnum):
    """What an answer makes worth saying. Only the `CURATOR_*` ones leave the one who answered."""

    GO_ON = "go_on"
    TRY_OUT = "try_out"  # a trial meeting helps to decide
    TAKE_TIME = "take_time"
    OFFER_ANOTHER = "offer_another"
    THANK_AND_CARE = "thank_and_care"  # "we will find a way, the other is told nothing by the bot"
    CURATOR_NO_FIT = "curator_no_fit"
    CURATOR_WANTS_ANOTHER = "curator_wants_another"


@dataclass(frozen=True, slots=True)
class FitAnswer:
    """Nobody but `person_id` ever reads it; curators hear consequences."""

    person_id: int
    side: Side
    kind: Kind
    fit: Fit
    at: datetime


class Standing(StrEnum):
    """How a pair stands as a whole: for the programme's own decisions, shown to neither side."""

    OPEN = "open"
    GOING_ON = "going_on"
    PARTING = "parting"


@dataclass(frozen=True, slots=True)
class FitLimits:
    """`deciding`: school days until who is still deciding is asked once more; `closes`: days it stays asked."""

    deciding: int = 5
    closes: int = 14


SHIPPED_LIMITS = FitLimits()


def answer(meeting: Meeting, person_id: int, fit: Fit, now: datetime) -> tuple[FitAnswer, tuple[Consequence, ...]]:
    """The stored answer and what follows from it. May be given again; the latest one stands.

    Raises ProgrammeError: `error-meeting-people`, `error-fit-kind` when this kind of meeting asks for none,
    `error-fit-early` before the meeting has taken place.
    """
    who = meeting.of(person_id)
    if who is None:
        raise ProgrammeError("error-meeting-people")
    if Leaves.FIT not in SHIPPED[meeting.kind].leaves:
        raise ProgrammeError("error-fit-kind")
    if meeting.state not in (State.HAPPENED, State.COUNTED):
        raise ProgrammeError("error-fit-early")
    return FitAnswer(person_id, who.side, meeting.kind, fit, now), follows(who.side, meeting.kind, fit)


def follows(side: Side, kind: Kind, fit: Fit) -> tuple[Consequence, ...]:
    """What an answer leads to; a mentee's wish for another mentor reaches the curator when it is confirmed."""
    if fit is Fit.YES:
        return (Consequence.GO_ON,)
    if fit is Fit.DECIDING:
        return (Consequence.TRY_OUT if kind is Kind.ACQUAINTANCE else Consequence.TAKE_TIME,)
    if side is Side.MENTEE:
        return (Consequence.OFFER_ANOTHER,)
    return (Consequence.THANK_AND_CARE, Consequence.CURATOR_NO_FIT)


def wants_another(answers: Iterable[FitAnswer], person_id: int) -> tuple[Consequence, ...]:
    """The mentee takes the offer of another mentor. Raises ProgrammeError `error-fit-unsaid` without a no."""
    own = latest(answers).get(person_id)
    if own is None or own.side is not Side.MENTEE or own.fit is not Fit.NO:
        raise ProgrammeError("error-fit-unsaid")
    return (Consequence.CURATOR_WANTS_ANOTHER,)


def latest(answers: Iterable[FitAnswer]) -> dict[int, FitAnswer]:
    """The answer that stands, by person."""
    return {one.person_id: one for one in sorted(answers, key=lambda one: one.at)}


def standing(answers: Iterable[FitAnswer], people: Sequence[Participant]) -> Standing:
    """Going on takes a yes of everyone; one no is enough to part."""
    said = latest(answers)
    fits = [said[one.person_id].fit if one.person_id in said else Fit.DECIDING for one in people]
    if Fit.NO in fits:
        return Standing.PARTING
    return Standing.GOING_ON if fits and set(fits) == {Fit.YES} else Standing.OPEN


def due(
    meeting: Meeting, answers: Iterable[FitAnswer], now: datetime, days: Days, limits: FitLimits = SHIPPED_LIMITS
) -> list[Due]:
    """Whom to ask now: once the meeting counts, and again those who are still deciding after the trial."""
    return [one for one in _all(meeting, answers, days, limits) if one.open_at(now)]


def wakes_at(
    meeting: Meeting, answers: Iterable[FitAnswer], now: datetime, days: Days, limits: FitLimits = SHIPPED_LIMITS
) -> datetime | None:
    """The next moment at which somebody is to be asked; None when nobody will be by time alone."""
    moments = (one.due_at for one in _all(meeting, answers, days, limits))
    return min((at for at in moments if at > now), default=None)


def _all(meeting: Meeting, answers: Iterable[FitAnswer], days: Days, limits: FitLimits) -> list[Due]:
    if meeting.state is not State.COUNTED or Leaves.FIT not in SHIPPED[meeting.kind].leaves:
        return []
    said = [one for one in latest(answers).values() if one.kind is meeting.kind]
    return list(_asks(meeting, said, days, limits))


def _asks(meeting: Meeting, said: Sequence[FitAnswer], days: Days, limits: FitLimits) -> Iterator[Due]:
    heard, at = {one.person_id for one in said}, meeting.ended_at
    if at is not None:
        yield from (
            _due(meeting, Rule.FIT, person, at, limits) for person in meeting.coming if person not in heard
        )
    for one in said if meeting.kind is Kind.TRIAL else ():
        if one.fit is Fit.DECIDING:
            again = school_days_later(days, one.at, limits.deciding)
            yield _due(meeting, Rule.FIT_AGAIN, one.person_id, again, limits)


def _due(meeting: Meeting, rule: Rule, person: int, at: datetime, limits: FitLimits) -> Due:
    until, revision = at + timedelta(days=limits.closes), meeting.revision
    params = {"kind": meeting.kind}
    return Due(rule, VERSIONS[rule], meeting.id, revision, 0, person, at, until, False, f"due-{rule}", params)
