"""A meeting from the first proposal to the check-in, as its people meet it in the chat."""

from __future__ import annotations

from icalendar import Calendar

from tests.promises.bad_ground import force, unpaced
from tests.scenarios.filling import routes
from tests.scenarios.meeting_ground import OLDER, YOUNGER, Pair, pair
from tests.stage import labels, stage

__all__ = ["unpaced"]


async def _file(found: Pair, person: int) -> object:
    """The newest calendar file of that person."""
    told = [one for one in await found.stage.people.messages(person) if one["file"]]
    return Calendar.from_ical(await found.stage.people.download(told[-1]))


async def test_from_a_proposal_to_a_meeting_that_counts(database_url: str) -> None:
    async with stage(database_url) as stand:
        found = await pair(stand)
        times = [found.at(1, 15), found.at(2, 9), found.at(3, 14)]
        sent = await found.propose(found.older, *times)
        assert "Встреча-знакомство" in sent["text"], sent
        assert "ждём ответа" in sent["text"]
        (asked,) = await found.told(found.mentee, "предлагает")
        assert OLDER in asked["text"]
        assert labels(asked)[:3] == ["Время 1", "Время 2", "Время 3"]
        await found.press(found.mentee, asked, "mt.yes", 1)
        agreed = await found.told(found.mentee, "Время согласовано")
        assert "09:00–09:30" in agreed[-1]["text"]
        (told,) = await found.told(found.older, "Договорились")
        assert YOUNGER in told["text"]
        events = [(await _file(found, one)).walk("VEVENT")[0] for one in (found.older, found.mentee)]
        assert len({str(event["UID"]) for event in events}) == 1
        assert {event["DTSTART"].dt for event in events} == {times[1]}
        await found.go(1, 18, 6)
        assert [
            len(await found.told(one, "Напоминаем: встреча-знакомство")) for one in (found.older, found.mentee)
        ] == [1, 1]
        await found.go(2, 8, 6)
        assert [len(await found.told(one, "Скоро встреча-знакомство")) for one in (found.older, found.mentee)] == [
            1,
            1,
        ]
        await found.go(2, 9, 36)
        (ask,) = await found.told(found.older, "Состоялась ли")
        thanks = await found.press(found.older, ask, "ci.yes")
        assert "Спасибо, записали" in thanks["text"]
        more = await found.press(found.older, thanks, "ci.mood", 3)
        assert "Как прошло: 4 · видите только вы" in more["text"]
        (confirm,) = await found.told(found.mentee, "отмечает, что встреча состоялась")
        assert "4" not in confirm["text"].replace(confirm["text"].split("\n")[1], "")
        await found.go(5, 12)
        await found.go(6, 12)
        assert len(await found.told(found.mentee, "Хочется ли вам продолжать")) == 1
        card = await found.show(found.mentee, "mt:1")
        assert "Состоялась." in card["text"]


async def test_another_time_a_move_and_a_cancellation(database_url: str) -> None:
    async with stage(database_url) as stand:
        found = await pair(stand)
        await found.propose(found.older, found.at(1, 15))
        (asked,) = await found.told(found.mentee, "предлагает")
        days = await found.press(found.mentee, asked, "mp.re")
        assert "В какой день?" in days["text"]
        summary = await stand.people.say(found.mentee, "в четверг в 12:15")
        assert "12:15–12:45" in summary["text"], summary["text"]
        await stand.people.say(found.mentee, "кабинет 12")
        (countered,) = await found.told(found.older, "другое время")
        assert "Место: кабинет 12" in countered["text"]
        old = await force(stand, found.mentee, "mt.yes:1:0:0")
        assert "изменилось" in (await stand.people.last(found.mentee))["text"] or old["toast"]
        await found.press(found.older, countered, "mt.yes")
        first = (await _file(found, found.mentee)).walk("VEVENT")[0]
        await found.propose_other(found.older, found.at(3, 10))
        await found.go(1, 18, 6)
        assert not await found.told(found.mentee, "Напоминаем: встреча"), "the old time is not reminded of"
        (moved,) = await found.told(found.mentee, "просит перенести")
        await found.press(found.mentee, moved, "mt.yes")
        again = (await _file(found, found.mentee)).walk("VEVENT")[0]
        assert (again["UID"], int(again["SEQUENCE"])) > (first["UID"], int(first["SEQUENCE"]))
        card = await found.show(found.mentee, "mt:1")
        sure = await found.press(found.mentee, card, "mt.off")
        await found.press(found.mentee, sure, "mt.off2")
        assert len(await found.told(found.older, "Встреча отменена")) == 1
        assert (await _file(found, found.older))["METHOD"] == "CANCEL"
        await found.go(3, 9, 6)
        for person in (found.older, found.mentee):
            assert not await found.told(person, "Скоро встреча")


async def test_two_sides_that_remember_differently(sqlite_url: str) -> None:
    async with stage(sqlite_url) as stand:
        found = await pair(stand)
        await found.propose(found.older, found.at(1, 15))
        await found.press(found.mentee, (await found.told(found.mentee, "предлагает"))[0], "mt.yes")
        await found.go(1, 15, 36)
        await found.press(found.older, (await found.told(found.older, "Состоялась ли"))[0], "ci.yes")
        (confirm,) = await found.told(found.mentee, "отмечает, что встреча")
        why = await found.press(found.mentee, confirm, "ci.no")
        assert "Что помешало?" in why["text"]
        (help_needed,) = await found.told(found.curator, "Паре нужна помощь")
        assert "по-разному" in help_needed["text"]
        listed = await found.show(found.curator, "mt.pair:1:0")
        assert "помнят по-разному" in listed["text"]
        assert "ci.more" not in routes(listed)


async def test_not_held_asks_why_and_offers_a_new_time(sqlite_url: str) -> None:
    async with stage(sqlite_url) as stand:
        found = await pair(stand)
        await found.propose(found.mentee, found.at(1, 15))
        await found.press(found.older, (await found.told(found.older, "предлагает"))[0], "mt.yes")
        await found.go(1, 15, 36)
        ask = (await found.told(found.older, "Состоялась ли"))[0]
        why = await found.press(found.older, ask, "ci.no")
        kept = await found.press(found.older, why, "ci.why", 1)
        assert "mp.new" in routes(kept)
        confirm = (await found.told(found.mentee, "встречи не было"))[0]
        await found.press(found.mentee, confirm, "ci.no")
        (offer,) = await found.told(found.older, "Встреча не состоялась (")
        days = await found.press(found.older, offer, "mp.new")
        assert "встреча-знакомство" in days["text"], "what was not held is proposed again"


async def test_a_group_meets_without_one_of_them(sqlite_url: str) -> None:
    async with stage(sqlite_url) as stand:
        found = await pair(stand, mentees=3)
        await found.propose(found.older, found.at(1, 15))
        first, second, third = found.younger
        await found.press(first, (await found.told(first, "предлагает"))[0], "mt.yes")
        (join,) = await found.told(second, "Время согласовано")
        await found.press(second, join, "mt.yes")
        sure = await found.press(third, (await found.told(third, "Время согласовано"))[0], "mt.no")
        assert "без вас" in sure["text"]
        await found.press(third, sure, "mt.no2")
        assert len(await found.told(found.older, "не сможет прийти")) == 1
        card = await found.show(found.older, "mt:1")
        assert "не придёт" in card["text"]
        await found.go(1, 14, 6)
        assert [len(await found.told(one, "Скоро встреча")) for one in (first, second, third)] == [1, 1, 0]


async def test_a_meeting_in_the_corridor_takes_two_taps(sqlite_url: str) -> None:
    async with stage(sqlite_url) as stand:
        found = await pair(stand)
        card = await found.show(found.older, "pair:1")
        days = await found.press(found.older, card, "lg")
        thanks = await found.press(found.older, days, "lg.day", 1)
        assert "Спасибо, записали" in thanks["text"]
        assert len(await found.told(found.mentee, "отмечает, что встреча состоялась")) == 1
        twice = await force(stand, found.older, routes(days)["lg.day"][1])
        assert "уже записана" in (twice["toast"] or "") + (await stand.people.last(found.older))["text"]
        menu = await stand.people.say(found.mentee, "/menu")
        assert "Состоялась ли встреча-знакомство?" in menu["text"]


async def test_details_go_where_they_say(sqlite_url: str) -> None:
    async with stage(sqlite_url) as stand:
        found = await pair(stand)
        await found.show(found.older, f"lg.day:1:{found.day:%y%m%d}")
        await found.show(found.older, "ci.part:1:agreed")
        await stand.people.say(found.older, "Принести план урока")
        await found.show(found.older, "ci.part:1:note")
        await stand.people.say(found.older, "Тайная заметка")
        await found.show(found.older, "ci.part:1:minutes")
        listed = await stand.people.say(found.older, "полтора часа")
        assert "90 мин · видит вся пара" in listed["text"]
        assert "Тайная заметка · видите только вы" in listed["text"]
        again = await found.show(found.older, "ci.part:1:again_at")
        wish = await found.press(found.older, again, "ci.set")
        assert "mp.at" in routes(wish)
        card = await found.show(found.mentee, "mt:1")
        assert "Принести план урока" in card["text"]
        everything = [
            one["text"] for who in (found.mentee, found.curator) for one in await stand.people.messages(who)
        ]
        assert not [text for text in everything if "Тайная заметка" in text]


async def test_a_no_from_a_mentee_offers_another_mentor(sqlite_url: str) -> None:
    async with stage(sqlite_url) as stand:
        found = await pair(stand)
        await found.show(found.older, f"lg.day:1:{found.day:%y%m%d}")
        ask = await found.show(found.mentee, "ft:1")
        then = await found.press(found.mentee, ask, "ft.set", 2)
        assert "никто не виноват" in then["text"]
        assert not await found.told(found.curator, "просит другого"), "only once it is asked for"
        await found.press(found.mentee, then, "ft.another")
        (told,) = await found.told(found.curator, "просит другого")
        assert YOUNGER in told["text"]
        assert not await found.told(found.older, "другого")


async def test_whoever_stopped_the_reminders_still_gets_an_invitation(sqlite_url: str) -> None:
    async with stage(sqlite_url) as stand:
        found = await pair(stand)
        await stand.people.say(found.mentee, "/settings")
        await stand.people.press(found.mentee, "Без напоминаний")
        await found.propose(found.older, found.at(1, 15))
        assert len(await found.told(found.mentee, "предлагает")) == 1
