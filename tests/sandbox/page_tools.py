"""What the page's tests stand on: a sandbox in a thread of its own, a small bot over its Bot API, a browser."""

from __future__ import annotations

import asyncio
import hashlib
import os
import threading
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from playwright.async_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Route, async_playwright

from sandbox.options import Options
from sandbox.server import make_app

CHROMIUM = Path("/usr/bin/chromium")
ARGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DESKTOP = {"width": 1280, "height": 800}
PHONE = {"width": 360, "height": 740}
RICH = (
    "<b>жирный <i>и курсив</i></b> 👩‍🏫 <u>черта</u> <s>нет</s> <code>a&lt;b</code> "
    "<tg-spoiler>тайна</tg-spoiler>\n"
    '<a href="https://example.org/a">ссылка</a>\n<pre><code class="language-python">x &lt; 1</code></pre>'
    "<blockquote expandable>один\nдва\nтри\nчетыре\nпять</blockquote>конец"
)

Json = dict[str, Any]


def keys(*rows: tuple[tuple[str, str], ...]) -> Json:
    """An inline keyboard; what begins with https is an address, anything else is callback data."""
    kind = {True: "url", False: "callback_data"}
    return {
        "inline_keyboard": [[{"text": text, kind[to.startswith("https")]: to} for text, to in row] for row in rows]
    }


MENU = keys(
    (("Изменить", "edit"), ("Стереть", "delete")),
    (("Тост", "toast"), ("Окно", "alert")),
    (("Молчать", "silent"),),
)


@dataclass
class EchoBot:
    """Answers a text with the same text, a file with its digest, and a press with what the button names."""

    base: str
    token: str
    session: aiohttp.ClientSession
    offset: int = 0

    async def call(self, method: str, **params: Any) -> Any:
        async with self.session.post(f"{self.base}/bot{self.token}/{method}", json=params) as response:
            answer = await response.json()
        assert answer["ok"], (method, answer)
        return answer["result"]

    async def run(self) -> None:
        await self.call("setMyCommands", commands=[{"command": "menu", "description": "Кнопки"}])
        while True:
            updates = await self.call("getUpdates", offset=self.offset, timeout=10)
            for update in updates:
                self.offset = update["update_id"] + 1
                await self.take(update)

    async def take(self, update: Mapping[str, Any]) -> None:
        if message := update.get("message"):
            await self.answer(message)
        elif query := update.get("callback_query"):
            await self.pressed(query)

    async def answer(self, message: Json) -> None:
        chat, text = message["chat"]["id"], message.get("text", "")
        if document := message.get("document"):
            await self.returned(chat, document, message.get("caption", ""))
        elif text == "/menu":
            await self.call("sendMessage", chat_id=chat, text="Выберите", reply_markup=MENU)
        elif text == "/twins":
            board = keys((("Да", "toast"), ("Да", "alert")))
            await self.call("sendMessage", chat_id=chat, text="Два", reply_markup=board)
        elif text == "/slow":
            await asyncio.sleep(1.5)
            await self.call("sendMessage", chat_id=chat, text="Наконец")
        elif text == "/rich":
            await self.call("sendMessage", chat_id=chat, text=RICH, parse_mode="HTML")
        elif text == "/invite":
            await self.invite(chat)
        elif text.startswith("/many "):
            for number in range(int(text.split()[1])):
                await self.call("sendMessage", chat_id=chat, text=f"Строка {number}")
        elif text and text != "/ignore":
            await self.call("sendMessage", chat_id=chat, text=text)

    async def invite(self, chat: int) -> None:
        link = f"https://t.me/uchitel_demo_bot?start=Inv_{chat}"
        board = keys((("Открыть", link), ("Сайт", "https://example.org/")))
        await self.call("sendMessage", chat_id=chat, text=f"Ссылка: {link}", reply_markup=board)

    async def returned(self, chat: int, document: Json, caption: str) -> None:
        """Fetches the file as any bot would and sends the very same bytes back."""
        found = await self.call("getFile", file_id=document["file_id"])
        async with self.session.get(f"{self.base}/file/bot{self.token}/{found['file_path']}") as response:
            data = await response.read()
        digest = hashlib.sha256(data).hexdigest()[:12]
        form = aiohttp.FormData({"chat_id": str(chat), "caption": f"{caption} {digest}"}, quote_fields=False)
        form.add_field("document", data, filename=f"назад-{document['file_name']}", content_type="text/plain")
        async with self.session.post(f"{self.base}/bot{self.token}/sendDocument", data=form) as sent:
            assert sent.status == 200, await sent.text()

    async def pressed(self, query: Json) -> None:
        place = {"chat_id": query["message"]["chat"]["id"], "message_id": query["message"]["message_id"]}
        act = query["data"]
        if act == "edit":
            await self.call("editMessageText", **place, text="Изменил", reply_markup=keys((("Дальше", "toast"),)))
        elif act == "delete":
            await self.call("deleteMessage", **place)
        if act != "silent":
            words = {"toast": "Записано", "alert": "Прочтите, пожалуйста"}.get(act)
            answer = {"text": words, "show_alert": act == "alert"} if words else {}
            await self.call("answerCallbackQuery", callback_query_id=query["id"], **answer)


class Stage(threading.Thread):
    """A sandbox (and a bot, unless told otherwise) with a loop of its own; `base` is its address."""

    def __init__(self, options: Options, with_bot: bool = True) -> None:
        super().__init__(daemon=True)
        self.options = options
        self.with_bot = with_bot
        self.base = ""
        self.ready = threading.Event()
        self.loop: asyncio.AbstractEventLoop | None = None
        self.enough: asyncio.Event | None = None
        self.error: BaseException | None = None

    def run(self) -> None:
        try:
            asyncio.run(self.serve())
        except BaseException as error:
            self.error = error
        finally:
            self.ready.set()

    async def serve(self) -> None:
        self.loop, self.enough = asyncio.get_running_loop(), asyncio.Event()
        runner = web.AppRunner(make_app(self.options), shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        self.base = f"http://127.0.0.1:{runner.addresses[0][1]}"
        try:
            await self.play()
        finally:
            await runner.cleanup()

    async def play(self) -> None:
        assert self.enough is not None
        async with aiohttp.ClientSession() as session, asyncio.TaskGroup() as group:
            bot = EchoBot(self.base, self.options.token, session)
            task = group.create_task(bot.run()) if self.with_bot else None
            self.ready.set()
            await self.enough.wait()
            if task:
                task.cancel()

    def __enter__(self) -> Stage:
        self.start()
        self.ready.wait(20)
        if self.error:
            raise self.error
        return self

    def __exit__(self, *_exc: object) -> None:
        if self.loop and self.enough and self.is_alive():
            self.loop.call_soon_threadsafe(self.enough.set)
        self.join(20)
        if self.error:
            raise self.error


@dataclass
class Watched:
    """A page and everything that ought not to have happened on it."""

    page: Page
    base: str
    troubles: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    def watch(self) -> None:
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.troubles.append(str(error)))
        self.page.context.on("request", self._request)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.troubles.append(f"{message.type}: {message.text}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.base, "blob:", "data:")):
            self.foreign.append(request.url)

    async def open(self, chat: int | str = "") -> Page:
        await self.page.goto(f"{self.base}/#/{chat}" if chat else f"{self.base}/")
        await self.page.wait_for_selector("#clock-date:not(:empty)")
        return self.page

    async def send(self, text: str) -> None:
        await self.page.fill("#composer-text", text)
        await self.page.press("#composer-text", "Enter")

    async def last(self, text: str, side: str = "other") -> None:
        """Waits until the newest message on that side has exactly this text."""
        await self.page.wait_for_function(
            "([side, text]) =>"
            " [...document.querySelectorAll(`.message.${side} .text`)].at(-1)?.textContent === text",
            arg=[side, text],
        )


async def _refuse(route: Route) -> None:
    await route.abort()


def chromium_or_skip() -> None:
    """Skips where there is no browser; with REQUIRE_BROWSER set its absence is a failure."""
    if CHROMIUM.exists():
        return
    reason = f"no browser at {CHROMIUM}: install Debian's chromium to run these"
    if os.environ.get("REQUIRE_BROWSER"):
        pytest.fail(reason)
    pytest.skip(reason)


@asynccontextmanager
async def launched() -> AsyncIterator[Browser]:
    chromium_or_skip()
    async with async_playwright() as tool:
        browser = await tool.chromium.launch(executable_path=str(CHROMIUM), args=ARGS)
        try:
            yield browser
        finally:
            await browser.close()


@asynccontextmanager
async def watched(browser: Browser, base: str, **context: Any) -> AsyncIterator[Watched]:
    """A page in a fresh context that reaches this machine only; it must end without a trouble."""
    settings: Json = {"viewport": DESKTOP, "timezone_id": "Europe/Moscow", "locale": "ru-RU", **context}
    made: BrowserContext = await browser.new_context(**settings)
    made.set_default_timeout(10_000)
    await made.route(lambda url: not url.startswith(base), _refuse)
    page = Watched(await made.new_page(), base)
    page.watch()
    try:
        yield page
    finally:
        await made.close()
    assert page.troubles == []
    assert page.foreign == []


async def ask(base: str, path: str, body: Json | None = None) -> Json:
    """One call of the people's side, as a script would make it."""
    async with aiohttp.ClientSession(base) as session:
        call = session.get(f"/sandbox/{path}") if body is None else session.post(f"/sandbox/{path}", json=body)
        async with call as response:
            answer: Json = await response.json()
            assert response.status == 200, answer
            return answer
