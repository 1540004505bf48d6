"""once(): the first value stays, through later answers, other days and the end."""

from __future__ import annotations

from datetime import timedelta

from mentoring.questionnaires.rules_engine import apply
from mentoring.questionnaires.rules_once import lasting
from mentoring.questionnaires.rules_state import Begin, Edit, Restart, Send, Sent, State, Type
from tests.questionnaires.tools import NOW, Walk, form_from

SURVEY = """
type | name | label | relevant | calculation
text | who | Кто? | |
integer | n | Сколько? | |
calculate | began | | | once(now())
calculate | first | | | once(${n})
calculate | late | | ${n} > 5 | once(${who})
calculate | always | | | concat(${who}, 'once(')
"""


def test_only_calculations_with_once_last() -> None:
    assert lasting(form_from(SURVEY)) == {"began", "first", "late"}


def test_the_first_value_stays() -> None:
    walk = Walk(form_from(SURVEY))
    walk.do(Type("Анна"), Type("3"), Edit("n"), Type("7"), Edit("who"), Type("Вера"))
    sent = walk.do(Send())
    assert isinstance(sent, Sent)
    assert sent.answers == {
        "who": "Вера", "n": "7", "began": NOW.isoformat(timespec="seconds"), "first": "3", "late": "Анна", "always": "Вераonce(",
    }  # fmt: skip


def test_another_day_does_not_change_it() -> None:
    form = form_from(SURVEY)
    state = apply(form, State(), Begin(), NOW).state
    for word in ("Анна", "3"):
        state = apply(form, state, Type(word), NOW + timedelta(days=2)).state
    sent = apply(form, state, Send(), NOW + timedelta(days=9)).outcome
    assert isinstance(sent, Sent)
    assert sent.answers["began"] == NOW.isoformat(timespec="seconds")


def test_a_restart_begins_anew() -> None:
    walk = Walk(form_from(SURVEY))
    walk.do(Type("Анна"), Type("3"), Restart(), Type("Вера"), Type("9"))
    assert walk.value("first") == "9"


def test_each_round_of_a_repeat_keeps_its_own() -> None:
    survey = """
    type | name | label | calculation
    begin repeat | rep | Круг |
    integer | n | N |
    calculate | kept | | once(${n} * 2)
    end repeat | | |
    """
    walk = Walk(form_from(survey))
    walk.do(Type("да"), Type("1"), Type("да"), Type("2"), Type("нет"), Edit("n@1"), Type("5"))
    assert (walk.value("kept@1"), walk.value("kept@2")) == ("2", "4")
