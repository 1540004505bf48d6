"""The next school year in the chat: what would be, said twice, done once; the last one stays to be read."""

from __future__ import annotations

from mentoring.evaluation.rules_closing import Way
from mentoring.ports_evaluation import FinalWord
from storage.tables import pairs as pairs_table
from storage.unit import StorageUnit
from tests.promises.bad_ground import force, rows, unpaced, write
from tests.scenarios.closing_ground import closing
from tests.scenarios.matching_ground import MENTEES, MENTORS, Cast, menu, person_of, tapped
from tests.stage import Stage, labels

__all__ = ["unpaced"]


async def _ways(found: Stage, people: Cast) -> None:
    """The first pair goes on, the second changes roles, the third has not said."""
    assert found.app is not None
    now = found.app.clock.now()

    def put(connection: object) -> None:
        unit = StorageUnit(connection, now)  # type: ignore[arg-type]
        for place, way in enumerate((Way.NEW_STAGE, Way.CHANGE_ROLES)):
            for account in (people.mentors[place], people.mentees[place]):
                person = person_of(unit, account)
                school = unit.people.actor(account).school_id  # type: ignore[union-attr]
                pair = unit.pairs.of_person(school, person)[0]
                unit.mutuals.keep_final(FinalWord(pair.id, person, way=way), now)

    await write(found, put)


async def test_the_school_begins_its_next_year_once(sqlite_url: str) -> None:
    async with closing(sqlite_url) as (found, people):
        await _ways(found, people)
        shown = await menu(found, people.curator, "Итоги года", "Награды", "Новый учебный год")
        for words in (
            "Пока ничего не изменилось",
            "3 пары завершатся",
            "1 паре предложим продолжить в новом году",
        ):
            assert words in shown["text"]
        assert f"{MENTORS[2]} — {MENTEES[2]}" in shown["text"], "who has not said is asked first"
        sure = (await tapped(found, people.curator, "Перевести школу"))["last"]
        assert "Отменить это нельзя" in sure["text"]
        data = next(b["data"] for row in sure["buttons"] for b in row if "Да" in b["text"])
        done = await tapped(found, people.curator, "Да, новый год")
        assert "2 парам предложено продолжить" in done["last"]["text"]
        await force(found, people.curator, data)
        kept = await rows(found, pairs_table)
        assert sorted((pair.occasion, pair.state) for pair in kept)[:3] == [(kept[0].occasion, "closed")] * 3
        assert len(kept) == 5, "a second press does nothing"
        assert "завершён" in (await found.people.last(people.mentors[2]))["text"]
        asked = [labels(one) for one in await found.people.messages(people.mentees[1])]
        assert any("Подходит" in some for some in asked), "changed roles are offered and not imposed"
        await _to_read(found, people)


async def _to_read(found: Stage, people: Cast) -> None:
    """The director reads the year that is over; nothing of it can be changed."""
    await menu(found, people.director, "Итоги года", "Награды", "Прошлые годы")
    year = labels(await found.people.last(people.director))[0]
    listed = (await tapped(found, people.director, year))["last"]
    assert "3 пары" in listed["text"]
    card = (await tapped(found, people.director, MENTORS[0]))["last"]
    assert MENTEES[0] in card["text"]
    assert "Завершить" not in labels(card)
    begin = await found.people.say(people.mentees[0], "/menu")
    assert "Начать" in labels(begin), "the new year's first questionnaire is there"
    for stranger in (people.mentors[0], people.mentees[0]):
        await force(found, stranger, "ro")
        assert "Перевести" not in (await found.people.last(stranger))["text"]
