"""Before and after: what changed for the people who answered both times. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from mentoring.questionnaires.rules_form import Form
from mentoring.questionnaires.rules_settings import item_of
from mentoring.results.rules_of import Worked, worked
from mentoring.results.rules_parts import FEWEST, enough
from mentoring.results.rules_pinned import MEAN, Bounds, changes_for, grid_of, is_open
from mentoring.results.rules_results import Change, Moved, Part, Why
from mentoring.results.rules_sheets import Column, People, Sheet, bounds_of, is_number, numbers_of
from mentoring.results.rules_stats import GUARDED_PLACES, PLACES, mean, root, rounded, variance

Wave = tuple[Form, Sequence[Sheet]]
Pairs = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class _Waves:
    """Both waves, and whose sheet in one is whose in the other."""

    before: Worked
    after: Worked
    pairs: Pairs
    guarded: bool

    @property
    def places(self) -> int:
        return GUARDED_PLACES if self.guarded else PLACES


@dataclass(frozen=True, slots=True)
class _Both:
    """One measure's scores of the linked people, pair by pair."""

    pairs: Pairs
    before: Sequence[Fraction]
    after: Sequence[Fraction]

    @property
    def differences(self) -> list[Fraction]:
        return [late - early for early, late in zip(self.before, self.after, strict=True)]


def change_of(before: Wave, after: Wave, *, guarded: bool) -> tuple[Change, ...]:
    """Every measure that both forms have, in the order of the first, then the scales of several items.

    A person is linked by `Sheet.link`; a link that two sheets of one wave share links nobody. Items compared
    `beside`, and items whose scales differ, are shown side by side. `guarded` as in `results_of`, and with both
    waves' results in the reader's hands.
    """
    early, late = worked(*before, guarded=guarded), worked(*after, guarded=guarded)
    waves = _Waves(early, late, _linked(early.sheets, late.sheets), guarded)
    measured = {item_of(c.question).measure: c for c in late.columns.values() if _comparable(c)}
    items = [
        _item(waves, column, measured[item_of(column.question).measure])
        for column in early.columns.values()
        if _comparable(column) and item_of(column.question).measure in measured
    ]
    scales = [_scale(waves, name, items) for name in early.scales if name in late.scales]
    return (*items, *scales)


def _comparable(column: Column) -> bool:
    return is_number(column.question) and not column.question.repeats


def _linked(before: Sequence[Sheet], after: Sequence[Sheet]) -> Pairs:
    early, late = _by_link(before), _by_link(after)
    return [(early[link], late[link]) for link in early if link in late]


def _by_link(sheets: Sequence[Sheet]) -> dict[str, int]:
    times = Counter(sheet.link for sheet in sheets if sheet.link)
    return {sheet.link: place for place, sheet in enumerate(sheets) if times[sheet.link] == 1}


def _item(waves: _Waves, early: Column, late: Column) -> Change:
    ends = bounds_of(early.question)
    change = Change(item_of(early.question).measure, early.question, late.question, ends)
    results = waves.before.result(early.question.name), waves.after.result(late.question.name)
    beside = item_of(early.question).beside or item_of(late.question).beside
    if beside or ends != bounds_of(late.question):
        return _beside(change, results[0].whole, results[1].whole)
    both = _both(waves.pairs, _single(early), _single(late))
    if not waves.guarded:
        return _measured(change, both, PLACES)
    if len(both.pairs) < FEWEST:
        return replace(change, why=Why.FEW)
    shown = all(result.whole.figures and result.whole.n is not None for result in results)
    return _figures(change, both, ends) if shown and _told_apart(waves, early, late, both) else _closed(change)


def _single(column: Column) -> dict[int, Fraction]:
    return {person: scores[0] for person, scores in numbers_of(column).items()}


def _both(pairs: Pairs, early: Mapping[int, Fraction], late: Mapping[int, Fraction]) -> _Both:
    found = [(a, b) for a, b in pairs if a in early and b in late]
    return _Both(found, [early[a] for a, _ in found], [late[b] for _, b in found])


def _closed(change: Change) -> Change:
    return replace(change, why=Why.CLOSE)


def _beside(change: Change, early: Part, late: Part) -> Change:
    """Both waves' own means, as their results show them."""
    if early.figures is None or late.figures is None:
        return replace(change, beside=True, why=Why.FEW if 0 in (early.n, late.n) else Why.CLOSE)
    counted = replace(change, beside=True, n_before=early.n, n_after=late.n)
    return replace(counted, mean_before=early.figures.mean, mean_after=late.figures.mean)


def _measured(change: Change, both: _Both, places: int) -> Change:
    """Everything; of one linked person there is no spread, of none nothing."""
    if not both.pairs:
        return replace(change, linked=0, why=Why.FEW)
    differences = both.differences
    return replace(
        change,
        linked=len(differences),
        mean_before=rounded(mean(both.before), places),
        mean_after=rounded(mean(both.after), places),
        difference=rounded(mean(differences), places),
        spread=root(variance(differences), places) if len(differences) > 1 else None,
        moved=moved(differences),
    )


def moved(differences: Sequence[Fraction]) -> Moved:
    signs = Counter((d > 0) - (d < 0) for d in differences)
    return Moved(signs[1], signs[0], signs[-1])


def _told_apart(waves: _Waves, early: Column, late: Column, both: _Both) -> bool:
    """Linked and unlinked people of either wave must both be too many to be single answers."""
    linked = frozenset(a for a, _ in both.pairs), frozenset(b for _, b in both.pairs)
    return _admitted(waves.before, early, linked[0]) and _admitted(waves.after, late, linked[1])


def _admitted(wave: Worked, column: Column, linked: People) -> bool:
    rest = frozenset(numbers_of(column)) - linked
    return enough(len(rest)) and (linked == wave.ledger.everybody or wave.ledger.admit(linked))


def _figures(change: Change, both: _Both, ends: Bounds | None) -> Change:
    """What may be shown of people who may be told apart."""
    full = _measured(change, both, GUARDED_PLACES)
    apart = (ends[0] - ends[1], ends[1] - ends[0]) if ends else None
    grid = grid_of(both.differences, apart)
    shown = changes_for(len(both.pairs), grid)
    means = all(is_open(v, grid_of(v, ends), MEAN) for v in (both.before, both.after))
    if not means or not is_open(both.differences, grid, shown):
        return _closed(change)
    return replace(full, spread=full.spread if "spread" in shown else None, moved=_if_enough(full.moved))


def _if_enough(found: Moved | None) -> Moved | None:
    return found if found and all(enough(count) for count in (found.up, found.same, found.down)) else None


def _scale(waves: _Waves, name: str, items: Sequence[Change]) -> Change:
    """A scale's scores; guarded only where they add nothing to what its items show of the same people."""
    early, late = waves.before.scales[name], waves.after.scales[name]
    both = _both(waves.pairs, early.scores, late.scores)
    change = Change(name, ends=early.bounds)
    if not waves.guarded:
        return _measured(change, both, PLACES)
    if len(both.pairs) < FEWEST:
        return replace(change, why=Why.FEW)
    own = [item for item in items if item.before and item.before.name in early.items]
    same = all(item.why is Why.SHOWN and item.linked == len(both.pairs) for item in own)
    whole = {a for a, _ in both.pairs} <= early.complete and {b for _, b in both.pairs} <= late.complete
    every = len(own) == len(early.items) == len(late.items) and early.bounds == late.bounds
    return _figures(change, both, early.bounds) if same and whole and every else _closed(change)
