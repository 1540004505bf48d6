"""Those without a pair, for the psychologist and the curator."""

from __future__ import annotations

from handlers.call import Call
from handlers.routes import Routes
from handlers.screens import Draft, Reply, for_staff, pager
from mentoring.matching import service_unpaired as service
from mentoring.people.rules import Role

PAGE = 8


def register(routes: Routes) -> None:
    routes.press("un.list")(listed)


async def listed(call: Call) -> Reply:
    """`un.list:<n>`: everybody who is without a pair, and whether somebody could be theirs now."""
    found = await call.use(service.listed)
    pages = max(1, -(-len(found) // PAGE))
    number = min(max(call.number(0), 0), pages - 1)
    some = found[number * PAGE : (number + 1) * PAGE]
    curator = call.actor is not None and call.actor.has(Role.CURATOR)
    start = number * PAGE + 1
    draft = Draft()
    if some:
        draft.text("unpaired-head", first=start, last=start + len(some) - 1, total=len(found))
    else:
        draft.text("unpaired-none")
    for one in some:
        draft.text(
            "unpaired-fits" if one.fitting else "unpaired-waits", name=one.person.name or "", count=one.fitting
        )
    draft.row(*pager(number, pages, "un.list"))
    if some and curator:
        draft.button("button-match-go", "ma.go")
    draft.button("button-back", "ma") if curator else draft.button("button-home", "home")
    return for_staff(draft)
