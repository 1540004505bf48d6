"""A bare aiogram bot as its quick start has it: its own polling loop, nothing kept, the words sent back."""

from __future__ import annotations

import asyncio

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import CallbackQuery, Message

from benchmarks.bots.given import given
from benchmarks.bots.keyboard import next_screen, scale


async def answer(message: Message) -> None:
    await message.answer(message.text or "", reply_markup=scale() if message.text == "?" else None)


async def pressed(query: CallbackQuery) -> None:
    await query.answer()
    if isinstance(query.message, Message):
        await query.message.edit_text(next_screen(query.message.text), reply_markup=scale())


def bot() -> Bot:
    """The bot of the command line."""
    told = given()
    return Bot(told.token, session=AiohttpSession(api=TelegramAPIServer.from_base(told.server)))


async def main() -> None:
    dispatcher = Dispatcher()
    dispatcher.message.register(answer)
    dispatcher.callback_query.register(pressed)
    await dispatcher.start_polling(bot())


if __name__ == "__main__":
    asyncio.run(main())
