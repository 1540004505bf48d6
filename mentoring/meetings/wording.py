"""A meeting in words: its kind, its times on the school's clock, its people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from mentoring.meetings.rules import Meeting, Slot
from mentoring.meetings.rules_kinds import Kind
from mentoring.people.rules import Person
from mentoring.texts import Raw, Words, say


def local(moment: datetime, zone: str) -> datetime:
    return moment.astimezone(ZoneInfo(zone))


def kind(which: Kind) -> Words:
    return say(f"meeting-kind-{which}")


def title(which: Kind) -> Words:
    """The kind at the head of a card."""
    return say(f"meeting-title-{which}")


def span(slot: Slot, zone: str) -> Words:
    """The day, when it begins and when it ends."""
    return say("meeting-slot", start=local(slot.start, zone), end=f"{local(slot.end, zone):%H:%M}")


def offered(slots: Sequence[Slot], zone: str) -> Words:
    """One to three times, numbered where there are several."""
    ordinals = ("one", "two", "three")
    return say(
        f"meeting-times-{len(slots)}",
        **{name: span(slot, zone) for name, slot in zip(ordinals, slots, strict=False)},
    )


def times(meeting: Meeting, zone: str) -> Words:
    """The agreed time, or those on offer."""
    return span(meeting.time, zone) if meeting.time else offered(meeting.slots, zone)


def when_and_where(meeting: Meeting, zone: str) -> Words:
    found = times(meeting, zone)
    if meeting.contact is not None:
        found = say("meeting-how", times=found, contact=say(f"contact-{meeting.contact}"))
    return say("meeting-where", times=found, place=Raw(meeting.place)) if meeting.place else found


def named(people: Mapping[int, Person], ids: Iterable[int]) -> Words:
    """Names in the order of `ids`; whoever has none, or is erased, is left out."""
    names = [people[one].name for one in ids if one in people]
    found = ", ".join(name for name in names if name)
    return Raw(found) if found else say("person-nameless")
