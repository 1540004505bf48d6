"""The month for director and deputy: five lines and at most one thing to do. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mentoring.digest.rules import Digest, Series, Span, Todo
from mentoring.roadmap.rules import State
from mentoring.texts import Text, say

LINES = 6


@dataclass(frozen=True, slots=True)
class MonthFacts:
    """`this` and `last` are the months before `today`'s; `states` how many steps of the year stand so by now;
    `own_overdue` are (id, number) of the overdue steps that the reader answers for, the oldest first.
    """

    today: date
    this: Span
    last: Span
    pairs: int
    red: int
    yellow: int
    states: dict[State, int]
    own_overdue: tuple[tuple[int, int], ...] = ()
    history: tuple[tuple[date, int], ...] = ()


def monthly(facts: MonthFacts) -> Digest:
    """Quiet when no step is overdue and no pair is in red."""
    todo = tuple(_todo(facts))
    overdue = facts.states.get(State.OVERDUE, 0)
    quiet = not (todo or overdue or facts.red)
    head = (say("digest-quiet-month"),) if quiet else ()
    return Digest(todo, (*head, *_lines(facts, overdue)), _chart(facts), quiet)


def _todo(facts: MonthFacts) -> Iterator[Todo]:
    for step, n in facts.own_overdue[:1]:
        text = say("digest-month-step", count=len(facts.own_overdue), n=n)
        yield Todo(text, say("button-digest-step", n=n), f"rm.step:{step}")


def _lines(facts: MonthFacts, overdue: int) -> Iterator[Text]:
    total = sum(count for state, count in facts.states.items() if state is not State.DROPPED)
    yield say("digest-month-steps", done=facts.states.get(State.DONE, 0), total=total)
    if overdue:
        yield say("digest-month-overdue", count=overdue)
    yield say("digest-month-pairs", count=facts.pairs, red=facts.red, yellow=facts.yellow)
    yield say("digest-month-meetings", count=facts.this.held, before=facts.last.held)
    yield say("digest-month-answers", count=facts.this.answered, before=facts.last.answered)


def _chart(facts: MonthFacts) -> Series | None:
    if len(facts.history) < 2:
        return None
    caption = say("digest-month-caption", count=facts.this.held, before=facts.last.held)
    return Series(say("digest-month-title"), caption, facts.history)
