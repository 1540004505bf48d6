"""Use cases of the mutual evaluation: what somebody still tells, what was given, who reads it, what both show."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from mentoring.consent.rules import ConsentKind, holds
from mentoring.errors import ProgrammeError
from mentoring.evaluation import rules
from mentoring.evaluation.rules import Progress, Settings, State, check_answerable, is_asked, progress, state_on
from mentoring.evaluation.rules_seal import Part, Releases, Viewer, visible
from mentoring.notices.rules import Audience, Notice, NoticeButton, Privacy
from mentoring.pairs.rules import Pair
from mentoring.people.rules import Actor, Person, PersonState, Role, School, occasion
from mentoring.ports import Unit
from mentoring.ports_evaluation import Asked
from mentoring.questionnaires.library import form_of
from mentoring.questionnaires.opening import open_apart
from mentoring.questionnaires.rules_ask import ask
from mentoring.questionnaires.rules_state import Answer, Item, Review
from mentoring.questionnaires.rules_state import State as Filling
from mentoring.questionnaires.view import View
from mentoring.roadmap.rules import Mark, Window
from mentoring.texts import Raw, say

WATCHERS = (Role.CURATOR, Role.DIRECTOR, Role.DEPUTY, Role.PSYCHOLOGIST)
LONGEST = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Standing:
    """One occasion as it stands today."""

    asked: Asked
    state: State
    giver: Person
    about: Person


def standings(unit: Unit, school: School) -> list[Standing]:
    """All occasions of the school year, by pair."""
    kept = unit.mutuals.all(school.id, occasion(school))
    if not kept:
        return []
    people = {person.id: person for person in unit.people.all(school.id)}
    gone, void = gone_of(unit, school, people), void_pairs(unit, school)
    settings, day = unit.mutuals.settings(school.id), school.day(unit.now)
    return [
        Standing(one, _state(one, school, day, gone, void, settings), people[giver], people[about])
        for one in kept
        for giver, about in [(one.occasion.giver, one.occasion.about)]
    ]


def gone_of(unit: Unit, school: School, people: Mapping[int, Person]) -> frozenset[int]:
    """Who takes part no more: their consent was taken back, or they were never let in."""
    decisions = unit.consents.of_school(school.id)
    return frozenset(one.id for one in people.values() if not _takes_part(one, decisions.get(one.id, ())))


def _takes_part(person: Person, decisions: Collection[object]) -> bool:
    here = person.approved and person.state == PersonState.ACTIVE
    return here and holds(list(decisions), ConsentKind.PARTICIPATION)  # type: ignore[arg-type]


def void_pairs(unit: Unit, school: School) -> Mapping[int, Pair]:
    """Pairs that ended in a way after which nobody is asked."""
    settings = unit.mutuals.settings(school.id)
    pairs = unit.pairs.all(school.id, occasion(school))
    return {pair.id: pair for pair in pairs if not is_asked(pair, settings)}


def _state(
    asked: Asked, school: School, day: date, gone: Collection[int], void: Collection[int], settings: Settings
) -> State:
    given = school.day(asked.sent_at) if asked.sent_at else None
    left = {*gone, asked.occasion.giver} if asked.occasion.pair_id in void else gone
    return state_on(asked.occasion, day, given, left, settings.grace)


def mine(actor: Actor, unit: Unit) -> list[Standing]:
    """What the actor was asked this year: what is left first, void ones left out."""
    if not unit.mutuals.of_giver(actor.id, occasion(actor.school)):
        return []
    own = [
        one for one in standings(unit, actor.school) if one.giver.id == actor.id and one.state is not State.VOID
    ]
    return sorted(own, key=lambda one: (one.state not in rules.ANSWERABLE, one.asked.id))


def waiting(actor: Actor, unit: Unit) -> list[Standing]:
    """What the actor can still give."""
    return [one for one in mine(actor, unit) if one.state in rules.ANSWERABLE]


def open_mutual(actor: Actor, unit: Unit, row_id: int) -> View:
    """Begin or go on with it. Raises ProgrammeError as `check_answerable`, `error-stale` for another's."""
    one = next((found for found in standings(unit, actor.school) if found.asked.id == row_id), None)
    if one is None or one.giver.id != actor.id:
        raise ProgrammeError("error-stale")
    check_answerable(one.state)
    return open_apart(actor, unit, one.asked.occasion.form, one.asked.sheet)


# --- between the two ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Between:
    """What the actor may see of one they told of: whether their own is given and shown, what came back."""

    own: Standing
    thanks: str
    opened: bool


def between(actor: Actor, unit: Unit, row_id: int) -> Between:
    own = next((one for one in standings(unit, actor.school) if one.asked.id == row_id), None)
    if own is None or own.giver.id != actor.id:
        raise ProgrammeError("error-stale")
    other = unit.mutuals.mirror(own.asked)
    parts = _parts(actor, unit, other) if other is not None else frozenset()
    thanks = thanks_of(unit, other) if other is not None and Part.THANKS in parts else ""
    return Between(own, thanks, Part.CONTENT in parts)


def release(actor: Actor, unit: Unit, row_id: int) -> Between:
    """Show one's own answers to the other, if the other does the same; it is not taken back."""
    found = between(actor, unit, row_id)
    if found.own.asked.sent_at is None:
        raise ProgrammeError("error-mutual-not-given")
    unit.mutuals.release(row_id)
    after = between(actor, unit, row_id)
    if after.opened and not found.own.asked.released:
        _tell_opened(actor, unit, after)
    return after


def _tell_opened(actor: Actor, unit: Unit, found: Between) -> None:
    """The one who had waited for it hears that both show their answers now."""
    other = unit.mutuals.mirror(found.own.asked)
    if other is not None:
        unit.tell(
            Notice(
                person_id=other.occasion.giver,
                key=f"mutual-shown:1:{other.id}:1:{other.occasion.giver}",
                text=say("notice-mutual-shown", names=Raw(actor.person.name or "")),
                buttons=(NoticeButton(say("button-look"), f"mu.one:{other.id}"),),
                audience=Audience.PAIR,
                privacy=Privacy.NAMED,
                about=actor.id,
            )
        )


def thanks_of(unit: Unit, asked: Asked) -> str:
    """The words that the giver passes on, empty where there are none."""
    found = unit.mutuals.answers(asked)
    answers = found[1] if found else {}
    return (answers.get("thanks") or "") if answers.get("pass_thanks") == "yes" else ""


def _parts(actor: Actor, unit: Unit, asked: Asked) -> frozenset[Part]:
    viewer = Viewer(actor.id, actor.person.roles if actor.person.approved else frozenset())
    return visible(viewer, asked.occasion, unit.mutuals.settings(actor.school_id), releases(unit, asked))


def releases(unit: Unit, asked: Asked) -> Releases:
    """Of an occasion and its mirror: all that decides on what is seen of it."""
    both = [one for one in (asked, unit.mutuals.mirror(asked)) if one is not None and one.sent_at]
    return Releases(
        frozenset(one.occasion.key for one in both),
        frozenset(one.occasion.key for one in both if one.released),
        frozenset(one.occasion.key for one in both if thanks_of(unit, one)),
    )


@dataclass(frozen=True, slots=True)
class Content:
    """Given answers in words."""

    standing: Standing
    title: str
    items: tuple[Item, ...]


def content(actor: Actor, unit: Unit, row_id: int) -> Content:
    """For whoever may read it. Raises ProgrammeError: `error-stale`, `error-mutual-sealed`."""
    one = next((found for found in standings(unit, actor.school) if found.asked.id == row_id), None)
    given = unit.mutuals.answers(one.asked) if one is not None else None
    if one is None or (given is None and one.giver.id != actor.id):
        raise ProgrammeError("error-mutual-sealed")
    if given is None or Part.CONTENT not in _parts(actor, unit, one.asked):
        raise ProgrammeError("error-mutual-sealed")
    form = form_of(unit, one.asked.occasion.form, given[0])
    said = {name: Answer(value, value is None) for name, value in given[1].items()}
    shown = ask(
        form, Filling(said, started=True), unit.now.astimezone(ZoneInfo(actor.school.zone)), actor.language
    )
    items = shown.items if isinstance(shown, Review) else ()
    return Content(one, form.title.within(actor.language), tuple(item for item in items if item.text))


def content_of_other(actor: Actor, unit: Unit, row_id: int) -> Content:
    """What the other told of the actor, by the actor's own occasion."""
    own = between(actor, unit, row_id).own
    other = unit.mutuals.mirror(own.asked)
    if other is None:
        raise ProgrammeError("error-mutual-sealed")
    return content(actor, unit, other.id)


# --- the curator's side -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Overview:
    """`readable` are the rows whose content the actor may read; `open` says whether anything can still be given.

    `window` are the first and last day; `movable` False once late answers are taken no more.
    """

    settings: Settings
    window: tuple[date, date]
    progress: Progress
    rows: tuple[Standing, ...]
    readable: frozenset[int]
    day: date
    movable: bool


def overview(actor: Actor, unit: Unit) -> Overview:
    actor.require(*WATCHERS)
    settings, day = unit.mutuals.settings(actor.school_id), actor.school.day(unit.now)
    rows = tuple(standings(unit, actor.school))
    window = window_of(unit, actor.school)
    readable = {
        one.asked.id for one in rows if one.asked.sent_at and Part.CONTENT in _parts(actor, unit, one.asked)
    }
    movable = day <= window[1] + timedelta(days=settings.grace)
    states = progress(one.state for one in rows)
    return Overview(settings, window, states, rows, frozenset(readable), day, movable)


def window_of(unit: Unit, school: School) -> tuple[date, date]:
    return unit.mutuals.settings(school.id).window.in_year(school.year_start.year)


def move(actor: Actor, unit: Unit, first: date, last: date) -> Overview:
    """Other days for the window; what is over stays over, for its figures were seen.

    Raises ProgrammeError: `error-mutual-over`, `error-mutual-window` with the most days it may be long.
    """
    actor.require(Role.CURATOR)
    before = overview(actor, unit)
    if not before.movable:
        raise ProgrammeError("error-mutual-over")
    year = (actor.school.year_start, actor.school.year_end)
    if not (first <= last and before.day <= last and year[0] <= first and last <= year[1]):
        raise ProgrammeError("error-mutual-window", most=LONGEST.days)
    if last - first > LONGEST:
        raise ProgrammeError("error-mutual-window", most=LONGEST.days)
    window = Window(Mark(first.month, first.day), Mark(last.month, last.day))
    unit.mutuals.keep_settings(actor.school_id, replace(before.settings, window=window), unit.now)
    unit.mutuals.move(actor.school_id, occasion(actor.school), first, last)
    return overview(actor, unit)


def open_now(actor: Actor, unit: Unit) -> Overview:
    """From today for two weeks, or until the end that it had, whichever is later."""
    actor.require(Role.CURATOR)
    day = actor.school.day(unit.now)
    return move(actor, unit, day, day + timedelta(days=14))


def set_readers(actor: Actor, unit: Unit, readers: Collection[Role]) -> Overview:
    """Who reads what is given from now on; what people were promised before holds for them.

    Raises ProgrammeError as `rules.checked`.
    """
    actor.require(Role.CURATOR)
    settings = unit.mutuals.settings(actor.school_id)
    changed = rules.checked(replace(settings, readers=frozenset(readers)))
    unit.mutuals.keep_settings(actor.school_id, changed, unit.now)
    return overview(actor, unit)
