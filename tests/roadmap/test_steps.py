"""The plan as data against the document, cell by cell, and what else the data must keep to."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections import Counter
from importlib.resources import files

import pytest

from bot.cli.roadmap import roadmap_export
from mentoring.documents.roadmap_table import _roles
from mentoring.people.rules import Role
from mentoring.roadmap.rules import Evidence, Recurrence, build
from mentoring.roadmap.steps import sections, steps
from tests.roadmap.table import TABLE
from tests.roadmap.tools import BEGINS, YEAR


def on_one_line(text):
    return " ".join(text.split())


def exported(capsys, language="ru"):
    assert roadmap_export(argparse.Namespace(language=language)) == 0
    return json.loads(capsys.readouterr().out)["rows"]


@pytest.mark.parametrize("place", range(29))
def test_each_row_is_the_documents(capsys, place):
    n, section, title, months, recurrence, responsible, result = TABLE[place]
    row = exported(capsys)[place]
    assert row["n"] == n
    assert row["section"] == section
    assert row["title"] == title
    assert row["months"] == months
    assert row["recurrence"] == recurrence
    assert ", ".join(row["responsible"]) == responsible
    assert on_one_line(row["result"]) == result


def test_the_door_says_nothing_else(capsys):
    rows = exported(capsys)
    assert len(rows) == len(TABLE) == 29
    keys = {"n", "section", "title", "months", "recurrence", "responsible", "result"}
    assert all(row.keys() == keys for row in rows)


def test_the_door_from_outside_without_telegram():
    code = (
        "import sys, bot.__main__ as m; c = m.main(['roadmap', 'export']); sys.exit(c or 'aiogram' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    assert len(json.loads(done.stdout)["rows"]) == 29


def test_how_often():
    counted = Counter(step.recurrence for step in steps("ru"))
    assert counted == {
        Recurrence.YEARLY: 18, Recurrence.ONCE: 8, Recurrence.ALWAYS: 2, Recurrence.EXTERNAL: 1
    }  # fmt: skip
    over = [s.n for s in steps("ru") if s.window and s.window.first.month > 7 > s.window.last.month]
    assert over == [21, 22]


def test_roles_are_what_the_documents_words_mean():
    for step in steps("ru"):
        assert set(_roles(step.responsible)) == set(step.roles), step.n
    assert {role for step in steps("ru") for role in step.roles} == set(Role) - {Role.MENTOR, Role.MENTEE}


def test_what_comes_before_what_has_no_circle_and_fits_the_axis():
    plan = {one.n: one for one in build(YEAR, steps("ru"), BEGINS)}
    for one in plan.values():
        for before in one.step.after:
            assert before in plan
            if plan[before].step.recurrence is one.step.recurrence and one.first:
                assert plan[before].first <= one.first, (before, one.n)
    left = {n: set(one.step.after) for n, one in plan.items()}
    while left:
        free = {n for n, after in left.items() if not after & left.keys()}
        assert free, left
        left = {n: after for n, after in left.items() if n not in free}


def test_every_step_leads_to_a_screen_of_its_work():
    assert all(step.route and step.route != "step" for step in steps("ru"))


def test_counted_questionnaires_are_shipped():
    shipped = {
        path.name.removesuffix(".md") for path in files("mentoring.questionnaires").joinpath("forms").iterdir()
    }
    for step in steps("ru"):
        assert set(step.forms) <= shipped, step.n
        assert (Evidence.QUESTIONNAIRES in step.evidence) <= bool(step.forms)


def test_english_has_every_word_and_the_rest_from_the_plan():
    for ru, en in zip(steps("ru"), steps("en"), strict=True):
        assert (ru.n, ru.window, ru.roles, ru.after) == (en.n, en.window, en.roles, en.after)
        assert len(ru.responsible) == len(en.responsible), ru.n
        for words in (en.title, en.result, *en.responsible):
            assert (words and words.isascii()) or "–" in words, words
    assert sections("en").keys() == sections("ru").keys()
    assert {step.section for step in steps("ru")} == sections("ru").keys()


def test_another_language_speaks_russian():
    assert steps("tt") == steps("ru")
