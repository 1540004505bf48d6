"""The curator's five taps: each question has an answer ready, typing is possible, going back too."""

from __future__ import annotations

from handlers.call import Call, StaleScreen
from handlers.routes import Routes
from handlers.screens import Button, Draft, Reply, press
from mentoring.people import setup
from mentoring.people.rules import SETUP_STEPS, School
from mentoring.texts import Words, say


def register(routes: Routes) -> None:
    routes.press("s.show")(show_pressed)
    routes.press("s.take")(take)
    routes.text("setup")(typed)


async def show(call: Call, number: int) -> Reply:
    """Question `number` of five, counted from 0."""
    assert call.actor is not None
    if not 0 <= number < len(SETUP_STEPS):
        raise StaleScreen()
    step, school = SETUP_STEPS[number], call.actor.school
    await call.unit.run(lambda unit: unit.foci.set(call.guest.tg_id, "setup", str(number), call.now))
    draft = Draft().text("setup-head", number=number + 1, total=len(SETUP_STEPS))
    draft.text(f"setup-{step}", **_now(step, school))
    for row in _choices(call, number, step, school):
        draft.row(*row)
    if number:
        draft.button("button-back", "s.show", number - 1)
    return draft.reply()


def _now(step: str, school: School) -> dict[str, object]:
    now: dict[str, dict[str, object]] = {
        "name": {"name": school.name},
        "zone": {"zone": school.zone},
        "quiet": {"start": school.quiet_from, "end": school.quiet_to},
        "cadence": {"days": school.cadence_days},
        "year": {"start": school.year_start, "end": school.year_end},
    }
    return now[step]


def _choices(call: Call, number: int, step: str, school: School) -> list[tuple[Button, ...]]:
    keep = press(say("button-keep"), "s.take", number, "")
    if step == "zone":
        zones = [press(say(f"zone-{_slug(z)}"), "s.take", number, z) for z in setup.ZONES if z != school.zone]
        return [(keep,), *_pairs(zones)]
    if step == "quiet":
        return [(keep,), *_rows(number, [q for q in setup.QUIET if q != f"{school.quiet_from}-{school.quiet_to}"])]
    if step == "cadence":
        days = [d for d in setup.CADENCES if d != school.cadence_days]
        return [(keep,), *_pairs([press(say("setup-days", days=d), "s.take", number, d) for d in days])]
    if step == "year":
        return [(keep,), *_years(call, number, school)]
    return [(keep,)]


def _rows(number: int, values: list[str]) -> list[tuple[Button, ...]]:
    return [(press(v.replace("-", " – "), "s.take", number, v.replace(":", ".")),) for v in values]


def _years(call: Call, number: int, school: School) -> list[tuple[Button, ...]]:
    found: list[tuple[Button, ...]] = []
    for first, last in setup.suggested_years(school, call.now):
        if first != school.year_start:
            value = f"{first:%d.%m.%Y}-{last:%d.%m.%Y}"
            found.append((press(f"{first.year}/{last.year}", "s.take", number, value),))
    return found


def _slug(zone: str) -> str:
    return zone.rsplit("/", 1)[1].lower()


def _pairs(buttons: list[Button]) -> list[tuple[Button, ...]]:
    return [tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2)]


async def show_pressed(call: Call) -> Reply:
    return await show(call, call.number(0))


async def take(call: Call) -> Reply:
    return await _answered(call, call.number(0), call.word(1))


async def typed(call: Call) -> Reply:
    number = int(call.ref) if call.ref.isdigit() else 0
    return await _answered(call, number, call.text)


async def _answered(call: Call, number: int, value: str) -> Reply:
    from handlers.home import home  # home shows the set-up, the set-up leads home

    if not 0 <= number < len(SETUP_STEPS):
        raise StaleScreen()
    await call.use(setup.answer_setup, SETUP_STEPS[number], value)
    await call.refresh()
    if number + 1 < len(SETUP_STEPS):
        return await show(call, number + 1)
    notes: tuple[Words, ...] = (say("setup-done"),)
    return await home(call, notes)
