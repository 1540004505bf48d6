"""A curator makes a pair in the chat; both sides hear whose it is; a pause and an end."""

from __future__ import annotations

from datetime import timedelta

from tests.promises.bad_ground import member, mentee, unpaced
from tests.stage import Stage, labels, stage

__all__ = ["unpaced"]
MENTOR, MENTEE = "Громова Ольга Ильинична", "Петрова Мария Ивановна"


async def mentor(found: Stage, curator: int, name: str = MENTOR) -> int:
    return await member(found, curator, name, "Наставник")


async def noon(found: Stage) -> None:
    assert found.app is not None
    day = (found.app.clock.now() + timedelta(days=1)).replace(hour=9)
    await found.people.post("clock", to=day.isoformat())


async def test_a_pair_from_the_list_to_its_end(database_url: str) -> None:
    async with stage(database_url) as found:
        await noon(found)
        curator = await found.curator()
        older, younger = await mentor(found, curator), await mentee(found, curator, MENTEE)
        await found.people.say(curator, "/menu")
        empty = (await found.people.press(curator, "Пары"))["last"]
        assert "Пока ни одной" in empty["text"]
        picked = (await found.people.press(curator, "Новая пара"))["last"]
        assert any(MENTOR in x for x in labels(picked)), picked
        await found.people.press(curator, next(x for x in labels(picked) if MENTOR in x))
        await found.people.press(curator, "Дальше: наставляемые")
        picked = await found.people.last(curator)
        await found.people.press(curator, next(x for x in labels(picked) if MENTEE in x))
        made = await found.people.press(curator, "Создать пару")
        assert made["toast"] == "Пара создана"
        assert f"{MENTOR} — {MENTEE}" in made["last"]["text"]
        assert MENTEE in (await found.people.last(older))["text"]
        told = await found.people.last(younger)
        assert MENTOR in told["text"]
        card = (await found.people.press(younger, "Открыть"))["last"]
        assert "индивидуальная" in card["text"]
        assert "Завершить" not in labels(card)
        await found.people.press(curator, "Пауза")
        paused = (await found.people.press(curator, "2 недели"))["last"]
        assert "Пауза до" in paused["text"]
        await found.people.press(curator, "Продолжить")
        await found.people.press(curator, "Завершить")
        over = (await found.people.press(curator, "Программа пройдена"))["last"]
        assert "Пара завершена" in over["text"]
        assert "завершила работу" in (await found.people.last(younger))["text"]
