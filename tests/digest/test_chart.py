"""The picture under a digest, by its pixels."""

from __future__ import annotations

import io
from datetime import date, timedelta

import pytest
from PIL import Image

from mentoring.documents.digest_chart import HEIGHT, WIDTH, digest_chart

MONDAY = date(2026, 11, 23)
PALE, FULL = (0x9D, 0xB7, 0xCF), (0x2F, 0x5D, 0x8A)


def picture(counts: list[int], title: str = "Встречи по неделям", *, months: bool = False) -> Image.Image:
    last = len(counts) - 1
    points = [(MONDAY - timedelta(weeks=last - n), count) for n, count in enumerate(counts)]
    data = digest_chart(title, points, "ru", months=months)
    return Image.open(io.BytesIO(data)).convert("RGB")


def heights(image: Image.Image, count: int) -> list[int]:
    """How many pixels high each bar is, in its middle."""
    width = (WIDTH - 88) / count
    middles = [round(44 + width * (n + 0.35)) for n in range(count)]
    return [sum(image.getpixel((x, y)) in (PALE, FULL) for y in range(HEIGHT)) for x in middles]


def test_bars_are_as_high_as_their_numbers() -> None:
    image = picture([2, 4, 0, 8])
    found = heights(image, 4)
    assert image.size == (WIDTH, HEIGHT)
    assert found[1] == pytest.approx(2 * found[0], abs=3)
    assert found[3] == pytest.approx(4 * found[0], abs=6)
    assert 0 < found[2] < 8, "nothing is seen to be nothing"


def test_the_week_it_is_about_stands_out() -> None:
    image = picture([3, 3])
    colours = {colour: number for number, colour in image.getcolors(1 << 20) or []}
    assert colours[FULL] == pytest.approx(colours[PALE], rel=0.05)


@pytest.mark.parametrize("counts", [[0, 0], [0] * 8, [999] * 12, [1, 250]])
def test_any_numbers_fit(counts: list[int]) -> None:
    image = picture(counts, "Очень длинное название картинки, которому тесно в одной строке", months=True)
    edge = {image.getpixel((x, y)) for x in (0, WIDTH - 1) for y in range(HEIGHT)}
    assert edge == {(255, 255, 255)}, "nothing runs over the edge"
