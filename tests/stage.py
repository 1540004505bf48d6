"""The whole product on one stage: the sandbox's Bot API server, the real bot, and people who press and type.

Everything goes over real HTTP on the loopback and a real database; the tests speak the sandbox's JSON only.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
from aiohttp import web
from pydantic import SecretStr

from bot.app import App
from bot.config import Settings
from mentoring.people.entrance import found_school
from sandbox.options import Options
from sandbox.server import make_app
from storage.unit import StorageUnit

TOKEN = "1000001:sandbox-demo-token"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class People:
    """The sandbox's JSON for people. `base` is its address without a slash at the end."""

    def __init__(self, base: str, session: aiohttp.ClientSession) -> None:
        self.base = base
        self._session = session

    async def get(self, path: str) -> dict[str, Any]:
        async with self._session.get(f"{self.base}/sandbox/{path}") as response:
            return {"status": response.status, **await response.json()}

    async def post(self, path: str, **body: Any) -> dict[str, Any]:
        async with self._session.post(f"{self.base}/sandbox/{path}", json=body) as response:
            return {"status": response.status, **await response.json()}

    async def rest(self, seconds: float = 30) -> None:
        """Until nothing waits any more."""
        found = await self.get(f"idle?timeout={seconds}")
        assert found["idle"], "the bot did not come to rest"

    async def newcomer(self, first: str = "Анна", last: str = "", language: str = "ru") -> int:
        made = await self.post("people", first_name=first, last_name=last, language_code=language)
        return made["id"]

    async def say(self, person: int, text: str, chat: int | None = None, **more: Any) -> dict[str, Any]:
        """Type, wait for rest, return the newest message of the chat."""
        said = await self.post("say", person=person, chat=chat or person, text=text, **more)
        assert said["status"] == 200, said
        await self.rest()
        return await self.last(person, chat)

    async def press(self, person: int, button: str, message: Any = "last", **more: Any) -> dict[str, Any]:
        """Press, wait for rest, return the sandbox's answer (toast, alert) and the newest message."""
        answer = await self.post("press", person=person, chat=person, message=message, button=button, **more)
        await self.rest()
        return {**answer, "last": await self.last(person)}

    async def send_file(self, person: int, name: str, data: bytes, kind: str = "document") -> dict[str, Any]:
        form = aiohttp.FormData(quote_fields=False)  # a name is sent as people have it
        for key, value in {"person": person, "chat": person, "kind": kind}.items():
            form.add_field(key, str(value))
        form.add_field("file", data, filename=name)
        async with self._session.post(f"{self.base}/sandbox/send-file", data=form) as response:
            assert response.status == 200, await response.text()
        await self.rest()
        return await self.last(person)

    async def messages(self, person: int, chat: int | None = None, after: int = 0) -> list[dict[str, Any]]:
        found = await self.get(f"chats/{chat or person}/messages?as={person}&after={after}")
        return [m for m in found["messages"] if not m["deleted"]]

    async def last(self, person: int, chat: int | None = None) -> dict[str, Any]:
        found = await self.messages(person, chat)
        return found[-1] if found else {"text": "", "buttons": [], "file": None, "id": 0}

    async def download(self, message: dict[str, Any]) -> bytes:
        url = message["file"]["url"]
        async with self._session.get(url if url.startswith("http") else self.base + url) as response:
            assert response.status == 200
            return await response.read()


def labels(message: dict[str, Any]) -> list[str]:
    return [button["text"] for row in message["buttons"] or [] for button in row]


class Stage:
    """A running bot and its world."""

    def __init__(self, base: str, session: aiohttp.ClientSession, settings: Settings) -> None:
        self.people = People(base, session)
        self.settings = settings
        self.app: App | None = None
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        self.app = App(self.settings)
        self._task = asyncio.get_running_loop().create_task(self.app.run())
        ready = asyncio.get_running_loop().create_task(self.app.ready.wait())
        await asyncio.wait({self._task, ready}, return_when=asyncio.FIRST_COMPLETED, timeout=60)
        if self._task.done():
            ready.cancel()
            self._task.result()
        assert self.app.ready.is_set(), "the bot did not start"

    async def stop(self) -> None:
        assert self.app is not None
        assert self._task is not None
        self.app.stopped.set()
        await self._task

    async def school(self, name: str = "МБОУ «СОШ № 6»") -> str:
        """Found a school as the operator does; returns the curator's token."""
        assert self.app is not None
        now = self.app.clock.now()
        founded = await self.app.database.write(lambda c: found_school(StorageUnit(c, now), name))
        return founded.token

    async def curator(self, name: str = "Сергеева Анна Львовна") -> int:
        """A school that is set up, and its curator at the menu."""
        person = await self.people.newcomer("Анна", "Сергеева")
        await self.people.say(person, f"/start {await self.school()}")
        await self.people.press(person, "Даю согласие")
        await self.people.say(person, name)
        for _ in range(5):
            await self.people.press(person, "Оставить так")
        return person


@contextlib.asynccontextmanager
async def stage(
    database_url: str, *, mode: str = "polling", limits: str = "off", **more: Any
) -> AsyncIterator[Stage]:
    """Sandbox and bot in this process. `limits="on"` makes the sandbox keep Telegram's."""
    door = free_port()
    options = Options(seed="empty", bot_door=f"http://127.0.0.1:{door}", limits=limits)
    runner = web.AppRunner(make_app(options), access_log=None, shutdown_timeout=0.2)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    base = f"http://127.0.0.1:{runner.addresses[0][1]}"
    async with aiohttp.ClientSession() as session:
        found = Stage(base, session, _settings(database_url, base, door, mode, more))
        await found.start()
        try:
            yield found
        finally:
            await found.stop()
            await runner.cleanup()


def _settings(database_url: str, base: str, door: int, mode: str, more: dict[str, Any]) -> Settings:
    port = free_port()
    webhook = {
        "webhook_url": f"http://127.0.0.1:{port}/hook",
        "webhook_secret": SecretStr("a-secret-of-the-tests"),
        "webhook_port": port,
    }
    return Settings(
        _env_file=None,
        bot_token=SecretStr(TOKEN),
        bot_api=base,
        database_url=database_url,
        ops_port=door,
        mode=mode,
        rehearsal=True,
        **(webhook if mode == "webhook" else {}),
        **more,
    )
