"""Every answer of the Bot API and what becomes of the message; descriptions verbatim."""

from __future__ import annotations

import json

import pytest

from bot.telegram.outcome import PATIENCE, Fate, outcome
from bot.telegram.transport import Answer, _read
from storage.outbox import Due

MOVED = "Bad Request: group chat was upgraded to a supergroup chat"


def due(method: str = "sendMessage", attempts: int = 0, **payload: object) -> Due:
    body = {"chat_id": 7, "text": "x", "parse_mode": "HTML", **payload}
    return Due(1, 7, method, json.dumps(body), 0, attempts, False)


def refused(code: int, description: str) -> Answer:
    return Answer(False, code, description)


@pytest.mark.parametrize(
    ("code", "description", "fate"),
    [
        (0, "TimeoutError", Fate.OFFLINE),
        (0, "ServerDisconnectedError", Fate.OFFLINE),
        (401, "Unauthorized", Fate.OFFLINE),
        (404, "Not Found", Fate.OFFLINE),
        (409, "Conflict: terminated by other getUpdates request", Fate.OFFLINE),
        (500, "Internal Server Error", Fate.OFFLINE),
        (502, "not JSON", Fate.OFFLINE),
        (503, "Service Unavailable", Fate.OFFLINE),
        (403, "Forbidden: bot was blocked by the user", Fate.LOST),
        (403, "Forbidden: user is deactivated", Fate.LOST),
        (403, "Forbidden: bot can't initiate conversation with a user", Fate.LOST),
        (403, "Forbidden: bot was kicked from the supergroup chat", Fate.LOST),
        (400, "Bad Request: chat not found", Fate.LOST),
        (400, "Bad Request: message is too long", Fate.DROP),
        (400, "Bad Request: BUTTON_DATA_INVALID", Fate.DROP),
        (413, "Request Entity Too Large", Fate.DROP),
    ],
)
def test_sending(code: int, description: str, fate: Fate) -> None:
    assert outcome(due(), refused(code, description)).fate is fate


@pytest.mark.parametrize("attempts", range(12))
def test_out_of_reach_waits_longer_each_time_and_never_gives_up(attempts: int) -> None:
    found = outcome(due(attempts=attempts), refused(500, ""))
    assert found.fate is Fate.OFFLINE
    assert found.seconds == min(30, 0.5 * 2**attempts)


@pytest.mark.parametrize(("given", "waited"), [(0, 1), (1, 1), (7, 7), (35_000, 35_000)])
def test_retry_after_is_taken_as_it_is(given: float, waited: float) -> None:
    found = outcome(due(), Answer(False, 429, "Too Many Requests: retry after 7", retry_after=given))
    assert (found.fate, found.seconds) == (Fate.WAIT, waited)


def test_a_moved_group_gets_the_same_words_at_its_new_number() -> None:
    found = outcome(due(), Answer(False, 400, MOVED, migrate_to=-100_5))
    assert (found.fate, found.method, found.chat_id) == (Fate.AGAIN, "sendMessage", -100_5)
    assert json.loads(found.payload) == {"chat_id": -100_5, "text": "x", "parse_mode": "HTML"}


def test_an_edit_that_changes_nothing_is_done() -> None:
    words = (
        "Bad Request: message is not modified: specified new message content and reply markup are exactly the same"
    )
    assert outcome(due("editMessageText", message_id=5), refused(400, words)).fate is Fate.SENT


@pytest.mark.parametrize(
    "words",
    ["message to edit not found", "message can't be edited", "there is no text in the message to edit"],
)
def test_an_edit_that_is_impossible_becomes_a_new_message(words: str) -> None:
    found = outcome(due("editMessageText", message_id=5), refused(400, f"Bad Request: {words}"))
    assert (found.fate, found.method) == (Fate.AGAIN, "sendMessage")
    assert json.loads(found.payload) == {"chat_id": 7, "text": "x", "parse_mode": "HTML"}


def test_markup_that_is_not_understood_is_sent_as_letters_rather_than_not_at_all() -> None:
    found = outcome(due(), refused(400, "Bad Request: can't parse entities: Unsupported start tag"))
    assert found.fate is Fate.AGAIN
    assert "parse_mode" not in json.loads(found.payload)


@pytest.mark.parametrize("words", ["can't parse entities: x", "message to edit not found"])
def test_trying_again_ends(words: str) -> None:
    found = outcome(due("editMessageText", attempts=PATIENCE, message_id=5), refused(400, f"Bad Request: {words}"))
    assert found.fate is Fate.DROP


def test_no_error_carries_what_was_said() -> None:
    for code in (0, 400, 403, 500):
        found = outcome(due(text="Секретова"), refused(code, "Секретова"))
        assert "Секретова" not in found.error


@pytest.mark.parametrize(
    ("status", "body", "code"),
    [
        (200, b'{"ok":true,"result":5}', 200),
        (502, b"<html>Bad Gateway</html>", 502),
        (200, b"", 200),
        (200, b"[]", 200),
        (429, b'{"ok":false,"error_code":429,"description":"x","parameters":{"retry_after":3}}', 429),
        (400, b'{"ok":false,"parameters":null}', 400),
    ],
)
def test_answers_are_read_whatever_they_are(status: int, body: bytes, code: int) -> None:
    found = _read(status, body)
    assert found.code == code
    assert found.ok is (body.startswith(b'{"ok":true'))
    assert found.retry_after == (3 if status == 429 else 0)
