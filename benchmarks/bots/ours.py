"""This product, as it is served, with Telegram's limits widened: they are what would be measured otherwise."""

from __future__ import annotations

import os
import socket

from pydantic import SecretStr

from benchmarks import form
from benchmarks.bots.given import Given, given
from bot import app
from bot.config import Settings
from bot.telegram import limits


def _widen_limits() -> None:
    """30 messages a second are Telegram's rule, not ours; the sender still counts every message."""
    limits.OVERALL = limits.PRIVATE = limits.GROUP = 0.0


def settings(told: Given) -> Settings:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        door: int = probe.getsockname()[1]
    return Settings(
        _env_file=None,  # type: ignore[call-arg]
        bot_token=SecretStr(told.token),
        bot_api=told.server,
        database_url=f"sqlite+aiosqlite:///{told.database}",
        ops_port=door,
        log_level="WARNING",
        sender_in_air=int(os.environ.get("SENDER_IN_AIR", "1")),
    )


if __name__ == "__main__":
    _widen_limits()
    form.ship()
    app.serve(settings(given()))
