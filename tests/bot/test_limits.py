"""The pace, simulated against a strict counter: what leaves never breaks Telegram's limits, and wastes little."""

from __future__ import annotations

import random
from collections import defaultdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.telegram.limits import GROUP_BURST, PRIVATE_BURST, Limits

SLACK = 1e-6


def run(wanted: list[tuple[float, int]]) -> list[tuple[float, int]]:
    """(moment, chat) of every message that leaves, when each leaves as soon as it may; first come, first served."""
    limits, left, gone, now = Limits(), sorted(wanted), [], 0.0
    while left:
        ready = [
            (max(limits.free_at(chat, counts=True), came, now), place) for place, (came, chat) in enumerate(left)
        ]
        now, place = min(ready)
        chat = left.pop(place)[1]
        limits.take(chat, now)
        gone.append((now, chat))
    return gone


def most_within(moments: list[float], seconds: float) -> int:
    """The largest number in any half-open window."""
    best, start = 0, 0
    for end, moment in enumerate(moments):
        while moment - moments[start] >= seconds - SLACK:
            start += 1
        best = max(best, end - start + 1)
    return best


def check(gone: list[tuple[float, int]]) -> None:
    assert most_within([moment for moment, _ in gone], 1) <= 30
    by_chat: dict[int, list[float]] = defaultdict(list)
    for moment, chat in gone:
        by_chat[chat].append(moment)
    for chat, moments in by_chat.items():
        if chat < 0:
            assert most_within(moments, 60) <= 20, "a group"
        for seconds in (1, 5, 20):
            burst = GROUP_BURST if chat < 0 else PRIVATE_BURST
            assert most_within(moments, seconds) <= burst + seconds, chat


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**9), st.integers(1, 6), st.integers(1, 120))
def test_limits_hold_whatever_is_asked_for(seed: int, chats: int, count: int) -> None:
    chance = random.Random(seed)
    known = [chance.choice((1, -1)) * (n + 1) for n in range(chats)]
    check(run([(chance.choice((0.0, chance.uniform(0, 20))), chance.choice(known)) for _ in range(count)]))


def test_a_broadcast_uses_nearly_all_that_is_permitted() -> None:
    gone = run([(0.0, chat) for chat in range(1, 901)])
    check(gone)
    assert 900 / gone[-1][0] >= 0.97 * 30


def test_a_burst_to_one_person_leaves_at_once_then_one_a_second() -> None:
    moments = [moment for moment, _ in run([(0.0, 7)] * 10)]
    assert moments[PRIVATE_BURST - 1] < 0.2
    assert moments[PRIVATE_BURST] >= 0.9
    assert moments[-1] == pytest.approx(10 - PRIVATE_BURST, abs=0.5)


def test_a_group_gets_twenty_a_minute() -> None:
    moments = [moment for moment, _ in run([(0.0, -7)] * 40)]
    assert most_within(moments, 60) <= 20
    assert moments[-1] <= 125, "and not much less"


def test_a_talkative_chat_does_not_hold_up_another() -> None:
    gone = run([(0.0, 1)] * 50 + [(0.5, 2)])
    assert next(moment for moment, chat in gone if chat == 2) < 0.6


def test_a_hold_is_obeyed_by_edits_too_and_by_that_chat_alone() -> None:
    limits = Limits()
    limits.hold(7, 100.0)
    limits.hold(7, 50.0)
    assert limits.free_at(7, counts=True) == limits.free_at(7, counts=False) == 100.0, (
        "a shorter one later counts not"
    )
    assert limits.free_at(8, counts=False) == 0.0


def test_a_pause_is_for_all() -> None:
    limits = Limits()
    limits.pause(9.0)
    limits.pause(3.0)
    assert limits.free_at(1, counts=False) == limits.free_at(-2, counts=True) == 9.0


def test_edits_use_nothing_up() -> None:
    limits = Limits()
    for _ in range(20):
        limits.take(7, 0.0)
    assert limits.free_at(7, counts=True) > 10
    assert limits.free_at(7, counts=False) == 0.0


def test_chats_that_are_free_again_are_forgotten_and_nothing_changes_by_it() -> None:
    limits = Limits()
    limits.take(1, 0.0)
    for _ in range(10):
        limits.take(2, 0.0)
    limits.hold(3, 5.0)
    limits.hold(4, 90.0)
    limits.forget(6.0)
    assert set(limits.chats) == {2}
    assert set(limits.held) == {4}
