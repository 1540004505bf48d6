"""What a change of a meeting makes known: notices to the others, the calendar file to whoever pressed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from mentoring.meetings import wording
from mentoring.meetings.ics import Wording, invite
from mentoring.meetings.rules import File, Meeting, Turn, Wanted, What
from mentoring.meetings.rules_days import Days
from mentoring.meetings.rules_due import ahead
from mentoring.meetings.scripts import script
from mentoring.notices.rules import Audience, Notice, NoticeButton, NoticeFile, Privacy
from mentoring.people.rules import Person, Role, School
from mentoring.ports import Unit
from mentoring.texts import Words, say

FILE_NAME = "meeting.ics"


@dataclass(frozen=True, slots=True)
class Scene:
    """The school a meeting is in, its days, and everybody by number."""

    school: School
    days: Days
    people: Mapping[int, Person]

    def names(self, ids: Iterable[int]) -> Words:
        return wording.named(self.people, ids)


def put(unit: Unit, scene: Scene, before: Meeting, turn: Turn, by: int | None) -> NoticeFile | None:
    """Store what a meeting has become and let everybody concerned know; the file for `by`, who needs no notice.

    Reminders of what is no longer so are taken back, those on their way too.
    """
    if turn.meeting != before:
        unit.meetings.save(turn.meeting)
        unit.take_back(_keys(before, scene) - _keys(turn.meeting, scene))
    return tell(unit, scene, before, turn, by)


def _keys(meeting: Meeting, scene: Scene) -> set[tuple[str, int]]:
    return {(one.once, one.person_id) for one in ahead(meeting, scene.days)}


def tell(unit: Unit, scene: Scene, before: Meeting, turn: Turn, by: int | None) -> NoticeFile | None:
    own = None
    for wanted in turn.wanted:
        file = _file(unit, scene, before, turn.meeting, wanted)
        if wanted.person_id is None:
            _tell_curators(unit, scene, turn.meeting, bundled=by is None)
        elif wanted.person_id == by:
            own = file
        else:
            unit.tell(_notice(unit, scene, before, turn.meeting, wanted, by, file))
    return own


def calendar_file(
    unit: Unit, scene: Scene, before: Meeting, after: Meeting, reader: int, method: File
) -> NoticeFile | None:
    """The meeting for the reader's calendar; None when it has never had a time."""
    time = after.time or before.time
    person = scene.people.get(reader)
    if time is None or person is None:
        return None
    names = {one: scene.people[one].name or "" for one in _of(after) if one in scene.people}
    found = script(after.kind, person.language)
    said = Wording(found.title, found.aim, names)
    return NoticeFile(FILE_NAME, invite(after, time, said, unit.now, method))


def _file(unit: Unit, scene: Scene, before: Meeting, after: Meeting, wanted: Wanted) -> NoticeFile | None:
    if wanted.file is None or wanted.person_id is None:
        return None
    return calendar_file(unit, scene, before, after, wanted.person_id, wanted.file)


def _of(meeting: Meeting) -> tuple[int, ...]:
    return tuple(one.person_id for one in meeting.participants)


def _notice(
    unit: Unit,
    scene: Scene,
    before: Meeting,
    meeting: Meeting,
    wanted: Wanted,
    by: int | None,
    file: NoticeFile | None,
) -> Notice:
    assert wanted.person_id is not None
    others = [one for one in _of(meeting) if one != wanted.person_id]
    stamp = f"{meeting.revision}.{int(unit.now.timestamp())}.{by or 0}"
    return Notice(
        person_id=wanted.person_id,
        key=f"meeting-{wanted.what}:1:{meeting.id}:{stamp}:{wanted.person_id}",
        text=_words(scene, before, meeting, wanted.what, by, others),
        buttons=_BUTTONS.get(wanted.what, _open)(meeting),
        audience=Audience.PAIR,
        privacy=Privacy.NAMED,
        sounding=True,
        bundled=by is None and file is None,  # what time alone has brought about waits for a school day
        about=others[0] if len(others) == 1 else None,
        file=file,
    )


def _words(
    scene: Scene, before: Meeting, meeting: Meeting, what: What, by: int | None, others: Iterable[int]
) -> Words:
    zone = scene.school.zone
    key = f"notice-meeting-{what.replace('_', '-')}"
    return say(
        key,
        kind=wording.kind(meeting.kind),
        name=scene.names([by] if by is not None else others),
        names=scene.names(others),
        times=wording.when_and_where(meeting, zone),
        former=wording.times(before, zone),
    )


def _tell_curators(unit: Unit, scene: Scene, meeting: Meeting, *, bundled: bool) -> None:
    """That help is needed, never what was said."""
    for curator in unit.people.with_role(scene.school.id, Role.CURATOR):
        unit.tell(
            Notice(
                person_id=curator.id,
                key=f"meeting-help:1:{meeting.id}:{meeting.revision}:{curator.id}",
                text=say("notice-meeting-help", names=scene.names(_of(meeting))),
                buttons=(NoticeButton(say("button-pair"), f"pair:{meeting.pair_id}"),),
                audience=Audience.CURATOR,
                privacy=Privacy.NAMED,
                bundled=bundled,
            )
        )


def accepting(meeting: Meeting) -> tuple[NoticeButton, ...]:
    """One button a time; a number only where there are several."""
    if meeting.chosen is not None or len(meeting.slots) == 1:
        return (
            NoticeButton(say("button-accept"), f"mt.yes:{meeting.id}:{meeting.revision}:{meeting.chosen or 0}"),
        )
    return tuple(
        NoticeButton(say("button-accept-one", number=place + 1), f"mt.yes:{meeting.id}:{meeting.revision}:{place}")
        for place in range(len(meeting.slots))
    )


def checking(meeting: Meeting) -> tuple[NoticeButton, ...]:
    end = f"{meeting.id}:{meeting.revision}"
    return (
        NoticeButton(say("button-held"), f"ci.yes:{end}"),
        NoticeButton(say("button-not-held"), f"ci.no:{end}"),
    )


def asking(meeting: Meeting) -> tuple[NoticeButton, ...]:
    """What a proposal offers: its times, another one, none."""
    end = f"{meeting.id}:{meeting.revision}"
    other = (NoticeButton(say("button-other-time"), f"mp.re:{end}"),) if meeting.chosen is None else ()
    return (*accepting(meeting), *other, NoticeButton(say("button-cannot"), f"mt.no:{end}"))


def _anew(meeting: Meeting) -> tuple[NoticeButton, ...]:
    return (NoticeButton(say("button-propose"), f"mp.new:{meeting.pair_id}"),)


def _open(meeting: Meeting) -> tuple[NoticeButton, ...]:
    return (NoticeButton(say("button-meeting"), f"mt:{meeting.id}"),)


_BUTTONS: Mapping[What, Callable[[Meeting], tuple[NoticeButton, ...]]] = {
    What.PROPOSED: asking,
    What.COUNTERED: asking,
    What.MOVED: asking,
    What.JOIN: asking,
    What.DECLINED: _anew,
    What.CANCELLED: _anew,
    What.OFFER_NEW_TIME: _anew,
    What.CONFIRM_HELD: checking,
    What.CONFIRM_NOT_HELD: checking,
}
