"""Calendar files, read back by the library and line by line as the standard says."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from icalendar import Calendar

from mentoring.meetings.ics import Wording, invite
from mentoring.meetings.rules import File
from mentoring.meetings.rules_meeting import Accept, Reoffer
from tests.meetings.tools import MENTEE, MENTOR, MOSCOW, NOW, agreed, at, do, offer, slot

WORDS = Wording(
    "Пробная рабочая встреча: урок географии в 7 «Б», обсуждение и следующий шаг",
    "Памятка:\n1. Начните с вопроса; послушайте ответ.\n2. Выберите шаг, посильный за неделю. \\ конец",
    {MENTOR: 'Иванова "Ира": старшая; Мария, ёё\r\nX-EVIL:1', MENTEE: "<b>&"},
)


def event(data: bytes):
    calendar = Calendar.from_ical(data)
    (found,) = calendar.walk("VEVENT")
    assert not found.errors
    return calendar, found


def test_an_invitation_reads_back():
    meeting = agreed()
    calendar, found = event(invite(meeting, meeting.time, WORDS, NOW))
    assert (calendar["VERSION"], calendar["METHOD"], found["STATUS"]) == ("2.0", "REQUEST", "CONFIRMED")
    assert (found["UID"], found["SEQUENCE"]) == ("b7e0", 0)
    assert found["SUMMARY"] == WORDS.title
    assert found["DESCRIPTION"] == WORDS.description
    assert found["LOCATION"] == "каб. 12"
    assert found.decoded("dtstart") == datetime(2026, 11, 12, 12, 0, tzinfo=UTC)
    assert found.decoded("dtend") == datetime(2026, 11, 12, 12, 45, tzinfo=UTC)
    assert found.decoded("dtstamp") == NOW


def test_every_calendar_finds_its_lines():
    meeting = agreed()
    data = invite(meeting, meeting.time, WORDS, NOW)
    assert data.endswith(b"\r\n")
    assert data.count(b"\n") == data.count(b"\r\n")
    lines = data.split(b"\r\n")[:-1]
    assert max(map(len, lines)) <= 75
    assert all(line.decode("utf-8") for line in lines)
    assert any(line.startswith(b" ") for line in lines)
    unfolded = data.replace(b"\r\n ", b"").decode()
    assert "\nX-EVIL" not in unfolded
    for name in ("DTSTART", "DTEND", "DTSTAMP"):
        (line,) = [line for line in unfolded.splitlines() if line.startswith(name)]
        assert line.endswith("Z")
    assert "VTIMEZONE" not in unfolded


def test_people_are_named_and_have_no_address():
    meeting = agreed()
    _, found = event(invite(meeting, meeting.time, WORDS, NOW))
    assert [one.params["CN"] for one in found["ATTENDEE"]] == [
        "Иванова 'Ира': старшая; Мария, ёё X-EVIL:1",
        "<b>&",
    ]
    assert [one.params["PARTSTAT"] for one in found["ATTENDEE"]] == ["ACCEPTED", "ACCEPTED"]
    assert all(str(one).startswith("urn:uuid:") for one in found["ATTENDEE"])
    assert found["ORGANIZER"] == found["ATTENDEE"][0]
    other = replace(meeting, uid="c1")
    _, second = event(invite(other, meeting.time, WORDS, NOW))
    assert second["ORGANIZER"] != found["ORGANIZER"]


def test_without_names_nothing_is_named():
    meeting = replace(agreed(), place="")
    data = invite(meeting, meeting.time, Wording("Встреча"), NOW)
    assert b"CN=" not in data
    assert b"LOCATION" not in data
    assert b"DESCRIPTION" not in data


def test_moving_calls_off_the_old_time_and_invites_under_the_same_uid():
    first = agreed()
    moved = do(first, Reoffer(0, offer(at(17))), MENTOR, NOW).meeting
    calendar, off = event(invite(moved, first.time, WORDS, NOW, File.CANCEL))
    assert (calendar["METHOD"], off["STATUS"], off["SEQUENCE"]) == ("CANCEL", "CANCELLED", 1)
    assert off.decoded("dtstart") == first.time.start
    anew = do(moved, Accept(1, 0), MENTEE, NOW).meeting
    _, on = event(invite(anew, anew.time, WORDS, NOW))
    assert (on["UID"], on["SEQUENCE"], on.decoded("dtstart")) == (off["UID"], 2, at(17))


def test_local_times_are_written_in_utc():
    local = slot(datetime(2026, 11, 12, 15, tzinfo=MOSCOW))
    assert b"DTSTART:20261112T120000Z" in invite(agreed(), local, WORDS, NOW)


@pytest.mark.parametrize("method", list(File))
def test_the_same_facts_make_the_same_file(method):
    meeting = agreed()
    assert invite(meeting, meeting.time, WORDS, NOW, method) == invite(meeting, meeting.time, WORDS, NOW, method)
