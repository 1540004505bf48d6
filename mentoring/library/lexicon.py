"""What the search knows of the languages: words without weight, keyboards, letters taken for each other."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`switched` and `plain` are tables for `str.translate`."""

    empty: frozenset[str]
    switched: Mapping[int, int]
    plain: Mapping[int, int]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """`search.toml`."""
    read = tomllib.loads(files("mentoring.library").joinpath("search.toml").read_text(encoding="utf-8"))
    return Lexicon(
        frozenset(read["empty"].split()),
        str.maketrans(read["latin"], read["cyrillic"]),
        str.maketrans(read["mistaken"], read["plain"]),
    )
