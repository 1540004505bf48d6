"""The scripts: one for each kind in each language, short enough for a phone."""

from __future__ import annotations

import pytest

from mentoring.meetings.rules_kinds import Kind
from mentoring.meetings.scripts import LANGUAGES, script


def whole(kind, language):
    one = script(kind, language)
    return "\n".join((one.title, one.aim, one.before, *one.steps, one.leaves, one.care))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", Kind)
def test_each_is_whole_and_fits_a_screen(kind, language):
    text = whole(kind, language)
    assert all(line.strip() == line and line for line in text.splitlines())
    assert len(text) <= 1000
    assert 4 <= len(script(kind, language).steps) <= 6
    assert "!" not in text
    assert "отчёт" not in text.lower()


def test_languages_are_of_one_shape():
    for kind in Kind:
        assert len(script(kind, "ru").steps) == len(script(kind, "en").steps)
        assert script(kind, "ru").title != script(kind, "en").title
    assert script(Kind.TRIAL, "tt") == script(Kind.TRIAL, "ru")


def test_titles_are_the_programmes():
    assert [script(kind, "ru").title for kind in Kind] == [
        "Встреча-знакомство", "Пробная рабочая встреча", "Встреча-планирование", "Очередная встреча",
        "Итоговая встреча",
    ]  # fmt: skip
