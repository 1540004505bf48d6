"""What the scenarios of publishing share: a curator who is asked for a file, questionnaires in a few lines."""

from __future__ import annotations

import io
import re
from typing import Any

import aiohttp
import pytest
import xlsxwriter

from bot.telegram import limits
from tests.promises.bad_ground import force
from tests.stage import Stage, labels

MOOD = """
| settings |
| | form_id | title | x_role | x_wave | x_expiry |
| | mood | Настроение недели | mentee | interim | 5 |
| survey |
| | type | name | label | required |
| | select_one yesno | good | Неделя была хорошей? | yes |
| | text | why | Что запомнилось? | |
| choices |
| | list_name | name | label |
| | yesno | yes | Да |
| | yesno | no | Нет |
"""
LATER = MOOD.replace("Что запомнилось?", "Что запомнилось больше всего?").replace(
    "| choices |", "| | range | rest | Сколько дней удалось отдохнуть? | |\n| choices |"
)
BROKEN = """
| settings |
| | form_id | title |
| | mood | Настроение недели |
| survey |
| | type | name | label | relevant |
| | select_one nolist | good | Неделя была хорошей? | |
| | text | why | Что запомнилось? | ${godo} = 'yes' |
| | geopoint | where | Где вы? | |
"""


@pytest.fixture
def unpaced(monkeypatch: pytest.MonkeyPatch) -> None:
    """How many messages may leave a second is tested elsewhere."""
    for name in ("PRIVATE", "GROUP", "OVERALL"):
        monkeypatch.setattr(limits, name, 0.0005)


async def asked(found: Stage, curator: int | None = None) -> int:
    """A curator whose next file is a questionnaire."""
    person = await found.curator() if curator is None else curator
    await go(found, person, "q.send")
    return person


async def go(found: Stage, person: int, data: str) -> dict[str, Any]:
    """Press a button that an earlier screen may show; returns the sandbox's answer and the newest message."""
    answer = await force(found, person, data)
    await found.people.rest()
    return {**answer, "last": await found.people.last(person)}


async def send(found: Stage, person: int, source: str | bytes, name: str = "mood.md") -> dict[str, Any]:
    """Send a questionnaire's file and return the screen that answers it."""
    await post(found, person, name, source.encode() if isinstance(source, str) else source)
    await found.people.rest()
    return await found.people.last(person)


async def post(found: Stage, person: int, name: str, data: bytes) -> None:
    """Send a file under its very name, as a messenger does, without waiting for the answer."""
    form = aiohttp.FormData(quote_fields=False)
    for key, value in {"person": person, "chat": person, "kind": "document"}.items():
        form.add_field(key, str(value))
    form.add_field("file", data, filename=name)
    url = f"{found.people.base}/sandbox/send-file"
    async with aiohttp.ClientSession() as session, session.post(url, data=form) as response:
        assert response.status == 200, await response.text()


async def since(found: Stage, person: int, message: dict[str, Any]) -> str:
    """Everything that was said after that message."""
    return "\n".join(m["text"] for m in await found.people.messages(person, after=message["id"]))


def button(message: dict[str, Any], route: str) -> str:
    """The data of the button that leads to the route."""
    datas = [b["data"] for row in message["buttons"] or [] for b in row]
    found = [data for data in datas if re.fullmatch(rf"{re.escape(route)}(:.*)?", data)]
    assert found, (route, message["text"], datas)
    return found[0]


async def published(found: Stage, person: int, source: str | bytes, name: str = "mood.md") -> dict[str, Any]:
    """A questionnaire all the way into force; returns the last screen."""
    await asked(found, person)
    shown = await send(found, person, source, name)
    assert "Опубликовать" in labels(shown), shown["text"]
    return (await found.people.press(person, "Опубликовать"))["last"]


def book(sheets: dict[str, list[tuple[str, ...]]]) -> bytes:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"constant_memory": True}) as target:
        for title, rows in sheets.items():
            page = target.add_worksheet(title)
            for place, row in enumerate(rows):
                page.write_row(place, 0, row)
    return made.getvalue()
