"""The stretches of a local day outside the quiet hours, over every change of the clocks of twelve years."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from mentoring.calendar.rules_quiet import Quiet, Window, window_of, windows_of
from tests.calendar.tools import ANY_QUIET, HOUR, MINUTE, NIGHT, ZONES, at, kinds_of_change, quiet_at


def test_there_are_changes_of_every_sort() -> None:
    steps = {
        (change.astimezone(ZoneInfo(zone)).utcoffset() - (change - MINUTE).astimezone(ZoneInfo(zone)).utcoffset())
        for zone, change in kinds_of_change()
    }
    assert {HOUR, -HOUR, HOUR / 2, -HOUR / 2} <= steps
    assert len(kinds_of_change()) > 60


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(ZONES), st.dates(date(2020, 1, 1), date(2031, 12, 31)), ANY_QUIET)
def test_windows_lie_within_their_day_and_outside_the_quiet_hours(zone: str, day: date, quiet: Quiet) -> None:
    windows = windows_of(day, zone, quiet)
    for window in windows:
        for moment in (window.start, window.start + (window.end - window.start) / 2, window.end - MINUTE / 60):
            assert moment.astimezone(ZoneInfo(zone)).date() == day
            assert not quiet_at(moment, zone, quiet)
    assert all(one.end < later.start for one, later in zip(windows, windows[1:], strict=False))
    longest = window_of(day, zone, quiet)
    assert longest in windows if windows else longest is None


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(kinds_of_change()), ANY_QUIET, st.integers(-2880, 2880))
def test_a_minute_is_in_a_window_of_its_day_or_it_is_quiet(
    kind: tuple[str, datetime], quiet: Quiet, minutes: int
) -> None:
    zone, change = kind
    moment = change + minutes * MINUTE
    day = moment.astimezone(ZoneInfo(zone)).date()
    assert any(one.holds(moment) for one in windows_of(day, zone, quiet)) != quiet_at(moment, zone, quiet)


def test_windows_of_ordinary_days() -> None:
    day = date(2026, 11, 24)
    assert windows_of(day, "Europe/Moscow", NIGHT) == (Window(at("2026-11-24T08:00"), at("2026-11-24T20:00")),)
    noon = windows_of(day, "Europe/Moscow", Quiet.of("13:00", "15:00"))
    assert noon == (
        Window(at("2026-11-24T00:00"), at("2026-11-24T13:00")),
        Window(at("2026-11-24T15:00"), at("2026-11-25T00:00")),
    )
    assert window_of(day, "Europe/Moscow", Quiet.of("13:00", "15:00")) == noon[0]
    assert window_of(day, "Europe/Moscow", Quiet.of("09:00", "09:00")) == Window(
        at("2026-11-24T00:00"), at("2026-11-25T00:00")
    )


def test_a_day_that_never_was_has_no_window() -> None:
    assert windows_of(date(2011, 12, 30), "Pacific/Apia", NIGHT) == ()
    assert window_of(date(2011, 12, 30), "Pacific/Apia", NIGHT) is None


def test_a_day_of_twenty_three_or_twenty_five_hours() -> None:
    never = Quiet.of("00:00", "00:00")
    for day, hours in ((date(2026, 3, 29), 23), (date(2026, 10, 25), 25)):
        window = window_of(day, "Europe/Berlin", never)
        assert window is not None
        assert window.end - window.start == hours * HOUR
