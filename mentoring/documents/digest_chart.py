"""One picture under a digest: a bar for each week or month, its number above, its first day below."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date

from babel.dates import format_date, get_month_names
from PIL import Image, ImageDraw

from mentoring.results.canvas import FILL, INK, MARGIN, PAPER, SOFT, Font, font, wrapped

WIDTH, HEIGHT = 1000, 620
_TITLE, _NUMBER, _LABEL = 42, 38, 26
_BASE = HEIGHT - 92  # where the bars stand
_GAP = 0.28  # of a bar's place
_LEAST = 4  # pixels of a bar of nothing, so that it is seen to be one
_PALE = "#9DB7CF"

Points = Sequence[tuple[date, int]]


def digest_chart(title: str, points: Points, language: str, *, months: bool = False) -> bytes:
    """A PNG 1000 by 620 pixels. The last bar is the one that the digest is about; those before it are paler."""
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    draw = ImageDraw.Draw(image)
    top = _head(draw, title) + _NUMBER + 24
    for place, (day, count) in enumerate(points):
        label = _month(day, language) if months else format_date(day, "d.MM", locale=language)
        _bar(draw, points, place, count, label, top)
    draw.line((MARGIN, _BASE, WIDTH - MARGIN, _BASE), fill=SOFT, width=3)
    target = io.BytesIO()
    image.save(target, "PNG", optimize=True)
    return target.getvalue()


def _head(draw: ImageDraw.ImageDraw, title: str) -> float:
    face, y = font(_TITLE, True), float(MARGIN)
    for line in wrapped(title, face, WIDTH - 2 * MARGIN):
        draw.text((MARGIN, y), line, fill=INK, font=face)
        y += _TITLE * 1.28
    return y


def _bar(draw: ImageDraw.ImageDraw, points: Points, place: int, count: int, label: str, top: float) -> None:
    width = (WIDTH - 2 * MARGIN) / len(points)
    left = MARGIN + width * (place + _GAP / 2)
    most = max((number for _, number in points), default=0) or 1
    height = max(_LEAST, (_BASE - top) * count / most)
    right, middle, last = left + width * (1 - _GAP), left + width * (1 - _GAP) / 2, place == len(points) - 1
    draw.rectangle((left, _BASE - height, right, _BASE), fill=FILL if last else _PALE)
    draw.text((middle, _BASE - height - 10), str(count), fill=INK, font=font(_NUMBER, last), anchor="ms")
    face = _fitting(label, width - 6)
    draw.text((middle, _BASE + 18), label, fill=INK if last else SOFT, font=face, anchor="ma")


def _fitting(label: str, room: float) -> Font:
    """A year of months leaves less room for each than eight weeks do."""
    size = _LABEL
    while size > 14 and font(size).getlength(label) > room:
        size -= 2
    return font(size)


def _month(day: date, language: str) -> str:
    names = get_month_names("abbreviated", context="stand-alone", locale=language)
    return str(names[day.month]).rstrip(".")
