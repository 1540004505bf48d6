"""A school with a curator, three mentors and three mentees who take part, on a real database."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TypeVar

from mentoring.consent.rules import ConsentKind
from mentoring.notices.rules import Notice
from mentoring.people import entrance
from mentoring.people.rules import PROCESSING_VERSION, Actor, PersonState, Role
from mentoring.questionnaires import service
from mentoring.questionnaires.rules_form import ATTACHED, MULTIPLE, Kind
from mentoring.questionnaires.rules_state import (
    Acknowledge,
    Begin,
    Choose,
    ConfirmMany,
    QuestionAsk,
    Review,
    Send,
    Skip,
    Toggle,
    Type,
    Welcome,
)
from mentoring.questionnaires.service import View
from mentoring.questionnaires.xlsform import read_form
from storage import migrate
from storage.engine import Database
from storage.unit import StorageUnit

T = TypeVar("T")
NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)  # a Tuesday, noon in Moscow
CURATOR = 70
MENTORS, MENTEES = (71, 72, 73), (81, 82, 83)
TYPED = {
    Kind.INTEGER: "3",
    Kind.DECIMAL: "3,5",
    Kind.DATE: "01.09.2026",
    Kind.TIME: "15:30",
    Kind.DATETIME: "01.09.2026 15:30",
}

ANONYMOUS = """
| settings |
| | form_id | title | version | x_anonymous | x_role | x_wave |
| | mood | Настроение | 1 | yes | both | once |

| survey |
| | type | name | label | required | x_code | parameters |
| | range | mood | Как вам сейчас работается? | yes | | start=1 end=10 step=1 |
| | text | code | Ваш код | | yes | |
| | text | thought | Что важно? | | | |
"""


@dataclass
class School:
    database: Database
    now: datetime = NOW
    told: list[Notice] = field(default_factory=list)

    async def do(self, work: Callable[[StorageUnit], T]) -> T:
        def inside(connection: object) -> T:
            unit = StorageUnit(connection, self.now)  # type: ignore[arg-type]
            found = work(unit)
            self.told += unit.notices
            return found

        return await self.database.write(inside)

    async def use(self, tg_id: int, work: Callable[..., T], *args: object, **more: object) -> T:
        def inside(unit: StorageUnit) -> T:
            actor = unit.people.actor(tg_id)
            assert actor is not None
            return work(actor, unit, *args, **more)

        return await self.do(inside)

    def heard(self, key: str) -> list[int]:
        """Who was told this, by person, in order."""
        return [notice.person_id for notice in self.told if getattr(notice.text, "key", "") == key]

    async def person(self, tg_id: int) -> Actor:
        found = await self.do(lambda unit: unit.people.actor(tg_id))
        assert found is not None
        return found

    async def publish(self, source: str, name: str = "form.md") -> str:
        """Put a questionnaire of the school's own in force; returns its id."""
        form = read_form(name, source.encode())

        def put(unit: StorageUnit) -> str:
            actor = unit.people.actor(CURATOR)
            assert actor is not None
            unit.forms.keep(form.version, form.form_id, name, source.encode())
            titles = dict(form.title.by_language)
            where = (actor.school_id, form.form_id, form.version, name, titles, len(form.questions), 3, actor.id)
            row = unit.forms.add(*where, unit.now)
            unit.forms.set_state(actor.school_id, row.id, "published", unit.now)
            return form.form_id

        return await self.do(put)

    async def fill(self, tg_id: int, view: View, typed: str = "ответ", choice: int = 0) -> View:
        """Answer everything straight through and send it."""
        for _ in range(200):
            event = answer_to(view, typed, choice)
            view = await self.use(tg_id, service.act, view.submission_id, None, event)
            if isinstance(event, Send):
                return view
        raise AssertionError("the questionnaire does not end")


def answer_to(view: View, typed: str, choice: int) -> object:
    """One more answer, whatever is asked."""
    asked = view.ask
    if isinstance(asked, Welcome):
        return Begin()
    if isinstance(asked, Review):
        return Send()
    assert isinstance(asked, QuestionAsk), asked
    if asked.kind in MULTIPLE:
        return ConfirmMany() if any(c.selected for c in asked.choices) else Toggle(0)
    if asked.choices:
        return Choose(min(choice, len(asked.choices) - 1))
    if asked.kind is Kind.ACKNOWLEDGE:
        return Acknowledge()
    return Skip() if asked.kind in ATTACHED else Type(TYPED.get(asked.kind, typed))


def _enter(unit: StorageUnit, school_id: int, tg_id: int, role: Role, name: str) -> None:
    fields = {"state": PersonState.ACTIVE.value, "language": "ru", "name": name, "approved": True}
    person = unit.people.add(school_id, tg_id, consented=PROCESSING_VERSION, entered_at=unit.now, **fields)
    unit.people.look_at(tg_id, person.id)
    unit.people.give_role(person.id, role)
    unit.consents.keep_text("0" * 64, ConsentKind.PARTICIPATION, 1, "ru", "Согласие", "Текст")
    unit.consents.decide(person.id, ConsentKind.PARTICIPATION, 1, "0" * 64, True, unit.now)


def furnish(unit: StorageUnit) -> None:
    school = entrance.found_school(unit, "Школа № 6").school
    _enter(unit, school.id, CURATOR, Role.CURATOR, "Сергеева Анна Львовна")
    for number, tg_id in enumerate((*MENTORS, *MENTEES)):
        _enter(unit, school.id, tg_id, Role.MENTOR if tg_id in MENTORS else Role.MENTEE, f"Человек {number}")


@contextlib.asynccontextmanager
async def school(url: str) -> AsyncIterator[School]:
    database = Database(url)
    await migrate.upgrade(database)
    found = School(database)
    await found.do(furnish)
    try:
        yield found
    finally:
        await database.close()
