"""The year's steps as a calendar feed (RFC 5545): a day-long entry over each window, free time for everybody.

Entries keep their identifiers when a step moves, so a calendar that reads the feed again moves them too. Nobody is
named in it: a feed's address may be passed on.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, Event

from mentoring.results.wording import Words
from mentoring.roadmap.rules import Instance, State

_PRODUCT = "-//uchitel-uchitel//roadmap//RU"
_AGAIN = timedelta(hours=12)  # how often a calendar should look


def feed(plan: Iterable[Instance], school: int, words: Words, now: datetime) -> bytes:
    """The feed of the steps that have dates; those that go on all year are left out. `now` is aware.

    Dropped steps stay in it as cancelled, so that they vanish from where they were.
    """
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", words("roadmap-feed-name"))
    calendar.add("refresh-interval", _AGAIN, parameters={"VALUE": "DURATION"})
    for one in plan:
        if one.first is not None and one.last is not None and not one.always:
            calendar.add_component(_event(one, school, words, now))
    return bytes(calendar.to_ical())


def uid(instance: Instance, school: int) -> str:
    """The same for ever for a step of one school's year."""
    return uuid5(NAMESPACE_URL, f"roadmap/{school}/{instance.year}/{instance.n}").urn


def _event(instance: Instance, school: int, words: Words, now: datetime) -> Event:
    assert instance.first is not None
    assert instance.last is not None
    event = Event()
    event.add("uid", uid(instance, school))
    event.add("sequence", instance.revision)
    event.add("dtstamp", now.astimezone(UTC).replace(microsecond=0))
    event.add("dtstart", instance.first)
    event.add("dtend", instance.last + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("status", "CANCELLED" if instance.state is State.DROPPED else "CONFIRMED")
    # An open or late window would be stale by tomorrow; its dates say as much.
    key = "roadmap-feed-done" if instance.state is State.DONE else "roadmap-feed-step"
    event.add("summary", words(key, n=str(instance.n), title=instance.title))
    event.add("description", _description(instance))
    return event


def _description(instance: Instance) -> str:
    parts = [instance.result, ", ".join(instance.step.responsible)]
    return "\n\n".join(part for part in parts if part)
