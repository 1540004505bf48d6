"""Everything stored about one person, to hand out and to destroy (152-FZ, art. 14 and 21)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Select, delete, func, select

from storage.notices import recall_about
from storage.personal_evaluation import forget_evaluation, stored_evaluation
from storage.personal_groups import recall_posts, stored_groups
from storage.personal_matching import stored_matching
from storage.personal_meetings import stored_meetings, wake_meetings
from storage.personal_plan import SHARED, forget_plan, stored_plan
from storage.personal_roadmap import KEPT as STAYS
from storage.personal_roadmap import stored_roadmap
from storage.personal_support import UNCOUNTED, stored_support
from storage.personal_year import forget_year, stored_year
from storage.roadmap_wake import wake_roadmap
from storage.tables import (
    accounts,
    answers,
    consents,
    focus,
    inbox,
    invitations,
    notices,
    pair_members,
    pairs,
    people,
    roles,
    school_forms,
    submissions,
    survey_given,
    surveys,
    uploads,
)


def stored(connection: Connection, school_id: int, person_id: int) -> Mapping[str, Sequence[Mapping[str, Any]]]:
    """Rows by table, as plain mappings."""
    queries: dict[str, Select[Any]] = {
        "people": select(people).where(people.c.school_id == school_id, people.c.id == person_id),
        "roles": select(roles.c.role).where(roles.c.person_id == person_id),
        "consents": select(consents).where(consents.c.person_id == person_id),
        "submissions": select(submissions).where(submissions.c.person_id == person_id),
        "answers": select(submissions.c.form_id, answers.c.name, answers.c.value, answers.c.skipped)
        .join(submissions, submissions.c.id == answers.c.submission_id)
        .where(submissions.c.person_id == person_id),
        "files": select(uploads.c.kind, uploads.c.name, uploads.c.size, uploads.c.added_at).where(
            uploads.c.person_id == person_id
        ),
        "questionnaires": select(
            school_forms.c.form_id, school_forms.c.source_name, school_forms.c.added_at
        ).where(school_forms.c.added_by == person_id),
        "surveys": select(surveys.c.form_id, surveys.c.occasion)
        .join(survey_given, survey_given.c.survey_id == surveys.c.id)
        .where(survey_given.c.person_id == person_id),
        "pairs": select(pairs.c.occasion, pair_members.c.side, pairs.c.contact, pairs.c.state, pairs.c.opened_at)
        .join(pair_members, pair_members.c.pair_id == pairs.c.id)
        .where(pair_members.c.person_id == person_id),
        "notices": select(
            notices.c.rule, notices.c.state, notices.c.why, notices.c.due_at, notices.c.decided_at
        ).where(notices.c.person_id == person_id),
        "invitations": select(invitations.c.number, invitations.c.roles, invitations.c.used_at).where(
            invitations.c.used_by == person_id
        ),
        **stored_plan(person_id),
        **stored_meetings(person_id),
        **stored_matching(person_id),
        **stored_roadmap(person_id),
        **stored_support(person_id),
        **stored_groups(person_id),
        **stored_year(person_id),
        **stored_evaluation(person_id),
    }
    return {name: [dict(r) for r in connection.execute(q).mappings()] for name, q in queries.items()}


def erase(connection: Connection, school_id: int, person_id: int) -> Mapping[str, int]:
    """Destroy the person and all that hangs on them; return how many rows of each table went."""
    found = stored(connection, school_id, person_id)
    if not found["people"]:
        return {}
    tg_id = found["people"][0]["tg_id"]
    shared = forget_plan(connection, person_id)
    forget_year(connection, person_id)
    forget_evaluation(connection, person_id)
    recall_about(connection, person_id)
    wake_meetings(connection, person_id)
    wake_roadmap(connection, person_id)
    recall_posts(connection, person_id)
    connection.execute(delete(people).where(people.c.school_id == school_id, people.c.id == person_id))
    _forget_account(connection, tg_id)
    kept = SHARED | STAYS | UNCOUNTED | {"invitations", "group_polls"}
    return {name: len(rows) for name, rows in found.items() if rows and name not in kept} | dict(shared)


def _forget_account(connection: Connection, tg_id: int) -> None:
    """Traces that hang on the account's number: what was being typed, updates that were set aside.

    Messages on their way out go with the person; the update being handled at this moment loses its content and
    its sender when it is marked done.
    """
    connection.execute(delete(focus).where(focus.c.tg_id == tg_id))
    connection.execute(delete(inbox).where(inbox.c.lane == tg_id, inbox.c.state == 2))
    left = select(func.min(people.c.id)).where(people.c.tg_id == tg_id)
    other = connection.execute(left).scalar()
    connection.execute(delete(accounts).where(accounts.c.tg_id == tg_id))
    if other is not None:
        connection.execute(accounts.insert().values(tg_id=tg_id, person_id=other))
