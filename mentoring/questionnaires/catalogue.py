"""The questionnaires that ship, read when first asked for: reading costs a second that a start need not pay."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files

from mentoring.questionnaires.rules_form import Form

_FOLDER = files("mentoring.questionnaires") / "forms"


class _Shipped(Mapping[str, Form]):
    """Forms by id; each is compiled at its first use and kept."""

    def __getitem__(self, form_id: str) -> Form:
        if form_id not in _sources():
            raise KeyError(form_id)
        return _compiled(form_id)

    def __iter__(self) -> Iterator[str]:
        return iter(_sources())

    def __len__(self) -> int:
        return len(_sources())


def shipped() -> Mapping[str, Form]:
    """The forms in `forms/`, by form_id (which is the file's name without its ending)."""
    return _Shipped()


def source_of(form_id: str) -> tuple[str, str]:
    """The file's name and its text. Raises KeyError."""
    return f"{form_id}.md", _sources()[form_id]


@lru_cache(maxsize=1)
def _sources() -> dict[str, str]:
    found = (entry for entry in _FOLDER.iterdir() if entry.name.endswith(".md"))
    return {
        entry.name.removesuffix(".md"): entry.read_text("utf-8") for entry in sorted(found, key=lambda e: e.name)
    }


@lru_cache(maxsize=64)
def _compiled(form_id: str) -> Form:
    from mentoring.questionnaires.xlsform import read_form  # pyxform and elementpath are heavy

    name, text = source_of(form_id)
    return read_form(name, text.encode())
