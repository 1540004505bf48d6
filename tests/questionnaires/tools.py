"""Forms and walks for the tests of questionnaires."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from mentoring.questionnaires.rules_engine import apply, ask
from mentoring.questionnaires.rules_form import Form
from mentoring.questionnaires.rules_state import (
    Ask,
    Begin,
    Event,
    Outcome,
    QuestionAsk,
    Review,
    State,
)
from mentoring.questionnaires.xlsform import read_form

NOW = datetime(2026, 9, 7, 10, 30, tzinfo=timezone(timedelta(hours=3)))


def form_from(survey: str, choices: str = "", settings: str = "") -> Form:
    """A form from rows of cells without the leading pipe: "text | a | A"."""
    return read_form("test.md", source(survey, choices, settings))


def source(survey: str, choices: str = "", settings: str = "") -> bytes:
    """The same as a file in Markdown."""
    tables = (("survey", survey), ("choices", choices), ("settings", settings))
    return "\n".join(table(name, rows) for name, rows in tables if rows.strip()).encode()


def table(name: str, rows: str) -> str:
    lines = [line.strip() for line in rows.strip().splitlines()]
    return "\n".join([f"| {name} |", *(f"| | {line} |" for line in lines)])


class Walk:
    """One person filling one form in."""

    def __init__(self, form: Form, language: str = "", seed: int = 7, begin: bool = True) -> None:
        self.form = form
        self.language = language
        self.state = State(seed=seed)
        self.outcome: Outcome | None = None
        if begin:
            self.do(Begin())

    def do(self, *events: Event) -> Outcome:
        for event in events:
            self.state, self.outcome = apply(self.form, self.state, event, NOW, self.language)
        assert self.outcome is not None
        return self.outcome

    @property
    def screen(self) -> Ask:
        return ask(self.form, self.state, NOW, self.language)

    @property
    def question(self) -> QuestionAsk:
        screen = self.screen
        assert isinstance(screen, QuestionAsk), screen
        return screen

    @property
    def review(self) -> Review:
        screen = self.screen
        assert isinstance(screen, Review), screen
        return screen

    def value(self, name: str) -> str | None:
        answer = self.state.answers.get(name)
        return answer.value if answer else None
