"""Settings that are refused, logs that hold no secret, the operator's doors."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from pydantic import ValidationError

from bot import ops
from bot.config import Settings
from bot.logs import _Bare, bare_exception
from bot.nursery import Bell, Nursery

ROOT = Path(__file__).parents[2]
TOKEN = "123456:AAH-very-secret-token"
HOOK = {"mode": "webhook", "webhook_url": "https://x.example/hook", "webhook_secret": "a" * 16}


@pytest.mark.parametrize(
    "wrong",
    [
        {**HOOK, "webhook_url": ""},
        {**HOOK, "webhook_secret": ""},
        {**HOOK, "webhook_secret": "short"},
        {**HOOK, "webhook_secret": "с" * 20},
        {**HOOK, "webhook_secret": "a" * 16 + " "},
        {"mode": "both"},
        {"workers": 0},
        {"database_pool": 1},
        {"sender_in_air": 0},
        {"sender_in_air": 31},
        {"log_level": "LOUD"},
        {"ops_port": "many"},
    ],
)
def test_settings_that_cannot_be_right_are_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Settings(_env_file=None, bot_token=TOKEN, **wrong)  # type: ignore[arg-type]


def test_settings_that_are_right_are_taken_and_hide_their_secrets() -> None:
    found = Settings(_env_file=None, bot_token=TOKEN, **HOOK)  # type: ignore[arg-type]
    assert TOKEN not in repr(found)
    assert "a" * 16 not in repr(found)
    with pytest.raises(ValidationError):
        found.mode = "polling"  # type: ignore[misc]


def _bot(tmp_path: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    found = {"PATH": os.environ["PATH"], "DATABASE_URL": f"sqlite+aiosqlite:///{tmp_path}/x.db", **settings}
    command = [sys.executable, "-m", "bot", *arguments]
    return subprocess.run(command, cwd=ROOT, env=found, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({}, "BOT_TOKEN is not set"),
        ({"BOT_TOKEN": "secret-without-colon"}, "does not look like a token"),
        ({"BOT_TOKEN": "abc:secret-part"}, "does not look like a token"),
        ({"BOT_TOKEN": TOKEN, "MODE": "webhook"}, "WEBHOOK_URL"),
        ({"BOT_TOKEN": TOKEN, "OPS_PORT": "x"}, "OPS_PORT"),
    ],
)
def test_run_refuses_in_words_and_shows_no_value(tmp_path: Path, settings: dict[str, str], says: str) -> None:
    found = _bot(tmp_path, "run", **settings)
    assert found.returncode == 2
    assert says in found.stderr
    assert "secret" not in found.stderr
    assert "Traceback" not in found.stderr


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["school", "add", ""], "name"),
        (["school", "add", "x" * 500], "name"),
        (["school", "add", "Школа", "--zone", "Moon/Base"], "Moon/Base"),
        (["invite", "--school", "99"], "no school 99"),
        (["invite", "--school", "1", "--role", "king"], "king"),
        (["restore", "/nowhere"], "no file"),
        (["backup", "/nowhere/x"], "no database"),
        (["questionnaire", "check", "/nowhere.xlsx"], "nowhere.xlsx"),
    ],
)
def test_commands_refuse_in_words(tmp_path: Path, arguments: list[str], says: str) -> None:
    found = _bot(tmp_path, *arguments)
    assert found.returncode == 2, found.stdout
    assert says in found.stderr
    assert "Traceback" not in found.stderr


def test_a_database_goes_up_and_down_by_command(tmp_path: Path) -> None:
    assert "at " in _bot(tmp_path, "migrate").stdout
    down = _bot(tmp_path, "migrate", "--to", "base")
    assert down.returncode == 0, down.stderr
    assert "base" in down.stdout
    assert _bot(tmp_path, "migrate").returncode == 0


def test_an_exception_is_logged_by_its_kind_alone() -> None:
    error = ValueError("Секретова Зоя, +7 900 000-00-00, token " + TOKEN)
    for given in (error, True):
        try:
            raise error
        except ValueError:
            event = bare_exception(None, "error", {"event": "x", "exc_info": given})
        assert event == {"event": "x", "error": "ValueError"}


def test_a_librarys_words_are_not_logged() -> None:
    import logging

    try:
        raise RuntimeError(TOKEN)
    except RuntimeError:
        record = logging.LogRecord('a"b', logging.ERROR, "f", 1, "url %s", (f"/bot{TOKEN}/x",), sys.exc_info())
    line = _Bare().format(record)
    assert TOKEN not in line
    assert json.loads(line) == {"level": "error", "event": "library", "logger": 'a"b', "error": "RuntimeError"}


def test_a_running_bot_logs_json_without_token_or_names(tmp_path: Path) -> None:
    """In a process of its own, because logging is configured once for good there."""
    program = (
        "import logging, structlog\n"
        "from bot import logs\nfrom bot.config import Settings\n"
        f"logs.configure(Settings(_env_file=None, bot_token='{TOKEN}'))\n"
        "log = structlog.get_logger()\n"
        "log.info('ready', bot=1)\nlog.debug('hidden')\n"
        "try:\n    raise ValueError('Секретова')\nexcept ValueError:\n"
        "    log.exception('failed')\n    logging.getLogger('lib').exception('Секретова %s', 'x')\n"
        "logging.getLogger('lib').info('hidden')\n"
    )
    found = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    lines = [json.loads(line) for line in found.stderr.splitlines()]
    assert [line["event"] for line in lines] == ["ready", "failed", "library"]
    assert "Секретова" not in found.stderr
    assert TOKEN not in found.stderr


async def _ask(doors: ops.Doors, rehearsal: bool, method: str, path: str, **more: Any) -> tuple[int, str]:
    runner = web.AppRunner(ops.application(doors, rehearsal=rehearsal), shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        async with aiohttp.ClientSession() as session:
            url = f"http://127.0.0.1:{runner.addresses[0][1]}{path}"
            async with session.request(method, url, **more) as response:
                return response.status, await response.text()
    finally:
        await runner.cleanup()


def _doors(ready: bool = True) -> tuple[ops.Doors, list[datetime]]:
    moved: list[datetime] = []

    async def is_ready() -> bool:
        return ready

    async def idle() -> ops.Idle:
        return ops.Idle(False, 3, datetime(2026, 11, 24, tzinfo=UTC))

    async def move(to: datetime) -> None:
        moved.append(to)

    return ops.Doors(is_ready, idle, move), moved


async def test_health_readiness_and_figures() -> None:
    doors, _ = _doors()
    assert await _ask(doors, False, "GET", "/healthz") == (200, '{"ok": true}')
    assert (await _ask(doors, False, "GET", "/readyz"))[0] == 200
    assert (await _ask(_doors(False)[0], False, "GET", "/readyz"))[0] == 503
    status, text = await _ask(doors, False, "GET", "/metrics")
    assert status == 200
    assert "bot_updates_handled_total" in text


async def test_the_clock_is_nobodys_to_move_outside_a_rehearsal() -> None:
    doors, moved = _doors()
    assert (await _ask(doors, False, "POST", "/clock", json={"now": "2027-01-01T00:00:00+03:00"}))[0] == 404
    assert (await _ask(doors, False, "GET", "/idle"))[0] == 404
    assert moved == []


@pytest.mark.parametrize(
    "body", ["", "[]", "5", "{}", '{"now": 5}', '{"now": "soon"}', '{"now": "2027-01-01T00:00:00"}', "\xff"]
)
async def test_a_moment_that_is_none_is_refused(body: str) -> None:
    doors, moved = _doors()
    status, text = await _ask(doors, True, "POST", "/clock", data=body.encode("latin-1"))
    assert status == 400
    assert "now" in text
    assert moved == []


async def test_a_rehearsals_clock_and_rest() -> None:
    doors, moved = _doors()
    assert (await _ask(doors, True, "POST", "/clock", json={"now": "2027-01-01T00:00:00+03:00"}))[0] == 200
    assert moved == [datetime.fromisoformat("2027-01-01T00:00:00+03:00")]
    status, text = await _ask(doors, True, "GET", "/idle")
    assert json.loads(text) == {"idle": False, "pending": 3, "next_event": "2026-11-24T00:00:00+00:00"}
    assert status == 200


async def test_a_ring_while_nobody_waits_is_not_lost() -> None:
    bell = Bell()
    bell.ring()
    async with asyncio.timeout(0.5):
        await bell.wait(10)
    async with asyncio.timeout(0.5):
        await bell.wait(0.05)


async def test_a_short_task_that_fails_harms_nobody_a_long_one_ends_all() -> None:
    async def fails() -> None:
        raise LookupError

    async with Nursery() as nursery:
        await nursery.once(fails())

    async def all_of_it() -> None:
        async with Nursery() as nursery:
            nursery.keep("part", fails())
            await asyncio.sleep(0.1)

    with pytest.raises(ExceptionGroup):
        await all_of_it()
