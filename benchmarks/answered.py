"""The row "answered question": what one answer in a questionnaire costs, beside two ordinary bots."""

from __future__ import annotations

import contextlib
import sqlite3
import sys
import tempfile
from collections.abc import AsyncIterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks import form
from benchmarks.contestant import Contestant, Cost, WrongAnswers, contestant
from benchmarks.server import Server
from benchmarks.table import table

NAMES = ("ours", "echo", "ordinary")
ANSWER = "Хочу лучше понимать, как вести урок в шумном классе, и научиться слышать тихих учеников."


@dataclass(frozen=True, slots=True)
class Size:
    """`people` write in a round; each gives `answers` answers one after the other, or `presses` presses."""

    rounds: int
    people: int
    answers: int
    presses: int
    alone: int


FULL = Size(rounds=7, people=40, answers=20, presses=8, alone=60)
QUICK = Size(rounds=3, people=20, answers=10, presses=4, alone=20)


@dataclass(frozen=True, slots=True)
class Round:
    """The people of one round: those who type, those who type one at a time, those who press."""

    backlog: list[int]
    alone: list[int]
    pressing: list[int]


class Crowd:
    """Everybody who will ever write, with the same numbers on every server; nobody writes in two rounds."""

    def __init__(self, size: Size) -> None:
        self.size = size
        self.count = 1 + (size.rounds + 1) * (2 * size.people + self._slow)
        self.everybody: list[int] = []

    @property
    def _slow(self) -> int:
        return -(-self.size.alone // self.size.answers)

    @property
    def spare(self) -> int:
        return self.everybody[0]

    def round(self, number: int) -> Round:
        width = 2 * self.size.people + self._slow
        mine = self.everybody[1 + number * width :][:width]
        people = self.size.people
        return Round(mine[:people], mine[2 * people :], mine[people : 2 * people])

    async def meet(self, server: Server, database: str) -> None:
        self.everybody = await server.people(self.count)
        if Path(database).stem != "ours":
            return
        rounds = [self.round(number) for number in range(self.size.rounds + 1)]
        typing = [one for r in rounds for one in (*r.backlog, *r.alone)]
        pressing = [one for r in rounds for one in r.pressing]
        await form.prepare(database, {form.TEXT: typing, form.SCALE: pressing})


async def _type(server: Server, people: list[int], times: int) -> None:
    for number in range(times):
        for person in people:
            await server.say(person, f"{ANSWER} {number}")


async def _press(server: Server, people: list[int], number: int) -> None:
    for person in people:
        await server.press(person, str(number % 5 + 1))


async def typed(one: Contestant, crowd: Crowd, number: int) -> Cost:
    """People type answers while the bot stands still; then it works off what waits."""
    people, times = crowd.round(number).backlog, crowd.size.answers
    await one.awake(crowd.spare)
    count = len(people) * times
    return await one.backlog(partial(_type, one.server, people, times), count, count)


async def alone(one: Contestant, crowd: Crowd, number: int) -> Cost:
    """Each answer comes when the last one was answered."""
    people = crowd.round(number).alone
    await one.awake(crowd.spare)
    writers = (people[n % len(people)] for n in range(crowd.size.alone))
    writes = [partial(one.server.say, person, f"{ANSWER} {n}") for n, person in enumerate(writers)]
    return await one.one_by_one(writes, 1)


async def pressed(one: Contestant, crowd: Crowd, number: int) -> Cost:
    """Everybody presses a button while the bot stands still, several times; each gets the next screen."""
    people = crowd.round(number).pressing
    await one.awake(crowd.spare)
    await one.backlog(partial(_greet, one.server, people), len(people), len(people))
    costs = []
    for n in range(crowd.size.presses):
        press = partial(_press, one.server, people, n)
        costs.append(await one.backlog(press, len(people), 2 * len(people)))
    return Cost(sum(c.updates for c in costs), sum(c.cpu for c in costs), sum(c.wall for c in costs))


async def _greet(server: Server, people: list[int]) -> None:
    """For a first screen with buttons: our bot takes it for a word that is no number and shows the question."""
    for person in people:
        await server.say(person, "?")


@contextlib.asynccontextmanager
async def contestants(crowd: Crowd) -> AsyncIterator[list[Contestant]]:
    async with contextlib.AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="bench-")))
        found = []
        for name in NAMES:
            one = await stack.enter_async_context(contestant(name, folder, crowd.meet))
            await one.awake(crowd.spare)
            one.hold()
            found.append(one)
        yield found


KINDS = {"typed": typed, "one at a time": alone, "pressed": pressed}


async def measure(size: Size) -> dict[str, dict[str, list[Cost]]]:
    """Costs by kind and bot, one a round; the round that warms up is left out."""
    crowd = Crowd(size)
    found: dict[str, dict[str, list[Cost]]] = {kind: {name: [] for name in NAMES} for kind in KINDS}
    async with contestants(crowd) as bots:
        await _round(bots, crowd, 0)
        for number in range(1, size.rounds + 1):
            for (kind, name), cost in (await _round(bots, crowd, number)).items():
                found[kind][name].append(cost)
            print(f"round {number} of {size.rounds}", file=sys.stderr)
        _kept(bots[NAMES.index("ours")], size)
    return found


def _kept(ours: Contestant, size: Size) -> None:
    """Every answer that was typed or pressed is in the database. Raises WrongAnswers."""
    wanted = (size.rounds + 1) * (size.people * (size.answers + size.presses) + size.alone)
    with contextlib.closing(sqlite3.connect(ours.database)) as connection:
        (kept,) = connection.execute("SELECT count(*) FROM answers WHERE value IS NOT NULL").fetchone()
    if kept != wanted:
        raise WrongAnswers(f"{kept} answers were kept of {wanted}")


async def _round(bots: list[Contestant], crowd: Crowd, number: int) -> dict[tuple[str, str], Cost]:
    """Every kind by every bot in turn; whoever is not on stands still."""
    found = {}
    for kind, run in KINDS.items():
        for one in bots:
            found[kind, one.name] = await run(one, crowd, number)
            one.hold()
    return found


async def row(quick: bool) -> str:
    """The table; what is counted stands in README.md."""
    return table(await measure(QUICK if quick else FULL))
