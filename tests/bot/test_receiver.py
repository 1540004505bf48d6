"""The way in: whatever Telegram hands over is kept, in the right lane, before it is confirmed."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from sqlalchemy import select

from bot.nursery import Bell
from bot.telegram import receiver, webhook
from bot.telegram.receiver import Receiver, arrived
from bot.telegram.transport import Transport
from storage.tables import inbox
from tests.storage.ground import NOW, database

MESSAGE = {"update_id": 5, "message": {"from": {"id": 7}, "chat": {"id": -1}, "text": "x"}}


@pytest.mark.parametrize(
    ("update", "lane"),
    [
        (MESSAGE, 7),
        ({"update_id": 5, "callback_query": {"from": {"id": 8}, "message": {"chat": {"id": 9}}}}, 8),
        ({"update_id": 5, "message_reaction": {"chat": {"id": -4}, "user": {"id": 6}}}, 6),
        ({"update_id": 5, "channel_post": {"chat": {"id": -4}}}, -4),
        ({"update_id": 5, "poll": {"id": "1"}}, -5),
        ({"update_id": 0}, -1),
        ({"update_id": 5, "message": {"from": {"id": 10**30}, "chat": {"id": 3}}}, 3),
        ({"update_id": 5, "message": {"from": {"id": "7"}}}, -5),
        ({"update_id": 5, "message": {"from": {"id": True}}}, -5),
        ({"update_id": 5, "message": {"from": [7]}}, -5),
    ],
)
def test_a_lane_is_the_acting_accounts(update: dict[str, Any], lane: int) -> None:
    found = arrived(update)
    assert found is not None
    assert (found.update_id, found.lane) == (update["update_id"], lane)


@pytest.mark.parametrize("update", [None, 5, [], "x", {}, {"update_id": "5"}, {"update_id": True}, {"update_id": 10**30},
                                    {"update_id": -1}, {"update_id": None}])  # fmt: skip
def test_without_a_number_it_can_be_neither_kept_nor_confirmed(update: object) -> None:
    assert arrived(update) is None


@pytest.mark.parametrize(
    "text", ["\u0000", r"\u0000", "\\", "\\\\u0000", "\ud83d", "\ude00\ud83d", "й\u2028", '"', "😀"]
)
async def test_any_string_is_kept_and_read_again(database_url: str, text: str) -> None:
    """Half a surrogate pair becomes a mark; everything else comes back as it was."""
    found = arrived({"update_id": 5, "message": {"from": {"id": 7}, "text": text}})
    assert found is not None
    kept = json.loads(found.payload)["message"]["text"]
    assert kept == text or "?" in kept or "\x00" not in kept
    if text in (r"\u0000", "\\", "\\\\u0000", '"', "😀", "й\u2028"):
        assert kept == text
    async with database(database_url) as base:
        from storage import inbox as box

        await base.write(lambda c: box.store(c, [found], NOW))
        row = (await base.read(lambda c: c.execute(select(inbox)).all()))[0]
        assert json.loads(row.payload)["message"]["text"] == kept


class Server:
    """A Bot API that answers getUpdates from a list, and remembers what was asked."""

    def __init__(self, *answers: tuple[int, Any]) -> None:
        self.answers = list(answers)
        self.asked: list[dict[str, Any]] = []

    async def handle(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(await request.json())
        if not self.answers:
            await asyncio.sleep(30)
        status, body = self.answers.pop(0)
        return web.Response(status=status, body=body if isinstance(body, bytes) else json.dumps(body))

    async def serve(self) -> tuple[web.AppRunner, str]:
        app = web.Application()
        app.router.add_post("/{path:.*}", self.handle)
        runner = web.AppRunner(app, shutdown_timeout=0.1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        return runner, f"http://127.0.0.1:{runner.addresses[0][1]}"


async def _poll(url: str, server: Server, until: int, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    monkeypatch.setattr(receiver, "_pause", lambda _answer, _last: 0.01)
    runner, address = await server.serve()
    transport = Transport("1:secret", address)
    async with database(url) as base:
        bell = Bell()
        work = asyncio.ensure_future(Receiver(base, transport, lambda: NOW, bell).run())
        async with asyncio.timeout(10):
            while len(server.asked) < until:
                await asyncio.sleep(0.01)
                assert not work.done(), work.exception()
        work.cancel()
        await asyncio.gather(work, return_exceptions=True)
        await transport.close()
        await runner.cleanup()
        return await base.read(lambda c: list(c.execute(select(inbox).order_by(inbox.c.id)).all()))


async def test_the_offset_moves_only_over_what_is_kept(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    first = {"ok": True, "result": [{**MESSAGE, "update_id": n} for n in (10, 900, 11)]}
    server = Server((200, first), (200, {"ok": True, "result": []}))
    kept = await _poll(sqlite_url, server, 3, monkeypatch)
    assert [r.update_id for r in kept] == [10, 900, 11]
    assert [a["offset"] for a in server.asked] == [0, 901, 901]
    assert server.asked[0]["allowed_updates"] == receiver.ALLOWED


async def test_trouble_with_the_server_is_outlived(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    troubles = [
        (500, b"oops"),
        (200, b"not json"),
        (200, {"ok": True, "result": {"no": "list"}}),
        (429, {"ok": False, "error_code": 429, "parameters": {"retry_after": 1}}),
        (409, {"ok": False, "error_code": 409, "description": "Conflict"}),
        (200, {"ok": True, "result": [None, 5, {"x": 1}, {"update_id": 10**30}]}),
    ]
    server = Server(*troubles, (200, {"ok": True, "result": [MESSAGE]}))
    kept = await _poll(sqlite_url, server, 8, monkeypatch)
    assert [r.update_id for r in kept] == [5]


@pytest.mark.parametrize(
    ("code", "last", "least", "most"), [(500, 0, 0.5, 0.5), (500, 16, 30, 32), (0, 0.5, 1, 1)]
)
def test_waiting_grows_and_has_an_end(code: int, last: float, least: float, most: float) -> None:
    from bot.telegram.transport import Answer

    assert least <= receiver._pause(Answer(False, code), last) <= most
    assert receiver._pause(Answer(False, 429, retry_after=7), last) == 7


SECRET = "a-secret-of-the-tests"


@pytest.mark.parametrize(
    ("header", "body", "status", "kept"),
    [
        (SECRET, json.dumps(MESSAGE).encode(), 200, 1),
        (None, json.dumps(MESSAGE).encode(), 401, 0),
        ("", json.dumps(MESSAGE).encode(), 401, 0),
        (SECRET + "x", json.dumps(MESSAGE).encode(), 401, 0),
        (SECRET, b"", 200, 0),
        (SECRET, b"\xff\xfe", 200, 0),
        (SECRET, b"[1]", 200, 0),
        (SECRET, b'{"update_id": 1e400}', 200, 0),
        (SECRET, b'{"update_id": 7, "message": {"text": "\\ud800"}}', 200, 1),
        (SECRET, b"[" * 100_000, 200, 0),
    ],
)
async def test_the_webhook_believes_the_secret_alone(
    sqlite_url: str, header: str | None, body: bytes, status: int, kept: int
) -> None:
    async with database(sqlite_url) as base:
        app = webhook.application(base, lambda: NOW, Bell(), "/hook", SECRET)
        runner = web.AppRunner(app, shutdown_timeout=0.1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        address = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
        headers = {} if header is None else {webhook.SECRET_HEADER: header, "X-Forwarded-For": "149.154.160.1"}
        async with aiohttp.ClientSession() as session:
            async with session.post(address, data=body, headers=headers) as response:
                assert response.status == status
            async with session.get(address, headers=headers) as response:
                assert response.status == 405
        await runner.cleanup()
        assert len(await base.read(lambda c: c.execute(select(inbox)).all())) == kept
