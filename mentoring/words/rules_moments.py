"""Days and times put together, lengths from now, and what lies between two ends. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from mentoring.words.rules_calendar import FINER, Amount, Range, Span, current, day_span, shift, truncate
from mentoring.words.rules_clock import Clock
from mentoring.words.rules_days import date_of
from mentoring.words.rules_grammar import Rule, Setting, drop_first, first, rule, whole
from mentoring.words.rules_hours import clock_of
from mentoring.words.rules_lengths import ALONE, unit_of
from mentoring.words.rules_tokens import Piece

_ELAPSED = ("second", "minute", "hour")
_COMES_ROUND = ("week", "month", "year")


def add(amount: Amount, sign: int, setting: Setting) -> datetime:
    """So much later or earlier: hours run by the sun, days and longer by the calendar. ValueError for parts."""
    count = whole(Piece("1", amount.count))
    if amount.unit not in _ELAPSED:
        return shift(setting.now, sign * count, amount.unit)
    there = setting.now.replace(tzinfo=setting.zone).astimezone(UTC)
    return shift(there, sign * count, amount.unit).astimezone(setting.zone).replace(tzinfo=None)


def _ahead(matched: Sequence[Piece], setting: Setting) -> Piece:
    return _away(matched[-1].value, 1, setting)


def _ago(matched: Sequence[Piece], setting: Setting) -> Piece:
    return _away(matched[0].value, -1, setting)


def _away(amount: Amount, sign: int, setting: Setting) -> Piece:
    """A length from now or before it, exact to the next finer unit."""
    finer = FINER[amount.unit]
    span = Span(truncate(add(amount, sign, setting), finer), finer, amount.unit)
    return Piece("F" if amount.unit in _ELAPSED else "D", span)


def _day_and_clock(matched: Sequence[Piece], setting: Setting) -> Piece:
    day, clock = (next(piece for piece in matched if piece.code == code) for code in "DC")
    if clock.raw == "midnight":
        raise ValueError(clock)
    return Piece("F", at(_day(day), clock.value.settled(), setting))


def _day(piece: Piece) -> datetime:
    """The beginning of the one day that a piece says. ValueError for weeks, months, years."""
    span: Span = piece.value
    if span.grain not in ("day", "hour"):
        raise ValueError(span)
    return truncate(span.start, "day")


def at(day: datetime, clock: Clock, setting: Setting) -> Span:
    """That time on that day, from another zone's clock where one was named."""
    local = clock.on(day)
    if clock.zone is not None:
        there = (local - timedelta(hours=clock.zone)).replace(tzinfo=UTC)
        local = there.astimezone(setting.zone).replace(tzinfo=None)
    return Span(local, clock.grain)


def _day_and_range(matched: Sequence[Piece], setting: Setting) -> Piece:
    day, hours = (next(piece for piece in matched if piece.code == code) for code in "DR")
    return Piece("I", between(_day(day), hours.value, setting))


def between(day: datetime, hours: tuple[Clock, Clock], setting: Setting) -> Range:
    start, end = (at(day, clock, setting) for clock in hours)
    return Range(start.start, end.start, "minute" if "minute" in (start.grain, end.grain) else "hour")


def _day_and_part(matched: Sequence[Piece], _setting: Setting) -> Piece:
    """ "завтра вечером"; a night belongs to two days, so it is nobody's."""
    day, part = (next(piece for piece in matched if piece.code == code) for code in "DP")
    return Piece("I", part_of(_day(day), part.value))


def part_of(day: datetime, part: tuple[int, int]) -> Range:
    if part[0] == 0:
        raise ValueError(part)
    return Range(day + timedelta(hours=part[0]), day + timedelta(hours=part[1]), "hour")


def _edge_in_day(matched: Sequence[Piece], setting: Setting) -> Piece:
    """ "завтра после 14", "в среду до 11": within that day."""
    day, clock = (next(piece for piece in matched if piece.code == code) for code in "DC")
    begins = _day(day)
    edge = at(begins, clock.value.settled(), setting)
    if first(matched, "d"):
        return Piece("I", Range(begins, edge.start, edge.grain))
    return Piece("I", Range(edge.start, begins + timedelta(days=1), edge.grain))


def _open(matched: Sequence[Piece], setting: Setting) -> Piece | None:
    """ "до пятницы" ends as Friday begins; "после пятницы" begins as it ends; "с пятницы" begins with it."""
    side, edge = matched
    if edge.code == "C":
        span = next_time(edge, setting)
        return Piece("I", _one_sided(side.code, span.start, span.start, span.grain))
    span = edge.value
    return Piece("I", _one_sided(side.code, span.start, span.end if edge.code == "D" else span.start, span.grain))


def _one_sided(side: str, start: datetime, end: datetime, grain: str) -> Range:
    if side == "d":
        return Range(None, start, grain)
    return Range(start if side == "f" else end, None, grain)


def next_time(piece: Piece, setting: Setting) -> Span:
    """The next such time of day. ValueError where a vague one has passed today: tonight or tomorrow?"""
    clock: Clock = piece.value
    settled = clock.settled()
    found = at(truncate(setting.now, "day"), settled, setting)
    if found.end > setting.now:
        return found
    if clock.vague:
        raise ValueError(piece)
    return at(current(setting.now, "day", 1).start, settled, setting)


def _days(matched: Sequence[Piece], _setting: Setting) -> Piece | None:
    """From one day, month … to another, both included; the end comes after the beginning."""
    left, right = (piece for piece in matched if piece.code == "D")
    start, end = left.value, right.value
    if start.grain != end.grain or start.grain == "hour":
        return None
    if end.start < start.start and right.raw in _COMES_ROUND:  # one that names its year comes but once
        end = Span(shift(end.start, 1, right.raw), end.grain)
    if end.start <= start.start:
        raise ValueError(end)
    return Piece("I", Range(start.start, end.end, end.grain))


def _left_of_date(matched: Sequence[Piece], setting: Setting) -> Piece:
    """ "14.10. по 15.10.2018", "14 - 15.10": the left end takes from the right one what it does not say."""
    left, right = [piece for piece in matched if piece.code in "1o:D"]
    last = right if right.code == "D" else date_of(right, setting)
    end: datetime = last.value.start
    day = int(left.value[0]) if left.code == ":" else whole(left)
    month = int(left.value[1]) if left.code == ":" else end.month
    begins = day_span(end.year, month, day)
    if begins.start >= end:
        raise ValueError(left)
    return Piece("I", Range(begins.start, last.value.end, "day"))


def _pairs(matched: Sequence[Piece], setting: Setting) -> Piece:
    """ "9.30 - 11.00", "с 01.09 по 15.10": times of day or dates, if one alone is possible; "по" joins dates."""
    left, right = [piece for piece in matched if piece.code == ":"]
    found: list[Piece] = []
    for reading in (_pair_of_clocks, _pair_of_dates):
        try:
            found.append(reading(left, right, setting))
        except ValueError:
            continue
    if first(matched, "b") and len(found) == 2:
        return found[1]
    if len(found) != 1:
        raise ValueError(matched)
    return found[0]


def _pair_of_clocks(left: Piece, right: Piece, _setting: Setting) -> Piece:
    start: Clock = clock_of(left).value.settled()
    end = clock_of(right).value.after(start)
    if start.minutes >= end.minutes:
        raise ValueError(left)
    return Piece("R", (start, end))


def _pair_of_dates(left: Piece, right: Piece, setting: Setting) -> Piece:
    made = _days([date_of(left, setting), date_of(right, setting)], setting)
    if made is None:
        raise ValueError(left)
    return made


def _days_of_month(matched: Sequence[Piece], setting: Setting) -> Piece | None:
    """ "13 - 15 июля", "с 9 по 11 марта 2027", "Июль 13-15", "10-12 марта"."""
    month = next(piece for piece in matched if piece.code == "m")
    year = matched[-1] if matched[-1].code in "1Y" and matched[0].code != "m" else None
    inner = [piece for piece in matched if piece.code in "1o=" and piece is not year]
    days = [int(day) for piece in inner for day in (piece.value if piece.code == "=" else [whole(piece)])]
    if len(days) != 2 or days[0] >= days[1] or (year and year.code == "1" and len(year.raw) != 4):
        raise ValueError(days)
    last = (
        day_span(whole(year), month.value, days[1]) if year else date_of(_written(days[1], month), setting).value
    )
    return Piece("I", Range(last.start.replace(day=days[0]), last.end, "day"))


def _written(day: int, month: Piece) -> Piece:
    return Piece(":", (str(day), str(month.value)))


def _several_units(matched: Sequence[Piece], setting: Setting) -> Piece | None:
    """ "последние 2 дня" end as today begins, "следующие 3 недели" begin with the next Monday."""
    side, number = matched[0].value, whole(matched[1])
    unit = unit_of(matched)
    if unit == "sutki" or side not in (-1, 1) or number < 1:
        return None
    here = truncate(setting.now, unit)
    start, end = (
        (shift(here, -number, unit), here) if side < 0 else (shift(here, 1, unit), shift(here, number + 1, unit))
    )
    return Piece("I", Range(start, end, unit))


def _within(matched: Sequence[Piece], setting: Setting) -> Piece:
    amount: Amount = matched[-1].value
    end = truncate(add(amount, 1, setting), FINER[amount.unit])
    return Piece("I", Range(truncate(setting.now, "second"), end, "second"))


def _until_the_end(matched: Sequence[Piece], setting: Setting) -> Piece:
    """ "до конца недели", "до конца мая"."""
    last = matched[-1]
    span: Span = last.value if last.code == "D" else current(setting.now, unit_of(matched))
    return Piece("I", Range(None, span.end, span.grain))


def _through(matched: Sequence[Piece], setting: Setting) -> Piece | None:
    """ "через 2 недели"; "через день" is also "every other day"."""
    amount: Amount = matched[-1].value
    return None if amount.unit == "day" and matched[-1].raw == ALONE else _ahead(matched, setting)


SEVERAL: list[Rule] = [
    rule("[rl]1[uE]", _several_units),
    rule("f?[1o][-bd][1o]m[1Y]?|f?=m[1Y]?|m1-1|m=", _days_of_month),
    rule("f?[1o][-b]:|f?:[-bd]D|f?[1o][-b]D", _left_of_date),
    rule("f?:[-bd]:", _pairs),
]

MOMENTS: list[Rule] = [
    rule(r"d\$u|d\$D", _until_the_end),
    rule("WL", _within),
    rule("[ji]L", _through),
    rule("Lg", _ago),
    rule("iD|iP", drop_first),
    rule("Dv?C|CD", _day_and_clock),
    rule("DR|RD", _day_and_range),
    rule("Dv?P|PD", _day_and_part),
    rule("D[de]C|[de]CD", _edge_in_day),
    rule("f?D[-bdX]D", _days),
    rule("^[def][CDF]$", _open),
]
