"""Reminders as people meet them: one a day, at a decent hour, with later, not mine and stop."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from mentoring.calendar.holidays_ru import public_days
from mentoring.calendar.rules import SchoolCalendar
from tests.promises.bad_ground import force, mentee
from tests.scenarios.filling import routes, tap
from tests.scenarios.test_surveys import give
from tests.stage import Stage, labels, stage

MOSCOW = ZoneInfo("Europe/Moscow")


def _quiet_week(today: date) -> date:
    """The next Tuesday of a week and a half without a day off."""
    calendar = SchoolCalendar("Europe/Moscow", public=public_days(today.year, today.year + 1))
    day = today + timedelta(days=1)
    while day.isoweekday() != 2 or calendar.school_days_between(day, day + timedelta(days=7)) != 5:
        day += timedelta(days=1)
    return day


async def go(found: Stage, day: date, hour: int, minute: int = 0) -> None:
    to = datetime.combine(day, time(hour, minute), MOSCOW)
    moved = await found.people.post("clock", to=to.isoformat())
    assert moved["status"] == 200, moved
    await found.people.rest()


async def tuesday(found: Stage) -> date:
    assert found.app is not None
    day = _quiet_week(found.app.clock.now().astimezone(MOSCOW).date())
    await go(found, day, 12)
    return day


async def reminders(found: Stage, person: int) -> list[dict[str, Any]]:
    """The day's message; what else may come by itself has no day to be put off to."""
    return [m for m in await found.people.messages(person) if "nt.later" in routes(m)]


async def test_a_reminder_is_put_off_to_a_day_and_comes_again(database_url: str) -> None:
    async with stage(database_url) as found:
        curator = await found.curator()
        person = await mentee(found, curator)
        day = await tuesday(found)
        await force(found, curator, "nudge:2")
        await go(found, day, 12, 5)
        (told,) = await reminders(found, person)
        assert labels(told)[-3:] == ["Позже", "Не моё", "Не напоминать"]
        asked = await tap(found, person, told, routes(told)["nt.later"][0])
        assert asked["text"] == "Когда напомнить?"
        tomorrow, friday, monday = (day + timedelta(days=n) for n in (1, 3, 6))
        assert labels(asked) == [
            f"Завтра, {tomorrow:%d.%m}",
            f"В пятницу, {friday:%d.%m}",
            f"В понедельник, {monday:%d.%m}",
            "Ничего не менять",
        ]
        done = await tap(found, person, asked, routes(asked)["nt.put"][1])
        assert done["text"].startswith("Хорошо. Напомним снова")
        assert (await reminders(found, person))[0]["text"] == told["text"], "the reminder stays where it was"
        again = await force(found, person, routes(asked)["nt.put"][1])
        assert again["toast"], "an old button says so"
        await go(found, friday, 7, 55)
        assert len(await reminders(found, person)) == 1
        await go(found, friday, 8, 1)
        assert [m["text"] for m in await reminders(found, person)] == [told["text"]] * 2


async def test_not_mine_tells_the_curator_and_stops(sqlite_url: str) -> None:
    async with stage(sqlite_url) as found:
        curator = await found.curator()
        person = await mentee(found, curator, "Петрова Мария Ивановна")
        day = await tuesday(found)
        await force(found, curator, "nudge:2")
        await go(found, day, 12, 5)
        (told,) = await reminders(found, person)
        asked = await tap(found, person, told, routes(told)["nt.mine"][0])
        assert labels(asked) == ["Ничего не менять", "Начатое не закончено"]
        assert (await tap(found, person, asked, "nt.keep"))["text"] == "Хорошо, ничего не меняем."
        asked = await tap(found, person, told, routes(told)["nt.mine"][0])
        await tap(found, person, asked, routes(asked)["nt.not"][0])
        heard = await found.people.last(curator)
        assert "Петрова Мария Ивановна: ответ «не моё» на напоминание «Начатое не закончено»" in heard["text"]
        await go(found, day + timedelta(days=1), 12)
        await force(found, curator, "nudge:2")
        await go(found, day + timedelta(days=1), 12, 5)
        assert len(await reminders(found, person)) == 1


async def test_a_question_that_was_open_comes_back_after_putting_off(sqlite_url: str) -> None:
    async with stage(sqlite_url) as found:
        curator = await found.curator()
        await give(found, curator, "curators_card", 1)
        day = await tuesday(found)
        asked = next(m for m in reversed(await found.people.messages(curator)) if "f.survey" in routes(m))
        await tap(found, curator, asked, routes(asked)["f.survey"][0])
        asked = next(m for m in reversed(await found.people.messages(curator)) if "a.g" in routes(m))
        await tap(found, curator, asked, routes(asked)["a.g"][0])
        await go(found, day + timedelta(days=2), 12)
        told = (await reminders(found, curator))[-1]
        days = await tap(found, curator, told, routes(told)["nt.later"][0])
        await tap(found, curator, days, routes(days)["nt.put"][0])
        assert (await found.people.last(curator))["text"].startswith("Продолжим анкету")


async def test_a_bot_that_was_away_for_three_days_says_one_thing_to_each(database_url: str) -> None:
    """It comes back on a Friday evening: silence until Monday, then one message; what is over is not said."""
    async with stage(database_url) as found:
        curator = await found.curator()
        people = [await mentee(found, curator, name) for name in ("Петрова Мария", "Соколов Илья")]
        day = await tuesday(found)
        await give(found, curator, "interim_mentee", days=4)
        for person in people:
            await found.people.say(person, "/menu")
            begun = (await found.people.press(person, "Начать"))["last"]
            await tap(found, person, begun, routes(begun)["a.g"][0])
        seen = {person: len(await reminders(found, person)) for person in people}
        await found.stop()
        back = datetime.combine(day + timedelta(days=10), time(20, 30), MOSCOW)
        assert found.app is not None
        await _clock(found, back)
        await found.start()
        await found.people.rest()
        for person in people:
            assert len(await reminders(found, person)) == seen[person]
        await go(found, day + timedelta(days=13), 7, 59)
        for person in people:
            assert len(await reminders(found, person)) == seen[person]
        await go(found, day + timedelta(days=13), 8, 1)
        for person in people:
            told = (await reminders(found, person))[seen[person] :]
            assert [m["text"].count("не закончена") for m in told] == [1]
        later = (await reminders(found, curator))[1:]
        assert not any("f.survey" in routes(m) for m in later), "the survey has ended"


async def _clock(found: Stage, to: datetime) -> None:
    """The bot is away: the clock it starts with is moved in its own database."""
    from storage import facts
    from storage.engine import Database

    database = Database(found.settings.database_url)
    await database.write(lambda c: facts.keep(c, "clock", to.astimezone(UTC).isoformat()))
    await database.close()


async def test_the_curator_sees_what_did_not_arrive(sqlite_url: str) -> None:
    async with stage(sqlite_url) as found:
        curator = await found.curator()
        person = await mentee(found, curator, "Петрова Мария Ивановна")
        day = await tuesday(found)
        await found.people.say(curator, "/settings")
        shown = await found.people.press(curator, "Что не дошло")
        assert "дошли все напоминания" in shown["last"]["text"]
        await force(found, curator, "nudge:2")
        await force(found, person, "mute")
        await go(found, day, 12, 5)
        assert await reminders(found, person) == []
        await found.people.say(curator, "/settings")
        shown = (await found.people.press(curator, "Что не дошло"))["last"]
        assert "Начатое не закончено · напоминания выключены: 1" in shown["text"]
        assert "Выключили напоминания:\nПетрова Мария Ивановна" in shown["text"]
        assert "Настройки" in (await tap(found, curator, shown, "settings"))["text"]
        assert "Что не дошло" not in labels(await found.people.say(person, "/settings"))
        refused = await force(found, person, "nt.dropped")
        assert refused["alert"]
