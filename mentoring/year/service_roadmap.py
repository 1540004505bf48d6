"""The year's steps as the rollover and the site see them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from mentoring.people.rules import School
from mentoring.ports import Unit
from mentoring.roadmap.rules import Instance, State, build
from mentoring.roadmap.steps import steps


def road_of(unit: Unit, school: School, year: int, language: str, today: date) -> tuple[Instance, ...]:
    """The steps of the school year that began in `year`, as the school has them.

    A year whose roadmap was never begun here is the programme's own; what its window has passed counts as done.
    """
    own = tuple(one for one in unit.roadmap.everything(school.id, language) if one.year == year)
    if own:
        return own
    made = build(year, steps(language), today)
    return tuple(replace(one, state=State.DONE) if _over(one, today) else one for one in made)


def _over(one: Instance, today: date) -> bool:
    return one.last is not None and one.last < today
