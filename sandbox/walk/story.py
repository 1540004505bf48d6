"""What happened, in order: printed for a person, kept for a test."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TextIO

CUT = 110


@dataclass(frozen=True, slots=True)
class Event:
    """`who` did `did`: a press by its label, or typed words. `on` is the question that was answered, if any."""

    who: str
    on: str
    did: str


@dataclass(slots=True)
class Story:
    """`retries` counts actions that had to be repeated because nothing at all came back."""

    out: TextIO | None = None
    events: list[Event] = field(default_factory=list)
    retries: int = 0

    def chapter(self, title: str) -> None:
        self._print(f"\n== {title}")

    def acted(self, who: str, on: str, did: str) -> None:
        self.events.append(Event(who, on, did))
        self._print(f"{who}: «{_line(did)}»")

    def saw(self, who: str, text: str) -> None:
        self._print(f"    {who} видит: {_line(text)}")

    def note(self, text: str) -> None:
        self._print(f"  · {text}")

    def _print(self, line: str) -> None:
        if self.out is not None:
            print(line, file=self.out, flush=True)


def _line(text: str) -> str:
    flat = " / ".join(part.strip() for part in text.splitlines() if part.strip())
    return flat if len(flat) <= CUT else flat[: CUT - 1] + "…"
