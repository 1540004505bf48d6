"""A meeting outside the bot, in two taps; and whether to go on, which only its writer ever reads."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from handlers import checkin
from handlers import meeting_screens as screens
from handlers.call import Call, StaleScreen
from handlers.routes import Routes
from handlers.screens import Draft, Reply, press
from locales import short_day
from mentoring.meetings import service_checkin
from mentoring.meetings.rules_fit import Consequence, Fit
from mentoring.meetings.rules_said import past_day_in
from mentoring.texts import say

FOCUS = "meeting_logged"
BACK = range(2, 6)  # days ago, beside today and yesterday


def register(routes: Routes) -> None:
    routes.press("lg")(ask)
    routes.press("lg.day", aside=True)(pressed)
    routes.text(FOCUS)(typed)
    routes.press("ft")(fit)
    routes.press("ft.set", aside=True)(fit_given)
    routes.press("ft.another", aside=True)(another)


async def ask(call: Call) -> Reply:
    """`lg:<pair>`: on which day."""
    pair, today = call.number(0), screens.local(call.now, call).date()
    draft = Draft().text("log-ask")
    draft.row(
        press(say("log-today"), "lg.day", pair, f"{today:%y%m%d}"),
        press(say("log-yesterday"), "lg.day", pair, f"{today - timedelta(days=1):%y%m%d}"),
    )
    earlier = [today - timedelta(days=back) for back in BACK]
    draft.row(*(press(short_day(day, call.language), "lg.day", pair, f"{day:%y%m%d}") for day in earlier[:2]))
    draft.row(*(press(short_day(day, call.language), "lg.day", pair, f"{day:%y%m%d}") for day in earlier[2:]))
    if await screens.listens(call, FOCUS, str(pair)):
        draft.text("log-type")
    return draft.button("button-back", "pair", pair).reply()


async def pressed(call: Call) -> Reply:
    """`lg.day:<pair>:<day>`"""
    try:
        day = datetime.strptime(call.word(1), "%y%m%d").date()  # noqa: DTZ007 a day has no zone
    except ValueError:
        raise StaleScreen() from None
    return await _logged(call, call.number(0), day)


async def typed(call: Call) -> Reply:
    return await _logged(call, int(call.ref), past_day_in(call.text, screens.local(call.now, call)))


async def _logged(call: Call, pair: int, day: date) -> Reply:
    done = await call.use(service_checkin.log_outside, pair, day)
    await screens.said(call)
    return checkin.second_tap(done.meeting, held=True)


async def fit(call: Call) -> Reply:
    """`ft:<meeting>`: yes, still deciding, no."""
    meeting = call.number(0)
    own = await call.use(service_checkin.fit_of, meeting)
    draft = Draft().text("fit-ask")
    if own is not None:
        draft.text("fit-own", fit=say(f"fit-{own}"))
    for one in Fit:
        draft.button(f"fit-{one}", "ft.set", meeting, one)
    return draft.button("button-back", "mt", meeting).reply()


async def fit_given(call: Call) -> Reply:
    """`ft.set:<meeting>:<answer>`: what follows is said to the one who answered."""
    if call.word(1) not in {one.value for one in Fit}:
        raise StaleScreen()
    meeting = call.number(0)
    follows = await call.use(service_checkin.give_fit, meeting, Fit(call.word(1)))
    draft = Draft().text(f"fit-then-{follows[0].replace('_', '-')}")
    if Consequence.OFFER_ANOTHER in follows:
        draft.button("button-another-mentor", "ft.another", meeting)
    return draft.row(press(say("button-back"), "ft", meeting), press(say("button-home"), "home")).reply()


async def another(call: Call) -> Reply:
    """`ft.another:<meeting>`: the mentee asks for another mentor."""
    await call.use(service_checkin.ask_another, call.number(0))
    return Draft().text("fit-another-asked").button("button-home", "home").reply()
