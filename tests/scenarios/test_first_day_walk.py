"""The walk's own parts: what it reads from a screen, what it looks for in files, when it gives up."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest
from aiohttp import web

from sandbox.options import Options
from sandbox.server import make_app
from sandbox.walk import __main__ as command
from sandbox.walk import tasks
from sandbox.walk.answers import ANYTHING, answer
from sandbox.walk.cast import Diary, Who
from sandbox.walk.chat import Button, Message, number, question
from sandbox.walk.curator import token_of
from sandbox.walk.journey import Walk
from sandbox.walk.moves import Say, Script, Surprise, Tap, see
from sandbox.walk.traces import in_files, in_rows, words_of
from sandbox.walk.wire import Refused, Sandbox

ANNA = Who("anna", "mentee", "Анна", "Лисина", "Лисина Анна", {"труднее": "Шестые уроки"}, skips=("ценнее",))


def screen(label: str, *buttons: str, head: str = "Вопрос 3 из 12", note: str = "") -> Message:
    """A question with buttons given as "what:which label"."""
    made = [Button(b.partition(" ")[2], f"a:7:5:{b.partition(' ')[0]}") for b in buttons]
    text = "\n\n".join(part for part in (note, head, label, "Подсказка") if part)
    return Message(1, 1, text, (*made, Button("Отложить", "f.later:7")))


def test_the_question_stands_under_its_number() -> None:
    asked = screen("Что труднее?", note="Нужно число лет от 0 до 70.")
    assert question(asked.text) == "Что труднее?"
    assert number(asked.text) == 3
    assert question("Все: 1–8 из 10\n\nне вопрос") == ""
    assert question("Question 2 of 9\n\nWhat?\n\nhint") == "What?"


def test_a_questionnaires_button_is_known_by_what_it_does() -> None:
    button = Button("Да", "a:12:3:c:0")
    assert (button.route, button.args) == ("a.c", ("0",))
    assert (Button("Люди", "people:all:0").route, Button("Люди", "people:all:0").args) == ("people", ("all", "0"))


def test_ticks_are_set_one_by_one_and_then_confirmed() -> None:
    diary, wanted = Diary(), []
    for _ in range(3):
        offs = [
            f"t:{i} {'☑' if str(i) in wanted else '☐'} {name}" for i, name in enumerate(("Пн", "Вт", "Ср", "Чт"))
        ]
        move = answer(ANNA, diary, screen("В какие дни?", *offs, "m Готово"))
        assert isinstance(move, Tap)
        if move.button.route == "a.m":
            break
        wanted.extend(move.button.args)
    assert move.button.route == "a.m"
    assert sorted(wanted) == sorted(set(wanted))
    assert len(diary.ticked["В какие дни?"]) == len(wanted) > 0


def test_the_same_person_answers_the_same_way() -> None:
    asked = screen("Как часто?", "c:0 Часто", "c:1 Редко", "c:2 Никогда")
    first = answer(ANNA, Diary(), asked)
    assert first == answer(ANNA, Diary(), asked)


def test_typed_words_are_the_persons_own_and_a_refusal_brings_a_guess() -> None:
    diary = Diary()
    assert answer(ANNA, diary, screen("Что сейчас даётся труднее всего?")) == Say("Шестые уроки")
    assert answer(ANNA, diary, screen("Когда это было?")) == Say(ANYTHING)
    refused = screen("Когда это было?", note="Нужна дата.")
    assert [answer(ANNA, diary, refused) for _ in range(2)] == [Say("7"), Say("01.09.2026")]


def test_what_is_skipped_is_skipped() -> None:
    move = answer(ANNA, Diary(), screen("Что для вас ценнее всего?", "b ‹ Назад", "s Пропустить"))
    assert isinstance(move, Tap)
    assert move.button.route == "a.s"


def test_traces_are_found_in_every_form(tmp_path: Path) -> None:
    words = words_of(ANNA, Diary(typed=["Шестые уроки", "7"]), 2_000_009)
    assert "7" not in words
    assert in_files(tmp_path, words) == []
    (tmp_path / "plain").write_text("… Лисина Анна …", encoding="utf-8")
    (tmp_path / "json").write_text(json.dumps({"a": "Шестые уроки"}), encoding="ascii")
    (tmp_path / "wide").write_bytes("Лисина".encode("utf-16-le"))
    (tmp_path / "number").write_bytes(b"\0lane=2000009;")
    found = in_files(tmp_path, words)
    assert {line.partition(":")[0] for line in found} == {"plain", "json", "wide", "number"}


def test_traces_are_found_in_rows_where_a_number_is_no_digits(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE people (tg_id INTEGER, name TEXT)")
        connection.execute("INSERT INTO people VALUES (2000009, 'Вера')")
        connection.commit()
    assert in_files(tmp_path, ["2000009"]) == []
    assert in_rows(path, ["2000009", "Анна"]) == ["people: 2000009"]


def test_a_token_is_taken_from_a_link() -> None:
    assert token_of("https://t.me/bot?start=Ab-1_x\nдальше") == "Ab-1_x"
    assert token_of("/start Ab-1_x\n(send this to the bot)") == "Ab-1_x"
    with pytest.raises(Surprise):
        token_of("ссылки нет")


def test_an_address_without_a_token_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["walk", "--address", "http://127.0.0.1:1/"])
    with pytest.raises(SystemExit) as refused:
        command.main()
    assert refused.value.code == 2


@pytest.fixture
async def silent() -> AsyncIterator[str]:
    """A sandbox that no bot is attached to."""
    runner = web.AppRunner(make_app(Options(seed="empty")), access_log=None, shutdown_timeout=0.2)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}/"
    await runner.cleanup()


async def test_a_bot_that_never_answers_is_told_apart_from_one_that_is_slow(
    silent: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last word is said again a few times, and counted; then it says who waits for what."""
    monkeypatch.setattr(tasks, "QUIET", 0.01)
    walk = Walk(Sandbox(silent))

    def script() -> Script:
        yield Say("/start")
        yield from see("a greeting", lambda message: bool(message.buttons))

    def play() -> None:
        walk.gather([ANNA])
        walk.do({ANNA.key: script()})

    with pytest.raises(tasks.Stuck, match="Лисина Анна waits for a greeting"):
        await asyncio.to_thread(play)
    assert walk.story.retries == tasks.TRIES


async def test_a_refusal_of_the_sandbox_comes_with_its_words(silent: str) -> None:
    with pytest.raises(Refused, match="404: there is no person 5"):
        await asyncio.to_thread(lambda: Sandbox(silent).post("say", person=5, chat=5, text="?"))
