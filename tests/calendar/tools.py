"""Zones, their changes of the clocks, and quiet hours said apart from the code under test."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from hypothesis import strategies as st

from mentoring.calendar.rules_quiet import Quiet

ZONES = sorted(z for z in available_timezones() if not z.startswith(("posix", "right")) and z != "localtime")
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
NIGHT = Quiet.of("20:00", "08:00")
QUIETS = [NIGHT, *(Quiet.of(*hours.split("-")) for hours in (
    "23:30-00:30", "01:15-02:30", "22:00-01:30", "00:00-07:00", "02:00-03:00", "13:00-15:00", "00:00-23:59", "03:01-03:00",
))]  # fmt: skip
CLOCKS = st.builds(lambda h, m: f"{h:02}:{m:02}", st.integers(0, 23), st.sampled_from((0, 1, 15, 30, 59)))
ANY_QUIET = st.builds(Quiet.of, CLOCKS, CLOCKS)
MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2032, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


def at(text: str, zone: str = "Europe/Moscow") -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


def quiet_at(moment: datetime, zone: str, quiet: Quiet) -> bool:
    """Said apart from the code under test, by what the clock on the wall shows."""
    wall = moment.astimezone(ZoneInfo(zone)).time()
    start, end = quiet.start, quiet.end
    return start <= wall < end if start <= end else not end <= wall < start


def _changes(zone: str) -> Iterator[datetime]:
    """The minutes of 2020 to 2031 at which the offset of a zone changes."""
    where, known = ZoneInfo(zone), datetime(2020, 1, 1, tzinfo=UTC)
    while known < datetime(2032, 1, 1, tzinfo=UTC):
        ahead, offset = known + 7 * DAY, known.astimezone(where).utcoffset()
        if ahead.astimezone(where).utcoffset() != offset:
            low, high = 0, 7 * 24 * 60
            while high - low > 1:
                middle = (low + high) // 2
                same = (known + middle * MINUTE).astimezone(where).utcoffset() == offset
                low, high = (middle, high) if same else (low, middle)
            yield known + high * MINUTE
        known = ahead


@cache
def kinds_of_change() -> tuple[tuple[str, datetime], ...]:
    """One of each: zones whose clocks jump alike at the same time of day are alike here."""
    found: dict[tuple[object, ...], tuple[str, datetime]] = {}
    for zone in ZONES:
        for change in _changes(zone):
            before, after = ((change + gap).astimezone(ZoneInfo(zone)) for gap in (-MINUTE, timedelta(0)))
            found.setdefault((before.utcoffset(), after.utcoffset(), after.time()), (zone, change))
    return tuple(found.values())
