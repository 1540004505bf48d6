"""What time brings about while pairs are being accepted: a reminder on the last day, then word to the curators."""

from __future__ import annotations

from collections.abc import Iterable

from mentoring.calendar.service import calendar_of
from mentoring.notices.rules import Audience, Notice, NoticeButton, Privacy
from mentoring.pairs import rules_acceptance
from mentoring.pairs.rules_acceptance import Acceptance, Turn
from mentoring.pairs.service import shown
from mentoring.pairs.service_acceptance import others_of, to_curators
from mentoring.people.rules import Role, School
from mentoring.ports import Unit
from mentoring.texts import Raw, Text, say


def tick(unit: Unit) -> None:
    """Remind on the last day whoever has said nothing; a day later the curators hear that there is no answer."""
    by_school: dict[int, list[Acceptance]] = {}
    for school_id, one in unit.acceptances.waiting():
        by_school.setdefault(school_id, []).append(one)
    for school_id, waiting in by_school.items():
        _remind(unit, unit.schools.get(school_id), waiting)


def _remind(unit: Unit, school: School, waiting: Iterable[Acceptance]) -> None:
    today, calendar = school.day(unit.now), calendar_of(unit, school)
    for one in waiting:
        due = rules_acceptance.turn(one, today, calendar)
        if due is not Turn.NOTHING:
            _due(unit, school, one, due)


def _due(unit: Unit, school: School, one: Acceptance, due: Turn) -> None:
    asked = f"{one.pair_id}:{one.asked_at:%Y%m%d}:{one.person_id}"
    key = f"offer-{'remind' if due is Turn.REMIND else 'silent'}:1:{asked}"
    pair = unit.pairs.find(school.id, one.pair_id)
    if pair is None:
        return
    found = shown(unit, school.id, pair)
    person = next((p for p in found.everybody if p.id == one.person_id), None)
    if person is None:
        return
    others = Raw(others_of(found, person))
    if due is Turn.CURATOR:
        text = say("notice-offer-silent", name=Raw(person.name or ""), others=others)
        _curators_once(unit, school.id, key, text, one.pair_id, person.id)
    elif not unit.said(key):
        unit.tell(_reminder(one, key, say("notice-offer-remind", names=others, day=one.due_on)))


def _curators_once(unit: Unit, school_id: int, key: str, text: Text, pair_id: int, about: int) -> None:
    curators = unit.people.with_role(school_id, Role.CURATOR)
    if any(unit.said(f"{key}:{curator.id}") for curator in curators):
        return
    to_curators(unit, school_id, key, text, f"ac.card:{pair_id}", about)


def _reminder(one: Acceptance, key: str, text: Text) -> Notice:
    buttons = (
        NoticeButton(say("button-offer-accept"), f"ac.yes:{one.pair_id}"),
        NoticeButton(say("button-ask-other"), f"ac.other:{one.pair_id}"),
    )
    return Notice(one.person_id, key, text, buttons, audience=Audience.PAIR, privacy=Privacy.NAMED, bundled=True)
