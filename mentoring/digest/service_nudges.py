"""Use cases of the digest's buttons: a kind word to a pair, a reminder of a survey, each in one tap."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from mentoring.calendar.service import calendar_of
from mentoring.digest.rules_when import Kind
from mentoring.digest.service import READERS, acting, require
from mentoring.errors import ProgrammeError
from mentoring.notices.rules import Audience, Notice, NoticeButton, Privacy
from mentoring.pairs.rules import PairState
from mentoring.pairs.service import Shown, shown
from mentoring.people.rules import Actor, Person
from mentoring.ports import Unit
from mentoring.surveys import service as surveys
from mentoring.texts import Raw, say

REST = timedelta(days=5)  # between two of them to the same pair
LASTS = timedelta(days=7)


def pair(actor: Actor, unit: Unit, pair_id: int) -> int:
    """A kind word to everybody in the pair whom it reaches; how many they are.

    Raises ProgrammeError for a pair that does not go on, one that was reminded in the last days, and where it
    would reach nobody. It says the same whatever the pair's reason is, so that it gives none away.
    """
    require(actor, unit, Kind.WEEK)
    today = calendar_of(unit, actor.school).local_day(unit.now)
    found = _going(actor, unit, pair_id, today)
    able = [person for person in found.everybody if person.reachable and not person.muted]
    if not able:
        raise ProgrammeError("error-digest-unheard")
    if not unit.digests.nudged(pair_id, today, today - REST):
        raise ProgrammeError("error-digest-nudged", days=REST.days)
    for person in able:
        unit.tell(_notice(unit, found, person, today))
    return len(able)


def _going(actor: Actor, unit: Unit, pair_id: int, today: date) -> Shown:
    known = unit.pairs.find(actor.school_id, pair_id)
    if known is None or known.state_on(today) is not PairState.ACTIVE:
        raise ProgrammeError("error-digest-pair-rests")
    return shown(unit, actor.school_id, known)


def _notice(unit: Unit, found: Shown, person: Person, today: date) -> Notice:
    others = _others(found, person)
    return Notice(
        person_id=person.id,
        key=f"digest-nudge:1:{found.pair.id}:{today:%Y%m%d}:{person.id}",
        text=say("notice-digest-nudge", names=Raw(", ".join(one.name or "" for one in others))),
        buttons=(
            NoticeButton(say("button-propose"), f"mp.new:{found.pair.id}"),
            NoticeButton(say("button-pair"), f"pair:{found.pair.id}"),
        ),
        audience=Audience.PAIR,
        privacy=Privacy.NAMED,
        about=others[0].id if len(others) == 1 else None,
        bundled=True,
        expires_at=unit.now + LASTS,
    )


def _others(found: Shown, person: Person) -> Sequence[Person]:
    return found.mentees if person in found.mentors else found.mentors


def survey(actor: Actor, unit: Unit, survey_id: int) -> int:
    """Remind whoever has not answered; how many. Raises ProgrammeError where all of them were reminded today."""
    require(actor, unit, Kind.WEEK)
    count = surveys.nudge(acting(actor, READERS[Kind.WEEK]), unit, survey_id)
    if not count:
        raise ProgrammeError("error-digest-reminded")
    return count
