"""The demo school's first days, so that whoever opens the page finds a school that is alive."""

from __future__ import annotations

from dataclasses import replace

from sandbox.walk import curator, people
from sandbox.walk.cast import Who
from sandbox.walk.demo_words import HABITS, WORDS
from sandbox.walk.journey import Walk
from sandbox.walk.moves import Script
from sandbox.walk.wire import Json, Sandbox

# What the curator writes behind a name in the list, by the sandbox's word for the role.
ROLE_WORDS = {
    "director": "директор",
    "psychologist": "психолог",
    "mentor": "наставник",
    "mentee": "наставляемый",
}


def furnish(address: str, token: str) -> None:
    """Play the demo school's first days; `token` is its curator's one-time link.

    Everybody but the newcomer is invited and decides on the documents; about half of the questionnaires are sent,
    one of them is left half-way.
    """
    sandbox = Sandbox(address)
    try:
        walk = Walk(sandbox)
        everyone = _people(walk, sandbox.get("state")["people"])
        _play(walk, everyone, token)
    finally:
        sandbox.close()


def _people(walk: Walk, shown: list[Json]) -> list[Who]:
    """The curator first, then everybody who is to be invited, as the sandbox lists them."""
    found = []
    for one in shown:
        if one["role"] == "curator" or one["role"] in ROLE_WORDS:
            who = _who(one)
            walk.take(who, int(one["id"]))
            found.append(who)
    return sorted(found, key=lambda who: who.role != "curator")


def _who(shown: Json) -> Who:
    first, last = shown["first_name"], shown["last_name"] or ""
    name = f"{last} {first}" if shown["language_code"] == "ru" else ""
    who = Who(last, shown["role"], first, last, name, WORDS.get(last, {}))
    return replace(who, **HABITS.get(last, {}))


def _play(walk: Walk, everyone: list[Who], token: str) -> None:
    leader, *guests = everyone
    diaries = walk.diaries
    walk.do({leader.key: people.arrive(leader, diaries[leader.key], token)})
    links: dict[str, str] = {}
    listed = [(who.shown, ROLE_WORDS[who.role]) for who in guests]
    walk.do({leader.key: curator.invite_list(walk.phones[leader.key], listed, links)})
    walk.do({who.key: _first_day(who, walk, links[who.shown]) for who in guests})


def _first_day(who: Who, walk: Walk, token: str) -> Script:
    """Without a pause between arriving and answering: nobody waits for anybody."""
    diary = walk.diaries[who.key]
    yield from people.arrive(who, diary, token)
    yield from people.fill(who, diary)
