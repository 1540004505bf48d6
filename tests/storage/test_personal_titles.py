"""Whatever a person's export holds has a name in both languages: one that has none would stop the whole export."""

from __future__ import annotations

import pytest

from locales import Locales
from mentoring.texts import say
from storage import migrate, personal
from storage.engine import Database


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_every_part_of_an_export_has_a_title(sqlite_url: str, language: str) -> None:
    database = Database(sqlite_url)
    await migrate.upgrade(database)
    found = await database.read(lambda c: personal.stored(c, 1, 1))
    await database.close()
    titles = [Locales().plain(say(f"stored-{name}"), language) for name in found]
    assert len(set(titles)) > 30
