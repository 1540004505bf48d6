"""The engine's vocabulary: where a person stands, what may happen, what comes of it, what to show. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from mentoring.questionnaires.rules_form import Kind, nothing

REVIEW = "@review"
"""The explicit position of somebody who looks at the summary before everything is answered."""

MORE_YES = "more-yes"
MORE_NO = "more-no"
"""Keys of `locales/`: the two answers to "one more?" are the bot's words, not the form's."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A canonical value, or the fact that the question was passed over."""

    value: str | None = None
    skipped: bool = False


@dataclass(frozen=True, slots=True)
class State:
    """One person's way through one form; every field is a column of the `submissions` row.

    `answers` also keeps what branching has hidden: it comes back if the branch does, and is never sent.
    `position` is set only while the person looks at something else than the next open question.
    """

    answers: Mapping[str, Answer] = field(default_factory=nothing)
    position: str | None = None
    returning: bool = False
    refusals: int = 0
    started: bool = False
    seed: int = 0
    sent: bool = False


# --- events -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Begin:
    """Leaves the welcome screen; later: go on with the first open question."""


@dataclass(frozen=True, slots=True)
class Choose:
    """A pressed choice, by its index in what was shown or by its value. `question` guards stale buttons."""

    choice: int | str
    question: str | None = None


@dataclass(frozen=True, slots=True)
class Toggle:
    """A pressed choice of a question with several answers (or the next place of a ranking)."""

    choice: int | str
    question: str | None = None


@dataclass(frozen=True, slots=True)
class ConfirmMany:
    question: str | None = None


@dataclass(frozen=True, slots=True)
class Type:
    """Words typed by hand."""

    text: str
    question: str | None = None


@dataclass(frozen=True, slots=True)
class Attach:
    """A file that the store has already kept: its reference and media kind ("image", "audio", …)."""

    reference: str
    kind: str = "file"
    question: str | None = None


@dataclass(frozen=True, slots=True)
class Acknowledge:
    question: str | None = None


@dataclass(frozen=True, slots=True)
class Skip:
    """Pass over, or keep the answer (or default) that the question already shows, if it still fits."""

    question: str | None = None


@dataclass(frozen=True, slots=True)
class Clear:
    """Take back the answer to an optional question and pass over it."""

    question: str | None = None


@dataclass(frozen=True, slots=True)
class Back:
    """To the question before, to any depth."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Change one answer from the review and come back to it.

    `name` is an item's `name`, or its place in the review from "0": names may be too long for a button.
    """

    name: str


@dataclass(frozen=True, slots=True)
class ToReview:
    pass


@dataclass(frozen=True, slots=True)
class Send:
    pass


@dataclass(frozen=True, slots=True)
class Restart:
    """Forget all answers of this unsent questionnaire. Whoever offers it asks for confirmation first."""


Event = (
    Begin
    | Choose
    | Toggle
    | ConfirmMany
    | Type
    | Attach
    | Acknowledge
    | Skip
    | Clear
    | Back
    | Edit
    | ToReview
    | Send
    | Restart
)

# --- outcomes -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Accepted:
    """The person moved; no answer changed."""


@dataclass(frozen=True, slots=True)
class Saved:
    """An answer was stored under `name`."""

    name: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Refused:
    """Nothing was stored. `reason` is a key of `rules_reasons`; `text` is the form's own message.

    `refusals` counts those in a row for the open question, so that an example (from 2) and a way round
    (from 4) can be offered.
    """

    reason: str
    params: Mapping[str, str] = field(default_factory=nothing)
    text: str = ""
    refusals: int = 0


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """A choice as shown: `index` counts from 0 among those that the filter let through."""

    index: int
    value: str
    label: str
    selected: bool = False


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """The words fit several choices: ask back with these."""

    name: str
    candidates: tuple[ChoiceView, ...]
    refusals: int = 0


@dataclass(frozen=True, slots=True)
class Sent:
    """The final answers: relevant questions and calculations only; a skipped question is None."""

    answers: Mapping[str, str | None]


Outcome = Accepted | Saved | Refused | Ambiguous | Sent

# --- what to show -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Welcome:
    """`minutes` and `audience` are the form's own settings (0 and empty when it has none)."""

    title: str
    questions: int
    minutes: int
    audience: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuestionAsk:
    """One question, ready to be drawn, in one language.

    `name` is the key of its answer; `number` and `total` count the questions asked on this branch.
    `value` is the stored answer or the default (then `suggested`). `keep` says that Skip keeps `value`;
    otherwise `can_skip` passes over. `low` and `high` are the words at the ends of a scale.
    Of kind MORE, `label` is the repeat's own, `round` the one it would be (from 1; 0 elsewhere), and the labels
    of the choices (and `value_text`) are MORE_YES and MORE_NO.
    `misfit`: asked again because another answer has made `value` (or passing over) impossible.
    """

    name: str
    kind: Kind
    label: str
    number: int
    total: int
    hint: str = ""
    section: str = ""
    notes: tuple[str, ...] = ()
    choices: tuple[ChoiceView, ...] = ()
    value: str | None = None
    value_text: str = ""
    suggested: bool = False
    keep: bool = False
    can_back: bool = False
    can_skip: bool = False
    can_clear: bool = False
    required: bool = False
    returning: bool = False
    misfit: bool = False
    round: int = 0
    refusals: int = 0
    appearance: str = ""
    low: str = ""
    high: str = ""
    extras: Mapping[str, str] = field(default_factory=nothing)


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the review. `text` is the answer in words, of kind MORE a key; empty when skipped or open."""

    name: str
    label: str
    text: str
    kind: Kind
    answered: bool = False
    skipped: bool = False
    required: bool = False
    section: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """`dropped` were answered before a branch closed over them: shown as such, never sent."""

    title: str
    items: tuple[Item, ...]
    dropped: tuple[Item, ...] = ()
    complete: bool = False
    notes: tuple[str, ...] = ()
    can_back: bool = True


@dataclass(frozen=True, slots=True)
class Done:
    title: str


Ask = Welcome | QuestionAsk | Review | Done
