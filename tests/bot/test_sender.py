"""The one door out, against a server that answers as it is told: order, once each, several marks in one commit."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from aiohttp import web

from bot.nursery import Bell, Nursery
from bot.telegram import limits
from bot.telegram.sender import Sender
from bot.telegram.transport import Transport
from storage import outbox
from storage.engine import Database
from tests.storage.ground import NOW, database
from tests.storage.test_flow import says

Answering = Callable[[str, dict[str, Any]], Any]


class Desk:
    """A Bot API of one test: `answer` decides; what was asked is remembered in order."""

    def __init__(self, answer: Answering | None = None) -> None:
        self.answer = answer
        self.asked: list[tuple[str, dict[str, Any]]] = []
        self.at_once = self.most_at_once = 0
        self.busy: Counter[int] = Counter()
        self.most_in_a_chat = 0

    async def handle(self, request: web.Request) -> web.StreamResponse:
        method = request.path.rsplit("/", 1)[1]
        body = await request.json()
        self.asked.append((method, body))
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        self.busy[body["chat_id"]] += 1
        self.most_in_a_chat = max(self.most_in_a_chat, self.busy[body["chat_id"]])
        await asyncio.sleep(0.005)
        self.busy[body["chat_id"]] -= 1
        self.at_once -= 1
        found = self.answer(method, body) if self.answer else None
        return web.json_response(
            found or {"ok": True, "result": True}, status=(found or {}).get("error_code", 200)
        )

    @property
    def texts(self) -> list[str]:
        return [body["text"] for _, body in self.asked]


@pytest.fixture(autouse=True)
def unpaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PRIVATE", 0.001)
    monkeypatch.setattr(limits, "OVERALL", 0.0005)


def words(text: str, chat: int = 7, **more: Any) -> outbox.Outgoing:
    return says(chat, payload=json.dumps({"chat_id": chat, "text": text}), **more)


async def send(url: str, desk: Desk, messages: list[outbox.Outgoing], seconds: float = 10) -> list[Any]:
    """Send all; returns what `lost` and `moved` were told."""
    told: list[Any] = []
    app = web.Application()
    app.router.add_post("/{path:.*}", desk.handle)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    transport = Transport("1:secret", f"http://127.0.0.1:{runner.addresses[0][1]}")
    async with database(url) as base:
        await base.write(lambda c: outbox.put(c, messages, NOW))
        await _run(base, transport, told, seconds)
    await transport.close()
    await runner.cleanup()
    return told


async def _run(base: Database, transport: Transport, told: list[Any], seconds: float) -> None:
    async def lost(chat: int, people: list[int]) -> None:
        told.append(("lost", chat, people))

    async def moved(old: int, new: int) -> None:
        told.append(("moved", old, new))

    async with Nursery() as nursery:
        bell = Bell()
        sender = Sender(base, transport, lambda: NOW, bell, nursery, lost, moved)
        nursery.keep("sender", sender.run())
        bell.ring()
        async with asyncio.timeout(seconds):
            while sender.busy or await base.read(lambda c: outbox.waiting(c, NOW)):
                await asyncio.sleep(0.01)


async def test_a_chats_messages_leave_in_their_order_each_once(database_url: str) -> None:
    desk = Desk()
    await send(database_url, desk, [words(f"{chat}:{n}", chat) for n in range(12) for chat in (1, 2, 3)])
    assert len(desk.texts) == 36
    for chat in (1, 2, 3):
        assert [t for t in desk.texts if t.startswith(f"{chat}:")] == [f"{chat}:{n}" for n in range(12)]


async def test_replies_leave_before_reminders_before_broadcasts(sqlite_url: str) -> None:
    desk = Desk()
    await send(sqlite_url, desk, [words(str(p), chat=n, priority=p) for n, p in enumerate((2, 1, 0, 2, 0, 1), 1)])
    assert desk.texts == ["0", "0", "1", "1", "2", "2"]


async def test_new_messages_are_in_the_air_alone_edits_together(sqlite_url: str) -> None:
    alone = Desk()
    await send(sqlite_url, alone, [words("x", chat) for chat in range(1, 20)])
    assert alone.most_at_once == 1


async def test_edits_fly_together(sqlite_url: str) -> None:
    desk = Desk()
    await send(sqlite_url, desk, [words("x", chat, method="editMessageText") for chat in range(1, 20)])
    assert desk.most_at_once > 3


async def test_edits_of_one_chat_never_overtake_each_other(sqlite_url: str) -> None:
    desk = Desk()
    edits = [words(f"{chat}:{n}", chat, method="editMessageText") for n in range(10) for chat in (1, 2)]
    await send(sqlite_url, desk, edits)
    assert desk.most_in_a_chat == 1
    for chat in (1, 2):
        assert [t for t in desk.texts if t.startswith(f"{chat}:")] == [f"{chat}:{n}" for n in range(10)]


async def test_marks_of_what_flew_together_share_commits(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    batches: list[int] = []
    real = outbox.sent

    def counting(connection: Any, plain: list[int], keyed: list[int], now: Any) -> None:
        batches.append(len(plain) + len(keyed))
        real(connection, plain, keyed, now)

    monkeypatch.setattr(outbox, "sent", counting)
    await send(sqlite_url, Desk(), [words("x", chat, method="editMessageText") for chat in range(1, 41)])
    assert sum(batches) == 40
    assert len(batches) < 40


async def test_a_failing_server_gets_it_again_until_it_is_said(sqlite_url: str) -> None:
    failures = iter([{"ok": False, "error_code": 500, "description": "x"}, "not an object"])
    desk = Desk(lambda _m, _b: next((f for f in failures if isinstance(f, dict)), None))
    await send(sqlite_url, desk, [words("a"), words("b")])
    assert desk.texts == ["a", "a", "b"]


async def test_a_blocked_chat_is_let_go_with_all_that_waits_for_it(sqlite_url: str) -> None:
    def answer(_method: str, body: dict[str, Any]) -> Any:
        blocked = {"ok": False, "error_code": 403, "description": "Forbidden: bot was blocked by the user"}
        return blocked if body["chat_id"] == 7 else None

    desk = Desk(answer)
    told = await send(sqlite_url, desk, [words("a"), words("b"), words("c", 8)])
    assert desk.texts.count("a") == 1
    assert "b" not in desk.texts
    assert "c" in desk.texts
    assert told == [("lost", 7, [])]


async def test_a_moved_group_is_followed(sqlite_url: str) -> None:
    def answer(_method: str, body: dict[str, Any]) -> Any:
        if body["chat_id"] == -5:
            more = {"migrate_to_chat_id": -1005}
            return {
                "ok": False,
                "error_code": 400,
                "description": "Bad Request: group chat was upgraded",
                "parameters": more,
            }
        return None

    desk = Desk(answer)
    told = await send(sqlite_url, desk, [words("a", -5, audience="group", privacy="public")])
    assert [body["chat_id"] for _, body in desk.asked] == [-5, -1005]
    assert told == [("moved", -5, -1005)]


async def test_what_is_refused_for_good_does_not_hold_up_the_next(sqlite_url: str) -> None:
    def answer(_method: str, body: dict[str, Any]) -> Any:
        wrong = {"ok": False, "error_code": 400, "description": "Bad Request: message is too long"}
        return wrong if body["text"] == "long" else None

    desk = Desk(answer)
    await send(sqlite_url, desk, [words("long"), words("b")])
    assert desk.texts == ["long", "b"]
