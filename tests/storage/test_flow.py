"""Inbox and outbox: in order, once, nothing lost; lanes of two processes on PostgreSQL; erasing."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, func, select

from mentoring.reflection.rules import Place
from storage import inbox, leader, outbox, personal
from storage.engine import Database
from storage.inbox import Arrived
from storage.outbox import File, Outgoing
from storage.tables import focus, metadata, outbox_files, people
from storage.tables import inbox as inbox_table
from storage.tables import outbox as outbox_table
from storage.unit import StorageUnit
from tests.conftest import make_url_for
from tests.storage.ground import NOW, database


def came(*numbers: int, lane: int = 7) -> list[Arrived]:
    return [Arrived(n, lane, f'{{"update_id":{n}}}') for n in numbers]


def says(chat: int = 7, **more: Any) -> Outgoing:
    fields: dict[str, Any] = {
        "method": "sendMessage",
        "payload": "{}",
        "audience": "self",
        "privacy": "own",
        **more,
    }
    return Outgoing(chat_id=chat, **fields)


async def _claimed(found: Database, limit: int = 10, busy: tuple[int, ...] = ()) -> list[int]:
    return [w.id for w in await found.write(lambda c: inbox.claim(c, limit, busy))]


async def test_an_update_is_kept_once_whatever_has_become_of_it(database_url: str) -> None:
    async with database(database_url) as found:
        await found.write(lambda c: inbox.store(c, came(5, 3, 5, 2**40), NOW))
        first = await _claimed(found)
        assert len(first) == 3
        await found.write(lambda c: inbox.done(c, first))
        await found.write(lambda c: inbox.store(c, came(3, 5), NOW))
        assert await _claimed(found) == []


async def test_what_is_done_keeps_its_number_alone(database_url: str) -> None:
    async with database(database_url) as found:
        await found.write(lambda c: inbox.store(c, [Arrived(1, 7, '{"text":"Секретова"}')], NOW))
        await found.write(lambda c: inbox.done(c, [w.id for w in inbox.claim(c, 1)]))
        row = (await found.read(lambda c: c.execute(select(inbox_table)).all()))[0]
        assert (row.update_id, row.lane, row.payload, row.state) == (1, 0, None, inbox.DONE)


async def test_updates_come_in_order_and_busy_lanes_wait(sqlite_url: str) -> None:
    async with database(sqlite_url) as found:
        for number in range(6):
            await found.write(lambda c, n=number: inbox.store(c, came(10 - n, lane=n % 2), NOW))  # type: ignore[misc]
        assert await _claimed(found) == [1, 2, 3, 4, 5, 6], "as they came, not by number"
        assert await _claimed(found, busy=(0,)) == [2, 4, 6]
        assert await _claimed(found, limit=2) == [1, 2]


async def test_failed_updates_are_tried_and_set_aside(database_url: str) -> None:
    async with database(database_url) as found:
        await found.write(lambda c: inbox.store(c, came(1, 2), NOW))
        row = (await _claimed(found))[0]
        await found.write(lambda c: inbox.failed(c, row, "E" * 200))
        assert (await found.write(lambda c: inbox.claim(c, 1)))[0].attempts == 1
        await found.write(lambda c: inbox.set_aside(c, row, "Error"))
        assert await found.read(inbox.counts) == (1, 1)
        await found.write(lambda c: inbox.done(c, [row]))
        assert await found.read(inbox.counts) == (1, 1), "what is set aside stays set aside"


async def test_old_numbers_are_forgotten_waiting_ones_never(database_url: str) -> None:
    async with database(database_url) as found:
        await found.write(lambda c: inbox.store(c, came(1, 2), NOW))
        await found.write(lambda c: inbox.done(c, [1]))
        assert await found.write(lambda c: inbox.forget(c, NOW)) == 0
        assert await found.write(lambda c: inbox.forget(c, NOW + timedelta(seconds=1))) == 1
        assert len(await _claimed(found)) == 1


@pytest.fixture
def postgres_url(request: pytest.FixtureRequest, tmp_path: Any) -> str:
    return make_url_for(request, "postgres", tmp_path)


async def test_two_processes_never_take_the_same_lane(postgres_url: str) -> None:
    """Each has its own connection; a lane is one's as long as the transaction lives."""
    async with database(postgres_url) as one, database(postgres_url) as two:
        await one.write(lambda c: inbox.store(c, [*came(1, 2, lane=7), *came(3, lane=8)], NOW))
        async with one.engine.connect() as first, first.begin() as held:
            mine = await first.run_sync(lambda c: inbox.claim(c, 10))
            theirs = await two.write(lambda c: inbox.claim(c, 10))
            assert [w.lane for w in mine] == [7, 7]
            assert [w.lane for w in theirs] == [8]
            await held.rollback()
        assert [w.lane for w in await two.write(lambda c: inbox.claim(c, 10))] == [7, 7], (
            "let go with the transaction"
        )


async def test_a_thousand_lanes_are_each_handled_once_by_two(postgres_url: str) -> None:
    async with database(postgres_url) as one, database(postgres_url) as two:
        for lane in range(1, 41):
            await one.write(lambda c, n=lane: inbox.store(c, came(n * 10, n * 10 + 1, lane=n), NOW))  # type: ignore[misc]
        seen: list[int] = []

        def take(connection: Connection) -> list[int]:
            rows = inbox.claim(connection, 64)
            if rows:
                inbox.done(connection, [w.id for w in rows])
            return [w.id for w in rows]

        async def work(found: Database) -> None:
            while rows := await found.write(take):
                seen.extend(rows)

        await asyncio.gather(work(one), work(two))
        assert sorted(seen) == list(range(1, 81))


async def test_one_leads_and_the_next_takes_over(postgres_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leader, "LOOK_EVERY", 0.05)
    async with database(postgres_url) as one, database(postgres_url) as two:
        leading: list[str] = []

        async def work(name: str) -> None:
            leading.append(name)
            await asyncio.sleep(60)

        first = asyncio.ensure_future(leader.lead(one, 1, lambda: work("one")))
        await asyncio.sleep(0.3)
        second = asyncio.ensure_future(leader.lead(two, 1, lambda: work("two")))
        await asyncio.sleep(0.3)
        assert leading == ["one"]
        first.cancel()
        await asyncio.gather(first, return_exceptions=True)
        await one.close()
        await asyncio.sleep(0.4)
        assert leading == ["one", "two"]
        second.cancel()
        await asyncio.gather(second, return_exceptions=True)


async def test_a_message_with_a_key_is_said_once_for_good(database_url: str) -> None:
    async with database(database_url) as found:
        await found.write(lambda c: outbox.put(c, [says(key="k"), says(key="k"), says()], NOW))
        due = await found.read(lambda c: outbox.due(c, NOW, 10))
        assert [d.keyed for d in due].count(True) == 1
        assert len(due) == 2
        plain, keyed = ([d.id for d in due if d.keyed is kind] for kind in (False, True))
        await found.write(lambda c: outbox.sent(c, plain, keyed, NOW))
        await found.write(lambda c: outbox.put(c, [says(key="k")], NOW))
        assert await found.read(lambda c: outbox.due(c, NOW, 10)) == []
        left = await found.read(lambda c: c.execute(select(outbox_table)).all())
        assert [(r.key, r.payload, r.chat_id) for r in left] == [("k", None, None)], "the key alone stays"


async def test_what_is_due_leaves_by_priority_and_age_and_not_before_its_time(database_url: str) -> None:
    async with database(database_url) as found:
        later = NOW + timedelta(hours=1)
        messages = [says(1, priority=2), says(2, priority=1), says(3), says(4), says(5, not_before=later)]
        await found.write(lambda c: outbox.put(c, messages, NOW))
        assert [d.chat_id for d in await found.read(lambda c: outbox.due(c, NOW, 10))] == [3, 4, 2, 1]
        assert await found.read(lambda c: outbox.waiting(c, NOW)) == 4
        assert await found.read(outbox.next_moment) == later
        due = await found.read(lambda c: outbox.due(c, later, 10))
        assert [d.chat_id for d in due] == [3, 4, 5, 2, 1]
        again = await found.read(lambda c: outbox.due(c, later, 10, [due[0].id]))
        assert [d.chat_id for d in again] == [4, 5, 2, 1], "without those in hand"


async def test_a_file_goes_with_its_message(database_url: str) -> None:
    async with database(database_url) as found:
        message = says(method="sendDocument", key="f", file=File("x.pdf", b"\0\xff" * 10))
        await found.write(lambda c: outbox.put(c, [message], NOW))
        row = (await found.read(lambda c: outbox.due(c, NOW, 1)))[0].id
        assert await found.read(lambda c: outbox.file_of(c, row)) == message.file
        await found.write(lambda c: outbox.sent(c, [], [row], NOW))
        assert await found.read(lambda c: c.execute(select(func.count()).select_from(outbox_files)).scalar()) == 0


async def test_what_will_never_be_said_loses_its_words(database_url: str) -> None:
    async with database(database_url) as found:
        await found.write(lambda c: outbox.put(c, [says(payload='{"text":"Секретова"}')], NOW))
        row = (await found.read(lambda c: outbox.due(c, NOW, 1)))[0].id
        await found.write(lambda c: outbox.drop(c, row, "refused 400"))
        left = await found.read(lambda c: c.execute(select(outbox_table)).all())
        assert left[0].state == outbox.FAILED
        assert "Секретова" not in str(left)


async def test_old_keys_are_forgotten_what_waits_is_not(database_url: str) -> None:
    async with database(database_url) as found:
        await found.write(lambda c: outbox.put(c, [says(key="a"), says(key="b")], NOW))
        await found.write(lambda c: outbox.sent(c, [], [1], NOW))
        assert await found.write(lambda c: outbox.forget(c, NOW + timedelta(days=1))) == 1
        assert len(await found.read(lambda c: outbox.due(c, NOW, 9))) == 1


def _two_people(connection: Connection) -> tuple[int, int, int]:
    """A school with two people of which the first is in a second school too."""
    from mentoring.people.entrance import found_school

    unit = StorageUnit(connection, NOW)
    schools = [found_school(unit, name).school.id for name in ("А", "Б")]
    ids = [unit.people.add(schools[0], tg, state="active", language="ru", entered_at=NOW).id for tg in (71, 72)]
    other = unit.people.add(schools[1], 71, state="active", language="ru", entered_at=NOW, name="Секретова").id
    for tg, person in ((71, ids[0]), (72, ids[1])):
        unit.people.look_at(tg, person)
        unit.foci.set(tg, "name", "", NOW)
    unit.people.update(schools[0], ids[0], name="Секретова Зоя")
    return schools[0], ids[0], other


async def test_unreachable_marks_the_account_everywhere_and_tells_once(database_url: str) -> None:
    async with database(database_url) as found:
        _, first, other = await found.write(_two_people)
        await found.write(lambda c: outbox.put(c, [says(71), says(71, key="k"), says(72)], NOW))
        assert sorted(await found.write(lambda c: outbox.unreachable(c, 71))) == sorted([first, other])
        assert await found.write(lambda c: outbox.unreachable(c, 71)) == [], "once"
        assert [d.chat_id for d in await found.read(lambda c: outbox.due(c, NOW, 9))] == [72]


async def test_erasing_leaves_nothing_of_one_person_and_all_of_the_others(database_url: str) -> None:
    async with database(database_url) as found:
        school, first, other = await found.write(_two_people)
        await found.write(
            lambda c: outbox.put(c, [says(71, person_id=first, payload='"Секретова"'), says(72)], NOW)
        )
        await found.write(lambda c: inbox.store(c, [Arrived(1, 71, '"Секретова"')], NOW))
        await found.write(lambda c: inbox.set_aside(c, 1, "x"))
        rows = await found.write(lambda c: personal.erase(c, school, first))
        assert rows.get("people") == 1
        assert await found.read(
            lambda c: [p.id for p in c.execute(select(people.c.id).order_by(people.c.id))]
        ) == [2, other]
        assert await found.read(lambda c: [f.tg_id for f in c.execute(select(focus))]) == [72]
        held = {
            t.name: str(await found.read(lambda c, t=t: c.execute(select(t)).all()))
            for t in metadata.sorted_tables
        }  # type: ignore[misc]
        assert "Секретова Зоя" not in str(held)
        assert [name for name, text in held.items() if "Секретова" in text] == ["people"], "in the other school"
        assert len(await found.read(lambda c: outbox.due(c, NOW, 9))) == 1
        looks_at = await found.read(lambda c: StorageUnit(c, NOW).people.actor(71))
        assert looks_at is not None
        assert looks_at.id == other


async def test_erasing_in_another_school_or_twice_does_nothing(database_url: str) -> None:
    async with database(database_url) as found:
        school, first, _ = await found.write(_two_people)
        assert await found.write(lambda c: personal.erase(c, school + 1, first)) == {}
        assert await found.write(lambda c: personal.erase(c, school, first))
        assert await found.write(lambda c: personal.erase(c, school, first)) == {}


async def test_a_group_whose_new_number_is_known_already_moves_all_the_same(database_url: str) -> None:
    async with database(database_url) as found:
        school, _, _ = await found.write(_two_people)

        def work(connection: Connection) -> list[int]:
            unit = StorageUnit(connection, NOW)
            unit.groups.bind(Place(-1, school), NOW)
            unit.groups.bind(Place(-100, school), NOW)
            unit.groups.move(-1, -100)
            unit.groups.move(-1, -100)
            return [chat for chat in (-1, -100) if unit.groups.school_of(chat) == school]

        assert await found.write(work) == [-100]
