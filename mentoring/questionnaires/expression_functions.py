"""The functions of XForms expressions over plain texts, numbers and booleans.

What each does is said in the ODK XForms specification, "XPath functions". An answer that is not there is
an empty text; a number that cannot be made is NaN, as XPath 1.0 has it; dates count as days since 1970,
so that they can be compared and subtracted.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from random import Random
from uuid import UUID

from mentoring.questionnaires.rules_form import Context

Scalar = str | float | bool
Arguments = Sequence[Scalar]
Function = Callable[[Arguments, Context], Scalar]

NAN = float("nan")
MAX_MATCHED = 1000
_EPOCH = date(1970, 1, 1).toordinal()
_DAY = re.compile(r"^\d{4}-\d\d-\d\d(?:T\d\d:\d\d.*)?$")


def text(value: Scalar) -> str:
    """XPath's string(): whole numbers without a point."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return value
    if not math.isfinite(value):
        return "NaN" if value != value else ("Infinity" if value > 0 else "-Infinity")
    return str(int(value)) if value == int(value) else repr(float(value))


def number(value: Scalar) -> float:
    """XPath's number(), with dates as days since 1970 (fractions for the time of day)."""
    if not isinstance(value, str):
        return float(value)
    stripped = value.strip()
    if _DAY.match(stripped):
        return _days(stripped)
    try:
        return float(stripped) if stripped and stripped[-1] in "0123456789." else NAN
    except ValueError:
        return NAN


def _days(iso: str) -> float:
    try:
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return NAN
    at = moment.replace(tzinfo=None)  # typed moments have no zone: all are the school's wall clock
    return at.toordinal() - _EPOCH + (at.hour * 3600 + at.minute * 60 + at.second) / 86400


def truth(value: Scalar) -> bool:
    """XPath's boolean(), but for the words "false" and "0" that calculations leave behind."""
    if isinstance(value, str):
        return value not in ("", "false", "0")
    return bool(value) and value == value


def equal(left: Scalar, right: Scalar) -> bool:
    """XPath 1.0's "=" between scalars: as booleans, else as numbers, else as texts."""
    if isinstance(left, bool) or isinstance(right, bool):
        return truth(left) == truth(right)
    if isinstance(left, float) or isinstance(right, float):
        return number(left) == number(right)
    return left == right


def as_date(value: Scalar) -> str:
    """A day as YYYY-MM-DD from a date, a moment or days since 1970; empty when it is none."""
    days = number(value)
    if not math.isfinite(days) or not 1 <= days + _EPOCH <= date.max.toordinal():
        return ""
    return (date(1970, 1, 1) + timedelta(days=math.floor(days))).isoformat()


def as_moment(value: Scalar) -> str:
    """A moment as YYYY-MM-DDTHH:MM:SS; empty when it is none."""
    if isinstance(value, str) and "T" in value and not math.isnan(number(value)):
        return value
    day = as_date(value)
    seconds = round((number(value) % 1) * 86400) if day else 0
    return f"{datetime.fromisoformat(day) + timedelta(seconds=seconds):%Y-%m-%dT%H:%M:%S}" if day else ""


def formatted(value: Scalar, pattern: str) -> str:
    """format-date: the ODK directives, a subset of strftime's."""
    moment = as_moment(value)
    if not moment:
        return ""
    at = datetime.fromisoformat(moment)
    parts = {
        "Y": f"{at:%Y}", "y": f"{at:%y}", "m": f"{at:%m}", "n": str(at.month), "d": f"{at:%d}",
        "e": str(at.day), "H": f"{at:%H}", "h": str(at.hour), "M": f"{at:%M}", "S": f"{at:%S}", "%": "%",
    }  # fmt: skip
    return re.sub(r"%(.)", lambda found: parts.get(found[1], found[0]), pattern)


def rounded(value: Scalar, places: Scalar = 0.0) -> float:
    """Half away from zero, as people round; NaN stays NaN."""
    amount, digits = number(value), number(places)
    if not math.isfinite(amount) or not math.isfinite(digits) or abs(digits) > 15:
        return amount
    try:
        step = Decimal(1).scaleb(-int(digits))
        return float(Decimal(repr(amount)).quantize(step, ROUND_HALF_UP))
    except InvalidOperation:
        return amount


def modulo(left: float, right: float) -> float:
    """XPath's mod: the sign is the dividend's."""
    return math.fmod(left, right) if right and math.isfinite(left) else NAN


def divide(left: float, right: float) -> float:
    """XPath's div: never an error."""
    if right:
        return left / right
    return NAN if not left or left != left else math.copysign(math.inf, left)


def power(left: float, right: float) -> float:
    try:
        found = left**right
    except (OverflowError, ZeroDivisionError):
        return NAN
    return float(found) if isinstance(found, (int, float)) else NAN


def whole(value: Scalar) -> float:
    amount = number(value)
    return float(math.trunc(amount)) if math.isfinite(amount) else NAN


def _substring(arguments: Arguments, _context: Context) -> str:
    """substr(text, start from 0, end)."""
    found = text(arguments[0])
    start = whole(arguments[1])
    end = whole(arguments[2]) if len(arguments) > 2 else float(len(found))
    return found[int(start) : int(end)] if start == start and end == end else ""


def _selected_at(arguments: Arguments, _context: Context) -> str:
    names, place = text(arguments[0]).split(), whole(arguments[1])
    return names[int(place)] if 0 <= place < len(names) else ""


def _first(arguments: Arguments, _context: Context) -> Scalar:
    return next((value for value in arguments if text(value)), "")


def _matches(arguments: Arguments, _context: Context) -> bool:
    """The whole text, as ODK has it; beyond a thousand characters nothing matches."""
    found = text(arguments[0])
    return len(found) <= MAX_MATCHED and compiled_pattern(text(arguments[1])).fullmatch(found) is not None


def compiled_pattern(pattern: str) -> re.Pattern[str]:
    """A pattern of the form, with letters written the Java way. Raises re.error when it cannot be read."""
    letters = "A-Za-zА-Яа-яЁё"
    inside = re.sub(r"(\[[^\]]*)\\p\{L\}", rf"\1{letters}", pattern)
    return re.compile(inside.replace(r"\p{L}", f"[{letters}]"))


def _translated(arguments: Arguments, _context: Context) -> str:
    source, target = text(arguments[1]), text(arguments[2])
    table = {ord(char): target[n] if n < len(target) else None for n, char in reversed(list(enumerate(source)))}
    return text(arguments[0]).translate(table)


def _uuid(_arguments: Arguments, context: Context) -> str:
    return str(UUID(int=Random(context.seed).getrandbits(128), version=4))


def _before(arguments: Arguments, _context: Context) -> str:
    head, found, _ = text(arguments[0]).partition(text(arguments[1]))
    return head if found else ""


def _from_word(arguments: Arguments, _context: Context) -> bool:
    return text(arguments[0]).lower() in ("true", "1")


FUNCTIONS: dict[str, tuple[int, int | None, Function]] = {
    "true": (0, 0, lambda _a, _c: True),
    "false": (0, 0, lambda _a, _c: False),
    "not": (1, 1, lambda a, _c: not truth(a[0])),
    "boolean": (1, 1, lambda a, _c: truth(a[0])),
    "boolean-from-string": (1, 1, _from_word),
    "string": (1, 1, lambda a, _c: text(a[0])),
    "number": (1, 1, lambda a, _c: number(a[0])),
    "int": (1, 1, lambda a, _c: whole(a[0])),
    "round": (1, 2, lambda a, _c: rounded(*a)),
    "floor": (1, 1, lambda a, _c: float(math.floor(n)) if math.isfinite(n := number(a[0])) else n),
    "ceiling": (1, 1, lambda a, _c: float(math.ceil(n)) if math.isfinite(n := number(a[0])) else n),
    "abs": (1, 1, lambda a, _c: abs(number(a[0]))),
    "pow": (2, 2, lambda a, _c: power(number(a[0]), number(a[1]))),
    "pi": (0, 0, lambda _a, _c: math.pi),
    "random": (0, 0, lambda _a, c: Random(c.seed).random()),
    "uuid": (0, 1, _uuid),
    "selected": (2, 2, lambda a, _c: text(a[1]).strip() in text(a[0]).split()),
    "selected-at": (2, 2, _selected_at),
    "count-selected": (1, 1, lambda a, _c: float(len(text(a[0]).split()))),
    "coalesce": (1, None, _first),
    "once": (1, 1, lambda a, c: c.own or a[0]),
    "concat": (0, None, lambda a, _c: "".join(map(text, a))),
    "string-length": (0, 1, lambda a, c: float(len(text(a[0]) if a else c.own))),
    "normalize-space": (0, 1, lambda a, c: " ".join((text(a[0]) if a else c.own).split())),
    "contains": (2, 2, lambda a, _c: text(a[1]) in text(a[0])),
    "starts-with": (2, 2, lambda a, _c: text(a[0]).startswith(text(a[1]))),
    "ends-with": (2, 2, lambda a, _c: text(a[0]).endswith(text(a[1]))),
    "substr": (2, 3, _substring),
    "substring-before": (2, 2, _before),
    "substring-after": (2, 2, lambda a, _c: text(a[0]).partition(text(a[1]))[2]),
    "translate": (3, 3, _translated),
    "regex": (2, 2, _matches),
    "today": (0, 0, lambda _a, c: c.now.date().isoformat()),
    "now": (0, 0, lambda _a, c: c.now.isoformat(timespec="seconds")),
    "date": (1, 1, lambda a, _c: as_date(a[0])),
    "date-time": (1, 1, lambda a, _c: as_moment(a[0])),
    "decimal-date-time": (1, 1, lambda a, _c: number(a[0])),
    "format-date": (2, 2, lambda a, _c: formatted(a[0], text(a[1]))),
    "format-date-time": (2, 2, lambda a, _c: formatted(a[0], text(a[1]))),
}
"""Name: fewest arguments, most (None: any number), what it does. `if`, the functions over the rounds of a
repeat and those that look at the form are compiled in `expressions`, because they look at more than values.
"""
