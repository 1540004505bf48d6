"""Every questionnaire that ships is given, opened, answered and sent in the chat, over the real way in and out."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from mentoring.evaluation.rules import FORMS as MUTUAL
from mentoring.questionnaires.catalogue import shipped
from mentoring.questionnaires.xlsform import read_form
from mentoring.surveys.narrowed import TRAINING
from storage.tables import submissions, survey_sheets
from tests.promises.bad_ground import force, unpaced
from tests.questionnaires.big_form import big_form_source
from tests.scenarios.filling import DOT, fill, routes, tap
from tests.scenarios.publishing_ground import asked, send
from tests.scenarios.test_surveys import CURATORS, give
from tests.stage import Stage, labels, stage

__all__ = ["unpaced"]
# The mutual evaluation opens by itself, once for each partner, and the feedback on training asks who came to it:
# the year's end and the training have walks of their own.
FORMS = sorted(shipped().keys() - {*MUTUAL.values(), TRAINING})


async def _answered(found: Stage, curator: int, form: str, pick: int) -> dict[str, object]:
    """The curator is asked, so that no other consent than theirs is needed; the questions are the same."""
    await give(found, curator, form, CURATORS, days=5)
    asked = next(m for m in reversed(await found.people.messages(curator)) if "f.survey" in routes(m))
    await tap(found, curator, asked, routes(asked)["f.survey"][0])
    return await fill(found, curator, pick)


@pytest.mark.parametrize("part", range(3))
async def test_every_shipped_questionnaire_goes_from_the_notice_to_the_thanks(sqlite_url: str, part: int) -> None:
    async with stage(sqlite_url) as found:
        curator = await found.curator()
        for place, name in enumerate(FORMS[part::3]):
            form = shipped()[name]
            done = await _answered(found, curator, name, place % 3)
            assert f"«{form.title.within('ru')}»" in str(done["text"]), name
        assert found.app is not None
        sent = await found.app.database.read(
            lambda c: c.execute(select(submissions.c.form_id, submissions.c.state)).all()
        )
        sheets = await found.app.database.read(lambda c: len(c.execute(select(survey_sheets)).all()))
        assert {row.state for row in sent} <= {"sent"}
        assert len(sent) + sheets == len(FORMS[part::3])


async def test_files_are_answers_and_reach_whoever_reads_the_results(sqlite_url: str) -> None:
    source = """
| settings |
| | form_id | title | x_role |
| | album | Альбом урока | curator |
| survey |
| | type | name | label | required |
| | image | photo | Снимок доски | yes |
| | audio | voice | Несколько слов голосом | |
| | file | plan | План урока | |
"""
    async with stage(sqlite_url) as found:
        curator = await asked(found)
        await send(found, curator, source)
        await found.people.press(curator, "Опубликовать")
        await give(found, curator, "album", CURATORS, days=5)
        message = next(m for m in reversed(await found.people.messages(curator)) if "f.survey" in routes(m))
        message = await tap(found, curator, message, routes(message)["f.survey"][0])
        message = await tap(found, curator, message, routes(message)["a.g"][0])
        assert "Пришлите фотографию" in message["text"]
        words = await found.people.say(curator, "не знаю")
        assert "Вопрос 1 из 3" in words["text"]
        await found.people.send_file(curator, "доска.png", DOT, "photo")
        await found.people.send_file(curator, "слова.ogg", b"OggS", "voice")
        shown = await found.people.send_file(curator, "план.pdf", b"%PDF-1.4", "document")
        assert "план.pdf" in shown["text"]
        assert "фотография" in shown["text"]
        await found.people.press(curator, "Отправить")
        await found.people.say(curator, "/menu")
        before = (await found.people.last(curator))["id"]
        await force(found, curator, "res.files:1:0")
        await found.people.rest()
        given = [m for m in await found.people.messages(curator, after=before) if m["file"]]
        assert len(given) == 3
        assert "Снимок доски" in given[0]["text"]


async def test_a_hundred_questions_with_conditions_and_a_repeat_go_from_the_spreadsheet_to_the_end(
    sqlite_url: str,
) -> None:
    form = read_form("big.md", big_form_source().encode())
    async with stage(sqlite_url) as found:
        curator = await asked(found)
        shown = await send(found, curator, big_form_source())
        assert "Опубликовать" in labels(shown), shown["text"]
        await found.people.press(curator, "Опубликовать")
        done = await _answered(found, curator, form.form_id, 0)
        assert "Спасибо, отправлено" in str(done["text"])
        assert int(str(done["asked"])) > 60
        rows = select(submissions.c.id).where(submissions.c.state == "sent")
        assert found.app is not None
        assert len(await found.app.database.read(lambda c: c.execute(rows).all())) == 1
