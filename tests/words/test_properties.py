"""Whatever is written, in whatever zone: an answer or nothing, and every answer makes sense."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import example, given, settings
from hypothesis import strategies as st

from mentoring.words.rules import understand, understand_time
from mentoring.words.rules_answers import day, day_and_time, number, time_of_day
from mentoring.words.rules_lexicon import ENTRIES
from mentoring.words.rules_number_words import join

ZONES = [
    "Europe/Moscow",
    "Europe/Berlin",
    "America/Sao_Paulo",
    "Asia/Beirut",
    "Pacific/Apia",
    "Australia/Lord_Howe",
]
DIGITS = [
    "0",
    "1",
    "7",
    "9",
    "15",
    "31",
    "2027",
    "15.02",
    "9.30",
    "1.10",
    "9:30",
    "15-30",
    "13/2",
    "25-го",
    "1.5",
    "٧",
]
SIGNS = ["-", ",", ".", "'", "  ", "½", "К"]
WORDS = st.lists(st.sampled_from([*sorted(ENTRIES), *DIGITS, *SIGNS]), max_size=7).map(" ".join)
TEXTS = st.one_of(WORDS, st.text(max_size=40), st.text("0123456789.:-/ вчпод", max_size=12))
MOMENTS = st.builds(
    lambda wall, zone: wall.replace(tzinfo=ZoneInfo(zone)),
    st.one_of(st.datetimes(datetime(2000, 1, 1), datetime(2040, 1, 1)), st.datetimes()),  # noqa: DTZ001
    st.sampled_from(ZONES),
)


@settings(max_examples=400, deadline=None)
@example(text="через 9999 лет", now=datetime(9999, 12, 31, 23, tzinfo=UTC))
@example(text="последние 9 лет", now=datetime(1, 1, 1, tzinfo=ZoneInfo("Pacific/Apia")))
@example(text="завтра", now=datetime(2011, 12, 29, 12, tzinfo=ZoneInfo("Pacific/Apia")))
@given(text=TEXTS, now=MOMENTS)
def test_never_raises_and_from_is_before_to(text: str, now: datetime) -> None:
    for found in (understand(text, now), understand_time(text, now)):
        if found is None:
            continue
        if found.start and found.end:
            assert found.start.astimezone(UTC) < found.end.astimezone(UTC)
        said = found.kind in ("duration", "number")
        assert (found.value is not None) == said
        assert bool(found.start or found.end) != said


@settings(max_examples=150, deadline=None)
@given(text=TEXTS)
def test_answers_of_a_known_kind_never_raise(text: str) -> None:
    today = datetime(2026, 9, 7, tzinfo=UTC).date()
    number(text), time_of_day(text), day(text, today), day_and_time(text, today)


@settings(max_examples=150, deadline=None)
@given(ahead=st.integers(1, 400), hour=st.integers(0, 23), minute=st.integers(0, 59), now=MOMENTS)
def test_a_date_and_a_time_stand_on_the_wall_clock_in_every_zone(
    ahead: int, hour: int, minute: int, now: datetime
) -> None:
    if not 1900 < now.year < 2100:
        return
    wall = now.replace(tzinfo=None, hour=0, minute=0, second=0, microsecond=0, fold=0) + timedelta(days=ahead)
    wall = wall.replace(hour=hour, minute=minute)
    found = understand(f"{wall:%d.%m.%Y} в {wall:%H:%M}", now)
    exists = (
        wall.replace(tzinfo=now.tzinfo).astimezone(UTC).astimezone(now.tzinfo).replace(tzinfo=None, fold=0) == wall
    )
    assert (found is not None) == exists
    if found is not None and found.start is not None:
        assert found.start.replace(tzinfo=None) == wall


_ONES = "ноль один два три четыре пять шесть семь восемь девять".split()  # noqa: SIM905
_TENS = "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто".split()  # noqa: SIM905


@given(tens=st.integers(2, 9), ones=st.integers(1, 9))
def test_tens_and_ones_add_up(tens: int, ones: int) -> None:
    assert number(f"{_TENS[tens - 2]} {_ONES[ones]}") == tens * 10 + ones
    assert number(f"{_ONES[ones]} {_TENS[tens - 2]}") is None


@given(words=st.lists(st.sampled_from([entry[1] for entry in ENTRIES.values() if entry[0] == "#"]), max_size=8))
def test_words_join_into_numbers_and_none_is_lost(words: list[tuple[int, int]]) -> None:
    joined = join(words)
    assert len(joined) <= len(words)
    assert bool(joined) == bool(words)
