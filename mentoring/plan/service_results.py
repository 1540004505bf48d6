"""Use cases of interim results: an open lesson, a project, a method, a publication, with links and files.

Step 22 of the programme's plan; stage 5 of the mechanism.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from mentoring.errors import ProgrammeError
from mentoring.pairs import service as pairs
from mentoring.pairs.rules import Pair, PairState
from mentoring.people.rules import Actor, occasion
from mentoring.plan import rules_results
from mentoring.plan.rules_results import Result, ResultKind, checked
from mentoring.plan.service import noted, ours, today
from mentoring.ports import Unit
from mentoring.ports_questionnaires import KeptFile
from mentoring.questionnaires.service import NAME_LIMIT, Given


def _writable(actor: Actor, unit: Unit, pair_id: int) -> Pair:
    pair, _ = ours(actor, unit, pair_id)
    if pair.state is PairState.CLOSED or pair.occasion != occasion(actor.school):
        raise ProgrammeError("error-plan-closed")
    return pair


def _result(actor: Actor, unit: Unit, pair_id: int, result_id: int) -> Result:
    every = unit.plans.results(actor.school_id, pair_id)
    found = next((one for one in every if one.id == result_id), None)
    if found is None:
        raise ProgrammeError("error-stale")
    return found


def add_result(actor: Actor, unit: Unit, pair_id: int, kind: ResultKind, title: str) -> Result:
    """Of today; another day, links and files are added afterwards. Raises ProgrammeError `error-result-title`."""
    pair, day = _writable(actor, unit, pair_id), today(actor, unit)
    kept = unit.plans.keep_result(checked(Result(0, pair_id, kind, title, day, actor.id), day))
    noted(actor, unit, pair, "result_added", kept.title)
    return kept


def _altered(actor: Actor, unit: Unit, pair_id: int, result_id: int, alter: Callable[[Result], Result]) -> Result:
    pair = _writable(actor, unit, pair_id)
    unit.plans.find(actor.school_id, pair_id, changing=True)  # two files at the same moment wait for each other
    before = _result(actor, unit, pair_id, result_id)
    after = alter(before)
    if after != before:
        unit.plans.keep_result(after)
        noted(actor, unit, pair, "result_changed", after.title)
    return after


def set_day(actor: Actor, unit: Unit, pair_id: int, result_id: int, on: date) -> Result:
    """Raises ProgrammeError `error-result-future`."""
    day = today(actor, unit)
    return _altered(actor, unit, pair_id, result_id, lambda one: checked(replace(one, on=on), day))


def add_link(actor: Actor, unit: Unit, pair_id: int, result_id: int, address: str) -> Result:
    """Raises ProgrammeError `error-result-link`, `error-result-many`."""
    return _altered(actor, unit, pair_id, result_id, lambda one: rules_results.with_link(one, address))


def add_file(actor: Actor, unit: Unit, pair_id: int, result_id: int, given: Given) -> Result:
    """The file stays with the messenger; here is kept where. Raises ProgrammeError `error-result-many`."""

    def alter(one: Result) -> Result:
        rules_results.with_file(one, "")  # full: before anything is kept
        where = (given.medium, given.reference, given.name[:NAME_LIMIT], given.size)
        kept = unit.submissions.keep_file(actor.id, *where, unit.now)
        return rules_results.with_file(one, str(kept.id))

    return _altered(actor, unit, pair_id, result_id, alter)


def files(actor: Actor, unit: Unit, pair_id: int, result_id: int) -> tuple[KeptFile, ...]:
    """For whoever may see the plan."""
    pairs.one(actor, unit, pair_id)
    found = _result(actor, unit, pair_id, result_id)
    kept = (unit.submissions.file(actor.school_id, int(one)) for one in found.files)
    return tuple(one for one in kept if one is not None)


def drop_result(actor: Actor, unit: Unit, pair_id: int, result_id: int) -> None:
    """By whoever added it. Raises ProgrammeError `error-result-not-yours`."""
    pair = _writable(actor, unit, pair_id)
    found = _result(actor, unit, pair_id, result_id)
    if found.by != actor.id:
        raise ProgrammeError("error-result-not-yours")
    unit.plans.drop_result(found)
    noted(actor, unit, pair, "result_dropped", found.title)
