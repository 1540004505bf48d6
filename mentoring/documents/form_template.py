"""The spreadsheet a methodologist fills in to make a questionnaire without knowing XLSForm."""

from __future__ import annotations

from mentoring.documents.form_look import drawn, words


def template(language: str) -> bytes:
    """An .xlsx with a small working example of each common kind and the help beside it.

    `language` is of the words, "ru" or "en" (Russian for any other). The file is a valid form as it is.
    """
    said = words(language)
    return drawn(said.example, said)
