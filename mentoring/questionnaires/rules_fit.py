"""Whether stored answers still fit: one by one, and which of them other answers can make unfit. Pure.

An answer is taken only when it fits; what is given later may change that: a bound that another answer sets,
the choices that a filter lets through, a question that has become required.
"""

from __future__ import annotations

import re
from functools import lru_cache

from mentoring.questionnaires.rules_check import plausible, required_now, verify, within
from mentoring.questionnaires.rules_form import CHOSEN, MULTIPLE, Expression, Form, Kind, Question
from mentoring.questionnaires.rules_live import Live, Step
from mentoring.questionnaires.rules_state import Answer, State

_CLOCK = re.compile(r"\b(?:today|now)\s*\(")


def fits(live: Live, step: Step, answer: Answer) -> bool:
    """Whether this answer to a question that is asked would be taken now."""
    if answer.skipped or answer.value is None:
        return not required_now(live, step)
    return verify(live, step, answer.value) is None


def shaped(question: Question, value: str) -> bool:
    """Whether a value can be an answer to this question at all, whatever the others are."""
    if not plausible(question, value):
        return False
    if question.kind is Kind.RANGE:
        return within(question, value) is None
    if question.kind in CHOSEN and not question.choices_from:
        chosen = value.split() if question.kind in MULTIPLE else [value]
        return {choice.name for choice in question.choices}.issuperset(chosen)
    return True


@lru_cache(maxsize=128)
def doubtful(form: Form) -> frozenset[str]:
    """The names of questions whose stored answer may cease to fit; the others are not looked at again."""
    return frozenset(question.name for question in form.questions if question.asked and _doubtful(question))


def _doubtful(question: Question) -> bool:
    """Ticks are stored before they are confirmed, so several choices may be half made."""
    if question.kind in MULTIPLE or question.choices_from or question.choice_filter is not None:
        return True
    return not isinstance(question.required, bool) or _reads_more(question.constraint)


def _reads_more(constraint: Expression | None) -> bool:
    return constraint is not None and (bool(constraint.names) or _CLOCK.search(constraint.source) is not None)


def first_open(live: Live, state: State) -> Step | None:
    """The first question of this branch without an answer that fits; None when there is none."""
    answers, unsure = state.answers, doubtful(live.form)
    for step in live.asked:
        answer = answers.get(step.key)
        if answer is None or (step.question.name in unsure and not fits(live, step, answer)):
            return step
    return None
