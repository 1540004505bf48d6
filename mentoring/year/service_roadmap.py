"""The year's steps as the rollover and the site see them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from mentoring.people.rules import School
from mentoring.ports import Unit
from mentoring.roadmap.rules import Instance, State, build
from mentoring.roadmap.steps import steps


def road_of(_unit: Unit, _school: School, year: int, language: str, today: date) -> tuple[Instance, ...]:
    """The steps of the school year that began in `year`; what its window has passed counts as done."""
    made = build(year, steps(language), today)
    return tuple(replace(one, state=State.DONE) if _over(one, today) else one for one in made)


def _over(one: Instance, today: date) -> bool:
    return one.last is not None and one.last < today
