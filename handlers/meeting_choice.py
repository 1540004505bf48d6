"""What has been chosen of a proposal so far. It travels in the buttons; nothing is stored until it is sent."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from handlers.call import Call, StaleScreen
from handlers.meeting_screens import listens
from mentoring.meetings import service_propose
from mentoring.meetings.rules import SHIPPED, Contact
from mentoring.meetings.rules_kinds import Kind
from mentoring.meetings.service import Done
from mentoring.meetings.service_propose import Options

KINDS, CONTACTS = tuple(Kind), tuple(Contact)
_TARGET = re.compile(r"p(?P<pair>[0-9]{1,18})k(?P<kind>[0-4])|m(?P<meeting>[0-9]{1,18})r(?P<revision>[0-9]{1,9})")
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_MINUTES = re.compile(r"[0-9a-z]{1,6}")  # since 1970, in base 36: a button holds 64 bytes


@dataclass(frozen=True, slots=True)
class Target:
    """A new meeting of a pair, or a meeting there is and the revision of it that was seen."""

    word: str
    pair: int = 0
    kind: Kind | None = None
    meeting: int = 0
    revision: int = 0

    @classmethod
    def first(cls, pair: int, kind: Kind) -> Target:
        return cls(f"p{pair}k{KINDS.index(kind)}", pair, kind)

    @classmethod
    def other(cls, meeting: int, revision: int) -> Target:
        return cls(f"m{meeting}r{revision}", meeting=meeting, revision=revision)

    @classmethod
    def read(cls, word: str) -> Target:
        """Raises StaleScreen for a forged one."""
        found = _TARGET.fullmatch(word)
        if found is None:
            raise StaleScreen()
        if found["pair"]:
            return cls.first(int(found["pair"]), KINDS[int(found["kind"])])
        return cls.other(int(found["meeting"]), int(found["revision"]))


@dataclass(frozen=True, slots=True)
class Choice:
    """`starts` are aware and in order, at most as many as may be offered."""

    target: Target
    starts: tuple[datetime, ...] = ()
    form: Contact | None = None

    @classmethod
    def read(cls, target: str, starts: str, form: str = "") -> Choice:
        """Raises StaleScreen for what no button of ours says."""
        if form and not (form.isdecimal() and int(form) < len(CONTACTS)):
            raise StaleScreen()
        return cls(Target.read(target), instant(starts), CONTACTS[int(form)] if form else None)

    def adding(self, start: datetime) -> Choice:
        """One more time; the same twice is one, and where there is room for no more the last one gives way."""
        kept = [one for one in self.starts if one != start][: SHIPPED.slots - 1]
        return replace(self, starts=tuple(sorted((*kept, start.astimezone(UTC)))))

    @property
    def data(self) -> tuple[str, str]:
        return self.target.word, "-".join(_minutes(one) for one in self.starts)

    @property
    def whole(self) -> tuple[str, ...]:
        """With the form of contact."""
        return (*self.data, str(CONTACTS.index(self.form)) if self.form else "")

    async def options(self, call: Call) -> Options:
        if self.target.meeting:
            return await call.use(service_propose.other_times, self.target.meeting)
        return await call.use(service_propose.options, self.target.pair, self.target.kind)

    async def send(self, call: Call, place: str | None) -> Done:
        target = self.target
        if target.meeting:
            end = (target.meeting, target.revision, self.starts, place, self.form)
            return await call.use(service_propose.offer_other, *end)
        assert target.kind is not None
        made = await call.use(
            service_propose.propose, target.pair, target.kind, self.starts, place or "", self.form
        )
        return Done(made, changed=True)


def _minutes(moment: datetime) -> str:
    number, word = int(moment.timestamp()) // 60, ""
    while number:
        number, digit = divmod(number, 36)
        word = _DIGITS[digit] + word
    return word


def instant(word: str) -> tuple[datetime, ...]:
    """The times of a button. Raises StaleScreen for what no button of ours says."""
    parts = [part for part in word.split("-") if part]
    if len(parts) > SHIPPED.slots or not all(_MINUTES.fullmatch(part) for part in parts):
        raise StaleScreen()
    return tuple(sorted({datetime.fromtimestamp(int(part, 36) * 60, UTC) for part in parts}))


def wished(moment: datetime) -> str:
    return _minutes(moment)


async def heard(call: Call, focus: str, choice: Choice, day: str) -> bool:
    """What is typed next goes with what has been chosen so far."""
    return await listens(call, focus, ":".join((*choice.whole, day)))


def opened(ref: str) -> tuple[Choice, date | None]:
    """What `heard` kept."""
    target, starts, form, day = ref.split(":")
    return Choice.read(target, starts, form), date.fromisoformat(
        f"20{day[:2]}-{day[2:4]}-{day[4:]}"
    ) if day else None
