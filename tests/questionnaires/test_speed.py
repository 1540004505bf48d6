"""An answered question must cost next to nothing: thousands answer in the same break between lessons."""

from __future__ import annotations

import time

from mentoring.questionnaires.rules_engine import apply, ask
from mentoring.questionnaires.rules_state import Begin, State, Type
from tests.questionnaires.tools import NOW, form_from


def test_a_plain_question_of_sixteen_costs_well_under_a_tenth_of_a_millisecond() -> None:
    form = form_from(
        "\n".join(["type | name | label | required", *(f"text | q{n} | Вопрос {n} | yes" for n in range(16))])
    )
    state = apply(form, State(), Begin(), NOW).state
    for _ in range(8):
        state = apply(form, state, Type("ответ"), NOW).state
    best = min(_cost(form, state) for _ in range(5))
    assert best < 100e-6


def _cost(form: object, state: State) -> float:
    started = time.perf_counter()
    for _ in range(200):
        after = apply(form, state, Type("ответ"), NOW).state  # type: ignore[arg-type]
        ask(form, after, NOW, "ru")  # type: ignore[arg-type]
    return (time.perf_counter() - started) / 200
