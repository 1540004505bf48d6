"""Random questionnaires and the sheets of random schools, for attacks on what is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from mentoring.questionnaires.rules_form import Form, Kind, Question
from mentoring.results.rules_sheets import Sheet, steps_of
from tests.results.ground import form_of, one, scale


@dataclass(frozen=True, slots=True)
class School:
    form: Form
    before: list[Sheet]
    after: list[Sheet]


def school(random: Random) -> School:
    questions = _questions(random)
    before = _sheets(random, questions, random.randrange(41))
    after = _sheets(random, questions, random.choice([0, len(before), random.randrange(41)]))
    return School(form_of(*questions), *_linked(random, before, after))


def _questions(random: Random) -> list[Question]:
    found = [_item(random, place) for place in range(random.randrange(1, 4))]
    found.append(one("glad", _names(random), required=random.random() < 0.6))
    if random.random() < 0.4:
        scores = [str(place) for place in range(3)]
        found.append(one("often", ["never", "some", "much"], scores=scores, required=random.random() < 0.7))
    if random.random() < 0.4:
        found.append(one("helps", _names(random), kind=Kind.MANY, required=random.random() < 0.5))
    if random.random() < 0.6:
        found += _family(random)
    return found


def _item(random: Random, place: int) -> Question:
    high = random.choice([2, 3, 5, 10])
    reverse = "yes" if random.random() < 0.3 else "no"
    return scale(f"item{place}", high, required=random.random() < 0.5, scale="comfort", reverse=reverse)


def _names(random: Random) -> list[str]:
    return [f"c{place}" for place in range(random.randrange(2, 5))]


def _family(random: Random) -> list[Question]:
    names = _names(random)
    parent = one("parent", names, required=random.random() < 0.7)
    wanted = random.sample(names, random.randrange(1, len(names)))
    children = [one("child0", ["y", "n"], when=("parent", *wanted), required=random.random() < 0.5)]
    if random.random() < 0.3:
        other = random.choice(names)
        children.append(one("child1", ["y", "n"], when=("parent", other)))
    return [parent, *children]


def _sheets(random: Random, questions: Sequence[Question], count: int) -> list[Sheet]:
    groups = random.choice([[""], ["mentor", "mentee"], ["mentor", "mentee", ""]])
    weights = [random.choice([1, 1, 4]) for _ in groups]
    skipping = random.choice([0.0, 0.05, 0.3])
    taste = {q.name: [random.choice([0, 1, 1, 5]) + 0.01 for _ in steps_of(q)] for q in questions}
    return [
        Sheet(random.choices(groups, weights)[0], _answers(random, questions, skipping, taste))
        for _ in range(count)
    ]


def _answers(
    random: Random, questions: Sequence[Question], skipping: float, taste: dict[str, list[float]]
) -> dict[str, str | None]:
    answers: dict[str, str | None] = {}
    for question in questions:
        if question.conditions:
            rule = question.conditions[0].expression
            if answers.get("parent") not in rule.wanted:  # type: ignore[attr-defined]
                continue
        answers[question.name] = _answer(random, question, skipping, taste[question.name])
    return answers


def _answer(random: Random, question: Question, skipping: float, weights: list[float]) -> str | None:
    if question.required is not True and random.random() < skipping:
        return None
    names = steps_of(question)
    if question.kind is Kind.MANY:
        chosen = [name for name in names if random.random() < 0.4]
        return " ".join(chosen or [random.choice(names)])
    return random.choices(names, weights)[0]


def _linked(random: Random, before: list[Sheet], after: list[Sheet]) -> tuple[list[Sheet], list[Sheet]]:
    """Most come again, some with a code that nobody knows."""
    share = random.choice([0.5, 0.8, 0.95, 1.0])
    early = [Sheet(s.group, s.answers, f"p{place}") for place, s in enumerate(before)]
    late = []
    for place, sheet in enumerate(after):
        known = place < len(before) and random.random() < share
        group = before[place].group if known else sheet.group
        late.append(Sheet(group, sheet.answers, f"p{place}" if known else ""))
    return early, late
