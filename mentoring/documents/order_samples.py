"""An order of each kind with a row in every list: it tells what a template may name, and each is tried on it."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from mentoring.documents import order_facts as facts
from mentoring.documents.order_words import words
from mentoring.meetings.rules import Contact, Side

_DAY = date(2026, 9, 1)


@lru_cache(maxsize=len(facts.OrderKind))
def sample(kind: facts.OrderKind) -> facts.Order:
    someone, text = facts.Named(words()["nobody"], words()["director"]), words()["sample"]
    common = facts.Common(
        facts.Letterhead(text, someone, text, text), (2026, 2027), someone,
        [facts.Duty(someone, text, _DAY)], someone, [text],
    )  # fmt: skip
    match kind:
        case facts.OrderKind.CURATOR:
            return facts.CuratorOrder(common, _DAY, someone)
        case facts.OrderKind.REGISTER:
            return facts.RegisterOrder(common, [facts.Registered(someone, text, [Contact.DIRECT], _DAY)])
        case facts.OrderKind.TRAINING:
            lesson = facts.Lesson(text, _DAY, text, 1, text, someone)
            return facts.TrainingOrder(common, [someone], [lesson], text)
        case _:
            return _of_pairs(kind, common, someone, text)


def _of_pairs(kind: facts.OrderKind, common: facts.Common, someone: facts.Named, text: str) -> facts.Order:
    match kind:
        case facts.OrderKind.PAIRS:
            return facts.PairsOrder(common, [facts.Bound([someone], [someone], Contact.DIRECT, _DAY)])
        case facts.OrderKind.REPLACEMENT:
            sides = [
                facts.Replacement(side, someone, someone, [someone], _DAY, Contact.DIRECT, text) for side in Side
            ]
            return facts.ReplacementOrder(common, sides)
        case facts.OrderKind.END:
            return facts.EndOrder(common, [facts.Ended([someone], [someone], _DAY, text)])
        case _:
            return facts.EncouragementOrder(common, [facts.Award(someone, text, text)])
