"""Limits, faults, strictness, and the record of calls."""

import asyncio
from itertools import pairwise

import aiohttp
import pytest

from sandbox.errors import ApiError
from sandbox.flood import Flood
from tests.sandbox.ground import CURATOR, GROUP, MENTOR, grounds


@pytest.fixture
def ticking(monkeypatch):
    """Time of the limits, moved by hand."""
    now = [1000.0]
    monkeypatch.setattr("sandbox.flood.monotonic", lambda: now[0])
    return now


def refusal(flood, chat):
    try:
        flood.check(1, chat)
    except ApiError as error:
        return error.parameters["retry_after"]
    return 0


def test_a_private_chat_takes_a_burst_and_then_one_a_second(ticking):
    flood = Flood("on")
    assert [refusal(flood, 7) for _ in range(5)] == [0] * 5
    assert refusal(flood, 7) == 1
    ticking[0] += 0.5
    assert refusal(flood, 7) == 1, "the chat stays shut until the time it named"
    ticking[0] += 0.5
    assert refusal(flood, 7) == 0
    assert refusal(flood, 7) == 1


def test_a_group_takes_twenty_a_minute(ticking):
    flood = Flood("on")
    assert [refusal(flood, -7) for _ in range(20)] == [0] * 20
    assert refusal(flood, -7) == 3
    ticking[0] += 3
    assert refusal(flood, -7) == 0


def test_thirty_a_second_overall(ticking):
    flood = Flood("on")
    assert [refusal(flood, chat) for chat in range(1, 31)] == [0] * 30
    assert refusal(flood, 31) == 1
    ticking[0] += 1
    assert [refusal(flood, chat) for chat in range(31, 61)] == [0] * 30


def test_a_sender_that_paces_itself_is_never_refused_even_when_strict(ticking):
    flood = Flood("strict")
    for chat in range(1, 3000):
        assert refusal(flood, chat) == 0
        ticking[0] += 1 / 30


async def test_the_answer_429(ticking):
    async with grounds(limits="on") as ground:
        await ground.friend()
        for _ in range(5):
            await ground.call("sendMessage", chat_id=CURATOR, text="x")
        _, answer = await ground.raw("sendMessage", chat_id=CURATOR, text="x")
        assert answer == {
            "ok": False, "error_code": 429, "description": "Too Many Requests: retry after 1",
            "parameters": {"retry_after": 1},
        }  # fmt: skip
        assert len(await ground.seen()) == 6
        assert await ground.call("getChat", chat_id=CURATOR), "only new messages count"


@pytest.mark.parametrize(
    ("kind", "error"),
    [
        ("429", "429 Too Many Requests: retry after 7"),
        ("500", "500 Internal Server Error"),
        ("403", "403 Forbidden: bot was blocked by the user"),
    ],
)
async def test_faults_on_order(ground, kind, error):
    await ground.friend()
    await ground.post("faults", method="sendMessage", kind=kind, times=2, retry_after=7)
    assert await ground.call("getMe")
    for _ in range(2):
        assert await ground.refused("sendMessage", chat_id=CURATOR, text="x") == error
    assert await ground.call("sendMessage", chat_id=CURATOR, text="x")


async def test_a_connection_cut_after_the_work(ground):
    await ground.friend()
    await ground.post("faults", kind="reset_after_accept", times=1)
    with pytest.raises(aiohttp.ClientError):
        await ground.call("sendMessage", chat_id=CURATOR, text="дошло")
    assert (await ground.seen())[-1]["text"] == "дошло"
    last = (await ground.get("calls"))["calls"][-1]
    assert (last["ok"], last["fault"]) == (True, "reset_after_accept")


async def test_no_answer_at_all(ground):
    await ground.friend()
    await ground.post("faults", kind="timeout", times=1, seconds=0.3)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.1):
            await ground.call("sendMessage", chat_id=CURATOR, text="x")
    assert await ground.get("idle", timeout=0.05) == {"idle": False}
    assert await ground.get("idle", timeout=5) == {"idle": True}
    assert len(await ground.seen()) == 1


async def test_updates_twice_and_rubbish(ground):
    await ground.post("faults", kind="duplicate_update", times=1)
    await ground.say("раз")
    await ground.say("два")
    found = await ground.updates()
    assert [one["message"]["text"] for one in found] == ["раз", "раз", "два"]
    assert found[0]["update_id"] == found[1]["update_id"] == found[2]["update_id"] - 1
    await ground.post("faults", kind="garbage_update", times=2)
    assert len(await ground.updates()) == 2
    await ground.post("faults", 400, kind="earthquake")


async def test_a_raw_update_is_injected(ground):
    number = (await ground.post("inject", update={"update_id": 4, "poll": {"id": "1"}}))["update_id"]
    assert await ground.updates() == [{"update_id": number, "poll": {"id": "1"}}]


async def test_calls_are_recorded_in_order(ground):
    await ground.friend()
    await ground.call("sendMessage", chat_id=CURATOR, text="x", chat="?")
    await ground.refused("sendMessage", chat_id=77, text="x")
    found = await ground.get("calls")
    good, bad = found["calls"][-2:]
    assert (good["method"], good["ok"], good["params"]["text"], good["warnings"]) == (
        "sendMessage",
        True,
        "x",
        ["chat"],
    )
    assert good["result"]["text"] == "x"
    assert (bad["ok"], bad["error_code"], bad["description"]) == (False, 400, "Bad Request: chat not found")
    assert all(after["n"] == before["n"] + 1 for before, after in pairwise(found["calls"]))
    assert (await ground.get("calls", after=found["last"] - 1))["calls"] == [bad]
    assert "getUpdates" not in [one["method"] for one in found["calls"]]


async def test_failed_polls_are_recorded(ground):
    await ground.call("setWebhook", url="http://127.0.0.1:9/")
    await ground.refused("getUpdates")
    assert (await ground.get("calls"))["calls"][-1]["error_code"] == 409


async def test_strict_refuses_what_the_api_does_not_have():
    async with grounds(strict=True) as ground:
        await ground.friend()
        refused = await ground.refused("sendMessage", chat_id=CURATOR, text="x", txt="y")
        assert refused == "400 Bad Request: unknown parameters: txt"
        assert await ground.refused("sendGift", user_id=1) == "400 Bad Request: the sandbox does not have sendGift"


async def test_bodies_that_cannot_be_read(ground):
    url = f"{ground.base}/bot1000001:sandbox-demo-token/sendMessage"
    for body in (b"{", b"[1]", b"\xff"):
        async with ground.http.post(url, data=body, headers={"Content-Type": "application/json"}) as got:
            assert (await got.json())["description"] == "Bad Request: can't parse JSON object"


async def test_rubbish_never_breaks_a_method(ground):
    """Any value anywhere gets an answer of the API, never a bare error of the server."""
    from sandbox.methods.call import METHODS

    await ground.friend()
    await ground.in_group(promoted=True)
    fields = ("chat_id", "message_id", "text", "reply_markup", "document", "media", "entities", "scope", "message_ids",
              "commands", "reaction", "user_id", "options", "question", "parse_mode", "caption", "reply_parameters",
              "from_chat_id", "name", "url", "allowed_updates", "message_thread_id")  # fmt: skip
    places = [
        {"chat_id": GROUP, "from_chat_id": GROUP, "user_id": MENTOR},
        {"chat_id": CURATOR, "from_chat_id": CURATOR},
    ]
    for method in sorted(set(METHODS) - {"getupdates", "setwebhook", "leavechat"}):
        for value in (
            "x",
            -1,
            2.5,
            True,
            [1],
            ["x", None],
            {"type": "x"},
            {"a": [1]},
            [[{"text": 1}]],
            "[{]",
            "\ud800",
        ):
            for place in places:
                status, answer = await ground.raw(method, **{**dict.fromkeys(fields, value), **place})
                assert status < 500, (method, value, answer)
