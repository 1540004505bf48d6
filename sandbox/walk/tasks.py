"""Several people at their telephones at once, each going by what is on their own screen."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence

from sandbox.walk.chat import Chat, Content, Message, question
from sandbox.walk.moves import Move, Say, Script, See, Tap
from sandbox.walk.story import Story
from sandbox.walk.wire import Refused, Sandbox

QUIET = 0.7  # seconds without any change after which one asks whether the bot has come to rest
TRIES = 3
PATIENCE = 180.0  # a bot that is away for longer will not come back
HEAR = 5.0


class Stuck(AssertionError):
    """Somebody waits for a screen that does not come."""


class Phone:
    """One person's chat. `toast` is the last word that appeared on top of the screen."""

    def __init__(self, sandbox: Sandbox, story: Story, person: int, name: str) -> None:
        self.sandbox = sandbox
        self.story = story
        self.name = name
        self.chat = Chat(sandbox, person)
        self.toast = ""


class Task:
    """A script being carried out at one telephone."""

    def __init__(self, phone: Phone, script: Script) -> None:
        self.phone = phone
        self._script = script
        self._move: Move | None = next(script, None)
        self._mark = -1
        self._seen: Message | None = None
        self._last: Tap | Say | None = None
        self._on: Content | None = None
        self._past: set[Content] = set()
        self._tries = 0

    @property
    def over(self) -> bool:
        return self._move is None

    def go(self, *, settled: bool = False) -> bool:
        """Do what can be done with what is on the screen; whether anything was."""
        self.phone.chat.look()
        moved = False
        while isinstance(self._move, See):
            found = self._find(self._move, settled=settled)
            if found is None:
                return moved
            self.phone.story.saw(self.phone.name, found.text or found.file_name)
            self._seen, moved = found, True
            self._advance(found)
        if self._move is not None:
            return self._act(self._move) or moved
        return moved

    def _find(self, move: See, *, settled: bool) -> Message | None:
        """The newest fit message that is news; once all is `settled`, a repeated one for want of a better."""
        fit = [m for m in self.phone.chat.messages if m.seq > self._mark and move.when(m)]
        fresh = [m for m in fit if not self._repeated(m)]
        return next(iter(fresh or (fit if settled else ())), None)

    def _repeated(self, message: Message) -> bool:
        """Whether it is a screen that was acted on: after a kill it may come once more, and an answer to it would
        be taken for the answer to the next question."""
        return message.content == self._on or message.content in self._past

    def _advance(self, message: Message | None) -> None:
        try:
            self._move = self._script.send(message) if message is not None else next(self._script)
        except StopIteration:
            self._move = None

    def _act(self, move: Tap | Say) -> bool:
        on = self._seen
        try:
            self._do(move)
        except Refused as error:
            if error.status != 404:
                raise
            return False  # the button is gone meanwhile: look again
        self._mark, self._on = self.phone.chat.seq, on.content if on else None
        self._last, self._tries = move, 0
        if on is not None and on.dated:
            self._past.add(on.content)
        self.phone.story.acted(self.phone.name, question(on.text) if on else "", _said(move))
        self._advance(on or Message(0, 0, "", ()))
        return True

    def _do(self, move: Tap | Say) -> None:
        person = self.phone.chat.person
        who = {"person": person, "chat": person}
        if isinstance(move, Say):
            self.phone.sandbox.post("say", **who, text=move.text)
            return
        wait = HEAR if move.hear else 0
        where = {"message": move.message.id, "button": move.button.data}
        answer = self.phone.sandbox.post("press", **who, **where, wait=wait)
        self.phone.toast = answer.get("toast") or ""

    def again(self) -> None:
        """Everything is at rest and nothing came: say or press the last thing once more."""
        self._tries += 1
        if self._last is None or self._tries > TRIES:
            raise Stuck(f"{self.phone.name} waits for {self._waits()}; last on the screen: {self._shown()}")
        self.phone.story.retries += 1
        self._do(self._last)

    def _waits(self) -> str:
        return self._move.what if isinstance(self._move, See) else "nothing"

    def _shown(self) -> str:
        return " || ".join(f"{m.text!r} {sorted(m.routes)}" for m in self.phone.chat.messages[:2])


def _said(move: Tap | Say) -> str:
    return move.text if isinstance(move, Say) else move.button.label


def together(sandbox: Sandbox, tasks: Sequence[Task], order: random.Random | None = None) -> None:
    """Carry out all scripts side by side, each person's own moves in their order. Raises Stuck.

    With `order` it is left to chance who moves next and who lets the others go first.
    """
    seq = int(sandbox.get("state")["seq"])
    rested = time.monotonic()
    left, ready = [task for task in tasks if not task.over], list(tasks)
    while left:
        now, later = _turn(ready, order)
        moved = [task.go() for task in now if not task.over]
        left = [task for task in left if not task.over]
        if not left:
            return
        found = sandbox.get("events", after=seq, timeout=0 if later else QUIET)
        seq, changed = int(found["seq"]), set(found["chats"])
        ready = [task for task in left if task in later or task.phone.chat.person in changed]
        if any(moved) or ready:
            rested = time.monotonic()
        else:
            _settle(sandbox, left, rested)
            ready = left


def _turn(ready: list[Task], order: random.Random | None) -> tuple[list[Task], list[Task]]:
    """Who moves now and who waits a little longer."""
    if order is None or not ready:
        return ready, []
    mixed = order.sample(ready, len(ready))
    first = order.randint(1, len(mixed))
    return mixed[:first], mixed[first:]


def _settle(sandbox: Sandbox, left: Sequence[Task], since: float) -> None:
    """Nothing has changed for a while: is the bot away, or has it nothing more to say?"""
    if not sandbox.get("idle", timeout=5)["idle"]:
        if time.monotonic() - since > PATIENCE:
            raise Stuck(f"the bot has been away for {PATIENCE:.0f} seconds")
        return
    if any([task.go(settled=True) for task in left]):
        return
    for task in left:
        task.again()
