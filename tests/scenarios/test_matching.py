"""From filled questionnaires to approved pairs: a refusal and a second run, somebody without a pair, four orders."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from docx import Document
from openpyxl import load_workbook

from tests.promises.bad_ground import force, unpaced
from tests.scenarios.filling import routes, tap
from tests.scenarios.matching_ground import MENTEES, MENTORS, Cast, answered, cast, interview, menu, tapped
from tests.stage import Stage, labels, stage

__all__ = ["unpaced"]
WISH = "потише-бы-и-без-спешки"
UNWANTED = "Яхонтова Ева Игнатьевна"


async def heard(found: Stage, person: int) -> str:
    return "\n".join(m["text"] for m in await found.people.messages(person))


async def order(found: Stage, person: int, button: str) -> str:
    """All words of an order as Word would show them."""
    await menu(found, person, "Подбор пар" if person else "Приказы", "Приказы")
    await tapped(found, person, button)
    data = await found.people.download(await found.people.last(person))
    document = Document(io.BytesIO(data))
    heads = [p.text for one in document.sections for p in one.header.paragraphs]
    assert "ПРОЕКТ" in "\n".join(heads), "on every page"
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


async def acquaintance(found: Stage, people: Cast, told: dict[str, Any]) -> None:
    """From the button under the news to a proposal that the other side can say yes to."""
    mentor, mentee = people.mentors[0], people.mentees[0]
    days = await tap(found, mentor, told, routes(told)["mp.new"][0])
    assert "знакомство" in days["text"], days["text"]
    hours = await tap(found, mentor, days, routes(days)["mp.hour"][-1])
    summary = await tap(found, mentor, hours, routes(hours)["mp.sum"][0])
    assert MENTEES[0] in summary["text"]
    sent = await tap(found, mentor, summary, routes(summary)["mp.send"][0])
    assert "ждём ответа" in sent["text"], sent["text"]
    invited = await found.people.last(mentee)
    assert f"{MENTORS[0]} предлагает: встреча-знакомство" in invited["text"]
    assert {"mt.yes", "mp.re"} <= set(routes(invited))


async def _selected(found: Stage, people: Cast) -> None:
    """Two of three candidates pass their interviews."""
    approved = await interview(found, people.director, MENTORS[0])
    assert approved["toast"] == "В реестре наставников"
    assert "Вы в реестре наставников" in (await found.people.last(people.mentors[0]))["text"]
    await interview(found, people.director, MENTORS[1])


async def _proposed(found: Stage, people: Cast) -> None:
    """A run, looked at by the curator alone, then approved."""
    hub = await menu(found, people.curator, "Подбор пар")
    assert "Наставников в реестре: 2, свободных мест у них: 2. Наставляемых без пары: 3" in hub["text"]
    assert "Ещё 1 кандидат не прошёл собеседование" in hub["text"]
    proposal = (await tapped(found, people.curator, "Подобрать пары"))["last"]
    assert "С парой будут 2 из 3" in proposal["text"]
    assert f"Без пары остаются: {MENTEES[2]}" in proposal["text"]
    for mentor in people.mentors:
        assert "Пары сложились" not in await heard(found, mentor)
    card = (await tapped(found, people.curator, MENTEES[0]))["last"]
    assert f"{MENTORS[0]} — {MENTEES[0]}" in card["text"]
    assert "— Один предмет: математика" in card["text"]
    assert "Не учтено, потому что нет ответа" in card["text"]
    await tapped(found, people.curator, "Назад", "Утвердить")
    assert "Отменить рассылку будет нельзя" in (await found.people.last(people.curator))["text"]
    done = await tapped(found, people.curator, "Утвердить и сообщить")
    assert "Утверждено: 2 пары" in done["last"]["text"]


async def _agreed(found: Stage, people: Cast) -> None:
    """Both say yes and the acquaintance is proposed."""
    offer = await found.people.last(people.mentees[0])
    assert MENTORS[0] in offer["text"]
    assert labels(offer) == ["Подходит", "Попросить другого"]
    await tapped(found, people.mentees[0], "Подходит")
    await tapped(found, people.mentors[0], "Подходит")
    proposed = await found.people.last(people.mentors[0])
    told = [m for m in await found.people.messages(people.mentors[0]) if "ждёт знакомства" in m["text"]]
    assert told, proposed["text"]
    await acquaintance(found, people, told[-1])


async def _refused(found: Stage, people: Cast) -> None:
    """A request for another reaches the curator alone, who parts the pair."""
    await tapped(found, people.mentees[1], "Попросить другого", "Да, попросить")
    await found.people.say(people.mentees[1], "мне бы кого-то поспокойнее")
    asked = [m for m in await found.people.messages(people.curator) if "просит подобрать другого" in m["text"]]
    assert len(asked) == 1
    assert "поспокойнее" not in await heard(found, people.mentors[1])
    await menu(found, people.curator, "Подбор пар", "Ответы пар", MENTEES[1])
    standing = await found.people.last(people.curator)
    assert "поспокойнее" in standing["text"]
    await tapped(found, people.curator, "Подобрать других", "Разъединить")
    parted = await found.people.last(people.mentors[1])
    assert "Ничьей вины в этом нет" in parted["text"]
    assert MENTEES[1] not in parted["text"]


async def _matched_again(found: Stage, people: Cast) -> None:
    """The refused pair is not proposed again; somebody stays without."""
    again = (await tapped(found, people.curator, "Подобрать пары"))["last"]
    assert f"{MENTORS[1]} — {MENTEES[2]}" in "\n".join(labels(again))
    assert f"Без пары остаются: {MENTEES[1]}" in again["text"]
    await tapped(found, people.curator, "Почему не", MENTEES[1])
    assert f"{MENTORS[1]} — нельзя: эту пару уже" in (await found.people.last(people.curator))["text"]
    await menu(found, people.curator, "Подбор пар", "Предложение", "Утвердить", "Утвердить и сообщить")
    await tapped(found, people.mentees[2], "Подходит")
    await tapped(found, people.mentors[1], "Подходит")


async def _nobody_without(found: Stage, people: Cast) -> None:
    """The psychologist sees who has nobody, until there is a mentor."""
    await found.people.say(people.psychologist, "/menu")
    left = (await tapped(found, people.psychologist, "Без пары"))["last"]
    assert f"{MENTEES[1]}: подходящего наставника пока нет" in left["text"]
    await interview(found, people.director, MENTORS[2])
    last = await menu(found, people.curator, "Подбор пар", "Подобрать пары")
    assert "С парой будет 1 из 1" in last["text"]
    await tapped(found, people.curator, "Утвердить", "Утвердить и сообщить")
    await tapped(found, people.mentees[1], "Подходит")
    await tapped(found, people.mentors[2], "Подходит")


async def _ordered(found: Stage, people: Cast) -> None:
    """The orders, as Word shows them."""
    register = await order(found, people.curator, "Реестр: 3")
    assert all(name in register for name in MENTORS)
    pairs = await order(found, people.curator, "Пары и группы: 3")
    assert all(name in pairs for name in (*MENTORS, *MENTEES))
    await menu(found, people.curator, "Подбор пар", "Ответы пар", MENTEES[0])
    await tapped(found, people.curator, "Завершить раньше", "Уход из школы", "Завершить")
    ended = await order(found, people.curator, "Завершения: 1")
    assert MENTORS[0].split()[0][:-1] in ended
    assert "увольнение" in ended


async def test_from_questionnaires_to_pairs_and_orders(sqlite_url: str) -> None:
    async with stage(sqlite_url) as found:
        people = await cast(found)
        await answered(found, people, WISH)
        await _selected(found, people)
        await _proposed(found, people)
        await _agreed(found, people)
        await _refused(found, people)
        await _matched_again(found, people)
        await _nobody_without(found, people)
        await _ordered(found, people)


async def test_another_mentor_comes_and_the_order_says_so(sqlite_url: str) -> None:
    async with stage(sqlite_url) as found:
        people = await cast(found)
        await answered(found, people, WISH)
        await interview(found, people.director, MENTORS[0])
        await menu(found, people.curator, "Подбор пар", "Подобрать пары", "Утвердить", "Утвердить и сообщить")
        told = [await heard(found, one) for one in people.mentees]
        lucky = next(place for place, text in enumerate(told) if "Пары сложились" in text)
        await tapped(found, people.mentees[lucky], "Подходит")
        await tapped(found, people.mentors[0], "Подходит")
        await interview(found, people.director, MENTORS[1])
        await menu(found, people.curator, "Подбор пар", "Ответы пар", MENTEES[lucky])
        await tapped(found, people.curator, "Заменить наставника", MENTORS[1], "Долгое отсутствие")
        planned = await found.people.last(people.curator)
        assert "Наставник сменится после" in planned["text"]
        assert "последний день" in (await found.people.last(people.mentors[0]))["text"]
        paper = await order(found, people.curator, "Замены: 1")
        assert "длительное отсутствие" in paper
        assert MENTORS[1].split()[0][:-1] in paper


def words_in(name: str, data: bytes) -> str:
    """Everything that can be read in a file: Word and Excel are archives of XML."""
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return data.decode("utf-8", "replace")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return name + "\n".join(archive.read(one).decode("utf-8", "replace") for one in archive.namelist())


async def everything(found: Stage, person: int) -> str:
    """All messages a person ever got, buttons and files with them."""
    pieces = []
    for message in await found.people.messages(person):
        pieces += [message["text"], *labels(message)]
        if message["file"]:
            pieces.append(words_in(message["file"].get("name") or "", await found.people.download(message)))
    return "\n".join(pieces)


SEALED = (
    *("ma", "ma.show:0", "ma.go", "ma.file", "ma.alt", "ma.ask:0", "ma.rules", "ma.weights", "mw.list:0"),
    *(
        "ac.list:0",
        "ma.ok",
        "ma.compare",
        "ma.comparefile",
        "un.list:0",
        "or.list",
        "or.get:register",
        "interviews",
    ),
)


async def test_wishes_stay_with_the_curator(sqlite_url: str) -> None:
    """A canary: what was wished for, and who was not wanted, in no message or file but the curator's."""
    async with stage(sqlite_url) as found:
        people = await cast(found, (*MENTORS[:2], UNWANTED))
        await answered(found, people, WISH)
        for name in (*MENTORS[:2], UNWANTED):
            await interview(found, people.director, name)
        first = people.mentees[0]
        await menu(found, first, "пожелания")
        for _ in range(2):
            await tapped(found, first, UNWANTED)
        shown = await found.people.last(first)
        assert f"☒ {UNWANTED} · не с ним" in labels(shown)

        await menu(found, people.curator, "Подбор пар", "Пожелания", MENTEES[0])
        seen = await found.people.last(people.curator)
        assert WISH in seen["text"]
        assert f"☒ {UNWANTED} · не с ним" in labels(seen)
        await menu(found, people.curator, "Подбор пар", "Подобрать пары", "Таблиц")
        book = load_workbook(io.BytesIO(await found.people.download(await found.people.last(people.curator))))
        cells = [str(cell.value) for sheet in book for row in sheet.rows for cell in row]
        assert any("просил не ставить" in one for one in cells)
        await menu(found, people.curator, "Подбор пар", "Предложение", "Почему не", MENTEES[0])
        assert f"{UNWANTED} — нельзя: кто-то" in (await found.people.last(people.curator))["text"]
        await menu(found, people.curator, "Подбор пар", "Предложение", "Утвердить", "Утвердить и сообщить")

        cells_of_pair = await _couple(found, people)
        for person in (people.director, people.psychologist, *people.mentors[:2], *people.mentees):
            for data in (*SEALED, *cells_of_pair):
                await force(found, person, data)
                await found.people.rest()
        await found.people.say(people.psychologist, "/menu")
        assert await _files(found, people) >= {"xlsx", "docx"}, "files were read too"
        for person in (people.director, people.psychologist, *people.mentors, *people.mentees):
            told = await everything(found, person)
            assert WISH not in told or person == first, person
            assert "просил не ставить" not in told
            assert "не с ним" not in told or person == first, person
        for person in (*people.mentors[:2], people.psychologist):
            assert UNWANTED not in await everything(found, person), person


async def _files(found: Stage, people: Any) -> set[str]:
    """The papers that others may lawfully ask for; which kinds of files came."""
    for person, data in ((people.director, "r.file:mentee"), *((one, "pl.file:1") for one in people.mentors)):
        await force(found, person, data)
        await found.people.rest()
    everybody = (people.director, people.psychologist, *people.mentors, *people.mentees)
    files = [m["file"] for one in everybody for m in await found.people.messages(one) if m["file"]]
    return {one["name"].rsplit(".", 1)[-1] for one in files}


async def _couple(found: Stage, people: Any) -> tuple[str, ...]:
    """Screens about two people by their numbers: the first mentee and whom they would rather not have."""
    from storage.unit import StorageUnit
    from tests.promises.bad_ground import write
    from tests.scenarios.matching_ground import person_of

    assert found.app is not None
    now = found.app.clock.now()

    def look(connection: Any) -> tuple[int, int]:
        unit = StorageUnit(connection, now)
        return person_of(unit, people.mentors[2]), person_of(unit, people.mentees[0])

    mentor, mentee = await write(found, look)
    about = (
        "ma.card:{0}:{1}",
        "ma.why:{0}:{1}",
        "ma.to:{1}:0",
        "mw:{1}:0",
        "mw.mark:{1}:{0}:like:0",
        "ma.ban:{0}:{1}",
    )
    return tuple(one.format(mentor, mentee) for one in about)
