"""A questionnaire made for measuring, and people in the middle of it."""

from __future__ import annotations

from collections.abc import Iterable

from mentoring.people.entrance import found_school
from mentoring.people.rules import PROCESSING_VERSION, PersonState, Role, occasion
from mentoring.questionnaires import catalogue
from mentoring.questionnaires.service import FOCUS
from storage import migrate
from storage.engine import Database
from storage.unit import StorageUnit

TEXT, SCALE = "bench_text", "bench_scale"
QUESTIONS = 40
_HEAD = """| settings |
| | form_id | title | version | default_language |
| | {form} | Длинная анкета | 1 | Русский (ru) |

| survey |
| | type | name | label::Русский (ru) | hint::Русский (ru) | required | parameters |
"""
_ROWS = {
    TEXT: "| | text | q{n} | Что вам ближе всего, вопрос {n}? | Двух-трёх предложений достаточно. | yes | |",
    SCALE: "| | range | q{n} | Как вам работается легче, вопрос {n}? | | yes | start=1 end=5 step=1 |",
}


def source(form: str) -> str:
    """The questionnaire as the shipped ones are written."""
    rows = (_ROWS[form].format(n=n) for n in range(1, QUESTIONS + 1))
    return _HEAD.format(form=form) + "\n".join(rows) + "\n"


def ship() -> None:
    """Put both questionnaires among those that this process ships."""
    for name in (TEXT, SCALE):
        catalogue._sources()[name] = source(name)


def _begin(unit: StorageUnit, form: str, accounts: Iterable[int]) -> None:
    school = found_school(unit, "МБОУ «СОШ № 6»").school
    version = catalogue.shipped()[form].version
    name, text = catalogue.source_of(form)
    unit.forms.keep(version, form, name, text.encode())
    for account in accounts:
        person = unit.people.add(
            school.id,
            account,
            state=PersonState.ACTIVE.value,
            language="ru",
            name="Иванова Мария Петровна",
            approved=True,
            consented=PROCESSING_VERSION,
            entered_at=unit.now,
        )
        unit.people.look_at(account, person.id)
        unit.people.give_role(person.id, Role.MENTEE)
        draft = unit.submissions.open(person.id, form, occasion(school), version, account, unit.now)
        unit.submissions.save(draft, (), (), unit.now, started=True)
        unit.foci.set(account, FOCUS, str(draft.id), unit.now)


async def prepare(path: str, people: dict[str, list[int]]) -> None:
    """A migrated database at `path` whose people have the first question of their questionnaire open."""
    from mentoring.clock import Clock

    ship()
    database = Database(f"sqlite+aiosqlite:///{path}")
    try:
        await migrate.upgrade(database)
        now = Clock().now()
        for form, accounts in people.items():
            await database.write(lambda c, f=form, a=accounts: _begin(StorageUnit(c, now), f, a))  # type: ignore[misc]
    finally:
        await database.close()
