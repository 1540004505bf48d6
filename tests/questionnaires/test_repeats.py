"""Repeats, files, times, stamps: the rarer parts of a form."""

from __future__ import annotations

from mentoring.questionnaires import rules_reasons as reasons
from mentoring.questionnaires.rules_form import Form, Kind
from mentoring.questionnaires.rules_live import MAX_ROUNDS
from mentoring.questionnaires.rules_state import (
    MORE_NO,
    MORE_YES,
    Answer,
    Attach,
    Begin,
    Choose,
    Edit,
    Refused,
    Saved,
    Send,
    Sent,
    Skip,
    Type,
)
from tests.questionnaires.tools import NOW, Walk, form_from

YES_NO = "list_name | name | label\nyn | yes | Да\nyn | no | Нет"


def test_files_are_kept_by_reference_and_kind() -> None:
    walk = Walk(form_from("type | name | label\nimage | photo | Фото\nfile | plan | План"))
    assert walk.do(Type("вот")) == Refused(reasons.NEEDS_FILE, {"kind": "image"}, "", 1)
    assert walk.do(Attach("f1", "audio")) == Refused(reasons.WRONG_FILE, {"kind": "image"}, "", 2)
    assert walk.do(Attach("f1", "image")) == Saved("photo", Answer("f1"))
    assert walk.do(Attach("f2", "audio")) == Saved("plan", Answer("f2"))


def test_times_and_moments() -> None:
    walk = Walk(form_from("type | name | label\ntime | t | T\ndateTime | m | M"))
    assert walk.do(Type("после уроков")) == Refused(reasons.NOT_TIME, {}, "", 1)
    assert walk.do(Type("в пять")) == Refused(reasons.UNCLEAR_TIME, {}, "", 2)
    assert walk.do(Type("в 15.30")) == Saved("t", Answer("15:30"))
    assert walk.do(Type("завтра")) == Refused(reasons.UNCLEAR_DATETIME, {"example": "07.09.2026 15:30"}, "", 1)
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
    assert walk.question.round == 1
    assert [(view.value, view.label) for view in walk.question.choices] == [("yes", MORE_YES), ("no", MORE_NO)]
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


def test_consent_is_never_suggested_by_the_form() -> None:
    form = form_from(
        "type | name | label | required | default | calculation\nacknowledge | a | A | yes | OK | 'OK'"
    )
    walk = Walk(form)
    assert (walk.question.value, walk.question.keep, walk.question.can_skip) == (None, False, False)
    assert walk.do(Skip()) == Refused(reasons.REQUIRED, {}, "", 1)
