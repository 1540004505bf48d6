"""The ordinary way: aiogram's polling, one SQLAlchemy session an update by middleware, one row and one commit."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware, Dispatcher
from aiogram.types import CallbackQuery, Message, TelegramObject
from sqlalchemy import BigInteger, event
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from benchmarks.bots.echo import bot
from benchmarks.bots.given import given
from benchmarks.bots.keyboard import next_screen, scale


class Base(DeclarativeBase):
    pass


class Said(Base):
    __tablename__ = "said"

    id: Mapped[int] = mapped_column(primary_key=True)
    person: Mapped[int] = mapped_column(BigInteger, index=True)
    words: Mapped[str]


class SessionMiddleware(BaseMiddleware):
    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        async with self._sessions() as session:
            data["session"] = session
            return await handler(event, data)


async def answer(message: Message, session: AsyncSession) -> None:
    session.add(Said(person=message.chat.id, words=message.text or ""))
    await session.commit()
    await message.answer(message.text or "", reply_markup=scale() if message.text == "?" else None)


async def pressed(query: CallbackQuery, session: AsyncSession) -> None:
    session.add(Said(person=query.from_user.id, words=query.data or ""))
    await session.commit()
    await query.answer()
    if isinstance(query.message, Message):
        await query.message.edit_text(next_screen(query.message.text), reply_markup=scale())


def _prepare(connection: Any, _record: Any) -> None:
    """The write-ahead log and a patient lock: without them this bot fails under a backlog."""
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA busy_timeout=30000")
    cursor.close()


async def main() -> None:
    engine = create_async_engine(f"sqlite+aiosqlite:///{given().database}")
    event.listen(engine.sync_engine, "connect", _prepare)
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    dispatcher = Dispatcher()
    dispatcher.update.outer_middleware(SessionMiddleware(async_sessionmaker(engine, expire_on_commit=False)))
    dispatcher.message.register(answer)
    dispatcher.callback_query.register(pressed)
    await dispatcher.start_polling(bot())


if __name__ == "__main__":
    asyncio.run(main())
