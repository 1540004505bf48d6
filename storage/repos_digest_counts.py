"""What happened in a school, as moments to count: two statements; and who has answered which survey: one."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import Connection, select, union_all

from mentoring.meetings.rules import State
from mentoring.ports_digest import Happened
from storage.tables import meetings, pairs, people, submissions, survey_given, surveys

# A first word counts until the other side denies it: else the week's last days were always empty on a Monday.
_HELD = (State.COUNTED.value, State.HAPPENED.value)
_MISSED = (State.NOT_HELD.value, State.MISSED.value)


class DigestCounts:
    _connection: Connection

    def happened(self, school_id: int, since: datetime, until: datetime) -> Happened:
        """From `since` up to but not including `until`, of whatever school year."""
        began = self._meetings(school_id, since, until)
        theirs = (people.c.school_id == school_id, submissions.c.state == "sent")
        within = (submissions.c.sent_at >= since, submissions.c.sent_at < until)
        query = select(submissions.c.sent_at).join(people, people.c.id == submissions.c.person_id)
        sent = self._connection.execute(query.where(*theirs, *within)).scalars().all()
        return Happened(
            tuple(at for state, at in began if state in _HELD),
            tuple(at for state, at in began if state in _MISSED),
            tuple(sent),
        )

    def _meetings(self, school_id: int, since: datetime, until: datetime) -> list[tuple[str, datetime]]:
        theirs = (pairs.c.school_id == school_id, meetings.c.school_id == school_id)
        within = (meetings.c.starts_at >= since, meetings.c.starts_at < until)
        query = select(meetings.c.state, meetings.c.starts_at).join(pairs, pairs.c.id == meetings.c.pair_id)
        rows = self._connection.execute(query.where(*theirs, *within, meetings.c.state.in_(_HELD + _MISSED)))
        return [(row.state, row.starts_at) for row in rows]

    def answered(self, school_id: int, survey_ids: Collection[int]) -> Mapping[int, frozenset[int]]:
        """People by survey, with a name and without one."""
        ours = (surveys.c.school_id == school_id, surveys.c.id.in_(list(survey_ids)))
        same = (submissions.c.form_id == surveys.c.form_id) & (submissions.c.occasion == surveys.c.occasion)
        named = (
            select(surveys.c.id, people.c.id)
            .join(people, people.c.school_id == surveys.c.school_id)
            .join(submissions, (submissions.c.person_id == people.c.id) & same)
            .where(*ours, submissions.c.state == "sent")
        )
        nameless = select(surveys.c.id, survey_given.c.person_id).join(survey_given).where(*ours)
        found: dict[int, set[int]] = {}
        for survey_id, person_id in self._connection.execute(union_all(named, nameless)):
            found.setdefault(survey_id, set()).add(person_id)
        return {survey_id: frozenset(given) for survey_id, given in found.items()}
