"""The tick of meetings: what time alone has settled, and what it makes worth saying.

A meeting is looked at when something about it has changed, and at the moment that it then names as its next. What
is said is worked out from what the meeting is by then, so a moved one cannot be reminded of at its old time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from mentoring.calendar.rules_leave import TOO_SHORT
from mentoring.meetings import rules_fit, wording
from mentoring.meetings.rules import Meeting, Side, Turn
from mentoring.meetings.rules_due import Due, Rule, due, wakes_at
from mentoring.meetings.rules_fit import FitAnswer
from mentoring.meetings.rules_meeting import call_off
from mentoring.meetings.rules_pause import paused
from mentoring.meetings.rules_settle import settle
from mentoring.meetings.service import scene_of
from mentoring.meetings.telling import Scene, asking, checking, put
from mentoring.notices.rules import Audience, Importance, Notice, NoticeButton, Privacy
from mentoring.pairs.rules import Pair, PairState
from mentoring.ports import Unit
from mentoring.texts import say

PAGE = 200
# These are about a day that people have chosen themselves: they wait for no school day and share no message.
_ITS_OWN = frozenset({Rule.EVE, Rule.SHORTLY, Rule.CHECKIN})


def tick(unit: Unit) -> None:
    """Settle what time has ended, then say what is due, of every school's meetings that need a look."""
    scenes, after = _Scenes(unit), 0
    while page := unit.meetings.awake(PAGE, after):
        pairs = unit.pairs.numbered({meeting.pair_id for _, meeting in page})
        answers = unit.fits.of_meetings(meeting.id for _, meeting in page)
        for school_id, meeting in page:
            said = answers.get(meeting.id, ())
            _look(unit, scenes.of(school_id), meeting, pairs.get(meeting.pair_id), said)
        after = page[-1][1].id


class _Scenes:
    """Each school's people and days, read once a tick."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._known: dict[int, Scene] = {}

    def of(self, school_id: int) -> Scene:
        if school_id not in self._known:
            self._known[school_id] = scene_of(self._unit, self._unit.schools.get(school_id))
        return self._known[school_id]


def _look(unit: Unit, scene: Scene, meeting: Meeting, pair: Pair | None, answers: Sequence[FitAnswer]) -> None:
    turn = _turned(meeting, pair, scene, unit.now)
    put(unit, scene, meeting, turn, None)
    meeting = turn.meeting
    found = due(meeting, unit.now, scene.days)
    moments = [wakes_at(meeting, unit.now, scene.days)]
    if pair is not None and pair.state is PairState.ACTIVE:  # nobody is asked of a pair that has ended
        found += rules_fit.due(meeting, answers, unit.now, scene.days)
        moments.append(rules_fit.wakes_at(meeting, answers, unit.now, scene.days))
    _say_all(unit, scene, meeting, found)
    unit.meetings.sleep(meeting.id, min((at for at in moments if at is not None), default=None))


def _turned(meeting: Meeting, pair: Pair | None, scene: Scene, now: datetime) -> Turn:
    """A pair that rests or has ended calls off what was to come."""
    turn = settle(meeting, now, scene.days)
    return turn if not turn.meeting.live or _stands(meeting, pair, scene) else call_off(meeting, now)


def _stands(meeting: Meeting, pair: Pair | None, scene: Scene) -> bool:
    """Whether its pair goes on, does not rest on that day, and there is somebody on either side."""
    if pair is None or pair.state is not PairState.ACTIVE:
        return False
    slots = (meeting.time,) if meeting.time else meeting.slots
    resting = all(paused(pair.pauses, scene.days.local_day(slot.start)) for slot in slots)
    return not resting and {one.side for one in meeting.participants} == set(Side)


def _say_all(unit: Unit, scene: Scene, meeting: Meeting, found: Sequence[Due]) -> None:
    for one in found:
        if one.person_id in scene.people and not unit.said(one.once):
            unit.tell(_notice(scene, meeting, one))


def _notice(scene: Scene, meeting: Meeting, one: Due) -> Notice:
    others = list(meeting.others(one.person_id))
    own = one.rule in _ITS_OWN
    return Notice(
        person_id=one.person_id,
        key=one.once,
        text=say(
            one.key,
            kind=wording.kind(meeting.kind),
            names=scene.names(others),
            times=wording.when_and_where(meeting, scene.school.zone),
        ),
        buttons=_BUTTONS[one.rule](meeting),
        audience=Audience.PAIR,
        privacy=Privacy.NAMED,
        urgent=own,
        bundled=not own,
        about=others[0] if len(others) == 1 else None,
        importance=Importance.DEADLINE if one.rule is Rule.UNANSWERED else Importance.REMINDER,
        due_at=one.due_at,
        expires_at=one.expires_at - TOO_SHORT if one.rule is Rule.SHORTLY else one.expires_at,
    )


def _card(meeting: Meeting) -> tuple[NoticeButton, ...]:
    return (NoticeButton(say("button-meeting"), f"mt:{meeting.id}"),)


def _before(meeting: Meeting) -> tuple[NoticeButton, ...]:
    end = f"{meeting.id}:{meeting.revision}"
    return (*_card(meeting), NoticeButton(say("button-move"), f"mp.re:{end}"))


def _checkin(meeting: Meeting) -> tuple[NoticeButton, ...]:
    skip = NoticeButton(say("button-pass-over"), f"ci.skip:{meeting.id}:{meeting.revision}")
    return (*checking(meeting), skip)


def _fit(meeting: Meeting) -> tuple[NoticeButton, ...]:
    return (NoticeButton(say("button-fit"), f"ft:{meeting.id}"),)


def _anew(meeting: Meeting) -> tuple[NoticeButton, ...]:
    return (NoticeButton(say("button-propose"), f"mp.new:{meeting.pair_id}"),)


_BUTTONS: Mapping[Rule, Callable[[Meeting], tuple[NoticeButton, ...]]] = {
    Rule.EVE: _before,
    Rule.SHORTLY: _card,
    Rule.CHECKIN: _checkin,
    Rule.CHECKIN_AGAIN: _checkin,
    Rule.UNANSWERED: asking,
    Rule.EXPIRED: _anew,
    Rule.FIT: _fit,
    Rule.FIT_AGAIN: _fit,
}
