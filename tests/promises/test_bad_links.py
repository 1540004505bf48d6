"""Links that open nothing: forged, cut, used, foreign, revoked, expired. Each says why and whom to ask."""

from __future__ import annotations

from datetime import timedelta

import pytest

from storage.tables import accounts, invitations, people
from tests.promises.bad_ground import arrive, calm, count, invitation, link_token, mentee, rows, unpaced
from tests.stage import Stage, labels, stage

__all__ = ["unpaced"]
NO_SUCH = "Такого приглашения нет"
FORGED = (
    "x",
    "A" * 64,
    "../../etc/passwd",
    "' OR 1=1 --",
    "<b>",
    "ъ" * 200,
    "😀",
    "0",
    "-1",
    "\u202e\u200b",
    "%s",
)


async def test_a_forged_link_opens_nothing(database_url: str, caplog: pytest.LogCaptureFixture) -> None:
    with calm(caplog):
        async with stage(database_url) as found:
            curator = await found.curator()
            token = await invitation(found, curator, "Наставник")
            stranger = await found.people.newcomer("Чужой")
            before = await count(found, people)
            for forged in (*FORGED, token[:-1], token + "x", token.swapcase()):
                shown = await found.people.say(stranger, f"/start {forged}")
                assert NO_SUCH in shown["text"], forged
                assert labels(shown), "a way on"
            assert await count(found, people) == before
            assert await count(found, accounts) == 1, "a stranger leaves no trace"


async def test_a_used_link_is_for_one_and_resumes_for_that_one(
    sqlite_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator = await found.curator()
            token = await invitation(found, curator, "Психолог")
            first = await arrive(found, token, consents=1)
            second = await found.people.newcomer("Второй")
            shown = await found.people.say(second, f"/start {token}")
            assert "уже использовано" in shown["text"]
            assert "Петрова" not in shown["text"]
            again = await found.people.say(first, f"/start {token}")
            assert "уже использовано" not in again["text"]
            assert await count(found, people) == 2


async def test_a_revoked_link_opens_nothing_even_while_it_is_on_its_way(
    sqlite_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator = await found.curator()
            for kind in ("Личная ссылка", "Общая ссылка"):
                token = await invitation(found, curator, "Наставник", kind)
                number = (await rows(found, invitations))[-1].id
                await found.people.post(
                    "press", person=curator, chat=curator, message=1, data=f"i.revoke2:{number}", force=True
                )
                stranger = await found.people.newcomer("Поздний")
                shown = await found.people.say(stranger, f"/start {token}")
                assert "отозвал" in shown["text"]
            assert await count(found, people) == 1


async def test_an_expired_link_says_so_and_the_curator_hears_of_it_once(
    sqlite_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator = await found.curator()
            token = await invitation(found, curator, "Наставник")
            await invitation(found, curator, "Наставник")
            assert found.app is not None
            later = (found.app.clock.now() + timedelta(days=31)).replace(hour=9)
            for hours in range(3):
                await found.people.post("clock", to=(later + timedelta(hours=hours)).isoformat())
            told = [m for m in await found.people.messages(curator) if "Закончился срок" in m["text"]]
            assert len(told) == 1
            assert "2 приглашений" in told[0]["text"]
            stranger = await found.people.newcomer("Поздний")
            shown = await found.people.say(stranger, f"/start {token}")
            assert "Срок этого приглашения закончился" in shown["text"]


async def test_a_foreign_link_leads_into_the_other_school_and_takes_nothing_along(
    sqlite_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    """The same account may belong to two schools; what one knows the other does not see."""
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator = await found.curator()
            person = await mentee(found, curator)
            other = await _other_school(found)
            token = await invitation(found, other, "Психолог")
            shown = await found.people.say(person, f"/start {token}")
            assert "Обработка персональных данных" in shown["text"] or "Документ 1 из 1" in shown["text"]
            listed = await found.people.press(other, "Люди", message="last")
            listed = listed if "last" in listed else await found.people.press(other, "Меню")
            assert "Петрова" not in str(await found.people.messages(other))


async def _other_school(found: Stage) -> int:
    person = await found.people.newcomer("Борис", "Другой")
    await found.people.say(person, f"/start {await found.school('Гимназия № 2')}")
    await found.people.press(person, "Даю согласие")
    await found.people.say(person, "Другой Борис Борисович")
    for _ in range(5):
        await found.people.press(person, "Оставить так")
    return person


async def test_a_link_works_with_anything_a_person_adds_around_it(
    sqlite_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator = await found.curator()
            token = await invitation(found, curator, "Наставник")
            person = await found.people.newcomer("Пётр")
            shown = await found.people.say(person, f"/START@uchitel_demo_bot   {token}   спасибо!")
            assert "Даю согласие" in labels(shown)


async def test_the_token_is_nowhere_in_the_database(sqlite_url: str, caplog: pytest.LogCaptureFixture) -> None:
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator = await found.curator()
            await invitation(found, curator, "Наставник")
            shown = await found.people.messages(curator)
            token = next(link_token(m) for m in shown if "start=" in m["text"])
            assert token not in str(await rows(found, invitations))
