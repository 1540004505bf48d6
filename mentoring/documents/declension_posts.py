"""Posts in the case a sentence needs: "учителю начальных классов", "заместителя директора по УВР".

Only the head of a post changes, with the adjectives before it and a second head behind a hyphen, a comma or "и";
what depends on it ("математики", "по УВР") stays. A head that is not known is not guessed at.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from mentoring.documents.declension import Case, one_line

Endings = tuple[str, str, str, str, str]
"""Genitive, dative, accusative, instrumental, prepositional."""
_CASES = tuple(Case)[1:]
_HARD: Endings = ("а", "у", "а", "ом", "е")
_HISSING: Endings = ("а", "у", "а", "ем", "е")
_SOFT: Endings = ("я", "ю", "я", "ем", "е")
_SOFT_STRESSED: Endings = ("я", "ю", "я", "ём", "е")
_OF_WOMEN: Endings = ("ы", "е", "у", "ой", "е")
_OF_WOMEN_KA: Endings = ("и", "е", "у", "ой", "е")
_OF_WOMEN_TSA: Endings = ("ы", "е", "у", "ей", "е")
_OF_WOMEN_YA: Endings = ("и", "е", "ю", "ей", "е")
# By the end of the head: how many letters go, and what comes. The first that fits counts.
_NOUNS: tuple[tuple[str, int, Endings], ...] = (
    ("завуч", 0, _HISSING),
    ("секретарь", 1, _SOFT_STRESSED),
    *((end, 1, _SOFT) for end in ("тель", "арь")),
    *((end, 0, _HARD) for end in ("ник", "ист", "лог", "ор", "ер", "ёр", "ент", "ант", "граф", "вод", "ург")),
    *((end, 0, _HARD) for end in ("педагог", "логопед", "врач", "эксперт", "повар", "завхоз", "юрист")),
    ("няня", 1, _OF_WOMEN_YA),
    *((end, 1, _OF_WOMEN_TSA) for end in ("ница", "щица")),
    *((end, 1, _OF_WOMEN_KA) for end in ("истка", "антка", "ентка")),
    *((end, 1, _OF_WOMEN) for end in ("сестра", "глава")),
)
# Words with such an end that are no heads: what stands before them would be declined wrongly.
_NO_HEADS = frozenset({"центр", "отдел", "факультатив", "класс"})
_ADJECTIVES: tuple[tuple[str, Endings], ...] = (
    *((f"{last}ий", ("его", "ему", "его", "им", "ем")) for last in "жшчщн"),
    ("ий", ("ого", "ому", "ого", "им", "ом")),
    ("ый", ("ого", "ому", "ого", "ым", "ом")),
    ("ой", ("ого", "ому", "ого", "ым", "ом")),
    *((f"{last}ая", ("ей", "ей", "ую", "ей", "ей")) for last in "жшчщ"),
    ("ая", ("ой", "ой", "ую", "ой", "ой")),
    ("яя", ("ей", "ей", "юю", "ей", "ей")),
)
# Adjectives that are posts by themselves.
_ALONE = re.compile(r"(?:заведующ|управляющ|вожат|дежурн|ответственн|исполняющ|служащ|рабоч)(?:ий|ый|ая)$")
# "исполняющий обязанности" written short is the same in every case.
_SHORTENED = ("и. о. ", "и.о. ", "врио ")
_WORD = re.compile(r"[А-Яа-яЁё]+")
_JOINTS = re.compile(r"(,\s+|;\s+|\s+и\s+|\s*/\s*)")


def decline_post(post: str, case: Case, override: Mapping[str, str] | None = None) -> str | None:
    """The post in `case`; None where the rules do not know its head, so that the sentence can go round it.

    `override` holds the school's own forms by the case's name, as in `decline`.
    """
    plain = one_line(post)
    own = one_line((override or {}).get(case, ""))
    if own or case is Case.NOMINATIVE:
        return own or plain
    if plain.lower().startswith(_SHORTENED):
        return plain
    pieces = _JOINTS.split(plain)
    first = _phrase(pieces[0], case)
    if first is None:
        return None
    rest = (piece if place % 2 else _phrase(piece, case) or piece for place, piece in enumerate(pieces[1:], 1))
    return "".join([first, *rest])


def _phrase(text: str, case: Case) -> str | None:
    """A head with the adjectives before it and whatever follows; None without a known head at its beginning."""
    words = text.split(" ")
    for place, word in enumerate(words):
        head = _head(word, case)
        if head is not None:
            before = [_adjective(one, case) for one in words[:place]]
            return " ".join([*(one for one in before if one), head, *words[place + 1 :]])
        if _adjective(word, case) is None:
            return None
    return None


def _head(word: str, case: Case) -> str | None:
    """A noun, or two or more joined by hyphens that all are heads: "преподаватель-организатор"."""
    made = [_noun(piece, case) for piece in word.split("-")]
    return None if None in made else "-".join(piece for piece in made if piece)


def _noun(word: str, case: Case) -> str | None:
    low, place = word.lower(), _CASES.index(case)
    if not _WORD.fullmatch(word) or low in _NO_HEADS:
        return None
    if _ALONE.match(low):
        return _adjective(word, case)
    found = next(((cut, ends) for end, cut, ends in _NOUNS if low.endswith(end)), None)
    return word[: len(word) - found[0]] + found[1][place] if found else None


def _adjective(word: str, case: Case) -> str | None:
    """ "старший" as "старшему"; None for what is no adjective in the nominative."""
    ending = next((ends for end, ends in _ADJECTIVES if word.lower().endswith(end)), None)
    return word[:-2] + ending[_CASES.index(case)] if ending and _WORD.fullmatch(word) else None
