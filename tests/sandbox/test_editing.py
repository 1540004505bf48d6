"""Edits, deletions, pins, reactions."""

import aiohttp
import pytest

from tests.sandbox.ground import CURATOR, GROUP, MENTOR

KEYS = {"inline_keyboard": [[{"text": "да", "callback_data": "y"}]]}
SAME = (
    "400 Bad Request: message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


@pytest.fixture
async def sent(ground):
    await ground.friend()
    return await ground.call(
        "sendMessage", chat_id=CURATOR, text="<b>один</b>", parse_mode="HTML", reply_markup=KEYS
    )


def place(message):
    return {"chat_id": message["chat"]["id"], "message_id": message["message_id"]}


async def test_an_edit_is_seen(ground, sent):
    before = (await ground.seen())[-1]
    edited = await ground.call("editMessageText", **place(sent), text="два")
    assert edited["text"] == "два"
    assert edited["edit_date"] >= sent["date"]
    assert "reply_markup" not in edited, "an edit without reply_markup removes the keyboard"
    after = (await ground.seen())[-1]
    assert (after["text"], after["buttons"], after["edit_date"] is not None) == ("два", [], True)
    assert after["seq"] > before["seq"]


@pytest.mark.parametrize("keys", [KEYS, None])
async def test_an_edit_that_changes_nothing(ground, keys):
    await ground.friend()
    sent = await ground.call("sendMessage", chat_id=CURATOR, text="один", reply_markup=keys)
    assert await ground.refused("editMessageText", **place(sent), text=" один ", reply_markup=keys) == SAME
    assert await ground.refused("editMessageReplyMarkup", **place(sent), reply_markup=keys) == SAME


async def test_another_style_is_a_change(ground, sent):
    edited = await ground.call(
        "editMessageText", **place(sent), text="<i>один</i>", parse_mode="HTML", reply_markup=KEYS
    )
    assert edited["entities"][0]["type"] == "italic"


async def test_only_a_new_keyboard_is_not_marked_as_an_edit(ground, sent):
    edited = await ground.call("editMessageReplyMarkup", **place(sent))
    assert "reply_markup" not in edited
    assert "edit_date" not in edited


async def test_what_cannot_be_edited(ground, sent):
    own = await ground.say("моё")
    cases = [
        ({"chat_id": CURATOR, "message_id": sent["message_id"] + 77}, "message to edit not found"),
        ({"chat_id": CURATOR, "message_id": own}, "message can't be edited"),
        ({"chat_id": CURATOR}, "message identifier is not specified"),
    ]
    for where, words in cases:
        assert await ground.refused("editMessageText", **where, text="x") == f"400 Bad Request: {words}"
    keyed = await ground.call(
        "sendMessage", chat_id=CURATOR, text="x", reply_markup={"keyboard": [[{"text": "а"}]]}
    )
    assert (
        await ground.refused("editMessageText", **place(keyed), text="y")
        == "400 Bad Request: message can't be edited"
    )
    refused = await ground.refused("editMessageCaption", **place(sent), caption="x")
    assert refused == "400 Bad Request: there is no caption in the message to edit"


async def file_message(ground, name="a.txt"):
    form = aiohttp.FormData({"chat_id": str(CURATOR), "caption": "один"})
    form.add_field("document", b"1", filename=name)
    return (await ground.form("sendDocument", form))["result"]


async def test_captions_and_media(ground):
    await ground.friend()
    sent = await file_message(ground)
    refused = await ground.refused("editMessageText", **place(sent), text="x")
    assert refused == "400 Bad Request: there is no text in the message to edit"
    assert (await ground.call("editMessageCaption", **place(sent), caption="два"))["caption"] == "два"
    assert await ground.refused("editMessageCaption", **place(sent), caption="два") == SAME
    media = {"type": "document", "media": "attach://new", "caption": "<b>три</b>", "parse_mode": "HTML"}
    form = aiohttp.FormData({"chat_id": str(CURATOR), "message_id": str(sent["message_id"])})
    form.add_field("media", str(media).replace("'", '"'))
    form.add_field("new", b"2", filename="b.txt")
    edited = (await ground.form("editMessageMedia", form))["result"]
    assert (edited["document"]["file_name"], edited["caption"]) == ("b.txt", "три")
    assert "caption" not in await ground.call("editMessageCaption", **place(sent))


async def test_a_deleted_message_is_gone(ground, sent):
    assert await ground.call("deleteMessage", **place(sent)) is True
    shown = (await ground.seen())[-1]
    assert (shown["deleted"], shown["text"], shown["buttons"]) == (True, "", [])
    assert await ground.refused("deleteMessage", **place(sent)) == "400 Bad Request: message to delete not found"
    refused = await ground.refused("editMessageText", **place(sent), text="x")
    assert refused == "400 Bad Request: message to edit not found"


async def test_a_persons_message_may_be_deleted_in_private_within_two_days(ground):
    first = await ground.say("раз")
    assert await ground.call("deleteMessage", chat_id=CURATOR, message_id=first) is True
    second = await ground.say("два")
    await ground.post("clock", by=49 * 3600)
    refused = await ground.refused("deleteMessage", chat_id=CURATOR, message_id=second)
    assert refused == "400 Bad Request: message can't be deleted"


async def test_in_a_group_only_an_administrator_deletes_for_others(ground):
    await ground.in_group()
    number = await ground.say("раз", MENTOR, GROUP)
    refused = await ground.refused("deleteMessage", chat_id=GROUP, message_id=number)
    assert refused == "400 Bad Request: message can't be deleted"
    await ground.post("member", chat=GROUP, do="promote_bot")
    assert await ground.call("deleteMessage", chat_id=GROUP, message_id=number)


async def test_many_are_deleted_together(ground):
    await ground.friend()
    numbers = [await ground.say(str(one)) for one in range(3)]
    assert await ground.call("deleteMessages", chat_id=CURATOR, message_ids=[*numbers, 5])
    assert [one["deleted"] for one in await ground.seen()] == [False, True, True, True]


async def test_pins(ground, sent):
    assert await ground.call("pinChatMessage", **place(sent))
    found = await ground.get(f"chats/{CURATOR}/messages", **{"as": CURATOR})
    assert found["pinned"] == sent["message_id"]
    assert found["messages"][-1]["kind"] == "service"
    assert (await ground.call("getChat", chat_id=CURATOR))["pinned_message"]["message_id"] == sent["message_id"]
    assert await ground.call("unpinChatMessage", chat_id=CURATOR)
    assert (await ground.get(f"chats/{CURATOR}/messages", **{"as": CURATOR}))["pinned"] is None
    await ground.in_group()
    posted = await ground.call("sendMessage", chat_id=GROUP, text="x")
    refused = await ground.refused("pinChatMessage", **place(posted))
    assert refused == "400 Bad Request: not enough rights to manage pinned messages in the chat"


async def test_reactions(ground):
    number = await ground.say("ура")
    thumb = [{"type": "emoji", "emoji": "👍"}]
    assert await ground.call("setMessageReaction", chat_id=CURATOR, message_id=number, reaction=thumb)
    assert (await ground.seen())[-1]["reactions"] == ["👍"]
    refused = await ground.refused("setMessageReaction", chat_id=CURATOR, message_id=number + 9, reaction=thumb)
    assert refused == "400 Bad Request: message to react not found"


async def test_a_person_edits_own_words(ground, sent):
    number = await ground.say("превет")
    await ground.updates()
    await ground.post("edit", person=CURATOR, chat=CURATOR, message=number, text="привет")
    (update,) = await ground.updates()
    assert update["edited_message"]["text"] == "привет"
    assert "edit_date" in update["edited_message"]
    refused = await ground.post("edit", 403, person=CURATOR, chat=CURATOR, message=sent["message_id"], text="x")
    assert "own" in refused["error"]
