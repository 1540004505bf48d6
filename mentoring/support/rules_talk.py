"""The psychologist's door: what is kept of a talk, for whom, for how long. Pure.

Only the two who talk may read it. What is kept for how long is data: `talks.toml`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from mentoring.errors import ProgrammeError

TEXT = 2000  # characters of one message


@dataclass(frozen=True, slots=True)
class Terms:
    """`done`: kept after either of the two has ended the talk; `silent`: after the last word of one that nobody
    ended.
    """

    done: timedelta
    silent: timedelta


@dataclass(frozen=True, slots=True)
class Line:
    by_asker: bool
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Talk:
    id: int
    asker_id: int
    psychologist_id: int
    made_at: datetime
    erase_at: datetime
    done_at: datetime | None = None
    lines: tuple[Line, ...] = ()

    @property
    def waits_for_psychologist(self) -> bool:
        return self.done_at is None and bool(self.lines) and self.lines[-1].by_asker


def checked(typed: str) -> str:
    """Raises ProgrammeError `error-talk-text`; the words are in no error."""
    text = typed.strip()
    if not text or len(text) > TEXT:
        raise ProgrammeError("error-talk-text", limit=TEXT)
    return text


def of(one: Talk | None, person_id: int, *, psychologist: bool) -> Talk:
    """The talk for whoever may read it: the asker, and its psychologist while they are one.

    Raises ProgrammeError `error-stale` to everybody else: it says no more than that of a talk there is.
    """
    if one is None or not (person_id == one.asker_id or (psychologist and person_id == one.psychologist_id)):
        raise ProgrammeError("error-stale")
    return one
