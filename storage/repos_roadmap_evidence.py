"""How far the year is, counted: a statement for each kind of thing, however many people there are."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, String, cast, distinct, func, or_, select

from mentoring.consent.rules import ConsentKind
from mentoring.meetings.rules import Side
from mentoring.meetings.rules import State as MeetingState
from mentoring.pairs.rules import PairState
from mentoring.people.rules import PersonState, Role
from mentoring.ports_matching import RunState
from mentoring.ports_roadmap import Counted
from mentoring.selection.rules import Decision
from storage.tables import (
    consents,
    interviews,
    match_pairs,
    match_runs,
    meetings,
    outbox,
    pair_members,
    pairs,
    people,
    plan_tasks,
    roles,
    submissions,
    survey_given,
    surveys,
)

_TAKING_PART = (people.c.state == PersonState.ACTIVE.value, people.c.approved)


class RoadmapEvidence:
    _connection: Connection

    def counted(self, school_id: int, occasion: str, forms: Collection[str], lately: datetime) -> Counted:
        """The school year `occasion`; `lately` is since when a pair has met to be one that meets."""
        held = self._by_role(school_id)
        return Counted(
            sent=self._sent(school_id, occasion, forms),
            held={role: count for role, (count, _) in held.items()},
            agreed={role: agreed for role, (_, agreed) in held.items()},
            **self._interviews(school_id, occasion),
            **self._pairs(school_id, occasion, lately),
        )

    def _by_role(self, school_id: int) -> Mapping[Role, tuple[int, int]]:
        """How many hold each role, and how many of them have agreed to take part: their last word counts."""
        kind = consents.c.document == ConsentKind.PARTICIPATION.value
        last = select(func.max(consents.c.id)).where(kind).group_by(consents.c.person_id)
        agreed = select(consents.c.person_id).where(
            consents.c.id.in_(last), consents.c.accepted, consents.c.withdrawn_at.is_(None)
        )
        yes = agreed.subquery()
        found = roles.join(people).outerjoin(yes, yes.c.person_id == people.c.id)
        query = select(roles.c.role, func.count(people.c.id), func.count(yes.c.person_id)).select_from(found)
        query = query.where(people.c.school_id == school_id, *_TAKING_PART).group_by(roles.c.role)
        return {Role(role): (count, agreed) for role, count, agreed in self._connection.execute(query)}

    def _sent(self, school_id: int, occasion: str, forms: Collection[str]) -> Mapping[str, int]:
        """Questionnaires with a name, and how many have given one without; each person once a year."""
        if not forms:
            return {}
        done = submissions.c
        named = (
            select(done.form_id, func.count(distinct(done.person_id)))
            .join(people, people.c.id == done.person_id)
            .where(people.c.school_id == school_id, done.form_id.in_(forms), done.state == "sent")
            .where(_in_year(done.occasion, occasion))
            .group_by(done.form_id)
        )
        nameless = (
            select(surveys.c.form_id, func.count(distinct(survey_given.c.person_id)))
            .join(survey_given, survey_given.c.survey_id == surveys.c.id)
            .where(surveys.c.school_id == school_id, surveys.c.form_id.in_(forms), surveys.c.anonymous)
            .where(_in_year(surveys.c.occasion, occasion))
            .group_by(surveys.c.form_id)
        )
        found = {form: count for form, count in self._connection.execute(nameless)}
        return found | {form: count for form, count in self._connection.execute(named)}

    def _interviews(self, school_id: int, occasion: str) -> dict[str, int]:
        decided = interviews.c.decision
        query = (
            select(_sum(decided != Decision.NONE.value), _sum(decided == Decision.APPROVED.value))
            .select_from(interviews.join(people, people.c.id == interviews.c.person_id))
            .where(people.c.school_id == school_id, interviews.c.occasion == occasion)
        )
        talked, selected = self._connection.execute(query).one()
        return {"talked": talked, "selected": selected}

    def _pairs(self, school_id: int, occasion: str, lately: datetime) -> dict[str, int]:
        """Of pairs that have not ended."""
        going = select(pairs.c.id).where(
            pairs.c.school_id == school_id, pairs.c.occasion == occasion, pairs.c.state != PairState.CLOSED.value
        )
        held = (meetings.c.pair_id.in_(going), meetings.c.state == MeetingState.COUNTED.value)
        member = pair_members.c
        mentees = (member.pair_id.in_(going), member.side == Side.MENTEE.value)
        counts = {
            "pairs": select(func.count()).select_from(going.subquery()),
            "proposed": _proposed(school_id, occasion),
            "members": select(func.count()).where(member.pair_id.in_(going)),
            "announced": select(func.count()).where(member.pair_id.in_(going), _told()),
            "met": select(func.count(distinct(meetings.c.pair_id))).where(*held),
            "meeting": select(func.count(distinct(meetings.c.pair_id))).where(
                *held, meetings.c.starts_at >= lately
            ),
            "planned": select(func.count(distinct(plan_tasks.c.pair_id))).where(plan_tasks.c.pair_id.in_(going)),
            "paired": select(func.count(distinct(member.person_id))).where(*mentees),
        }
        row = self._connection.execute(
            select(*(one.scalar_subquery().label(name) for name, one in counts.items()))
        )
        return dict(row.mappings().one())


def _sum(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.count().filter(condition)


def _in_year(column: Any, occasion: str) -> ColumnElement[bool]:
    """A questionnaire given again within the year belongs to it: "2026", "2026.2"."""
    return or_(column == occasion, column.startswith(f"{occasion}.", autoescape=True))


def _proposed(school_id: int, occasion: str) -> Select[Any]:
    run = match_runs.c
    latest = select(func.max(run.id)).where(run.school_id == school_id, run.occasion == occasion)
    open_ = (run.id == latest.scalar_subquery(), run.state == RunState.PROPOSED.value)
    inside = match_pairs.join(match_runs, match_runs.c.id == match_pairs.c.run_id)
    return select(func.count()).select_from(inside).where(*open_)


def _told() -> ColumnElement[bool]:
    """Whether the member has been told of the pair, by hand or when all of them were announced."""
    pair, person = cast(pair_members.c.pair_id, String), pair_members.c.person_id
    keys = [outbox.c.key.like(f"{rule}:1:" + pair + ":%") for rule in ("pair", "announced")]
    return select(outbox.c.id).where(outbox.c.person_id == person, or_(*keys)).exists()
