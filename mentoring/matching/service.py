"""Use cases of a run: the curator has pairs proposed, changes the proposal by hand, approves it.

Step 16 of the programme's plan. Nobody else hears of a proposal before it is approved. What changes it works on
what is true now; every set of pairs, worked out or made by hand, passes the independent check of `rules_verify`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from mentoring.errors import ProgrammeError
from mentoring.matching.rules import (
    Broken,
    Cell,
    Couple,
    NoSolution,
    Problem,
    Profile,
    Weights,
    Wishes,
)
from mentoring.matching.rules_table import Table, build, problem_of
from mentoring.matching.rules_verify import verify
from mentoring.matching.service_decided import wishes_of
from mentoring.matching.service_profiles import Facts, facts_of, second_wanted
from mentoring.matching.solver import solve
from mentoring.meetings.rules import Contact, Side
from mentoring.pairs.rules import Pair, contact_suggested
from mentoring.pairs.service_acceptance import open_pair
from mentoring.people.rules import Actor, Person, Role, School, occasion
from mentoring.ports import Unit
from mentoring.ports_matching import RuleKind, Run, RunPair, RunState, SideRule
from mentoring.texts import Raw, say

KINDS = ("consultant", "subject")


@dataclass(frozen=True)
class Ground:
    """What is true now. The pair table is worked out when it is asked for: most screens need names alone.

    `profiles` are all mentors and the mentees of the run: those without a pair, or with a `kind` those for whom a
    second mentor of that kind is wanted. `before` is what a run keeps where nothing is lost.
    """

    facts: Facts
    profiles: tuple[Profile, ...]
    rules: tuple[SideRule, ...]
    wishes: Wishes
    weights: Weights
    before: frozenset[Couple]
    kind: str = ""

    @cached_property
    def table(self) -> Table:
        return build(self.profiles, self.weights, self.facts.refused, self.wishes, self.facts.paired)

    @cached_property
    def problem(self) -> Problem:
        return problem_of(self.table, self.wishes, self.before)

    @property
    def mentees(self) -> frozenset[int]:
        """Those of the run who take part."""
        able = (one for one in self.profiles if one.side is Side.MENTEE and one.approved and one.consented)
        return frozenset(one.person_id for one in able)

    @property
    def places(self) -> dict[int, int]:
        """How many more each mentor takes, of those in the register who take part."""
        mentors = (one for one in self.profiles if one.side is Side.MENTOR and one.approved and one.consented)
        return {one.person_id: one.capacity for one in mentors}

    def person(self, person_id: int) -> Person | None:
        return self.facts.people.get(person_id)

    def name(self, person_id: int) -> str:
        person = self.facts.people.get(person_id)
        return (person and person.name) or ""


def ground_of(unit: Unit, school: School, kind: str = "") -> Ground:
    """One look at the school, for a run that gives mentees their mentor or a second one of a kind."""
    facts, settings = facts_of(unit, school), unit.matching.settings(school.id)
    rules = tuple(unit.matching.rules(school.id, occasion(school)))
    mentees = _in_run(unit, school, facts, kind)
    taking = [one for one in facts.profiles if one.side is Side.MENTOR or one.person_id in mentees]
    wishes = wishes_of(rules, settings.least_hours, facts, mentees if kind else None)
    return Ground(facts, tuple(taking), rules, wishes, settings.weights, _before(unit, school, facts, kind), kind)


def _in_run(unit: Unit, school: School, facts: Facts, kind: str) -> frozenset[int]:
    if kind:
        return second_wanted(unit, school, kind) & facts.lacking(kind)
    return frozenset(one.person_id for one in facts.profiles) - facts.served


def ground(actor: Actor, unit: Unit, kind: str | None = None) -> Ground:
    """For a run of that kind; None: of the kind of the proposal that is open."""
    actor.require(Role.CURATOR)
    return ground_of(unit, actor.school, _open_kind(actor, unit) if kind is None else kind)


def _open_kind(actor: Actor, unit: Unit) -> str:
    run = unit.matching.latest(actor.school_id, occasion(actor.school))
    return run.kind if run is not None and run.state is RunState.PROPOSED else ""


def _before(unit: Unit, school: School, facts: Facts, kind: str) -> frozenset[Couple]:
    """What a new run keeps where nothing is lost by it: the proposal it comes after, else last year's pairs."""
    run = unit.matching.latest(school.id, occasion(school))
    if run is not None and run.state is RunState.PROPOSED and run.kind == kind:
        return run.couples
    mentees = (one for one in facts.profiles if one.side is Side.MENTEE)
    return frozenset((mentor, one.person_id) for one in mentees for mentor in one.last_year)


@dataclass(frozen=True, slots=True)
class Board:
    """The state of matching in figures. `places` are those left with approved mentors who take part."""

    mentors: int
    places: int
    unapproved: int
    mentees: int
    paired: int
    run: Run | None


def board(actor: Actor, unit: Unit) -> Board:
    found = ground(actor, unit, "")
    mentors = [one for one in found.facts.profiles if one.side is Side.MENTOR and one.consented]
    run = unit.matching.latest(actor.school_id, occasion(actor.school))
    return Board(
        mentors=sum(one.approved for one in mentors),
        places=sum(one.capacity for one in mentors if one.approved),
        unapproved=sum(not one.approved for one in mentors),
        mentees=len(found.mentees),
        paired=len(found.facts.served),
        run=run if run is not None and run.state is RunState.PROPOSED else None,
    )


def propose(actor: Actor, unit: Unit, kind: str | None = None) -> Run:
    """Work out the best set of pairs and keep it with the table it was chosen from. `kind` as of `ground`."""
    found = ground(actor, unit, kind)
    if not found.mentees:
        raise ProgrammeError("error-matching-no-seconds" if found.kind else "error-matching-no-mentees")
    if not any(found.table.mentors.values()):
        raise ProgrammeError("error-matching-no-mentors")
    try:
        solution = solve(found.problem)
    except NoSolution as none:
        raise refusal(found, none.broken) from None
    return keep(actor, unit, found, solution.pairs)


def keep(actor: Actor, unit: Unit, found: Ground, couples: Iterable[Couple]) -> Run:
    """A set of pairs becomes the school's proposal; forms and kinds chosen for pairs that stay are kept."""
    former = unit.matching.latest(actor.school_id, occasion(actor.school))
    open_one = former is not None and former.state is RunState.PROPOSED and former.kind == found.kind
    chosen = {pair.couple: pair for pair in former.pairs} if former is not None and open_one else {}
    pairs = [chosen.get(couple) or _fresh(couple, found) for couple in couples]
    settings = unit.matching.settings(actor.school_id)
    year = occasion(actor.school)
    return unit.matching.add_run(
        actor.school_id, year, settings, pairs, found.table.cells.values(), unit.now, found.kind
    )


def _fresh(couple: Couple, found: Ground) -> RunPair:
    """Mentees who belong together are a group from the start; a second mentor is of the kind looked for."""
    circles = (circle & found.mentees for circle in found.wishes.together if couple[1] in circle)
    circle = next(circles, frozenset[int]())
    return RunPair(*couple, bundle=min(circle) if len(circle) > 1 else 0, kind=found.kind)


def refusal(found: Ground, broken: Sequence[Broken]) -> ProgrammeError:
    """The first rule in the way, in words and with names."""
    first = broken[0]
    people = [person for person in (first.mentor, *first.mentees) if person is not None]
    names = ", ".join(found.name(person) for person in people)
    return ProgrammeError("error-matching-broken", names=Raw(names), why=say(f"hard-{_word(first.rule)}"))


def _word(rule: str) -> str:
    return rule.replace("_", "-")


def current(actor: Actor, unit: Unit) -> Run:
    """The proposal that is open. Raises ProgrammeError("error-matching-none") where there is none."""
    actor.require(Role.CURATOR)
    run = unit.matching.latest(actor.school_id, occasion(actor.school))
    if run is None or run.state is not RunState.PROPOSED:
        raise ProgrammeError("error-matching-none")
    return run


@dataclass(frozen=True, slots=True)
class Proposal:
    """The open proposal with what is true now; `cells` of the table it was chosen from are those of its pairs."""

    run: Run
    cells: dict[Couple, Cell]
    ground: Ground

    @property
    def unserved(self) -> list[int]:
        served = {pair.mentee for pair in self.run.pairs}
        return sorted(self.ground.mentees - served, key=self.ground.name)

    @property
    def free(self) -> dict[int, int]:
        """Places that the proposal leaves empty, by mentor, by name."""
        taken = Counter(pair.mentor for pair in self.run.pairs)
        left = {who: places - taken[who] for who, places in self.ground.places.items()}
        return {who: left[who] for who in sorted(left, key=self.ground.name) if left[who] > 0}

    def percent(self, couple: Couple) -> int:
        """How well two people suit each other by the table of the run, 0–100; 50 where nothing is known."""
        cell = self.cells.get(couple)
        return cell.percent if cell else 50

    def pinned(self, couple: Couple) -> bool:
        return couple in self.ground.wishes.pins

    @property
    def bundles(self) -> list[tuple[RunPair, ...]]:
        """What will be one pair each: a mentor's mentees of one bundle together, everybody else alone."""
        found: dict[tuple[int, int], list[RunPair]] = {}
        for pair in self.run.pairs:
            found.setdefault((pair.mentor, pair.bundle or -pair.mentee), []).append(pair)
        return [tuple(one) for one in found.values()]


def proposal(actor: Actor, unit: Unit) -> Proposal:
    run = current(actor, unit)
    return Proposal(run, _by_couple(unit.matching.cells_of_pairs(run.id)), ground(actor, unit))


def whole(actor: Actor, unit: Unit) -> Proposal:
    """The open proposal with every cell of its table."""
    run = current(actor, unit)
    return Proposal(run, _by_couple(unit.matching.cells(run.id)), ground(actor, unit))


def choices(actor: Actor, unit: Unit, mentee: int) -> Proposal:
    """The open proposal with the cells of one mentee: every mentor there is for them."""
    run = current(actor, unit)
    return Proposal(run, _by_couple(unit.matching.cells(run.id, mentee)), ground(actor, unit))


def _by_couple(cells: Iterable[Cell]) -> dict[Couple, Cell]:
    return {cell.couple: cell for cell in cells}


def changing(actor: Actor, unit: Unit, run_id: int, revision: int) -> Run:
    """The open proposal as the pressed button saw it."""
    run = current(actor, unit)
    if (run.id, run.revision) != (run_id, revision):
        raise ProgrammeError("error-stale")
    return run


def save(unit: Unit, run: Run) -> None:
    if not unit.matching.save_run(run):
        raise ProgrammeError("error-stale")


def approve(actor: Actor, unit: Unit, run_id: int, revision: int) -> list[Pair]:
    """The proposal becomes pairs, and everybody in them is told; what has changed meanwhile is checked again."""
    run = changing(actor, unit, run_id, revision)
    found = ground(actor, unit)
    if not run.pairs:
        raise ProgrammeError("error-matching-none")
    broken = verify(found.problem, run.couples)
    if broken:
        raise refusal(found, broken)
    save(unit, replace(run, state=RunState.APPROVED, approved_at=unit.now))
    for couple in run.couples:  # a pin has done its work; it must not outlive a refusal
        unit.matching.drop_rule(actor.school_id, occasion(actor.school), SideRule(RuleKind.PIN, *couple))
    return [_opened(actor, unit, bundle) for bundle in Proposal(run, {}, found).bundles]


def _opened(actor: Actor, unit: Unit, bundle: Sequence[RunPair]) -> Pair:
    first = bundle[0]
    mentees = [pair.mentee for pair in bundle]
    contact = Contact(first.contact) if first.contact else contact_suggested([first.mentor], mentees)
    return open_pair(unit, actor.school, [first.mentor], mentees, contact, {first.mentor: first.kind})
