"""Use cases after a meeting: the check-in, a meeting outside the bot, whether to go on.

A check-in is owed to nobody: it takes two taps, may be passed over with one, and what is private stays private.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from uuid import uuid4

from mentoring.calendar.service import calendar_of
from mentoring.errors import ProgrammeError
from mentoring.meetings.rules import PLACED, CheckIn, Mark, Meeting, Slot, State, Turn
from mentoring.meetings.rules_checkin import Check, Outside, check_in, log
from mentoring.meetings.rules_days import at_clock
from mentoring.meetings.rules_fit import Consequence, Fit, answer, latest, wants_another
from mentoring.meetings.rules_kinds import SHIPPED, Kind, suggested
from mentoring.meetings.rules_list import counted_for_all
from mentoring.meetings.rules_offer import New
from mentoring.meetings.service import Done, on_the_clock, ours, outdated, pair_of, scene_of
from mentoring.meetings.telling import Scene, put, tell
from mentoring.meetings.wording import local
from mentoring.notices.rules import Audience, Notice, NoticeButton, Privacy
from mentoring.pairs.rules import Pair
from mentoring.people.rules import Actor, Role
from mentoring.plan import service as plans
from mentoring.plan.rules import OPEN, Task
from mentoring.ports import Unit
from mentoring.texts import say

NOON = time(12)  # when a meeting of an earlier day is put down, nobody being asked for the hour


def check(actor: Actor, unit: Unit, meeting_id: int, revision: int, answers: CheckIn) -> Done:
    """The actor's word on the meeting, or one more piece of it. Raises ProgrammeError as `check_in` does; an old
    button's press brings the meeting as it is.
    """
    scene = scene_of(unit, actor.school)
    meeting = ours(actor, unit, meeting_id, changing=True)
    try:
        with on_the_clock(actor.school):
            turn = check_in(meeting, Check(revision, answers), actor.id, unit.now, scene.days)
    except ProgrammeError as error:
        return outdated(unit, scene, meeting, error)
    put(unit, scene, meeting, turn, actor.id)
    return Done(turn.meeting, changed=turn.meeting != meeting)


def open_tasks(actor: Actor, unit: Unit, meeting_id: int) -> tuple[Task, ...]:
    """The tasks of the pair's plan that can be told of, those first that this meeting was said to be about."""
    meeting = ours(actor, unit, meeting_id)
    board = plans.look(actor, unit, meeting.pair_id)
    marked = dict((meeting.checkin(actor.id) or CheckIn()).tasks or ())
    return tuple(one for one in board.plan.tasks if one.state in OPEN or one.id in marked) if board.open else ()


def mark_task(actor: Actor, unit: Unit, meeting_id: int, revision: int, task_id: int, mark: Mark) -> Done:
    """How a task of the plan stands after the meeting: kept with the check-in and in the plan."""
    meeting = ours(actor, unit, meeting_id)
    if task_id not in {one.id for one in open_tasks(actor, unit, meeting_id)}:
        raise ProgrammeError("error-stale")
    former = dict((meeting.checkin(actor.id) or CheckIn()).tasks or ())
    marks = tuple({**former, task_id: mark}.items())
    done = check(actor, unit, meeting_id, revision, CheckIn(tasks=marks))
    if done.stale is None:
        plans.progress(actor, unit, meeting.pair_id, meeting_id, [(task_id, mark)])
    return done


def log_outside(actor: Actor, unit: Unit, pair_id: int, day: date) -> Done:
    """A meeting that nobody planned here. Raises ProgrammeError as `rules_checkin.log` does, and
    `error-log-known` when that day has a meeting of the pair already.
    """
    pair, scene = pair_of(actor, unit, pair_id), scene_of(unit, actor.school)
    held = unit.meetings.of_pairs(actor.school_id, [pair_id])
    if any(_on_day(one, day, scene) for one in held):
        raise ProgrammeError("error-log-known")
    kind = suggested(counted_for_all(held, pair.people)) or Kind.SERIES
    with on_the_clock(actor.school):
        turn = log(_new(pair, kind), actor.id, Outside(_slot(actor, unit, day, kind)), unit.now)
    stored = unit.meetings.add(actor.school_id, turn.meeting)
    tell(unit, scene, stored, Turn(stored, turn.wanted), actor.id)
    return Done(stored, changed=True)


def _new(pair: Pair, kind: Kind) -> New:
    return New(0, uuid4().hex, pair.id, kind, tuple((one.person_id, one.side) for one in pair.members))


def _on_day(meeting: Meeting, day: date, scene: Scene) -> bool:
    stands = meeting.state in PLACED | {State.AGREED} and meeting.state not in (State.NOT_HELD, State.DENIED)
    return stands and meeting.time is not None and scene.days.local_day(meeting.time.start) == day


def _slot(actor: Actor, unit: Unit, day: date, kind: Kind) -> Slot:
    """Today's has just ended; of an earlier day the hour is not asked for."""
    length = timedelta(minutes=SHIPPED[kind].minutes)
    if day == local(unit.now, actor.school.zone).date():
        return Slot(unit.now - length, unit.now)
    start: datetime = at_clock(calendar_of(unit, actor.school), day, NOON)
    return Slot(start, start + length)


def fit_of(actor: Actor, unit: Unit, meeting_id: int) -> Fit | None:
    """The actor's own answer. Nobody reads another's."""
    meeting = ours(actor, unit, meeting_id)
    own = latest(unit.fits.of_meetings([meeting.id]).get(meeting.id, ())).get(actor.id)
    return own.fit if own else None


def give_fit(actor: Actor, unit: Unit, meeting_id: int, fit: Fit) -> tuple[Consequence, ...]:
    """Keep it and do what follows; the other side hears nothing. Raises ProgrammeError as `rules_fit.answer`."""
    meeting = ours(actor, unit, meeting_id)
    kept, follows = answer(meeting, actor.id, fit, unit.now)
    unit.fits.keep(meeting.id, kept)
    unit.meetings.sleep(meeting.id, unit.now)  # whoever is still deciding is asked again
    if Consequence.CURATOR_NO_FIT in follows:
        _tell_curators(actor, unit, meeting, "fit-mentor")
    return follows


def ask_another(actor: Actor, unit: Unit, meeting_id: int) -> None:
    """The mentee takes the offer of another mentor. Raises ProgrammeError("error-fit-unsaid") without a no."""
    meeting = ours(actor, unit, meeting_id)
    wants_another(unit.fits.of_meetings([meeting.id]).get(meeting.id, ()), actor.id)
    _tell_curators(actor, unit, meeting, "fit-another")


def _tell_curators(actor: Actor, unit: Unit, meeting: Meeting, rule: str) -> None:
    scene = scene_of(unit, actor.school)
    for curator in unit.people.with_role(actor.school_id, Role.CURATOR):
        unit.tell(
            Notice(
                person_id=curator.id,
                key=f"{rule}:1:{meeting.id}:{actor.id}:{curator.id}",
                text=say(
                    f"notice-{rule}", name=scene.names([actor.id]), names=scene.names(meeting.others(actor.id))
                ),
                buttons=(NoticeButton(say("button-pair"), f"pair:{meeting.pair_id}"),),
                audience=Audience.CURATOR,
                privacy=Privacy.NAMED,
                about=actor.id,
            )
        )
