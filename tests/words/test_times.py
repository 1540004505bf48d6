"""Days, times of day, and what lies between them, said on Tuesday 24 November 2026 at 10:05."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from mentoring.words.rules import understand, understand_time
from tests.words.tools import MOSCOW, NOW, says, told


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("сегодня", "11-24 day"), ("Завтра!", "11-25 day"), ("в среду", "11-25 day"), ("вт", "12-01 day"),
        ("в следующую пятницу", "11-27 day"), ("в прошлый четверг", "11-19 day"), ("в эту субботу", "11-28 day"),
        ("в понедельник на следующей неделе", "11-30 day"), ("на этой неделе в пятницу", "11-27 day"),
        ("25 числа", "11-25 day"), ("1 числа", "12-01 day"), ("25 числа следующего месяца", "12-25 day"),
        ("к 28-му", "11-28 day"), ("во вторник, 1-го", "12-01 day"), ("в четверг 26.11", "11-26 day"),
        ("двадцать первого декабря", "12-21 day"), ("8 марта", "2027-03-08 day"), ("1 СЕНТЯБРЯ 2027 г.", "2027-09-01 day"),
        ("05.09.2026", "09-05 day"), ("5.9.26", "09-05 day"), ("2026-12-01", "12-01 day"), ("15/02", "2027-02-15 day"),
        ("29 февраля", "2028-02-29 day"), ("новый год", "2027-01-01 day"), ("в день учителя", "2027-10-05 day"),
        ("tomorrow", "11-25 day"), ("next friday", "11-27 day"), ("march 5", "2027-03-05 day"),
        ("5th of march 2028", "2028-03-05 day"), ("on monday", "11-30 day"),
    ],
)  # fmt: skip
def test_days(said: str, meant: str) -> None:
    assert says(said) == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("на следующей неделе", "11-30 week"), ("в прошлом месяце", "10-01 month"), ("в мае", "2027-05-01 month"),
        ("в мае 2028 года", "2028-05-01 month"), ("в прошлом мае", "05-01 month"), ("в 2027 году", "2027-01-01 year"),
        ("две тысячи двадцать восьмой год", "2028-01-01 year"), ("третий квартал", "2027-07-01 quarter"),
        ("next week", "11-30 week"), ("in may", "2027-05-01 month"), ("декабрь", "12-01 month"),
    ],
)  # fmt: skip
def test_longer_stretches(said: str, meant: str) -> None:
    assert says(said) == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("в среду в 15:30", "11-25 15:30 minute"), ("завтра 15.30", "11-25 15:30 minute"),
        ("завтра в 15-30", "11-25 15:30 minute"), ("в 15 30", "11-24 15:30 minute"), ("15.30 завтра", "11-25 15:30 minute"),
        ("в три", "11-24 15:00 hour"), ("завтра в 9", "11-25 09:00 hour"), ("завтра в 5", "11-25 17:00 hour"),
        ("завтра в 7 вечера", "11-25 19:00 hour"), ("завтра вечером в 7", "11-25 19:00 hour"),
        ("в субботу в половине третьего", "11-28 14:30 minute"), ("завтра в полчетвёртого", "11-25 15:30 minute"),
        ("без четверти пять", "11-24 16:45 minute"), ("завтра без двадцати пяти три", "11-25 14:35 minute"),
        ("четверть пятого", "11-24 16:15 minute"), ("в пять тридцать", "11-24 17:30 minute"),
        ("в пятнадцать ноль пять", "11-24 15:05 minute"), ("в полдень", "11-24 12:00 hour"), ("в час", "11-24 13:00 hour"),
        ("завтра в час дня", "11-25 13:00 hour"), ("в 12 ночи", "11-25 hour"), ("к 3 часам", "11-24 15:00 hour"),
        ("25.11 в 10:00", "11-25 10:00 minute"), ("26 ноября в четверг в 16", "11-26 16:00 hour"),
        ("в четверг, 26 ноября, в 16:00", "11-26 16:00 minute"), ("2026-11-25T15:30", "11-25 15:30 minute"),
        ("9:00", "11-25 09:00 minute"), ("19:00 мск", "11-24 19:00 minute"), ("12:00 utc", "11-24 15:00 minute"),
        ("давайте завтра в 16:00, пожалуйста", "11-25 16:00 minute"), ("завтра около 15:00", "11-25 15:00 minute"),
        ("tomorrow at 3 pm", "11-25 15:00 hour"), ("завтра в пол пятого", "11-25 16:30 minute"), ("десять минут шестого", "11-24 17:10 minute"),
        ("25.11 15.30", "11-25 15:30 minute"), ("half past three", "11-24 15:30 minute"),
        ("quarter to five", "11-24 16:45 minute"), ("on monday at noon", "11-30 12:00 hour"),
    ],
)  # fmt: skip
def test_times_of_day(said: str, meant: str) -> None:
    assert says(said) == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("сейчас", "11-24 10:05 second"), ("через пять минут", "11-24 10:10 second"), ("через полчаса", "11-24 10:35 second"),
        ("через полтора часа", "11-24 11:35 second"), ("через 2 часа 30 минут", "11-24 12:35 second"),
        ("через час", "11-24 11:05 minute"), ("через две недели", "12-08 day"), ("через 3 дня в 15:00", "11-27 15:00 minute"),
        ("два дня назад", "11-22 10:00 hour"), ("месяц назад", "10-24 day"), ("год тому назад", "2025-11-01 month"),
        ("in two weeks", "12-08 day"), ("2 days ago", "11-22 10:00 hour"),
    ],
)  # fmt: skip
def test_lengths_from_now(said: str, meant: str) -> None:
    assert says(said) == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("завтра с 9 до 11", "11-25 09:00 / 11-25 11:00 hour"), ("с 10 до 2", "11-24 10:00 / 11-24 14:00 hour"),
        ("в среду с 15:30 до 17", "11-25 15:30 / 11-25 17:00 minute"), ("с 15:00 до 16:30 в пятницу", "11-27 15:00 / 11-27 16:30 minute"),
        ("завтра с 5 до 7 вечера", "11-25 17:00 / 11-25 19:00 hour"), ("завтра с 9 до 11 утра", "11-25 09:00 / 11-25 11:00 hour"),
        ("9.30 - 11.45", "11-24 09:30 / 11-24 11:45 minute"), ("from 9 to 11", "11-24 09:00 / 11-24 11:00 hour"),
        ("с понедельника по пятницу", "11-30 / 12-05 day"), ("с 1 по 10 декабря", "12-01 / 12-11 day"),
        ("10-12 марта", "2027-03-10 / 2027-03-13 day"), ("с 01.12 по 10.12", "12-01 / 12-11 day"),
        ("3.12. - 5.12.2026", "12-03 / 12-06 day"), ("с ноября по апрель", "11-01 / 2027-05-01 month"),
        ("до пятницы", "… / 11-27 day"), ("после пятницы", "11-28 / … day"), ("с понедельника", "11-30 / … day"),
        ("до конца недели", "… / 11-30 week"), ("до конца мая", "… / 2027-06-01 month"), ("после 14", "11-24 14:00 / … hour"),
        ("завтра после 14", "11-25 14:00 / 11-26 hour"), ("в среду до 11", "11-25 / 11-25 11:00 hour"),
        ("завтра вечером", "11-25 18:00 / 11-26 hour"), ("утром в четверг", "11-26 04:00 / 11-26 12:00 hour"),
        ("вечером", "11-24 18:00 / 11-25 hour"), ("на выходных", "11-28 / 11-30 day"), ("прошлой весной", "03-01 / 06-01 day"),
        ("последние 2 дня", "11-22 / 11-24 day"), ("ближайшие две недели", "11-30 / 12-14 week"),
        ("в течение недели", "11-24 10:05 / 12-01 second"), ("last 2 days", "11-22 / 11-24 day"),
        ("until friday", "… / 11-27 day"),
    ],
)  # fmt: skip
def test_from_and_to(said: str, meant: str) -> None:
    assert says(said) == meant


@pytest.mark.parametrize(
    "said",
    [
        "", "   ", "привет", "не в среду", "в среду или в четверг", "каждую среду", "31 февраля", "в 25:00", "в 15 утра",
        "в среду 26 ноября", "в среду 26.11", "завтра в 7", "в 9", "через день", "сегодня ночью", "утром", "завтра в полночь",
        "в понедельник в среду", "с 10.10 до 12.10", "с пятого по третье мая", "в этот понедельник", "следующие выходные",
        "около пяти часов", "8/10", "10.30", "5.09", "через 100000 лет", "через 99999999999999999999 минут",
        "на следующей неделе в 15:00", "завтра вчера", "5 комнат", "мне 5", "в начале мая", "9 to 11", "с 15:00 до 14:00",
        "00.00.0000", "завтра 9-10", "в 9-11", "ч", "г", "2026-13-45", "в" * 500, "1 " * 90,
    ],
)  # fmt: skip
def test_what_is_unknown_impossible_or_ambiguous_is_not_guessed(said: str) -> None:
    assert says(said) == ""


def test_where_a_time_is_asked_for_numbers_are_days_or_nothing() -> None:
    assert told(understand_time("3.12", NOW)) == ""
    assert told(understand_time("10.12", NOW)) == "12-10 day"
    assert told(understand_time("3.5", NOW)) == "2027-05-03 day"
    assert told(understand_time("10.30", NOW)) == "11-24 10:30 minute"
    assert told(understand_time("25-го", NOW)) == "11-25 day"
    assert [understand_time(text, NOW) for text in ("5", "пять", "2 часа")] == [None, None, None]


def test_what_was_said_is_kept_beside_what_it_is_exact_to() -> None:
    found = understand("через 7 дней", NOW)
    assert found is not None
    assert (found.grain, found.said) == ("hour", "day")


@pytest.mark.parametrize(
    ("zone", "before", "said", "wall"),
    [
        ("Europe/Berlin", "2026-03-28T12:00:00", "завтра в 15:30", "2026-03-29T15:30:00+02:00"),
        ("Europe/Berlin", "2026-10-24T12:00:00", "завтра в 15:30", "2026-10-25T15:30:00+01:00"),
        ("America/New_York", "2026-03-07T12:00:00", "завтра в 15:30", "2026-03-08T15:30:00-04:00"),
        ("Europe/Berlin", "2026-03-29T01:30:00", "через час", "2026-03-29T03:30:00+02:00"),
        ("Asia/Beirut", "2026-03-28T12:00:00", "завтра", "2026-03-29T01:00:00+03:00"),
    ],
)
def test_the_wall_clock_is_kept_when_clocks_change(zone: str, before: str, said: str, wall: str) -> None:
    found = understand(said, datetime.fromisoformat(before).replace(tzinfo=ZoneInfo(zone)))
    assert found is not None
    assert found.start is not None
    assert found.start.isoformat() == wall


def test_an_hour_that_the_clocks_skip_is_no_time() -> None:
    before = datetime(2026, 3, 28, 12, tzinfo=ZoneInfo("Europe/Berlin"))
    assert understand("завтра в 02:30", before) is None
    assert understand("завтра в 02:30", before.replace(tzinfo=MOSCOW)) is not None


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        understand("завтра", NOW.replace(tzinfo=None))
