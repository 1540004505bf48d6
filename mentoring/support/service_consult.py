"""Use cases of consultations for mentors: ask, take, agree on a time, say how it went. Step 23 of the plan.

The curator sees how many there were; what was asked, and by whom, is known to the two who talk. Those who could
take one read its subject without a name until one of them takes it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from mentoring.calendar.service import calendar_of
from mentoring.errors import ProgrammeError
from mentoring.notices.rules import Audience, Notice, NoticeButton, Privacy
from mentoring.people.rules import Actor, Role
from mentoring.ports import Unit
from mentoring.support import rules_consult as rules
from mentoring.support.rules_consult import READY, Consultation, State
from mentoring.support.service import called, may_take, takers, year
from mentoring.texts import Raw, Text, Words, say


@dataclass(frozen=True, slots=True)
class Shown:
    """`other` is the one the actor talks to; None where nobody has it yet, or the actor may not know."""

    one: Consultation
    other: Words | None


def topic_words(topic: str) -> Words:
    return say(f"consult-topic-{topic}") if topic in READY else Raw(topic)


def ask(actor: Actor, unit: Unit, topic: str) -> Consultation:
    """A mentor asks; everybody who could take it hears of the subject, not of who asks.

    Raises ProgrammeError `error-consult-topic`, `error-consult-open` (one waits already).
    """
    actor.require(Role.MENTOR)
    own = unit.consultations.of_person(actor.school_id, actor.id)
    if any(one.live and one.asker_id == actor.id and one.state is State.OPEN for one in own):
        raise ProgrammeError("error-consult-open")
    made = Consultation(0, actor.id, rules.checked_topic(topic), unit.now, wakes_at=_later(actor, unit))
    kept = unit.consultations.add(actor.school_id, year(actor), made)
    call_takers(unit, actor.school_id, kept)
    return kept


def _later(actor: Actor, unit: Unit) -> datetime:
    """When the takers are asked once more: a working day later."""
    return calendar_of(unit, actor.school).working_day_later(unit.now)


def call_takers(unit: Unit, school_id: int, one: Consultation) -> None:
    for person in takers(unit, school_id):
        if person.id != one.asker_id:
            unit.tell(_call(one, person.id))


def _call(one: Consultation, person_id: int) -> Notice:
    return Notice(
        person_id=person_id,
        key=f"consult-call:1:{one.id}:{one.revision}:{person_id}",
        text=say("notice-consult-call", topic=topic_words(one.topic)),
        buttons=(NoticeButton(say("button-consult-take"), f"cs.take:{one.id}"),),
        audience=Audience.STAFF,
        privacy=Privacy.NAMED,
        about=one.asker_id,
    )


def own(actor: Actor, unit: Unit) -> Sequence[Shown]:
    """The actor's own, asked or taken, the newest first."""
    actor.require(*Role)
    found = unit.consultations.of_person(actor.school_id, actor.id)
    return [_shown(actor, unit, one) for one in found]


def to_take(actor: Actor, unit: Unit) -> Sequence[Consultation]:
    """What nobody has taken yet. Raises ProgrammeError "error-not-yours" to those who take none."""
    actor.require(*Role)
    if not may_take(actor, unit):
        raise ProgrammeError("error-not-yours")
    return [one for one in unit.consultations.open(actor.school_id) if one.asker_id != actor.id]


def look(actor: Actor, unit: Unit, consultation_id: int) -> Shown:
    """Raises ProgrammeError "error-stale" to all but the two; one nobody has is shown to those who may take it."""
    actor.require(*Role)
    return _shown(actor, unit, _known(actor, unit, consultation_id))


def _known(actor: Actor, unit: Unit, consultation_id: int) -> Consultation:
    found = unit.consultations.find(actor.school_id, consultation_id)
    if found is None:
        raise ProgrammeError("error-stale")
    if not found.is_of(actor.id) and (found.state is not State.OPEN or not may_take(actor, unit)):
        raise ProgrammeError("error-stale")
    return found


def _shown(actor: Actor, unit: Unit, one: Consultation) -> Shown:
    other = one.other(actor.id) if one.is_of(actor.id) else None
    return Shown(one, None if other is None else called(unit.people.find(actor.school_id, other)))


Change = Callable[[Consultation], Consultation]


def _changed(actor: Actor, unit: Unit, consultation_id: int, change: Change) -> Consultation:
    actor.require(*Role)
    before = unit.consultations.find(actor.school_id, consultation_id)
    if before is None:
        raise ProgrammeError("error-stale")
    after = change(before)
    if not unit.consultations.save(after):
        raise ProgrammeError("error-stale")
    found = unit.consultations.find(actor.school_id, consultation_id)
    assert found is not None
    return found


def take(actor: Actor, unit: Unit, consultation_id: int) -> Shown:
    """The first who takes it has it. Raises ProgrammeError as `rules.taken` does."""
    if not may_take(actor, unit):
        raise ProgrammeError("error-not-yours")
    found = _changed(actor, unit, consultation_id, lambda one: rules.taken(one, actor.id))
    unit.withdraw(f"consult-wait:1:{found.id}:")
    _tell(actor, unit, found, say("notice-consult-taken", name=called(actor.person)))
    return _shown(actor, unit, found)


def offer(actor: Actor, unit: Unit, consultation_id: int, starts: Iterable[datetime], place: str = "") -> Shown:
    """One to three times; an agreed time is moved so. Raises ProgrammeError as `rules.offered` does."""

    def change(one: Consultation) -> Consultation:
        return rules.offered(one, actor.id, starts, place, unit.now)

    found = _changed(actor, unit, consultation_id, change)
    _tell(actor, unit, found, say("notice-consult-times", name=called(actor.person)))
    return _shown(actor, unit, found)


def accept(actor: Actor, unit: Unit, consultation_id: int, start: datetime) -> Shown:
    """Raises ProgrammeError as `rules.accepted` does."""
    found = _changed(actor, unit, consultation_id, lambda one: rules.accepted(one, actor.id, start, unit.now))
    _tell(actor, unit, found, say("notice-consult-agreed", name=called(actor.person)))
    return _shown(actor, unit, found)


def helped(actor: Actor, unit: Unit, consultation_id: int) -> Shown:
    found = _changed(actor, unit, consultation_id, lambda one: rules.helped(one, actor.id, unit.now))
    _tell(actor, unit, found, say("notice-consult-helped", name=called(actor.person)))
    return _shown(actor, unit, found)


def one_more(actor: Actor, unit: Unit, consultation_id: int) -> Shown:
    """There is one more question: another time with the same person."""
    found = _changed(actor, unit, consultation_id, lambda one: rules.asked_more(one, actor.id, unit.now))
    _tell(actor, unit, found, say("notice-consult-more", name=called(actor.person)))
    return _shown(actor, unit, found)


def call_off(actor: Actor, unit: Unit, consultation_id: int) -> Shown:
    """By the asker for good; given back by its taker it goes to the others again."""
    before = _known(actor, unit, consultation_id)
    found = _changed(actor, unit, consultation_id, lambda one: rules.called_off(one, actor.id))
    unit.withdraw(f"consult-call:1:{found.id}:")
    unit.withdraw(f"consult-wait:1:{found.id}:")
    if found.state is State.OPEN:
        _tell(actor, unit, found, say("notice-consult-back", name=called(actor.person)), found.asker_id)
        for person in takers(unit, actor.school_id):
            if person.id not in (found.asker_id, actor.id):
                unit.tell(_call(found, person.id))
    elif before.taker_id is not None:
        _tell(actor, unit, found, say("notice-consult-off", name=called(actor.person)), before.taker_id)
    return _shown(actor, unit, found)


def _tell(actor: Actor, unit: Unit, one: Consultation, text: Text, to: int | None = None) -> None:
    person_id = to or one.other(actor.id)
    if person_id is not None:
        unit.tell(_notice(actor, one, text, person_id))


def _notice(actor: Actor, one: Consultation, text: Text, person_id: int) -> Notice:
    return Notice(
        person_id=person_id,
        key=f"consult:1:{one.id}:{one.revision}:{person_id}",
        text=text,
        buttons=(NoticeButton(say("button-look"), f"cs:{one.id}"),),
        audience=Audience.PAIR,
        privacy=Privacy.NAMED,
        about=actor.id,
    )
