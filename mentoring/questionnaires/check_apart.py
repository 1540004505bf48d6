"""A questionnaire's file from somebody in the chat, checked in a child process; the verdict as data."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path, PurePath
from typing import Any

from mentoring.questionnaires.faults import Fault
from mentoring.questionnaires.rules_form import nothing
from mentoring.questionnaires.workbook import Limits

FOCUS = "form_file"
"""What a person is asked for whose next file is a questionnaire."""
EXHAUSTED = frozenset({"file-too-heavy", "file-unreadable"})
"""Faults that say that the reader ended before it had an answer."""
SIZE = Limits().file_bytes
MEMORY = 400 * 1024 * 1024
SECONDS = 5
_CHILD = Path(__file__).with_name("check_child.py")
_LATIN = {
    **dict(zip("абвгдезийклмнопрстуфыэё", "abvgdezijklmnoprstufyee", strict=True)),
    **{"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sch", "ъ": "", "ь": "", "ю": "yu", "я": "ya"},
}
_COPY = re.compile(r"\s*\(\d+\)$")
# A questionnaire's id travels in buttons, which hold 64 bytes with all the rest.
_ID = re.compile(r"[A-Za-z0-9_.-]{1,40}")


@dataclass(frozen=True, slots=True)
class FormVerdict:
    """What was found in a file: faults, or what the questionnaire is. `more` faults are not told one by one.

    `stored_name` is the name to read the file by again: what it does not give of form_id and title comes from it;
    `declared` tells what it gives. `unreachable` is None when it took too long to find out.
    """

    stored_name: str
    faults: tuple[Fault, ...] = ()
    warnings: tuple[Fault, ...] = ()
    more: int = 0
    form_id: str = ""
    version: str = ""
    titles: Mapping[str, str] = field(default_factory=nothing)
    questions: int = 0
    minutes: int = 0
    declared: tuple[str, ...] = ()
    unreachable: tuple[str, ...] | None = ()

    @property
    def accepted(self) -> bool:
        return not self.faults


def stored_name(name: str) -> str:
    """A plain Latin name for the file: "Анкета для пар (1).XLSX" is "anketa_dlya_par.xlsx"."""
    path = PurePath(name.replace("\\", "/"))
    suffix = path.suffix.lower() if re.fullmatch(r"\.[a-z0-9]{1,5}", path.suffix.lower()) else ""
    stem = _COPY.sub("", path.name.removesuffix(path.suffix) if suffix else path.name).lower()
    latin = "".join(_LATIN.get(letter, letter) for letter in stem)
    return (re.sub(r"[^a-z0-9]+", "_", latin).strip("_")[:40].strip("_") or "form") + suffix


def too_big(name: str) -> FormVerdict:
    return _refused(stored_name(name), "file-too-big", limit=str(SIZE // 1000))


def _refused(stored: str, key: str, **params: str) -> FormVerdict:
    return FormVerdict(stored, (Fault("", 0, "", key, params),))


def check_apart(name: str, data: bytes, now: datetime) -> FormVerdict:
    """The verdict on the file. Never raises for what is in it; blocks for up to a minute: call it in a thread."""
    if len(data) > SIZE:
        return too_big(name)
    stored = stored_name(name)
    command = [sys.executable, "-I", str(_CHILD), str(MEMORY), str(SECONDS), now.isoformat()]
    given = f"{stored}\n".encode() + data
    try:
        child = subprocess.run(  # noqa: S603 - our own file and numbers
            command, input=given, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={},
            timeout=10 * SECONDS, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired as late:
        return _read(stored, late.stdout or b"", "file-too-heavy")
    # A negative code is a signal: the processor's time was up.
    return _read(stored, child.stdout, "file-too-heavy" if child.returncode < 0 else "file-unreadable")


def _read(stored: str, output: bytes, otherwise: str) -> FormVerdict:
    """What the child got to say before it ended; `otherwise` is why it said nothing."""
    lines = [json.loads(line) for line in output.splitlines(keepends=True) if line.endswith(b"\n")]
    if not lines:
        return _refused(stored, otherwise)
    found = _verdict(stored, lines[0], lines[1]["unreachable"] if len(lines) > 1 else None)
    if found.accepted and not _ID.fullmatch(found.form_id):
        unfit = Fault("settings", 2, "form_id", "form-id-unfit", {"name": found.form_id[:60]})
        return FormVerdict(stored, (unfit,))
    return found


def _verdict(stored: str, said: dict[str, Any], unreachable: list[str] | None) -> FormVerdict:
    about = {name: said[name] for name in ("form_id", "version", "titles", "questions", "minutes") if name in said}
    return FormVerdict(
        stored_name=stored,
        faults=tuple(Fault(*row) for row in said["faults"]),
        warnings=tuple(Fault(*row) for row in said["warnings"]),
        more=said["more"],
        declared=tuple(said.get("declared", ())),
        unreachable=None if unreachable is None else tuple(unreachable),
        **about,
    )
