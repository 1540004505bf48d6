"""The ticks, as data: a name, how often, and the use case. What is due is worked out when the tick runs."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta

Work = Callable[[], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Tick:
    name: str
    every: timedelta
    work: Work


def ticks(
    tidy: Work,
    expire: Work,
    surveys: Work,
    meetings: Work,
    radar: Work,
    matching: Work,
    roadmap: Work,
    digest: Work,
    group: Work,
    evaluation: Work,
    deliver: Work,
) -> tuple[Tick, ...]:
    """`tidy` forgets what need not be kept; `expire` tells curators of links that ran out unopened; `surveys`
    closes windows that have ended and reminds of questionnaires that were begun and left; `meetings` ends what
    time has ended and reminds of what is to come; `radar` looks after pairs that have not met for long; `matching`
    reminds of pairs that were not accepted yet, ends those whose day has come and looks for mentors for those
    without; `roadmap` says which steps of the year are due; `digest` sums up the week for curators and the month
    for directors; `group` puts questions to the schools' groups and ends what has its time there; `evaluation`
    opens and closes the year's mutual evaluation and reminds of it; `deliver` says what is due, last, so that it
    finds what the others put there.
    """
    return (
        Tick("tidy", timedelta(hours=1), tidy),
        Tick("expire", timedelta(minutes=10), expire),
        Tick("surveys", timedelta(minutes=10), surveys),
        Tick("meetings", timedelta(minutes=5), meetings),
        Tick("radar", timedelta(hours=1), radar),
        Tick("matching", timedelta(hours=1), matching),
        Tick("roadmap", timedelta(hours=1), roadmap),
        Tick("digest", timedelta(minutes=5), digest),
        Tick("group", timedelta(minutes=1), group),
        Tick("evaluation", timedelta(hours=1), evaluation),
        Tick("deliver", timedelta(minutes=1), deliver),
    )
