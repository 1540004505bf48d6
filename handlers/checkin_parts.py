"""What may be added to a check-in, one thing a screen. Every screen says who will see it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from handlers import checkin
from handlers import meeting_screens as screens
from handlers.call import Call, StaleScreen
from handlers.meeting_choice import instant, wished
from handlers.routes import Routes
from handlers.screens import Button, Draft, Reply, press
from mentoring.errors import ProgrammeError
from mentoring.meetings import service, service_checkin
from mentoring.meetings.rules import CheckIn, Contact, Mark, Meeting, Subject, Why
from mentoring.meetings.rules_checkin import MOODS, SHARED, Part
from mentoring.meetings.rules_said import minutes_in
from mentoring.meetings.service import Done
from mentoring.texts import Raw, say

FOCUS = "checkin_text"
LENGTHS = (15, 30, 45, 60, 90)  # minutes
LATER = (1, 2)  # weeks
SUBJECTS = tuple(Subject)


def register(routes: Routes) -> None:
    routes.press("ci.part")(part)
    routes.press("ci.set", aside=True)(chosen)
    routes.press("ci.task")(task)
    routes.press("ci.mark", aside=True)(mark)
    routes.text(FOCUS)(typed)


async def part(call: Call) -> Reply:
    """`ci.part:<meeting>:<part>`"""
    meeting = (await call.use(service.look, call.number(0))).meeting
    return await _ask(call, meeting, _part(call.word(1)))


def _part(word: str) -> Part:
    try:
        return Part(word)
    except ValueError:
        raise StaleScreen() from None


async def _ask(call: Call, meeting: Meeting, which: Part) -> Reply:
    draft = Draft().text(f"checkin-ask-{which.replace('_', '-')}")
    draft.text("checkin-seen-pair" if which in SHARED else "checkin-seen-own")
    if which is Part.TASKS:
        await _tasks(call, draft, meeting)
    else:
        for row in _rows(_buttons(call, meeting, which)):
            draft.row(*row)
    if which in _TYPED and await screens.listens(call, FOCUS, f"{meeting.id}:{meeting.revision}:{which}"):
        draft.text(f"checkin-type-{which.replace('_', '-')}")
    return draft.button("button-back", "ci.more", meeting.id).reply()


def _rows(made: list[Button]) -> list[list[Button]]:
    wide = 3 if len(made) > 7 or len(made) == 5 else 2
    return [made[i : i + wide] for i in range(0, len(made), wide)]


def _buttons(call: Call, meeting: Meeting, which: Part) -> list[Button]:
    def one(label: Any, value: object) -> Button:
        return press(label, "ci.set", meeting.id, meeting.revision, which, value)

    if which is Part.SUBJECTS:
        return _subjects(meeting, screens.me(call), one)
    if which is Part.AGAIN_AT:
        return _agains(call, meeting, one)
    return [one(checkin.value(call, which, given), given) for given in _VALUES.get(which, ())]


_VALUES: dict[Part, tuple[Any, ...]] = {
    Part.MINUTES: LENGTHS,
    Part.MOOD: tuple(MOODS),
    Part.CONTACT: tuple(Contact),
    Part.WHY: tuple(Why),
}


def _subjects(meeting: Meeting, person: int, one: Callable[[Any, object], Button]) -> list[Button]:
    """Ticks; the value of a press is the whole choice after it, so that a second press changes nothing."""
    held = (meeting.checkin(person) or CheckIn()).subjects or frozenset()
    return [
        one(say("toggle-on" if s in held else "toggle-off", label=say(f"plan-subject-{s}")), _mask(held ^ {s}))
        for s in SUBJECTS
    ]


def _mask(subjects: frozenset[Subject]) -> int:
    return sum(1 << place for place, one in enumerate(SUBJECTS) if one in subjects)


def _agains(call: Call, meeting: Meeting, one: Callable[[Any, object], Button]) -> list[Button]:
    """The same hour a week or two later, as far as that is still to come."""
    if meeting.time is None:
        return []
    start = screens.local(meeting.time.start, call)
    later = [start + timedelta(weeks=weeks) for weeks in LATER]
    return [one(say("checkin-again", at=at), wished(at)) for at in later if at > call.now]


async def chosen(call: Call) -> Reply:
    """`ci.set:<meeting>:<revision>:<part>:<value>`"""
    which = _part(call.word(2))
    return await _kept(call, which, await checkin.keep(call, _answer(which, call.word(3))))


def _answer(which: Part, word: str) -> CheckIn:
    """Raises StaleScreen for what no button of ours says."""
    read = _READ.get(which)
    if read is None:
        raise StaleScreen()
    try:
        return CheckIn(**{str(which): read(word)})
    except (ValueError, IndexError):
        raise StaleScreen() from None


def _unmasked(word: str) -> frozenset[Subject]:
    mask = int(word)
    return frozenset(one for place, one in enumerate(SUBJECTS) if mask >> place & 1)


_READ: dict[Part, Callable[[str], Any]] = {
    Part.MINUTES: int,
    Part.MOOD: int,
    Part.CONTACT: Contact,
    Part.WHY: Why,
    Part.SUBJECTS: _unmasked,
    Part.AGAIN_AT: lambda word: instant(word)[0],
}


async def _kept(call: Call, which: Part, done: Done) -> Reply:
    if done.stale:
        return await screens.after(call, done)
    if which is Part.SUBJECTS:
        return await _ask(call, done.meeting, which)
    said = done.meeting.checkin(screens.me(call)) or CheckIn()
    if which is Part.AGAIN_AT and said.again_at is not None and said.again_at > call.now:
        return _wish_kept(call, done.meeting, said.again_at)
    return await checkin.listed(call, done.meeting.id, "checkin-kept")


def _wish_kept(call: Call, meeting: Meeting, at: datetime) -> Reply:
    """A wish proposes nothing by itself; one more tap does."""
    draft = Draft().text("checkin-again-kept", at=screens.local(at, call))
    draft.button("button-propose-it", "mp.at", meeting.pair_id, wished(at))
    return draft.button("button-back", "ci.more", meeting.id).reply()


async def typed(call: Call) -> Reply:
    """The words, the number or the time that was asked for."""
    meeting_id, revision, word = call.ref.split(":")
    which = Part(word)
    answers = CheckIn(**{str(which): _TYPED[which](call)})
    done = await call.use(service_checkin.check, int(meeting_id), int(revision), answers)
    await screens.said(call)
    return await _kept(call, which, done)


def _again(call: Call) -> datetime:
    start, _ = screens.understood(call, None)
    if start is None:
        raise ProgrammeError("error-meeting-when")
    return start


_TYPED: dict[Part, Callable[[Call], Any]] = {
    Part.MINUTES: lambda call: minutes_in(call.text, screens.local(call.now, call)),
    Part.AGREED: lambda call: call.text,
    Part.NOTE: lambda call: call.text,
    Part.AGAIN_AT: _again,
}


async def _tasks(call: Call, draft: Draft, meeting: Meeting) -> None:
    found = await call.use(service_checkin.open_tasks, meeting.id)
    marks = dict((meeting.checkin(screens.me(call)) or CheckIn()).tasks or ())
    if not found:
        draft.text("checkin-tasks-none").button("button-plan", "plan", meeting.pair_id)
    for one in found:
        label = call.words(f"checkin-task-{marks[one.id]}", text=one.text) if one.id in marks else one.text
        draft.row(press(label, "ci.task", meeting.id, one.id))


async def task(call: Call) -> Reply:
    """`ci.task:<meeting>:<task>`: how it stands after the meeting."""
    meeting = (await call.use(service.look, call.number(0))).meeting
    found = await call.use(service_checkin.open_tasks, meeting.id)
    one = next((one for one in found if one.id == call.number(1)), None)
    if one is None:
        raise StaleScreen()
    end = (meeting.id, meeting.revision, one.id)
    draft = Draft().text("checkin-task-ask", text=Raw(one.text))
    draft.row(*(press(say(f"mark-{mark}"), "ci.mark", *end, mark) for mark in Mark))
    return draft.button("button-back", "ci.part", meeting.id, Part.TASKS).reply()


async def mark(call: Call) -> Reply:
    """`ci.mark:<meeting>:<revision>:<task>:<mark>`"""
    if call.word(3) not in {one.value for one in Mark}:
        raise StaleScreen()
    end = (call.number(0), call.number(1), call.number(2), Mark(call.word(3)))
    done = await call.use(service_checkin.mark_task, *end)
    return await screens.after(call, done) if done.stale else await _ask(call, done.meeting, Part.TASKS)
