"""The year's report for the methodical council as a Word file: text drafted from the figures, charts, SWOT.

Steps 26 and 27 of the programme's plan. It names nobody but whoever signs it, and tells no figure that the guard
holds back; the curator edits the text in Word.
"""

from __future__ import annotations

from collections.abc import Sequence

from mentoring.documents.declension import initials
from mentoring.documents.report_charts import charts
from mentoring.documents.report_facts import Report
from mentoring.documents.report_layout import Page
from mentoring.evaluation.rules_card import MOST, level, mean_total
from mentoring.evaluation.rules_indicators import Group
from mentoring.evaluation.rules_swot import Quarter
from mentoring.evaluation.wording import finding_lines
from mentoring.results.wording import Words, number


def report_document(report: Report, words: Words, language: str) -> bytes:
    """The .docx in the language of `words`."""
    page = Page(words("report-title"), language)
    _head(page, report, words)
    for number_of, group in enumerate(Group, 2):
        _group(page, report, group, number_of, words, language)
    _swot(page, report, words)
    _conclusions(page, report, words)
    return page.made()


def _head(page: Page, report: Report, words: Words) -> None:
    first, last = report.year
    page.line(report.school.name, centre=True)
    page.title(words("report-title"))
    page.line(words("report-year", first=str(first), last=str(last)), centre=True)
    page.line(words("report-guard"))
    page.heading(f"1. {words('report-participants')}")
    rows = [(words(f"report-{name}"), str(getattr(report, name))) for name in ("mentors", "mentees", "pairs")]
    page.table((words("report-who"), words("report-count")), rows, (12, 4.5))


def _group(page: Page, report: Report, group: Group, place: int, words: Words, language: str) -> None:
    page.heading(f"{place}. {words(f'report-group-{group.value}')}")
    if group is Group.PROGRAMME:
        _card(page, report, words, language)
    for finding in report.of(group):
        name, *sentences = finding_lines(finding, words, language)
        page.heading(name, 2)
        page.listed(sentences)
    for png in charts(report.of(group), group, words, language):
        page.picture(png, words("report-caption", name=words(f"report-group-{group.value}")))


def _card(page: Page, report: Report, words: Words, language: str) -> None:
    """The level of all cards together; see `rules_card.mean_total`."""
    total = mean_total(report.findings)
    if total is None:
        page.line(words("report-card-hidden"))
        return
    reached = words(f"report-level-{level(total, report.levels).value}")
    page.line(words("report-card", total=number(total, language), most=MOST, level=reached))


def _swot(page: Page, report: Report, words: Words) -> None:
    page.heading(f"{len(Group) + 2}. {words('report-swot')}")
    upper = (Quarter.STRENGTH, Quarter.WEAKNESS)
    lower = (Quarter.OPPORTUNITY, Quarter.THREAT)
    for pair in (upper, lower):
        head = [words(f"report-{quarter.value}") for quarter in pair]
        page.table(head, [[_lines(report.swot.get(quarter, ()), words) for quarter in pair]], (8.25, 8.25))
        page.line("")


def _lines(texts: Sequence[str], words: Words) -> str:
    return "\n".join(f"– {text}" for text in texts) or words("report-nothing")


def _conclusions(page: Page, report: Report, words: Words) -> None:
    page.heading(f"{len(Group) + 3}. {words('report-conclusions')}")
    for text in report.conclusions or (words("report-conclusions-empty"),):
        page.line(text)
    if report.curator is not None:
        page.signature(report.curator.post or words("report-curator"), initials(report.curator.name))
    page.line(words("report-on", day=f"{report.on:%d.%m.%Y}"))
