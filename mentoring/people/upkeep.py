"""Use cases of the ticks: what time itself brings about."""

from __future__ import annotations

from mentoring.notices.rules import Audience, Importance, Notice, NoticeButton
from mentoring.people.rules import Role
from mentoring.ports import Unit
from mentoring.texts import say


def tell_expired(unit: Unit) -> None:
    """Links that ran out unopened: each school's curators hear of them once, in one message a day."""
    for school_id, count in unit.invitations.expired(unit.now).items():
        for curator in unit.people.with_role(school_id, Role.CURATOR):
            unit.tell(
                Notice(
                    person_id=curator.id,
                    key=f"links-expired:1:{school_id}:{unit.now:%Y%m%d}:{curator.id}",
                    text=say("notice-links-expired", count=count),
                    buttons=(NoticeButton(say("button-invite"), "invite"),),
                    audience=Audience.CURATOR,
                    bundled=True,
                    importance=Importance.NEWS,
                )
            )
    unit.invitations.mark_told(unit.now)
