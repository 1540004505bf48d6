"""The year's steps as the site's timetable ("с размещением локальных актов, программ, графиков", step 6)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from babel.dates import format_date

from mentoring.roadmap.rules import Instance, State
from mentoring.site.pages import ScheduleRow
from mentoring.site.words import site_words


def schedule_rows(plan: Iterable[Instance], language: str) -> list[ScheduleRow]:
    """In the plan's order, in the words the school has; dropped steps and who it is in person are left out."""
    words = site_words(language)
    return [_row(one, words, language) for one in plan if one.state is not State.DROPPED]


def _row(step: Instance, words: Mapping[str, str], language: str) -> ScheduleRow:
    return ScheduleRow(_when(step, words, language), step.title, step.result, ", ".join(step.step.responsible))


def _when(step: Instance, words: Mapping[str, str], language: str) -> str:
    if step.always:
        return words["always"]
    if step.first is None or step.last is None:
        return words["no_date"]
    months = dict.fromkeys((_month(step.first, language), _month(step.last, language)))
    return " – ".join(months)


def _month(day: date, language: str) -> str:
    return format_date(day, "LLLL", locale=language)
