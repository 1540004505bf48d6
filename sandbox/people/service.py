"""Service messages in words, for the page; bots get them as fields."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sandbox.model import Json, Message


def _names(users: list[Json]) -> str:
    return ", ".join(f"{user['first_name']} {user.get('last_name', '')}".strip() for user in users)


LINES: dict[str, Callable[[Any], str]] = {
    "new_chat_members": lambda users: f"В группе теперь: {_names(users)}",
    "left_chat_member": lambda user: f"Больше не в группе: {_names([user])}",
    "pinned_message": lambda _: "Сообщение закреплено",
    "new_chat_title": lambda title: f"Новое название группы: {title}",
    "forum_topic_created": lambda topic: f"Новая тема: {topic['name']}",
    "chat_shared": lambda shared: f"Боту показана группа: {shared.get('title', shared['chat_id'])}",
    "migrate_to_chat_id": lambda _: "Группа стала супергруппой",
    "migrate_from_chat_id": lambda _: "Группа стала супергруппой",
}


def service_line(message: Message) -> str:
    """One Russian line; empty for a deleted message."""
    return next((line(message.extra[name]) for name, line in LINES.items() if name in message.extra), "")
