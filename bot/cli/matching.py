"""The door for matching: a run as a JSON file in, the pairs out; no token, no database, no Telegram.

`{"mentors": [{"id", "capacity"}], "mentees": [{"id"}], "pairs": [{"mentor", "mentee", "score"}],
"forbidden": [[mentor, mentee]], "pinned": [[mentor, mentee]]}`; ids are whole numbers or texts, the last two lists
may be left out, pairs not listed are not eligible.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from bot.cli.refused import Refused

if TYPE_CHECKING:
    from mentoring.matching.rules import Broken, Couple, Problem

Id: TypeAlias = int | str
LARGEST_FILE = 128 * 2**20
MOST_CAPACITY = 10_000


def matching_solve(args: argparse.Namespace) -> int:
    """Exit 0 with the pairs, or with `{"refused": […]}` where the pins cannot all be taken: an answer, too.

    Exit 2 on anything else than such a file.
    """
    from mentoring.errors import ProgrammeError
    from mentoring.matching.rules import NoSolution
    from mentoring.matching.solver import solve

    run = _read(Path(args.file))
    try:
        found = solve(run.problem)
    except NoSolution as error:
        _print({"refused": [run.words(one) for one in error.broken]})
        return 0
    except ProgrammeError as error:
        raise Refused(f"{error.key}: {error.params}") from None
    pairs = [[run.mentors[mentor], run.mentees[mentee]] for mentor, mentee in found.pairs]
    _print({"pairs": pairs, "served": found.served, "worst": found.worst, "total": found.total})
    return 0


def _print(answer: object) -> None:
    print(json.dumps(answer, ensure_ascii=False))


@dataclass(frozen=True, slots=True)
class Run:
    """The problem speaks of places in these two lists of ids."""

    problem: Problem
    mentors: list[Id]
    mentees: list[Id]

    def words(self, broken: Broken) -> dict[str, object]:
        mentor = None if broken.mentor is None else self.mentors[broken.mentor]
        mentees = [self.mentees[one] for one in broken.mentees]
        return {"rule": broken.rule.value, "mentor": mentor, "mentees": mentees, "limit": broken.limit}


def _read(path: Path) -> Run:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise Refused(f"{path.name}: larger than {LARGEST_FILE} bytes")
        given = json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=_unique)
    except OSError as error:
        raise Refused(f"{path.name}: {error.strerror}") from None
    except (ValueError, RecursionError) as error:
        raise Refused(f"{path.name}: not JSON: {error}") from None
    if not isinstance(given, dict):
        raise Refused(f"{path.name}: expected an object")
    return _run(given)


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands twice in one object")
    return found


def _run(given: dict[str, object]) -> Run:
    from mentoring.matching.rules import Problem, Wishes

    capacities = _people(given, "mentors", lambda row, where: _whole(row, "capacity", where, 0, MOST_CAPACITY))
    mentees = sorted(_people(given, "mentees", lambda _row, _where: 1), key=_order)
    mentors = sorted(capacities, key=_order)
    places = {one: place for place, one in enumerate(mentors)}, {one: place for place, one in enumerate(mentees)}
    problem = Problem(
        {places[0][one]: capacity for one, capacity in capacities.items()},
        frozenset(places[1].values()),
        _scores(given, places),
        Wishes(pins=_couples(given, "pinned", places), forbidden=_couples(given, "forbidden", places)),
    )
    return Run(problem, mentors, mentees)


def _order(one: Id) -> tuple[bool, int, str]:
    """Numbers by size, then texts; so the order of the file leaves no trace."""
    return isinstance(one, str), one if isinstance(one, int) else 0, str(one)


def _list(given: dict[str, object], name: str, *, needed: bool = True) -> list[object]:
    found = given.get(name, None if needed else [])
    if not isinstance(found, list):
        raise Refused(f"{name}: expected a list")
    return found


def _rows(given: dict[str, object], name: str) -> Iterator[tuple[dict[str, object], str]]:
    for number, row in enumerate(_list(given, name)):
        where = f"{name}[{number}]"
        if not isinstance(row, dict):
            raise Refused(f"{where}: expected an object")
        yield row, where


def _people(given: dict[str, object], name: str, value: Callable[[dict[str, object], str], int]) -> dict[Id, int]:
    found: dict[Id, int] = {}
    for row, where in _rows(given, name):
        one = _id(row.get("id"), f"{where}.id")
        if one in found:
            raise Refused(f"{where}.id: stands twice")
        found[one] = value(row, where)
    return found


def _id(value: object, where: str) -> Id:
    """`True` is no number, and 1.0 is no id."""
    if isinstance(value, str) or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    raise Refused(f"{where}: expected a whole number or a text")


def _whole(row: dict[str, object], name: str, where: str, low: int, high: int) -> int:
    value = row.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
        raise Refused(f"{where}.{name}: expected a whole number from {low} to {high}")
    return value


Places: TypeAlias = tuple[dict[Id, int], dict[Id, int]]


def _scores(given: dict[str, object], places: Places) -> dict[Couple, int]:
    from mentoring.matching.rules import FARTHEST_SCORE

    found: dict[Couple, int] = {}
    for row, where in _rows(given, "pairs"):
        couple = _couple((row.get("mentor"), row.get("mentee")), places, where)
        if couple in found:
            raise Refused(f"{where}: stands twice")
        found[couple] = _whole(row, "score", where, -FARTHEST_SCORE, FARTHEST_SCORE)
    return found


def _couples(given: dict[str, object], name: str, places: Places) -> frozenset[Couple]:
    found = set()
    for number, couple in enumerate(_list(given, name, needed=False)):
        where = f"{name}[{number}]"
        if not isinstance(couple, list) or len(couple) != 2:
            raise Refused(f"{where}: expected [mentor, mentee]")
        found.add(_couple((couple[0], couple[1]), places, where))
    return frozenset(found)


def _couple(given: tuple[object, object], places: Places, where: str) -> Couple:
    mentor, mentee = (
        _known(one, side, f"{where}: {name}")
        for one, side, name in zip(given, places, ("mentor", "mentee"), strict=True)
    )
    return mentor, mentee


def _known(one: object, side: dict[Id, int], where: str) -> int:
    place = side.get(one) if isinstance(one, int | str) and not isinstance(one, bool) else None
    if place is None:
        raise Refused(f"{where} is not among the people of the file")
    return place
