"""From the facts of an order to the texts that fill its template: flat texts, and lists of rows of texts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from babel.dates import format_date

from mentoring.documents import order_facts as facts
from mentoring.documents.order_people import Fields, each_once, people, person
from mentoring.documents.order_words import placeholder, words
from mentoring.meetings.rules import Contact, Side

Context = dict[str, str | list[Fields]]
# What XML has no place for, and what the template's engine would read as layout.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_YES = "1"


def context(order: facts.Order) -> Context:
    """All placeholders of the order's kind with their texts; every text is clean for a document."""
    common = order.common
    filled: Context = {
        placeholder("school"): common.school.name,
        placeholder("address"): common.school.address,
        placeholder("place"): common.school.place,
        placeholder("year"): "{}/{}".format(*common.year),
        **person("director", _director(common.school)),
        **person("curator", common.curator),
        **person("control", common.control),
        placeholder("references"): [{placeholder("text"): one.rstrip(" .;")} for one in common.references],
        placeholder("duties"): _numbered([_duty(one) for one in common.duties]),
        placeholder("acquainted"): _numbered([person("who", one) for one in _acquainted(order)]),
        **_OWN[order.kind](order),
    }
    return {name: _clean(value) for name, value in filled.items()}


def _director(school: facts.Letterhead) -> facts.Named:
    director = school.director
    if director.post:
        return director
    return replace(director, post=words()["director"])


def _acquainted(order: facts.Order) -> Sequence[facts.Named]:
    common = order.common
    if common.acquainted is not None:
        return common.acquainted
    duties = [one.who for one in common.duties]
    return each_once([common.curator, common.control, *_named(order), *duties])


def _named(order: facts.Order) -> Iterable[facts.Named | None]:
    match order:
        case facts.CuratorOrder():
            return [order.stand_in]
        case facts.TrainingOrder():
            return [*order.mentors, *(one.teacher for one in order.lessons)]
        case facts.PairsOrder(pairs=pairs):
            return [who for one in pairs for who in (*one.mentors, *one.mentees)]
        case facts.EndOrder(endings=endings):
            return [who for one in endings for who in (*one.mentors, *one.mentees)]
        case _:
            return _named_in_rows(order)


def _named_in_rows(order: facts.Order) -> Iterable[facts.Named]:
    match order:
        case facts.RegisterOrder(mentors=mentors):
            return [one.who for one in mentors]
        case facts.ReplacementOrder(replacements=rows):
            return [who for one in rows for who in (one.leaving, one.coming, *one.others)]
        case facts.EncouragementOrder(awards=awards):
            return [one.who for one in awards]
        case _:
            return []


def _duty(one: facts.Duty) -> Fields:
    return {**person("who", one.who), placeholder("task"): one.task.rstrip(" .;"), **_day("until", one.until)}


def _day(part: str, day: date | None) -> Fields:
    """A day for a cell ("01.12.2026") and for a sentence ("1 декабря 2026 г."); empty for none."""
    spoken = format_date(day, "d MMMM y 'г.'", locale="ru") if day else ""
    return {placeholder(part): f"{day:%d.%m.%Y}" if day else "", placeholder(part, "words"): spoken}


def _contact(*forms: Contact | None) -> str:
    return ", ".join(words()["contacts"][form.value] for form in forms if form)


def _numbered(rows: Sequence[Fields]) -> list[Fields]:
    return [{placeholder("number"): str(number), **row} for number, row in enumerate(rows, 1)]


def _curator(order: facts.CuratorOrder) -> Context:
    return {**person("stand_in", order.stand_in), **_day("since", order.since)}


def _register(order: facts.RegisterOrder) -> Context:
    rows = [
        {
            **person("who", one.who),
            placeholder("strengths"): one.strengths,
            placeholder("contact"): _contact(*one.contacts),
            **_day("interviewed", one.interviewed),
        }
        for one in order.mentors
    ]
    return {placeholder("mentors"): _numbered(rows)}


def _training(order: facts.TrainingOrder) -> Context:
    return {
        placeholder("programme"): order.programme,
        placeholder("mentors"): _numbered([person("who", one) for one in order.mentors]),
        placeholder("lessons"): _numbered([_lesson(one) for one in order.lessons]),
    }


def _lesson(one: facts.Lesson) -> Fields:
    return {
        placeholder("topic"): one.topic,
        **_day("date", one.day),
        placeholder("time"): one.time,
        placeholder("hours"): str(one.hours) if one.hours else "",
        placeholder("place"): one.place,
        **person("teacher", one.teacher),
    }


def _pairs(order: facts.PairsOrder) -> Context:
    rows = [
        {
            **people("mentor", one.mentors),
            **people("mentee", one.mentees),
            placeholder("contact"): _contact(one.contact),
            **_day("date", one.since),
        }
        for one in order.pairs
    ]
    return {placeholder("pairs"): _numbered(rows)}


def _replacement(order: facts.ReplacementOrder) -> Context:
    return {placeholder("replacements"): _numbered([_replaced(one) for one in order.replacements])}


def _replaced(one: facts.Replacement) -> Fields:
    return {
        **person("leaving", one.leaving),
        **person("coming", one.coming),
        **people("others", one.others),
        placeholder("of_mentor"): _YES if one.side is Side.MENTOR else "",
        placeholder("of_mentee"): _YES if one.side is Side.MENTEE else "",
        placeholder("contact"): _contact(one.contact),
        placeholder("reason"): one.reason.rstrip(" ."),
        **_day("date", one.day),
    }


def _end(order: facts.EndOrder) -> Context:
    rows = [
        {
            **people("mentor", one.mentors),
            **people("mentee", one.mentees),
            placeholder("reason"): one.reason.rstrip(" ."),
            **_day("date", one.day),
        }
        for one in order.endings
    ]
    return {placeholder("endings"): _numbered(rows)}


def _encouragement(order: facts.EncouragementOrder) -> Context:
    rows = [
        {**person("who", one.who), placeholder("award"): one.award, placeholder("merit"): one.merit}
        for one in order.awards
    ]
    return {placeholder("awards"): _numbered(rows)}


_OWN: Mapping[facts.OrderKind, Callable[[Any], Context]] = {
    facts.OrderKind.CURATOR: _curator,
    facts.OrderKind.REGISTER: _register,
    facts.OrderKind.TRAINING: _training,
    facts.OrderKind.PAIRS: _pairs,
    facts.OrderKind.REPLACEMENT: _replacement,
    facts.OrderKind.END: _end,
    facts.OrderKind.ENCOURAGEMENT: _encouragement,
}


def _clean(value: str | list[Fields]) -> str | list[Fields]:
    if isinstance(value, str):
        return _clean_text(value)
    return [{name: _clean_text(text) for name, text in row.items()} for row in value]


def _clean_text(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return _UNPRINTABLE.sub("", lines).strip()


def vocabulary(sample: facts.Order) -> Mapping[str, frozenset[str]]:
    """What a template of this kind may name: every placeholder, and for a list its rows' placeholders.

    A plain text has no rows, so an empty set. `sample` must have a row in each list.
    """
    found = context(sample)
    return {name: frozenset(value[0]) if isinstance(value, list) else frozenset() for name, value in found.items()}
