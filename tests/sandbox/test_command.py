"""`python -m sandbox`, as a process; the description of the API; the rooms it keeps to."""

import ast
import asyncio
import contextlib
import json
import signal
import sys
from pathlib import Path

import aiohttp
import pytest

import sandbox
from sandbox.described import DESCRIPTION, described, unknown_parameters
from sandbox.methods.call import METHODS
from sandbox.server import make_app

ROOM = Path(sandbox.__file__).parent
OURS = {"bot", "handlers", "mentoring", "scheduler", "storage", "locales"}


async def start(*args):
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "sandbox", *args, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
        cwd=ROOM.parent,
    )  # fmt: skip


async def test_it_prints_its_address_serves_and_stops():
    process = await start("--port", "0", "--empty", "--username", "my_bot", "--token", "5:x")
    address = (await process.stdout.readline()).decode().strip()
    async with aiohttp.ClientSession() as http, http.get(f"{address}bot5:x/getMe") as got:
        assert (await got.json())["result"]["username"] == "my_bot"
    process.send_signal(signal.SIGTERM)
    _, stderr = await process.communicate()
    assert (process.returncode, stderr) == (0, b"")


async def test_waiting_polls_do_not_hold_up_the_end():
    process = await start("--port", "0")
    address = (await process.stdout.readline()).decode().strip()
    async with aiohttp.ClientSession() as http, asyncio.TaskGroup() as group:
        async with http.get(address + "sandbox/state") as got:
            seq = (await got.json())["seq"]
        events = f"sandbox/events?after={seq}&timeout=50"
        for path in ("bot1000001:sandbox-demo-token/getUpdates?timeout=50", events):
            group.create_task(abandoned(http, address + path))
        await asyncio.sleep(0.2)
        process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(5):
            await process.wait()
    assert await process.stderr.read() == b""


async def abandoned(http, url):
    with contextlib.suppress(aiohttp.ClientError):
        async with http.get(url) as got:
            await got.read()


@pytest.mark.parametrize("args", [["--token", "x"], ["--speed", "0"], ["--limits", "some"]])
async def test_unusable_arguments(args):
    process = await start("--port", "0", *args)
    _, stderr = await process.communicate()
    assert process.returncode == 2
    assert b"usage" in stderr


async def test_a_port_that_is_taken():
    first = await start("--port", "0")
    address = (await first.stdout.readline()).decode().strip()
    second = await start("--port", address.rsplit(":", 1)[1].strip("/"))
    _, stderr = await second.communicate()
    assert second.returncode == 1
    assert b"cannot listen" in stderr
    first.terminate()
    await first.wait()


def test_the_description_is_that_of_the_installed_library():
    from sandbox.describe import describe

    assert json.loads(DESCRIPTION.read_text("utf-8"))["methods"] == describe()


def test_methods_here_are_methods_of_the_api():
    assert make_app
    old = {"kickchatmember", "getchatmemberscount"}
    assert set(METHODS) - old <= set(described())
    assert unknown_parameters("sendmessage", ["chat_id", "text", "txet"]) == ["txet"]


def test_it_stands_on_aiohttp_alone():
    """No word of the bot's own rooms, and aiogram only in the offline tool."""
    for file in ROOM.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            roots = {name.split(".")[0] for name in names}
            assert not roots & OURS, file
            assert "aiogram" not in roots or file.name == "describe.py", file
