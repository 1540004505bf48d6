"""Interviews with candidates for mentors: the list, one question a screen, the decision, the register."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

from handlers.call import Call, StaleScreen
from handlers.plan import answered, wait_for
from handlers.routes import Routes
from handlers.screens import Draft, Reply, for_staff, pager, press
from mentoring.errors import ProgrammeError
from mentoring.selection import service
from mentoring.selection.rules import CRITERIA, GRADES, Criterion, Decision, Interview, reached
from mentoring.selection.service import Candidate
from mentoring.texts import Raw, Words, say
from mentoring.words.rules import understand

PAGE = 6
FOCUS_REMARK, FOCUS_DAY = "interview_remark", "interview_day"
DECISIONS = (Decision.APPROVED, Decision.LATER, Decision.NO)


def register(routes: Routes) -> None:
    routes.press("interviews")(first)
    routes.press("iv.page")(listed)
    routes.press("iv")(show)
    routes.press("iv.begin")(begin)
    routes.press("iv.q")(question)
    routes.press("iv.grade")(grade)
    routes.press("iv.day")(day_ask)
    routes.press("iv.on")(day_pressed)
    routes.press("iv.remark")(remark_ask)
    routes.press("iv.clear")(remark_clear)
    routes.press("iv.decide", aside=True)(decide)
    routes.press("iv.no")(no_ask)
    routes.press("iv.tell", aside=True)(tell_no)
    routes.text(FOCUS_REMARK)(remark_typed)
    routes.text(FOCUS_DAY)(day_typed)


def _interviewer(call: Call) -> bool:
    return call.actor is not None and call.actor.has(*service.INTERVIEWERS)


async def first(call: Call) -> Reply:
    call.args = ("0",)
    return await listed(call)


async def listed(call: Call) -> Reply:
    """`iv.page:<n>`: candidates, those not talked to yet first."""
    found = await call.use(service.candidates)
    pages = max(1, -(-len(found) // PAGE))
    number = min(max(call.number(0), 0), pages - 1)
    some = found[number * PAGE : (number + 1) * PAGE]
    draft = Draft()
    if not some:
        draft.text("interviews-none").button("button-people", "people", "mentors", 0)
        return for_staff(draft.button("button-home", "home"))
    start = number * PAGE + 1
    approved = sum(one.decision is Decision.APPROVED for one in found)
    draft.text("interviews-head", first=start, last=start + len(some) - 1, total=len(found), approved=approved)
    for one in some:
        draft.row(press(_line(call, one), "iv", one.person.id))
    draft.row(*pager(number, pages, "iv.page"))
    draft.row(press(say("button-compare"), "ma.compare"), press(say("button-orders"), "or.list"))
    return for_staff(draft.button("button-home", "home"))


def _line(call: Call, one: Candidate) -> str:
    state = _state(one.interview)
    return call.words(f"interview-line-{state}", name=one.person.name or "")


def _state(interview: Interview | None) -> str:
    if interview is None:
        return "new"
    return interview.decision.value or "begun"


async def show(call: Call) -> Reply:
    return await _card(call, await call.use(service.candidate, call.number(0)))


async def _card(call: Call, found: Candidate, toast: Words | None = None) -> Reply:
    """What the questionnaire says, what was seen, what was decided, and what can be done next."""
    draft = Draft().text("interview-head", name=found.person.name or "")
    for column in ("competences", "achievements", "time"):
        if found.entry.values.get(column):
            draft.text(f"interview-{column}", text=Raw(found.entry.values[column]))
    interview = found.interview
    told = interview is not None and interview.told
    draft.text("interview-state-told" if told else f"interview-state-{_state(interview)}")
    if _interviewer(call):
        _recorded(call, draft, interview)
        _actions(draft, found)
    return for_staff(draft.button("button-back", "interviews"), toast)


def _recorded(call: Call, draft: Draft, interview: Interview | None) -> None:
    if interview is None:
        return
    points, most = reached(interview)
    draft.text("interview-held", day=interview.held_on, points=points, most=most)
    lines = [
        call.words("interview-grade", title=say(f"criterion-{one.name}"), grade=_grade_words(one, interview))
        for one in CRITERIA
        if one.name in interview.grades
    ]
    if lines:
        draft.words(Raw("\n".join(lines)))
    if interview.remark:
        draft.text("interview-remark", text=Raw(interview.remark))


def _grade_words(one: Criterion, interview: Interview) -> Words:
    return say(f"grade-{one.scale.value.replace('_', '-')}-{interview.grades[one.name]}")


def _actions(draft: Draft, found: Candidate) -> None:
    interview, person = found.interview, found.person.id
    if interview is None:
        draft.button("button-interview-begin", "iv.begin", person)
        return
    if interview.open_criterion is not None:
        draft.button("button-interview-go-on", "iv.q", person, interview.open_criterion.name)
    else:
        _decisions(draft, interview)
        draft.button("button-interview-again", "iv.q", person, CRITERIA[0].name)
    draft.row(
        press(say("button-interview-day"), "iv.day", person),
        press(say("button-interview-remark"), "iv.remark", person),
    )


def _decisions(draft: Draft, interview: Interview) -> None:
    person, revision = interview.person_id, interview.revision
    offered = [one for one in DECISIONS if one is not interview.decision]
    draft.row(*(press(say(f"button-decide-{one}"), "iv.decide", person, one, revision) for one in offered))
    if interview.decision is Decision.NO and not interview.told:
        draft.button("button-tell-no", "iv.no", person)


async def begin(call: Call) -> Reply:
    found = await call.use(service.begin, call.number(0))
    return _ask(found, (found.interview and found.interview.open_criterion) or CRITERIA[0])


async def question(call: Call) -> Reply:
    """`iv.q:<person>:<criterion>`: one thing to look at."""
    found = await call.use(service.candidate, call.number(0))
    one = next((one for one in CRITERIA if one.name == call.word(1)), None)
    if one is None or found.interview is None or not _interviewer(call):
        raise StaleScreen()
    return _ask(found, one)


def _ask(found: Candidate, one: Criterion) -> Reply:
    person, place = found.person.id, CRITERIA.index(one)
    draft = Draft().text("interview-question", name=found.person.name or "", place=place + 1, total=len(CRITERIA))
    draft.text(f"criterion-{one.name}-ask")
    given = found.interview.grades.get(one.name) if found.interview else None
    for grade in GRADES[one.scale]:
        label = say(f"grade-{one.scale.value.replace('_', '-')}-{grade}")
        shown = say("toggle-on", label=label) if grade == given else label
        draft.row(press(shown, "iv.grade", person, one.name, grade))
    if place:
        draft.button("button-previous", "iv.q", person, CRITERIA[place - 1].name)
    return for_staff(draft.button("button-interview-later", "iv", person))


async def grade(call: Call) -> Reply:
    """`iv.grade:<person>:<criterion>:<points>`: kept at once; the next one follows, after the last the card."""
    person, name = call.number(0), call.word(1)
    found = await call.use(service.grade, person, name, call.number(2))
    place = [one.name for one in CRITERIA].index(name) + 1
    if place < len(CRITERIA):
        return _ask(found, CRITERIA[place])
    return await _card(call, found, say("toast-interview-kept"))


async def day_ask(call: Call) -> Reply:
    person = call.number(0)
    await call.use(service.begin, person)
    await wait_for(call, FOCUS_DAY, person)
    draft = Draft().text("interview-day-ask")
    draft.row(
        press(say("button-interview-today"), "iv.on", person, 0),
        press(say("button-interview-yesterday"), "iv.on", person, 1),
    )
    return draft.button("button-back", "iv", person).reply()


async def day_pressed(call: Call) -> Reply:
    """`iv.on:<person>:<days ago>`"""
    day = await call.use(service.today) - timedelta(days=min(max(call.number(1), 0), 366))
    found = await call.use(service.set_day, call.number(0), day)
    await answered(call)
    return await _card(call, found, say("toast-interview-kept"))


async def day_typed(call: Call) -> Reply:
    assert call.actor is not None
    found = understand(call.text, call.now.astimezone(ZoneInfo(call.actor.school.zone)))
    if found is None or found.start is None:
        raise ProgrammeError("error-interview-day")
    shown = await call.use(service.set_day, int(call.ref), found.start.date())
    await answered(call)
    return await _card(call, shown)


async def remark_ask(call: Call) -> Reply:
    person = call.number(0)
    found = await call.use(service.begin, person)
    await wait_for(call, FOCUS_REMARK, person)
    draft = Draft().text("interview-remark-ask")
    if found.interview is not None and found.interview.remark:
        draft.button("button-remark-clear", "iv.clear", person)
    return draft.button("button-back", "iv", person).reply()


async def remark_typed(call: Call) -> Reply:
    found = await call.use(service.remark, int(call.ref), call.text)
    await answered(call)
    return await _card(call, found)


async def remark_clear(call: Call) -> Reply:
    found = await call.use(service.remark, call.number(0), "")
    await answered(call)
    return await _card(call, found, say("toast-interview-kept"))


async def decide(call: Call) -> Reply:
    """`iv.decide:<person>:<decision>:<revision>`"""
    decision = next((one for one in DECISIONS if one.value == call.word(1)), None)
    if decision is None:
        raise StaleScreen()
    found = await call.use(service.decide, call.number(0), decision, call.number(2))
    return await _card(call, found, say(f"toast-decided-{decision}"))


async def no_ask(call: Call) -> Reply:
    """A refusal is told by a person; here is what the bot would write instead."""
    found = await call.use(service.candidate, call.number(0))
    if not _interviewer(call) or found.decision is not Decision.NO:
        raise StaleScreen()
    draft = Draft().text("interview-tell-no", name=found.person.name or "").text("notice-mentor-not-now")
    draft.button("button-back", "iv", found.person.id)
    return for_staff(draft.button("button-tell-no-really", "iv.tell", found.person.id))


async def tell_no(call: Call) -> Reply:
    found = await call.use(service.tell_no, call.number(0))
    return await _card(call, found, say("toast-interview-told"))
