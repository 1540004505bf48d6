"""The programme's indicators, read from the file beside. A new one is a table there and nothing here."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

from mentoring.evaluation.rules_indicators import Better, Group, Indicator, Kind, Source
from mentoring.questionnaires.rules_form import Texts

CARD = "curators_card"


@lru_cache(maxsize=1)
def indicators() -> tuple[Indicator, ...]:
    """All of them, in the programme's order."""
    text = files("mentoring.evaluation").joinpath("indicators.toml").read_text(encoding="utf-8")
    return tuple(_indicator(row) for row in tomllib.loads(text)["indicator"])


def _indicator(row: Mapping[str, Any]) -> Indicator:
    name = Texts({"ru": row["ru"], "en": row["en"]}, "ru")
    return Indicator(row["id"], Group(row["group"]), name, tuple(_source(one) for one in row["sources"]))


def _source(row: Mapping[str, str]) -> Source:
    kind = Kind(row["kind"])
    of = CARD if kind is Kind.CARD else row.get("form") or row.get("series") or ""
    item = row.get("item") or row.get("measure") or row["name"]
    return Source(kind, item, of, Better(row.get("better", "up")), row.get("choice", "yes"))
