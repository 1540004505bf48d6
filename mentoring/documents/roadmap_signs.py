"""How a step's state looks: a colour and a sign of its own, so that it reads in grey and to the colour-blind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PIL import ImageDraw

from mentoring.results.canvas import PAPER
from mentoring.roadmap.rules import State

SIGN = 24  # pixels, the side of a sign's square
_LINE = 4
_Draw = ImageDraw.ImageDraw


@dataclass(frozen=True, slots=True)
class Look:
    """`fill` inside the bar, `edge` around it, `ink` for what is drawn on it."""

    fill: str
    edge: str
    ink: str


LOOKS: Mapping[State, Look] = {
    State.PLANNED: Look(PAPER, "#7A8794", "#5B6470"),
    State.OPEN: Look("#2F5D8A", "#2F5D8A", PAPER),
    State.DONE: Look("#2E7D4F", "#2E7D4F", PAPER),
    State.OVERDUE: Look("#B3261E", "#B3261E", PAPER),
    State.POSTPONED: Look("#F2C45A", "#A87400", "#3A2A00"),
    State.DROPPED: Look("#E3E6EA", "#9AA3AD", "#5B6470"),
}


def draw_sign(draw: _Draw, state: State, x: float, y: float) -> None:
    """The state's sign around the point."""
    _SIGNS[state](draw, x, y, LOOKS[state].ink)


def _ring(draw: _Draw, x: float, y: float, ink: str) -> None:
    draw.ellipse((x - 7, y - 7, x + 7, y + 7), outline=ink, width=3)


def _play(draw: _Draw, x: float, y: float, ink: str) -> None:
    draw.polygon(((x - 7, y - 10), (x - 7, y + 10), (x + 10, y)), fill=ink)


def _tick(draw: _Draw, x: float, y: float, ink: str) -> None:
    draw.line(((x - 10, y), (x - 3, y + 8), (x + 10, y - 8)), fill=ink, width=_LINE, joint="curve")


def _mark(draw: _Draw, x: float, y: float, ink: str) -> None:
    draw.rectangle((x - 2, y - 11, x + 2, y + 3), fill=ink)
    draw.rectangle((x - 2, y + 7, x + 2, y + 11), fill=ink)


def _pause(draw: _Draw, x: float, y: float, ink: str) -> None:
    draw.rectangle((x - 7, y - 9, x - 3, y + 9), fill=ink)
    draw.rectangle((x + 3, y - 9, x + 7, y + 9), fill=ink)


def _cross(draw: _Draw, x: float, y: float, ink: str) -> None:
    draw.line((x - 8, y - 8, x + 8, y + 8), fill=ink, width=_LINE)
    draw.line((x - 8, y + 8, x + 8, y - 8), fill=ink, width=_LINE)


_SIGNS: Mapping[State, Callable[[_Draw, float, float, str], None]] = {
    State.PLANNED: _ring,
    State.OPEN: _play,
    State.DONE: _tick,
    State.OVERDUE: _mark,
    State.POSTPONED: _pause,
    State.DROPPED: _cross,
}
