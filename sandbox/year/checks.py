"""What must hold of everything the bot says unasked, said once more in a few lines each. Every check has a name.

A violation names the check, the moment and the number of a robot, a meeting or a pair; nobody's name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from sandbox.year.ground import Meeting, Notice, Pair
from sandbox.year.log import parts_of, rule_of, stamp
from sandbox.year.robot import Robot
from sandbox.year.school import School

# About the day of a meeting that people have agreed on themselves: said on any day, besides the day's one message.
ITS_DAY = frozenset({"meeting-eve", "meeting-shortly", "meeting-checkin"})
# The sum of a week or a month comes by itself, without a sound, besides the day's message.
DIGESTS = frozenset({"digest-week", "digest-month"})
BEFORE = frozenset({"meeting-eve", "meeting-shortly"})
AFTER = frozenset({"meeting-checkin", "meeting-checkin-again"})
AGREED = "agreed"
HEARD = frozenset({"happened", "missed"})
ENDED = frozenset({"declined", "expired", "cancelled", "counted", "denied", "not_held", "lapsed"})
COUNTS = frozenset({"counted"})


@dataclass(frozen=True, slots=True)
class Arrival:
    """A message nobody asked for. `by_time`: a tick has put it out, not somebody's press."""

    robot: Robot
    notice: Notice
    by_time: bool


@dataclass(slots=True)
class Checks:
    """`violations` grow; each is found once."""

    school: School
    violations: list[dict[str, Any]] = field(default_factory=list)
    _keys: Counter[tuple[int, str]] = field(default_factory=Counter)
    _bundles: Counter[tuple[int, date]] = field(default_factory=Counter)
    _ends: dict[int, str] = field(default_factory=dict)
    _found: set[tuple[str, int]] = field(default_factory=set)

    def broken(self, name: str, moment: datetime, **of: int) -> None:
        entry = {"name": name, "moment": stamp(moment), **of}
        if entry not in self.violations:
            self.violations.append(entry)

    def once(self, name: str, moment: datetime, number: int, **of: int) -> None:
        if (name, number) not in self._found:
            self._found.add((name, number))
            self.broken(name, moment, **of)

    def arrived(self, one: Arrival, now: datetime) -> None:
        """Everything but what has to be asked of the meetings themselves."""
        self._quiet(one, now)
        self._school_day(one, now)
        self._cap(one, now)
        self._twice(one, now)
        self._muted(one, now)

    def _quiet(self, one: Arrival, now: datetime) -> None:
        if self.school.is_quiet(now, one.robot.quiet or self.school.quiet):
            self.broken("quiet-hours", now, robot=one.robot.number)

    def _school_day(self, one: Arrival, now: datetime) -> None:
        if one.by_time and not _its_day(one) and not self.school.open_on(self.school.day(now)):
            self.broken("school-day", now, robot=one.robot.number)

    def _cap(self, one: Arrival, now: datetime) -> None:
        if not one.by_time or _its_day(one) or _digest(one):
            return
        day = (one.robot.number, self.school.day(now))
        self._bundles[day] += 1
        if self._bundles[day] > 1:
            self.broken("daily-cap", now, robot=one.robot.number)

    def _twice(self, one: Arrival, now: datetime) -> None:
        for key in one.notice.keys:
            self._keys[one.robot.number, key] += 1
            if self._keys[one.robot.number, key] > 1:
                self.broken("said-twice", now, robot=one.robot.number)

    def put_off(self, robot: Robot) -> None:
        """The robot wants to hear it later: once more is what was asked for."""
        for number, key in list(self._keys):
            if number == robot.number:
                del self._keys[number, key]

    def _muted(self, one: Arrival, now: datetime) -> None:
        if one.robot.muted and one.by_time and not _its_day(one):
            self.broken("muted", now, robot=one.robot.number)

    def reminders(self, one: Arrival, meetings: Mapping[int, Meeting], now: datetime) -> None:
        """A reminder speaks of a meeting as it is at that moment."""
        for key in one.notice.keys:
            rule = rule_of(key)
            if rule in BEFORE | AFTER and not _current(rule, key, meetings, one.robot.account, now):
                self.broken("reminder-current", now, robot=one.robot.number, meeting=int(parts_of(key)[2]))

    def ends(self, meetings: Sequence[Meeting], now: datetime) -> None:
        """An end state is the last one."""
        for one in meetings:
            known = self._ends.get(one.id)
            if known is not None and one.state != known:
                self.broken("one-end", now, meeting=one.id)
            if one.state in ENDED:
                self._ends[one.id] = one.state

    def over(self, meetings: Sequence[Meeting], now: datetime) -> None:
        """When the year is over no meeting is open any more."""
        self.ends(meetings, now)
        for one in meetings:
            if one.state not in ENDED:
                self.broken("no-end", now, meeting=one.id)


def _its_day(one: Arrival) -> bool:
    return all(rule_of(key) in ITS_DAY for key in one.notice.keys)


def _digest(one: Arrival) -> bool:
    return all(rule_of(key) in DIGESTS for key in one.notice.keys)


def _current(rule: str, key: str, meetings: Mapping[int, Meeting], account: int, now: datetime) -> bool:
    number, revision = (int(part) for part in parts_of(key)[2:4])
    meeting = meetings.get(number)
    if meeting is None or meeting.revision != revision or account not in meeting.coming:
        return False
    if rule in BEFORE:
        return meeting.state == AGREED and meeting.start is not None and now < meeting.start
    over = meeting.end is not None and now >= meeting.end
    return over and meeting.state in HEARD | {AGREED, "counted"} and account not in meeting.spoken


@dataclass(slots=True)
class Overdue:
    """Matters that a curator has to hear of, and when the curators heard of each pair."""

    checks: Checks
    red: int = 35  # school days without a meeting
    within: int = 3  # school days
    gentle: int = 6  # school days in which the two themselves are asked first: the mentor, then the mentee
    rest: int = 5  # school days of peace after somebody has done something about it
    heard: dict[int, list[date]] = field(default_factory=dict)
    _stirred: dict[int, date] = field(default_factory=dict)

    def told(self, pair: int, day: date) -> None:
        self.heard.setdefault(pair, []).append(day)

    def look(self, pairs: Sequence[Pair], meetings: Sequence[Meeting], now: datetime) -> None:
        """Once a day, in its first minutes: what should have been heard of by yesterday."""
        by_pair: dict[int, list[Meeting]] = {pair.id: [] for pair in pairs}
        for one in meetings:
            by_pair.setdefault(one.pair, []).append(one)
        today = self.checks.school.day(now)
        for pair in pairs:
            if pair.closed_at is None and not any(first <= today < until for first, until in pair.pauses):
                self._silent(pair, by_pair[pair.id], today, now)
                self._missed(pair, by_pair[pair.id], today, now)
            self._denied(pair, by_pair[pair.id], today, now)

    def _since(self, pair: Pair, meetings: Sequence[Meeting]) -> date:
        school = self.checks.school
        counted = [school.day(one.at) for one in meetings if one.state in COUNTS]
        return max([school.day(pair.opened_at), *counted])

    def _silent(self, pair: Pair, meetings: Sequence[Meeting], today: date, now: datetime) -> None:
        since, school = self._since(pair, meetings), self.checks.school
        days = _active(pair, since, today, school)
        if days > self.red + self.within and not self._heard(pair, since, today):
            self.checks.once("silent-unheard", now, pair.id * 1000 + since.toordinal() % 1000, pair=pair.id)

    def _missed(self, pair: Pair, meetings: Sequence[Meeting], today: date, now: datetime) -> None:
        since, school = self._since(pair, meetings), self.checks.school
        missed = sorted(filter(None, (_missed_on(one, since, school) for one in meetings)))
        if len(missed) < 2:
            return
        second = missed[1]
        late = school.later(max(second, self._last_act(meetings, second)), self.gentle + self.rest + self.within)
        if today > late and not self._heard(pair, since, today):
            self.checks.once("missed-unheard", now, pair.id * 1000 + second.toordinal() % 1000, pair=pair.id)

    def _last_act(self, meetings: Sequence[Meeting], since: date) -> date:
        """Whoever does something about it starts the gentle part anew."""
        return max([since, *(self.checks.school.day(one.at) for one in meetings)])

    def _denied(self, pair: Pair, meetings: Sequence[Meeting], today: date, now: datetime) -> None:
        school = self.checks.school
        for one in meetings:
            if one.state == "denied" and one.ended_at is not None:
                day = school.day(one.ended_at)
                if today > school.later(day, self.within) and not self._heard(pair, day, today):
                    self.checks.once("denied-unheard", now, one.id, meeting=one.id)

    def _heard(self, pair: Pair, since: date, today: date) -> bool:
        return any(since <= day <= today for day in self.heard.get(pair.id, ()))


def _missed_on(one: Meeting, since: date, school: School) -> date | None:
    """The day on which it became certain that the meeting was not held; None for any other."""
    if one.state != "not_held" or one.ended_at is None or school.day(one.at) < since:
        return None
    return school.day(one.ended_at)


def _active(pair: Pair, since: date, today: date, school: School) -> int:
    """School days from `since` to `today` on which the pair was not at rest."""
    days = (since + timedelta(days=n) for n in range((today - since).days))
    return sum(school.open_on(day) for day in days if not any(a <= day < b for a, b in pair.pauses))
