"""The programme's ways of encouragement and the usual points, read from the file beside."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

from mentoring.awards.rules_points import Incentive


@lru_cache(maxsize=1)
def _read() -> Any:
    return tomllib.loads(files("mentoring.awards").joinpath("awards.toml").read_text(encoding="utf-8"))


def incentives() -> tuple[Incentive, ...]:
    """In the programme's order."""
    return tuple(
        Incentive(row["id"], {"ru": row["ru"], "en": row["en"]}, row.get("award", ""))
        for row in _read()["incentive"]
    )


def usual_points() -> Mapping[str, int]:
    """What a school begins with; it makes its own from it."""
    found: dict[str, int] = dict(_read()["points"])
    return found
