"""Fills one school's own template in a process of its own: JSON in, JSON out. Run by path in isolated mode.

What a template does to its reader, it does here, under limits of memory and processor time, and never in the bot.
"""

from __future__ import annotations

import base64
import contextlib
import json
import os
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
LARGEST = 20 * 1024 * 1024
"""Bytes of a filled document: what a chat carries."""


def main(arguments: list[str]) -> int:
    """Arguments: bytes of memory, seconds of processor time."""
    memory, seconds = (int(one) for one in arguments)
    _confine(memory, seconds)
    sys.path.insert(0, str(ROOT))
    json.dump(_answer(json.load(sys.stdin)), sys.stdout)
    return 0


def _confine(memory: int, seconds: int) -> None:
    with contextlib.suppress(ImportError, AttributeError):  # not on Windows; the parent's time-out remains
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        os.nice(10)  # those who chat meanwhile come first


def _answer(asked: dict[str, Any]) -> dict[str, Any]:
    from mentoring.documents.order_paper import fill
    from mentoring.documents.own_template_syntax import Refused

    names = {name: frozenset(fields) for name, fields in asked["names"].items()}
    try:
        made, named = fill(base64.b64decode(asked["template"]), asked["texts"], names, asked["draft"])
    except Refused as refusal:
        return {"faults": [(one.key, dict(one.params)) for one in refusal.faults], "named": []}
    except (MemoryError, RecursionError):
        return {"faults": [("template-too-heavy", {})], "named": []}
    if len(made) > LARGEST:
        return {"faults": [("template-too-heavy", {})], "named": []}
    return {"document": base64.b64encode(made).decode(), "named": sorted(named)}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
