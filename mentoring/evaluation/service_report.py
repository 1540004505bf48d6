"""Use cases of the year's report: made once, its words edited, its papers handed out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mentoring.documents.order_facts import Letterhead, Named
from mentoring.documents.report_facts import Report, swot_draft
from mentoring.errors import ProgrammeError
from mentoring.evaluation.rules_frozen import frozen
from mentoring.evaluation.rules_swot import Quarter
from mentoring.evaluation.service_year import READERS, Year, look
from mentoring.people.rules import Actor, Role, occasion
from mentoring.people.rules_progress import alphabetical
from mentoring.ports import Unit
from mentoring.ports_evaluation import YearReport
from mentoring.reflection.rules import Place
from mentoring.results.wording import Words

LINE, LINES, TEXT = 300, 10, 3000  # characters of a point, points a quarter, characters of the conclusions


def make(actor: Actor, unit: Unit, words: Words, language: str) -> Year:
    """Freeze the year's figures and draft the SWOT analysis from them; a second press finds it made.

    From now on no answer changes a figure. Raises ProgrammeError("error-report-empty") with nothing to tell.
    """
    actor.require(Role.CURATOR)
    found = look(actor, unit)
    if found.report is not None:
        return found
    if not any(one.shown for one in found.findings):
        raise ProgrammeError("error-report-empty")
    swot = {quarter.value: lines for quarter, lines in swot_draft(found.findings, words, language).items()}
    mentors, mentees, pairs = found.people
    day, year = actor.school.day(unit.now), occasion(actor.school)
    unit.year_ends.freeze(
        actor.school_id, YearReport(year, day, mentors, mentees, pairs, frozen(found.findings), swot)
    )
    return look(actor, unit)


def _made(actor: Actor, unit: Unit) -> tuple[Year, YearReport]:
    found = look(actor, unit)
    if found.report is None:
        raise ProgrammeError("error-report-none")
    return found, found.report


def paper(actor: Actor, unit: Unit) -> Report:
    """All that the papers are made from. Raises ProgrammeError("error-report-none") before it was made."""
    actor.require(*READERS)
    found, report = _made(actor, unit)
    school = actor.school
    return Report(
        Letterhead(school.name, _with_role(actor, unit, Role.DIRECTOR) or Named(""), school.address),
        (school.year_start.year, school.year_end.year),
        report.made_on,
        report.mentors,
        report.mentees,
        report.pairs,
        found.findings,
        {quarter: tuple(report.swot.get(quarter.value, ())) for quarter in Quarter},
        tuple(line for line in report.conclusions.split("\n") if line.strip()),
        _with_role(actor, unit, Role.CURATOR),
    )


def _with_role(actor: Actor, unit: Unit, role: Role) -> Named | None:
    held = sorted((one for one in unit.people.with_role(actor.school_id, role) if one.name), key=alphabetical)
    return Named(held[0].name or "") if held else None


def group_of(actor: Actor, unit: Unit) -> Place | None:
    """The school's group, for the page that may hang in the staff room; None without one."""
    actor.require(Role.CURATOR)
    _made(actor, unit)
    return unit.groups.of_school(actor.school_id)


def edit_swot(actor: Actor, unit: Unit, quarter: Quarter, typed: str) -> YearReport:
    """Other points for one quarter, a line each; a dash alone empties it.

    Raises ProgrammeError("error-swot-long").
    """
    actor.require(Role.CURATOR)
    _, report = _made(actor, unit)
    lines = points(typed)
    return _worded(actor, unit, {**report.swot, quarter.value: lines}, report.conclusions)


def points(typed: str) -> list[str]:
    """What was written, a point a line, without the marks that lists begin with."""
    lines = [line.strip(" \t-–—•*") for line in typed.splitlines()]
    found = [" ".join(line.split()) for line in lines if line]
    if len(found) > LINES or any(len(line) > LINE for line in found):
        raise ProgrammeError("error-swot-long", lines=LINES, limit=LINE)
    return found


def conclude(actor: Actor, unit: Unit, typed: str) -> YearReport:
    """The curator's own conclusions, a paragraph a line. Raises ProgrammeError("error-conclusions-long")."""
    actor.require(Role.CURATOR)
    _, report = _made(actor, unit)
    text = "\n".join(" ".join(line.split()) for line in typed.splitlines() if line.strip())
    if len(text) > TEXT:
        raise ProgrammeError("error-conclusions-long", limit=TEXT)
    return _worded(actor, unit, report.swot, "" if text in ("-", "–", "—") else text)


def _worded(actor: Actor, unit: Unit, swot: Mapping[str, Sequence[str]], conclusions: str) -> YearReport:
    unit.year_ends.word_report(actor.school_id, occasion(actor.school), swot, conclusions)
    _, report = _made(actor, unit)
    return report
