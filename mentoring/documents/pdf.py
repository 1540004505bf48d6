"""A dated copy of a consent for the person who gave or refused it: PDF, A4, ready to print.

The bytes depend on the arguments alone: no clock, no random document id, fonts in a fixed order.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from html import escape
from typing import Any

import font_roboto
from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

_REGULAR, _BOLD = "Roboto", "RobotoBold"
_SIDE, _FOOT = 18 * mm, 10 * mm
_FRAME_PADDING = 6  # points, the library's own on each side of a page's frame
_GREY, _LINE = HexColor("#555555"), HexColor("#C8D0D8")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class ConsentCopy:
    """What is on the paper. `text` has headings as `## ` lines and list items as `- ` lines.

    `decision` is already in words; `decided_at` is aware, in the school's zone; `person` is the name as typed.
    """

    school_name: str
    title: str
    text: str
    version: int
    text_hash: str
    decision: str
    decided_at: datetime
    person: str | None = None
    language: str = "ru"


@dataclass(frozen=True, slots=True)
class ConsentLabels:
    """Words beside the facts; `page` has the places {page} and {pages}."""

    version: str
    text_hash: str
    decision: str
    decided_at: str
    person: str
    page: str


def consent_copy(copy: ConsentCopy, labels: ConsentLabels) -> bytes:
    """The copy as a PDF file. Raises ValueError where `decided_at` has no zone."""
    rows = _facts(copy, labels)
    _register_fonts()
    target = io.BytesIO()
    paper = SimpleDocTemplate(
        target, pagesize=A4, leftMargin=_SIDE, rightMargin=_SIDE, topMargin=14 * mm, bottomMargin=17 * mm,
        title=_printable(copy.title), author=_printable(copy.school_name), lang=copy.language, invariant=1,
    )  # fmt: skip
    story = [*_head(copy), *_proof(rows, paper.width - 2 * _FRAME_PADDING), *_body(copy.text)]
    paper.build(story, canvasmaker=lambda *args, **kwargs: _Numbered(labels.page, *args, **kwargs))
    return target.getvalue()


def moment(at: datetime) -> str:
    """Day, time and zone: `24.11.2026 10:15 (UTC+3, Europe/Moscow)`; the zone's name only where it has one."""
    offset = at.utcoffset()
    if offset is None:
        raise ValueError("the time of a decision needs its zone")
    name = getattr(at.tzinfo, "key", None)
    return f"{at:%d.%m.%Y %H:%M} ({_utc(offset)}{f', {name}' if name else ''})"


def _utc(offset: timedelta) -> str:
    hours, minutes = divmod(abs(int(offset.total_seconds())) // 60, 60)
    sign = "-" if offset < timedelta(0) else "+"
    return f"UTC{sign}{hours}" + (f":{minutes:02}" if minutes else "")


def _facts(copy: ConsentCopy, labels: ConsentLabels) -> list[tuple[str, str]]:
    rows = [
        (labels.decision, copy.decision),
        (labels.decided_at, moment(copy.decided_at)),
        (labels.version, str(copy.version)),
        (labels.text_hash, copy.text_hash),
    ]
    return [(labels.person, copy.person), *rows] if copy.person else rows


@cache
def _register_fonts() -> None:
    for name in (_REGULAR, _BOLD):
        pdfmetrics.registerFont(TTFont(name, getattr(font_roboto, name)))


def _style(name: str, size: float, **options: Any) -> ParagraphStyle:
    common = {"fontName": _REGULAR, "leading": size * 1.35, "alignment": TA_LEFT}
    return ParagraphStyle(name, fontSize=size, **(common | options))


_SCHOOL = _style("school", 10, textColor=_GREY, spaceAfter=4)
_TITLE = _style("title", 15, fontName=_BOLD, spaceAfter=6)
_HEADING = _style("heading", 10.5, fontName=_BOLD, spaceBefore=4, spaceAfter=2, keepWithNext=1)
_TEXT = _style("text", 9.5, spaceAfter=2, allowWidows=0, allowOrphans=0)
_ITEM = _style("item", 9.5, leftIndent=12, bulletIndent=2, bulletFontName=_REGULAR, bulletFontSize=9.5)
_LABEL = _style("label", 9, textColor=_GREY)
_VALUE = _style("value", 9)


def _printable(text: str) -> str:
    return _UNPRINTABLE.sub("", text)


def _paragraph(text: str, style: ParagraphStyle, **options: Any) -> Paragraph:
    """Everything is escaped: the library would read `<b>` in a name as markup."""
    return Paragraph(escape(_printable(text)).replace("\n", "<br/>"), style, **options)


def _head(copy: ConsentCopy) -> list[Flowable]:
    return [_paragraph(copy.school_name, _SCHOOL), _paragraph(copy.title, _TITLE)]


def _body(text: str) -> list[Flowable]:
    return [_block(line.strip()) for line in text.splitlines()]


def _block(line: str) -> Flowable:
    if not line:
        return Spacer(1, 1 * mm)
    if line.startswith("## "):
        return _paragraph(line[3:], _HEADING)
    if line.startswith("- "):
        return _paragraph(line[2:], _ITEM, bulletText="•")
    return _paragraph(line, _TEXT)


def _proof(rows: Sequence[tuple[str, str]], width: float) -> list[Flowable]:
    """The facts of the decision stand above the text: at its end they would often be alone on a page."""
    cells = [[_paragraph(label, _LABEL), _paragraph(value, _VALUE)] for label, value in rows]
    frame = TableStyle(
        [
            ("BOX", (0, 0), (-1, -1), 0.7, _LINE),
            ("LINEBELOW", (0, 0), (-1, -2), 0.4, _LINE),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ]
    )
    return [Table(cells, colWidths=[width * 0.27, width * 0.73], style=frame), Spacer(1, 3 * mm)]


class _Numbered(Canvas):  # type: ignore[misc]  # the library has no types
    """Holds the pages back until their number is known."""

    def __init__(self, words: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.words = words
        self.held: list[dict[str, Any]] = []

    def showPage(self) -> None:
        self.held.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        for number, page in enumerate(self.held, start=1):
            self.__dict__.update(page)
            self.setFont(_REGULAR, 8)
            self.setFillColor(_GREY)
            self.drawRightString(A4[0] - _SIDE, _FOOT, self._numbered(number))
            super().showPage()
        super().save()

    def _numbered(self, number: int) -> str:
        return self.words.replace("{page}", str(number)).replace("{pages}", str(len(self.held)))
