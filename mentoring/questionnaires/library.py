"""Which questionnaire is meant: by version for the answers given to it, in force for whoever begins now."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from mentoring.errors import ProgrammeError
from mentoring.ports import Unit
from mentoring.questionnaires.catalogue import shipped, source_of
from mentoring.questionnaires.rules_form import Form

__all__ = ["form_of", "in_force", "keep", "read_kept", "title_of"]


def form_of(unit: Unit, form_id: str, version: str) -> Form:
    """The very version the answers belong to: the shipped one, else the one kept when the draft was begun."""
    form = shipped().get(form_id)
    if form is not None and form.version == version:
        return form
    kept = unit.forms.source(version)
    if kept is None:
        raise ProgrammeError("error-form-gone")
    return read_kept(version, form_id, *kept)


@lru_cache(maxsize=64)
def read_kept(_version: str, form_id: str, name: str, content: bytes) -> Form:
    """A kept file, read once. The same content may be kept under another id where a file bears none of its own."""
    from mentoring.questionnaires.xlsform import read_form  # heavy; needed only after a form has changed

    form = read_form(name, content)
    return form if form.form_id == form_id else replace(form, form_id=form_id)


def in_force(unit: Unit, school_id: int, form_id: str) -> Form | None:
    """What whoever begins now is given: the school's own version, else the shipped one."""
    own = unit.forms.current(school_id, form_id)
    return form_of(unit, form_id, own.version) if own is not None else shipped().get(form_id)


def keep(unit: Unit, form: Form) -> None:
    """Keep the file of a shipped form with the answers, which outlive the release; the school's own are kept."""
    known = shipped().get(form.form_id)
    if known is not None and known.version == form.version:
        name, source = source_of(form.form_id)
        unit.forms.keep(form.version, form.form_id, name, source.encode())


def title_of(form_id: str, language: str) -> str:
    """A shipped questionnaire's title; its id for one that no longer ships."""
    form = shipped().get(form_id)
    return form.title.within(language) if form is not None else form_id
