"""The machine-readable description of the Bot API (api.json): which parameters each method has."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path

DESCRIPTION = Path(__file__).with_name("api.json")


@cache
def described() -> dict[str, dict[str, dict[str, object]]]:
    """Method in lower case -> parameter -> {"type", "required"}."""
    methods = json.loads(DESCRIPTION.read_text("utf-8"))["methods"]
    return {name.lower(): parameters for name, parameters in methods.items()}


def unknown_parameters(method: str, given: Iterable[str]) -> list[str]:
    """Names that the method does not have; parts of a form that are attached files are no parameters."""
    known = described().get(method)
    return [name for name in given if name not in known] if known is not None else []
