"""Notices of a unit of work become rows of the same transaction: to whom, in which language, from when.

What somebody's action brings about becomes an outbox row at once; what waits for its moment goes into the queue,
and comes out of it as one message by `parcel`.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime

from bot.telegram.render import Renderer, cut
from bot.telegram.render_group import in_group
from mentoring.notices.rules import Audience, Notice, Priority, Privacy, leaves_at
from mentoring.notices.rules_delivery import BETWEEN, Waiting, Why, own_buttons
from mentoring.notices.service import Parcel
from mentoring.texts import say
from storage import notices as queue
from storage.outbox import Outgoing
from storage.recipients import Recipient, recipients
from storage.unit import StorageUnit

Rows = list[list[dict[str, str]]]


def outgoing_for(unit: StorageUnit, renderer: Renderer, now: datetime) -> list[Outgoing]:
    """Messages that leave by themselves; what waits, and what is not going to be said, is put into the queue."""
    farewells = [renderer.farewell(one) for one in unit.farewells]
    farewells += [in_group(one, renderer) for one in unit.posts]
    if not unit.notices:
        return farewells
    known = recipients(unit.connection, {notice.person_id for notice in unit.notices})
    found = [(notice, known[notice.person_id]) for notice in unit.notices if notice.person_id in known]
    queued = [_queued(*one, renderer) for one in found if one[0].queued or _unwanted(*one) is not None]
    queue.put(unit.connection, queued, now)
    told = [_one(*one, renderer, now) for one in found if not one[0].queued and _unwanted(*one) is None]
    return farewells + told


def _unwanted(notice: Notice, to: Recipient) -> Why | None:
    """Why it is not said at once; the queue asks again when its time has come. Whoever stopped the reminders still
    hears what another person does towards them.
    """
    if not to.reachable:
        return Why.UNREACHABLE
    a_deed = notice.priority is Priority.REPLY or (notice.sounding and not notice.queued)
    return Why.MUTED if to.muted and not a_deed else None


def _queued(notice: Notice, to: Recipient, renderer: Renderer) -> queue.Queued:
    text = renderer.text((notice.text,), to.language)
    buttons = [(renderer.plain(button.label, to.language), button.data) for button in notice.buttons]
    why = None if notice.queued else _unwanted(notice, to)
    return queue.Queued(notice, to.school_id, text, buttons, why)


def _one(notice: Notice, to: Recipient, renderer: Renderer, now: datetime) -> Outgoing:
    message = renderer.notice(notice, to.language, to.tg_id)
    if notice.priority is Priority.REPLY:
        return message
    leaves = leaves_at(now, to.zone, to.quiet_from, to.quiet_to)
    return replace(message, not_before=leaves) if leaves > now else message


_PRIVACY = list(Privacy)


def parcel(one: Parcel, renderer: Renderer) -> Outgoing:
    """One message for everything that is due to a person now: paragraphs, then buttons, silent if it may be."""
    notices, reader = one.send.notices, one.reader
    payload = {
        "chat_id": reader.tg_id,
        "parse_mode": "HTML",
        "text": BETWEEN.join(notice.text for notice in notices),
        "link_preview_options": {"is_disabled": True},
        "disable_notification": not any(notice.sounding or notice.urgent for notice in notices),
    }
    rows = _rows(one, renderer)
    if rows:
        payload["reply_markup"] = {"inline_keyboard": rows}
    abouts = {notice.about for notice in notices if notice.about is not None}
    return Outgoing(
        chat_id=reader.tg_id,
        method="sendMessage",
        payload=json.dumps(payload, ensure_ascii=False, separators=(",", ":")),
        audience=notices[0].audience.value,
        privacy=max((notice.privacy for notice in notices), key=_PRIVACY.index).value,
        person_id=reader.person_id,
        about_id=min(abouts) if len(abouts) == 1 else None,
        key=one.key,
        priority=int(Priority.REMINDER),
    )


def _rows(one: Parcel, renderer: Renderer) -> Rows:
    """What the notices offer, then later, not mine and stop, once for all of them."""
    found, more = own_buttons(one.send.notices)
    rows = [[_button(label, data)] for label, data in found]
    language = one.reader.language
    if more:
        rows.append([_button(renderer.plain(say("button-home"), language), "home")])
    if not one.send.bundled:
        return rows
    later = [_button(renderer.plain(say("button-remind-later"), language), f"nt.later:{one.name}")]
    if any(_may_be_anothers(notice) for notice in one.send.notices):
        later.append(_button(renderer.plain(say("button-not-mine"), language), f"nt.mine:{one.name}"))
    return [*rows, later, [_button(renderer.plain(say("button-mute"), language), "mute")]]


def _may_be_anothers(notice: Waiting) -> bool:
    return not notice.urgent and notice.audience is not Audience.CURATOR


def _button(label: str, data: str) -> dict[str, str]:
    return {"text": cut(label, 60), "callback_data": data}
