"""An invitation's link as a picture that a telephone reads from a screen or from paper."""

from __future__ import annotations

import io

import segno

from mentoring.errors import ProgrammeError

QUIET_ZONE = 4  # modules, as ISO/IEC 18004 asks
SIDE = 720  # pixels at least


def qr_png(text: str) -> bytes:
    """A black and white PNG at least `SIDE` pixels wide, the quiet zone included.

    Error correction M: a thumb over a corner or a crease does no harm. Raises ProgrammeError `qr-too-long` where
    the text does not fit and ValueError for no text.
    """
    if not text:
        raise ValueError("nothing to encode")
    try:
        code = segno.make_qr(text, error="m", boost_error=False)
    except segno.DataOverflowError as error:
        raise ProgrammeError("qr-too-long") from error
    modules, _ = code.symbol_size(scale=1, border=QUIET_ZONE)
    target = io.BytesIO()
    code.save(target, kind="png", scale=-(-SIDE // int(modules)), border=QUIET_ZONE, light="white")
    return target.getvalue()
