"""Results and changes as short plain lines for the chat, one a question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mentoring.results.rules_results import Change, FormResults, Part, QuestionResult, ScaleResult, Why
from mentoring.results.rules_stats import Figures
from mentoring.results.wording import (
    ONE_PLACE,
    SIGNED,
    Words,
    cell_label,
    change_label,
    group_name,
    label,
    lead,
    number,
    scale_label,
    why_not,
)

_DOT = " · "
_INDENT = "  "


def lines_of(results: FormResults, words: Words, language: str) -> list[str]:
    """A first line with the number of sheets, then one line a question and scale; answers and groups indented."""
    lines = [words("results-sheets", count=results.n)]
    for question in results.questions:
        lines += _question(question, words, language)
    for scale in results.scales:
        lines += _item(scale_label(scale.name, words), scale, words, language)
    return lines


def changes_of(changes: Sequence[Change], words: Words, language: str) -> list[str]:
    """One line a measure; how many moved where that may be shown."""
    return [line for change in changes for line in _change(change, words, language)]


def _question(result: QuestionResult, words: Words, language: str) -> list[str]:
    lines = _item(label(result.question, language), result, words, language)
    return lines + [f"{_INDENT}— {' '.join(text.split())}" for text in result.texts]


def _item(name: str, result: QuestionResult | ScaleResult, words: Words, language: str) -> list[str]:
    told = _told(result.whole, words, language)
    reason = why_not(result.why, words)
    figures = _DOT.join(part for part in (told, reason) if part) or words("results-answered", count=0)
    lines = [words("results-item", lead=lead(name), figures=figures)]
    lines += [_INDENT + line for line in _cells(result.whole, words, language, result.why)]
    for part in result.groups:
        lines += _group(part, words, language, result.why)
    return lines


def _group(part: Part, words: Words, language: str, why: Why) -> Iterator[str]:
    name = group_name(part.group, words)
    yield _INDENT + words("results-item", lead=lead(name), figures=_told(part, words, language))
    yield from (_INDENT * 2 + line for line in _cells(part, words, language, why))


def _told(part: Part, words: Words, language: str) -> str:
    found = [*_figures(part.figures, words, language)] if part.figures else []
    if part.n is not None:
        found.append(words("results-answered", count=part.n))
    return _DOT.join(found)


def _figures(figures: Figures, words: Words, language: str) -> Iterator[str]:
    if figures.mean is not None:
        yield words("results-mean", value=number(figures.mean, language))
    if figures.median is not None:
        yield words("results-median", value=number(figures.median, language, "0.#"))
    if figures.spread is not None:
        yield words("results-spread", value=number(figures.spread, language))


def _cells(part: Part, words: Words, language: str, why: Why) -> Iterator[str]:
    """Choices; a scale's mean says enough in a chat, and where all is hidden the line above says so."""
    if why is not Why.SHOWN or part.figures is not None:
        return
    for cell in part.cells:
        name = cell_label(cell, language)
        if cell.place is not None:
            yield words("results-place", label=name, value=number(cell.place, language))
        elif cell.count is None:
            yield words("results-cell-hidden", label=name)
        else:
            yield words("results-cell", label=name, count=cell.count)


def _change(change: Change, words: Words, language: str) -> Iterator[str]:
    name = change_label(change, words, language)
    if change.why is not Why.SHOWN or change.mean_before is None or change.mean_after is None:
        reason = words("results-no-pairs") if change.linked == 0 else why_not(change.why, words)
        yield words("results-item", lead=lead(name), figures=reason)
        return
    before, after = number(change.mean_before, language), number(change.mean_after, language)
    if change.beside or change.difference is None:
        yield words("results-beside", lead=lead(name), before=before, after=after)
        return
    difference = number(change.difference, language, SIGNED if change.difference else ONE_PLACE)
    yield words("results-change", lead=lead(name), before=before, after=after, difference=difference)
    yield _INDENT + _DOT.join(_details(change, words, language))


def _details(change: Change, words: Words, language: str) -> Iterator[str]:
    if change.spread is not None:
        yield words("results-spread", value=number(change.spread, language))
    if change.linked is not None:
        yield words("results-linked", count=change.linked)
    if change.moved is not None:
        yield words("results-moved", up=change.moved.up, same=change.moved.same, down=change.moved.down)
