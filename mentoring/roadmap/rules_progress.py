"""How far a step is, from what the bot has counted: "questionnaires: 9 of 14". Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mentoring.roadmap.rules import Evidence, Instance
from mentoring.texts import Text, say


@dataclass(frozen=True, slots=True)
class Count:
    """`done` of `total`; of what has no total (files, orders) one is enough, so its total is 1."""

    done: int
    total: int

    @property
    def complete(self) -> bool:
        """Nothing to do yet is not done."""
        return 0 < self.total <= self.done


@dataclass(frozen=True, slots=True)
class Progress:
    """`lines` in the order of the step's evidence; `complete`: it may be offered to be closed."""

    lines: tuple[Text, ...]
    complete: bool
    done: int
    total: int


def progress(instance: Instance, counts: Mapping[Evidence, Count]) -> Progress:
    """The step's progress. Evidence that nobody counts yet is left out and never makes a step complete.

    Attached results count as the files that a step wants, and for what has no evidence they are all there is.
    """
    known = dict(counts)
    if instance.results:
        known.setdefault(Evidence.FILES, Count(len(instance.results), 1))
    wanted = instance.step.evidence
    seen = [(one, known[one]) for one in wanted if one in known]
    complete = bool(wanted) and len(seen) == len(wanted) and all(count.complete for _, count in seen)
    lines = tuple(_line(one, count) for one, count in seen)
    return Progress(lines, complete, sum(min(c.done, c.total) for _, c in seen), sum(c.total for _, c in seen))


def offers_close(instance: Instance, counts: Mapping[Evidence, Count]) -> bool:
    """Whether the responsible person is asked to close it; what goes on all year is never offered."""
    return instance.live and not instance.always and progress(instance, counts).complete


def _line(evidence: Evidence, count: Count) -> Text:
    return say(f"roadmap-progress-{evidence}", done=count.done, total=count.total)
