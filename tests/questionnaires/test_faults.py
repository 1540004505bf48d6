"""Broken forms are refused place by place, all faults at once."""

from __future__ import annotations

import pytest

from mentoring.questionnaires.check import check_file
from mentoring.questionnaires.faults import MESSAGES, Fault
from mentoring.questionnaires.xlsform import FormFaults, Limits, read_form, read_with_warnings
from tests.questionnaires.tools import table


def faults_of(survey: str, choices: str = "", settings: str = "", limits: Limits | None = None) -> list[Fault]:
    text = "\n".join(
        table(n, r) for n, r in (("survey", survey), ("choices", choices), ("settings", settings)) if r
    )
    with pytest.raises(FormFaults) as refusal:
        read_form("f.md", text.encode(), limits)
    for fault in refusal.value.faults:
        assert fault.message
        assert "{" not in fault.message.replace("${", "")
    return refusal.value.faults


def places(faults: list[Fault]) -> list[tuple[int, str, str]]:
    return [(fault.row, fault.column, fault.key) for fault in faults]


def test_all_faults_at_once_in_the_order_of_the_file() -> None:
    found = faults_of(
        """
        type | name | label | relevant | constraint
        text | a | A | |
        text | a | A | |
        selekt_one l | b | B | ${zzz} = 1 |
        text | 1bad | C | |
        select_one nolist | d | D | |
        geopoint | e | E | |
        text | f | F | ${a} = |
        """,
        "list_name | name | label\nl | x | X",
    )
    assert [fault.row for fault in found] == [3, 4, 5, 6, 7]
    assert [fault.sheet for fault in found] == ["survey"] * 5
    assert found[1].key == "reference-unknown"
    assert found[4].key == "type-unsupported"


def test_every_unreadable_expression_is_told_with_its_column() -> None:
    found = faults_of(
        """
        type | name | label | relevant | constraint | required | choice_filter
        text | a | A | | . > | |
        text | b | B | ${a} = 'x | | foo(1) |
        select_one l | c | C | | | | name ==
        """,
        "list_name | name | label\nl | x | X",
    )
    assert places(found) == [
        (2, "constraint", "expression-unreadable"),
        (3, "relevant", "expression-unreadable"),
        (3, "required", "expression-unreadable"),
        (4, "choice_filter", "expression-unreadable"),
    ]


def test_unknown_names_are_told_by_the_cell_of_either_sheet() -> None:
    found = faults_of(
        "type | name | label | hint | relevant\nselect_one l | a | A ${q} | ${w} | ${e} > ${r}",
        "list_name | name | label\nl | x | ${t}",
    )
    assert [(f.sheet, f.row, f.column, f.params["name"]) for f in found] == [
        ("survey", 2, "label", "q"), ("survey", 2, "hint", "w"), ("survey", 2, "relevant", "e"),
        ("survey", 2, "relevant", "r"), ("choices", 2, "label", "t"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "kind",
    ["geopoint", "geotrace", "geoshape", "start-geopoint", "background-geopoint", "barcode", "osm tags", "audit", "xml-external",
     "csv-external", "background-audio", "select_one_from_file a.csv", "select_multiple_from_file a.csv", "deviceid",
     "phonenumber", "begin loop over l", "select_one_external l", "email", "username", "gps"],
)  # fmt: skip
def test_what_a_chat_cannot_serve_is_refused_by_name(kind: str) -> None:
    found = faults_of(f"type | name | label\ntext | ok | OK\n{kind} | a | A")
    assert (3, "type", "type-unsupported") in places(found)
    assert kind in found[0].message


@pytest.mark.parametrize(
    ("column", "key", "meant"),
    [("relevent", "column-meant", "relevant"), ("Constrain", "column-meant", "constraint"), ("calculate", "column-meant", "calculation"),
     ("save_to", "column-unsupported", None), ("комментарий", "column-unknown", None)],
)  # fmt: skip
def test_columns_that_would_be_read_by_nobody(column: str, key: str, meant: str | None) -> None:
    found = faults_of(f"type | name | label | {column}\ntext | a | A | 1")
    assert places(found)[0] == (1, column, key)
    assert found[0].params.get("meant") == meant


@pytest.mark.parametrize(
    ("sheet", "key"),
    [("choises", "sheet-misspelt"), ("entities", "sheet-unsupported"), ("setings", "sheet-misspelt")],
)
def test_sheets_that_would_be_read_by_nobody(sheet: str, key: str) -> None:
    text = (
        table("survey", "type | name | label\ntext | a | A")
        + "\n"
        + table(sheet, "list_name | name | label\nl | x | X")
    )
    with pytest.raises(FormFaults) as refusal:
        read_form("f.md", text.encode())
    assert [(f.sheet, f.key) for f in refusal.value.faults if f.sheet == sheet] == [(sheet, key)]


def test_other_sheets_are_left_alone_with_a_word() -> None:
    text = (
        table("survey", "type | name | label\ntext | a | A") + "\n" + table("черновик", "что угодно | ещё\n1 | 2")
    )
    form, warnings = read_with_warnings("f.md", text.encode())
    assert len(form.questions) == 1
    assert [w.key for w in warnings if w.sheet == "черновик"] == ["sheet-ignored"]


def test_a_missing_survey_and_an_empty_one() -> None:
    assert check_file("f.md", table("settings", "title | form_id\nA | b").encode())["accepted"] is False
    assert places(faults_of("type | name | label")) == [(1, "", "no-questions")]


def test_groups_must_match() -> None:
    found = faults_of("type | name | label\nbegin group | g | G\ntext | a | A")
    assert found[0].row == 2
    assert "begin_group" in found[0].message


def test_circles_are_refused_with_their_way() -> None:
    found = faults_of(
        "type | name | label | relevant\ntext | a | A | ${b} = '1'\ntext | b | B | ${c} = '1'\ntext | c | C | ${a} = '1'"
    )
    assert {fault.key for fault in found} == {"expression-circle"}
    assert found[0].params["names"] == "a → b → c → a"
    assert [fault.row for fault in found] == [2, 3, 4]


def test_limits() -> None:
    assert (
        faults_of("type | name | label\ntext | a | A\ntext | b | B", limits=Limits(questions=1))[0].key
        == "too-many-questions"
    )
    assert places(faults_of(f"type | name | label\ntext | {'a' * 61} | A")) == [(2, "name", "name-too-long")]


def test_an_unreadable_calculation_that_nothing_reads_is_only_reported() -> None:
    survey = "type | name | label | calculation\ncalculate | c | | £\ntext | a | A |"
    _, warnings = read_with_warnings("f.md", table("survey", survey).encode())
    assert [(w.row, w.key) for w in warnings if w.key == "calculation-dropped"] == [(2, "calculation-dropped")]
    found = faults_of("type | name | label | calculation\ncalculate | c | | £\ntext | a | A ${c} |")
    assert places(found) == [(2, "calculation", "expression-unreadable")]


def test_a_condition_on_a_file_that_is_not_there_is_not_applied_and_said() -> None:
    survey = "type | name | label | relevant\ntext | a | A | pulldata('f', 'x', 'y', 'z') = '1'"
    form, warnings = read_with_warnings("f.md", table("survey", survey).encode())
    assert form.by_name["a"].conditions == ()
    assert [(w.row, w.key, w.params) for w in warnings if w.row == 2] == [
        (2, "expression-unavailable", {"what": "pulldata"})
    ]


def test_a_name_without_its_dollar_is_pointed_out() -> None:
    survey = "type | name | label | relevant\ninteger | age | A |\ntext | b | B | age > 18"
    _, warnings = read_with_warnings("f.md", table("survey", survey).encode())
    assert ("bare-name", 3) in [(w.key, w.row) for w in warnings]


def test_the_door_s_answer_is_plain_data() -> None:
    good = check_file("f.md", table("survey", "type | name | label\ntext | a | A\nnote | n | N").encode())
    empty: dict[str, object] = {"minutes": 0, "unreachable": [], "faults": [], "warnings": []}
    assert good == {"accepted": True, "form_id": "f", "questions": 1, **empty}
    bad = check_file("f.md", table("survey", "type | name | label\ngeopoint | a | A").encode())
    assert bad["accepted"] is False
    assert bad["form_id"] is None
    assert bad["faults"] == [
        {
            "sheet": "survey",
            "row": 2,
            "column": "type",
            "message": "the question type 'geopoint' cannot be asked in a chat",
        }
    ]


def test_every_message_has_words() -> None:
    assert all(MESSAGES.values())


@pytest.mark.parametrize(
    ("survey", "choices", "place"),
    [
        ("type | name | label\nselect_one zz | a | A", "", ("survey", 2, "type", "list-missing")),
        ("type | name | label\ntext | | A", "", ("survey", 2, "name", "name-missing")),
        ("type | name | label\ntext | a |", "", ("survey", 2, "label", "label-missing")),
        ("type | name | label\nfoo | a | A", "", ("survey", 2, "type", "type-unknown")),
        ("type | name | label\n | a | A\ntext | b | B", "", ("survey", 2, "type", "type-missing")),
        ("type | name | label\ntext | meta | A", "", ("survey", 2, "name", "name-reserved")),
        ("type | name | label\nend group | |", "", ("survey", 2, "type", "group-unmatched")),
        ("type | name | label\ncalculate | c |", "", ("survey", 2, "calculation", "calculation-missing")),
        ("type | label\ntext | A", "", ("survey", 1, "name", "column-missing")),
        ("type | name | label\nselect_one l | a | A", "list_name | name | label\nl | | X", ("choices", 2, "name", "choice-nameless")),
        ("type | name | label\nselect_one l | a | A", "list_name | name | label\nl | x | X\nl | x | Y", ("choices", 3, "name", "choice-twice")),
        ("type | name | label\nselect_multiple l | a | A", "list_name | name | label\nl | x y | X", ("choices", 2, "name", "choice-name-space")),
    ],
)  # fmt: skip
def test_everyday_slips_have_their_own_key_and_place(
    survey: str, choices: str, place: tuple[str, int, str, str]
) -> None:
    first = faults_of(survey, choices)[0]
    assert (first.sheet, first.row, first.column, first.key) == place
