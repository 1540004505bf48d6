"""The proposal as a spreadsheet: the pairs with their reasons, and the whole table they were chosen from."""

from __future__ import annotations

from collections.abc import Iterable

from handlers.call import Call
from handlers.matching_words import bars_words, dashed, evidence_words, unknown_words
from mentoring.documents.sheets_out import Cell as Value
from mentoring.documents.sheets_out import Column, Sheet, workbook
from mentoring.matching.rules import Cell, Soft
from mentoring.matching.service import Proposal
from mentoring.ports_matching import RunPair

_WIDTHS = {"mentor": 30, "mentee": 30, "for": 60, "against": 40, "unknown": 40, "barred": 40}


def proposal_book(call: Call, found: Proposal) -> bytes:
    return workbook([_pairs(call, found), _table(call, found)])


def _columns(call: Call, names: Iterable[str]) -> list[Column]:
    return [
        Column(
            call.words(f"proposal-column-{name}"), _WIDTHS.get(name, 12), "text" if name in _WIDTHS else "integer"
        )
        for name in names
    ]


def _pairs(call: Call, found: Proposal) -> Sheet:
    names = ("mentor", "mentee", "fit", "for", "against", "unknown")
    rows = [_pair(call, found, pair) for pair in found.run.pairs]
    rows += [("", found.ground.name(one), None, "", call.words("proposal-no-pair"), "") for one in found.unserved]
    return Sheet(call.words("proposal-sheet-pairs"), _columns(call, names), rows)


def _pair(call: Call, found: Proposal, pair: RunPair) -> tuple[Value, ...]:
    cell = found.cells.get(pair.couple)
    people = (found.ground.name(pair.mentor), found.ground.name(pair.mentee), found.percent(pair.couple))
    if cell is None:
        return (*people, "", "", "")
    return (*people, _said(call, cell, 1), _said(call, cell, -1), unknown_words(call, cell))


def _said(call: Call, cell: Cell, sign: int) -> str:
    """Everything that speaks for the two, or against them, a line each."""
    found = [one for part in cell.parts for one in part.evidence if one.sign == sign]
    words = (evidence_words(call, one) for one in found)
    return "\n".join(call.words(one.key, **one.params) for one in words)


def _table(call: Call, found: Proposal) -> Sheet:
    """Every mentor with every mentee, the best first; points by rule, or by which rule not at all."""
    columns = _columns(call, ("mentor", "mentee", "fit", "barred"))
    columns += [Column(call.words(f"soft-{dashed(rule)}"), 14, "integer") for rule in Soft]
    cells = sorted(found.cells.values(), key=lambda cell: (bool(cell.barred), -cell.score, cell.couple))
    rows = [
        (
            found.ground.name(cell.mentor),
            found.ground.name(cell.mentee),
            cell.percent,
            bars_words(call, cell.barred),
            *_points(cell),
        )
        for cell in cells
    ]
    return Sheet(call.words("proposal-sheet-table"), columns, rows)


def _points(cell: Cell) -> tuple[Value, ...]:
    """What is missing stays empty: it is not a zero."""
    given = {part.rule: None if part.missing else part.points for part in cell.parts}
    return tuple(given.get(rule) for rule in Soft)
