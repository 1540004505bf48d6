"""One update as a handler sees it: who, what, and the one door to the use cases."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from locales import Locales
from mentoring.documents.order_apart import TemplateVerdict
from mentoring.documents.sheets_in import Table
from mentoring.errors import ProgrammeError
from mentoring.people.rules import Actor, Guest
from mentoring.ports import Unit
from mentoring.questionnaires.check_apart import FormVerdict
from mentoring.questionnaires.service import Given
from mentoring.texts import say

# No id is longer than 18 digits, and a database takes no longer number.
NUMBER = re.compile(r"-?[0-9]{1,18}")
P = ParamSpec("P")
T = TypeVar("T")
Who = TypeVar("Who", Actor, Guest)


class StaleScreen(ProgrammeError):
    """The pressed button belongs to a screen that is no longer true; a fresh one follows.

    A use case says the same by `ProgrammeError("error-stale")`.
    """

    KEY = "error-stale"

    def __init__(self) -> None:
        super().__init__(self.KEY)


class RunsUnits(Protocol):
    async def run(self, work: Callable[[Unit], T]) -> T: ...


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with the message, already fetched and read: as a table, or as what was asked for.

    `trouble` is why it could not be fetched or is no table.
    """

    name: str
    data: bytes = b""
    table: Table | None = None
    form: FormVerdict | None = None
    template: TemplateVerdict | None = None
    trouble: ProgrammeError | None = None


@dataclass(frozen=True, slots=True)
class Where:
    """The group an update comes from, as far as it says: `message_id` is the message that was written or pressed
    on, `replied_to` the one it answers.
    """

    chat_id: int
    title: str = ""
    is_forum: bool = False
    thread_id: int | None = None
    message_id: int = 0
    replied_to: int = 0


@dataclass(slots=True)
class Call:
    """`args` are a press's or command's arguments; `text` is what was typed; `shown_name` is Telegram's."""

    actor: Actor | None
    guest: Guest
    now: datetime
    unit: RunsUnits
    bot_username: str
    args: tuple[str, ...] = ()
    text: str = ""
    upload: Upload | None = None
    media: str | None = None
    attachment: Given | None = None
    ref: str = ""
    shown_name: str = ""
    chat_id: int = 0
    pressed: bool = False
    message_id: int | None = None
    query_id: str | None = None
    where: Where | None = None

    @property
    def language(self) -> str:
        return self.actor.language if self.actor else self.guest.language

    async def use(self, work: Callable[Concatenate[Actor, Unit, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a use case for the acting person. Raises ProgrammeError("error-no-school") for a stranger."""
        actor = self.actor
        if actor is None:
            raise ProgrammeError("error-no-school")
        return await self.unit.run(lambda unit: work(actor, unit, *args, **kwargs))

    async def use_guest(
        self, work: Callable[Concatenate[Guest, Unit, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run a use case that an account without a school may ask for."""
        return await self.unit.run(lambda unit: work(self.guest, unit, *args, **kwargs))

    def words(self, key: str, **params: object) -> str:
        """A text of the locales in the reader's language, for files: no markup."""
        return Locales().plain(say(key, **params), self.language)

    async def refresh(self) -> None:
        """Read again who is acting, after a use case changed it."""
        self.actor = await self.unit.run(lambda unit: unit.people.actor(self.guest.tg_id))

    def number(self, index: int) -> int:
        """The argument as a number; a forged or cut one makes the screen stale."""
        word = self.word(index)
        if NUMBER.fullmatch(word) is None:
            raise StaleScreen()
        return int(word)

    def word(self, index: int) -> str:
        if index >= len(self.args):
            raise StaleScreen()
        return self.args[index]
