"""Delivery to a webhook: the secret, the order, the retries."""

import asyncio
from contextlib import asynccontextmanager

import pytest
from aiohttp import web

from sandbox import webhook
from tests.sandbox.ground import CURATOR, MENTOR, served


class Hook:
    """A bot's own web server; `answers` are given one by one, then 200."""

    def __init__(self):
        self.got, self.headers, self.answers, self.hold = [], [], [], {}
        self.came = asyncio.Event()

    async def handle(self, request):
        update = await request.json()
        self.got.append(update)
        self.headers.append(request.headers)
        self.came.set()
        gate = self.hold.get(update.get("message", {}).get("chat", {}).get("id"))
        if gate is not None:
            await gate.wait()
        return self.answers.pop(0) if self.answers else web.Response()

    def texts(self):
        return [update["message"]["text"] for update in self.got]


@asynccontextmanager
async def hooked(ground, **settings):
    hook, app = Hook(), web.Application()
    app.router.add_post("/hook", hook.handle)
    async with served(app) as base:
        await ground.call("setWebhook", url=f"{base}/hook", **settings)
        yield hook


async def pending(ground, count, seconds=5.0):
    for _ in range(int(seconds / 0.02)):
        if (await ground.call("getWebhookInfo"))["pending_update_count"] == count:
            return
        await asyncio.sleep(0.02)
    raise AssertionError(await ground.call("getWebhookInfo"))


async def test_updates_arrive_with_the_secret(ground):
    await ground.say("до")
    async with hooked(ground, secret_token="s-1") as hook:
        await ground.say("после")
        await pending(ground, 0)
        assert hook.texts() == ["до", "после"]
        assert {one["X-Telegram-Bot-Api-Secret-Token"] for one in hook.headers} == {"s-1"}


async def test_a_failed_delivery_is_tried_at_once_and_then_later(ground, monkeypatch):
    waits, sleep = [], asyncio.sleep

    async def quick(seconds):
        waits.append(seconds)
        await sleep(0)

    async with hooked(ground) as hook:
        hook.answers = [web.Response(status=500, reason="Oops") for _ in range(6)]
        monkeypatch.setattr(webhook.asyncio, "sleep", quick)
        await ground.say("раз")
        while len(hook.got) < 7:
            await sleep(0.01)
        monkeypatch.undo()
        await pending(ground, 0)
        assert len({update["update_id"] for update in hook.got}) == 1
    assert [one for one in waits if one >= 1 or one == 0][:6] == [0, 1, 2, 4, 8, 16]


async def test_retry_after_is_honoured_and_the_trouble_is_told(ground):
    async with hooked(ground) as hook:
        hook.answers = [web.Response(status=429, headers={"Retry-After": "1"})]
        await ground.say("раз")
        await hook.came.wait()
        await asyncio.sleep(0.2)
        info = await ground.call("getWebhookInfo")
        assert info["pending_update_count"] == 1
        assert info["last_error_message"] == "Wrong response from the webhook: 429 Too Many Requests"
        await pending(ground, 0)
        assert len(hook.got) == 2


async def test_in_order_in_a_chat_and_side_by_side_across_chats(ground):
    async with hooked(ground) as hook:
        gate = hook.hold[CURATOR] = asyncio.Event()
        await ground.say("к1")
        await ground.say("к2")
        await ground.say("н1", MENTOR)
        await ground.say("н2", MENTOR)
        await pending(ground, 2)
        assert sorted(hook.texts()) == ["к1", "н1", "н2"]
        gate.set()
        await pending(ground, 0)
        assert hook.texts()[-1] == "к2"


async def test_the_reply_may_carry_a_call(ground):
    async with hooked(ground) as hook:
        body = {"method": "sendMessage", "chat_id": CURATOR, "text": "из ответа"}
        hook.answers = [web.json_response(body)]
        await ground.say("/start")
        await pending(ground, 0)
        assert (await ground.seen())[-1]["text"] == "из ответа"
        assert (await ground.get("calls"))["calls"][-2]["method"] != "getUpdates"


async def test_a_removed_webhook_leaves_the_rest_to_polling(ground):
    await ground.call("setWebhook", url="http://127.0.0.1:9/hook")
    await ground.say("раз")
    await ground.call("deleteWebhook")
    assert [one["message"]["text"] for one in await ground.updates()] == ["раз"]


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"url": "ftp://x/"}, "bad webhook: invalid webhook URL specified"),
        ({"url": "http://x/", "secret_token": "с пробелом"}, "secret token contains illegal characters"),
    ],
)
async def test_bad_settings(ground, settings, words):
    assert await ground.refused("setWebhook", **settings) == f"400 Bad Request: {words}"


def test_the_queue_of_an_update_is_its_chat():
    message = {"chat": {"id": -5}}
    assert webhook.queue_key({"update_id": 1, "message": message}) == -5
    assert webhook.queue_key({"callback_query": {"from": {"id": 7}, "message": message}}) == -5
    assert webhook.queue_key({"callback_query": {"from": {"id": 7}}}) == 7
    assert webhook.queue_key({"callback_query": 5, "message": {"chat": [None]}}) == 0
