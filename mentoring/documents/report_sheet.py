"""Every number of the report in a spreadsheet: a row a figure, once each; what may not be told is left empty."""

from __future__ import annotations

from decimal import Decimal

from mentoring.documents.report_facts import Report, each_figure
from mentoring.documents.sheets_out import Cell, Column, Sheet, workbook
from mentoring.evaluation.rules_indicators import Figure, Finding
from mentoring.evaluation.rules_swot import Quarter
from mentoring.evaluation.wording import figure_label, figure_sentence, per_cent, who, why_hidden
from mentoring.results.wording import Words


def report_book(report: Report, words: Words, language: str) -> bytes:
    """An .xlsx with three sheets: the figures, who took part, the SWOT analysis."""
    figures = [_row(finding, figure, words, language) for finding, figure in each_figure(report.findings)]
    people = [(words(f"report-{name}"), getattr(report, name)) for name in ("mentors", "mentees", "pairs")]
    swot = [
        (words(f"report-{quarter.value}"), text) for quarter in Quarter for text in report.swot.get(quarter, ())
    ]
    return workbook(
        [
            Sheet(words("report-figures"), _columns(words), figures),
            Sheet(
                words("report-participants"),
                [Column(words("report-who"), 30), Column(words("report-count"), 12, "integer")],
                people,
            ),
            Sheet(
                words("report-swot"),
                [Column(words("report-quarter"), 22), Column(words("report-text"), 100)],
                swot,
            ),
        ]
    )


_NUMBERS = ("before", "after", "difference", "spread", "last")


def _columns(words: Words) -> list[Column]:
    return [
        Column(words("report-group"), 34),
        Column(words("report-indicator"), 44),
        Column(words("report-figure"), 54),
        Column(words("report-who"), 18),
        Column(words("report-n"), 10, "integer"),
        *(Column(words(f"report-{name}"), 12, "decimal") for name in _NUMBERS),
        Column(words("report-whole"), 10, "integer"),
        Column(words("report-share"), 10, "integer"),
        Column(words("report-last-whole"), 14, "integer"),
        Column(words("report-sentence"), 90),
        Column(words("report-note"), 44),
    ]


def _row(finding: Finding, figure: Figure, words: Words, language: str) -> list[Cell]:
    note = why_hidden(figure, words)
    numbers: list[Decimal | None] = [figure.before, figure.value, figure.difference, figure.spread, figure.last]
    share = per_cent(figure.value, figure.whole) if figure.value is not None and figure.whole else None
    return [
        words(f"report-group-{finding.indicator.group.value}"),
        finding.indicator.name.within(language),
        figure_label(figure, words, language),
        who(figure, words),
        figure.n,
        *numbers,
        figure.whole,
        share,
        figure.last_whole,
        figure_sentence(figure, words, language) if figure.value is not None else "",
        note,
    ]
