"""A school's group through the year, private chats and the group side by side, over real HTTP.

Nothing that somebody did not want to be read there is ever read there: that is looked at in the end, over all calls.
"""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

from storage.repos_groups_asked import ReflectionRepo
from tests.promises.bad_ground import member, unpaced
from tests.stage import Stage, labels, stage

__all__ = ["unpaced"]
MENTOR, YOUNGER = "Громова Ольга Ильинична", "Петрова Мария Ивановна"
SECRET, PUBLIC, SIGNED = "Трудно просить о помощи", "Я вас слышу", "Уроки стали спокойнее"


class Walk:
    def __init__(self, found: Stage, curator: int, mentor: int, younger: int, group: int) -> None:
        self.found, self.people = found, found.people
        self.curator, self.mentor, self.younger, self.group = curator, mentor, younger, group

    async def in_group(self, kind: str = "text") -> list[dict[str, Any]]:
        every = await self.people.messages(self.curator, self.group)
        return [m for m in every if m["from"]["is_bot"] and m["kind"] == kind]

    async def screen(self, *path: str) -> dict[str, Any]:
        """The curator's way from the menu, button by button."""
        await self.people.say(self.curator, "/menu")
        last = {}
        for button in ("Ещё", *path):
            last = (await self.people.press(self.curator, button))["last"]
        return last

    async def hands(self, path: str, **body: object) -> None:
        answer = await self.people.post(path, chat=self.group, **body)
        assert answer["status"] == 200, answer
        await self.people.rest()

    async def answer_privately(self, person: int, message: dict[str, Any], text: str) -> dict[str, Any]:
        link = message["buttons"][0][0]["url"]
        await self.people.say(person, "/start " + link.partition("start=")[2])
        return await self.people.say(person, text)

    async def later(self, **by: float) -> None:
        assert self.found.app is not None
        to = self.found.app.clock.now() + timedelta(**by)
        await self.people.post("clock", to=to.isoformat())
        await self.people.rest()

    async def until(self, words: str) -> dict[str, Any]:
        """From one look of the groups' tick to the next, until the group reads something new that begins so."""
        assert self.found.app is not None
        seen = len(await self.in_group())
        for _ in range(60):
            look = await self.found.app.database.read(lambda c: ReflectionRepo(c).next_look())
            assert look is not None
            await self.people.post("clock", to=look.isoformat())
            await self.people.rest()
            fresh = (await self.in_group())[seen:]
            if fresh:
                assert fresh[0]["text"].startswith(words), fresh
                return fresh[0]
        raise AssertionError(f"nobody says {words}")


async def begun(found: Stage) -> Walk:
    """On a school day in November: whenever the test runs, the year goes on for months."""
    assert found.app is not None
    now = found.app.clock.now()
    day = now.replace(month=11, day=9, hour=9)
    await found.people.post("clock", to=(day if day > now else day.replace(year=now.year + 1)).isoformat())
    curator = await found.curator()
    mentor = await member(found, curator, MENTOR, "Наставник")
    younger = await member(found, curator, YOUNGER, "Наставляемый")
    made = await found.people.post("groups", title="Школа № 6", owner=mentor, members=[mentor, curator, younger])
    return Walk(found, curator, mentor, younger, made["id"])


async def test_a_group_from_its_binding_to_its_end(sqlite_url: str) -> None:
    async with stage(sqlite_url) as found:
        walk = await begun(found)
        await _bound_by_one_tap(walk)
        question = await _asked(walk)
        await _answered(walk, question)
        await _counted(walk)
        await _voted(walk)
        await _hour(walk)
        await _moved_and_lost(walk)
        await _nothing_private_was_said(walk)


async def _bound_by_one_tap(walk: Walk) -> None:
    """A teacher adds the bot; only the curator's press under its greeting binds."""
    await walk.hands("member", do="add_bot", person=walk.mentor)
    greeting = (await walk.in_group())[-1]
    press = {"chat": walk.group, "message": greeting["id"], "button": "Привязать группу"}
    refused = await walk.people.post("press", person=walk.mentor, **press)
    assert "только куратор" in refused["toast"]
    assert (await walk.people.post("press", person=walk.curator, **press))["toast"] == "Группа привязана"
    await walk.people.rest()
    await walk.hands("member", do="promote_bot")
    assert "Школа № 6" in (await walk.screen("Группа"))["text"]


async def _asked(walk: Walk) -> dict[str, Any]:
    await walk.screen("Группа", "Ритм", "Раз в неделю", "Проверять ответы")
    return await walk.until("Вопрос для всех")


async def _answered(walk: Walk, question: dict[str, Any]) -> None:
    said = await walk.people.say(walk.younger, PUBLIC, walk.group, reply_to=question["id"])
    heard = [m for m in await walk.people.messages(walk.curator, walk.group) if m["text"] == PUBLIC]
    assert heard[0]["reactions"] == ["👍"], said
    await walk.hands("react", person=walk.curator, message=question["id"], emoji="❤")
    shown = await walk.answer_privately(walk.mentor, question, SECRET + ", признаюсь")
    assert labels(shown)[:2] == ["Без имени", "С именем"]
    await walk.people.say(walk.mentor, SECRET)
    assert "куратор посмотрит" in (await walk.people.press(walk.mentor, "Без имени"))["last"]["text"]
    assert SECRET not in json.dumps(await walk.in_group(), ensure_ascii=False)
    waiting = await walk.people.press(walk.curator, "Посмотреть")
    assert SECRET in waiting["last"]["text"]
    assert MENTOR not in waiting["last"]["text"]
    await walk.people.press(walk.curator, "Передать в группу")
    posted = (await walk.in_group())[-1]
    assert posted["text"] == f"Ответ без имени\n{SECRET}"
    assert posted["reply_to"] == question["id"]
    await walk.answer_privately(walk.younger, question, SIGNED)
    await walk.people.press(walk.younger, "С именем")
    waiting = await walk.screen("Группа", "На проверке: 1")
    assert YOUNGER in waiting["text"]
    await walk.people.press(walk.curator, "Передать в группу")
    assert (await walk.in_group())[-1]["text"] == f"{YOUNGER}\n{SIGNED}"


async def _counted(walk: Walk) -> None:
    """The month's numbers come back to the group, and nothing but numbers."""
    shown = (await walk.screen("Группа"))["text"]
    assert "3 ответа, 1 реакция" in shown
    await walk.screen("Группа", "Ритм", "Не спрашивать")
    assert "3 ответа, 1 реакция" in (await walk.until("Итоги"))["text"]


async def _voted(walk: Walk) -> None:
    draft = await walk.screen("Группа", "Голосования", "Новое голосование", "Дата круглого стола")
    for day in labels(draft)[:2]:
        await walk.people.press(walk.curator, day)
    await walk.people.press(walk.curator, "Дальше")
    await walk.people.press(walk.curator, "Через 1 день")
    poll = (await walk.in_group("poll"))[-1]
    for person in (walk.mentor, walk.younger):
        await walk.hands("vote", person=person, message=poll["id"], options=[1])
    await walk.later(days=2)
    closed = (await walk.in_group("poll"))[-1]["poll"]
    assert (closed["is_closed"], [one["voter_count"] for one in closed["options"]]) == (True, [0, 2])
    over = next(m["text"] for m in await walk.in_group() if "Голосование закрыто" in m["text"])
    assert closed["options"][1]["text"] in over
    told = [m["text"] for m in await walk.people.messages(walk.curator)]
    assert any("Голосование в группе закрыто" in text for text in told)


async def _hour(walk: Walk) -> None:
    await walk.screen("Группа", "Итоговая рефлексия", "5 минут")
    first = (await walk.in_group())[-1]
    assert first["text"].startswith("Вопрос 1 из 3")
    await walk.people.say(walk.mentor, "Запомнился октябрь", walk.group, reply_to=first["id"])
    await walk.later(minutes=6)
    assert (await walk.in_group())[-1]["text"].startswith("Вопрос 2 из 3")
    await walk.screen("Группа", "Итоговая рефлексия", "Дальше, не ждать")
    await walk.people.press(walk.curator, "Закончить")
    assert "Ответов: 1" in (await walk.in_group())[-1]["text"]
    await walk.screen("Группа", "Итоговая рефлексия", "Слово для отчёта")
    kept = await walk.people.say(walk.curator, "Стали чаще ходить на уроки друг к другу.")
    assert "Стали чаще" in kept["text"]


async def _moved_and_lost(walk: Walk) -> None:
    """The group gets another number, and what comes next goes to the new one; then the bot is taken out."""
    answer = await walk.people.post("member", chat=walk.group, do="upgrade")
    await walk.people.rest()
    before, walk.group = walk.group, answer["chat"]
    await walk.screen("Группа", "Спросить сейчас", "Задать сейчас")
    assert "Вопрос для всех" in (await walk.in_group())[-1]["text"], before
    await walk.hands("member", do="remove_bot", person=walk.mentor)
    assert "больше не может писать" in (await walk.people.last(walk.curator))["text"]
    assert "Здесь пока нет группы" in (await walk.screen("Группа"))["text"]


async def _nothing_private_was_said(walk: Walk) -> None:
    calls = (await walk.people.get("calls?after=0"))["calls"]
    there = [json.dumps(c["params"], ensure_ascii=False) for c in calls if int(c["params"].get("chat_id", 0)) < 0]
    assert len(there) > 10
    for words in ("признаюсь", MENTOR, "Сергеева", "Стали чаще"):
        assert not [call for call in there if words in call], words
    assert len([call for call in there if YOUNGER in call]) == 1, "once, where she signed"
    loud = [call for call in there if '"text"' in call and "disable_notification" not in call]
    assert not [call for call in loud if "Вопрос" in call or "Итоги" in call or "Ответ без" in call]
