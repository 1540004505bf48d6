"""Notices of a unit of work become outbox rows of the same transaction: to whom, in which language, from when."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.telegram.render import Renderer
from mentoring.notices.rules import Notice, Priority, leaves_at
from storage.outbox import Outgoing
from storage.recipients import Recipient, recipients
from storage.unit import StorageUnit


def outgoing_for(unit: StorageUnit, renderer: Renderer, now: datetime) -> list[Outgoing]:
    """Nothing for people who cannot be reached; reminders wait for the end of the quiet hours."""
    farewells = [renderer.farewell(one) for one in unit.farewells]
    if not unit.notices:
        return farewells
    known = recipients(unit.connection, {notice.person_id for notice in unit.notices})
    found = [(notice, known.get(notice.person_id)) for notice in unit.notices]
    told = [_one(notice, to, renderer, now) for notice, to in found if to is not None and _wanted(notice, to)]
    return farewells + told


def _wanted(notice: Notice, to: Recipient) -> bool:
    return to.reachable and (notice.urgent or notice.priority is Priority.REPLY or not to.muted)


def _one(notice: Notice, to: Recipient, renderer: Renderer, now: datetime) -> Outgoing:
    message = renderer.notice(notice, to.language, to.tg_id)
    if notice.urgent or notice.priority is Priority.REPLY:
        return message
    leaves = leaves_at(now, to.zone, to.quiet_from, to.quiet_to)
    return replace(message, not_before=leaves) if leaves > now else message
