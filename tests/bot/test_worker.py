"""What the worker does when a handler refuses too late, breaks, or waits: undone, said, and nobody else is hurt."""

from __future__ import annotations

import asyncio

import pytest
from structlog.testing import capture_logs

import handlers
from handlers.call import Call
from handlers.routes import Routes
from handlers.screens import Draft, Reply
from mentoring.errors import ProgrammeError
from storage.tables import people
from tests.promises.bad_ground import aside, calm, force, rows, unpaced
from tests.stage import Stage, stage

__all__ = ["unpaced"]


async def _half(call: Call) -> Reply:
    """Writes, then refuses."""
    await call.unit.run(lambda unit: unit.people.update(1, 1, name="Испорчено"))
    raise ProgrammeError("error-done-already")


async def _broken(call: Call) -> Reply:
    await call.unit.run(lambda unit: unit.people.update(1, 1, name="Испорчено"))
    raise RuntimeError("Секретова")


async def _waits(_call: Call) -> Reply:
    await asyncio.sleep(0)
    return Draft().reply()


@pytest.fixture(autouse=True)
def bad_handlers(monkeypatch: pytest.MonkeyPatch) -> None:
    real = handlers.routes

    def routes() -> Routes:
        found = real()
        found.presses |= {"x.half": _half, "x.broken": _broken, "x.waits": _waits}
        return found

    monkeypatch.setattr(handlers, "routes", routes)


async def _name(found: Stage) -> str:
    return (await rows(found, people))[0].name


async def test_a_refusal_after_a_write_undoes_it_and_is_said(
    database_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    with calm(caplog):
        async with stage(database_url) as found:
            curator = await found.curator()
            other = await found.people.newcomer("Другой")
            pressed = [force(found, curator, "x.half", wait=10) for _ in range(5)]
            told = [found.people.post("say", person=other, chat=other, text="/help") for _ in range(5)]
            answers = (await asyncio.gather(*pressed, *told))[:5]
            await found.people.rest()
            assert [a["toast"] for a in answers] == ["Это уже сделано."] * 5
            assert await _name(found) == "Сергеева Анна Львовна"
            said = [m for m in await found.people.messages(other) if m["from"]["is_bot"]]
            assert len(said) == 5, "the others in the batch are handled, each once"


@pytest.mark.parametrize("route", ["x.broken", "x.waits"])
async def test_a_fault_of_ours_is_undone_tried_and_apologised_for(database_url: str, route: str) -> None:
    with capture_logs() as events:
        async with stage(database_url) as found:
            curator = await found.curator()
            last = (await found.people.last(curator))["id"]
            await force(found, curator, route, wait=0.5)
            await found.people.post("say", person=curator, chat=curator, text="/help")
            await found.people.rest()
            assert await _name(found) == "Сергеева Анна Львовна"
            said = [m["text"] for m in await found.people.messages(curator, after=last) if m["from"]["is_bot"]]
            assert "сломалось на нашей стороне" in said[0]
            assert len([text for text in said if "сломалось" in text]) == 1, "once, however many workers there are"
            assert "Что здесь можно" in said[1], "the lane goes on"
            assert await aside(found) == 1
    failed = [e for e in events if e["event"] == "worker.failed"]
    assert len(failed) >= 3
    assert failed[-1]["attempt"] == 3
    assert "Секретова" not in str(events)
