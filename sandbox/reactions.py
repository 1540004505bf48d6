"""Reactions: the emoji the messenger knows (https://core.telegram.org/bots/api#reactiontypeemoji), who is told."""

from __future__ import annotations

from collections import Counter

from sandbox.model import ADMIN, Bot, Chat, Json, Message, Person
from sandbox.render import chat_json
from sandbox.world import World

KNOWN = frozenset((
    "❤", "👍", "👎", "🔥", "🥰", "👏", "😁", "🤔", "🤯", "😱", "🤬", "😢", "🎉", "🤩",
    "🤮", "💩", "🙏", "👌", "🕊", "🤡", "🥱", "🥴", "😍", "🐳", "❤\u200d🔥", "🌚", "🌭", "💯",
    "🤣", "⚡", "🍌", "🏆", "💔", "🤨", "😐", "🍓", "🍾", "💋", "🖕", "😈", "😴", "😭",
    "🤓", "👻", "👨\u200d💻", "👀", "🎃", "🙈", "😇", "😨", "🤝", "✍", "🤗", "🫡", "🎅", "🎄",
    "☃", "💅", "🤪", "🗿", "🆒", "💘", "🙉", "🦄", "😘", "💊", "🙊", "😎", "👾", "🤷\u200d♂",
    "🤷", "🤷\u200d♀", "😡",
))  # fmt: skip


def react(world: World, message: Message, person: Person, emoji: str, *, hidden: bool = False) -> None:
    """The person's reaction in the place of a former one; an empty one takes it back. With `hidden` bots are told
    how many there are, not whose.
    """
    before = message.reactions.get(person.id, [])
    after: list[Json] = [{"type": "emoji", "emoji": emoji}] if emoji else []
    if before == after:
        return
    message.reactions = {**message.reactions, person.id: after}
    world.touch(message, edited=False)
    change = _count(message) if hidden else _change(person, before, after)
    kind = "message_reaction_count" if hidden else "message_reaction"
    for bot in world.bots_in(message.chat):
        if _told(bot, message.chat):
            world.tell(bot, kind, {**_head(world, message), **change})


def _told(bot: Bot, chat: Chat) -> bool:
    """In a group only an administrator."""
    return chat.bot is not None or chat.members.get(bot.id) == ADMIN


def _head(world: World, message: Message) -> Json:
    return {"chat": chat_json(message.chat), "message_id": message.id, "date": world.clock.unix()}


def _change(person: Person, before: list[Json], after: list[Json]) -> Json:
    return {"user": person.user(), "old_reaction": before, "new_reaction": after}


def _count(message: Message) -> Json:
    """Of people and bots together, by emoji."""
    emoji = Counter(one["emoji"] for given in message.reactions.values() for one in given if "emoji" in one)
    counted = [{"type": {"type": "emoji", "emoji": one}, "total_count": n} for one, n in emoji.items()]
    return {"reactions": counted}
