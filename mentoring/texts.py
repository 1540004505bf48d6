"""What is to be said, before anyone decides in which language: a key and its parameters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Text:
    """A text of `locales/` by key. Parameters may be texts themselves, dates, numbers or what people typed."""

    key: str
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Raw:
    """Words that came with the data (a questionnaire's question, a name); shown as they are, escaped."""

    words: str


Words = Text | Raw


def say(key: str, **params: object) -> Text:
    return Text(key, params)
