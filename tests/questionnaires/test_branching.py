"""Conditions, calculations, repeats, filters, piping, chance: what a form may make of earlier answers."""

from __future__ import annotations

from mentoring.questionnaires import rules_reasons as reasons
from mentoring.questionnaires.rules_form import Form, Kind
from mentoring.questionnaires.rules_live import MAX_ROUNDS
from mentoring.questionnaires.rules_state import (
    Answer,
    Attach,
    Back,
    Begin,
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
from tests.questionnaires.tools import NOW, Walk, form_from

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


def shuffled(parameters: str) -> Form:
    rows = "\n".join(f"l | c{n} | C{n}" for n in range(8))
    return form_from(
        f"type | name | label | parameters\nselect_one l | q | Q | {parameters}", f"list_name | name | label\n{rows}"
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
    form = form_from("type | name | label\nrank l | q | Q", "list_name | name | label\nl | a | A\nl | b | B\nl | c | C")
    walk = Walk(form)
    walk.do(Toggle("c"), Toggle("a"))
    assert walk.do(ConfirmMany()) == Refused(reasons.RANK_ALL, {"left": "1"}, "", 1)
    walk.do(Toggle("b"))
    assert walk.do(ConfirmMany()) == Saved("q", Answer("c a b"))
    assert walk.review.items[0].text == "1. C; 2. A; 3. B"
    walk.do(Edit("q"), Type("2, 3, 1"))
    assert walk.value("q") == "b c a"


def test_files_are_kept_by_reference_and_kind() -> None:
    walk = Walk(form_from("type | name | label\nimage | photo | Фото\nfile | plan | План"))
    assert walk.do(Type("вот")) == Refused(reasons.NEEDS_FILE, {"kind": "image"}, "", 1)
    assert walk.do(Attach("f1", "audio")) == Refused(reasons.WRONG_FILE, {"kind": "image"}, "", 2)
    assert walk.do(Attach("f1", "image")) == Saved("photo", Answer("f1"))
    assert walk.do(Attach("f2", "audio")) == Saved("plan", Answer("f2"))


def test_times_and_moments() -> None:
    walk = Walk(form_from("type | name | label\ntime | t | T\ndateTime | m | M"))
    assert walk.do(Type("пол девятого")) == Refused(reasons.NOT_TIME, {}, "", 1)
    assert walk.do(Type("в 15.30")) == Saved("t", Answer("15:30"))
    assert walk.do(Type("завтра в 9:05")) == Saved("m", Answer("2026-09-08T09:05"))


def test_the_form_s_own_stamps_are_recorded() -> None:
    form = form_from("type | name | label\nstart | s |\ntoday | d |\nend | e |\ntext | q | Q")
    walk = Walk(form)
    walk.do(Type("x"))
    sent = walk.do(Send())
    assert isinstance(sent, Sent)
    assert sent.answers == {"s": NOW.isoformat(), "d": "2026-09-07", "e": NOW.isoformat(), "q": "x"}


def works() -> Form:
    return form_from(
        """
        type | name | label | relevant | required | calculation
        text | who | Кто? | | yes |
        begin repeat | work | Работа | | |
        text | title | Название | | yes |
        integer | year | Год | ${title} != 'без года' | yes |
        end repeat | | | | |
        calculate | latest | | | | max(${year})
        note | sum | Работ: ${latest} | | |
        """
    )


def test_rounds_go_on_as_long_as_the_person_wants() -> None:
    walk = Walk(works())
    walk.do(Type("Анна"))
    assert (walk.question.name, walk.question.kind, walk.question.label) == ("work@1", Kind.MORE, "Работа")
    assert walk.do(Type("может быть")) == Refused(reasons.CHOOSE_YES_NO, {}, "", 1)
    walk.do(Choose("yes"), Type("Статья"), Type("2019"), Type("да"), Type("без года"))
    assert (walk.question.name, walk.question.number, walk.question.total) == ("work@3", 7, 7)
    walk.do(Type("нет"))
    assert [item.name for item in walk.review.items] == [
        "who", "work@1", "title@1", "year@1", "work@2", "title@2", "work@3",
    ]  # fmt: skip
    sent = walk.do(Send())
    assert isinstance(sent, Sent)
    assert sent.answers["latest"] == "2019"
    assert sent.answers["title@2"] == "без года"


def test_conditions_inside_a_round_look_at_that_round() -> None:
    walk = Walk(works())
    walk.do(Type("Анна"), Choose("yes"), Type("без года"), Choose("yes"), Type("Книга"))
    assert walk.question.name == "year@2"


def test_taking_a_round_back_sets_it_and_those_after_it_aside() -> None:
    walk = Walk(works())
    walk.do(Type("Анна"), Choose("yes"), Type("А"), Type("1"), Choose("yes"), Type("Б"), Type("2"), Choose("no"))
    walk.do(Edit("work@1"), Choose("no"))
    assert [item.name for item in walk.review.items] == ["who", "work@1"]
    assert {item.text for item in walk.review.dropped} >= {"А", "1", "Б", "2"}
    walk.do(Edit("work@1"), Choose("yes"))
    assert len(walk.review.items) == 8


def test_skipping_the_next_round_is_refused_because_no_is_the_answer() -> None:
    walk = Walk(works())
    walk.do(Type("Анна"))
    assert walk.do(Skip()) == Refused(reasons.REQUIRED, {}, "", 1)


def test_a_counted_repeat_asks_as_often_as_it_says() -> None:
    form = form_from(
        """
        type | name | label | repeat_count | calculation
        integer | n | Сколько? | |
        begin repeat | r | R | ${n} |
        calculate | pos | | | position(..)
        text | t | Номер ${pos} | |
        end repeat | | | |
        """
    )
    walk = Walk(form)
    walk.do(Type("2"))
    assert (walk.question.name, walk.question.label, walk.question.total) == ("t@1", "Номер 1", 3)
    walk.do(Type("а"))
    assert walk.question.label == "Номер 2"
    walk.do(Type("б"), Edit("n"), Type("1"))
    assert walk.do(Send()) == Sent({"n": "1", "pos@1": "1", "t@1": "а"})


def test_a_count_beyond_reason_is_cut() -> None:
    form = form_from(
        "type | name | label | repeat_count\ninteger | n | N |\nbegin repeat | r | R | ${n}\ntext | t | T |\nend repeat | | |"
    )
    walk = Walk(form)
    walk.do(Type("100000000000000"))
    assert walk.question.total == MAX_ROUNDS + 1


def test_repeats_within_repeats_have_their_own_rounds() -> None:
    form = form_from(
        """
        type | name | label | repeat_count
        begin repeat | outer | O | 2
        text | a | A |
        begin repeat | inner | I | string-length(${a})
        text | b | B ${a} |
        end repeat | | |
        end repeat | | |
        """
    )
    walk = Walk(form)
    walk.do(Type("x"))
    assert (walk.question.name, walk.question.label) == ("b@1.1", "B x")
    walk.do(Type("1"), Type("yy"))
    assert (walk.question.name, walk.question.label) == ("b@2.1", "B yy")
    walk.do(Type("2"), Type("3"))
    assert [item.name for item in walk.review.items] == ["a@1", "b@1.1", "a@2", "b@2.1", "b@2.2"]


def test_choices_may_be_the_answers_of_a_repeat() -> None:
    form = form_from(
        """
        type | name | label | repeat_count
        begin repeat | r | R | 2
        text | child | Имя |
        end repeat | | |
        select one ${child} | best | Кто? |
        """
    )
    walk = Walk(form)
    walk.do(Type("Первый"), Type("Второй"))
    assert [view.label for view in walk.question.choices] == ["Первый", "Второй"]
    assert walk.do(Type("вто")) == Saved("best", Answer("Второй"))
    assert walk.review.items[-1].text == "Второй"


def test_same_names_in_two_groups_keep_two_answers() -> None:
    form = form_from(
        """
        type | name | label
        begin group | one | Первое
        text | note | Заметка
        end group | |
        begin group | two | Второе
        text | note | Заметка
        end group | |
        """
    )
    walk = Walk(form)
    walk.do(Type("а"), Type("б"))
    assert walk.do(Send()) == Sent({"one/note": "а", "two/note": "б"})


def test_choice_names_read_as_labels_where_they_are_piped() -> None:
    form = form_from(
        """
        type | name | label | calculation
        select_one yn | a | A |
        calculate | shown | | jr:choice-name(${a}, '${a}')
        text | b | Вы сказали «${a}» (${shown}) |
        """,
        YES_NO,
    )
    walk = Walk(form)
    walk.do(Choose("yes"))
    assert walk.question.label == "Вы сказали «Да» (Да)"


def test_a_shown_but_fixed_text_is_a_note() -> None:
    form = form_from("type | name | label | readonly\ntext | a | Прочтите | yes\ntext | b | B |")
    assert form.by_name["a"].kind is Kind.NOTE
    assert Walk(form).question.notes == ("Прочтите",)


def test_begin_again_does_not_restamp() -> None:
    form = form_from("type | name | label\nstart | s |\ntext | q | Q")
    walk = Walk(form)
    walk.do(Type("x"), Begin())
    assert walk.value("q") == "x"
