"""Conditions, calculations, repeats, filters, piping, chance: what a form may make of earlier answers."""

from __future__ import annotations

from mentoring.questionnaires import rules_reasons as reasons
from mentoring.questionnaires.rules_form import Form
from mentoring.questionnaires.rules_state import (
    Answer,
    Back,
    Choose,
    ConfirmMany,
    Edit,
    Refused,
    Saved,
    Send,
    Sent,
    Skip,
    State,
    Toggle,
    Type,
)
from tests.questionnaires.tools import Walk, form_from

YES_NO = "list_name | name | label\nyn | yes | Да\nyn | no | Нет"


def branching() -> Form:
    return form_from(
        """
        type | name | label | relevant | required
        select_one yn | been | Уже? | | yes
        begin group | past | Прошлое | ${been} = 'yes' |
        text | where | Где? | | yes
        select_one yn | liked | Понравилось? | ${where} != '' | yes
        end group | | | |
        text | hopes | Надежды | ${liked} = 'no' or ${been} = 'no' | yes
        """,
        YES_NO,
    )


def test_total_is_recounted_when_a_branch_opens() -> None:
    walk = Walk(branching())
    assert (walk.question.number, walk.question.total) == (1, 1)
    walk.do(Choose("yes"))
    assert (walk.question.name, walk.question.number, walk.question.total) == ("where", 2, 2)
    assert walk.question.section == "Прошлое"
    walk.do(Type("В лицее"))
    assert (walk.question.name, walk.question.number, walk.question.total) == ("liked", 3, 3)
    walk.do(Choose("yes"))
    assert [item.name for item in walk.review.items] == ["been", "where", "liked"]


def test_a_closed_branch_is_set_aside_shown_and_not_sent_and_comes_back() -> None:
    walk = Walk(branching())
    walk.do(Choose("yes"), Type("В лицее"), Choose("no"), Type("Покой"), Edit("been"), Choose("no"))
    review = walk.review
    assert [item.name for item in review.items] == ["been", "hopes"]
    assert [(item.name, item.text) for item in review.dropped] == [("where", "В лицее"), ("liked", "Нет")]
    again = Walk(branching())
    again.state = walk.state
    sent = walk.do(Send())
    assert sent == Sent({"been": "no", "hopes": "Покой"})
    again.do(Edit("been"), Choose("yes"))
    assert [item.text for item in again.review.items] == ["Да", "В лицее", "Нет", "Покой"]


def test_an_irrelevant_answer_counts_as_empty_for_later_conditions() -> None:
    walk = Walk(branching())
    walk.do(Choose("yes"), Type("В лицее"), Choose("no"))
    assert walk.question.name == "hopes"
    walk.do(Edit("been"), Choose("no"))
    assert "liked" in walk.state.answers
    assert walk.question.name == "hopes"  # still open, now because of "no"


def test_edit_that_opens_a_branch_asks_it_before_the_review() -> None:
    walk = Walk(branching())
    walk.do(Choose("no"), Type("Покой"), Edit("been"), Choose("yes"))
    assert walk.question.name == "where"


def test_cursor_on_a_question_whose_branch_has_closed_falls_back() -> None:
    walk = Walk(branching())
    walk.state = State({"been": Answer("no")}, position="where", started=True)
    assert walk.question.name == "hopes"


def test_required_may_depend_on_answers_and_has_its_own_message() -> None:
    form = form_from(
        """
        type | name | label | required | required_message
        select_one yn | been | Уже? | yes |
        text | where | Где? | ${been} = 'yes' | Без этого никак, ${been}
        """,
        YES_NO,
    )
    walk = Walk(form)
    walk.do(Choose("no"))
    assert walk.question.can_skip
    walk.do(Back(), Choose("yes"))
    assert not walk.question.can_skip
    assert walk.do(Skip()) == Refused(reasons.REQUIRED, {}, "Без этого никак, Да", 1)


def test_sending_checks_what_became_required_later() -> None:
    form = form_from(
        """
        type | name | label | required
        select_one yn | been | Уже? | yes
        text | where | Где? | ${been} = 'yes'
        """,
        YES_NO,
    )
    walk = Walk(form)
    walk.do(Choose("no"), Skip(), Edit("been"), Choose("yes"))
    assert walk.do(Send()) == Refused(reasons.NO_LONGER_VALID, {"label": "Где?"})
    assert walk.question.name == "where"


def test_constraint_may_look_at_other_answers() -> None:
    form = form_from(
        """
        type | name | label | constraint
        integer | age | Возраст |
        integer | years | Стаж | . <= ${age} - 18
        """
    )
    walk = Walk(form)
    walk.do(Type("30"))
    assert walk.do(Type("13")) == Refused(reasons.CONSTRAINT, {}, "", 1)
    assert walk.do(Type("12")) == Saved("years", Answer("12"))


def test_dates_compare_with_today_in_the_zone_of_now() -> None:
    form = form_from("type | name | label | constraint\ndate | d | Дата | . <= today()")
    walk = Walk(form)
    assert walk.do(Type("завтра")) == Refused(reasons.CONSTRAINT, {}, "", 1)
    assert walk.do(Type("сегодня")) == Saved("d", Answer("2026-09-07"))


def test_calculations_feed_conditions_and_are_sent() -> None:
    form = form_from(
        """
        type | name | label | relevant | calculation
        integer | a | A | |
        integer | b | B | |
        calculate | total | | | ${a} + ${b}
        text | big | Много? | ${total} > 10 |
        note | shown | Всего ${total} | |
        """
    )
    walk = Walk(form)
    walk.do(Type("7"), Type("4"))
    assert walk.question.name == "big"
    walk.do(Type("да"))
    assert walk.review.notes == ("Всего 11",)
    assert walk.do(Send()) == Sent({"a": "7", "b": "4", "total": "11", "big": "да"})


def test_default_may_be_computed_from_answers() -> None:
    form = form_from(
        """
        type | name | label | default
        text | a | A |
        text | b | B | ${a}
        """
    )
    walk = Walk(form)
    walk.do(Type("слово"))
    assert (walk.question.value, walk.question.suggested) == ("слово", True)
    assert walk.do(Skip()) == Saved("b", Answer("слово"))


def test_choice_filter_offers_and_accepts_only_what_fits() -> None:
    form = form_from(
        """
        type | name | label | choice_filter
        select_one area | area | Область |
        select_one topic | topic | Тема | area = ${area}
        """,
        """
        list_name | name | label | area
        area | m | Метод |
        area | s | Люди |
        topic | lesson | Урок | m
        topic | docs | Бумаги | m
        topic | climate | Климат | s
        """,
    )
    walk = Walk(form)
    walk.do(Choose("s"))
    assert [view.value for view in walk.question.choices] == ["climate"]
    assert walk.do(Choose("lesson")) == Refused(reasons.NOT_A_CHOICE, {}, "", 1)
    walk.do(Choose(0))
    walk.do(Edit("area"), Choose("m"))
    assert walk.do(Send()) == Refused(reasons.NO_LONGER_VALID, {"label": "Тема"})


def test_a_filter_that_leaves_nothing_is_no_dead_end() -> None:
    form = form_from(
        "type | name | label | required | choice_filter\nselect_one l | q | Q | yes | name = 'zzz'",
        "list_name | name | label\nl | a | A",
    )
    walk = Walk(form)
    assert (walk.question.choices, walk.question.can_skip) == ((), True)
    walk.do(Skip())
    assert walk.do(Send()) == Sent({"q": None})


def test_a_long_scale_is_typed() -> None:
    form = form_from(
        "type | name | label | parameters\nrange | q | Q | start=0 end=1000 step=5 tick_labelset=l",
        "list_name | name | label\nl | 0 | мало\nl | 1000 | много",
    )
    walk = Walk(form)
    assert (walk.question.choices, walk.question.low) == ((), "")
    assert walk.do(Type("7")).reason == reasons.OFF_STEP  # type: ignore[union-attr]
    assert walk.do(Type("двести пять")) == Saved("q", Answer("205"))


def shuffled(parameters: str) -> Form:
    rows = "\n".join(f"l | c{n} | C{n}" for n in range(8))
    return form_from(
        f"type | name | label | parameters\nselect_one l | q | Q | {parameters}",
        f"list_name | name | label\n{rows}",
    )


def order(form: Form, seed: int) -> list[str]:
    return [view.value for view in Walk(form, seed=seed).question.choices]


def test_shuffled_choices_keep_their_order_for_one_person() -> None:
    form = shuffled("randomize=true")
    assert order(form, 1) == order(form, 1)
    assert sorted(order(form, 1)) == [f"c{n}" for n in range(8)]
    assert len({tuple(order(form, seed)) for seed in range(10)}) > 5


def test_a_seed_in_the_form_makes_one_order_for_all() -> None:
    form = shuffled("randomize=true seed=42")
    assert order(form, 1) == order(form, 2)
    assert order(form, 1) != [f"c{n}" for n in range(8)]


def test_a_shuffled_choice_pressed_by_index_is_the_one_shown() -> None:
    walk = Walk(shuffled("randomize=true"), seed=3)
    shown = walk.question.choices[5].value
    assert walk.do(Choose(5)) == Saved("q", Answer(shown))


def test_other_choice_opens_its_own_question() -> None:
    form = form_from("type | name | label\nselect_one l or_other | q | Q", "list_name | name | label\nl | a | A")
    walk = Walk(form, "ru")
    assert [view.label for view in walk.question.choices] == ["A", "Другое"]
    walk.do(Choose("other"))
    assert (walk.question.name, walk.question.label) == ("q_other", "Уточните, пожалуйста")
    walk.do(Type("своё"))
    assert walk.do(Send()) == Sent({"q": "other", "q_other": "своё"})


def test_other_is_offered_only_where_the_row_says_so() -> None:
    form = form_from(
        "type | name | label\nselect_one l or_other | q | Q\nselect_one l | r | R",
        "list_name | name | label\nl | a | A",
    )
    assert [choice.name for choice in form.by_name["q"].choices] == ["a", "other"]
    assert [choice.name for choice in form.by_name["r"].choices] == ["a"]


def test_ranking_takes_places_in_the_order_pressed() -> None:
    form = form_from(
        "type | name | label\nrank l | q | Q", "list_name | name | label\nl | a | A\nl | b | B\nl | c | C"
    )
    walk = Walk(form)
    walk.do(Toggle("c"), Toggle("a"))
    assert walk.do(ConfirmMany()) == Refused(reasons.RANK_ALL, {"left": "1"}, "", 1)
    walk.do(Toggle("b"))
    assert walk.do(ConfirmMany()) == Saved("q", Answer("c a b"))
    assert walk.review.items[0].text == "1. C; 2. A; 3. B"
    walk.do(Edit("q"), Type("2, 3, 1"))
    assert walk.value("q") == "b c a"
