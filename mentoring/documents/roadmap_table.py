"""Another school's plan, a table, into steps: as the programme's own plan is laid out, or nearly so. Pure.

The order of the columns is free, a header says which is which; a row with one cell heads the rows below it. What
cannot be read is named with its row and column, the other rows are taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from xlsxwriter.utility import xl_col_to_name

from mentoring.documents.roadmap_terms import Term, term, vocabulary, window_of
from mentoring.documents.rules_role_words import folded, role_of
from mentoring.people.rules import Role
from mentoring.roadmap.rules import Phase, Recurrence, Step, Window
from mentoring.roadmap.rules_changes import WORDS_LIMIT

ROWS = 200  # steps of one plan
_NEEDED = frozenset({"title"})
_WHEN = frozenset({"term", "first"})
_SHOWN = 60
_APART = re.compile(r"\s*[,;/\n]\s*")


@dataclass(frozen=True, slots=True)
class Fault:
    """A place in the table, as its sender sees it, and what is wrong there: a key with parameters."""

    row: int
    column: str
    key: str
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PlanRead:
    """`faults` are of rows that were left out, `notes` of rows that were taken with something to look at."""

    steps: tuple[Step, ...]
    faults: tuple[Fault, ...]
    notes: tuple[Fault, ...]


class _Unread(Exception):
    def __init__(self, column: str, key: str, **params: object) -> None:
        super().__init__(key)
        self.column, self.key, self.params = column, key, params


def plan_of(rows: Sequence[Sequence[str]], numbers: Sequence[int] | None = None) -> PlanRead:
    """The steps of a table; `numbers` are its rows as the sender sees them, by default counted from 1."""
    reader = _Reader()
    for number, row in zip(numbers or range(1, len(rows) + 1), rows, strict=True):
        reader.read(number, [cell.strip() for cell in row])
    return reader.result()


class _Reader:
    """Reads row after row; what a header or a section said holds for the rows below it."""

    def __init__(self) -> None:
        self.columns: Mapping[str, int] = {}
        self.section = ""
        self.steps: list[Step] = []
        self.faults: list[Fault] = []
        self.notes: list[Fault] = []

    def result(self) -> PlanRead:
        if not self.columns:
            self.faults = [Fault(1, "A", "roadmap-sheet-no-header")]
        elif not self.steps and not self.faults:
            self.faults = [Fault(1, "A", "roadmap-sheet-empty")]
        return PlanRead(tuple(self.steps), tuple(self.faults), tuple(self.notes))

    def read(self, row: int, cells: list[str]) -> None:
        if not any(cells):
            return
        if not self.columns:
            self.columns = _header(cells)
        elif sum(map(bool, cells)) == 1:
            self.section = " ".join("".join(cells).split())
        elif len(self.steps) + len(self.faults) < ROWS:
            self._take(row, cells)
        elif len(self.steps) + len(self.faults) == ROWS and self.faults[-1:] != [_many(row)]:
            self.faults.append(_many(row))

    def _take(self, row: int, cells: list[str]) -> None:
        said = {name: cells[place] if place < len(cells) else "" for name, place in self.columns.items()}
        try:
            step = self._step(said)
        except _Unread as unread:
            self.faults.append(Fault(row, self._letter(unread.column), unread.key, unread.params))
            return
        self.steps.append(step)
        self.notes += [
            Fault(row, self._letter("responsible"), "roadmap-sheet-role-unknown", {"word": _shown(word)})
            for word in step.responsible
            if not _roles([word])
        ]

    def _step(self, said: Mapping[str, str]) -> Step:
        title = _words(said, "title")
        if not title:
            raise _Unread("title", "roadmap-sheet-title-missing")
        when, result = _when(said), _words(said, "result")
        words = tuple(word for word in _APART.split(said.get("responsible", "")) if word)
        return Step(
            n=self._number(said.get("n", "")),
            section=" ".join(said.get("section", "").split()) or self.section,
            phase=Phase.PRACTICE,
            recurrence=when.recurrence,
            window=when.window,
            title=title,
            result=result,
            responsible=words,
            roles=_roles(words),
        )

    def _number(self, said: str) -> int:
        """The plan's own where it is a new one, else the next."""
        taken = {step.n for step in self.steps}
        plain = said.rstrip(". ")
        if plain.isdecimal() and len(plain) <= 4 and int(plain) > 0 and int(plain) not in taken:
            return int(plain)
        return max(taken, default=0) + 1

    def _letter(self, column: str) -> str:
        letter: str = xl_col_to_name(self.columns.get(column, 0))
        return letter


def _many(row: int) -> Fault:
    return Fault(row, "A", "roadmap-sheet-many", {"limit": ROWS})


def _header(cells: Sequence[str]) -> Mapping[str, int]:
    """Which column holds what; empty where this row is no header."""
    found: dict[str, int] = {}
    for place, cell in enumerate(cells):
        name = _heading(cell)
        if name is not None:
            found.setdefault(name, place)
    return found if found.keys() >= _NEEDED and found.keys() & _WHEN else {}


def _heading(cell: str) -> str | None:
    plain = folded(cell)
    names: Iterator[str] = (
        name for name, pattern in vocabulary()["headings"].items() if re.fullmatch(pattern, plain)
    )
    return next(names, None)


def _when(said: Mapping[str, str]) -> Term:
    """Two days in cells of their own are the exact ones; the words beside them tell how often."""
    words, first, last = (said.get(name, "") for name in ("term", "first", "last"))
    told = term(words) if words else None
    if first or last:
        window = window_of(first or last, last or first)
        if window is None:
            raise _Unread("first" if first else "last", "roadmap-sheet-day", text=_shown(first or last))
        return _dated(told, window)
    if not words:
        raise _Unread("term" if "term" in said else "first", "roadmap-sheet-term-missing")
    if told is None:
        raise _Unread("term", "roadmap-sheet-term", text=_shown(words))
    return told


def _dated(told: Term | None, window: Window) -> Term:
    if told is None:
        return Term(Recurrence.ONCE, window)
    if told.recurrence is Recurrence.ALWAYS or _same(told.window, window):
        return told
    return Term(told.recurrence, window)


def _same(months: Window | None, exact: Window) -> bool:
    """Whether the days are the whole months that the words say, so that they hold for every year."""
    return months is not None and any(months.in_year(year) == exact.in_year(year) for year in (2022, 2023))


def _words(said: Mapping[str, str], column: str) -> str:
    text = "\n".join(" ".join(line.split()) for line in said.get(column, "").splitlines() if line.strip())
    if column == "title":
        text = " ".join(text.split())
    if len(text) > WORDS_LIMIT:
        raise _Unread(column, "roadmap-words-long", limit=WORDS_LIMIT)
    return text


def _roles(words: Iterable[str]) -> tuple[Role, ...]:
    return tuple(dict.fromkeys(role for word in words for role in _meant(word)))


def _meant(word: str) -> tuple[Role, ...]:
    """As lists of people name roles; a plan names several at once ("администрация школы")."""
    plain = folded(word)
    role = role_of(plain)
    if role is not None:
        return (role,)
    whole = (names for pattern, names in vocabulary()["roles"].items() if re.fullmatch(pattern, plain))
    return tuple(map(Role, next(whole, ())))


def _shown(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
