"""Use cases of the curator's card: nine indicators of one pair, filled in by the curator, once a year a pair."""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.documents.declension import initials
from mentoring.errors import ProgrammeError
from mentoring.evaluation.indicators import CARD
from mentoring.evaluation.rules_card import Card, card
from mentoring.pairs import service as pairs
from mentoring.pairs.service import Shown
from mentoring.people.rules import Actor, Role, occasion
from mentoring.ports import Unit
from mentoring.ports_evaluation import CardRow
from mentoring.questionnaires.opening import open_apart
from mentoring.questionnaires.view import View

READERS = (Role.CURATOR, Role.DIRECTOR, Role.DEPUTY)


@dataclass(frozen=True, slots=True)
class PairCard:
    """`row` None where nobody has begun; `card` once it was sent."""

    shown: Shown
    row: CardRow | None
    card: Card | None


def listed(actor: Actor, unit: Unit) -> list[PairCard]:
    """All pairs of the year with their cards."""
    actor.require(*READERS)
    year = occasion(actor.school)
    rows = {one.pair_id: one for one in unit.year_ends.cards(actor.school_id, year)}
    sent = dict(unit.year_ends.card_sheets(actor.school_id, year))
    found = sorted(unit.pairs.all(actor.school_id, year), key=lambda pair: pair.id)
    return [
        PairCard(
            pairs.shown(unit, actor.school_id, pair),
            rows.get(pair.id),
            card(sent[pair.id].answers) if pair.id in sent else None,
        )
        for pair in found
    ]


def open_card(actor: Actor, unit: Unit, pair_id: int) -> View:
    """Begin or go on with the pair's card. Raises ProgrammeError: `error-card-given`, `error-card-others`."""
    actor.require(Role.CURATOR)
    pair = unit.pairs.find(actor.school_id, pair_id)
    if pair is None or pair.occasion != occasion(actor.school):
        raise ProgrammeError("error-stale")
    row = unit.year_ends.card(pair_id, actor.id, occasion(actor.school))
    if row.state == "sent":
        raise ProgrammeError("error-card-given")
    if row.person_id != actor.id:
        raise ProgrammeError("error-card-others")
    people = pairs.shown(unit, actor.school_id, pair).everybody
    about = ", ".join(initials(one.name) for one in people if one.name)[:80]
    return open_apart(actor, unit, CARD, row.sheet, {"pair": about})
