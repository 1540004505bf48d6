"""Groups: little is said there, nothing about anybody, whoever presses or asks."""

from __future__ import annotations

import pytest

from storage.tables import groups
from tests.promises.bad_ground import calm, count, inject, mentee, rows, unpaced, user
from tests.promises.test_bad_links import _other_school
from tests.stage import Stage, labels, stage

__all__ = ["unpaced"]


async def _group(found: Stage, owner: int, *members: int) -> int:
    made = await found.people.post("groups", title="Школа № 6", owner=owner, members=[owner, *members])
    await found.people.post("member", chat=made["id"], do="add_bot")
    await found.people.rest()
    return made["id"]


async def _said(found: Stage, person: int, chat: int) -> list[str]:
    return [
        m["text"]
        for m in await found.people.messages(person, chat=chat)
        if m["from"]["is_bot"] and m["kind"] == "text"
    ]


async def test_nothing_personal_is_shown_in_a_group(sqlite_url: str, caplog: pytest.LogCaptureFixture) -> None:
    """Not even to the curator, not even by a forged press on the bot's own message there."""
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator = await found.curator()
            person = await mentee(found, curator)
            group = await _group(found, curator, person)
            for one in (curator, person):
                for command in ("/people", "/privacy", "/menu", "/settings", "/registers", "/start", "/start x"):
                    await found.people.say(one, command + "@uchitel_demo_bot", chat=group)
            shown = (await found.people.messages(curator, chat=group))[-1]["id"]
            for data in ("people:all:0", "card:2", "privacy", "settings", "r.file:mentee", "v.export", "c.copy:processing",
                         "f.open:mentee_entry", "home", "x", "v.back2:processing"):  # fmt: skip
                pressed = {"person": curator, "chat": group, "message": shown, "data": data, "force": True}
                answer = await found.people.post("press", **pressed)
                assert answer.get("answered") is not False, data
                await found.people.rest()
            said = " ".join(await _said(found, curator, group))
            for word in ("Сергеева", "Петрова", "Анкет", "анкет", "соглас"):
                assert word not in said, word
            assert all(not m["file"] for m in await found.people.messages(curator, chat=group))


async def test_talk_in_a_group_is_none_of_ours(sqlite_url: str, caplog: pytest.LogCaptureFixture) -> None:
    """Words, stickers, files, other bots' commands: silence, even for an administrator that hears everything."""
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator = await found.curator()
            group = await _group(found, curator)
            await found.people.post("member", chat=group, do="promote_bot")
            await found.people.rest()
            before = await _said(found, curator, group)
            for text in ("привет", "/ban@other_bot", "/help@other_bot x", "да", "=1+1", "x" * 4096):
                await found.people.say(curator, text, chat=group)
            await found.people.post("send-file", person=curator, chat=group, kind="sticker")
            await found.people.rest()
            assert await _said(found, curator, group) == before


async def test_a_group_is_bound_by_its_curator_alone(sqlite_url: str, caplog: pytest.LogCaptureFixture) -> None:
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator = await found.curator()
            person = await mentee(found, curator)
            stranger = await found.people.newcomer("Чужой")
            for one in (person, stranger):
                group = await _group(found, one)
                assert await count(found, groups) == 0
                assert any("куратор" in text for text in await _said(found, one, group))
            group = await _group(found, curator, person)
            assert [(g.chat_id, g.school_id) for g in await rows(found, groups)] == [(group, 1)]


async def test_another_schools_curator_does_not_take_a_group_over(
    sqlite_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Somebody who changes the bot's rights in a bound group does not make it another school's."""
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator = await found.curator()
            other = await _other_school(found)
            group = await _group(found, curator, other)
            bot = {"id": 1_000_001, "is_bot": True, "first_name": "b"}
            rights = {r: False for r in ("can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages",
                "can_manage_video_chats", "can_restrict_members", "can_promote_members", "can_change_info",
                "can_invite_users", "can_post_stories", "can_edit_stories", "can_delete_stories")}  # fmt: skip
            change = {
                "chat": {"id": group, "type": "group", "title": "x"},
                "from": user(other),
                "date": 1,
                "old_chat_member": {"status": "member", "user": bot},
                "new_chat_member": {"status": "administrator", "user": bot, **rights},
            }
            await inject(found, my_chat_member=change)
            await found.people.rest()
            assert [(g.chat_id, g.school_id) for g in await rows(found, groups)] == [(group, 1)]


async def test_a_press_in_a_group_leaves_its_message_alone(
    sqlite_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator = await found.curator()
            group = await _group(found, curator)
            await found.people.say(curator, "/help@uchitel_demo_bot", chat=group)
            before = await found.people.messages(curator, chat=group)
            pressed = {
                "person": curator,
                "chat": group,
                "message": before[-1]["id"],
                "data": "people:all:0",
                "force": True,
            }
            await found.people.post("press", **pressed)
            await found.people.rest()
            after = await found.people.messages(curator, chat=group)
            assert [(m["id"], m["text"], labels(m)) for m in after] == [
                (m["id"], m["text"], labels(m)) for m in before
            ]
