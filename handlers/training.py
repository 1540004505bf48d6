"""Training of mentors: cycles, lessons with their tests, memo cards, and what the staff sets up."""

from __future__ import annotations

from dataclasses import replace

from handlers.call import Call, StaleScreen
from handlers.matching_orders import russian
from handlers.plan import wait_for
from handlers.routes import Routes
from handlers.screens import Attachment, Button, Draft, Reply, Screen, press
from mentoring.documents import orders
from mentoring.errors import ProgrammeError
from mentoring.matching.service_orders import READERS as ORDER_READERS
from mentoring.notices.rules import Audience, Privacy
from mentoring.people.rules import Role
from mentoring.texts import Raw, Words, say
from mentoring.training import library, service, service_order
from mentoring.training.rules import Choice, Lesson, Read
from mentoring.training.service import Overview, Shown

LETTERS = "1234"


def register(routes: Routes) -> None:
    routes.press("training")(first)
    routes.press("tr.new")(new)
    routes.press("tr.take")(take_up)
    routes.press("tr")(show)
    routes.press("tr.lesson")(lesson)
    routes.press("tr.file")(file)
    routes.press("tr.test")(test)
    routes.press("tr.demand")(demand)
    routes.press("tr.order")(order)
    routes.press("memos")(memos)
    routes.press("memo")(memo)


def keeper(call: Call) -> bool:
    return call.actor is not None and call.actor.has(*service.KEEPERS)


def curator(call: Call) -> bool:
    return call.actor is not None and call.actor.has(Role.CURATOR)


async def first(call: Call) -> Reply:
    return _overview(call, await call.use(service.overview))


def _overview(call: Call, found: Overview, toast: Words | None = None) -> Reply:
    assert call.actor is not None
    draft = Draft().text("training-head" if found.cycles else "training-none")
    if call.actor.has(Role.MENTOR) and found.cycles:
        draft.text("training-own-done" if found.own else "training-own")
    if keeper(call) and found.cycles:
        draft.text("training-staff", count=found.trained)
    for one in found.cycles[:5]:
        draft.row(press(_title(call, one), "tr", one.cycle.id))
    for row in _staff_rows(call, found):
        draft.row(*row)
    return draft.row(press(say("button-memos"), "memos"), press(say("button-back"), "support")).reply(toast=toast)


def _title(call: Call, one: Shown) -> str:
    done = sum(lesson.id in one.done for lesson in one.cycle.lessons)
    return call.words("training-line", title=one.cycle.title, done=done, total=len(one.cycle.lessons))


def _staff_rows(call: Call, found: Overview) -> list[list[Button]]:
    assert call.actor is not None
    rows: list[list[Button]] = [[], []]
    if keeper(call):
        rows[0].append(press(say("button-training-new"), "tr.new"))
    if found.cycles and call.actor.has(*ORDER_READERS):
        rows[0].append(press(say("button-training-order"), "tr.order"))
    if found.cycles and curator(call):
        rows[1].append(press(say("button-training-feedback"), "tr.feedback"))
        key = "button-training-free" if found.demanded else "button-training-demand"
        rows[1].append(press(say(key), "tr.demand", int(not found.demanded)))
    return rows


async def new(call: Call) -> Reply:
    """Cycles that ship, or a title typed for one's own."""
    if not keeper(call):
        raise ProgrammeError("error-not-yours")
    found = await call.use(service.overview)
    await wait_for(call, "training_cycle")
    draft = Draft().text("training-new")
    for one in found.unused:
        draft.row(press(one.title, "tr.take", one.code))
    return draft.button("button-back", "training").reply()


async def take_up(call: Call) -> Reply:
    shown = await call.use(service.take_up, call.word(0))
    return screen(call, shown, say("toast-training-taken"))


async def show(call: Call) -> Reply:
    """`tr:<cycle>`"""
    return screen(call, await call.use(service.cycle, call.number(0)))


PAGE = 8


def screen(call: Call, shown: Shown, toast: Words | None = None, number: int = 0) -> Reply:
    cycle = shown.cycle
    draft = Draft().text("training-cycle" if cycle.lessons else "training-cycle-none", title=cycle.title)
    some = cycle.lessons[number : number + PAGE]
    made = [press(_lesson_line(call, shown, one), "tr.lesson", cycle.id, one.id) for one in some]
    width = 1 if len(made) <= 4 else 2
    for i in range(0, len(made), width):
        draft.row(*made[i : i + width])
    row = [press(say("button-training-dates"), "tr.dates", cycle.id)]
    if keeper(call):
        row.append(press(say("button-training-change"), "tr.change", cycle.id))
    return draft.row(*row, press(say("button-back"), "training")).reply(toast=toast)


def _lesson_line(call: Call, shown: Shown, one: Lesson) -> str:
    return call.words("training-lesson-done" if one.id in shown.done else "training-lesson", title=one.title)


async def lesson(call: Call) -> Reply:
    """`tr.lesson:<cycle>:<lesson>`: its text; at the end of it the test, where there is one."""
    one = await call.use(service.lesson, call.number(0), call.number(1))
    draft = Draft().text("training-lesson-head", title=Raw(one.title))
    for piece in (one.text, one.link):
        if piece:
            draft.words(Raw(piece))
    if one.reference:
        draft.button("button-library-file", "tr.file", one.cycle_id, one.id)
    if call.actor is not None and call.actor.has(Role.MENTOR):
        key = "button-training-test" if one.test else "button-training-read"
        draft.button(key, "tr.test", one.cycle_id, one.id, "")
    if keeper(call):
        row = [] if one.code else [press(say("button-training-set-test"), "tr.settest", one.cycle_id, one.id)]
        draft.row(*row, press(say("button-training-drop"), "tr.ldrop", one.cycle_id, one.id))
    return draft.button("button-back", "tr", one.cycle_id).reply()


async def file(call: Call) -> Reply:
    one = await call.use(service.lesson, call.number(0), call.number(1))
    if not one.reference:
        raise StaleScreen()
    sent = Attachment(one.file_name, reference=one.reference, medium=one.medium)
    back = Draft().text("library-file-sent").button("button-back", "tr.lesson", one.cycle_id, one.id)
    return Reply((Screen((Raw(one.title),), file=sent), back.screen(fresh=True)), say("toast-file"))


async def test(call: Call) -> Reply:
    """`tr.test:<cycle>:<lesson>:<answers so far>`: one question a screen, what was right said at once."""
    one = await call.use(service.lesson, call.number(0), call.number(1))
    given = [int(letter) for letter in call.word(2) if letter.isdecimal()]
    if len(given) > len(one.test) or "".join(map(str, given)) != call.word(2):
        raise StaleScreen()
    draft = Draft()
    if given:
        _said(draft, one.test[len(given) - 1], given[-1])
    if len(given) == len(one.test):
        return _finished(draft, one, await call.use(service.finish, one.cycle_id, one.id, given))
    _ask(draft, one, given)
    return draft.button("button-back", "tr.lesson", one.cycle_id, one.id).reply()


def _said(draft: Draft, one: Choice, given: int) -> None:
    right = given == one.right
    draft.text("training-right" if right else "training-wrong", option=one.options[one.right])
    if one.why:
        draft.words(Raw(one.why))


def _ask(draft: Draft, one: Lesson, given: list[int]) -> None:
    """Options are sentences: they stand in the text, their numbers on the buttons."""
    asked = one.test[len(given)]
    draft.text("training-question", place=len(given) + 1, total=len(one.test), ask=Raw(asked.ask))
    options = "\n".join(f"{LETTERS[place]}. {text}" for place, text in enumerate(asked.options))
    draft.words(Raw(options))
    before = "".join(map(str, given))
    numbers = range(len(asked.options))
    draft.row(*(press(LETTERS[n], "tr.test", one.cycle_id, one.id, f"{before}{n}") for n in numbers))


def _finished(draft: Draft, one: Lesson, read: Read) -> Reply:
    if read.asked:
        draft.text("training-passed" if read.passed else "training-again", right=read.right, total=read.asked)
        if not read.passed:
            draft.button("button-training-again", "tr.test", one.cycle_id, one.id, "")
    else:
        draft.text("training-read")
    return draft.button("button-training-lessons", "tr", one.cycle_id).reply(toast=say("toast-training-read"))


async def demand(call: Call) -> Reply:
    """`tr.demand:<0|1>`"""
    await call.use(service.demand, call.word(0) == "1")
    key = "toast-training-demanded" if call.word(0) == "1" else "toast-training-free"
    return _overview(call, await call.use(service.overview), say(key))


async def order(call: Call) -> Reply:
    """The order with plan and schedule, as it would be today."""
    made = orders.render(await call.use(service_order.order, russian))
    screen = Screen((say("order-file"),), file=Attachment("order-training.docx", made))
    return Reply((replace(screen, audience=Audience.STAFF, privacy=Privacy.NAMED),), say("toast-file"))


async def memos(call: Call) -> Reply:
    """For everybody: a mentee may read what a mentor keeps to."""
    draft = Draft().text("memos-head")
    made = [press(one.title, "memo", one.code) for one in library.memos(call.language)]
    for i in range(0, len(made), 2):
        draft.row(*made[i : i + 2])
    return draft.button("button-back", "library").reply()


async def memo(call: Call) -> Reply:
    found = next((one for one in library.memos(call.language) if one.code == call.word(0)), None)
    if found is None:
        raise StaleScreen()
    draft = Draft().text("memo-head", title=found.title).words(Raw(found.text))
    return draft.button("button-back", "memos").reply()
