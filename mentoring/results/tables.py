"""Results as files: a workbook for people, CSV and JSON for other programmes.

Of an anonymous questionnaire there are totals only: a row a person would be a person.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation

from mentoring.documents.export import personal_export_json
from mentoring.documents.sheets_out import Cell as Value
from mentoring.documents.sheets_out import Column, Kind, workbook
from mentoring.documents.sheets_out import Sheet as Page
from mentoring.questionnaires.rules_form import ATTACHED, Form, Question
from mentoring.questionnaires.rules_form import Kind as Asked
from mentoring.questionnaires.rules_live import name_of
from mentoring.questionnaires.rules_render import value_text
from mentoring.results.rules_results import FormResults, Part, QuestionResult, ScaleResult
from mentoring.results.rules_sheets import Sheet, shown_questions
from mentoring.results.wording import Words, cell_label, group_name, label, number, role_name, scale_label, why_not

Row = Sequence[Value]
_ENDINGS = (Asked.RANGE, Asked.INTEGER)
_ATTACHED = "✓"  # the file itself stays with the bot
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def book(
    form: Form, sheets: Sequence[Sheet], results: FormResults, words: Words, language: str, anonymous: bool
) -> bytes:
    """An .xlsx file: a row a person (never where `anonymous`), and the totals.

    Raises ValueError for anonymous results that are not guarded.
    """
    _check(results, anonymous)
    totals = Page(
        words("results-head-totals"), _total_columns(words), _total_rows(results, words, language, anonymous)
    )
    if anonymous:
        return workbook([totals])
    people = Page(
        words("results-head-people"), _columns(form, words, language), _rows(form, sheets, words, language)
    )
    return workbook([people, totals])


def csv_of(
    form: Form, sheets: Sequence[Sheet], results: FormResults, words: Words, language: str, anonymous: bool
) -> bytes:
    """Rows of people, or totals where `anonymous`: UTF-8 with a byte order mark, semicolons, decimals as read.

    Text that a spreadsheet would take for a formula gets an apostrophe. Raises ValueError as `book` does.
    """
    _check(results, anonymous)
    columns = _total_columns(words) if anonymous else _columns(form, words, language)
    rows = _total_rows(results, words, language, True) if anonymous else _rows(form, sheets, words, language)
    target = io.StringIO(newline="")
    writer = csv.writer(target, delimiter=";", lineterminator="\r\n")
    writer.writerow(_plain(column.header, language) for column in columns)
    writer.writerows([_plain(value, language) for value in row] for row in rows)
    return target.getvalue().encode("utf-8-sig", "replace")


def json_of(sheets: Sequence[Sheet], results: FormResults, anonymous: bool) -> bytes:
    """The same by the form's own names and stored values. Raises ValueError as `book` does."""
    _check(results, anonymous)
    data: dict[str, object] = {
        "form_id": results.form.form_id,
        "version": results.form.version,
        "sheets": results.n,
        "groups": dict(results.groups),
        "questions": [_question_data(result, anonymous) for result in results.questions],
        "scales": [{"name": s.name, "items": s.items, **_parts_data(s)} for s in results.scales],
    }
    if not anonymous:
        data["people"] = [_person_data(results.form, sheet) for sheet in sheets]
    return personal_export_json(data)


def _check(results: FormResults, anonymous: bool) -> None:
    if anonymous and not results.guarded:
        raise ValueError("anonymous results must be guarded")


# A row a person


def _columns(form: Form, words: Words, language: str) -> list[Column]:
    first = [
        Column(words("results-head-name"), 28),
        Column(words("results-head-group"), 16),
        Column(words("results-head-day"), 12, "date"),
    ]
    return first + [Column(label(q, language), 24, _kind(q)) for q in shown_questions(form)]


def _kind(question: Question) -> Kind:
    if question.repeats:
        return "text"
    if question.kind in _ENDINGS:
        return "integer"
    return "decimal" if question.kind is Asked.DECIMAL else "text"


def _rows(form: Form, sheets: Sequence[Sheet], words: Words, language: str) -> list[Row]:
    questions = shown_questions(form)
    return [
        (
            sheet.name,
            role_name(sheet.group, words),
            sheet.sent_on,
            *(_answer(sheet, question, words, language) for question in questions),
        )
        for sheet in sheets
    ]


def _answer(sheet: Sheet, question: Question, words: Words, language: str) -> Value:
    found = [value for key, value in sheet.answers.items() if name_of(key) == question.name]
    if not found:
        return None
    said = [words("results-skipped") if value is None else _said(question, value, language) for value in found]
    if len(said) == 1 and _kind(question) != "text":
        return _as_number(said[0])
    return "; ".join(said)


def _said(question: Question, value: str, language: str) -> str:
    return _ATTACHED if question.kind in ATTACHED else value_text(question, value, language)


def _as_number(text: str) -> Value:
    try:
        return Decimal(text)
    except InvalidOperation:
        return text


# Totals


def _total_columns(words: Words) -> list[Column]:
    return [
        Column(words("results-head-question"), 64),
        Column(words("results-head-who"), 18),
        Column(words("results-head-answer"), 32),
        Column(words("results-head-count"), 10, "integer"),
        Column(words("results-head-answered"), 11, "integer"),
        Column(words("results-head-mean"), 10, "decimal"),
        Column(words("results-head-median"), 10, "decimal"),
        Column(words("results-head-spread"), 10, "decimal"),
        Column(words("results-head-low"), 12, "decimal"),
        Column(words("results-head-high"), 12, "decimal"),
        Column(words("results-head-place"), 10, "decimal"),
        Column(words("results-head-note"), 44),
    ]


def _total_rows(results: FormResults, words: Words, language: str, texts: bool) -> list[Row]:
    """Texts go here only where no row of a person holds them."""
    rows: list[Row] = []
    for question in results.questions:
        name = label(question.question, language)
        rows += _result_rows(name, question, words, language)
        rows += [_row(name, "", text) for text in (question.texts if texts else ())]
    for scale in results.scales:
        rows += _result_rows(scale_label(scale.name, words), scale, words, language)
    return rows


def _result_rows(name: str, result: QuestionResult | ScaleResult, words: Words, language: str) -> Iterator[Row]:
    note = why_not(result.why, words)
    for part in (result.whole, *result.groups):
        who = group_name(part.group, words)
        yield _figure_row(name, who, part, note)
        for cell in part.cells:
            if cell.count is not None or cell.place is not None:
                yield _row(name, who, cell_label(cell, language), cell.count, place=cell.place)
            elif not note:
                hidden = words("results-close")
                yield _row(name, who, cell_label(cell, language), note=hidden)


def _figure_row(name: str, who: str, part: Part, note: str) -> Row:
    found = part.figures
    figures = (found.mean, found.median, found.spread, found.low, found.high) if found else (None,) * 5
    return (name, who, None, None, part.n, *figures, None, note)


def _row(
    name: str, who: str, answer: str, count: int | None = None, place: Decimal | None = None, note: str = ""
) -> Row:
    return (name, who, answer, count, None, None, None, None, None, None, place, note)


def _plain(value: Value, language: str) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return number(value, language, "0.######")
    text = str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(_FORMULA) else text


# Machine names


def _question_data(result: QuestionResult, texts: bool) -> dict[str, object]:
    data: dict[str, object] = {"name": result.question.name, "kind": result.question.kind, **_parts_data(result)}
    if texts and result.texts:
        data["texts"] = result.texts
    return data


def _parts_data(result: QuestionResult | ScaleResult) -> dict[str, object]:
    groups = {part.group or "": _part_data(part) for part in result.groups}
    return {"hidden": result.why, "all": _part_data(result.whole), "groups": groups}


def _part_data(part: Part) -> dict[str, object]:
    """Figures as decimal texts, without those that are not shown."""
    found = part.figures
    named = ("mean", "median", "spread", "low", "high")
    figures = {name: getattr(found, name) for name in named if getattr(found, name, None) is not None}
    counts: Mapping[str, object] = {c.name: c.place if c.place is not None else c.count for c in part.cells}
    return {"answered": part.n, **figures, "counts": counts}


def _person_data(form: Form, sheet: Sheet) -> dict[str, object]:
    shown = {question.name for question in shown_questions(form)}
    answers = {key: value for key, value in sheet.answers.items() if name_of(key) in shown}
    return {"name": sheet.name, "group": sheet.group, "day": sheet.sent_on, "answers": answers}
