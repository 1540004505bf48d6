"""Copies, forwards, protected content, polls, places and topics."""

from tests.sandbox.ground import CURATOR, GROUP, MENTEE


async def test_copies_and_forwards(ground):
    await ground.friend()
    await ground.friend(MENTEE)
    number = await ground.say("секрет /start")
    copied = await ground.call("copyMessage", chat_id=MENTEE, from_chat_id=CURATOR, message_id=number)
    assert set(copied) == {"message_id"}
    forwarded = await ground.call("forwardMessage", chat_id=MENTEE, from_chat_id=CURATOR, message_id=number)
    assert forwarded["forward_origin"]["sender_user"]["id"] == CURATOR
    copy, forward = (await ground.seen(MENTEE))[-2:]
    assert copy["id"] == copied["message_id"]
    assert copy["text"] == forward["text"] == "секрет /start"
    assert "forward_origin" in forward
    assert "forward_origin" not in copy
    for method, words in (("copyMessage", "copy"), ("forwardMessage", "forward")):
        refused = await ground.refused(method, chat_id=MENTEE, from_chat_id=CURATOR, message_id=number + 999)
        assert refused == f"400 Bad Request: message to {words} not found"


async def test_protected_content_stays(ground):
    await ground.friend()
    sent = await ground.call("sendMessage", chat_id=CURATOR, text="x", protect_content=True)
    assert sent["has_protected_content"] is True
    refused = await ground.refused(
        "forwardMessage", chat_id=CURATOR, from_chat_id=CURATOR, message_id=sent["message_id"]
    )
    assert refused == "400 Bad Request: message can't be forwarded"


async def test_polls_contacts_and_places(ground):
    await ground.friend()
    poll = await ground.call("sendPoll", chat_id=CURATOR, question="Когда?", options=[{"text": "а"}, "б"])
    assert [one["text"] for one in poll["poll"]["options"]] == ["а", "б"]
    stopped = await ground.call("stopPoll", chat_id=CURATOR, message_id=poll["message_id"])
    assert stopped["is_closed"] is True
    await ground.call("sendContact", chat_id=CURATOR, phone_number="+7", first_name="А")
    await ground.call("sendLocation", chat_id=CURATOR, latitude=55.7, longitude=37.6)
    assert [one["kind"] for one in await ground.seen()][1:3] == ["poll", "contact"]


async def test_topics(ground):
    await ground.in_group(promoted=True)
    refused = await ground.refused("sendMessage", chat_id=GROUP, message_thread_id=5, text="x")
    assert refused == "400 Bad Request: message thread not found"
    assert (
        await ground.refused("createForumTopic", chat_id=GROUP, name="т")
        == "400 Bad Request: the chat is not a forum"
    )
    forum = (await ground.post("member", chat=GROUP, do="upgrade", forum=True))["chat"]
    topic = await ground.call("createForumTopic", chat_id=forum, name="Встречи")
    thread = topic["message_thread_id"]
    sent = await ground.call("sendMessage", chat_id=forum, message_thread_id=thread, text="x")
    assert (sent["message_thread_id"], sent["is_topic_message"]) == (thread, True)
    assert await ground.call("sendMessage", chat_id=forum, message_thread_id=1, text="общая")
    await ground.call("closeForumTopic", chat_id=forum, message_thread_id=thread)
    refused = await ground.refused("sendMessage", chat_id=forum, message_thread_id=thread, text="x")
    assert refused == "400 Bad Request: TOPIC_CLOSED"
