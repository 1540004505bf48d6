"""`python -m sandbox`: serves until it is told to stop, and prints the page's address as its own line."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import importlib
import signal
from collections.abc import Coroutine
from typing import Any

from aiohttp import web

from sandbox.options import Options
from sandbox.server import make_app


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m sandbox", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8081, help="0 picks a free one")
    people = parser.add_mutually_exclusive_group()
    people.add_argument("--seed", choices=["school"], default="school", help="the people of a demo school")
    people.add_argument("--empty", action="store_true", help="nobody is there yet")
    parser.add_argument(
        "--speed", type=float, default=1.0, metavar="N", help="seconds of the school's time in one"
    )
    parser.add_argument("--strict", action="store_true", help="refuse parameters the Bot API does not have")
    parser.add_argument("--bot-door", metavar="URL", help="where the bot lets its clock be moved")
    parser.add_argument("--token", default=Options().token)
    parser.add_argument("--username", default=Options().username)
    parser.add_argument("--limits", choices=["on", "off", "strict"], default="on", help="Telegram's flood limits")
    return parser


def _options(args: argparse.Namespace) -> Options:
    return Options(
        seed="empty" if args.empty else "school",
        speed=args.speed,
        strict=args.strict,
        bot_door=args.bot_door,
        token=args.token,
        username=args.username,
        limits=args.limits,
    )


async def serve(options: Options, host: str, port: int) -> None:
    """Until SIGINT or SIGTERM; open long polls do not hold it up."""
    runner = web.AppRunner(make_app(options), access_log=None, shutdown_timeout=0.5)
    await runner.setup()
    site = web.TCPSite(runner, host, port)
    await site.start()
    print(f"http://{_shown(host)}:{_port(runner)}/", flush=True)
    stop = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):
            asyncio.get_running_loop().add_signal_handler(name, stop.set)
    await stop.wait()
    await runner.cleanup()


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _port(runner: web.AppRunner) -> int:
    return int(runner.addresses[0][1])


def _run(work: Coroutine[Any, Any, None]) -> None:
    """On uvloop where there is one: the sandbox stands inside measurements and should cost little."""
    with contextlib.suppress(ImportError):
        importlib.import_module("uvloop").run(work)
        return
    asyncio.run(work)


def main() -> None:
    parser = _parser()
    args = parser.parse_args()
    if not args.token.split(":")[0].isdigit() or args.speed < 1:
        parser.error("a token is like 1000001:secret" if args.speed >= 1 else "speed is at least 1")
    try:
        _run(serve(_options(args), args.host, args.port))
    except OSError as error:
        parser.exit(1, f"cannot listen on {args.host}:{args.port}: {error.strerror}\n")


if __name__ == "__main__":
    main()
