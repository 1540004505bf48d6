"""Refusals of the programme: a key into `locales/` and its parameters, never a finished sentence."""

from __future__ import annotations


class ProgrammeError(Exception):
    """A use case says no; the one place that renders errors turns `key` into kind words.

    `params` fill the text's placeholders. They are shown to the person who asked, so they may hold what
    that person typed; they are never logged.
    """

    def __init__(self, key: str, **params: object) -> None:
        super().__init__(key)
        self.key = key
        self.params = params
