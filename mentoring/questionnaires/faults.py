"""What is wrong with a form's file: places and reasons, all at once.

A reason is a key of `locales/` with its parameters, so that a curator reads it in Russian; `message` is
the same in English for the command line.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from mentoring.questionnaires.rules_form import nothing

MESSAGES: Mapping[str, str] = {
    "file-too-big": "the file is larger than {limit} KB",
    "file-unpacks-too-big": "the file would unpack to more than {limit} MB",
    "file-too-full": "the file holds more than {limit} cells and pieces of styled text",
    "file-too-heavy": "reading the file takes too long",
    "file-unreadable": "the file cannot be read",
    "file-not-a-form": "this is not a questionnaire file ({name}): send .xlsx, .xls, .csv or .md",
    "file-damaged": "the file is damaged or protected by a password ({reason})",
    "sheet-too-big": "the sheet has more than {rows} rows or {columns} columns",
    "sheet-missing": "there is no sheet named '{sheet}'",
    "sheet-misspelt": "unknown sheet '{found}': did you mean '{meant}'?",
    "sheet-unsupported": "the sheet '{found}' is for data collection in the field; a chat cannot serve it",
    "cell-control": "the cell holds a character that cannot be shown ({code})",
    "cell-too-long": "the cell is longer than {limit} characters",
    "column-unknown": "unknown column '{column}'; a column of your own must begin with x_",
    "column-meant": "unknown column '{column}': did you mean '{meant}'?",
    "column-unsupported": "the column '{column}' is for data collection in the field; a chat cannot serve it",
    "column-missing": "the column '{column}' is missing",
    "column-twice": "the column '{column}' stands twice",
    "form-id-unfit": "the form_id '{name}' must be at most 40 Latin letters, digits, '_', '-' and '.'",
    "no-questions": "the survey sheet has no questions",
    "too-many-questions": "more than {limit} questions",
    "type-unsupported": "the question type '{type}' cannot be asked in a chat",
    "list-missing": "the list '{list}' is not on the choices sheet",
    "name-too-long": "the name is longer than {limit} characters",
    "choice-name-space": "the name '{name}' of a choice of several must not hold spaces",
    "reference-unknown": "'${{{name}}}' is not the name of a question",
    "expression-unreadable": "the expression cannot be read: {reason}",
    "expression-unsupported": "the expression uses '{what}', which questionnaires here do not have",
    "expression-too-long": "the expression is too long",
    "expression-bad-pattern": "the pattern of regex() cannot be read: {reason}",
    "expression-endless-pattern": "the pattern of regex() may take for ever on some answers",
    "expression-circle": "the condition depends on itself: {names}",
    # this bot's own columns and settings
    "own-not-one-of": "'{value}' is none of: {known}",
    "own-not-yes-no": "'{value}' is neither yes nor no",
    "own-not-whole": "'{value}' is not a whole number from {least} to {most}",
    "own-not-number": "'{value}' is not a number",
    "own-not-word": "'{value}' is not one plain word of letters, digits, '_', '-' and '.'",
    "own-reverse-no-number": "the answer to '{name}' is no number, so x_reverse has nothing to turn round",
    "own-code-twice": "a second question with x_code ('{name}'): a person has one code",
    "own-code-not-text": "'{name}' cannot hold the person's code: it must be a text question",
    "anonymous-file": "'{name}' asks for a file: pictures, voices and files give away who answers anonymously",
    "anonymous-moment": "'{name}' records a moment: it gives away who answers anonymously",
    "anonymous-named": "'{name}' puts the answer beside a person's name, in an anonymous questionnaire",
    # said by the reference implementation: the key is for other languages, the words are its own
    **dict.fromkeys(
        (
            "rule-of-xlsform",
            "type-unknown",
            "type-missing",
            "name-missing",
            "name-invalid",
            "name-reserved",
            "name-twice",
            "label-missing",
            "choice-nameless",
            "choice-twice",
            "group-unmatched",
            "calculation-missing",
            "parameter-unknown",
            "parameter-wrong",
        ),
        "{reason}",
    ),
    # warnings
    "merged-cells": "some cells are merged: all but the first of them are read as empty",
    "sheet-ignored": "the sheet '{found}' is not read",
    "expression-unavailable": "{what} needs data that a chat does not have: the expression is not applied",
    "calculation-dropped": "the calculation cannot be read and nothing uses it: it stays empty",
    "choices-from-file": "search() needs a file that a chat does not have: the choices of the list are offered",
    "bare-name": "'{name}' stands without ${{…}} and is read as empty",
    "note-of-xlsform": "{reason}",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing in one place. `row` counts from 1 with the header, 0 when the whole file or sheet is meant."""

    sheet: str
    row: int
    column: str
    key: str
    params: Mapping[str, str] = field(default_factory=nothing)

    @property
    def message(self) -> str:
        """The reason in English."""
        return MESSAGES[self.key].format(**self.params)


class FormFaults(Exception):
    """The file is refused: `faults` in the order of the file, `warnings` as a list of Fault or text."""

    def __init__(self, faults: list[Fault], warnings: list[Fault]) -> None:
        super().__init__(f"{len(faults)} faults")
        self.faults = faults
        self.warnings = warnings
