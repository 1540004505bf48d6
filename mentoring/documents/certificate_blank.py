"""The school's blank: a picture of the sheet on which certificates and letters are printed."""

from __future__ import annotations

import io

from PIL import Image

from mentoring.errors import ProgrammeError

HEAVIEST, LARGEST, SMALLEST = 10 * 1024 * 1024, 50_000_000, 600  # bytes, pixels, pixels of the shorter side
_DENSITY = (1754, 2480)  # an A4 sheet at 210 dots an inch
_KINDS = ("PNG", "JPEG", "WEBP")


def checked_blank(data: bytes) -> bytes:
    """The picture as a JPEG of a sheet's size, without whatever else its file held (place, camera, comments).

    It may lie or stand, the paper does as it does. Raises ProgrammeError: `error-blank-heavy` (with `megabytes`),
    `error-blank-picture` (not a picture), `error-blank-small` (with `least`, too coarse to print).
    """
    if len(data) > HEAVIEST:
        raise ProgrammeError("error-blank-heavy", megabytes=HEAVIEST // 1024 // 1024)
    picture = _opened(data)
    if min(picture.size) < SMALLEST:
        raise ProgrammeError("error-blank-small", least=SMALLEST)
    bound = _DENSITY if picture.height >= picture.width else _DENSITY[::-1]
    picture.thumbnail(bound)
    target = io.BytesIO()
    picture.save(target, "JPEG", quality=88)
    return target.getvalue()


def _opened(data: bytes) -> Image.Image:
    """On white paper. The library raises many kinds of errors over a damaged file; they all mean the same here."""
    try:
        found = Image.open(io.BytesIO(data), formats=_KINDS)
        if found.width * found.height > LARGEST:
            raise ValueError("too many pixels")
        whole = found.convert("RGBA")
    except Exception as error:
        raise ProgrammeError("error-blank-picture") from error
    paper = Image.new("RGBA", whole.size, "white")
    return Image.alpha_composite(paper, whole).convert("RGB")


def lies(blank: bytes) -> bool:
    """Whether the sheet is wider than high."""
    width, height = Image.open(io.BytesIO(blank)).size
    return width > height
