"""Whether two people teach the same subject, from what they typed: "maths, grades 5–7" is free text. Pure.

No list of school subjects: schools name theirs as they like. What stands after a number is about grades; commas
and words of one letter part one subject from the next; endings may differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_TOKEN = re.compile(r"[^\W_]+|[,;/]")
# CYRILLIC SMALL LETTER IO, which people write or leave out as they please, to IE.
_LETTERS = {0x451: 0x435}
_ENDING = 2
_STEM = 4
_Words = tuple[str, ...]


def same_subject(one: str, other: str) -> bool:
    """One names a subject that the other names too, perhaps among more words."""
    theirs = tuple(_subjects(other))
    return any(_within(a, b) or _within(b, a) for a in _subjects(one) for b in theirs)


def _subjects(text: str) -> Iterator[_Words]:
    words: list[str] = []
    after_number = False
    for token in _TOKEN.findall(text.casefold().translate(_LETTERS)):
        number = any(sign.isdigit() for sign in token)
        if number or len(token) == 1:
            yield from _some(words)
            words = []
        elif not after_number:
            words.append(token)
        after_number = number or (after_number and len(token) == 1)
    yield from _some(words)


def _some(words: list[str]) -> Iterator[_Words]:
    if words:
        yield tuple(words)


def _within(short: _Words, long: _Words) -> bool:
    """The words of `short` follow one another somewhere in `long`."""
    span = len(short)
    starts = range(len(long) - span + 1)
    return any(all(map(_alike, short, long[start : start + span])) for start in starts)


def _alike(one: str, other: str) -> bool:
    """The same word in whatever case."""
    kept = max(len(one), len(other)) - _ENDING
    return one == other or (kept >= _STEM and one[:kept] == other[:kept])
