"""What the year's end holds about one person, to hand out and to destroy (152-FZ, art. 14 and 21)."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Select, delete, func, select, update

from storage.tables import award_nominations, award_notes, award_told, award_votes, case_people, year_cases


def stored_year(person_id: int) -> dict[str, Select[Any]]:
    """Their own ballots, notes and cases. For whom others have voted is the others'."""
    case, nomination = year_cases.c, award_nominations.c
    return {
        "cases": select(case.occasion, case.title, case.sections, case_people.c.author, case_people.c.named)
        .join(case_people, case_people.c.case_id == case.id)
        .where(case_people.c.person_id == person_id),
        "award_votes": select(nomination.occasion, nomination.code, award_votes.c.candidate)
        .join(award_votes, award_votes.c.nomination_id == nomination.id)
        .where(award_votes.c.person_id == person_id),
        "award_notes": select(award_notes.c.occasion, award_notes.c.what, award_notes.c.times).where(
            award_notes.c.person_id == person_id
        ),
        "award_told": select(nomination.occasion, nomination.code)
        .join(award_told, award_told.c.nomination_id == nomination.id)
        .where(award_told.c.person_id == person_id),
    }


def forget_year(connection: Connection, person_id: int) -> None:
    """Before the person goes: a case that is theirs alone, all of it; of one with others nothing stays published
    until these have said yes again. A nominee of that name is nobody.
    """
    theirs = select(case_people.c.case_id).where(case_people.c.person_id == person_id)
    count = select(case_people.c.case_id).where(case_people.c.case_id.in_(theirs)).group_by(case_people.c.case_id)
    alone = list(connection.execute(count.having(func.count() == 1)).scalars())
    connection.execute(delete(year_cases).where(year_cases.c.id.in_(alone)))
    left = list(connection.execute(theirs).scalars())
    connection.execute(update(case_people).where(case_people.c.case_id.in_(left)).values(approved=""))
    connection.execute(update(year_cases).where(year_cases.c.id.in_(left)).values(released_at=None))
    won = update(award_nominations).where(award_nominations.c.winner == f"m{person_id}")
    connection.execute(won.values(winner=""))
