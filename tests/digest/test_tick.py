"""The tick around the use case: school by school, and what did not arrive is said with its reason."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from sqlalchemy import select

from bot.nursery import Bell
from bot.telegram.render import Renderer
from bot.upkeep import Upkeep
from bot.upkeep_digest import digests
from locales import LANGUAGES, Locales
from mentoring.digest import service, wording
from mentoring.digest.rules_when import Kind
from mentoring.notices.rules import Notice
from mentoring.texts import Raw
from storage.tables import outbox
from storage.unit import StorageUnit
from tests.digest import ground
from tests.surveys.ground import School, school

SUNDAY = datetime(2026, 11, 29, 9, tzinfo=UTC)
MONDAY = datetime(2026, 11, 30, 5, tzinfo=UTC)
FIRST, SECOND = 1000, 2000


def upkeep(found: School) -> Upkeep:
    return Upkeep(found.database, Renderer(Locales()), lambda: found.now, Bell())


async def keys(found: School) -> list[str]:
    rows = await found.do(lambda unit: unit.connection.execute(select(outbox.c.key)).scalars().all())
    return sorted(key for key in rows if key is not None)


async def test_a_school_that_fails_holds_up_no_other(database_url: str) -> None:
    async with school(database_url) as found:
        found.now = SUNDAY
        ids = [await found.do(partial(ground.founded, first_account=one)) for one in (FIRST, SECOND)]
        await digests(upkeep(found))
        await found.do(partial(ground.zoned, school_id=ids[0], zone="Mars/Olympus"))
        found.now = MONDAY
        for _ in range(2):
            with pytest.raises(Exception, match="Mars"):
                await digests(upkeep(found))
        second = await found.person(SECOND)
        assert await keys(found) == [f"digest-week:1:{ids[1]}:20261130:{second.id}"], "once, and the other's alone"
        await found.do(partial(ground.zoned, school_id=ids[0], zone="Europe/Moscow"))
        found.now += timedelta(hours=1)
        await digests(upkeep(found))
        assert len(await keys(found)) == 2, "the one that had failed comes late"


async def test_it_says_what_did_not_arrive_and_why(sqlite_url: str) -> None:
    async with school(sqlite_url) as found:
        found.now = MONDAY
        await found.do(partial(ground.founded, first_account=FIRST))
        curator = await found.person(FIRST)
        await found.do(lambda unit: unit.people.update(curator.school_id, curator.id, muted=True))

        def late(unit: StorageUnit) -> None:
            for number in range(2):
                unit.tell(Notice(curator.id, f"draft:1:{number}:{curator.id}", Raw("напоминание"), bundled=True))

        await upkeep(found).do(late)
        await upkeep(found).deliver()
        said = await found.use(FIRST, service.now_of, Kind.WEEK)
        assert "Не дошло сообщений: 2 (напоминания выключены — 2)" in Locales().html(wording.whole(said), "ru")
        for language in LANGUAGES:
            assert Locales().html(wording.whole(said), language)
        found.now = MONDAY + timedelta(days=8)
        said = await found.use(FIRST, service.now_of, Kind.WEEK)
        assert said.dropped == (), "what is older than the week is no news"
