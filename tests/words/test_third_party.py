"""Other people's phrases: what they list is understood as listed, and nothing is understood otherwise."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from mentoring.words.rules import Understood, understand

FOLDER = os.environ.get("THIRD_PARTY_DATA", "")
pytestmark = pytest.mark.skipif(
    not FOLDER, reason="THIRD_PARTY_DATA is not set: no folder with other people's cases"
)
# Their 9:30 - 11:00 ends at 11:01, ours when it is said to end; there are two such phrases.
OTHER_ENDS = 2


@pytest.fixture(scope="module")
def listed() -> dict[str, Any]:
    return dict(json.loads((Path(FOLDER) / "ru_time_phrases.json").read_text("utf-8")))


def _now(listed: dict[str, Any]) -> datetime:
    return datetime.fromisoformat(listed["reference_time"].split()[0])


def _moment(parts: list[int]) -> datetime:
    year, month, day, *rest = parts
    return datetime(year, month or 1, day or 1, *rest)  # noqa: DTZ001 - their wall clock


def _wall(moment: datetime | None) -> datetime | None:
    return moment and moment.replace(tzinfo=None)


def _time_fits(case: dict[str, Any], found: Understood) -> bool:
    grain = case.get("grain", "day").lower()
    if found.grain != grain:
        return False
    start, end = _wall(found.start), _wall(found.end)
    if case["kind"] == "interval":
        return (start, end) == (_moment(case["from"]), _moment(case["to"]))
    if case["kind"] == "open":
        edge = _moment(case["value"])
        return (start, end) == ((edge, None) if case["dir"] == "After" else (None, edge))
    if case["kind"] == "holiday":
        return start is not None and f"({start.year}, {start.month}, {start.day}, 0, 0, 0)" in case["expected"]
    return found.kind == "instant" and start == _moment(case["value"])


def _value_fits(case: dict[str, Any], found: Understood) -> bool:
    value, *unit = case["expected"].split()[1:]
    kind = "duration" if unit else "number"
    same = found.value is not None and found.value == Decimal(value.strip("()"))
    return found.kind == kind and same and (not unit or found.grain == unit[0].lower())


def _verdicts(listed: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Kind, phrase, and "right", "wrong" or "none"."""
    for corpus, fits in (
        ("Time", _time_fits), ("Duration", _value_fits), ("Numeral", _value_fits), ("Ordinal", _value_fits),
    ):  # fmt: skip
        for case in listed["corpora"][corpus]:
            found = understand(case["text"], _now(listed))
            verdict = "none" if found is None else "right" if fits(case, found) else "wrong"
            yield case.get("kind", corpus.lower()), case["text"], verdict


def test_what_is_listed_is_understood_as_listed(listed: dict[str, Any]) -> None:
    verdicts = list(_verdicts(listed))
    total, right = Counter(v[0] for v in verdicts), Counter(v[0] for v in verdicts if v[2] == "right")
    shares = {kind: right[kind] / total[kind] for kind in total}
    assert {"instant", "interval", "duration", "numeral", "ordinal"} <= shares.keys()
    assert all(share >= 0.9 for share in shares.values()), (shares, [v for v in verdicts if v[2] != "right"])


def test_hardly_anything_is_understood_otherwise(listed: dict[str, Any]) -> None:
    wrong = [(kind, text) for kind, text, verdict in _verdicts(listed) if verdict == "wrong"]
    assert len(wrong) <= OTHER_ENDS, wrong
    assert {kind for kind, _ in wrong} <= {"interval"}


def test_what_is_no_time_is_none(listed: dict[str, Any]) -> None:
    phrases = listed["corpora"]["Time_negative"]
    texts = [phrase if isinstance(phrase, str) else phrase["text"] for phrase in phrases]
    assert {text: understand(text, _now(listed)) for text in texts} == dict.fromkeys(texts)
