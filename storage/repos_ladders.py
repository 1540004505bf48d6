"""Ladders of pairs, whole."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from sqlalchemy import Connection, insert, select, update

from mentoring.meetings.rules_ladder import Ladder, Rung, To
from mentoring.meetings.rules_radar import Colour, Health, Reason, Thresholds
from storage.tables import ladders


class LadderRepo:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, ladder: Ladder) -> int:
        made = insert(ladders).values(pair_id=ladder.pair_id, **_row(ladder)).returning(ladders.c.id)
        return int(self._connection.execute(made).scalar_one())

    def save(self, ladder_id: int, ladder: Ladder) -> None:
        self._connection.execute(update(ladders).where(ladders.c.id == ladder_id).values(**_row(ladder)))

    def of_pairs(self, pair_ids: Iterable[int]) -> Mapping[int, Sequence[tuple[int, Ladder]]]:
        """By pair, oldest first, each with the number it is stored under."""
        query = select(ladders).where(ladders.c.pair_id.in_(list(pair_ids))).order_by(ladders.c.id)
        found: dict[int, list[tuple[int, Ladder]]] = {}
        for row in self._connection.execute(query):
            found.setdefault(row.pair_id, []).append((row.id, _ladder(row.pair_id, json.loads(row.body))))
        return found


def _row(ladder: Ladder) -> dict[str, Any]:
    return {"reason": ladder.reason.value, "running": ladder.running, "body": json.dumps(_body(ladder))}


def _body(ladder: Ladder) -> dict[str, Any]:
    health = ladder.health
    return {
        "reason": ladder.reason.value,
        "started": ladder.started.isoformat(),
        "rungs": [[rung.to.value, rung.wait] for rung in ladder.rungs],
        "about": sorted(ladder.about),
        "climbed": [day.isoformat() for day in ladder.climbed],
        "stopped": ladder.stopped and ladder.stopped.isoformat(),
        "stopped_by": ladder.stopped_by,
        "colour": health.colour.value,
        "reasons": [reason.value for reason in health.reasons],
        "days": health.days,
        "low": sorted(health.low),
        "thresholds": asdict(health.thresholds),
    }


def _ladder(pair_id: int, body: Mapping[str, Any]) -> Ladder:
    started = date.fromisoformat(body["started"])
    health = Health(
        pair_id,
        started,
        Colour(body["colour"]),
        tuple(Reason(one) for one in body["reasons"]),
        body["days"],
        frozenset(body["low"]),
        Thresholds(**body["thresholds"]),
    )
    return Ladder(
        pair_id,
        Reason(body["reason"]),
        started,
        tuple(Rung(To(to), wait) for to, wait in body["rungs"]),
        health,
        frozenset(body["about"]),
        tuple(date.fromisoformat(day) for day in body["climbed"]),
        date.fromisoformat(body["stopped"]) if body["stopped"] else None,
        body["stopped_by"],
    )
