"""The school's group: where it is, and the bot's messages there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, delete, insert, or_, select, update

from mentoring.ports_reflection import Posted
from mentoring.reflection.rules import Place
from mentoring.reflection.rules_posts import PostKind
from storage.tables import group_posts, groups, outbox
from storage.upsert import put

_PLACE = select(
    groups.c.chat_id, groups.c.school_id, groups.c.title, groups.c.thread_id, groups.c.is_admin, groups.c.is_forum
)
_POST = select(
    group_posts.c.id,
    group_posts.c.school_id,
    group_posts.c.chat_id,
    group_posts.c.message_id,
    group_posts.c.poll_code,
)


class GroupRepo:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def bind(self, place: Place, now: datetime) -> None:
        values = {
            "school_id": place.school_id,
            "title": place.title[:160],
            "thread_id": place.thread_id,
            "is_admin": place.is_admin,
            "is_forum": place.is_forum,
            "bound_at": now,
            "look_at": now,
        }
        put(self._connection, groups, {"chat_id": place.chat_id}, values)

    def move(self, old: int, new: int) -> None:
        """The new number may be bound already: Telegram tells of the membership before it tells of the move."""
        if self.school_of(new) is not None:
            self.unbind(old)
            return
        self._connection.execute(update(groups).where(groups.c.chat_id == old).values(chat_id=new))

    def unbind(self, chat_id: int) -> int | None:
        """The school it was bound to."""
        gone = delete(groups).where(groups.c.chat_id == chat_id).returning(groups.c.school_id)
        return self._connection.execute(gone).scalar()

    def school_of(self, chat_id: int) -> int | None:
        return self._connection.execute(select(groups.c.school_id).where(groups.c.chat_id == chat_id)).scalar()

    def _places(self, query: Select[Any]) -> list[Place]:
        return [Place(*row) for row in self._connection.execute(query)]

    def of_school(self, school_id: int) -> Place | None:
        return next(iter(self.all_of_school(school_id)), None)

    def all_of_school(self, school_id: int) -> Sequence[Place]:
        """The one bound last comes first."""
        theirs = _PLACE.where(groups.c.school_id == school_id)
        return self._places(theirs.order_by(groups.c.bound_at.desc(), groups.c.chat_id))

    def change(self, chat_id: int, **changes: object) -> None:
        self._connection.execute(update(groups).where(groups.c.chat_id == chat_id).values(**changes))

    def to_look_at(self, now: datetime) -> Sequence[Place]:
        return self._places(_PLACE.where(or_(groups.c.look_at.is_(None), groups.c.look_at <= now)))

    def look_at_all(self, now: datetime) -> None:
        self._connection.execute(update(groups).values(look_at=now))

    def add_post(self, school_id: int, chat_id: int, key: str, kind: PostKind, now: datetime) -> int:
        row = {"school_id": school_id, "chat_id": chat_id, "key": key, "kind": kind.value, "posted_at": now}
        made = insert(group_posts).values(**row).returning(group_posts.c.id)
        return int(self._connection.execute(made).scalar_one())

    def _post(self, *conditions: Any) -> Posted | None:
        row = self._connection.execute(_POST.where(*conditions).limit(1)).first()
        return Posted(*row) if row else None

    def post(self, school_id: int, post_id: int) -> Posted | None:
        return self._post(group_posts.c.school_id == school_id, group_posts.c.id == post_id)

    def post_by_message(self, chat_id: int, message_id: int) -> Posted | None:
        return self._post(group_posts.c.chat_id == chat_id, group_posts.c.message_id == message_id)

    def post_by_poll(self, poll_code: str) -> Posted | None:
        return self._post(group_posts.c.poll_code == poll_code)

    def reacted(self, chat_id: int, message_id: int, *, by: int = 0, total: int | None = None) -> bool:
        """Count reactions to one of the bot's own messages; whose they are is not kept."""
        found = self.post_by_message(chat_id, message_id)
        if found is None:
            return False
        row = group_posts.c.id == found.id
        now = self._connection.execute(select(group_posts.c.reactions).where(row)).scalar_one()
        count = max(0, now + by) if total is None else total
        self._connection.execute(update(group_posts).where(row).values(reactions=count))
        return True

    def recalled(self) -> Sequence[Posted]:
        """Messages with the words of somebody who is erased; they are to be taken back."""
        rows = self._connection.execute(_POST.where(group_posts.c.recalled, group_posts.c.message_id.is_not(None)))
        return [Posted(*row) for row in rows]

    def forget_post(self, post_id: int) -> None:
        self._connection.execute(delete(group_posts).where(group_posts.c.id == post_id))


def landed(connection: Connection, row: int, chat_id: int, message_id: int, poll_code: str | None) -> None:
    """The outbox row `row` was said: the message it became has a number now, by which replies to it are known."""
    key = connection.execute(select(outbox.c.key).where(outbox.c.id == row)).scalar()
    if key is None:
        return
    change = {"chat_id": chat_id, "message_id": message_id, "poll_code": poll_code}
    connection.execute(update(group_posts).where(group_posts.c.key == key).values(**change))
