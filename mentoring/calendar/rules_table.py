"""A school's special days, typed or sent as a table, into periods. Pure.

A row says from when, until when (nothing: one day), what it is and how the school calls it. Days may stand in one
cell or in two, in any form that a typed answer may have; the order of the columns is free, only the two days stand
side by side. What cannot be read is named with its row and nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from mentoring.calendar.rules import Kind, Special
from mentoring.calendar.rules_table_words import (
    bare_day,
    days_within,
    ends_of,
    is_bare_kind,
    is_heading,
    kinds_in,
    may_be_one_day,
)
from mentoring.words.rules_answers import day

LONGEST = 130  # days of one period: the longest summer, and short of a year by which a slip would be off
TITLE_LIMIT = 120
ROWS = 300  # of one table; reading stops there
_DAY_WORDS = 9  # the most words that two days take
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class RowFault:
    """A row that was left out, and why: a key of `locales/` with its parameters."""

    row: int
    key: str
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Overlap:
    """`row` shares days with the earlier period of row `other`; both are kept, the stronger kind wins."""

    row: int
    other: int


@dataclass(frozen=True, slots=True)
class SpecialDays:
    """`specials` in order of their first days, equal ones once; the others in order of their rows."""

    specials: tuple[Special, ...]
    faults: tuple[RowFault, ...]
    overlaps: tuple[Overlap, ...]


class _Unread(Exception):
    def __init__(self, key: str, **params: object) -> None:
        super().__init__(key)
        self.key = key
        self.params = params


def specials_from_text(text: str, first: date) -> SpecialDays:
    """Periods of a typed list, one a line. Rows are lines, counted from 1 with the empty ones."""
    lines = text.splitlines()
    return _read(((number, _cells(line)) for number, line in enumerate(lines, start=1)), first)


def specials_from_table(
    rows: Sequence[Sequence[str]], first: date, numbers: Sequence[int] | None = None
) -> SpecialDays:
    """Periods of a table; `numbers` are its rows as the sender sees them, by default counted from 1.

    `first` is the first day of the school year: a day without a year is the first such day from then on.
    """
    seen = numbers if numbers is not None else range(1, len(rows) + 1)
    return _read(zip(seen, (list(row) for row in rows), strict=True), first)


def _cells(line: str) -> list[str]:
    separator = next((mark for mark in "\t;|" if mark in line), None)
    return line.split(separator) if separator else [line]


def _read(rows: Iterable[tuple[int, list[str]]], first: date) -> SpecialDays:
    found: list[tuple[Special, int]] = []
    faults: list[RowFault] = []
    tidy = ((number, [_tidy(cell) for cell in row]) for number, row in rows)
    filled = ((number, cells) for number, cells in tidy if any(map(str.isalnum, "".join(cells))))
    for number, cells in filled:
        if len(found) + len(faults) == ROWS:
            faults.append(RowFault(number, "special-days-many", {"limit": ROWS}))
            break
        try:
            found.append((_special(cells, first), number))
        except _Unread as unread:
            if found or not _is_header(cells):
                faults.append(RowFault(number, unread.key, unread.params))
            else:
                faults.clear()  # what stood above the header was the table's title
    specials = tuple(sorted({special for special, _ in found}))
    return SpecialDays(specials, tuple(faults), tuple(sorted(_overlaps(found), key=lambda one: one.row)))


def _tidy(cell: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in cell).split())


def _is_header(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell]
    heads = [cell for cell in filled if is_heading(cell)]
    return len(filled) > 1 and bool(heads) and all(cell in heads or is_bare_kind(cell) for cell in filled)


def _overlaps(found: list[tuple[Special, int]]) -> Iterator[Overlap]:
    """For each period the one begun before it that lasts longest, where they share a day."""
    held: tuple[date, int] | None = None
    for special, row in sorted(found):
        if held is not None and special.first <= held[0]:
            yield Overlap(max(row, held[1]), min(row, held[1]))
        if held is None or special.last > held[0]:
            held = special.last, row


def _special(cells: list[str], first: date) -> Special:
    start, end, said = _period(cells, first)
    if end < start:
        raise _Unread("special-days-backwards", first=start, last=end)
    if (end - start).days >= LONGEST:
        raise _Unread("special-days-long", first=start, last=end, days=LONGEST)
    kind, title = _kind(said), " ".join(words for words in said if not is_bare_kind(words))
    if len(title) > TITLE_LIMIT:
        raise _Unread("special-days-title-long", limit=TITLE_LIMIT)
    return Special(start, end, kind, title)


def _kind(said: Sequence[str]) -> Kind:
    """What a cell of its own says, else what the words of the title say."""
    kinds: frozenset[Kind] = frozenset().union(*map(kinds_in, [one for one in said if is_bare_kind(one)] or said))
    if len(kinds) > 1:
        raise _Unread("special-days-kind-unclear", text=_shown(" ".join(said)))
    if not kinds:
        raise _Unread("special-days-kind-missing")
    return next(iter(kinds))


def _period(cells: list[str], first: date) -> tuple[date, date, list[str]]:
    """The row's first day, its last, and what else it says."""
    for reading in (_whole, _within):
        for place, cell in enumerate(cells):
            read = reading(cell, first)
            if read is not None:
                start, end, rest = read
                return start, *_until(end, start, [*cells[:place], rest], cells[place + 1 :])
    raise _Unread("special-days-missing", text=_shown(" ".join(filter(None, cells))))


def _until(end: date, start: date, before: list[str], after: list[str]) -> tuple[date, list[str]]:
    """The last day, which may stand in the next cell, and the cells that are words."""
    said = _whole(after[0], start) if after and start == end else None
    if said is not None:
        end, after = said[1], after[1:]
    rest = [cell for cell in before + after if cell and not cell.isdigit()]  # a number alone counts the rows
    strange = [text for cell in rest for text in days_within(cell) if _day(text, start) is None]
    if strange:
        raise _Unread("special-days-unreadable", text=_shown(strange[0]))
    return end, rest


def _whole(cell: str, first: date) -> tuple[date, date, str] | None:
    """A cell of one day, or of two with "to" between them, and nothing else."""
    only = _day(cell, first)
    if only is not None:
        return only, only, ""
    spans = (_span(start, end, first) for start, end in ends_of(cell))
    return next(((*span, "") for span in spans if span is not None), None)


def _within(cell: str, first: date) -> tuple[date, date, str] | None:
    """Days at the beginning or the end of a cell, and the words beside them."""
    words = cell.split()
    for size in range(min(_DAY_WORDS, len(words) - 1), 0, -1):
        for days, rest in ((words[:size], words[size:]), (words[-size:], words[:-size])):
            read = _whole(" ".join(days).strip(" ,:;()"), first)
            if read is not None:
                return read[0], read[1], _words_alone(" ".join(rest))
    return None


def _words_alone(rest: str) -> str:
    """A third day beside those of a cell: which of them are meant nobody can tell."""
    if days_within(rest):
        raise _Unread("special-days-unclear", text=_shown(rest))
    return rest.strip(" ,:;()-–—")


def _span(start: str, end: str, first: date) -> tuple[date, date] | None:
    """ "26–30 октября" leaves the month of its first day to the second."""
    if start := bare_day(start):
        until = bare_day(end)
        month = until.lstrip("0123456789") if start.isdigit() else ""
        begins = _day(start + month, first)
        ends = None if begins is None else _day(until, begins)
        return None if begins is None or ends is None else (begins, ends)
    return None


def _day(text: str, first: date) -> date | None:
    """The day a text names, the first one from `first` on where it names no year; None for "tomorrow" and such."""
    said = bare_day(text)
    if not may_be_one_day(said):
        return None
    here, beside = day(said, date(first.year, 3, 1)), day(said, date(first.year, 3, 2))
    if here != beside:
        return None
    return here if here is not None and here >= first else day(said, date(first.year + 1, 3, 1))


def _shown(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
