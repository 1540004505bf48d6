"""Use cases of a school's own templates of orders: which are in force, put one in force, go back to what ships."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from mentoring.documents.order_apart import TemplateVerdict
from mentoring.documents.order_facts import OrderKind
from mentoring.errors import ProgrammeError
from mentoring.matching.service_orders import READERS
from mentoring.people.rules import Actor
from mentoring.ports import Unit
from mentoring.ports_matching import OwnTemplate


@dataclass(frozen=True, slots=True)
class Template:
    """What an order of the kind is made by; `since` None: by the template that ships. `by` is empty once whoever
    sent the school's own was erased.
    """

    kind: OrderKind
    since: date | None = None
    by: str = ""


def listed(actor: Actor, unit: Unit) -> list[Template]:
    """Every kind of order, in the order of the year."""
    actor.require(*READERS)
    own = {one.kind: one for one in unit.orders.templates(actor.school_id)}
    return [_template(actor, unit, kind, own.get(kind.value)) for kind in OrderKind]


def _template(actor: Actor, unit: Unit, kind: OrderKind, own: OwnTemplate | None) -> Template:
    if own is None:
        return Template(kind)
    sender = unit.people.find(actor.school_id, own.added_by) if own.added_by is not None else None
    day = actor.school.day(own.added_at)
    return Template(kind, day, (sender and sender.name) or "")


def one(actor: Actor, unit: Unit, kind: OrderKind) -> Template:
    return next(found for found in listed(actor, unit) if found.kind is kind)


def content(actor: Actor, unit: Unit, kind: OrderKind) -> bytes | None:
    """The school's own template; None where the order is made by the one that ships."""
    actor.require(*READERS)
    return unit.orders.template(actor.school_id, kind.value)


def receive(actor: Actor, unit: Unit, verdict: TemplateVerdict, sent: bytes) -> Template:
    """Put a checked template in force. Raises ProgrammeError("template-unfit") for one with faults."""
    actor.require(*READERS)
    if not verdict.accepted:
        raise ProgrammeError("template-unfit")
    kept = OwnTemplate(verdict.kind.value, hashlib.sha256(sent).hexdigest(), actor.id, unit.now)
    unit.orders.keep_template(actor.school_id, kept, sent)
    return one(actor, unit, verdict.kind)


def back(actor: Actor, unit: Unit, kind: OrderKind) -> Template:
    """The template that ships is in force again; the school's own is deleted."""
    actor.require(*READERS)
    if not unit.orders.drop_template(actor.school_id, kind.value):
        raise ProgrammeError("error-done-already")
    return one(actor, unit, kind)
