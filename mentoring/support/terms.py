"""How long talks are kept: data, see `talks.toml`."""

from __future__ import annotations

import tomllib
from datetime import timedelta
from functools import lru_cache
from importlib.resources import files

from mentoring.support.rules_talk import Terms


@lru_cache(maxsize=1)
def terms() -> Terms:
    read = tomllib.loads(files("mentoring.support").joinpath("talks.toml").read_text(encoding="utf-8"))
    return Terms(timedelta(days=read["done_days"]), timedelta(days=read["silent_days"]))
