"""Use case of the mentor's own folder: what the mentor lets out of their year, for the mentor alone."""

from __future__ import annotations

from collections.abc import Collection

from mentoring.awards.service_papers import PaperKind, mine
from mentoring.documents.evidence import Evidence, Paper
from mentoring.documents.order_facts import Letterhead, Named
from mentoring.errors import ProgrammeError
from mentoring.evaluation.service import thanks_of
from mentoring.matching.service_orders import Words
from mentoring.meetings.rules import Meeting, Side, State
from mentoring.pairs.rules import Pair
from mentoring.people.rules import Actor, Role, occasion
from mentoring.plan.rules import State as Done
from mentoring.ports import Unit


def made_papers(actor: Actor, unit: Unit) -> tuple[PaperKind, ...]:
    """Certificates and letters that were made for the mentor."""
    actor.require(Role.MENTOR)
    return mine(actor, unit)


def evidence_of(actor: Actor, unit: Unit, certificates: Collection[Paper], words: Words) -> Evidence:
    """The actor's own year as a mentor. Raises ProgrammeError("error-evidence-none") without a pair of theirs."""
    actor.require(Role.MENTOR)
    pairs = _own(actor, unit)
    if not pairs:
        raise ProgrammeError("error-evidence-none")
    held = [m for m in unit.meetings.of_pairs(actor.school_id, [p.id for p in pairs]) if _held(actor, m)]
    tasks = [t for p in pairs for t in unit.plans.find(actor.school_id, p.id).tasks if t.state is not Done.DROPPED]
    results = [one for pair in pairs for one in unit.plans.results(actor.school_id, pair.id)]
    school = actor.school
    return Evidence(
        owner=actor.id,
        name=actor.person.name or "",
        school=Letterhead(school.name, Named(""), school.address),
        year=(school.year_start.year, school.year_end.year),
        on=school.day(unit.now),
        meetings=len(held),
        hours=sum(_minutes(one) for one in held) // 60,
        mentees=len({person for pair in pairs for person in pair.of(Side.MENTEE)}),
        tasks_done=sum(task.state is Done.DONE for task in tasks),
        tasks=len(tasks),
        results=[(one.on, words(f"result-kind-{one.kind}"), one.title) for one in results],
        certificates=list(certificates),
        thanks=_thanks(actor, unit),
    )


def _own(actor: Actor, unit: Unit) -> list[Pair]:
    pairs = unit.pairs.of_person(actor.school_id, actor.id)
    year = occasion(actor.school)
    return [one for one in pairs if one.occasion == year and one.side_of(actor.id) is Side.MENTOR]


def _held(actor: Actor, meeting: Meeting) -> bool:
    return meeting.state is State.COUNTED and actor.id in meeting.coming


def _minutes(meeting: Meeting) -> int:
    """As the longest of those who told of it remember it."""
    return max((word.minutes or 0 for _, word in meeting.checkins), default=0)


def _thanks(actor: Actor, unit: Unit) -> list[str]:
    """What mentees have passed on to the mentor, and nothing else of what they gave."""
    told = [one for one in unit.mutuals.all(actor.school_id, occasion(actor.school)) if one.sent_at is not None]
    words = [thanks_of(unit, one) for one in told if one.occasion.about == actor.id]
    return [text for text in words if text]
