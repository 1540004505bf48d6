"""The library on both databases: who keeps it, what is found, what is withdrawn, what the digest counts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest

from mentoring.errors import ProgrammeError
from mentoring.library import service
from mentoring.library.rules import Kind, Material, from_text
from mentoring.meetings.rules import Subject
from mentoring.people.rules import Role
from mentoring.questionnaires.service import Given
from mentoring.roadmap.rules import Phase
from storage.unit import StorageUnit
from tests.surveys.ground import CURATOR, MENTEES, MENTORS, NOW, School, _enter, school

MENTOR, PSYCHOLOGIST, STRANGER = MENTORS[0], 95, 170
FILE = Given("file", "document", "AgAC-7", "Сценарий_первой_встречи.docx", 12)


async def searched(found: School, typed: str, reader: int = MENTOR) -> list[str]:
    every: Sequence[Material] = await found.use(reader, service.search, typed)
    return [one.title for one in every]


async def another_school(found: School) -> None:
    """A second school with a curator and a material of its own."""
    from mentoring.people import entrance

    def make(unit: StorageUnit) -> None:
        made = entrance.found_school(unit, "Школа № 7").school
        _enter(unit, made.id, STRANGER, Role.CURATOR, "Чужая Вера Петровна")

    await found.do(make)
    await found.use(STRANGER, service.add_text, "Памятка соседней школы\nтекст")


async def test_from_a_file_to_the_one_who_looks_for_it(database_url: str) -> None:
    async with school(database_url) as found:
        made = await found.use(CURATOR, service.add_file, FILE, "", "Файл")
        assert (made.title, made.kind) == ("Сценарий первой встречи", Kind.FILE)
        await found.use(CURATOR, service.add_text, "Памятка наставника\nКак обсуждать уроки без обиды")
        link = await found.use(CURATOR, service.add_text, "Закон об образовании\nhttps://example.org/zakon")
        assert link.link == "https://example.org/zakon"
        await another_school(found)
        assert await searched(found, "сценарий встреч") == ["Сценарий первой встречи"]
        assert await searched(found, "памядки") == ["Памятка наставника"]
        assert await searched(found, "обсуждение урока") == ["Памятка наставника"]
        assert await searched(found, "законы") == ["Закон об образовании"]
        assert await searched(found, "бухгалтерия") == []
        await found.use(CURATOR, service.rename, made.id, "Круглый стол")
        assert await searched(found, "сценарий круглого стола") == ["Круглый стол"], "its file is still so named"


async def test_a_withdrawn_one_is_nowhere_and_comes_back(database_url: str) -> None:
    async with school(database_url) as found:
        made = await found.use(CURATOR, service.add_text, "Положение о наставничестве")
        await found.use(CURATOR, service.withdraw, made.id)
        assert await searched(found, "положение") == []
        assert await found.use(MENTOR, service.listed) == []
        with pytest.raises(ProgrammeError, match="error-material-gone"):
            await found.use(MENTOR, service.look, made.id)
        assert [one.id for one in await found.use(CURATOR, service.withdrawn)] == [made.id]
        await found.use(CURATOR, service.put_back, made.id)
        assert await searched(found, "положение") == ["Положение о наставничестве"]


async def test_lists_by_phase_subject_and_newness(database_url: str) -> None:
    async with school(database_url) as found:
        old = await found.use(CURATOR, service.add_text, "Старая памятка")
        found.now += timedelta(days=40)
        new = await found.use(CURATOR, service.add_text, "Новая памятка")
        await found.use(CURATOR, service.place, old.id, Phase.LAUNCH, Subject.METHOD)

        async def titles(*place: object, **more: object) -> list[str]:
            return [one.title for one in await found.use(MENTEES[0], service.listed, *place, **more)]

        assert await titles() == ["Новая памятка", "Старая памятка"]
        assert await titles(Phase.LAUNCH) == ["Новая памятка", "Старая памятка"], "one is for every phase"
        assert await titles(Phase.PRACTICE) == ["Новая памятка"]
        assert await titles(None, Subject.METHOD) == ["Новая памятка", "Старая памятка"]
        assert await titles(None, Subject.SOCIAL) == ["Новая памятка"]
        assert await titles(new=True) == ["Новая памятка"]
        shelf = await found.use(MENTEES[0], service.shelf)
        assert (shelf.total, shelf.new, shelf.phases[Phase.LAUNCH]) == (2, 1, 2)
        actor = await found.person(CURATOR)
        fresh = await found.do(lambda unit: service.fresh(unit, actor.school, NOW + timedelta(days=1)))
        assert fresh == 1
        await found.use(CURATOR, service.withdraw, new.id)
        assert await found.do(lambda unit: service.fresh(unit, actor.school, NOW)) == 1


async def test_only_those_who_keep_it_change_it_and_no_school_another(database_url: str) -> None:
    async with school(database_url) as found:
        made = await found.use(CURATOR, service.add_text, "Памятка")
        for call in (
            lambda: found.use(MENTOR, service.add_text, "Чужое"),
            lambda: found.use(MENTOR, service.withdraw, made.id),
            lambda: found.use(MENTOR, service.withdrawn),
        ):
            with pytest.raises(ProgrammeError, match="error-not-yours"):
                await call()
        await another_school(found)
        with pytest.raises(ProgrammeError, match="error-material-gone"):
            await found.use(STRANGER, service.rename, made.id, "Наше")
        assert await searched(found, "памятка", STRANGER) == ["Памятка соседней школы"]


async def test_a_material_outlives_whoever_added_it(database_url: str) -> None:
    async with school(database_url) as found:
        await found.do(lambda unit: _enter(unit, 1, PSYCHOLOGIST, Role.PSYCHOLOGIST, "Зимина Вера Олеговна"))
        made = await found.use(PSYCHOLOGIST, service.add_text, "Как беречь силы")
        gone = await found.person(PSYCHOLOGIST)
        await found.do(lambda unit: unit.people.erase(gone.school_id, gone.id))
        assert (await found.use(MENTOR, service.look, made.id)).added_by is None


@pytest.mark.parametrize(
    ("typed", "title", "kind"),
    [
        ("https://example.org/a", "example.org/a", Kind.LINK),
        ("Сайт\nwww.example.org", "Сайт", Kind.LINK),
        ("Первая\n\nвторая https://example.org", "Первая", Kind.TEXT),
        ("одно слово", "одно слово", Kind.TEXT),
    ],
)
def test_what_a_message_is(typed: str, title: str, kind: Kind) -> None:
    made = from_text(typed, NOW, 1)
    assert (made.title, made.kind) == (title, kind)


@pytest.mark.parametrize(
    ("typed", "key"), [("  \n ", "error-material-empty"), ("а" * 3501, "error-material-long")]
)
def test_what_is_no_material_is_refused(typed: str, key: str) -> None:
    with pytest.raises(ProgrammeError, match=key):
        from_text(typed, NOW, 1)
