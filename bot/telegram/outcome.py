"""What an answer of the Bot API means for the message it answers. Pure; descriptions as the server words them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import Enum

from bot.telegram.transport import Answer
from storage.outbox import Due

COUNTS = frozenset({"sendMessage", "sendDocument", "sendPhoto", "copyMessage", "forwardMessage", "sendPoll"})
PATIENCE = 8
_UNEDITABLE = ("message to edit not found", "message can't be edited", "there is no text in the message to edit")


class Fate(Enum):
    SENT = "sent"
    WAIT = "wait"  # this chat is to be left alone for `seconds`
    OFFLINE = "offline"  # the server is out of reach: everything waits
    AGAIN = "again"  # the same words by another call
    LOST = "lost"  # this account can no longer be written to
    DROP = "drop"  # it will never be accepted


@dataclass(frozen=True, slots=True)
class Outcome:
    fate: Fate
    seconds: float = 0
    method: str = ""
    payload: str = ""
    chat_id: int = 0
    error: str = ""


def outcome(due: Due, answer: Answer) -> Outcome:
    """Decide by the error's code first, by the words of its description where the code says too little."""
    if answer.ok:
        return Outcome(Fate.SENT)
    if answer.code in (0, 401, 404, 409) or answer.code >= 500:
        return Outcome(Fate.OFFLINE, seconds=min(30.0, 0.5 * 2**due.attempts), error=f"server {answer.code}")
    if answer.code == 429:
        return Outcome(Fate.WAIT, seconds=answer.retry_after or 1)
    if answer.migrate_to is not None:
        return _moved(due, answer.migrate_to)
    if answer.code == 403 or "chat not found" in answer.description:
        return Outcome(Fate.LOST, error=f"refused {answer.code}")
    return _refused(due, answer.description)


def _moved(due: Due, chat_id: int) -> Outcome:
    payload = {**json.loads(due.payload), "chat_id": chat_id}
    return Outcome(Fate.AGAIN, method=due.method, payload=_dumps(payload), chat_id=chat_id)


def _refused(due: Due, description: str) -> Outcome:
    if "message is not modified" in description:
        return Outcome(Fate.SENT)
    if due.attempts >= PATIENCE:
        return Outcome(Fate.DROP, error="refused 400")
    if due.method.startswith("edit") and any(words in description for words in _UNEDITABLE):
        payload = {k: v for k, v in json.loads(due.payload).items() if k != "message_id"}
        return Outcome(Fate.AGAIN, method="sendMessage", payload=_dumps(payload), chat_id=due.chat_id)
    if _no_topic(due, description):
        payload = {k: v for k, v in json.loads(due.payload).items() if k != "message_thread_id"}
        return Outcome(Fate.AGAIN, method=due.method, payload=_dumps(payload), chat_id=due.chat_id)
    if "can't parse entities" in description:
        payload = {k: v for k, v in json.loads(due.payload).items() if k != "parse_mode"}
        return Outcome(Fate.AGAIN, method=due.method, payload=_dumps(payload), chat_id=due.chat_id)
    return Outcome(Fate.DROP, error="refused 400")


def _no_topic(due: Due, description: str) -> bool:
    """The topic of the group is gone or closed: the same words go to the group itself."""
    gone = "thread not found" in description or "TOPIC_CLOSED" in description
    return gone and "message_thread_id" in due.payload


def _dumps(payload: dict[str, object]) -> str:
    return json.dumps(payload, ensure_ascii=False, separators=(",", ":"))
