"""Use cases of certificates and letters of thanks, for everybody or for one; each names its own owner alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from mentoring.awards.service_merits import desk_of, merits
from mentoring.awards.service_winners import winner_of
from mentoring.documents.certificate import Certificate, CertificateKind, certificate
from mentoring.documents.certificate_blank import checked_blank
from mentoring.documents.letter import Letter, LetterKind, letter
from mentoring.documents.order_facts import Named
from mentoring.errors import ProgrammeError
from mentoring.matching.service_orders import Desk, Words
from mentoring.meetings.rules import Side
from mentoring.pairs.rules import Ending, Pair, PairState
from mentoring.people.rules import Actor, Role, School, occasion
from mentoring.ports import Unit

PARTNER_LIMIT = 150


class PaperKind(StrEnum):
    CERTIFICATE = "certificate"
    THANKS = "thanks"
    HONOUR = "honour"  # the winners' alone


Sheet = Certificate | Letter


@dataclass(frozen=True, slots=True)
class Batch:
    """Papers with what they are printed on; `drawn` makes the files, which takes its time."""

    sheets: tuple[Sheet, ...]
    blank: bytes | None

    def drawn(self) -> list[bytes]:
        return [
            certificate(one, self.blank) if isinstance(one, Certificate) else letter(one, self.blank)
            for one in self.sheets
        ]


def _sides(unit: Unit, school: School) -> dict[int, Side]:
    """Who worked in a pair this year; a mentor who was a mentee as well is thanked as a mentor."""
    pairs = [pair for pair in unit.pairs.all(school.id, occasion(school)) if _worked(pair)]
    mentees = {one: Side.MENTEE for pair in pairs for one in pair.of(Side.MENTEE)}
    return mentees | {one: Side.MENTOR for pair in pairs for one in pair.of(Side.MENTOR)}


def _worked(pair: Pair) -> bool:
    return pair.state is not PairState.CLOSED or pair.ending == Ending.DONE


def for_all(actor: Actor, unit: Unit, kind: PaperKind, words: Words) -> Batch:
    """Raises ProgrammeError("error-papers-nobody") where nobody gets one."""
    return _issued(desk_of(actor, unit, words), unit, kind, None)


def for_one(actor: Actor, unit: Unit, person_id: int, kind: PaperKind, words: Words) -> Batch:
    merits(actor, unit, person_id)
    return _issued(desk_of(actor, unit, words), unit, kind, person_id)


def _issued(desk: Desk, unit: Unit, kind: PaperKind, only: int | None) -> Batch:
    """What was made stays known: its owner may have it, and puts it into the folder of their own."""
    school = desk.actor.school
    made = [(person, sheet) for person, sheet in _sheets(desk, unit, kind) if only in (None, person)]
    if not made:
        raise ProgrammeError("error-papers-nobody")
    for person, _ in made:
        unit.awards.note(person, occasion(school), f"paper:{kind.value}", 1)
    return Batch(tuple(sheet for _, sheet in made), unit.awards.blank(school.id))


def _sheets(desk: Desk, unit: Unit, kind: PaperKind) -> list[tuple[int, Sheet]]:
    if kind is PaperKind.HONOUR:
        return list(_honours(desk, unit))
    sides = _sides(unit, desk.actor.school)
    people = [one for one in desk.people.values() if one.id in sides and one.name]
    return [(one.id, _sheet(desk, kind, desk.named(one.id), sides[one.id])) for one in people]


def _year(desk: Desk) -> tuple[int, int]:
    return desk.actor.school.year_start.year, desk.actor.school.year_end.year


def _sheet(desk: Desk, kind: PaperKind, who: Named, side: Side) -> Sheet:
    head = desk.common.school
    if kind is PaperKind.CERTIFICATE:
        return Certificate(CertificateKind.CERTIFICATE, head, who, _year(desk))
    return Letter(LetterKind(side.value), head, who, _year(desk))


def _honours(desk: Desk, unit: Unit) -> Iterable[tuple[int, Sheet]]:
    head, merit = desk.common.school, desk.words("paper-merit-honour")
    for contest in unit.awards.all(desk.actor.school_id, occasion(desk.actor.school)):
        won = winner_of(unit, desk.actor.school, contest)
        told = contest.nomination.title or desk.words(f"nomination-{contest.nomination.code}")
        for one in sorted(won.candidate.people) if won else ():
            yield one, Certificate(CertificateKind.HONOUR, head, desk.named(one), _year(desk), merit, told)


def mine(actor: Actor, unit: Unit) -> tuple[PaperKind, ...]:
    """The actor's own papers that were made this year."""
    notes = unit.awards.notes(actor.school_id, occasion(actor.school)).get(actor.id, {})
    return tuple(kind for kind in PaperKind if f"paper:{kind.value}" in notes)


def own(actor: Actor, unit: Unit, kinds: Sequence[PaperKind], words: Words) -> Batch:
    """One's own, and nobody else's. Raises ProgrammeError("error-stale") for one that was not made."""
    if not set(kinds) <= set(mine(actor, unit)):
        raise ProgrammeError("error-stale")
    people = {person.id: person for person in unit.people.all(actor.school_id)}
    desk = Desk(actor, people, {}, unit.orders.name_forms(actor.school_id), (), words)
    made = [sheet for kind in kinds for person, sheet in _sheets(desk, unit, kind) if person == actor.id]
    return Batch(tuple(made), unit.awards.blank(actor.school_id))


def for_partner(actor: Actor, unit: Unit, typed: str, words: Words) -> Batch:
    """A letter of thanks to an organisation. Raises ProgrammeError("error-partner") (with `most`)."""
    desk = desk_of(actor, unit, words)
    name = " ".join(typed.split())
    if not 1 <= len(name) <= PARTNER_LIMIT:
        raise ProgrammeError("error-partner", most=PARTNER_LIMIT)
    sheet = Letter(LetterKind.PARTNER, desk.common.school, Named(name), _year(desk))
    return Batch((sheet,), unit.awards.blank(actor.school_id))


def set_blank(actor: Actor, unit: Unit, picture: bytes | None) -> None:
    """The school's own sheet; None: the plain one again. Raises ProgrammeError as `checked_blank` does."""
    actor.require(Role.CURATOR)
    unit.awards.keep_blank(actor.school_id, checked_blank(picture) if picture is not None else None)


def has_blank(actor: Actor, unit: Unit) -> bool:
    actor.require(Role.CURATOR, Role.DIRECTOR, Role.DEPUTY)
    return unit.awards.blank(actor.school_id) is not None
