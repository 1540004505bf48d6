"""Use cases of a new pair: both sides hear who it is and say yes, or ask the curator privately for another.

Step 17 of the programme's plan. A request for another reaches the curator alone and needs no reason; the other
side only hears, once the curator has decided so, that this pair is not to be.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from mentoring.calendar.service import calendar_of
from mentoring.errors import ProgrammeError
from mentoring.meetings.rules import Contact, Side
from mentoring.notices.rules import Audience, Notice, NoticeButton, Privacy
from mentoring.pairs import rules_acceptance
from mentoring.pairs.rules import Pair, PairState
from mentoring.pairs.rules_acceptance import DAYS, NOTE_LIMIT, REFUSED, Acceptance, Answer, working_day_after
from mentoring.pairs.service import Shown, made, shown
from mentoring.people.rules import Actor, Person, Role, School, occasion
from mentoring.ports import Unit
from mentoring.texts import Raw, Text, say


def open_pair(
    unit: Unit,
    school: School,
    mentors: Collection[int],
    mentees: Collection[int],
    contact: Contact | None = None,
    kinds: Mapping[int, str] | None = None,
) -> Pair:
    """Make a pair and ask everybody in it. Raises ProgrammeError as `service.made` does."""
    pair = made(unit, school, mentors, mentees, contact, kinds)
    _ask(unit, school, pair)
    return pair


def _ask(unit: Unit, school: School, pair: Pair) -> None:
    calendar = calendar_of(unit, school)
    due = working_day_after(calendar, school.day(unit.now), DAYS)
    unit.acceptances.ask(pair.id, pair.people, unit.now, due)
    found = shown(unit, school.id, pair)
    for person in found.everybody:
        side = Side.MENTOR if person in found.mentors else Side.MENTEE
        said = {"names": Raw(others_of(found, person)), "day": due}
        second = side is Side.MENTEE and _has_mentor(unit, pair, person)
        text = say("notice-offer-second-mentee", **said) if second else say(f"notice-offer-{side}", **said)
        buttons = (
            NoticeButton(say("button-offer-accept"), f"ac.yes:{pair.id}"),
            NoticeButton(say("button-ask-other"), f"ac.other:{pair.id}"),
        )
        _tell(unit, pair, person, f"offer:1:{pair.id}:{pair.revision}", text, buttons)


def _has_mentor(unit: Unit, pair: Pair, person: Person) -> bool:
    """Whether they are a mentee of another pair of the school year that goes on."""
    theirs = unit.pairs.of_person(pair.school_id, person.id)
    others = (one for one in theirs if one.id != pair.id and one.occasion == pair.occasion)
    return any(one.state is not PairState.CLOSED and one.side_of(person.id) is Side.MENTEE for one in others)


def _tell(
    unit: Unit, pair: Pair, person: Person, key: str, text: Text, buttons: tuple[NoticeButton, ...] = ()
) -> None:
    others = [one for one in pair.people if one != person.id]
    unit.tell(
        Notice(
            person_id=person.id,
            key=f"{key}:{person.id}",
            text=text,
            buttons=buttons or (NoticeButton(say("button-home"), "home"),),
            audience=Audience.PAIR,
            privacy=Privacy.NAMED,
            about=others[0] if len(others) == 1 else None,
        )
    )


def others_of(found: Shown, person: Person) -> str:
    others = found.mentees if person in found.mentors else found.mentors
    return ", ".join(one.name or "" for one in others)


@dataclass(frozen=True, slots=True)
class Offered:
    """A pair as one of its people sees it while they are asked; `own` is their answer so far."""

    shown: Shown
    own: Acceptance


def offered(actor: Actor, unit: Unit, pair_id: int) -> Offered:
    """Raises ProgrammeError("error-stale") for somebody else's pair, and for one that is over."""
    pair = unit.pairs.find(actor.school_id, pair_id)
    if pair is None or pair.side_of(actor.id) is None or pair.state is PairState.CLOSED:
        raise ProgrammeError("error-stale")
    answers = unit.acceptances.of_pairs([pair_id]).get(pair_id, ())
    own = next((one for one in answers if one.person_id == actor.id), None)
    if own is None:  # made by hand, without the question: nothing is stored until something is said
        own = Acceptance(pair_id, actor.id, unit.now, actor.school.day(unit.now))
    return Offered(shown(unit, actor.school_id, pair), own)


def _answered(actor: Actor, unit: Unit, found: Offered, answer: Answer) -> None:
    """Keep the answer, of those too whom nobody has asked."""
    own, asked = found.own, unit.acceptances.of_pairs([found.own.pair_id]).get(found.own.pair_id, ())
    if actor.id not in {one.person_id for one in asked}:
        unit.acceptances.ask(own.pair_id, [actor.id], own.asked_at, own.due_on)
    unit.acceptances.answer(replace(own, answer=answer, answered_at=unit.now, note=""))
    unit.withdraw(f"offer-remind:1:{own.pair_id}:", actor.id)


def accept(actor: Actor, unit: Unit, pair_id: int) -> Offered:
    """Say yes; who asked for another before may still do so until the curator has parted the pair."""
    found = offered(actor, unit, pair_id)
    if found.own.answer is Answer.YES:
        raise ProgrammeError("error-done-already")
    _answered(actor, unit, found, Answer.YES)
    answers = unit.acceptances.of_pairs([pair_id]).get(pair_id, ())
    everybody = {one.person_id for one in answers} >= set(found.shown.pair.people)
    if everybody and rules_acceptance.agreed(answers):
        _agreed(unit, found.shown)
    return offered(actor, unit, pair_id)


def _agreed(unit: Unit, found: Shown) -> None:
    """Everybody said yes: the acquaintance is offered, to the mentors first of all."""
    pair = found.pair
    buttons = (
        NoticeButton(say("button-offer-meeting"), f"mp.new:{pair.id}"),
        NoticeButton(say("button-pair"), f"pair:{pair.id}"),
    )
    for person in found.everybody:
        side = Side.MENTOR if person in found.mentors else Side.MENTEE
        text = say(f"notice-agreed-{side}", names=Raw(others_of(found, person)))
        _tell(unit, pair, person, f"agreed:1:{pair.id}:{pair.revision}", text, buttons)


def ask_other(actor: Actor, unit: Unit, pair_id: int) -> Offered:
    """Ask the curator privately for another. It needs no reason, and nobody else hears of it."""
    found = offered(actor, unit, pair_id)
    if found.own.answer is Answer.OTHER:
        raise ProgrammeError("error-done-already")
    _answered(actor, unit, found, Answer.OTHER)
    pair = found.shown.pair
    side = pair.side_of(actor.id)
    text = say(
        f"notice-other-{side}", name=Raw(actor.person.name or ""), others=Raw(others_of(found.shown, actor.person))
    )
    key = f"other:1:{pair_id}:{unit.now:%Y%m%dT%H%M%S}:{actor.id}"
    to_curators(unit, actor.school_id, key, text, f"ac.card:{pair_id}", actor.id)
    return offered(actor, unit, pair_id)


def to_curators(unit: Unit, school_id: int, key: str, text: Text, button: str, about: int | None = None) -> None:
    for curator in unit.people.with_role(school_id, Role.CURATOR):
        unit.tell(
            Notice(
                person_id=curator.id,
                key=f"{key}:{curator.id}",
                text=text,
                buttons=(NoticeButton(say("button-pair"), button),),
                audience=Audience.CURATOR,
                privacy=Privacy.SEALED,
                about=about,
            )
        )


def note(actor: Actor, unit: Unit, pair_id: int, typed: str) -> None:
    """A few words to the curator about the request, if one wants to say them."""
    found = offered(actor, unit, pair_id)
    text = typed.strip()
    if len(text) > NOTE_LIMIT:
        raise ProgrammeError("error-offer-note", limit=NOTE_LIMIT)
    if found.own.answer is not Answer.OTHER:
        raise ProgrammeError("error-stale")
    unit.acceptances.answer(replace(found.own, note=text))


@dataclass(frozen=True, slots=True)
class Standing:
    """A pair as the curator sees it while it is being accepted: everybody's answer, notes with it."""

    shown: Shown
    answers: Sequence[Acceptance]

    @property
    def agreed(self) -> bool:
        return rules_acceptance.agreed(self.answers)

    @property
    def asked_other(self) -> bool:
        return any(one.answer is Answer.OTHER for one in self.answers)


def standings(actor: Actor, unit: Unit) -> list[Standing]:
    """The curator's pairs that go on: who asked for another first, then the silent, then those agreed."""
    actor.require(Role.CURATOR)
    pairs = unit.pairs.all(actor.school_id, occasion(actor.school))
    going = [pair for pair in pairs if pair.state is not PairState.CLOSED]
    answers = unit.acceptances.of_pairs(pair.id for pair in going)
    found = [Standing(shown(unit, actor.school_id, pair), answers.get(pair.id, ())) for pair in going]
    return sorted(found, key=lambda one: (not one.asked_other, one.agreed, one.shown.pair.id))


def standing(actor: Actor, unit: Unit, pair_id: int) -> Standing:
    found = next((one for one in standings(actor, unit) if one.shown.pair.id == pair_id), None)
    if found is None:
        raise ProgrammeError("error-stale")
    return found


def part(actor: Actor, unit: Unit, pair_id: int) -> None:
    """Close a pair that somebody did not want: the two are never proposed to each other again.

    Both sides hear the same words, which blame nobody and do not say who asked.
    """
    found = standing(actor, unit, pair_id)
    if not found.asked_other:
        raise ProgrammeError("error-stale")
    close_as(unit, found.shown.pair, REFUSED)
    for person in found.shown.everybody:
        side = Side.MENTOR if person in found.shown.mentors else Side.MENTEE
        second = side is Side.MENTEE and _has_mentor(unit, found.shown.pair, person)
        text = say("notice-parted-second-mentee") if second else say(f"notice-parted-{side}")
        _tell(unit, found.shown.pair, person, f"parted:1:{pair_id}:0", text)


def close_as(unit: Unit, pair: Pair, ending: str) -> None:
    unit.pairs.update(pair.id, state=PairState.CLOSED.value, closed_at=unit.now, ending=ending)
    unit.withdraw(f"offer-remind:1:{pair.id}:")
