"""What the group chat holds about one person, to hand out and to destroy (152-FZ, art. 14 and 21)."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Select, select, update

from storage.tables import group_polls, group_posts, reflection_answers, reflections


def stored_groups(person_id: int) -> dict[str, Select[Any]]:
    answer = reflection_answers.c
    given = select(reflections.c.text.label("question"), answer.text, answer.signed, answer.state, answer.at)
    return {
        "reflection_answers": given.join(reflection_answers, answer.reflection_id == reflections.c.id).where(
            answer.person_id == person_id
        ),
        "group_polls": select(group_polls.c.question, group_polls.c.made_at).where(
            group_polls.c.made_by == person_id
        ),
    }


def recall_posts(connection: Connection, person_id: int) -> None:
    """Before the person goes: what the bot said in the group in their words is taken back there, where the
    messenger still lets it be.
    """
    theirs = select(reflection_answers.c.post_id).where(
        reflection_answers.c.person_id == person_id, reflection_answers.c.post_id.is_not(None)
    )
    connection.execute(update(group_posts).where(group_posts.c.id.in_(theirs)).values(recalled=True))
