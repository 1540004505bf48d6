"""/privacy: what is stored, all of it as files, and taking the consent back."""

from __future__ import annotations

from typing import Any

from sandbox.walk.moves import Say, Script, press, see, see_button
from sandbox.walk.tasks import Phone


def export(phone: Phone, found: dict[str, Any]) -> Script:
    """The two files, as bytes, in `found["xlsx"]` and `found["json"]`; the screen's text in `found["shown"]`."""
    yield Say("/privacy")
    screen = yield from press("v.export")
    found["shown"] = screen.text
    for kind in ("xlsx", "json"):
        file = yield from see(f"the .{kind}", lambda m, tail=f".{kind}": m.file_name.endswith(tail))  # type: ignore[misc]
        found[kind] = phone.sandbox.download(file.file)


def withdraw() -> Script:
    """Take back the consent to processing: everything about this person is destroyed."""
    yield Say("/privacy")
    yield from press("v.back", "processing")
    yield from press("v.back2", "processing")
    yield from see("the farewell", lambda m: not m.buttons)
    yield Say("/start")
    yield from see_button("help")
