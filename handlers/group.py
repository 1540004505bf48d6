"""What happens around chats: the bot is added to or removed from a group, a person blocks or unblocks it.

In a group the bot says as little as it can and nothing about anybody.
"""

from __future__ import annotations

from handlers.call import Call
from handlers.routes import Routes
from handlers.screens import NOTHING, Button, Draft, Reply, Screen
from mentoring.notices.rules import Audience, Privacy
from mentoring.people import groups
from mentoring.texts import say


def register(routes: Routes) -> None:
    routes.events["private_membership"] = private
    routes.events["group_membership"] = membership
    routes.events["group_moved"] = moved
    routes.events["group_command"] = command
    routes.before_consent |= {"private_membership", "group_membership", "group_moved", "group_command"}


async def private(call: Call) -> Reply:
    """Blocked: nothing more is sent. Unblocked: the person can be written to again."""
    if call.actor is not None:
        await call.use(groups.reach, call.args[0] != "kicked")
    return NOTHING


async def membership(call: Call) -> Reply:
    status, before = call.args[0], call.args[1]
    if status in ("left", "kicked"):
        await call.unit.run(lambda unit: unit.groups.unbind(call.chat_id))
        return NOTHING
    fresh = before in ("left", "kicked")
    if call.actor is None or not await call.use(groups.bind, call.chat_id, status == "administrator"):
        return Reply((_said(Draft().text("group-stranger").screen()),)) if fresh else NOTHING
    return Reply((_said(Draft().text("group-bound").screen()),)) if fresh else NOTHING


async def moved(call: Call) -> Reply:
    old, new = int(call.args[0]), int(call.args[1])
    await call.unit.run(lambda unit: unit.groups.move(old, new))
    return NOTHING


async def command(call: Call) -> Reply:
    link = Button(say("button-private"), url=f"https://t.me/{call.bot_username}")
    draft = Draft().text("group-command").row(link)
    return Reply((_said(draft.screen(fresh=True)),))


def _said(screen: Screen) -> Screen:
    return Screen(screen.parts, screen.rows, fresh=True, audience=Audience.GROUP, privacy=Privacy.PUBLIC)
