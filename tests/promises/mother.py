"""Starts bots quickly: everything is imported once, each bot is a fork that runs `python -m bot run`'s own code.

One JSON object of environment variables a line on the standard input, the new process's number on the standard
output. What the bots log goes to the file named by MOTHER_LOG. The mother has no threads and no event loop, so a
fork of hers is as clean as a new process.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import sys

import alembic.command
import asyncpg
import uvloop

import bot.__main__
import bot.app
import bot.telegram.limits
import mentoring.documents.pdf
import mentoring.documents.qr
import mentoring.documents.sheets_out
import storage.migrate
from mentoring.questionnaires.catalogue import shipped

WARM = (alembic.command, asyncpg, uvloop, bot.app, storage.migrate, mentoring.documents)


def main() -> None:
    shipped()
    # The pace of one message a second in a chat has its own tests; here it would only stretch the walk.
    bot.telegram.limits.PRIVATE = bot.telegram.limits.OVERALL = 0.0
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    gc.collect()
    gc.freeze()
    print("warm", flush=True)
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            _be_a_bot(json.loads(line))
        print(child, flush=True)


def _be_a_bot(environment: dict[str, str]) -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.environ.update(environment)
    log = os.open(os.environ["MOTHER_LOG"], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(log, 1)
    os.dup2(log, 2)
    code = 70
    try:
        code = bot.__main__.main(["run"])
    finally:
        os._exit(code)


if __name__ == "__main__":
    main()
