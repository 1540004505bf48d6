"""What the roadmap's screens share: a step in a line, its days, who answers for it, and the way back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from handlers.call import Call, StaleScreen
from mentoring.errors import ProgrammeError
from mentoring.people.rules import Role
from mentoring.roadmap.rules import Instance, Recurrence, State
from mentoring.roadmap.service import Shown
from mentoring.texts import Raw, Text, say

TITLE = 64  # characters in a list
STAMP = "%y%m%d"
ANY = -1  # the revision that it has when the button is pressed
NOWHERE = "h"  # the place of a step that was not opened from a list: back is the first screen


@dataclass(frozen=True, slots=True)
class At:
    """A step as a button names it: its id, its revision, and the list it was opened from."""

    step: int
    revision: int
    place: str = NOWHERE

    def __str__(self) -> str:
        return f"{self.step}:{self.revision}:{self.place}"


def at(call: Call) -> At:
    """`<route>:<step>:<revision>:<place>`; a reminder's button leaves out what it does not know."""
    revision = call.number(1) if len(call.args) > 1 else ANY
    return At(call.number(0), revision, call.args[2] if len(call.args) > 2 else NOWHERE)


def at_ref(call: Call) -> tuple[At, list[str]]:
    """The same from what was asked for, and whatever else was kept there."""
    step, revision, place, *more = call.ref.split(":")
    return At(int(step), int(revision), place), more


def cut(text: str, limit: int = TITLE) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= limit else plain[: limit - 1].rstrip() + "…"


def lines(call: Call, some: Iterable[Shown]) -> Raw:
    """Steps in a list: number, what, how it stands and until when. Close together: a page is one screen."""
    return Raw(
        "\n".join(
            call.words("road-line", number=str(one.instance.n), title=cut(one.instance.title), state=state_of(one))
            for one in some
        )
    )


def state_of(one: Shown) -> Text:
    """ "идёт, до 31.08" """
    found, word = one.instance, say(f"roadmap-state-{one.state}")
    if found.always and found.live:
        return say("road-state-always")
    if found.first is None or found.last is None:
        return say("road-state-undated") if found.live else word
    if one.history:
        return say("road-state-history", last=_short(found.last))
    return _dated(word, one.state, found, found.first, found.last)


def _dated(word: Text, state: State, found: Instance, first: date, last: date) -> Text:
    if state in (State.PLANNED, State.POSTPONED):
        return say("road-state-from", state=word, first=_short(first), last=_short(last))
    if not found.live:
        return say("road-state-on", state=word, day=_short(found.closed_on or last))
    return say("road-state-until", state=word, last=_short(last))


def _short(day: date) -> str:
    return f"{day:%d.%m}"


def days_of(one: Instance) -> Text:
    if one.always:
        return say("road-days-always")
    if one.first is None or one.last is None:
        return say("road-days-none")
    often = say("road-days-yearly") if one.step.recurrence is Recurrence.YEARLY else say("road-days-once")
    return say("road-days", first=one.first, last=one.last, often=often)


def people(call: Call, ids: Iterable[int], names: Mapping[int, str]) -> str:
    return ", ".join(names.get(one) or call.words("person-nameless") for one in ids)


def roles(call: Call, found: Iterable[Role]) -> str:
    return ", ".join(call.words(f"role-{role}").lower() for role in found)


def day_in(word: str) -> date:
    try:
        return datetime.strptime(word, STAMP).date()  # noqa: DTZ007 - a day of the school's calendar
    except ValueError:
        raise StaleScreen() from None


def here(call: Call) -> datetime:
    """Now, on the school's clock."""
    if call.actor is None:
        raise ProgrammeError("error-no-school")
    return call.now.astimezone(ZoneInfo(call.actor.school.zone))
