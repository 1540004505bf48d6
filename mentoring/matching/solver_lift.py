"""Which hard rules stand in the way of some pairs: the smallest set without which they could all be taken."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from ortools.sat.python import cp_model

from mentoring.errors import ProgrammeError
from mentoring.matching.rules import Broken, Couple, Hard, Problem, Sizes
from mentoring.matching.rules_verify import bars

# Among sets of one size: what the curator decided comes first, then places, then what people said.
_EASE = (
    Hard.PIN,
    Hard.FORBIDDEN,
    Hard.TOGETHER,
    Hard.APART,
    Hard.GROUP_SMALL,
    Hard.GROUP_LARGE,
    Hard.CAPACITY,
    Hard.NO_COMMON_TIME,
)
_RULE = 10**6
PATIENCE = 30.0
"""The solver's own count of its work, about seconds; not a clock, so it ends at the same place every time."""


@dataclass(slots=True)
class _Lifting:
    """The model as it grows: a switch for each rule that may be lifted, a variable for each pair."""

    model: cp_model.CpModel = field(default_factory=cp_model.CpModel)
    switches: dict[Broken, cp_model.IntVar] = field(default_factory=dict)
    pairs: dict[Couple, cp_model.IntVar] = field(default_factory=dict)

    def switch(self, rule: Broken) -> cp_model.IntVar:
        if rule not in self.switches:
            self.switches[rule] = self.model.new_bool_var("")
        return self.switches[rule]

    def of(self, *, mentor: int | None = None, mentee: int | None = None) -> list[cp_model.IntVar]:
        return [v for (m, e), v in self.pairs.items() if m == mentor or e == mentee]

    def at_most(self, variables: Iterable[cp_model.IntVar], limit: int, rule: Broken) -> None:
        bound = self.model.add(cp_model.LinearExpr.sum(list(variables)) <= limit)
        bound.only_enforce_if(self.switch(rule).negated())


def in_the_way(problem: Problem, goals: Collection[Couple]) -> tuple[Broken, ...]:
    """The fewest rules to lift so that all of `goals` can be pairs at once; empty: they can as it is.

    A pair with somebody who is not in the run has that in its way and nothing else is looked at. Bars of others
    than `goals` and those who stay together with them are never lifted: letting a group be smaller does as well.
    """
    strangers = tuple(one for couple in sorted(goals) for one in _strangers(problem, couple))
    if strangers:
        return strangers
    lifting = _Lifting()
    _pairs(lifting, problem, goals)
    _places(lifting, problem)
    _circles(lifting, problem)
    for couple in sorted(problem.wishes.pins - set(goals)):
        held = [lifting.pairs[couple]] if couple in lifting.pairs else []
        lifting.model.add_bool_or([*held, lifting.switch(Broken(Hard.PIN, couple[0], (couple[1],)))])
    return _fewest(lifting)


def _strangers(problem: Problem, couple: Couple) -> tuple[Broken, ...]:
    if couple[0] in problem.mentors and couple[1] in problem.mentees:
        return ()
    return tuple(Broken(rule, couple[0], (couple[1],)) for rule in bars(problem, couple))


def _pairs(lifting: _Lifting, problem: Problem, goals: Collection[Couple]) -> None:
    wanted = set(goals) | _companions(problem, goals)
    for couple in sorted(wanted | set(problem.scores)):
        barred = bars(problem, couple)
        if barred and couple not in wanted:
            continue
        taken = lifting.pairs[couple] = lifting.model.new_bool_var("")
        for rule in barred:
            if rule is not Hard.CAPACITY:  # the mentor's places are counted below
                lifting.model.add_implication(taken, lifting.switch(Broken(rule, couple[0], (couple[1],))))
    for couple in goals:
        lifting.model.add(lifting.pairs[couple] == 1)


def _companions(problem: Problem, goals: Collection[Couple]) -> set[Couple]:
    """Whoever has to come along, and who with them in turn."""
    found = set(goals)
    while True:
        more = {
            (mentor, other)
            for mentor, mentee in found
            for circle in problem.wishes.together
            if mentee in circle
            for other in circle & problem.mentees
        }
        if more <= found:
            return found
        found |= more


def _places(lifting: _Lifting, problem: Problem) -> None:
    for mentee in sorted(problem.mentees):
        lifting.model.add_at_most_one(lifting.of(mentee=mentee))
    for mentor, places in sorted(problem.mentors.items()):
        own = lifting.of(mentor=mentor)
        if not own:
            continue
        size = problem.wishes.sizes.get(mentor, Sizes())
        lifting.at_most(own, places, Broken(Hard.CAPACITY, mentor, limit=places))
        if size.most is not None:
            lifting.at_most(own, size.most, Broken(Hard.GROUP_LARGE, mentor, limit=size.most))
        if size.least > 1:
            _least(lifting, own, size.least, Broken(Hard.GROUP_SMALL, mentor, limit=size.least))


def _least(lifting: _Lifting, own: list[cp_model.IntVar], least: int, rule: Broken) -> None:
    load = cp_model.LinearExpr.sum(own)
    for taken in own:
        lifting.model.add(load >= least).only_enforce_if(taken, lifting.switch(rule).negated())


def _circles(lifting: _Lifting, problem: Problem) -> None:
    for circle in dict.fromkeys(one & problem.mentees for one in problem.wishes.together):
        switch = lifting.switch(Broken(Hard.TOGETHER, mentees=tuple(sorted(circle))))
        for mentor in sorted(problem.mentors):
            for one, other in pairwise(sorted(circle)):
                _alike(lifting, (mentor, one), (mentor, other), switch)
    for circle in dict.fromkeys(one & problem.mentees for one in problem.wishes.apart):
        rule = Broken(Hard.APART, mentees=tuple(sorted(circle)), limit=1)
        for mentor in sorted(problem.mentors):
            lifting.at_most(_met(lifting, mentor, circle), 1, rule)


def _alike(lifting: _Lifting, one: Couple, other: Couple, switch: cp_model.IntVar) -> None:
    """Both are pairs or neither, unless lifted."""
    sides: list[cp_model.LinearExprT] = [lifting.pairs.get(one, 0), lifting.pairs.get(other, 0)]
    if any(not isinstance(side, int) for side in sides):
        lifting.model.add(sides[0] == sides[1]).only_enforce_if(switch.negated())


def _met(lifting: _Lifting, mentor: int, circle: frozenset[int]) -> list[cp_model.IntVar]:
    return [lifting.pairs[mentor, one] for one in sorted(circle) if (mentor, one) in lifting.pairs]


def _fewest(lifting: _Lifting) -> tuple[Broken, ...]:
    rules = sorted(lifting.switches, key=_ease)
    switches = [lifting.switches[rule] for rule in rules]
    costs = [_RULE + place for place, _ in enumerate(rules)]
    lifting.model.minimize(cp_model.LinearExpr.weighted_sum(switches, costs))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 1
    solver.parameters.max_deterministic_time = PATIENCE
    if solver.solve(lifting.model) != cp_model.OPTIMAL:
        raise ProgrammeError("error-matching-hard")
    return tuple(rule for rule, one in zip(rules, switches, strict=True) if solver.boolean_value(one))


def _ease(rule: Broken) -> tuple[int, str, int, tuple[int, ...]]:
    place = _EASE.index(rule.rule) if rule.rule in _EASE else len(_EASE)
    return place, rule.rule.value, rule.mentor or 0, rule.mentees
