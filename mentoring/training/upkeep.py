"""The tick of training: a word before a session, and after it the question whether one was there."""

from __future__ import annotations

from mentoring.notices.rules import Notice, NoticeButton, Privacy
from mentoring.people.rules import Person, School
from mentoring.ports import Unit
from mentoring.texts import Raw, say
from mentoring.training import library
from mentoring.training.rules import SHORTLY, Session, awake
from mentoring.training.service_sessions import Shown, invited

BATCH = 200


def tick(unit: Unit) -> None:
    """Over all schools, by what is due alone."""
    for school_id, session in unit.training.due(unit.now, BATCH):
        _look(unit, unit.schools.get(school_id), session)
        unit.training.keep_session(awake(session, unit.now))


def _look(unit: Unit, school: School, session: Session) -> None:
    if session.called_off:
        return
    marked = {one.person_id for one in unit.training.marks(session.id)}
    for person in invited(unit, school):
        if session.starts_at - SHORTLY <= unit.now < session.starts_at:
            unit.tell(_shortly(unit, session, person))
        elif session.ends_at <= unit.now and person.id not in marked:
            unit.tell(_came(unit, session, person))


def _title(unit: Unit, session: Session, person: Person) -> Raw:
    cycle = unit.training.cycle(person.school_id, session.cycle_id)
    assert cycle is not None
    return Raw(Shown(session, library.in_words(cycle, person.language), None, None).title)


def _shortly(unit: Unit, session: Session, person: Person) -> Notice:
    return Notice(
        person_id=person.id,
        key=f"training-shortly:1:{session.id}:{session.starts_at:%Y%m%d%H%M}:{person.id}",
        text=say("notice-training-shortly", title=_title(unit, session, person)),
        buttons=(NoticeButton(say("button-look"), f"tr.s:{session.id}"),),
        privacy=Privacy.PUBLIC,
        urgent=True,
        expires_at=session.starts_at,
    )


def _came(unit: Unit, session: Session, person: Person) -> Notice:
    buttons = (
        NoticeButton(say("button-training-came"), f"tr.own:{session.id}:1"),
        NoticeButton(say("button-training-not"), f"tr.own:{session.id}:0"),
    )
    return Notice(
        person_id=person.id,
        key=f"training-came:1:{session.id}:{session.starts_at:%Y%m%d%H%M}:{person.id}",
        text=say("notice-training-came", title=_title(unit, session, person)),
        buttons=buttons,
        urgent=True,
    )
