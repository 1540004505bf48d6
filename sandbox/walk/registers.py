"""What the two registers must hold: the official form's columns, the right people, what they answered."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from sandbox.walk.cast import Diary, Who
from sandbox.walk.moves import expect
from sandbox.walk.sheets import table

NAME = "Фамилия, имя, отчество"
ENTERED = "Дата вхождения в программу"
COLUMNS = {
    "mentor": (
        "№ п/п", NAME, "Контактные данные", "Место работы", "Основные компетенции",
        "Важные для программы достижения", "Интересы", "Желаемый возраст наставляемых",
        "Ресурс времени на программу", ENTERED, "ФИО наставляемых", "Форма наставничества",
        "Место работы наставляемых", "Дата завершения программы", "Результаты программы",
        "Ссылка на кейс или отзыв",
    ),
    "mentee": (
        "№ п/п", NAME, "Контактные данные", "Год рождения", "Основной запрос", ENTERED, "ФИО наставника",
        "Форма наставничества", "Место работы наставника", "Дата завершения программы", "Результаты программы",
        "Ссылка на кейс или отзыв", "Отметка о прохождении",
    ),
}  # fmt: skip
# Which answers stand in which column, by a piece of the question.
ANSWERS: dict[str, dict[str, tuple[str, ...]]] = {
    "mentor": {
        "Основные компетенции": ("преподаёте", "из личного", "методически", "общении"),
        "Важные для программы достижения": ("гордитесь",),
        "Ресурс времени на программу": ("В какие дни", "время дня"),
    },
    "mentee": {"Основной запрос": ("из личного", "методическая", "общении", "труднее")},
}


def rows_of(role: str, data: bytes) -> list[dict[str, Any]]:
    """The spreadsheet's rows by column; Surprise where the columns are not the form's."""
    head, *rows = table(data)
    expect(tuple(head) == COLUMNS[role], f"the columns of the {role} register are {head}")
    return [dict(zip(COLUMNS[role], row, strict=True)) for row in rows]


def check(role: str, data: bytes, chat: str, people: dict[Who, Diary], today: datetime) -> list[str]:
    """Surprise where the register in the chat or in the spreadsheet is wrong; the names in it, in order."""
    rows = rows_of(role, data)
    names = [str(row[NAME]) for row in rows]
    expect(names == sorted(who.shown for who in people), f"the {role} register holds {names}")
    expect([int(row["№ п/п"]) for row in rows] == list(range(1, len(rows) + 1)), "the rows are numbered")
    for who, diary in people.items():
        expect(who.shown in chat, f"{who.shown} is missing in the chat: {chat}")
        _one(role, rows[names.index(who.shown)], diary, today)
    return names


def _one(role: str, row: dict[str, Any], diary: Diary, today: datetime) -> None:
    day = row[ENTERED]
    expect(isinstance(day, date), f"{ENTERED} is no date: {day!r}")
    expect(abs(day - today.date()) <= timedelta(days=4), f"{row[NAME]} has entered on {day}")
    for column, questions in ANSWERS[role].items():
        for said in _said(diary, questions):
            expect(said in row[column], f"{row[NAME]}, {column}: “{said}” is missing in “{row[column]}”")


def _said(diary: Diary, questions: tuple[str, ...]) -> list[str]:
    """What was answered to these questions, ticks one by one."""
    asked = [label for label in diary.answers if any(piece in label for piece in questions)]
    return [said for label in asked for said in diary.ticked.get(label, [diary.answers[label]])]
