"""A survey in the chat: given, answered, reminded of, closed, its results read."""

from __future__ import annotations

from datetime import timedelta

from tests.promises.bad_ground import force, mentee
from tests.scenarios.filling import fill, routes, tap
from tests.stage import Stage, labels, stage

MENTEES = 1 << 7
CURATORS = 1


async def give(found: Stage, curator: int, form: str, roles: int = MENTEES, days: int = 10) -> None:
    assert found.app is not None
    noon = (found.app.clock.now() + timedelta(days=1)).replace(hour=9)  # noon in Moscow: notices leave at once
    await found.people.post("clock", to=noon.isoformat())
    await found.people.say(curator, "/menu")
    await force(found, curator, f"sv.open:{form}:{roles}:{noon + timedelta(days=days):%y%m%d}")
    await found.people.rest()


async def test_a_survey_from_its_opening_to_its_results(database_url: str) -> None:
    async with stage(database_url) as found:
        curator = await found.curator()
        names = ("Петрова Мария Ивановна", "Соколов Илья Андреевич")
        people = [await mentee(found, curator, name) for name in names]
        await give(found, curator, "interim_mentee")
        shown = await found.people.last(curator)
        assert "Ответили 0 из 2" in shown["text"]
        assert all(name in shown["text"] for name in names)
        asked = await found.people.last(people[0])
        assert "Просим ответить" in asked["text"]
        await found.people.press(people[0], "Ответить")
        done = await fill(found, people[0])
        assert "Спасибо, отправлено" in done["text"]
        await found.people.say(curator, "/menu")
        await found.people.press(curator, "Опросы")
        row = next(label for label in labels(await found.people.last(curator)) if "1 из 2" in label)
        await found.people.press(curator, row)
        shown = await found.people.last(curator)
        assert "Не начинали" in shown["text"]
        assert names[1] in shown["text"]
        await found.people.press(curator, "Напомнить всем")
        await found.people.post("clock", by=60)
        await found.people.rest()
        assert "ещё не ответили" in (await found.people.last(people[1]))["text"]
        await found.people.press(curator, "Закрыть")
        assert "Открыть его снова нельзя" in (await found.people.last(curator))["text"]
        await found.people.press(curator, "Да, закрыть опрос")
        assert "Закрыт" in (await found.people.last(curator))["text"]
        late = await found.people.press(people[1], "Ответить")
        assert "закрыт" in late["toast"]


async def test_an_interruption_brings_the_question_back_once(sqlite_url: str) -> None:
    """A curator in the middle of a questionnaire lets somebody in: then the open question comes back."""
    async with stage(sqlite_url) as found:
        curator = await found.curator()
        await give(found, curator, "curators_card", CURATORS)
        message = next(m for m in reversed(await found.people.messages(curator)) if "f.survey" in routes(m))
        message = await tap(found, curator, message, routes(message)["f.survey"][0])
        message = await tap(found, curator, message, routes(message)["a.g"][0])
        question = message["text"].splitlines()[0]
        assert question.startswith("Вопрос 1 из")
        before = message["id"]
        await force(found, curator, "mute")
        await found.people.rest()
        fresh = [m for m in await found.people.messages(curator, after=before) if "Вопрос 1 из" in m["text"]]
        assert len(fresh) == 1
        assert fresh[0]["text"].startswith("Продолжим анкету")
        await force(found, curator, "home")
        await found.people.rest()
        assert (
            len([m for m in await found.people.messages(curator, after=before) if "Продолжим" in m["text"]]) <= 1
        )
