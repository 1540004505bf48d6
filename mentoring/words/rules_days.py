"""Days and longer stretches by name: "18-го февраля", "в след. среду", "на следующей неделе", "лето". Pure.

A date without a year is the next such date, today included; a weekday is the next such day, today excluded. The
text of a piece of code D is the unit in which it comes round again: the end of a range may need another turn.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from decimal import Decimal

from mentoring.words.rules_calendar import Range, Span, coming, current, day_span, local, shift, truncate
from mentoring.words.rules_grammar import Rule, Setting, drop_first, first, rule, whole
from mentoring.words.rules_hours import clock_of
from mentoring.words.rules_lengths import unit_of
from mentoring.words.rules_tokens import Piece


def _is_year(piece: Piece) -> bool:
    """Four digits, or what was already read as a year."""
    return piece.code == "Y" or (piece.code == "1" and len(piece.raw) == 4 and piece.raw.isdigit())


def _year_of(piece: Piece | None, usual: int) -> int:
    return usual if piece is None else whole(piece)


def _year(matched: Sequence[Piece], _setting: Setting) -> Piece | None:
    """ "2015 год", "2015-го года", "две тысячи пятнадцатого года"."""
    if matched[1].value != "year" or not 1000 <= Decimal(matched[0].value) <= 2999:
        return None
    return Piece("Y", whole(matched[0]))


def _lone_year(matched: Sequence[Piece], _setting: Setting) -> Piece:
    return Piece("D", Span(local(matched[0].value, 1, 1), "year"))


def _in_year(month: int, day: int, setting: Setting) -> Span:
    if setting.this_year:
        return day_span(setting.now.year, month, day)
    return coming(setting.now, month, day)


def _dated(day: Piece, month: Piece, year: Piece | None, setting: Setting) -> Piece | None:
    if year is None:
        return Piece("D", _in_year(month.value, whole(day), setting), "year")
    return Piece("D", day_span(whole(year), month.value, whole(day))) if _is_year(year) else None


def _day_month(matched: Sequence[Piece], setting: Setting) -> Piece | None:
    return _dated(matched[0], matched[1], matched[2] if len(matched) > 2 else None, setting)


def _month_day(matched: Sequence[Piece], setting: Setting) -> Piece | None:
    """ "March 5", "June 3rd, 2027"."""
    if _is_year(matched[1]):
        return None
    return _dated(matched[1], matched[0], matched[2] if len(matched) > 2 else None, setting)


def _month(matched: Sequence[Piece], setting: Setting) -> Piece | None:
    """A month is the present one or the next of its name; with a year, or "прошлый" before it, that one."""
    year, steps = first(matched, "Y") or first(matched, "1"), first(matched, "r")
    month = next(piece.value for piece in matched if piece.code == "m")
    if year is not None:
        return Piece("D", Span(local(whole(year), month, 1), "month")) if _is_year(year) else None
    turn = setting.now.year + (month < setting.now.month)
    if steps is not None:
        turn = _turn(steps.value, month, setting.now)
    return Piece("D", Span(local(turn, month, 1), "month"), "year")


def _turn(steps: int, month: int, now: datetime) -> int:
    """The year of "прошлый май" and "следующий май": the nearest one before or after this month."""
    if steps == 0:
        return now.year
    return now.year + steps + ((month < now.month) if steps < 0 else -(month > now.month))


def _season(matched: Sequence[Piece], setting: Setting) -> Piece | None:
    """The present season or the next of its name; winter bears the year in which it begins."""
    year, steps = first(matched, "Y") or first(matched, "1"), first(matched, "r")
    month = next(piece.value for piece in matched if piece.code == "s")
    if year is not None:
        if not _is_year(year) or month == 12:
            return None
        return Piece("I", _three_months(local(whole(year), month, 1)))
    start = _present_season(month, setting.now)
    if steps is not None and steps.value:
        start = shift(start, steps.value - (steps.value > 0 and start > setting.now), "year")
    return Piece("I", _three_months(start))


def _present_season(month: int, now: datetime) -> datetime:
    start = local(now.year - 1, month, 1)
    while shift(start, 3, "month") <= now:
        start = shift(start, 1, "year")
    return start


def _three_months(start: datetime) -> Range:
    return Range(start, shift(start, 3, "month"), "day")


def _feast(matched: Sequence[Piece], setting: Setting) -> Piece | None:
    day, month = matched[0].value
    if len(matched) > 1:
        return Piece("D", day_span(whole(matched[1]), month, day)) if _is_year(matched[1]) else None
    return Piece("D", _in_year(month, day, setting), "year")


def _from_today(matched: Sequence[Piece], setting: Setting) -> Piece:
    return Piece("D", current(setting.now, "day", matched[0].value))


def _now(_matched: Sequence[Piece], setting: Setting) -> Piece:
    return Piece("F", Span(truncate(setting.now, "second"), "second"))


def _relative_unit(matched: Sequence[Piece], setting: Setting) -> Piece | None:
    """ "следующая неделя", "в прошлом году", "этот квартал"."""
    unit = unit_of(matched[1:])
    if unit == "sutki":
        return None
    return Piece(
        "D" if unit not in ("hour", "minute", "second") else "F", current(setting.now, unit, matched[0].value)
    )


def _nth_quarter(matched: Sequence[Piece], setting: Setting) -> Piece | None:
    number, unit, *year = matched
    if unit.value != "quarter" or not 1 <= whole(number) <= 4 or (year and not _is_year(year[0])):
        return None
    first_month = whole(number) * 3 - 2
    turn = setting.now.year + (first_month + 2 < setting.now.month)
    return Piece("D", Span(local(_year_of(year[0] if year else None, turn), first_month, 1), "quarter"))


def _weekday(matched: Sequence[Piece], setting: Setting) -> Piece | None:
    """The next such day after today; "прошлый" the last one before it, "этот" this week's where it is to come."""
    day, steps = matched[-1].value, matched[0].value if len(matched) > 1 else 1
    today = truncate(setting.now, "day")
    ahead = (day - today.weekday() - 1) % 7 + 1
    if steps == -1:
        return Piece("D", Span(today - timedelta(days=(today.weekday() - day - 1) % 7 + 1), "day"))
    if steps == 0:
        ahead = day - today.weekday()
        if ahead < 0:
            raise ValueError(day)
    return None if steps == -2 else Piece("D", Span(today + timedelta(days=ahead), "day"), "week")


def _weekday_of(matched: Sequence[Piece], _setting: Setting) -> Piece | None:
    """A weekday with its week ("вторник на следующей неделе") or with its date, which must agree."""
    day = next(piece.value for piece in matched if piece.code == "w")
    other: Piece = next(piece for piece in matched if piece.code == "D")
    span: Span = other.value
    if span.grain == "week":
        return Piece("D", Span(span.start + timedelta(days=day), "day"))
    if span.grain != "day":
        return None
    if span.start.weekday() != day:
        raise ValueError(day)
    return other


def _weekday_and_number(matched: Sequence[Piece], setting: Setting) -> Piece:
    """ "вторник, 25-е": in this month or the next, where the two agree."""
    day = whole(matched[1])
    for steps in (0, 1):
        month = current(setting.now, "month", steps).start
        try:
            found = month.replace(day=day)
        except ValueError:
            continue
        if found.weekday() == matched[0].value and found >= truncate(setting.now, "day"):
            return Piece("D", Span(found, "day"))
    raise ValueError(day)


def day_of_month(matched: Sequence[Piece], setting: Setting) -> Piece:
    """ "25 числа": the next such day, today included."""
    for steps in range(3):
        month = current(setting.now, "month", steps).start
        try:
            found = month.replace(day=whole(matched[0]))
        except ValueError:
            continue
        if found >= truncate(setting.now, "day"):
            return Piece("D", Span(found, "day"), "month")
    raise ValueError(matched[0])


def _day_of_that_month(matched: Sequence[Piece], _setting: Setting) -> Piece | None:
    """ "25 числа следующего месяца"."""
    span: Span = matched[-1].value
    if span.grain != "month":
        return None
    return Piece("D", Span(span.start.replace(day=whole(matched[0])), "day"))


def _days_off(matched: Sequence[Piece], setting: Setting) -> Piece | None:
    """Saturday and Sunday of this week, or of the last one; "the next" could be either and is nobody's."""
    steps = matched[0].value if len(matched) > 1 else 0
    if steps not in (0, -1):
        return None
    week = current(setting.now, "week", steps).start
    return Piece("I", Range(week + timedelta(days=5), week + timedelta(days=7), "day"))


def date_of(piece: Piece, setting: Setting) -> Piece:
    """ "15.02", "15/02" as the next such day; ValueError when it is none."""
    day, month = piece.value
    return Piece("D", _in_year(int(month), int(day), setting), "year")


def either(piece: Piece, setting: Setting) -> Piece:
    """ "15.02" beside words that fit both: the date or the time of day, if one alone is possible. ValueError."""
    found = [made for made in (_made(date_of, piece, setting), _made(_clock_of, piece, setting)) if made]
    if len(found) != 1:
        raise ValueError(piece.raw)
    return found[0]


def _made(reading: Callable[[Piece, Setting], Piece], piece: Piece, setting: Setting) -> Piece | None:
    try:
        return reading(piece, setting)
    except ValueError:
        return None


def _clock_of(piece: Piece, _setting: Setting) -> Piece:
    return clock_of(piece)


def _either(matched: Sequence[Piece], setting: Setting) -> Piece:
    return either(matched[0], setting)


def _date(matched: Sequence[Piece], setting: Setting) -> Piece:
    return date_of(matched[0], setting)


def _clock(matched: Sequence[Piece], _setting: Setting) -> Piece:
    return clock_of(matched[0])


def _pair_by_weekday(matched: Sequence[Piece], setting: Setting) -> Piece:
    """Beside a weekday a date must agree with it; what cannot be a date is a time."""
    return _made(date_of, matched[0], setting) or clock_of(matched[0])


def _unit_quarter(matched: Sequence[Piece], _setting: Setting) -> Piece:
    return Piece("u", "quarter", matched[0].raw)


DAYS: list[Rule] = [
    rule("Q", _unit_quarter),
    rule("[1o]u", _year),
    rule("T", _from_today),
    rule("S", _now),
    rule("H[1Y]?", _feast),
    rule("[1o]m[1Y]", _day_month),
    rule("(?<![-bd=])m[1o][1Y]", _month_day),
    rule("[1o]m", _day_month),
    rule("(?<![1o:=-])m[1o](?![-bd])", _month_day),
    rule("[r]m|(?<![1o=])m[1Y]|(?<![1o=])m(?![1o=])", _month),
    rule("rs|s[1Y]|s", _season),
    rule("[1o]u[1Y]|ou", _nth_quarter),
    rule("r[uE](?!1)", _relative_unit),
    rule("(?<=w):|:(?=w)", _pair_by_weekday),
    rule("[1o]N?D", _day_of_that_month),
    rule("[1o]N", day_of_month),
    rule("w[nv]?D|Dv?w", _weekday_of),
    rule("w[o1](?![umN])", _weekday_and_number),
    rule("[rl]w|w", _weekday),
    rule("(?<=[kn])o|(?<=[fd])o(?=[bd]|$)|(?<=b)o$", day_of_month),
    rule("[rl]?K", _days_off),
    rule("Y", _lone_year),
    rule(":(?=C|[vn]C|R|:$)|(?<=C):", _date),
    rule("(?<=D)[:=]|:(?=D$)(?<![-bdf]:)", _clock),
    rule("(?<=n):|(?<=k):|(?<=e):|(?<=d):$|(?<=f):$", _either),
    rule("[vnk]D", drop_first),
]
