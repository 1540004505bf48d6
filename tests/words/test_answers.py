"""Answers at the edges of what words can say."""

from __future__ import annotations

from datetime import date

import pytest

from mentoring.words.rules_answers import day, number, time_of_day


@pytest.mark.parametrize("digits", [27, 28, 29, 40, 400])
def test_numbers_longer_than_any_count_are_no_fault(digits: int) -> None:
    assert number("9" * digits) is None or number("9" * digits) == int("9" * digits)
    assert time_of_day("9" * digits) is None


@pytest.mark.parametrize("words", ["завтра по 31.07.26", "1.11.2026 - 26.10.2026"])
def test_a_stretch_that_ends_before_it_begins_is_no_day(words: str) -> None:
    assert day(words, date(2026, 11, 24)) is None
