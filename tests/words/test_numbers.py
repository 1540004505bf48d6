"""Numbers and lengths of time, and answers whose kind is known."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal

import pytest

from mentoring.words.rules_answers import day, day_and_time, number, time_of_day
from tests.words.tools import says

TODAY = date(2026, 9, 7)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("7", "7"), ("0042", "42"), ("1 200 000", "1200000"), ("3,5", "3.5"), ("-7", "-7"), ("минус двадцать", "-20"),
        ("девятнадцать", "19"), ("двадцати семи", "27"), ("сорока двух", "42"), ("сто пять", "105"),
        ("восьмисот тридцати", "830"), ("тысяча двести", "1200"), ("2 тысячи", "2000"), ("двадцать пять тысяч сто", "25100"),
        ("два миллиона сто тысяч пять", "2100005"), ("полтора", "1.5"), ("пять с половиной", "5.5"), ("2 точка 75", "2.75"),
        ("15К", "15000"), ("2.5М", "2500000"), ("примерно сорок", "40"), ("седьмая", "7"), ("сто первый", "101"),
        ("шестидесятому", "60"), ("22-й", "22"), ("twenty-five", "25"), ("three hundred and", ""), ("two hundred five", "205"),
        ("семь восемь", ""), ("двадцать пятнадцать", ""), ("первый второй", ""), ("1.2.3", ""), ("15м", ""), ("5%", ""),
        ("пять или шесть", ""), ("1 тысяча миллион", ""), ("ноль пять", ""), ("девяносто девятое", "99"),
    ],
)  # fmt: skip
def test_numbers(said: str, meant: str) -> None:
    assert says(said) == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("20 минут", "20 minute"), ("полчаса", "30 minute"), ("пол-часа", "30 minute"), ("четверть часа", "15 minute"),
        ("три четверти часа", "45 minute"), ("час с четвертью", "75 minute"), ("два часа с половиной", "150 minute"),
        ("2 часа и 15 минут", "135 minute"), ("1 час 2 минуты 3 секунды", "3723 second"), ("полторы недели", "252 hour"),
        ("полгода", "6 month"), ("полтора года", "18 month"), ("5 лет", "5 year"), ("две недели", "2 week"),
        ("год и 2 месяца", "14 month"), ("трое суток", "72 hour"), ("двое суток", "48 hour"), ("40'", "40 minute"), ("минуту", "1 minute"),
        ("half an hour", "30 minute"), ("an hour and a half", "90 minute"), ("three weeks", "3 week"),
        ("2 минуты 3 часа", ""), ("минус 5 минут", ""), ("5 минут 6 минут", ""),
    ],
)  # fmt: skip
def test_lengths(said: str, meant: str) -> None:
    assert says(said) == meant


def test_a_number_where_one_is_asked_for() -> None:
    assert number("1.10") == Decimal("1.1")
    assert number("15.02") == Decimal("15.02")
    assert number("двадцать пятый") == 25
    assert [number(text) for text in ("", "завтра", "5 минут", "1e5", "nan", "5-6")] == [None] * 6


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("5 сентября", date(2026, 9, 5)), ("1.10", date(2026, 10, 1)), ("5/9", date(2026, 9, 5)), ("вчера", date(2026, 9, 6)),
        ("первого марта 1998 года", date(1998, 3, 1)), ("05.09.98", date(1998, 9, 5)), ("12-го", None), ("вторник", None), ("12 числа", None),
        ("29 февраля", None), ("май", None), ("на следующей неделе", None), ("15:30", None), ("5", None), ("31.04", None),
    ],
)  # fmt: skip
def test_a_day_where_one_is_asked_for_is_in_this_year(said: str, meant: date | None) -> None:
    assert day(said, TODAY) == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("15.30", time(15, 30)), ("9 утра", time(9)), ("в полночь", time(0)), ("14", time(14)), ("в 15-30", time(15, 30)),
        ("половина третьего", time(14, 30)), ("25", None), ("7", None), ("1.5", None), ("2.5", None), ("завтра", None), ("полтора", None),
    ],
)  # fmt: skip
def test_a_time_where_one_is_asked_for(said: str, meant: time | None) -> None:
    assert time_of_day(said) == meant


def test_a_day_with_a_time() -> None:
    assert day_and_time("5 сентября в 15:30", TODAY) == datetime(2026, 9, 5, 15, 30)  # noqa: DTZ001 - a wall clock
    assert day_and_time("15.30 завтра", TODAY) == datetime(2026, 9, 8, 15, 30)  # noqa: DTZ001 - a wall clock
    assert [day_and_time(text, TODAY) for text in ("завтра", "15:30", "сейчас", "через час")] == [None] * 4
