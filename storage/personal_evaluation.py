"""What the year's end holds about one person, to hand out and to destroy (152-FZ, art. 14 and 21).

What somebody else told of them is sealed from them; it is destroyed with them all the same.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, String, cast, delete, select

from storage.tables import (
    answers,
    class_totals,
    final_words,
    mutual_occasions,
    pair_cards,
    pair_members,
    submissions,
)


def _sheet(table: Any, letter: str) -> ColumnElement[str]:
    """The occasion of the submission that belongs to a row, as `mentoring.ports_evaluation` makes it."""
    made: ColumnElement[str] = table.c.occasion.concat(f".{letter}").concat(cast(table.c.id, String))
    return made


mutual_sheet = _sheet(mutual_occasions, "m")
card_sheet = _sheet(pair_cards, "c")


def stored_evaluation(person_id: int) -> dict[str, Select[Any]]:
    given, word, totals = mutual_occasions.c, final_words.c, class_totals.c
    return {
        "mutual_occasions": select(
            given.occasion, given.side, given.first_day, given.last_day, given.released
        ).where(given.giver_id == person_id),
        "final_words": select(word.was, word.became, word.way, word.said_at).where(word.person_id == person_id),
        "class_totals": select(totals.occasion, totals.name, totals.pupils, totals.before, totals.after).where(
            totals.teacher_id == person_id
        ),
    }


def forget_evaluation(connection: Connection, person_id: int) -> None:
    """Before the person goes: what others told of them, and their initials on the cards of their pairs."""
    about = (mutual_occasions.c.about_id == person_id, mutual_occasions.c.giver_id == submissions.c.person_id)
    told = select(mutual_occasions.c.id).where(*about, mutual_sheet == submissions.c.occasion).exists()
    connection.execute(delete(submissions).where(told))
    theirs = select(pair_members.c.pair_id).where(pair_members.c.person_id == person_id)
    written = select(submissions.c.id).join(
        pair_cards, (pair_cards.c.person_id == submissions.c.person_id) & (card_sheet == submissions.c.occasion)
    )
    cards = written.where(pair_cards.c.pair_id.in_(theirs))
    connection.execute(delete(answers).where(answers.c.submission_id.in_(cards), answers.c.name == "pair"))
