"""What people type instead of pressing: numbers, labels, several at once, yes and no, dates."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.questionnaires.rules_typed import Picked, canonical, clean, number, pick, pick_many, plain, yes_no
from mentoring.questionnaires.rules_when import When, is_day, is_moment, is_time, read_day, read_moment, read_time

NOW = datetime(2026, 9, 7, 10, tzinfo=UTC)
UNCLEAR = When(unclear=True)
FREQUENCY = (("vo", "Очень часто"), ("o", "Часто"), ("s", "Иногда"), ("r", "Редко"), ("n", "Никогда"))
DAYS = (("mon", "Понедельник"), ("tue", "Вторник"), ("wed", "Среда"), ("fri", "Пятница"))
YES_NO = (("y", "Да"), ("n", "Нет"))


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("7", "7"), (" 7. ", "7"), ("07", "7"), ("7,50", "7.5"), ("-3", "-3"), ("−3", "-3"), ("1 000", "1000"),
        ("семь", "7"), ("Семь!", "7"), ("двадцать пять", "25"), ("сто двадцать три", "123"), ("seven", "7"),
        ("twenty five", "25"), ("семёрка", "7"), ("7 лет", "7"), ("около 7 лет", "7"), ("8 из 10", "8"),
        ("8/10", "8"), ("восемь из десяти", "8"), ("8 out of 10", "8"), ("№3", "3"), ("полтора", "1.5"),
        ("7 баллов", "7"), ("ставлю 9", "9"), ("\u200b7\u202e", "7"), ("7\xa0", "7"), ("٧", "7"), ("0", "0"),
        ("-0", "0"), ("ноль", "0"),
    ],
)  # fmt: skip
def test_numbers(said: str, meant: str) -> None:
    assert number(said) == meant


@pytest.mark.parametrize(
    "said",
    ["", "много", "5 или 6", "5-6", "5 6", "не 5", "семь восемь", "пять двадцать", "1e5", "nan", "inf", "1.2.3",
     "пятница", "один два три", "9" * 40, "5б класс"],
)  # fmt: skip
def test_no_number_is_guessed(said: str) -> None:
    assert number(said) is None


@pytest.mark.parametrize(
    ("written", "shown"), [("1.0", "1"), ("10", "10"), ("0.10", "0.1"), ("1e3", "1000"), ("x", None)]
)
def test_canonical(written: str, shown: str | None) -> None:
    assert canonical(written) == shown


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("часто", "o"), ("ЧАСТО.", "o"), ("«Часто»", "o"), ("оч", "vo"), ("2", "o"), ("два", "o"), ("второе", "o"),
        ("ник", "n"), ("r", "r"), ("Иногда, если честно", "s"), ("час\u200bто", "o"), ("2.", "o"), ("2)", "o"),
    ],
)  # fmt: skip
def test_one_choice(said: str, meant: str) -> None:
    assert pick(said, FREQUENCY) == Picked(values=(meant,))


@pytest.mark.parametrize("said", ["", "6", "0", "всегда", "не часто", "-1", "?", "часто редко", "1 2"])
def test_no_choice_is_guessed(said: str) -> None:
    assert pick(said, FREQUENCY).values == ()


def test_several_fitting_choices_are_candidates() -> None:
    assert pick("п", DAYS) == Picked(candidates=("mon", "fri"))
    assert pick("пя", DAYS) == Picked(values=("fri",))


def test_yo_and_case_do_not_matter() -> None:
    assert pick("еще НЕТ", (("a", "Ещё нет"), ("b", "Уже"))) == Picked(values=("a",))


def test_numbers_in_labels_come_before_places() -> None:
    options = (("a", "5"), ("b", "1"), ("c", "10 и больше"))
    assert pick("1", options) == Picked(values=("b",))
    assert pick("10", options) == Picked(values=("c",))
    assert pick("2", options) == Picked(values=("b",))


@pytest.mark.parametrize("said", ["да", "Да!", "ага", "конечно", "yes", "Ну да", "да, конечно", "1"])
def test_yes(said: str) -> None:
    assert pick(said, YES_NO) == Picked(values=("y",))


@pytest.mark.parametrize("said", ["нет", "не", "неа", "no", "нет, спасибо", "конечно нет"])
def test_no(said: str) -> None:
    assert pick(said, YES_NO) == Picked(values=("n",))


@pytest.mark.parametrize("said", ["да нет", "может быть", "не да", "да нет наверное"])
def test_neither_yes_nor_no(said: str) -> None:
    assert yes_no(said) is None
    assert pick(said, YES_NO).values == ()


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("1 и 3", "mon wed"), ("1, 3", "mon wed"), ("1,3", "mon wed"), ("1 3", "mon wed"), ("1;3", "mon wed"),
        ("1-3", "mon tue wed"), ("3 и 1", "wed mon"), ("среда и пятница", "wed fri"), ("сре, пят", "wed fri"),
        ("среда", "wed"), ("все", "mon tue wed fri"), ("Всё", "mon tue wed fri"), ("один и три", "mon wed"),
        ("1, среда и пятница", "mon wed fri"), ("1\n3", "mon wed"), ("1 & 3", "mon wed"), ("1 и 1", "mon"),
    ],
)  # fmt: skip
def test_several_choices(said: str, meant: str) -> None:
    assert pick_many(said, DAYS) == Picked(values=tuple(meant.split()))


@pytest.mark.parametrize("said", ["1 и 9", "среда и праздник", "", "1 и", "0-2", "все кроме среды"])
def test_half_understood_is_not_understood(said: str) -> None:
    assert pick_many(said, DAYS).values == () or said == "1 и"


def test_an_unclear_part_asks_back() -> None:
    assert pick_many("среда, п", DAYS) == Picked(candidates=("mon", "fri"))


def test_labels_may_hold_commas_and_the_word_and() -> None:
    options = (("a", "Урок, семинар"), ("b", "Люди и бумаги"), ("c", "Прочее"))
    assert pick_many("урок, семинар", options) == Picked(values=("a",))
    assert pick_many("люди и бумаги, прочее", options) == Picked(values=("b", "c"))
    assert pick_many("прочее, урок, семинар", options) == Picked(values=("c", "a"))


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("2026-09-05", "2026-09-05"), ("05.09.2026", "2026-09-05"), ("5.9.26", "2026-09-05"), ("5/9/2026", "2026-09-05"),
        ("5.09", "2026-09-05"), ("05.09.98", "1998-09-05"), ("5 сентября", "2026-09-05"), ("5-го сентября", "2026-09-05"),
        ("5 сентября 2025 г.", "2025-09-05"), ("5 сентября 2025 года", "2025-09-05"), ("1 мая", "2026-05-01"),
        ("5 сен", "2026-09-05"), ("September 5, 2026", "2026-09-05"), ("5th of September", "2026-09-05"),
        ("сегодня", "2026-09-07"), ("Вчера", "2026-09-06"), ("позавчера", "2026-09-05"), ("завтра", "2026-09-08"),
        ("today", "2026-09-07"), ("29.02.2024", "2024-02-29"), (" 5 СЕНТЯБРЯ. ", "2026-09-05"),
    ],
)  # fmt: skip
def test_days(said: str, meant: str) -> None:
    assert read_day(said, NOW) == When(meant)


@pytest.mark.parametrize(
    "said", ["", "31.02.2026", "29.02.2025", "5 мартобря", "0.0.0", "2026-13-01", "когда-нибудь", "25", "9" * 5000]
)
def test_what_is_no_day(said: str) -> None:
    assert read_day(said, NOW) == When()


@pytest.mark.parametrize(
    "said", ["в пятницу", "понедельник", "25-го", "в сентябре", "на этой неделе", "неделю назад"]
)
def test_which_day_is_asked_back(said: str) -> None:
    assert read_day(said, NOW) == UNCLEAR


@pytest.mark.parametrize(
    ("said", "meant"),
    [("15:30", "15:30"), ("15.30", "15:30"), ("в 15:30", "15:30"), ("9", "09:00"), ("9 утра", "09:00"), ("9:00", "09:00"),
     ("3 часа дня", "15:00"), ("7 вечера", "19:00"), ("12 ночи", "00:00"), ("полдень", "12:00"), ("7 pm", "19:00"),
     ("03:15", "03:15"), ("14", "14:00"), ("полпятого вечера", "16:30")],
)  # fmt: skip
def test_times(said: str, meant: str) -> None:
    assert read_time(said) == When(meant)


@pytest.mark.parametrize("said", ["25:00", "15:60", "утром", "9 бананов", "", "в пятницу", "утра"])
def test_what_is_no_time(said: str) -> None:
    assert read_time(said) == When()


@pytest.mark.parametrize("said", ["5", "в три", "3:15", "6:30", "7", "полпятого", "без четверти пять"])
def test_morning_or_evening_is_asked_back(said: str) -> None:
    assert read_time(said) == UNCLEAR


@pytest.mark.parametrize(
    ("said", "meant"),
    [("5 сентября в 15:30", "2026-09-05T15:30"), ("завтра, 9 утра", "2026-09-08T09:00"), ("05.09.2026 9", "2026-09-05T09:00"),
     ("15:30 05.09.2026", "2026-09-05T15:30"), ("2026-09-05T15:30", "2026-09-05T15:30"), ("сегодня в полдень", "2026-09-07T12:00")],
)  # fmt: skip
def test_moments(said: str, meant: str) -> None:
    assert read_moment(said, NOW) == When(meant)


@pytest.mark.parametrize("said", ["завтра", "в 15:30", "в пятницу в 15:00", "завтра в 5", "через час"])
def test_which_moment_is_asked_back(said: str) -> None:
    assert read_moment(said, NOW) == UNCLEAR


@pytest.mark.parametrize("said", ["", "никогда", "раз " * 50, "5 сентября когда-нибудь"])
def test_what_is_no_moment(said: str) -> None:
    assert read_moment(said, NOW) == When()


@pytest.mark.parametrize(
    "value", ["2026-9-05", "20260905", "2026-W36-1", "09:5", "9:05", "09:05:07", "2026-09-05 09:00", "x", ""]
)
def test_what_is_not_canonical(value: str) -> None:
    assert not any(check(value) for check in (is_day, is_time, is_moment))


def test_invisible_characters_are_stripped_and_newlines_stay() -> None:
    assert clean("а\u200b\u202eб\x07\nв") == "аб\nв"
    assert plain("\u2066Ёлка\u2069 ,") == "елка"


@given(st.text(max_size=300))
def test_any_text_is_read_without_an_error(text: str) -> None:
    for options in (FREQUENCY, DAYS, YES_NO, ()):
        found = pick(text, options)
        assert set(found.values) | set(found.candidates) <= {value for value, _ in options}
        pick_many(text, options)
    number(text)
    yes_no(text)
    for read in (read_day(text, NOW), read_time(text), read_moment(text, NOW)):
        assert not (read.value and read.unclear)


@given(st.sampled_from(FREQUENCY), st.sampled_from(["", " ", ".", "!", "\u200b"]))
def test_a_label_is_always_its_own_choice(option: tuple[str, str], tail: str) -> None:
    assert pick(option[1].upper() + tail, FREQUENCY) == Picked(values=(option[0],))


@given(st.integers(-(10**9), 10**9))
def test_whole_numbers_survive(value: int) -> None:
    assert number(str(value)) == str(value)


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.times())
def test_days_and_times_survive(day: date, clock: time) -> None:
    shown = f"{clock:%H:%M}"
    assert is_day(day.isoformat())
    assert is_moment(f"{day}T{shown}")
    for written in (f"{day:%d.%m.%Y}", day.isoformat()):
        assert read_day(written, NOW) == When(day.isoformat())
        assert read_moment(f"{written} {shown}", NOW) == When(f"{day}T{shown}")
    assert read_time(shown) == When(shown)
