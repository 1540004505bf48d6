"""Use cases of retention: what is past its term, or was taken back, is destroyed, and an act of it stays.

The consent promises three years at most and thirty days after a withdrawal. Nothing here needs a button.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from mentoring.documents.act_destruction import Act, Destroyed, LogLine
from mentoring.documents.order_facts import Letterhead, Named
from mentoring.errors import ProgrammeError
from mentoring.notices.rules import Audience, Notice, NoticeButton
from mentoring.people.rules import Actor, Role
from mentoring.people.rules_progress import alphabetical
from mentoring.ports import Unit
from mentoring.ports_year import Gone, StoredAct
from mentoring.texts import say
from mentoring.year.rules_retention import USUAL, WITHDRAWN_DAYS, Kept, expired

READERS = (Role.CURATOR, Role.DIRECTOR)
SOME = 20  # schools a look
LOOKED = "retention"
EARLY = timedelta(days=2)  # before the law's last day


def destroyed(unit: Unit, school_id: int, kept: Sequence[Kept]) -> StoredAct | None:
    """Destroy it and keep the act; None where there is nothing."""
    gone = unit.turn.destroy(school_id, kept) if kept else ()
    return unit.turn.keep_act(school_id, unit.now, gone) if gone else None


def tick(unit: Unit) -> None:
    """A few schools a look: where a withdrawal is old enough, and, once a school year, each after another."""
    before = unit.now - timedelta(days=WITHDRAWN_DAYS) + EARLY
    for school_id in unit.turn.withdrawn(before, SOME):
        _act(unit, school_id, unit.turn.forget_withdrawn(school_id, before))
    for school_id in _in_turn(unit):
        _look(unit, school_id)


def _in_turn(unit: Unit) -> Sequence[int]:
    """Terms end with July: since August each school is looked at once."""
    year, _, after = (unit.remembered(LOOKED) or "0:0").partition(":")
    present = _year(unit.now)
    start = int(after) if int(year) == present else 0
    found = unit.turn.schools_after(start, SOME)
    if found:
        unit.remember(LOOKED, f"{present}:{found[-1]}")
    return found


def _year(now: datetime) -> int:
    """The one whose August, with a day for every zone, was the last to begin."""
    return now.year if (now.month, now.day) >= (8, 2) else now.year - 1


def _look(unit: Unit, school_id: int) -> None:
    zone = ZoneInfo(unit.schools.get(school_id).zone)
    today = unit.now.astimezone(zone).date()
    past = expired(unit.turn.kept(school_id), USUAL, today)
    if past:
        _act(unit, school_id, unit.turn.destroy(school_id, past))


def _act(unit: Unit, school_id: int, gone: Sequence[Gone]) -> None:
    if not gone:
        return
    act = unit.turn.keep_act(school_id, unit.now, gone)
    for curator in unit.people.with_role(school_id, Role.CURATOR):
        _tell(unit, curator.id, act, sum(one.count for one in gone))


def _tell(unit: Unit, curator_id: int, act: StoredAct, count: int) -> None:
    unit.tell(
        Notice(
            person_id=curator_id,
            key=f"destroyed:1:{act.id}:0:{curator_id}",
            text=say("notice-destroyed", count=count),
            buttons=(NoticeButton(say("button-act"), f"ro.act:{act.id}"),),
            audience=Audience.CURATOR,
        )
    )


def acts(actor: Actor, unit: Unit) -> Sequence[StoredAct]:
    """Newest first."""
    actor.require(*READERS)
    return unit.turn.acts(actor.school_id)


def act_of(actor: Actor, unit: Unit, act_id: int, system: str) -> Act:
    """The paper's facts; `system` is what the bot is called. Raises ProgrammeError("error-stale")."""
    actor.require(*READERS)
    found = unit.turn.act(actor.school_id, act_id)
    if found is None:
        raise ProgrammeError("error-stale")
    school, at = actor.school, found.made_at.astimezone(ZoneInfo(actor.school.zone))
    rows = [Destroyed(one.kind, one.year, one.count, one.persons, one.withdrawn) for one in found.gone]
    log = [LogLine(at, one.kind, one.count, one.persons) for one in found.gone]
    head = Letterhead(school.name, _director(actor, unit), school.address)
    return Act(head, at, rows, log, system, school.processor, _commission(actor, unit))


def _director(actor: Actor, unit: Unit) -> Named:
    return next(iter(_named(actor, unit, Role.DIRECTOR)), Named(""))


def _named(actor: Actor, unit: Unit, role: Role) -> list[Named]:
    held = sorted((one for one in unit.people.with_role(actor.school_id, role) if one.name), key=alphabetical)
    return [Named(one.name or "") for one in held]


def _commission(actor: Actor, unit: Unit) -> Sequence[Named]:
    return [*_named(actor, unit, Role.DIRECTOR)[:1], *_named(actor, unit, Role.CURATOR)[:2]]


def counted(gone: Iterable[Gone]) -> int:
    return sum(one.count for one in gone)


def day_of(actor: Actor, act: StoredAct) -> date:
    return actor.school.day(act.made_at)
