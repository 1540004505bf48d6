"""A curator goes through a whole year of steps, month by month, from August to August; and who sees nothing of it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

import handlers
from storage.tables import people
from tests.promises.bad_ground import calm, force, member, mentee, unpaced, write
from tests.scenarios.matching_ground import tapped
from tests.stage import Stage, labels, stage

__all__ = ["unpaced"]
YEAR = 2027  # the first August that is ahead of any clock the sandbox may start with


def moment(month: int, day: int) -> str:
    """Noon in Moscow in the school year."""
    return datetime(YEAR + (month < 8), month, day, 9, tzinfo=UTC).isoformat()


async def exactly(found: Stage, person: int, *buttons: str) -> dict[str, Any]:
    for button in buttons:
        shown = await found.people.last(person)
        assert button in labels(shown), (button, labels(shown), shown["text"])
        await found.people.press(person, button)
    return await found.people.last(person)


async def opened(found: Stage, person: int, step: str) -> dict[str, Any]:
    """A step's screen from the month's list."""
    await found.people.say(person, "/menu")
    shown = await exactly(found, person, "Дорожная карта", "Этот месяц")
    while step not in labels(shown):
        shown = await exactly(found, person, "Дальше ›")
    return await exactly(found, person, step)


async def closed(found: Stage, person: int, step: str) -> None:
    """From a list that shows it, and back to it."""
    shown = await exactly(found, person, step)
    if "Открыть снова" not in labels(shown):  # closed in an earlier month of its window
        shown = await exactly(found, person, "Готово")
        assert "Состояние: сделано" in shown["text"], shown["text"]
    await exactly(found, person, "‹ Назад")


async def _september(found: Stage, curator: int) -> None:
    """One is put off, one is dropped, one is closed too early and opened again."""
    await opened(found, curator, "Шаг 14")
    await exactly(found, curator, "Перенести")
    await found.people.say(curator, "до 20 ноября")
    shown = await exactly(found, curator, "Не хватает времени")
    assert "до 20 ноября" in shown["text"] or "20 ноября 2027" in shown["text"]
    await opened(found, curator, "Шаг 12")
    shown = await exactly(found, curator, "Изменить", "Не делать")
    assert "напоминания прекратятся" in shown["text"]
    dropped = await found.people.say(curator, "Реестр остался прошлогодний")
    assert "Почему не делаем: Реестр остался прошлогодний" in dropped["text"]
    await opened(found, curator, "Шаг 10")
    shown = await exactly(found, curator, "Готово", "Открыть снова")
    assert "Состояние: идёт" in shown["text"]


async def _dated(found: Stage, curator: int) -> None:
    """The step whose date somebody else sets."""
    await found.people.say(curator, "/menu")
    await exactly(found, curator, "Дорожная карта", "Все шаги", "Шаг 5", "Изменить", "Сроки")
    vague = await found.people.say(curator, "когда-нибудь")
    assert "Не получилось понять сроки" in vague["text"]
    dated = await found.people.say(curator, "с 7 по 25 февраля")
    assert "7 февраля 2028 – 25 февраля 2028" in dated["text"]


@pytest.mark.slow
async def test_a_year_of_steps_from_august_to_august(sqlite_url: str, caplog: pytest.LogCaptureFixture) -> None:
    with calm(caplog):
        async with stage(sqlite_url) as found:
            await found.people.post("clock", to=moment(8, 3))
            curator = await found.curator()
            younger = await mentee(found, curator)
            await _sees_nothing(found, younger)
            done: set[str] = set()
            for month in (8, 9, 10, 11, 12, 1, 2, 3, 4, 5, 6, 7):
                await found.people.post("clock", to=moment(month, 12))
                if month == 9:
                    await _september(found, curator)
                if month == 1:
                    await _dated(found, curator)
                done |= await _month(found, curator, month)
            assert len(done) == 27, "all but those that go on all year"
            await _reminded(found, curator)
            await found.people.post("clock", to=moment(8, 3).replace(str(YEAR), str(YEAR + 1)))
            await _next_year(found, curator)


async def _month(found: Stage, curator: int, month: int) -> set[str]:
    """Close whatever is open this month, page by page; what goes on all year stays."""
    skipped = {"Шаг 19", "Шаг 23"} | ({"Шаг 14"} if month == 9 else set()) | ({"Шаг 12"} if month > 8 else set())
    await found.people.say(curator, "/menu")
    shown, steps = await exactly(found, curator, "Дорожная карта", "Этот месяц"), set[str]()
    while True:
        here = [label for label in labels(shown) if label.startswith("Шаг ")]
        for step in here:
            if step not in skipped:
                await closed(found, curator, step)
        steps |= set(here)
        if "Дальше ›" not in labels(shown):
            return steps - {"Шаг 19", "Шаг 23"}
        shown = await exactly(found, curator, "Дальше ›")


async def _reminded(found: Stage, curator: int) -> None:
    """What had a window was announced; what was closed in time was never called late."""
    heard = "\n".join(m["text"] for m in await found.people.messages(curator))
    assert "Пора начинать шаг 9" in heard
    assert "Пора начинать шаг 21" in heard
    assert "У шага 19" in heard, "nobody is the psychologist"
    assert "был до" not in heard
    assert heard.count("Известно ли, когда будет шаг 5") == 0, "it is asked of the administration"


async def _next_year(found: Stage, curator: int) -> None:
    await found.people.say(curator, "/menu")
    shown = await exactly(found, curator, "Дорожная карта")
    assert f"Дорожная карта {YEAR + 1}/{YEAR + 2}" in shown["text"]
    empty = await exactly(found, curator, "По этапам", "Запуск программы")
    assert "Шагов запуска в этом году нет" in empty["text"]
    await exactly(found, curator, "‹ Назад", "‹ Назад", "Файлы и история", "История")


async def _sees_nothing(found: Stage, outsider: int) -> None:
    """Neither a button nor any forged press shows a mentee anything of the roadmap."""
    menu = await found.people.say(outsider, "/menu")
    assert "Дорожная карта" not in labels(menu)
    routes = [name for name in handlers.routes().presses if name == "rm" or name.startswith("rm.")]
    assert len(routes) > 30
    for name in routes:
        await force(found, outsider, f"{name}:1:0:h:0:1:1")
        shown = (await found.people.last(outsider))["text"]
        assert "Шаг " not in shown, name
        assert "Сергеева" not in shown, name


FINAL = ("rm.done", "rm.why", "rm.open", "rm.isback")
OFFERED = ("rm.res", "rm.post", "rm.change", "rm.who", "rm.log1", "rm.word", "rm.move", "rm.drop")


@pytest.mark.slow
async def test_every_screen_opens_in_both_languages(sqlite_url: str, caplog: pytest.LogCaptureFixture) -> None:
    with calm(caplog):
        async with stage(sqlite_url) as found:
            await found.people.post("clock", to=moment(11, 12))
            curator = await found.curator()
            director = await member(found, curator, "Орлов Пётр Ильич", "Директор")
            made = await _crawl(found, curator)
            assert set(OFFERED) <= made, set(OFFERED) - made
            english = people.update().where(people.c.tg_id == director).values(language="en")
            await write(found, lambda c: c.execute(english))
            said = await _crawl(found, director)
            assert {"rm.step", "rm.list", "rm.people", "rm.picture"} <= said
            assert "rm.change" not in said, "the plan is the curator's"
            await force(found, director, "rm")
            await found.people.rest()
            assert "Roadmap 2027/2028" in (await found.people.last(director))["text"]


async def _crawl(found: Stage, person: int) -> set[str]:
    """Everything reachable from the first screen, each kind of press once; labels and presses within their limits."""
    waiting, seen, count = ["rm"], set[str](), dict[str, int]()
    while waiting:
        data = waiting.pop(0)
        route = data.split(":")[0]
        if data in seen or route in FINAL or count.get(route, 0) >= (4 if route == "rm.step" else 1):
            continue
        seen.add(data)
        count[route] = count.get(route, 0) + 1
        await force(found, person, data)
        await found.people.rest()
        shown = await found.people.last(person)
        assert not any(word in shown["text"] for word in ("сломалось", "went wrong")), data
        assert labels(shown) or shown["file"], (data, shown["text"])
        rows = shown["buttons"] or []
        assert len(rows) <= 8, data
        pressed = [button.get("data") or "" for row in rows for button in row]
        assert all(len(one.encode()) <= 64 for one in pressed), data
        waiting += [one for one in pressed if one == "rm" or one.startswith("rm.")]
    return set(count)


async def test_a_file_a_stale_press_and_a_plan_in_a_table(sqlite_url: str) -> None:
    async with stage(sqlite_url) as found:
        await found.people.post("clock", to=moment(11, 12))
        curator = await found.curator()
        await opened(found, curator, "Шаг 20")
        old = (await found.people.last(curator))["buttons"]
        done = next(button["data"] for row in old for button in row if button["text"] == "Готово")
        await exactly(found, curator, "Результаты")
        kept = await found.people.send_file(curator, "протокол.pdf", b"%PDF-1.4")
        assert "1. файл" in kept["text"]
        noted = await found.people.say(curator, "Протокол <b>&</b> подписан")
        assert "2. Протокол <b>&</b> подписан" in noted["text"]
        await exactly(found, curator, "Прислать файлы")
        assert any(m["file"] for m in await found.people.messages(curator))
        await exactly(found, curator, "‹ Назад", "Перенести")
        await tapped(found, curator, "дек")
        await exactly(found, curator, "Ждём людей")
        answer = await force(found, curator, done)
        assert "устарел" in str(answer)
        assert "Состояние: идёт" in (await found.people.last(curator))["text"]
        await found.people.say(curator, "/menu")
        await exactly(found, curator, "Дорожная карта", "Файлы и история", "План из таблицы")
        table = "Мероприятие;Сроки;Результат\nДень наставника;2 марта;\nБез срока;;итог\n"
        read = await found.people.send_file(curator, "план.csv", table.encode())
        assert "Добавлено: 1" in read["text"]
        assert "Строка 3, столбец B" in read["text"]
