"""The school year on one picture for a phone: a row for each step, a column for each month, today as a line.

A bar lies over the step's window, to the day; what goes on after July ends in an arrow with its date.
"""

from __future__ import annotations

import io
from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from babel.dates import format_date, get_month_names
from PIL import Image, ImageDraw

from mentoring.documents.roadmap_signs import LOOKS, SIGN, draw_sign
from mentoring.people.rules import school_year
from mentoring.results.canvas import INK, PAPER, SOFT, Font, font, wrapped
from mentoring.results.wording import Words
from mentoring.roadmap.rules import YEAR_FIRST, Instance, State, state_on

WIDTH, MARGIN = 1080, 20
_LEFT = 444  # where the months begin
_COLUMN = (WIDTH - MARGIN - _LEFT) / 12
_TITLE, _TEXT, _SMALL = 38, 23, 21
_HEAD, _MONTHS, _BAND, _ROW, _BAR, _LEGEND = 76, 62, 40, 60, 36, 48  # heights
_SHADE, _GRID, _TODAY = "#F4F6F8", "#D3D9E0", "#C2185B"


@dataclass(frozen=True, slots=True)
class Row:
    """The entries of one step: this year's, and what an earlier year has left of it."""

    n: int
    title: str
    entries: tuple[Instance, ...]


@dataclass(frozen=True, slots=True)
class Band:
    title: str
    rows: tuple[Row, ...]


def bands(plan: Iterable[Instance], sections: Mapping[str, str]) -> list[Band]:
    """The steps by section, in the plan's order; a section the plan does not know comes last."""
    found: dict[str, dict[int, list[Instance]]] = {section: {} for section in sections}
    for one in sorted(plan, key=lambda one: (one.n, -one.year)):
        found.setdefault(one.step.section, {}).setdefault(one.n, []).append(one)
    return [
        Band(sections.get(section, section), tuple(Row(n, of[0].title, tuple(of)) for n, of in rows.items()))
        for section, rows in found.items()
        if rows
    ]


def year_picture(
    plan: Iterable[Instance], year: int, today: date, sections: Mapping[str, str], words: Words, language: str
) -> bytes:
    """A PNG 1080 pixels wide. `plan` may hold what earlier years left; `year` names the axis's first August."""
    shown = bands(plan, sections)
    height = _HEAD + _MONTHS + sum(_BAND + _ROW * len(band.rows) for band in shown) + 2 * _LEGEND + MARGIN
    image = Image.new("RGB", (WIDTH, height), PAPER)
    _Page(ImageDraw.Draw(image), _Axis(year), today, words, language).all(shown)
    target = io.BytesIO()
    image.save(target, "PNG", optimize=True)
    return target.getvalue()


class _Axis:
    """Days of one school year as places across the picture."""

    def __init__(self, year: int) -> None:
        self.first, self.last = school_year(date(year, YEAR_FIRST, 1))
        self.year = year

    def begins(self, day: date) -> float:
        """Where the day begins."""
        month = (day.month - YEAR_FIRST) % 12
        return _LEFT + _COLUMN * (month + (day.day - 1) / monthrange(day.year, day.month)[1])

    def ends(self, day: date) -> float:
        return self.begins(day) + _COLUMN / monthrange(day.year, day.month)[1]

    def span(self, first: date, last: date) -> tuple[float, float] | None:
        """The part of a window that lies in the year, wide enough to be seen."""
        first, last = max(first, self.first), min(last, self.last)
        if first > last:
            return None
        left, right = self.begins(first) + 2, self.ends(last) - 2
        if right - left < SIGN + 6:
            left = min(left, WIDTH - MARGIN - SIGN - 6)
            right = left + SIGN + 6
        return left, right


class _Page:
    """Goes down the page."""

    def __init__(self, draw: ImageDraw.ImageDraw, axis: _Axis, today: date, words: Words, language: str) -> None:
        self.draw, self.axis, self.today, self.words, self.language = draw, axis, today, words, language
        self.y = 0

    def all(self, shown: Sequence[Band]) -> None:
        self._head()
        self._name_today()
        for band in shown:
            self._band(band)
        self._legend()

    def _head(self) -> None:
        years = f"{self.axis.year}/{self.axis.year + 1}"
        title = self.words("roadmap-picture-title", years=years)
        self.draw.text((MARGIN, _HEAD / 2 + 6), title, fill=INK, font=font(_TITLE, True), anchor="lm")
        self.y = _HEAD + _MONTHS
        names = get_month_names("abbreviated", context="stand-alone", locale=self.language)
        for place in range(12):
            name = names[(place + YEAR_FIRST - 1) % 12 + 1].rstrip(".")[:3]
            x = _LEFT + _COLUMN * (place + 0.5)
            self.draw.text((x, self.y - 12), name, fill=INK, font=font(_SMALL, True), anchor="ms")

    def _band(self, band: Band) -> None:
        self.draw.rectangle((0, self.y, WIDTH, self.y + _BAND), fill="#DDE5ED")
        face = font(_TEXT, True)
        title = _cut(band.title, face, WIDTH - 2 * MARGIN, 1)[0]
        self.draw.text((MARGIN, self.y + _BAND / 2), title, fill=INK, font=face, anchor="lm")
        self.y += _BAND
        for place, row in enumerate(band.rows):
            self._row(row, shaded=place % 2 == 1)
            self.y += _ROW

    def _row(self, row: Row, shaded: bool) -> None:
        if shaded:
            self.draw.rectangle((0, self.y, WIDTH, self.y + _ROW), fill=_SHADE)
        for place in range(13):
            x = _LEFT + _COLUMN * place
            self.draw.line((x, self.y, x, self.y + _ROW), fill=_GRID)
        middle = self.y + _ROW / 2
        self.draw.text((MARGIN + 36, middle), str(row.n), fill=INK, font=font(27, True), anchor="rm")
        face = font(_TEXT)
        lines = _cut(row.title, face, _LEFT - MARGIN - 56, 2)
        for place, line in enumerate(lines):
            y = middle + 26 * (place - (len(lines) - 1) / 2)
            self.draw.text((MARGIN + 46, y), line, fill=INK, font=face, anchor="lm")
        if all(one.first for one in row.entries):  # the words of an undated one stand in its way
            self._today(self.y, self.y + _ROW)
        for one in row.entries:
            self._entry(one, middle)

    def _entry(self, one: Instance, middle: float) -> None:
        if one.first is None or one.last is None:
            state = state_on(one, self.today)
            draw_sign(self.draw, state, _LEFT + 20, middle)
            text = self.words("roadmap-picture-undated")
            self.draw.text((_LEFT + 40, middle), text, fill=SOFT, font=font(_SMALL), anchor="lm")
            return
        span = self.axis.span(one.first, one.last)
        if span is not None:
            self._bar(one, span, middle)

    def _bar(self, one: Instance, span: tuple[float, float], middle: float) -> None:
        assert one.last is not None
        state = state_on(one, self.today)
        look, half = LOOKS[state], _BAR / 2
        box = (span[0], middle - half, span[1], middle + half)
        self.draw.rounded_rectangle(box, radius=7, fill=look.fill, outline=look.edge, width=3)
        self._today(box[1], box[3])
        room = span[1] - span[0]
        draw_sign(self.draw, state, span[0] + min(room / 2, SIGN), middle)
        if one.last > self.axis.last:
            day = format_date(one.last, "dd.MM", locale=self.language)
            until = self.words("roadmap-picture-until", day=day)
            self._at_end(until, span[1] - 10, middle, look.ink, room - 2 * SIGN)

    def _at_end(self, text: str, x: float, y: float, ink: str, room: float) -> None:
        if font(_SMALL, True).getlength(text) < room:
            self.draw.text((x, y), text, fill=ink, font=font(_SMALL, True), anchor="rm")

    def _today(self, top: float, bottom: float) -> None:
        """A dashed line down one row."""
        if self.axis.first <= self.today <= self.axis.last:
            x = self.axis.begins(self.today)
            for y in range(round(top) + 3, round(bottom), 15):
                self.draw.line((x, y, x, y + 8), fill=_TODAY, width=3)

    def _name_today(self) -> None:
        if not self.axis.first <= self.today <= self.axis.last:
            return
        said = self.words("roadmap-picture-today", day=format_date(self.today, "d.MM", locale=self.language))
        half = font(_SMALL, True).getlength(said) / 2
        place = min(max(self.axis.begins(self.today), _LEFT + half), WIDTH - MARGIN - half)
        self.draw.text((place, _HEAD + 2), said, fill=_TODAY, font=font(_SMALL, True), anchor="ma")

    def _legend(self) -> None:
        for place, state in enumerate(State):
            x = MARGIN + (WIDTH - 2 * MARGIN) / 3 * (place % 3)
            y = self.y + _LEGEND * (place // 3 + 0.5) + MARGIN / 2
            look = LOOKS[state]
            box = (x, y - _BAR / 2, x + 54, y + _BAR / 2)
            self.draw.rounded_rectangle(box, radius=7, fill=look.fill, outline=look.edge, width=3)
            draw_sign(self.draw, state, x + 27, y)
            text = self.words(f"roadmap-state-{state}")
            self.draw.text((x + 66, y), text, fill=INK, font=font(_TEXT), anchor="lm")


def _cut(text: str, face: Font, width: int, lines: int) -> list[str]:
    """At most so many lines; the last ends in an ellipsis where there was more."""
    found = wrapped(text, face, width)
    if len(found) <= lines:
        return found
    last = found[lines - 1]
    while last and face.getlength(last + "…") > width:
        last = last[:-1]
    return [*found[: lines - 1], last.rstrip(" ,.;:«(") + "…"]
