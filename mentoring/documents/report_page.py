"""The year on one page for the group: what was achieved and what comes next, without a name; PDF, A4.

Nothing on it is on fewer than five people, so it may hang in the staff room. The same lines go into the chat.
"""

from __future__ import annotations

import io
from collections.abc import Sequence

from PIL import Image as Picture
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Image, KeepInFrame, Paragraph, SimpleDocTemplate, Spacer

from mentoring.documents.certificate_style import paragraph, style
from mentoring.documents.report_charts import charts
from mentoring.documents.report_facts import Report, each_figure
from mentoring.evaluation.rules_indicators import Group, Kind
from mentoring.evaluation.rules_swot import Quarter, draft
from mentoring.evaluation.wording import whole_sentence
from mentoring.results.wording import Words

SIDE = 18 * mm
FRAME = (A4[0] - 2 * SIDE - 12, A4[1] - 2 * SIDE - 12)  # within the page's frame, which pads six points a side
FACTS, STRONG, WEAK = 6, 4, 2


def page_lines(report: Report, words: Words, language: str) -> dict[str, list[str]]:
    """Sentences under three headings' keys: what was done, what got better, what to work on."""
    points = draft(report.findings)
    strong = [p.figure for p in points if p.quarter is Quarter.STRENGTH and p.figure.source.kind is not Kind.FACT]
    weak = [p.figure for p in points if p.quarter is Quarter.WEAKNESS and p.figure.source.kind is not Kind.CARD]
    done = [f for _, f in each_figure(report.findings) if f.source.kind is Kind.FACT and f.value is not None]
    parts = {"report-done": done[:FACTS], "report-better": strong[:STRONG], "report-ahead": weak[:WEAK]}
    return {key: [whole_sentence(f, words, language) for f in figures] for key, figures in parts.items()}


def report_page(report: Report, words: Words, language: str) -> bytes:
    """One page, whatever there is to say: what would not fit is made smaller."""
    target = io.BytesIO()
    paper = SimpleDocTemplate(
        target, pagesize=A4, leftMargin=SIDE, rightMargin=SIDE, topMargin=SIDE, bottomMargin=SIDE,
        title=words("report-page-title"), author=report.school.name, lang=language, invariant=1,
    )  # fmt: skip
    paper.build([KeepInFrame(*FRAME, [*_head(report, words), *_body(report, words, language)], mode="shrink")])
    return target.getvalue()


def _head(report: Report, words: Words) -> list[Flowable]:
    first, last = report.year
    return [
        paragraph(report.school.name, style("school", 11)),
        paragraph(words("report-page-title"), style("title", 20, bold=True)),
        paragraph(words("report-year", first=str(first), last=str(last)), style("year", 12)),
        Spacer(1, 4 * mm),
        paragraph(
            words("report-page-people", mentors=report.mentors, mentees=report.mentees, pairs=report.pairs),
            style("text", 12),
        ),
    ]


def _body(report: Report, words: Words, language: str) -> list[Flowable]:
    lines = page_lines(report, words, language)
    found = [part for key, texts in lines.items() if texts for part in _part(words(key), texts)]
    pictures = charts(report.of(Group.EXPECTED), Group.EXPECTED, words, language)[:1]
    return [*found, *(_image(png) for png in pictures), Spacer(1, 4 * mm), _thanks(words)]


def _part(title: str, texts: Sequence[str]) -> list[Flowable]:
    item = style("item", 11, indent=10)
    return [paragraph(title, style("part", 13, bold=True)), *(paragraph(text, item, bullet="•") for text in texts)]


def _thanks(words: Words) -> Paragraph:
    return paragraph(words("report-page-thanks"), style("thanks", 12))


def _image(png: bytes) -> Image:
    width, height = Picture.open(io.BytesIO(png)).size
    wide = FRAME[0]
    return Image(io.BytesIO(png), wide, wide * height / width)
