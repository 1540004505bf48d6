"""The tick of meetings: what time alone has settled, and what it makes worth saying.

Nothing is scheduled: every tick reads the meetings anew, so a moved one cannot be reminded of at its old time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from mentoring.calendar.rules_leave import TOO_SHORT
from mentoring.meetings import rules_fit, wording
from mentoring.meetings.rules import Meeting, Side, Turn
from mentoring.meetings.rules_due import Due, Rule, due
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
# Whoever is still deciding is asked again two weeks and five school days after the meeting has counted at the
# latest, and may answer for two weeks; the longest holidays lie between.
LATELY = timedelta(days=50)
# These are about a day that people have chosen themselves: they wait for no school day and share no message.
_ITS_OWN = frozenset({Rule.EVE, Rule.SHORTLY, Rule.CHECKIN})

Page = Callable[[int, int], Sequence[tuple[int, Meeting]]]


def tick(unit: Unit) -> None:
    """Settle what time has ended, then say what is due, of every school."""
    scenes, pairs = _Scenes(unit), {pair.id: pair for pair in unit.pairs.going()}
    for page in _pages(unit.meetings.live):
        for school_id, meeting in page:
            _live(unit, scenes.of(school_id), school_id, meeting, pairs.get(meeting.pair_id))
    for page in _pages(lambda limit, after: unit.meetings.ended(unit.now - LATELY, limit, after)):
        answers = unit.fits.of_meetings(one.id for _, one in page)
        for school_id, meeting in page:
            going = meeting.pair_id in pairs
            _ended(unit, scenes.of(school_id), meeting, answers.get(meeting.id, ()) if going else None)


class _Scenes:
    """Each school's people and days, read once a tick."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._known: dict[int, Scene] = {}

    def of(self, school_id: int) -> Scene:
        if school_id not in self._known:
            self._known[school_id] = scene_of(self._unit, self._unit.schools.get(school_id))
        return self._known[school_id]


def _pages(read: Page) -> Iterator[Sequence[tuple[int, Meeting]]]:
    after = 0
    while page := read(PAGE, after):
        yield page
        after = page[-1][1].id


def _live(unit: Unit, scene: Scene, school_id: int, meeting: Meeting, pair: Pair | None) -> None:
    if _turned(meeting, pair, scene, unit.now).meeting != meeting:
        # Somebody may have pressed since the page was read: only what is true under the lock is done.
        fresh = unit.meetings.find(school_id, meeting.id, changing=True)
        if fresh is None:
            return
        turn = _turned(fresh, pair, scene, unit.now)
        put(unit, scene, fresh, turn, None)
        meeting = turn.meeting
    if meeting.live:
        _say_all(unit, scene, meeting, due(meeting, unit.now, scene.days))


def _turned(meeting: Meeting, pair: Pair | None, scene: Scene, now: datetime) -> Turn:
    turn = settle(meeting, now, scene.days)
    return turn if not turn.meeting.live or _stands(meeting, pair, scene) else call_off(meeting, now)


def _stands(meeting: Meeting, pair: Pair | None, scene: Scene) -> bool:
    """Whether its pair goes on, does not rest on that day, and there is somebody on either side."""
    if pair is None or pair.state is not PairState.ACTIVE:
        return False
    slots = (meeting.time,) if meeting.time else meeting.slots
    resting = all(paused(pair.pauses, scene.days.local_day(slot.start)) for slot in slots)
    return not resting and {one.side for one in meeting.participants} == set(Side)


def _ended(unit: Unit, scene: Scene, meeting: Meeting, answers: Sequence[rules_fit.FitAnswer] | None) -> None:
    """An expired proposal, a second ask, the question of fit, which nobody is asked whose pair has ended."""
    found = due(meeting, unit.now, scene.days)
    if answers is not None:
        found += rules_fit.due(meeting, answers, unit.now, scene.days)
    _say_all(unit, scene, meeting, found)


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
