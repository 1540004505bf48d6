"""Use cases of meetings: answer, move, call off; one's own list and the curator's. Proposing is beside.

Step 21 of the programme's plan and "Организация хода наставнического взаимодействия".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from mentoring.calendar.service import calendar_of
from mentoring.errors import ProgrammeError
from mentoring.meetings.rules import File, Meeting, State
from mentoring.meetings.rules_list import Stand, ordered, stand
from mentoring.meetings.rules_meeting import Event, apply
from mentoring.meetings.rules_settle import settle
from mentoring.meetings.telling import Scene, calendar_file, put
from mentoring.meetings.wording import local
from mentoring.notices.rules import NoticeFile
from mentoring.pairs import service as pairs
from mentoring.pairs.rules import Pair, PairState
from mentoring.people.rules import PAIR_ROLES, Actor, Person, School
from mentoring.ports import Unit
from mentoring.texts import Words, say

# What an old button meets: the fresh meeting is shown with a word why, nothing has been lost.
OUTDATED = frozenset(
    {
        "error-meeting-stale",
        "error-meeting-over",
        "error-meeting-slot-past",
        "error-meeting-slot-other",
        "error-checkin-closed",
    }
)


@dataclass(frozen=True, slots=True)
class Done:
    """The meeting as it is now; `file` for the calendar of whoever pressed; `stale` why the press did nothing."""

    meeting: Meeting
    file: NoticeFile | None = None
    stale: Words | None = None
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """A meeting as one reader sees it; `stand` is None for those who only watch over pairs."""

    meeting: Meeting
    people: Mapping[int, Person]
    stand: Stand | None


def scene_of(unit: Unit, school: School) -> Scene:
    return Scene(school, calendar_of(unit, school), {one.id: one for one in unit.people.all(school.id)})


@contextmanager
def on_the_clock(school: School) -> Iterator[None]:
    """Refusals name moments as the school's clock shows them."""
    try:
        yield
    except ProgrammeError as error:
        raise ProgrammeError(error.key, **_localised(error, school)) from error


def _localised(error: ProgrammeError, school: School) -> dict[str, object]:
    return {
        name: local(one, school.zone) if isinstance(one, datetime) else one for name, one in error.params.items()
    }


def pair_of(actor: Actor, unit: Unit, pair_id: int) -> Pair:
    """The actor's own pair, while it goes on. Raises ProgrammeError `error-stale`, `error-pair-closed`."""
    actor.require(*PAIR_ROLES)
    pair = unit.pairs.find(actor.school_id, pair_id)
    if pair is None or pair.side_of(actor.id) is None:
        raise ProgrammeError("error-stale")
    if pair.state is PairState.CLOSED:
        raise ProgrammeError("error-pair-closed")
    return pair


def ours(actor: Actor, unit: Unit, meeting_id: int, *, changing: bool = False) -> Meeting:
    """A meeting of the actor's. Raises ProgrammeError("error-stale") for any other."""
    meeting = unit.meetings.find(actor.school_id, meeting_id, changing=changing)
    if meeting is None or meeting.of(actor.id) is None:
        raise ProgrammeError("error-stale")
    return meeting


def act(actor: Actor, unit: Unit, meeting_id: int, event: Event) -> Done:
    """An answer to a meeting. Raises ProgrammeError as `rules_meeting.apply` does; what an old button meets is
    no error: the meeting as it is comes back with a word why.
    """
    scene = scene_of(unit, actor.school)
    meeting = ours(actor, unit, meeting_id, changing=True)
    try:
        with on_the_clock(actor.school):
            turn = apply(meeting, event, actor.id, unit.now, scene.days)
    except ProgrammeError as error:
        return outdated(unit, scene, meeting, error)
    file = put(unit, scene, meeting, turn, actor.id)
    return Done(turn.meeting, file, changed=turn.meeting != meeting)


def outdated(unit: Unit, scene: Scene, meeting: Meeting, error: ProgrammeError) -> Done:
    """What has become of the meeting meanwhile. Raises whatever is no old button's fault."""
    if error.key not in OUTDATED:
        raise error
    params = {name: value for name, value in error.params.items() if name != "state"}
    return Done(settle(meeting, unit.now, scene.days).meeting, stale=say(error.key, **params))


def look(actor: Actor, unit: Unit, meeting_id: int) -> Card:
    """For its people and those who watch over pairs, who see of it no more than its kind, day and state."""
    meeting = unit.meetings.find(actor.school_id, meeting_id)
    if meeting is None or (meeting.of(actor.id) is None and not actor.has(*pairs.WATCHERS)):
        raise ProgrammeError("error-stale")
    return _cards(actor, unit, [meeting])[0]


def _cards(actor: Actor, unit: Unit, meetings: Sequence[Meeting]) -> list[Card]:
    scene = scene_of(unit, actor.school)
    now = [settle(one, unit.now, scene.days).meeting for one in meetings]
    return [
        Card(one, scene.people, stand(one, actor.id, unit.now) if one.of(actor.id) else None)
        for one in ordered(now, actor.id, unit.now)
    ]


def mine(actor: Actor, unit: Unit) -> list[Card]:
    """The actor's meetings of this school year's pairs, what waits for a word of theirs first."""
    own = [one.id for one in unit.pairs.of_person(actor.school_id, actor.id)]
    found = unit.meetings.of_pairs(actor.school_id, own) if own else ()
    return _cards(actor, unit, [one for one in found if one.of(actor.id)])


def of_pair(actor: Actor, unit: Unit, pair_id: int) -> list[Card]:
    """For the pair and those who watch over it."""
    pair = pairs.one(actor, unit, pair_id).pair
    return _cards(actor, unit, unit.meetings.of_pairs(actor.school_id, [pair.id]))


def pressing(actor: Actor, unit: Unit) -> Card | None:
    """What belongs on top of the menu: a word that is waited for, or else the next meeting."""
    return next(
        (one for one in mine(actor, unit) if one.stand in (Stand.ANSWER, Stand.CHECKIN, Stand.COMING)), None
    )


def file_again(actor: Actor, unit: Unit, meeting_id: int) -> Done:
    """The calendar file once more. Raises ProgrammeError `error-meeting-over` without an agreed time to come."""
    meeting = ours(actor, unit, meeting_id)
    if meeting.state is not State.AGREED or meeting.logged:
        raise ProgrammeError("error-meeting-over")
    scene = scene_of(unit, actor.school)
    return Done(meeting, calendar_file(unit, scene, meeting, meeting, actor.id, File.REQUEST))
