"""A database as a file: copied in use, judged, put in place, removed."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from storage import facts, files, migrate
from storage.engine import Database


async def made(path: Path, bot: str | None = None) -> Database:
    database = Database(f"sqlite+aiosqlite:///{path}")
    await migrate.upgrade(database)
    if bot is not None:
        await database.write(lambda c: facts.keep(c, "bot_id", bot))
    return database


async def test_a_copy_of_a_database_in_use_is_sound_and_whole(tmp_path: Path) -> None:
    live, copy = tmp_path / "live.db", tmp_path / "copy.db"
    database = await made(live, "77")
    files.copy(live, copy)
    await database.close()
    assert files.fault_of(copy) is None
    assert files.bot_of(copy) == "77"
    assert copy.stat().st_mode & 0o077 == 0, "for its owner alone"


async def test_what_is_no_backup_is_named(tmp_path: Path) -> None:
    text, other = tmp_path / "text.db", tmp_path / "other.db"
    text.write_bytes(b"not a database at all" * 100)
    sqlite3.connect(other).execute("CREATE TABLE t (x)").connection.close()
    assert files.fault_of(text) == files.fault_of(other) == "not a backup of this bot"
    assert files.bot_of(text) is None


async def test_a_damaged_copy_is_not_put_in_place(tmp_path: Path) -> None:
    path = tmp_path / "live.db"
    await (await made(path, "77")).close()
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * 8192 + whole[12288:])
    assert files.fault_of(path) is not None


async def test_putting_in_place_leaves_nothing_of_the_old_one(tmp_path: Path) -> None:
    old, new = tmp_path / "old.db", tmp_path / "new.db"
    await (await made(new, "2")).close()
    database = await made(old, "1")
    await database.close()
    files.put_in_place(new, old)
    assert files.bot_of(old) == "2"
    files.remove(old)
    assert not [name for name in os.listdir(tmp_path) if name.startswith("old.db")]
