"""Results as one picture for a phone: means as bars, waves side by side, distributions.

Numbers stand beside every bar, and before and after differ by hatching, so it can be read in grey.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from mentoring.results.canvas import Bar, Block, Item, painted
from mentoring.results.rules_results import Change, FormResults, QuestionResult, ScaleResult
from mentoring.results.rules_sheets import bounds_of
from mentoring.results.rules_stats import rounded
from mentoring.results.wording import Words, cell_label, change_label, label, number, scale_label

Ends = tuple[Fraction, Fraction]


def height_of(png: bytes) -> int:
    """Pixels, as the file's header says."""
    return int.from_bytes(png[20:24], "big")


def chart(found: FormResults | Sequence[Change], words: Words, language: str, title: str = "") -> bytes:
    """A PNG 1000 pixels wide, as high as it needs to be. `title` stands above, by default the form's own."""
    if isinstance(found, FormResults):
        title = title or found.form.title.within(language)
        blocks = [_means(found, words, language), *_distributions(found, language)]
    else:
        blocks = [_changes(found, words, language)]
    shown = [block for block in blocks if block.items]
    image = painted(title, shown or [Block(words("results-picture-none"))])
    target = io.BytesIO()
    image.save(target, "PNG", optimize=True)
    return target.getvalue()


def _means(results: FormResults, words: Words, language: str) -> Block:
    asked = results.questions
    rated = [_mean_item(r, label(r.question, language), bounds_of(r.question), language) for r in asked]
    scaled = [_mean_item(s, scale_label(s.name, words), s.ends, language) for s in results.scales]
    items = tuple(item for item in (*rated, *scaled) if item is not None)
    return Block(words("results-title-means"), items)


def _mean_item(result: QuestionResult | ScaleResult, name: str, ends: Ends | None, language: str) -> Item | None:
    figures = result.whole.figures
    if figures is None or figures.mean is None:
        return None
    return Item(name, (_bar(figures.mean, ends, language),))


def _bar(mean: Decimal, ends: Ends | None, language: str, name: str = "", hatched: bool = False) -> Bar:
    """How far the mean stands from the scale's lower end; without ends there is only the number."""
    text = number(mean, language)
    if ends is None or ends[0] == ends[1]:
        return Bar(None, text, "", name, hatched)
    share = float((Fraction(mean) - ends[0]) / (ends[1] - ends[0]))
    low, high = (number(rounded(end), language, "0.##") for end in ends)
    return Bar(min(max(share, 0.0), 1.0), text, f"{low}–{high}", name, hatched)


def _changes(changes: Sequence[Change], words: Words, language: str) -> Block:
    items = tuple(item for change in changes if (item := _change_item(change, words, language)) is not None)
    return Block(words("results-title-change"), items)


def _change_item(change: Change, words: Words, language: str) -> Item | None:
    if change.mean_before is None or change.mean_after is None:
        return None
    before = _bar(change.mean_before, change.ends, language, words("results-legend-before"), hatched=True)
    return Item(
        change_label(change, words, language),
        (before, _bar(change.mean_after, _ends_after(change), language, words("results-legend-after"))),
    )


def _ends_after(change: Change) -> Ends | None:
    """Items shown beside each other may have scales of their own."""
    return bounds_of(change.after) if change.after is not None else change.ends


def _distributions(results: FormResults, language: str) -> list[Block]:
    return [_distribution(r, language) for r in results.questions if _has_choices(r)]


def _has_choices(result: QuestionResult) -> bool:
    return result.whole.figures is None and any(cell.count is not None for cell in result.whole.cells)


def _distribution(result: QuestionResult, language: str) -> Block:
    """Bars by the largest count; a hidden count is a dash."""
    cells = result.whole.cells
    largest = max((cell.count or 0 for cell in cells), default=0) or 1
    items = tuple(
        Item(cell_label(cell, language), (Bar((cell.count or 0) / largest, _count(cell.count), ""),))
        for cell in cells
    )
    return Block(label(result.question, language), items)


def _count(count: int | None) -> str:
    return "—" if count is None else str(count)
