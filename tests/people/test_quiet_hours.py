"""When a message may leave, in every zone there is, over every change of the clocks."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentoring.notices.rules import leaves_at

ZONES = sorted(z for z in available_timezones() if "/" in z and not z.startswith(("posix", "right")))
HOURS = st.builds(lambda h, m: f"{h:02}:{m:02}", st.integers(0, 23), st.sampled_from((0, 1, 15, 30, 45, 59)))
MOMENTS = st.datetimes(datetime(1975, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
DAY = timedelta(hours=24)


def quiet(moment: datetime, zone: str, start: str, end: str) -> bool:
    local = moment.astimezone(ZoneInfo(zone)).strftime("%H:%M")
    if start == end:
        return False
    return start <= local < end if start < end else local >= start or local < end


@settings(max_examples=1500, deadline=None)
@given(MOMENTS, st.sampled_from(ZONES), HOURS, HOURS)
def test_it_leaves_at_once_or_soon_and_outside_the_quiet_hours(
    now: datetime, zone: str, start: str, end: str
) -> None:
    leaves = leaves_at(now, zone, start, end)
    assert now <= leaves <= now + 2 * DAY
    assert not quiet(leaves, zone, start, end)
    if not quiet(now, zone, start, end):
        assert leaves == now
    assert leaves_at(leaves, zone, start, end) == leaves, "and then it really leaves"


@settings(max_examples=300, deadline=None)
@given(MOMENTS, st.sampled_from(ZONES), HOURS)
def test_equal_hours_are_no_quiet_hours(now: datetime, zone: str, hour: str) -> None:
    assert leaves_at(now, zone, hour, hour) == now


def _changes(zone: str) -> list[datetime]:
    """Moments of 2026 at which this zone's clocks change, to the hour."""
    start = datetime(2026, 1, 1, tzinfo=UTC)
    hours = [start + timedelta(hours=n) for n in range(365 * 24)]
    offsets = [h.astimezone(ZoneInfo(zone)).utcoffset() for h in hours]
    return [hours[n] for n in range(1, len(hours)) if offsets[n] != offsets[n - 1]]


@pytest.mark.parametrize(
    "zone",
    ["Europe/Berlin", "America/Santiago", "Africa/Cairo", "Asia/Beirut", "Australia/Lord_Howe", "America/Havana",
     "Atlantic/Azores", "Europe/Dublin", "Africa/Casablanca"],
)  # fmt: skip
@pytest.mark.parametrize(
    ("start", "end"), [("20:00", "08:00"), ("23:30", "00:30"), ("01:15", "02:30"), ("22:00", "01:30")]
)
def test_around_a_change_of_the_clocks(zone: str, start: str, end: str) -> None:
    for change in _changes(zone):
        for minutes in range(-600, 600, 15):
            now = change + timedelta(minutes=minutes)
            leaves = leaves_at(now, zone, start, end)
            assert now <= leaves < now + DAY + timedelta(hours=1)
            assert not quiet(leaves, zone, start, end), (now, leaves)


@pytest.mark.parametrize(
    ("now", "leaves"),
    [
        ("2026-11-24T19:59:59+03:00", "2026-11-24T19:59:59+03:00"),
        ("2026-11-24T20:00:00+03:00", "2026-11-25T08:00:00+03:00"),
        ("2026-11-25T07:59:59+03:00", "2026-11-25T08:00:00+03:00"),
        ("2026-11-25T08:00:00+03:00", "2026-11-25T08:00:00+03:00"),
        ("2026-12-31T23:00:00+03:00", "2027-01-01T08:00:00+03:00"),
    ],
)
def test_moscow_evenings(now: str, leaves: str) -> None:
    found = leaves_at(datetime.fromisoformat(now), "Europe/Moscow", "20:00", "08:00")
    assert found == datetime.fromisoformat(leaves)


def test_the_schools_zone_counts_not_the_servers() -> None:
    now = datetime(2026, 11, 24, 12, tzinfo=UTC)
    assert leaves_at(now, "Europe/Moscow", "20:00", "08:00") == now
    assert leaves_at(now, "Asia/Kamchatka", "20:00", "08:00") == datetime(2026, 11, 24, 20, tzinfo=UTC)
