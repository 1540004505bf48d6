"""Buttons: presses, answers, old and forged ones."""

import asyncio

import pytest

from tests.sandbox.ground import CURATOR

KEYS = {
    "inline_keyboard": [
        [{"text": "да", "callback_data": "y"}, {"text": "нет", "callback_data": "n"}],
        [{"text": "школа", "url": "https://school.ru/"}],
    ]
}
TOO_OLD = "400 Bad Request: query is too old and response timeout expired or query ID is invalid"


@pytest.fixture
async def sent(ground):
    await ground.friend()
    return await ground.call("sendMessage", chat_id=CURATOR, text="Будете?", reply_markup=KEYS)


async def pressed(ground, answer=None, **body):
    """A press, and what the bot was told; the bot answers with `answer`."""
    async with asyncio.TaskGroup() as group:
        press = group.create_task(ground.post("press", **{"person": CURATOR, "chat": CURATOR, "wait": 2, **body}))
        while not (updates := await ground.updates()):
            await asyncio.sleep(0.01)
        query = updates[0]["callback_query"]
        if answer is not None:
            await ground.call("answerCallbackQuery", callback_query_id=query["id"], **answer)
    return query, press.result()


async def test_a_press_and_its_toast(ground, sent):
    query, answer = await pressed(ground, {"text": "записано"}, message=sent["message_id"], button="да")
    assert answer == {"toast": "записано", "alert": False, "url": None}
    assert query["data"] == "y"
    assert query["from"]["id"] == CURATOR
    assert query["message"]["message_id"] == sent["message_id"]
    assert query["chat_instance"]


async def test_by_data_on_the_last_message_with_an_alert(ground, sent):
    await ground.call("sendMessage", chat_id=CURATOR, text="без кнопок")
    query, answer = await pressed(ground, {"text": "!", "show_alert": True}, message="last", button="n")
    assert query["message"]["message_id"] == sent["message_id"]
    assert answer == {"toast": "!", "alert": True, "url": None}


async def test_an_empty_answer_is_an_answer(ground, sent):
    _, answer = await pressed(ground, {}, message="last", button="да")
    assert answer == {"toast": None, "alert": False, "url": None}


async def test_a_link_needs_no_bot(ground, sent):
    answer = await ground.post("press", person=CURATOR, chat=CURATOR, message="last", button="школа")
    assert answer["url"] == "https://school.ru/"
    assert await ground.updates() == []


async def test_nobody_answers(ground, sent):
    answer = await ground.post("press", person=CURATOR, chat=CURATOR, message="last", button="да", wait=0.05)
    assert answer == {"toast": None, "alert": False, "url": None, "answered": False}


async def test_a_query_is_answered_once(ground, sent):
    query, _ = await pressed(ground, {}, message="last", button="да")
    assert await ground.refused("answerCallbackQuery", callback_query_id=query["id"]) == TOO_OLD
    assert await ground.refused("answerCallbackQuery", callback_query_id="77") == TOO_OLD


async def test_a_query_lives_a_quarter_of_an_hour(ground, sent):
    query, _ = await pressed(ground, message="last", button="да", wait=0.05)
    await ground.post("clock", by=15 * 60 + 1)
    assert await ground.refused("answerCallbackQuery", callback_query_id=query["id"]) == TOO_OLD


async def test_the_answers_text_is_short(ground, sent):
    query, _ = await pressed(ground, message="last", button="да", wait=0.05)
    refused = await ground.refused("answerCallbackQuery", callback_query_id=query["id"], text="я" * 201)
    assert refused == "400 Bad Request: MESSAGE_TOO_LONG"
    assert await ground.call("answerCallbackQuery", callback_query_id=query["id"], text="я" * 200)


async def test_another_bot_cannot_answer(ground, sent):
    other = await ground.post("bots", username="other_bot")
    query, _ = await pressed(ground, message="last", button="да", wait=0.05)
    assert await ground.refused("answerCallbackQuery", other["token"], callback_query_id=query["id"]) == TOO_OLD


async def test_unknown_buttons_and_messages(ground, sent):
    where = {"person": CURATOR, "chat": CURATOR}
    assert "button" in (await ground.post("press", 404, **where, message="last", button="может быть"))["error"]
    assert "message" in (await ground.post("press", 404, **where, message=5, button="да"))["error"]
    await ground.call("editMessageText", chat_id=CURATOR, message_id=sent["message_id"], text="x")
    await ground.post("press", 404, **where, message=sent["message_id"], button="да")


async def test_old_and_forged_presses_can_be_forced(ground, sent):
    await ground.call("editMessageText", chat_id=CURATOR, message_id=sent["message_id"], text="x")
    query, _ = await pressed(ground, {}, message=sent["message_id"], data="y", force=True)
    assert (query["data"], query["message"]["text"]) == ("y", "x")
    await ground.call("deleteMessage", chat_id=CURATOR, message_id=sent["message_id"])
    query, _ = await pressed(ground, {}, message=sent["message_id"], data="чужое:1", force=True)
    assert query["message"] == {
        "chat": query["message"]["chat"], "message_id": sent["message_id"], "date": 0,
    }  # fmt: skip
