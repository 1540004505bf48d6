"""What everybody got, as lines that are the same in every run of the same seed."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sandbox.calls import CallLog

NEW = frozenset({"sendMessage", "sendDocument", "sendPhoto"})
SHOWN = NEW | {"editMessageText"}


@dataclass(frozen=True, slots=True)
class Got:
    """A message as it arrived; `new` is False for a screen that took another's place."""

    account: int
    new: bool
    text: str
    data: tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class Line:
    """`moment` to the minute in UTC; `kind` without numbers of the database."""

    moment: str
    robot: int
    kind: str
    words: str


def rule_of(key: str) -> str:
    """ "meeting-eve/1/5/0/0/7" and "pair:1:5:0:7" are of the rules meeting-eve and pair."""
    return re.split("[:/]", key, maxsplit=1)[0]


def parts_of(key: str) -> list[str]:
    return re.split("[:/]", key)


def kind_of(got: Got, keys: Sequence[str]) -> str:
    """The rules of what was said unasked; of a reply the routes it offers."""
    if keys:
        return "+".join(sorted(map(rule_of, keys)))
    return "screen:" + ",".join(sorted({one.split(":")[0] for one in got.data}))


def stamp(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M}"


@dataclass(slots=True)
class Log:
    """`messages` counts what was new."""

    lines: list[Line] = field(default_factory=list)
    messages: int = 0
    _read: int = 0

    def take(self, calls: CallLog) -> list[Got]:
        """What has arrived since the last time, in its order."""
        found = [_got(one) for one in calls.since(self._read) if one.get("ok") and one["method"] in SHOWN]
        self._read = calls.last
        self.messages += sum(one.new for one in found)
        return found

    def add(self, moment: datetime, robot: int, got: Got, keys: Sequence[str]) -> None:
        words = hashlib.sha256(got.text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        self.lines.append(Line(stamp(moment), robot, kind_of(got, keys), words))

    def sha256(self) -> str:
        return hashlib.sha256(self.text().encode()).hexdigest()

    def text(self) -> str:
        """One line a message, in an order that does not hang on who was served first."""
        rows = ((one.moment, str(one.robot), one.kind, one.words) for one in sorted(self.lines))
        return "\n".join(map("\t".join, rows))


def _got(call: dict[str, Any]) -> Got:
    params = call["params"]
    markup = params.get("reply_markup") or {}
    markup = json.loads(markup) if isinstance(markup, str) else markup  # beside a file it comes as text
    rows = markup.get("inline_keyboard", [])
    data = tuple(button.get("callback_data", "") for row in rows for button in row)
    text = str(params.get("text") or params.get("caption") or "")
    return Got(int(params["chat_id"]), call["method"] in NEW, text, data)
