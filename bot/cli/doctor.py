"""`doctor`: what could be wrong, checked one by one, each with what to do about it."""

from __future__ import annotations

import argparse
import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

import aiohttp

from bot.cli.refused import Refused, settings
from mentoring.clock import Clock

if TYPE_CHECKING:
    from bot.config import Settings
    from storage.engine import Database

SKEW_SECONDS = 30


@dataclass(frozen=True, slots=True)
class Finding:
    """`advice` is empty when all is well."""

    what: str
    state: str
    advice: str = ""


def doctor(_args: argparse.Namespace) -> int:
    """Exit 0 when all is well, 1 when something needs a person."""
    try:
        found = settings()
    except Refused as error:
        print(f"✗ settings: {error}")
        return 1
    findings = asyncio.run(_all(found))
    for one in findings:
        print(f"{'✗' if one.advice else '✓'} {one.what}: {one.state}")
        if one.advice:
            print(f"    → {one.advice}")
    return 1 if any(one.advice for one in findings) else 0


async def _all(found: Settings) -> list[Finding]:
    findings = [Finding("settings", f"read; mode {found.mode}")]
    findings += [one async for one in _database(found)]
    return findings + [one async for one in _server(found)]


async def _database(found: Settings) -> AsyncIterator[Finding]:
    from storage import migrate
    from storage.engine import Database, UnfitDatabase

    database = Database(found.database_url)
    try:
        await database.verify()
        yield Finding("database", f"reachable, settings as needed ({database.url.get_backend_name()})")
        at = await database.read(migrate.current)
        advice = "" if at == migrate.head() else "python -m bot migrate"
        yield Finding("schema", f"at {at or 'nothing'}, this version needs {migrate.head()}", advice)
        if not advice:
            async for one in _queues(database):
                yield one
            yield await _curators(database)
            async for one in _groups(database, found):
                yield one
    except UnfitDatabase as error:
        yield Finding("database", str(error), "something else has opened it with other settings: stop that first")
    except Exception as error:
        yield Finding("database", f"not reachable ({type(error).__name__})", "check DATABASE_URL and that it runs")
    finally:
        await database.close()


async def _queues(database: Database) -> AsyncIterator[Finding]:
    from storage import inbox, outbox

    waiting, aside = await database.read(inbox.counts)
    yield Finding("inbox", f"{waiting} waiting, {aside} set aside", _aside(aside))
    going = await database.read(lambda c: outbox.waiting(c, Clock().now()))
    yield Finding("outbox", f"{going} to be sent now")


async def _curators(database: Database) -> Finding:
    from storage import facts

    without = await database.read(facts.schools_without_curator)
    if not without:
        return Finding("curators", "every school has one")
    advice = "python -m bot invite --school N makes a new curator's link"
    return Finding("curators", f"none in schools {', '.join(map(str, without))}", advice)


def _aside(count: int) -> str:
    return "look for worker.failed in the logs: updates were set aside after three tries" if count else ""


async def _groups(database: Database, found: Settings) -> AsyncIterator[Finding]:
    from storage import facts

    chats = await database.read(facts.bound_groups)
    if not chats:
        yield Finding("groups", "none bound yet")
    for chat in chats:
        me = found.bot_token.get_secret_value().partition(":")[0]
        answer = await _ask(found, "getChatMember", {"chat_id": chat, "user_id": int(me or 0)})
        status = answer.get("result", {}).get("status", "unknown") if answer.get("ok") else "not reachable"
        fine = status in ("member", "administrator")
        yield Finding("group", f"the bot is {status}", "" if fine else "add the bot to the school's group again")


async def _server(found: Settings) -> AsyncIterator[Finding]:
    if not found.bot_token.get_secret_value():
        yield Finding("token", "not set", "set BOT_TOKEN (from @BotFather); the demo needs none")
        return
    answer = await _ask(found, "getMe", {})
    if not answer:
        yield Finding("server", f"{found.bot_api} does not answer", "check the network, or BOT_API")
        return
    if not answer.get("ok"):
        yield Finding("token", "refused by the server", "copy the token from @BotFather again")
        return
    yield Finding("token", f"accepted: @{answer['result'].get('username')}")
    yield _clock(answer.get("date"))
    yield _webhook(found, (await _ask(found, "getWebhookInfo", {})).get("result", {}))


def _webhook(found: Settings, info: dict[str, Any]) -> Finding:
    """Polling and a webhook exclude each other; a webhook's last error is what an operator asks for first."""
    url, waiting = info.get("url", ""), info.get("pending_update_count", 0)
    if found.mode == "polling":
        advice = (
            "another installation serves this bot by webhook: stop it, or `run` here takes over" if url else ""
        )
        return Finding("webhook", "none, as polling needs" if not url else "one is set", advice)
    if url != found.webhook_url:
        return Finding("webhook", "not the one of the settings", "start the bot: it sets its webhook")
    error = str(info.get("last_error_message", ""))
    return Finding("webhook", f"set, {waiting} waiting", f"the server says: {error}" if error else "")


def _clock(served: str | None) -> Finding:
    if not served:
        return Finding("clock", "the server sent no date to compare with")
    skew = abs((Clock().now() - parsedate_to_datetime(served)).total_seconds())
    advice = "" if skew < SKEW_SECONDS else "set the machine's clock (timedatectl set-ntp true)"
    return Finding("clock", f"{skew:.0f} s from the server's", advice)


async def _ask(found: Settings, method: str, params: dict[str, Any]) -> dict[str, Any]:
    """One call; empty when there was no answer. The address holds the token, so no error of it is shown."""
    url = f"{found.bot_api.rstrip('/')}/bot{found.bot_token.get_secret_value()}/{method}"
    try:
        async with (
            aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=10)) as session,
            session.post(url, json=params) as response,
        ):
            body: dict[str, Any] = json.loads(await response.text())
            return {**body, "date": response.headers.get("Date")}
    except (aiohttp.ClientError, TimeoutError, OSError, ValueError):
        return {}
