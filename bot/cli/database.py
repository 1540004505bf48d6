"""`migrate`, `backup`, `restore`."""

from __future__ import annotations

import argparse
import asyncio
import shutil
import sqlite3
import subprocess
from pathlib import Path

from sqlalchemy import URL, make_url

from bot.cli.refused import Refused, settings


def migrate(args: argparse.Namespace) -> int:
    from storage import migrate as migration
    from storage.engine import Database

    async def inside() -> str:
        database = Database(settings().database_url)
        try:
            at = await database.read(migration.current)
            if args.to != "head" and migration.is_behind(args.to, at):
                await migration.downgrade(database, args.to)
                return f"downgraded to {args.to}"
            copy = await migration.upgrade(database, args.to)
            return f"at {await database.read(migration.current)}" + (f"; copy before: {copy}" if copy else "")
        finally:
            await database.close()

    print(asyncio.run(inside()))
    return 0


def _sqlite_file(url: URL) -> Path | None:
    return Path(url.database or "") if url.get_backend_name() == "sqlite" else None


def _plain(url: URL) -> str:
    """The URL as PostgreSQL's own programs take it."""
    return url.set(drivername="postgresql").render_as_string(hide_password=False)


def backup(args: argparse.Namespace) -> int:
    url = make_url(settings().database_url)
    target = Path(args.file)
    if target.exists():
        raise Refused(f"{target} is there already; name another file.")
    source = _sqlite_file(url)
    if source is None:
        _postgres("pg_dump", "--format=custom", f"--file={target}", _plain(url))
    elif not source.exists():
        raise Refused(f"There is no database {source}.")
    else:
        with sqlite3.connect(source) as live, sqlite3.connect(target) as copy:
            live.backup(copy)
    target.chmod(0o600)
    print(
        f"{target}: {target.stat().st_size} bytes. It holds personal data: keep it where the database may be kept."
    )
    return 0


def restore(args: argparse.Namespace) -> int:
    url = make_url(settings().database_url)
    source, target = Path(args.file), _sqlite_file(url)
    if not source.exists():
        raise Refused(f"There is no file {source}.")
    if not args.yes:
        raise Refused("This replaces the present database. Stop the bot, then say it again with --yes.")
    if target is None:
        _postgres("pg_restore", "--clean", "--if-exists", f"--dbname={_plain(url)}", str(source))
    else:
        _restore_file(source, target)
    print(
        "Restored. People erased since that backup are back in it: erase them again (docs/operator.md says how)."
    )
    return 0


def _restore_file(source: Path, target: Path) -> None:
    with sqlite3.connect(source) as check:
        try:
            fine = check.execute("PRAGMA integrity_check").fetchone()[0]
            check.execute("SELECT version_num FROM alembic_version").fetchone()
        except sqlite3.DatabaseError:
            raise Refused(f"{source} is not a backup of this bot.") from None
    if fine != "ok":
        raise Refused(f"{source} is damaged: {fine}")
    target.parent.mkdir(parents=True, exist_ok=True)
    for leftover in (target, Path(f"{target}-wal"), Path(f"{target}-shm")):
        leftover.unlink(missing_ok=True)
    shutil.copyfile(source, target)
    target.chmod(0o600)


def _postgres(program: str, *arguments: str) -> None:
    """PostgreSQL's own tools do this better than anything written here could."""
    found = shutil.which(program)
    if found is None:
        raise Refused(f"{program} is not installed (package postgresql-client).")
    done = subprocess.run([found, *arguments], capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        said = done.stderr.strip().splitlines() or [f"code {done.returncode}"]
        raise Refused(f"{program} failed: {said[-1]}")
