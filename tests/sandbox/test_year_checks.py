"""Each check of the simulated year is broken on purpose and says so, under its name, without anybody's."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from sandbox.year.checks import Arrival, Checks, Overdue
from sandbox.year.ground import Meeting, Notice, Pair
from sandbox.year.log import Got, Line, Log, kind_of
from sandbox.year.robot import Robot
from sandbox.year.school import BREAK, WORKING, School

ZONE = "Europe/Moscow"
NOON = datetime(2026, 11, 24, 9, tzinfo=UTC)  # a Tuesday, noon in Moscow
ACCOUNT, PAIR = 2_000_005, 3
EVE, SHORTLY, ASKED = "meeting-eve/1/7/2/0/5", "meeting-shortly/1/7/2/0/5", "meeting-checkin/1/7/2/0/5"


def robot(role: str = "mentor") -> Robot:
    return Robot(5, ACCOUNT, role, 0, 1, ZONE, date(2027, 6, 20))


def checks() -> Checks:
    return Checks(School(ZONE, NOON.date()))


def arrival(*keys: str, by_time: bool = True, who: Robot | None = None) -> Arrival:
    return Arrival(who or robot(), Notice(1, ACCOUNT, keys or ("ladder:1:4:1:5",), NOON, NOON), by_time)


def agreed(**changes: object) -> Meeting:
    start = NOON + timedelta(hours=6)
    fields: dict[str, object] = {
        "id": 7, "pair": PAIR, "state": "agreed", "revision": 2, "at": start, "start": start,
        "end": start + timedelta(hours=1), "coming": frozenset({ACCOUNT}),
    }  # fmt: skip
    return Meeting(**{**fields, **changes})  # type: ignore[arg-type]


def names(found: Checks) -> list[str]:
    return [one["name"] for one in found.violations]


def test_a_calm_day_breaks_nothing() -> None:
    found = checks()
    found.arrived(arrival(), NOON)
    found.arrived(arrival(EVE), NOON + timedelta(hours=1))
    found.reminders(arrival(EVE), {7: agreed()}, NOON)
    found.ends([agreed()], NOON)
    found.ends([agreed(state="counted")], NOON)
    found.over([agreed(state="counted")], NOON)
    assert found.violations == []


@pytest.mark.parametrize(("hour", "quiet"), [(16, False), (17, True), (4, True), (5, False)])
def test_the_schools_quiet_hours(hour: int, quiet: bool) -> None:
    found = checks()
    found.arrived(arrival(EVE), NOON.replace(hour=hour))  # 20:00 in Moscow is 17:00
    assert names(found) == ["quiet-hours"] * quiet


def test_a_persons_own_quiet_hours() -> None:
    found, own = checks(), robot()
    own.quiet = ("11:00", "13:00")
    found.arrived(arrival(EVE, who=own), NOON)
    assert found.violations == [{"name": "quiet-hours", "moment": "2026-11-24T09:00", "robot": 5}]


@pytest.mark.parametrize(
    ("day", "specials", "opens"),
    [
        (date(2026, 11, 21), [], False),  # a Saturday
        (date(2026, 11, 4), [], False),  # a holiday
        (date(2026, 11, 25), [(date(2026, 11, 25), date(2026, 11, 25), BREAK)], False),
        (date(2026, 11, 21), [(date(2026, 11, 21), date(2026, 11, 21), WORKING)], True),
        (date(2026, 11, 25), [], True),
    ],
)
def test_school_days(day: date, specials: list[tuple[date, date, str]], opens: bool) -> None:
    found = checks()
    found.school.specials = specials
    moment = datetime.combine(day, NOON.timetz())
    found.arrived(arrival(), moment)
    found.arrived(arrival(EVE), moment)
    found.arrived(arrival("meeting-proposed:1:7:0.1.5:5", by_time=False), moment)
    assert names(found) == ["school-day"] * (not opens)


def test_one_message_a_day_and_no_second() -> None:
    found = checks()
    found.arrived(arrival("ladder:1:4:1:5", "survey-end:1:2:20261101:5"), NOON)
    found.arrived(arrival(SHORTLY), NOON + timedelta(minutes=5))
    found.arrived(arrival("fit-asked/1/7/0/0/5"), NOON + timedelta(days=1))
    assert found.violations == []
    found.arrived(arrival("ladder:1:5:1:5", EVE), NOON + timedelta(hours=2))
    assert names(found) == ["daily-cap"]


def test_the_same_twice_unless_it_was_put_off() -> None:
    found, who = checks(), robot()
    for day in range(2):
        found.arrived(arrival(who=who), NOON + timedelta(days=day))
    assert names(found) == ["said-twice"]
    again = checks()
    again.arrived(arrival(who=who), NOON)
    again.put_off(who)
    again.arrived(arrival(who=who), NOON + timedelta(days=1))
    assert again.violations == []


def test_whoever_has_said_stop_hears_of_their_own_day_alone() -> None:
    found, who = checks(), robot()
    who.muted = True
    found.arrived(arrival(SHORTLY, who=who), NOON)
    assert found.violations == []
    found.arrived(arrival(who=who), NOON)
    assert names(found) == ["muted"]


@pytest.mark.parametrize(
    ("key", "meeting"),
    [
        (EVE, agreed(revision=3)),  # moved
        (EVE, agreed(state="cancelled")),
        (SHORTLY, agreed(start=NOON - timedelta(minutes=1))),  # begun
        (SHORTLY, agreed(coming=frozenset())),  # not coming
        (ASKED, agreed()),  # not over yet
        (ASKED, agreed(end=NOON, state="not_held")),
        (ASKED, agreed(end=NOON, spoken=frozenset({ACCOUNT}))),
        (EVE, None),
    ],
)
def test_a_reminder_of_what_is_not_so_any_more(key: str, meeting: Meeting | None) -> None:
    found = checks()
    found.reminders(arrival(key), {7: meeting} if meeting else {}, NOON)
    assert found.violations == [
        {"name": "reminder-current", "moment": "2026-11-24T09:00", "robot": 5, "meeting": 7}
    ]


def test_an_ask_after_the_meeting_is_right() -> None:
    found = checks()
    found.reminders(arrival(ASKED), {7: agreed(end=NOON)}, NOON)
    found.reminders(arrival(ASKED), {7: agreed(end=NOON, state="happened")}, NOON)
    assert found.violations == []


def test_a_meeting_ends_once_and_ends() -> None:
    found = checks()
    for state in ("agreed", "counted", "denied"):
        found.ends([agreed(state=state)], NOON)
    assert names(found) == ["one-end"]
    other = checks()
    other.over([agreed()], NOON)
    assert names(other) == ["no-end"]


def pair(**changes: object) -> Pair:
    fields: dict[str, object] = {"id": PAIR, "people": (1, 2), "opened_at": NOON, "closed_at": None}
    return Pair(**{**fields, **changes})  # type: ignore[arg-type]


def days_on(number: int) -> datetime:
    """Noon, so many school days later by this calendar."""
    school = checks().school
    return datetime.combine(school.later(NOON.date(), number), NOON.timetz())


def _silent(overdue: Overdue) -> None:
    overdue.look([pair()], [], days_on(40))


def _denied(overdue: Overdue) -> None:
    overdue.look([pair()], [agreed(state="denied", at=NOON, ended_at=NOON)], days_on(5))


def _missed(overdue: Overdue) -> None:
    held = [agreed(id=n, state="not_held", at=NOON, ended_at=NOON) for n in (1, 2)]
    overdue.look([pair()], held, days_on(16))


CASES: list[tuple[Callable[[Overdue], None], str]] = [
    (_silent, "silent-unheard"),
    (_denied, "denied-unheard"),
    (_missed, "missed-unheard"),
]


@pytest.mark.parametrize(("live", "name"), CASES)
def test_what_is_overdue_is_with_the_curator(live: Callable[[Overdue], None], name: str) -> None:
    unheard, heard = Overdue(checks()), Overdue(checks())
    live(unheard)
    live(unheard)
    assert [name] == names(unheard.checks), "each is found once"
    heard.told(PAIR, NOON.date() + timedelta(days=1))
    live(heard)
    assert heard.checks.violations == []


def test_nothing_is_overdue_yet_or_at_rest_or_over() -> None:
    overdue = Overdue(checks())
    overdue.look([pair()], [], days_on(37))
    rests = ((NOON.date(), NOON.date() + timedelta(days=90)),)
    overdue.look([pair(pauses=rests), pair(id=4, closed_at=NOON)], [], days_on(41))
    overdue.look([pair()], [agreed(state="counted", at=days_on(30))], days_on(45))
    assert overdue.checks.violations == []


def test_a_line_of_the_log_hides_everybody() -> None:
    log, got = Log(), Got(ACCOUNT, True, "Встреча с Анной Петровой завтра", ("mt:7", "mp.re:7:2", "mt:9"))
    log.add(NOON, 5, got, ())
    log.add(NOON, 5, got, (EVE, "ladder:1:4:1:5"))
    first, second = log.lines
    assert (first.kind, second.kind) == ("screen:mp.re,mt", "ladder+meeting-eve")
    assert "Анн" not in log.text()
    assert kind_of(got, ()) == first.kind


def test_the_logs_hash_does_not_hang_on_the_order() -> None:
    one, other = Log(), Log()
    lines = [Line("2026-11-24T09:00", number, "pair", "0") for number in range(3)]
    one.lines, other.lines = lines, lines[::-1]
    assert one.sha256() == other.sha256()
    other.lines = lines[:2]
    assert one.sha256() != other.sha256()


def test_a_robot_is_the_same_everywhere() -> None:
    assert [robot().rng.random() for _ in range(2)] == [robot().rng.random()] * 2
    other = Robot(6, ACCOUNT, "mentor", 0, 1, ZONE, date(2027, 6, 20))
    assert other.rng.random() != robot().rng.random()
