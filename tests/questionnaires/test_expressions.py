"""Expressions of XLSForm: what they are worth and how they are refused."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentoring.questionnaires.expressions import BadExpression, Unavailable, compile_expression
from mentoring.questionnaires.rules_form import Context
from tests.questionnaires.tools import NOW


@dataclass
class Given:
    """Answers as an expression sees them."""

    answers: Mapping[str, str] = field(default_factory=dict)

    def value(self, name: str) -> str:
        return self.answers.get(name, "")

    def every(self, name: str) -> tuple[str, ...]:
        return tuple(self.answers.get(name, "").split(";"))

    def at(self, name: str, rounds: Mapping[str, int]) -> str:
        return f"{name}{sorted(rounds.items())}"

    def label(self, name: str, value: str) -> str:
        return f"{name}={value}"


ANSWERS = Given({"n": "5", "m": "a b c", "t": "текст", "d": "2026-09-01", "r": "1;2;;4", "a-b.c": "9", "no": ""})


def worth(source: str, own: str = "7", item: Mapping[str, str] | None = None) -> str | float | bool:
    context = Context(NOW, own, 2, item or {}, 11)
    return compile_expression(source, {"n", "m", "t", "d", "r"}).evaluate(ANSWERS, context)


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("${n} > 3", True), ("${n} >= 5 and ${n} <= 5", True), ("${n} < 3 or ${n} = 5", True), ("${n} = '5'", True),
        ("${n} = 5.0", True), ("${n} != 5", False), ("${no} = ''", True), ("${no} > 0", False), ("${no} < 1", False),
        ("not(${no} > 0)", True), ("${t} = 'текст'", True), ("${ n }+1", 6.0), ("${n}-1", 4.0), ("-${n}", -5.0),
        ("${a-b.c} * 2", 18.0), ("${n} div 2", 2.5), ("7 mod 4", 3.0), ("-7 mod 4", -3.0), ("1 + 2 * 3", 7.0),
        ("(1 + 2) * 3", 9.0), (". >= 7", True), (". = '7'", True), ("selected(${m}, 'b')", True),
        ("selected(${m}, 'd')", False), ("selected(${m}, '')", False), ("count-selected(${m})", 3.0),
        ("selected-at(${m}, 1)", "b"), ("selected-at(${m}, 9)", ""), ("if(${n} > 3, 'да', 'нет')", "да"),
        ("if(${no}, 1, 2)", 2.0), ("coalesce(${no}, ${t})", "текст"), ("string-length(${t})", 5.0),
        ("string-length()", 1.0), ("regex(., '[0-9]+')", True), ("regex('71x', '[0-9]+')", False),
        (r"regex('Ёж', '\p{L}+')", True), (r"regex('Ёж-2', '[\p{L}0-9-]+')", True), ("contains(${t}, 'екс')", True),
        ("starts-with(${t}, 'те')", True), ("ends-with(${t}, 'ст')", True), ("concat(${t}, ' ', ${n})", "текст 5"),
        ("substr(${t}, 1, 3)", "ек"), ("substring-before('a-b', '-')", "a"), ("substring-after('a-b', '-')", "b"),
        ("translate('abc', 'ab', 'x')", "xc"), ("normalize-space('  a  b ')", "a b"), ("round(2.5)", 3.0),
        ("round(-2.5)", -3.0), ("round(2.345, 2)", 2.35), ("int(2.9)", 2.0), ("floor(-1.5)", -2.0), ("ceiling(1.2)", 2.0),
        ("abs(-2)", 2.0), ("pow(2, 10)", 1024.0), ("number('12')", 12.0), ("string(5.0)", "5"), ("string(true())", "true"),
        ("boolean-from-string('1')", True), ("min(3, 1, 2)", 1.0), ("max(3, 1, 2)", 3.0), ("min(${r})", 1.0),
        ("sum(${r})", 7.0), ("count(${r})", 4.0), ("count-non-empty(${r})", 3.0), ("join('+', ${r})", "1+2++4"),
        ("today()", "2026-09-07"), ("today() - ${d}", 6.0), ("${d} < today()", True), ("date(${d} + 1)", "2026-09-02"),
        ("today() + 1 > '2026-09-07'", True), ("now()", "2026-09-07T10:30:00+03:00"), ("now() > ${d}", True),
        ("format-date(${d}, '%d.%m.%Y, %e.%n')", "01.09.2026, 1.9"), ("format-date(${no}, '%d')", ""),
        ("decimal-date-time('1970-01-02')", 1.0), ("date-time('2026-09-01')", "2026-09-01T00:00:00"),
        ("position(..)", 2.0), ("jr:choice-name(${n}, '${n}')", "n=5"), ("once('x')", "7"), ("true() and not(false())", True),
        ("indexed-repeat(${n}, ${r}, 3)", "n[('r', 3)]"), ("selected(../m, 'a')", True), ("/data/group/n + 1", 6.0),
        ("\"it's\"", "it's"), ("'${n}'", "${n}"), ("substr('abc', 1)", "bc"), ("pi() > 3", True),
    ],
)  # fmt: skip
def test_values(source: str, value: object) -> None:
    found = worth(source)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    "source", ["1 div 0", "0 div 0", "'x' * 2", "pow(0, -1)", "number('')", "int('x')", "round('x')"]
)
def test_impossible_numbers_are_not_errors(source: str) -> None:
    found = worth(source)
    assert isinstance(found, float)
    assert not math.isfinite(found)


def test_a_word_is_a_column_of_the_filtered_choice() -> None:
    assert worth("area = ${t} and name != 'x'", item={"area": "текст", "name": "y"}) is True
    assert compile_expression("area = ${t}").bare == {"area"}
    assert worth("area") == ""


def test_random_and_uuid_are_the_same_for_one_person() -> None:
    assert worth("random()") == worth("random()")
    assert worth("uuid()") == worth("uuid()")
    assert len(str(worth("uuid()"))) == 36


def test_names_are_those_read() -> None:
    found = compile_expression("${n} > 1 and selected(${m}, ${t}) or count(${r}) > 0 and 'x' != '${d}'")
    assert found.names == {"n", "m", "t", "r"}


@pytest.mark.parametrize(
    ("source", "key"),
    [
        ("${n} >", "expression-unreadable"), ("(${n}", "expression-unreadable"), ("", "expression-unreadable"),
        ("selekted(${m}, 'a')", "expression-unreadable"), ("selected(${m})", "expression-unreadable"),
        ("${n} = 'a", "expression-unreadable"), ("£¥", "expression-unreadable"), ("1 < 2 < 3", "expression-unreadable"),
        ("${n} == 5", "expression-unreadable"), ("${n} && ${m}", "expression-unreadable"), ("@a", "expression-unsupported"),
        ("//n", "expression-unsupported"), ("text()", "expression-unsupported"), ("id('x')", "expression-unsupported"),
        ("regex(., '(')", "expression-bad-pattern"), ("regex(., '(a+)+$')", "expression-endless-pattern"),
        ("1" * 5000, "expression-too-long"), ("(" * 3000 + "1" + ")" * 900, "expression-unreadable"),
        ("__import__('os')", "expression-unreadable"),
    ],
)  # fmt: skip
def test_refusals(source: str, key: str) -> None:
    with pytest.raises(BadExpression) as refusal:
        compile_expression(source)
    assert refusal.value.key == key


def test_a_refusal_speaks_of_the_form_not_of_stand_ins() -> None:
    with pytest.raises(BadExpression) as refusal:
        compile_expression("${n} ${m}")
    assert "v0" not in refusal.value.params["reason"]
    assert "v1" not in refusal.value.params["reason"]


@pytest.mark.parametrize(
    ("source", "what"),
    [("pulldata('f', 'a', 'b', ${n})", "pulldata"), ("instance('x')/root/item", "instance"), ("${last-saved#n} + 1", "last-saved"),
     ("/data/unknown", "/")],
)  # fmt: skip
def test_what_needs_more_than_a_chat_is_named(source: str, what: str) -> None:
    with pytest.raises(Unavailable) as refusal:
        compile_expression(source)
    assert refusal.value.what == what


def test_words_in_quotes_are_not_functions() -> None:
    assert worth("'pulldata(x)'") == "pulldata(x)"


TOKENS = st.lists(
    st.sampled_from(
        ["${n}", "${m}", "${no}", "'a'", "1", "-2.5", ".", "+", "-", "*", "div", "mod", "=", "<", ">=", "and", "or",
         "(", ")", "not(", "selected(", "if(", "sum(", "concat(", ",", "..", "/", "name", "today()", "regex("]
    ),
    max_size=12,
)  # fmt: skip


@given(st.one_of(TOKENS.map(" ".join), st.text(max_size=40)))
@settings(deadline=None, max_examples=400)
def test_any_text_is_refused_or_worth_something(source: str) -> None:
    try:
        compiled = compile_expression(source, {"n"})
    except (BadExpression, Unavailable):
        return
    assert isinstance(compiled.evaluate(ANSWERS, Context(NOW)), (str, float, bool, int))


def test_long_texts_do_not_meet_patterns() -> None:
    assert worth("regex(., 'а*')", own="а" * 1000) is True
    assert worth("regex(., 'а*')", own="а" * 1001) is False
