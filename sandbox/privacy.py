"""What a bot in a group is told: https://core.telegram.org/bots/features#privacy-mode."""

from __future__ import annotations

from sandbox.entities.shape import to_index
from sandbox.model import ADMIN, Bot, Message


def sees(bot: Bot, message: Message) -> bool:
    """In private everything of a person; in a group with privacy on only what concerns the bot."""
    if isinstance(message.sender, Bot):
        return message.kind == "service"
    chat = message.chat
    if chat.bot is not None or message.kind == "service" or not bot.privacy:
        return True
    if chat.members.get(bot.id) == ADMIN:
        return True
    if message.reply_to is not None and message.reply_to.sender is bot:
        return True
    return addressed(bot, message)


def addressed(bot: Bot, message: Message) -> bool:
    """A command or mention of this bot; a bare command only when it was the last bot to speak here."""
    for entity in message.entities:
        if entity["type"] not in ("bot_command", "mention"):
            continue
        start = to_index(message.text, entity["offset"])
        words = message.text[start : to_index(message.text, entity["offset"] + entity["length"])]
        _, at, name = words.partition("@")
        if at and name.lower() == bot.username.lower():
            return True
        if not at and message.chat.last_bot == bot.id:
            return True
    return False
