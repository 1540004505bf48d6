"""The bot's next moments: when time alone will make some tick do something. For rehearsals, where time hops.

A tick that finds nothing due may be left out; one that would find something never is. So a superset is enough:
a moment too many costs a tick, one too few a reminder.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from sqlalchemy import Connection

from mentoring.calendar.service import calendar_of
from mentoring.meetings.rules_days import at_clock, school_days_later
from mentoring.surveys.rules import WARNING
from scheduler.jobs import Tick
from storage import notices, outbox, rehearsal
from storage.engine import Database
from storage.rehearsal_groups import next_in_groups
from storage.rehearsal_support import next_support
from storage.unit import StorageUnit

T = TypeVar("T")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FAR = timedelta(days=400)
_DRAFTS = 2000
ALWAYS = frozenset({"deliver"})  # says what the others have put there


def grid(moment: datetime, every: timedelta) -> datetime:
    """The first point of that interval's grid (counted in UTC) after `moment`."""
    return _EPOCH + ((moment - _EPOCH) // every + 1) * every


def at_or_after(moment: datetime, every: timedelta) -> datetime:
    """The first point of the grid that is not before `moment`."""
    return grid(moment - timedelta(microseconds=1), every)


class Moments:
    """`ticks` run on their grids; `stir` is called when something happened that a next tick may have to see."""

    def __init__(self, database: Database, now: Callable[[], datetime], ticks: Sequence[Tick]) -> None:
        self._database = database
        self._now = now
        self._every = {tick.name: tick.every for tick in ticks}
        self._stale = True
        self._announced: dict[str, datetime] = {}

    def stir(self) -> None:
        self._stale = True

    def stirring_now(self) -> datetime:
        """The clock of whoever handles updates: each of them may change what is due."""
        self.stir()
        return self._now()

    def due(self) -> frozenset[str] | None:
        """The ticks that can find anything at the clock's moment; None: any of them. Where several processes work,
        nobody knows.
        """
        if self._stale or not self._database.is_sqlite:
            return None
        now = self._now()
        found = frozenset(name for name, at in self._announced.items() if at <= now)
        return found and found | ALWAYS

    def looked(self) -> None:
        """The ticks have run at the clock's moment."""
        now = self._now()
        self._stale |= any(at <= now for at in self._announced.values())

    async def next(self) -> datetime | None:
        """After the clock's moment. What was announced stays so until something happens."""
        now = self._now()
        if self._stale or not self._database.is_sqlite:
            self._stale = False
            self._announced = await self._database.read(lambda c: self._due(c, now))
        return min(self._announced.values(), default=None)

    def _due(self, connection: Connection, now: datetime) -> dict[str, datetime]:
        found: dict[str, datetime] = {}
        for name, at in self._points(connection, now):
            if at > now:
                found[name] = min(at, found.get(name, at))
        return found

    def _points(self, connection: Connection, now: datetime) -> Iterator[tuple[str, datetime]]:
        unit = StorageUnit(connection, now)
        mornings = tuple(_mornings(unit))
        message = outbox.next_moment(connection)
        if message is not None:
            yield "sender", message
        for name, moments in (
            ("deliver", _queue(connection)),
            ("radar", mornings),
            ("tidy", mornings),
            ("matching", mornings),
            ("roadmap", _roadmaps(unit)),
            ("digest", _digests(unit)),
            ("meetings", (*_meetings(unit), *next_support(connection))),
            ("evaluation", _evaluation(unit)),
            ("surveys", _surveys(unit)),
            ("group", next_in_groups(connection)),
            ("expire", _links(connection)),
        ):
            every = self._every[name]
            yield from ((name, max(at_or_after(at, every), grid(now, every))) for at in moments)


def _queue(connection: Connection) -> Iterator[datetime]:
    look = notices.next_look(connection)
    if look is not None:
        yield look


def _links(connection: Connection) -> Iterator[datetime]:
    expiry = rehearsal.next_expiry(connection)
    if expiry is not None:
        yield expiry


def _meetings(unit: StorageUnit) -> Iterator[datetime]:
    wake = unit.meetings.next_wake()
    if wake is not None:
        yield wake


def _roadmaps(unit: StorageUnit) -> Iterator[datetime]:
    look = unit.roadmap.next_look()
    if look is not None:
        yield max(look, unit.now)


def _digests(unit: StorageUnit) -> Iterator[datetime]:
    look = unit.digests.next_look()
    if look is not None:
        yield look


def _evaluation(unit: StorageUnit) -> Iterator[datetime]:
    yield unit.mutuals.next_look(unit.now)


def _mornings(unit: StorageUnit) -> Iterator[datetime]:
    """When the next school day begins; and now, where today has become one: the radar goes by days."""
    for school in unit.schools.all():
        days = calendar_of(unit, school)
        today = days.local_day(unit.now)
        yield at_clock(days, days.add_school_days(today, 1), datetime.min.time())
        if days.is_school_day(today) and unit.remembered(f"radar:{school.id}") != today.isoformat():
            yield unit.now


def _surveys(unit: StorageUnit) -> Iterator[datetime]:
    """Windows that end, with the warning before; questionnaires left alone for a working day."""
    for survey in unit.surveys.ending(unit.now + _FAR):
        yield from (at for at in (survey.closes_at - WARNING, survey.closes_at) if at > unit.now)
    for draft in unit.submissions.stale(unit.now, _DRAFTS):
        days = calendar_of(unit, unit.schools.get(draft.school_id))
        yield school_days_later(days, draft.updated_at, 1)
