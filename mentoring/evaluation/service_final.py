"""Use cases of the final meeting: what was, what became, and the way on that each person chooses.

"Завершение программы наставничества": the two short texts are for the pair, the ways for the curator as well.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from mentoring.errors import ProgrammeError
from mentoring.evaluation.rules_closing import Agreed, Way, agreed
from mentoring.meetings.rules import State as MeetingState
from mentoring.meetings.rules_kinds import SHIPPED, Leaves
from mentoring.notices.rules import Audience, Notice, NoticeButton
from mentoring.pairs import service as pairs
from mentoring.pairs.rules import Ending, Pair, PairState
from mentoring.pairs.service import Shown
from mentoring.people.rules import Actor, Role, School, occasion
from mentoring.ports import Unit
from mentoring.ports_evaluation import FinalWord
from mentoring.texts import say

LIMIT = 600  # characters: a few sentences
WATCHERS = (Role.CURATOR, Role.DIRECTOR, Role.DEPUTY)
TEXTS = ("was", "became")


@dataclass(frozen=True, slots=True)
class Final:
    """A pair at its end, as one of its people sees it: `own` is theirs, `others` what the rest left for the pair.

    `agreed` is None until everybody has chosen; nobody sees another's choice before.
    """

    shown: Shown
    own: FinalWord
    others: tuple[FinalWord, ...]
    agreed: Agreed | None


def look(actor: Actor, unit: Unit, pair_id: int) -> Final:
    """For its members. Raises ProgrammeError("error-stale") otherwise."""
    pair = unit.pairs.find(actor.school_id, pair_id)
    if pair is None or pair.side_of(actor.id) is None:
        raise ProgrammeError("error-stale")
    said = unit.mutuals.finals([pair_id]).get(pair_id, ())
    own = next((one for one in said if one.person_id == actor.id), FinalWord(pair_id, actor.id))
    others = tuple(one for one in said if one.person_id != actor.id)
    return Final(pairs.shown(unit, actor.school_id, pair), own, others, _agreed(pair, said))


def _agreed(pair: Pair, said: Collection[FinalWord]) -> Agreed | None:
    return agreed({one.person_id: one.way for one in said if one.way is not None}, len(pair.people))


def tell(actor: Actor, unit: Unit, pair_id: int, which: str, typed: str) -> Final:
    """One of the two texts, an empty one takes it back. Raises ProgrammeError("error-final-long")."""
    text = " ".join(typed.split())
    if which not in TEXTS:
        raise ProgrammeError("error-stale")
    if len(text) > LIMIT:
        raise ProgrammeError("error-final-long", limit=LIMIT)
    found = look(actor, unit, pair_id)
    changed = replace(found.own, was=text) if which == "was" else replace(found.own, became=text)
    unit.mutuals.keep_final(changed, unit.now)
    return look(actor, unit, pair_id)


def choose(actor: Actor, unit: Unit, pair_id: int, way: Way) -> Final:
    """The way on. When the last one has chosen, all are thanked, once."""
    found = look(actor, unit, pair_id)
    unit.mutuals.keep_final(replace(found.own, way=way), unit.now)
    after = look(actor, unit, pair_id)
    if after.agreed is not None:
        for person in after.shown.everybody:
            _thank(unit, pair_id, person.id)
    return after


def _thank(unit: Unit, pair_id: int, person_id: int) -> None:
    key = f"final-thanks:1:{pair_id}:1:{person_id}"
    if unit.said(key):
        return
    unit.tell(
        Notice(
            person_id=person_id,
            key=key,
            text=say("notice-final-thanks"),
            buttons=(NoticeButton(say("button-look"), f"fm:{pair_id}"),),
            audience=Audience.PAIR,
        )
    )


@dataclass(frozen=True, slots=True)
class PairWay:
    """A pair as the curator sees it: who has chosen what, and whether the final meeting took place."""

    shown: Shown
    said: Mapping[int, Way]
    agreed: Agreed | None
    met: bool


def listed(actor: Actor, unit: Unit) -> list[PairWay]:
    """The year's pairs that went on or reached their goals, in their order."""
    actor.require(*WATCHERS)
    found = _of_year(unit, actor.school)
    said, met = unit.mutuals.finals([pair.id for pair in found]), _met(unit, actor.school, found)
    return [
        PairWay(
            pairs.shown(unit, actor.school_id, pair),
            {one.person_id: one.way for one in said.get(pair.id, ()) if one.way is not None},
            _agreed(pair, said.get(pair.id, ())),
            pair.id in met,
        )
        for pair in found
    ]


def _of_year(unit: Unit, school: School) -> list[Pair]:
    found = unit.pairs.all(school.id, occasion(school))
    kept = [one for one in found if one.state is not PairState.CLOSED or one.ending == Ending.DONE]
    return sorted(kept, key=lambda pair: pair.id)


def _met(unit: Unit, school: School, found: Collection[Pair]) -> frozenset[int]:
    meetings = unit.meetings.of_pairs(school.id, [pair.id for pair in found])
    last = (one for one in meetings if Leaves.OUTLOOK in SHIPPED[one.kind].leaves)
    return frozenset(one.pair_id for one in last if one.state is MeetingState.COUNTED)


def ways(unit: Unit, school: School) -> Mapping[int, Agreed]:
    """By pair, what everybody in it has said to go on with; a pair that has not said is not there."""
    found = _of_year(unit, school)
    said = unit.mutuals.finals([pair.id for pair in found])
    agreements = {pair.id: _agreed(pair, said.get(pair.id, ())) for pair in found}
    return {number: one for number, one in agreements.items() if one is not None}


def due(actor: Actor, unit: Unit) -> list[Shown]:
    """The actor's own pairs whose final meeting took place and who have not chosen a way yet."""
    own = [one for one in pairs.mine(actor, unit) if one.pair.side_of(actor.id) is not None]
    met = _met(unit, actor.school, [one.pair for one in own])
    said = unit.mutuals.finals(met)
    chosen = {number for number, words in said.items() for one in words if one.person_id == actor.id and one.way}
    return [one for one in own if one.pair.id in met - chosen]
