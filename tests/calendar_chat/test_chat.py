"""«Календарь школы» in the chat: the curator's words, a table, the usual breaks, the week."""

from __future__ import annotations

from tests.promises.bad_ground import force, mentee, unpaced
from tests.scenarios.test_plan import pressed
from tests.stage import Stage, labels, stage

__all__ = ["unpaced"]


async def opened(found: Stage, curator: int) -> dict[str, object]:
    await found.people.say(curator, "/settings")
    return await pressed(found, curator, "Календарь школы")


async def test_words_add_periods_and_a_press_takes_them_out(database_url: str) -> None:
    async with stage(database_url) as found:
        curator = await found.curator()
        first = await opened(found, curator)
        assert "Учебная неделя — пять дней" in first["text"]
        shown = await found.people.say(curator, "каникулы 14.12.2026–18.12.2026\n32.12 выходной")
        assert "Добавлен 1 период" in shown["text"]
        assert "Строка 2:" in shown["text"]
        row = next(label for label in labels(shown) if "14.12.2026" in label)
        asked = (await found.people.press(curator, row))["last"]
        assert "Если убрать" in asked["text"]
        gone = await pressed(found, curator, "Убрать")
        assert not any("14.12.2026" in label for label in labels(gone))


async def test_the_usual_breaks_are_one_tap_and_the_week_another(sqlite_url: str) -> None:
    async with stage(sqlite_url) as found:
        curator = await found.curator()
        offered = await opened(found, curator)
        assert "летние каникулы" in offered["text"]
        taken = await pressed(found, curator, "Взять обычные")
        assert any("летние каникулы" in label for label in labels(taken))
        assert "Взять обычные" not in labels(taken)
        six = await pressed(found, curator, "Неделя: 6 дней")
        assert "шесть дней" in six["text"]
        assert "Неделя: 5 дней" in labels(six)


async def test_a_table_is_added_or_takes_the_place_of_the_year(sqlite_url: str) -> None:
    async with stage(sqlite_url) as found:
        curator = await found.curator()
        await opened(found, curator)
        await found.people.say(curator, "каникулы 14.12.2026–18.12.2026")
        await pressed(found, curator, "Таблицей")
        table = "с;по;что;название\n11.01.2027;15.01.2027;каникулы;Неделя языков\n"
        shown = await found.people.send_file(curator, "дни.csv", table.encode())
        assert "Добавлен 1 период" in shown["text"]
        assert sum("2026" in x or "2027" in x for x in labels(shown)) == 2
        await pressed(found, curator, "Таблицей")
        await pressed(found, curator, "Заменить прежние")
        spoilt = await found.people.send_file(curator, "дни.csv", (table + "никогда;;каникулы;\n").encode())
        assert "Ничего не заменено" in spoilt["text"]
        await pressed(found, curator, "Таблицей")
        await pressed(found, curator, "Заменить прежние")
        replaced = await found.people.send_file(curator, "дни.csv", table.encode())
        assert "Календарь заменён: 1 период" in replaced["text"]
        assert [x for x in labels(replaced) if "·" in x] == ["11.01.2027–15.01.2027 · Неделя языков"]
        await pressed(found, curator, "Таблицей")
        odd = await found.people.send_file(curator, "дни.pdf", b"%PDF-1.4")
        assert "не похоже на таблицу" in odd["text"]


async def test_only_a_curator_reaches_it(sqlite_url: str) -> None:
    async with stage(sqlite_url) as found:
        curator = await found.curator()
        person = await mentee(found, curator)
        for data in ("calendar", "cal.week:6", "cal.usual", "cal.table:add", "cal.drop:1"):
            answer = await force(found, person, data)
            assert "нужная роль" in (answer.get("toast") or "") + (await found.people.last(person))["text"], data
