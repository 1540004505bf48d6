"""The printed plan, read again as Word reads it."""

from __future__ import annotations

import io
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from mentoring.documents.plan_word import PlanPaper, plan_document
from mentoring.plan import rules
from mentoring.plan.cards import cards
from mentoring.plan.rules import State
from mentoring.plan.rules_terms import printed

OFFICIAL = ["№", "Задача", "Срок", "Планируемый результат", "Фактический результат", "Отметка наставника"]


def paper(**more: object) -> PlanPaper:
    plan = rules.Plan(1)
    for number, card in enumerate(cards("ru")[:7], 1):
        plan = rules.tick(plan, card, number)
    told = {"term": date(2026, 12, 1), "actual": "Прошли <b>&\x0b вместе", "mark": "выполнено"}
    plan = rules.put(plan, replace(plan.tasks[0], **told))
    plan = rules.move(plan, 2, State.DROPPED)
    fields = {
        "school": "МБОУ «Школа № 6»",
        "year": (2026, 2027),
        "mentors": ["Громова Ольга Ильинична"],
        "mentees": ["Петрова Мария Ивановна"],
        "contact": "индивидуальная",
        "goals": ["Спокойные уроки"],
        "sections": printed(plan),
    }
    return PlanPaper(**{**fields, **more})


def read(made: bytes) -> tuple[list[str], list[list[str]]]:
    document = Document(io.BytesIO(made))
    lines = [line.text for line in document.paragraphs if line.text]
    return lines, [[cell.text for cell in row.cells] for row in document.tables[0].rows]


def test_the_official_columns_and_everybodys_names() -> None:
    lines, rows = read(plan_document(paper(), "ru"))
    assert rows[0] == OFFICIAL
    assert lines[:3] == ["МБОУ «Школа № 6»", "Персонализированный план наставничества", "2026/2027 учебный год"]
    assert "Наставник: Громова Ольга Ильинична" in lines
    assert "Наставляемый: Петрова Мария Ивановна" in lines
    assert "1. Спокойные уроки" in lines
    assert sum("____" in line for line in lines) == 2, "a line for each to sign"


def test_tasks_by_section_numbered_through_without_the_dropped() -> None:
    _, rows = read(plan_document(paper(), "ru"))
    numbers = [row[0] for row in rows[1:] if row[0].isdigit()]
    assert numbers == [str(n) for n in range(1, 7)]
    toured = next(row for row in rows if row[5] == "выполнено")
    assert toured[2:] == [
        "01.12.2026",
        "Наставляемый знает, к кому с чем обратиться",
        "Прошли <b>& вместе",
        "выполнено",
    ]
    sections = [row[0] for row in rows[1:] if row[0] and row[0] == row[5]]
    assert [title.split(".")[0] for title in sections] == ["Раздел 1", "Раздел 2", "Раздел 3"]


def test_an_empty_section_says_so_and_a_group_is_named_whole() -> None:
    made = plan_document(
        paper(sections=printed(rules.Plan(1)), mentees=["А", "Б"], results=["12.12.2026, Урок"]), "en"
    )
    lines, rows = read(made)
    assert [row[1] for row in rows if row[1] == "no tasks"] == ["no tasks"] * 3
    assert "Mentees: А, Б" in lines
    assert "1. 12.12.2026, Урок" in lines
    assert sum("____" in line for line in lines) == 3


def test_an_unknown_language_gets_the_schools_usual_one() -> None:
    assert read(plan_document(paper(), "de"))[1][0] == OFFICIAL


def test_a_word_processor_opens_it(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("no LibreOffice here")
    (tmp_path / "plan.docx").write_bytes(plan_document(paper(), "ru"))
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    command = [
        office,
        home,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "plan.docx"),
    ]
    done = subprocess.run(command, capture_output=True, timeout=100, check=False)
    if b"could not be loaded" in done.stderr:
        pytest.skip("LibreOffice without its Writer")
    assert (tmp_path / "plan.pdf").read_bytes().startswith(b"%PDF")
