"""The consent documents: their texts with the school's facts filled in, and the hash of what was shown.

Three documents, one purpose each (152-FZ, articles 9 and 10.1): processing, publication, participation. The texts
are data in `texts/`: front lines with `version` and `title`, then sections headed by `## `; the first one is the
summary for the screen. Whoever changes a text raises its version in every language, and everyone is asked again.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from mentoring.consent.rules import ConsentKind

LANGUAGES = ("ru", "en")
SUMMARY_LIMIT = 900  # characters: one screen of a telephone

_TEXTS = Path(__file__).with_name("texts")
_FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_PLACEHOLDER = re.compile(r"\{(\w+)(?:\|([^{}]*))?\}")
_HEADING = "## "


@dataclass(frozen=True, slots=True)
class Section:
    heading: str
    body: str


@dataclass(frozen=True, slots=True)
class Document:
    """One document in one language, its facts not yet filled in. `text` is all sections; the title is apart."""

    kind: ConsentKind
    version: int
    language: str
    title: str
    sections: tuple[Section, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What the school says of itself, in the document's language and in the nominative case.

    A line whose fact is empty is left out. `processor` names whoever runs the bot's server on the school's behalf;
    empty says that the school runs it itself. `curator_contact_hint` is a sentence of its own.
    """

    school_name: str
    year_label: str
    curator_contact_hint: str = ""
    operator_address: str = ""
    operator_details: str = ""
    processor: str = ""
    site: str = ""


@dataclass(frozen=True, slots=True)
class Filled:
    """What a person is shown. `sha256` is the hash of `text` in UTF-8, in hexadecimal digits."""

    title: str
    summary: str
    text: str
    sha256: str


def document(kind: ConsentKind | str, language: str) -> Document:
    """The present version; a language there is no text in gets the Russian one. ValueError for an unknown kind."""
    return _read(ConsentKind(kind), language if language in LANGUAGES else LANGUAGES[0])


def versions() -> dict[ConsentKind, int]:
    """The version of each document that people are asked about today."""
    return {kind: document(kind, LANGUAGES[0]).version for kind in ConsentKind}


def fill(template: Document, facts: Facts) -> Filled:
    """The document with the school's facts in place. Raises ValueError without the school's name or the year."""
    values = {field.name: " ".join(str(getattr(facts, field.name)).split()) for field in fields(facts)}
    if not values["school_name"] or not values["year_label"]:
        raise ValueError("a consent names the school and the year")
    text = _filled(template.text, values)
    summary = _filled(template.sections[0].body, values)
    return Filled(template.title, summary, text, hashlib.sha256(text.encode()).hexdigest())


@cache
def _read(kind: ConsentKind, language: str) -> Document:
    source = (_TEXTS / f"{kind}.{language}.md").read_text(encoding="utf-8")
    front = _FRONT.match(source)
    if front is None:
        raise ValueError(f"{kind}.{language}.md has no front lines")
    settings = dict(line.split(": ", 1) for line in front[1].splitlines())
    text = source[front.end() :].strip()
    return Document(kind, int(settings["version"]), language, settings["title"], _sections(text), text)


def _sections(text: str) -> tuple[Section, ...]:
    parts = re.split(rf"^{_HEADING}", text, flags=re.MULTILINE)[1:]
    halves = (part.partition("\n") for part in parts)
    return tuple(Section(heading, body.strip()) for heading, _, body in halves)


def _filled(text: str, values: Mapping[str, str]) -> str:
    lines = (_line(line, values) for line in text.splitlines())
    return "\n".join(line for line in lines if line is not None)


def _line(line: str, values: Mapping[str, str]) -> str | None:
    """One pass, so that braces in a school's name stay what they are; None for a line with a missing fact."""
    facts = [values[name] or otherwise for name, otherwise in _PLACEHOLDER.findall(line)]
    if not all(facts):
        return None
    return _PLACEHOLDER.sub(lambda match: values[match[1]] or match[2], line)
