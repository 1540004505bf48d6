"""A school's year for the tests of its papers, and how they are read again."""

from __future__ import annotations

import io
from datetime import date

from docx import Document

from mentoring.documents.order_facts import Letterhead, Named
from mentoring.documents.report_facts import Report, swot_draft
from tests.evaluation import ground

SCHOOL = Letterhead(
    "МБОУ «Средняя общеобразовательная школа № 6»", Named("Кузнецов Игорь Павлович"), "ул. Школьная, 6", "Нягань"
)


def report(people: int = 12, language: str = "ru", **more: object) -> Report:
    findings = ground.findings(people)
    fields = {
        "school": SCHOOL, "year": (2026, 2027), "on": date(2027, 5, 28), "mentors": people - 2, "mentees": people,
        "pairs": people - 1, "findings": findings, "swot": swot_draft(findings, ground.words_in(language), language),
        "conclusions": ["Программу продолжить.", "Обучить ещё двух наставников."],
        "curator": Named("Смирнова Елена Викторовна", "заместитель директора"),
    }  # fmt: skip
    return Report(**{**fields, **more})


def words_of(docx: bytes) -> str:
    document = Document(io.BytesIO(docx))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(line.text for line in document.paragraphs), *cells])
