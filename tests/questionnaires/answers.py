"""Answers for the tests' walks: this very one, or any that an honest person may give."""

from __future__ import annotations

from random import Random

from mentoring.questionnaires import rules_state as s
from mentoring.questionnaires.rules_form import ATTACHED, MULTIPLE, Kind

_TEXTS = (
    "Анна Петровна", "математика", "нет", "12", "2", "Стало спокойнее на уроке, дети слышат друг друга.", "ЛИС7042", "абвг",
    "да", "0", "5", "35",
)  # fmt: skip
_TYPED: dict[Kind, tuple[str, ...]] = {
    Kind.INTEGER: ("0", "1", "2", "3", "4", "5", "7", "12", "25", "40"),
    Kind.DECIMAL: ("0", "1,5", "7", "12"),
    Kind.RANGE: ("1", "5", "10", "0"),
    Kind.DATE: ("вчера", "сегодня", "завтра", "1 сентября 2026", "05.03.2027"),
    Kind.TIME: ("9:00", "15:30", "07:05"),
    Kind.DATETIME: ("вчера 9:00", "завтра 15:30"),
}


def given(shown: s.QuestionAsk, answer: s.Answer) -> list[s.Event]:
    """How a person gives this very answer to the question on the screen."""
    if answer.skipped or answer.value is None:
        return [s.Clear()]
    if shown.kind in MULTIPLE:
        return _ticked(shown, answer.value.split())
    if shown.kind is Kind.ACKNOWLEDGE:
        return [s.Acknowledge()]
    if shown.kind in ATTACHED:
        return [s.Attach(answer.value, shown.kind.value)]
    return [s.Choose(answer.value) if shown.choices else s.Type(answer.value)]


def _ticked(shown: s.QuestionAsk, wanted: list[str]) -> list[s.Event]:
    ticked = (shown.value or "").split()
    changed = ticked + wanted if shown.kind is Kind.RANK else [*(set(ticked) ^ set(wanted))]
    return [*(s.Toggle(name) for name in sorted(changed, key=changed.index)), s.ConfirmMany()]


def honest(random: Random, shown: s.QuestionAsk) -> list[s.Event]:
    """An answer that fits the kind of question; the form's own condition may still refuse it."""
    if not shown.required and random.random() < 0.2:
        return [s.Clear()]
    if shown.kind in MULTIPLE:
        names = [view.value for view in shown.choices]
        random.shuffle(names)
        wanted = names if shown.kind is Kind.RANK else names[: random.randint(1, 3)]
        return _ticked(shown, wanted)
    if shown.choices:
        return [s.Choose(random.choice(shown.choices).value)]
    if shown.kind in (Kind.ACKNOWLEDGE, *ATTACHED):
        return given(shown, s.Answer("f1:файл.pdf"))
    return [s.Type(random.choice(_TYPED.get(shown.kind, _TEXTS)))]
