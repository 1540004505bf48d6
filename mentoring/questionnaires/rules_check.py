"""From what a person did to the canonical value of one question, or the reason why not. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from mentoring.questionnaires import rules_reasons as reasons
from mentoring.questionnaires import rules_typed as typed
from mentoring.questionnaires import rules_when as when
from mentoring.questionnaires.rules_form import ATTACHED, CHOSEN, Kind, Question, Scale, nothing
from mentoring.questionnaires.rules_live import Live, Step, as_truth
from mentoring.questionnaires.rules_state import MORE_NO, MORE_YES

MAX_TEXT = 4000
"""Characters of a text answer; a Telegram message holds 4096."""

MAX_BUTTONS = 25
"""A scale with more steps than this is typed."""


@dataclass(frozen=True, slots=True)
class Value:
    """A canonical value."""

    text: str


@dataclass(frozen=True, slots=True)
class Fault:
    """Why there is no value; `text` is the form's own message."""

    reason: str
    params: Mapping[str, str] = field(default_factory=nothing)
    text: str = ""


@dataclass(frozen=True, slots=True)
class Several:
    """The names of the choices that the words may have meant."""

    candidates: tuple[str, ...]


Read = Value | Fault | Several


def options(live: Live, step: Step, language: str = "") -> tuple[typed.Option, ...]:
    """What can be chosen: (value, label) of choices, of a scale's steps; of one more round, the labels' keys."""
    question = step.question
    if question.kind in CHOSEN:
        return tuple((choice.name, choice.label.within(language)) for choice in live.choices(step))
    if question.kind is Kind.MORE:
        return (("yes", MORE_YES), ("no", MORE_NO))
    if question.kind is Kind.RANGE and question.scale:
        return tuple((value, value) for value in scale_values(question.scale))
    return ()


def scale_values(scale: Scale) -> tuple[str, ...]:
    """The steps of a scale, from start to end; none when there are too many for buttons."""
    start, end, step = Decimal(scale.start), Decimal(scale.end), abs(Decimal(scale.step))
    count = int(abs(end - start) / step) + 1
    if count > MAX_BUTTONS:
        return ()
    signed = step if end >= start else -step
    return tuple(typed.canonical(str(start + signed * n)) or "" for n in range(count))


def read_choice(live: Live, step: Step, choice: int | str) -> Read:
    """A pressed button: an index into `options` or a value of them."""
    values = [value for value, _ in options(live, step)]
    if isinstance(choice, int):
        found = values[choice] if 0 <= choice < len(values) else None
    else:
        found = choice if choice in values else None
    return Value(found) if found is not None else Fault(reasons.NOT_A_CHOICE)


def read_typed(live: Live, step: Step, text: str) -> Read:
    """Typed words, understood generously."""
    shown = typed.clean(text).strip()
    if not shown:
        return Fault(reasons.EMPTY)
    if len(shown) > MAX_TEXT:
        return Fault(reasons.TOO_LONG, {"limit": str(MAX_TEXT)})
    reader = _READERS.get(step.question.kind)
    return reader(live, step, shown) if reader else Fault(reasons.NOT_HERE)


def _read_text(_live: Live, _step: Step, text: str) -> Read:
    return Value(text)


def _read_integer(_live: Live, _step: Step, text: str) -> Read:
    found = typed.number(text)
    return Value(found) if found is not None and "." not in found else Fault(reasons.NOT_INTEGER)


def _read_decimal(_live: Live, _step: Step, text: str) -> Read:
    found = typed.number(text)
    return Value(found) if found is not None else Fault(reasons.NOT_NUMBER)


def _read_scale(_live: Live, step: Step, text: str) -> Read:
    found = typed.number(text)
    return Value(found) if found is not None else _scale_fault(step.question, reasons.OUT_OF_SCALE)


def _scale_fault(question: Question, reason: str) -> Fault:
    scale = question.scale or Scale()
    return Fault(reason, {"start": scale.start, "end": scale.end, "step": scale.step})


def _read_date(live: Live, _step: Step, text: str) -> Read:
    example = {"example": f"{live.now:%d.%m.%Y}"}
    return _when(when.read_day(text, live.now), reasons.NOT_DATE, reasons.UNCLEAR_DAY, example)


def _read_time(_live: Live, _step: Step, text: str) -> Read:
    return _when(when.read_time(text), reasons.NOT_TIME, reasons.UNCLEAR_TIME, {})


def _read_datetime(live: Live, _step: Step, text: str) -> Read:
    example = {"example": f"{live.now:%d.%m.%Y} 15:30"}
    return _when(when.read_moment(text, live.now), reasons.NOT_DATETIME, reasons.UNCLEAR_DATETIME, example)


def _when(found: when.When, wrong: str, unclear: str, params: Mapping[str, str]) -> Read:
    if found.value:
        return Value(found.value)
    return Fault(unclear if found.unclear else wrong, params)


def _read_one(live: Live, step: Step, text: str) -> Read:
    """In any of the form's languages: a person may answer in another than the one on the screen."""
    picked = _in_any_language(live, step, text, typed.pick)
    if picked.values:
        return Value(picked.values[0])
    return Several(picked.candidates) if picked.candidates else Fault(reasons.NOT_A_CHOICE)


def _in_any_language(
    live: Live, step: Step, text: str, pick: Callable[[str, tuple[typed.Option, ...]], typed.Picked]
) -> typed.Picked:
    unclear = typed.Picked()
    for language in (live.form.default_language, *live.form.languages):
        picked = pick(text, options(live, step, language))
        if picked.values:
            return picked
        unclear = unclear if unclear.candidates else picked
    return unclear


def _read_many(live: Live, step: Step, text: str) -> Read:
    picked = _in_any_language(live, step, text, typed.pick_many)
    if picked.values:
        return Value(ordered(step, picked.values))
    return Several(picked.candidates) if picked.candidates else Fault(reasons.NOT_A_CHOICE)


def _read_more(_live: Live, _step: Step, text: str) -> Read:
    said = typed.yes_no(text)
    return Value(said) if said else Fault(reasons.CHOOSE_YES_NO)


def _only_button(_live: Live, _step: Step, _text: str) -> Read:
    return Fault(reasons.ONLY_BUTTON)


def _needs_file(_live: Live, step: Step, _text: str) -> Read:
    return Fault(reasons.NEEDS_FILE, {"kind": step.question.kind.value})


_READERS: dict[Kind, Callable[[Live, Step, str], Read]] = {
    Kind.TEXT: _read_text,
    Kind.INTEGER: _read_integer,
    Kind.DECIMAL: _read_decimal,
    Kind.RANGE: _read_scale,
    Kind.DATE: _read_date,
    Kind.TIME: _read_time,
    Kind.DATETIME: _read_datetime,
    Kind.ONE: _read_one,
    Kind.MANY: _read_many,
    Kind.RANK: _read_many,
    Kind.MORE: _read_more,
    Kind.ACKNOWLEDGE: _only_button,
    **dict.fromkeys(ATTACHED, _needs_file),
}


def ordered(step: Step, names: tuple[str, ...]) -> str:
    """Chosen names joined by spaces: a ranking in the person's order, others in the form's."""
    if step.question.kind is Kind.RANK:
        return " ".join(names)
    return " ".join(choice.name for choice in step.question.choices if choice.name in names)


def toggled(step: Step, name: str, value: str) -> str:
    """The value after a press on `name`: in or out of the set, or the next place of a ranking."""
    chosen = value.split()
    names = [one for one in chosen if one != name] if name in chosen else [*chosen, name]
    return ordered(step, tuple(names))


def verify(live: Live, step: Step, value: str) -> Fault | None:
    """What is wrong with a canonical value of this question among the other answers, if anything."""
    return _shape(live, step, value) or _constraint(live, step, value)


def _shape(live: Live, step: Step, value: str) -> Fault | None:
    kind = step.question.kind
    if not plausible(step.question, value):
        return Fault(_WRONG.get(kind, reasons.NOT_A_CHOICE))
    if kind is Kind.RANGE:
        return within(step.question, value)
    if kind in CHOSEN:
        return _chosen(live, step, value.split() if kind is not Kind.ONE else [value])
    return None


_WRONG = {
    Kind.INTEGER: reasons.NOT_INTEGER,
    Kind.DECIMAL: reasons.NOT_NUMBER,
    Kind.RANGE: reasons.NOT_NUMBER,
    Kind.DATE: reasons.NOT_DATE,
    Kind.TIME: reasons.NOT_TIME,
    Kind.DATETIME: reasons.NOT_DATETIME,
}


def plausible(question: Question, value: str) -> bool:
    """Whether a text can be a canonical value of this kind at all; defaults of a form often cannot."""
    kind = question.kind
    if kind in (Kind.DECIMAL, Kind.RANGE, Kind.INTEGER):
        return typed.canonical(value) == value and (kind is not Kind.INTEGER or "." not in value)
    if kind is Kind.DATE:
        return when.is_day(value)
    if kind is Kind.TIME:
        return when.is_time(value)
    if kind is Kind.DATETIME:
        return when.is_moment(value)
    return bool(value)


def within(question: Question, value: str) -> Fault | None:
    """What is wrong with a number on this question's scale, if anything."""
    scale = question.scale or Scale()
    start, end, number = Decimal(scale.start), Decimal(scale.end), Decimal(value)
    if not min(start, end) <= number <= max(start, end):
        return _scale_fault(question, reasons.OUT_OF_SCALE)
    return None if (number - start) % Decimal(scale.step) == 0 else _scale_fault(question, reasons.OFF_STEP)


def _chosen(live: Live, step: Step, chosen: list[str]) -> Fault | None:
    offered = {choice.name for choice in live.choices(step)}
    if not offered.issuperset(chosen):
        return Fault(reasons.NOT_A_CHOICE)
    if step.question.kind is Kind.RANK and len(chosen) < len(offered):
        return Fault(reasons.RANK_ALL, {"left": str(len(offered) - len(chosen))})
    return None if chosen else Fault(reasons.CHOOSE_SOME)


def _constraint(live: Live, step: Step, value: str) -> Fault | None:
    """XLSForm's rule: a constraint is asked of what was answered, never of an empty answer."""
    question = step.question
    if question.constraint is None:
        return None
    held = live.answers.get(step.key)
    supposed = live if held is not None and held.value == value else live.supposing(step.key, value)
    if as_truth(supposed.evaluate(question.constraint, question.repeats, step.index, own=value)):
        return None
    return Fault(reasons.CONSTRAINT)


def required_now(live: Live, step: Step) -> bool:
    """Whether this question may not be passed over: never when its filter has left nothing to choose."""
    kind = step.question.kind
    if kind is Kind.MORE:
        return True
    return live.required(step) and not (kind in CHOSEN and not live.choices(step))
