"""The mentoring plan as a Word file ready to print and sign: an A4 sheet on its side, the official columns.

Whatever people typed stands as typed. The words are in `templates/plan.*.toml`.
"""

from __future__ import annotations

import io
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Any

from docx import Document
from docx.document import Document as Paper
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from mentoring.plan.rules import Section
from mentoring.plan.rules_terms import Row

LANGUAGES = ("ru", "en")
FONT, SIZE, SMALL = "Times New Roman", Pt(12), Pt(11)
_WIDTHS = (Cm(1.2), Cm(6.6), Cm(2.6), Cm(5.6), Cm(5.6), Cm(4.1))
_MARGIN = Cm(2)
# What XML has no place for; a tab and a line feed it has.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class PlanPaper:
    """What is printed; `year` are the calendar years the school year begins and ends in. `results` are lines."""

    school: str
    year: tuple[int, int]
    mentors: Sequence[str]
    mentees: Sequence[str]
    contact: str
    goals: Sequence[str]
    sections: Sequence[tuple[Section, Sequence[Row]]]
    results: Sequence[str] = ()


def plan_document(plan: PlanPaper, language: str) -> bytes:
    """The .docx. `language` is of the form's words, "ru" or "en" (Russian for any other)."""
    words = _words(language if language in LANGUAGES else LANGUAGES[0])
    paper = _sheet()
    _head(paper, plan, words)
    _listed(paper, words["goals"], plan.goals)
    _table(paper, plan.sections, words)
    _listed(paper, words["results"], plan.results)
    _signatures(paper, plan, words)
    made = io.BytesIO()
    paper.save(made)
    return made.getvalue()


@lru_cache(maxsize=len(LANGUAGES))
def _words(language: str) -> Mapping[str, Any]:
    text = files("mentoring.documents").joinpath(f"templates/plan.{language}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _clean(text: str) -> str:
    return _UNPRINTABLE.sub("", text)


def _sheet() -> Paper:
    paper = Document()
    page = paper.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = Cm(29.7), Cm(21)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = _MARGIN
    style: Any = paper.styles["Normal"]
    style.font.name, style.font.size = FONT, SIZE
    style.element.rPr.rFonts.set(qn("w:cs"), FONT)
    style.paragraph_format.space_after = Pt(0)
    return paper


def _line(paper: Paper, text: str, *, bold: bool = False, before: int = 0, centre: bool = False) -> Paragraph:
    """A paragraph; `before` is the room above it in points."""
    line = paper.add_paragraph()
    line.add_run(_clean(text)).bold = bold
    line.paragraph_format.space_before = Pt(before)
    if centre:
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return line


def _head(paper: Paper, plan: PlanPaper, words: Mapping[str, Any]) -> None:
    paper.core_properties.title = words["title"]
    paper.core_properties.author = ""
    _line(paper, plan.school, centre=True)
    _line(paper, words["title"], bold=True, before=12, centre=True)
    _line(paper, words["year"].format(first=plan.year[0], last=plan.year[1]), centre=True)
    _named(paper, words["mentor" if len(plan.mentors) == 1 else "mentors"], ", ".join(plan.mentors), before=12)
    _named(paper, words["mentee" if len(plan.mentees) == 1 else "mentees"], ", ".join(plan.mentees))
    _named(paper, words["contact"], plan.contact)


def _named(paper: Paper, label: str, text: str, before: int = 0) -> None:
    line = _line(paper, f"{label}: ", before=before)
    line.add_run(_clean(text)).bold = True


def _listed(paper: Paper, title: str, lines: Sequence[str]) -> None:
    if not lines:
        return
    _line(paper, f"{title}:", bold=True, before=10).paragraph_format.keep_with_next = True
    for number, text in enumerate(lines, 1):
        _line(paper, f"{number}. {text}")


def _table(paper: Paper, sections: Sequence[tuple[Section, Sequence[Row]]], words: Mapping[str, Any]) -> None:
    _line(paper, "")
    table = paper.add_table(rows=1, cols=len(_WIDTHS))
    table.style, table.alignment, table.autofit = "Table Grid", WD_TABLE_ALIGNMENT.CENTER, False
    for cell, title in zip(table.rows[0].cells, words["columns"], strict=True):
        _write(cell, title, bold=True, centre=True)
    _flag(table.rows[0], "w:tblHeader")
    for section, rows in sections:
        _section(table, words["sections"][section.value], rows, words["empty"])
    for row in table.rows:
        _flag(row, "w:cantSplit")
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = width


def _row(table: Table) -> tuple[_Cell, ...]:
    added: _Row = table.add_row()  # type: ignore[no-untyped-call]
    return added.cells


def _section(table: Table, title: str, rows: Sequence[Row], empty: str) -> None:
    """A section's name over the whole width, kept with the first of its tasks."""
    cells = _row(table)
    whole = cells[0].merge(cells[-1])
    _write(whole, title, bold=True)
    whole.paragraphs[0].paragraph_format.keep_with_next = True
    for row in rows:
        _task(table, row)
    if not rows:
        _write(_row(table)[1], empty)


def _task(table: Table, row: Row) -> None:
    cells = _row(table)
    for cell, width in zip(cells, _WIDTHS, strict=True):
        cell.width = width
    texts = (str(row.number), row.task, _day(row.term), row.planned, row.actual, row.mark)
    for place, (cell, text) in enumerate(zip(cells, texts, strict=True)):
        _write(cell, text, centre=place in (0, 2))


def _day(term: date | None) -> str:
    return f"{term:%d.%m.%Y}" if term else ""


def _write(cell: _Cell, text: str, *, bold: bool = False, centre: bool = False) -> None:
    line = cell.paragraphs[0]
    run = line.add_run(_clean(text))
    run.bold, run.font.size = bold, SMALL
    if centre:
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _flag(row: _Row, name: str) -> None:
    """A property of a row: its header stands on every page, a row is not torn in two."""
    row._tr.get_or_add_trPr().append(OxmlElement(name))


def _signatures(paper: Paper, plan: PlanPaper, words: Mapping[str, Any]) -> None:
    """A line for everybody: name, signature, day; kept together."""
    everybody = [(words["mentor"], name) for name in plan.mentors] + [(words["mentee"], n) for n in plan.mentees]
    for number, (role, name) in enumerate(everybody):
        line = _line(paper, f"{role} {name}  ____________________ ({words['signed']})  ", before=14)
        line.add_run(f"____________ ({words['day']})")
        line.paragraph_format.keep_with_next = number + 1 < len(everybody)
