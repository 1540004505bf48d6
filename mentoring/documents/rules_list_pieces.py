"""One line of a pasted list taken apart: which pieces are names, which are roles, which say nothing. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

from mentoring.documents.rules_role_words import is_post, roles_of
from mentoring.people.rules import NAME_LIMIT, Role

NAME_WORDS = range(2, 6)
_ROLE_WORDS = 6
_HURRIED = 3
_LONGEST_PART = 2 * NAME_LIMIT  # a name with the longest of roles beside it

_SEPARATORS = re.compile(r"\s*[;|,()\t\[\]]\s*|\s+[-–—‐‑]+\s+|\s*[–—]\s*|\s*[:=]\s*")
_LEADING_NUMBER = re.compile(r"^\s*(?:№\s*)?\d{1,4}\s*[.):;,\-–—]?(?:\s+|(?=[^\W\d_])|$)")
_BULLET = re.compile(r"^\s*[-–—•·*▪■●○✓>]+\s*")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’‐][^\W\d_]+)*")
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.){1,3}")
# Small words inside the names of many peoples.
_PARTICLES = frozenset(
    {"оглы", "оглу", "кызы", "гызы", "угли", "уулу", "бен", "бин", "ибн", "аль", "эль", "фон", "ван", "дер"}
    | {"де", "да", "ди", "von", "van", "de", "al"}
)


class Sort(Enum):
    NAME = auto()
    WORD = auto()  # one word or initials: a part of a name, perhaps
    ROLE = auto()
    STRANGE = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    sort: Sort
    text: str = ""
    roles: tuple[Role, ...] = ()


def tidy(text: str) -> str:
    return " ".join(_INVISIBLE.sub("", text).split())


def unnumbered(cell: str) -> str:
    """The cell without the bullet or number that begins a line."""
    return _LEADING_NUMBER.sub("", _BULLET.sub("", cell), count=1)


def pieces_of(cells: Iterable[str]) -> list[Piece]:
    return [piece for cell in cells for piece in _cell_pieces(tidy(cell))]


def _cell_pieces(cell: str) -> Iterator[Piece]:
    roles = roles_of(cell)
    if roles:
        yield Piece(Sort.ROLE, cell, roles)
        return
    for part in _SEPARATORS.split(cell):
        if _says_something(part):
            yield from _part_pieces(part)


def _says_something(part: str) -> bool:
    """Posts, numbers, telephones and addresses are none of our business."""
    if is_post(part) and not roles_of(part):
        return False
    return not any(c.isdigit() or c in "@№" for c in part) and any(c.isalpha() for c in part)


def _part_pieces(part: str) -> Iterator[Piece]:
    roles = roles_of(part)
    if roles or len(part) > _LONGEST_PART:
        yield Piece(Sort.ROLE if roles else Sort.STRANGE, part, roles)
        return
    before, words, after = _peeled(part.split())
    for found in (before, after):
        if found:
            yield Piece(Sort.ROLE, "", found)
    yield _name_piece(" ".join(words))


def _peeled(words: list[str]) -> tuple[tuple[Role, ...], list[str], tuple[Role, ...]]:
    """The roles written beside a name without a separator ("наставник Иванов Иван"), and the name."""
    words = _without_post(_unhyphened(words))
    before, after = _role_at(words, front=True), _role_at(words, front=False)
    left = words[before[1] : len(words) - after[1]]
    return before[0], left, after[0]


def _unhyphened(words: list[str]) -> list[str]:
    """ "Иван-наставник" is a name and a role; "Мария-Луиза" is a name."""
    name, hyphen, ending = words[-1].rpartition("-")
    return [*words[:-1], name, ending] if hyphen and name and roles_of(ending) else words


def _without_post(words: list[str]) -> list[str]:
    for place in range(NAME_WORDS.start, len(words)):
        if words[place].islower() and is_post(" ".join(words[place:])):
            return words[:place]
    return words


def _role_at(words: list[str], *, front: bool) -> tuple[tuple[Role, ...], int]:
    """The longest role phrase at that end and how many words it takes; at least one word is left."""
    for size in range(min(_ROLE_WORDS, len(words) - 1), 0, -1):
        phrase = words[:size] if front else words[-size:]
        roles = roles_of(" ".join(phrase))
        if roles:
            return roles, size
    return (), 0


def _name_piece(text: str) -> Piece:
    words = text.split()
    if not _written_as_a_name(words):
        return Piece(Sort.STRANGE, text)
    whole = any(_WORD.fullmatch(word) and len(word) > 1 for word in words)
    if whole and len(words) in NAME_WORDS and len(text) <= NAME_LIMIT:
        return Piece(Sort.NAME, text)
    return Piece(Sort.STRANGE if whole and len(words) > 1 else Sort.WORD, text)


def _written_as_a_name(words: list[str]) -> bool:
    """Every word with a capital letter, or, from a hurried hand, none of three; particles do not count."""
    if not all(_WORD.fullmatch(word) or _INITIALS.fullmatch(word) for word in words):
        return False
    small = [word[0].islower() for word in words if word.casefold() not in _PARTICLES]
    return not any(small) or (all(small) and len(words) <= _HURRIED)
