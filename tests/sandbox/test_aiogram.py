"""A real bot on aiogram over HTTP: the sandbox is to it what Telegram would be."""

import asyncio

import pytest
from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BufferedInputFile,
    CallbackQuery,
    InaccessibleMessage,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    Message,
    ReactionTypeEmoji,
)

from tests.sandbox.ground import CURATOR, GROUP, MENTEE, TOKEN, grounds
from tests.sandbox.test_sending import png


def make_bot(base, token=TOKEN):
    return Bot(token, AiohttpSession(api=TelegramAPIServer.from_base(base)))


@pytest.fixture
async def bot(ground):
    async with make_bot(ground.base) as made:
        yield made


def keys(text, data):
    return InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text=text, callback_data=data)]])


async def on_message(message: Message):
    if message.document:
        data = await message.bot.download(message.document)
        return await message.answer_document(BufferedInputFile(data.read()[::-1], "обратно.txt"), caption="вот")
    return await message.answer(
        f"<b>{len(message.text)}</b>", parse_mode="HTML", reply_markup=keys("дальше", "go")
    )


async def on_press(query: CallbackQuery):
    await query.answer("хорошо", show_alert=True)
    if not isinstance(query.message, InaccessibleMessage):
        await query.message.edit_text("готово")


@pytest.fixture
async def running(bot):
    """The bot polls until the test ends."""
    dispatcher = Dispatcher()
    dispatcher.message.register(on_message)
    dispatcher.callback_query.register(on_press)
    async with asyncio.TaskGroup() as group:
        group.create_task(dispatcher.start_polling(bot, handle_signals=False, close_bot_session=False))
        await asyncio.sleep(0.05)
        yield bot
        await dispatcher.stop_polling()


async def test_a_conversation(ground, running):
    await ground.say("/start abc")
    assert await ground.get("idle", timeout=5) == {"idle": True}
    answer = (await ground.seen())[-1]
    assert (answer["text"], answer["buttons"]) == ("10", [[{"text": "дальше", "data": "go"}]])
    pressed = await ground.post("press", person=CURATOR, chat=CURATOR, message="last", button="дальше")
    assert pressed == {"toast": "хорошо", "alert": True, "url": None}
    await ground.get("idle", timeout=5)
    assert (await ground.seen())[-1]["text"] == "готово"


async def test_a_press_on_a_message_that_is_gone(ground, running):
    await ground.say("x")
    await ground.get("idle", timeout=5)
    answer = await ground.post("press", person=CURATOR, chat=CURATOR, message=5, data="go", force=True)
    assert answer["toast"] == "хорошо"


async def test_every_answer_is_read_by_aiogram(ground, bot):
    """Types of aiogram are strict about fields that must be there."""
    await ground.friend()
    await ground.in_group(promoted=True)
    assert (await bot.me()).username == "uchitel_demo_bot"
    assert (await bot.get_chat(CURATOR)).type == "private"
    assert (await bot.get_chat(GROUP)).permissions.can_send_messages
    assert {one.status for one in await bot.get_chat_administrators(GROUP)} == {"creator", "administrator"}
    assert (await bot.get_chat_member(GROUP, MENTEE)).status == "member"
    await bot.set_my_commands(
        [BotCommand(command="help", description="x")], BotCommandScopeAllPrivateChats(), "ru"
    )
    assert len(await bot.get_my_commands(BotCommandScopeAllPrivateChats(), "ru")) == 1
    assert (await bot.get_webhook_info()).pending_update_count == 0
    assert (await bot.send_chat_action(CURATOR, "typing")) is True
    poll = await bot.send_poll(CURATOR, "Когда?", ["а", "б"])
    assert (await bot.stop_poll(CURATOR, poll.message_id)).is_closed
    assert (await bot.create_chat_invite_link(GROUP)).invite_link
    assert (await bot.get_my_name()).name


async def test_files_of_every_kind(ground, bot):
    await ground.friend()
    photo = await bot.send_photo(CURATOR, BufferedInputFile(png(), "p.png"), caption="<i>к</i>", parse_mode="HTML")
    paper = await bot.send_document(CURATOR, BufferedInputFile(b"1", "а.txt"))
    for send in (
        bot.send_voice,
        bot.send_video,
        bot.send_audio,
        bot.send_animation,
        bot.send_sticker,
        bot.send_video_note,
    ):
        assert (await send(CURATOR, BufferedInputFile(b"1", "x"))).message_id
    media = InputMediaPhoto(media=BufferedInputFile(png(4, 4), "q.png"), caption="н")
    edited = await bot.edit_message_media(media, chat_id=CURATOR, message_id=photo.message_id)
    assert (edited.photo[-1].width, edited.caption) == (4, "н")
    assert (await bot.download(paper.document.file_id)).read() == b"1"


async def test_copy_forward_pin_react(ground, bot):
    await ground.friend()
    await ground.friend(MENTEE)
    sent = await bot.send_message(CURATOR, "x")
    assert (await bot.copy_message(MENTEE, CURATOR, sent.message_id)).message_id
    assert (await bot.forward_message(MENTEE, CURATOR, sent.message_id)).forward_origin.type == "user"
    assert await bot.pin_chat_message(CURATOR, sent.message_id)
    assert await bot.set_message_reaction(CURATOR, sent.message_id, [ReactionTypeEmoji(emoji="👍")])
    assert await bot.delete_message(CURATOR, sent.message_id)


async def test_errors_become_aiograms_own(ground, bot):
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await bot.send_message(77, "x")
    await ground.in_group()
    with pytest.raises(TelegramForbiddenError, match="initiate conversation"):
        await bot.send_message(MENTEE, "x")
    new = (await ground.post("member", chat=GROUP, do="upgrade"))["chat"]
    with pytest.raises(TelegramMigrateToChat) as moved:
        await bot.send_message(GROUP, "x")
    assert moved.value.migrate_to_chat_id == new
    await ground.post("faults", kind="429", times=1, retry_after=3)
    with pytest.raises(TelegramRetryAfter) as later:
        await bot.send_message(new, "x")
    assert later.value.retry_after == 3
    async with make_bot(ground.base, "1000001:other") as stranger:
        with pytest.raises(TelegramUnauthorizedError):
            await stranger.me()


async def test_updates_of_every_kind_are_read(ground, bot):
    await ground.in_group(promoted=True)
    await bot.get_updates(
        allowed_updates=["message", "edited_message", "chat_member", "my_chat_member", "chat_join_request"]
    )
    number = await ground.say("раз", CURATOR, GROUP)
    await ground.post("edit", person=CURATOR, chat=GROUP, message=number, text="два")
    await ground.post("member", person=2000011, chat=GROUP, do="request")
    await ground.post("member", person=2000011, chat=GROUP, do="join")
    await ground.post("member", chat=GROUP, do="demote_bot")
    await ground.post("member", chat=GROUP, do="upgrade")
    await asyncio.sleep(0.55)
    kinds = [update.event_type for update in await bot.get_updates()]
    assert kinds == [
        "message", "edited_message", "chat_join_request", "chat_member", "message", "my_chat_member", "message", "message",
    ]  # fmt: skip


async def test_aiogram_sends_nothing_unknown():
    """What aiogram sends passes the strict check, so a refusal there is the bot's own mistake."""
    async with grounds(strict=True) as ground, make_bot(ground.base) as bot:
        await ground.friend()
        sent = await bot.send_message(CURATOR, "x", reply_markup=keys("a", "b"), disable_notification=True)
        await bot.send_document(CURATOR, BufferedInputFile(b"1", "a"), reply_markup=keys("a", "b"))
        await bot.edit_message_text("y", chat_id=CURATOR, message_id=sent.message_id)
        await bot.get_updates(timeout=0, allowed_updates=["message"])
        assert all("warnings" not in call for call in (await ground.get("calls"))["calls"])
