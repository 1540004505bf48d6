"""Use cases of polls in the group, where a show of hands suits: Telegram's own, without names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from mentoring.calendar.service import calendar_of
from mentoring.errors import ProgrammeError
from mentoring.notices.rules import Audience, Notice, NoticeButton, Privacy
from mentoring.people.rules import Actor, Role, School
from mentoring.ports import Unit
from mentoring.ports_reflection import Posted
from mentoring.reflection.rules import Poll
from mentoring.reflection.rules_posts import Deed, GroupDeed, PostKind
from mentoring.reflection.service import bound_place, public, say_in_group
from mentoring.texts import Raw, Text, say

QUESTION, OPTION, LEAST, MOST = 200, 100, 2, 10
DAYS = (1, 3, 7)
DAYS_OFFERED = 6


def listed(actor: Actor, unit: Unit) -> Sequence[Poll]:
    """Those that were put to the group, the newest first."""
    actor.require(Role.CURATOR)
    return unit.polls.of_school(actor.school_id)


def find(actor: Actor, unit: Unit, poll_id: int) -> Poll:
    """Raises ProgrammeError("error-stale") for one that is not there."""
    actor.require(Role.CURATOR)
    found = unit.polls.find(actor.school_id, poll_id)
    if found is None:
        raise ProgrammeError("error-stale")
    return found


def coming_days(actor: Actor, unit: Unit) -> list[date]:
    """School days to choose a date from, beginning with a week ahead: people have to plan."""
    actor.require(Role.CURATOR)
    days = calendar_of(unit, actor.school)
    start = days.add_school_days(days.local_day(unit.now), 4)
    return [days.add_school_days(start, number) for number in range(1, DAYS_OFFERED + 1)]


def begin(actor: Actor, unit: Unit, question: str) -> Poll:
    """A new draft in the place of the curator's former one."""
    actor.require(Role.CURATOR)
    bound_place(unit, actor.school)
    words = " ".join(question.split())
    if not words or len(words) > QUESTION:
        raise ProgrammeError("error-poll-question", limit=QUESTION)
    before = unit.polls.draft(actor.school_id, actor.id)
    if before is not None:
        unit.polls.drop(actor.school_id, before.id)
    draft = Poll(0, actor.school_id, words, (), "draft", actor.id)
    return replace(draft, id=unit.polls.add(draft, unit.now))


def _draft(actor: Actor, unit: Unit, poll_id: int) -> Poll:
    found = find(actor, unit, poll_id)
    if found.state != "draft":
        raise ProgrammeError("error-done-already")
    return found


def toggle(actor: Actor, unit: Unit, poll_id: int, option: str) -> Poll:
    """Take the option in, or out again."""
    found = _draft(actor, unit, poll_id)
    gone = tuple(one for one in found.options if one != option)
    return _with(unit, found, gone if option in found.options else (*found.options, option))


def add_options(actor: Actor, unit: Unit, poll_id: int, typed: str) -> Poll:
    """Options as typed, one a line, after those that are there; one that is there already is taken once."""
    found = _draft(actor, unit, poll_id)
    lines = [" ".join(line.split()) for line in typed.splitlines()]
    return _with(unit, found, tuple(dict.fromkeys([*found.options, *filter(None, lines)])))


def _with(unit: Unit, found: Poll, options: tuple[str, ...]) -> Poll:
    if len(options) > MOST:
        raise ProgrammeError("error-poll-many", limit=MOST)
    if any(len(one) > OPTION for one in options):
        raise ProgrammeError("error-poll-option", limit=OPTION)
    after = replace(found, options=options)
    unit.polls.change(found, after)
    return after


def publish(actor: Actor, unit: Unit, poll_id: int, days: int) -> Poll:
    """Put it to the group; `days` until it closes by itself, 0 for never."""
    found = _draft(actor, unit, poll_id)
    place = bound_place(unit, actor.school)
    if len(found.options) < LEAST or days not in (0, *DAYS):
        raise ProgrammeError("error-poll-few", limit=LEAST)
    key = f"group-poll:1:{found.id}"
    post_id = unit.groups.add_post(actor.school_id, place.chat_id, key, PostKind.POLL, unit.now)
    closes = unit.now + timedelta(days=days) if days else None
    after = replace(found, state="open", closes_at=closes, post_id=post_id)
    unit.polls.change(found, after)
    unit.post(public(place, actor.school, key, (Raw(found.question),), options=found.options))
    return after


def close(actor: Actor, unit: Unit, poll_id: int) -> None:
    """Ask the messenger to close it; its last count comes back as an update."""
    found = find(actor, unit, poll_id)
    if found.state != "open":
        raise ProgrammeError("error-done-already")
    if not end(unit, found):
        raise ProgrammeError("error-poll-leaving")


def end(unit: Unit, poll: Poll) -> bool:
    """False for one that is on its way to the group still."""
    post = _post_of(unit, poll)
    if post is None or post.message_id is None:
        return False
    if not unit.polls.change(poll, replace(poll, state="closing", closes_at=None)):
        return True
    where = (post.chat_id, post.message_id)
    unit.deed(GroupDeed(*where, Deed.CLOSE, audience=Audience.GROUP, privacy=Privacy.PUBLIC))
    return True


def _post_of(unit: Unit, poll: Poll) -> Posted | None:
    return unit.groups.post(poll.school_id, poll.post_id) if poll.post_id is not None else None


def counted(unit: Unit, poll_code: str, counts: Sequence[int], closed: bool) -> None:
    """The messenger told how the votes stand. Who voted how is not known to anybody."""
    post = unit.groups.post_by_poll(poll_code)
    found = unit.polls.by_post(post.id) if post is not None else None
    if found is None or found.state == "closed":
        return
    after = replace(found, counts=tuple(counts), state="closed" if closed else found.state)
    unit.polls.change(found, replace(after, closes_at=None if closed else found.closes_at))
    if closed:
        _tell(unit, unit.schools.get(found.school_id), after)


def best(poll: Poll) -> tuple[list[str], int]:
    """The options with most votes, and how many votes each of them has; none where nobody voted."""
    most = max(poll.counts, default=0)
    tied = [one for one, count in zip(poll.options, poll.counts, strict=False) if count == most]
    return (tied, most) if most else ([], 0)


def _outcome(poll: Poll, *, in_group: bool) -> Text:
    """In the group's words or in the curator's."""
    title, (leading, most) = Raw(poll.question), best(poll)
    if not leading:
        return say("group-poll-empty" if in_group else "notice-poll-empty", title=title)
    key = "group-poll-over" if in_group else "notice-poll-over"
    return say(key, title=title, what=Raw(", ".join(leading)), count=most, number=sum(poll.counts))


def _tell(unit: Unit, school: School, poll: Poll) -> None:
    place = unit.groups.of_school(school.id)
    if place is not None:
        say_in_group(unit, school, place, f"group-poll-over:1:{poll.id}", _outcome(poll, in_group=True))
    for curator in unit.people.with_role(school.id, Role.CURATOR):
        unit.tell(
            Notice(
                person_id=curator.id,
                key=f"poll-over:1:{poll.id}:{curator.id}",
                text=_outcome(poll, in_group=False),
                buttons=(NoticeButton(say("button-look"), f"gp.show:{poll.id}"),),
                audience=Audience.CURATOR,
            )
        )
