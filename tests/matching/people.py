"""Two people whose answers a test changes one at a time."""

from __future__ import annotations

from mentoring.matching.rules import Profile
from mentoring.meetings.rules import Side


def mentor(person_id: int = 1, **said: object) -> Profile:
    return Profile(person_id, Side.MENTOR, **said)


def mentee(person_id: int = 11, **said: object) -> Profile:
    return Profile(person_id, Side.MENTEE, **said)
