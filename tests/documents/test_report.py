"""The report's papers, opened again: every number is a released figure, nobody is named, one page is one page."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as DocumentObject
from openpyxl import load_workbook
from PIL import Image
from pypdf import PdfReader

from mentoring.documents.report_charts import ITEMS, charts
from mentoring.documents.report_facts import each_figure, swot_draft
from mentoring.documents.report_page import page_lines, report_page
from mentoring.documents.report_sheet import report_book
from mentoring.documents.report_word import report_document
from mentoring.evaluation.rules_indicators import Group, Trend
from mentoring.evaluation.rules_swot import Quarter
from mentoring.evaluation.wording import figure_sentence
from tests.documents.year_papers import SCHOOL, report, words_of
from tests.evaluation.ground import words_in

RU = words_in("ru")


@lru_cache(maxsize=2)
def word_file(people: int = 12) -> bytes:
    return report_document(report(people), RU, "ru")


def read(people: int = 12) -> DocumentObject:
    return Document(io.BytesIO(word_file(people)))


def test_the_word_file_has_every_section_and_sentence() -> None:
    made = report()
    text = words_of(word_file())
    headings = [line.text for line in read().paragraphs if line.style and line.style.name == "Heading 1"]
    assert [heading.split(".")[0] for heading in headings] == [str(n) for n in range(1, 9)]
    for finding in made.findings:
        assert finding.indicator.name.within("ru") in text
    for _, figure in each_figure(made.findings):
        assert (figure_sentence(figure, RU, "ru") in text) == (figure.value is not None)
    assert "Е. В. Смирнова" in text
    assert "Программу продолжить." in text
    assert all(line in text for lines in made.swot.values() for line in lines)


def test_pictures_have_words_for_those_who_do_not_see_them() -> None:
    shapes = read().inline_shapes
    assert len(shapes) >= 3
    assert all(shape._inline.docPr.get("descr") for shape in shapes)


def test_a_small_school_gets_words_instead_of_numbers() -> None:
    assert len(read(4).inline_shapes) == 0
    text = words_of(word_file(4))
    assert text.count("Показать нечего") == len(report(4).findings)
    told = text.split("2. Ожидаемые результаты")[1].split("8. Выводы")[0]
    assert not re.search(r"\d", re.sub(r"^\d\. ", "", told, flags=re.MULTILINE))


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_spreadsheet_has_every_number_once(language: str) -> None:
    made = report(language=language)
    book = load_workbook(io.BytesIO(report_book(made, words_in(language), language)))
    figures, people, swot = book.worksheets
    head, *rows = figures.iter_rows(values_only=True)
    expected = [figure for _, figure in each_figure(made.findings)]
    assert len(rows) == len(expected) == len({figure.source.id for figure in expected})
    for row, figure in zip(rows, expected, strict=True):
        found = dict(zip(head, row, strict=True))
        n, before, value, difference, spread, last = list(found.values())[4:10]
        for cell, number in (
            (before, figure.before),
            (value, figure.value),
            (difference, figure.difference),
            (spread, figure.spread),
            (last, figure.last),
        ):
            assert (cell is None) == (number is None)
            assert cell is None or Decimal(str(cell)) == number
        assert n == figure.n
        if before is not None:
            assert Decimal(str(value)) - Decimal(str(before)) == Decimal(str(difference)).quantize(Decimal("0.1"))
            assert (difference > 0) == (figure.trend is Trend.UP)
    assert [row[1] for row in people.iter_rows(min_row=2, values_only=True)] == [10, 12, 11]
    assert swot.max_row - 1 == sum(len(lines) for lines in made.swot.values())


def test_a_hidden_figure_is_an_empty_cell_with_a_reason() -> None:
    book = load_workbook(io.BytesIO(report_book(report(4), RU, "ru")))
    for row in book.worksheets[0].iter_rows(min_row=2, values_only=True):
        assert all(cell is None for cell in row[4:13])
        assert row[-1]


@pytest.mark.parametrize("people", [4, 12])
def test_the_page_for_the_group_is_one_page_without_a_name(people: int) -> None:
    made = report(people)
    pdf = PdfReader(io.BytesIO(report_page(made, RU, "ru")))
    assert len(pdf.pages) == 1
    text = " ".join(pdf.pages[0].extract_text().split())
    for name in ("Смирнова", "Кузнецов", "директор"):
        assert name not in text
    assert SCHOOL.name.split()[0] in text
    lines = page_lines(made, RU, "ru")
    assert bool(lines["report-done"]) == (people > 4)
    if people > 4:
        assert "Состоялось встреч — 61." in text
    else:
        assert "из" not in text.split("участвовали")[1]


def test_the_page_stays_one_page_with_the_longest_words() -> None:
    made = report(12, school=SCHOOL.__class__("Школа " * 120, SCHOOL.director))
    pages = PdfReader(io.BytesIO(report_page(made, RU, "ru"))).pages
    assert len(pages) == 1
    heights: list[float] = []
    pages[0].extract_text(
        visitor_text=lambda text, cm, tm, *_: (
            heights.append(tm[4] * cm[1] + tm[5] * cm[3] + cm[5]) if text.strip() else None
        )
    )
    assert len(heights) > 40
    assert min(heights) > 30, "made smaller, not run over the edge"
    assert report_page(made, RU, "ru") == report_page(made, RU, "ru"), "equal facts, equal bytes"


def test_a_picture_fits_a_page() -> None:
    made = report()
    for group in Group:
        for png in charts(made.of(group), group, RU, "ru"):
            width, height = Image.open(io.BytesIO(png)).size
            assert width == 1000
            assert height < 1500, f"{ITEMS} items of two bars"


def test_the_draft_of_the_swot_leaves_no_quarter_out() -> None:
    assert set(swot_draft(report(4).findings, RU, "ru")) == set(Quarter)
    assert "Цифры этого года ничего сюда не добавили." in words_of(word_file(4))


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="no LibreOffice here")
def test_libreoffice_opens_the_report(tmp_path: Path) -> None:
    (tmp_path / "report.docx").write_bytes(word_file())
    profile = f"-env:UserInstallation=file://{tmp_path}/office"
    subprocess.run(
        [
            "soffice",
            profile,
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(tmp_path),
            str(tmp_path / "report.docx"),
        ],
        check=True,
        timeout=110,
        capture_output=True,
    )
    pages = PdfReader(tmp_path / "report.pdf").pages
    assert 6 <= len(pages) <= 14
    assert "Выводы и предложения" in pages[-1].extract_text()
