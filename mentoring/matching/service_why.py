"""Why these two, why not those, and what else there would be: for the curator alone, on what is true now."""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.errors import ProgrammeError
from mentoring.matching import alternatives as ways
from mentoring.matching import explain
from mentoring.matching.alternatives import Alternative
from mentoring.matching.explain import Margin, WhyNot
from mentoring.matching.rules import Cell, Couple, NoSolution, outcome
from mentoring.matching.rules_aims import Aim
from mentoring.matching.service import Ground, Proposal, ground, keep, proposal, refusal
from mentoring.meetings.rules import Side
from mentoring.people.rules import Actor
from mentoring.ports import Unit
from mentoring.ports_matching import Run


@dataclass(frozen=True, slots=True)
class Card:
    """One pair of the proposal. `margin`: what the whole loses if these two are not a pair."""

    proposal: Proposal
    couple: Couple
    cell: Cell | None
    margin: Margin


def card(actor: Actor, unit: Unit, couple: Couple) -> Card:
    """Raises ProgrammeError("error-stale") for two who are no pair of the open proposal."""
    found = proposal(actor, unit)
    if couple not in found.run.couples:
        raise ProgrammeError("error-stale")
    problem = found.ground.problem
    margin = explain.margin(problem, outcome(problem, found.run.couples), couple)
    return Card(found, couple, found.cells.get(couple), margin)


@dataclass(frozen=True, slots=True)
class Question:
    """Why two are no pair of the open proposal, with its answer."""

    proposal: Proposal
    couple: Couple
    answer: WhyNot


def why_not(actor: Actor, unit: Unit, couple: Couple) -> Question:
    found = proposal(actor, unit)
    problem = found.ground.problem
    answer = explain.why_not(problem, outcome(problem, found.run.couples), *couple)
    return Question(found, couple, answer)


def alternatives(actor: Actor, unit: Unit) -> tuple[Alternative, ...]:
    """The best as a whole, the most even, the closest to last year; all keep every rule."""
    found = ground(actor, unit)
    try:
        return ways.alternatives(found.problem, _last_year(found))
    except NoSolution as none:
        raise refusal(found, none.broken) from None


def _last_year(found: Ground) -> frozenset[Couple]:
    mentees = (one for one in found.facts.profiles if one.side is Side.MENTEE)
    return frozenset((mentor, one.person_id) for one in mentees for mentor in one.last_year)


def take(actor: Actor, unit: Unit, aim: Aim) -> Run:
    """One of the alternatives becomes the proposal."""
    found = ground(actor, unit)
    try:
        chosen = ways.way(found.problem, aim, _last_year(found))
    except NoSolution as none:
        raise refusal(found, none.broken) from None
    return keep(actor, unit, found, chosen.pairs)
