"""A meeting as a calendar file (RFC 5545, RFC 5546): invites, moves and calls off in any calendar.

Times are in UTC, so no time zone has to be described. People are known to calendars by opaque URNs, never by an
address or an account; what the file says of them is what the caller hands in, so in the reduced mode it can be
role words alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, Event, vCalAddress, vText

from mentoring.meetings.rules import File, Meeting, Participant, Reply, Slot

_PRODUCT = "-//uchitel-uchitel//meetings//RU"
_STATUS = {File.REQUEST: "CONFIRMED", File.CANCEL: "CANCELLED"}
_REPLIES = {Reply.ASKED: "NEEDS-ACTION", Reply.COMING: "ACCEPTED", Reply.DECLINED: "DECLINED"}


@dataclass(frozen=True, slots=True)
class Wording:
    """What the file says; `names` by person id, whoever is left out stays without one."""

    title: str
    description: str = ""
    names: Mapping[int, str] = field(default_factory=dict)


def invite(meeting: Meeting, time: Slot, wording: Wording, now: datetime, method: File = File.REQUEST) -> bytes:
    """The file that goes with a `Wanted` whose `file` is `method`; `meeting` is the one of the same `Turn`.

    `time` is the agreed one; for CANCEL the one that is called off, which a moved meeting itself has lost. `now`
    (aware) is stamped into the file.
    """
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", method.value)
    calendar.add_component(_event(meeting, time, wording, now, method))
    return bytes(calendar.to_ical())


def _event(meeting: Meeting, time: Slot, wording: Wording, now: datetime, method: File) -> Event:
    event = Event()
    event.add("uid", meeting.uid)
    event.add("sequence", meeting.sequence)
    event.add("status", _STATUS[method])
    for name, moment in (("dtstamp", now), ("dtstart", time.start), ("dtend", time.end)):
        event.add(name, moment.astimezone(UTC).replace(microsecond=0))
    for name, words in (
        ("summary", wording.title),
        ("location", meeting.place),
        ("description", wording.description),
    ):
        if words:
            event.add(name, words)
    for one in meeting.participants:
        event.add("attendee", _address(meeting, one.person_id, wording, one), encode=False)
    event.add("organizer", _address(meeting, meeting.proposed_by, wording), encode=False)
    return event


def _address(meeting: Meeting, person: int, wording: Wording, reply: Participant | None = None) -> vCalAddress:
    """A person of this meeting; the same person of another meeting has another address."""
    address = vCalAddress(uuid5(NAMESPACE_URL, f"{meeting.uid}/{person}").urn)
    if name := _plain(wording.names.get(person, "")):
        address.params["CN"] = vText(name)
    if reply is not None:
        address.params["PARTSTAT"] = vText(_REPLIES[reply.reply])
        address.params["ROLE"] = vText("REQ-PARTICIPANT")
    return address


def _plain(name: str) -> str:
    """A parameter's value has no way to write a double quote or a line's end."""
    return " ".join("".join(c if c.isprintable() else " " for c in name.replace('"', "'")).split())
