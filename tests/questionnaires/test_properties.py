"""Whatever happens in whatever order: no error, nothing lost, nothing sent that is not valid."""

from __future__ import annotations

from functools import lru_cache

from hypothesis import example, given, settings
from hypothesis import strategies as st

from mentoring.questionnaires import rules_state as s
from mentoring.questionnaires.catalogue import shipped
from mentoring.questionnaires.rules_engine import apply, ask
from mentoring.questionnaires.rules_form import Form, Kind
from mentoring.questionnaires.rules_reasons import REASONS
from tests.questionnaires.tools import NOW, form_from

EVERYTHING = """
type | name | label | required | relevant | constraint | default | choice_filter | calculation | parameters | appearance
text | who | Кто? | yes | | string-length(.) < 9 | | | | |
integer | n | ${who}, сколько? | | | . < 99 | 3 | | | |
decimal | d | D | | ${n} > 2 | | | | | |
range | r | R | yes | | | | | | start=0 end=4 step=0.5 |
range | far | R | | | | | | | start=0 end=1000 step=1 |
select_one yn | a | A | yes | | | | | | |
select_multiple yn | m | M | ${a} = 'yes' | | count-selected(.) < 3 | | | | |
rank yn | k | K | | selected(${m}, 'no') | | | | | randomize=true |
select_one yn or_other | o | O | | | | | | | |
begin group | g | G ${who} | | ${a} = 'yes' | | | | | |
date | day | День | | | . <= today() | today() | | | |
time | t | Время | | ${day} != '' | | | | | |
dateTime | dt | Миг | | | | now() | | | |
acknowledge | ok | Согласие | yes | | | | | | |
image | pic | Фото | | | | | | | |
file | doc | Файл | | | | | | | |
end group | | | | | | | | | |
begin repeat | rep | Работа | | ${n} > 1 | | | | | |
text | title | Т | yes | | | | | | |
select_one yn | fit | ${title}? | | | | | name = ${a} | | |
end repeat | | | | | | | | | |
calculate | c | | | | | | | count(${title}) * ${n} | |
note | fin | ${c} | | | | | | | |
"""
CHOICES = "list_name | name | label\nyn | yes | Да\nyn | no | Нет\nyn | so | Так себе"


@lru_cache(maxsize=1)
def everything() -> Form:
    return form_from(EVERYTHING, CHOICES)


WORDS = st.one_of(
    st.text(max_size=20),
    st.sampled_from(["да", "нет", "1", "2", "7", "1 и 2", "сегодня", "15:30", "завтра 9:00", "все", "3,5", "так"]),
)
KEYS = st.sampled_from(
    ["who", "n", "a", "m", "k", "g", "title@1", "rep@1", "rep@2", "c", "fin", "@review", "", "x"]
)
CHOICE = st.one_of(st.integers(-3, 12), st.sampled_from(["yes", "no", "so", "other", "OK", "4", "zzz"]))
MAYBE = st.one_of(st.none(), KEYS)
EVENTS = st.one_of(
    st.builds(s.Choose, CHOICE, MAYBE), st.builds(s.Choose, CHOICE), st.builds(s.Toggle, CHOICE),
    st.builds(s.Toggle, CHOICE, MAYBE), st.builds(s.Type, WORDS), st.builds(s.Type, WORDS, MAYBE),
    st.builds(s.Attach, st.sampled_from(["", "f1"]), st.sampled_from(["image", "audio", "file", "?"])),
    st.builds(s.Edit, KEYS), st.just(s.Begin()), st.just(s.ConfirmMany()), st.just(s.Acknowledge()),
    st.just(s.Skip()), st.just(s.Clear()), st.just(s.Back()), st.just(s.ToReview()), st.just(s.Send()),
    st.just(s.Restart()),
)  # fmt: skip
SEVERAL = st.lists(EVENTS, max_size=40)


def check_step(form: Form, before: s.State, event: s.Event) -> s.State:
    """One event, and what must hold after it."""
    after, outcome = apply(form, before, event, NOW, "ru")
    shown = ask(form, after, NOW, "ru")
    assert shown == ask(form, after, NOW, "ru")
    if isinstance(outcome, s.Refused):
        assert outcome.reason in REASONS
    if isinstance(outcome, (s.Refused, s.Ambiguous, s.Accepted)) and not isinstance(event, (s.Restart, s.Begin)):
        assert after.answers == before.answers
    if isinstance(outcome, s.Saved):
        assert after.answers[outcome.name] == outcome.answer
        assert {k: v for k, v in after.answers.items() if k != outcome.name} == {
            k: v for k, v in before.answers.items() if k != outcome.name
        }
    if isinstance(shown, s.QuestionAsk):
        assert 1 <= shown.number <= shown.total
    assert after.sent == (before.sent or isinstance(outcome, s.Sent))
    return after


@given(SEVERAL)
@settings(deadline=None, max_examples=150)
def test_any_events_in_any_order(events: list[s.Event]) -> None:
    state = s.State(seed=3)
    for event in [s.Begin(), *events]:
        state = check_step(everything(), state, event)


@given(SEVERAL)
@settings(deadline=None, max_examples=40)
def test_any_events_before_the_beginning(events: list[s.Event]) -> None:
    state = s.State()
    for event in events:
        state = check_step(everything(), state, event)


ANSWERS = st.dictionaries(
    st.sampled_from([*(q for q in EVERYTHING.replace("|", " ").split() if q.isalnum()), "title@1", "rep@1", "fit@1", "gone"]),
    st.builds(s.Answer, st.one_of(st.none(), st.text(max_size=8), st.sampled_from(["yes", "yes no", "5", "OK"])), st.booleans()),
    max_size=12,
)  # fmt: skip


@given(ANSWERS, st.one_of(st.none(), KEYS), st.booleans(), EVENTS)
@settings(deadline=None, max_examples=200)
def test_any_stored_state_can_be_shown_and_acted_on(
    answers: dict[str, s.Answer], position: str | None, returning: bool, event: s.Event
) -> None:
    state = s.State(answers, position, returning, 0, True, 1)
    ask(everything(), state, NOW, "ru")
    after, _ = apply(everything(), state, event, NOW, "ru")
    ask(everything(), after, NOW, "ru")


def typical(shown: s.QuestionAsk) -> list[s.Event]:
    """An honest answer to any question."""
    kind = shown.kind
    if kind is Kind.RANK:
        return [*(s.Toggle(view.index) for view in shown.choices if not view.selected), s.ConfirmMany()]
    if kind is Kind.MANY:  # the first two, which is what the form takes at most
        wrong = (view.index for view in shown.choices if view.selected != (view.index < 2))
        return [*(s.Toggle(index) for index in wrong), s.ConfirmMany()]
    if shown.choices:
        return [s.Choose(shown.choices[-1].index)]
    by_kind: dict[Kind, s.Event] = {
        Kind.ACKNOWLEDGE: s.Acknowledge(), Kind.IMAGE: s.Attach("f", "image"), Kind.FILE: s.Attach("f", "file"),
        Kind.DATE: s.Type("вчера"), Kind.TIME: s.Type("9:00"), Kind.DATETIME: s.Type("вчера 9:00"),
    }  # fmt: skip
    return [by_kind.get(kind, s.Type("12"))]


@given(SEVERAL)
@example([s.Edit("a"), s.Choose(0)])
@settings(deadline=None, max_examples=60)
def test_from_anywhere_an_honest_person_reaches_the_end(events: list[s.Event]) -> None:
    form = everything()
    state = s.State(seed=3, started=True)
    for event in events:
        if not isinstance(event, s.Send):
            state, _ = apply(form, state, event, NOW)
    for _ in range(120):
        shown = ask(form, state, NOW)
        if isinstance(shown, s.Done):
            return
        steps = typical(shown) if isinstance(shown, s.QuestionAsk) else [s.Send()]
        for event in steps:
            state, _ = apply(form, state, event, NOW)
    raise AssertionError(ask(form, state, NOW))


@given(st.sampled_from(sorted(shipped())), st.sampled_from(["ru", "en"]), SEVERAL)
@settings(deadline=None, max_examples=60)
def test_shipped_forms_stand_anything(form_id: str, language: str, events: list[s.Event]) -> None:
    state = s.State(seed=1, started=True)
    for event in events:
        state = check_step(shipped()[form_id], state, event)
