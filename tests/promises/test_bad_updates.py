"""Updates that come twice, that no schema accepts, with numbers out of this world: kept or set aside, never fatal."""

from __future__ import annotations

import asyncio
import time
from typing import Any

import pytest

from tests.promises.bad_ground import alive, aside, calm, inject, message, unpaced
from tests.stage import Stage, stage

__all__ = ["unpaced"]


async def _fault(found: Stage, kind: str, times: int = 1, **more: Any) -> None:
    asked = await found.people.post("faults", kind=kind, times=times, **more)
    assert asked["status"] == 200


async def test_doubled_updates_have_one_effect(database_url: str, caplog: pytest.LogCaptureFixture) -> None:
    with calm(caplog):
        async with stage(database_url) as found:
            curator = await found.curator()
            await _fault(found, "duplicate_update", times=20)
            last = (await found.people.last(curator))["id"]
            for _ in range(3):
                await found.people.say(curator, "/help")
            shown = [m for m in await found.people.messages(curator, after=last) if m["from"]["is_bot"]]
            assert len(shown) == 3


async def test_unreadable_updates_are_set_aside_and_block_nobody(
    database_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    with calm(caplog):
        async with stage(database_url) as found:
            curator = await found.curator()
            await _fault(found, "garbage_update", times=150)
            started = time.monotonic()
            assert "Что здесь можно" in (await found.people.say(curator, "/help"))["text"]
            assert time.monotonic() - started < 10
            assert await aside(found) == 150
            await alive(found)


@pytest.mark.parametrize(
    "wild",
    [
        {"message": {"from": {"id": 10**25}, "chat": {"id": 10**25}}},
        {"message": {"from": {"id": True}, "chat": {"id": -(10**25)}}},
        {"callback_query": {"from": {"id": 1.5}}},
        {"message": {"document": {"file_size": {}}, "from": {"id": 5}, "text": '"document":'}},
        {"message": {"text": "a" * 500_000}},
        {"message": [], "poll": "x", "": {}},
        {"message": {"from": {"id": 7, "language_code": 5}, "chat": None}},
    ],
)
async def test_wild_numbers_do_not_end_the_bot(
    database_url: str, caplog: pytest.LogCaptureFixture, wild: dict[str, Any]
) -> None:
    with calm(caplog):
        async with stage(database_url) as found:
            curator = await found.curator()
            await inject(found, **wild)
            await asyncio.sleep(0.3)
            await alive(found)
            assert "Что здесь можно" in (await found.people.say(curator, "/help"))["text"]


async def test_a_typed_backslash_and_zeros_is_kept(database_url: str, caplog: pytest.LogCaptureFixture) -> None:
    r"""The six characters \u0000, a NUL itself, and backslashes before them: text like any other."""
    with calm(caplog):
        async with stage(database_url) as found:
            curator = await found.curator()
            for text in (r"\u0000", r"\\u0000", "\\\\\\u0000", r"a\u0000b", "\\"):
                last = (await found.people.last(curator))["id"]
                await found.people.say(curator, text)
                assert (await found.people.last(curator))["id"] > last + 1, text
            await inject(found, message=message(curator, 940_000, text="a\0b"))
            await inject(found, message=message(curator, 940_001, text="\\\0b"))
            await found.people.rest()
            assert await aside(found) == 0
