"""Times of day and from one to another: "в три", "в 15-30", "9 утра", "без четверти пять", "с 9 до 11". Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mentoring.words.rules_clock import Clock
from mentoring.words.rules_grammar import Rule, Setting, drop_first, first, rule, whole
from mentoring.words.rules_tokens import Piece

PART = "part"
"""Marks a time of day that was said with a part of the day: it tells about the other end of a range too."""


_SHARES = {"h": 30, "Q": 15}


def _is_hour(piece: Piece | None) -> bool:
    return piece is not None and piece.code == "u" and piece.value == "hour"


def _noon(matched: Sequence[Piece], _setting: Setting) -> Piece:
    """Noon is at 12; midnight is the end of a day, so that it is never in the past."""
    return Piece("C", Clock(matched[0].value or 24), "midnight" if matched[0].value == 0 else "")


def _with_hours(matched: Sequence[Piece], _setting: Setting) -> Piece | None:
    return matched[0] if _is_hour(matched[1]) else None


def _part_of_hour(matched: Sequence[Piece], _setting: Setting) -> Piece | None:
    """ "половина третьего" and "10 минут третьего" are in the hour before three."""
    unit = first(matched, "u")
    if unit and unit.value != "minute":
        return None
    hour = whole(matched[-1])
    if not 1 <= hour <= 12:
        return None
    minute = whole(matched[0]) if unit else 30 if first(matched, "h") else 15
    return Piece("C", Clock(hour - 1 or 12, minute, grain="minute", vague=True))


def _past_or_to(matched: Sequence[Piece], _setting: Setting) -> Piece:
    """ "half past three", "ten past three", "quarter to three"; "nine to eleven" is from one to the other."""
    head, middle, tail = matched[-3:]
    minutes, hour = _SHARES.get(head.code) or whole(head), whole(tail)
    if not (0 < minutes < 60 and 1 <= hour <= 12):
        raise ValueError(hour)
    back = middle.code == "X"
    return Piece(
        "C", Clock((hour - 1 or 12) if back else hour, 60 - minutes if back else minutes, 0, "minute", True)
    )


def _hours_minutes(matched: Sequence[Piece], _setting: Setting) -> Piece | None:
    """ "17ч10", "в 15 часов 30 минут"."""
    hour, unit, minute, *rest = [piece for piece in matched if piece.code != "v"]
    if not _is_hour(unit) or (rest and rest[0].value != "minute"):
        return None
    return Piece("C", Clock.digits(hour.raw or str(hour.value), whole(minute)))


def _at_numbers(matched: Sequence[Piece], _setting: Setting) -> Piece | None:
    """ "в пять тридцать", "в 15 30", "в пятнадцать ноль пять"."""
    hour, *rest = [piece for piece in matched if piece.code == "1"]
    minute = whole(rest[-1])
    if not (
        minute >= 10 or minute == 0 or rest[-1].raw.startswith("0") or (len(rest) == 2 and rest[0].value == 0)
    ):
        return None
    return Piece("C", replace(Clock.said(whole(hour)), minute=Clock(0, minute).minute, grain="minute"))


def _at_number(matched: Sequence[Piece], _setting: Setting) -> Piece | None:
    unit = first(matched, "u")
    return None if unit and not _is_hour(unit) else Piece("C", Clock.said(whole(_number(matched))))


def _number(matched: Sequence[Piece]) -> Piece:
    return next(piece for piece in matched if piece.code == "1")


def _at_one(matched: Sequence[Piece], _setting: Setting) -> Piece | None:
    return Piece("C", Clock.said(1)) if matched[-1].raw == "час" else None


def _at_pair(matched: Sequence[Piece], _setting: Setting) -> Piece:
    return clock_of(matched[-1])


def _pair_of_hours(matched: Sequence[Piece], _setting: Setting) -> Piece | None:
    """ "18.30 ч"; but "2.5 часа" is a length."""
    return clock_of(matched[0]) if _is_hour(matched[1]) and len(matched[0].value[1]) == 2 else None


def clock_of(piece: Piece) -> Piece:
    """ "15.30" or "15-30" as a time of day; ValueError when it is none, or as "9-10" could be two."""
    hour, minute = piece.value
    hours_too = piece.code == "=" and int(hour) < int(minute) <= 24
    if len(minute) != 2 or hours_too:
        raise ValueError(minute)
    return Piece("C", Clock.digits(hour, int(minute)))


def _of_part(piece: Piece) -> tuple[int, int]:
    return (12, 19) if piece.code == "E" else piece.value


def _part_after(matched: Sequence[Piece], _setting: Setting) -> Piece | None:
    """ "в 3 часа дня", "9 утра", "час ночи", "3 pm"; but "2 дня" are two days."""
    *head, part = matched
    unit = first(head, "u")
    number = first(head, "1")
    if (unit and not _is_hour(unit)) or (number is None and unit is not None and unit.raw != "час"):
        return None
    clock = first(head, "C")
    said = clock.value if clock else Clock.said(whole(number) if number else 1)
    return Piece("C", said.during(_of_part(part)), PART)


def _part_before(matched: Sequence[Piece], _setting: Setting) -> Piece | None:
    """ "утром в 9", "вечером в 7 часов", "утром в 8:30"."""
    part, *tail = matched
    unit = first(tail, "u")
    if unit and not _is_hour(unit):
        return None
    clock = first(tail, "C")
    said = clock.value if clock else Clock.said(whole(_number(tail)))
    return Piece("C", said.during(_of_part(part)), PART)


def _zoned(matched: Sequence[Piece], _setting: Setting) -> Piece:
    clock: Clock = matched[0].value
    return Piece("C", replace(clock, zone=matched[1].value), matched[0].raw)


def _range(matched: Sequence[Piece], _setting: Setting) -> Piece | None:
    """From one time of day to another. The end without morning or evening follows the beginning."""
    ends = [_end(piece) for piece in matched if piece.code in "1C:"]
    if len(ends) != 2 or any(unit.value != "hour" for unit in matched if unit.code == "u"):
        return None
    (start, _), (end, marked) = ends
    begins = _before(start, end) if marked and start.vague else start.settled()
    finishes = end.after(begins)
    if begins.minutes >= finishes.minutes or begins.zone != finishes.zone:
        raise ValueError(begins)
    return Piece("R", (begins, finishes))


def _end(piece: Piece) -> tuple[Clock, bool]:
    if piece.code == "1":
        return Clock.said(whole(piece)), False
    return (clock_of(piece) if piece.code == ":" else piece).value, piece.raw == PART


def _before(start: Clock, end: Clock) -> Clock:
    """The nearer of the two readings before the end: "с 5 до 7 вечера", "с 9 до 11 утра"."""
    early = replace(start, hour=start.hour % 12, vague=False)
    late = replace(early, hour=early.hour + 12)
    return late if late.minutes < end.minutes else early


HOURS: list[Rule] = [
    rule("c", _noon),
    rule("Cu", _with_hours),
    rule("[hq]o|1uo(?!m)", _part_of_hour),
    rule("a?[hQ1]p1|a?QX1", _past_or_to),
    rule("v1u1u", _hours_minutes),
    rule("1u1(?![u1moNE:-])", _hours_minutes),
    rule("1u?[PA]", _part_after),
    rule("1uE|[vk]1E|uE|uP", _part_after),
    rule("C[PAE]", _part_after),
    rule("P(?:v?C|v1u?(?![1mo]))", _part_before),
    rule("v1?11(?![1umoNE])", _at_numbers),
    rule("[vk]1u?(?![1umYoN:=/#E-])", _at_number),
    rule("(?<=[def])1u(?![1u])", _at_number),
    rule("(?<=[de])1$", _at_number),
    rule("[vk]u", _at_one),
    rule("v[:=]", _at_pair),
    rule(":u", _pair_of_hours),
    rule("Cz", _zoned),
    rule("[vkn]C", drop_first),
    rule("f(?:1u?|C)[dX](?:1u?|C)(?![1umoNDb])", _range),
    rule("f?C[-bdX]C", _range),
]
