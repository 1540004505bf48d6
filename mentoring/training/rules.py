"""Training of mentors: lessons, sessions, attendance, who is admitted. Pure.

Steps 14 and 15 of the programme's plan: the cycles «Наставничество: Что? Зачем? Как?» and «MENTOR SET —
уникальная технология для наставника».
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from mentoring.errors import ProgrammeError

TITLE, TEXT, PLACE = 160, 3500, 200  # characters
AHEAD = timedelta(days=366)
SHORTLY = timedelta(hours=2)
MINUTES = 45  # an academic hour
PASSED = 2 / 3  # of a test's questions


@dataclass(frozen=True, slots=True)
class Choice:
    """One question of a short test: `right` is the place of the right option; `why` is said after any answer."""

    ask: str
    options: tuple[str, ...]
    right: int
    why: str = ""


@dataclass(frozen=True, slots=True)
class Lesson:
    """`code` names a lesson that ships. A file lies with the messenger under its medium and reference."""

    id: int
    cycle_id: int
    code: str = ""
    title: str = ""
    text: str = ""
    link: str = ""
    medium: str = ""
    reference: str = ""
    file_name: str = ""
    test: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Cycle:
    id: int
    code: str
    title: str
    made_at: datetime
    lessons: tuple[Lesson, ...] = ()


@dataclass(frozen=True, slots=True)
class Session:
    """A date of a cycle; without a lesson it is for all of it."""

    id: int
    cycle_id: int
    starts_at: datetime
    lesson_id: int | None = None
    minutes: int = MINUTES
    place: str = ""
    teacher_id: int | None = None
    called_off: bool = False
    wakes_at: datetime | None = None

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.minutes)

    def held(self, now: datetime) -> bool:
        return not self.called_off and self.starts_at <= now


@dataclass(frozen=True, slots=True)
class Mark:
    """Whether somebody came; the staff's word stands over one's own."""

    session_id: int
    person_id: int
    came: bool
    by_staff: bool


@dataclass(frozen=True, slots=True)
class Read:
    """A lesson read to its end, and its test: `right` of `asked`."""

    lesson_id: int
    person_id: int
    right: int
    asked: int

    @property
    def passed(self) -> bool:
        return self.right >= self.asked * PASSED


def checked_title(typed: str) -> str:
    """Raises ProgrammeError `error-training-title`."""
    title = " ".join(typed.split())
    if not title or len(title) > TITLE:
        raise ProgrammeError("error-training-title", limit=TITLE)
    return title


def checked_text(typed: str) -> str:
    """Raises ProgrammeError `error-training-text`."""
    text = typed.strip()
    if not text or len(text) > TEXT:
        raise ProgrammeError("error-training-text", limit=TEXT)
    return text


def test_from(typed: str) -> tuple[Choice, ...]:
    """A test as a curator types it: blocks parted by an empty line; the question first, then its options one a
    line, the right one with "+" before it.

    Raises ProgrammeError `error-training-test` with the number of the block that cannot be read.
    """
    blocks = [lines for lines in (_lines(block) for block in typed.strip().split("\n\n")) if lines]
    if not blocks or len(blocks) > 10:
        raise ProgrammeError("error-training-test", number=0)
    return tuple(_choice(lines, number) for number, lines in enumerate(blocks, 1))


def _lines(block: str) -> list[str]:
    return [line.strip() for line in block.splitlines() if line.strip()]


def _choice(lines: list[str], number: int) -> Choice:
    ask, options = lines[0], lines[1:]
    right = [place for place, line in enumerate(options) if line.startswith("+")]
    bare = tuple(line.lstrip("+-–• ").strip() for line in options)
    if len(right) != 1 or not 2 <= len(options) <= 4 or not all(bare) or len(ask) > 300:
        raise ProgrammeError("error-training-test", number=number)
    if max(map(len, bare)) > 100:
        raise ProgrammeError("error-training-test", number=number)
    return Choice(ask, bare, right[0])


def planned(session: Session, now: datetime) -> Session:
    """Raises ProgrammeError `error-meeting-slot-past`, `error-meeting-slot-far`, `error-meeting-place`."""
    if session.starts_at <= now:
        raise ProgrammeError("error-meeting-slot-past", start=session.starts_at)
    if session.starts_at > now + AHEAD:
        raise ProgrammeError("error-meeting-slot-far", start=session.starts_at)
    if len(session.place) > PLACE:
        raise ProgrammeError("error-meeting-place", most=PLACE)
    return awake(session, now)


def awake(session: Session, now: datetime) -> Session:
    """With the next moment at which something is to be said: two hours before it begins, and at its end."""
    moments = () if session.called_off else (session.starts_at - SHORTLY, session.ends_at)
    return replace(session, wakes_at=min((moment for moment in moments if moment > now), default=None))


def marked(before: Mark | None, mark: Mark) -> Mark:
    """One's own word does not undo the staff's. Raises ProgrammeError `error-training-marked`."""
    if before is not None and before.by_staff and not mark.by_staff and before.came != mark.came:
        raise ProgrammeError("error-training-marked")
    return mark


@dataclass(frozen=True, slots=True)
class Facts:
    """A school year's training as it was: what `admitted` is decided by."""

    cycles: Sequence[Cycle]
    sessions: Sequence[Session]
    marks: Sequence[Mark]
    reads: Sequence[Read]


def attended(facts: Facts, now: datetime) -> frozenset[int]:
    """Who came to at least one session."""
    held = {one.id for one in facts.sessions if one.held(now)}
    return frozenset(mark.person_id for mark in facts.marks if mark.came and mark.session_id in held)


def trained(facts: Facts, now: datetime) -> frozenset[int]:
    """Who has been through one of the cycles: at half or more of its sessions, or through every lesson and test.

    A person's own reading counts like coming: not everybody can come on a given day.
    """
    found: set[int] = set()
    for cycle in facts.cycles:
        found |= _by_coming(cycle, facts, now) | _by_reading(cycle.lessons, facts.reads)
    return frozenset(found)


def _by_coming(cycle: Cycle, facts: Facts, now: datetime) -> set[int]:
    held = {one.id for one in facts.sessions if one.cycle_id == cycle.id and one.held(now)}
    came = _counts(mark.person_id for mark in facts.marks if mark.came and mark.session_id in held)
    return {person for person, times in came.items() if times * 2 >= len(held)}


def _by_reading(lessons: Collection[Lesson], reads: Iterable[Read]) -> set[int]:
    ids = {one.id for one in lessons}
    done = _counts(read.person_id for read in reads if read.lesson_id in ids and read.passed)
    return {person for person, times in done.items() if ids and times == len(ids)}


def _counts(people: Iterable[int]) -> Mapping[int, int]:
    found: dict[int, int] = {}
    for person in people:
        found[person] = found.get(person, 0) + 1
    return found


def admitted(facts: Facts, demanded: bool, now: datetime) -> frozenset[int] | None:
    """Whom training lets into pairs; None: the school demands none, so it is no matter."""
    return trained(facts, now) if demanded else None
