"""The check-in: two taps, and as much more as one likes. Pure.

First whether it took place; then one tap on the mood, or on the reason when it did not. The rest is offered, never
asked for, and may be added until the check-in closes. What is private stays with the one who gave it.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import datetime
from enum import StrEnum

from mentoring.errors import ProgrammeError
from mentoring.meetings.rules import (
    HEARD,
    PLACED,
    SHIPPED,
    CheckIn,
    Contact,
    Limits,
    Meeting,
    Participant,
    Reply,
    Slot,
    State,
    Turn,
    Wanted,
    What,
)
from mentoring.meetings.rules_days import Days
from mentoring.meetings.rules_kinds import SHIPPED as KINDS
from mentoring.meetings.rules_kinds import Leaves
from mentoring.meetings.rules_offer import New, seats
from mentoring.meetings.rules_settle import checkin_closes, ended, settle, verdict

LOW_MOOD, MOODS = 2, range(1, 6)
MINUTES = range(1, 8 * 60 + 1)
LONGEST_TEXT = {"agreed": 500, "note": 1000}  # characters


class Part(StrEnum):
    """What may be added, in the order it is offered; the names are the check-in's own."""

    MOOD = "mood"
    WHY = "why"
    MINUTES = "minutes"
    CONTACT = "contact"
    SUBJECTS = "subjects"
    TASKS = "tasks"
    AGREED = "agreed"
    NOTE = "note"
    AGAIN_AT = "again_at"


SHARED = frozenset({Part.MINUTES, Part.CONTACT, Part.SUBJECTS, Part.TASKS, Part.AGREED})
_HELD = tuple(part for part in Part if part is not Part.WHY)
_NOT_HELD = (Part.WHY, Part.AGAIN_AT, Part.NOTE)


@dataclass(frozen=True, slots=True)
class Check:
    """A check-in or a piece of one: what is None in `answers` leaves what was said before."""

    revision: int
    answers: CheckIn


def second_tap(held: bool) -> Part:
    """The one question after the first."""
    return Part.MOOD if held else Part.WHY


def parts(meeting: Meeting, held: bool) -> tuple[Part, ...]:
    """What is offered after a yes or a no; tasks only where the kind of meeting leaves some."""
    if not held:
        return _NOT_HELD
    tasks = Leaves.TASKS in KINDS[meeting.kind].leaves
    return tuple(part for part in _HELD if part is not Part.TASKS or tasks)


def check_in(meeting: Meeting, check: Check, by: int, now: datetime, days: Days, limits: Limits = SHIPPED) -> Turn:
    """One person's word on the meeting.

    While the meeting is open one may correct oneself; once it has ended, yes and no are fixed and only the rest
    is taken. Raises ProgrammeError: `error-meeting-people`, `error-meeting-stale`, `error-checkin-early` (with
    `opens`), `error-checkin-closed`, and as `verified` does.
    """
    who = meeting.of(by)
    if who is None or who.reply is Reply.DECLINED:
        raise ProgrammeError("error-meeting-people")
    before = settle(meeting, now, days, limits)
    _check_time(before.meeting, check, now, limits)
    said = _merged(before.meeting.checkin(by) or CheckIn(), verified(check.answers), before.meeting.live)
    turn = _heard(_with(before.meeting, by, said), who, said, now)
    return replace(turn, wanted=before.wanted + turn.wanted)


def verified(answers: CheckIn) -> CheckIn:
    """The answers, texts trimmed. Raises ProgrammeError: `error-checkin-mood`, `error-checkin-minutes`,
    `error-checkin-long` (with `part` and `most`).
    """
    if answers.mood is not None and answers.mood not in MOODS:
        raise ProgrammeError("error-checkin-mood", least=MOODS[0], most=MOODS[-1])
    if answers.minutes is not None and answers.minutes not in MINUTES:
        raise ProgrammeError("error-checkin-minutes", least=MINUTES[0], most=MINUTES[-1])
    for part, most in LONGEST_TEXT.items():
        if len(getattr(answers, part) or "") > most:
            raise ProgrammeError("error-checkin-long", part=part, most=most)
    return replace(answers, agreed=_trimmed(answers.agreed), note=_trimmed(answers.note))


def shared(answers: CheckIn) -> CheckIn:
    """What the rest of the pair may see of it. The curator sees none of it."""
    hidden = {part: None for part in Part if part not in SHARED}
    return replace(answers, **hidden)  # type: ignore[arg-type]


def low(mood: int | None) -> bool:
    return mood is not None and mood <= LOW_MOOD


@dataclass(frozen=True, slots=True)
class Outside:
    """A meeting that took place without the bot: when, and how if that is said."""

    time: Slot
    place: str = ""
    contact: Contact | None = None


def log(new: New, by: int, outside: Outside, now: datetime, limits: Limits = SHIPPED) -> Turn:
    """Two taps for a meeting in the corridor: that it took place, and when. It counts as any other does, when the
    other side does not deny it.

    Raises ProgrammeError: `error-meeting-people`, `error-meeting-slot-length`, `error-log-future`,
    `error-log-old` (with `days`).
    """
    time = outside.time
    if not time.start < time.end <= time.start + limits.longest:
        raise ProgrammeError("error-meeting-slot-length", start=time.start)
    if time.end > now:
        raise ProgrammeError("error-log-future")
    if time.start < now - limits.logged_back:
        raise ProgrammeError("error-log-old", days=limits.logged_back.days)
    return _logged(new, by, outside, now)


def _logged(new: New, by: int, outside: Outside, now: datetime) -> Turn:
    meeting = Meeting(
        id=new.id,
        uid=new.uid,
        pair_id=new.pair_id,
        kind=new.kind,
        participants=tuple(replace(one, reply=Reply.COMING) for one in seats(new.people, by)),
        slots=(outside.time,),
        chosen=0,
        proposed_by=by,
        offered_at=now,
        agreed_at=now,
        state=State.AGREED,
        place=outside.place,
        contact=outside.contact,
        logged=True,
    )
    said, who = CheckIn(held=True), meeting.participants[[person for person, _ in new.people].index(by)]
    return _heard(_with(meeting, by, said), who, said, now)


def _check_time(meeting: Meeting, check: Check, now: datetime, limits: Limits) -> None:
    if check.revision != meeting.revision:
        raise ProgrammeError("error-meeting-stale")
    closes = checkin_closes(meeting, limits)
    if meeting.time is None or closes is None or meeting.state not in PLACED | {State.AGREED}:
        raise ProgrammeError("error-checkin-closed")
    if now < meeting.time.end and not meeting.logged:
        raise ProgrammeError("error-checkin-early", opens=meeting.time.end)
    if now >= closes:
        raise ProgrammeError("error-checkin-closed")


def _merged(before: CheckIn, given: CheckIn, live: bool) -> CheckIn:
    """`given` over `before`; a word once given is not unsaid by passing over."""
    new = {f.name: getattr(given, f.name) for f in fields(given) if getattr(given, f.name) is not None}
    if not live and before.held is not None:
        new.pop("held", None)
    merged = replace(before, **new)
    return replace(merged, skipped=merged.skipped and merged.held is None)


def _with(meeting: Meeting, person_id: int, said: CheckIn) -> Meeting:
    rest = tuple(pair for pair in meeting.checkins if pair[0] != person_id)
    return replace(meeting, checkins=(*rest, (person_id, said)))


def _heard(meeting: Meeting, who: Participant, said: CheckIn, now: datetime) -> Turn:
    """The state that the words make; the first word asks the other side for its own."""
    if not meeting.live or said.held is None:
        return Turn(meeting)
    state, first = verdict(meeting, final=False), meeting.state is State.AGREED
    heard = meeting if meeting.heard_at else replace(meeting, heard_at=now, heard_by=who.person_id)
    if state not in HEARD:
        return ended(heard, state, now)
    return Turn(replace(heard, state=state), _confirm(heard, who, state) if first else ())


def _confirm(meeting: Meeting, who: Participant, state: State) -> tuple[Wanted, ...]:
    what = What.CONFIRM_HELD if state is State.HAPPENED else What.CONFIRM_NOT_HELD
    silent = (
        one.person_id
        for one in meeting.participants
        if one.side is not who.side and one.reply is Reply.COMING and meeting.checkin(one.person_id) is None
    )
    return tuple(Wanted(what, person) for person in silent)


def _trimmed(text: str | None) -> str | None:
    return None if text is None else text.strip()
