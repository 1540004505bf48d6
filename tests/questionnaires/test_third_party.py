"""Other people's forms: the verdicts of the reference implementation, where a chat can serve the form at all."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from mentoring.questionnaires.check import check_file

FOLDER = os.environ.get("THIRD_PARTY_DATA", "")
pytestmark = pytest.mark.skipif(
    not FOLDER, reason="THIRD_PARTY_DATA is not set: no folder with other people's cases"
)


@pytest.fixture(scope="module")
def cases() -> dict[str, Any]:
    return dict(json.loads((Path(FOLDER) / "xlsform_cases.json").read_text("utf-8")))


def test_forms_that_a_chat_can_serve_get_the_reference_s_verdict(cases: dict[str, Any]) -> None:
    verdicts = {case["id"]: check_file("case.md", case["form"].encode()) for case in cases["inside"]}
    wrong = {
        case["id"]: verdicts[case["id"]]
        for case in cases["inside"]
        if verdicts[case["id"]]["accepted"] != case["accept"]
    }
    assert wrong == {}
    assert len(verdicts) >= 200


def test_their_refusals_say_where_and_why(cases: dict[str, Any]) -> None:
    for case in cases["inside"]:
        verdict = check_file("case.md", case["form"].encode())
        for fault in verdict["faults"]:
            assert fault["message"], case["id"]
            assert fault["row"] > 0, (case["id"], fault)
        for words in case["error_contains"] or [] if verdict["faults"] else []:
            assert any(words in fault["message"] for fault in verdict["faults"]), (
                case["id"],
                words,
                verdict["faults"],
            )


def test_forms_that_a_chat_cannot_serve_are_refused_by_name(cases: dict[str, Any]) -> None:
    for case in cases["outside"]:
        verdict = check_file("case.md", case["form"].encode())
        assert verdict["accepted"] is False, case["id"]
        named = [part.split(":", 1)[1].lower() for part in case["out_of_subset"]]
        said = " ".join(
            f"{fault['column']} {fault['sheet']} {fault['message']}".lower() for fault in verdict["faults"]
        )
        assert any(part in said for part in named), (case["id"], named, said)
