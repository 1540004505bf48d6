"""Random walks through every questionnaire on a real database: killed, delivered twice, pressed on old screens.

Whatever the way, what is sent is what somebody sends who gives the same answers straight through. WALKS is the
number of walks a questionnaire (15 when unset; a fifth of them through the big one).
"""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Callable
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from random import Random

import pytest
import pytest_asyncio

from mentoring.people import entrance
from mentoring.people.rules import Actor, Guest
from mentoring.questionnaires import rules_state as s
from mentoring.questionnaires import service
from mentoring.questionnaires.catalogue import shipped
from mentoring.questionnaires.rules_engine import apply, ask
from mentoring.questionnaires.rules_form import Form
from mentoring.questionnaires.view import View, local, state_of
from mentoring.questionnaires.xlsform import read_form
from storage import migrate
from storage.engine import Database
from storage.unit import StorageUnit
from tests.questionnaires.answers import given, honest
from tests.questionnaires.big_form import CONDITIONS, QUESTIONS, big_form_source
from tests.storage.ground import NOW

WALKS = int(os.environ.get("WALKS", "15"))
PERSON = 91
NONSENSE = "съешь ещё этих мягких французских булок"


@lru_cache(maxsize=1)
def big_form() -> Form:
    return read_form("big.md", big_form_source().encode())


def form_named(form_id: str) -> Form:
    return big_form() if form_id == "big" else shipped()[form_id]


class Killed(Exception):
    """The process ends before the transaction does."""


class Walker:
    """One person, one questionnaire, one occasion; what is stored is all that lasts from one step to the next."""

    def __init__(self, database: Database, form: Form, random: Random, occasion: str) -> None:
        self.database = database
        self.form = form
        self.random = random
        self.occasion = occasion
        self.now: datetime = NOW
        self.submission = 0
        self.events = 0

    async def begun(self) -> None:
        def work(actor: Actor, unit: StorageUnit) -> None:
            unit.forms.keep(self.form.version, self.form.form_id, "big.md", big_form_source().encode())
            seed = self.random.randrange(1000)
            kept = unit.submissions.open(actor.id, self.form.form_id, self.occasion, self.form.version, seed, NOW)
            self.submission = kept.id
            service.act(actor, unit, kept.id, kept.rev, s.Begin())

        await self.do(work)

    async def do(self, work: Callable[[Actor, StorageUnit], None]) -> None:
        def inside(connection: object) -> None:
            unit = StorageUnit(connection, NOW)  # type: ignore[arg-type]
            actor = unit.people.actor(PERSON)
            assert actor is not None
            self.now = local(actor, unit)
            work(actor, unit)

        await self.database.write(inside, relaxed=True)

    async def some(self) -> None:
        """A few steps in one transaction; now and then it is killed, and all of them are undone."""
        kill = self.random.random() < 0.2

        def work(actor: Actor, unit: StorageUnit) -> None:
            view = service.look(actor, unit, self.submission)
            for _ in range(self.random.randint(1, 12)):
                view = self.step(actor, unit, view)
            if kill:
                raise Killed

        try:
            await self.do(work)
        except Killed:
            assert kill

    def step(self, actor: Actor, unit: StorageUnit, shown: View) -> View:
        event = self.anything(shown.ask)
        view = self.happens(actor, unit, shown.rev, event)
        if self.random.random() < 0.1 and view.rev != shown.rev:
            self.is_stale(actor, unit, shown.rev, event)
        if self.random.random() < 0.1 and view.rev > 0:
            self.is_stale(actor, unit, self.random.randrange(view.rev), self.anything(view.ask))
        return view

    def happens(self, actor: Actor, unit: StorageUnit, rev: int | None, event: s.Event) -> View:
        """One event; the screen it gives is the screen that what is stored gives."""
        self.events += 1
        typed = isinstance(event, s.Type) and self.random.random() < 0.5
        view = service.act(actor, unit, self.submission, None if typed else rev, event)
        assert not view.stale
        if self.random.random() < 0.2:
            assert view.ask == ask(self.form, self.stored(actor, unit), self.now, actor.language)
        return view

    def is_stale(self, actor: Actor, unit: StorageUnit, rev: int, event: s.Event) -> None:
        before = self.stored(actor, unit)
        assert service.act(actor, unit, self.submission, rev, event).stale
        assert self.stored(actor, unit) == before

    def stored(self, actor: Actor, unit: StorageUnit) -> s.State:
        found = unit.submissions.find(actor.id, self.submission)
        assert found is not None
        return state_of(found)

    def anything(self, shown: s.Ask) -> s.Event:
        """Mostly answers, else a change of mind or nonsense; never the last button of all."""
        if isinstance(shown, s.QuestionAsk) and self.random.random() < 0.75:
            return self.random.choice(honest(self.random, shown))
        names = [item.name for item in shown.items] if isinstance(shown, s.Review) else []
        if names and self.random.random() < 0.6:
            return s.Edit(self.random.choice(names))
        others: list[s.Event] = [
            s.Back(), s.Back(), s.Edit("0"), s.ToReview(), s.ToReview(), s.Skip(), s.Clear(), s.Begin(),
            s.Type(NONSENSE), s.Choose(self.random.randrange(9)), s.Toggle(self.random.randrange(9)), s.ConfirmMany(),
            *([s.Send()] if isinstance(shown, s.Review) and not shown.complete else []),
            *([s.Restart()] if self.random.random() < 0.05 else []),
        ]  # fmt: skip
        return self.random.choice(others)

    async def finished(self) -> tuple[s.State, s.State]:
        """Answers what is left and sends: the state before the last press and what is stored after it."""
        states: list[s.State] = []

        def work(actor: Actor, unit: StorageUnit) -> None:
            view = service.look(actor, unit, self.submission)
            for _ in range(2_000):
                if isinstance(view.ask, s.Review) and view.ask.complete:
                    states.append(self.stored(actor, unit))
                    view = self.happens(actor, unit, view.rev, s.Send())
                    assert isinstance(view.outcome, s.Sent)
                    states.append(self.stored(actor, unit))
                    return
                view = self.goes_on(actor, unit, view)
            raise AssertionError(view.ask)

        await self.do(work)
        return states[0], states[1]

    def goes_on(self, actor: Actor, unit: StorageUnit, view: View) -> View:
        """Whoever edits a question before what its bound reads is answered gets nowhere there, and goes on."""
        asked = view.ask
        steps: list[s.Event] = [s.Begin()]
        if isinstance(asked, s.QuestionAsk) and asked.refusals < 50:
            steps = honest(self.random, asked)
        for event in steps:
            view = self.happens(actor, unit, view.rev, event)
        return view


def straight(form: Form, meant: s.State, now: datetime, language: str) -> dict[str, str | None]:
    """What is sent by somebody who gives these answers one after the other."""
    state = apply(form, s.State(seed=meant.seed), s.Begin(), now).state
    while isinstance(shown := ask(form, state, now, language), s.QuestionAsk):
        for event in given(shown, meant.answers[shown.name]):
            state, outcome = apply(form, state, event, now, language)
            assert not isinstance(outcome, (s.Refused, s.Ambiguous)), (shown, meant.answers[shown.name], outcome)
    outcome = apply(form, state, s.Send(), now, language).outcome
    assert isinstance(outcome, s.Sent), outcome
    return dict(outcome.answers)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def database(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Database]:
    path: Path = tmp_path_factory.mktemp("walks")
    found = Database(f"sqlite+aiosqlite:///{path}/walks.db")
    await migrate.upgrade(found)

    def settle(connection: object) -> None:
        unit = StorageUnit(connection, NOW)  # type: ignore[arg-type]
        token = entrance.found_school(unit, "Школа № 6").token
        entrance.open_link(Guest(PERSON, "ru"), unit, token)

    await found.write(settle)
    yield found
    await found.close()


@pytest.mark.parametrize("form_id", [*sorted(shipped()), "big"])
@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.timeout(3 * WALKS + 60)
async def test_any_way_through_sends_what_the_straight_way_sends(form_id: str, database: Database) -> None:
    form, events = form_named(form_id), 0
    walks = max(1, WALKS // 5) if form_id == "big" else WALKS
    for number in range(walks):
        walker = Walker(database, form, Random(f"{form_id}{number}"), f"walk{number}")
        await walker.begun()
        for _ in range(walker.random.randint(0, 12)):
            await walker.some()
        meant, sent = await walker.finished()
        expected = straight(form, meant, walker.now, "ru")
        assert {name: answer.value for name, answer in sent.answers.items()} == expected, (form_id, number)
        events += walker.events
    assert events > walks * 5
    print(f"{form_id}: {walks} walks, {events} events")


def test_the_big_form_is_as_big_as_it_says() -> None:
    form = big_form()
    conditional = [q for q in form.questions if q.conditions]
    assert sum(question.asked for question in form.questions) == QUESTIONS
    assert (len(conditional), len(form.repeats)) == (CONDITIONS, 1)
