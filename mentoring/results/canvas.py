"""Bars with words, painted: wrapped labels above, numbers at the right. Sizes are pixels."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import font_roboto
from PIL import Image, ImageDraw, ImageFont

WIDTH, MARGIN, GAP = 1000, 44, 26
TEXT, SMALL, HEAD, TITLE = 30, 24, 34, 42
BAR, NUMBER, NAME = 30, 190, 120  # height of a bar, room for its number, for its name
INK, FILL, TRACK, SOFT, PAPER = "#1B1F24", "#2F5D8A", "#E7EBF0", "#5B6470", "#FFFFFF"
LEADING = 1.28

Font = ImageFont.FreeTypeFont


@dataclass(frozen=True, slots=True)
class Bar:
    """`share` of the full length from 0 to 1, None for no bar; `text` is its number, `note` small beside it."""

    share: float | None
    text: str
    note: str = ""
    name: str = ""
    hatched: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    label: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Block:
    title: str
    items: tuple[Item, ...] = ()


def painted(title: str, blocks: list[Block]) -> Image.Image:
    """Everything under each other; measured first, so nothing is cut off."""
    height = _Pen(None).all(title, blocks)
    image = Image.new("RGB", (WIDTH, height), PAPER)
    _Pen(ImageDraw.Draw(image)).all(title, blocks)
    return image


@cache
def font(size: int, bold: bool = False) -> Font:
    return ImageFont.truetype(font_roboto.RobotoBold if bold else font_roboto.Roboto, size)


def wrapped(text: str, face: Font, width: int) -> list[str]:
    """Lines no wider than `width`; a word longer than a line is broken."""
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and face.getlength(joined) <= width:
            lines[-1] = joined
        else:
            lines += _broken(word, face, width)
    return lines


def _broken(word: str, face: Font, width: int) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and face.getlength(pieces[-1] + letter) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces


class _Pen:
    """Goes down the page; without a canvas it only measures."""

    def __init__(self, draw: ImageDraw.ImageDraw | None) -> None:
        self.draw = draw
        self.y = MARGIN

    def all(self, title: str, blocks: list[Block]) -> int:
        self._words(title, TITLE, bold=True)
        for block in blocks:
            self.y += GAP
            self._words(block.title, HEAD, bold=True)
            for item in block.items:
                self._item(item)
        return self.y + MARGIN

    def _words(self, text: str, size: int, bold: bool = False) -> None:
        face = font(size, bold)
        for line in wrapped(text, face, WIDTH - 2 * MARGIN):
            self._text(MARGIN, self.y, line, face, INK)
            self.y += round(size * LEADING)

    def _text(self, x: float, y: float, text: str, face: Font, ink: str, anchor: str = "la") -> None:
        if self.draw is not None:
            self.draw.text((x, y), text, fill=ink, font=face, anchor=anchor)

    def _item(self, item: Item) -> None:
        self.y += GAP // 2
        self._words(item.label, TEXT)
        for bar in item.bars:
            self.y += 6
            self._bar(bar)
            self.y += BAR + 4

    def _bar(self, bar: Bar) -> None:
        left = MARGIN + (NAME if bar.name else 0)
        right = WIDTH - MARGIN - NUMBER
        middle = self.y + BAR / 2
        if bar.name:
            self._text(MARGIN, middle, bar.name, font(SMALL), SOFT, "lm")
        if bar.share is not None:
            self._filled(left, right, bar)
        face = font(TEXT, True)
        x = right + 16 if bar.share is not None else left
        self._text(x, middle, bar.text, face, INK, "lm")
        self._text(x + face.getlength(bar.text) + 12, middle + 2, bar.note, font(SMALL), SOFT, "lm")

    def _filled(self, left: int, right: int, bar: Bar) -> None:
        if self.draw is None or bar.share is None:
            return
        top, bottom = self.y, self.y + BAR
        end = left + round((right - left) * bar.share)
        self.draw.rectangle((left, top, right, bottom), fill=TRACK)
        if end <= left:
            return
        if not bar.hatched:
            self.draw.rectangle((left, top, end, bottom), fill=FILL)
            return
        self._hatch(left, top, end, bottom)

    def _hatch(self, left: int, top: int, end: int, bottom: int) -> None:
        """Slanted lines, clipped by hand at both ends."""
        assert self.draw is not None
        self.draw.rectangle((left, top, end, bottom), fill=PAPER, outline=FILL, width=3)
        for start in range(left - BAR, end, 12):
            first, last = max(start, left), min(start + BAR, end)
            if first < last:
                line = ((first, bottom - (first - start)), (last, bottom - (last - start)))
                self.draw.line(line, fill=FILL, width=3)
