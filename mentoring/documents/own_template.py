"""A school's own Word template for an order: whether it may be used, and filling it, both at arm's length.

The file comes from a chat. Its size is looked at before it is opened, whatever runs by itself or reaches outside
is refused, and the rest happens in a child process under limits of memory and time.
"""

from __future__ import annotations

import base64
import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mentoring.documents.own_template_file import file_faults
from mentoring.documents.own_template_syntax import TemplateFault, Vocabulary
from mentoring.errors import ProgrammeError

MEMORY = 600 * 1024 * 1024
SECONDS = 20
_CHILD = Path(__file__).with_name("own_template_child.py")


def check(template: bytes, texts: Mapping[str, Any], vocabulary: Vocabulary, must: str) -> list[TemplateFault]:
    """All that is wrong with a template that is to be filled with such texts; empty for a good one.

    `must` is the placeholder or list without which an order of this kind would say nothing.
    """
    faults = file_faults(template)
    if faults:
        return faults
    answer = _asked(template, texts, vocabulary, "")
    found = [TemplateFault(key, params) for key, params in answer.get("faults", ())]
    about = any(name == must or name.startswith(f"{must}_") for name in answer.get("named", ()))
    if not found and not about:
        return [TemplateFault("template-misses", {"name": must})]
    return found


def fill_apart(template: bytes, texts: Mapping[str, Any], vocabulary: Vocabulary, draft: str) -> bytes:
    """The filled template. Raises ProgrammeError `template-unfit`."""
    if file_faults(template):
        raise ProgrammeError("template-unfit")
    answer = _asked(template, texts, vocabulary, draft)
    if "document" not in answer:
        raise ProgrammeError("template-unfit")
    return base64.b64decode(answer["document"])


def _asked(template: bytes, texts: Mapping[str, Any], vocabulary: Vocabulary, draft: str) -> dict[str, Any]:
    names = {name: sorted(fields) for name, fields in vocabulary.items()}
    asked = {"template": base64.b64encode(template).decode(), "texts": texts, "names": names, "draft": draft}
    command = [sys.executable, "-I", str(_CHILD), str(MEMORY), str(SECONDS)]
    try:
        child = subprocess.run(  # noqa: S603 - our own file and numbers
            command, input=json.dumps(asked).encode(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={},
            timeout=3 * SECONDS, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return {"faults": [("template-too-heavy", {})]}
    # A negative code is a signal: the processor's time was up.
    if child.returncode != 0:
        return {"faults": [("template-too-heavy" if child.returncode < 0 else "file-broken", {})]}
    answer: dict[str, Any] = json.loads(child.stdout)
    return answer
