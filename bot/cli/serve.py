"""`run`: serve real Telegram, or whatever BOT_API points to."""

from __future__ import annotations

import argparse

from bot.cli.refused import Refused, settings


def run(_args: argparse.Namespace) -> int:
    found = settings()
    token = found.bot_token.get_secret_value()
    if not token:
        raise Refused("BOT_TOKEN is not set. Get one from @BotFather, or try `make demo`, which needs none.")
    head, _, tail = token.partition(":")
    if not head.isdecimal() or not tail:
        raise Refused("BOT_TOKEN does not look like a token (numbers, a colon, letters).")
    from bot import app
    from storage.engine import UnfitDatabase

    try:
        app.serve(found)
    except (app.WrongBot, UnfitDatabase) as error:
        raise Refused(str(error)) from None
    return 0
