"""A pair in the chat on a quiet Tuesday at noon, and the taps that its meetings take."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from tests.promises.bad_ground import force, member, mentee
from tests.scenarios.filling import routes, tap
from tests.scenarios.test_delivery import go, tuesday
from tests.stage import Stage, labels

MOSCOW = ZoneInfo("Europe/Moscow")
OLDER, YOUNGER = "Громова Ольга Ильинична", "Петрова Мария Ивановна"


@dataclass
class Pair:
    """`day` is the Tuesday; ids are the sandbox's people. `number` is the pair's."""

    stage: Stage
    curator: int
    older: int
    younger: tuple[int, ...]
    day: date
    number: int = 1

    @property
    def mentee(self) -> int:
        return self.younger[0]

    async def show(self, person: int, data: str) -> dict[str, Any]:
        """The screen that a press with this data brings."""
        await force(self.stage, person, data)
        await self.stage.people.rest()
        return await self.stage.people.last(person)

    async def press(self, person: int, message: dict[str, Any], route: str, place: int = 0) -> dict[str, Any]:
        """The button of that route on that message; the newest message after it."""
        await tap(self.stage, person, message, routes(message)[route][place])
        return await self.stage.people.last(person)

    async def propose(self, person: int, *starts: datetime) -> dict[str, Any]:
        """Through the calendar and the hours, as a thumb would."""
        return await self._through(person, await self.show(person, f"mp.new:{self.number}"), *starts)

    async def propose_other(self, person: int, *starts: datetime) -> dict[str, Any]:
        """Other times for the first meeting, from its card."""
        card = await self.show(person, "mt:1")
        return await self._through(person, await self.press(person, card, "mp.re"), *starts)

    async def _through(self, person: int, screen: dict[str, Any], *starts: datetime) -> dict[str, Any]:
        for start in starts:
            if "mp.hour" not in routes(screen):
                screen = await self.press(person, screen, "mp.day")
            screen = await self._tap(person, screen, "mp.hour", f"{start:%y%m%d}")
            wanted = next(data for data, label in _pressed(screen) if label == f"{start:%H:%M}")
            screen = await tap(self.stage, person, screen, wanted)
        return await self.press(person, screen, "mp.send")

    async def _tap(self, person: int, screen: dict[str, Any], route: str, end: str) -> dict[str, Any]:
        wanted = next(data for data in routes(screen)[route] if data.endswith(end))
        return await tap(self.stage, person, screen, wanted)

    def at(self, days: int, hour: int, minute: int = 0) -> datetime:
        return datetime.combine(self.day + timedelta(days=days), time(hour, minute), MOSCOW)

    async def go(self, days: int, hour: int, minute: int = 0) -> None:
        await go(self.stage, self.day + timedelta(days=days), hour, minute)

    async def told(self, person: int, words: str) -> list[dict[str, Any]]:
        return [one for one in await self.stage.people.messages(person) if words in one["text"]]


def _pressed(screen: dict[str, Any]) -> list[tuple[str, str]]:
    return [(button["data"], button["text"]) for row in screen["buttons"] or [] for button in row]


async def pair(found: Stage, *, mentees: int = 1) -> Pair:
    curator = await found.curator()
    older = await member(found, curator, OLDER, "Наставник")
    names = [YOUNGER, "Сидорова Вера Павловна", "Королёв Пётр Ильич"][:mentees]
    younger = [await mentee(found, curator, name) for name in names]
    day = await tuesday(found)
    await found.people.say(curator, "/menu")
    await found.people.press(curator, "Пары")
    screen = (await found.people.press(curator, "Новая пара"))["last"]
    await found.people.press(curator, next(x for x in labels(screen) if OLDER in x))
    await found.people.press(curator, "Дальше: наставляемые")
    for name in names:
        screen = await found.people.last(curator)
        await found.people.press(curator, next(x for x in labels(screen) if name in x))
    await found.people.press(curator, "Создать пару")
    return Pair(found, curator, older, tuple(younger), day)
