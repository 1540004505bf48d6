"""The Bot API misbehaves: blocked, 429, 500, time-outs, lost answers, doubled and unreadable updates, moved groups."""

from __future__ import annotations

import asyncio
import time
from datetime import datetime
from typing import Any

import pytest

from storage.tables import groups, notices, outbox, people
from tests.promises.bad_ground import calm, count, force, mentee, rows, unpaced
from tests.stage import Stage, labels, stage

__all__ = ["unpaced"]


async def _calls(found: Stage, after: int, *methods: str) -> list[dict[str, Any]]:
    made = (await found.people.get(f"calls?after={after}"))["calls"]
    return [c for c in made if not methods or c["method"] in methods]


async def _last_call(found: Stage) -> int:
    return (await found.people.get("calls?after=0"))["last"]


async def _fault(found: Stage, kind: str, times: int = 1, **more: Any) -> None:
    asked = await found.people.post("faults", kind=kind, times=times, **more)
    assert asked["status"] == 200


async def _reachable(found: Stage, number: int = 2) -> bool:
    return (await rows(found, people, people.c.id == number))[0].reachable


async def _told(found: Stage, curator: int) -> list[str]:
    """What the curator heard of people who cannot be written to; in the morning, for it is no emergency."""
    await found.people.post("clock", next="event")
    return [m["text"] for m in await found.people.messages(curator) if "больше не может написать" in m["text"]]


@pytest.mark.parametrize("seen_first", [True, False])
async def test_a_person_who_blocks_the_bot_is_left_alone_and_the_curator_told_once(
    sqlite_url: str, caplog: pytest.LogCaptureFixture, seen_first: bool
) -> None:
    """Whether the change of status arrives first (as Telegram sends it) or a 403 does."""
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator = await found.curator()
            person = await mentee(found, curator)
            if seen_first:
                await found.people.post("member", person=person, do="block")
            else:
                await _fault(found, "403", method="sendMessage")
                await found.people.post("say", person=person, chat=person, text="/help")
            await found.people.rest()
            assert not await _reachable(found)
            if not seen_first:
                await found.people.post("member", person=person, do="block")
                await found.people.rest()
            before = await _last_call(found)
            answer = await force(found, curator, "nudge:2")
            assert answer.get("answered") is not False
            assert len(await _told(found, curator)) == 1
            assert not [c for c in await _calls(found, before) if c["params"].get("chat_id") == person], (
                "left alone"
            )
            await found.people.post("member", person=person, do="unblock")
            await found.people.rest()
            assert await _reachable(found), "healed"
            assert labels(await found.people.say(person, "/menu"))


async def test_whoever_writes_can_be_written_to(sqlite_url: str, caplog: pytest.LogCaptureFixture) -> None:
    """A 403 marks a person; a word of theirs proves the opposite."""
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator = await found.curator()
            person = await mentee(found, curator)
            await _fault(found, "403", method="sendMessage")
            await found.people.post("say", person=person, chat=person, text="/help")
            await found.people.rest()
            assert not await _reachable(found)
            assert labels(await found.people.say(person, "/menu"))
            assert await _reachable(found)


async def test_an_unreachable_person_is_not_promised_a_reminder(
    sqlite_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator = await found.curator()
            person = await mentee(found, curator)
            await found.people.post("member", person=person, do="block")
            await found.people.rest()
            answer = await force(found, curator, "nudge:2")
            assert "уйдёт" not in (answer["toast"] or "")
            assert await count(found, notices, notices.c.key.like("nudge:%")) == 0


@pytest.mark.parametrize("seconds", [1, 2])
async def test_retry_after_is_obeyed_exactly(
    sqlite_url: str, caplog: pytest.LogCaptureFixture, seconds: int
) -> None:
    """Nothing for this chat before the time is up, soon after it; other chats go on meanwhile."""
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator = await found.curator()
            person = await mentee(found, curator)
            before = await _last_call(found)
            await _fault(found, "429", method="sendMessage", retry_after=seconds)
            for _ in range(3):
                await found.people.post("say", person=person, chat=person, text="/help")
            await asyncio.sleep(0.1)
            started = time.monotonic()
            await found.people.post("say", person=curator, chat=curator, text="/help")
            while not await _to(found, before, curator):
                assert time.monotonic() - started < seconds * 0.9, "other chats wait"
                await asyncio.sleep(0.03)
            await found.people.rest()
            mine = await _to(found, before, person)
            assert [c["ok"] for c in mine] == [False, True, True, True], "each once, in order"
            waited = _moment(mine[1]) - _moment(mine[0])
            assert seconds <= waited < seconds + 0.6


async def _to(found: Stage, after: int, chat: int) -> list[dict[str, Any]]:
    return [c for c in await _calls(found, after, "sendMessage") if int(c["params"]["chat_id"]) == chat]


def _moment(call: dict[str, Any]) -> float:
    return datetime.fromisoformat(call["at"]).timestamp()


async def test_a_server_that_fails_loses_nothing(database_url: str, caplog: pytest.LogCaptureFixture) -> None:
    """500 and dropped connections, for sends, edits, presses' answers and files."""
    with calm(caplog):
        async with stage(database_url) as found:
            curator = await found.curator()
            for kind in ("500", "reset_after_accept"):
                for method in (
                    "sendMessage",
                    "editMessageText",
                    "answerCallbackQuery",
                    "sendDocument",
                    "getUpdates",
                ):
                    await _fault(found, kind, method=method)
                last = (await found.people.last(curator))["id"]
                await force(found, curator, "people:all:0")
                await force(found, curator, "v.export")
                await found.people.say(curator, "/help")
                shown = await found.people.messages(curator, after=last)
                files = [m["file"]["name"] for m in shown if m["file"]]
                assert set(files) == {"my-data.xlsx", "my-data.json"}
                assert len([m for m in shown if "Что здесь можно" in m["text"]]) in (1, 2), (
                    "at most the one in the air"
                )
            assert await count(found, outbox, outbox.c.state == 0) == 0


async def test_a_send_without_an_answer_does_not_stop_the_others(
    sqlite_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator = await found.curator()
            person = await mentee(found, curator)
            await _fault(found, "timeout", method="sendMessage", seconds=6)
            await found.people.post("say", person=person, chat=person, text="/help")
            await asyncio.sleep(0.2)
            started = time.monotonic()
            last = (await found.people.last(curator))["id"]
            await found.people.post("say", person=curator, chat=curator, text="/help")
            while (await found.people.last(curator))["id"] <= last + 1:
                assert time.monotonic() - started < 4, "everybody waits for one"
                await asyncio.sleep(0.05)


async def test_one_person_cannot_hold_up_the_others(
    sqlite_url: str, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody's three hundred messages leave one a second; the next person's answer does not wait for them."""
    from bot.telegram import limits

    monkeypatch.setattr(limits, "PRIVATE", 1.02)
    with calm(caplog):
        async with stage(sqlite_url) as found:
            noisy, other = await found.people.newcomer("Шумный"), await found.people.newcomer("Тихий")
            for _ in range(320):
                await found.people.post("say", person=noisy, chat=noisy, text="/help")
            await asyncio.sleep(0.5)
            started = time.monotonic()
            await found.people.post("say", person=other, chat=other, text="/help")
            while (
                not (await found.people.last(other))["buttons"]
                and "Войти" not in (await found.people.last(other))["text"]
            ):
                assert time.monotonic() - started < 4, "everybody waits for one"
                await asyncio.sleep(0.05)


async def test_a_group_that_moves_is_followed_and_nothing_is_lost(
    sqlite_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    """The message that meets the upgrade goes to the new chat; the stored number changes."""
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator = await found.curator()
            group = (await found.people.post("groups", title="Школа", owner=curator, members=[curator]))["id"]
            await found.people.post("member", chat=group, do="add_bot")
            await found.people.rest()
            assert [g.chat_id for g in await rows(found, groups)] == [group]
            await _fault(found, "500", method="sendMessage", times=2)
            await found.people.post("say", person=curator, chat=group, text="/help")
            await asyncio.sleep(0.1)
            moved = (await found.people.post("member", chat=group, do="upgrade"))["chat"]
            await found.people.rest(60)
            assert [g.chat_id for g in await rows(found, groups)] == [moved]
            said = [m["text"] for m in await found.people.messages(curator, chat=moved)]
            assert any("личном чате" in text for text in said)


async def test_a_group_the_bot_is_thrown_out_of_is_let_go(
    sqlite_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator = await found.curator()
            group = (await found.people.post("groups", title="Школа", owner=curator, members=[curator]))["id"]
            await found.people.post("member", chat=group, do="add_bot")
            await found.people.rest()
            await found.people.post("member", chat=group, do="remove_bot")
            await found.people.rest()
            assert await count(found, groups) == 0
            await found.people.post("member", chat=group, do="add_bot")
            await found.people.rest()
            await _fault(found, "403", method="sendMessage")
            await found.people.post("say", person=curator, chat=group, text="/help")
            await found.people.rest()
            assert await count(found, groups) == 0
