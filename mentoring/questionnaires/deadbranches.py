"""Questions that nobody can ever be asked: a check for whoever writes a form.

For each conditional question the answers that its conditions read are varied over what can be answered:
all choices and steps of a scale, and for typed answers the values around those that the conditions name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import islice, product
from math import prod
from random import Random

from mentoring.questionnaires.rules_check import scale_values
from mentoring.questionnaires.rules_form import MULTIPLE, Form, Kind, Question
from mentoring.questionnaires.rules_live import Live, key_of
from mentoring.questionnaires.rules_state import Answer, State

MAX_TRIES = 20_000
MAX_ALL = 60_000
"""Combinations tried for one question, and for all of a form together."""
_TEXTS = re.compile(r"\"([^\"]*)\"|'([^']*)'")
_NUMBERS = re.compile(r"(?<![\w.-])-?\d+(?:\.\d+)?(?![\w-])")


def dead_questions(form: Form, now: datetime, most: int = MAX_ALL) -> tuple[str, ...]:
    """The names of questions that no answers found can reach, in the form's order.

    Conditions over more than `MAX_TRIES` combinations are sampled: then the list may hold a question that
    only a rare combination opens. After `most` combinations in all nothing more is looked at or listed.
    """
    found = []
    for question in form.questions:
        if not question.conditions or most <= 0:
            continue
        reached, tries = _search(form, question, now, most)
        most -= tries
        if not reached and most > 0:
            found.append(question.name)
    return tuple(found)


def _search(form: Form, question: Question, now: datetime, most: int) -> tuple[bool, int]:
    """Whether some combination opens the question, and after how many."""
    needed = [form.by_name[name] for name in sorted(_needed(form, question)) if name in form.by_name]
    asked = [one for one in needed if one.asked]
    domains = [tuple(dict.fromkeys(_domain(one, _sources(question, needed), now))) for one in asked]
    index, tries = (1,) * len(question.repeats), 0
    for tries, values in enumerate(islice(_combinations(domains), most), 1):
        if Live(form, _state(question, asked, values), now).relevant(question.conditions, index):
            return True, tries
    return False, tries


def _needed(form: Form, question: Question) -> set[str]:
    """Names that the question's conditions read, directly or through calculations and other conditions."""
    found: set[str] = set()
    waiting = set(_reads(question))
    while waiting:
        name = waiting.pop()
        found.add(name)
        other = form.by_name.get(name)
        if other is not None:
            waiting |= _reads(other) - found
    return found


def _reads(question: Question) -> set[str]:
    rules = [condition.expression for condition in question.conditions]
    rules += [question.calculation] if question.calculation is not None and not question.asked else []
    return {name for rule in rules for name in rule.names}


def _sources(question: Question, needed: Iterable[Question]) -> str:
    """The conditions and calculations whose literals are worth trying."""
    rules = [c.expression.source for one in (question, *needed) for c in one.conditions]
    return "\n".join([*rules, *(one.calculation.source for one in needed if one.calculation is not None)])


def _domain(question: Question, sources: str, now: datetime) -> Iterator[str]:
    """Answers worth trying; first none at all."""
    yield ""
    if question.choices and question.kind is not Kind.RANGE:
        yield from _chosen(question)
    elif question.scale is not None:
        yield from scale_values(question.scale) or (question.scale.start, question.scale.end)
    elif question.kind is Kind.ACKNOWLEDGE:
        yield "OK"
    else:
        yield from _typed(question, sources, now)


def _chosen(question: Question) -> Iterator[str]:
    names = [choice.name for choice in question.choices]
    yield from names
    if question.kind in MULTIPLE:
        yield from (f"{one} {other}" for one in names for other in names if one < other)
        yield " ".join(names)


def _typed(question: Question, sources: str, now: datetime) -> Iterator[str]:
    literals = [one or other for one, other in _TEXTS.findall(sources)]
    numbers = [float(found) for found in _NUMBERS.findall(_TEXTS.sub("", sources))]
    if question.kind in (Kind.INTEGER, Kind.DECIMAL):
        yield from (f"{number + step:g}" for number in (0.0, *numbers) for step in (-1, 0, 1))
    elif question.kind is Kind.DATE:
        yield from literals
        yield from ((now + timedelta(days=days)).date().isoformat() for days in (-36500, -1, 0, 1, 36500))
    else:
        yield from (*literals, "x")


def _combinations(domains: list[tuple[str, ...]]) -> Iterable[tuple[str, ...]]:
    if prod(map(len, domains)) <= MAX_TRIES:
        return product(*domains)
    draw = Random(1)
    return islice(iter(lambda: tuple(draw.choice(domain) for domain in domains), None), MAX_TRIES)


def _state(question: Question, asked: list[Question], values: tuple[str, ...]) -> State:
    """The given answers, in the first round of every repeat."""
    answers = {
        key_of(one.name, (1,) * len(one.repeats)): Answer(v) for one, v in zip(asked, values, strict=True) if v
    }
    opened = {key_of(name, (1,) * (depth + 1)): Answer("yes") for depth, name in enumerate(question.repeats)}
    return State({**opened, **answers})
