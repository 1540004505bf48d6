"""Reading a questionnaire: a file in, the frozen form or all that is wrong with it out."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from typing import Any

from mentoring.questionnaires.compile_form import compile_nodes
from mentoring.questionnaires.compile_rows import Rows, extras_of, language_code, rows_of, texts_of
from mentoring.questionnaires.faults import Fault, FormFaults
from mentoring.questionnaires.loops import circles
from mentoring.questionnaires.own_columns import own_faults, own_warnings
from mentoring.questionnaires.own_questions import question_faults
from mentoring.questionnaires.reference import read_reference
from mentoring.questionnaires.rules_form import Form, Texts
from mentoring.questionnaires.subset import base_of, by_name, check_subset
from mentoring.questionnaires.workbook import Limits, Sheet, read_workbook

__all__ = ["Fault", "FormFaults", "Limits", "read_form", "read_with_warnings"]


def read_form(name: str, data: bytes, limits: Limits | None = None) -> Form:
    """The form in the file `name` (its ending tells Markdown from CSV) with content `data`.

    Raises FormFaults with every fault by sheet, row (from 1, header included) and column.
    """
    return read_with_warnings(name, data, limits)[0]


def read_with_warnings(name: str, data: bytes, limits: Limits | None = None) -> tuple[Form, list[Fault]]:
    """As `read_form`, with what is odd but harmless."""
    limits = limits or Limits()
    sheets, warnings = read_workbook(name, data, limits)
    faults, odd = check_subset(sheets, limits)
    form = by_name(sheets)
    warnings += [*odd, *own_warnings(form)]
    if "survey" not in form or any(fault.key == "no-questions" for fault in faults):
        raise FormFaults(faults, warnings)
    return _compiled(name, form, faults, warnings, limits)


def _compiled(
    name: str, sheets: dict[str, Sheet], faults: list[Fault], warnings: list[Fault], limits: Limits
) -> tuple[Form, list[Fault]]:
    """Faults of our own columns stop nothing, so that they are told together with whatever else is found."""
    reading = read_reference(sheets)
    warnings += reading.warnings
    own = list(own_faults(sheets))
    faults = _together(faults, reading.faults)
    if reading.tree is None or faults:
        raise FormFaults(
            _in_order(faults + own) or [Fault("", 0, "", "sheet-missing", {"sheet": "survey"})], warnings
        )
    rows = rows_of(sheets["survey"])
    form = _form(name, sheets, reading.tree, rows)
    warnings += rows.warnings
    faults = _in_order([*rows.faults, *circles(form.questions, rows), *own, *question_faults(form, rows)])
    if len(form.questions) > limits.questions:
        faults.append(Fault(rows.survey.name, 0, "", "too-many-questions", {"limit": str(limits.questions)}))
    if faults:
        raise FormFaults(faults, warnings)
    return form, warnings


def _form(name: str, sheets: dict[str, Sheet], tree: dict[str, Any], rows: Rows) -> Form:
    """The form as it stands; what is wrong with its questions is added to `rows`."""
    settings = _settings(sheets.get("settings"))
    default = language_code(settings["default_language"]) if settings.get("default_language") else ""
    return Form(
        form_id=settings.get("form_id") or settings.get("id_string") or _stem(name),
        title=_title(sheets.get("settings"), default) or Texts({"": _stem(name)}),
        version=_version(sheets),
        nodes=compile_nodes(tree, rows, default),
        languages=_languages(sheets, default),
        default_language=default,
        extras=extras_of(settings, default),
        declared_version=settings.get("version", ""),
    )


def _together(ours: list[Fault], theirs: Iterable[Fault]) -> list[Fault]:
    """Both lists without saying twice that one row is wrong, nor what follows from it without a place."""
    told = {(fault.sheet, fault.row) for fault in ours}
    added = (fault for fault in theirs if (fault.sheet, fault.row) not in told and (fault.row or not ours))
    return _in_order([*ours, *added])


def _in_order(faults: Iterable[Fault]) -> list[Fault]:
    return sorted(faults, key=lambda fault: (fault.sheet != "survey", fault.sheet, fault.row))


def _settings(sheet: Sheet | None) -> dict[str, str]:
    """The first filled row of the settings sheet, by plain column names (own columns keep theirs)."""
    rows = [cells for _, cells in sheet.records() if cells] if sheet else []
    first = rows[0] if rows else {}
    plain = {base_of(column): cell for column, cell in first.items() if "::" not in column}
    return {**plain, **{column: cell for column, cell in first.items() if "::" in column}}


def _title(sheet: Sheet | None, default: str) -> Texts:
    texts = {}
    for column, cell in _settings(sheet).items():
        if base_of(column) in ("title", "form_title", "set_form_title"):
            language = column.partition("::")[2]
            texts[language_code(language) if language else ""] = cell
    return texts_of(texts, default) if texts else Texts()


def _stem(name: str) -> str:
    """The file's name without its ending, as an identifier."""
    stem = re.split(r"[/\\]", name)[-1].rpartition(".")[0] or name
    return re.sub(r"[^\w.-]+", "_", stem)[:60] or "form"


def _languages(form: dict[str, Sheet], default: str) -> tuple[str, ...]:
    """The codes of all languages of the columns, the form's own first."""
    columns = (column for sheet in form.values() for column in sheet.header if "::" in column)
    found = [language_code(re.split("::", column)[-1]) for column in columns if base_of(column) in _TRANSLATED]
    return tuple(dict.fromkeys([code for code in (default, *found) if code]))


_TRANSLATED = frozenset({"label", "hint", "guidance_hint", "constraint_message", "required_message"})


def _version(form: dict[str, Sheet]) -> str:
    """SHA-256 of what the sheets say: the same for the same words in .md and .xlsx, in any order of columns."""
    said = {name: [sorted(cells.items()) for _, cells in sheet.records() if cells] for name, sheet in form.items()}
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
