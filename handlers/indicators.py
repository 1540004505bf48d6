"""The year's indicators on the screen: numbers, before and after, last year beside."""

from __future__ import annotations

from handlers.call import Call
from handlers.routes import Routes
from handlers.screens import Draft, Reply, for_staff, pager, press
from mentoring.evaluation import service_year
from mentoring.evaluation.rules_indicators import Finding, Group
from mentoring.evaluation.service_year import Year
from mentoring.evaluation.wording import finding_lines
from mentoring.texts import Raw, Words, say

EACH = 2


def register(routes: Routes) -> None:
    routes.press("in")(show)


def pages_of(found: Year) -> list[list[Finding]]:
    """A few indicators of one group each: a telephone shows no more."""
    groups = [[one for one in found.findings if one.indicator.group is group] for group in Group]
    return [some[i : i + EACH] for some in groups for i in range(0, len(some), EACH)]


async def show(call: Call) -> Reply:
    """`in:<page>`"""
    found = await call.use(service_year.look)
    pages = pages_of(found)
    number = min(max(call.number(0), 0), len(pages) - 1)
    group = say(f"report-group-{pages[number][0].indicator.group}")
    draft = Draft().text("indicators-head", group=group, page=number + 1, pages=len(pages))
    draft.text("indicators-frozen" if found.report else "indicators-running")
    if number == 0:
        draft.parts += pending(call, found)
    draft.parts += [_lines(call, one) for one in pages[number]]
    draft.row(*pager(number, len(pages), "in"))
    draft.row(press(say("button-classes"), "ie.cls"), press(say("button-numbers"), "ie.num"))
    draft.row(press(say("button-report"), "yr"), press(say("button-back"), "ye"))
    return for_staff(draft)


def _lines(call: Call, found: Finding) -> Words:
    name, *sentences = finding_lines(found, call.words, call.language)
    return say("indicator-one", name=name, lines="\n".join(f"• {one}" for one in sentences))


def pending(call: Call, found: Year) -> list[Words]:
    """What is not counted yet, before the figures are fixed."""
    if found.report is not None:
        return []
    said: list[Words] = [say("pending-survey", title=Raw(one.titles.within(call.language))) for one in found.open]
    if found.evaluating:
        said.append(say("pending-mutual"))
    if found.cards > 0:
        said.append(say("pending-cards", count=found.cards))
    return said
