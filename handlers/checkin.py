"""After a meeting: two taps, and as much more as one likes. It is owed to nobody and passed over with one tap."""

from __future__ import annotations

from typing import Any

from handlers import final_meeting
from handlers import meeting_screens as screens
from handlers.call import Call, StaleScreen
from handlers.routes import Routes
from handlers.screens import Button, Draft, Reply, press
from mentoring.meetings import service, service_checkin
from mentoring.meetings.rules import CheckIn, Meeting, Why
from mentoring.meetings.rules_checkin import MOODS, SHARED, Part, parts
from mentoring.meetings.rules_kinds import SHIPPED as KINDS
from mentoring.meetings.rules_kinds import Leaves
from mentoring.meetings.rules_list import asks_fit
from mentoring.meetings.service import Done
from mentoring.texts import Raw, Words, say


def register(routes: Routes) -> None:
    routes.press("ci.yes", aside=True)(held)
    routes.press("ci.no", aside=True)(not_held)
    routes.press("ci.skip", aside=True)(passed_over)
    routes.press("ci.mood", aside=True)(mood)
    routes.press("ci.why", aside=True)(why)
    routes.press("ci.more")(more)


async def held(call: Call) -> Reply:
    """`ci.yes:<meeting>:<revision>`"""
    done = await keep(call, CheckIn(held=True))
    return await screens.after(call, done) if done.stale else second_tap(done.meeting, held=True)


async def not_held(call: Call) -> Reply:
    """`ci.no:<meeting>:<revision>`"""
    done = await keep(call, CheckIn(held=False))
    return await screens.after(call, done) if done.stale else second_tap(done.meeting, held=False)


async def keep(call: Call, answers: CheckIn) -> Done:
    return await call.use(service_checkin.check, call.number(0), call.number(1), answers)


def second_tap(meeting: Meeting, *, held: bool) -> Reply:
    """The one question after the first; it may stay without an answer."""
    draft = Draft().text("checkin-thanks-held" if held else "checkin-thanks-not-held")
    _moods(draft, meeting) if held else _reasons(draft, meeting)
    if held:
        final_meeting.offered(draft, meeting)
    on = press(say("button-add-more"), "ci.more", meeting.id) if held else _anew(meeting)
    return draft.row(on, press(say("button-home"), "home")).reply()


def _anew(meeting: Meeting) -> Button:
    return press(say("button-propose"), "mp.new", meeting.pair_id)


def _moods(draft: Draft, meeting: Meeting) -> None:
    end = (meeting.id, meeting.revision)
    draft.row(*(press(str(number), "ci.mood", *end, number) for number in MOODS))


def _reasons(draft: Draft, meeting: Meeting) -> None:
    end = (meeting.id, meeting.revision)
    made = [press(say(f"why-{one.replace('_', '-')}"), "ci.why", *end, one) for one in Why]
    for i in range(0, len(made), 2):
        draft.row(*made[i : i + 2])


async def passed_over(call: Call) -> Reply:
    """`ci.skip:<meeting>:<revision>`: not asked again."""
    done = await keep(call, CheckIn(skipped=True))
    if done.stale:
        return await screens.after(call, done)
    return Draft().text("checkin-passed-over").button("button-home", "home").reply()


async def mood(call: Call) -> Reply:
    """`ci.mood:<meeting>:<revision>:<1–5>`"""
    done = await keep(call, CheckIn(mood=call.number(2)))
    return (
        await screens.after(call, done) if done.stale else await listed(call, done.meeting.id, "checkin-mood-kept")
    )


async def why(call: Call) -> Reply:
    """`ci.why:<meeting>:<revision>:<reason>`"""
    if call.word(2) not in {one.value for one in Why}:
        raise StaleScreen()
    done = await keep(call, CheckIn(why=Why(call.word(2))))
    if done.stale:
        return await screens.after(call, done)
    draft = Draft().text("checkin-why-kept").button("button-propose", "mp.new", done.meeting.pair_id)
    return draft.button("button-home", "home").reply()


async def more(call: Call) -> Reply:
    """`ci.more:<meeting>`: what has been said, and what else could be."""
    return await listed(call, call.number(0))


async def listed(call: Call, meeting_id: int, note: str = "") -> Reply:
    meeting = (await call.use(service.look, meeting_id)).meeting
    word = meeting.checkin(screens.me(call))
    if word is None or word.held is None:
        return screens.shown(call, await call.use(service.look, meeting_id))
    draft = Draft()
    if note:
        draft.text(note)
    draft.text("checkin-more-held" if word.held else "checkin-more-not-held")
    draft.words(_said(call, word))
    offered = parts(meeting, word.held)
    made = [press(say(f"part-{one.replace('_', '-')}"), "ci.part", meeting.id, one) for one in offered]
    for i in range(0, len(made), 2):
        draft.row(*made[i : i + 2])
    _further(call, draft, meeting, word)
    return draft.row(press(say("button-meeting"), "mt", meeting.id), press(say("button-ready"), "home")).reply()


def _further(call: Call, draft: Draft, meeting: Meeting, word: CheckIn) -> None:
    """What a meeting of this kind leads to."""
    if word.held and Leaves.GOALS in KINDS[meeting.kind].leaves:
        draft.button("button-plan", "plan", meeting.pair_id)
    if word.held:
        final_meeting.offered(draft, meeting)
    if asks_fit(meeting, screens.me(call)):
        draft.button("button-fit", "ft", meeting.id)


def _said(call: Call, word: CheckIn) -> Words:
    """What this person has said, each line with who sees it."""
    lines = []
    for part in Part:
        given = getattr(word, part)
        if given is not None:
            who = "checkin-line-shared" if part in SHARED else "checkin-line-own"
            label = say(f"part-{part.replace('_', '-')}")
            lines.append(call.words(who, part=label, value=value(call, part, given)))
    return Raw("\n".join(lines)) if lines else say("checkin-nothing-yet")


def value(call: Call, part: Part, given: Any) -> Words:
    """An answer in words."""
    if part is Part.MINUTES:
        return say("checkin-minutes", minutes=given)
    if part is Part.MOOD:
        return Raw(str(given))
    if part is Part.SUBJECTS:
        return Raw(", ".join(call.words(f"plan-subject-{one}") for one in sorted(given)) or "—")
    if part is Part.TASKS:
        return say("checkin-tasks-said", count=len(given))
    if part is Part.AGAIN_AT:
        return say("checkin-again", at=screens.local(given, call))
    stems = {Part.CONTACT: "contact", Part.WHY: "why"}
    return say(f"{stems[part]}-{given.replace('_', '-')}") if part in stems else Raw(given)
