"""The simulated year: nothing it checks is broken, the same seed is the same year, and a broken bot is found out.

`YEAR_WEEKS=52 YEAR_PEOPLE=40` lives the whole of it, `YEAR_STEPPED=3` makes the proof longer, `YEAR_FLEET=1` adds
several bots at once; the suite makes a cut.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.__main__ import main
from bot.moments import Moments
from mentoring.calendar import rules_leave
from mentoring.meetings import upkeep
from mentoring.meetings.rules import Meeting, State
from mentoring.meetings.rules_days import Days
from mentoring.meetings.rules_due import Due, Rule
from mentoring.notices import rules_delivery
from sandbox.year import drive
from tests.conftest import make_url_for
from tests.promises.year_ground import lived, names

ROOT = Path(__file__).parents[2]
WEEKS, PEOPLE = int(os.environ.get("YEAR_WEEKS", "6")), int(os.environ.get("YEAR_PEOPLE", "8"))
STEPPED = int(os.environ.get("YEAR_STEPPED", "1"))  # weeks that are lived in steps of five minutes too


@pytest.mark.slow
@pytest.mark.timeout(120 + 20 * WEEKS)
async def test_nothing_is_broken_in_a_cut_of_the_year(database_url: str) -> None:
    year = await lived(database_url, people=PEOPLE, weeks=WEEKS)
    assert year.checks.violations == []
    assert year.restarts > 0
    assert year.log.messages > 10 * PEOPLE / 2
    kinds = {line.kind for line in year.log.lines}
    assert {"meeting-proposed", "meeting-agreed"} <= kinds, "people met"
    assert any("meeting-eve" in kind or "meeting-shortly" in kind for kind in kinds), "and were reminded"


def _in_a_process(hash_seed: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "bot", "simulate", "--people", "4", "--weeks", "5", "--seed", "7"]
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
    found = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True, timeout=200
    )
    (line,) = found.stdout.splitlines()
    said: dict[str, Any] = json.loads(line)
    return said


@pytest.mark.slow
@pytest.mark.timeout(400)
def test_the_same_seed_is_the_same_year_in_any_process() -> None:
    first, second = _in_a_process("1"), _in_a_process("2")
    assert {"events", "messages", "violations", "log_sha256", "seconds"} <= first.keys()
    del first["seconds"], second["seconds"]
    assert first == second
    assert first["messages"] > 10


@pytest.mark.slow
@pytest.mark.timeout(400)
async def test_time_that_hops_brings_what_every_five_minutes_bring(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hopped = await lived(f"sqlite+aiosqlite:///{tmp_path}/hops.db", people=4, weeks=STEPPED, seed=3, restarts=0)
    monkeypatch.setattr(Moments, "due", lambda _self: None)
    stepped = await lived(
        f"sqlite+aiosqlite:///{tmp_path}/steps.db",
        people=4,
        weeks=STEPPED,
        seed=3,
        step=timedelta(minutes=5),
        restarts=0,
    )
    assert stepped.hops > (STEPPED * 7 - 1) * 24 * 12 > 10 * hopped.hops
    assert stepped.log.text() == hopped.log.text()
    assert hopped.log.messages > 10


@pytest.mark.slow
@pytest.mark.timeout(300)
async def test_a_bot_without_quiet_hours_and_school_days_is_found_out(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def at_once(moment: Any, *_: object) -> Any:
        return moment

    for module in (rules_leave, rules_delivery):
        monkeypatch.setattr(module, "may_leave", at_once)
    year = await lived(sqlite_url, weeks=8)
    assert {"quiet-hours", "school-day"} & names(year), year.checks.violations


@pytest.mark.slow
@pytest.mark.timeout(300)
async def test_a_reminder_of_what_is_over_is_found_out(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    real = upkeep.due

    def blind(meeting: Meeting, now: datetime, days: Days) -> list[Due]:
        """Does not see that the meeting was called off, declined or never answered."""
        found = real(meeting, now, days)
        if meeting.state in (State.CANCELLED, State.DECLINED, State.EXPIRED):
            until, params = now + timedelta(days=1), {"kind": meeting.kind}
            who = meeting.proposed_by
            found.append(
                Due(Rule.EVE, 1, meeting.id, meeting.revision, 0, who, now, until, True, "due-meeting-eve", params)
            )
        return found

    monkeypatch.setattr(upkeep, "due", blind)
    assert "reminder-current" in names(await lived(sqlite_url, weeks=8))


@pytest.mark.slow
@pytest.mark.timeout(300)
async def test_a_bot_that_says_all_twice_is_found_out(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sandbox's record of what arrived is read with every new message doubled."""
    real = drive.Log.take

    def doubled(self: drive.Log, calls: Any) -> list[Any]:
        return [one for one in real(self, calls) for _ in range(1 + one.new)]

    monkeypatch.setattr(drive.Log, "take", doubled)
    year = await lived(sqlite_url, people=4, weeks=2, restarts=0)
    assert names(year) == {"arrived-unsaid"}


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.skipif("YEAR_FLEET" not in os.environ, reason="minutes; .ci/run asks for it")
def test_four_bots_at_once_say_nothing_twice(
    request: pytest.FixtureRequest, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    url = make_url_for(request, "postgres", tmp_path)
    arguments = ["--people", "8", "--weeks", "6", "--processes", "4", "--database", url]
    assert main(["simulate", *arguments]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["violations"] == []
    assert found["restarts"] > 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["--people", "5"],
        ["--people", "2"],
        ["--people", "many"],
        ["--weeks", "0"],
        ["--year", "1"],
        ["--processes", "2"],
        ["--processes", "2", "--database", "sqlite+aiosqlite:///x.db"],
        ["--processes", "0"],
    ],
)
def test_unusable_arguments_are_refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    try:
        code = main(["simulate", *arguments])
    except SystemExit as end:
        code = int(end.code or 0)
    assert code == 2
    assert capsys.readouterr().out == ""
