"""Use cases of the psychologist's door. Only the asker and that psychologist ever see that anybody came.

No notice names the asker or says a word of what was written: what a messenger shows on a locked screen, keeps in
its own list of chats or drops unsaid tells nothing. A message that could not be brought is therefore not queued
either: the list of what did not arrive is the curator's to read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mentoring.errors import ProgrammeError
from mentoring.notices.rules import Notice, NoticeButton, Priority, Privacy
from mentoring.people.rules import Actor, Person, Role
from mentoring.people.rules_progress import alphabetical
from mentoring.ports import Unit
from mentoring.support import rules_talk as rules
from mentoring.support.rules_talk import Line, Talk
from mentoring.support.service import called, there
from mentoring.support.terms import terms
from mentoring.texts import Text, Words, say


@dataclass(frozen=True, slots=True)
class Shown:
    """`mine` for the asker; `open` while words can be added; `other` is whom the reader talks to."""

    talk: Talk
    mine: bool
    other: Words
    open: bool


def psychologists(actor: Actor, unit: Unit) -> list[Person]:
    """Who can be asked, by name; never the actor."""
    actor.require(*Role)
    held = unit.people.with_role(actor.school_id, Role.PSYCHOLOGIST)
    return sorted((one for one in held if there(one) and one.id != actor.id), key=alphabetical)


def own(actor: Actor, unit: Unit) -> Sequence[Shown]:
    """The actor's own talks, the newest first."""
    actor.require(*Role)
    return [_shown(actor, unit, one) for one in unit.talks.of_asker(actor.id)]


def received(actor: Actor, unit: Unit) -> Sequence[Shown]:
    """Those who came to this psychologist: what waits for a word first."""
    actor.require(Role.PSYCHOLOGIST)
    found = unit.talks.of_psychologist(actor.id)
    return [_shown(actor, unit, one) for one in sorted(found, key=lambda one: not one.waits_for_psychologist)]


def _shown(actor: Actor, unit: Unit, talk: Talk) -> Shown:
    mine = talk.asker_id == actor.id
    other = unit.people.find(actor.school_id, talk.psychologist_id if mine else talk.asker_id)
    reads = other is not None and there(other) and (not mine or Role.PSYCHOLOGIST in other.roles)
    return Shown(talk, mine, called(other), open=talk.done_at is None and reads)


def look(actor: Actor, unit: Unit, talk_id: int) -> Shown:
    """Raises ProgrammeError "error-stale" to everybody but the two."""
    actor.require(*Role)
    return _shown(actor, unit, _theirs(actor, unit, talk_id))


def _theirs(actor: Actor, unit: Unit, talk_id: int) -> Talk:
    found = unit.talks.find(actor.id, talk_id)
    return rules.of(found, actor.id, psychologist=actor.has(Role.PSYCHOLOGIST))


def ask(actor: Actor, unit: Unit, psychologist_id: int, typed: str) -> Shown:
    """Write to a psychologist: goes on with the talk that is open, else begins one.

    Raises ProgrammeError `error-talk-text`, `error-talk-nobody` (that person is no psychologist here any more).
    """
    actor.require(*Role)
    text = rules.checked(typed)
    if psychologist_id not in {one.id for one in psychologists(actor, unit)}:
        raise ProgrammeError("error-talk-nobody")
    held = [one for one in unit.talks.of_asker(actor.id) if one.psychologist_id == psychologist_id]
    going = next((one for one in held if one.done_at is None), None)
    erase_at = unit.now + terms().silent
    talk = going or unit.talks.open(actor.id, psychologist_id, unit.now, erase_at)
    return _said(actor, unit, talk, text)


def write(actor: Actor, unit: Unit, talk_id: int, typed: str) -> Shown:
    """One more word by either of the two. Raises ProgrammeError `error-talk-text`, `error-talk-over`."""
    found = look(actor, unit, talk_id)
    if not found.open:
        raise ProgrammeError("error-talk-over")
    return _said(actor, unit, found.talk, rules.checked(typed))


def _said(actor: Actor, unit: Unit, talk: Talk, text: str) -> Shown:
    by_asker = talk.asker_id == actor.id
    unit.talks.say(talk.id, Line(by_asker, text, unit.now), unit.now + terms().silent)
    to, words = (
        (talk.psychologist_id, "notice-talk-asked") if by_asker else (talk.asker_id, "notice-talk-answered")
    )
    number = len(talk.lines) + 1
    person = unit.people.find(actor.school_id, to)
    if person is not None and person.reachable:
        unit.tell(_notice(person.id, f"talk:1:{talk.id}:{number}:{person.id}", say(words), talk.id))
    return look(actor, unit, talk.id)


def _notice(person_id: int, key: str, text: Text, talk_id: int) -> Notice:
    return Notice(
        person_id=person_id,
        key=key,
        text=text,
        buttons=(NoticeButton(say("button-look"), f"ps.talk:{talk_id}"),),
        priority=Priority.REMINDER,
        privacy=Privacy.SEALED,
        sounding=True,
    )


def end(actor: Actor, unit: Unit, talk_id: int) -> Shown:
    """Either may end it; it is kept a while to be read again, then erased. Nobody is told."""
    found = look(actor, unit, talk_id)
    if found.talk.done_at is not None:
        raise ProgrammeError("error-done-already")
    unit.talks.end(talk_id, unit.now, unit.now + terms().done)
    return look(actor, unit, talk_id)


def erase(actor: Actor, unit: Unit, talk_id: int) -> None:
    """The asker takes everything back at once, for both."""
    found = look(actor, unit, talk_id)
    if not found.mine:
        raise ProgrammeError("error-not-yours")
    unit.talks.erase([talk_id])
    unit.withdraw(f"talk:1:{talk_id}:")
