"""Use cases of reflection in the group (programme, step 24): the rhythm, putting a question, counts by month."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from mentoring.errors import ProgrammeError
from mentoring.notices.rules import Audience, Privacy
from mentoring.people.rules import Actor, Role, School, occasion
from mentoring.ports import Unit
from mentoring.reflection.looking import look_again, next_question
from mentoring.reflection.prompts import final, queue
from mentoring.reflection.rules import (
    HOURS,
    WEEKDAYS,
    AnswerState,
    Asked,
    Counts,
    Place,
    Prompt,
    Rhythm,
    Settings,
    period_of,
)
from mentoring.reflection.rules_posts import GroupPost, LinkButton, PostKind
from mentoring.texts import Raw, Words, say

LINK = "ask_"
AGAIN = timedelta(hours=1)  # a second press on the same question within it is one press


@dataclass(frozen=True, slots=True)
class Shown:
    """What the curator sees of the group. `next_at` None: no question is going to come by itself."""

    place: Place | None
    settings: Settings
    next_at: datetime | None
    prompts: tuple[Prompt, ...]
    held: int
    counts: Counts


def shown(actor: Actor, unit: Unit) -> Shown:
    actor.require(Role.CURATOR)
    school, settings = actor.school, unit.reflections.settings(actor.school_id)
    today = school.day(unit.now)
    return Shown(
        place=unit.groups.of_school(school.id),
        settings=settings,
        next_at=next_question(unit, school, settings),
        prompts=tuple(waiting(unit, school)),
        held=len(unit.reflections.with_state(school.id, AnswerState.HELD)),
        counts=month(unit, school, today),
    )


def waiting(unit: Unit, school: School) -> list[Prompt]:
    """The questions in the order in which they come."""
    store, when = unit.reflections, unit.now.astimezone(ZoneInfo(school.zone))
    asked = store.asked_codes(school.id, occasion(school))
    return queue(when.month, school.language, store.own_prompts(school.id), store.dropped(school.id), asked)


def set_rhythm(actor: Actor, unit: Unit, rhythm: Rhythm) -> None:
    _set(actor, unit, rhythm=rhythm)


def set_day(actor: Actor, unit: Unit, weekday: int) -> None:
    if weekday not in WEEKDAYS:
        raise ProgrammeError("error-stale")
    _set(actor, unit, weekday=weekday)


def set_hour(actor: Actor, unit: Unit, hour: int) -> None:
    """By the school's clock; within school hours."""
    if hour not in HOURS:
        raise ProgrammeError("error-stale")
    _set(actor, unit, hour=hour)


def set_held(actor: Actor, unit: Unit, held: bool) -> None:
    """Whether private answers wait for the curator's look before they are put to the group."""
    _set(actor, unit, held=held)


def _set(actor: Actor, unit: Unit, **changes: object) -> None:
    actor.require(Role.CURATOR)
    kept = unit.reflections.settings(actor.school_id)
    look_again(unit, actor.school, replace(kept, **changes))  # type: ignore[arg-type]


def bound_place(unit: Unit, school: School) -> Place:
    """Raises ProgrammeError("error-no-group") for a school that has none."""
    found = unit.groups.of_school(school.id)
    if found is None:
        raise ProgrammeError("error-no-group")
    return found


def ask_now(actor: Actor, unit: Unit, code: str) -> None:
    """Put this question now; it takes the place of the rhythm's own in this period."""
    actor.require(Role.CURATOR)
    school = actor.school
    place = bound_place(unit, school)
    prompt = next((one for one in waiting(unit, school) if one.code == code), None)
    last = unit.reflections.last_asked(school.id)
    if prompt is None:
        raise ProgrammeError("error-stale")
    if last is not None and last.code == code and unit.now - last.asked_at < AGAIN:
        raise ProgrammeError("error-done-already")
    put_question(unit, school, place, prompt)
    settings = unit.reflections.settings(school.id)
    today = school.day(unit.now)
    period = period_of(settings.rhythm, today, school.year_start)
    look_again(unit, school, replace(settings, period=period.name if period else settings.period))


def put_question(unit: Unit, school: School, place: Place, prompt: Prompt, hour_id: int | None = None) -> None:
    """The question goes to the group, silently; replies to it are answers, and so is what is written privately."""
    key = f"group-ask:1:{school.id}:{prompt.code}:{stamp(unit.now)}"
    post_id = unit.groups.add_post(school.id, place.chat_id, key, PostKind.ASK, unit.now)
    asked = Asked(0, school.id, prompt.code, prompt.text, unit.now, hour_id)
    number = unit.reflections.add_asked(asked, occasion(school), post_id)
    words = (_question(prompt, hour_id), say("group-ask-how"))
    unit.post(public(place, school, key, words, buttons=_private_link(unit, number)))


def _question(prompt: Prompt, hour_id: int | None) -> Words:
    if hour_id is None:
        return say("group-ask", text=Raw(prompt.text))
    number = int(prompt.code.rpartition("-")[2])
    return say("group-ask-hour", number=number, total=len(final("ru")), text=Raw(prompt.text))


def _private_link(unit: Unit, number: int) -> tuple[LinkButton, ...]:
    name = unit.remembered("bot_username")
    if name is None:
        return ()
    return (LinkButton(say("button-answer-private"), url=f"https://t.me/{name}?start={LINK}{number}"),)


def public(
    place: Place,
    school: School,
    key: str,
    text: tuple[Words, ...],
    *,
    buttons: tuple[LinkButton, ...] = (),
    options: tuple[str, ...] = (),
) -> GroupPost:
    """Words for everybody: the bot's own, about nobody."""
    return GroupPost(
        chat_id=place.chat_id,
        key=key,
        text=text,
        language=school.language,
        audience=Audience.GROUP,
        privacy=Privacy.PUBLIC,
        thread_id=place.thread_id,
        buttons=buttons,
        options=options,
    )


def say_in_group(unit: Unit, school: School, place: Place, rule: str, *words: Words) -> None:
    """A word of the bot's own, once for its rule."""
    key = f"{rule}:{stamp(unit.now)}"
    unit.groups.add_post(school.id, place.chat_id, key, PostKind.WORD, unit.now)
    unit.post(public(place, school, key, words))


def stamp(now: datetime) -> str:
    return f"{now:%Y%m%d%H%M%S}"


def month(unit: Unit, school: School, day: date) -> Counts:
    """What the month of `day` brought, in numbers: for the group's summary and for the digest."""
    zone = ZoneInfo(school.zone)
    first = day.replace(day=1)
    following = (first + timedelta(days=31)).replace(day=1)
    start, end = (datetime(one.year, one.month, 1, tzinfo=zone) for one in (first, following))
    return unit.reflections.counts(school.id, start, end)
