"""`migrate`, `backup`, `restore`."""

from __future__ import annotations

import argparse
import asyncio
import os
import shutil
import subprocess
from pathlib import Path

from sqlalchemy import URL, make_url

from bot.cli.refused import Refused, settings
from storage import files


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


def backup(args: argparse.Namespace) -> int:
    url = make_url(settings().database_url)
    target = Path(args.file)
    if target.exists():
        raise Refused(f"{target} is there already; name another file.")
    source = _sqlite_file(url)
    if source is None:
        target.touch(mode=0o600)
        _postgres(url, "pg_dump", "--format=custom", f"--file={target}")
    elif not source.exists():
        raise Refused(f"There is no database {source}.")
    else:
        files.copy(source, target)
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
        _postgres(url, "pg_restore", "--clean", "--if-exists", str(source))
    elif (fault := files.fault_of(source)) is not None:
        raise Refused(f"{source} is {fault}.")
    else:
        files.put_in_place(source, target)
    print(
        "Restored. People erased since that backup are back in it: erase them again (docs/operator.md says how)."
    )
    return 0


def _postgres(url: URL, program: str, *arguments: str) -> None:
    """PostgreSQL's own tools do this better than anything written here could.

    The password goes by the environment: a command line is there for every user of the machine to read.
    """
    found = shutil.which(program)
    if found is None:
        raise Refused(f"{program} is not installed (package postgresql-client).")
    address = url.set(drivername="postgresql", password=None).render_as_string()
    environment = {**os.environ, **({"PGPASSWORD": str(url.password)} if url.password else {})}
    command = [found, *arguments, f"--dbname={address}"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)  # noqa: S603
    if done.returncode:
        said = done.stderr.strip().splitlines() or [f"code {done.returncode}"]
        raise Refused(f"{program} failed: {said[-1]}")
