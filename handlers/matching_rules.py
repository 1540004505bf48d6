"""The curator's own rules for runs to come: who is pinned, forbidden, together, apart."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.acceptance import for_curator
from handlers.call import Call, StaleScreen
from handlers.routes import Routes
from handlers.screens import Draft, Reply, pager, press
from mentoring.matching import service, service_edits
from mentoring.matching.service import Ground
from mentoring.ports_matching import RuleKind, SideRule
from mentoring.texts import Words, say

PAGE = 6
# A button holds 64 bytes: kinds go by a letter.
KINDS = {"p": RuleKind.PIN, "f": RuleKind.FORBID, "t": RuleKind.TOGETHER, "a": RuleKind.APART}
LETTERS = {kind: letter for letter, kind in KINDS.items()}


def register(routes: Routes) -> None:
    routes.press("ma.rules")(show)
    routes.press("ma.page")(page)
    routes.press("ma.unrule")(drop)
    routes.press("ma.two")(two)
    routes.press("ma.rule")(add)


def rule_of(call: Call, place: int) -> SideRule:
    """`…:<kind's letter>:<first>:<second>` from the argument `place` on."""
    if call.word(place) not in KINDS:
        raise StaleScreen()
    return SideRule(KINDS[call.word(place)], call.number(place + 1), call.number(place + 2))


async def show(call: Call) -> Reply:
    return await rules_screen(call, 0)


async def page(call: Call) -> Reply:
    return await rules_screen(call, call.number(0))


async def rules_screen(call: Call, number: int, toast: Words | None = None) -> Reply:
    """`ma.page:<n>`: what is decided so far; a press takes a rule away."""
    found = await call.use(service.ground)
    rules = found.rules
    pages = max(1, -(-len(rules) // PAGE))
    number = min(max(number, 0), pages - 1)
    draft = Draft().text("match-rules-head" if rules else "match-rules-none")
    for rule in rules[number * PAGE : (number + 1) * PAGE]:
        draft.row(press(_line(call, found, rule), "ma.unrule", *_data(rule)))
    draft.row(*pager(number, pages, "ma.page"))
    draft.row(
        press(say("button-rule-together"), "ma.two", "t", 0, 0),
        press(say("button-rule-apart"), "ma.two", "a", 0, 0),
    )
    return for_curator(draft.button("button-back", "ma"), toast)


def _data(rule: SideRule) -> tuple[object, ...]:
    return LETTERS[rule.kind], rule.first_id, rule.second_id


def _line(call: Call, found: Ground, rule: SideRule) -> str:
    first, second = found.name(rule.first_id), found.name(rule.second_id)
    return call.words(f"rule-line-{rule.kind}", first=first, second=second)


async def drop(call: Call) -> Reply:
    await call.use(service_edits.drop_rule, rule_of(call, 0))
    return await rules_screen(call, 0, say("toast-rule-gone"))


async def two(call: Call) -> Reply:
    """`ma.two:<kind>:<first mentee, 0 for none yet>:<page>`: two mentees, one after the other."""
    if call.word(0) not in ("t", "a"):
        raise StaleScreen()
    kind, first, number = KINDS[call.word(0)], call.number(1), call.number(2)
    found = await call.use(service.ground)
    people = sorted(found.mentees - {first}, key=found.name)
    draft = Draft().text(f"rule-ask-{kind}", name=found.name(first) if first else "", step=2 if first else 1)
    return for_curator(_choices(draft, found, people, call.word(0), first, number))


def _choices(draft: Draft, found: Ground, people: Sequence[int], letter: str, first: int, number: int) -> Draft:
    pages = max(1, -(-len(people) // PAGE))
    number = min(max(number, 0), pages - 1)
    for person in people[number * PAGE : (number + 1) * PAGE]:
        data = ("ma.rule", letter, first, person) if first else ("ma.two", letter, person, 0)
        draft.row(press(found.name(person), *data))
    draft.row(*pager(number, pages, "ma.two", letter, first))
    return draft.button("button-back", "ma.rules")


async def add(call: Call) -> Reply:
    """`ma.rule:<kind>:<first>:<second>`"""
    rule = rule_of(call, 0)
    await call.use(service_edits.add_rule, rule)
    return await rules_screen(call, 0, say("toast-rule-kept"))
