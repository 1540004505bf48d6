"""Every notice that the programme makes: for whom it is, how private, and what its words are given.

Read from the source, so that a new one is seen the day it is written: it belongs into the table below, looked at.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from locales import LANGUAGES, Locales
from mentoring.meetings.rules_due import Rule
from mentoring.notices.rules import TITLED
from mentoring.surveys.rules import REMINDING
from mentoring.texts import say

ROOT = Path(__file__).parents[2]
SELF, PAIR, CURATOR = "Audience.SELF", "Audience.PAIR", "Audience.CURATOR"
OWN, NAMED = "Privacy.OWN", "Privacy.NAMED"
LADDER = "Audience.CURATOR if rung.to in _STAFF else Audience.PAIR"
PASSED = "privacy"  # the caller says it; checked below

# Where it is made: its audience and the highest class of what it says.
TABLE = {
    "awards/service.py:_ask": (SELF, OWN),
    "awards/service_winners.py:_congratulate": (SELF, OWN),
    "cases/service.py:_ask": (PAIR, NAMED),
    "cases/service_withdrawal.py:_tell": ("Audience.STAFF", OWN),
    "consent/service.py:tell_curators": (CURATOR, PASSED),
    "digest/service.py:_notice": (CURATOR, NAMED),
    "digest/service_nudges.py:_notice": (PAIR, NAMED),
    "meetings/service_checkin.py:_tell_curators": (CURATOR, NAMED),
    "meetings/telling.py:_notice": (PAIR, NAMED),
    "meetings/telling.py:_tell_curators": (CURATOR, NAMED),
    "meetings/upkeep.py:_notice": (PAIR, NAMED),
    "notices/service.py:_told": (CURATOR, NAMED),
    "pairs/radar.py:_say": (LADDER, NAMED),
    "pairs/service.py:_announce": (PAIR, NAMED),
    "pairs/service.py:close": (PAIR, OWN),
    "matching/service_events.py:_announce": (PAIR, NAMED),
    "matching/service_events.py:_invite": (SELF, "Privacy.PUBLIC"),
    "matching/service_unpaired.py:_tell": (CURATOR, NAMED),
    "pairs/service_acceptance.py:_tell": (PAIR, NAMED),
    "pairs/service_acceptance.py:to_curators": (CURATOR, "Privacy.SEALED"),
    "pairs/service_endings.py:_tell": (PAIR, OWN),
    "pairs/service_offers_due.py:_reminder": (PAIR, NAMED),
    "roadmap/service_due.py:_for_curators": (CURATOR, NAMED),
    "roadmap/service_due.py:_for_responsible": ("Audience.STAFF", OWN),
    "reflection/service_answers.py:_tell_author": (SELF, OWN),
    "reflection/service_answers.py:_tell_curators": (CURATOR, OWN),
    "reflection/service_groups.py:removed": (CURATOR, OWN),
    "reflection/service_hour.py:_finish": (CURATOR, OWN),
    "reflection/service_polls.py:_tell": (CURATOR, OWN),
    "selection/service.py:_tell": (SELF, OWN),
    "support/service_consult.py:_call": ("Audience.STAFF", NAMED),
    "support/service_consult.py:_notice": (PAIR, NAMED),
    "support/service_questions.py:_call": (PAIR, NAMED),
    "support/service_questions.py:_tell": (PAIR, NAMED),
    "support/service_talks.py:_notice": (SELF, "Privacy.SEALED"),
    "support/upkeep.py:_how": (SELF, OWN),
    "support/upkeep.py:_nobody": (SELF, OWN),
    "support/upkeep.py:_shortly": (PAIR, NAMED),
    "support/upkeep.py:_wait": ("Audience.STAFF", NAMED),
    "training/service_feedback.py:_invitation": (SELF, OWN),
    "training/service_sessions.py:_notice": (SELF, "Privacy.PUBLIC"),
    "training/upkeep.py:_came": (SELF, OWN),
    "training/upkeep.py:_shortly": (SELF, "Privacy.PUBLIC"),
    "people/entrance.py:_announce_arrival": (CURATOR, NAMED),
    "people/overview.py:_nudge": (SELF, OWN),
    "people/overview.py:approve": (SELF, OWN),
    "people/overview.py:lost": (CURATOR, NAMED),
    "people/upkeep.py:tell_expired": (CURATOR, OWN),
    "evaluation/service.py:_tell_opened": (PAIR, NAMED),
    "evaluation/service_final.py:_thank": (PAIR, OWN),
    "evaluation/service_upkeep.py:_pass_on": (PAIR, NAMED),
    "evaluation/service_upkeep.py:_say": (SELF, NAMED),
    "evaluation/service_upkeep.py:_sum_up": (CURATOR, OWN),
    "plan/service.py:_notice": (PAIR, NAMED),
    "plan/service_carry.py:_ask_curator": (CURATOR, OWN),
    "plan/service_carry.py:_tell": (PAIR, OWN),
    "surveys/service.py:_invite": (SELF, OWN),
    "surveys/service.py:_remind": (SELF, OWN),
    "surveys/upkeep.py:_remind": (SELF, OWN),
    "surveys/upkeep.py:_warning": (SELF, OWN),
    "surveys/upkeep.py:close_ended": (CURATOR, OWN),
    "year/service.py:_tell": (SELF, OWN),
    "year/service_retention.py:_tell": (CURATOR, OWN),
}
# What a curator's notice may be given: who, how many, of what, and a reason out of a fixed list; no answer, no
# mood, no note, nothing that anybody has typed but a name.
FOR_CURATORS = {"name", "names", "others", "count", "title", "number", "reason", "what", "role"}
NAMES = {"name", "names", "others"}


@dataclass(frozen=True)
class Made:
    """One construction, the function it is in and the file's tree."""

    place: str
    call: ast.Call
    function: ast.FunctionDef
    tree: ast.Module

    def said(self, name: str, default: str) -> str:
        found = next((one.value for one in self.call.keywords if one.arg == name), None)
        return default if found is None else ast.unparse(found)

    @property
    def fields(self) -> tuple[str, str]:
        return self.said("audience", SELF), self.said("privacy", OWN)

    @property
    def rule(self) -> str | None:
        """How its key begins, where that is written beside it."""
        key = next((one.value for one in self.call.keywords if one.arg == "key"), None)
        first = key.values[0] if isinstance(key, ast.JoinedStr) else None
        return first.value.partition(":")[0] if isinstance(first, ast.Constant) else None


def _calls(tree: ast.AST, name: str) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] == name:
            yield node


@cache
def trees(folder: str = "mentoring") -> dict[str, ast.Module]:
    return {
        str(path.relative_to(ROOT / folder)): ast.parse(path.read_text("utf-8"))
        for path in sorted((ROOT / folder).rglob("*.py"))
    }


@cache
def made() -> tuple[Made, ...]:
    return tuple(
        Made(f"{file}:{function.name}", call, function, tree)
        for file, tree in trees().items()
        for function in functions(tree)
        for call in _calls(function, "Notice")
    )


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def given(where: ast.AST) -> set[str]:
    """The parameters of everything said there."""
    return {word.arg for said in _calls(where, "say") for word in said.keywords if word.arg}


def words(one: Made) -> set[str]:
    """What its words are given: beside it, or in the function that makes them, or by who hands them over."""
    text = next((word.value for word in one.call.keywords if word.arg == "text"), None)
    if text is None:
        return given(one.function).union(*map(given, passing()))
    helper = ast.unparse(text.func) if isinstance(text, ast.Call) else ""
    return given(text).union(*(given(node) for node in functions(one.tree) if node.name == helper))


@cache
def passing() -> tuple[ast.FunctionDef, ...]:
    """The functions that hand their words over."""
    return tuple(
        node for tree in trees().values() for node in functions(tree) if any(_calls(node, "tell_curators"))
    )


def test_every_notice_is_in_the_table_with_what_it_names() -> None:
    assert {one.place: one.fields for one in made()} == TABLE
    assert len(made()) == len(TABLE), "two in one function: give each its own"


@pytest.mark.parametrize("one", made(), ids=lambda one: one.place)
def test_its_audience_and_its_class_fit_what_it_says(one: Made) -> None:
    audience, privacy = one.fields
    said = words(one)
    assert "GROUP" not in audience, "a notice is for a person; a group hears what a screen says"
    if "CURATOR" in audience:
        assert said <= FOR_CURATORS, said
    if said & NAMES:
        assert privacy in (NAMED, PASSED), "it names somebody"


def test_whoever_passes_the_class_on_says_it_where_somebody_is_named() -> None:
    assert len(passing()) > 1
    for function in passing():
        assert given(function) <= FOR_CURATORS, function.name
        told = "".join(map(ast.unparse, _calls(function, "tell_curators")))
        assert not given(function) & NAMES or NAMED in told, function.name


@pytest.mark.parametrize("folder", ["mentoring", "handlers", "bot"])
def test_what_a_group_reads_is_public(folder: str) -> None:
    for file, tree in trees(folder).items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                fields = {word.arg: ast.unparse(word.value) for word in node.keywords}
                if "GROUP" in fields.get("audience", ""):
                    assert fields.get("privacy") == "Privacy.PUBLIC", file


def test_what_waits_in_the_queue_has_a_title_of_its_own() -> None:
    """Else the list of what did not arrive says "another message"."""
    waiting = {one.rule for one in made() if one.rule and one.said("bundled", "False") != "False"}
    waiting -= {"meeting-"}  # put together of many; those that may wait are named in TITLED
    assert {"draft", "survey-end", "links-expired", "ladder"} <= waiting
    assert waiting | set(REMINDING) | {rule.value for rule in Rule} <= TITLED


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_title_names_nobody(language: str) -> None:
    titles = {rule: Locales().plain(say(f"rule-{rule}"), language) for rule in TITLED}
    assert len(set(titles.values())) == len(TITLED)
