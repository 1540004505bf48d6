"""A draft begun in one version of a questionnaire, gone on with in a later one. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from mentoring.questionnaires.rules_fit import fits, shaped
from mentoring.questionnaires.rules_form import Form, Question
from mentoring.questionnaires.rules_live import Live, name_of
from mentoring.questionnaires.rules_state import Answer, State


@dataclass(frozen=True, slots=True)
class Carried:
    """`state` belongs to the new form. `kept` of `total` answers went over; `lost` names those that did not.

    Counted are answers to questions that are asked, passed over ones among them; not what the form records itself.
    """

    state: State
    kept: int
    total: int
    lost: tuple[str, ...]


def carry(old: Form, new: Form, state: State, now: datetime) -> Carried:
    """What of a draft of `old` can stand in `new` at `now` (aware): same name, same kind, and it fits there.

    The person goes on at the first question without an answer. What a branch hides is kept while its shape fits.
    """
    # Where all ticks were taken back again before they were confirmed, nothing has been answered.
    given = {key: answer for key, answer in state.answers.items() if answer.skipped or answer.value}
    moved = {key: answer for key, answer in given.items() if _same(old, new, key, answer)}
    kept = _fitting(new, replace(state, answers=moved), now)
    asked = [key for key in given if (question := _question(old, key)) is not None and question.asked]
    lost = tuple(key for key in asked if key not in kept)
    gone_on = replace(state, answers=kept, position=None, returning=False, refusals=0)
    return Carried(gone_on, len(asked) - len(lost), len(asked), lost)


def _question(form: Form, key: str) -> Question | None:
    """The question of an answer's key, "one more?" included."""
    name = name_of(key)
    repeat = form.repeats.get(name)
    if repeat is not None:
        return repeat.more if repeat.count is None else None
    return form.by_name.get(name)


def _same(old: Form, new: Form, key: str, answer: Answer) -> bool:
    before, after = _question(old, key), _question(new, key)
    if before is None or after is None or (before.kind, before.repeats) != (after.kind, after.repeats):
        return False
    return answer.skipped or answer.value is None or shaped(after, answer.value)


def _fitting(form: Form, state: State, now: datetime) -> Mapping[str, Answer]:
    """Without what does not fit. What falls out may take others with it, so looked at until nothing changes."""
    while True:
        live = Live(form, state, now)
        answered = [(step, state.answers[step.key]) for step in live.asked if step.key in state.answers]
        unfit = {step.key for step, answer in answered if not fits(live, step, answer)}
        if not unfit:
            return state.answers
        state = replace(state, answers={key: a for key, a in state.answers.items() if key not in unfit})
