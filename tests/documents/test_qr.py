from __future__ import annotations

import io

import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from mentoring.documents.qr import QUIET_ZONE, SIDE, qr_png
from mentoring.errors import ProgrammeError

LINK = "https://t.me/uchitel_demo_bot?start=" + "aZ09_-" * 7


def modules_of(png: bytes) -> list[list[bool]]:
    """The picture back into dark and light modules, the quiet zone included, each checked to be of one colour."""
    picture = Image.open(io.BytesIO(png)).convert("L")
    assert picture.width == picture.height
    scale = first_dark(picture) // QUIET_ZONE
    side = picture.width // scale
    assert side * scale == picture.width
    return [[module(picture, x * scale, y * scale, scale) for x in range(side)] for y in range(side)]


def first_dark(picture: Image.Image) -> int:
    return next(x for x in range(picture.width) if picture.getpixel((x, x)) == 0)


def module(picture: Image.Image, x: int, y: int, scale: int) -> bool:
    colours = picture.crop((x, y, x + scale, y + scale)).getcolors()
    assert len(colours) == 1
    return colours[0][1] == 0


@settings(max_examples=12, deadline=None)
@given(st.text(st.characters(codec="ascii", categories=("L", "N")), min_size=1, max_size=64))
def test_the_picture_is_the_code_of_the_text(token):
    text = f"https://t.me/bot?start={token}"
    modules = modules_of(qr_png(text))
    inner = [row[QUIET_ZONE:-QUIET_ZONE] for row in modules[QUIET_ZONE:-QUIET_ZONE]]
    expected = segno.make_qr(text, error="m", boost_error=False).matrix
    assert inner == [[bool(value) for value in row] for row in expected]


def test_there_is_a_quiet_zone_on_every_side():
    modules = modules_of(qr_png(LINK))
    size = len(modules)
    for place in (*range(QUIET_ZONE), *range(size - QUIET_ZONE, size)):
        assert not any(modules[place])
        assert not any(row[place] for row in modules)
    assert modules[QUIET_ZONE][QUIET_ZONE]


@pytest.mark.parametrize("text", ["x", LINK, "школа" * 30])
def test_it_is_large_enough_for_a_telephone_and_no_larger_than_needed(text):
    width = Image.open(io.BytesIO(qr_png(text))).width
    assert SIDE <= width < 1.3 * SIDE


def test_two_pictures_of_one_link_are_equal():
    assert qr_png(LINK) == qr_png(LINK) != qr_png(LINK + "x")


def test_what_does_not_fit_is_refused():
    with pytest.raises(ProgrammeError) as caught:
        qr_png("ж" * 3000)
    assert caught.value.key == "qr-too-long"
    with pytest.raises(ValueError):
        qr_png("")
