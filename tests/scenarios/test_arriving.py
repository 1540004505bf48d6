"""The first minutes: a curator comes in, the school is set up."""

from __future__ import annotations

from tests.stage import labels, stage


async def test_a_curator_sets_the_school_up_in_five_taps(database_url: str) -> None:
    async with stage(database_url) as found:
        curator = await found.curator()
        shown = await found.people.last(curator)
        assert "Школа настроена" in shown["text"]
        assert "Пригласить" in labels(shown)
