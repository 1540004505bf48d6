"""A form with somebody's answers in it: which questions are asked, what is true, how answers read. Pure.

Everything here is derived anew from the stored answers, so a branch that opens or closes needs no
bookkeeping. Answers inside repeats are stored under `name@2` (second round), `name@2.1` when nested.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from random import Random

from mentoring.questionnaires.rules_form import (
    COMPUTED,
    STAMPS,
    Choice,
    Condition,
    Context,
    Expression,
    Form,
    Node,
    Question,
    Repeat,
    Texts,
)
from mentoring.questionnaires.rules_state import Answer, State

MAX_ROUNDS = 50

Index = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A question in its place; `key` is the name of its answer."""

    key: str
    question: Question
    index: Index = ()


def key_of(name: str, index: Index) -> str:
    """The name of an answer in round `index` of its repeats."""
    return f"{name}@{'.'.join(map(str, index))}" if index else name


def name_of(key: str) -> str:
    """The question's name in an answer's key."""
    return key.partition("@")[0]


def as_text(value: str | float | bool) -> str:
    """An expression's result as a stored answer: whole numbers without a point, booleans as XPath says."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return value
    if value != value or value in (float("inf"), float("-inf")):
        return ""
    return str(int(value)) if value == int(value) else repr(float(value))


def as_truth(value: str | float | bool) -> bool:
    """XPath's boolean(): an empty text, zero and NaN are false, also as calculated texts."""
    if isinstance(value, str):
        return value.strip().lower() not in ("", "false", "0")
    return bool(value) and value == value


def as_number(value: str | float | bool) -> float:
    """The number an expression gave, NaN when it gave none."""
    try:
        return float(value)
    except ValueError:
        return float("nan")


@lru_cache(maxsize=128)
def fixed_asked(form: Form) -> tuple[Step, ...]:
    """Those of `fixed_steps` that are asked."""
    return tuple(step for step in fixed_steps(form) if step.question.asked)


@lru_cache(maxsize=128)
def fixed_steps(form: Form) -> tuple[Step, ...]:
    """The steps of a form without conditions and repeats: the same for everybody."""
    return tuple(Step(question.name, question) for question in form.questions)


class Live:
    """The form, one person's answers and a moment; short-lived, remembers what it has worked out."""

    __slots__ = ("_holds", "_rounds", "_steps", "_values", "answers", "form", "now", "seed")

    def __init__(self, form: Form, state: State, now: datetime) -> None:
        self.form = form
        self.answers: Mapping[str, Answer] = state.answers
        self.now = now
        self.seed = state.seed
        self._values: dict[str, str] = {}
        self._holds: dict[tuple[int, Index], bool] = {}
        self._rounds: dict[tuple[str, Index], int] = {}
        self._steps: tuple[Step, ...] | None = None

    def supposing(self, key: str, value: str) -> Live:
        """The same moment with one answer given otherwise."""
        answers = {**self.answers, key: Answer(value)}
        return Live(self.form, State(answers=answers, seed=self.seed), self.now)

    @property
    def steps(self) -> tuple[Step, ...]:
        """All relevant steps in order, notes and calculations included."""
        if self.form.static:
            return fixed_steps(self.form)
        if self._steps is None:
            self._steps = tuple(self._walk(self.form.nodes, ()))
        return self._steps

    @property
    def asked(self) -> tuple[Step, ...]:
        """The questions of this branch in order: what "3 of 12" counts."""
        if self.form.static:
            return fixed_asked(self.form)
        return tuple(step for step in self.steps if step.question.asked)

    def _walk(self, nodes: Iterable[Node], index: Index) -> Iterator[Step]:
        for node in nodes:
            if isinstance(node, Repeat):
                yield from self._walk_rounds(node, index)
            elif self.relevant(node.conditions, index):
                yield Step(key_of(node.name, index), node, index)

    def _walk_rounds(self, repeat: Repeat, index: Index) -> Iterator[Step]:
        if not self.relevant(repeat.conditions, index):
            return
        rounds = self.rounds(repeat, index)
        for number in range(1, rounds + 1):
            inner = (*index, number)
            if repeat.count is None:
                yield Step(key_of(repeat.name, inner), repeat.more, inner)
            yield from self._walk(repeat.nodes, inner)
        if repeat.count is None and rounds < MAX_ROUNDS:
            inner = (*index, rounds + 1)
            yield Step(key_of(repeat.name, inner), repeat.more, inner)

    def rounds(self, repeat: Repeat, index: Index) -> int:
        """How many rounds of the repeat there are: what its count says, or "one more: yes" in a row."""
        at = (repeat.name, index)
        if at not in self._rounds:
            self._rounds[at] = 0  # a count that depends on its own rounds ends here
            self._rounds[at] = self._count(repeat, index)
        return self._rounds[at]

    def _count(self, repeat: Repeat, index: Index) -> int:
        if repeat.count is not None:
            number = as_number(self.evaluate(repeat.count, repeat.more.repeats[:-1], index))
            return int(min(max(number, 0), MAX_ROUNDS)) if number == number else 0
        number_of_yes = 0
        while number_of_yes < MAX_ROUNDS and self._wants(repeat, (*index, number_of_yes + 1)):
            number_of_yes += 1
        return number_of_yes

    def _wants(self, repeat: Repeat, index: Index) -> bool:
        answer = self.answers.get(key_of(repeat.name, index))
        return answer is not None and answer.value == "yes"

    def relevant(self, conditions: tuple[Condition, ...], index: Index) -> bool:
        """Whether all conditions of a question (its own and its groups') hold."""
        return not conditions or all(self._condition(condition, index) for condition in conditions)

    def _condition(self, condition: Condition, index: Index) -> bool:
        at = (id(condition), index[: len(condition.repeats)])
        if at not in self._holds:
            self._holds[at] = True  # a circle (refused when the form is read) ends here
            self._holds[at] = as_truth(self.evaluate(condition.expression, condition.repeats, at[1]))
        return self._holds[at]

    def evaluate(
        self,
        expression: Expression,
        repeats: tuple[str, ...] = (),
        index: Index = (),
        own: str = "",
        item: Mapping[str, str] | None = None,
    ) -> str | float | bool:
        """The expression as it stands in round `index` of `repeats`; `own` is "." and `item` a choice's row."""
        context = Context(self.now, own, index[-1] if index else 1, item or {}, self.seed)
        return expression.evaluate(Scope(self, repeats, index), context)

    def value(self, question: Question, index: Index) -> str:
        """The canonical answer as expressions see it: empty while the question is not relevant."""
        key = key_of(question.name, index)
        if key not in self._values:
            self._values[key] = ""
            self._values[key] = self._value(question, index, key)
        return self._values[key]

    def _value(self, question: Question, index: Index, key: str) -> str:
        if not self.relevant(question.conditions, index):
            return ""
        answer = self.answers.get(key)
        stored = answer.value or "" if answer is not None else ""
        if question.kind not in COMPUTED or question.kind in STAMPS:
            return stored
        if question.calculation is None:
            return stored or question.default
        return stored or as_text(self.evaluate(question.calculation, question.repeats, index))

    def choices(self, step: Step) -> tuple[Choice, ...]:
        """The choices of a question that its filter lets through, shuffled the same way every time."""
        question = step.question
        found = question.choices
        if question.choices_from:
            given = Scope(self, question.repeats, step.index).every(question.choices_from)
            found = tuple(Choice(one, Texts({"": one})) for one in dict.fromkeys(given) if one)
        if question.choice_filter is not None:
            found = tuple(choice for choice in found if self._passes(step, choice))
        if question.randomize and len(found) > 1:
            fixed = question.random_seed
            order = Random(f"{self.seed}:{step.key}" if fixed is None else fixed)
            found = tuple(order.sample(found, len(found)))
        return found

    def _passes(self, step: Step, choice: Choice) -> bool:
        rule = step.question.choice_filter
        if rule is None or choice.other:
            return True
        row = {**choice.columns, "name": choice.name, "label": choice.label.within("")}
        return as_truth(self.evaluate(rule, step.question.repeats, step.index, item=row))

    def required(self, step: Step) -> bool:
        rule = step.question.required
        if isinstance(rule, bool):
            return rule
        return as_truth(self.evaluate(rule, step.question.repeats, step.index))


@dataclass(frozen=True, slots=True)
class Scope:
    """What an expression sees from where it stands: its own round of a repeat, not the neighbours'."""

    live: Live
    repeats: tuple[str, ...] = ()
    index: Index = ()

    def value(self, name: str) -> str:
        question = self.live.form.by_name.get(name)
        return self.live.value(question, self._index(question.repeats)) if question else ""

    def _index(self, repeats: tuple[str, ...]) -> Index:
        """The round meant from here: ours as far as the repeats are shared, the first beyond that."""
        shared = 0
        for mine, theirs in zip(self.repeats, repeats, strict=False):
            if mine != theirs:
                break
            shared += 1
        return self.index[:shared] + (1,) * (len(repeats) - shared)

    def every(self, name: str) -> tuple[str, ...]:
        form = self.live.form
        if name in form.repeats:
            return ("",) * len(list(self._rounds(form.repeats[name].more.repeats)))
        question = form.by_name.get(name)
        if question is None:
            return ()
        return tuple(self.live.value(question, index) for index in self._rounds(question.repeats))

    def _rounds(self, repeats: tuple[str, ...]) -> Iterator[Index]:
        indexes: list[Index] = [()]
        for name in repeats:
            repeat = self.live.form.repeats[name]
            indexes = [(*i, n + 1) for i in indexes for n in range(self.live.rounds(repeat, i))]
        return iter(indexes)

    def at(self, name: str, rounds: Mapping[str, int]) -> str:
        question = self.live.form.by_name.get(name)
        if question is None:
            return ""
        here = self._index(question.repeats)
        index = tuple(rounds.get(repeat, n) for repeat, n in zip(question.repeats, here, strict=True))
        return self.live.value(question, index)

    def label(self, name: str, value: str) -> str:
        question = self.live.form.by_name.get(name)
        choices = question.choices if question else ()
        return next((c.label.within("") for c in choices if c.name == value), value)
