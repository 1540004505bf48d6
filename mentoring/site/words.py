"""The site's own words, read from the files beside its templates."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

LANGUAGES = ("ru", "en")


def site_words(language: str) -> Mapping[str, str]:
    """Russian for a language there are no words in."""
    return _read(language if language in LANGUAGES else LANGUAGES[0])


@lru_cache(maxsize=len(LANGUAGES))
def _read(language: str) -> Mapping[str, str]:
    text = files("mentoring.site").joinpath(f"templates/words.{language}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
