"""Use cases of cases: a pair writes one, the curator edits it, it goes out with everybody's yes to the very words.

Step 27 of the programme's plan. Whether a case may be out is asked each time it is read: a consent taken back
takes the case back without anybody's doing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from mentoring.cases.rules import (
    FORM,
    SECTIONS,
    Case,
    Standing,
    approve,
    draft,
    edited,
    publishable,
    standing,
    unexpected,
    without_name,
)
from mentoring.consent.rules import ConsentKind, Decision, holds
from mentoring.errors import ProgrammeError
from mentoring.notices.rules import Audience, Notice, NoticeButton, Privacy
from mentoring.pairs.rules import Pair
from mentoring.people.rules import PAIR_ROLES, Actor, Person, Role, occasion
from mentoring.ports import Unit
from mentoring.ports_questionnaires import SentSheet
from mentoring.ports_year import StoredCase
from mentoring.questionnaires.opening import open_again
from mentoring.questionnaires.view import View
from mentoring.texts import Raw, say
from mentoring.year.reading import check_open

READERS = (Role.CURATOR, Role.DEPUTY, Role.HEAD)
"""As the questionnaire says on its first screen."""


@dataclass(frozen=True, slots=True)
class Written:
    """A description that was sent and is no case yet: who wrote it and in which pair."""

    writer: Person
    pair: Pair
    sheet: SentSheet


@dataclass(frozen=True, slots=True)
class Card:
    """A case as those who work on it see it. `names` are of everybody of the school; `hints` are people whose
    surnames seem to stand in the text without their being named on it.
    """

    stored: StoredCase
    standing: Standing
    names: Mapping[int, str]
    hints: tuple[int, ...] = ()

    @property
    def case(self) -> Case:
        return self.stored.case

    @property
    def out(self) -> bool:
        return self.stored.released_at is not None and self.standing.publishable

    def called(self, people: Sequence[int] | frozenset[int]) -> str:
        return ", ".join(sorted(self.names[one] for one in people if one in self.names))


def begin(actor: Actor, unit: Unit) -> View:
    """The questionnaire of a case, for somebody who is in a pair this year."""
    if not _own_pairs(actor, unit) or not holds(unit.consents.decisions(actor.id), ConsentKind.PARTICIPATION):
        raise ProgrammeError("error-case-pair")
    return open_again(actor, unit, FORM)


def _own_pairs(actor: Actor, unit: Unit) -> list[Pair]:
    year = occasion(actor.school)
    return [one for one in unit.pairs.of_person(actor.school_id, actor.id) if one.occasion == year]


def waiting(actor: Actor, unit: Unit) -> list[Written]:
    """Descriptions of this year of pairs that have no case; the first of a pair that was sent."""
    actor.require(*READERS)
    year = occasion(actor.school)
    taken = {one.case.pair_id for one in unit.cases.all(actor.school_id, year)}
    people = {one.id: one for one in unit.people.all(actor.school_id)}
    found: dict[int, Written] = {}
    sheets = [one for one in unit.submissions.sent_sheets(actor.school_id, FORM, year) if one.person_id in people]
    for sheet in sorted(sheets, key=lambda one: str(one.sent_at)):
        pair = _pair_of(unit, actor, sheet.person_id or 0, taken | set(found))
        if pair is not None:
            found[pair.id] = Written(people[sheet.person_id or 0], pair, sheet)
    return list(found.values())


def _pair_of(unit: Unit, actor: Actor, person_id: int, taken: set[int]) -> Pair | None:
    """The writer's first pair; nobody's where one of theirs has a case, for that may be what is told."""
    year = occasion(actor.school)
    theirs = [one for one in unit.pairs.of_person(actor.school_id, person_id) if one.occasion == year]
    free = [one for one in theirs if one.id not in taken]
    return free[0] if len(free) == len(theirs) and free else None


def take(actor: Actor, unit: Unit, pair_id: int) -> Card:
    """Make a case of what was written; everybody in the pair has a part in it. Twice is once."""
    actor.require(Role.CURATOR)
    written = next((one for one in waiting(actor, unit) if one.pair.id == pair_id), None)
    if written is None:
        raise ProgrammeError("error-stale")
    year = occasion(actor.school)
    case = draft(0, pair_id, int(year), written.pair.people, written.sheet.answers)
    stored = unit.cases.add(actor.school_id, year, case)
    if stored is None:
        raise ProgrammeError("error-done-already")
    return card(actor, unit, stored.case.id)


def listed(actor: Actor, unit: Unit) -> list[Card]:
    """The school's cases of all years, newest first."""
    actor.require(*READERS)
    consents, names = unit.consents.of_school(actor.school_id), _names(actor, unit)
    every = unit.cases.all(actor.school_id)
    return [Card(one, standing(one.case, consents), names) for one in reversed(every)]


def _names(actor: Actor, unit: Unit) -> dict[int, str]:
    return {one.id: one.name for one in unit.people.all(actor.school_id) if one.name}


def card(actor: Actor, unit: Unit, case_id: int) -> Card:
    """For those who work on cases."""
    actor.require(*READERS)
    return _card(actor, unit, case_id)


def _card(actor: Actor, unit: Unit, case_id: int) -> Card:
    stored = unit.cases.find(actor.school_id, case_id)
    if stored is None:
        raise ProgrammeError("error-stale")
    names = _names(actor, unit)
    hints = tuple(sorted(unexpected(stored.case, names)))
    return Card(stored, standing(stored.case, unit.consents.of_school(actor.school_id)), names, hints)


def mine(actor: Actor, unit: Unit) -> list[StoredCase]:
    """Cases in which the actor has a part."""
    return list(unit.cases.of_person(actor.school_id, actor.id))


def look(actor: Actor, unit: Unit, case_id: int) -> Card:
    """For somebody with a part in it. Raises ProgrammeError("error-stale") for anybody else."""
    found = _card(actor, unit, case_id)
    if actor.id not in found.case.authors | found.case.named:
        raise ProgrammeError("error-stale")
    return found


def _saved(unit: Unit, stored: StoredCase, case: Case, **changes: object) -> None:
    changed = replace(stored, case=case, **changes)  # type: ignore[arg-type]
    if not unit.cases.save(changed):
        raise ProgrammeError("error-stale")


def retitle(actor: Actor, unit: Unit, case_id: int, title: str) -> Card:
    """Raises ProgrammeError as `edited` does, and `error-year-over` for a case of an earlier year."""
    found = _editable(actor, unit, case_id)
    return _edit(actor, unit, found, title, found.case.sections)


def rewrite(actor: Actor, unit: Unit, case_id: int, section: str, text: str) -> Card:
    """A section in other words; "-" alone takes it away. Whoever had said yes is asked again."""
    found = _editable(actor, unit, case_id)
    if section not in SECTIONS:
        raise ProgrammeError("error-stale")
    words = "" if text.strip() == "-" else text
    return _edit(actor, unit, found, found.case.title, {**found.case.sections, section: words})


def _editable(actor: Actor, unit: Unit, case_id: int) -> Card:
    actor.require(Role.CURATOR)
    found = card(actor, unit, case_id)
    check_open(actor.school, str(found.case.year))
    return found


def _edit(actor: Actor, unit: Unit, found: Card, title: str, sections: Mapping[str, str]) -> Card:
    case = edited(found.case, title, sections)
    out = found.stored.released_at if case.hash == found.case.hash else None
    _saved(unit, found.stored, case, released_at=out)
    return card(actor, unit, case.id)


def ask(actor: Actor, unit: Unit, case_id: int) -> int:
    """Show it to everybody whose yes is missing; how many hear of it now. Each text is shown once."""
    actor.require(Role.CURATOR)
    found = card(actor, unit, case_id)
    count = 0
    for person in sorted(found.standing.without_yes):
        count += _ask(unit, found.case, person)
    return count


def _ask(unit: Unit, case: Case, person_id: int) -> int:
    key = f"case:1:{case.id}:{case.hash[:12]}:{person_id}"
    if unit.said(key):
        return 0
    unit.tell(
        Notice(
            person_id=person_id,
            key=key,
            text=say("notice-case", title=Raw(case.title)),
            buttons=(NoticeButton(say("button-case-read"), f"ca.look:{case.id}:0"),),
            audience=Audience.PAIR,
            privacy=Privacy.NAMED,
        )
    )
    return 1


def agree(actor: Actor, unit: Unit, case_id: int, mark: str) -> Card:
    """The actor's yes to the words that `mark` begins the hash of. Raises ProgrammeError: `error-stale` for other
    words, `error-case-consent` where they are named and have not consented to publication.
    """
    found = look(actor, unit, case_id)
    case = found.case
    if not case.hash.startswith(mark) or len(mark) < 8:
        raise ProgrammeError("error-stale")
    if actor.id in case.named and not _may_be_named(actor, unit):
        raise ProgrammeError("error-case-consent")
    if case.approved.get(actor.id) != case.hash:
        _saved(unit, found.stored, approve(case, actor.id, case.hash))
    return look(actor, unit, case_id)


def _may_be_named(actor: Actor, unit: Unit) -> bool:
    return holds(unit.consents.decisions(actor.id), ConsentKind.PUBLICATION)


def disagree(actor: Actor, unit: Unit, case_id: int) -> Card:
    """The yes is taken back, and the case with it."""
    found = look(actor, unit, case_id)
    kept = {person: seen for person, seen in found.case.approved.items() if person != actor.id}
    _saved(unit, found.stored, replace(found.case, approved=kept), released_at=None)
    return look(actor, unit, case_id)


def unname(actor: Actor, unit: Unit, case_id: int) -> Card:
    """The case without the actor's name; everybody is asked again."""
    found = look(actor, unit, case_id)
    if actor.id not in found.case.named:
        raise ProgrammeError("error-done-already")
    _saved(unit, found.stored, without_name(found.case, actor.id), released_at=None)
    return look(actor, unit, case_id)


def release(actor: Actor, unit: Unit, case_id: int, out: bool) -> Card:
    """Let it out to the site, or take it back. Raises ProgrammeError `error-case-missing`: a yes is missing."""
    actor.require(Role.CURATOR)
    found = card(actor, unit, case_id)
    if out and not found.standing.publishable:
        raise ProgrammeError("error-case-missing")
    _saved(unit, found.stored, found.case, released_at=unit.now if out else None)
    return card(actor, unit, case_id)


def released(unit: Unit, school_id: int, consents: Mapping[int, Sequence[Decision]]) -> list[Case]:
    """What may be out now, oldest first."""
    every = unit.cases.all(school_id)
    return [one.case for one in every if one.released_at is not None and publishable(one.case, consents)]


def may_write(actor: Actor) -> bool:
    return actor.has(*PAIR_ROLES)
