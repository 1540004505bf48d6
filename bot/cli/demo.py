"""`demo`: the real bot against a Bot API server on this machine, with a messenger page for its people."""

from __future__ import annotations

import argparse
import contextlib
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import make_url

from bot.cli.refused import Refused, settings
from storage import files

TOKEN = "1000001:sandbox-demo-token"  # noqa: S105 - it opens nothing but the sandbox
MARK = "1000001"


def demo(args: argparse.Namespace) -> int:
    found = settings()
    _clean(found.database_url, keep=args.keep)
    from bot.cli.schools import demo_school

    token = "" if args.empty else demo_school()
    door = free_port()
    with _sandbox(args, door) as address:
        served = found.model_copy(update=_changes(address, door))
        print(address, flush=True)
        print("Open it in a browser. Ctrl+C stops the demo.", flush=True)
        if not args.empty:
            threading.Thread(target=_furnish, args=(address, token), daemon=True).start()
        from bot import app

        app.serve(served)
    return 0


def _changes(address: str, door: int) -> dict[str, Any]:
    from pydantic import SecretStr

    return {
        "bot_token": SecretStr(TOKEN),
        "bot_api": address.rstrip("/"),
        "ops_port": door,
        "ops_host": "127.0.0.1",
        "mode": "polling",
        "rehearsal": True,
        "log_format": "console",
        "log_level": "WARNING",
    }


def _clean(url: str, *, keep: bool) -> None:
    """A demo begins anew. A database that a real bot has used is never touched."""
    path = Path(make_url(url).database or "")
    if make_url(url).get_backend_name() != "sqlite" or not path.exists():
        return
    bot = files.bot_of(path)
    if bot not in (None, MARK):
        raise Refused(f"{path} is a real bot's database. DATABASE_URL=sqlite+aiosqlite:///data/demo.db make demo")
    if bot is not None and not keep:
        files.remove(path)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextlib.contextmanager
def _sandbox(args: argparse.Namespace, door: int) -> Iterator[str]:
    command = [sys.executable, "-m", "sandbox", "--port", str(args.port), "--speed", str(args.speed)]
    command += ["--token", TOKEN, "--bot-door", f"http://127.0.0.1:{door}"]
    command += ["--empty"] if args.empty else ["--seed", "school"]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ})  # noqa: S603
    try:
        assert child.stdout is not None
        address = child.stdout.readline().strip()
        if not address.startswith("http"):
            raise Refused(f'The demo\'s page could not be served on port {args.port}: try DEMO_ARGS="--port 0".')
        yield address
    finally:
        child.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.wait(5)


def _furnish(address: str, token: str) -> None:
    """Let the demo school live its first days, so that there is something to look at."""
    from sandbox import walk

    try:
        walk.furnish(address, token)
    except Exception as error:
        print(f"The demo school could not be furnished ({type(error).__name__}).", file=sys.stderr)
