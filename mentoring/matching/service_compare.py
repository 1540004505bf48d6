"""The two bases side by side: what is needed, and who could help with it.

Step 11 of the programme's plan ("сопоставление данных с анкетами наставляемых").
"""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.matching.rules import Profile
from mentoring.matching.service import Ground, ground_of
from mentoring.meetings.rules import TOPICS, Side
from mentoring.people.rules import Actor, Role
from mentoring.ports import Unit

READERS = (Role.CURATOR, Role.DIRECTOR, Role.DEPUTY)


@dataclass(frozen=True, slots=True)
class Topic:
    """How many mentees ask for help with it, and how many mentors offer it."""

    name: str
    wanted: int
    offered: int

    @property
    def short(self) -> bool:
        return self.wanted > self.offered


@dataclass(frozen=True, slots=True)
class Comparison:
    """Mentors who take part, approved or not, with their places; mentees without a pair; each side by name."""

    topics: tuple[Topic, ...]
    mentors: tuple[Profile, ...]
    mentees: tuple[Profile, ...]
    places: int
    ground: Ground


def compare(actor: Actor, unit: Unit) -> Comparison:
    actor.require(*READERS)
    found = ground_of(unit, actor.school)
    able = sorted(
        (one for one in found.facts.profiles if one.consented), key=lambda one: found.name(one.person_id)
    )
    mentors = tuple(one for one in able if one.side is Side.MENTOR)
    mentees = tuple(one for one in able if one.side is Side.MENTEE and one.person_id in found.mentees)
    names = [topic for topics in TOPICS.values() for topic in topics]
    topics = [
        Topic(name, sum(name in one.needs for one in mentees), sum(name in one.strengths for one in mentors))
        for name in names
    ]
    asked = tuple(sorted((one for one in topics if one.wanted or one.offered), key=lambda one: -one.wanted))
    return Comparison(asked, mentors, mentees, sum(one.capacity for one in mentors), found)
