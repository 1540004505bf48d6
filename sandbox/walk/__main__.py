"""`python -m sandbox.walk`: a school's first days, step by step, in the terminal."""

from __future__ import annotations

import argparse
import contextlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from sandbox.walk import cast
from sandbox.walk.curator import token_of
from sandbox.walk.journey import Walk, run
from sandbox.walk.moves import expect
from sandbox.walk.story import Story
from sandbox.walk.traces import in_files, in_rows, words_of
from sandbox.walk.wire import Sandbox

SCHOOL = "МБОУ «Школа № 6»"
START = 60  # seconds a bot may take to start
HOUR = 3601  # once an hour, and after an erasure, the bot empties what its database keeps beside the tables


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m sandbox.walk", description=__doc__)
    parser.add_argument(
        "--address", help="the page of a sandbox with nobody in it, where a bot is running already"
    )
    parser.add_argument("--token", help="the curator's one-time link there, or what stands behind start= in it")
    return parser


def main() -> int:
    parser = _parser()
    args = parser.parse_args()
    if args.address is None:
        return _on_own_ground()
    if not args.token:
        parser.error("--address needs --token: python -m bot school add “…” prints it")
    walk = Walk(Sandbox(args.address), Story(sys.stdout))
    run(walk, token_of(args.token) if "start=" in args.token else args.token)
    return 0


def _on_own_ground() -> int:
    """A bot of one's own with an empty database in a temporary folder, which is searched at the end."""
    with tempfile.TemporaryDirectory(prefix="walk-") as name:
        folder = Path(name)
        with _bot(folder) as address:
            walk = Walk(Sandbox(address), Story(sys.stdout))
            run(walk, _school(folder))
            walk.later(by=HOUR)
            _nothing_left(walk, folder)
    print("\nВсё прошло.")
    return 0


def _environment(folder: Path) -> dict[str, str]:
    return {**os.environ, "DATABASE_URL": f"sqlite+aiosqlite:///{folder}/walk.db"}


@contextlib.contextmanager
def _bot(folder: Path) -> Iterator[str]:
    command = [sys.executable, "-m", "bot", "demo", "--empty", "--port", "0"]
    with (folder / "log").open("wb") as log:
        child = subprocess.Popen(  # noqa: S603 - our own command
            command, stdout=subprocess.PIPE, stderr=log, text=True, env=_environment(folder)
        )
        try:
            assert child.stdout is not None
            address = child.stdout.readline().strip()
            expect(address.startswith("http"), f"the demo did not start: {(folder / 'log').read_text()}")
            expect(Sandbox(address).get("idle", timeout=START)["idle"], "the bot did not start")
            yield address
        finally:
            child.terminate()
            child.wait()


def _school(folder: Path) -> str:
    """What the operator does; the link is on the last line."""
    command = [sys.executable, "-m", "bot", "school", "add", SCHOOL]
    said = subprocess.run(  # noqa: S603 - our own command
        command, capture_output=True, text=True, env=_environment(folder), check=True
    ).stdout
    return token_of(said)


def _nothing_left(walk: Walk, folder: Path) -> None:
    who = cast.LEAVER
    words = words_of(who, walk.diaries[who.key], walk.phones[who.key].chat.person)
    found = in_files(folder, words) + in_rows(folder / "walk.db", words)
    expect(not found, f"of the one who withdrew there is still left: {found}")
    walk.story.note(f"искали {len(words)} примет в базе, её файлах и журнале: ничего не осталось")


if __name__ == "__main__":
    sys.exit(main())
