"""The first days of a school, from an empty database to two registers and a withdrawal."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sandbox.walk import cast, curator, people, privacy, registers
from sandbox.walk.cast import Diary, Who
from sandbox.walk.moves import Script, expect
from sandbox.walk.sheets import sheets
from sandbox.walk.story import Story
from sandbox.walk.tasks import PATIENCE, Phone, Task, together
from sandbox.walk.wire import Refused, Sandbox

MENTORS, MENTEES = "mentor", "mentee"
ROLE_WORDS = {MENTORS: "наставник", MENTEES: "наставляемый"}

EVENTS = 12  # at night and at a weekend others wait too, and leave before


@dataclass(slots=True)
class Walk:
    """The state of one journey: telephones, diaries, links; what was seen, for whoever checks it."""

    sandbox: Sandbox
    story: Story = field(default_factory=Story)
    order: random.Random | None = None
    phones: dict[str, Phone] = field(default_factory=dict)
    diaries: dict[str, Diary] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    registers: dict[str, bytes] = field(default_factory=dict)
    listed: dict[str, str] = field(default_factory=dict)
    export: dict[str, Any] = field(default_factory=dict)

    def gather(self, everyone: Iterable[Who]) -> None:
        """Telegram accounts for the people; nobody has opened the bot yet."""
        for who in everyone:
            made = self.sandbox.post("people", first_name=who.first, last_name=who.last, language_code="ru")
            self.take(who, int(made["id"]))

    def take(self, who: Who, person: int) -> None:
        self.phones[who.key] = Phone(self.sandbox, self.story, person, who.shown)
        self.diaries[who.key] = Diary()

    def do(self, scripts: dict[str, Script]) -> None:
        """One script a person, all side by side."""
        tasks = [Task(self.phones[key], script) for key, script in scripts.items()]
        together(self.sandbox, tasks, self.order)

    def curate(self, script: Script) -> None:
        self.do({cast.CURATOR.key: script})

    def later(self, **how: object) -> None:
        """Move the school's clock; a bot that is away at that moment is waited for."""
        until = time.monotonic() + PATIENCE
        while True:
            try:
                self.sandbox.post("clock", **how)
                return
            except Refused as error:
                if error.status != 502 or time.monotonic() > until:
                    raise
                self.sandbox.get("idle", timeout=5)

    @property
    def curator(self) -> Phone:
        return self.phones[cast.CURATOR.key]


def run(walk: Walk, token: str) -> None:
    """The whole journey; `token` is the curator's one-time link. Raises Surprise or Stuck where it is not as it
    should be."""
    walk.gather(cast.EVERYONE)
    _set_up(walk, token)
    _invite(walk)
    _arrive(walk)
    _fill(walk)
    _remind(walk)
    _registers(walk)
    _privacy(walk)
    _withdraw(walk)


def _set_up(walk: Walk, token: str) -> None:
    walk.story.chapter("Куратор настраивает школу")
    who = cast.CURATOR
    walk.curate(people.arrive(who, walk.diaries[who.key], token))


def _invite(walk: Walk) -> None:
    """Staff and one mentor by links from the chat, most by a pasted list, one mentee by the shared link."""
    walk.story.chapter("Приглашения")
    by_link = (*cast.STAFF, cast.MENTORS[0])
    for who in by_link:
        walk.links[who.key] = _link(walk, who.role, "personal")
    walk.links[cast.MENTEES[3].key] = _link(walk, MENTEES, "shared")
    listed = (*cast.MENTORS[1:], *cast.MENTEES[:3])
    found: dict[str, str] = {}
    walk.curate(curator.invite_list(walk.curator, [(w.shown, ROLE_WORDS[w.role]) for w in listed], found))
    expect(set(found) == {w.shown for w in listed}, f"the spreadsheet has a link for everybody: {sorted(found)}")
    walk.links |= {who.key: found[who.shown] for who in listed}
    expect(len(set(walk.links.values())) == len(walk.links), "every link is another one")


def _link(walk: Walk, role: str, kind: str) -> str:
    made: list[str] = []
    walk.curate(curator.invite(role, kind, made))
    return made[0]


def _each(walk: Walk, everyone: Iterable[Who], script: Any) -> dict[str, Script]:
    return {who.key: script(who, walk.diaries[who.key]) for who in everyone}


def _arrive(walk: Walk) -> None:
    walk.story.chapter("Люди открывают ссылки и решают о согласиях")
    guests = (*cast.STAFF, *cast.MENTORS, *cast.MENTEES)
    walk.do(_each(walk, guests, lambda who, diary: people.arrive(who, diary, walk.links[who.key])))
    walk.story.chapter("Куратор принимает того, кто пришёл по общей ссылке")
    walk.curate(curator.approve(cast.MENTEES[3].shown))


def _pairs() -> tuple[Who, ...]:
    """Those who take part: one mentor has refused."""
    return tuple(who for who in (*cast.MENTORS, *cast.MENTEES) if "processing" not in who.refuses)


def _fill(walk: Walk) -> None:
    walk.story.chapter("Анкеты")
    walk.do(_each(walk, _pairs(), people.fill))


def _remind(walk: Walk) -> None:
    walk.story.chapter("Кто остановился на полпути")
    stopped = cast.MENTEES[2]
    walk.curate(curator.look_over(walk.listed))
    expect(len(walk.listed) == len(cast.EVERYONE), f"everybody is in the list: {walk.listed}")
    walk.curate(curator.nudge(walk.curator, stopped.shown))
    phone = walk.phones[stopped.key]
    phone.chat.look()
    for _ in range(EVENTS):
        if any("mute" in message.routes for message in phone.chat.messages):
            break
        walk.story.note("напоминание ждёт своего часа: время школы идёт вперёд")
        walk.later(next="event")
        phone.chat.look()
    walk.do({stopped.key: people.take_up_again(stopped, walk.diaries[stopped.key])})


def _registers(walk: Walk) -> None:
    walk.story.chapter("Базы")
    for role, everyone in ((MENTORS, cast.MENTORS), (MENTEES, cast.MENTEES)):
        takes_part = [who for who in everyone if "processing" not in who.refuses]
        _one_register(walk, role, takes_part, cast.CURATOR)
        _one_register(walk, role, takes_part, cast.DIRECTOR)


def _one_register(walk: Walk, role: str, expected: list[Who], reader: Who) -> None:
    """The right people with their answers, in the chat and in the spreadsheet."""
    found: dict[str, Any] = {}
    walk.do({reader.key: curator.registers(walk.phones[reader.key], role, found)})
    now = datetime.fromisoformat(walk.sandbox.get("state")["clock"]["now"])
    diaries = {who: walk.diaries[who.key] for who in expected}
    names = registers.check(role, found["file"], found["chat"], diaries, now)
    walk.registers[role] = found["file"]
    walk.story.note(f"в таблице {len(names)}: {', '.join(names)}")


def _privacy(walk: Walk) -> None:
    walk.story.chapter("Мои данные")
    who = cast.MENTEES[0]
    walk.do({who.key: privacy.export(walk.phones[who.key], walk.export)})
    told = json.loads(walk.export["json"])
    given = {row["value"] for row in told["answers"]}
    final = [text for text in who.words.values() if text in walk.diaries[who.key].answers.values()]
    expect(given.issuperset(final), f"the export holds what was written: {set(final) - given}")
    book = sheets(walk.export["xlsx"])
    expect(who.shown in json.dumps(told, ensure_ascii=False), "the export names its owner")
    expect(any(who.shown in str(rows) for rows in book.values()), "the spreadsheet names its owner")
    walk.story.note(f"листы таблицы: {', '.join(book)}; разделы JSON: {', '.join(told)}")


def _withdraw(walk: Walk) -> None:
    walk.story.chapter("Одна из наставляемых отзывает согласие")
    who = cast.LEAVER
    walk.do({who.key: privacy.withdraw()})
    walk.story.chapter("Базы после этого")
    _one_register(walk, MENTEES, [other for other in cast.MENTEES if other is not who], cast.CURATOR)
    walk.listed.clear()
    walk.curate(curator.look_over(walk.listed))
    expect(who.shown not in walk.listed, f"the list still has {who.shown}")
