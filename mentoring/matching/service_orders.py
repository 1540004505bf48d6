"""The facts of orders: the register of mentors, pairs and groups, replacements, early ends.

Steps 12 and 17 of the programme's plan. The words of an order are Russian whoever asks for it; those that are not
in the facts come through `words`, from a key to a Russian text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from zoneinfo import ZoneInfo

from mentoring.documents.order_facts import (
    Bound,
    Common,
    Ended,
    EndOrder,
    Letterhead,
    Named,
    Order,
    OrderKind,
    PairsOrder,
    Registered,
    RegisterOrder,
    Replacement,
    ReplacementOrder,
)
from mentoring.documents.order_words import words as order_words
from mentoring.errors import ProgrammeError
from mentoring.matching.service_answers import Said, answers_of
from mentoring.meetings.rules import Contact, Side
from mentoring.pairs.rules import Member, Pair, PairState
from mentoring.pairs.rules_acceptance import EndingKind, PairEnding, Reason, agreed
from mentoring.people.rules import Actor, Person, Role, occasion
from mentoring.people.rules_progress import alphabetical
from mentoring.ports import Unit
from mentoring.roadmap.service_evidence import order_made
from mentoring.selection.service import candidates

READERS = (Role.CURATOR, Role.DIRECTOR, Role.DEPUTY)
OFFERED = (OrderKind.REGISTER, OrderKind.PAIRS, OrderKind.REPLACEMENT, OrderKind.END)
MOST_REFERENCES, REFERENCE_LIMIT = 10, 400
Words = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Desk:
    """What all orders of a school are made from; `forms` are names in cases that somebody corrected."""

    actor: Actor
    people: Mapping[int, Person]
    said: Mapping[tuple[Side, int], Said]
    forms: Mapping[int, Mapping[str, str]]
    references: tuple[str, ...]
    words: Words

    def named(self, person_id: int, note: str = "") -> Named:
        person = self.people.get(person_id)
        name = (person and person.name) or ""
        return Named(name, note=note, name_forms=dict(self.forms.get(person_id, {})))

    def with_role(self, role: Role) -> Named | None:
        """The one who holds a role; the first by name where several do."""
        held = sorted((one for one in self.people.values() if role in one.roles and one.name), key=alphabetical)
        return self.named(held[0].id) if held else None

    def member(self, one: Member) -> Named:
        """Mentors with their kind, else their subject; mentees with their subject."""
        said = self.said.get((one.side, one.person_id))
        kind = self.words(f"mentor-kind-{one.kind}") if one.kind else ""
        return self.named(one.person_id, kind or (said and said.subject) or "")

    @property
    def common(self) -> Common:
        school = self.actor.school
        director = self.with_role(Role.DIRECTOR) or Named("")
        return Common(
            Letterhead(school.name, director, school.address),
            (school.year_start.year, school.year_end.year),
            curator=self.with_role(Role.CURATOR),
            references=self.references,
        )


def desk_of(actor: Actor, unit: Unit, words: Words) -> Desk:
    actor.require(*READERS)
    return Desk(
        actor,
        {person.id: person for person in unit.people.all(actor.school_id)},
        answers_of(unit, actor.school),
        unit.orders.name_forms(actor.school_id),
        tuple(unit.orders.references(actor.school_id)),
        words,
    )


def counts(actor: Actor, unit: Unit) -> dict[OrderKind, int]:
    """How many lines each order would have now; one without any is not offered."""
    actor.require(*READERS)
    pairs = unit.pairs.all(actor.school_id, occasion(actor.school))
    endings = [one for _, one in _endings(unit, pairs)]
    return {
        OrderKind.REGISTER: sum(bool(one.interview and one.interview.approved) for one in candidates(actor, unit)),
        OrderKind.PAIRS: len(_bound(unit, pairs)),
        OrderKind.REPLACEMENT: sum(one.kind is EndingKind.REPLACE for one in endings),
        OrderKind.END: sum(one.kind is EndingKind.END for one in endings),
    }


def waiting(actor: Actor, unit: Unit) -> int:
    """Pairs that are not in the order yet, because somebody has not said yes."""
    actor.require(*READERS)
    pairs = [p for p in unit.pairs.all(actor.school_id, occasion(actor.school)) if p.state is not PairState.CLOSED]
    return len(pairs) - len(_bound(unit, pairs))


def order_of(actor: Actor, unit: Unit, kind: OrderKind, words: Words) -> Order:
    """Raises ProgrammeError("error-order-empty") where there is nothing to order."""
    desk = desk_of(actor, unit, words)
    made = _MADE.get(kind)
    if made is None:
        raise ProgrammeError("error-stale")
    if not counts(actor, unit)[kind]:
        raise ProgrammeError("error-order-empty")
    unit.remember(order_made(actor.school_id, occasion(actor.school), kind), unit.now.isoformat())
    return made(desk, unit)


def _register(desk: Desk, unit: Unit) -> Order:
    lines = [
        Registered(
            desk.member(Member(one.person.id, Side.MENTOR)),
            strengths=one.entry.values.get("competences", ""),
            contacts=_forms(desk.said.get((Side.MENTOR, one.person.id))),
            interviewed=one.interview.held_on,
        )
        for one in sorted(candidates(desk.actor, unit), key=lambda one: alphabetical(one.person))
        if one.interview is not None and one.interview.approved
    ]
    return RegisterOrder(desk.common, lines)


def _forms(said: Said | None) -> tuple[Contact, ...]:
    return tuple(one for one in Contact if said is not None and one.value in said.forms)


def _bound(unit: Unit, pairs: Iterable[Pair]) -> list[Pair]:
    """Pairs that go on and that everybody asked has agreed to; those made by hand were settled by mouth."""
    going = [pair for pair in pairs if pair.state is not PairState.CLOSED]
    answers = unit.acceptances.of_pairs(pair.id for pair in going)
    return [pair for pair in going if pair.id not in answers or agreed(answers[pair.id])]


def _pairs(desk: Desk, unit: Unit) -> Order:
    zone = ZoneInfo(desk.actor.school.zone)
    found = _bound(unit, unit.pairs.all(desk.actor.school_id, occasion(desk.actor.school)))
    lines = [
        Bound(
            _side(desk, pair, Side.MENTOR),
            _side(desk, pair, Side.MENTEE),
            pair.contact,
            pair.opened_at.astimezone(zone).date(),
        )
        for pair in found
    ]
    return PairsOrder(desk.common, lines)


def _side(desk: Desk, pair: Pair, side: Side) -> list[Named]:
    return [desk.member(one) for one in pair.members if one.side is side]


def _endings(unit: Unit, pairs: Iterable[Pair]) -> list[tuple[Pair, PairEnding]]:
    """What was announced; a replacement whose people were erased since names nobody any more."""
    by_id = {pair.id: pair for pair in pairs}
    found = sorted(unit.endings.of_pairs(by_id).items())
    return [(by_id[pair_id], one) for pair_id, one in found if one.kind is EndingKind.END or _whole(one)]


def _whole(one: PairEnding) -> bool:
    return one.leaving_id is not None and one.successor_id is not None


def _of_kind(desk: Desk, unit: Unit, kind: EndingKind) -> list[tuple[Pair, PairEnding]]:
    pairs = unit.pairs.all(desk.actor.school_id, occasion(desk.actor.school))
    return [(pair, one) for pair, one in _endings(unit, pairs) if one.kind is kind]


def _reason(desk: Desk, one: PairEnding) -> str:
    return desk.words(f"order-reason-{Reason(one.reason).value.replace('_', '-')}")


def _replacements(desk: Desk, unit: Unit) -> Order:
    lines = [
        Replacement(
            Side.MENTOR,
            leaving=desk.member(Member(one.leaving_id or 0, Side.MENTOR)),
            coming=desk.member(Member(one.successor_id or 0, Side.MENTOR)),
            others=_side(desk, pair, Side.MENTEE),
            day=one.last_day + timedelta(days=1),  # the last day is still the former mentor's
            contact=pair.contact,
            reason=_reason(desk, one),
        )
        for pair, one in _of_kind(desk, unit, EndingKind.REPLACE)
    ]
    return ReplacementOrder(desk.common, lines)


def _ends(desk: Desk, unit: Unit) -> Order:
    lines = [
        Ended(_side(desk, pair, Side.MENTOR), _side(desk, pair, Side.MENTEE), one.last_day, _reason(desk, one))
        for pair, one in _of_kind(desk, unit, EndingKind.END)
    ]
    return EndOrder(desk.common, lines)


_MADE: Mapping[OrderKind, Callable[[Desk, Unit], Order]] = {
    OrderKind.REGISTER: _register,
    OrderKind.PAIRS: _pairs,
    OrderKind.REPLACEMENT: _replacements,
    OrderKind.END: _ends,
}


def references(actor: Actor, unit: Unit) -> tuple[str, ...]:
    actor.require(*READERS)
    return tuple(unit.orders.references(actor.school_id))


def set_references(actor: Actor, unit: Unit, typed: str) -> tuple[str, ...]:
    """One act a line; "-" alone takes all away. Raises ProgrammeError for too many or endless ones."""
    actor.require(*READERS)
    lines = [line.strip() for line in typed.splitlines() if line.strip() and line.strip() != "-"]
    if len(lines) > MOST_REFERENCES or any(len(line) > REFERENCE_LIMIT for line in lines):
        raise ProgrammeError("error-references", most=MOST_REFERENCES, limit=REFERENCE_LIMIT)
    unit.orders.keep_references(actor.school_id, lines)
    return tuple(lines)


def usual_references(actor: Actor, unit: Unit) -> tuple[str, ...]:
    """What schools usually refer to and this one does not yet: an offer, never printed unasked."""
    kept = references(actor, unit)
    return tuple(one for one in order_words()["usual_references"] if one not in kept)


def add_usual(actor: Actor, unit: Unit) -> tuple[str, ...]:
    """Those with the school's own after them, as far as there is room."""
    own = references(actor, unit)
    lines = [*usual_references(actor, unit), *own]
    return set_references(actor, unit, "\n".join(lines))
