"""What happens in a group, as handlers see it: commands, replies, presses, reactions, polls, the group itself.

A group's talk is none of the bot's: with privacy mode on it hears commands, replies to its own messages, and the
messenger's own lines about the chat. Nothing that goes wrong here is told in the group.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from aiogram import Router
from aiogram.types import (
    CallbackQuery,
    Chat,
    Message,
    MessageReactionCountUpdated,
    MessageReactionUpdated,
    Poll,
)

from bot.telegram.answered import Answered, Running
from handlers.call import Call, Where
from handlers.routes import Handler, Routes
from handlers.screens import Reply
from mentoring.texts import say

Run = Callable[[Handler, str, Call, Running], Awaitable[Answered]]
BIND = "g.bind"  # the only press in a group: it shows nothing to anybody
NOBODYS = ("poll", "message_reaction", "message_reaction_count")


class GroupDesk:
    """`run` runs a handler, with its refusals."""

    def __init__(self, routes: Routes, run: Run) -> None:
        self._routes = routes
        self._run = run

    def register(self, router: Router) -> None:
        router.message_reaction.register(self.reaction)
        router.message_reaction_count.register(self.reaction_count)
        router.poll.register(self.poll)

    async def _event(self, name: str, call: Call, running: Running) -> Answered:
        return await self._run(self._routes.events[name], name, call, running)

    async def message(self, message: Message, call: Call, running: Running) -> Answered | None:
        call.where = _where(message.chat, message)
        if message.migrate_to_chat_id is not None:
            call.args = (str(message.chat.id), str(message.migrate_to_chat_id))
            return await self._event("group_moved", call, running)
        if call.text.startswith("/") and _for_us(call):
            call.args = tuple(call.text.split()[1:])
            return await self._event("group_command", call, running)
        replied = message.reply_to_message
        if replied is not None and replied.from_user is not None and replied.from_user.is_bot:
            return await self._event("group_reply", call, running)
        return None

    async def edited(self, message: Message, call: Call, running: Running) -> Answered:
        call.where = _where(message.chat, message)
        call.text = (message.text or message.caption or "").replace("\0", "")
        return await self._event("group_edited", call, running)

    async def press(self, query: CallbackQuery, call: Call, running: Running) -> Answered:
        """What a press brings up is for one reader; in a group everybody would read it."""
        if query.data != BIND or not isinstance(query.message, Message):
            words = Reply(toast=say("group-command"))
            return Answered(words, call.language, call.chat_id, None, None, query.id)
        call.where = _where(query.message.chat, query.message)
        call.message_id, call.query_id = query.message.message_id, query.id
        return await self._event("group_bind", call, running)

    async def reaction(self, change: MessageReactionUpdated, call: Call, running: Running) -> Answered:
        """How many came or went; whose they are and which ones is not looked at."""
        call.chat_id = change.chat.id
        call.where = Where(change.chat.id, message_id=change.message_id)
        call.args = ("by", str(len(change.new_reaction) - len(change.old_reaction)))
        return await self._event("group_reaction", call, running)

    async def reaction_count(self, change: MessageReactionCountUpdated, call: Call, running: Running) -> Answered:
        call.chat_id = change.chat.id
        call.where = Where(change.chat.id, message_id=change.message_id)
        call.args = ("total", str(sum(one.total_count for one in change.reactions)))
        return await self._event("group_reaction", call, running)

    async def poll(self, poll: Poll, call: Call, running: Running) -> Answered:
        counts = (str(option.voter_count) for option in poll.options)
        call.args = (poll.id, "closed" if poll.is_closed else "open", *counts)
        return await self._event("group_poll", call, running)


def _where(chat: Chat, message: Message) -> Where:
    replied = message.reply_to_message
    return Where(
        chat.id,
        title=chat.title or "",
        is_forum=bool(chat.is_forum),
        thread_id=message.message_thread_id if message.is_topic_message else None,
        message_id=message.message_id,
        replied_to=replied.message_id if replied is not None else 0,
    )


def _for_us(call: Call) -> bool:
    """A bare command, or one addressed to this bot by name."""
    _, _, name = call.text.split()[0].partition("@")
    return not name or name.lower() == call.bot_username.lower()
