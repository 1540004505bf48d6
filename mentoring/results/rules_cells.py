"""Which counts of a distribution are hidden. Pure.

The reader is taken to know these rules. A hidden count must then have at least two values that fit everything
shown. Hidden are all counts below a bound, zeros included, ties together, so any exchange of the hidden counts
among themselves would have been shown in the same way; what is left are hidden counts that are all equal, and the
bound avoids those whose sum would fix them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mentoring.results.rules_parts import FEWEST, enough, few

Counts = Mapping[str, int]


def hidden_cells(counts: Counts) -> frozenset[str]:
    """Names of the cells of one distribution (they sum up to a known total) that must not be told."""
    if not any(few(count) for count in counts.values()):
        return frozenset()
    bound = FEWEST
    larger = sorted(count for count in counts.values() if count >= FEWEST)
    while larger and not _covers([count for count in counts.values() if count < bound]):
        bound = larger.pop(0) + 1
    return frozenset(name for name, count in counts.items() if count < bound)


def _covers(hidden: Sequence[int]) -> bool:
    """Whether the sum of the hidden counts leaves each of them open."""
    fixed = all(count == FEWEST - 1 for count in hidden)
    return len(hidden) > 1 and sum(hidden) >= FEWEST and not fixed


def hidden_marks(counts: Counts, base: int) -> frozenset[str]:
    """The same where several may be chosen out of `base` people: a count tells its complement too.

    Where the form fixes how many are chosen the sum is known, so one hidden count never stands alone.
    """
    if not any(few(count) or few(base - count) for count in counts.values()):
        return frozenset()
    edge = {name: min(count, base - count) for name, count in counts.items()}
    bound = FEWEST
    larger = sorted(size for size in edge.values() if size >= FEWEST)
    while larger and not _open([size for size in edge.values() if size < bound]):
        bound = larger.pop(0) + 1
    return frozenset(name for name, size in edge.items() if size < bound)


def _open(hidden: Sequence[int]) -> bool:
    return len(hidden) > 1 and len(set(hidden)) > 1


def splits(shown: Sequence[str], by_group: Sequence[Counts]) -> bool:
    """Whether each group's counts of the shown cells, and the rest of the group, may be told too."""
    return all(_splits(shown, counts) for counts in by_group)


def _splits(shown: Sequence[str], counts: Counts) -> bool:
    told = [counts[name] for name in shown]
    return all(enough(count) for count in (*told, sum(counts.values()) - sum(told)))


def splits_marks(shown: Sequence[str], groups: Sequence[tuple[Counts, int]]) -> bool:
    """The same for several choices; beside each group's counts stands how many people it has."""
    pairs = [(counts[name], base) for counts, base in groups for name in shown]
    return all(enough(count) and enough(base - count) for count, base in pairs)
