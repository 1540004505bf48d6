"""Messages, chats and members as the Bot API shows them. Built anew each time, so a logged one never changes."""

from __future__ import annotations

from typing import Any

from sandbox.files import media_fields
from sandbox.model import ADMIN, KICKED, LEFT, OWNER, Bot, Chat, Json, Message, Person

# Content whose text is called caption.
ADMIN_RIGHTS = (
    "can_be_edited", "can_manage_chat", "can_change_info", "can_delete_messages", "can_invite_users",
    "can_restrict_members", "can_pin_messages", "can_manage_topics", "can_promote_members",
    "can_manage_video_chats", "can_post_stories", "can_edit_stories", "can_delete_stories",
    "can_send_welcome_messages",
)  # fmt: skip
GIVEN_RIGHTS = frozenset(ADMIN_RIGHTS) - {"can_be_edited", "can_promote_members"}


def chat_json(chat: Chat) -> Json:
    """The Bot API's Chat, as it stands inside messages and updates."""
    if chat.owner is None:
        shown: Json = {"id": chat.id, "title": chat.title, "type": chat.type}
        if chat.facts.get("is_forum"):
            shown["is_forum"] = True
        return shown
    if chat.shown is None:
        chat.shown = _private_json(chat.owner)
    return chat.shown


def _private_json(owner: Person) -> Json:
    """People do not change their names here, so a private chat is described once."""
    shown: Json = {"id": owner.id, "first_name": owner.first_name, "type": "private"}
    if owner.last_name:
        shown["last_name"] = owner.last_name
    if owner.username:
        shown["username"] = owner.username
    return shown


def message_json(message: Message, bot: Bot, nested: bool = False) -> Json:
    """The Bot API's Message; a replied-to message is shown without its own reply."""
    shown: Json = {
        "message_id": message.id,
        "from": message.sender.user(),
        "chat": chat_json(message.chat),
        "date": message.date,
    }
    if message.edit_date is not None:
        shown["edit_date"] = message.edit_date
    if message.reply_to is not None and not nested and not message.reply_to.deleted:
        shown["reply_to_message"] = message_json(message.reply_to, bot, nested=True)
    if message.file is not None:
        shown.update(media_fields(bot, message.file))
    _add_text(shown, message)
    if message.markup is not None:
        shown["reply_markup"] = message.markup
    shown.update(message.extra)
    return shown


def _add_text(shown: Json, message: Message) -> None:
    if not message.text or message.kind == "service":
        return
    name = "text" if message.kind == "text" else "caption"
    shown[name] = message.text
    if message.entities:
        shown["entities" if name == "text" else "caption_entities"] = message.entities


def inaccessible_json(chat: Chat, message_id: int) -> Json:
    """InaccessibleMessage: what a bot is told of a message that is gone."""
    return {"chat": chat_json(chat), "message_id": message_id, "date": 0}


def member_json(user: Person | Bot, status: str) -> Json:
    """The Bot API's ChatMember of the status."""
    shown: Json = {"user": user.user(), "status": status}
    if status == OWNER:
        shown["is_anonymous"] = False
    elif status == ADMIN:
        shown |= {right: right in GIVEN_RIGHTS for right in ADMIN_RIGHTS} | {"is_anonymous": False}
    elif status == KICKED:
        shown["until_date"] = 0
    return shown


def member_change(chat: Chat, actor: Person | Bot, user: Person | Bot, change: tuple[str, str], date: int) -> Json:
    """ChatMemberUpdated; `change` is the status before and after."""
    before, after = change
    return {
        "chat": chat_json(chat),
        "from": actor.user(),
        "date": date,
        "old_chat_member": member_json(user, before or LEFT),
        "new_chat_member": member_json(user, after),
    }


def full_chat_json(chat: Chat, bot: Bot) -> Json:
    """ChatFullInfo, as far as the sandbox has it."""
    shown: dict[str, Any] = chat_json(chat) | {
        "accent_color_id": abs(chat.id) % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(
            ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"),
            True,
        ),
    }
    if chat.owner is None:
        shown["permissions"] = {"can_send_messages": True, "can_invite_users": True}
    pinned = next((chat.messages[one] for one in reversed(chat.pinned) if one in chat.messages), None)
    if pinned is not None:
        shown["pinned_message"] = message_json(pinned, bot)
    return shown | {name: value for name, value in chat.facts.items() if name == "description"}
