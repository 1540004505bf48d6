"""One PDF sheet: the school's blank or a plain frame behind the words, the signature at its foot."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Frame, KeepInFrame

from mentoring.documents.certificate_blank import lies
from mentoring.documents.certificate_style import REGULAR, printable, register_fonts

_SIDE, _FOOT = 24 * mm, 34 * mm
_HEAD = {False: 26 * mm, True: 62 * mm}  # a blank has its own head, the words begin below it
_FRAME, _LINE = HexColor("#2F5D8A"), HexColor("#9AA7B4")
_SIGN_SIZE = 12


@dataclass(frozen=True, slots=True)
class Signature:
    post: str
    name: str


def sheet(title: str, story: Sequence[Flowable], signature: Signature, blank: bytes | None) -> bytes:
    """A single page whatever the length of its words: what would not fit is made smaller.

    `blank` is a picture from `certificate_blank.checked_blank`. The bytes depend on the arguments alone.
    """
    register_fonts()
    size = landscape(A4) if blank and lies(blank) else A4
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=size, invariant=1, lang="ru")
    canvas.setTitle(printable(title))
    _background(canvas, size, blank)
    _story(canvas, size, story, blank is not None)
    _sign(canvas, size, signature)
    canvas.showPage()
    canvas.save()
    return target.getvalue()


def _background(canvas: Any, size: tuple[float, float], blank: bytes | None) -> None:
    if blank is not None:
        canvas.drawImage(ImageReader(io.BytesIO(blank)), 0, 0, *size)
        return
    for inset, width, colour in ((10 * mm, 2.2, _FRAME), (13 * mm, 0.7, _LINE)):
        canvas.setStrokeColor(colour)
        canvas.setLineWidth(width)
        canvas.rect(inset, inset, size[0] - 2 * inset, size[1] - 2 * inset)


def _story(canvas: Any, size: tuple[float, float], story: Sequence[Flowable], on_blank: bool) -> None:
    width, height = size[0] - 2 * _SIDE, size[1] - _HEAD[on_blank] - _FOOT - 16 * mm
    frame = Frame(_SIDE, _FOOT + 16 * mm, width, height, 0, 0, 0, 0)
    frame.addFromList([KeepInFrame(width, height, list(story), mode="shrink")], canvas)


def _sign(canvas: Any, size: tuple[float, float], signature: Signature) -> None:
    """A line to sign on between the post and the name, and room for the seal; smaller where they are long."""
    post, name = printable(signature.post), printable(signature.name)
    room, face = size[0] - 2 * _SIDE, float(_SIGN_SIZE)
    line = 42 * mm
    while face > 7 and canvas.stringWidth(post + name, REGULAR, face) + line + 12 > room:
        face -= 0.5
    canvas.setFillColor(HexColor("#000000"))
    canvas.setFont(REGULAR, face)
    canvas.drawString(_SIDE, _FOOT, post)
    canvas.drawRightString(size[0] - _SIDE, _FOOT, name)
    canvas.setStrokeColor(_LINE)
    canvas.setLineWidth(0.7)
    end = size[0] - _SIDE - canvas.stringWidth(name, REGULAR, face) - 6
    start = max(_SIDE + canvas.stringWidth(post, REGULAR, face) + 6, end - line)
    canvas.line(start, _FOOT - 2, end, _FOOT - 2)
