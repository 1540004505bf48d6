"""Interim results of a pair: an open lesson, a project, a method, a publication, with links and files. Pure.

Step 22 of the programme's plan; stage 5 of the mechanism ("Оценка промежуточных итогов").
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from urllib.parse import urlsplit

from mentoring.errors import ProgrammeError


class ResultKind(StrEnum):
    OPEN_LESSON = "open_lesson"
    PROJECT = "project"
    METHOD = "method"
    PUBLICATION = "publication"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Result:
    """`files` are ids of files kept elsewhere; `task_id` where it belongs to a task of the plan."""

    id: int
    pair_id: int
    kind: ResultKind
    title: str
    on: date
    by: int
    task_id: int | None = None
    links: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


TITLE, LINK, MOST = 200, 500, 5  # characters, characters, links and files each


def checked(result: Result, today: date) -> Result:
    """The result, trimmed. Raises ProgrammeError: `error-result-title`, `error-result-future`, and as `with_link`
    and `with_file` do.
    """
    title = result.title.strip()
    if not 1 <= len(title) <= TITLE:
        raise ProgrammeError("error-result-title", most=TITLE)
    if result.on > today:
        raise ProgrammeError("error-result-future")
    bare = replace(result, title=title, links=(), files=())
    for address in result.links:
        bare = with_link(bare, address)
    for file in result.files:
        bare = with_file(bare, file)
    return bare


def with_link(result: Result, address: str) -> Result:
    """Once each. Raises ProgrammeError `error-result-link` (not a web address) or `error-result-many`."""
    found = web_address(address)
    if found is None:
        raise ProgrammeError("error-result-link")
    return replace(result, links=_more(result.links, found))


def with_file(result: Result, file_id: str) -> Result:
    """Once each. Raises ProgrammeError `error-result-many` (with `most`)."""
    return replace(result, files=_more(result.files, file_id))


def web_address(text: str) -> str | None:
    """The address people mean, "https://" put before it where they left that out; None when it is none."""
    trimmed = text.strip()
    address = trimmed if "://" in trimmed else f"https://{trimmed}"
    if len(address) > LINK or any(c.isspace() or not c.isprintable() for c in address):
        return None
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return None
    named = "." in host.strip(".") and parts.username is None
    return address if parts.scheme in ("http", "https") and named else None


def _more(held: tuple[str, ...], new: str) -> tuple[str, ...]:
    if new in held:
        return held
    if len(held) >= MOST:
        raise ProgrammeError("error-result-many", most=MOST)
    return (*held, new)
