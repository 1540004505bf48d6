"""Wiring by hand: every part gets what it needs here and nowhere else."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import json
import signal
from datetime import datetime, timedelta
from functools import partial

import structlog
from aiogram.exceptions import TelegramAPIError
from aiogram.types import User
from aiohttp import web

import handlers
from bot import logs, ops, upkeep_year
from bot.config import Settings
from bot.moments import Moments
from bot.nursery import Bell, Nursery
from bot.telegram import commands, receiver, webhook
from bot.telegram.handling import Handling
from bot.telegram.receiver import Receiver
from bot.telegram.render import Renderer
from bot.telegram.router import dispatcher
from bot.telegram.sender import Sender
from bot.telegram.transport import Transport
from bot.telegram.worker import Worker
from bot.upkeep import Upkeep
from bot.upkeep_digest import digests
from bot.upkeep_group import GroupUpkeep
from bot.upkeep_roadmap import roadmaps
from locales import Locales
from mentoring.clock import Clock, StillClock
from scheduler.jobs import ticks
from scheduler.runner import Runner
from storage import facts, inbox, migrate, notices, outbox, wake
from storage.engine import Database
from storage.leader import lead

log = structlog.get_logger()
SENDER, POLLER = 1, 2
A_LOOK = timedelta(minutes=1)  # how often the queue of what is due is looked at
GC_THRESHOLDS = 10_000, 20, 20
A_BLINK, A_WHILE = 0.001, 0.02  # seconds between looks whether all is at rest


class WrongBot(Exception):
    """The database belongs to another bot; serving it with this token would mix two installations."""


class App:
    """One process of the bot. `run` serves until it is told to stop."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.clock = StillClock() if settings.stands else Clock()
        self.database = Database(settings.database_url, pool=settings.database_pool)
        self.transport = Transport(settings.bot_token.get_secret_value(), settings.bot_api)
        self.renderer = Renderer(Locales())
        self.bells = (Bell(), Bell())
        self.upkeep = Upkeep(self.database, self.renderer, self.clock.now, self.bells[1])
        found = ticks(
            self.upkeep.tidy,
            self.upkeep.expire,
            self.upkeep.surveys,
            self.upkeep.meetings,
            self.upkeep.radar,
            self.upkeep.matching,
            partial(roadmaps, self.upkeep),
            partial(digests, self.upkeep),
            GroupUpkeep(self.database, self.transport, self.clock.now, self.upkeep.do).tick,
            partial(upkeep_year.evaluation, self.upkeep),
            self.upkeep.deliver,
        )
        self.runner = Runner(found)
        self.moments = Moments(self.database, self.clock.now, found)
        self.sender: Sender | None = None
        self.worker: Worker | None = None
        self.ready = asyncio.Event()
        self.stopped = asyncio.Event()

    async def run(self) -> None:
        try:
            await migrate.upgrade(self.database)
            await self.database.verify()
            await self._wind_clock()
            async with contextlib.AsyncExitStack() as stack:
                await self._open_doors(stack)
                me = await self._who_am_i()
                if me is not None:
                    await self._serve(me, stack)
        finally:
            await self.transport.close()
            await self.database.close()

    async def _serve(self, me: User, stack: contextlib.AsyncExitStack) -> None:
        async with Nursery() as nursery:
            self.sender = self._sender(nursery)
            self.worker = self._worker(nursery, str(me.username))
            sender, worker = self.sender, self.worker
            nursery.keep("sender", lead(self.database, SENDER, sender.run))
            for number in range(1 if self.database.is_sqlite else self.settings.workers):
                nursery.keep(f"worker-{number}", worker.run())
            rung = {wake.INBOX: self.bells[0].ring, wake.OUTBOX: self.bells[1].ring}
            nursery.keep("listener", wake.listen(self.database, rung))
            await self._way_in(nursery, stack)
            if not self.settings.stands:
                self.runner.start()
            await self.runner.run_all()
            self.moments.stir()
            nursery.once(commands.publish(self.transport.bot))
            _settle_memory()
            self.ready.set()
            log.info("ready", mode=self.settings.mode, bot=me.id)
            await self.stopped.wait()
            self.runner.stop()

    def _sender(self, nursery: Nursery) -> Sender:
        return Sender(
            self.database,
            self.transport,
            self.clock.now,
            self.bells[1],
            nursery,
            self.upkeep.lost,
            self.upkeep.moved,
            self.settings.sender_in_air,
            self.settings.paced,
        )

    def _worker(self, nursery: Nursery, username: str) -> Worker:
        desk = dispatcher(handlers.routes())
        now = self.moments.stirring_now if self.settings.stands else self.clock.now
        handling = Handling(self.transport, desk, self.renderer, now, username)
        return Worker(self.database, self.transport, handling, self.renderer, self.bells, nursery)

    async def _way_in(self, nursery: Nursery, stack: contextlib.AsyncExitStack) -> None:
        if self.settings.mode == "polling":
            await self.transport.call("deleteWebhook", "{}")
            polling = Receiver(self.database, self.transport, self.clock.now, self.bells[0])
            nursery.keep("receiver", lead(self.database, POLLER, polling.run))
            return
        secret = self.settings.webhook_secret.get_secret_value()
        path = "/" + self.settings.webhook_url.split("//", 1)[-1].partition("/")[2]
        app = webhook.application(self.database, self.clock.now, self.bells[0], path, secret)
        await _listen(app, self.settings.webhook_host, self.settings.webhook_port, stack)
        wanted = {"url": self.settings.webhook_url, "secret_token": secret, "allowed_updates": receiver.ALLOWED}
        answer = await self.transport.call("setWebhook", json.dumps(wanted))
        if not answer.ok:
            log.error("webhook.refused", code=answer.code)

    async def _who_am_i(self) -> User | None:
        """The bot's own name; asked again and again while the server is out of reach."""
        wait = 1.0
        while not self.stopped.is_set():
            try:
                me = await self.transport.bot.get_me()
                await self._same_bot(me.id, str(me.username))
                return me
            except (TelegramAPIError, OSError, TimeoutError) as error:
                log.error("server.unreachable", error=type(error).__name__, seconds=wait)
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self.stopped.wait(), wait)
                wait = min(wait * 2, 30.0)
        return None

    async def _same_bot(self, bot_id: int, username: str) -> None:
        known = await self.database.read(lambda c: facts.get(c, "bot_id"))
        if known is not None and known != str(bot_id):
            raise WrongBot(f"this database belongs to bot {known}, the token to bot {bot_id}: set DATABASE_URL")
        if await self.database.read(lambda c: facts.get(c, "bot_username")) != username:
            await self.database.write(lambda c: facts.keep(c, "bot_id", str(bot_id)))
            await self.database.write(lambda c: facts.keep(c, "bot_username", username))

    async def _open_doors(self, stack: contextlib.AsyncExitStack) -> None:
        doors = ops.Doors(self._is_ready, self._idle, self._move)
        app = ops.application(doors, rehearsal=self.settings.rehearsal)
        await _listen(app, self.settings.ops_host, self.settings.ops_port, stack)

    async def _is_ready(self) -> bool:
        return self.ready.is_set() and await self.database.read(migrate.current) == migrate.head()

    async def _idle(self) -> ops.Idle:
        now, pending = self.clock.now(), await self._pending()
        later = await self._next_moment(now)
        return ops.Idle(pending == 0 and not self._busy, pending, later if later and later > now else None)

    async def at_rest(self) -> bool:
        """Whether nothing waits and nothing is on its way."""
        return not self._busy and await self._pending() == 0 and not self._busy

    async def _pending(self) -> int:
        """Updates that wait and messages that may leave."""
        now = self.clock.now()
        return await self.database.read(lambda c: inbox.counts(c)[0] + outbox.waiting(c, now))

    @property
    def _busy(self) -> bool:
        """What this process knows without asking the database."""
        parts = [one.busy for one in (self.worker, self.sender) if one is not None]
        return not self.ready.is_set() or any(parts) or any(bell.rung for bell in self.bells)

    async def _next_moment(self, now: datetime) -> datetime | None:
        """When something held back leaves: a message with its own time, or what the queue's next look finds. Where
        time hops, when anything at all may be due.
        """
        if self.settings.stands:
            return await self.moments.next()
        message = await self.database.read(outbox.next_moment)
        look = await self.database.read(notices.next_look)
        queued = max(look, now + A_LOOK) if look is not None else None
        return min((moment for moment in (message, queued) if moment is not None), default=None)

    async def _wind_clock(self) -> None:
        """A rehearsal's clock survives a restart: it never runs backwards."""
        if self.settings.rehearsal:
            kept = await self.database.read(lambda c: facts.get(c, "clock"))
            if kept is not None:
                self.clock.advance(datetime.fromisoformat(kept))

    async def _move(self, to: datetime) -> None:
        """Move the clock and return when everything then due was handled."""
        before = self.clock.now()
        self.clock.advance(to)
        await self.database.write(lambda c: facts.keep(c, "clock", to.isoformat()))
        if self.settings.stands:
            await self.runner.run_passed(before, to, self.moments.due())
            self.moments.looked()
        else:
            await self.runner.run_all()
        self.bells[0].ring()
        self.bells[1].ring()
        while not await self.at_rest():
            await asyncio.sleep(A_BLINK if self.settings.stands else A_WHILE)

    def stop_on_signals(self) -> None:
        for name in (signal.SIGINT, signal.SIGTERM):
            with contextlib.suppress(NotImplementedError):
                asyncio.get_running_loop().add_signal_handler(name, self.stopped.set)


def _settle_memory() -> None:
    """What was loaded at the start stays for good: the collector need not walk aiogram's models time and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*GC_THRESHOLDS)


async def _listen(app: web.Application, host: str, port: int, stack: contextlib.AsyncExitStack) -> None:
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
    await runner.setup()
    stack.push_async_callback(runner.cleanup)
    await web.TCPSite(runner, host, port).start()


def serve(settings: Settings) -> None:
    """Run until SIGTERM or SIGINT."""
    logs.configure(settings)
    try:
        import uvloop
    except ImportError:
        asyncio.run(_main(settings))
    else:
        uvloop.run(_main(settings))


async def _main(settings: Settings) -> None:
    app = App(settings)
    app.stop_on_signals()
    await app.run()
