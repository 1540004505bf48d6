"""A school in the chat whose people have answered, and the director's interviews, press by press."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from mentoring.people.rules import Role, occasion
from mentoring.questionnaires.catalogue import shipped
from mentoring.questionnaires.rules_settings import settings_of
from storage.unit import StorageUnit
from tests.promises.bad_ground import member, write
from tests.scenarios.test_pairs import noon
from tests.selection.ground import MENTEE_SAYS, MENTOR_SAYS, SUBJECTS, give
from tests.stage import Stage, labels

MENTORS = ("Громова Ольга Ильинична", "Дроздов Пётр Сергеевич", "Ершова Нина Павловна")
MENTEES = ("Петрова Мария Ивановна", "Рогов Иван Олегович", "Соколова Инна Юрьевна")


@dataclass
class Cast:
    """Telegram accounts by part."""

    curator: int
    director: int
    psychologist: int
    mentors: list[int]
    mentees: list[int]

    @property
    def everybody(self) -> list[int]:
        return [self.curator, self.director, self.psychologist, *self.mentors, *self.mentees]


async def cast(found: Stage, mentors: tuple[str, ...] = MENTORS) -> Cast:
    """Everybody has come in and agreed; nobody has answered anything yet."""
    await noon(found)
    curator = await found.curator()
    director = await member(found, curator, "Орлов Пётр Ильич", "Директор")
    psychologist = await member(found, curator, "Зимина Вера Олеговна", "Психолог")
    older = [await member(found, curator, name, "Наставник") for name in mentors]
    younger = [await member(found, curator, name, "Наставляемый") for name in MENTEES]
    return Cast(curator, director, psychologist, older, younger)


async def answered(found: Stage, people: Cast, wish: str) -> None:
    """The entry questionnaires of all, and what the first mentee would wish for, from the survey before matching."""
    assert found.app is not None
    now = found.app.clock.now()

    def put(connection: Any) -> None:
        unit = StorageUnit(connection, now)
        curator = unit.people.actor(people.curator)
        assert curator is not None
        year = occasion(curator.school)
        for place, tg_id in enumerate(people.mentors):
            says = {"subject": SUBJECTS[place % 3], **MENTOR_SAYS}
            give(unit, person_of(unit, tg_id), "mentor_entry", says, year)
        for place, tg_id in enumerate(people.mentees):
            says = {"subject": SUBJECTS[place % 3], **MENTEE_SAYS}
            give(unit, person_of(unit, tg_id), "mentee_entry", says, year)
        form = shipped()["matching_mentee"]
        about = (curator.school_id, form.form_id, year, settings_of(form), form.title, (Role.MENTEE,))
        unit.surveys.open(*about, now, now.replace(year=now.year + 1))
        give(unit, person_of(unit, people.mentees[0]), form.form_id, {"wishes": wish, "avoid": "yes"}, year)

    await write(found, put)


def person_of(unit: StorageUnit, tg_id: int) -> int:
    actor = unit.people.actor(tg_id)
    assert actor is not None
    return actor.id


async def tapped(found: Stage, person: int, *parts: str) -> dict[str, Any]:
    """Press the buttons whose labels hold these words, one after the other; the last answer."""
    answer: dict[str, Any] = {}
    for part in parts:
        shown = await found.people.last(person)
        label = next((one for one in labels(shown) if part in one), None)
        assert label is not None, (part, labels(shown), shown["text"])
        answer = await found.people.press(person, label)
    return answer


async def menu(found: Stage, person: int, *parts: str) -> dict[str, Any]:
    """From the menu on; what has no room on its first screen is behind the last of its buttons."""
    await found.people.say(person, "/menu")
    shown = labels(await found.people.last(person))
    if parts and not any(parts[0] in one for one in shown) and "Ещё" in shown:
        await tapped(found, person, "Ещё")
    return (await tapped(found, person, *parts))["last"]


async def interview(found: Stage, director: int, name: str) -> dict[str, Any]:
    """Nine questions, then into the register."""
    await menu(found, director, "Собеседования", name, "Записать")
    for _ in range(8):
        await tapped(found, director, "Да, заметно")
    await tapped(found, director, "Да")
    return await tapped(found, director, "В реестр")
