"""Support in the chat: a consultation from asking to "it helped", one question, and the door nobody else sees."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import Any

import pytest

from tests.promises.bad_ground import force, unpaced
from tests.scenarios.filling import routes, tap
from tests.scenarios.matching_ground import MENTEES, MENTORS, Cast, cast, menu, tapped
from tests.scenarios.test_matching import everything
from tests.stage import Stage, labels, stage

__all__ = ["unpaced"]
WORDS, ANSWER = "мне-совсем-не-по-себе", "приходите-завтра-после-уроков"
HUB = "Поддержка"


async def hop(found: Stage, by: timedelta) -> None:
    assert found.app is not None
    await found.people.post("clock", to=(found.app.clock.now() + by).isoformat())
    await found.people.rest()


async def newest(found: Stage, person: int, words: str) -> dict[str, Any]:
    every = [one for one in await found.people.messages(person) if words in one["text"]]
    assert every, (words, [one["text"] for one in await found.people.messages(person)])
    return every[-1]


async def test_a_consultation_from_asking_to_it_helped(sqlite_url: str) -> None:
    async with stage(sqlite_url) as found:
        people = await cast(found)
        mentor, curator = people.mentors[0], people.curator
        await menu(found, mentor, HUB, "Консультации", "Попросить")
        card = await found.people.say(mentor, "как начать разговор о журнале")
        assert "Кто возьмётся первым" in card["text"]
        call = await newest(found, curator, "как начать разговор о журнале")
        assert MENTORS[0] not in call["text"]
        await _agreed(found, people, call)
        await hop(found, timedelta(days=2))
        ask = await newest(found, mentor, "Как прошла консультация")
        await tap(found, mentor, ask, routes(ask)["cs.helped"][0])
        assert "консультация помогла" in (await newest(found, curator, "помогла"))["text"]
        hub = await menu(found, curator, HUB)
        assert "В этом учебном году 1 консультация" in hub["text"]
        for other in (people.director, people.mentors[1]):
            assert "журнале" not in await everything(found, other)


async def _agreed(found: Stage, people: Cast, call: dict[str, Any]) -> None:
    mentor, curator = people.mentors[0], people.curator
    taken = await tap(found, curator, call, routes(call)["cs.take"][0])
    assert f"Просит: {MENTORS[0]}" in taken["text"]
    days = await tap(found, curator, taken, routes(taken)["cs.day"][0])
    hours = await tap(found, curator, days, routes(days)["cs.hour"][1])
    summary = await tap(found, curator, hours, routes(hours)["cs.sum"][2])
    assert "Предложим" in summary["text"]
    sent = await found.people.say(curator, "кабинет 7")
    assert "ждём ответа" in sent["text"]
    told = await newest(found, mentor, "предлагает время")
    card = await tap(found, mentor, told, routes(told)["cs"][0])
    assert "кабинет 7" in card["text"]
    agreed = await tap(found, mentor, card, routes(card)["cs.yes"][0])
    assert "Условились" in agreed["text"]
    assert "подтверждает время" in (await newest(found, curator, "подтверждает"))["text"]


async def test_one_question_and_its_answer(sqlite_url: str) -> None:
    async with stage(sqlite_url) as found:
        people = await cast(found)
        mentor, mentee = people.mentors[1], people.mentees[0]
        await menu(found, mentor, HUB, "Чем помогу", "Отвечаю на вопрос")
        await menu(found, mentee, HUB, "Спросить коллегу", "Задать вопрос", "Методика", "Документы")
        card = await found.people.say(mentee, "Где образец рабочей программы?")
        assert "Спросили 1 коллегу" in card["text"]
        told = await newest(found, mentor, "один вопрос")
        assert MENTEES[0] in told["text"]
        asked = await tap(found, mentor, told, routes(told)["qq"][0])
        assert "Где образец" in asked["text"]
        await tap(found, mentor, asked, routes(asked)["qq.answer"][0])
        await found.people.say(mentor, "В учительской, синяя папка")
        back = await newest(found, mentee, "отвечает на ваш вопрос")
        shown = await tap(found, mentee, back, routes(back)["qq"][0])
        assert "синяя папка" in shown["text"]
        thanked = await found.people.press(mentee, "Спасибо")
        assert thanked["toast"] == "Передали спасибо"
        assert "Спасибо" not in labels(thanked["last"])
        assert MENTEES[0] in (await newest(found, mentor, "говорит вам спасибо"))["text"]


async def test_nobody_sees_who_came_to_the_psychologist(sqlite_url: str, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]) -> None:  # fmt: skip
    """A canary: the asker's name beside the door, or a word, in no message, file, log or list of anybody else."""
    caplog.set_level(logging.DEBUG)
    async with stage(sqlite_url) as found:
        people = await cast(found)
        mentee, psychologist = people.mentees[0], people.psychologist
        others = [one for one in people.everybody if one not in (mentee, psychologist)]
        before = {one: len(await found.people.messages(one)) for one in others}
        await _talked(found, mentee, psychologist)
        await hop(found, timedelta(days=9))
        for one in others:
            fresh = (await found.people.messages(one))[before[one] :]
            assert all("психолог" not in m["text"].lower() for m in fresh), one
            for data in ("ps.got", "ps.talk:1", "ps.end:1", "ps.erase2:1", "support", "card:7", "nt.dropped"):
                await force(found, one, data)
                await found.people.rest()
            told = await everything(found, one)
            assert WORDS not in told
            assert ANSWER not in told
        hub = await menu(found, people.curator, HUB)
        assert "Вас ждут" not in hub["text"]
        said = caplog.text + "".join(capfd.readouterr())
        assert WORDS not in said
        assert MENTEES[0] not in said


async def _talked(found: Stage, mentee: int, psychologist: int) -> None:
    await menu(found, mentee, HUB, "Психолог", "Зимина")
    sent = await found.people.say(mentee, WORDS)
    assert WORDS in sent["text"]
    told = await newest(found, psychologist, "Вам написали")
    assert MENTEES[0] not in told["text"]
    talk = await tap(found, psychologist, told, routes(told)["ps.talk"][0])
    assert MENTEES[0] in talk["text"]
    assert WORDS in talk["text"]
    await found.people.say(psychologist, ANSWER)
    back = await newest(found, mentee, "Вам ответили")
    assert ANSWER not in back["text"]
    shown = await tap(found, mentee, back, routes(back)["ps.talk"][0])
    assert ANSWER in shown["text"]
    await tapped(found, mentee, "Назад")
    after = await found.people.say(mentee, "это уже не психологу")
    assert "это уже не психологу" not in await everything(found, psychologist)
    assert after["text"]


async def test_without_a_psychologist_it_says_where_else(sqlite_url: str) -> None:
    async with stage(sqlite_url) as found:
        curator = await found.curator()
        shown = await menu(found, curator, HUB, "Психолог")
        assert "никто не узнает" in shown["text"]
        assert "112" in shown["text"]
        assert labels(shown) == ["‹ Назад"]
