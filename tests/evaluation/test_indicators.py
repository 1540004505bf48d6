"""The indicators: complete, made of released figures alone, in sentences that agree with their numbers."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from statistics import mean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentoring.errors import ProgrammeError
from mentoring.evaluation.indicators import indicators
from mentoring.evaluation.rules_card import ITEMS, Card, Level, card, level, mean_total
from mentoring.evaluation.rules_compute import Told, YearFacts, beside, compute, countable, countable_cards
from mentoring.evaluation.rules_facts import ClassTotals, Count, checked, together, why_hidden
from mentoring.evaluation.rules_frozen import frozen, thawed
from mentoring.evaluation.rules_indicators import Better, Figure, Finding, Group, Kind, Source, Trend
from mentoring.evaluation.rules_swot import Quarter, draft
from mentoring.evaluation.wording import figure_sentence, finding_lines, per_cent, point_line
from mentoring.questionnaires.catalogue import shipped
from mentoring.questionnaires.rules_form import Texts
from mentoring.questionnaires.rules_settings import item_of
from mentoring.results.rules_change import change_of
from mentoring.results.rules_of import results_of
from mentoring.results.rules_results import Why
from mentoring.results.rules_sheets import Sheet, is_number
from mentoring.results.wording import SCALES
from tests.evaluation import ground
from tests.evaluation.ground import words_in

SERIES = {
    "mentee": ("mentee_before", "mentee_after"),
    "mentor": ("mentor_before", "mentor_after"),
    "climate": ("climate",) * 2,
}


def figure(found: tuple[Finding, ...], source: str) -> Figure:
    return next(f for one in found for f in one.figures if f.source.id == source)


def test_every_indicator_of_the_document_is_there() -> None:
    """Four expected results, five evaluated, and the indicators of effectiveness: six, three and four."""
    assert Counter(one.group for one in indicators()) == {
        Group.EXPECTED: 4, Group.EVALUATED: 5, Group.PROGRAMME: 6, Group.PARTICIPANTS: 3, Group.PERSON: 4,
    }  # fmt: skip
    cards = {s.item for one in indicators() for s in one.sources if s.kind is Kind.CARD}
    assert cards == set(ITEMS)
    assert all(set(one.name.by_language) == {"ru", "en"} for one in indicators())


def measures(form_id: str) -> set[str]:
    questions = [q for q in shipped()[form_id].questions if q.asked and is_number(q)]
    return {item_of(q).measure for q in questions} | {item_of(q).scale for q in questions}


@pytest.mark.parametrize(
    "source", sorted({s for one in indicators() for s in one.sources}, key=lambda s: s.id), ids=lambda s: s.id
)
def test_every_source_exists(source: Source) -> None:
    if source.kind is Kind.CHANGE:
        before, after = SERIES[source.of]
        assert source.item in measures(before) & measures(after)
        return
    if source.kind in (Kind.FACT, Kind.ENTERED):
        assert words_in("ru")(f"fact-{source.item}") != words_in("en")(f"fact-{source.item}")
        return
    question = next(q for q in shipped()[source.of].questions if q.name == source.item)
    if source.kind is Kind.YES:
        assert source.choice in {choice.name for choice in question.choices}


def test_all_of_a_full_year_is_found() -> None:
    found = ground.findings()
    assert not any(f.missing for one in found for f in one.figures)
    assert figure(found, "fact/meetings").value == 61
    assert figure(found, "entered/conflicts_staff").good is True
    assert figure(found, "entered/conflicts_parents").trend is Trend.SAME
    assert figure(found, "entered/class_quality").difference == 10


def test_before_and_after_are_the_same_peoples_by_hand() -> None:
    """Eleven answered in autumn, eleven in spring, of whom six both times; one more row is nobody's to compare."""
    comfort = [3, 4, 4, 5, 6, 7]
    later = [5, 4, 7, 6, 9, 8]
    before = ground.sheets("mentee_before", 11, been_before=["no"] * 11, comfort=[*map(str, comfort), *"25683"])
    after = ground.sheets("mentee_after", 11, comfort=[*map(str, later), *"97468"])
    after = [*after[:6], *(replace(sheet, link=f"new{n}") for n, sheet in enumerate(after[6:]))]
    forms = shipped()
    changes = change_of((forms["mentee_before"], before), (forms["mentee_after"], after), guarded=True)
    found = figure(compute(indicators(), YearFacts(changes={"mentee": changes})), "change/mentee/comfort")
    assert (found.n, found.before, found.value) == (6, Decimal("4.8"), Decimal("6.5"))
    assert found.difference == Decimal("1.7")
    assert float(found.value) == round(mean(later), 1)
    assert (found.low, found.high) == (1, 10)


@pytest.mark.parametrize("people", [0, 1, 4])
def test_fewer_than_five_leave_no_figure_at_all(people: int) -> None:
    found = compute(indicators(), ground.year_facts(people))
    assert [f for one in found for f in one.shown] == []
    for language in ("ru", "en"):
        said = "\n".join(line for one in found for line in finding_lines(one, words_in(language), language)[1:])
        assert not re.search(r"\d", said), "no number in the sentences either"


def test_results_without_the_guard_are_refused() -> None:
    form = shipped()["mentee_after"]
    with pytest.raises(ValueError, match="guarded"):
        compute(indicators(), YearFacts({"mentee_after": results_of(form, [], guarded=False)}))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["yes", "no"]), min_size=0, max_size=16))
def test_a_share_is_told_only_where_the_rest_may_be_told_too(said: list[str]) -> None:
    form = shipped()["mentee_after"]
    given_sheets = ground.sheets("mentee_after", len(said), stay=said)
    results = {"mentee_after": results_of(form, given_sheets, guarded=True)}
    found = figure(compute(indicators(), YearFacts(results)), "yes/mentee_after/stay")
    yes = said.count("yes")
    if found.value is not None:
        assert (found.value, found.whole) == (yes, len(said))
        assert len(said) >= 5
        assert yes not in range(1, 5)
        assert len(said) - yes not in range(1, 5)


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 30), st.integers(0, 30), st.booleans())
def test_counts_of_persons_leave_nobody_alone(value: int, whole: int, persons: bool) -> None:
    count = Count(min(value, whole), whole, whole, persons)
    if why_hidden(count) is Why.SHOWN:
        assert whole >= 5
        rest = whole - count.value
        assert not persons or (count.value not in range(1, 5) and rest not in range(1, 5))


def told(couples: list[tuple[int, int]]) -> list[Told]:
    return [Told(giver, about, Sheet("mentee", {"n": str(place)})) for place, (giver, about) in enumerate(couples)]


def test_several_sheets_of_one_giver_are_one_person() -> None:
    assert countable(told([(1, 11), (1, 12), (2, 13), (2, 14), (3, 15)])) == ()
    assert countable(told([(n, 11) for n in range(9)])) == (), "five opinions on one person are a figure of one"
    found = countable(told([(1, 19), *((n, 10 + n) for n in range(1, 6))]))
    assert [sheet.answers["n"] for sheet in found] == ["1", "2", "3", "4", "5"]


def test_cards_of_one_mentor_are_his_own() -> None:
    def cards(mentors: list[int]) -> list[tuple[frozenset[int], frozenset[int], Sheet]]:
        return [(frozenset({m}), frozenset({20 + n}), Sheet("", {})) for n, m in enumerate(mentors)]

    assert countable_cards(cards([1, 1, 1, 1, 1, 2])) == ()
    assert len(countable_cards(cards([1, 2, 3, 4, 5]))) == 5


def test_the_card_and_its_levels() -> None:
    assert [level(total) for total in (18, 15, 14, 9, 8, 0)] == [
        Level.OPTIMAL, Level.OPTIMAL, Level.ACCEPTABLE, Level.ACCEPTABLE, Level.LOW, Level.LOW,
    ]  # fmt: skip
    full: dict[str, str | None] = dict.fromkeys(ITEMS, "2") | {"partners": "0"}
    assert card(full) == Card(12, 4, Level.OPTIMAL)
    assert card({**full, "logic": None}) is None
    assert mean_total(ground.findings()) == sum(
        (figure(ground.findings(), f"card/curators_card/{i}").value or 0) for i in ITEMS
    )
    assert mean_total(compute(indicators(), YearFacts())) is None


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"name": "Иванов Пётр"}, "error-class-name"),
        ({"name": "7А Иванова"}, "error-class-name"),
        ({"pupils": 4}, "error-class-small"),
        ({"after": {"class_success": Decimal(101)}}, "error-class-number"),
        ({"before": {"class_remarks": Decimal("1.5")}}, "error-class-number"),
        ({"before": {"secret": Decimal(1)}}, "error-class-number"),
    ],
)
def test_a_class_is_entered_as_totals_alone(change: dict[str, object], key: str) -> None:
    good = ground.classes(1)[0]
    assert checked(replace(good, name="10 «Б»")).name == "10 «Б»"
    with pytest.raises(ProgrammeError) as refused:
        checked(replace(good, **change))
    assert refused.value.key == key


def test_classes_are_weighted_by_their_pupils() -> None:
    values = [(20, Decimal(50)), (30, Decimal(80))]
    rows = [
        ClassTotals(f"{n + 5}А", n, p, {"class_quality": Decimal(40)}, {"class_quality": v})
        for n, (p, v) in enumerate(values)
    ]
    found = together(rows, "class_quality")
    assert found is not None
    assert (found.teachers, found.before, found.after) == (2, 40, 68)
    assert together(rows, "class_success") is None


def test_what_was_reported_once_can_be_read_again() -> None:
    found = ground.findings()
    again = thawed(json.loads(json.dumps(frozen(found))), indicators())
    assert again == found
    assert thawed(frozen(found), indicators()[:3]) == found[:3]


def test_last_year_stands_beside_by_source_and_by_share() -> None:
    now = Figure(Source(Kind.YES, "stay", "mentee_after"), value=Decimal(8), whole=16)
    last = replace(now, value=Decimal(7), whole=10)
    one = indicators()[0]
    found = beside([Finding(one, (now,))], [Finding(one, (last,))])[0].figures[0]
    assert (found.last, found.last_whole, found.since_last) == (7, 10, Trend.DOWN), "more people, a smaller share"
    assert "теперь ниже" in figure_sentence(found, words_in("ru"), "ru")


VALUES = st.integers(10, 100).map(lambda n: Decimal(n) / 10)
WORDS = {
    "ru": {"up": "вырос", "down": "снизился", "same": "не изменился"},
    "en": {"up": "risen", "down": "fallen", "same": "not changed"},
}


@settings(max_examples=150, deadline=None)
@given(
    before=VALUES,
    after=VALUES,
    n=st.integers(5, 130),
    better=st.sampled_from(list(Better)),
    language=st.sampled_from(["ru", "en"]),
)
def test_sentences_agree_with_their_numbers(before, after, n, better, language) -> None:
    source = Source(Kind.CHANGE, "comfort", "mentee", better)
    said = figure_sentence(
        Figure(source, Texts({"": "Как?"}), n, after, before, high=Decimal(10)), words_in(language), language
    )
    trend = "same" if before == after else "up" if after > before else "down"
    assert [name for name, word in WORDS[language].items() if word in said] == [trend]
    told = [Decimal(number.replace(",", ".")) for number in re.findall(r"\d+[.,]\d", said)]
    assert told == [before, after]
    if language == "ru":
        form = "ответил" if n % 10 == 1 and n % 100 != 11 else "ответили"
        noun = "человека" if n % 10 in (2, 3, 4) and n % 100 not in (12, 13, 14) else "человек"
        assert f"{form} {n} {noun}." in said
        verdict = "" if trend == "same" else "к лучшему" if (trend == better.value) else "обратить внимание"
        assert verdict in said
        assert trend != "same" or "лучшему" not in said


@given(st.integers(0, 200), st.integers(1, 200))
def test_per_cents_are_rounded_as_taught(part: int, whole: int) -> None:
    exact = Fraction(100 * part, whole)
    assert per_cent(Decimal(part), whole) == int(exact + Fraction(1, 2))


def test_the_swot_draft_rests_on_figures_once_each() -> None:
    points = draft(ground.findings())
    assert {point.quarter for point in points} >= {Quarter.STRENGTH}
    assert len({point.figure.source.id for point in points}) == len(points)
    assert all(point.figure.value is not None for point in points)
    assert max(Counter(point.quarter for point in points).values()) <= 5
    fallen = Figure(Source(Kind.CHANGE, "worry", "climate", Better.DOWN), value=Decimal(2), before=Decimal(3))
    leaving = Figure(Source(Kind.YES, "stay", "mentee_after"), value=Decimal(0), whole=8)
    found = draft([Finding(indicators()[0], (fallen, leaving))])
    assert [point.quarter for point in found] == [Quarter.STRENGTH, Quarter.THREAT]
    assert "«" not in point_line(found[1], words_in("ru"), "ru").split(".")[0]


def test_every_scale_in_the_indicators_has_a_name() -> None:
    named = {s.item for one in indicators() for s in one.sources if s.kind is Kind.CHANGE}
    scales = {item_of(q).scale for form in ("mentee_after", "climate") for q in shipped()[form].questions} - {""}
    assert named & scales <= SCALES
