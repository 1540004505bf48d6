"""Votes, reactions, topics, a chat that is shown to the bot: what people do with a touch, and what bots hear of it."""

from __future__ import annotations

import pytest

from tests.sandbox.ground import BOT, CURATOR, DIRECTOR, GROUP, MENTEE, MENTOR, NEWCOMER

KINDS = ["message", "poll", "poll_answer", "message_reaction", "message_reaction_count", "my_chat_member"]


async def poll(ground, **more):
    await ground.in_group()
    sent = await ground.call("sendPoll", chat_id=GROUP, question="Когда?", options=["пн", "вт", "ср"], **more)
    return sent["message_id"]


async def test_votes_are_counted_and_the_bot_hears_numbers_only(ground):
    message = await poll(ground)
    for person, option in ((CURATOR, 0), (DIRECTOR, "вт"), (DIRECTOR, 1), (MENTOR, 1)):
        await ground.post("vote", person=person, chat=GROUP, message=message, options=[option])
    await ground.post("vote", person=CURATOR, chat=GROUP, message=message, options=[])
    heard = [u["poll"] for u in await ground.updates()]
    assert [[o["voter_count"] for o in p["options"]] for p in heard] == [
        [1, 0, 0],
        [1, 1, 0],
        [1, 2, 0],
        [0, 2, 0],
    ]
    assert heard[-1]["total_voter_count"] == 2
    seen = (await ground.seen(MENTOR, GROUP))[-1]
    assert seen["voted"] == [1]
    stopped = await ground.call("stopPoll", chat_id=GROUP, message_id=message)
    assert (stopped["is_closed"], stopped["options"][1]["voter_count"]) == (True, 2)
    assert [u["poll"]["is_closed"] for u in await ground.updates()] == [True]
    await ground.post("vote", 409, person=MENTEE, chat=GROUP, message=message, options=[0])


async def test_an_open_poll_tells_who_and_only_what_it_allows(ground):
    message = await poll(ground, is_anonymous=False)
    await ground.post("vote", 409, person=MENTOR, chat=GROUP, message=message, options=[0, 1])
    await ground.post("vote", 404, person=MENTOR, chat=GROUP, message=message, options=[3])
    await ground.post("vote", 403, person=NEWCOMER, chat=GROUP, message=message, options=[0])
    await ground.post("vote", person=MENTOR, chat=GROUP, message=message, options=[2])
    told = {name: one for u in await ground.updates() for name, one in u.items()}
    assert (told["poll_answer"]["user"]["id"], told["poll_answer"]["option_ids"]) == (MENTOR, [2])
    words = await ground.say("не опрос", CURATOR, GROUP)
    await ground.post("vote", 409, person=MENTOR, chat=GROUP, message=words, options=[0])
    refused = await ground.refused("sendPoll", chat_id=GROUP, question="x" * 301, options=["а", "б"])
    assert refused.endswith("poll question length must not exceed 300")


async def test_reactions_are_told_to_administrators_who_asked_for_them(ground):
    await ground.in_group()
    message = await ground.say("вопрос", CURATOR, GROUP)
    touch = {"person": MENTOR, "chat": GROUP, "message": message}
    await ground.post("react", **touch, emoji="👍")
    assert await ground.updates() == []
    await ground.post("member", chat=GROUP, do="promote_bot")
    await ground.call("getUpdates", allowed_updates=KINDS, offset=-1)
    await ground.updates()
    await ground.post("react", **touch, emoji="🔥")
    (change,) = [u["message_reaction"] for u in await ground.updates()]
    assert change["user"]["id"] == MENTOR
    assert [one["emoji"] for one in change["old_reaction"] + change["new_reaction"]] == ["👍", "🔥"]
    await ground.post("react", **{**touch, "person": DIRECTOR}, emoji="🔥", hidden=True)
    (count,) = [u["message_reaction_count"] for u in await ground.updates()]
    assert count["reactions"] == [{"type": {"type": "emoji", "emoji": "🔥"}, "total_count": 2}]
    assert "user" not in count
    await ground.post("react", **touch, emoji="")
    seen = next(m for m in await ground.seen(MENTOR, GROUP) if m["id"] == message)
    assert (seen["reactions"], "my_reaction" in seen) == (["🔥"], False)
    await ground.post("react", 400, **touch, emoji="нет")
    wrong = {"chat_id": GROUP, "message_id": message, "reaction": [{"type": "emoji", "emoji": "☂"}]}
    assert (await ground.refused("setMessageReaction", **wrong)).endswith("REACTION_INVALID")


async def test_a_chat_is_shown_to_the_bot_with_a_key_that_asks_for_one(ground):
    await ground.friend(CURATOR)
    await ground.post("share-chat", 404, person=CURATOR, shared=GROUP)
    wanted = {"request_id": 7, "chat_is_channel": False, "bot_is_member": True, "request_title": True}
    keys = {"keyboard": [[{"text": "Группа", "request_chat": wanted}]], "one_time_keyboard": True}
    await ground.call("sendMessage", chat_id=CURATOR, text="Выберите", reply_markup=keys)
    await ground.post("share-chat", person=CURATOR, shared=GROUP, button="Группа")
    member, joined, shown = await ground.updates()
    assert member["my_chat_member"]["new_chat_member"]["user"]["id"] == BOT
    assert joined["message"]["new_chat_members"][0]["id"] == BOT
    assert shown["message"]["chat_shared"]["request_id"] == 7
    assert shown["message"]["chat_shared"]["chat_id"] == GROUP
    assert "title" in shown["message"]["chat_shared"]
    broken = {"keyboard": [[{"text": "x", "request_chat": {"chat_is_channel": False}}]]}
    assert "request_id" in await ground.refused("sendMessage", chat_id=CURATOR, text="y", reply_markup=broken)


@pytest.fixture
async def forum(ground):
    await ground.in_group(promoted=True)
    await ground.post("member", 409, chat=GROUP, do="forum")
    chat = (await ground.post("member", chat=GROUP, do="upgrade"))["chat"]
    await ground.post("member", chat=chat, do="forum")
    await ground.updates()
    return chat


async def test_topics_hold_what_is_written_in_them(ground, forum):
    topic = (await ground.post("topic", person=CURATOR, chat=forum, name="Рефлексия"))["topic"]
    (opened,) = await ground.updates()
    assert opened["message"]["forum_topic_created"]["name"] == "Рефлексия"
    await ground.say("в теме", MENTOR, forum, topic=topic)
    (told,) = await ground.updates()
    message = told["message"]
    assert (message["message_thread_id"], message["is_topic_message"]) == (topic, True)
    assert message["reply_to_message"]["message_id"] == topic
    shown = (await ground.seen(MENTOR, forum))[-1]
    assert (shown["message_thread_id"], shown["reply_to"]) == (topic, None)
    sent = await ground.call("sendMessage", chat_id=forum, text="вопрос", message_thread_id=topic)
    await ground.say("ответ", MENTOR, forum, reply_to=sent["message_id"])
    (reply,) = await ground.updates()
    assert reply["message"]["message_thread_id"] == topic
    assert reply["message"]["reply_to_message"]["message_id"] == sent["message_id"]
    await ground.post("say", 404, person=MENTOR, chat=forum, text="x", topic=5)
    (line,) = [c for c in (await ground.get("state"))["chats"] if c["id"] == forum]
    assert (line["forum"], line["topics"]) == (True, [{"id": topic, "name": "Рефлексия"}])
