"""Every number of the report, worked out once more from the raw tables by plain SQL, on both databases."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from sqlalchemy import text

from mentoring.documents.report_facts import each_figure
from mentoring.evaluation import service_report
from mentoring.evaluation.rules_indicators import Figure, Kind
from storage.unit import StorageUnit
from tests.evaluation.ground import words_in
from tests.evaluation.year_ground import CURATOR, YEAR, School, paired, whole_year

Numbers = dict[str, Any]
BEFORE = {"mentee": "mentee_before", "mentor": "mentor_before"}
AFTER = {"mentee": "mentee_after", "mentor": "mentor_after"}
REVERSED = {"alone", "disputes", "worry", "doubt"}
SCALES = {
    "climate": {"climate": ("newcomers", "advice", "alone", "heard", "disputes"),
                "confidence": ("sure", "worry", "parents", "doubt", "growth")},
    "mentee": {"growth": ("theory", "practice")},
}  # fmt: skip
ENTERED = {"class_success", "class_quality", "class_remarks"}


def one_place(value: Fraction) -> Decimal:
    return Decimal(int(value * 10 + Fraction(1, 2))) / 10


def mean(values: Sequence[Fraction]) -> Decimal:
    return one_place(sum(values, Fraction(0)) / len(values))


def rows(unit: StorageUnit, sql: str, **values: object) -> list[Any]:
    return list(unit.connection.execute(text(sql), values).all())


def _named(unit: StorageUnit, form: str, item: str) -> dict[object, Fraction]:
    """One answer of each who sent it with a name; of a mutual evaluation the last of each giver."""
    sql = """select s.person_id, a.value from answers a join submissions s on s.id = a.submission_id
             where s.form_id = :form and s.state = 'sent' and a.name = :item and a.value is not null
             order by s.sent_at, s.id"""
    return {person: Fraction(value) for person, value in rows(unit, sql, form=form, item=item)}


def _boxed(unit: StorageUnit, form: str, *, last: bool) -> list[tuple[str, Mapping[str, str]]]:
    """The sheets of the first or the last giving without names."""
    order = "desc" if last else "asc"
    sql = f"""select t.link, t.answers from survey_sheets t where t.survey_id =
              (select id from surveys where form_id = :form order by opened_at {order}, id {order} limit 1)"""
    return [(link, json.loads(answers)) for link, answers in rows(unit, sql, form=form)]


def _wave(unit: StorageUnit, series: str, item: str, *, last: bool) -> dict[object, Fraction]:
    items = SCALES.get(series, {}).get(item)
    if items:
        parts = [_wave(unit, series, one, last=last) for one in items]
        turned = [
            {p: 6 - v for p, v in part.items()} if one in REVERSED else part
            for one, part in zip(items, parts, strict=True)
        ]
        return {p: sum((part[p] for part in turned), Fraction(0)) / len(items) for p in turned[0]}
    if series == "climate":
        return {link: Fraction(answers[item]) for link, answers in _boxed(unit, "climate", last=last)}
    return _named(unit, (AFTER if last else BEFORE)[series], item)


def _change(unit: StorageUnit, figure: Figure) -> Numbers:
    early = _wave(unit, figure.source.of, figure.source.item, last=False)
    late = _wave(unit, figure.source.of, figure.source.item, last=True)
    both = sorted(set(early) & set(late), key=str)
    before, after = mean([early[p] for p in both]), mean([late[p] for p in both])
    return {"n": len(both), "before": before, "value": after}


def _mean(unit: StorageUnit, figure: Figure) -> Numbers:
    form, item = figure.source.of, figure.source.item
    if form == "group_reflection":
        values = [Fraction(answers[item]) for _, answers in _boxed(unit, form, last=True)]
    elif form == "curators_card":
        sql = """select a.value from answers a join submissions s on s.id = a.submission_id
                 where s.form_id = 'curators_card' and s.state = 'sent' and a.name = :item"""
        values = [Fraction(value) for (value,) in rows(unit, sql, item=item)]
    else:
        values = list(_named(unit, form, item).values())
    return {"n": len(values), "value": mean(values)}


def _yes(unit: StorageUnit, figure: Figure) -> Numbers:
    sql = """select count(*), sum(case when a.value = :choice then 1 else 0 end)
             from answers a join submissions s on s.id = a.submission_id
             where s.form_id = :form and s.state = 'sent' and a.name = :item and a.value is not null"""
    about = {"form": figure.source.of, "item": figure.source.item, "choice": figure.source.choice}
    ((everybody, yes),) = rows(unit, sql, **about)
    return {"n": everybody, "whole": everybody, "value": Decimal(int(yes))}


def _one(unit: StorageUnit, sql: str, **values: object) -> int:
    return int(rows(unit, sql, **values)[0][0])


COUNTS = {
    "meetings": "select count(*) from meetings where state = 'counted'",
    "tasks": "select count(*) from plan_tasks where state = 'done'",
    "plans": "select count(distinct pair_id) from plan_tasks where state <> 'dropped'",
    "publications": "select count(*) from plan_results where kind = 'publication'",
    "methods": "select count(*) from plan_results where kind = 'method'",
    "projects": "select count(*) from plan_results where kind = 'project'",
    "open_lessons": "select count(*) from plan_results where kind = 'open_lesson'",
    "retained": "select count(distinct person_id) from pair_members where side = 'mentee'",
    "reflection": "select count(*) from survey_given g join surveys s on s.id = g.survey_id where s.form_id = 'group_reflection'",
}  # fmt: skip
WHOLES = {
    "tasks": "select count(*) from plan_tasks where state <> 'dropped'",
    "plans": "select count(*) from pairs",
    "retained": COUNTS["retained"],
    "reflection": "select count(distinct person_id) from pair_members",
}


def _fact(unit: StorageUnit, figure: Figure) -> Numbers:
    name = figure.source.item
    found: Numbers = {"value": Decimal(_one(unit, COUNTS[name]))}
    return found | ({"whole": _one(unit, WHOLES[name])} if name in WHOLES else {})


def _entered(unit: StorageUnit, figure: Figure) -> Numbers:
    name = figure.source.item
    if name not in ENTERED:
        ((value, before),) = rows(unit, "select value, before from year_counts where name = :name", name=name)
        return {"value": Decimal(value), "before": Decimal(before)}
    found = rows(unit, "select pupils, before, after, teacher_id from class_totals")
    sides: dict[str, Decimal] = {}
    for key, column in (("before", 1), ("value", 2)):
        weighed = [(row[0], Fraction(json.loads(row[column])[name])) for row in found]
        total = sum((value for _, value in weighed), Fraction(0))
        shared = sum((n * value for n, value in weighed), Fraction(0)) / sum(n for n, _ in weighed)
        sides[key] = Decimal(int(total)) if name == "class_remarks" else one_place(shared)
    return {**sides, "n": len({row[3] for row in found})}


BY_KIND = {
    Kind.CHANGE: _change, Kind.MEAN: _mean, Kind.CARD: _mean, Kind.YES: _yes, Kind.FACT: _fact, Kind.ENTERED: _entered,
}  # fmt: skip


async def _made(found: School) -> list[Figure]:
    await whole_year(found)
    made = await found.use(CURATOR, service_report.make, words_in("ru"), "ru")
    assert made.report is not None
    return [figure for _, figure in each_figure(made.findings)]


async def test_every_number_is_what_the_raw_tables_say(database_url: str) -> None:
    async with paired(database_url) as found:
        figures = await _made(found)
        shown = [figure for figure in figures if figure.value is not None]
        kinds: dict[Kind, int] = defaultdict(int)
        for figure in shown:
            kinds[figure.source.kind] += 1
            counted = await found.do(lambda unit, one=figure: BY_KIND[one.source.kind](unit, one))  # type: ignore[misc]
            told = {name: getattr(figure, name) for name in counted}
            assert told == counted, figure.source.id
        assert set(kinds) == set(Kind), "nothing of some kind is shown, so nothing of it was recounted"
        assert len(shown) > 40
        assert (
            await found.do(lambda unit: _one(unit, "select count(*) from pairs where occasion = :y", y=YEAR)) == 12
        )
