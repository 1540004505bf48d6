"""A school's own template, press by press: the sample, a faulty file, a good one, an order made on it, back."""

from __future__ import annotations

import io

from docx import Document

from tests.documents.own_templates import paper
from tests.promises.bad_ground import unpaced
from tests.scenarios.matching_ground import MENTORS, answered, cast, interview, menu, tapped
from tests.stage import Stage, labels, stage

__all__ = ["unpaced"]
REGISTER = ("{%p for н in наставники %}", "{{ н.кто_имя_винительный }}", "{%p endfor %}")


async def words(found: Stage, person: int) -> list[str]:
    """The newest file as Word shows it."""
    sent = [m for m in await found.people.messages(person) if m["file"] and m["from"]["is_bot"]]
    return [p.text for p in Document(io.BytesIO(await found.people.download(sent[-1]))).paragraphs]


async def _to_the_card(found: Stage, person: int) -> None:
    await menu(found, person, "Подбор пар", "Приказы", "Бланки и шаблоны", "Реестр")


async def test_an_order_on_the_schools_own_template(sqlite_url: str) -> None:
    async with stage(sqlite_url) as found:
        people = await cast(found, MENTORS[:1])
        curator = people.curator
        await answered(found, people, "")
        await interview(found, people.director, MENTORS[0])
        await _to_the_card(found, curator)
        asked = (await tapped(found, curator, "Скачать образец"))["last"]
        assert "пришлите его сюда" in asked["text"]
        assert any("{{ школа }}" in line for line in await words(found, curator))
        typed = await found.people.say(curator, "вот наш бланк")
        assert "Жду файл Word" in typed["text"]
        for data, why in (
            (paper("{{ школа }}"), "Нет главного: «наставники»"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "старый формат .doc"),
            (b"x" * (2 * 1024 * 1024 + 1), "больше 2 МБ"),
            (paper(*REGISTER, "{{ шкала }}"), "Может быть, «школа»?"),
        ):
            refused = await found.people.send_file(curator, "бланк.docx", data)
            assert why in refused["text"], refused["text"]
            assert "пришлите его сюда ещё раз" in refused["text"]
        kept = await found.people.send_file(curator, "бланк.docx", paper("Наш бланк", *REGISTER))
        assert "Бланк принят" in kept["text"]
        await tapped(found, curator, "Посмотреть приказ")
        name = MENTORS[0].split()[0]
        made = await words(found, curator)
        assert made[0] == "Наш бланк"
        assert made[1].startswith(name[:-1])
        assert made[1] != MENTORS[0], "in the case that the template asks for"
        await _to_the_card_own(found, curator)
        back = (await tapped(found, curator, "Вернуть обычный", "Да, вернуть"))["last"]
        assert "на обычном бланке" in back["text"]
        await menu(found, curator, "Подбор пар", "Приказы", "Реестр: 1")
        assert "Наш бланк" not in await words(found, curator)


async def _to_the_card_own(found: Stage, person: int) -> None:
    listed = await menu(found, person, "Подбор пар", "Приказы", "Бланки и шаблоны")
    assert "☑ Реестр" in labels(listed)
    assert "на вашем бланке" in (await tapped(found, person, "☑ Реестр"))["last"]["text"]
