"""A curator sends a questionnaire of the school's own: faults, preview, publishing, versions, going back."""

from __future__ import annotations

import handlers
from tests.promises.bad_ground import calm, force, mentee
from tests.scenarios.publishing_ground import (
    BROKEN,
    LATER,
    MOOD,
    asked,
    button,
    go,
    published,
    send,
    unpaced,
)  # fmt: skip
from tests.stage import labels, stage

__all__ = ["unpaced"]


async def test_a_broken_file_is_told_all_its_faults_and_the_mended_one_is_published(database_url, unpaced, caplog):
    with calm(caplog):
        async with stage(database_url) as found:
            curator = await asked(found)
            shown = await send(found, curator, BROKEN)
            text = shown["text"]
            assert "нашлись 3 места" in text
            assert "лист survey, строка 2, столбец type: Списка «nolist» нет на листе choices." in text
            assert "лист survey, строка 3, столбец relevant: Вопроса с именем «godo» в анкете нет." in text
            assert "лист survey, строка 4, столбец type: Вопрос вида «geopoint» в чате задать нельзя." in text
            assert "пришлите файл сюда ещё раз" in text
            shown = await send(found, curator, MOOD)
            for said in ("Настроение недели", "2 вопроса, около 1 минуты", "Кому: Наставляемый",
                         "Когда: в середине года", "Ответы: с именами", "5 дней"):  # fmt: skip
                assert said in shown["text"]
            assert labels(shown) == ["Пройти пробу", "Опубликовать", "Не публиковать"]
            done = await found.people.press(curator, "Опубликовать")
            assert "опубликована" in done["last"]["text"]
            assert button(done["last"], "sv.new") == "sv.new:mood"
            listed = (await go(found, curator, "q.list"))["last"]
            assert "1. Настроение недели\n2 вопроса · школьная, с " in listed["text"]
            card = (await go(found, curator, "q.form:mood"))["last"]
            assert "Действует школьная версия" in card["text"]
            assert "2 вопроса · действует" in card["text"]


async def test_a_second_version_says_what_changes_and_replaces_the_first(sqlite_url, unpaced, caplog):
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator = await found.curator()
            await asked(found, curator)
            older = await send(found, curator, MOOD)
            shown = await send(found, curator, LATER)
            assert "её заменит" not in shown["text"], "nothing is in force yet"
            await found.people.press(curator, "Опубликовать")
            outdated = await found.people.press(curator, "Опубликовать", message=older["id"])
            assert "устарел" in outdated["toast"]
            shown = next(m for m in await found.people.messages(curator) if m["id"] == older["id"])
            assert "её заменит" in shown["text"], "a fresh preview with what would change now"
            assert "Не станет вопросов: 1. «Сколько дней удалось отдохнуть?»" in shown["text"]
            assert "Изменятся вопросы: 1. «Что запомнилось?»" in shown["text"]
            await found.people.press(curator, "Опубликовать", message=older["id"])
            card = (await go(found, curator, "q.form:mood"))["last"]
            assert "3 вопроса · заменена" in card["text"]
            assert "2 вопроса · действует" in card["text"]
            again = await send(found, await asked(found, curator), LATER)
            assert "Новых вопросов: 1. «Сколько дней удалось отдохнуть?»" in again["text"]
            assert "Назад" in "".join(labels(again)), "it was in force before: nothing to decline"


async def test_pressed_twice_is_published_once(sqlite_url, unpaced, caplog):
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator = await asked(found)
            shown = await send(found, curator, MOOD)
            data = button(shown, "q.publish")
            first, second = await go(found, curator, data), await go(found, curator, data)
            assert first["toast"] == "Опубликовано"
            assert second["toast"] == "Эта версия уже опубликована"
            card = (await go(found, curator, "q.form:mood"))["last"]
            assert "присылала версий: 1" in card["text"]


async def test_what_is_not_published_is_seen_by_nobody(sqlite_url, unpaced, caplog):
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator = await asked(found)
            await send(found, curator, MOOD)
            declined = await found.people.press(curator, "Не публиковать")
            assert declined["toast"] == "Не опубликована: Настроение недели"
            assert "Настроение" not in declined["last"]["text"]
            card = (await go(found, curator, "q.form:mood"))["last"]
            assert "не опубликована" in card["text"]
            assert "Кому и когда дать" not in labels(card)
            versions = (await found.people.press(curator, "Прежние версии"))["last"]
            (row,) = [b["data"] for line in versions["buttons"] for b in line if b["data"].startswith("q.preview")]
            again = (await go(found, curator, row))["last"]
            assert "Опубликовать" in labels(again), "a change of mind is one press away"


async def test_the_schools_own_can_be_taken_back(sqlite_url, unpaced, caplog):
    """One that replaced a shipped questionnaire gives way to it, one of the school's alone goes."""
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator = await found.curator()
            shipped = MOOD.replace("| mood |", "| mentor_before |")
            await published(found, curator, shipped, "mentor_before.md")
            await go(found, curator, "q.form:mentor_before")
            ask = (await found.people.press(curator, "Вернуть исходную"))["last"]
            assert "получит исходную" in ask["text"]
            assert labels(ask)[0].endswith("Назад"), "the safe choice comes first"
            back = button(ask, "q.back2")
            card = (await found.people.press(curator, "Да, вернуть исходную"))["last"]
            assert "Действует исходная версия" in card["text"]
            assert "Действует исходная версия" in (await go(found, curator, back))["last"]["text"], "once more"
            await published(found, curator, MOOD)
            await go(found, curator, "q.form:mood")
            await found.people.press(curator, "Убрать")
            gone = (await found.people.press(curator, "Да, убрать"))["last"]
            assert "люди её не видят" in gone["text"], gone["text"]


async def test_another_school_never_sees_it(sqlite_url, unpaced, caplog):
    with calm(caplog):
        async with stage(sqlite_url) as found:
            mine, other = await found.curator(), await found.curator("Борисова Вера Ильинична")
            await asked(found, mine)
            shown = await send(found, mine, MOOD)
            forged = [button(shown, route) for route in ("q.publish", "q.drop", "f.try")]
            row = forged[1].split(":")[1]
            for data in (
                *forged,
                f"q.preview:{row}",
                f"q.back:{row}",
                f"q.back2:{row}",
                "q.form:mood",
                "q.file:mood",
            ):
                answer = await go(found, other, data)
                assert "Настроение" not in answer["last"]["text"], data
                assert "устарел" in (answer["toast"] or ""), data
            await found.people.press(mine, "Опубликовать", message=shown["id"])
            for page in range(5):
                assert "Настроение" not in (await go(found, other, f"q.page:{page}"))["last"]["text"]
            assert "устарел" in (await go(found, other, "q.form:mood"))["toast"]
            await asked(found, other)
            theirs = await send(found, other, LATER)
            assert "её заменит" not in theirs["text"], "their own version has nothing to replace"


async def test_only_a_curator_comes_near(sqlite_url, unpaced, caplog):
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator = await asked(found)
            shown = await send(found, curator, MOOD)
            person = await mentee(found, curator)
            row = button(shown, "q.drop").split(":")[1]
            routes = ("q.list", "q.send", "q.template", "q.form:mood", "q.file:mentee_entry", "q.past:mood:0",
                      f"q.preview:{row}", f"q.publish:{row}:0", f"q.drop:{row}", f"q.back:{row}", f"q.back2:{row}")  # fmt: skip
            for data in routes:
                before = (await found.people.last(person))["id"]
                answer = await force(found, person, data)
                await found.people.rest()
                assert "нужная роль" in answer["toast"], data
                assert (await found.people.last(person))["id"] == before
            assert "не опубликована" in (await go(found, curator, "q.form:mood"))["last"]["text"]


async def test_words_instead_of_a_file_get_a_kind_word(sqlite_url, unpaced, caplog):
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator = await asked(found)
            said = await found.people.say(curator, "а какой файл?")
            assert "нужен файл с анкетой" in said["text"]
            assert "Скачать образец" in labels(said)
            shown = await send(found, curator, MOOD)
            assert "Опубликовать" in labels(shown), "still waited for"


async def test_the_template_and_a_downloaded_questionnaire_come_back_accepted(sqlite_url, unpaced, caplog):
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator = await found.curator()
            await go(found, curator, "q.template")
            sample = next(m for m in reversed(await found.people.messages(curator)) if m["file"])
            shown = await send(found, curator, await found.people.download(sample), "questionnaire (1).xlsx")
            assert "Опубликовать" in labels(shown), shown["text"]
            await go(found, curator, "q.file:mentee_entry")
            own = next(m for m in reversed(await found.people.messages(curator)) if m["file"])
            assert own["file"]["name"] == "mentee_entry.xlsx"
            await asked(found, curator)
            same = await send(found, curator, await found.people.download(own), "mentee_entry.xlsx")
            assert "эта версия её заменит" not in same["text"], "the very version that ships"


async def test_what_registers_and_matching_rely_on_is_missed_aloud(sqlite_url, unpaced, caplog):
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator = await asked(found)
            shown = await send(found, curator, MOOD.replace("| mood |", "| mentee_entry |"), "mentee_entry.md")
            assert "по ответам на которые заполняются базы и подбираются пары" in shown["text"]
            assert "её заменит" in shown["text"]
            assert "Опубликовать" in labels(shown), "a warning, the decision is the curator's"
            assert len(shown["text"]) < 1_500, "one screen of a telephone"


async def test_what_was_promised_about_names_cannot_be_changed_under_way(sqlite_url, unpaced, caplog):
    """Given with names while people read "without names", or the other way round: refused in words."""
    nameless = MOOD.replace("| x_expiry |", "| x_expiry | x_anonymous |").replace("| 5 |", "| 5 | yes |")
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator = await asked(found)
            entry = await send(found, curator, nameless.replace("| mood |", "| mentee_entry |"), "mentee_entry.md")
            assert "обещание было бы неправдой" in entry["text"]
            assert "Опубликовать" not in labels(entry)
            await published(found, curator, MOOD)
            await mentee(found, curator)
            await go(found, curator, "sv.new:mood")
            day = button(await found.people.last(curator), "sv.ask")
            await go(found, curator, day)
            await go(found, curator, button(await found.people.last(curator), "sv.open"))
            await asked(found, curator)
            other = await send(found, curator, nameless)
            assert "сейчас идёт опрос" in other["text"]
            assert "Опубликовать" not in labels(other)
            row = button(other, "f.try").split(":")[1]
            card = (await go(found, curator, "q.form:mood"))["last"]
            current = button(card, "q.back").split(":")[1]
            forged = await force(found, curator, f"q.publish:{row}:{current}")
            assert "сейчас идёт опрос" in forged["toast"]
            taken = await force(found, curator, f"q.back2:{current}")
            assert "сейчас идёт опрос" in taken["toast"]
            assert "Ответы: с именами" in (await go(found, curator, "q.form:mood"))["last"]["text"]


async def test_who_is_in_the_middle_is_counted_before_a_new_version(sqlite_url, unpaced, caplog):
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator = await found.curator()
            person = await mentee(found, curator)
            await go(found, person, "f.open:mentee_entry")
            await found.people.press(person, "Начать")
            await asked(found, curator)
            shown = await send(found, curator, MOOD.replace("| mood |", "| mentee_entry |"), "mentee_entry.md")
            assert "Сейчас её заполняет 1 человек" in shown["text"]
            await found.people.press(curator, "Опубликовать")
            went_on = (await go(found, person, "f.open:mentee_entry"))["last"]
            assert labels(went_on), went_on["text"]


async def test_forged_and_cut_presses_are_stale(sqlite_url, unpaced, caplog):
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator = await found.curator()
            for data in ("q.page", "q.page:x", "q.form", "q.form:", "q.form:nobody", "q.file:../x", "q.past:mood",
                         "q.preview:999999", "q.publish:1", "q.publish:1:x", "q.drop:0", "q.back2:999999999999999999"):  # fmt: skip
                answer = await go(found, curator, data)
                assert "устарел" in (answer["toast"] or ""), data
            far = (await go(found, curator, "q.page:999"))["last"]
            assert "Анкеты школы" in far["text"], "a page beyond the last is the last"


async def test_every_button_leads_somewhere(sqlite_url, unpaced):
    known = handlers.routes().presses
    async with stage(sqlite_url) as found:
        curator = await asked(found)
        screens = [await send(found, curator, BROKEN), await send(found, curator, MOOD)]
        screens.append((await found.people.press(curator, "Опубликовать"))["last"])
        more = ("q.list", "q.page:1", "q.send", "q.form:mood", "q.form:mentee_entry", "q.past:mood:0")
        screens += [(await go(found, curator, data))["last"] for data in more]
        datas = [b["data"] for screen in screens for row in screen["buttons"] for b in row]
        assert {data.split(":")[0] for data in datas} <= known.keys()
        assert max(len(data.encode()) for data in datas) <= 64
        assert all(len(label) <= 60 for screen in screens for label in labels(screen))
