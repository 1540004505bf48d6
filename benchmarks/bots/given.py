"""What every measured bot is told on its command line."""

from __future__ import annotations

import sys
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Given:
    """`server` is a Bot API server's address; `database` a file of this bot's own."""

    server: str
    token: str
    database: str


def given() -> Given:
    server, token, database = sys.argv[1:4]
    return Given(server, token, database)
