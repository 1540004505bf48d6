"""The questionnaire engine: one event in, the new state and what came of it out. Pure, never raises.

`apply` and `ask` are the whole of it. The open question is derived from the stored answers, so the state
may be read from a table on any device after any restart.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, NamedTuple

from mentoring.questionnaires import rules_reasons as reasons
from mentoring.questionnaires import rules_state as events
from mentoring.questionnaires.rules_ask import ask, choice_views, is_unfit, open_step, shown_value
from mentoring.questionnaires.rules_check import (
    Fault,
    Several,
    Value,
    read_choice,
    read_typed,
    required_now,
    toggled,
    verify,
)
from mentoring.questionnaires.rules_form import ATTACHED, MULTIPLE, Form, Kind
from mentoring.questionnaires.rules_live import Live, Step
from mentoring.questionnaires.rules_once import with_lasting
from mentoring.questionnaires.rules_render import final_answers, piped
from mentoring.questionnaires.rules_state import (
    REVIEW,
    Accepted,
    Ambiguous,
    Answer,
    Event,
    Outcome,
    Refused,
    Saved,
    Sent,
    State,
)

__all__ = ["apply", "ask"]


class Result(NamedTuple):
    """The new state and what came of the event."""

    state: State
    outcome: Outcome


_SKIPPED = Answer(None, skipped=True)


@dataclass(frozen=True, slots=True)
class _Turn:
    """One event's surroundings."""

    live: Live
    state: State
    now: datetime
    language: str

    @property
    def step(self) -> Step | None:
        return open_step(self.live, self.state)


def apply(form: Form, state: State, event: Event, now: datetime, language: str = "") -> Result:
    """What `event` makes of `state` at `now` (aware); messages of the form come in `language`.

    An event that does not fit is `Refused` with a key of `rules_reasons`; the answers stay as they were.
    """
    if state.sent:
        return Result(state, Refused(reasons.ALREADY_SENT))
    if not state.started and not isinstance(event, events.Begin):
        return Result(state, Refused(reasons.NOT_STARTED))
    turn = _Turn(Live(form, state, now), state, now, language)
    after, outcome = _MOVES.get(type(event), _answer)(turn, event)
    return Result(with_lasting(form, after, now), outcome)


def _answer(turn: _Turn, event: Any) -> Result:
    """An event that answers the open question."""
    step = turn.step
    handler = _ANSWERS.get(type(event))
    if step is None or handler is None:
        return Result(turn.state, Refused(reasons.NOT_HERE))
    if event.question is not None and event.question != step.key:
        return Result(turn.state, Refused(reasons.STALE))
    return handler(turn, step, event)


# --- answering ----------------------------------------------------------------------------------------


def _choose(turn: _Turn, step: Step, event: events.Choose) -> Result:
    kind = step.question.kind
    if kind in MULTIPLE:
        return _toggle(turn, step, events.Toggle(event.choice))
    if kind not in (Kind.ONE, Kind.RANGE, Kind.MORE):
        return _refuse(turn, step, Fault(reasons.NOT_HERE))
    return _take(turn, step, read_choice(turn.live, step, event.choice))


def _toggle(turn: _Turn, step: Step, event: events.Toggle) -> Result:
    """Stored at once, so that nothing is lost; the question stays open until it is confirmed."""
    read = read_choice(turn.live, step, event.choice)
    if step.question.kind not in MULTIPLE:
        return _refuse(turn, step, Fault(reasons.NOT_HERE))
    if not isinstance(read, Value):
        return _take(turn, step, read)
    held = shown_value(turn.live, turn.state, step)[0] or ""
    value = toggled(step, read.text, held)
    answer = Answer(value)
    state = _stored(turn.state, step.key, answer, position=step.key, returning=turn.state.returning)
    return Result(state, Saved(step.key, answer))


def _confirm(turn: _Turn, step: Step, _event: events.ConfirmMany) -> Result:
    if step.question.kind not in MULTIPLE:
        return _refuse(turn, step, Fault(reasons.NOT_HERE))
    held = shown_value(turn.live, turn.state, step)[0] or ""
    if not held and not required_now(turn.live, step):
        return _pass_over(turn, step)
    return _take(turn, step, Value(held)) if held else _refuse(turn, step, Fault(reasons.CHOOSE_SOME))


def _type(turn: _Turn, step: Step, event: events.Type) -> Result:
    return _take(turn, step, read_typed(turn.live, step, event.text))


def _attach(turn: _Turn, step: Step, event: events.Attach) -> Result:
    """A picture sent as a document is still a file; a question for pictures takes nothing but pictures."""
    wanted = step.question.kind
    if wanted not in ATTACHED:
        return _refuse(turn, step, Fault(reasons.NEEDS_WORDS))
    if wanted is not Kind.FILE and event.kind != wanted.value:
        return _refuse(turn, step, Fault(reasons.WRONG_FILE, {"kind": wanted.value}))
    return _take(turn, step, Value(event.reference) if event.reference else Fault(reasons.EMPTY))


def _acknowledge(turn: _Turn, step: Step, _event: events.Acknowledge) -> Result:
    fits = step.question.kind is Kind.ACKNOWLEDGE
    return _take(turn, step, Value("OK") if fits else Fault(reasons.NOT_HERE))


def _skip(turn: _Turn, step: Step, _event: events.Skip) -> Result:
    """Keeps what the question shows, if it shows something; passes over otherwise."""
    value, _ = shown_value(turn.live, turn.state, step)
    if not value or is_unfit(turn.live, turn.state, step):
        return _pass_over(turn, step)
    return _take(turn, step, Value(value))


def _clear(turn: _Turn, step: Step, _event: events.Clear) -> Result:
    return _pass_over(turn, step)


def _pass_over(turn: _Turn, step: Step) -> Result:
    if required_now(turn.live, step):
        text = piped(turn.live, step, step.question.required_message, turn.language)
        return _refuse(turn, step, Fault(reasons.REQUIRED, text=text))
    return Result(_stored(turn.state, step.key, _SKIPPED), Saved(step.key, _SKIPPED))


def _take(turn: _Turn, step: Step, read: Value | Fault | Several) -> Result:
    if isinstance(read, Fault):
        return _refuse(turn, step, read)
    if isinstance(read, Several):
        return _ask_back(turn, step, read)
    fault = verify(turn.live, step, read.text)
    if fault is not None:
        return _refuse(turn, step, fault)
    answer = Answer(read.text)
    return Result(_stored(turn.state, step.key, answer), Saved(step.key, answer))


def _stored(state: State, key: str, answer: Answer, position: str | None = None, returning: bool = False) -> State:
    answers = {**state.answers, key: answer}
    return replace(state, answers=answers, position=position, returning=returning, refusals=0)


def _refuse(turn: _Turn, step: Step, fault: Fault) -> Result:
    count = turn.state.refusals + 1
    text = fault.text
    if fault.reason == reasons.CONSTRAINT:
        text = piped(turn.live, step, step.question.constraint_message, turn.language)
    refused = Refused(fault.reason, fault.params, text, count)
    return Result(replace(turn.state, refusals=count), refused)


def _ask_back(turn: _Turn, step: Step, read: Several) -> Result:
    count = turn.state.refusals + 1
    views = choice_views(turn.live, step, "", turn.language)
    candidates = tuple(view for view in views if view.value in read.candidates)
    return Result(replace(turn.state, refusals=count), Ambiguous(step.key, candidates, count))


# --- moving -------------------------------------------------------------------------------------------


def _moved(state: State, position: str | None, returning: bool = False) -> Result:
    return Result(replace(state, position=position, returning=returning, refusals=0), Accepted())


def _begin(turn: _Turn, _event: events.Begin) -> Result:
    if turn.state.started:
        return _moved(turn.state, None)
    stamped = replace(turn.state, started=True, answers=_stamped(turn, (Kind.START, Kind.TODAY)))
    return _moved(stamped, None)


def _stamped(turn: _Turn, kinds: tuple[Kind, ...]) -> dict[str, Answer]:
    """The answers with the moments that the form records of itself."""
    answers = dict(turn.state.answers)
    for question in turn.live.form.questions:
        if question.kind in kinds and not question.repeats:
            day = question.kind is Kind.TODAY
            answers[question.name] = Answer((turn.now.date() if day else turn.now).isoformat())
    return answers


def _back(turn: _Turn, _event: events.Back) -> Result:
    asked = turn.live.asked
    step = turn.step
    place = len(asked) if step is None else next(n for n, one in enumerate(asked) if one.key == step.key)
    if place == 0:
        return Result(turn.state, Refused(reasons.NOTHING_BEFORE))
    return _moved(turn.state, asked[place - 1].key)


def _edit(turn: _Turn, event: events.Edit) -> Result:
    asked = turn.live.asked
    place = int(event.name) if event.name.isdecimal() and len(event.name) < 5 else None
    if place is not None:
        key = asked[place].key if place < len(asked) else ""
    else:
        key = event.name if any(step.key == event.name for step in asked) else ""
    return _moved(turn.state, key, returning=True) if key else Result(turn.state, Refused(reasons.NOT_A_QUESTION))


def _to_review(turn: _Turn, _event: events.ToReview) -> Result:
    return _moved(turn.state, REVIEW)


def _restart(turn: _Turn, _event: events.Restart) -> Result:
    return _begin(replace(turn, state=State(seed=turn.state.seed)), events.Begin())


def _send(turn: _Turn, _event: events.Send) -> Result:
    """Only a complete and still valid set leaves; otherwise the person is led to the question meant."""
    asked = turn.live.asked
    missing = [step for step in asked if step.key not in turn.state.answers]
    if missing:
        return _lead(turn, missing[0], reasons.INCOMPLETE, {"left": str(len(missing))})
    invalid = next((step for step in asked if is_unfit(turn.live, turn.state, step)), None)
    if invalid is not None:
        return _lead(turn, invalid, reasons.NO_LONGER_VALID, {})
    answers = _stamped(turn, (Kind.END,))
    state = replace(turn.state, answers=answers, sent=True, position=None, returning=False, refusals=0)
    return Result(state, Sent(final_answers(Live(turn.live.form, state, turn.now))))


def _lead(turn: _Turn, step: Step, reason: str, params: dict[str, str]) -> Result:
    label = piped(turn.live, step, step.question.label, turn.language)
    state = replace(turn.state, position=step.key, returning=True, refusals=0)
    return Result(state, Refused(reason, {**params, "label": label}))


_MOVES: dict[type, Callable[[_Turn, Any], Result]] = {
    events.Begin: _begin,
    events.Back: _back,
    events.Edit: _edit,
    events.ToReview: _to_review,
    events.Send: _send,
    events.Restart: _restart,
}

_ANSWERS: dict[type, Callable[[_Turn, Step, Any], Result]] = {
    events.Choose: _choose,
    events.Toggle: _toggle,
    events.ConfirmMany: _confirm,
    events.Type: _type,
    events.Attach: _attach,
    events.Acknowledge: _acknowledge,
    events.Skip: _skip,
    events.Clear: _clear,
}
