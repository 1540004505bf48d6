"""The search's own rules: word forms, spelling, beginnings, the keyboard's other language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.library.rules_search import CLOSE, closeness, normal, ranked, sought

TITLES = (
    "Памятка наставника: первая встреча",
    "Положение о наставничестве",
    "Рабочая тетрадь молодого учителя",
    "Сценарий круглого стола",
    "Как обсуждать урок",
    "Приказ о кураторе",
    "Ёлка и другие праздники: план",
)


def found(typed: str) -> list[str]:
    for one in sought(typed):
        titles = ranked(one, ((title, title, normal(title)) for title in TITLES))
        if titles:
            return list(titles)
    return []


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("памятки", "Памятка наставника: первая встреча"),
        ("памядка", "Памятка наставника: первая встреча"),
        ("первую встречу", "Памятка наставника: первая встреча"),
        ("полажение", "Положение о наставничестве"),
        ("тетради для молодых учителей", "Рабочая тетрадь молодого учителя"),
        ("КРУГЛЫЙ СТОЛ", "Сценарий круглого стола"),
        ("сценарии", "Сценарий круглого стола"),
        ("обсуждение урока", "Как обсуждать урок"),
        ("курат", "Приказ о кураторе"),
        ("елка", "Ёлка и другие праздники: план"),
        ("gfvznrf", "Памятка наставника: первая встреча"),
    ],
)
def test_what_is_meant_comes_first(typed: str, title: str) -> None:
    assert found(typed)[0] == title


@pytest.mark.parametrize("typed", ["бухгалтерия", "xyz", "памятка бухгалтера", "я"])
def test_what_is_not_there_is_not_found(typed: str) -> None:
    assert found(typed) == []


def test_every_word_counts_and_a_title_weighs_more() -> None:
    one = sought("план урока")[0]
    rows = [("text", "Записки", normal("записки план урока")), ("title", "План урока", normal("план урока"))]
    assert list(ranked(one, rows)) == ["title", "text"]


def test_nothing_but_small_words_is_still_a_question() -> None:
    assert sought("для")[0].words == ("для",)
    assert sought(" —, ") == ()


@given(st.text("абвгдежзик", min_size=1, max_size=9), st.text("абвгдежзик", min_size=1, max_size=9))
def test_closeness_is_a_measure(one: str, other: str) -> None:
    assert closeness(one, one) == 1
    assert 0 <= closeness(one, other) <= 1
    if len(one) >= 3 and not other.startswith(one) and not one.startswith(other) and len(other) >= 3:
        assert closeness(one, other) == closeness(other, one)


@given(st.text("абвгдежзиклмно", min_size=7, max_size=12), st.integers(0, 6))
def test_one_wrong_letter_in_a_long_word_is_forgiven(word: str, place: int) -> None:
    """Any letter: pg_trgm's measure keeps six of nine and more trigrams of it."""
    wrong = word[:place] + "ю" + word[place + 1 :]
    assert closeness(wrong, word) >= CLOSE or len(set(word)) < 5
