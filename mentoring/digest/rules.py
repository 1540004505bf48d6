"""The curator's Monday and the director's month, from plain counts to what is said. Pure.

It fits one phone screen: at most three things to do, each with its button, then the pairs that need help, the week
in numbers against the week before, the next steps. A curator sees that help is needed, never what was said: of a
pair there is a colour and a reason's name, nothing else comes in here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import zip_longest

from mentoring.meetings.rules_radar import Colour, Reason
from mentoring.roadmap.rules import State
from mentoring.texts import Raw, Text, say

TODO, PAIRS, NEXT = 3, 3, 3  # shown of each
LINES = 16  # of the whole digest, the things to do included
_TITLE = 60  # characters of a step's or a survey's title
_NEXT_TITLE = 40  # of a step that only comes next
_NAMES = 70  # characters of a pair's names
_SOON = timedelta(days=7)  # a survey that ends within it is worth a nudge


@dataclass(frozen=True, slots=True)
class Span:
    """What was counted in a week or a month: questionnaires sent, meetings that took place, that did not."""

    answered: int = 0
    held: int = 0
    missed: int = 0


@dataclass(frozen=True, slots=True)
class PairSeen:
    """A pair as the radar sees it; `reason` is one of those that a curator may hear."""

    id: int
    names: str
    colour: Colour
    reason: Reason


@dataclass(frozen=True, slots=True)
class StepSeen:
    id: int
    year: int
    n: int
    title: str
    state: State
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class SurveySeen:
    """A running survey: how many of those asked have not answered, and its last day."""

    id: int
    title: str
    missing: int
    asked: int
    ends_on: date


@dataclass(frozen=True, slots=True)
class Facts:
    """What the digest is made of. `history`: Mondays and the meetings of the weeks before, the last one last;
    `vacant`: numbers of the steps nobody answers for.
    """

    today: date
    this: Span
    last: Span
    pairs: tuple[PairSeen, ...] = ()
    steps: tuple[StepSeen, ...] = ()
    surveys: tuple[SurveySeen, ...] = ()
    vacant: tuple[int, ...] = ()
    waiting: int = 0  # people who wait to be admitted
    history: tuple[tuple[date, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Todo:
    """One thing to do and the button that does it or leads there; `data` is the button's."""

    text: Text
    label: Text
    data: str


@dataclass(frozen=True, slots=True)
class Series:
    """One chart: `points` are the first days of weeks or months and a count; `caption` says it in words."""

    title: Text
    caption: Text
    points: tuple[tuple[date, int], ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """`quiet`: nothing needs its reader. A chart of fewer than two points is none."""

    todo: tuple[Todo, ...]
    lines: tuple[Text, ...]
    chart: Series | None
    quiet: bool


def weekly(facts: Facts) -> Digest:
    """The curator's digest of a week."""
    todo = tuple(_spread(_candidates(facts)))[:TODO]
    head = () if todo else (say("digest-quiet"),)
    asked = {one.data for one in todo}
    others = [one for one in facts.pairs if _data(one) not in asked]
    lines = (*head, *_pairs(others), *_numbers(facts), *_next(facts))
    return Digest(todo, lines, _chart(facts), not todo)


def _candidates(facts: Facts) -> list[list[Todo]]:
    """What may be asked for, kind by kind, the most pressing kind first."""
    overdue = sorted((one for one in facts.steps if one.state is State.OVERDUE), key=lambda one: one.last)
    red = [one for one in facts.pairs if one.colour is Colour.RED]
    yellow = [one for one in facts.pairs if one.colour is Colour.YELLOW]
    return [
        [_vacant(facts.vacant)] if facts.vacant else [],
        [_overdue(one) for one in overdue],
        [_nudge(one) for one in red],
        [_waiting(facts.waiting)] if facts.waiting else [],
        [_ask(one) for one in _ending(facts)],
        [_nudge(one) for one in yellow],
    ]


def _spread(kinds: Sequence[Sequence[Todo]]) -> Iterator[Todo]:
    """The first of each kind, then the second of each: five pairs do not hide an overdue step."""
    return (one for row in zip_longest(*kinds) for one in row if one is not None)


def _ending(facts: Facts) -> list[SurveySeen]:
    near = [one for one in facts.surveys if one.missing and one.ends_on <= facts.today + _SOON]
    return sorted(near, key=lambda one: (one.ends_on, -one.missing))


def _vacant(numbers: Sequence[int]) -> Todo:
    shown = ", ".join(map(str, numbers[:8])) + ("…" if len(numbers) > 8 else "")
    text = say("digest-do-vacant", count=len(numbers), numbers=Raw(shown))
    return Todo(text, say("button-digest-people"), "rm.people")


def _overdue(step: StepSeen) -> Todo:
    text = say("digest-do-step", n=step.n, title=Raw(_short(step.title, _TITLE)), day=step.last)
    return Todo(text, say("button-digest-step", n=step.n), f"rm.step:{step.id}")


def _nudge(pair: PairSeen) -> Todo:
    names = Raw(_short(pair.names, _NAMES))
    text = say(f"digest-pair-{pair.colour}", names=names, reason=say(f"radar-{pair.reason}"))
    return Todo(text, say("button-digest-pair"), _data(pair))


def _data(pair: PairSeen) -> str:
    return f"dg.pair:{pair.id}"


def _waiting(count: int) -> Todo:
    return Todo(say("digest-do-waiting", count=count), say("button-digest-waiting"), "people:waiting:0")


def _ask(survey: SurveySeen) -> Todo:
    title = Raw(_short(survey.title, _TITLE))
    text = say("digest-do-survey", title=title, count=survey.missing, asked=survey.asked, day=survey.ends_on)
    return Todo(text, say("button-digest-survey"), f"dg.survey:{survey.id}")


def _pairs(pairs: Iterable[PairSeen]) -> Iterator[Text]:
    """Those that nothing is to be done for above, red ones first; those beyond what fits are counted."""
    seen = [one for colour in (Colour.RED, Colour.YELLOW) for one in pairs if one.colour is colour]
    for one in seen[:PAIRS]:
        names = Raw(_short(one.names, _NAMES))
        yield say(f"digest-pair-{one.colour}", names=names, reason=say(f"radar-{one.reason}"))
    if len(seen) > PAIRS:
        yield say("digest-pairs-more", count=len(seen) - PAIRS)


def _numbers(facts: Facts) -> Iterator[Text]:
    yield say("digest-meetings", count=facts.this.held, before=facts.last.held)
    if facts.this.missed:
        yield say("digest-missed", count=facts.this.missed, before=facts.last.missed)
    yield say("digest-answers", count=facts.this.answered, before=facts.last.answered)
    missing = sum(one.missing for one in facts.surveys)
    if missing:
        yield say("digest-missing", count=missing)


def _next(facts: Facts) -> Iterator[Text]:
    """The steps that are to be finished or begun next, by that day."""
    seen = (one for one in facts.steps if one.state in _COMING)
    coming = sorted(seen, key=lambda one: (_day_of(one), one.year, one.n))
    for one in coming[:NEXT]:
        key = "digest-ends" if one.state is State.OPEN else "digest-begins"
        yield say(key, n=one.n, title=Raw(_short(one.title, _NEXT_TITLE)), day=_day_of(one))
    if len(coming) > NEXT:
        yield say("digest-next-more", count=len(coming) - NEXT)


_COMING = frozenset({State.OPEN, State.PLANNED, State.POSTPONED})


def _day_of(step: StepSeen) -> date:
    return step.last if step.state is State.OPEN else step.first


def _chart(facts: Facts) -> Series | None:
    if len(facts.history) < 2:
        return None
    caption = say("digest-chart-caption", count=facts.this.held, before=facts.last.held)
    return Series(say("digest-chart-title"), caption, facts.history)


def _short(text: str, limit: int) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= limit else plain[: limit - 1].rstrip(" ,.;:«(") + "…"
