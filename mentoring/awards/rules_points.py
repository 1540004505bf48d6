"""Points for public work, and the ways to encourage people. Pure.

"Награждение и поощрение наставников баллами за активную общественную работу (формат на усмотрение администрации)"
(stage 7 of the mechanism): so the table is the school's own. Points are shown to their owner and the curator and
never make a list of who has more.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from mentoring.errors import ProgrammeError
from mentoring.people.rules import Role
from mentoring.texts import Text, say

MOST = 100  # points for one thing


@dataclass(frozen=True, slots=True)
class Incentive:
    """A way of the programme's "Система стимулирования". `award` is how an order names it; empty: no order."""

    id: str
    name: Mapping[str, str]
    award: str = ""


def checked(table: Mapping[str, int], known: Collection[str]) -> dict[str, int]:
    """The school's table. Raises ProgrammeError `error-points` (with `most`)."""
    if not set(table) <= set(known) or not all(0 <= points <= MOST for points in table.values()):
        raise ProgrammeError("error-points", most=MOST)
    return dict(table)


@dataclass(frozen=True, slots=True)
class Points:
    """`rows` are (what, how often, points for it together), without what nobody did."""

    rows: tuple[tuple[str, int, int], ...]

    @property
    def total(self) -> int:
        return sum(points for *_, points in self.rows)


def points(done: Mapping[str, int], table: Mapping[str, int]) -> Points:
    """Of what one person did this year, in the table's order; what the table does not name earns nothing."""
    rows = ((name, done.get(name, 0), worth) for name, worth in table.items())
    return Points(tuple((name, times, times * worth) for name, times, worth in rows if times > 0 and worth))


def name_of(what: str) -> Text:
    """What points are given for."""
    return say(f"points-{what}")


def may_see(viewer: int, roles: Collection[Role], owner: int) -> bool:
    return viewer == owner or Role.CURATOR in roles
