"""Files a curator may send for a questionnaire: rubbish, bombs, books; and what others notice of it: nothing."""

from __future__ import annotations

import asyncio

from mentoring.documents.qr import qr_png
from tests.promises.bad_ground import calm, mentee
from tests.promises.test_bad_files import bomb, lying_bomb, sheet
from tests.scenarios.publishing_ground import MOOD, asked, book, go, post, published, send, since, unpaced
from tests.stage import labels, stage

__all__ = ["unpaced"]
HEAD = ("type", "name", "label", "relevant")


async def test_rubbish_is_answered_kindly_and_the_next_file_is_taken(sqlite_url, unpaced, caplog):
    files = {
        "bomb.xlsx": (bomb(), "опасно"),
        "lying.xlsx": (lying_bomb(), "не файл анкеты"),
        "half.xlsx": (sheet([HEAD, ("text", "a", "A", "")])[:-200], "повреждён"),
        "picture.png": (b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "не файл анкеты"),
        "program.exe": (b"MZ" + b"\0" * 5000, "не файл анкеты"),
        "empty.xlsx": (b" ", "не файл анкеты"),
        "empty.md": (b" ", "листа «survey»"),
        "nothing.xlsx": (book({"survey": []}), "нет вопросов"),
        "locked.xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 3000, "повреждён"),
        "big.csv": (b"x" * 2_100_000, "больше 2000 КБ"),
        "id.md": (MOOD.replace("| mood |", "| моё настроение |").encode(), "form_id «моё настроение» не подходит"),
        "\u202egnp...\\..\\evil": (b"\0" * 50, "не файл анкеты"),
    }
    with calm(caplog, "fetch.form_gave_up"):
        async with stage(sqlite_url) as found:
            curator = await asked(found)
            for name, (data, why) in files.items():
                last = await found.people.last(curator)
                shown = await send(found, curator, data, name)
                assert shown["id"] > last["id"], name
                assert why in shown["text"], (name, shown["text"])
                assert "пришлите файл сюда ещё раз" in shown["text"]
                assert labels(shown), name
            assert "Опубликовать" in labels(await send(found, curator, MOOD)), "still asked for"


async def test_a_book_of_faults_is_a_screen_and_a_file(sqlite_url, unpaced, caplog):
    rows = [HEAD, *(("text", f"q{n}", f"Вопрос {n}", "${nobody} = 1") for n in range(1999))]
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator = await asked(found)
            last = await found.people.last(curator)
            shown = await send(found, curator, book({"survey": rows}), "book.xlsx")
            assert len(shown["text"]) < 2_000, "one screen of a telephone"
            assert "2000 мест" in shown["text"].replace("\u00a0", "")
            assert "лист survey, строка 11, столбец relevant" in shown["text"]
            assert "И ещё" in shown["text"]
            sent = [m for m in await found.people.messages(curator, after=last["id"]) if m["file"]]
            (listed,) = [m for m in sent if m["from"]["is_bot"]]
            lines = (await found.people.download(listed)).decode("utf-8-sig").split("\r\n")
            assert len(lines) == 1000
            assert lines[0] == "лист survey: Вопросов слишком много. Предел: 300."
            assert (
                lines[900] == "лист survey, строка 901, столбец relevant: Вопроса с именем «nobody» в анкете нет."
            )


async def test_what_is_odd_is_said_once_above_the_preview(sqlite_url, unpaced, caplog):
    source = """
| survey |
| | type | name | label | relevant | x_revers |
| | integer | years | Сколько лет вы в школе? | | |
| | text | never | Кого не спросят? | ${years} > 3 and ${years} < 2 | |
| | note | a | Спасибо <b>&</b> | | |
"""
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator = await asked(found)
            last = await found.people.last(curator)
            shown = await send(found, curator, source, "Для пар (2).md")
            told = await since(found, curator, last)
            assert "1 вопрос, похоже, никто не увидит, как бы ни отвечал: «Кого не спросят?»" in told
            assert "анкета названа по файлу: dlya_par" in told, told
            assert "люди увидят название «dlya_par»" in told
            assert "похоже, никто не увидит" not in shown["text"]
            assert "Опубликовать" in labels(shown)


async def test_a_voice_or_a_picture_is_no_file(sqlite_url, unpaced, caplog):
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator = await asked(found)
            shown = await found.people.send_file(curator, "a.png", qr_png("https://t.me/a"), kind="photo")
            assert shown["text"]
            assert labels(shown)
            assert "Опубликовать" in labels(await send(found, curator, MOOD))


def _heavy() -> bytes:
    """Two thousand rows, each with something to read and something wrong: seconds of work."""
    rows = [(f"select_one l{n}", f"q{n}", f"Вопрос {n}", "${nobody} = 1 and ${q0} != 'x'") for n in range(1999)]
    return book({"survey": [HEAD, *rows]})


async def test_others_chat_on_while_a_file_is_read_and_the_sender_sees_typing(
    sqlite_url, unpaced, caplog, monkeypatch
):
    heavy = _heavy()
    monkeypatch.setattr("bot.telegram.fetch.PATIENCE", 0.2)
    calls = []
    with calm(caplog, "fetch.form_gave_up"):
        async with stage(sqlite_url) as found:
            curator = await asked(found)
            other = await mentee(found, curator)
            await asked(found, curator)
            assert found.app is not None
            call = found.app.transport.call

            async def listening(method, payload, **more):
                calls.append((method, payload))
                return await call(method, payload, **more)

            monkeypatch.setattr(found.app.transport, "call", listening)
            await post(found, curator, "heavy.xlsx", heavy)
            before = (await found.people.last(curator))["id"]
            answered = 0
            while (await found.people.last(curator))["id"] == before:
                last = (await found.people.last(other))["id"]
                await found.people.post("say", person=other, chat=other, text="/menu")
                while (await found.people.last(other))["id"] == last:
                    await asyncio.sleep(0.01)
                answered += (await found.people.last(curator))["id"] == before
            assert answered >= 3, "somebody else was answered again and again meanwhile"
            typing = [payload for method, payload in calls if method == "sendChatAction"]
            assert typing
            assert all(f'"chat_id": {curator}' in payload for payload in typing)
            await found.people.rest()
            shown = await found.people.last(curator)
            assert "Предел: 300" in shown["text"]
            after = len(typing)
            await asyncio.sleep(0.3)
            assert len([1 for method, _ in calls if method == "sendChatAction"]) == after, (
                "no typing after the answer"
            )


async def test_a_file_beside_the_request_is_a_list_of_people_as_ever(sqlite_url, unpaced, caplog):
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator = await asked(found)
            await go(found, curator, "i.list")
            people = sheet([("Фамилия Имя Отчество", "Роль"), ("Иванов Иван Иванович", "наставник")])
            await send(found, curator, people, "people.xlsx")
            said = "\n".join(m["text"] for m in await found.people.messages(curator))
            assert "1 личная ссылка" in said


async def test_the_trial_leads_through_the_form_and_back(sqlite_url, unpaced, caplog):
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator = await asked(found)
            await send(found, curator, MOOD)
            shown = (await found.people.press(curator, "Пройти пробу"))["last"]
            assert "Настроение недели" in shown["text"]
            await found.people.press(curator, "Начать")
            await found.people.press(curator, "Да")
            await found.people.say(curator, "Педсовет")
            over = (await found.people.press(curator, "Отправить"))["last"]
            back = (await found.people.press(curator, "К анкете"))["last"]
            assert over["id"] == back["id"]
            assert "не опубликована" in back["text"]
            await published(found, curator, MOOD)
            card = (await go(found, curator, "q.form:mood"))["last"]
            assert "Пройти пробу" in labels(card)
            assert "Кому и когда дать" in labels(card)
