"""Calculations with once(): the first value that comes out stays, as XLSForm has it. Pure."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from functools import lru_cache

from mentoring.questionnaires.rules_form import Form, Kind, Question
from mentoring.questionnaires.rules_live import Live
from mentoring.questionnaires.rules_state import Answer, State

_ONCE = re.compile(r"\bonce\s*\(")
_LITERAL = re.compile(r"\"[^\"]*\"|'[^']*'")


@lru_cache(maxsize=128)
def lasting(form: Form) -> frozenset[str]:
    """The names of calculations that keep their first value."""
    return frozenset(question.name for question in form.questions if _lasts(question))


def _lasts(question: Question) -> bool:
    if question.kind is not Kind.CALCULATE or question.calculation is None:
        return False
    return _ONCE.search(_LITERAL.sub("", question.calculation.source)) is not None


def with_lasting(form: Form, state: State, now: datetime) -> State:
    """The state with what has just got its first value; it is stored like an answer, so it stays."""
    names = lasting(form)
    if not names or not state.started or state.sent:
        return state
    live = Live(form, state, now)
    places = (step for step in live.steps if step.question.name in names and step.key not in state.answers)
    found = {step.key: Answer(value) for step in places if (value := live.value(step.question, step.index))}
    return replace(state, answers={**state.answers, **found}) if found else state
