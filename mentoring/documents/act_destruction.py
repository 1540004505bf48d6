"""The act of destruction of personal data with the extract of the log, as one Word file to sign.

Roskomnadzor's order 179 of 28.10.2022 asks for both where data are processed with automation: who, what, whose,
why, when, how; and what the log of the system says of it. Persons stand here by their numbers: a paper that is
kept for years must not name those whose data it says are gone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from mentoring.documents.declension import initials
from mentoring.documents.order_facts import Letterhead, Named
from mentoring.documents.report_layout import Page
from mentoring.results.wording import Words
from mentoring.year.rules_retention import DataKind


@dataclass(frozen=True, slots=True)
class Destroyed:
    """So many records of a kind; `persons` are the numbers of whose they were. `year` began the school year."""

    kind: DataKind
    year: int
    count: int
    persons: Sequence[int] = ()
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class LogLine:
    """What the system wrote when it destroyed: `at` in the school's own time, `what` already in words."""

    at: datetime
    kind: DataKind
    count: int
    persons: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class Act:
    """`processor` runs the server on the school's behalf, empty for the school itself. `system` is what the bot is
    called in the school's papers.
    """

    school: Letterhead
    on: datetime
    rows: Sequence[Destroyed]
    log: Sequence[LogLine]
    system: str
    processor: str = ""
    commission: Sequence[Named] = ()


def act_document(act: Act, words: Words, language: str) -> bytes:
    """The .docx: the act, then the extract. Its number is left to be filled in by hand."""
    page = Page(words("act-title"), language)
    _head(page, act, words)
    head = [words(f"act-{name}") for name in ("n", "what", "year", "records", "persons", "why")]
    page.table(head, [_row(n, row, words) for n, row in enumerate(act.rows, 1)], (1, 5, 2.5, 2, 3, 3))
    page.line("")
    page.line(words("act-total", count=sum(row.count for row in act.rows)))
    page.line(words("act-how"))
    _signatures(page, act, words)
    _extract(page, act, words)
    return page.made()


def _head(page: Page, act: Act, words: Words) -> None:
    page.line(act.school.name, centre=True)
    page.title(words("act-title"))
    page.line(words("act-number"), centre=True)
    page.line(words("act-on", day=f"{act.on:%d.%m.%Y %H:%M}"))
    page.line(words("act-operator", school=act.school.name, address=act.school.address or "—"))
    if act.processor:
        page.line(words("act-processor", processor=act.processor))
    page.line(words("act-system", system=act.system))


def _row(number: int, row: Destroyed, words: Words) -> tuple[str, ...]:
    reason = words("act-withdrawn" if row.withdrawn else "act-term")
    what = words(f"data-{row.kind.value}")
    return (str(number), what, f"{row.year}/{row.year + 1}", str(row.count), _persons(row.persons), reason)


def _persons(persons: Sequence[int]) -> str:
    return ", ".join(f"№ {person}" for person in persons) or "—"


def _signatures(page: Page, act: Act, words: Words) -> None:
    page.line(words("act-commission"), bold=True)
    for one in act.commission or (Named("", words("act-member")),) * 2:
        page.signature(one.post or words("act-member"), initials(one.name) if one.name else "")


def _extract(page: Page, act: Act, words: Words) -> None:
    page.title(words("act-log"), new_page=True)
    page.line(words("act-system", system=act.system))
    head = [words(f"act-{name}") for name in ("at", "what", "records", "persons")]
    rows = [
        (f"{line.at:%d.%m.%Y %H:%M:%S}", words(f"data-{line.kind.value}"), str(line.count), _persons(line.persons))
        for line in act.log
    ]
    page.table(head, rows, (4, 6, 2.5, 4))
