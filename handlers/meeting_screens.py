"""How a meeting looks: its card by state, a line in a list, what the menu says of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from handlers.call import Call
from handlers.screens import Attachment, Button, Draft, Reply, Screen, press
from locales import short_day
from mentoring.meetings import service, wording
from mentoring.meetings.rules import OFFERED, PLACED, File, Meeting, Side, State
from mentoring.meetings.rules import Reply as Answer
from mentoring.meetings.rules_checkin import shared
from mentoring.meetings.rules_list import Stand, asks_fit
from mentoring.meetings.service import Card, Done
from mentoring.meetings.telling import accepting, asking, checking
from mentoring.notices.rules import Audience, NoticeButton, NoticeFile, Privacy
from mentoring.pairs.service import Shown
from mentoring.texts import Raw, Words, say
from mentoring.words.rules import Understood, understand_time

FORM = "form"
_AGAIN = frozenset({State.DECLINED, State.EXPIRED, State.CANCELLED, State.NOT_HELD, State.LAPSED, State.COUNTED})


def zone(call: Call) -> str:
    assert call.actor is not None
    return call.actor.school.zone


def me(call: Call) -> int:
    assert call.actor is not None
    return call.actor.id


def for_pair(draft: Draft, toast: Words | None = None, file: NoticeFile | None = None) -> Reply:
    """A screen that names others; below it the calendar file, where there is one."""
    screens = [replace(draft.screen(), audience=Audience.PAIR, privacy=Privacy.NAMED)]
    if file is not None:
        attached = Attachment(file.name, file.data)
        called_off = f"METHOD:{File.CANCEL}".encode() in file.data
        words = say("meeting-file-cancel" if called_off else "meeting-file")
        screens.append(Screen((words,), file=attached, audience=Audience.PAIR, privacy=Privacy.NAMED))
    return Reply(tuple(screens), toast)


def buttons(draft: Draft, found: Iterable[NoticeButton]) -> Draft:
    """Two a row."""
    made = [Button(one.label, one.data) for one in found]
    for i in range(0, len(made), 2):
        draft.row(*made[i : i + 2])
    return draft


async def after(call: Call, done: Done, toast: Words | None = None) -> Reply:
    """The meeting as it is now. A press that came too late or twice says so on top."""
    card = await call.use(service.look, done.meeting.id)
    word = done.stale or (toast if done.changed else say("toast-done-already"))
    return shown(call, card, word, done.file)


def shown(call: Call, card: Card, toast: Words | None = None, file: NoticeFile | None = None) -> Reply:
    draft = Draft().words(_head(call, card))
    if card.stand is None:
        return for_pair(draft.button("button-back", "mt.pair", card.meeting.pair_id, 0), toast)
    if len(card.meeting.participants) > 2:
        draft.words(_who_comes(call, card))
    _what_was_agreed(draft, card.meeting)
    _ways(draft, card, me(call))
    draft.row(press(say("button-memo"), "mt.memo", card.meeting.id), press(say("button-back"), "meetings"))
    return for_pair(draft, toast, file)


def _head(call: Call, card: Card) -> Words:
    """For those who watch over pairs: kind, day and state alone."""
    meeting = card.meeting
    if card.stand is None:
        return say(
            "meeting-card-watched",
            kind=wording.title(meeting.kind),
            times=wording.times(meeting, zone(call)),
            state=state(card),
        )
    return say(
        "meeting-card",
        kind=wording.title(meeting.kind),
        names=wording.named(card.people, meeting.others(me(call))),
        times=wording.when_and_where(meeting, zone(call)),
        state=state(card),
    )


def state(card: Card) -> Words:
    meeting = card.meeting
    if card.stand is Stand.ANSWER and meeting.state in OFFERED:
        return say("meeting-state-answer", name=wording.named(card.people, [meeting.proposed_by]))
    if card.stand is Stand.ANSWER:
        return say("meeting-state-join")
    if card.stand is Stand.CHECKIN:
        return say("meeting-state-checkin")
    return say(f"meeting-state-{meeting.state.replace('_', '-')}")


def _who_comes(call: Call, card: Card) -> Words:
    lines = [
        call.words(f"meeting-reply-{one.reply}", name=_name(call, card, one.person_id))
        for one in card.meeting.participants
    ]
    return Raw("\n".join(lines))


def _name(call: Call, card: Card, person: int) -> str:
    found = card.people.get(person)
    return (found.name if found else None) or call.words("person-nameless")


def _what_was_agreed(draft: Draft, meeting: Meeting) -> None:
    """What the check-ins say for both sides to read."""
    said = dict.fromkeys(shared(word).agreed for _, word in meeting.checkins)
    texts = [text for text in said if text]
    if texts:
        draft.text("meeting-agreed-on", text=Raw("\n".join(texts)))


def _ways(draft: Draft, card: Card, person: int) -> None:
    meeting = card.meeting
    if card.stand is Stand.ANSWER:
        buttons(draft, asking(meeting))
    elif card.stand is Stand.CHECKIN:
        skip = NoticeButton(say("button-pass-over"), f"ci.skip:{meeting.id}:{meeting.revision}")
        buttons(draft, (*checking(meeting), skip))
    elif card.stand in (Stand.COMING, Stand.WAITING):
        _before(draft, meeting, person)
    if meeting.state in PLACED:
        _afterwards(draft, meeting, person)
    if meeting.state in _AGAIN:
        draft.button("button-propose", "mp.new", meeting.pair_id)


def _before(draft: Draft, meeting: Meeting, person: int) -> None:
    """While the meeting is on offer or agreed: other times, leaving it, calling it off, the calendar file."""
    end = (meeting.id, meeting.revision)
    who = meeting.of(person)
    if meeting.state in (State.HAPPENED, State.MISSED) or who is None:
        return
    if who.reply is Answer.DECLINED:
        buttons(draft, accepting(meeting))
        return
    key = "button-move" if meeting.state is State.AGREED else "button-other-time"
    row = [press(say(key), "mp.re", *end)]
    leaves = may_leave(meeting, person)
    row.append(
        press(say("button-not-coming" if leaves else "button-call-off"), "mt.no" if leaves else "mt.off", *end)
    )
    draft.row(*row)
    if meeting.state is State.AGREED:
        draft.button("button-calendar-file", "mt.file", meeting.id)


def may_leave(meeting: Meeting, person: int) -> bool:
    """Whether the meeting goes on without this mentee of several: they leave it and call it off for nobody."""
    who = meeting.of(person)
    others = [
        one
        for one in meeting.participants
        if one.side is Side.MENTEE and one.person_id != person and one.reply is not Answer.DECLINED
    ]
    own = meeting.proposed_by == person and meeting.state in OFFERED
    return who is not None and who.side is Side.MENTEE and bool(others) and not own


def _afterwards(draft: Draft, meeting: Meeting, person: int) -> None:
    word = meeting.checkin(person)
    row = []
    if word is not None and word.held is not None:
        row.append(press(say("button-add-more"), "ci.more", meeting.id))
    if asks_fit(meeting, person):
        row.append(press(say("button-fit"), "ft", meeting.id))
    draft.row(*row)


def line(call: Call, card: Card) -> str:
    """Day, hour, kind and state, short enough for a button."""
    meeting = card.meeting
    start = wording.local((meeting.time or min(meeting.slots)).start, zone(call))
    mark = f"meeting-mark-{card.stand.name.lower()}" if card.stand in _MARKED else _mark(meeting)
    return call.words(
        "meeting-line",
        day=short_day(start.date(), call.language),
        time="" if meeting.logged else f"{start:%H:%M}",
        kind=say(f"meeting-short-{meeting.kind}"),
        state=say(mark),
    )


_MARKED = (Stand.ANSWER, Stand.CHECKIN)


def _mark(meeting: Meeting) -> str:
    return f"meeting-mark-{meeting.state.replace('_', '-')}"


async def on_top(call: Call, draft: Draft) -> None:
    """What the menu begins with: a word that is waited for, or else the next agreed meeting."""
    card = await call.use(service.pressing)
    if card is None or card.stand is None:
        return
    meeting = card.meeting
    draft.text(
        f"menu-meeting-{card.stand.name.lower()}",
        kind=wording.kind(meeting.kind),
        names=wording.named(card.people, meeting.others(me(call))),
        times=wording.times(meeting, zone(call)),
    )
    draft.button("button-meeting", "mt", meeting.id)


def local(moment: datetime, call: Call) -> datetime:
    return wording.local(moment, zone(call))


def clock(moment: datetime, call: Call) -> str:
    return f"{local(moment, call):%H:%M}"


def others(call: Call, found: Shown) -> Words:
    people = {one.id: one for one in found.everybody}
    return wording.named(people, [one for one in people if one != me(call)])


async def listens(call: Call, focus: str, ref: str) -> bool:
    """Let what is typed next answer this screen. Not so while a questionnaire is open, whose question comes back:
    then buttons alone answer.
    """
    now = call.actor.focus if call.actor else None
    if now is not None and now.kind == FORM:
        return False
    await call.unit.run(lambda unit: unit.foci.set(call.guest.tg_id, focus, ref, call.now))
    return True


async def said(call: Call) -> None:
    """What was typed has been taken: no more of it is waited for, but for a questionnaire's answer."""
    focus = call.actor.focus if call.actor else None
    if focus is not None and focus.kind.startswith(("meeting_", "checkin_")):
        await call.unit.run(lambda unit: unit.foci.clear(call.guest.tg_id))


def understood(call: Call, chosen: date | None) -> tuple[datetime | None, date | None]:
    """The time that was typed, or else the day; neither where it is not certain.

    On the hours of a chosen day a bare "15:30" is of that day.
    """
    here = ZoneInfo(zone(call))
    if chosen is not None:
        at_day = understand_time(call.text, datetime.combine(chosen, time(0), here))
        if _is_time(at_day) and at_day is not None and at_day.start and at_day.start.date() == chosen:
            return at_day.start, None
    found = understand_time(call.text, call.now.astimezone(here))
    if found is None or found.kind != "instant" or found.start is None:
        return None, None
    if _is_time(found):
        return found.start, None
    return None, found.start.date() if found.grain == "day" else None


def _is_time(found: Understood | None) -> bool:
    return (
        found is not None and found.kind == "instant" and found.grain in ("minute", "hour") and found.said != "day"
    )
