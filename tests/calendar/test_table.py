"""A curator's list of special days: read in the shapes people write it, refused row by row."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mentoring.calendar.rules import Kind, SchoolCalendar, Special
from mentoring.calendar.rules_table import (
    LONGEST,
    ROWS,
    TITLE_LIMIT,
    Overlap,
    RowFault,
    SpecialDays,
    specials_from_table,
    specials_from_text,
)
from mentoring.calendar.rules_table_words import is_bare_kind, is_heading

YEAR = date(2026, 8, 1)


def one(line: str) -> Special:
    read = specials_from_text(line, YEAR)
    assert not read.faults, read.faults
    assert len(read.specials) == 1
    return read.specials[0]


def fault(line: str) -> str:
    read = specials_from_text(line, YEAR)
    assert not read.specials, read.specials
    assert [found.row for found in read.faults] == [1]
    return read.faults[0].key


@pytest.mark.parametrize(
    "line",
    [
        "26.10.2026; 01.11.2026; каникулы; осенние",
        "26.10 | 1.11 | каникулы | осенние",
        "2026-10-26\t2026-11-01\tКаникулы\tосенние",
        "26 октября; 1 ноября; каникулы; осенние",
        "26.10–01.11; осенние; каникулы",
        "осенние; каникулы; 26.10; 1.11",
        "каникулы; с 26 октября по 1 ноября; осенние",
        "с 26.10.2026 г.; по 01.11.2026 г.; каникулы; осенние",
        "26.10.26 - 1.11.26; break; осенние",
        "2026-10-26 - 2026-11-01; vacation; осенние",
        "1; 26.10; 1.11; каникулы; осенние",
    ],
)
def test_one_break_written_in_many_ways(line: str) -> None:
    assert one(line) == Special(date(2026, 10, 26), date(2026, 11, 1), Kind.BREAK, "осенние")


@pytest.mark.parametrize(
    ("line", "first", "last", "kind", "title"),
    [
        ("Осенние каникулы: 26.10 – 01.11", "2026-10-26", "2026-11-01", Kind.BREAK, "Осенние каникулы"),
        ("1 июня – 31 августа каникулы летние", "2027-06-01", "2027-08-31", Kind.BREAK, "каникулы летние"),
        ("31.12 - 8.01 каникулы", "2026-12-31", "2027-01-08", Kind.BREAK, ""),
        ("с 26 по 30 октября не учимся, ремонт", "2026-10-26", "2026-10-30", Kind.OFF, "не учимся, ремонт"),
        ("26-30.10 карантин", "2026-10-26", "2026-10-30", Kind.OFF, ""),
        ("8 марта выходной", "2027-03-08", "2027-03-08", Kind.OFF, ""),
        ("29.02.2028 нерабочий день", "2028-02-29", "2028-02-29", Kind.OFF, ""),
        ("5.12; не рабочий", "2026-12-05", "2026-12-05", Kind.OFF, ""),
        ("20.02.2027 рабочая суббота", "2027-02-20", "2027-02-20", Kind.WORKING, "рабочая суббота"),
        ("20.02.2027;;учебный день;вместо понедельника", "2027-02-20", "2027-02-20", Kind.WORKING, "вместо понедельника"),
        ("7.03 | выходной | перед 8 марта", "2027-03-07", "2027-03-07", Kind.OFF, "перед 8 марта"),
        ("15.02 | 21.02 | каникулы | 1 класс", "2027-02-15", "2027-02-21", Kind.BREAK, "1 класс"),
        ("5.12; non-working day; roof", "2026-12-05", "2026-12-05", Kind.OFF, "roof"),
        ("5.12; working; каникулы отменены", "2026-12-05", "2026-12-05", Kind.WORKING, "каникулы отменены"),
        ("1.08 off", "2026-08-01", "2026-08-01", Kind.OFF, ""),
        ("31.07 off", "2027-07-31", "2027-07-31", Kind.OFF, ""),
    ],
)  # fmt: skip
def test_what_people_write(line: str, first: str, last: str, kind: Kind, title: str) -> None:
    assert one(line) == Special(date.fromisoformat(first), date.fromisoformat(last), kind, title)


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("каникулы когда-нибудь", "special-days-missing"),
        ("завтра; выходной", "special-days-missing"),
        ("в понедельник; выходной", "special-days-missing"),
        ("29.02; выходной", "special-days-missing"),
        ("32.10; 1.11; каникулы", "special-days-unreadable"),
        ("26.10; 32.11; каникулы", "special-days-unreadable"),
        ("32 октября | 5 ноября | каникулы", "special-days-unreadable"),
        ("26.10; 29.02.2027; каникулы", "special-days-unreadable"),
        ("Каникулы 32 октября - 5 ноября", "special-days-unclear"),
        ("Каникулы 26 октября 5 ноября", "special-days-unclear"),
        ("1.11.2026; 26.10.2026; каникулы", "special-days-backwards"),
        ("Наши каникулы 1.11.2026 - 26.10.2026", "special-days-backwards"),
        ("20.10 - 10.10 каникулы", "special-days-long"),
        ("1.09.2026; 31.05.2027; выходной", "special-days-long"),
        ("5.12", "special-days-kind-missing"),
        ("5.12; день здоровья", "special-days-kind-missing"),
        ("5.12; каникулы, рабочий день", "special-days-kind-unclear"),
        ("5.12; каникулы; рабочий", "special-days-kind-unclear"),
        ("5.12; каникулы; " + "я" * (TITLE_LIMIT + 1), "special-days-title-long"),
    ],
)
def test_what_cannot_be_read_says_why(line: str, key: str) -> None:
    assert fault(line) == key


def test_a_fault_shows_what_was_written_but_not_at_length() -> None:
    read = specials_from_text("\n\n" + "непонятно " * 50, YEAR)
    assert read.faults[0].row == 3
    assert str(read.faults[0].params["text"]).startswith("непонятно")
    assert len(str(read.faults[0].params["text"])) == 61


def test_the_longest_period_and_the_first_too_long() -> None:
    last = date(2026, 9, 1) + timedelta(days=LONGEST - 1)
    assert one(f"2026-09-01; {last}; off").last == last
    assert fault(f"2026-09-01; {last + timedelta(days=1)}; off") == "special-days-long"


def test_a_table_with_a_title_and_a_header() -> None:
    rows = [
        ["Каникулы 2026/27"],
        ["С", "По", "Вид", "Название"],
        ["26.10.2026", "01.11.2026", "каникулы", "осенние"],
        [],
        ["32.12.2026", "", "выходной", ""],
        ["2026-12-05", "", "рабочий", "вместо 31 декабря"],
    ]
    assert specials_from_table(rows, YEAR, [2, 3, 4, 5, 6, 7]) == SpecialDays(
        (
            Special(date(2026, 10, 26), date(2026, 11, 1), Kind.BREAK, "осенние"),
            Special(date(2026, 12, 5), date(2026, 12, 5), Kind.WORKING, "вместо 31 декабря"),
        ),
        (RowFault(6, "special-days-missing", {"text": "32.12.2026 выходной"}),),
        (),
    )


def test_a_header_lower_down_is_a_row_like_any_other() -> None:
    read = specials_from_text("5.12; off\nс; по; вид", YEAR)
    assert [found.row for found in read.faults] == [2]


def test_a_row_of_kinds_alone_is_not_a_header() -> None:
    assert fault("каникулы; выходной") == "special-days-missing"
    assert specials_from_text("с; по; каникулы", YEAR) == SpecialDays((), (), ())


def test_periods_that_share_days_are_named_and_kept() -> None:
    read = specials_from_text(
        "26.10; 1.11; каникулы\n30.10; рабочий; педсовет\n2.11; off\n1.11; 3.11; off\n26.10; 1.11; каникулы", YEAR
    )
    assert len(read.specials) == 4, "the same period twice is kept once"
    assert set(read.overlaps) == {Overlap(5, 1), Overlap(2, 1), Overlap(4, 1), Overlap(4, 3)}
    calendar = SchoolCalendar("UTC", specials=read.specials)
    assert calendar.is_school_day(date(2026, 10, 30))
    assert not calendar.is_school_day(date(2026, 10, 29))


def test_periods_side_by_side_share_nothing() -> None:
    assert specials_from_text("26.10; 1.11; off\n2.11; 3.11; off", YEAR).overlaps == ()


def test_reading_stops_at_a_table_that_never_ends() -> None:
    read = specials_from_table([["5.12", "off"]] * (ROWS + 50), YEAR)
    assert read.faults == (RowFault(ROWS + 1, "special-days-many", {"limit": ROWS}),)
    assert len(read.specials) == 1


def test_nothing_written_is_nothing_read() -> None:
    for text in ("", "\n \n", ";;;", "\u200b"):
        assert specials_from_text(text, YEAR).specials == ()
    assert specials_from_text(" ; \n\t", YEAR) == SpecialDays((), (), ())


PIECES = st.sampled_from(
    ["26.10", "1.11.2026", "2026-12-31", "32.10", "5", "8 марта", "26", "—", "-", ";", "|", "по", "с", "каникулы",
     "не", "рабочий", "выходной", "осенние", "г.", "29.02", "завтра", "через", "0.0", "99.99.9999", "31.07.26", "\n"]
)  # fmt: skip


def separator(line: str) -> str:
    return next((re.escape(mark) for mark in "\t;|" if mark in line), "$^")


@settings(max_examples=500, deadline=None)
@example("1.11.2026 - 26.10.2026")
@example("завтра по 31.07.27; каникулы")
@example("завтра — 2026-12-31")
@example('ЗАВТРА"ПО1/1/0001')
@example("99999999999.9")
@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=12).map(" ".join)))
def test_whatever_is_written_no_row_is_lost(text: str) -> None:
    for line in text.splitlines():
        read = specials_from_text(line, YEAR)
        cells = [
            cell.strip() for cell in re.split(separator(line), line) if any(map(str.isprintable, cell.strip()))
        ]
        header = any(map(is_heading, cells)) and all(is_heading(cell) or is_bare_kind(cell) for cell in cells)
        outcomes = len(read.specials) + len(read.faults)
        assert outcomes in ((0,) if not any(map(str.isalnum, line)) else (0, 1) if header else (1,)), read
        for special in read.specials:
            assert special.first <= special.last < special.first + timedelta(days=LONGEST)
            assert len(special.title) <= TITLE_LIMIT


DAYS = st.dates(YEAR, date(2027, 7, 31))
KINDS = {Kind.BREAK: "каникулы", Kind.OFF: "выходной", Kind.WORKING: "рабочий день"}


@settings(max_examples=200, deadline=None)
@given(
    DAYS,
    st.integers(0, LONGEST - 1),
    st.sampled_from(Kind),
    st.sampled_from(("%d.%m.%Y", "%d.%m.%y", "%Y-%m-%d", "%d.%m", "%d/%m/%Y")),
)
def test_what_is_written_is_what_is_read(first: date, length: int, kind: Kind, form: str) -> None:
    last = first + timedelta(days=length)
    wanted = Special(first, last, kind, "о своём")
    for line in (
        f"{first:{form}}; {last:{form}}; {KINDS[kind]}; о своём",
        f"{first:{form}} - {last:{form}} | {KINDS[kind]} | о своём",
        f"о своём; {kind}; {first:{form}}; {last:{form}}",
    ):
        read = specials_from_text(line, YEAR)
        assert read.specials == (wanted,), (line, read)
