"""Which consents a person still has to decide on. Pure.

Since 1 September 2025 each consent is a document of its own with one purpose (152-FZ, art. 9): processing for the
programme, publication on the site and in cases, taking part.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mentoring.people.rules import PAIR_ROLES, Role


class ConsentKind(StrEnum):
    PROCESSING = "processing"
    PUBLICATION = "publication"
    PARTICIPATION = "participation"


@dataclass(frozen=True, slots=True)
class Decision:
    id: int
    document: ConsentKind
    version: int
    text_hash: str
    accepted: bool
    decided_at: datetime
    withdrawn_at: datetime | None

    @property
    def in_force(self) -> bool:
        return self.accepted and self.withdrawn_at is None


def wanted(roles: Iterable[Role]) -> tuple[ConsentKind, ...]:
    """The documents put before somebody with these roles, in order. Staff are asked for processing alone."""
    if PAIR_ROLES.isdisjoint(roles):
        return (ConsentKind.PROCESSING,)
    return (ConsentKind.PROCESSING, ConsentKind.PARTICIPATION, ConsentKind.PUBLICATION)


def latest(decisions: Iterable[Decision]) -> dict[ConsentKind, Decision]:
    return {d.document: d for d in sorted(decisions, key=lambda d: d.id)}


def next_document(
    roles: Iterable[Role], decisions: Iterable[Decision], versions: Mapping[ConsentKind, int]
) -> ConsentKind | None:
    """The first document without a decision on its present version; a refusal is a decision too."""
    decided = latest(decisions)
    for kind in wanted(roles):
        decision = decided.get(kind)
        if decision is None or decision.version != versions[kind]:
            return kind
    return None


def holds(decisions: Iterable[Decision], kind: ConsentKind) -> bool:
    decision = latest(decisions).get(kind)
    return decision is not None and decision.in_force
