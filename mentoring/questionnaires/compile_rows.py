"""Where the nodes of pyxform's tree stand in the file: by their place in the groups."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from mentoring.questionnaires.faults import Fault
from mentoring.questionnaires.rules_form import Texts
from mentoring.questionnaires.subset import base_of, column_named, own_column
from mentoring.questionnaires.workbook import Sheet

Path = tuple[str, ...]

_BEGIN = re.compile(r"^begin[ _]", re.IGNORECASE)
_END = re.compile(r"^end[ _]", re.IGNORECASE)
_CODE = re.compile(r"\(([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)\)\s*$")
_LANGUAGES = {"русский": "ru", "russian": "ru", "english": "en", "английский": "en", "eng": "en", "rus": "ru"}


def language_code(written: str) -> str:
    """ "Русский (ru)" is "ru"; a language without a code is its name; "default" is the column without one."""
    found = _CODE.search(written)
    name = found[1].lower() if found else written.strip().lower()
    return "" if name == "default" else _LANGUAGES.get(name, name)


@dataclass(slots=True)
class Rows:
    """The survey sheet by the paths of its questions, and what was found wrong with it."""

    survey: Sheet
    places: dict[Path, tuple[int, dict[str, str]]]
    faults: list[Fault]
    warnings: list[Fault]

    def at(self, path: Path) -> tuple[int, dict[str, str]]:
        """The row's number and cells; (0, {}) for what pyxform made up."""
        return self.places.get(path, (0, {}))

    def fault(self, path: Path, base: str, key: str, **params: str) -> None:
        column = column_named(self.survey, base)
        self.faults.append(Fault(self.survey.name, self.at(path)[0], column, key, params))

    def warn(self, path: Path, base: str, key: str, **params: str) -> None:
        column = column_named(self.survey, base)
        self.warnings.append(Fault(self.survey.name, self.at(path)[0], column, key, params))


def rows_of(survey: Sheet) -> Rows:
    return Rows(survey, dict(_places(survey)), [], [])


def _places(survey: Sheet) -> Iterator[tuple[Path, tuple[int, dict[str, str]]]]:
    kind, name = column_named(survey, "type"), column_named(survey, "name")
    path: Path = ()
    for row, cells in survey.records():
        written = cells.get(kind, "")
        if _END.match(written):
            path = path[:-1]
        elif written or cells.get(name):
            here = (*path, cells.get(name, ""))
            yield here, (row, cells)
            path = here if _BEGIN.match(written) else path


def texts_of(written: Any, default: str) -> Texts:
    """A text of pyxform's tree, a string or a mapping of languages, under language codes."""
    if isinstance(written, dict):
        by_language = {
            language_code(str(key)): str(text) for key, text in written.items() if isinstance(text, str)
        }
        return Texts(by_language, default)
    return Texts({"": str(written)}, default) if written else Texts()


def extras_of(cells: dict[str, str], default: str) -> dict[str, Texts]:
    """The school's own columns (`x_…`) of a row, in their languages."""
    found: dict[str, dict[str, str]] = {}
    for column, cell in cells.items():
        if own_column(column):
            language = column.partition("::")[2]
            found.setdefault(base_of(column), {})[language_code(language) if language else ""] = cell
    return {name: Texts(by_language, default) for name, by_language in found.items()}
