"""Press by press: places set before a run, a second mentor beside the first."""

from __future__ import annotations

from tests.promises.bad_ground import unpaced
from tests.scenarios.matching_ground import MENTEES, MENTORS, Cast, answered, cast, interview, menu, tapped
from tests.stage import Stage, labels, stage

__all__ = ["unpaced"]


async def _placed(found: Stage, people: Cast) -> None:
    """One mentor takes all three, decided on the screen of the run."""
    await menu(found, people.curator, "Подбор пар", "Подобрать пары", "Сколько берут", MENTORS[0], "3")
    shown = await found.people.last(people.curator)
    assert "В анкете: 1" in shown["text"]
    assert {"• 3 •", "Как в анкете", "≥ 3"} <= set(labels(shown))
    again = await menu(found, people.curator, "Подбор пар", "Подобрать заново")
    assert "С парой будут 3 из 3" in again["text"]
    assert "Свободные места остаются" in again["text"]
    await tapped(found, people.curator, "Утвердить", "Утвердить и сообщить")


async def _seconded(found: Stage, people: Cast) -> None:
    picked = await menu(found, people.curator, "Подбор пар", "Ответы пар", "Второй наставник", "Предметник")
    assert "Подобрать" not in labels(picked), "nobody is ticked yet"
    run = (await tapped(found, people.curator, MENTEES[1], "Подобрать"))["last"]
    assert "подбор второго наставника: предметник" in run["text"]
    await tapped(found, people.curator, "Утвердить", "Утвердить и сообщить")
    offered = await found.people.last(people.mentees[1])
    assert "ещё один наставник" in offered["text"]
    assert "Нынешняя пара остаётся" in offered["text"]


async def test_places_and_a_second_mentor(sqlite_url: str) -> None:
    async with stage(sqlite_url) as found:
        people = await cast(found, MENTORS[:2])
        await answered(found, people, "")
        for name in MENTORS[:2]:
            await interview(found, people.director, name)
        await _placed(found, people)
        await _seconded(found, people)
