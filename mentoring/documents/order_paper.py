"""Fills a Word template: its placeholders with an order's texts, every page with the word that it is a draft."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import Any

from docx import Document
from docx.document import Document as Paper
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.section import Section, _BaseHeaderFooter
from docxtpl import DocxTemplate  # type: ignore[import-untyped]

from mentoring.documents.own_template_syntax import Refused, TemplateEnvironment, Vocabulary


def fill(template: bytes, texts: Mapping[str, Any], vocabulary: Vocabulary, draft: str) -> tuple[bytes, set[str]]:
    """The filled .docx and the placeholders and lists that the template names.

    `draft` is the word for the header of every page, written where it does not stand yet. Raises Refused with the
    faults of a template that says more than it may, and whatever the libraries raise over a file that is none: one
    that nobody checked is only filled in a process of its own.
    """
    environment = TemplateEnvironment(vocabulary)
    filled = DocxTemplate(io.BytesIO(template))
    filled.render(dict(texts), environment)
    if environment.faults:
        raise Refused(environment.faults)
    made = io.BytesIO()
    filled.docx.save(made)
    return _marked(made, draft), environment.named


def _marked(made: io.BytesIO, draft: str) -> bytes:
    """Opened anew: what is at hand after filling still shows the headers as they were before."""
    paper = Document(made)
    _mark_draft(paper, draft)
    marked = io.BytesIO()
    paper.save(marked)
    return marked.getvalue()


def _mark_draft(paper: Paper, draft: str) -> None:
    for section in paper.sections:
        for header in _headers(section, paper):
            if not any(draft in line.text for line in header.paragraphs):
                _write_draft(header, draft)


def _headers(section: Section, paper: Paper) -> Iterator[_BaseHeaderFooter]:
    """The headers that pages of the section show, be they its own or of the section before."""
    yield section.header
    if section.different_first_page_header_footer:
        yield section.first_page_header
    if paper.settings.odd_and_even_pages_header_footer:
        yield section.even_page_header


def _write_draft(header: _BaseHeaderFooter, draft: str) -> None:
    lines = header.paragraphs
    line = lines[0].insert_paragraph_before() if lines else header.add_paragraph()
    line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    line.add_run(draft).bold = True
