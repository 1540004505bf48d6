"""What happens around chats: the bot is added to or removed from a group, a person blocks or unblocks it.

In a group the bot says as little as it can and nothing about anybody; words of people go there only as they said.
"""

from __future__ import annotations

from handlers.call import Call, Where
from handlers.group_home import home_screen
from handlers.routes import Routes
from handlers.screens import NOTHING, Button, Draft, Picker, Reply, Screen
from mentoring.errors import ProgrammeError
from mentoring.notices.rules import Audience, Privacy
from mentoring.people import groups
from mentoring.people.rules import Role
from mentoring.reflection import service_answers, service_groups, service_polls
from mentoring.reflection.rules import Place
from mentoring.reflection.service_groups import Bound
from mentoring.texts import say

ABSENT = ("left", "kicked")


def register(routes: Routes) -> None:
    routes.event("private_membership")(private)
    routes.event("group_membership")(membership)
    routes.event("group_moved")(moved)
    routes.event("group_command")(command)
    routes.event("group_bind")(bind_pressed)
    routes.event("group_reply")(replied)
    routes.event("group_edited")(edited)
    routes.event("group_reaction")(reacted)
    routes.event("group_poll")(polled)
    routes.event("chat_shared")(shared)


async def private(call: Call) -> Reply:
    """Blocked: nothing more is sent. Unblocked: the person can be written to again."""
    if call.actor is not None:
        await call.use(groups.reach, call.args[0] != "kicked")
    return NOTHING


def _where(call: Call) -> Where:
    assert call.where is not None
    return call.where


def _place(where: Where, *, is_admin: bool = False) -> Place:
    return Place(where.chat_id, 0, where.title, where.thread_id, is_admin, where.is_forum)


async def membership(call: Call) -> Reply:
    """The bot's own place in a group changed."""
    status, before = call.args[0], call.args[1]
    actor, place = call.actor, _place(_where(call), is_admin=status == "administrator")
    if status in ABSENT:
        await call.unit.run(lambda unit: service_groups.removed(unit, place.chat_id, actor))
        return NOTHING
    if before not in ABSENT:
        await call.unit.run(lambda unit: service_groups.rights(unit, place.chat_id, place.is_admin))
        return NOTHING
    return _told(call, await call.unit.run(lambda unit: service_groups.added(actor, unit, place)))


def _told(call: Call, found: Bound) -> Reply:
    """What the group reads of it."""
    if found is Bound.ALREADY:
        return NOTHING
    if found is Bound.BOUND:
        return Reply((_said(call, Draft().text("group-bound")),))
    if found is Bound.TAKEN:
        return Reply((_said(call, Draft().text("group-taken")),))
    return Reply((_said(call, Draft().text("group-stranger").button("button-bind", "g.bind")),))


async def bind_pressed(call: Call) -> Reply:
    """The one tap; only the curator's counts, and everybody else is told so on top of the screen."""
    actor, place = call.actor, _place(_where(call))
    found = await call.unit.run(lambda unit: service_groups.bind(actor, unit, place))
    if found in (Bound.BOUND, Bound.ALREADY):
        return Reply((_said(call, Draft().text("group-bound"), fresh=False),), say("toast-group-bound"))
    return Reply(toast=say("group-taken" if found is Bound.TAKEN else "toast-group-curator"), alert=True)


async def moved(call: Call) -> Reply:
    old, new = int(call.args[0]), int(call.args[1])
    await call.unit.run(lambda unit: unit.groups.move(old, new))
    return NOTHING


async def command(call: Call) -> Reply:
    """`/start` of the curator binds the group, or the topic it is written in; anything else leads to the private
    chat.
    """
    actor, where = call.actor, _where(call)
    if call.text.partition("@")[0].split()[0] == "/start" and (call.args or where.thread_id is not None):
        found = await call.unit.run(lambda unit: service_groups.bind(actor, unit, _place(where)))
        if found in (Bound.BOUND, Bound.ALREADY, Bound.TAKEN):
            return _told(call, found)
    link = Button(say("button-private"), url=f"https://t.me/{call.bot_username}")
    return Reply((_said(call, Draft().text("group-command").row(link)),))


async def replied(call: Call) -> Reply:
    where, author, text = _where(call), call.guest.tg_id, call.text
    numbers = (where.chat_id, where.replied_to, where.message_id)
    await call.unit.run(lambda unit: service_answers.heard(unit, author, *numbers, text))
    return NOTHING


async def edited(call: Call) -> Reply:
    where, author, text = _where(call), call.guest.tg_id, call.text
    await call.unit.run(lambda unit: service_answers.reworded(unit, author, where.chat_id, where.message_id, text))
    return NOTHING


async def reacted(call: Call) -> Reply:
    where, number = _where(call), int(call.args[1])
    change = {"by": number} if call.args[0] == "by" else {"total": number}
    await call.unit.run(lambda unit: unit.groups.reacted(where.chat_id, where.message_id, **change))
    return NOTHING


async def polled(call: Call) -> Reply:
    code, state, *counts = call.args
    numbers = [int(one) for one in counts]
    await call.unit.run(lambda unit: service_polls.counted(unit, code, numbers, state == "closed"))
    return NOTHING


async def shared(call: Call) -> Reply:
    """The curator picked one of their groups with the button under the field."""
    if call.actor is None:
        raise ProgrammeError("error-no-school")
    call.actor.require(Role.CURATOR)
    found = await call.use(service_groups.bind, _place(_where(call)))
    if found is Bound.TAKEN:
        raise ProgrammeError("group-taken")
    done = Screen((say("group-picked", title=_where(call).title),), fresh=True, picker=Picker())
    return Reply((done, await home_screen(call)))


def _said(call: Call, draft: Draft, *, fresh: bool = True) -> Screen:
    screen = draft.screen(fresh=fresh)
    thread = call.where.thread_id if call.where is not None else None
    return Screen(
        screen.parts,
        screen.rows,
        fresh=fresh,
        audience=Audience.GROUP,
        privacy=Privacy.PUBLIC,
        thread_id=thread,
    )
