"""Use cases of the sessions of training: dates, invitations, who came, the feedback of those who did."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from mentoring.calendar.rules import Closed
from mentoring.calendar.service import calendar_of
from mentoring.consent.rules import ConsentKind, holds
from mentoring.errors import ProgrammeError
from mentoring.notices.rules import Notice, NoticeButton, Privacy
from mentoring.people.rules import Actor, Person, PersonState, Role, School, occasion
from mentoring.people.rules_progress import alphabetical
from mentoring.ports import Unit
from mentoring.selection.service import approved
from mentoring.texts import Raw, Text, say
from mentoring.training import library, rules
from mentoring.training.rules import Cycle, Mark, Session
from mentoring.training.service import KEEPERS, READERS, known

TEACHERS = (Role.CURATOR, Role.DEPUTY, Role.PSYCHOLOGIST, Role.DIRECTOR)


@dataclass(frozen=True, slots=True)
class Shown:
    """A session, its cycle in the reader's language, who leads it; `mine` is the reader's own mark."""

    session: Session
    cycle: Cycle
    teacher: Person | None
    mine: Mark | None

    @property
    def title(self) -> str:
        lessons = {one.id: one.title for one in self.cycle.lessons}
        return lessons.get(self.session.lesson_id or 0) or self.cycle.title


def invited(unit: Unit, school: School) -> list[Person]:
    """The mentors of the register; while nobody is on it, all mentors who take part. By name."""
    decisions = unit.consents.of_school(school.id)
    mentors = [
        one
        for one in unit.people.with_role(school.id, Role.MENTOR)
        if one.state == PersonState.ACTIVE and one.approved
        and holds(list(decisions.get(one.id, ())), ConsentKind.PARTICIPATION)
    ]  # fmt: skip
    register = approved(unit, school.id, occasion(school))
    return sorted((one for one in mentors if not register or one.id in register), key=alphabetical)


def why_closed(actor: Actor, unit: Unit, start: datetime) -> Closed | None:
    """Why there is no school on that day, where there is none: said beside the date, no obstacle."""
    return calendar_of(unit, actor.school).why_not(actor.school.day(start))


def of_cycle(actor: Actor, unit: Unit, cycle_id: int) -> Sequence[Shown]:
    """Its dates, the earliest first."""
    actor.require(*READERS)
    found = known(actor, unit, cycle_id)
    return [_shown(actor, unit, one, found) for one in unit.training.sessions(actor.school_id, found.id)]


def _shown(actor: Actor, unit: Unit, session: Session, cycle: Cycle) -> Shown:
    teacher = unit.people.find(actor.school_id, session.teacher_id) if session.teacher_id else None
    mine = next((one for one in unit.training.marks(session.id) if one.person_id == actor.id), None)
    return Shown(session, library.in_words(cycle, actor.language), teacher, mine)


def look(actor: Actor, unit: Unit, session_id: int) -> Shown:
    """Raises ProgrammeError "error-stale"."""
    actor.require(*READERS)
    session = _session(actor, unit, session_id)
    return _shown(actor, unit, session, known(actor, unit, session.cycle_id))


def _session(actor: Actor, unit: Unit, session_id: int) -> Session:
    found = unit.training.session(actor.school_id, session_id)
    if found is None:
        raise ProgrammeError("error-stale")
    return found


def plan(actor: Actor, unit: Unit, cycle_id: int, lesson_id: int | None, start: datetime) -> Shown:
    """A date for a lesson, or for the cycle; everybody on the register is invited, the actor leads it.

    Raises ProgrammeError as `rules.planned` does, `error-training-same`.
    """
    actor.require(*KEEPERS)
    cycle = known(actor, unit, cycle_id)
    if lesson_id is not None and lesson_id not in {one.id for one in cycle.lessons}:
        raise ProgrammeError("error-stale")
    for one in unit.training.sessions(actor.school_id, cycle_id):
        if one.starts_at == start and not one.called_off:
            raise ProgrammeError("error-training-same")
    made = rules.planned(Session(0, cycle_id, start, lesson_id, teacher_id=actor.id), unit.now)
    shown = _shown(actor, unit, unit.training.keep_session(made), cycle)
    _tell_invited(actor, unit, shown, "notice-training")
    return shown


def _tell_invited(actor: Actor, unit: Unit, shown: Shown, key: str) -> None:
    session = shown.session
    for person in invited(unit, actor.school):
        if person.id != actor.id:
            words = replace(shown, cycle=library.in_words(known(actor, unit, session.cycle_id), person.language))
            text = say(key, title=Raw(words.title), start=_local(session, actor.school))
            about = f"{key.removeprefix('notice-')}:1:{session.id}:{session.starts_at:%Y%m%d%H%M}"
            unit.tell(_notice(session, person.id, about, text))


def _local(session: Session, school: School) -> datetime:
    return session.starts_at.astimezone(ZoneInfo(school.zone))


def _notice(session: Session, person_id: int, key: str, text: Text) -> Notice:
    return Notice(
        person_id=person_id,
        key=f"{key}:{person_id}",
        text=text,
        buttons=(NoticeButton(say("button-look"), f"tr.s:{session.id}"),),
        privacy=Privacy.PUBLIC,
    )


def _changed(actor: Actor, unit: Unit, session_id: int, change: Callable[[Session], Session]) -> Shown:
    actor.require(*KEEPERS)
    before = _session(actor, unit, session_id)
    if before.called_off or before.starts_at <= unit.now:
        raise ProgrammeError("error-stale")
    after = unit.training.keep_session(rules.planned(change(before), unit.now))
    return _shown(actor, unit, after, known(actor, unit, after.cycle_id))


def move(actor: Actor, unit: Unit, session_id: int, start: datetime) -> Shown:
    """Another time; those invited hear of it. Raises ProgrammeError as `rules.planned` does."""
    shown = _changed(actor, unit, session_id, lambda one: replace(one, starts_at=start))
    unit.withdraw(f"training-shortly:1:{session_id}:")
    _tell_invited(actor, unit, shown, "notice-training-moved")
    return shown


def set_place(actor: Actor, unit: Unit, session_id: int, typed: str) -> Shown:
    return _changed(actor, unit, session_id, lambda one: replace(one, place=" ".join(typed.split())))


def set_length(actor: Actor, unit: Unit, session_id: int, hours: int) -> Shown:
    """In academic hours, one to four."""
    if not 1 <= hours <= 4:
        raise ProgrammeError("error-stale")
    return _changed(actor, unit, session_id, lambda one: replace(one, minutes=hours * rules.MINUTES))


def teachers(actor: Actor, unit: Unit) -> list[Person]:
    """Who could lead a session, by name."""
    actor.require(*KEEPERS)
    every = unit.people.all(actor.school_id)
    return sorted((one for one in every if one.approved and one.roles & set(TEACHERS)), key=alphabetical)


def set_teacher(actor: Actor, unit: Unit, session_id: int, person_id: int) -> Shown:
    if person_id not in {one.id for one in teachers(actor, unit)}:
        raise ProgrammeError("error-stale")
    return _changed(actor, unit, session_id, lambda one: replace(one, teacher_id=person_id))


def call_off(actor: Actor, unit: Unit, session_id: int) -> Shown:
    """It stays on the list, struck out; those invited hear of it once."""
    actor.require(*KEEPERS)
    before = _session(actor, unit, session_id)
    if before.called_off:
        raise ProgrammeError("error-done-already")
    if before.starts_at <= unit.now:
        raise ProgrammeError("error-stale")
    after = unit.training.keep_session(replace(before, called_off=True, wakes_at=None))
    shown = _shown(actor, unit, after, known(actor, unit, after.cycle_id))
    unit.withdraw(f"training-shortly:1:{session_id}:")
    _tell_invited(actor, unit, shown, "notice-training-off")
    return shown


@dataclass(frozen=True, slots=True)
class Sheet:
    """Who was invited, and what is known of each: came, did not, None for nothing yet."""

    shown: Shown
    people: tuple[tuple[Person, bool | None], ...]

    @property
    def came(self) -> int:
        return sum(came is True for _, came in self.people)


EARLY = timedelta(minutes=15)  # a sheet is opened when people come in


def sheet(actor: Actor, unit: Unit, session_id: int) -> Sheet:
    """For the staff. Whoever was marked stays on it, also when they have left the register since."""
    actor.require(*KEEPERS)
    shown = look(actor, unit, session_id)
    marks = {one.person_id: one.came for one in unit.training.marks(session_id)}
    here = {one.id: one for one in unit.people.all(actor.school_id) if one.id in marks}
    here |= {one.id: one for one in invited(unit, actor.school)}
    people = sorted(here.values(), key=alphabetical)
    return Sheet(shown, tuple((one, marks.get(one.id)) for one in people))


def _open(unit: Unit, session: Session) -> None:
    """Raises ProgrammeError `error-training-early` before it begins, "error-stale" for one called off."""
    if session.called_off:
        raise ProgrammeError("error-stale")
    if unit.now < session.starts_at - EARLY:
        raise ProgrammeError("error-training-early")


def mark(actor: Actor, unit: Unit, session_id: int, person_id: int, came: bool) -> Sheet:
    """By the staff, for anybody invited."""
    found = sheet(actor, unit, session_id)
    _open(unit, found.shown.session)
    if person_id not in {one.id for one, _ in found.people}:
        raise ProgrammeError("error-stale")
    unit.training.keep_mark(Mark(session_id, person_id, came, by_staff=True), unit.now)
    return sheet(actor, unit, session_id)


def mark_own(actor: Actor, unit: Unit, session_id: int, came: bool) -> Shown:
    """One's own tap. Raises ProgrammeError `error-training-marked` against the staff's word."""
    actor.require(Role.MENTOR)
    shown = look(actor, unit, session_id)
    _open(unit, shown.session)
    if shown.mine is not None and shown.mine.came is came:
        raise ProgrammeError("error-done-already")
    unit.training.keep_mark(rules.marked(shown.mine, Mark(session_id, actor.id, came, by_staff=False)), unit.now)
    return look(actor, unit, session_id)
