"""The people's JSON: who there is, what is said, the clock, rest, and words for what is wrong."""

import asyncio
from datetime import datetime, timedelta

import aiohttp
import pytest
from aiohttp import web

from tests.sandbox.ground import BOT, CURATOR, GROUP, MENTEE, grounds, served
from tests.sandbox.test_sending import png


async def test_the_demo_school(ground):
    state = await ground.get("state")
    assert [person["id"] for person in state["people"]] == list(range(2000001, 2000012))
    roles = [person["role"] for person in state["people"]]
    assert roles == ["curator", "director", "psychologist", *["mentor"] * 3, *["mentee"] * 4, "newcomer"]
    assert [person["language_code"] for person in state["people"]].count("en") == 1
    (group,) = state["chats"]
    assert (group["id"], group["type"], group["bot_member"]) == (GROUP, "group", False)
    assert state["bots"][0]["username"] == "uchitel_demo_bot"
    assert state["idle"] is True


async def test_an_empty_sandbox():
    async with grounds(seed="empty") as ground:
        state = await ground.get("state")
        assert (state["people"], state["chats"]) == ([], [])
        made = await ground.post("people", first_name="Анна", username="anna_x", language_code="ru")
        assert made["id"] == 2000001
        await ground.say("/start", made["id"])


async def test_new_people_and_bots_have_rules(ground):
    await ground.post("people", 400)
    await ground.post("people", 400, first_name="А", username="я")
    await ground.post("people", 409, first_name="А", username="Sokolova_OV")
    await ground.post("people", 400, first_name="А", language_code="русский")
    made = await ground.post("bots", username="second_bot", first_name="Второй")
    assert (await ground.call("getMe", made["token"]))["first_name"] == "Второй"
    await ground.post("bots", 409, username="second_bot")


async def test_each_bot_has_its_own_private_chat(ground):
    other = await ground.post("bots", username="second_bot")
    await ground.say("первому")
    await ground.say("второму", bot=other["id"])
    assert [one["text"] for one in await ground.seen()] == ["первому"]
    found = await ground.get(f"chats/{CURATOR}/messages", **{"as": CURATOR, "bot": other["id"]})
    assert [one["text"] for one in found["messages"]] == ["второму"]
    assert len(await ground.updates(other["token"])) == 1


async def test_what_a_person_says_and_sees(ground):
    first = await ground.say("раз 😀 @kate_morozova")
    second = await ground.say("два", reply_to=first)
    found = await ground.get(f"chats/{CURATOR}/messages", **{"as": CURATOR, "after": first})
    assert [one["id"] for one in found["messages"]] == [second]
    assert found["messages"][0]["reply_to"] == first
    assert (await ground.seen())[0]["entities"] == [{"type": "mention", "offset": 7, "length": 14}]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"chat": CURATOR, "text": "x"}, 400),
        ({"person": "кто", "text": "x"}, 400),
        ({"person": 5, "text": "x"}, 404),
        ({"person": CURATOR, "chat": MENTEE, "text": "x"}, 404),
        ({"person": CURATOR, "chat": -5, "text": "x"}, 404),
        ({"person": CURATOR, "text": ""}, 400),
        ({"person": CURATOR, "text": "я" * 4097}, 400),
        ({"person": CURATOR, "text": "x", "reply_to": 5}, 404),
        ({"person": CURATOR, "text": "x", "bot": 5}, 404),
        ({"person": CURATOR, "text": "\ud800"}, 400),
    ],
)
async def test_words_for_what_is_wrong(ground, body, status):
    assert (await ground.post("say", status, **body))["error"]


async def test_bodies_that_are_no_objects(ground):
    for body in (b"{", b"[]", b"\xff"):
        async with ground.http.post(f"{ground.base}/sandbox/say", data=body) as got:
            assert got.status == 400
            assert (await got.json())["error"]


async def test_rubbish_gets_words(ground):
    """Whatever a script sends, it learns what is wrong."""
    fields = ("person", "chat", "text", "message", "button", "do", "to", "by", "kind", "times", "update", "title",
              "owner", "members", "first_name", "username", "language_code", "reply_to", "bot", "wait", "force", "data")  # fmt: skip
    for path in (
        "say",
        "edit",
        "press",
        "member",
        "clock",
        "faults",
        "inject",
        "groups",
        "people",
        "bots",
        "send-file",
    ):
        for value in ("x", -1, 2.5, True, [1], {"a": 1}, None, "\ud800", 10**30, "inf", "nan"):
            for known in ({}, {"person": CURATOR, "chat": CURATOR, "do": "join", "wait": 0.01, "by": 0}):
                body = {**dict.fromkeys(fields, value), **known}
                async with ground.http.post(f"{ground.base}/sandbox/{path}", json=body) as got:
                    answer = await got.json()
                    assert got.status == 200 or answer["error"], (path, value, answer)
    for query in (
        "events?after=x",
        "events?timeout=nan",
        "calls?after=x",
        "idle?timeout=x",
        "chats/x/messages?as=1",
    ):
        async with ground.http.get(f"{ground.base}/sandbox/{query}") as got:
            assert await got.json(), query


async def test_pages_from_elsewhere_are_refused(ground):
    for origin, status in (("http://evil.example", 403), (ground.base, 200)):
        body = {"person": CURATOR, "text": "x"}
        async with ground.http.post(f"{ground.base}/sandbox/say", json=body, headers={"Origin": origin}) as got:
            assert got.status == status


async def send(ground, status=200, data=None, **fields):
    form = aiohttp.FormData({name: str(value) for name, value in fields.items()}, quote_fields=False)
    if data is not None:
        form.add_field("file", data, filename="работа.pdf", content_type="application/octet-stream")
    async with ground.http.post(f"{ground.base}/sandbox/send-file", data=form) as got:
        assert got.status == status, await got.text()
        return await got.json()


async def test_people_send_files(ground):
    where = {"person": CURATOR, "chat": CURATOR}
    await send(ground, data=b"%PDF", caption="вот", **where)
    await send(ground, data=png(), kind="photo", **where)
    for kind in ("voice", "sticker", "contact", "location", "video"):
        await send(ground, kind=kind, **where)
    told = [update["message"] for update in await ground.updates()]
    assert told[0]["document"]["file_name"] == "работа.pdf"
    assert told[0]["document"]["mime_type"] == "application/pdf"
    assert told[0]["caption"] == "вот"
    assert [next(kind for kind in ("photo", "voice", "sticker", "contact", "location", "video") if kind in one)
            for one in told[1:]] == ["photo", "voice", "sticker", "contact", "location", "video"]  # fmt: skip
    got = await ground.call("getFile", file_id=told[0]["document"]["file_id"])
    assert got["file_size"] == 4
    await send(ground, 400, **where)
    await send(ground, 400, kind="dance", **where)
    await send(ground, 400, kind="photo", data=b"no", **where)


async def test_the_clock_moves_forward_only(ground):
    now = datetime.fromisoformat((await ground.get("state"))["clock"]["now"])
    later = datetime.fromisoformat((await ground.post("clock", by=86400))["now"])
    assert timedelta(days=1) <= later - now < timedelta(days=1, seconds=30)
    await ground.post("clock", 400, to=now.isoformat())
    await ground.post("clock", 400, by=-1)
    await ground.post("clock", 400, to="завтра")
    await ground.post("clock", 400)
    target = (later + timedelta(days=30)).isoformat()
    assert (await ground.post("clock", to=target))["now"] >= target
    assert await ground.post("clock", next="event") | {"now": ""} == {"now": "", "moved": False}
    await ground.friend()
    sent = await ground.call("sendMessage", chat_id=CURATOR, text="x")
    assert abs(sent["date"] - datetime.fromisoformat(target).timestamp()) < 30


class Bots:
    """A bot's door: notes the moves, and says what it is told to say."""

    def __init__(self):
        self.moves, self.answer = [], {"idle": True, "pending": 0, "next_event": None}

    async def clock(self, request):
        self.moves.append((await request.json())["now"])
        return web.json_response({})

    async def idle(self, _request):
        return web.json_response(self.answer)


async def test_the_door_of_the_bot():
    door, app = Bots(), web.Application()
    app.router.add_post("/clock", door.clock)
    app.router.add_get("/idle", door.idle)
    async with served(app) as url, grounds(bot_door=url) as ground:
        await ground.post("clock", by=3600)
        assert len(door.moves) == 1
        event = (datetime.fromisoformat(door.moves[0]) + timedelta(days=2)).isoformat()
        door.answer["next_event"] = event
        assert (await ground.post("clock", next="event"))["moved"] is True
        assert door.moves[1] == event
        door.answer["idle"] = False
        assert await ground.get("idle", timeout=0.2) == {"idle": False}
        door.answer["idle"] = True
        assert await ground.get("idle", timeout=5) == {"idle": True}


async def test_a_door_that_is_shut():
    async with grounds(bot_door="http://127.0.0.1:9") as ground:
        assert "door" in (await ground.post("clock", 502, by=5))["error"]
        assert await ground.get("idle", timeout=0.1) == {"idle": False}


async def test_a_fast_clock():
    async with grounds(speed=3600) as ground:
        before = ground.world.clock.now()
        await asyncio.sleep(1.3)
        assert ground.world.clock.now() - before > timedelta(minutes=59)


async def test_rest_waits_for_updates_that_somebody_polls(ground):
    await ground.say("раз")
    assert await ground.get("idle", timeout=5) == {"idle": True}, "nobody polls, so nothing is awaited"
    first = await ground.call("getUpdates")
    assert await ground.get("idle", timeout=0.1) == {"idle": False}
    await ground.call("getUpdates", offset=first[0]["update_id"] + 1)
    assert await ground.get("idle", timeout=5) == {"idle": True}


async def test_events_tell_what_changed(ground):
    seq = (await ground.get("state"))["seq"]
    assert await ground.get("events", after=seq, timeout=0.05) == {"seq": seq, "chats": [], "state": False}
    async with asyncio.TaskGroup() as group:
        poll = group.create_task(ground.get("events", after=seq, timeout=20))
        await asyncio.sleep(0.05)
        await ground.say("раз", MENTEE)
    assert poll.result() == {"seq": seq + 1, "chats": [MENTEE], "state": False}
    await ground.post("people", first_name="А")
    assert (await ground.get("events", after=seq + 1))["state"] is True
    assert (await ground.get("events", after=10**9))["seq"] == seq + 2, (
        "a page of an earlier sandbox learns at once"
    )


async def test_commands_by_scope_and_language(ground):
    ru = [{"command": "help", "description": "Помощь"}]
    en = [{"command": "/help", "description": "Help"}]
    scope = {"type": "chat", "chat_id": CURATOR}
    await ground.call("setMyCommands", commands=ru)
    await ground.call("setMyCommands", commands=en, language_code="en", scope=scope)
    assert await ground.call("getMyCommands") == ru
    assert await ground.call("getMyCommands", language_code="en") == []
    assert await ground.call("getMyCommands", language_code="en", scope=scope) == [
        {"command": "help", "description": "Help"}
    ]
    shown = (await ground.get("state"))["bots"][0]["commands"]
    assert set(shown) == {"default|", f"chat:{CURATOR}|en"}
    await ground.call("deleteMyCommands")
    assert await ground.call("getMyCommands") == []
    for bad in ({"command": "Помощь", "description": "x"}, {"command": "a" * 33, "description": "x"}):
        assert await ground.refused("setMyCommands", commands=[bad]) == "400 Bad Request: BOT_COMMAND_INVALID"


async def test_names_and_descriptions(ground):
    await ground.call("setMyDescription", description="О боте")
    await ground.call("setMyDescription", description="About", language_code="en")
    assert await ground.call("getMyDescription", language_code="en") == {"description": "About"}
    assert await ground.call("getMyDescription", language_code="de") == {"description": "О боте"}
    await ground.call("setMyName", name="Наставник")
    assert (await ground.call("getMe"))["first_name"] == "Наставник"
    assert await ground.refused("setMyShortDescription", short_description="я" * 121)


async def test_get_me(ground):
    me = await ground.call("getMe")
    assert (me["id"], me["is_bot"], me["username"]) == (BOT, True, "uchitel_demo_bot")
    assert (me["can_join_groups"], me["can_read_all_group_messages"]) == (True, False)


async def test_the_page_is_served(ground):
    async with ground.http.get(ground.base + "/") as got:
        assert got.status == 200
        assert got.content_type == "text/html"
