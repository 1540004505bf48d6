"""The mentor's folder for their own category: a zip of what the mentor lets out, made by the mentor alone.

It tells of the mentor's work in numbers and in the mentor's own papers. No mentee is named in what is made here,
and words of thanks stand without a signature: they were passed on to the mentor, not to the whole world.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mentoring.documents.order_facts import Letterhead
from mentoring.documents.report_layout import Page
from mentoring.errors import ProgrammeError
from mentoring.results.wording import Words

_MADE = (1980, 1, 1, 0, 0, 0)  # the earliest a zip knows: equal folders are equal bytes


class Part(StrEnum):
    """What the mentor lets out, each by a word of their own."""

    MEETINGS = "meetings"
    RESULTS = "results"
    CERTIFICATES = "certificates"
    THANKS = "thanks"


@dataclass(frozen=True, slots=True)
class Paper:
    """A file of the mentor's: `name` with its ending, as it stands in the folder."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Evidence:
    """One mentor's year. `meetings` are those that took place, `hours` together (0 unknown), `results` (day, kind
    in words, title), `thanks` words that mentees passed on.
    """

    owner: int
    name: str
    school: Letterhead
    year: tuple[int, int]
    on: date
    meetings: int = 0
    hours: int = 0
    mentees: int = 0
    tasks_done: int = 0
    tasks: int = 0
    results: Sequence[tuple[date, str, str]] = ()
    certificates: Sequence[Paper] = ()
    thanks: Sequence[str] = ()


def folder(evidence: Evidence, released: Collection[Part], who: int, words: Words, language: str) -> bytes:
    """The zip: a summary in Word and the certificates, of the released parts alone.

    Raises ProgrammeError: `error-not-yours` for anybody but the mentor, `error-evidence-empty` without a part.
    """
    if who != evidence.owner:
        raise ProgrammeError("error-not-yours")
    if not released:
        raise ProgrammeError("error-evidence-empty")
    papers = [Paper(words("evidence-file"), _summary(evidence, released, words, language))]
    if Part.CERTIFICATES in released:
        papers += [
            Paper(f"{number:02}-{one.name}", one.content) for number, one in enumerate(evidence.certificates, 1)
        ]
    return zipped(papers)


def zipped(papers: Sequence[Paper]) -> bytes:
    """Equal papers give equal bytes: no clock of the machine is in the archive."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for paper in papers:
            entry = zipfile.ZipInfo(paper.name, _MADE)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            archive.writestr(entry, paper.content)
    return target.getvalue()


def _summary(evidence: Evidence, released: Collection[Part], words: Words, language: str) -> bytes:
    page = Page(words("evidence-title"), language)
    first, last = evidence.year
    page.line(evidence.school.name, centre=True)
    page.title(words("evidence-title"))
    page.line(evidence.name, bold=True, centre=True)
    page.line(words("report-year", first=str(first), last=str(last)), centre=True)
    for part, write in ((Part.MEETINGS, _meetings), (Part.RESULTS, _results), (Part.THANKS, _thanks)):
        if part in released:
            page.heading(words(f"evidence-{part.value}"))
            write(page, evidence, words)
    _certificates(page, evidence, released, words)
    page.line(words("report-on", day=f"{evidence.on:%d.%m.%Y}"))
    return page.made()


def _meetings(page: Page, evidence: Evidence, words: Words) -> None:
    page.line(words("evidence-mentees", count=evidence.mentees))
    page.line(words("evidence-meetings-held", count=evidence.meetings))
    if evidence.hours:
        page.line(words("evidence-hours", count=evidence.hours))


def _results(page: Page, evidence: Evidence, words: Words) -> None:
    page.line(words("evidence-tasks", done=evidence.tasks_done, count=evidence.tasks))
    rows = [(f"{on:%d.%m.%Y}", kind, title) for on, kind, title in evidence.results]
    if rows:
        page.table([words(f"evidence-{name}") for name in ("day", "kind", "name")], rows, (3, 4.5, 9))


def _thanks(page: Page, evidence: Evidence, words: Words) -> None:
    page.listed([f"«{text}»" for text in evidence.thanks] or [words("evidence-no-thanks")])


def _certificates(page: Page, evidence: Evidence, released: Collection[Part], words: Words) -> None:
    if Part.CERTIFICATES in released and evidence.certificates:
        page.heading(words("evidence-certificates"))
        page.listed([paper.name for paper in evidence.certificates])
