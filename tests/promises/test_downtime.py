"""Three days without the bot: one message each for all that became due, and silence about what is over.

Two pairs, on a Tuesday: one has a meeting on Wednesday and another on Friday, the other has not met for a month.
Surveys, drafts and a plan wait too. The bot is away from Tuesday evening to Friday morning.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import update

from mentoring.calendar.holidays_ru import public_days
from mentoring.calendar.rules import SchoolCalendar
from storage.tables import people
from tests.promises.bad_ground import force, member, mentee, unpaced, write
from tests.scenarios.filling import routes, tap
from tests.scenarios.meeting_ground import OLDER, YOUNGER, Pair, pair
from tests.scenarios.test_delivery import MOSCOW, _clock, _quiet_week
from tests.stage import Stage, labels, stage

__all__ = ["unpaced"]
SECOND_MENTOR, SECOND_MENTEE = "Власова Нина Петровна", "Соколов Илья Андреевич"
MENTEES, MENTORS = 1 << 7, 1 << 6
SILENT = 22  # school days after which a pair that has not met is asked about it
LATE = "бот не работал, а потом было поздно"


@dataclass
class Town:
    stage: Stage
    first: Pair
    mentor: int
    mentee: int
    seen: dict[int, int] = field(default_factory=dict)

    @property
    def everybody(self) -> list[int]:
        return [self.first.curator, self.first.older, self.first.mentee, self.mentor, self.mentee]

    async def remember(self) -> None:
        for person in self.everybody:
            self.seen[person] = (await self.stage.people.last(person))["id"]

    async def new(self, person: int) -> list[dict[str, Any]]:
        return await self.stage.people.messages(person, after=self.seen[person])

    async def bundled(self, person: int) -> list[dict[str, Any]]:
        return [one for one in await self.new(person) if "nt.later" in routes(one)]


async def _pairs(found: Stage) -> Town:
    """Three pairs: the first one, a second, and the second's mentor with the first's mentee."""
    first = await pair(found)
    mentor = await member(found, first.curator, SECOND_MENTOR, "Наставник")
    town = Town(found, first, mentor, await mentee(found, first.curator, SECOND_MENTEE))
    for younger in (SECOND_MENTEE, YOUNGER):
        await found.people.say(first.curator, "/menu")
        for words in ("Пары", "Новая пара", SECOND_MENTOR, "Дальше: наставляемые", younger, "Создать пару"):
            shown = await found.people.last(first.curator)
            await found.people.press(first.curator, next(x for x in labels(shown) if words in x))
    return town


def _a_month_later(day: date) -> date:
    """A Tuesday of a quiet week by which both pairs have been silent for too long."""
    calendar = SchoolCalendar("Europe/Moscow", public=public_days(day.year, day.year + 1))
    later = day
    while calendar.school_days_between(day, later) < SILENT:
        later = _quiet_week(later)
    return later


async def _meet(town: Town, number: int, mentor: int, mentee: int, days: int) -> None:
    """A meeting at three in the afternoon that both have agreed on."""
    meeting = Pair(town.stage, town.first.curator, mentor, (mentee,), town.first.day, number)
    await meeting.propose(mentor, meeting.at(days, 15))
    asked = (await meeting.told(mentee, "предлагает"))[-1]
    await meeting.press(mentee, asked, "mt.yes")


async def _survey(town: Town, form: str, roles: int, days: int) -> None:
    last = town.first.day + timedelta(days=days)
    await force(town.stage, town.first.curator, f"sv.open:{form}:{roles}:{last:%y%m%d}")
    await town.stage.people.rest()


async def _draft(town: Town, person: int) -> None:
    await town.stage.people.say(person, "/menu")
    begun = (await town.stage.people.press(person, "Начать"))["last"]
    await tap(town.stage, person, begun, routes(begun)["a.g"][0])


async def _tuesday(found: Stage) -> Town:
    """Everything is set going by noon and half past eight in the evening."""
    town = await _pairs(found)
    first = town.first
    first.day = _a_month_later(first.day)
    await first.go(0, 12)
    await _meet(town, 1, first.older, first.mentee, 1)
    await _meet(town, 2, town.mentor, town.mentee, 3)
    await _survey(town, "interim_mentee", MENTEES, 2)
    await _survey(town, "interim_mentor", MENTORS, 3)
    await _draft(town, first.mentee)
    early = update(people).where(people.c.tg_id == first.mentee)
    await write(found, lambda c: c.execute(early.values(quiet_from="17:30", quiet_to="08:00")))
    await first.go(0, 18, 5)
    await first.go(0, 20, 30)
    await force(found, first.curator, "sv.nudge:1")
    await force(found, town.mentee, "pl.tick:2:safety:1")
    await found.people.rest()
    return town


async def _away(town: Town, days: int, hour: int) -> None:
    await town.stage.stop()
    await town.remember()
    day = town.first.day + timedelta(days=days)
    await _clock(town.stage, datetime(day.year, day.month, day.day, hour, tzinfo=MOSCOW))
    await town.stage.start()
    await town.stage.people.rest()


async def test_three_days_away_are_one_message_each(database_url: str) -> None:
    async with stage(database_url) as found:
        town = await _tuesday(found)
        await _away(town, 3, 11)
        await _each_hears_once_of_what_still_makes_sense(town)
        await _away(town, 3, 12)
        for person in town.everybody:
            assert await town.new(person) == [], "and not again after another start"
        await _todays_meeting_comes_beside(town)
        await _the_curator_sees_what_was_dropped(town)


async def _each_hears_once_of_what_still_makes_sense(town: Town) -> None:
    """The plan's change is somebody's action of Tuesday night and leaves by itself."""
    first = town.first
    friday = f"пятница, {first.at(3, 15).day} "
    expected = {
        first.curator: [["закрыт. Результаты готовы"]],
        first.older: [["Скоро закроется анкета", "Осталась без отметки"]],
        first.mentee: [["Осталась без отметки", "не закончена", "давно не было встречи"]],
        town.mentor: [["План наставничества изменился"], [friday, "Скоро закроется анкета"]],
        town.mentee: [[friday]],
    }
    for person, messages in expected.items():
        told = [one["text"].split("\n\n") for one in await town.new(person)]
        assert [len(parts) for parts in told] == [len(words) for words in messages], told
        said = [part for parts in told for part in parts]
        wanted = [word for words in messages for word in words]
        assert all(word in part for word, part in zip(wanted, said, strict=True)), said
        assert len(await town.bundled(person)) <= 1


async def _todays_meeting_comes_beside(town: Town) -> None:
    """An hour before it and at its end, to its two people alone; nothing else until the evening."""
    for hour, minute in ((14, 6), (15, 36), (19, 0)):
        await town.first.go(3, hour, minute)
    both = {town.mentor, town.mentee}
    for person in town.everybody:
        told = [one["text"].split(" ")[0] for one in await town.new(person)]
        assert told == (["Скоро", "Состоялась"] if person in both else [])
        assert await town.bundled(person) == []


async def _the_curator_sees_what_was_dropped(town: Town) -> None:
    """By rule and reason, without names: the eve of the meeting that is over had waited for the morning. What had
    waited about the survey went with its window, of whose end the curator has heard.
    """
    curator = town.first.curator
    await town.stage.people.say(curator, "/settings")
    shown = (await town.stage.people.press(curator, "Что не дошло"))["last"]["text"]
    lines = {line for line in shown.split("\n") if LATE in line}
    assert lines == {f"Встреча завтра · {LATE}: 1"}
    assert not any(name in shown for name in (YOUNGER, SECOND_MENTEE, OLDER, SECOND_MENTOR))
