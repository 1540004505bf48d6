"""A year's end on the stage: the curator is real, the others' answers are stored as if they had been walked through."""

from __future__ import annotations

from datetime import datetime

from tests.evaluation.year_ground import OPENED, School, couples, people, whole_year
from tests.scenarios.test_pairs import noon
from tests.stage import Stage


async def with_answers(found: Stage) -> int:
    """The curator of a school whose whole year is answered, on the stage's clock in June; the account's number."""
    await noon(found)
    curator = await found.curator()
    assert found.app is not None
    now = found.app.clock.now()
    ground = School(found.app.database, now)
    await ground.do(people)
    await ground.do(couples)
    await whole_year(ground, curator)
    await found.people.post("clock", to=datetime(OPENED.year, 6, 2, 9, tzinfo=OPENED.tzinfo).isoformat())
    await found.people.rest(120)
    return curator
