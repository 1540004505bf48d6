"""Chats and their members: https://core.telegram.org/bots/api#getchat and following."""

from __future__ import annotations

import secrets

from sandbox.errors import bad
from sandbox.methods.call import Call, method
from sandbox.model import ADMIN, KICKED, LEFT, MEMBER, OWNER, PRESENT, Bot, Chat, Json, Person
from sandbox.render import full_chat_json, member_json


@method("getChat")
def get_chat(call: Call) -> Json:
    return full_chat_json(call.read_chat(), call.bot)


def _group(call: Call) -> Chat:
    chat = call.chat()
    if chat.owner is not None:
        raise bad("there are no administrators in the private chat")
    return chat


def _user(call: Call) -> Person | Bot:
    user = call.world.user(call.args.number("user_id"))
    if user is None:
        raise bad("user not found" if call.args.has("user_id") else "invalid user_id specified")
    return user


@method("getChatMember")
def get_member(call: Call) -> Json:
    chat = call.read_chat()
    user = call.world.user(call.args.number("user_id"))
    if user is None:
        raise bad("PARTICIPANT_ID_INVALID")
    private = chat.owner is not None and user.id in (chat.id, call.bot.id)
    return member_json(user, MEMBER if private else chat.members.get(user.id, LEFT))


@method("getChatAdministrators")
def get_administrators(call: Call) -> list[Json]:
    """Without other bots, as Telegram does."""
    chat = _group(call)
    found = [(call.world.user(user), status) for user, status in chat.members.items() if status in (OWNER, ADMIN)]
    return [
        member_json(user, status)
        for user, status in found
        if user and (isinstance(user, Person) or user is call.bot)
    ]


@method("getChatMemberCount", "getChatMembersCount")
def get_count(call: Call) -> int:
    chat = call.chat()
    return 2 if chat.owner is not None else sum(status in PRESENT for status in chat.members.values())


@method("leaveChat")
def leave(call: Call) -> bool:
    chat = _group(call)
    call.world.member_changed(chat, call.bot, call.bot, LEFT)
    call.world.post(chat, call.bot, kind="service", extra={"left_chat_member": call.bot.user()})
    return True


def _managed(call: Call) -> tuple[Chat, Person | Bot]:
    """A group where the bot is an administrator, and a member that is neither it nor the owner."""
    chat, user = _group(call), _user(call)
    call.need_admin(chat, "not enough rights to restrict/unrestrict chat member")
    if chat.members.get(user.id) == OWNER:
        raise bad("can't remove chat owner")
    return chat, user


@method("banChatMember", "kickChatMember")
def ban(call: Call) -> bool:
    chat, user = _managed(call)
    call.world.member_changed(chat, call.bot, user, KICKED)
    return True


@method("unbanChatMember")
def unban(call: Call) -> bool:
    chat, user = _managed(call)
    status = chat.members.get(user.id, LEFT)
    if status == KICKED or (status in PRESENT and not call.args.flag("only_if_banned")):
        call.world.member_changed(chat, call.bot, user, LEFT)
    return True


@method("promoteChatMember")
def promote(call: Call) -> bool:
    """Administrator when any right is given, else an ordinary member."""
    chat, user = _managed(call)
    given = any(call.args.flag(name) for name in call.args.raw if name.startswith("can_"))
    call.world.member_changed(chat, call.bot, user, ADMIN if given else MEMBER)
    return True


@method("setChatTitle")
def set_title(call: Call) -> bool:
    chat = _group(call)
    call.need_admin(chat, "not enough rights to change chat title")
    title = call.args.text("title").strip()
    if not 1 <= len(title) <= 128:
        raise bad("title must be non-empty" if not title else "title is too long")
    chat.title = title
    call.world.post(chat, call.bot, kind="service", extra={"new_chat_title": title})
    call.world.changes.state()
    return True


@method("setChatDescription")
def set_description(call: Call) -> bool:
    chat = _group(call)
    call.need_admin(chat, "not enough rights to change chat description")
    chat.facts["description"] = call.args.text("description")[:255]
    return True


def _link(call: Call) -> Json:
    return {
        "invite_link": f"https://t.me/+{secrets.token_urlsafe(12)}",
        "creator": call.bot.user(),
        "creates_join_request": call.args.flag("creates_join_request"),
        "is_primary": call.name == "exportchatinvitelink",
        "is_revoked": False,
    }


@method("exportChatInviteLink")
def export_link(call: Call) -> str:
    chat = _group(call)
    call.need_admin(chat, "not enough rights to manage chat invite link")
    return str(_link(call)["invite_link"])


@method("createChatInviteLink")
def create_link(call: Call) -> Json:
    chat = _group(call)
    call.need_admin(chat, "not enough rights to manage chat invite link")
    return _link(call)


@method("approveChatJoinRequest", "declineChatJoinRequest")
def join_request(call: Call) -> bool:
    chat, user = _group(call), _user(call)
    call.need_admin(chat, "not enough rights to manage join requests")
    if chat.requests.pop(user.id, None) is None:
        raise bad("HIDE_REQUESTER_MISSING")
    if call.name == "approvechatjoinrequest":
        call.world.member_changed(chat, call.bot, user, MEMBER)
    return True
