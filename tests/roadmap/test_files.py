"""The year as a spreadsheet, as a calendar feed and as a picture."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar
from PIL import Image

from mentoring.documents.roadmap_ics import feed, uid
from mentoring.documents.roadmap_picture import WIDTH, _Axis, bands, year_picture
from mentoring.documents.roadmap_sheet import plan_sheet, read_plan, term_words
from mentoring.documents.roadmap_signs import LOOKS
from mentoring.documents.roadmap_terms import term
from mentoring.documents.sheets_in import read_table
from mentoring.roadmap.rules import Phase, State
from mentoring.roadmap.rules_changes import Add, Done, Drop, Move, Postpone, add, change
from mentoring.roadmap.steps import sections, steps
from tests.roadmap.tools import BEGINS, CURATOR, EN, RU, YEAR, plan, step

TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
WORDS = {"ru": RU, "en": EN}


def worked():
    """A year in November: some done, one late, one put off, one left out, one of the school's own."""
    found = list(plan())
    for place, one in enumerate(found):
        if one.n in (9, 10, 11, 12, 14, 16, 17):
            found[place] = change(one, Done(), CURATOR, date(2026, 10, 1)).instance
        if one.n == 15:
            what = Postpone(date(2026, 12, 20), "=болезнь", date(2026, 12, 1))
            found[place] = change(one, what, CURATOR, date(2026, 10, 1)).instance
        if one.n == 6:
            found[place] = change(one, Drop("сайт ведёт город"), CURATOR, date(2026, 10, 1)).instance
    words = ("Неделя <b>открытых</b> & уроков", "Записи", date(2026, 12, 7), date(2026, 12, 11))
    own = add(found, Add(*words, (), "work", Phase.PRACTICE, "так принято"), YEAR, CURATOR, BEGINS)
    return [*found, own.instance]


# Spreadsheet


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_plan_comes_back_from_its_own_sheet(language):
    year = [replace(one, step=own) for one, own in zip(plan(), steps(language), strict=True)]
    data = plan_sheet(year, TODAY, sections(language), WORDS[language], language)
    read = read_plan("plan.xlsx", data)
    assert read.faults == ()
    assert {(note.row, note.key) for note in read.notes} == {(24, "roadmap-sheet-role-unknown")}  # "педагог"
    for before, after in zip(steps(language), read.steps, strict=True):
        assert (after.n, after.title, after.recurrence) == (before.n, before.title, before.recurrence)
        assert after.window == before.window, before.n
        assert after.result == before.result.strip()
        assert after.responsible == before.responsible
        assert set(after.roles) == set(before.roles), before.n
        assert after.section == sections(language)[before.section]


def test_moved_days_come_back_as_days():
    moved = change(step(18), Move(date(2026, 10, 20), date(2026, 10, 21), "зал"), CURATOR, BEGINS).instance
    (read,) = read_plan("x.xlsx", plan_sheet([moved], TODAY, sections("ru"), RU, "ru")).steps
    assert read.window.in_year(YEAR) == (date(2026, 10, 20), date(2026, 10, 21))


def test_the_sheet_tells_states_and_reasons_and_is_never_a_formula():
    table = read_table("x.xlsx", plan_sheet(worked(), TODAY, sections("ru"), RU, "ru"))
    head, rows = table.rows[0], {row[0]: row for row in table.rows[1:]}
    assert head[0] == "№"
    assert head[-2:] == ["Состояние", "Причина"]
    assert rows["15"][-2:] == ["перенесено", "=болезнь"]
    assert rows["6"][-2:] == ["не делаем", "сайт ведёт город"]
    assert rows["9"][8] == "сделано"
    assert rows["18"][8] == "срок прошёл"
    assert rows["20"][8] == "идёт"
    assert rows["30"][2] == "Неделя <b>открытых</b> & уроков"


@pytest.mark.parametrize("language", ["ru", "en"])
def test_terms_as_the_sheet_writes_them_are_read(language):
    for one in steps(language):
        read = term(term_words(one, WORDS[language], language))
        assert (read.recurrence, read.window) == (one.recurrence, one.window), one.n


# Calendar feed


def events(data):
    return {str(one["UID"]): one for one in Calendar.from_ical(data).walk("VEVENT")}


def test_day_long_entries_over_each_window():
    found = events(feed(plan(), 3, RU, NOW))
    assert len(found) == 29 - 3  # two go on all year, one has no date
    one = found[uid(step(21), 3)]
    assert one.decoded("dtstart") == date(2026, 11, 1)
    assert one.decoded("dtend") == date(2027, 5, 1)  # the day after the last
    assert not isinstance(one.decoded("dtstart"), datetime)
    assert one["SUMMARY"] == "Шаг 21. Регулярные встречи наставника и наставляемого"
    assert one["TRANSP"] == "TRANSPARENT"
    assert one.decoded("dtstamp") == NOW
    assert not one.errors


def test_identifiers_stay_when_a_step_moves_and_differ_between_schools_and_years():
    moved = change(step(18), Move(date(2026, 12, 1), date(2026, 12, 1), "зал"), CURATOR, BEGINS).instance
    before, after = (events(feed([one], 3, RU, NOW)) for one in (step(18), moved))
    assert before.keys() == after.keys()
    (entry,) = after.values()
    assert (entry["SEQUENCE"], entry.decoded("dtstart")) == (1, date(2026, 12, 1))
    assert len({uid(step(18), 3), uid(step(18), 4), uid(step(18, year=2027), 3), uid(step(17), 3)}) == 4


def test_a_dropped_step_is_called_off_and_a_done_one_says_so():
    found = events(feed(worked(), 3, RU, NOW))
    assert found[uid(step(6), 3)]["STATUS"] == "CANCELLED"
    assert found[uid(step(9), 3)]["SUMMARY"].startswith("✓ Шаг 9")
    assert found[uid(step(20), 3)]["STATUS"] == "CONFIRMED"


def test_lines_of_the_feed_are_as_the_standard_says():
    data = feed(worked(), 3, RU, NOW)
    assert data.count(b"\n") == data.count(b"\r\n")
    assert max(map(len, data.split(b"\r\n"))) <= 75
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT12H" in data


# Picture


def drawn(shown, today=TODAY, language="ru"):
    data = year_picture(shown, YEAR, today, sections(language), WORDS[language], language)
    return Image.open(io.BytesIO(data)).convert("RGB")


def colours(image):
    return {f"#{r:02X}{g:02X}{b:02X}" for _, (r, g, b) in image.getcolors(1 << 24)}


def test_as_wide_as_a_phone_likes_it_and_within_telegrams_limits():
    image = drawn(worked())
    assert image.width == WIDTH
    assert image.width + image.height <= 10_000
    assert image.height < 3 * image.width


def test_every_state_has_a_colour_in_the_picture():
    seen = colours(drawn(worked()))
    for state in State:
        assert LOOKS[state].edge in seen, state
    assert len({look.edge for look in LOOKS.values()}) == len(State)


def test_the_line_of_today_is_there_in_its_year_alone():
    assert "#C2185B" in colours(drawn(worked()))
    assert "#C2185B" not in colours(drawn(worked(), date(2027, 8, 1)))


@pytest.mark.parametrize("language", ["ru", "en"])
def test_it_differs_with_the_day_and_is_the_same_twice(language):
    first, again, later = (drawn(worked(), day, language).tobytes() for day in (TODAY, TODAY, date(2026, 12, 1)))
    assert first == again
    assert first != later


def test_rows_stand_in_the_plans_sections():
    found = bands(worked(), sections("ru"))
    assert [band.title for band in found] == [*sections("ru").values()]
    assert [[row.n for row in band.rows] for band in found] == [
        [*range(1, 9)], [9, 10, 11], [*range(12, 20)], [20, 21, 22, 23, 30], [*range(24, 30)]
    ]  # fmt: skip


def test_what_an_earlier_year_left_shares_its_steps_row():
    old = next(one for one in plan(year=YEAR - 1) if one.n == 29)
    (row,) = bands([*worked(), old], sections("ru"))[-1].rows[-1:]
    assert [one.year for one in row.entries] == [YEAR, YEAR - 1]
    assert drawn([*worked(), old]).tobytes() != drawn(worked()).tobytes()


def test_a_plan_with_sections_of_its_own_and_an_endless_title():
    strange = replace(step(1), step=replace(step(1).step, section="Наш раздел " * 20, title="Ж" * 500))
    assert bands([strange], sections("ru"))[0].title.startswith("Наш раздел")
    assert drawn([strange]).width == WIDTH
    assert drawn([]).height > 0


@pytest.mark.parametrize("day", [date(2026, 8, 1), date(2027, 2, 28), date(2027, 7, 31)])
def test_a_single_day_is_wide_enough_for_its_sign_and_within_the_picture(day):
    left, right = _Axis(YEAR).span(day, day)
    assert right - left >= 28
    assert right <= WIDTH - 20
