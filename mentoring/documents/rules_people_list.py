"""A list of people, pasted or sent as a table, into names with roles. Pure.

Read in whatever shape a school keeps its lists: numbered lines, "Фамилия Имя Отчество; роль", the role in
brackets, after a dash or as a heading above its people, a table with or without a header, a column for each
role. What cannot be read is named with its row; nothing is guessed about a role. Names are not stored: they
travel back to the curator in the file with the links.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from mentoring.documents.rules_list_pieces import Piece, Sort, pieces_of, tidy, unnumbered
from mentoring.documents.rules_role_words import folded, heading_of, role_of, roles_of
from mentoring.people.rules import Role

_HEADER_WITHIN = 10  # rows of title a table may have above its header
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Entry:
    """One person; `number` counts from 1 in the order of the list."""

    number: int
    name: str
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """A row that was left out, and why: a key of `locales/` with its parameters."""

    row: int
    key: str
    params: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Duplicate:
    """`row` named the person of entry `number` again; its roles were added to that entry."""

    row: int
    number: int
    name: str


@dataclass(frozen=True, slots=True)
class Listed:
    entries: tuple[Entry, ...]
    faults: tuple[Fault, ...]
    duplicates: tuple[Duplicate, ...]


def listed_from_text(text: str, default_role: Role | None = None) -> Listed:
    """People of a pasted list, one a line. Rows are lines, counted from 1 with the empty ones."""
    lines = text.splitlines()
    return _listed(((number, _cells(line)) for number, line in enumerate(lines, start=1)), default_role)


def listed_from_table(
    rows: Sequence[Sequence[str]], default_role: Role | None = None, numbers: Sequence[int] | None = None
) -> Listed:
    """People of a table; `numbers` are its rows as the sender sees them, by default counted from 1."""
    seen = numbers if numbers is not None else range(1, len(rows) + 1)
    return _listed(zip(seen, (list(row) for row in rows), strict=True), default_role)


def _cells(line: str) -> list[str]:
    separator = next((mark for mark in "\t;|" if mark in line), None)
    return line.split(separator) if separator else [line]


def _listed(rows: Iterable[tuple[int, list[str]]], default_role: Role | None) -> Listed:
    reader = _Reader(default_role)
    for number, cells in rows:
        reader.read(number, [tidy(cell) for cell in cells])
    return reader.result()


@dataclass(frozen=True, slots=True)
class _Layout:
    """Which columns hold what, once a header has said so."""

    names: tuple[int, ...]
    roles: tuple[int, ...] = ()
    posts: tuple[int, ...] = ()
    people_of: Mapping[int, Role] = field(default_factory=dict)


def _layout(cells: Sequence[str]) -> _Layout | None:
    """The layout if this row is a header."""
    filled = {place: cell for place, cell in enumerate(cells) if cell}
    people_of = {place: role for place, cell in filled.items() if (role := role_of(cell)) is not None}
    heads = {place: heading_of(cell) for place, cell in filled.items()}
    if len(people_of) > 1 and all(heads[place] or place in people_of for place in filled):
        return _Layout((), people_of=people_of)
    by_kind = {kind: tuple(p for p, head in heads.items() if head == kind) for kind in set(heads.values())}
    names = by_kind.get("name") or (by_kind.get("weak", ()) if all(heads.values()) else ())
    return _Layout(names, by_kind.get("role", ()), by_kind.get("post", ())) if names else None


@dataclass(slots=True)
class _Found:
    name: str
    roles: list[Role]
    otherwise: tuple[Role, ...]


class _Reader:
    """Reads row after row; what a header or a heading said holds for the rows below it."""

    def __init__(self, default_role: Role | None) -> None:
        self.section: tuple[Role, ...] = () if default_role is None else (default_role,)
        self.layout: _Layout | None = None
        self.people: dict[str, _Found] = {}
        self.faults: list[Fault] = []
        self.repeats: list[tuple[int, str]] = []
        self.rows = 0

    def result(self) -> Listed:
        numbers = {key: number for number, key in enumerate(self.people, start=1)}
        entries = tuple(
            Entry(numbers[key], found.name, tuple(found.roles) or found.otherwise)
            for key, found in self.people.items()
        )
        repeats = tuple(Duplicate(row, numbers[key], self.people[key].name) for row, key in self.repeats)
        return Listed(entries, tuple(self.faults), repeats)

    def read(self, row: int, cells: list[str]) -> None:
        if not any(cells):
            return
        self.rows += 1
        if self._is_header(cells):
            return
        if self.layout is None:
            first = next(place for place, cell in enumerate(cells) if cell)
            self._take(row, pieces_of([unnumbered(cells[first]), *cells[first + 1 :]]))
        else:
            self._read_by(self.layout, row, cells)

    def _is_header(self, cells: list[str]) -> bool:
        if self.layout is not None or self.people or self.rows > _HEADER_WITHIN:
            return False
        self.layout = _layout(cells)
        if self.layout is None:
            return False
        self.faults.clear()  # what stood above the header was the table's title
        return True

    def _read_by(self, layout: _Layout, row: int, cells: list[str]) -> None:
        padded = cells + [""] * (1 + max((*layout.names, *layout.roles, *layout.posts, *layout.people_of)))
        filled = [cell for cell in cells if cell]
        if len(filled) == 1 and not any(padded[place] for place in layout.roles) and roles_of(filled[0]):
            self.section = roles_of(filled[0])
            return
        for place, role in layout.people_of.items():
            self._take(row, [Piece(Sort.ROLE, "", (role,)), *pieces_of([padded[place]])], heading=False)
        if layout.names:
            self._take(row, _pieces_by(layout, padded), heading=False)

    def _take(self, row: int, pieces: list[Piece], *, heading: bool = True) -> None:
        names, strange = _names(pieces)
        roles = [role for piece in pieces for role in piece.roles]
        if names and not strange and not _tangled(pieces):
            for name in names:
                self._add(row, name, roles)
        elif roles and not names and not strange:
            self._without_name(row, tuple(dict.fromkeys(roles)), heading)
        elif pieces:
            self.faults.append(_fault(row, names, strange))

    def _without_name(self, row: int, roles: tuple[Role, ...], heading: bool) -> None:
        """A line of nothing but a role heads the lines below it; in a table's row the name is missing."""
        if heading:
            self.section = roles
        elif self.layout is not None and not self.layout.people_of:
            self.faults.append(Fault(row, "people-list-name-missing"))

    def _add(self, row: int, name: str, roles: list[Role]) -> None:
        key = folded(name)
        if not roles and not self.section:
            self.faults.append(Fault(row, "people-list-role-missing", {"name": name}))
            return
        if key in self.people:
            self.repeats.append((row, key))
        found = self.people.setdefault(key, _Found(name, [], self.section))
        found.roles.extend(role for role in roles if role not in found.roles)


def _pieces_by(layout: _Layout, cells: Sequence[str]) -> list[Piece]:
    """Of a column of posts only the roles count; in a column of roles every word must be one."""
    named = pieces_of([" ".join(cells[place] for place in layout.names)])
    said = pieces_of(cells[place] for place in layout.roles)
    posts = [piece for piece in pieces_of(cells[place] for place in layout.posts) if piece.sort is Sort.ROLE]
    unread = [Piece(Sort.STRANGE, piece.text) if piece.sort is not Sort.ROLE else piece for piece in said]
    return [*named, *unread, *(posts if not said else [])]


def _names(pieces: Iterable[Piece]) -> tuple[list[str], list[str]]:
    """Names, and what is neither name nor role. Single words make one name where there is no other."""
    by_sort: dict[Sort, list[str]] = {sort: [] for sort in Sort}
    for piece in pieces:
        by_sort[piece.sort].append(piece.text)
    names, words, strange = by_sort[Sort.NAME], by_sort[Sort.WORD], by_sort[Sort.STRANGE]
    if not names and len(words) > 1:
        return [" ".join(words)], strange
    return names, words + strange


def _tangled(pieces: Sequence[Piece]) -> bool:
    """Several people whose roles stand between them: whose role is whose nobody can tell."""
    named = [place for place, piece in enumerate(pieces) if piece.sort is Sort.NAME]
    if len(named) < 2:
        return False
    between = pieces[named[0] : named[-1]]
    return any(piece.sort is Sort.ROLE for piece in between)


def _fault(row: int, names: Sequence[str], strange: Sequence[str]) -> Fault:
    if names and not strange:
        return Fault(row, "people-list-two-people")
    shown = strange[0] if len(strange[0]) <= _SHOWN else strange[0][:_SHOWN] + "…"
    if names:
        return Fault(row, "people-list-role-unknown", {"word": shown})
    one_word = len(strange) == 1 and " " not in strange[0]
    return Fault(row, "people-list-name-short" if one_word else "people-list-not-understood", {"text": shown})
