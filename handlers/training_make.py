"""What the staff puts into training: cycles and lessons of the school's own, tests, the feedback survey."""

from __future__ import annotations

from handlers.call import Call
from handlers.plan import answered, wait_for
from handlers.routes import Handler, Routes
from handlers.screens import Draft, Reply, press
from handlers.training import curator, keeper, screen
from mentoring.errors import ProgrammeError
from mentoring.texts import say
from mentoring.training import service, service_feedback

FOCUS_CYCLE, FOCUS_LESSON, FOCUS_TEST = "training_cycle", "training_lesson", "training_test"


def register(routes: Routes) -> None:
    routes.text(FOCUS_CYCLE)(cycle_typed)
    routes.press("tr.change")(change)
    routes.press("tr.add")(add)
    routes.text(FOCUS_LESSON)(lesson_typed)
    routes.upload(FOCUS_LESSON)(lesson_sent)
    routes.press("tr.settest")(test_ask)
    routes.text(FOCUS_TEST)(test_typed)
    routes.press("tr.ldrop")(lesson_drop_ask)
    routes.press("tr.ldrop2")(lesson_drop)
    routes.press("tr.drop")(drop_ask)
    routes.press("tr.drop2")(drop)
    routes.press("tr.feedback")(feedback_ask)
    routes.press("tr.feedback2", aside=True)(feedback)
    routes.events["media"] = _media_before(routes.events["media"])


def _media_before(other: Handler) -> Handler:
    """A photo or a video sent while a lesson is to be added is one; everything else goes the usual way."""

    async def media(call: Call) -> Reply:
        focus = call.actor.focus if call.actor else None
        mine = focus is not None and focus.kind == FOCUS_LESSON and call.attachment is not None
        return await (lesson_sent if mine else other)(call)

    return media


def _staff(call: Call) -> None:
    if not keeper(call):
        raise ProgrammeError("error-not-yours")


async def cycle_typed(call: Call) -> Reply:
    shown = await call.use(service.make, call.text)
    await answered(call)
    return screen(call, shown, say("toast-training-taken"))


async def change(call: Call) -> Reply:
    _staff(call)
    shown = await call.use(service.cycle, call.number(0))
    draft = Draft().text("training-change", title=shown.cycle.title)
    draft.button("button-training-add", "tr.add", shown.cycle.id)
    if curator(call):
        draft.button("button-training-drop-cycle", "tr.drop", shown.cycle.id)
    return draft.button("button-back", "tr", shown.cycle.id).reply()


async def add(call: Call) -> Reply:
    _staff(call)
    await wait_for(call, FOCUS_LESSON, call.number(0))
    return Draft().text("training-add").button("button-back", "tr", call.number(0)).reply()


async def lesson_typed(call: Call) -> Reply:
    await call.use(service.add_lesson, int(call.ref), call.text)
    return await _added(call)


async def lesson_sent(call: Call) -> Reply:
    if call.attachment is None:
        raise ProgrammeError("error-file-lost")
    unnamed = call.words("library-unnamed")
    await call.use(service.add_file, int(call.ref), call.attachment, call.text, unnamed)
    return await _added(call)


async def _added(call: Call) -> Reply:
    await answered(call)
    return screen(call, await call.use(service.cycle, int(call.ref)), say("toast-training-added"))


async def test_ask(call: Call) -> Reply:
    _staff(call)
    cycle_id, lesson_id = call.number(0), call.number(1)
    await wait_for(call, FOCUS_TEST, cycle_id, lesson_id)
    return Draft().text("training-test-ask").button("button-back", "tr.lesson", cycle_id, lesson_id).reply()


async def test_typed(call: Call) -> Reply:
    cycle_id, _, lesson_id = call.ref.partition(":")
    kept = await call.use(service.set_test, int(cycle_id), int(lesson_id), call.text)
    await answered(call)
    shown = await call.use(service.cycle, kept.cycle_id)
    return screen(call, shown, say("toast-training-test", count=len(kept.test)))


async def lesson_drop_ask(call: Call) -> Reply:
    _staff(call)
    one = await call.use(service.lesson, call.number(0), call.number(1))
    draft = Draft().text("training-lesson-drop", title=one.title)
    draft.button("button-training-drop2", "tr.ldrop2", one.cycle_id, one.id)
    return draft.button("button-back", "tr.lesson", one.cycle_id, one.id).reply()


async def lesson_drop(call: Call) -> Reply:
    shown = await call.use(service.drop_lesson, call.number(0), call.number(1))
    return screen(call, shown, say("toast-training-dropped"))


async def drop_ask(call: Call) -> Reply:
    shown = await call.use(service.cycle, call.number(0))
    draft = Draft().text("training-cycle-drop", title=shown.cycle.title)
    draft.button("button-training-drop2", "tr.drop2", shown.cycle.id)
    return draft.button("button-back", "tr", shown.cycle.id).reply()


async def drop(call: Call) -> Reply:
    await call.use(service.drop, call.number(0))
    draft = Draft().text("training-cycle-dropped").button("button-training", "training")
    return draft.reply(toast=say("toast-training-dropped"))


async def feedback_ask(call: Call) -> Reply:
    people = await call.use(service_feedback.came)
    draft = Draft()
    if not people:
        draft.text("training-feedback-none")
    else:
        draft.text("training-feedback", count=len(people))
        if len(people) < service_feedback.LEAST:
            draft.text("training-feedback-few", least=service_feedback.LEAST)
        draft.row(press(say("button-training-ask"), "tr.feedback2"))
    return draft.button("button-back", "training").reply()


async def feedback(call: Call) -> Reply:
    survey = await call.use(service_feedback.open_feedback)
    draft = Draft().text("training-feedback-opened").button("button-look", "sv.show", survey.id)
    return draft.button("button-back", "training").reply(toast=say("toast-training-asked"))
