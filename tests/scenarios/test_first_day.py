"""A school's first day, whole: on both databases, by long polling and by webhook."""

from __future__ import annotations

import pytest

from sandbox.walk import cast
from tests.scenarios.first_day import leaver_words, places, present_words, walked, without_pacing
from tests.stage import stage


@pytest.mark.slow
@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_the_first_day_goes_through_and_who_withdraws_is_gone(
    database_url: str,
    mode: str,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    without_pacing(monkeypatch)
    async with stage(database_url, mode=mode) as found:
        walk = await walked(found)
        gone = leaver_words(walk)
        assert walk.story.retries == 0, "every press and every word was answered"
        assert await places(database_url, gone) == []
        assert len(await places(database_url, present_words(walk))) >= 3, "the search finds who is there"
    said = "".join(capfd.readouterr()) + caplog.text
    everyone = {who.shown for who in cast.EVERYONE}
    assert [word for word in [*gone, *everyone] if word in said] == []
    assert await places(database_url, gone) == []
