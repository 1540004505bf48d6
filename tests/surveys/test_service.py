"""A curator's survey from its opening to its end, on both databases."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from mentoring.errors import ProgrammeError
from mentoring.people.rules import Role
from mentoring.questionnaires import opening
from mentoring.questionnaires import service as filling
from mentoring.questionnaires.rules_state import Begin, QuestionAsk, Send, Type, Welcome
from mentoring.surveys import service, upkeep
from storage.tables import answers, submissions, survey_given, survey_sheets
from tests.surveys.ground import ANONYMOUS, CURATOR, MENTEES, MENTORS, NOW, School, answer_to, school

LAST = date(2026, 12, 4)
BOTH = (Role.MENTOR, Role.MENTEE)


async def _opened(found: School, form_id: str = "mentee_before", roles: tuple[Role, ...] = ()) -> int:
    return (await found.use(CURATOR, service.open_survey, form_id, roles, LAST)).id


async def test_everybody_addressed_hears_of_it_once(database_url: str) -> None:
    async with school(database_url) as found:
        offer = await found.use(CURATOR, service.offer, "mentee_before")
        assert (offer.roles, offer.people) == ((Role.MENTEE,), 3)
        assert all(day.isoweekday() <= 5 for day in offer.days)
        survey = await _opened(found)
        mentees = [(await found.person(tg)).id for tg in MENTEES]
        assert found.heard("notice-survey") == mentees
        with pytest.raises(ProgrammeError, match="error-survey-open"):
            await _opened(found)
        assert (await found.use(CURATOR, service.standing, survey)).asked == 3


async def test_whom_it_does_not_ask_cannot_open_it(database_url: str) -> None:
    async with school(database_url) as found:
        survey = await _opened(found)
        with pytest.raises(ProgrammeError, match="error-stale"):
            await found.use(MENTORS[0], opening.open_survey, survey)
        assert await found.use(MENTORS[0], opening.waiting_for) == []
        with pytest.raises(ProgrammeError, match="error-not-yours"):
            await found.use(MENTEES[0], service.standing, survey)


async def test_the_curator_sees_who_has_not_finished(database_url: str) -> None:
    async with school(database_url) as found:
        survey = await _opened(found)
        await found.fill(MENTEES[0], await found.use(MENTEES[0], opening.open_survey, survey))
        begun = await found.use(MENTEES[1], opening.open_survey, survey)
        await found.use(MENTEES[1], filling.act, begun.submission_id, begun.rev, Begin())
        standing = await found.use(CURATOR, service.standing, survey)
        names = [[p.name for p in some] for some in (standing.sent, standing.drafts, standing.silent)]
        assert names == [["Человек 3"], ["Человек 4"], ["Человек 5"]]
        assert await found.use(MENTEES[0], opening.waiting_for) == []
        assert await found.use(CURATOR, service.nudge, survey) == 2


async def test_what_was_filled_in_before_counts_and_a_second_giving_asks_anew(database_url: str) -> None:
    async with school(database_url) as found:
        await found.fill(MENTEES[0], await found.use(MENTEES[0], opening.open_form, "mentee_before"))
        first = await _opened(found)
        assert len((await found.use(CURATOR, service.standing, first)).sent) == 1
        await found.use(CURATOR, service.close, first)
        second = await _opened(found)
        standing = await found.use(CURATOR, service.standing, second)
        assert (standing.survey.occasion, len(standing.sent)) == ("2026.2", 0)


async def test_after_the_end_nothing_is_taken_and_nothing_is_lost(database_url: str) -> None:
    async with school(database_url) as found:
        survey = await _opened(found)
        view = await found.use(MENTEES[0], opening.open_survey, survey)
        while not isinstance(view.ask, Welcome | QuestionAsk) or view.rev < 5:
            view = await found.use(MENTEES[0], filling.act, view.submission_id, None, answer_to(view, "да", 0))
        found.now = datetime(2026, 12, 4, 18, tzinfo=UTC)
        await found.do(upkeep.close_ended)
        assert found.heard("notice-survey-ended") == [(await found.person(CURATOR)).id]
        with pytest.raises(ProgrammeError, match="error-survey-closed"):
            await found.use(MENTEES[0], opening.open_survey, survey)
        with pytest.raises(ProgrammeError, match="error-survey-closed"):
            await found.fill(MENTEES[0], view)
        rows = await found.database.read(lambda c: c.execute(select(submissions.c.state)).scalars().all())
        assert rows == ["draft"]


async def test_an_end_can_be_moved_while_it_is_open(database_url: str) -> None:
    async with school(database_url) as found:
        survey = await _opened(found)
        moved = await found.use(CURATOR, service.extend, survey, date(2026, 12, 11))
        assert moved.closes_at == datetime(2026, 12, 11, 17, tzinfo=UTC)
        with pytest.raises(ProgrammeError, match="error-survey-past"):
            await found.use(CURATOR, service.extend, survey, date(2026, 11, 1))
        with pytest.raises(ProgrammeError, match="error-survey-far"):
            await found.use(CURATOR, service.extend, survey, date(2027, 11, 1))
        await found.use(CURATOR, service.close, survey)
        with pytest.raises(ProgrammeError, match="error-survey-closed"):
            await found.use(CURATOR, service.extend, survey, date(2026, 12, 14))


async def test_reminders_come_once_and_in_time(database_url: str) -> None:
    async with school(database_url) as found:
        survey = await _opened(found)
        view = await found.use(MENTEES[0], opening.open_survey, survey)
        await found.use(MENTEES[0], filling.act, view.submission_id, view.rev, Begin())
        mentees = [(await found.person(tg)).id for tg in MENTEES]
        for hours in range(0, 11 * 24, 6):
            found.now = NOW + timedelta(hours=hours)
            before = len(found.told)
            await found.do(upkeep.all_of_them)
            drafts = [n.key for n in found.told[before:] if n.text.key == "notice-draft"]
            assert bool(drafts) == (hours == 24)
        assert found.heard("notice-draft") == mentees[:1]
        last = {n.key for n in found.told if n.text.key == "notice-survey-last-day"}
        assert last == {f"survey-end:1:{survey}:2026120417:{person}" for person in mentees}


async def test_a_draft_left_on_friday_is_reminded_of_on_monday(database_url: str) -> None:
    async with school(database_url) as found:
        found.now = datetime(2026, 11, 27, 12, tzinfo=UTC)
        view = await found.use(MENTEES[0], opening.open_form, "mentee_before")
        await found.use(MENTEES[0], filling.act, view.submission_id, view.rev, Begin())
        for day, told in ((28, 0), (29, 0), (30, 1)):
            found.now = datetime(2026, 11, day, 12, tzinfo=UTC)
            await found.do(upkeep.remind_drafts)
            assert len(found.heard("notice-draft")) == told


async def test_a_sheet_without_a_name_shares_nothing_with_its_giver(database_url: str) -> None:
    async with school(database_url) as found:
        form_id = await found.publish(ANONYMOUS)
        survey = await _opened(found, form_id)
        latin = "a12я"  # its first letter is not the other code's
        for tg_id, code in ((MENTORS[0], "А-12 Я"), (MENTEES[0], latin)):
            view = await found.fill(tg_id, await found.use(tg_id, opening.open_survey, survey), code)
            assert view.anonymous
        given = await found.database.read(lambda c: c.execute(select(survey_given)).mappings().all())
        sheets = await found.database.read(lambda c: c.execute(select(survey_sheets)).mappings().all())
        assert set(given[0]) & set(sheets[0]) == {"survey_id"}
        people = {(await found.person(tg)).id for tg in (MENTORS[0], MENTEES[0])}
        assert {row["person_id"] for row in given} == people
        assert len({row["link"] for row in sheets}) == 1, "the same code, written otherwise, is the same code"
        assert all('"code"' not in row["answers"] for row in sheets)
        assert {row["role"] for row in sheets} == {"mentor", "mentee"}
        for table in (submissions, answers):
            assert await found.database.read(lambda c, t=table: c.execute(select(t)).all()) == []


async def test_rows_without_a_name_do_not_lie_in_the_order_they_came(database_url: str) -> None:
    """In PostgreSQL every row of a survey bears the mark of the last giving, in SQLite they lie by their keys."""
    async with school(database_url) as found:
        survey = await _opened(found, await found.publish(ANONYMOUS), BOTH)
        for tg_id in (*MENTEES, *MENTORS):
            await found.fill(tg_id, await found.use(tg_id, opening.open_survey, survey), str(tg_id))
        stored = "ctid" if "postgres" in database_url else "1"
        keys = await found.database.read(
            lambda c: c.exec_driver_sql(f"SELECT sheet FROM survey_sheets ORDER BY {stored}").scalars().all()
        )
        assert len(keys) == 6
        assert keys == sorted(keys)
        if "postgres" in database_url:
            for table in ("survey_sheets", "survey_given"):
                marks = await found.database.read(
                    lambda c, t=table: c.exec_driver_sql(f"SELECT DISTINCT xmin::text FROM {t}").all()
                )
                assert len(marks) == 1


async def test_without_a_name_one_answers_once_and_drafts_end_with_the_survey(database_url: str) -> None:
    async with school(database_url) as found:
        survey = await _opened(found, await found.publish(ANONYMOUS))
        await found.fill(MENTORS[0], await found.use(MENTORS[0], opening.open_survey, survey))
        with pytest.raises(ProgrammeError, match="error-survey-given"):
            await found.use(MENTORS[0], opening.open_survey, survey)
        left = await found.use(MENTORS[1], opening.open_survey, survey)
        await found.use(MENTORS[1], filling.act, left.submission_id, left.rev, Begin())
        await found.use(CURATOR, service.close, survey)
        assert await found.database.read(lambda c: c.execute(select(submissions)).all()) == []
        with pytest.raises(ProgrammeError, match="error-stale"):
            await found.use(MENTORS[1], filling.act, left.submission_id, None, Type("7"))
        with pytest.raises(ProgrammeError, match="error-stale"):
            await found.use(MENTORS[1], filling.act, left.submission_id, None, Send())


async def test_another_school_sees_nothing(database_url: str) -> None:
    async with school(database_url) as found:
        survey = await _opened(found)
        await found.publish(ANONYMOUS)
        actor = await found.person(CURATOR)
        other = actor.school_id + 1
        assert await found.do(lambda unit: unit.surveys.find(other, survey)) is None
        assert await found.do(lambda unit: unit.forms.current(other, "mood")) is None


async def test_holidays_are_no_working_days_for_a_draft(database_url: str) -> None:
    """Left on 30 December: the first school day after it is past New Year, and so is the reminder."""
    async with school(database_url) as found:
        found.now = datetime(2026, 12, 30, 12, tzinfo=UTC)
        view = await found.use(MENTEES[0], opening.open_form, "mentee_before")
        await found.use(MENTEES[0], filling.act, view.submission_id, view.rev, Begin())
        for moment, told in (
            (datetime(2027, 1, 5, 12, tzinfo=UTC), 0),
            (datetime(2027, 1, 12, 12, tzinfo=UTC), 1),
        ):
            found.now = moment
            await found.do(upkeep.remind_drafts)
            assert len(found.heard("notice-draft")) == told
