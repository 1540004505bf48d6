"""Use cases of the mentoring plan: both sides see it and change it, the mark is the mentor's.

Steps 20–22 of the programme's plan. Whoever is in the pair hears once a day that the others have changed it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from mentoring.calendar.service import calendar_of
from mentoring.errors import ProgrammeError
from mentoring.meetings.rules import Mark, Side, Subject
from mentoring.notices.rules import Audience, Notice, NoticeButton, Privacy, leaves_at
from mentoring.pairs import service as pairs
from mentoring.pairs.rules import Pair, PairState
from mentoring.people.rules import PAIR_ROLES, Actor, Person, occasion
from mentoring.plan import cards, rules
from mentoring.plan.rules import Goal, Plan, Section, State, Task
from mentoring.plan.rules_results import Result
from mentoring.plan.rules_terms import suggest
from mentoring.ports import Unit
from mentoring.ports_plan import Change
from mentoring.texts import Raw, Words, say

# The series of meetings ends with April; May is for looking back. Terms are suggested until then and can be moved.
SERIES_END = (4, 30)
TERMS = (7, 14, 30)  # days from today that are offered for a term


@dataclass(frozen=True, slots=True)
class Board:
    """A pair's plan as one reader sees it; `side` is theirs, None for those who only watch.

    `changes` are the newest first; `names` are by person, without those who are erased.
    """

    found: pairs.Shown
    plan: Plan
    side: Side | None
    results: tuple[Result, ...]
    changes: tuple[Change, ...]
    names: Mapping[int, str]
    today: date

    @property
    def open(self) -> bool:
        """Whether this reader may change it."""
        return self.side is not None and not self.plan.closed

    def last(self, task_id: int | None = None, what: str = "") -> Change | None:
        """The latest change, of one task or of one kind where that is asked for."""
        fitting = (
            one
            for one in self.changes
            if (task_id is None or one.task_id == task_id) and one.what.startswith(what)
        )
        return next(fitting, None)


def look(actor: Actor, unit: Unit, pair_id: int) -> Board:
    """For the pair and those who watch over pairs. Raises ProgrammeError("error-stale") for others."""
    found = pairs.one(actor, unit, pair_id)
    plan = unit.plans.find(actor.school_id, pair_id)
    return Board(
        found,
        in_language(_dated(actor, found.pair, plan), actor.language),
        found.pair.side_of(actor.id),
        tuple(unit.plans.results(actor.school_id, pair_id)),
        tuple(unit.plans.changes(actor.school_id, pair_id)),
        {person.id: person.name or "" for person in unit.people.all(actor.school_id)},
        today(actor, unit),
    )


def today(actor: Actor, unit: Unit) -> date:
    return actor.school.day(unit.now)


def _dated(actor: Actor, pair: Pair, plan: Plan) -> Plan:
    """A plan is for reading when its pair or its school year is over."""
    over = pair.state is PairState.CLOSED or pair.occasion != occasion(actor.school)
    return replace(plan, closed=over)


def in_language(plan: Plan, language: str) -> Plan:
    """Cards in the reader's language; what the pair wrote stays as it is."""
    known = {card.id: card for card in cards.cards(language)}
    return replace(plan, tasks=tuple(_told(task, known) for task in plan.tasks))


def _told(task: Task, known: Mapping[str, rules.Card]) -> Task:
    card = known.get(task.card_id or "")
    return replace(task, text=card.title, planned=card.result) if card else task


def ours(actor: Actor, unit: Unit, pair_id: int) -> tuple[Pair, Side]:
    """The pair and the actor's side of it. Raises ProgrammeError `error-stale`, `error-not-yours`."""
    pair = unit.pairs.find(actor.school_id, pair_id)
    side = pair.side_of(actor.id) if pair else None
    if pair is None or (side is None and not actor.has(*pairs.WATCHERS)):
        raise ProgrammeError("error-stale")
    actor.require(*PAIR_ROLES)
    if side is None:
        raise ProgrammeError("error-not-yours")
    return pair, side


def _changed(actor: Actor, unit: Unit, pair_id: int, what: str, alter: Callable[[Plan, Side], Plan]) -> Plan:
    """Change the plan, note who did it, tell the others. What changes nothing leaves no trace."""
    pair, side = ours(actor, unit, pair_id)
    before = _dated(actor, pair, unit.plans.find(actor.school_id, pair_id, changing=True))
    after = alter(before, side)
    if after == before:
        return before
    stored = unit.plans.save(before, after)
    noted(actor, unit, pair, what, *_touched(before, stored))
    return stored


def _touched(before: Plan, after: Plan) -> tuple[str, int | None]:
    """The words of the one thing that changed, and its number if it is a task; nothing where several did."""
    old: set[Task | Goal] = {*before.tasks, *before.goals}
    new: set[Task | Goal] = {*after.tasks, *after.goals}
    changed = list(new - old or old - new)
    if len(changed) != 1:
        return "", None
    return changed[0].text, changed[0].id if isinstance(changed[0], Task) else None


def noted(actor: Actor, unit: Unit, pair: Pair, what: str, about: str, task_id: int | None = None) -> None:
    """Keep who changed what, and let the others of the pair know of it, at most once on a day."""
    unit.plans.note(Change(pair.id, actor.id, unit.now, what, about, task_id))
    for person_id in pair.people:
        person = unit.people.find(actor.school_id, person_id) if person_id != actor.id else None
        if person is not None:
            unit.tell(_notice(actor, unit, pair, person))


def _notice(actor: Actor, unit: Unit, pair: Pair, person: Person) -> Notice:
    """The day is that on which it reaches them: a change at night and one next morning are one message."""
    school = actor.school
    start, end = person.quiet_from or school.quiet_from, person.quiet_to or school.quiet_to
    day = leaves_at(unit.now, school.zone, start, end).astimezone(ZoneInfo(school.zone))
    name: Words = Raw(actor.person.name) if actor.person.name else say("person-nameless")
    return Notice(
        person_id=person.id,
        key=f"plan:1:{pair.id}:{day:%Y%m%d}:{person.id}",
        text=say("notice-plan", name=name),
        buttons=(NoticeButton(say("button-plan-open"), f"plan:{pair.id}"),),
        audience=Audience.PAIR,
        privacy=Privacy.NAMED,
        about=actor.id,
    )


def tick(actor: Actor, unit: Unit, pair_id: int, card_id: str, ticked: bool) -> Plan:
    """Take a ready card into the plan, or out of it; in the school's language, as it will be printed."""
    card = next((one for one in cards.cards(actor.school.language) if one.id == card_id), None)
    if card is None:
        raise ProgrammeError("error-stale")
    if ticked:
        return _changed(actor, unit, pair_id, "task_added", lambda plan, _: rules.tick(plan, card, 0))
    return _changed(actor, unit, pair_id, "task_dropped", lambda plan, _: rules.untick(plan, card_id))


def suggest_terms(actor: Actor, unit: Unit, pair_id: int, until: tuple[int, int] = SERIES_END) -> Plan:
    """Give every open task without a term one, evenly over the school days until the end of the series."""
    days, first = calendar_of(unit, actor.school), today(actor, unit) + timedelta(days=1)
    year_end = actor.school.year_end
    series = date(year_end.year, *until)
    last = series if first <= series <= year_end else year_end
    order = cards.order()
    return _changed(actor, unit, pair_id, "terms", lambda plan, _: suggest(plan, order, first, last, days))


def set_goal(actor: Actor, unit: Unit, pair_id: int, text: str, subject: Subject, goal_id: int = 0) -> Plan:
    """A new goal, or other words for the one with that number."""
    what = "goal_changed" if goal_id else "goal_added"

    def alter(plan: Plan, _: Side) -> Plan:
        if goal_id and all(goal.id != goal_id or goal.dropped for goal in plan.goals):
            raise ProgrammeError("error-stale")
        return rules.set_goal(plan, goal_id, text, subject)

    return _changed(actor, unit, pair_id, what, alter)


def drop_goal(actor: Actor, unit: Unit, pair_id: int, goal_id: int) -> Plan:
    return _changed(actor, unit, pair_id, "goal_dropped", lambda plan, _: rules.drop_goal(plan, goal_id))


def add_task(actor: Actor, unit: Unit, pair_id: int, section: Section, subject: Subject, text: str) -> Plan:
    """A task in the pair's own words; what follows its first line is the result they expect."""
    first, _, rest = text.strip().partition("\n")
    task = Task(0, section, subject, first, " ".join(rest.split()))
    return _changed(actor, unit, pair_id, "task_added", lambda plan, _: rules.add_own(plan, task))


def move(actor: Actor, unit: Unit, pair_id: int, task_id: int, state: State) -> Plan:
    return _changed(actor, unit, pair_id, f"state_{state}", lambda plan, _: rules.move(plan, task_id, state))


def set_term(actor: Actor, unit: Unit, pair_id: int, task_id: int, term: date) -> Plan:
    year = (actor.school.year_start, actor.school.year_end)
    return _changed(actor, unit, pair_id, "term", lambda plan, _: rules.set_term(plan, task_id, term, year))


def terms_offered(actor: Actor, unit: Unit) -> tuple[date, ...]:
    """School days some way ahead within the school year, for one tap."""
    days, day = calendar_of(unit, actor.school), today(actor, unit)
    ahead = (days.next_school_day(day + timedelta(days=n), include=True) for n in TERMS)
    return tuple(term for term in ahead if term <= actor.school.year_end)


def set_actual(actor: Actor, unit: Unit, pair_id: int, task_id: int, text: str) -> Plan:
    return _changed(actor, unit, pair_id, "actual", lambda plan, _: rules.set_actual(plan, task_id, text))


def set_mark(actor: Actor, unit: Unit, pair_id: int, task_id: int, text: str) -> Plan:
    """The mentor's alone. Raises ProgrammeError `error-plan-mark` for a mentee."""
    return _changed(actor, unit, pair_id, "mark", lambda plan, side: rules.set_mark(plan, task_id, side, text))


def progress(actor: Actor, unit: Unit, pair_id: int, meeting_id: int, marks: Iterable[tuple[int, Mark]]) -> Plan:
    """What a check-in of the actor's says of the tasks; the same meeting told of again replaces what was said."""
    said, on = list(marks), today(actor, unit)
    return _changed(actor, unit, pair_id, "meeting", lambda plan, _: rules.progress(plan, said, meeting_id, on))
