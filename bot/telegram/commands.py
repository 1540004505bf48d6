"""The bot's name, description and commands, set by language and by scope. Scope is never the access check."""

from __future__ import annotations

import contextlib

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import BotCommand, BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats

from locales import LANGUAGES, Locales
from mentoring.texts import say

PRIVATE = ("menu", "help", "privacy", "settings", "cancel")


async def publish(bot: Bot) -> None:
    """Best effort: a bot without its menu of commands works all the same."""
    with contextlib.suppress(TelegramAPIError, OSError, TimeoutError):
        for language in LANGUAGES:
            await _publish(bot, language, None if language == LANGUAGES[0] else language)


async def _publish(bot: Bot, language: str, code: str | None) -> None:
    words = Locales()
    named = [BotCommand(command=c, description=words.plain(say(f"command-{c}"), language)) for c in PRIVATE]
    await bot.set_my_commands(named, scope=BotCommandScopeAllPrivateChats(), language_code=code)
    in_groups = [named[PRIVATE.index("help")]]
    await bot.set_my_commands(in_groups, scope=BotCommandScopeAllGroupChats(), language_code=code)
    await bot.set_my_description(words.plain(say("bot-description"), language), language_code=code)
    await bot.set_my_short_description(words.plain(say("bot-short"), language), language_code=code)
