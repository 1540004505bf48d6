"""The walk as tests use it: on a stage in this process, and where to look for what should be gone."""

from __future__ import annotations

import asyncio
from pathlib import Path

import asyncpg
import pytest
from sqlalchemy import make_url

from sandbox.walk import cast
from sandbox.walk.journey import Walk, run
from sandbox.walk.traces import in_files, in_rows, words_of
from sandbox.walk.wire import Sandbox
from tests.stage import Stage

HOUR = 3601


def without_pacing(patch: pytest.MonkeyPatch) -> None:
    """The bot keeps Telegram's one message a second in a chat; a walk has hundreds, and the pace its own tests."""
    patch.setattr("bot.telegram.limits.PRIVATE", 0.0)
    patch.setattr("bot.telegram.limits.OVERALL", 0.0)


async def walked(stage: Stage) -> Walk:
    """The whole journey on this stage, and the hour after it.

    Telegram hands every press over with the message it was made on: a curator's press on an old register brings the
    names back for as long as the database's log is not emptied, which is done hourly and after each erasure.
    """
    walk = Walk(Sandbox(stage.people.base))
    await asyncio.to_thread(run, walk, await stage.school())
    await asyncio.to_thread(walk.later, by=HOUR)
    walk.sandbox.close()
    return walk


def leaver_words(walk: Walk) -> list[str]:
    who = cast.LEAVER
    return words_of(who, walk.diaries[who.key], walk.phones[who.key].chat.person)


def present_words(walk: Walk) -> list[str]:
    """The same of somebody who has stayed: if these are not found, the search is blind."""
    who = cast.MENTEES[0]
    return [who.shown, str(walk.phones[who.key].chat.person), who.words["представляете"]]


async def places(database_url: str, words: list[str]) -> list[str]:
    """Where in the database any of the words stands, "table: word" or "file: word"."""
    url = make_url(database_url)
    if url.get_backend_name() != "sqlite":
        return await _in_postgres(url.set(drivername="postgresql").render_as_string(hide_password=False), words)
    path = Path(str(url.database))
    return in_files(path.parent, words) + in_rows(path, words)


async def _in_postgres(url: str, words: list[str]) -> list[str]:
    """Every row of every table as PostgreSQL writes it in text; files in bytea as hex."""
    connection = await asyncpg.connect(url)
    try:
        tables = await connection.fetch("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        found = []
        for (table,) in tables:
            for (row,) in await connection.fetch(f'SELECT t::text FROM "{table}" t'):
                found += [f"{table}: {word}" for word in words if word in row or word.encode().hex() in row]
        return found
    finally:
        await connection.close()
