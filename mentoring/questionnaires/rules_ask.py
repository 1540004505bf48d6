"""What to show: a welcome, a question, the review, or that it is done. Pure and derived from the answers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from mentoring.questionnaires.rules_check import options, required_now, scale_values, verify
from mentoring.questionnaires.rules_fit import first_open, fits
from mentoring.questionnaires.rules_form import ATTACHED, EMPTY, MULTIPLE, Form, Kind, Question
from mentoring.questionnaires.rules_live import Live, Step, as_text
from mentoring.questionnaires.rules_render import orphan, piped, step_text
from mentoring.questionnaires.rules_settings import settings_of
from mentoring.questionnaires.rules_state import (
    REVIEW,
    Answer,
    Ask,
    ChoiceView,
    Done,
    Item,
    QuestionAsk,
    Review,
    State,
    Welcome,
)


def ask(form: Form, state: State, now: datetime, language: str = "") -> Ask:
    """The screen for where `state` stands at `now` (aware), in `language` or the form's own."""
    if state.sent:
        return Done(form.title.within(language))
    live = Live(form, state, now)
    if not state.started:
        return _welcome(live, language)
    step = open_step(live, state)
    return _question(live, state, step, language) if step is not None else _review(live, state, language)


def open_step(live: Live, state: State) -> Step | None:
    """The question the person looks at; None for the review."""
    if state.position == REVIEW:
        return None
    if state.position is not None:
        found = next((step for step in live.asked if step.key == state.position), None)
        if found is not None:
            return found
    return first_open(live, state)


def _welcome(live: Live, language: str) -> Welcome:
    form = live.form
    return Welcome(
        title=form.title.within(language),
        questions=len(live.asked),
        minutes=settings_of(form).minutes,
        audience=form.setting("x_audience", language),
    )


def _question(live: Live, state: State, step: Step, language: str) -> QuestionAsk:
    question, asked = step.question, live.asked
    value, suggested = shown_value(live, state, step)
    low, high = _ends(question, language)
    place = next(n for n, one in enumerate(asked) if one.key == step.key)
    required = required_now(live, step)
    unfit = is_unfit(live, state, step)
    keep = value is not None and question.kind is not Kind.ACKNOWLEDGE and not unfit
    return QuestionAsk(
        name=step.key,
        kind=question.kind,
        label=piped(live, step, question.label, language),
        number=place + 1,
        total=len(asked),
        hint=piped(live, step, question.hint, language),
        section=piped(live, step, question.section, language),
        notes=_notes(live, step, language),
        choices=choice_views(live, step, value or "", language),
        value=value,
        value_text=step_text(live, step, value, language) if value is not None else "",
        suggested=suggested,
        keep=keep,
        can_back=place > 0,
        can_skip=not unfit and (keep or not required or step.key in state.answers),
        misfit=unfit and state.position is None,
        round=step.index[-1] if question.kind is Kind.MORE else 0,
        can_clear=value is not None and not suggested and not required,
        required=required,
        returning=state.returning,
        refusals=state.refusals,
        appearance=question.appearance,
        low=low,
        high=high,
        extras=_extras(question, language),
    )


def _extras(question: Question, language: str) -> Mapping[str, str]:
    return {name: texts.within(language) for name, texts in question.extras.items()} if question.extras else EMPTY


def _ends(question: Question, language: str) -> tuple[str, str]:
    """The words that the form's labels give to the first and the last button of a scale."""
    if question.scale is None or not question.choices or not scale_values(question.scale):
        return "", ""
    labels = {choice.name: choice.label.within(language) for choice in question.choices}
    return labels.get(question.scale.start, ""), labels.get(question.scale.end, "")


def is_unfit(live: Live, state: State, step: Step) -> bool:
    """Whether this question has an answer that would not be taken now."""
    answer = state.answers.get(step.key)
    return answer is not None and not fits(live, step, answer)


_NEVER_SUGGESTED = ATTACHED | {Kind.ACKNOWLEDGE}
"""Nobody consents or sends a file by keeping what a form proposed."""


def shown_value(live: Live, state: State, step: Step) -> tuple[str | None, bool]:
    """The stored answer; else the form's default, marked as a suggestion, where it would be taken."""
    answer = state.answers.get(step.key)
    if answer is not None:
        return (None if answer.skipped else _still_offered(live, step, answer.value)), False
    question = step.question
    rule = question.default_expression or question.calculation
    if (rule is None and not question.default) or question.kind in _NEVER_SUGGESTED:
        return None, False
    found = as_text(live.evaluate(rule, question.repeats, step.index)) if rule else question.default
    return (found, True) if found and verify(live, step, found) is None else (None, False)


def _still_offered(live: Live, step: Step, value: str | None) -> str | None:
    """Of several choices those that can still be seen: a hidden one could not be taken out by hand."""
    if not value or step.question.kind not in MULTIPLE:
        return value
    offered = {choice.name for choice in live.choices(step)}
    return " ".join(name for name in value.split() if name in offered)


def choice_views(live: Live, step: Step, value: str, language: str) -> tuple[ChoiceView, ...]:
    """The choices as shown, with those that `value` holds marked."""
    offered = options(live, step, language)
    if not offered:
        return ()
    chosen = value.split() if step.question.kind in MULTIPLE else [value]
    labels = _choice_labels(live, step, language)
    return tuple(
        ChoiceView(place, name, labels.get(name) or label or name, name in chosen)
        for place, (name, label) in enumerate(offered)
    )


def _choice_labels(live: Live, step: Step, language: str) -> dict[str, str]:
    """Labels that hold other answers, put together; nothing for those that do not."""
    found = {}
    for choice in step.question.choices:
        if "${" in choice.label.within(language):
            found[choice.name] = piped(live, step, choice.label, language)
    return found


def _notes(live: Live, step: Step | None, language: str) -> tuple[str, ...]:
    """The notes that stand directly before a question; before nothing: those after the last one."""
    notes: list[str] = []
    for one in live.steps:
        if step is not None and one.key == step.key:
            break
        if one.question.kind is Kind.NOTE:
            notes.append(piped(live, one, one.question.label, language))
        elif one.question.asked:
            notes = []
    return tuple(note for note in notes if note)


def _review(live: Live, state: State, language: str) -> Review:
    items = tuple(_item(live, state, step, language) for step in live.asked)
    return Review(
        title=live.form.title.within(language),
        items=items,
        dropped=_dropped(live, state, language),
        complete=first_open(live, state) is None,
        notes=_notes(live, None, language),
        can_back=bool(items),
    )


def _item(live: Live, state: State, step: Step, language: str) -> Item:
    answer = state.answers.get(step.key)
    value = answer.value if answer is not None else None
    return Item(
        name=step.key,
        label=piped(live, step, step.question.label, language),
        text=step_text(live, step, value, language) if value is not None else "",
        kind=step.question.kind,
        answered=answer is not None,
        skipped=answer is not None and answer.skipped,
        required=required_now(live, step),
        section=piped(live, step, step.question.section, language),
    )


def _dropped(live: Live, state: State, language: str) -> tuple[Item, ...]:
    """Answers that a closed branch has put aside."""
    relevant = {step.key for step in live.steps}
    found = []
    for key, answer in state.answers.items():
        step = orphan(live, key) if key not in relevant and answer.value is not None else None
        if step is not None and step.question.asked:
            found.append(_put_aside(live, step, answer, language))
    return tuple(found)


def _put_aside(live: Live, step: Step, answer: Answer, language: str) -> Item:
    label = piped(live, step, step.question.label, language)
    text = step_text(live, step, answer.value or "", language)
    return Item(step.key, label, text, step.question.kind, answered=True)
