"""New messages: text limits, keyboards, replies, files, copies, forwards, and who cannot be written to."""

import json
import struct
import zlib

import aiohttp
import pytest

from tests.sandbox.ground import BOT, CURATOR, GROUP, MENTOR, NEWCOMER, TOKEN


def png(width=3, height=2):
    rows = b"".join(b"\0" + b"\xff\0\0" * width for _ in range(height))
    chunks = [
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    ]
    body = b"".join(struct.pack(">I", len(d)) + k + d + struct.pack(">I", zlib.crc32(k + d)) for k, d in chunks)
    return b"\x89PNG\r\n\x1a\n" + body


def keyboard(*buttons):
    return {"inline_keyboard": [list(buttons)]}


async def document(
    ground, data="привет".encode(), name="отчёт.txt", method="sendDocument", part="document", **fields
):
    form = aiohttp.FormData(quote_fields=False)
    for key, value in {"chat_id": CURATOR, **fields}.items():
        form.add_field(key, str(value))
    form.add_field(part, data, filename=name)
    return await ground.form(method, form)


async def test_a_message_stands_in_the_chat(ground):
    await ground.friend()
    sent = await ground.call("sendMessage", chat_id=CURATOR, text="<b>Дело</b> & 😀", parse_mode="HTML")
    assert sent["from"] == {
        "id": BOT,
        "is_bot": True,
        "first_name": "Учитель — учитель",
        "username": "uchitel_demo_bot",
    }
    assert sent["text"] == "Дело & 😀"
    shown = (await ground.seen())[-1]
    assert (shown["id"], shown["text"], shown["from"]["is_bot"]) == (sent["message_id"], "Дело & 😀", True)
    assert shown["entities"] == [{"type": "bold", "offset": 0, "length": 4}]


async def test_parameters_as_query_form_and_multipart(ground):
    await ground.friend()
    url = f"{ground.base}/bot{TOKEN}/sendMessage"
    markup = json.dumps(keyboard({"text": "да", "callback_data": "y"}))
    async with ground.http.get(url, params={"chat_id": CURATOR, "text": "q", "reply_markup": markup}) as got:
        assert (await got.json())["result"]["reply_markup"]["inline_keyboard"][0][0]["text"] == "да"
    answer = await ground.form("sendMessage", {"chat_id": str(CURATOR), "text": "f", "reply_markup": markup})
    assert "reply_markup" in answer["result"]
    form = aiohttp.FormData({"chat_id": str(CURATOR), "text": "m"})
    form.add_field("unused", b"x", filename="x")
    assert (await ground.form("sendMessage", form))["result"]["text"] == "m"
    assert [one["text"] for one in (await ground.seen())[1:]] == ["q", "f", "m"]


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", "message text is empty"),
        (" \n ", "message text is empty"),
        ("<b></b>", "message text is empty"),
        ("я" * 4097, "message is too long"),
        ("😀" * 2049, "message is too long"),
        ("<div>", 'can\'t parse entities: Unsupported start tag "div" at byte offset 0'),
    ],
)
async def test_texts_that_are_refused(ground, text, error):
    await ground.friend()
    assert (
        await ground.refused("sendMessage", chat_id=CURATOR, text=text, parse_mode="HTML")
        == f"400 Bad Request: {error}"
    )


async def test_the_limit_holds_after_parsing(ground):
    await ground.friend()
    sent = await ground.call("sendMessage", chat_id=CURATOR, text="<b>" + "я" * 4096 + "</b>", parse_mode="HTML")
    assert len(sent["text"]) == 4096
    assert len((await ground.call("sendMessage", chat_id=CURATOR, text="😀" * 2048))["text"]) == 2048


@pytest.mark.parametrize(
    ("button", "error"),
    [
        ({"text": "x", "callback_data": ""}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "callback_data": "я" * 33}, "BUTTON_DATA_INVALID"),
        ({"text": "x"}, "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"),
        ({"callback_data": "x"}, "can't parse inline keyboard button: Can't find field \"text\""),
        ({"text": "x", "url": "localhost"}, "inline keyboard button URL 'localhost' is invalid: Wrong HTTP URL"),
    ],
)
async def test_buttons_that_are_refused(ground, button, error):
    await ground.friend()
    refused = await ground.refused("sendMessage", chat_id=CURATOR, text="x", reply_markup=keyboard(button))
    assert refused == f"400 Bad Request: {error}"


async def test_data_is_counted_in_bytes(ground):
    await ground.friend()
    sent = await ground.call(
        "sendMessage", chat_id=CURATOR, text="x", reply_markup=keyboard({"text": "x", "callback_data": "я" * 32})
    )
    assert sent["reply_markup"]["inline_keyboard"][0][0]["callback_data"] == "я" * 32


async def test_a_keyboard_that_is_no_json(ground):
    await ground.friend()
    answer = await ground.form("sendMessage", {"chat_id": str(CURATOR), "text": "x", "reply_markup": "{"})
    assert answer["description"] == "Bad Request: can't parse reply keyboard markup JSON object"


async def test_a_reply(ground):
    number = await ground.say("вопрос")
    sent = await ground.call("sendMessage", chat_id=CURATOR, text="x", reply_parameters={"message_id": number})
    assert sent["reply_to_message"]["text"] == "вопрос"
    unknown = {"message_id": number + 500}
    refused = await ground.refused("sendMessage", chat_id=CURATOR, text="x", reply_parameters=unknown)
    assert refused == "400 Bad Request: message to be replied not found"
    unknown["allow_sending_without_reply"] = True
    assert "reply_to_message" not in await ground.call(
        "sendMessage", chat_id=CURATOR, text="x", reply_parameters=unknown
    )


async def test_who_cannot_be_written_to(ground):
    assert await ground.refused("sendMessage", chat_id=77, text="x") == "400 Bad Request: chat not found"
    assert await ground.refused("sendMessage", text="x") == "400 Bad Request: chat_id is empty"
    assert await ground.refused("sendMessage", chat_id=MENTOR, text="x") == "400 Bad Request: chat not found"
    await ground.in_group()
    stranger = "403 Forbidden: bot can't initiate conversation with a user"
    assert await ground.refused("sendMessage", chat_id=MENTOR, text="x") == stranger
    await ground.friend(NEWCOMER)
    await ground.post("member", person=NEWCOMER, do="deactivate")
    assert await ground.refused("sendMessage", chat_id=NEWCOMER, text="x") == "403 Forbidden: user is deactivated"


async def test_a_blocked_bot_learns_of_it(ground):
    await ground.friend()
    await ground.post("member", person=CURATOR, chat=CURATOR, do="block")
    change = (await ground.updates())[0]["my_chat_member"]
    assert (change["old_chat_member"]["status"], change["new_chat_member"]["status"]) == ("member", "kicked")
    for method, more in (("sendMessage", {"text": "x"}), ("sendChatAction", {"action": "typing"})):
        refused = await ground.refused(method, chat_id=CURATOR, **more)
        assert refused == "403 Forbidden: bot was blocked by the user"
    await ground.post("say", 409, person=CURATOR, chat=CURATOR, text="x")
    assert (await ground.call("getChat", chat_id=CURATOR))["first_name"] == "Ольга Викторовна"
    await ground.post("member", person=CURATOR, chat=CURATOR, do="unblock")
    change = (await ground.updates())[0]["my_chat_member"]
    assert (change["old_chat_member"]["status"], change["new_chat_member"]["status"]) == ("kicked", "member")
    assert await ground.call("sendMessage", chat_id=CURATOR, text="снова")


async def test_a_document_goes_out_and_comes_back(ground):
    await ground.friend()
    sent = (await document(ground, caption="<b>вот</b>", parse_mode="HTML"))["result"]
    assert sent["document"]["file_name"] == "отчёт.txt"
    assert sent["caption_entities"] == [{"type": "bold", "offset": 0, "length": 3}]
    shown = (await ground.seen())[-1]["file"]
    async with ground.http.get(ground.base + shown["url"]) as got:
        assert await got.read() == "привет".encode()
        assert got.headers["Content-Disposition"] == "attachment"
    path = (await ground.call("getFile", file_id=sent["document"]["file_id"]))["file_path"]
    async with ground.http.get(f"{ground.base}/file/bot{TOKEN}/{path}") as got:
        assert await got.read() == "привет".encode()


async def test_attach_and_sending_again_by_id(ground):
    await ground.friend()
    sent = (await document(ground, part="paper", document="attach://paper"))["result"]
    again = await ground.call("sendDocument", chat_id=CURATOR, document=sent["document"]["file_id"])
    assert again["document"] == sent["document"]
    refused = await ground.refused("sendPhoto", chat_id=CURATOR, photo="nothing")
    assert refused == "400 Bad Request: wrong file identifier/HTTP URL specified"
    refused = await ground.refused("sendDocument", chat_id=CURATOR)
    assert refused == "400 Bad Request: there is no document in the request"
    assert (await document(ground, b""))["description"] == "Bad Request: file must be non-empty"


async def test_a_file_id_is_of_one_bot(ground):
    await ground.friend()
    sent = (await document(ground))["result"]
    other = await ground.post("bots", username="other_bot")
    await ground.post("say", person=CURATOR, chat=CURATOR, bot=other["id"], text="/start")
    file = sent["document"]["file_id"]
    refused = await ground.refused("sendDocument", other["token"], chat_id=CURATOR, document=file)
    assert refused == "400 Bad Request: wrong file identifier/HTTP URL specified"


async def test_two_bots_name_the_same_file_differently(ground):
    other = await ground.post("bots", username="open_bot", privacy=False)
    await ground.in_group(promoted=True)
    await ground.post("member", chat=GROUP, do="add_bot", bot=other["id"])
    await ground.updates(other["token"])
    await ground.updates()
    form = aiohttp.FormData({"person": str(CURATOR), "chat": str(GROUP)})
    form.add_field("file", b"1", filename="a.txt")
    async with ground.http.post(f"{ground.base}/sandbox/send-file", data=form) as got:
        assert got.status == 200
    one, two = [(await ground.updates(token))[0]["message"]["document"] for token in (TOKEN, other["token"])]
    assert one["file_unique_id"] == two["file_unique_id"]
    assert one["file_id"] != two["file_id"]


async def test_an_album(ground):
    await ground.friend()
    media = [{"type": "photo", "media": "attach://a", "caption": "одна"}, {"type": "photo", "media": "attach://b"}]
    form = aiohttp.FormData({"chat_id": str(CURATOR), "media": json.dumps(media)})
    for part in ("a", "b"):
        form.add_field(part, png(), filename=part)
    one, two = (await ground.form("sendMediaGroup", form))["result"]
    assert one["media_group_id"] == two["media_group_id"]
    assert [shown["kind"] for shown in (await ground.seen())[1:]] == ["photo", "photo"]
    refused = await ground.refused("sendMediaGroup", chat_id=CURATOR, media=[])
    assert refused == "400 Bad Request: there are no messages to send"


async def test_sizes_of_files(ground):
    await ground.friend()
    sent = (await document(ground, b"x" * (20 * 2**20 + 1)))["result"]
    assert (
        await ground.refused("getFile", file_id=sent["document"]["file_id"]) == "400 Bad Request: file is too big"
    )
    too_much = await document(ground, b"x" * (50 * 2**20 + 1))
    assert (too_much["error_code"], too_much["description"]) == (413, "Request Entity Too Large")


async def test_photos(ground):
    await ground.friend()
    sent = (await document(ground, png(), "p.png", "sendPhoto", "photo"))["result"]
    assert [(size["width"], size["height"]) for size in sent["photo"]] == [(3, 2)]
    assert (await ground.seen())[-1]["kind"] == "photo"
    refused = await document(ground, b"no picture", "p.png", "sendPhoto", "photo")
    assert refused["description"] == "Bad Request: IMAGE_PROCESS_FAILED"
    refused = await ground.refused("sendDocument", chat_id=CURATOR, document=sent["photo"][0]["file_id"])
    assert refused == "400 Bad Request: can't use file of type Photo as Document"


async def test_a_caption_has_its_own_limit(ground):
    await ground.friend()
    refused = await document(ground, caption="я" * 1025)
    assert refused["description"] == "Bad Request: message caption is too long"
