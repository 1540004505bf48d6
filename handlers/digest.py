"""The digest in the chat: how things stand at any time, its picture, one tap to nudge, when it comes by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from handlers.call import Call, StaleScreen
from handlers.routes import Routes
from handlers.screens import Attachment, Button, Draft, Reply, Row, Screen, press
from mentoring.digest import service, service_nudges, service_settings, wording
from mentoring.digest.rules_when import HOURS, Kind, Sending
from mentoring.digest.wording import Said
from mentoring.documents.digest_chart import digest_chart
from mentoring.notices.rules import Audience, Privacy
from mentoring.texts import Raw, Text, Words, say

IN_A_ROW = 3  # days and hours are a word or two long


def register(routes: Routes) -> None:
    routes.press("digest")(week)
    routes.press("dg.month")(month)
    routes.press("dg.chart")(chart)
    routes.press("dg.pair", aside=True)(nudge_pair)
    routes.press("dg.survey", aside=True)(nudge_survey)
    routes.press("dg.when")(when)
    routes.press("dg.day")(weekday)
    routes.press("dg.hour")(hour)
    routes.press("dg.off")(switch)


async def week(call: Call) -> Reply:
    return _shown(await call.use(service.now_of, Kind.WEEK))


async def month(call: Call) -> Reply:
    return _shown(await call.use(service.now_of, Kind.MONTH))


def _shown(said: Said) -> Reply:
    draft = Draft([*wording.paragraphs(said)])
    for one in wording.buttons(said.digest):
        draft.row(Button(one.label, one.data))
    draft.row(*_ways(said))
    draft.button("button-home", "home")
    return Reply((_private(draft.screen()),))


def _ways(said: Said) -> Row:
    until = f"{said.span.until:{service.STAMP}}"
    picture = (press(say("button-digest-chart"), "dg.chart", said.kind, until),) if said.digest.chart else ()
    return (*picture, press(say("button-digest-when"), "dg.when")) if said.kind is Kind.WEEK else picture


def _private(screen: Screen) -> Screen:
    return replace(screen, audience=Audience.CURATOR, privacy=Privacy.NAMED)


async def chart(call: Call) -> Reply:
    """`dg.chart:<kind>:<day>`: the picture of the digest that told of the days before that one."""
    kind, until = _kind(call.word(0)), _day(call.word(1))
    found = await call.use(service.chart, kind, until)
    data = digest_chart(_title(call, found.title), found.points, call.language, months=kind is Kind.MONTH)
    file = Attachment(f"digest-{kind}-{until:{service.STAMP}}.png", data, picture=True)
    back = ("button-digest", "digest") if kind is Kind.WEEK else ("button-digest-month", "dg.month")
    draft = Draft([found.caption]).button(*back)
    return Reply((_private(replace(draft.screen(), file=file)),))


def _title(call: Call, title: Text) -> str:
    return call.words(title.key, **title.params)


def _kind(word: str) -> Kind:
    if word not in {kind.value for kind in Kind}:
        raise StaleScreen()
    return Kind(word)


def _day(stamp: str) -> date:
    try:
        return datetime.strptime(stamp, service.STAMP).date()  # noqa: DTZ007 - a day of the school's calendar
    except ValueError:
        raise StaleScreen() from None


async def nudge_pair(call: Call) -> Reply:
    """The digest stays as it is: its other buttons are still wanted."""
    count = await call.use(service_nudges.pair, call.number(0))
    return Reply(toast=say("toast-digest-nudged", count=count))


async def nudge_survey(call: Call) -> Reply:
    count = await call.use(service_nudges.survey, call.number(0))
    return Reply(toast=say("toast-nudged-all", count=count))


async def when(call: Call) -> Reply:
    return await _when(call, await call.use(service_settings.sending))


async def _when(call: Call, found: Sending, toast: Words | None = None) -> Reply:
    draft = Draft()
    if found.off:
        draft.text("digest-when-off").button("button-digest-on", "dg.off", 0)
        return draft.button("button-back", "digest").reply(toast=toast)
    draft.text("digest-when-on", day=say(f"digest-weekday-{found.weekday}"), hour=found.hour)
    days = [
        press(_ticked(say(f"button-weekday-{n}"), n == found.weekday), "dg.day", n)
        for n in await call.use(service_settings.weekdays)
    ]
    hours = [press(_ticked(Raw(f"{n}:00"), n == found.hour), "dg.hour", n) for n in HOURS]
    for buttons in (days, hours):
        for start in range(0, len(buttons), IN_A_ROW):
            draft.row(*buttons[start : start + IN_A_ROW])
    draft.row(press(say("button-digest-off"), "dg.off", 1), press(say("button-back"), "digest"))
    return draft.reply(toast=toast)


def _ticked(label: Words, held: bool) -> Text:
    return say("toggle-on" if held else "toggle-off", label=label)


async def weekday(call: Call) -> Reply:
    return await _kept(call, await call.use(service_settings.on_weekday, call.number(0)))


async def hour(call: Call) -> Reply:
    return await _kept(call, await call.use(service_settings.at_hour, call.number(0)))


async def switch(call: Call) -> Reply:
    """`dg.off:<0 or 1>`."""
    return await _kept(call, await call.use(service_settings.switch, bool(call.number(0))))


async def _kept(call: Call, found: Sending) -> Reply:
    return await _when(call, found, say("toast-digest-kept"))
