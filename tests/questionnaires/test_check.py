"""The command's verdict: what it says of a form, and that no file makes it take more than it may."""

from __future__ import annotations

import io
import json
import resource
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from mentoring.questionnaires.check import check_file
from mentoring.questionnaires.deadbranches import dead_questions
from tests.questionnaires.test_workbook import xlsx
from tests.questionnaires.tools import NOW, form_from, source

MEMORY = 400 * 1024 * 1024


def test_what_the_verdict_says() -> None:
    survey = """
    type | name | label | relevant
    integer | n | N |
    text | a | A | ${n} > 3
    text | b | B | ${n} > 3 and ${n} < 2
    text | c | C | ${b} = 'x'
    """
    said = check_file("f.md", source(survey, settings="form_id | x_minutes\nmine | 4"), NOW)
    assert said == {
        "accepted": True, "form_id": "mine", "questions": 4, "minutes": 4, "unreachable": ["b", "c"], "faults": [], "warnings": [],
    }  # fmt: skip


def test_a_refusal_has_the_same_keys() -> None:
    said = check_file("f.md", source("type | name | label\ntext | 1 | A"))
    assert (said["accepted"], said["form_id"], said["questions"], said["minutes"]) == (False, None, 0, 0)
    assert (said["unreachable"], len(said["faults"])) == ([], 1)


def hard_form() -> str:
    """Each condition reads ten questions of ten choices, and nothing opens it."""
    lines = [f"select_one l | q{n} | В |" for n in range(10)]
    rule = " and ".join(f"${{q{n}}} = 'no'" for n in range(10))
    return "\n".join(["type | name | label | relevant", *lines, *(f"text | t{n} | Т | {rule}" for n in range(40))])


def test_looking_for_the_unreachable_ends_in_time() -> None:
    choices = "list_name | name | label\n" + "\n".join(f"l | c{n} | C" for n in range(10))
    form = form_from(hard_form(), choices)
    started = time.process_time()
    assert dead_questions(form, NOW, 3_000) == ()
    assert dead_questions(form, NOW, 30_000) == ("t0",)
    assert time.process_time() - started < 10


def cells(*words: str) -> str:
    return "<row>" + "".join(f'<c t="inlineStr"><is><t>{word}</t></is></c>' for word in words) + "</row>"


def spreadsheet(rows: str) -> bytes:
    """A survey sheet of these rows in the place of those of a real file."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(xlsx({"survey": [["type", "name", "label"]]}))) as real,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for name in real.namelist():
            content = real.read(name)
            if name == "xl/worksheets/sheet1.xml":
                head, tail = content.split(b"<sheetData>")[0], content.split(b"</sheetData>")[1]
                content = head + b"<sheetData>" + rows.encode() + b"</sheetData>" + tail
            made.writestr(name, content)
    return packed.getvalue()


HEADER = cells("type", "name", "label")
STYLED = '<row><c t="inlineStr"><is>{}</is></c></row>'
FILES = {
    "thirty": (HEADER + cells("text", "a", "A") + "<row></row>" * 2_730_000, "more than 20 MB"),
    "rows": (HEADER + "".join(cells("text", f"q{n}", "Вопрос") for n in range(1_999)), "more than 300 questions"),
    "styled": (HEADER + STYLED.format("<r><t>aaaa</t></r>" * 240_000), "longer than 4000"),
    "pieces": (HEADER + STYLED.format("<r><t></t></r>" * 900_000), "more than 1000000 cells"),
}  # fmt: skip


def confined() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


@pytest.mark.parametrize("kind", FILES)
def test_a_heavy_file_is_answered_in_little_memory(kind: str, tmp_path: Path) -> None:
    rows, words = FILES[kind]
    path = tmp_path / "heavy.xlsx"
    path.write_bytes(spreadsheet(rows))
    assert path.stat().st_size < 2_000_000
    command = [sys.executable, "-m", "bot", "questionnaire", "check", str(path)]
    done = subprocess.run(command, capture_output=True, check=False, timeout=60, preexec_fn=confined)
    said = json.loads(done.stdout)
    assert (done.returncode, said["accepted"]) == (0, False), done.stderr
    assert words in said["faults"][0]["message"]


def test_letters_of_two_bytes_hide_nothing() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as made:
        made.writestr(
            "xl/workbook.xml", '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x><x/>'.encode("utf-16")
        )
    assert "damaged" in check_file("f.xlsx", packed.getvalue())["faults"][0]["message"]
