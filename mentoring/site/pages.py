"""What the site «Ресурсный центр наставнических практик» shows: cases, documents, the schedule, results, awards.

Steps 6 and 29 of the programme's plan, and the third level of its end. Only what everybody named has agreed to
comes here: `case_page` gives nothing for a case that may not be published.
"""

from __future__ import annotations

import io
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PIL import Image

from mentoring.cases.rules import SECTIONS, Case, publishable
from mentoring.consent.rules import ConsentKind, Decision, holds
from mentoring.documents.report_facts import Report, each_figure
from mentoring.documents.report_page import page_lines
from mentoring.evaluation.wording import figure_label, shown, who
from mentoring.questionnaires.rules_form import Form
from mentoring.results.wording import Words


@dataclass(frozen=True, slots=True)
class CasePage:
    """`byline` names only those who agreed to it; `sections` are (heading, text), `facts` short words about it."""

    number: int
    title: str
    byline: tuple[str, ...]
    facts: tuple[str, ...]
    sections: tuple[tuple[str, str], ...]

    @property
    def file(self) -> str:
        return f"case-{self.number}.html"


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A document to download: `ending` such as "pdf", without a dot."""

    title: str
    ending: str
    content: bytes


@dataclass(frozen=True, slots=True)
class ScheduleRow:
    """A step of the plan as the table shows it; all already in words."""

    when: str
    title: str
    result: str
    responsible: str


@dataclass(frozen=True, slots=True)
class ResultRow:
    """A figure that may be told: numbers as they are read."""

    label: str
    who: str
    before: str
    value: str
    n: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG; `alt` says what it shows to those who do not see it. `size` is (width, height) in pixels."""

    content: bytes
    alt: str
    size: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Results:
    """`note` says what is not told; `lines` are sentences under their headings."""

    note: str
    lines: Mapping[str, Sequence[str]]
    rows: Sequence[ResultRow]
    pictures: Sequence[Picture] = ()


@dataclass(frozen=True, slots=True)
class Winner:
    """`names` is empty where somebody has not agreed to be named: then the nomination stands alone."""

    nomination: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Site:
    """The site in one language. `year` are the calendar years of the school year, `home` the school's own site."""

    language: str
    school: str
    year: tuple[int, int]
    on: date
    cases: Sequence[CasePage] = ()
    documents: Sequence[SiteFile] = ()
    schedule: Sequence[ScheduleRow] = ()
    results: Results | None = None
    winners: Sequence[Winner] = ()
    home: str = ""


Consents = Mapping[int, Sequence[Decision]]


def case_page(
    case: Case, number: int, form: Form, consents: Consents, names: Mapping[int, str], language: str
) -> CasePage | None:
    """The case as a page with the questionnaire's own headings; None where it may not be published."""
    if not publishable(case, consents):
        return None
    labels = {question.name: question.label.within(language) for question in form.questions}
    byline = tuple(sorted(names[person] for person in case.named))
    sections = tuple((labels.get(name, name), case.sections[name]) for name in SECTIONS if name in case.sections)
    return CasePage(number, case.title, byline, _facts(case, form, language), sections)


def _facts(case: Case, form: Form, language: str) -> tuple[str, ...]:
    choices = {(q.name, one.name): one.label.within(language) for q in form.questions for one in q.choices}
    asked = [("model", case.model), ("contact", case.contact), *(("areas", area) for area in case.areas)]
    return tuple(found for key in asked if (found := choices.get(key)))


def winner(
    nomination: str, people: Sequence[int], consents: Consents, said_yes: Collection[int], names: Mapping[int, str]
) -> Winner:
    """Named only where all of them hold the consent to publication and have said yes to this one."""
    held = all(holds(consents.get(person, ()), ConsentKind.PUBLICATION) for person in people)
    agreed = held and set(people) <= set(said_yes)
    return Winner(nomination, tuple(names[person] for person in people) if agreed else ())


def picture(png: bytes, alt: str) -> Picture:
    return Picture(png, alt, Image.open(io.BytesIO(png)).size)


def results(report: Report, words: Words, language: str, pictures: Sequence[Picture] = ()) -> Results:
    """The report's released figures: nothing that is hidden, nothing on fewer than five people, no name."""
    rows = [
        ResultRow(
            figure_label(figure, words, language),
            who(figure, words),
            shown(figure, figure.before, language),
            shown(figure, figure.value, language) + (f" / {figure.whole}" if figure.whole is not None else ""),
            "" if figure.n is None else str(figure.n),
        )
        for _, figure in each_figure(report.findings)
        if figure.value is not None
    ]
    lines = {words(key): sentences for key, sentences in page_lines(report, words, language).items()}
    return Results(words("report-guard"), lines, rows, pictures)
