"""Numbers that the administration enters: totals of classes, conflicts, and what the bot may have miscounted."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from handlers.call import Call, StaleScreen
from handlers.routes import Routes
from handlers.screens import Draft, Reply, for_staff, pager, press
from mentoring.evaluation import service_numbers, service_year
from mentoring.evaluation.rules_facts import CONFLICTS, ClassTotals, Count
from mentoring.evaluation.service_numbers import MEASURES, NUMBERS, OfClass
from mentoring.ports_evaluation import Entered
from mentoring.texts import Words, say

PAGE = 6
FOCUS_CLASS, FOCUS_NUMBER = "year_class", "year_number"


def register(routes: Routes) -> None:
    routes.press("ie.cls")(classes)
    routes.press("ie.who")(who)
    routes.press("ie.new")(new)
    routes.press("ie.drop", aside=True)(drop)
    routes.text(FOCUS_CLASS)(class_typed)
    routes.press("ie.num")(numbers)
    routes.press("ie.ask")(ask)
    routes.press("ie.own", aside=True)(own)
    routes.text(FOCUS_NUMBER)(number_typed)


async def _wait(call: Call, focus: str, ref: str) -> None:
    await call.unit.run(lambda unit: unit.foci.set(call.guest.tg_id, focus, ref, call.now))


async def _taken(call: Call) -> None:
    await call.unit.run(lambda unit: unit.foci.clear(call.guest.tg_id))


async def classes(call: Call) -> Reply:
    return _classes(await call.use(service_numbers.classes))


def _classes(found: list[OfClass], toast: Words | None = None) -> Reply:
    draft = Draft().text("classes-head" if found else "classes-none")
    for one in found[:PAGE]:
        draft.text("class-line", name=one.totals.name, teacher=one.teacher.name or "", **_told(one.totals))
    if len(found) > PAGE:
        draft.text("classes-more", count=len(found) - PAGE)
    buttons = [press(say("button-class-drop", name=one.totals.name), "ie.drop", n) for n, one in enumerate(found)]
    draft.row(*buttons[:3]).row(*buttons[3:PAGE])
    return for_staff(draft.button("button-class-new", "ie.who", 0).button("button-back", "in", 0), toast)


def _told(totals: ClassTotals) -> dict[str, object]:
    def row(values: Mapping[str, Decimal]) -> str:
        return " / ".join(f"{values[name].normalize():f}" for name in MEASURES if name in values)

    return {"pupils": totals.pupils, "before": row(totals.before), "after": row(totals.after)}


async def who(call: Call) -> Reply:
    """`ie.who:<page>`: whose class it is."""
    found, number = await call.use(service_numbers.teachers), call.number(0)
    pages = max(1, -(-len(found) // PAGE))
    number = min(max(number, 0), pages - 1)
    draft = Draft().text("class-who" if found else "class-nobody")
    for person in found[number * PAGE : (number + 1) * PAGE]:
        draft.row(press(person.name or "", "ie.new", person.id))
    return for_staff(draft.row(*pager(number, pages, "ie.who")).button("button-back", "ie.cls"))


async def new(call: Call) -> Reply:
    """`ie.new:<teacher>`: three short messages, one after the other."""
    await call.use(service_numbers.teachers)
    await _wait(call, FOCUS_CLASS, str(call.number(0)))
    return for_staff(Draft().text("class-ask-name").button("button-back", "ie.cls"))


async def class_typed(call: Call) -> Reply:
    """`<teacher>`, then `<teacher>|<name>|<pupils>`, then with the numbers of the beginning as well."""
    teacher, *known = call.ref.split("|")
    if not known:
        name, pupils = service_numbers.read_class(call.text)
        await _wait(call, FOCUS_CLASS, f"{teacher}|{name}|{pupils}")
        return for_staff(Draft().text("class-ask-before", name=name).button("button-back", "ie.cls"))
    values = service_numbers.read_measures(call.text)
    if len(known) == 2:
        before = " ".join(str(values[name]) for name in MEASURES)
        await _wait(call, FOCUS_CLASS, f"{call.ref}|{before}")
        return for_staff(Draft().text("class-ask-after", name=known[0]).button("button-back", "ie.cls"))
    first = service_numbers.read_measures(known[2])
    totals = ClassTotals(known[0], int(teacher), int(known[1]), first, values)
    found = await call.use(service_numbers.keep_class, totals)
    await _taken(call)
    return _classes(found)


async def drop(call: Call) -> Reply:
    """`ie.drop:<place in the list>`"""
    found = await call.use(service_numbers.drop_class, call.number(0))
    return _classes(found, say("toast-saved"))


async def numbers(call: Call) -> Reply:
    await _taken_if_ours(call)
    return await _numbers(call)


async def _taken_if_ours(call: Call) -> None:
    focus = call.actor.focus if call.actor else None
    if focus is not None and focus.kind in (FOCUS_CLASS, FOCUS_NUMBER):
        await _taken(call)


async def _numbers(call: Call, toast: Words | None = None) -> Reply:
    """What is counted or entered; a press enters another number."""
    counts = await call.use(service_year.counts_of)
    entered = await call.use(service_numbers.entered)
    draft = Draft().text("numbers-head")
    draft.parts += [_number(name, counts.get(name), entered.get(name)) for name in NUMBERS]
    buttons = [press(say(f"button-number-{name.replace('_', '-')}"), "ie.ask", name) for name in NUMBERS]
    for i in range(0, len(buttons), 2):
        draft.row(*buttons[i : i + 2])
    return for_staff(draft.button("button-back", "in", 0), toast)


def _number(name: str, count: Count | None, entered: Entered | None) -> Words:
    label = say(f"fact-{name}")
    if count is None:
        return say("number-none", label=label)
    if count.before is not None:
        return say("number-halves", label=label, before=count.before, value=count.value)
    return say("number-entered" if entered else "number-counted", label=label, value=count.value)


async def ask(call: Call) -> Reply:
    """`ie.ask:<number>`"""
    name = call.word(0)
    if name not in NUMBERS:
        raise StaleScreen()
    await _wait(call, FOCUS_NUMBER, name)
    key = "number-ask-two" if name in CONFLICTS else "number-ask-one"
    draft = Draft().text(key, label=say(f"fact-{name}"))
    if name not in CONFLICTS and name in await call.use(service_numbers.entered):
        draft.button("button-number-own", "ie.own", name)
    return for_staff(draft.button("button-back", "ie.num"))


async def number_typed(call: Call) -> Reply:
    await call.use(service_numbers.enter, call.ref, call.text)
    await _taken(call)
    return await _numbers(call)


async def own(call: Call) -> Reply:
    """`ie.own:<number>`: as the bot counts."""
    await call.use(service_numbers.take_back, call.word(0))
    await _taken(call)
    return await _numbers(call, say("toast-saved"))
