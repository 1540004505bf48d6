"""The command line's door: one JSON object, exit 0 when it answered."""

from __future__ import annotations

import argparse
import json

import pytest

from bot.cli.refused import Refused
from bot.cli.when import when

NOW = "2026-11-24T10:00+03:00"


def _asked(capsys: pytest.CaptureFixture[str], text: str, now: str | None = NOW) -> dict[str, object]:
    assert when(argparse.Namespace(text=text, now=now)) == 0
    return dict(json.loads(capsys.readouterr().out))


def test_an_instant(capsys: pytest.CaptureFixture[str]) -> None:
    assert _asked(capsys, "в среду в 15:30") == {
        "understood": True, "kind": "instant", "from": "2026-11-25T15:30:00+03:00", "to": "2026-11-25T15:31:00+03:00",
        "grain": "minute", "value": None,
    }  # fmt: skip


def test_an_open_interval_a_length_and_numbers(capsys: pytest.CaptureFixture[str]) -> None:
    found = _asked(capsys, "до пятницы")
    assert (found["kind"], found["from"], found["to"]) == ("interval", None, "2026-11-27T00:00:00+03:00")
    assert _asked(capsys, "полтора часа")["value"] == 90
    assert _asked(capsys, "3,5")["value"] == 3.5


def test_not_understood_is_an_answer(capsys: pytest.CaptureFixture[str]) -> None:
    assert _asked(capsys, "когда-нибудь")["understood"] is False


def test_without_now_the_present_is_meant(capsys: pytest.CaptureFixture[str]) -> None:
    assert _asked(capsys, "завтра", None)["grain"] == "day"


@pytest.mark.parametrize("now", ["вчера", "2026-11-24T10:00", ""])
def test_an_unusable_now_is_refused(now: str) -> None:
    with pytest.raises(Refused, match="--now"):
        when(argparse.Namespace(text="завтра", now=now))
