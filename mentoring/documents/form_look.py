"""How a questionnaire looks in Excel: notes on the headers, drop-downs, and a sheet of help beside the form.

Every cell is a text, also the empty ones below: Excel would turn a choice named `5-9` into a day in September.
The help and the lists behind the drop-downs stand on sheets that begin with an underscore, which no reader of
XLSForm looks at. The words are in `templates/questionnaire.*.toml`.
"""

from __future__ import annotations

import io
import re
import tomllib
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import zip_longest
from typing import Any

from mentoring.documents.sheets_out import Column, Writer, legal_titles, writing
from mentoring.people.rules import PAIR_ROLES, Role
from mentoring.questionnaires.rules_settings import Wave
from mentoring.questionnaires.subset import base_of, column_named
from mentoring.questionnaires.workbook import Limits, Sheet

LANGUAGES = ("ru", "en")
TYPES = (
    "text", "integer", "decimal", "range", "date", "time", "dateTime", "note", "acknowledge",
    "begin_group", "end_group", "begin_repeat", "end_repeat", "calculate",
)  # fmt: skip
_LISTED = ("select_one", "select_multiple")

_YES_NO = ("yes", "no")
_ROLES = (*sorted(PAIR_ROLES), "both", *(role for role in Role if role not in PAIR_ROLES))
# What the bot reads in these columns, and nothing else: another value is worth a question in Excel already.
_CLOSED: dict[str, tuple[str, ...]] = {
    "x_wave": tuple(Wave),
    "x_compare": ("change", "beside"),
    **dict.fromkeys(("x_anonymous", "x_reminders", "x_reverse", "x_code"), _YES_NO),
}
_OPEN: dict[str, tuple[str, ...]] = {
    "required": _YES_NO,
    "read_only": _YES_NO,
    "x_role": _ROLES,
    "x_readers": tuple(role for role in Role if role not in PAIR_ROLES),
    "x_register": ("request", "competences", "achievements", "interests", "time"),
    "x_match": ("need", "strength", "subject", "style", "hours", "capacity", "contact", "wish"),
}
_WIDTHS: dict[str, float] = {
    "type": 30, "name": 18, "list_name": 20, "label": 46, "hint": 40, "title": 30, "required": 11, "relevant": 28,
    "constraint": 26, "constraint_message": 36, "required_message": 32, "calculation": 30, "choice_filter": 26,
    "parameters": 30, "default_language": 18, "x_audience": 40, "x_readers": 24, "form_id": 20, "version": 11,
}  # fmt: skip
_WIDTH = 16.0
_HELP_WIDTHS = (30.0, 78.0, 60.0)
_ROWS = Limits().rows
_LINE, _MOST_LINES = 15.0, 27  # points of the default font; Excel's rows end at 409 points
_FIXED_HEIGHT = re.compile(rb'(<row [^>]*) customHeight="1"')  # never within a text: there "<" is escaped
_NOTE_WIDTH, _NOTE_LINE, _NOTE_CHARACTERS = 270, 17, 36  # pixels, pixels, and what fits into one line


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the help; rows are (word, what it means, example)."""

    about: str
    title: str
    rows: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Words:
    """`notes` are by sheet and by the column's name without its language; `example` is a whole form."""

    help_sheet: str
    lists_sheet: str
    languages: tuple[str, ...]
    unusual_title: str
    unusual: str
    notes: Mapping[str, Mapping[str, str]]
    help: tuple[Section, ...]
    example: tuple[Sheet, ...]


@lru_cache(maxsize=len(LANGUAGES))
def words(language: str) -> Words:
    """The words in this language, else in Russian."""
    code = language if language in LANGUAGES else LANGUAGES[0]
    source = files("mentoring.documents") / "templates" / f"questionnaire.{code}.toml"
    said = tomllib.loads(source.read_text("utf-8"))
    return Words(
        said["help_sheet"],
        said["lists_sheet"],
        tuple(said["languages"]),
        said["unusual"]["title"],
        said["unusual"]["text"],
        said["notes"],
        tuple(_section(written) for written in said["help"]),
        tuple(_table(name, written) for name, written in said["example"].items()),
    )


def _section(written: dict[str, Any]) -> Section:
    rows = tuple((word, meaning, example) for word, meaning, example in written["rows"])
    return Section(written["about"], written["title"], rows)


def _table(name: str, written: dict[str, Any]) -> Sheet:
    header = tuple(written["header"])
    return Sheet(name, header, tuple(tuple(row.get(column, "") for column in header) for row in written["rows"]))


def drawn(sheets: Sequence[Sheet], said: Words) -> bytes:
    """The sheets of a form, in the given order, as an .xlsx ready to be edited; equal sheets give equal bytes."""
    target = io.BytesIO()
    *names, help_name, lists_name = legal_titles(
        [*(one.name for one in sheets), said.help_sheet, said.lists_sheet]
    )
    with writing(target) as writer:
        pen = _Pen(writer, said, _lists(sheets), lists_name)
        for name, sheet in zip(names, sheets, strict=True):
            pen.form_sheet(name, sheet)
        pen.help_sheet(help_name)
        pen.lists_sheet()
    return _self_adjusting(target.getvalue())


def _self_adjusting(book: bytes) -> bytes:
    """The same workbook with row heights that are remembered, not fixed: they grow with what is typed.

    Without a height LibreOffice shows one line of a wrapped text; with a fixed one Excel would keep to it.
    """
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
        for part in source.infolist():
            content = source.read(part)
            if part.filename.startswith("xl/worksheets/"):
                content = _FIXED_HEIGHT.sub(rb"\1", content)
            copy.writestr(part, content)
    return target.getvalue()


def _lists(sheets: Sequence[Sheet]) -> dict[str, tuple[str, ...]]:
    """What drop-downs offer that depends on the form: its lists, and the types with these lists."""
    choices = next((sheet for sheet in sheets if sheet.name == "choices"), Sheet("choices", (), ()))
    column = column_named(choices, "list_name")
    found = tuple(dict.fromkeys(cells[column] for _, cells in choices.records() if column in cells))
    chosen = (f"{kind} {name}" for kind in _LISTED for name in found)
    return {"type": (*TYPES, *chosen), "list_name": found}


class _Pen:
    """Draws the sheets of one workbook."""

    def __init__(self, writer: Writer, said: Words, lists: Mapping[str, tuple[str, ...]], lists_name: str) -> None:
        self.writer = writer
        self.said = said
        self.lists = lists
        self.lists_name = lists_name
        top = {"valign": "top", "text_wrap": True, "num_format": "@"}
        self.plain = writer.book.add_format(top)
        self.title = writer.book.add_format(top | {"bold": True, "bg_color": "#E8EEF4", "text_wrap": False})

    def form_sheet(self, title: str, sheet: Sheet) -> None:
        bases = [base_of(column) for column in sheet.header]
        widths = [_WIDTHS.get(base, _WIDTH) for base in bases]
        page = self._page(title, sheet.header, widths)
        if "name" in bases:
            page.freeze_panes(1, bases.index("name") + 1)
        # Notes before the rows below them: a sheet that is written row by row takes nothing for an earlier one.
        self._notes(page, bases, self.said.notes.get(sheet.name, {}))
        for number, row in enumerate(sheet.rows, start=1):
            self._row(page, number, row, widths)
        for place, base in enumerate(bases):
            self._drop_down(page, place, base)

    def _notes(self, page: Any, bases: Sequence[str], notes: Mapping[str, str]) -> None:
        for place, base in enumerate(bases):
            if base in notes:
                page.write_comment(0, place, notes[base], _note_size(notes[base]))

    def help_sheet(self, title: str) -> None:
        page = self._page(title, (), _HELP_WIDTHS)
        for number, (cells, style) in enumerate(self._help_lines()):
            self._row(page, number, cells, _HELP_WIDTHS, style)

    def _help_lines(self) -> Iterator[tuple[Sequence[str], Any]]:
        for section in self.said.help:
            yield (section.title, "", ""), self.title
            yield from ((row, None) for row in section.rows)
            yield (), None

    def lists_sheet(self) -> None:
        widths = [_WIDTH] * len(self.lists)
        page = self._page(self.lists_name, tuple(self.lists), widths)
        for number, row in enumerate(zip_longest(*self.lists.values(), fillvalue=""), start=1):
            self._row(page, number, row, widths)
        page.hide()

    def _page(self, title: str, header: Sequence[str], widths: Sequence[float]) -> Any:
        columns = [Column(name, width) for name, width in zip(header, widths, strict=False)]
        page = self.writer.page(title, columns)
        for place, width in enumerate(widths):
            page.set_column(place, place, width, self.plain)
        page.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        return page

    def _row(
        self, page: Any, number: int, cells: Sequence[str], widths: Sequence[float], style: Any = None
    ) -> None:
        lines = 1 if style else max(map(_lines, cells, widths), default=1)
        if lines > 1:
            page.set_row(number, min(lines, _MOST_LINES) * _LINE)
        for place, cell in enumerate(cells):
            if cell or style:
                page.write_string(number, place, cell, style or self.plain)

    def _drop_down(self, page: Any, place: int, base: str) -> None:
        offered = self._offered(base)
        if offered:
            closed = base in _CLOSED
            rule = {
                "validate": "list",
                "source": offered,
                "error_type": "warning",
                "show_error": closed,
                "error_title": self.said.unusual_title,
                "error_message": self.said.unusual,
            }
            page.data_validation(1, place, _ROWS, place, rule)

    def _offered(self, base: str) -> str | list[str]:
        """The values, or where on the sheet of lists they stand; empty when any text is as good."""
        if base == "default_language":
            return list(self.said.languages)
        if base not in self.lists:
            return list(_CLOSED.get(base) or _OPEN.get(base, ()))
        column = "ABCDEFGH"[list(self.lists).index(base)]
        last = len(self.lists[base]) + 1
        return f"='{self.lists_name}'!${column}$2:${column}${last}" if self.lists[base] else ""


def _lines(text: str, width: float) -> int:
    """How many lines the text takes in a column of this width, rather one too many than one too few."""
    return sum(1 + int(len(line) / (width * 0.9)) for line in text.split("\n"))


def _note_size(text: str) -> dict[str, Any]:
    lines = len(text) // _NOTE_CHARACTERS + 2
    return {"width": _NOTE_WIDTH, "height": lines * _NOTE_LINE, "font_size": 9, "author": ""}
