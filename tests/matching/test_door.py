"""`python -m bot matching solve FILE.json`: answers and refusals."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from bot.__main__ import main

RUN = {
    "mentors": [{"id": 1, "capacity": 1}, {"id": 2, "capacity": 2}],
    "mentees": [{"id": 11}, {"id": 12}, {"id": 13}],
    "pairs": [
        {"mentor": 1, "mentee": 11, "score": 9},
        {"mentor": 1, "mentee": 12, "score": 9},
        {"mentor": 2, "mentee": 11, "score": 2},
        {"mentor": 2, "mentee": 12, "score": 1},
        {"mentor": 2, "mentee": 13, "score": -4},
    ],
    "forbidden": [],
    "pinned": [],
}


def ask(tmp_path: Path, capsys: pytest.CaptureFixture[str], given: object) -> tuple[int, object, str]:
    path = tmp_path / "run.json"
    path.write_text(given if isinstance(given, str) else json.dumps(given), encoding="utf-8")
    code = main(["matching", "solve", str(path)])
    out, err = capsys.readouterr()
    return code, json.loads(out) if out else None, err


def test_the_best_as_a_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, answer, _ = ask(tmp_path, capsys, RUN)
    assert code == 0
    assert answer == {"pairs": [[2, 11], [1, 12], [2, 13]], "served": 3, "worst": -4, "total": 7}


def test_pins_and_prohibitions(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, answer, _ = ask(tmp_path, capsys, RUN | {"pinned": [[1, 11]], "forbidden": [[2, 13]]})
    assert code == 0
    assert answer == {"pairs": [[1, 11], [2, 12]], "served": 2, "worst": 1, "total": 10}


def test_nobody_can_be_served(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for given in (RUN | {"pairs": []}, RUN | {"mentors": [], "pairs": []}, RUN | {"mentees": [], "pairs": []}):
        code, answer, _ = ask(tmp_path, capsys, given)
        assert (code, answer) == (0, {"pairs": [], "served": 0, "worst": None, "total": 0})


@pytest.mark.parametrize(
    ("change", "rules"),
    [
        ({"pinned": [[1, 13]]}, ["unknown"]),
        ({"pinned": [[1, 11]], "forbidden": [[1, 11]]}, ["forbidden"]),
        ({"pinned": [[1, 11], [1, 12]]}, ["capacity"]),
        ({"pinned": [[1, 11], [2, 11]]}, ["twice"]),
    ],
)
def test_pins_that_cannot_be_are_refused(
    change: dict[str, object], rules: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, answer, _ = ask(tmp_path, capsys, RUN | change)
    assert code == 0
    assert isinstance(answer, dict)
    assert [one["rule"] for one in answer["refused"]] == rules
    assert "pairs" not in answer


def test_ids_may_be_texts_and_lists_may_be_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = {
        "mentors": [{"id": "я", "capacity": 1}, {"id": 1, "capacity": 1}],
        "mentees": [{"id": "1"}, {"id": 1}],
        "pairs": [{"mentor": "я", "mentee": "1", "score": 1}, {"mentor": 1, "mentee": 1, "score": 0}],
    }
    code, answer, _ = ask(tmp_path, capsys, given)
    assert (code, answer) == (0, {"pairs": [[1, 1], ["я", "1"]], "served": 2, "worst": 0, "total": 1})


def test_the_order_of_the_file_leaves_no_trace(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rng = random.Random(2)
    people = [str(n) for n in range(12)] + list(range(12))
    given = {
        "mentors": [{"id": one, "capacity": rng.randint(0, 2)} for one in people],
        "mentees": [{"id": one} for one in people],
        "pairs": [
            {"mentor": a, "mentee": b, "score": rng.randint(0, 2)}
            for a in people
            for b in people
            if rng.random() < 0.5
        ],
    }
    first = ask(tmp_path, capsys, given)
    for _ in range(4):
        mixed = {name: rng.sample(rows, len(rows)) for name, rows in given.items()}
        assert ask(tmp_path, capsys, mixed) == first


HUGE = 10**30


@pytest.mark.parametrize(
    ("given", "where"),
    [
        ("", "not JSON"),
        ("[]", "expected an object"),
        ('{"mentors": [], "mentors": []}', "twice"),
        ("[" * 100_000, "not JSON"),
        ({}, "mentors"),
        (RUN | {"mentees": None}, "mentees"),
        (RUN | {"mentors": [7]}, "mentors[0]"),
        (RUN | {"mentors": [{"id": 1}]}, "mentors[0].capacity"),
        (RUN | {"mentors": [{"id": 1, "capacity": True}]}, "mentors[0].capacity"),
        (RUN | {"mentors": [{"id": 1, "capacity": -1}]}, "mentors[0].capacity"),
        (RUN | {"mentors": [{"id": 1, "capacity": 1.5}]}, "mentors[0].capacity"),
        (RUN | {"mentors": [{"id": True, "capacity": 1}]}, "mentors[0].id"),
        (RUN | {"mentees": [{"id": 11}, {"id": 11}]}, "mentees[1].id: stands twice"),
        (RUN | {"mentees": [{"id": [1]}]}, "mentees[0].id"),
        (RUN | {"pairs": [{"mentor": 1, "mentee": 99, "score": 1}]}, "pairs[0]: mentee"),
        (RUN | {"pairs": [{"mentor": True, "mentee": 11, "score": 1}]}, "pairs[0]: mentor"),
        (RUN | {"pairs": [{"mentor": 1, "mentee": 11, "score": "1"}]}, "pairs[0].score"),
        (RUN | {"pairs": [{"mentor": 1, "mentee": 11, "score": False}]}, "pairs[0].score"),
        (RUN | {"pairs": [{"mentor": 1, "mentee": 11, "score": HUGE}]}, "pairs[0].score"),
        (RUN | {"pairs": [RUN["pairs"][0], RUN["pairs"][0]]}, "pairs[1]: stands twice"),
        (RUN | {"pinned": [[1]]}, "pinned[0]"),
        (RUN | {"pinned": {"1": 2}}, "pinned"),
        (RUN | {"forbidden": [[1, 99]]}, "forbidden[0]"),
        (RUN | {"mentees": [{"id": n} for n in range(4001)], "pairs": []}, "error-matching-size"),
    ],
)
def test_unusable_input_is_refused_with_the_place(
    given: object, where: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, answer, err = ask(tmp_path, capsys, given)
    assert (code, answer) == (2, None)
    assert where in err
    assert len(err) < 300


def test_a_file_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["matching", "solve", "/nowhere/run.json"]) == 2
    assert "run.json" in capsys.readouterr().err


def test_it_needs_no_telegram(tmp_path: Path) -> None:
    path = tmp_path / "run.json"
    path.write_text(json.dumps(RUN), encoding="utf-8")
    program = (
        "import sys; from bot.__main__ import main; code = main(['matching', 'solve', sys.argv[1]]);"
        "assert not {'aiogram', 'pydantic', 'structlog'} & sys.modules.keys(); sys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["served"] == 3
