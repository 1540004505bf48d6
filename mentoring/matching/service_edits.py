"""The curator's own hand in a proposal: rules for all runs to come, and changes of the pairs that stand.

A change of the pairs is kept only when the independent checker finds nothing against the whole; what was moved by
hand is pinned, so that the next run does not move it back.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from mentoring.errors import ProgrammeError
from mentoring.matching import rules_edit
from mentoring.matching.rules import HEAVIEST, Couple, Soft, Weights
from mentoring.matching.rules_edit import Edited
from mentoring.matching.service import KINDS, Ground, changing, current, ground, refusal, save
from mentoring.meetings.rules import Contact, Side
from mentoring.pairs.rules import suits
from mentoring.people.rules import Actor, Role, occasion
from mentoring.ports import Unit
from mentoring.ports_matching import RuleKind, Run, RunPair, Settings, SideRule

MOST_HOURS = 10
Seen: TypeAlias = tuple[int, int]
"""The proposal as a button saw it: its number and revision."""


def settings(actor: Actor, unit: Unit) -> Settings:
    actor.require(Role.CURATOR)
    return unit.matching.settings(actor.school_id)


def set_weight(actor: Actor, unit: Unit, rule: Soft, value: int) -> Settings:
    """How much a soft rule counts from the next run on, 0–10."""
    found = settings(actor, unit)
    if not 0 <= value <= HEAVIEST:
        raise ProgrammeError("error-stale")
    weights = {one.value: found.weights.of(one) for one in Soft} | {rule.value: value}
    unit.matching.keep_settings(actor.school_id, replace(found, weights=Weights(**weights)))
    return settings(actor, unit)


def set_least_hours(actor: Actor, unit: Unit, hours: int) -> Settings:
    """How many hours a week both sides must have in common; 0: any."""
    found = settings(actor, unit)
    if not 0 <= hours <= MOST_HOURS:
        raise ProgrammeError("error-stale")
    unit.matching.keep_settings(actor.school_id, replace(found, least_hours=hours))
    return settings(actor, unit)


def reset_weights(actor: Actor, unit: Unit) -> Settings:
    settings(actor, unit)
    unit.matching.keep_settings(actor.school_id, Settings())
    return settings(actor, unit)


def rules(actor: Actor, unit: Unit) -> list[SideRule]:
    actor.require(Role.CURATOR)
    return list(unit.matching.rules(actor.school_id, occasion(actor.school)))


def add_rule(actor: Actor, unit: Unit, rule: SideRule) -> None:
    """A rule takes the place of what it contradicts: a mentee has one pin, and what is pinned is not forbidden."""
    rule = _checked(actor, unit, rule)
    for other in rules(actor, unit):
        if _contradicts(rule, other):
            unit.matching.drop_rule(actor.school_id, occasion(actor.school), other)
    unit.matching.add_rule(actor.school_id, occasion(actor.school), rule)


def drop_rule(actor: Actor, unit: Unit, rule: SideRule) -> None:
    actor.require(Role.CURATOR)
    if not unit.matching.drop_rule(actor.school_id, occasion(actor.school), rule):
        raise ProgrammeError("error-done-already")


def _checked(actor: Actor, unit: Unit, rule: SideRule) -> SideRule:
    """People of this school on the sides the rule is about; two mentees in the order of their numbers."""
    actor.require(Role.CURATOR)
    sides = (Side.MENTOR, Side.MENTEE) if rule.kind in _COUPLES else (Side.MENTEE, Side.MENTEE)
    people = [unit.people.find(actor.school_id, one) for one in (rule.first_id, rule.second_id)]
    known = [one is not None and suits(side, one.roles) for one, side in zip(people, sides, strict=True)]
    if not all(known) or rule.first_id == rule.second_id:
        raise ProgrammeError("error-stale")
    if rule.kind in _COUPLES or rule.first_id < rule.second_id:
        return rule
    return SideRule(rule.kind, rule.second_id, rule.first_id)


_COUPLES = (RuleKind.PIN, RuleKind.FORBID)
_OPPOSITE = {
    RuleKind.PIN: RuleKind.FORBID,
    RuleKind.FORBID: RuleKind.PIN,
    RuleKind.TOGETHER: RuleKind.APART,
    RuleKind.APART: RuleKind.TOGETHER,
}


def _contradicts(rule: SideRule, other: SideRule) -> bool:
    same = (rule.first_id, rule.second_id) == (other.first_id, other.second_id)
    second_pin = rule.kind is other.kind is RuleKind.PIN and rule.second_id == other.second_id and not same
    return second_pin or (same and other.kind is _OPPOSITE[rule.kind])


def swap(actor: Actor, unit: Unit, seen: Seen, one: int, other: int) -> Run:
    """Two mentees change mentors; one of them may have none."""
    run = changing(actor, unit, *seen)
    mentors = {pair.mentee: pair.mentor for pair in run.pairs}
    for mentee, mentor in ((one, mentors.get(other)), (other, mentors.get(one))):
        _pinned(actor, unit, mentee, mentor)
    found = ground(actor, unit)
    return _kept(actor, unit, run, found, rules_edit.swap(found.problem, run.couples, one, other))


def _pinned(actor: Actor, unit: Unit, mentee: int, mentor: int | None) -> None:
    """A mentee's only pin from now on; none where they have no mentor."""
    for rule in rules(actor, unit):
        if rule.kind is RuleKind.PIN and rule.second_id == mentee:
            unit.matching.drop_rule(actor.school_id, occasion(actor.school), rule)
    if mentor is not None:
        add_rule(actor, unit, SideRule(RuleKind.PIN, mentor, mentee))


def leave_out(actor: Actor, unit: Unit, seen: Seen, mentee: int) -> Run:
    """A mentee stays without a pair for now; the two are not proposed again unless the curator says so."""
    run = changing(actor, unit, *seen)
    for pair in (pair for pair in run.pairs if pair.mentee == mentee):
        add_rule(actor, unit, SideRule(RuleKind.FORBID, *pair.couple))
    found = ground(actor, unit)
    return _kept(actor, unit, run, found, rules_edit.place(found.problem, run.couples, mentee, None))


def _kept(actor: Actor, unit: Unit, run: Run, found: Ground, edited: Edited) -> Run:
    """Raises ProgrammeError with the first rule that the changed pairs would break; nothing is kept then."""
    if edited.broken:
        raise refusal(found, edited.broken)
    former = {pair.couple: pair for pair in run.pairs}
    pairs = tuple(former.get(couple) or RunPair(*couple) for couple in edited.solution.pairs)
    save(unit, replace(run, pairs=pairs, edited=True))
    return current(actor, unit)


def merge(actor: Actor, unit: Unit, seen: Seen, mentor: int) -> Run:
    """All mentees of a mentor become one group."""

    def change(pairs: list[RunPair]) -> list[RunPair]:
        if len(pairs) < 2:
            raise ProgrammeError("error-stale")
        together = min(pair.mentee for pair in pairs)
        return [replace(pair, bundle=together, contact=Contact.GROUP.value) for pair in pairs]

    return _regrouped(actor, unit, seen, mentor, change)


def split(actor: Actor, unit: Unit, seen: Seen, mentor: int) -> Run:
    """Every mentee of a mentor becomes a pair of their own."""

    def change(pairs: list[RunPair]) -> list[RunPair]:
        return [replace(pair, bundle=0, contact="") for pair in pairs]

    return _regrouped(actor, unit, seen, mentor, change)


def set_contact(actor: Actor, unit: Unit, seen: Seen, mentor: int, mentee: int, contact: Contact) -> Run:
    """The form of contact of a pair, or of the whole group the mentee is in."""
    return _chosen(actor, unit, seen, (mentor, mentee), lambda pair: replace(pair, contact=contact.value))


def set_kind(actor: Actor, unit: Unit, seen: Seen, mentor: int, mentee: int, kind: str) -> Run:
    """The mentor's kind, consultant or of a subject; an empty one leaves it open."""
    if kind not in ("", *KINDS):
        raise ProgrammeError("error-stale")
    return _chosen(actor, unit, seen, (mentor, mentee), lambda pair: replace(pair, kind=kind))


def _chosen(actor: Actor, unit: Unit, seen: Seen, couple: Couple, change: Callable[[RunPair], RunPair]) -> Run:
    def all_of_bundle(pairs: list[RunPair]) -> list[RunPair]:
        meant = next((pair for pair in pairs if pair.couple == couple), None)
        if meant is None:
            raise ProgrammeError("error-stale")
        return [change(pair) if pair == meant or _same_bundle(pair, meant) else pair for pair in pairs]

    return _regrouped(actor, unit, seen, couple[0], all_of_bundle)


def _same_bundle(one: RunPair, other: RunPair) -> bool:
    return bool(one.bundle) and one.bundle == other.bundle


def _regrouped(
    actor: Actor, unit: Unit, seen: Seen, mentor: int, change: Callable[[list[RunPair]], list[RunPair]]
) -> Run:
    """What changes only how a mentor's pairs are held, not who is with whom."""
    run = changing(actor, unit, *seen)
    theirs = [pair for pair in run.pairs if pair.mentor == mentor]
    others = [pair for pair in run.pairs if pair.mentor != mentor]
    save(unit, replace(run, pairs=(*others, *change(theirs))))
    return current(actor, unit)
