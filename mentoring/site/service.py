"""Use cases of the school's page: its documents, and the whole of it as a zip. Steps 6 and 29.

Everything is gathered anew each time, so nothing that was taken back is in the next one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from mentoring.awards.rules import title_of
from mentoring.awards.service_winners import winner_of
from mentoring.cases.rules import FORM
from mentoring.cases.service import released
from mentoring.documents.order_facts import Letterhead, Named
from mentoring.documents.report_facts import Report
from mentoring.errors import ProgrammeError
from mentoring.evaluation.indicators import indicators
from mentoring.evaluation.rules_frozen import thawed
from mentoring.people.rules import Actor, Role, School
from mentoring.ports import Unit
from mentoring.ports_year import StoredFile
from mentoring.questionnaires.library import in_force
from mentoring.questionnaires.rules_form import Form
from mentoring.results.wording import Words
from mentoring.site.pages import CasePage, Consents, Results, Site, SiteFile, Winner, case_page, results, winner
from mentoring.site.schedule import schedule_rows
from mentoring.texts import Words as Said
from mentoring.year.service_roadmap import road_of

BUILDERS = (Role.CURATOR, Role.SITE_ADMIN)
MOST, HEAVIEST, TOGETHER = 20, 5 * 1024 * 1024, 30 * 1024 * 1024
TITLE = 120
ENDINGS = frozenset({"pdf", "doc", "docx", "odt", "xls", "xlsx", "ods", "ppt", "pptx", "odp", "txt"})
"""What schools publish; a picture may show people, and whether they want that nobody can tell."""


@dataclass(frozen=True, slots=True)
class Content:
    """What the page would hold now."""

    cases: int
    files: tuple[StoredFile, ...]
    results: bool
    winners: int


def content(actor: Actor, unit: Unit) -> Content:
    actor.require(*BUILDERS)
    consents, year = unit.consents.of_school(actor.school_id), year_told(unit, actor.school)
    return Content(
        cases=len(released(unit, actor.school_id, consents)),
        files=tuple(unit.turn.files(actor.school_id)),
        results=unit.year_ends.report(actor.school_id, str(year)) is not None,
        winners=sum(bool(won.names) for won in _winners(unit, actor.school, year, consents, str)),
    )


def year_told(unit: Unit, school: School) -> int:
    """The school year that the page tells of: the last one still, until September after it was rolled over."""
    present, today = school.year_start.year, school.day(unit.now)
    last = str(present - 1)
    known = unit.year_ends.report(school.id, last) is not None or unit.awards.all(school.id, last)
    return present - 1 if today < date(present, 9, 1) and known else present


def add_file(actor: Actor, unit: Unit, name: str, data: bytes) -> StoredFile:
    """A document for the page, called as its file is. Raises ProgrammeError: `error-site-kind`,
    `error-site-heavy` (with `megabytes`), `error-site-many` (with `most`).
    """
    actor.require(*BUILDERS)
    stem, _, ending = name.rpartition(".")
    if ending.lower() not in ENDINGS or not stem:
        raise ProgrammeError("error-site-kind")
    present = unit.turn.files(actor.school_id)
    if len(data) > HEAVIEST or sum(one.size for one in present) + len(data) > TOGETHER:
        raise ProgrammeError("error-site-heavy", megabytes=HEAVIEST // 1024 // 1024)
    if len(present) >= MOST:
        raise ProgrammeError("error-site-many", most=MOST)
    title = " ".join(stem.replace("_", " ").split())[:TITLE]
    return unit.turn.add_file(actor.school_id, title, ending.lower(), data)


def drop_file(actor: Actor, unit: Unit, file_id: int) -> None:
    """Raises ProgrammeError("error-stale") for one that is gone."""
    actor.require(*BUILDERS)
    if not unit.turn.drop_file(actor.school_id, file_id):
        raise ProgrammeError("error-stale")


def build(actor: Actor, unit: Unit, words: Words, said: Callable[[Said], str], language: str) -> Site:
    """The page in one language; `words` and `said` turn keys and texts into that language."""
    actor.require(*BUILDERS)
    school, today = actor.school, actor.school.day(unit.now)
    consents, year = unit.consents.of_school(school.id), year_told(unit, school)
    return Site(
        language=language,
        school=school.name,
        year=(year, year + 1),
        on=today,
        cases=_cases(unit, school, consents, language),
        documents=_documents(unit, school),
        schedule=schedule_rows(road_of(unit, school, year, language, today), language),
        results=_results(unit, school, year, words, language),
        winners=[one for one in _winners(unit, school, year, consents, said) if one.names],
        home=school.site,
    )


def _cases(unit: Unit, school: School, consents: Consents, language: str) -> list[CasePage]:
    form: Form | None = in_force(unit, school.id, FORM)
    names = _names(unit, school)
    cases = released(unit, school.id, consents) if form is not None else []
    pages = [case_page(case, case.id, form, consents, names, language) for case in cases if form is not None]
    return [page for page in pages if page is not None]


def _names(unit: Unit, school: School) -> Mapping[int, str]:
    return {one.id: one.name or "" for one in unit.people.all(school.id)}


def _documents(unit: Unit, school: School) -> list[SiteFile]:
    contents = unit.turn.contents(school.id)
    return [SiteFile(one.title, one.ending, contents[one.id]) for one in unit.turn.files(school.id)]


def _results(unit: Unit, school: School, year: int, words: Words, language: str) -> Results | None:
    """Of the report that was made of the year; nothing before that."""
    report = unit.year_ends.report(school.id, str(year))
    if report is None:
        return None
    head = Letterhead(school.name, Named(""))
    counted = (report.mentors, report.mentees, report.pairs)
    findings = thawed(report.findings, indicators())
    return results(Report(head, (year, year + 1), report.made_on, *counted, findings), words, language)


def _winners(
    unit: Unit, school: School, year: int, consents: Consents, said: Callable[[Said], str]
) -> Sequence[Winner]:
    names, found = _names(unit, school), list[Winner]()
    for contest in unit.awards.all(school.id, str(year)):
        won = winner_of(unit, school, contest)
        if won is not None:
            people = sorted(won.candidate.people)
            agreed = unit.awards.telling(contest.id)
            found.append(winner(said(title_of(contest.nomination)), people, consents, agreed, names))
    return found


def made_on(actor: Actor, unit: Unit) -> date:
    """The day that the page's name bears."""
    return actor.school.day(unit.now)
