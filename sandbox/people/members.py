"""Who is here: new people, bots and groups; joining, leaving, blocking, promoting, upgrading."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable

from aiohttp import web

from sandbox.errors import PeopleError
from sandbox.model import ADMIN, KICKED, LEFT, MEMBER, OWNER, PRESENT, Bot, Chat, Json, Person
from sandbox.people.asked import Asked, from_body
from sandbox.people.shown import chat_line, person_json
from sandbox.render import member_change, message_json
from sandbox.world import FIRST_BOT, SUPERGROUPS, World

_USERNAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{3,31}")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def _free_username(asked: Asked, username: str) -> str:
    users: list[Person | Bot] = [*asked.world.people.values(), *asked.world.bots.values()]
    taken = {one.username.lower() for one in users}
    if username.lower() in taken:
        raise PeopleError(409, f"@{username} is taken")
    if not _USERNAME.fullmatch(username):
        raise PeopleError(400, "a username has 4 to 32 Latin letters, digits and underscores, a letter first")
    return username


async def new_bot(request: web.Request) -> Json:
    asked = await from_body(request)
    username = _free_username(asked, str(asked.need("username")))
    number = max([FIRST_BOT, *asked.world.bots]) + 1
    token = f"{number}:{secrets.token_urlsafe(26)}"
    bot = asked.world.add_bot(username, asked.text("first_name", username), token)
    bot.privacy = asked.fields.get("privacy", True) is not False
    return {"id": bot.id, "token": token, "username": username}


async def new_person(request: web.Request) -> Json:
    asked = await from_body(request)
    facts = {
        "first_name": str(asked.need("first_name")).strip()[:64],
        "last_name": asked.text("last_name").strip()[:64],
    }
    username = asked.text("username").lstrip("@")
    facts["username"] = _free_username(asked, username) if username else ""
    facts["language_code"] = asked.text("language_code", "ru")
    if not _LANGUAGE.fullmatch(facts["language_code"]):
        raise PeopleError(400, "language_code must be like ru or en-GB")
    if not facts["first_name"]:
        raise PeopleError(400, "first_name is missing")
    return person_json(asked.world, asked.world.add_person(facts | {"role": asked.text("role")}))


def _members(asked: Asked) -> list[int]:
    given = asked.fields.get("members") or []
    try:
        numbers = [int(one) for one in given]
    except (TypeError, ValueError) as error:
        raise PeopleError(400, "members must be a list of ids") from error
    unknown = [number for number in numbers if number not in asked.world.people]
    if unknown:
        raise PeopleError(404, f"there is no person {unknown[0]}")
    return numbers


async def new_group(request: web.Request) -> Json:
    asked = await from_body(request)
    owner = asked.person("owner")
    title = str(asked.need("title")).strip()[:128]
    if not title:
        raise PeopleError(400, "title is missing")
    chat = asked.world.add_group(title, owner.id, _members(asked))
    if asked.fields.get("type") == "supergroup":
        chat = _renumber(asked.world, chat)
    return chat_line(asked.world, chat)


async def member(request: web.Request) -> Json:
    """One change of membership; `do` names it."""
    asked = await from_body(request)
    act = str(asked.need("do"))
    if act in BLOCKS:
        BLOCKS[act](asked, asked.person())
        return {"ok": True}
    group = asked.group(asked.number("chat"))
    if act not in GROUP_ACTS:
        raise PeopleError(400, f"do must be one of: {', '.join((*BLOCKS, *GROUP_ACTS))}")
    GROUP_ACTS[act](asked, group)
    return {"ok": True, **_moved(group)}


def _moved(group: Chat) -> Json:
    return {"chat": group.migrated_to} if group.migrated_to is not None else {}


def _private_change(asked: Asked, person: Person, change: tuple[str, str]) -> None:
    bot = asked.bot()
    chat = asked.world.private_chat(bot, person)
    body = member_change(chat, person, bot, change, asked.world.clock.unix())
    asked.world.tell(bot, "my_chat_member", body)
    asked.world.changes.state()


def block(asked: Asked, person: Person) -> None:
    bot = asked.bot()
    if bot.id in person.blocked:
        raise PeopleError(409, "the bot is blocked already")
    person.blocked.add(bot.id)
    _private_change(asked, person, (MEMBER, KICKED))


def unblock(asked: Asked, person: Person) -> None:
    bot = asked.bot()
    if bot.id not in person.blocked:
        raise PeopleError(409, "the bot is not blocked")
    person.blocked.discard(bot.id)
    _private_change(asked, person, (KICKED, MEMBER))


def deactivate(asked: Asked, person: Person) -> None:
    """The account is deleted: bots can no longer write to it."""
    person.deactivated = True
    asked.world.changes.state()


def join(asked: Asked, group: Chat) -> None:
    person = asked.person()
    if group.here(person.id):
        raise PeopleError(409, "already a member")
    come(asked.world, group, person, person)


def come(world: World, group: Chat, actor: Person, user: Person | Bot) -> None:
    world.member_changed(group, actor, user, MEMBER)
    message = world.post(group, actor, kind="service", extra={"new_chat_members": [user.user()]})
    world.tell_message(message)


def _go(world: World, group: Chat, actor: Person, user: Person | Bot, after: str) -> None:
    """A bot that is removed is told of it by both its own status and the service message."""
    world.member_changed(group, actor, user, after)
    message = world.post(group, actor, kind="service", extra={"left_chat_member": user.user()})
    world.tell_message(message)
    if isinstance(user, Bot):
        world.tell(user, "message", message_json(message, user))


def leave(asked: Asked, group: Chat) -> None:
    person = asked.person()
    if not group.here(person.id):
        raise PeopleError(409, "not a member")
    _go(asked.world, group, person, person, LEFT)


def _set_status(asked: Asked, group: Chat, user: Person | Bot, after: str) -> None:
    if not group.here(user.id):
        raise PeopleError(409, "not a member")
    asked.world.member_changed(group, _owner(asked.world, group), user, after)


def _owner(world: World, group: Chat) -> Person:
    number = next(
        (user for user, status in group.members.items() if status == OWNER and user in world.people), None
    )
    present = (user for user, status in group.members.items() if status in PRESENT and user in world.people)
    found = number if number is not None else next(present, None)
    if found is None:
        raise PeopleError(409, "nobody is left in this group")
    return world.people[found]


def _actor(asked: Asked, group: Chat) -> Person:
    """Who does it: the person named, if a member, else the owner."""
    if asked.fields.get("person") and group.here(asked.number("person")):
        return asked.person()
    return _owner(asked.world, group)


def add_bot(asked: Asked, group: Chat) -> None:
    bot = asked.bot()
    if group.here(bot.id):
        raise PeopleError(409, "the bot is in the group already")
    come(asked.world, group, _actor(asked, group), bot)


def remove_bot(asked: Asked, group: Chat) -> None:
    bot = asked.bot()
    if not group.here(bot.id):
        raise PeopleError(409, "the bot is not in the group")
    _go(asked.world, group, _actor(asked, group), bot, KICKED)


def _renumber(world: World, group: Chat) -> Chat:
    """The same group with a supergroup's id, in the place of the old one."""
    del world.groups[group.id]
    group.id = SUPERGROUPS + group.id
    group.type = "supergroup"
    world.groups[group.id] = group
    world.changes.state()
    return group


def upgrade(asked: Asked, group: Chat) -> None:
    """A new chat takes over; the old one keeps its history and answers that it has moved."""
    world, actor = asked.world, _actor(asked, group)
    if group.type == "supergroup":
        raise PeopleError(409, "it is a supergroup already")
    new = Chat(SUPERGROUPS + group.id, "supergroup", group.title, members=dict(group.members))
    new.facts = {"is_forum": True} if asked.fields.get("forum") else {}
    world.groups[new.id] = new
    farewell = world.post(group, actor, kind="service", extra={"migrate_to_chat_id": new.id})
    group.migrated_to = new.id
    arrival = world.post(new, actor, kind="service", extra={"migrate_from_chat_id": group.id})
    world.tell_message(farewell)
    world.tell_message(arrival)
    world.changes.state()


def make_forum(asked: Asked, group: Chat) -> None:
    """Topics are turned on; only supergroups have them."""
    if group.type != "supergroup":
        raise PeopleError(409, "only a supergroup has topics")
    if group.facts.get("is_forum"):
        raise PeopleError(409, "it has topics already")
    group.facts = group.facts | {"is_forum": True}
    asked.world.changes.state()


def request_join(asked: Asked, group: Chat) -> None:
    """A wish to join a closed group; the bots that are administrators there are asked."""
    person, world = asked.person(), asked.world
    body = {"chat": {"id": group.id, "title": group.title, "type": group.type}, "from": person.user(),
            "user_chat_id": person.id, "date": world.clock.unix()}  # fmt: skip
    group.requests[person.id] = body
    for bot in world.bots_in(group):
        if group.members[bot.id] == ADMIN:
            world.tell(bot, "chat_join_request", body)


BLOCKS: dict[str, Callable[[Asked, Person], None]] = {
    "block": block, "unblock": unblock, "deactivate": deactivate,
}  # fmt: skip
GROUP_ACTS: dict[str, Callable[[Asked, Chat], None]] = {
    "join": join,
    "leave": leave,
    "promote": lambda asked, group: _set_status(asked, group, asked.person(), ADMIN),
    "demote": lambda asked, group: _set_status(asked, group, asked.person(), MEMBER),
    "add_bot": add_bot,
    "remove_bot": remove_bot,
    "promote_bot": lambda asked, group: _set_status(asked, group, asked.bot(), ADMIN),
    "demote_bot": lambda asked, group: _set_status(asked, group, asked.bot(), MEMBER),
    "upgrade": upgrade,
    "forum": make_forum,
    "request": request_join,
}
