"""A material of the library: what it is and what may stand in it. Pure.

Steps 2 to 8 and 13 of the programme's plan: the papers of the launch, and "комплект памяток, сценариев встреч,
рабочих тетрадей".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from mentoring.errors import ProgrammeError
from mentoring.library.rules_search import normal
from mentoring.meetings.rules import Subject
from mentoring.plan.rules_results import web_address
from mentoring.roadmap.rules import Phase

TITLE, TEXT, SEARCHED = 160, 3500, 1500  # characters; of a long text its beginning is searched
NEW = timedelta(days=30)
_SUFFIX = 6


class Kind(StrEnum):
    FILE = "file"
    LINK = "link"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Stored:
    """A file that lies with the messenger: its own kind and reference, and the name it came with."""

    medium: str
    reference: str
    name: str


@dataclass(frozen=True, slots=True)
class Material:
    """Without a phase or subject it is for all of them. One of `file`, `link`, `text` is what it holds."""

    id: int
    title: str
    added_at: datetime
    added_by: int | None = None
    phase: Phase | None = None
    subject: Subject | None = None
    text: str = ""
    link: str = ""
    file: Stored | None = None
    withdrawn_at: datetime | None = None

    @property
    def kind(self) -> Kind:
        if self.file is not None:
            return Kind.FILE
        return Kind.LINK if self.link else Kind.TEXT

    @property
    def words(self) -> str:
        """What a search looks through, the title first."""
        name = self.file.name if self.file else ""
        return normal(" ".join((self.title, name, self.link, self.text[:SEARCHED])))


def checked_title(typed: str) -> str:
    """Raises ProgrammeError `error-material-title` for an empty or endless one."""
    title = " ".join(typed.split())
    if not title or len(title) > TITLE:
        raise ProgrammeError("error-material-title", limit=TITLE)
    return title


def from_text(typed: str, now: datetime, by: int) -> Material:
    """A web address alone, or one under its title, is a link; anything else is a text whose first line names it.

    Raises ProgrammeError `error-material-empty`, `error-material-long`.
    """
    lines = [line.strip() for line in typed.strip().splitlines() if line.strip()]
    if not lines:
        raise ProgrammeError("error-material-empty")
    if len(typed) > TEXT:
        raise ProgrammeError("error-material-long", limit=TEXT)
    link = _link(lines)
    if link is not None:
        title = lines[0] if len(lines) > 1 else lines[-1].partition("://")[2] or lines[-1]
        return Material(0, _cut(title), now, by, link=link)
    return Material(0, _cut(lines[0]), now, by, text=typed.strip())


def _link(lines: list[str]) -> str | None:
    """Only what looks like an address by itself: a lone word is a word."""
    if len(lines) > 2 or not ("://" in lines[-1] or lines[-1].lower().startswith("www.")):
        return None
    return web_address(lines[-1])


def from_file(stored: Stored, caption: str, now: datetime, by: int) -> Material:
    """Named by the caption, else by the file's name without its ending; "" when it has neither."""
    bare, dot, suffix = stored.name.rpartition(".")
    name = bare if dot and len(suffix) <= _SUFFIX else stored.name
    lines = caption.strip().splitlines()
    return Material(0, _cut(lines[0] if lines else name.replace("_", " ")), now, by, file=stored)


def _cut(title: str) -> str:
    title = " ".join(title.split())
    return title if len(title) <= TITLE else title[: TITLE - 1].rstrip() + "…"


def newest_first(materials: Iterable[Material]) -> list[Material]:
    return sorted(materials, key=lambda one: (one.added_at, one.id), reverse=True)
