"""What is done to steps and people: who may, what is kept, and that nothing old is said afterwards."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from mentoring.errors import ProgrammeError
from mentoring.people import overview
from mentoring.people.rules import Role
from mentoring.roadmap import service, service_changes, service_due, service_people
from mentoring.roadmap.rules import Evidence, Kept, Phase, Recurrence, State
from mentoring.roadmap.rules_changes import Add, Attach, Done, Drop, Move, Name, Postpone, Reopen, Reword
from mentoring.roadmap.service_changes import Import
from mentoring.roadmap.service_evidence import counts_of
from storage import personal
from tests.roadmap.ground import BEGINS, DEPUTY, DIRECTOR, HEAD, PSYCHOLOGIST, SITE, STAFF, Road, road
from tests.selection.ground import MENTEE_SAYS, MENTOR_SAYS, approve, give
from tests.surveys.ground import CURATOR, MENTEES, MENTORS

MONDAY = datetime(2026, 11, 23, 6, tzinfo=UTC)  # nine in Moscow


async def refused(key: str, work: object) -> None:
    with pytest.raises(ProgrammeError) as error:
        await work  # type: ignore[misc]
    assert error.value.key == key


async def test_who_may_close_and_who_may_change_the_plan(database_url: str) -> None:
    async with road(database_url, MONDAY) as found:
        await found.board()
        for outsider in (MENTORS[0], MENTEES[0]):
            await refused("error-not-yours", found.board(outsider))
            await refused("error-not-yours", found.act(20, Done(), outsider))
        await refused("error-not-yours", found.act(20, Done(), PSYCHOLOGIST))  # the curator's
        await refused("error-not-yours", found.act(12, Drop("не нужно"), DIRECTOR))  # the plan is the curator's
        await refused("error-not-yours", found.act(20, Postpone(date(2026, 12, 25), "рано"), SITE))
        assert (await found.act(19, Attach(Kept.NOTE, "список"), PSYCHOLOGIST)).card.works
        closed = await found.act(20, Done(), DIRECTOR)
        assert closed.card.instance.state is State.DONE
        assert closed.card.instance.closed_by == await found.id(DIRECTOR)
        dated = await found.act(5, Move(date(2027, 2, 1), date(2027, 2, 20), ""), DEPUTY)
        assert dated.card.instance.last == date(2027, 2, 20), "who answers for it may give it its date"
        await refused("error-not-yours", found.act(5, Move(date(2027, 3, 1), date(2027, 3, 2), "позже"), DEPUTY))


async def test_two_presses_have_one_effect_and_an_old_one_none(database_url: str) -> None:
    async with road(database_url, MONDAY) as found:
        old = (await found.step(20)).instance
        await found.act(20, Postpone(date(2026, 12, 25), "карантин"))
        done = await found.use(CURATOR, service_changes.act, old.id, old.revision, Done())
        assert done.stale
        assert done.card.instance.live
        assert done.card.instance.last == date(2026, 12, 25)
        await found.act(20, Done())
        await refused("roadmap-closed", found.act(20, Done()))
        lines, names = await found.use(CURATOR, service.log, old.id)
        assert [one.kind for one in lines] == ["done", "postponed"]
        assert lines[1].reason == "карантин"
        assert (lines[1].before["last"], lines[1].after["last"]) == ("2026-11-30", "2026-12-25")
        assert names[lines[0].who] == "Сергеева Анна Львовна"


async def test_what_waits_is_taken_back_and_comes_anew(database_url: str) -> None:
    """In the evening it waits for the morning: whatever is done meanwhile, nothing old comes."""
    evening = MONDAY + timedelta(days=1, hours=13)
    async with road(database_url, evening) as found:
        await found.at(evening)
        waiting = {key.split(":")[2] for key in await found.waiting()}
        assert {"2026-1", "2026-20", "2026-21", "2026-22"} <= waiting
        await found.act(1, Done(), DIRECTOR)
        await found.act(20, Postpone(date(2026, 12, 25), "после каникул", first=date(2026, 12, 14)))
        await found.act(21, Drop("в этом году иначе"))
        await found.act(22, Name((await found.id(HEAD),)))
        await found.until(evening + timedelta(hours=16))
        said = [key.split(":") for key in await found.said()]
        assert not {"2026-1", "2026-20", "2026-21"} & {key[2] for key in said}
        assert {key[5] for key in said if key[2] == "2026-22"} == {str(await found.id(HEAD))}
        await found.act(21, Reopen())
        await found.until(MONDAY + timedelta(days=22))
        after = [key.split(":") for key in await found.said()]
        assert ("roadmap-opens", "1") in {(key[0], key[3]) for key in after if key[2] == "2026-20"}
        assert "0" not in {key[3] for key in after if key[2] == "2026-21"}
        assert (await found.step(21)).state is State.OPEN


async def test_a_gap_is_said_at_once_and_a_later_one_again(database_url: str) -> None:
    without = {who: held for who, held in STAFF.items() if who != PSYCHOLOGIST}
    async with road(database_url, MONDAY, without) as found:
        await found.at(MONDAY)
        gap = [key for key in await found.said() if key.startswith("roadmap-nobody")]
        assert [key.split(":")[2] for key in gap] == ["2026-19"]
        head = await found.id(HEAD)
        await found.use(CURATOR, overview.set_role, head, Role.PSYCHOLOGIST, True)
        await found.until(MONDAY + timedelta(days=10))
        assert (await found.step(19)).responsible == (head,)
        await found.do(lambda unit: personal.erase(unit.connection, found.school_id, head))
        await found.until(MONDAY + timedelta(days=12))
        again = [key for key in await found.said() if key.startswith("roadmap-nobody")]
        assert sorted(key.split(":")[2] for key in again) == ["2026-19", "2026-19"]
        assert len(set(again)) == 2


async def test_stand_ins_and_roles_for_a_time(database_url: str) -> None:
    async with road(database_url, MONDAY) as found:
        curator, deputy, head = [await found.id(who) for who in (CURATOR, DEPUTY, HEAD)]
        await refused(
            "error-not-yours", found.use(HEAD, service_people.stand_in, curator, head, date(2026, 12, 4))
        )
        await refused(
            "error-road-self", found.use(CURATOR, service_people.stand_in, curator, curator, date(2026, 12, 4))
        )
        await refused(
            "error-road-days", found.use(CURATOR, service_people.stand_in, curator, deputy, date(2026, 11, 1))
        )
        mentee = await found.id(MENTEES[0])
        await refused(
            "error-person-gone", found.use(CURATOR, service_people.stand_in, curator, mentee, date(2026, 12, 4))
        )
        await found.use(CURATOR, service_people.stand_in, curator, deputy, date(2026, 12, 4))
        await refused(
            "error-road-busy", found.use(CURATOR, service_people.stand_in, curator, head, date(2026, 12, 4))
        )
        assert (await found.step(20)).responsible == (deputy,)
        moved = await found.act(20, Move(date(2026, 11, 23), date(2026, 12, 11), "замещаю"), DEPUTY)
        assert moved.card.arranges, "whoever stands in for the curator does what the curator does"
        assert await _holders(found, Role.CURATOR, date(2026, 12, 5)) == (curator,)
        found.ground.school.now = MONDAY + timedelta(days=2)
        away = (await found.use(CURATOR, service_people.posts)).away
        await found.use(CURATOR, service_people.back, away[0].id)
        assert (await found.step(20)).responsible == (curator,)
        await refused("error-done-already", found.use(CURATOR, service_people.back, away[0].id))
        await found.use(CURATOR, service_people.give, Role.SITE_ADMIN, head, date(2026, 11, 25), date(2026, 12, 1))
        assert await _holders(found, Role.SITE_ADMIN, date(2026, 11, 30)) == (head,)
        assert await _holders(found, Role.SITE_ADMIN, date(2026, 12, 2)) == (await found.id(SITE),)


async def _holders(found: Road, role: Role, day: date) -> tuple[int, ...]:
    return await found.do(lambda unit: service_people.holders(unit, unit.schools.get(found.school_id), role, day))


async def test_own_steps_and_another_plan(database_url: str) -> None:
    async with road(database_url, MONDAY) as found:
        await found.board()
        span = (date(2026, 12, 1), date(2026, 12, 15))
        own = Add("Неделя уроков", "", *span, (Role.HEAD,), "work", Phase.PRACTICE, "просили")
        await refused("error-not-yours", found.use(DIRECTOR, service_changes.add_own, own))
        card = await found.use(CURATOR, service_changes.add_own, own)
        assert (card.instance.n, card.shown.responsible) == (30, (await found.id(HEAD),))
        rows = [
            ["Мероприятие", "Сроки", "Ответственные"],
            ["Неделя уроков", "декабрь", "куратор"],
            ["Регулярные встречи наставника и наставляемого", "ноябрь – апрель, ежегодно", "куратор"],
            ["Выездной семинар", "март", "директор"],
            ["Совет", "когда получится", ""],
            ["Дежурство", "постоянно", "психолог"],
        ]
        table = Import(rows, [2, 3, 4, 5, 6, 7], "таблица", instead=True)
        refusal = await found.use(CURATOR, service_changes.take_in, table)
        assert refusal.refused
        assert [(one.row, one.column) for one in refusal.faults] == [(6, "B")]
        taken = await found.use(CURATOR, service_changes.take_in, Import(rows, [2, 3, 4, 5, 6, 7], "таблица"))
        assert (taken.added, taken.moved, taken.same, taken.dropped) == (2, 1, 1, 0)
        steps = {one.instance.title: one.instance for one in (await found.board()).steps}
        assert steps["Неделя уроков"].last == date(2026, 12, 31)
        assert steps["Выездной семинар"].first == date(2027, 3, 1)
        assert steps["Дежурство"].step.recurrence is Recurrence.ALWAYS
        whole = [row for row in rows if row[0] != "Совет"]
        replaced = await found.use(CURATOR, service_changes.take_in, Import(whole, range(5), "новый план", True))
        assert (replaced.added, replaced.same) == (0, 4)
        assert {one.instance.title for one in (await found.board()).steps if one.instance.live} == set(
            row[0] for row in whole[1:]
        )


async def test_words_results_and_the_log_of_a_step(database_url: str) -> None:
    async with road(database_url, MONDAY) as found:
        await found.act(9, Reword("Анкета молодых", "", "короче"))
        await found.act(9, Attach(Kept.LINK, "https://school.example/a"))
        card = (await found.act(9, Attach(Kept.NOTE, "заметка <b>&"))).card
        assert card.instance.title == "Анкета молодых"
        assert [(one.kind, one.ref) for one in card.instance.results] == [
            (Kept.LINK, "https://school.example/a"),
            (Kept.NOTE, "заметка <b>&"),
        ]
        stored = await found.do(lambda unit: unit.people.stored(found.school_id, card.instance.results[0].who))
        assert [row["ref"] for row in stored["road_results"]] == ["https://school.example/a", "заметка <b>&"]
        assert [row["kind"] for row in stored["road_changes"]] == ["reworded", "attached", "attached"]
        await refused("roadmap-reason-missing", found.act(9, Drop(" ")))


async def test_progress_is_what_the_bot_has_counted(database_url: str) -> None:
    async with road(database_url, MONDAY) as found:
        ids = {who: await found.id(who) for who in (*MENTORS, *MENTEES)}
        before = await _counts(found, 9)
        assert (before[Evidence.QUESTIONNAIRES].done, before[Evidence.QUESTIONNAIRES].total) == (0, 3)

        def answer(unit: object) -> None:
            for who in MENTEES:
                give(unit, ids[who], "mentee_entry", MENTEE_SAYS)  # type: ignore[arg-type]
            for who in MENTORS[:2]:
                give(unit, ids[who], "mentor_entry", MENTOR_SAYS)  # type: ignore[arg-type]
                approve(unit, found.school_id, ids[who])  # type: ignore[arg-type]

        await found.do(answer)
        card = await found.use(CURATOR, service.card, (await found.step(9)).instance.id)
        assert card.offer
        assert card.progress.done == card.progress.total == 6
        assert not (await found.use(CURATOR, service.card, (await found.step(10)).instance.id)).offer
        assert (await _counts(found, 12))[Evidence.INTERVIEWS].done == 2
        assert (await _counts(found, 11))[Evidence.SELECTED].total == 3
        assert (await _counts(found, 12))[Evidence.ORDERS].done == 0


async def _counts(found: Road, n: int) -> dict[Evidence, object]:
    one = (await found.step(n)).instance
    return await found.do(lambda unit: counts_of(unit, unit.schools.get(found.school_id), one, "2026"))


async def test_a_tick_finds_only_the_schools_that_are_to_be_looked_at(database_url: str) -> None:
    async with road(database_url) as found:
        await found.at(BEGINS)
        asleep = await found.do(lambda unit: (unit.roadmap.due(BEGINS, 0), unit.roadmap.next_look()))
        assert asleep[0] is None
        assert asleep[1] == datetime(2026, 8, 2, 21, tzinfo=UTC), "the first school day's midnight in Moscow"
        await found.do(lambda unit: service_due.tick(unit, found.school_id))
        assert await found.said() == [], "another process has looked already"
        await found.use(CURATOR, overview.set_role, await found.id(HEAD), Role.DEPUTY, True)
        assert await found.do(lambda unit: unit.roadmap.due(BEGINS, 0)) == found.school_id
