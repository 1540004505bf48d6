"""A Monday morning of the school in the chat: the digest comes, is acted on in one tap, and goes to who stands in."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from sqlalchemy import update

from mentoring.roadmap import service_people
from storage.tables import pairs
from storage.unit import StorageUnit
from tests.promises.bad_ground import force, member, unpaced, write
from tests.scenarios.filling import routes, tap
from tests.scenarios.meeting_ground import OLDER, YOUNGER, Pair, pair
from tests.scenarios.test_delivery import go
from tests.stage import Stage, labels, stage

__all__ = ["unpaced"]


async def stale(found: Stage, one: Pair) -> date:
    """The pair has not met for seventy days; returns the Monday to come."""
    assert found.app is not None
    long_ago = found.app.clock.now() - timedelta(days=70)
    await write(
        found, lambda c: c.execute(update(pairs).where(pairs.c.id == one.number).values(opened_at=long_ago))
    )
    return one.day + timedelta(days=6)


async def weeks(found: Stage, person: int, since: date) -> list[dict[str, Any]]:
    """The digests that came by themselves on that day or after it."""
    told = [m for m in await found.people.messages(person) if m["text"].startswith("Итоги недели ")]
    return [m for m in told if m["date"][:10] >= since.isoformat() and "home" not in routes(m)]


async def sent(found: Stage, head: str) -> list[dict[str, Any]]:
    """What the bot asked the server to send under that head."""
    calls = (await found.people.get("calls?after=0"))["calls"]
    asked = [call for call in calls if call["method"] == "sendMessage"]
    return [call["params"] for call in asked if head in str(call["params"].get("text", ""))]


async def test_a_monday_morning(database_url: str) -> None:
    async with stage(database_url) as found:
        one = await pair(found)
        monday = await stale(found, one)
        await go(found, monday, 7, 58)
        assert await weeks(found, one.curator, monday) == []
        await go(found, monday, 8, 6)
        (told,) = await weeks(found, one.curator, monday)
        assert f"{OLDER} — {YOUNGER}: очень давно не было встречи (красная)" in told["text"]
        assert "Встречи за неделю: 0 (до этого 0)" in told["text"]
        assert len(labels(told)) <= 5
        assert {call["disable_notification"] for call in await sent(found, "Итоги недели")} == {True}
        await _nudged(found, one, told)
        await _pictured(found, one, told)
        await go(found, monday + timedelta(days=1), 12)
        assert len(await weeks(found, one.curator, monday)) == 1, "once a week"


async def _nudged(found: Stage, one: Pair, told: dict[str, Any]) -> None:
    """One tap reaches both; a second one says so and reaches nobody."""
    (nudge,) = routes(told)["dg.pair"]
    before = {
        person: len(await one.told(person, "желает вам хорошей недели")) for person in (one.older, one.mentee)
    }
    first = await force(found, one.curator, nudge, told["id"])
    again = await force(found, one.curator, nudge, told["id"])
    assert "2 людям" in first["toast"]
    assert "уже напоминали" in again["toast"]
    await go(found, one.day + timedelta(days=7), 8, 5)
    for person, number in before.items():
        (nudged,) = (await one.told(person, "желает вам хорошей недели"))[number:]
        assert "mp.new" in routes(nudged), "a meeting is one tap away"
    still = next(m for m in await found.people.messages(one.curator) if m["id"] == told["id"])
    assert still["text"] == told["text"], "the digest stays where it is"


async def _pictured(found: Stage, one: Pair, told: dict[str, Any]) -> None:
    await tap(found, one.curator, told, routes(told)["dg.chart"][0])
    shown = next(m for m in reversed(await found.people.messages(one.curator)) if m["file"])
    assert shown["text"] == "Встреч за прошедшую неделю: 0, за неделю до неё: 0"
    assert (await found.people.download(shown)).startswith(b"\x89PNG")


async def test_on_another_day_to_who_stands_in_and_not_at_all(sqlite_url: str) -> None:
    async with stage(sqlite_url) as found:
        one = await pair(found)
        deputy = await member(found, one.curator, "Седова Ольга Ивановна", "Завуч по УВР")
        await stale(found, one)
        thursday = one.day + timedelta(days=2)
        await _chosen(found, one)
        await go(found, thursday, 14, 50)
        assert await weeks(found, one.curator, thursday) == []
        await go(found, thursday, 15, 6)
        assert len(await weeks(found, one.curator, thursday)) == 1
        await _refused(found, one)
        then = thursday + timedelta(days=7)
        await _away(found, one, deputy, then)
        await go(found, then, 15, 6)
        assert await weeks(found, one.curator, then) == []
        (told,) = await weeks(found, deputy, then)
        pressed = await force(found, deputy, routes(told)["dg.pair"][0], told["id"])
        assert "2 людям" in pressed["toast"]
        await force(found, one.curator, "dg.off:1")
        await found.people.rest()
        assert "сами не приходят" in (await found.people.last(one.curator))["text"]
        last = then + timedelta(days=7)
        await go(found, last, 16)
        assert await weeks(found, one.curator, last) == []


async def _chosen(found: Stage, one: Pair) -> None:
    """The present state by a button of the menu, and from there another day and hour."""
    await found.people.say(one.curator, "/menu")
    shown = (await found.people.press(one.curator, "Итоги недели"))["last"]
    assert f"{OLDER} — {YOUNGER}" in shown["text"]
    assert len(shown["buttons"]) <= 5
    await found.people.press(one.curator, "Когда присылать")
    asked = (await found.people.press(one.curator, "☐ Чт"))["last"]
    assert "по четвергам в 8:00" in asked["text"]
    asked = (await found.people.press(one.curator, "☐ 15:00"))["last"]
    assert {"☑ Чт", "☑ 15:00"} <= set(labels(asked))


async def _refused(found: Stage, one: Pair) -> None:
    for data in ("digest", "dg.month", "dg.when", "dg.pair:1", "dg.survey:1", "dg.chart:week:20261123"):
        assert "нужная роль" in (await force(found, one.older, data))["toast"], data
    for forged in ("dg.chart:year:20261123", "dg.chart:week:x", "dg.day:9", "dg.hour:99", "dg.pair:x"):
        assert (await force(found, one.curator, forged))["toast"], forged


async def _away(found: Stage, one: Pair, deputy: int, last: date) -> None:
    assert found.app is not None
    now = found.app.clock.now()

    def put(connection: Any) -> None:
        unit = StorageUnit(connection, now)
        curator, instead = unit.people.actor(one.curator), unit.people.actor(deputy)
        assert curator is not None
        assert instead is not None
        service_people.stand_in(curator, unit, curator.id, instead.id, last)

    await write(found, put)
