"""Typed where a button is due and the other way round; strange characters; media; all the way into spreadsheets."""

from __future__ import annotations

from typing import Any

import pytest

from storage.tables import answers, consents, focus, people, schools
from tests.promises.bad_ground import calm, count, force, inject, invitation, mentee, message, rows, unpaced
from tests.stage import Stage, labels, stage

__all__ = ["unpaced"]
MEDIA = (
    "sticker",
    "voice",
    "photo",
    "contact",
    "location",
    "video",
    "video_note",
    "audio",
    "animation",
    "document",
)
# What Telegram may send that is neither text nor any of the above.
ODDITIES: tuple[dict[str, Any], ...] = (
    {"dice": {"emoji": "🎲", "value": 3}},
    {"venue": {"location": {"latitude": 1, "longitude": 1}, "title": "x", "address": "y"}},
    {"game": {"title": "g", "description": "d", "photo": []}},
    {"story": {"chat": {"id": 5, "type": "private"}, "id": 7}},
    {"poll": {"id": "1", "question": "?", "options": [], "total_voter_count": 0, "is_closed": False,
              "is_anonymous": True, "type": "regular", "allows_multiple_answers": False}},
    {"web_app_data": {"data": "{}", "button_text": "x"}},
    {},
)  # fmt: skip
SERVICE: tuple[dict[str, Any], ...] = (
    {"message_auto_delete_timer_changed": {"message_auto_delete_time": 86400}},
    {"pinned_message": {"message_id": 5, "date": 0, "chat": {"id": 1, "type": "private"}}},
    {"write_access_allowed": {}},
)
STRANGE = (
    "<b>&", "</b>", "<script>alert(1)</script>", "&lt;&amp;", "{name}", "{ $name }", "%s %n", "\\u0000", "\\", '"', "'",
    "\u200b\u200b\u200bа", "\u202eназад", "\u2066x\u2069", "a\u0301" * 20, "👩‍👩‍👧‍👦", "\U0001f600" * 10, "=1+1", "+7 900 000-00-00",
    "@x", "-2", "=HYPERLINK(\"http://x\")", "\ufeffа", "й" * 100, "ﷺ", "\u2028a\u2029b", "a\tb\nc", "日本語", "/x y"[1:],
)  # fmt: skip
FORMULAS = ("=1+1 Ия", "+7 Пётр", "@x Анна", "-2 Олег", "=cmd|' /C calc'!A0")


async def _before_name(found: Stage) -> int:
    """A mentor who has agreed to the processing and is asked for the name."""
    curator = await found.curator()
    person = await found.people.newcomer("Мария", "П")
    await found.people.say(person, f"/start {await invitation(found, curator, 'Психолог')}")
    await found.people.press(person, "Даю согласие")
    return person


async def test_consent_is_never_guessed_from_words(sqlite_url: str, caplog: pytest.LogCaptureFixture) -> None:
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator = await found.curator()
            person = await found.people.newcomer("Мария")
            await found.people.say(person, f"/start {await invitation(found, curator, 'Наставник')}")
            for typed in ("да", "Даю согласие", "согласна", "1", "+", "👍", "нет", "c.yes:processing", "/yes"):
                shown = await found.people.say(person, typed)
                assert labels(shown), typed
            for kind in ("sticker", "voice", "contact"):
                await found.people.post("send-file", person=person, chat=person, kind=kind)
            await found.people.rest()
            assert await count(found, consents) == 1, "the curator's own"
            assert "Даю согласие" in labels(await found.people.last(person))


@pytest.mark.parametrize("before", ["stranger", "consent", "menu", "setup", "name", "form", "quiet", "list"])
async def test_whatever_is_sent_is_answered_and_answers_nothing(
    sqlite_url: str, caplog: pytest.LogCaptureFixture, before: str
) -> None:
    """A sticker, a voice, a picture, a dice: a kind word, and what was open is still open."""
    with calm(caplog):
        async with stage(sqlite_url) as found:
            person = await _stand(found, before)
            kept = await _kept(found)
            for kind in MEDIA[:6]:
                last = (await found.people.last(person))["id"]
                await _send(found, person, kind)
                assert (await found.people.last(person))["id"] > last, kind
            for number, odd in enumerate(ODDITIES):
                await inject(found, message=message(person, 910_000 + number, **odd))
            await found.people.rest()
            for number, odd in enumerate(SERVICE):
                await inject(found, message=message(person, 920_000 + number, **odd))
            await found.people.rest()
            assert await _kept(found) == kept
            assert labels(await found.people.last(person)), "a way on"


async def _kept(found: Stage) -> list[Any]:
    """What was answered, and what a typed word would answer now."""
    asked = [(f.tg_id, f.kind, f.ref) for f in await rows(found, focus)]
    return [asked, *[await rows(found, t) for t in (people, schools, answers, consents)]]


async def _stand(found: Stage, before: str) -> int:
    if before == "name":
        return await _before_name(found)
    if before == "stranger":
        person = await found.people.newcomer("Чужой")
        await found.people.say(person, "/start")
        return person
    curator = await found.curator()
    if before == "consent":
        person = await found.people.newcomer("Мария")
        await found.people.say(person, f"/start {await invitation(found, curator, 'Наставник')}")
        return person
    if before == "form":
        person = await mentee(found, curator)
        for label in ("Начать", "Начать", "Первые годы в школе"):
            await found.people.press(person, label)
        return person
    data = {"menu": "home", "setup": "s.show:0", "quiet": "t.quiet", "list": "i.list"}[before]
    await force(found, curator, data)
    await found.people.rest()
    return curator


async def _send(found: Stage, person: int, kind: str) -> None:
    if kind == "photo":
        from mentoring.documents.qr import qr_png

        await found.people.send_file(person, "p.png", qr_png("x"), "photo")
        return
    sent = await found.people.post("send-file", person=person, chat=person, kind=kind)
    assert sent["status"] == 200, sent
    await found.people.rest()


async def test_every_strange_text_is_answered_where_nothing_is_asked(
    sqlite_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator = await found.curator()
            kept = [await rows(found, t) for t in (people, schools)]
            for text in (*STRANGE, "x" * 4096, "\U0001f600" * 2048):
                last = (await found.people.last(curator))["id"]
                shown = await found.people.say(curator, text)
                assert shown["id"] > last, text
                assert labels(shown), text
            assert [await rows(found, t) for t in (people, schools)] == kept


async def test_a_name_shows_as_it_was_typed_everywhere(sqlite_url: str, caplog: pytest.LogCaptureFixture) -> None:
    """In messages, buttons, the card, the list, the registers and files; markup in it stays letters."""
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator = await found.curator()
            person = await mentee(found, curator, "Петрова Мария")
            for name in ("<b>&</b> Ия", "{ $name } Ия", "👩‍🏫 Ия", "Ия \u202e\u200b Я", *FORMULAS, "Ы" * 120):
                await force(found, person, "t.name")
                await found.people.rest()
                shown = await found.people.say(person, name)
                kept = (await rows(found, people, people.c.id == 2))[0].name
                assert kept in shown["text"], name
                assert not {"\u202e", "\u200b"} & set(kept)
                await force(found, curator, "card:2")
                await found.people.rest()
                card = await found.people.last(curator)
                assert kept in card["text"]
                await force(found, curator, "people:all:0")
                await found.people.rest()
                assert any(kept[:30] in label for label in labels(await found.people.last(curator)))


async def test_a_name_that_is_none_is_asked_for_again(sqlite_url: str, caplog: pytest.LogCaptureFixture) -> None:
    with calm(caplog):
        async with stage(sqlite_url) as found:
            person = await _before_name(found)
            for typed in ("…", "\u200b\u200b", "123", "=1+1", "😀", "Ы" * 121, "Ы" * 4096):
                shown = await found.people.say(person, typed)
                assert "букв" in shown["text"] or "длинно" in shown["text"], typed
                assert (await rows(found, people, people.c.id == 2))[0].name is None
            shown = await found.people.say(person, "Ия")
            assert "Ия" in shown["text"]


async def test_set_up_refuses_kindly_and_keeps_what_was(sqlite_url: str, caplog: pytest.LogCaptureFixture) -> None:
    with calm(caplog):
        async with stage(sqlite_url) as found:
            person = await found.people.newcomer("Анна")
            await found.people.say(person, f"/start {await found.school()}")
            await found.people.press(person, "Даю согласие")
            await found.people.say(person, "Сергеева Анна")
            wrong = {
                "name": ("x" * 161, "x" * 4096),
                "zone": ("Луна", "../../etc/passwd", "Europe", "europe/moscow\x00", "x" * 300, "+3"),
                "quiet": ("поздно", "25:00-8:00", "8-61", "20:00", "-", "٩٩:٠٠-١", "20:60-08:00", "x" * 4000),
                "cadence": ("иногда", "0", "61", "-", "9" * 400, "дня"),
                "year": ("2026", "31.02.2026-01.05.2027", "01.09.2027-01.09.2026", "01.01.2026-01.01.2036", "x"),
            }
            for step, typed in wrong.items():
                kept = await rows(found, schools)
                for text in typed:
                    shown = await found.people.say(person, text)
                    assert await rows(found, schools) == kept, (step, text)
                    assert labels(shown)
                await force(found, person, f"s.show:{list(wrong).index(step)}")
                await found.people.rest()
                await found.people.press(person, "Оставить так")
            assert (await rows(found, schools))[0].setup_step == 5


async def test_unknown_commands_point_the_way(sqlite_url: str, caplog: pytest.LogCaptureFixture) -> None:
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator = await found.curator()
            stranger = await found.people.newcomer("Чужой")
            for one in (curator, stranger):
                for command in (
                    "/nothing",
                    "/",
                    "//",
                    "/start@",
                    "/start@other",
                    "/" + "x" * 4000,
                    "/тест",
                    "/menu@x y",
                ):
                    last = (await found.people.last(one))["id"]
                    shown = await found.people.say(one, command)
                    assert shown["id"] > last, command
            for command in ("/people", "/invite", "/registers"):
                assert "Сергеева" not in (await found.people.say(stranger, command))["text"]
