"""What a consent to publication that was taken back does to what is out: cases and news of awards."""

from __future__ import annotations

from dataclasses import replace

from mentoring.notices.rules import Audience, Notice, NoticeButton
from mentoring.people.rules import Actor, Role, occasion
from mentoring.ports import Unit
from mentoring.texts import say

BUILDERS = (Role.CURATOR, Role.SITE_ADMIN)


def publication_withdrawn(actor: Actor, unit: Unit) -> None:
    """Cases that name the actor are taken back with their yes; whoever keeps the site hears that it is to be made
    anew, within three working days as the consent promises, and not by whose wish.
    """
    taken = False
    for stored in unit.cases.of_person(actor.school_id, actor.id):
        if actor.id in stored.case.named:
            approved = {who: seen for who, seen in stored.case.approved.items() if who != actor.id}
            unit.cases.save(replace(stored, case=replace(stored.case, approved=approved), released_at=None))
            taken = taken or stored.released_at is not None
    if taken or _told(actor, unit):
        _rebuild(actor, unit)


def _told(actor: Actor, unit: Unit) -> bool:
    """Whether the page may name them as a winner: it tells of this school year or of the last."""
    year = int(occasion(actor.school))
    contests = (one for when in (year, year - 1) for one in unit.awards.all(actor.school_id, str(when)))
    return any(actor.id in unit.awards.telling(one.id) for one in contests)


def _rebuild(actor: Actor, unit: Unit) -> None:
    people = {one.id for role in BUILDERS for one in unit.people.with_role(actor.school_id, role)}
    for person_id in sorted(people - {actor.id}):
        _tell(unit, actor, person_id)


def _tell(unit: Unit, actor: Actor, person_id: int) -> None:
    unit.tell(
        Notice(
            person_id=person_id,
            key=f"site-old:1:{actor.id}:{unit.now:%Y%m%dT%H%M%S}:{person_id}",
            text=say("notice-site-old"),
            buttons=(NoticeButton(say("button-site"), "si"),),
            audience=Audience.STAFF,
        )
    )
