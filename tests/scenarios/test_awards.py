"""The end of a year in the chat: a vote to its winner and the group, a case to the page, papers and the folder."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from pypdf import PdfReader

from tests.documents.test_certificates import picture
from tests.promises.bad_ground import force, unpaced
from tests.scenarios.closing_ground import closing, group, texts
from tests.scenarios.matching_ground import MENTEES, MENTORS, Cast, menu, tapped
from tests.stage import Stage, labels

__all__ = ["unpaced"]


def unzipped(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


async def file(found: Stage, person: int) -> bytes:
    shown = await found.people.last(person)
    assert shown["file"], shown["text"]
    return await found.people.download(shown)


async def voted(found: Stage, people: Cast) -> None:
    """Everybody but the winner chooses the first mentor."""
    for voter in (*people.mentees, *people.mentors[1:]):
        await menu(found, voter, "Мой год", "Наставник года")
        first = await tapped(found, voter, MENTORS[0])
        assert first["toast"] == "Голос учтён"
    own = await menu(found, people.mentors[0], "Мой год", "Наставник года")
    assert not any(MENTORS[0] in label for label in labels(own)), "nobody is offered themselves"


async def test_a_vote_comes_to_the_group_by_the_winners_own_yes(sqlite_url: str) -> None:
    async with closing(sqlite_url) as (found, people):
        chat = await group(found, people.curator, *people.mentors, *people.mentees)
        await menu(found, people.curator, "Итоги года", "Награды", "Награды", "Наставник года", "Кандидаты")
        await tapped(found, people.curator, "Отметить всех", "Назад", "Открыть голосование", "Да, открыть")
        assert "тайный" in (await found.people.last(people.mentees[1]))["text"]
        await voted(found, people)
        await menu(found, people.curator, "Итоги года", "Награды", "Награды", "Наставник года")
        closed = (await tapped(found, people.curator, "Закончить", "Да, закончить"))["last"]
        assert f"Больше всего голосов: {MENTORS[0]}." in closed["text"]
        assert MENTORS[1] not in closed["text"], "who was behind is nobody's to know"
        await tapped(found, people.curator, "Принять решение", MENTORS[0])
        done = (await tapped(found, people.curator, "Да, подтвердить"))["last"]
        assert f"Победа: {MENTORS[0]}" in done["text"]
        assert "Поздравляем" in (await found.people.last(people.mentors[0]))["text"]
        assert MENTORS[0] not in await texts(found, people.curator, chat), "not before the winner's yes"
        asked = (await tapped(found, people.mentors[0], "Рассказать всем"))["last"]
        assert MENTORS[0] in asked["text"]
        await tapped(found, people.mentors[0], "Да, можно")
        assert f"«Наставник года»: {MENTORS[0]}" in await texts(found, people.curator, chat)
        for reader in (people.mentors[1], people.mentees[2]):
            assert MENTORS[0] not in (await found.people.last(reader))["text"]
        await _papers(found, people)


async def _papers(found: Stage, people: Cast) -> None:
    await menu(found, people.curator, "Итоги года", "Награды", "Грамоты", "Школьный бланк")
    unfit = await found.people.send_file(people.curator, "бланк.png", b"no picture at all")
    assert "не похоже на картинку" in unfit["text"]
    taken = await found.people.send_file(people.curator, "бланк.png", picture())
    assert "на вашем бланке" in taken["text"]
    await menu(found, people.curator, "Итоги года", "Награды", "Грамоты", "Сертификаты всем")
    made = unzipped(await file(found, people.curator))
    assert sorted(made) == [f"certificate-{n:02}.pdf" for n in range(1, 7)]
    read = {
        name: " ".join(PdfReader(io.BytesIO(pdf)).pages[0].extract_text().split()) for name, pdf in made.items()
    }
    for text in read.values():
        assert sum(name in text for name in (*MENTORS, *MENTEES)) == 1
    await menu(found, people.mentors[0], "Мой год", "Папка", "Встречи", "Грамоты")
    assert "☑ Встречи" in labels(await found.people.last(people.mentors[0]))
    await tapped(found, people.mentors[0], "Собрать папку")
    inside = unzipped(await file(found, people.mentors[0]))
    assert sorted(inside) == ["01-paper-1.pdf", "Работа наставника.docx"]
    await force(found, people.mentees[0], "ev.get:3")
    assert not (await found.people.last(people.mentees[0]))["file"], "a mentee has no such folder"


async def _written(found: Stage, person: int) -> None:
    """The questionnaire of a case, answered to its end."""
    await menu(found, person, "Мой год", "Кейс", "Написать")
    for _ in range(40):
        shown = await found.people.last(person)
        if "Отправить" in labels(shown):
            await found.people.press(person, "Отправить")
            return
        known = ("Начать", "Опытный", "Индивидуальное")
        button = next((one for one in labels(shown) if one.startswith(known)), None)
        typed = "2" if "Над чем вы работали" in shown["text"] else "Так и было у нас"
        await (found.people.press(person, button) if button else found.people.say(person, typed))
    raise AssertionError((shown["text"], labels(shown)))


async def test_a_case_comes_to_the_page_by_everybodys_yes(sqlite_url: str) -> None:
    async with closing(sqlite_url) as (found, people):
        writer, other = people.mentees[0], people.mentors[0]
        await _written(found, writer)
        await menu(found, people.curator, "Итоги года", "Награды", "Кейсы", "Новые описания")
        taken = (await tapped(found, people.curator, "Так и было"))["last"]
        assert "Ещё не согласились" in taken["text"]
        assert "Опубликовать" not in labels(taken)
        await tapped(found, people.curator, "Показать авторам")
        for person in (writer, other):
            await tapped(found, person, "Прочитать")
            await _to_the_end(found, person)
            assert (await tapped(found, person, "Да, публикуйте"))["toast"] == "Спасибо, записали"
        await menu(found, people.curator, "Итоги года", "Награды", "Кейсы", "Так и было", "Опубликовать")
        await menu(found, people.curator, "Итоги года", "Награды", "Страница школы", "Документы", "Добавить")
        listed = await found.people.send_file(people.curator, "Положение_о_наставничестве.pdf", b"%PDF-1.7")
        assert "Положение о наставничестве · pdf" in labels(listed)
        page = await _site(found, people.curator)
        assert "Положение о наставничестве" in page
        assert MENTEES[0] in page
        assert MENTORS[0] in page
        assert not any(name in page for name in (*MENTORS[1:], *MENTEES[1:]))
        await menu(found, other, "Мои данные", "Мои согласия", "Отозвать: публикация", "Да, отозвать")
        assert "заново" in await texts(found, people.curator)
        assert MENTEES[0] not in await _site(found, people.curator), "one consent less, and the case is back"


async def _to_the_end(found: Stage, person: int) -> None:
    for _ in range(12):
        if "Да, публикуйте" in labels(await found.people.last(person)):
            return
        await tapped(found, person, "Дальше")


async def _site(found: Stage, person: int) -> str:
    await menu(found, person, "Итоги года", "Награды", "Страница школы", "Собрать сайт")
    files: dict[str, Any] = unzipped(await file(found, person))
    return "".join(text.decode() for name, text in files.items() if name.endswith(".html"))
