"""What meetings hold about one person, to hand out (152-FZ, art. 14). It goes with the person by itself."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Select, select, update

from storage.tables import fits, meeting_checkins, meeting_people, meetings


def stored_meetings(person_id: int) -> dict[str, Select[Any]]:
    """The meetings the person is in, their own check-ins and answers on fit; never another's."""
    meeting, seat, word = meetings.c, meeting_people.c, meeting_checkins.c
    return {
        "meetings": select(meeting.kind, meeting.state, meeting.agreed_at, meeting.ended_at, seat.side, seat.reply)
        .join(meeting_people, seat.meeting_id == meeting.id)
        .where(seat.person_id == person_id),
        "checkins": select(meeting.kind, word.word)
        .join(meeting_checkins, word.meeting_id == meeting.id)
        .where(word.person_id == person_id),
        "fits": select(fits.c.answer, fits.c.at).where(fits.c.person_id == person_id),
    }


def wake_meetings(connection: Connection, person_id: int) -> None:
    """Before the person goes: a meeting that nobody of a side will come to is called off by the next tick."""
    theirs = select(meeting_people.c.meeting_id).where(meeting_people.c.person_id == person_id)
    ahead = meetings.c.id.in_(theirs), meetings.c.ended_at.is_(None)
    connection.execute(update(meetings).where(*ahead).values(wakes_at=meetings.c.offered_at))
