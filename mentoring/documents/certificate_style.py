"""Paragraphs of the year's PDF papers in the font that ships; whatever people typed stands as typed."""

from __future__ import annotations

import re
from functools import cache
from html import escape
from typing import Any

import font_roboto
from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph

REGULAR, BOLD = "Roboto", "RobotoBold"
LEFT, CENTRE, RIGHT = TA_LEFT, TA_CENTER, TA_RIGHT
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@cache
def register_fonts() -> None:
    for name in (REGULAR, BOLD):
        pdfmetrics.registerFont(TTFont(name, getattr(font_roboto, name)))


def style(name: str, size: float, *, bold: bool = False, align: int = LEFT, indent: float = 0) -> ParagraphStyle:
    """`size` and `indent` in points."""
    register_fonts()
    return ParagraphStyle(
        name, fontName=BOLD if bold else REGULAR, fontSize=size, leading=size * 1.35, alignment=align,
        spaceBefore=size * 0.3, spaceAfter=size * 0.3, leftIndent=indent,
        bulletFontName=REGULAR, bulletFontSize=size,
    )  # fmt: skip


def printable(text: str) -> str:
    return _UNPRINTABLE.sub("", text)


def paragraph(text: str, face: ParagraphStyle, bullet: str | None = None) -> Paragraph:
    """Everything is escaped: the library would read `<b>` in a name as markup."""
    options: dict[str, Any] = {"bulletText": bullet} if bullet else {}
    return Paragraph(escape(printable(text)).replace("\n", "<br/>"), face, **options)
