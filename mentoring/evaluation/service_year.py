"""The year's figures: what was answered, counted and entered, released under the guard of the results."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from mentoring.evaluation.indicators import CARD, indicators
from mentoring.evaluation.rules_compute import Told, YearFacts, beside, compute, countable, countable_cards
from mentoring.evaluation.rules_facts import CONFLICTS, Count
from mentoring.evaluation.rules_frozen import thawed
from mentoring.evaluation.rules_indicators import Finding, Kind
from mentoring.evaluation.service import window_of
from mentoring.evaluation.service_numbers import COUNTED
from mentoring.meetings.rules import Side
from mentoring.pairs.rules import Ending, Pair, PairState
from mentoring.people.rules import Actor, Person, Role, School, occasion
from mentoring.ports import Unit
from mentoring.ports_evaluation import Entered, YearReport
from mentoring.ports_questionnaires import SentSheet
from mentoring.questionnaires.library import form_of, in_force
from mentoring.questionnaires.rules_form import Form
from mentoring.results.rules_of import results_of
from mentoring.results.rules_results import Change, FormResults
from mentoring.results.rules_sheets import Sheet
from mentoring.surveys import outcome
from mentoring.surveys.rules import Survey
from mentoring.surveys.service import standing

READERS = (Role.CURATOR, Role.DIRECTOR, Role.DEPUTY)
MUTUAL = ("mutual_mentor", "mutual_mentee")
REFLECTION = "group_reflection"
RESULT_OF = {
    "publications": "publication",
    "methods": "method",
    "projects": "project",
    "open_lessons": "open_lesson",
}


@dataclass(frozen=True, slots=True)
class Year:
    """`report` once it was made: then the findings are those that it told. `people` are (mentors, mentees, pairs)
    of the year; `open` are surveys whose answers are not counted yet, `evaluating` says the same of the mutual
    evaluation; `cards` are how many pairs have none.
    """

    findings: tuple[Finding, ...]
    report: YearReport | None
    people: tuple[int, int, int]
    open: tuple[Survey, ...] = ()
    evaluating: bool = False
    cards: int = 0
    last: bool = field(default=False)


def look(actor: Actor, unit: Unit) -> Year:
    """The year's figures with last year's beside them, as far as they may be told."""
    actor.require(*READERS)
    year = actor.school.year_start.year
    report = unit.year_ends.report(actor.school_id, str(year))
    former = unit.year_ends.report(actor.school_id, str(year - 1))
    pairs = unit.pairs.all(actor.school_id, str(year))
    found = thawed(report.findings, indicators()) if report else compute(indicators(), facts_of(actor, unit))
    last = thawed(former.findings, indicators()) if former else ()
    people = (report.mentors, report.mentees, report.pairs) if report else people_of(pairs)
    cards = len(pairs) - len(unit.year_ends.card_sheets(actor.school_id, str(year)))
    running = tuple(
        one for one in _surveys(unit, actor.school) if one.is_open(unit.now) and one.form_id in _asked()
    )
    return Year(beside(found, last), report, people, running, _evaluating(unit, actor.school), cards, bool(former))


def people_of(pairs: Sequence[Pair]) -> tuple[int, int, int]:
    mentors = {one for pair in pairs for one in pair.of(Side.MENTOR)}
    mentees = {one for pair in pairs for one in pair.of(Side.MENTEE)}
    return len(mentors), len(mentees), len(pairs)


def _asked() -> frozenset[str]:
    """The forms that figures come from, and the series of those that are compared."""
    sources = (source for one in indicators() for source in one.sources)
    return frozenset(source.of for source in sources if source.kind in (Kind.MEAN, Kind.YES, Kind.CHANGE))


def _surveys(unit: Unit, school: School) -> list[Survey]:
    """This year's, newest first."""
    year = occasion(school)
    return [one for one in unit.surveys.all(school.id) if one.occasion.partition(".")[0] == year]


def _evaluating(unit: Unit, school: School) -> bool:
    """Whether somebody may still tell: then nothing of it is counted, for every figure is told once."""
    last = window_of(unit, school)[1] + timedelta(days=unit.mutuals.settings(school.id).grace)
    return bool(unit.mutuals.all(school.id, occasion(school))) and school.day(unit.now) <= last


def facts_of(actor: Actor, unit: Unit) -> YearFacts:
    """Raises ProgrammeError for whoever may not read surveys at all."""
    ended = [one for one in _surveys(unit, actor.school) if not one.is_open(unit.now)]
    results, changes = _of_surveys(actor, unit, ended)
    results |= {form: found for form in MUTUAL if (found := _mutual(actor, unit, form)) is not None}
    cards = _cards(actor, unit)
    if cards is not None:
        results[CARD] = cards
    classes = unit.year_ends.classes(actor.school_id, occasion(actor.school))
    return YearFacts(results, changes, _counts(actor, unit, ended), classes)


def _of_surveys(
    actor: Actor, unit: Unit, ended: Sequence[Survey]
) -> tuple[dict[str, FormResults], dict[str, Sequence[Change]]]:
    """The last giving of each form, and of each series the last that is compared with an earlier one."""
    results: dict[str, FormResults] = {}
    changes: dict[str, Sequence[Change]] = {}
    for survey in ended:
        if survey.form_id in results or not {survey.form_id, survey.series} & _asked():
            continue
        found = outcome.released(actor, unit, survey.id)
        results[survey.form_id] = found.results
        if found.changes:
            changes.setdefault(survey.series, found.changes)
    return results, changes


def _mutual(actor: Actor, unit: Unit, form_id: str) -> FormResults | None:
    kept = unit.mutuals.sheets(actor.school_id, occasion(actor.school), form_id)
    if not kept or _evaluating(unit, actor.school):
        return None
    told = [
        Told(
            one.occasion.giver,
            one.occasion.about,
            Sheet(one.occasion.side.value, sheet.answers, f"{sheet.person_id}"),
        )
        for one, sheet in kept
    ]
    return _results(actor, unit, form_id, countable(told), [sheet for _, sheet in kept])


def _cards(actor: Actor, unit: Unit) -> FormResults | None:
    year = occasion(actor.school)
    kept = unit.year_ends.card_sheets(actor.school_id, year)
    pairs = {pair.id: pair for pair in unit.pairs.all(actor.school_id, year)}
    told = [
        (frozenset(pair.of(Side.MENTOR)), frozenset(pair.of(Side.MENTEE)), Sheet("", sheet.answers, f"{pair.id}"))
        for pair_id, sheet in kept
        if (pair := pairs.get(pair_id)) is not None
    ]
    return _results(actor, unit, CARD, countable_cards(told), [sheet for _, sheet in kept]) if kept else None


def _results(
    actor: Actor, unit: Unit, form_id: str, sheets: Sequence[Sheet], sent: Sequence[SentSheet]
) -> FormResults | None:
    form = _form(actor, unit, form_id, [one.version for one in sent])
    return results_of(form, sheets, guarded=True) if form is not None else None


def _form(actor: Actor, unit: Unit, form_id: str, versions: Sequence[str]) -> Form | None:
    """The version in force if anybody answered it, else the one most were given."""
    now = in_force(unit, actor.school_id, form_id)
    if now is not None and now.version in versions:
        return now
    return form_of(unit, form_id, max(sorted(set(versions)), key=versions.count)) if versions else now


def counts_of(actor: Actor, unit: Unit) -> Mapping[str, Count]:
    """The bot's own counts and what was entered, for those who enter."""
    actor.require(*READERS)
    return _counts(actor, unit, [one for one in _surveys(unit, actor.school) if not one.is_open(unit.now)])


def _counts(actor: Actor, unit: Unit, ended: Sequence[Survey]) -> Mapping[str, Count]:
    year = occasion(actor.school)
    pairs = unit.pairs.all(actor.school_id, year)
    mentors, mentees, of_pairs = people_of(pairs)
    bot, entered = unit.year_ends.tallied(actor.school_id, year), unit.year_ends.counts(actor.school_id, year)
    own = {name: bot.results.get(kind, 0) for name, kind in RESULT_OF.items()}
    own["retained"] = len(_staying(unit, actor.school, pairs))
    found = {
        "meetings": Count(bot.meetings, mentors + mentees),
        "tasks": Count(bot.tasks_done, mentees, bot.tasks),
        "plans": Count(bot.planned_pairs, mentees, of_pairs),
        **{name: _either(name, own[name], entered.get(name), (mentors, mentees)) for name in COUNTED},
        **{name: Count(e.value, mentees, before=e.before) for name, e in entered.items() if name in CONFLICTS},
    }
    reflection = _reflection(actor, unit, ended)
    return found | ({"reflection": reflection} if reflection else {})


def _either(name: str, counted: int, entered: Entered | None, people: tuple[int, int]) -> Count:
    """The administration's number where there is one, else the bot's own."""
    value = entered.value if entered is not None else counted
    if name == "retained":
        return Count(value, people[1], people[1], persons=True)
    return Count(value, sum(people))


def _staying(unit: Unit, school: School, pairs: Sequence[Pair]) -> frozenset[int]:
    """Mentees of the year who are here still, and not all of whose pairs ended because somebody left."""
    here = {person.id for person in unit.people.all(school.id) if _is_here(person)}
    kept = [pair for pair in pairs if pair.state is not PairState.CLOSED or pair.ending != Ending.LEFT]
    return frozenset(one for pair in kept for one in pair.of(Side.MENTEE)) & here


def _is_here(person: Person) -> bool:
    return person.approved and person.state == "active"


def _reflection(actor: Actor, unit: Unit, ended: Sequence[Survey]) -> Count | None:
    """How many of those who were asked told of the closing meeting."""
    survey = next((one for one in ended if one.form_id == REFLECTION), None)
    if survey is None:
        return None
    found = standing(actor, unit, survey.id)
    return Count(len(found.sent), found.asked, found.asked, persons=True)
