"""What happens in the school's year besides the meetings: the curator's work, and a few people's own ways."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sandbox.walk.chat import Message
from sandbox.year.acts import Leave, Part, Say, Screen, Session, Tap, follow, from_menu, with_route
from sandbox.year.robot import Robot
from sandbox.year.school import BREAK, WORKING, School

PERIOD = re.compile(r"(\d\d\.\d\d\.\d{4})(?:–(\d\d\.\d\d\.\d{4}))? · (.*)")
QUIET = ("18:00", "09:00")
Deed = Callable[[], Session]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that one robot does at a moment."""

    at: datetime
    robot: Robot
    deed: Deed


@dataclass(frozen=True, slots=True)
class Cast:
    """Who has ways of their own; `pairs` are the numbers of those that rest and end."""

    curator: Robot
    late: Robot
    early: Robot
    blocks: Robot
    mutes: Robot
    pairs: Sequence[int]


def diary(first: date, school: School, cast: Cast) -> list[Entry]:
    """The school year that begins on `first`, in its order."""
    found = [*_calendar_year(first, school, cast), *_own_ways(first, school, cast)]
    for days, place, deed in ((45, 0, _paused), (54, 0, _resumed), (140, 1, _paused), (170, 2, _closed)):
        if place < len(cast.pairs):
            found.append(_on(first, days, school, cast.curator, _of(deed, cast.pairs[place])))
    return sorted(found, key=lambda entry: (entry.at, entry.robot.number))


def _on(first: date, days: int, school: School, robot: Robot, deed: Deed) -> Entry:
    """So many days after the first, at ten; the curator works on weekdays."""
    day = first + timedelta(days=days)
    while robot.role == "curator" and day.weekday() > 4:
        day += timedelta(days=1)
    return Entry(datetime.combine(day, time(10), ZoneInfo(school.zone)).astimezone(UTC), robot, deed)


def _calendar_year(first: date, school: School, cast: Cast) -> list[Entry]:
    """The usual breaks, then one moved, days off and a working Saturday, each known a few days ahead."""
    year = first.year
    deeds: list[tuple[int, Deed]] = [
        (9, lambda: _usual(school)),
        (72, lambda: _moved_break(school, f"02.11.{year}–08.11.{year} осенние каникулы")),
        (102, lambda: _calendar(school, f"27.11.{year} выходной")),
        (176, lambda: _calendar(school, f"01.02.{year + 1}–05.02.{year + 1} карантин")),
        (228, lambda: _calendar(school, f"20.03.{year + 1} рабочий день")),
    ]
    return [_on(first, days, school, cast.curator, deed) for days, deed in deeds]


def _own_ways(first: date, school: School, cast: Cast) -> list[Entry]:
    deeds: list[tuple[int, Robot, Deed]] = [
        (20, cast.late, lambda: quiet_hours(cast.late)),
        (24, cast.early, lambda: quiet_hours(cast.early)),
        (80, cast.blocks, _blocks),
        (116, cast.blocks, _returns),
        (90, cast.mutes, lambda: _mutes(cast.mutes, True)),
        (190, cast.mutes, lambda: _mutes(cast.mutes, False)),
    ]
    return [_on(first, days, school, robot, deed) for days, robot, deed in deeds]


def _of(deed: Callable[[int], Session], pair: int) -> Deed:
    return lambda: deed(pair)


def quiet_hours(robot: Robot) -> Session:
    screen = yield from from_menu("settings", "t.quiet")
    if screen:
        yield Say("-".join(QUIET))
        robot.quiet = QUIET


def _mutes(robot: Robot, mute: bool) -> Session:
    if (yield from from_menu("settings", "t.mute")):
        robot.muted = mute


def _blocks() -> Session:
    yield Leave("block")


def _returns() -> Session:
    yield Leave("unblock")
    yield Say("/start")


def _open_calendar() -> Part:
    return (yield from from_menu("settings", "calendar"))


def _usual(school: School) -> Session:
    screen = yield from _open_calendar()
    yield from _saw(school, (yield from follow(screen, ("cal.usual",))))


def _calendar(school: School, text: str) -> Session:
    yield from _open_calendar()
    yield from _saw(school, (yield Say(text)))


def _moved_break(school: School, text: str) -> Session:
    """The autumn break is taken out and set a week later."""
    screen = yield from _open_calendar()
    message = with_route(screen, "cal.one")
    autumn = [] if message is None else [b for b in message.all("cal.one") if ".10." in b.label]
    if message is not None and autumn:
        yield from follow((yield Tap(message.id, autumn[0].data)), ("cal.drop",))
    yield from _saw(school, (yield Say(text)))


def _saw(school: School, screen: Screen) -> Session:
    """Read the whole calendar as it is now, page by page."""
    found: list[tuple[date, date, str]] = []
    message = with_route(screen, "calendar", "cal.one", "cal.table")
    while message is not None:
        found += _periods(message)
        forward = [b for b in message.all("cal.page") if int(b.args[0]) * 6 == len(found)]
        message = with_route((yield Tap(message.id, forward[0].data)), "cal.one") if forward else None
    if found:
        school.saw(found)


def _periods(message: Message) -> list[tuple[date, date, str]]:
    return [period for button in message.all("cal.one") if (period := _period(button.label)) is not None]


def _period(label: str) -> tuple[date, date, str] | None:
    found = PERIOD.match(label)
    if found is None:
        return None
    first, last = _date(found[1]), _date(found[2] or found[1])
    return first, last, WORKING if "рабоч" in found[3] else BREAK


def _date(text: str) -> date:
    day, month, year = map(int, text.split("."))
    return date(year, month, day)


def _card(pair: int) -> Part:
    """The pair's card from the list of pairs, on whichever page it is."""
    screen = yield from from_menu("pairs")
    for number in range(1, 20):
        message = with_route(screen, "pair", "pr.page")
        if message is None:
            return ()
        button = message.button("pair", pair)
        if button is not None:
            return (yield Tap(message.id, button.data))
        following = message.button("pr.page", number)
        if following is None:
            return ()
        screen = yield Tap(message.id, following.data)
    return ()


def _paused(pair: int) -> Session:
    screen = yield from follow((yield from _card(pair)), ("pr.pause",))
    message = with_route(screen, "pr.pause2")
    if message is not None:
        yield Tap(message.id, message.all("pr.pause2")[1].data)


def _resumed(pair: int) -> Session:
    yield from follow((yield from _card(pair)), ("pr.go",))


def _closed(pair: int) -> Session:
    screen = yield from follow((yield from _card(pair)), ("pr.close",))
    message = with_route(screen, "pr.close2")
    if message is not None:
        yield Tap(message.id, message.all("pr.close2")[-1].data)
