"""From aiogram's events to our handlers: find who acts, look the handler up, turn refusals into words.

One aiogram router with one handler an event kind; ours are found in dictionaries, because a filter chain costs
every update the price of all the filters before its own.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware, Dispatcher, Router
from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message, TelegramObject, Update, User

from bot.telegram.answered import Answered, Running
from bot.telegram.given import given_in
from bot.telegram.router_group import NOBODYS, GroupDesk
from handlers.call import Call, StaleScreen, Upload, Where
from handlers.routes import Handler, Routes
from handlers.screens import NOTHING, Draft, Reply
from locales import known
from mentoring.errors import ProgrammeError
from mentoring.people import groups
from mentoring.people.rules import Guest
from mentoring.texts import say

FORM = "form"
MEMBERSHIP = ("private_membership", "group_membership")
# Messages nobody wrote: Telegram's own lines about the chat.
SERVICE = frozenset(
    {
        ContentType.PINNED_MESSAGE,
        ContentType.MESSAGE_AUTO_DELETE_TIMER_CHANGED,
        ContentType.WRITE_ACCESS_ALLOWED,
        ContentType.CHAT_BACKGROUND_SET,
        ContentType.BOOST_ADDED,
        ContentType.CONNECTED_WEBSITE,
        ContentType.USERS_SHARED,
    }
)
MEDIA = (
    "photo",
    "document",
    "voice",
    "video",
    "video_note",
    "audio",
    "sticker",
    "animation",
    "contact",
    "location",
    "poll",
)


class Redo(Exception):
    """A use case refused after it had written: what it wrote must be undone, the refusal still be said."""

    def __init__(self, answered: Answered) -> None:
        super().__init__()
        self.answered = answered


class ActorMiddleware(BaseMiddleware):
    """Puts the `Call` of this update into aiogram's data: who acts, in which school, in which language."""

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        user: User | None = data.get("event_from_user")
        assert isinstance(event, Update)
        running: Running = data["running"]
        if user is None and event.event_type in NOBODYS:
            data["call"] = Call(None, Guest(0, known(None)), data["now"], running, data["bot_username"])
            return await handler(event, data)
        if user is None or user.is_bot:
            return None
        actor = await running.run(lambda unit: unit.people.actor(user.id))
        guest = Guest(user.id, known(user.language_code))
        data["call"] = Call(
            actor, guest, data["now"], running, data["bot_username"], shown_name=user.full_name.replace("\0", "")
        )
        return await handler(event, data)


def dispatcher(routes: Routes) -> Dispatcher:
    """A fresh dispatcher: routers attach once, so they are made here and never kept in a module."""
    found = Dispatcher(disable_fsm=True)
    found.update.outer_middleware(ActorMiddleware())
    desk = _Desk(routes)
    router = Router(name="desk")
    router.message.register(desk.message)
    router.edited_message.register(desk.edited)
    router.callback_query.register(desk.press)
    router.my_chat_member.register(desk.membership)
    desk.group.register(router)
    found.include_router(router)
    return found


class _Desk:
    def __init__(self, routes: Routes) -> None:
        self._routes = routes
        self.group = GroupDesk(routes, self._run)

    async def message(
        self, message: Message, call: Call, running: Running, upload: Upload | None
    ) -> Answered | None:
        call.chat_id = message.chat.id
        call.text = (message.text or message.caption or "").replace("\0", "")
        call.upload = upload
        call.media = next((kind for kind in MEDIA if getattr(message, kind) is not None), None)
        call.attachment = given_in(message)
        if message.text is None and call.media is None:
            if message.content_type in SERVICE:
                return None
            call.media = "other"
        if message.chat.type != "private":
            return await self.group.message(message, call, running)
        if message.chat_shared is not None:
            call.where = Where(message.chat_shared.chat_id, title=message.chat_shared.title or "")
            return await self._run(self._routes.events["chat_shared"], "chat_shared", call, running)
        handler, name = await self._typed(call)
        return await self._run(handler, name, call, running)

    async def _typed(self, call: Call) -> tuple[Handler, str]:
        if call.text.startswith("/") and call.media is None:
            return self._command(call)
        focus = call.actor.focus if call.actor else None
        if focus is None:
            return self._routes.events["typed"], "typed"
        call.ref = focus.ref
        if call.media == "document" and focus.kind in self._routes.uploads:
            return self._routes.uploads[focus.kind], focus.kind
        if call.media is not None:
            return self._routes.events["media"], focus.kind
        return self._routes.texts.get(focus.kind, self._routes.events["typed"]), focus.kind

    def _command(self, call: Call) -> tuple[Handler, str]:
        words = call.text.split()
        name = words[0].split("@")[0].lower()
        call.args = tuple(words[1:])
        if name in self._routes.commands:
            return self._routes.commands[name], name
        return self._routes.events["unknown_command"], "unknown_command"

    async def edited(self, message: Message, call: Call, running: Running) -> Answered | None:
        call.chat_id = message.chat.id
        if message.chat.type != "private":
            return await self.group.edited(message, call, running)
        return await self._run(self._routes.events["edited"], "edited", call, running)

    async def press(self, query: CallbackQuery, call: Call, running: Running) -> Answered:
        call.pressed = True
        call.chat_id = query.message.chat.id if query.message else query.from_user.id
        if query.message is not None and query.message.chat.type != "private":
            return await self.group.press(query, call, running)
        name, *args = (query.data or "").split(":")
        call.args = tuple(args)
        handler = self._routes.presses.get(name, self._routes.events["stale"])
        call.message_id = query.message.message_id if query.message else None
        call.query_id = query.id
        return await self._run(handler, name, call, running)

    async def membership(self, change: ChatMemberUpdated, call: Call, running: Running) -> Answered | None:
        call.chat_id = change.chat.id
        call.args = (change.new_chat_member.status, change.old_chat_member.status)
        call.where = Where(change.chat.id, title=change.chat.title or "", is_forum=bool(change.chat.is_forum))
        name = "private_membership" if change.chat.type == "private" else "group_membership"
        return await self._run(self._routes.events[name], name, call, running)

    async def _run(self, handler: Handler, name: str, call: Call, running: Running) -> Answered:
        blocked = call.actor is not None and not call.actor.person.reachable
        if blocked and call.chat_id > 0 and name not in MEMBERSHIP:
            await call.use(groups.reach, True)
        try:
            if name not in self._routes.before_consent and not self._admitted(call):
                return _answered(await self._routes.events["gate"](call), call)
            return _answered(await self._resumed(await handler(call), name, call), call)
        except ProgrammeError as error:
            answered = _answered(await self._refusal(error, call), call)
            if running.wrote:
                raise Redo(answered) from error
            return answered

    async def _resumed(self, reply: Reply, name: str, call: Call) -> Reply:
        """After something settled in between, the questionnaire that was open comes back, once."""
        focus = call.actor.focus if call.actor else None
        if name not in self._routes.asides or focus is None or focus.kind != FORM:
            return reply
        call.ref = focus.ref
        back = await self._routes.events["resume"](call)
        return Reply((*reply.screens, *back.screens), reply.toast, reply.alert)

    @staticmethod
    def _admitted(call: Call) -> bool:
        return call.actor is not None and call.actor.admitted

    async def _refusal(self, error: ProgrammeError, call: Call) -> Reply:
        """A press is answered on top of the screen it came from; a typed message gets a message."""
        words = say(error.key, **error.params)
        if error.key == StaleScreen.KEY:
            fresh = await self._routes.events["stale"](call)
            return Reply(fresh.screens, words, alert=False)
        if call.pressed:
            return Reply(toast=words, alert=True)
        if call.chat_id < 0:
            return NOTHING
        return Draft([words]).button("button-home", "home").reply(fresh=True)


def _answered(reply: Reply, call: Call) -> Answered:
    person = call.actor.id if call.actor else None
    return Answered(reply, call.language, call.chat_id, person, call.message_id, call.query_id)
