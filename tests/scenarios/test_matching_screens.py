"""Every screen of selection and matching is opened by whoever is offered it: none breaks, none ends blind."""

from __future__ import annotations

from typing import Any

import pytest

from tests.promises.bad_ground import calm, force, unpaced
from tests.scenarios.matching_ground import MENTORS, answered, cast, interview, menu, tapped
from tests.stage import Stage, labels, stage

__all__ = ["unpaced"]
OURS = ("ma", "mw", "ac", "en", "un", "or", "an", "rt", "iv", "interviews")
FINAL = ("ma.ok2", "ac.part2", "en.put", "en.end2", "rt.send", "an.go", "ma.go", "ma.take", "ma.ban", "ma.force")
ONCE = 2


def offered(message: dict[str, Any]) -> list[str]:
    found = [button.get("data") or "" for row in message["buttons"] or [] for button in row]
    return [data for data in found if data.split(":")[0].split(".")[0] in OURS]


async def crawl(found: Stage, person: int, start: str) -> set[str]:
    """Everything reachable from a screen, each kind of press a few times; the presses made."""
    waiting, seen, made = [start], set[str](), dict[str, int]()
    while waiting:
        data = waiting.pop(0)
        route = data.split(":")[0]
        if data in seen or route in FINAL or made.get(route, 0) >= ONCE:
            continue
        seen.add(data)
        made[route] = made.get(route, 0) + 1
        await force(found, person, data)
        await found.people.rest()
        shown = await found.people.last(person)
        assert "сломалось" not in shown["text"], data
        assert labels(shown) or shown["file"], (data, shown["text"])
        assert all(len(one.encode()) <= 64 for one in offered(shown)), data
        waiting += offered(shown)
    return set(made)


@pytest.mark.slow
async def test_no_screen_breaks(sqlite_url: str, caplog: pytest.LogCaptureFixture) -> None:
    with calm(caplog):
        async with stage(sqlite_url) as found:
            people = await cast(found)
            await answered(found, people, "потише")
            for name in MENTORS:
                await interview(found, people.director, name)
            await menu(found, people.curator, "Подбор пар", "Подобрать пары")
            proposal = await crawl(found, people.curator, "ma")
            assert {
                "ma.card",
                "ma.why",
                "ma.alt",
                "ma.file",
                "ma.rules",
                "ma.w",
                "mw",
                "or.get",
                "or.name",
            } <= proposal
            await menu(found, people.curator, "Подбор пар", "Предложение", "Утвердить", "Утвердить и сообщить")
            told = {one: await asked(found, one) for one in people.mentees}
            first = next(one for one, data in told.items() if data)  # the walk has moved some of them about
            assert {"ac", "ac.other", "ac.other2"} <= await crawl(found, first, told[first])
            standing = await crawl(found, people.curator, "ac.list:0")
            assert {"ac.card", "en.why", "en.end", "en.who"} <= standing
            assert "iv.q" in await crawl(found, people.director, "interviews")
            assert "un.list" in await crawl(found, people.psychologist, "un.list:0")
            assert "mw.mark" in await crawl(found, first, "mw.own")


async def asked(found: Stage, person: int) -> str:
    """The button that asks for another in the offer that came, if one did."""
    shown = [m for m in await found.people.messages(person) if "Пары сложились" in m["text"]]
    return next((data for m in shown for data in offered(m) if data.startswith("ac.other")), "")


async def test_an_interview_with_its_day_and_a_note(sqlite_url: str) -> None:
    async with stage(sqlite_url) as found:
        people = await cast(found, MENTORS[:1])
        await answered(found, people, "потише")
        director = people.director
        await menu(found, director, "Собеседования", MENTORS[0], "Записать")
        await tapped(found, director, "Отчасти", "Дописать позже")
        shown = await found.people.last(director)
        assert "Собеседование записано не до конца" in shown["text"]
        await tapped(found, director, "Дата")
        refused = await found.people.say(director, "через неделю")
        assert "Нужен день, который уже был" in refused["text"]
        kept = await found.people.say(director, "вчера")
        assert "Отмечено 1 из 2" in kept["text"]
        await tapped(found, director, "Заметка")
        noted = await found.people.say(director, "волнуется, но хочет")
        assert "волнуется, но хочет" in noted["text"]
        await tapped(found, director, "Продолжить")
        assert "Вопрос 2 из 9" in (await found.people.last(director))["text"]
        seen = await menu(found, people.curator, "Собеседования", MENTORS[0])
        assert "волнуется" not in seen["text"]
        assert "Отмечено" not in seen["text"]
        assert "Записать" not in labels(seen)


async def test_the_round_table_in_words(sqlite_url: str) -> None:
    async with stage(sqlite_url) as found:
        people = await cast(found, MENTORS[:1])
        await menu(found, people.curator, "Подбор пар", "Приказы", "Круглый стол")
        vague = await found.people.say(people.curator, "скоро")
        assert "Нужны день и время вместе" in vague["text"]
        asked = await found.people.say(people.curator, "послезавтра в 15:00")
        assert "Где?" in asked["text"]
        ready = await found.people.say(people.curator, "актовый зал")
        assert "актовый зал" in ready["text"]
        assert "Приглашение получат 6 человек" in ready["text"]
        sent = (await tapped(found, people.curator, "Пригласить всех"))["last"]
        assert sent["text"] == "Приглашено: 6."
        for person in (people.director, *people.mentees):
            assert "начало пути" in (await found.people.last(person))["text"]
