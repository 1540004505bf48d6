"""Times, lengths of time and numbers in people's own words: one function, `understand`. Pure.

The way: text → pieces (rules_tokens, rules_lexicon) → passes of rules (numbers, hours, days, lengths, moments) →
one piece, or nothing. What is unknown, impossible or could mean two things is not understood: whoever asked asks
again and never acts on a guess.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Literal

from mentoring.words.rules_calendar import SECONDS, Amount, Range, Span, truncate
from mentoring.words.rules_days import DAYS, date_of, day_of_month, either
from mentoring.words.rules_grammar import Setting, apply
from mentoring.words.rules_hours import HOURS, clock_of
from mentoring.words.rules_lengths import LENGTHS
from mentoring.words.rules_moments import MOMENTS, SEVERAL, between, next_time, part_of
from mentoring.words.rules_numbers import BEFORE_NUMBERS, NUMBERS, numbers
from mentoring.words.rules_tokens import Piece, pieces

Kind = Literal["instant", "interval", "duration", "number"]


@dataclass(frozen=True, slots=True)
class Understood:
    """What a phrase says.

    instant: `start` and `end` (exclusive, one `grain` later). interval: the same, one of them None where it is
    open ("до пятницы", "после 14"); hours end when said: "9:30 - 11:00" ends at 11:00. duration: `value` units
    of `grain`. number: `value`. Moments are aware, in the zone of the `now` they were read with. `said` is the
    unit that was named: "через 7 дней" is exact to the hour and says a day, so no time of day is read from it.
    """

    kind: Kind
    start: datetime | None = None
    end: datetime | None = None
    grain: str | None = None
    value: Decimal | None = None
    said: str | None = None


def understand(text: str, now: datetime) -> Understood | None:
    """What `text` says at `now` (aware; its zone is the speaker's); None where that is not certain."""
    return _understand(text, now, times_only=False)


def understand_time(text: str, now: datetime) -> Understood | None:
    """As `understand`, where a time was asked for: "3.5" is 3 May, "25-го" a day; numbers are no answer."""
    return _understand(text, now, times_only=True)


def _understand(text: str, now: datetime, times_only: bool) -> Understood | None:
    if now.tzinfo is None:
        raise ValueError("now must be aware")
    setting = Setting(now.replace(tzinfo=None), now.tzinfo)
    read = read_piece(text, setting)
    if read is None:
        return None
    try:
        return _finished(_lone(read, setting, times_only), setting)
    except (ValueError, OverflowError):
        return None


def read_piece(text: str, setting: Setting) -> Piece | None:
    """The one piece that all of the text makes; None when it makes none or several."""
    found = pieces(text, setting.now)
    if not found:
        return None
    found = numbers(apply(BEFORE_NUMBERS, found, setting))
    for rules in (NUMBERS, SEVERAL, HOURS, DAYS, SEVERAL, LENGTHS, MOMENTS):
        found = apply(rules, found, setting)
    return found[0] if len(found) == 1 else None


def _lone(piece: Piece, setting: Setting, times_only: bool) -> Piece:
    """The piece with what only the whole text decides: "15.02" alone is a date, "1.10" alone a number."""
    if piece.code == ":":
        return _dotted_time(piece, setting) if times_only else _dotted(piece, setting)
    if piece.code == "/":
        return _slashed(piece, setting, times_only)
    if piece.code == "=":
        return clock_of(piece) if piece.value[1] == "00" else Piece("!")
    if piece.code == "o" and times_only:
        return day_of_month([piece], setting)
    return Piece("!") if times_only and piece.code in "1oL" else piece


def _dotted(piece: Piece, setting: Setting) -> Piece:
    """Two digits each way are written for a date; "1.10" is a number; what is left could be either."""
    before, after = piece.value
    number = Piece("1", Decimal(".".join(piece.value)))
    try:
        date_of(piece, setting)
    except ValueError:
        return Piece("!") if _shows_time(piece) else number
    if len(before) == len(after) == 2:
        return date_of(piece, setting)
    return Piece("!") if after.startswith("0") or len(before) == 2 else number


def _dotted_time(piece: Piece, setting: Setting) -> Piece:
    """Where no number was asked for, "3.5" and "10.12" are dates, "10.30" a time; "9.10" could be either."""
    found = _dotted(piece, setting)
    return found if found.code == "D" else either(piece, setting)


def _shows_time(piece: Piece) -> bool:
    try:
        clock_of(piece)
    except ValueError:
        return False
    return str(piece.value[0]) != "0"


def _slashed(piece: Piece, setting: Setting, times_only: bool) -> Piece:
    """ "15/02" is a date; "8/10" could be a mark out of ten."""
    day, month = map(int, piece.value)
    return date_of(piece, setting) if times_only or day > month else Piece("!")


def _finished(piece: Piece, setting: Setting) -> Understood | None:
    if piece.code in "1o":
        return Understood("number", value=trimmed(Decimal(piece.value)))
    if piece.code == "L":
        amount: Amount = piece.value
        return Understood("duration", grain=amount.unit, value=trimmed(amount.count), said=amount.unit)
    if piece.code in "DF":
        return _instant(piece.value, setting)
    if piece.code == "C":
        return _instant(next_time(piece, setting), setting)
    return _interval(piece, setting)


_EXACT = 27  # more digits than decimal arithmetic keeps


def trimmed(value: Decimal) -> Decimal:
    """Without zeros after the point: 1.10 as 1.1, 30.0 as 30."""
    if value.adjusted() >= _EXACT:
        return value
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def _instant(span: Span, setting: Setting) -> Understood | None:
    start = _aware(span.start, setting, span.grain)
    if span.grain in ("second", "minute", "hour"):
        step = timedelta(seconds=SECONDS[span.grain])
        end: datetime | None = start and (start.astimezone(UTC) + step).astimezone(setting.zone)
    else:
        end = _aware(span.end, setting, span.grain)
    if start is None or end is None or start.astimezone(UTC) >= end.astimezone(UTC):
        return None
    return Understood("instant", start, end, span.grain, said=span.unit)


def _interval(piece: Piece, setting: Setting) -> Understood | None:
    found = _range(piece, setting)
    if found is None:
        return None
    ends = [moment and _aware(moment, setting, found.grain) for moment in (found.start, found.end)]
    missing = [end is None and said is not None for end, said in zip(ends, (found.start, found.end), strict=True)]
    start, end = ends
    if any(missing) or (start and end and start.astimezone(UTC) >= end.astimezone(UTC)):
        return None
    return Understood("interval", start, end, found.grain, said=found.grain)


def _range(piece: Piece, setting: Setting) -> Range | None:
    """Hours said alone are today's while they last, a part of the day while it is to come."""
    today = truncate(setting.now, "day")
    if piece.code == "R":
        hours = between(today, piece.value, setting)
        return hours if hours.end and hours.end > setting.now else None
    if piece.code == "P":
        part = part_of(today, piece.value)
        return part if part.start and part.start > setting.now else None
    return piece.value if isinstance(piece.value, Range) else None


def _aware(moment: datetime, setting: Setting, grain: str) -> datetime | None:
    """The moment in its zone. An hour that the clocks skip is no time; a day that begins in it begins after it."""
    placed = moment.replace(tzinfo=setting.zone)
    real = placed.astimezone(UTC).astimezone(setting.zone)
    if real.replace(tzinfo=None, fold=0) == moment.replace(fold=0):
        return placed
    return None if grain in ("second", "minute", "hour") else real
