"""What time brings about: the mutual evaluation opens, reminds and closes; thanks are passed on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from mentoring.calendar.service import calendar_of
from mentoring.evaluation.rules import State, occasions, progress
from mentoring.evaluation.rules_due import Due, Known, Rule, closed, due
from mentoring.evaluation.service import Standing, gone_of, standings, thanks_of, window_of
from mentoring.notices.rules import Audience, Importance, Notice, NoticeButton, Privacy
from mentoring.people.rules import Role, School, occasion
from mentoring.ports import Unit
from mentoring.texts import Raw, say

EARLY = time(0, 5)
FAR = timedelta(days=7)  # a window may be moved, a year turned; both look anew by themselves, this is for the rest


def due_schools(unit: Unit) -> list[int]:
    """The schools whose turn has come, new ones among them."""
    unit.mutuals.adopt(unit.now)
    return list(unit.mutuals.due(unit.now))


def look_after(unit: Unit, school_id: int) -> None:
    """One school's day: open, remind, close; and when to look again."""
    school = unit.schools.get(school_id)
    day = school.day(unit.now)
    first, last = window_of(unit, school)
    ends = last + timedelta(days=unit.mutuals.settings(school_id).grace)
    if first <= day <= ends:
        _open(unit, school)
    if first <= day <= ends + FAR:
        _remind(unit, school, day)
        _close(unit, school, day, ends)
    unit.mutuals.look(school_id, _next(school, day, first, ends))


def _next(school: School, day: date, first: date, ends: date) -> datetime:
    """Tomorrow while anything goes on; its first day, a week at most, before; a week after."""
    near = first - timedelta(days=1) <= day <= ends + FAR
    ahead = day + (timedelta(days=1) if near else min(FAR, first - day) if day < first else FAR)
    return datetime.combine(ahead, EARLY, ZoneInfo(school.zone)).astimezone(UTC)


def _open(unit: Unit, school: School) -> None:
    """An occasion for each of the year's pairs that is to be asked; those that are there stay.

    A late answer is taken to occasions that were open; after the last day no new one begins.
    """
    if school.day(unit.now) > window_of(unit, school)[1]:
        return
    settings = unit.mutuals.settings(school.id)
    gone = gone_of(unit, school, {person.id: person for person in unit.people.all(school.id)})
    pairs = unit.pairs.all(school.id, occasion(school))
    wanted = (one for pair in pairs for one in occasions(pair, school.year_start.year, settings))
    unit.mutuals.add(school.id, (one for one in wanted if not {one.giver, one.about} & gone))


def _remind(unit: Unit, school: School, day: date) -> None:
    rows = {one.asked.occasion.key: one for one in standings(unit, school) if one.state is State.OPEN}
    if not rows:
        return
    days, settings = calendar_of(unit, school), unit.mutuals.settings(school.id)
    for item in due([one.asked.occasion for one in rows.values()], Known({}), day, days, settings):
        _say(unit, school, rows[item.subject], item)


def _say(unit: Unit, school: School, one: Standing, item: Due) -> None:
    # The row's number stands for the key, which is too long for a subject.
    key = f"{item.rule}:{item.version}:{one.asked.id}:{item.occurrence}:{item.person}"
    if unit.said(key):
        return
    unit.tell(
        Notice(
            person_id=one.giver.id,
            key=key,
            text=say(f"notice-{item.rule}", names=Raw(one.about.name or ""), until=one.asked.occasion.last),
            buttons=(NoticeButton(say("button-answer"), f"mu.fill:{one.asked.id}"),),
            privacy=Privacy.NAMED,
            about=one.about.id,
            bundled=True,
            importance=Importance.REMINDER if item.rule is Rule.OPENS else Importance.DEADLINE,
            expires_at=_end(school, one.asked.occasion.last),
        )
    )


def _end(school: School, last: date) -> datetime:
    return datetime.combine(last + timedelta(days=1), time(0), ZoneInfo(school.zone)).astimezone(UTC)


def _close(unit: Unit, school: School, day: date, ends: date) -> None:
    """After the last late answer: the curator hears how many were given, thanks go to whom they are for."""
    if day <= ends:
        return
    rows = standings(unit, school)
    if not rows:
        return
    for one in rows:
        _pass_on(unit, one)
    curators = [person.id for person in unit.people.with_role(school.id, Role.CURATOR)]
    settings, days = unit.mutuals.settings(school.id), calendar_of(unit, school)
    counts = progress(one.state for one in rows)
    for item in closed(school.year_start.year, curators, day, days, settings):
        _sum_up(unit, school, item, {"given": counts.given, "asked": counts.asked})


def _sum_up(unit: Unit, school: School, item: Due, counts: Mapping[str, int]) -> None:
    key = f"{item.rule}:{item.version}:{school.id}-{item.subject}:1:{item.person}"
    if not unit.said(key):
        unit.tell(
            Notice(
                person_id=item.person,
                key=key,
                text=say("notice-mutual-closed", count=counts["given"], number=counts["asked"]),
                buttons=(NoticeButton(say("button-look"), "mu.all:0"),),
                audience=Audience.CURATOR,
                bundled=True,
                importance=Importance.NEWS,
            )
        )


def _pass_on(unit: Unit, one: Standing) -> None:
    """Words of thanks, if the giver lets them through; the words themselves stand on the screen alone."""
    key = f"mutual-thanks:1:{one.asked.id}:1:{one.about.id}"
    mirror = unit.mutuals.mirror(one.asked)
    if mirror is None or unit.said(key) or not thanks_of(unit, one.asked):
        return
    unit.tell(
        Notice(
            person_id=one.about.id,
            key=key,
            text=say("notice-mutual-thanks", names=Raw(one.giver.name or "")),
            buttons=(NoticeButton(say("button-look"), f"mu.one:{mirror.id}"),),
            audience=Audience.PAIR,
            privacy=Privacy.NAMED,
            about=one.giver.id,
            bundled=True,
            importance=Importance.NEWS,
        )
    )
