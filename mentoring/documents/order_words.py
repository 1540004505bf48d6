"""The words behind the orders: what placeholders are called, and the few texts that stand for missing facts."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any


@lru_cache(maxsize=1)
def words() -> Mapping[str, Any]:
    """`templates/orders.ru.toml`."""
    text = files("mentoring.documents").joinpath("templates/orders.ru.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def placeholder(*parts: str) -> str:
    """The Russian name of a placeholder: ("curator", "dative") is "куратор_дательный". KeyError for a new part."""
    return "_".join(words()["parts"][part] for part in parts)
