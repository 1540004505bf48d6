"""A ballot in its voter's hand; the winner's own yes to the news of it."""

from __future__ import annotations

from handlers.call import Call
from handlers.closing_menu import part, span
from handlers.routes import Routes
from handlers.screens import Draft, Reply, Screen, pager, press
from mentoring.awards import service, service_winners
from mentoring.awards.rules import title_of
from mentoring.awards.service import Paper
from mentoring.awards.service_winners import News
from mentoring.notices.rules import Audience, Privacy
from mentoring.texts import Raw, Words, say


def register(routes: Routes) -> None:
    routes.press("vo")(show)
    routes.press("vo.for", aside=True)(given)
    routes.press("aw.share")(share_ask)
    routes.press("aw.share2", aside=True)(shared)


async def show(call: Call) -> Reply:
    """`vo:<nomination>:<page>`"""
    return _ballot(await call.use(service.ballot, call.number(0)), call.number(1))


def _ballot(paper: Paper, number: int, toast: Words | None = None) -> Reply:
    some, number, pages = part(paper.nominees, number)
    contest = paper.contest
    draft = Draft().text("vote-head", title=title_of(contest.nomination))
    draft.text("vote-given" if paper.chosen else "vote-secret")
    span(draft, number, len(paper.nominees))
    for one in some:
        mine = one.candidate.id == paper.chosen
        label = say("toggle-on" if mine else "toggle-off", label=Raw(", ".join(one.names)))
        draft.row(press(label, "vo.for", contest.id, one.candidate.id, number))
    draft.row(*pager(number, pages, "vo", contest.id))
    return draft.button("button-back", "yo").reply(toast=toast)


async def given(call: Call) -> Reply:
    """`vo.for:<nomination>:<nominee>:<page>`"""
    paper = await call.use(service.vote, call.number(0), call.word(1))
    return _ballot(paper, call.number(2), say("toast-voted"))


async def share_ask(call: Call) -> Reply:
    """The very words that others would read, before anybody reads them."""
    news = await call.use(service_winners.share_ask, call.number(0))
    draft = Draft().text("award-share-ask").words(_news(news)).text("award-share-where")
    draft.button("button-award-share2", "aw.share2", news.contest.id)
    return draft.button("button-award-keep", "yo").reply()


def _news(news: News) -> Words:
    return say("award-news", title=title_of(news.contest.nomination), names=Raw(", ".join(news.names)))


async def shared(call: Call) -> Reply:
    """The last yes of a pair puts the news into the school's group."""
    news = await call.use(service_winners.share, call.number(0))
    draft = Draft().text("award-shared" if news.names else "award-share-waits")
    told = tuple(
        Screen((_news(news),), fresh=True, audience=Audience.GROUP, privacy=Privacy.PUBLIC, chat_id=chat)
        for chat in news.chats
    )
    return Reply((draft.button("button-back", "yo").screen(), *told))
