"""What a version changes, what it loses, how long it takes."""

from __future__ import annotations

from mentoring.questionnaires.catalogue import shipped, source_of
from mentoring.questionnaires.rules_form import Form
from mentoring.questionnaires.rules_preview import changes, labels, lost, minutes_of
from mentoring.questionnaires.xlsform import read_form
from tests.scenarios.publishing_ground import LATER, MOOD


def form(source: str, name: str = "mood.md") -> Form:
    return read_form(name, source.encode())


def names(questions: object) -> list[str]:
    return [question.name for question in questions]


def test_the_same_has_no_changes() -> None:
    found = changes(form(MOOD), form(MOOD))
    assert (found.added, found.removed, found.changed) == ((), (), ())


def test_added_removed_and_changed_are_told_apart() -> None:
    found = changes(form(MOOD), form(LATER))
    assert (names(found.added), names(found.removed), names(found.changed)) == (["rest"], [], ["why"])
    back = changes(form(LATER), form(MOOD))
    assert (names(back.added), names(back.removed), names(back.changed)) == ([], ["rest"], ["why"])
    assert labels(back.changed, "ru") == ["Что запомнилось?"]


def test_choices_conditions_and_rules_are_changes() -> None:
    old = form(MOOD)
    assert names(changes(old, form(MOOD.replace("| Нет |", "| Не очень |"))).changed) == ["good"]
    assert names(changes(old, form(MOOD.replace("? | yes |", "? | |"))).changed) == ["good"]
    with_rule = MOOD.replace("| required |", "| required | relevant |").replace(
        "ось? | |", "ось? | | ${good} = 'no' |"
    )
    assert names(changes(old, form(with_rule)).changed) == ["why"]


def test_minutes_are_said_or_estimated() -> None:
    assert minutes_of(form(MOOD)) == 1, "a button and a typed answer"
    many = MOOD.replace("| choices |", "".join(f"| | text | t{n} | Что? | |\n" for n in range(9)) + "| choices |")
    assert minutes_of(form(many)) == 8, "fifteen seconds and ten times forty-five"
    said = MOOD.replace("| x_expiry |", "| x_minutes |").replace("| 5 |", "| 12 |")
    assert minutes_of(form(said)) == 12


def test_what_registers_rely_on_is_missed_by_its_meaning_not_by_its_name() -> None:
    standard = shipped()["mentee_entry"]
    marked = [q.name for q in standard.questions if "x_register" in q.extras or "x_match" in q.extras]
    assert marked
    assert lost(standard, standard) == ()
    assert set(names(lost(standard, form(MOOD)))) >= {"days", "hours"}
    source = source_of("mentee_entry")[1].replace(
        "_multiple hours | hours |", "_multiple hours | when_in_the_day |"
    )
    renamed = form(source, "mentee_entry.md")
    assert "hours" not in renamed.by_name
    assert lost(standard, renamed) == ()
