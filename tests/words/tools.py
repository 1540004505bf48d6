"""What a phrase says, in one short line."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from mentoring.words.rules import Understood, understand

MOSCOW = ZoneInfo("Europe/Moscow")
NOW = datetime(2026, 11, 24, 10, 5, tzinfo=MOSCOW)
"""A Tuesday."""


def told(found: Understood | None) -> str:
    """ "11-25 15:30 minute", "11-25 09:00 / 11-25 11:00 hour", "90 minute", "7"; "" for nothing."""
    if found is None:
        return ""
    if found.value is not None:
        return f"{found.value} {found.grain or ''}".strip()
    if found.kind == "instant":
        return f"{_short(found.start)} {found.grain}"
    return f"{_short(found.start)} / {_short(found.end)} {found.grain}"


def _short(moment: datetime | None) -> str:
    if moment is None:
        return "…"
    shown = moment.strftime("%m-%d" if (moment.hour, moment.minute) == (0, 0) else "%m-%d %H:%M")
    return shown if moment.year == NOW.year else f"{moment.year}-{shown}"


def says(text: str, now: datetime = NOW) -> str:
    return told(understand(text, now))
