"""How a questionnaire looks: one question a screen, buttons wherever a button can answer."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.screens import Button, Draft, Reply, pager, press
from mentoring.questionnaires.rules_form import ATTACHED, MULTIPLE, Kind
from mentoring.questionnaires.rules_state import (
    Ambiguous,
    ChoiceView,
    Done,
    Item,
    Outcome,
    QuestionAsk,
    Refused,
    Review,
    Send,
    Welcome,
)
from mentoring.questionnaires.service import View
from mentoring.texts import Raw, Words, say

SEND = Send()
LABEL = 34  # a longer label does not fit a telephone's button: then the text lists them and buttons have numbers
ITEMS = 10
ANSWER_CUT = 160
_EXAMPLES = {Kind.DATE, Kind.TIME, Kind.DATETIME, Kind.INTEGER, Kind.DECIMAL, Kind.ONE, Kind.MANY, Kind.RANGE}


def screen(view: View, notes: tuple[Words, ...] = (), *, page: int = 0, pressed: bool = False) -> Reply:
    """The screen for where the person stands. A refusal of a press is a word on top; of words, a line above."""
    draft = Draft([*notes, say("form-trial")] if view.trial else list(notes))
    refusal = _refusal(view.outcome)
    if not pressed:
        draft.parts += refusal
    asked = view.ask
    if isinstance(asked, Welcome):
        _welcome(draft, view, asked)
    elif isinstance(asked, QuestionAsk):
        _question(draft, view, asked)
    elif isinstance(asked, Review):
        _review(draft, view, asked, page)
    else:
        _done(draft, asked)
    if view.apart is not None:
        draft.text("form-about", names=", ".join(view.apart.names))
    return draft.reply(toast=refusal[0] if pressed and refusal else None)


def newer(view: View) -> Reply:
    """The questionnaire has a later version: go over with what fits, or finish the one begun."""
    found = view.newer
    assert found is not None
    draft = Draft().text("form-newer", title=Raw(view.title), kept=found.kept, total=found.total)
    draft.button("button-carry", "f.carry", view.submission_id, view.rev)
    draft.button("button-finish-old", "f.stay", view.submission_id)
    return draft.button("button-later", "f.later", view.submission_id).reply()


def trial_over(view: View) -> Reply:
    draft = Draft().text("form-trial-over", title=Raw(view.title))
    return draft.button("button-form-card", "q.form", view.form_id).button("button-home", "home").reply()


def _refusal(outcome: Outcome) -> list[Words]:
    if isinstance(outcome, Refused):
        return [Raw(outcome.text) if outcome.text else say(outcome.reason, **outcome.params)]
    if isinstance(outcome, Ambiguous):
        return [say("answer-ambiguous", options=", ".join(f"«{c.label}»" for c in outcome.candidates))]
    return []


def _data(view: View, what: str, which: object = "") -> tuple[object, ...]:
    return ("a", view.submission_id, view.rev, what, which)


def _welcome(draft: Draft, view: View, asked: Welcome) -> None:
    draft.text("form-welcome", title=asked.title, questions=asked.questions, minutes=asked.minutes or 1)
    draft.parts += [Raw(note) for note in asked.notes]
    if view.apart is not None and view.apart.readers:
        draft.text(f"form-audience-{'-'.join(sorted(view.apart.readers))}")
    elif asked.audience:
        draft.text("form-audience", audience=asked.audience)
    if view.anonymous:
        draft.text("form-anonymous")
    draft.text("form-pause")
    draft.button("button-begin", *_data(view, "g")).button("button-later", "f.later", view.submission_id)


def _question(draft: Draft, view: View, asked: QuestionAsk) -> None:
    _asking(draft, asked)
    _answers(draft, view, asked)
    if asked.value_text and asked.kind not in (Kind.MANY, Kind.RANK):
        key = "question-suggested" if asked.suggested else "question-value"
        draft.text(key, value=_words(asked.kind, asked.value_text))
    if asked.refusals >= 2 and asked.kind in _EXAMPLES:
        draft.text(f"example-{asked.kind.value.replace('_', '-')}")
    if asked.refusals >= 4:
        draft.text("way-round")
    _navigation(draft, view, asked)


def _asking(draft: Draft, asked: QuestionAsk) -> None:
    """Which question of how many, and the question itself."""
    draft.parts += [Raw(note) for note in asked.notes]
    head = {"number": asked.number, "total": asked.total}
    if asked.section:
        draft.text("question-head-section", section=asked.section, **head)
    else:
        draft.text("question-head", **head)
    if asked.misfit:
        draft.text("question-misfit")
    if asked.kind is Kind.MORE:
        draft.text("more-again" if asked.round > 1 else "more-first", label=asked.label)
    else:
        draft.text("question", label=asked.label)
    if asked.hint:
        draft.text("question-hint", hint=asked.hint)


def _answers(draft: Draft, view: View, asked: QuestionAsk) -> None:
    """The buttons that answer; a question without any is answered by typing."""
    if asked.kind is Kind.RANGE:
        _scale(draft, view, asked)
    elif asked.choices:
        _choices(draft, view, asked)
    elif asked.kind is Kind.ACKNOWLEDGE:
        draft.button("button-acknowledge", *_data(view, "k"))
    else:
        draft.text(f"question-{asked.kind}" if asked.kind in ATTACHED else "question-typed")


def _words(kind: Kind, text: str) -> Words:
    """Yes and no to another round have no words in the form: they are the chat's own."""
    return say(text) if kind is Kind.MORE else Raw(_cut(text))


def _scale(draft: Draft, view: View, asked: QuestionAsk) -> None:
    if asked.low or asked.high:
        ends = {"first": asked.choices[0].value, "last": asked.choices[-1].value}
        draft.text("question-ends", low=asked.low, high=asked.high, **ends)
    buttons = [press(f"• {c.value}" if c.selected else c.value, *_data(view, "c", c.index)) for c in asked.choices]
    for i in range(0, len(buttons), 5):
        draft.row(*buttons[i : i + 5])


def _choices(draft: Draft, view: View, asked: QuestionAsk) -> None:
    many = asked.kind in (Kind.MANY, Kind.RANK)
    what = "t" if many else "c"
    if asked.kind is Kind.MORE:
        rows = [[press(_words(asked.kind, c.label), *_data(view, what, c.index)) for c in asked.choices]]
    elif max(len(c.label) for c in asked.choices) > LABEL:
        draft.words(Raw("\n".join(f"{c.index + 1}. {c.label}" for c in asked.choices)))
        buttons = [press(_marked(str(c.index + 1), c, many), *_data(view, what, c.index)) for c in asked.choices]
        rows = [buttons[i : i + 5] for i in range(0, len(buttons), 5)]
    else:
        rows = _packed(view, asked.choices, what, many)
    for row in rows:
        draft.row(*row)
    if many:
        if asked.value_text:
            draft.text("question-chosen", value=_cut(asked.value_text))
        draft.button("button-chosen", *_data(view, "m"))


def _packed(view: View, choices: Sequence[ChoiceView], what: str, many: bool) -> list[list[Button]]:
    """Short labels two in a row, long ones alone."""
    width = 2 if max(len(c.label) for c in choices) <= 14 and len(choices) > 3 else 1
    buttons = [press(_marked(c.label, c, many), *_data(view, what, c.index)) for c in choices]
    return [buttons[i : i + width] for i in range(0, len(buttons), width)]


def _marked(label: str, choice: ChoiceView, many: bool) -> str:
    if many:
        return f"{'☑' if choice.selected else '☐'} {label}"
    return f"• {label}" if choice.selected else label


def _navigation(draft: Draft, view: View, asked: QuestionAsk) -> None:
    """Back, skip, later: two a row, whichever there are."""
    buttons = []
    if asked.can_back:
        buttons.append(press(say("button-back"), *_data(view, "b")))
    if asked.keep and asked.kind not in MULTIPLE:
        buttons.append(press(say("button-leave"), *_data(view, "s")))
    elif asked.can_skip and not asked.keep:
        buttons.append(press(say("button-skip"), *_data(view, "s")))
    if asked.can_clear:
        buttons.append(press(say("button-clear"), *_data(view, "x")))
    last = press(say("button-later"), "f.later", view.submission_id)
    buttons.append(press(say("button-review"), *_data(view, "r")) if asked.returning else last)
    for i in range(0, len(buttons), 2):
        draft.row(*buttons[i : i + 2])


def _review(draft: Draft, view: View, asked: Review, page: int) -> None:
    pages = max(1, -(-len(asked.items) // ITEMS))
    page = min(max(page, 0), pages - 1)
    start = page * ITEMS
    shown = asked.items[start : start + ITEMS]
    draft.text("review-head", title=asked.title, first=start + 1, last=start + len(shown), total=len(asked.items))
    for number, item in enumerate(shown, start + 1):
        draft.words(_item(number, item))
    if asked.dropped and page == pages - 1:
        draft.text("review-dropped", count=len(asked.dropped))
    draft.parts += [Raw(note) for note in asked.notes]
    edits = [press(f"✎ {n}", *_data(view, "e", n - 1)) for n in range(start + 1, start + len(shown) + 1)]
    for i in range(0, len(edits), 5):
        draft.row(*edits[i : i + 5])
    draft.row(*pager(page, pages, "f.page", view.submission_id))
    if asked.complete:
        draft.button("button-send", *_data(view, "z"))
    else:
        draft.text("review-incomplete").button("button-go-on", *_data(view, "g"))
    draft.row(
        press(say("button-back"), *_data(view, "b")), press(say("button-later"), "f.later", view.submission_id)
    )


def _item(number: int, item: Item) -> Words:
    answer: Words = say("review-skipped" if item.skipped else "review-open")
    if item.text:
        answer = _words(item.kind, item.text)
    return say("review-item", number=number, label=item.label, answer=answer)


def _cut(text: str) -> str:
    return text if len(text) <= ANSWER_CUT else text[: ANSWER_CUT - 1] + "…"


def _done(draft: Draft, asked: Done) -> None:
    draft.text("form-done", title=asked.title).button("button-home", "home")
