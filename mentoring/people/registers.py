"""The two registers: база наставников и база наставляемых (steps 9 to 11 of the programme's plan)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from mentoring.people.overview import everyone
from mentoring.people.rules import Actor, Role, occasion
from mentoring.people.rules_progress import Progress, Stage
from mentoring.ports import Unit
from mentoring.ports_questionnaires import SentSheet
from mentoring.questionnaires.library import form_of
from mentoring.questionnaires.rules_form import Form
from mentoring.questionnaires.rules_render import value_text

READERS = (Role.CURATOR, Role.DIRECTOR, Role.DEPUTY, Role.PSYCHOLOGIST)
ENTRY = {Role.MENTOR: "mentor_entry", Role.MENTEE: "mentee_entry"}
# The official form's columns. Some are filled from the entry questionnaire, whose questions name theirs in
# x_register; contact, year of birth and wished age stay empty: the form is kept, the data are not collected.
COLUMNS = {
    Role.MENTEE: (
        "number", "name", "contact", "birth", "request", "entered", "mentor", "form", "mentor-place",
        "completed", "results", "link", "mark",
    ),
    Role.MENTOR: (
        "number", "name", "contact", "place", "competences", "achievements", "interests", "wished-age", "time",
        "entered", "mentees", "form", "mentee-place", "completed", "results", "link",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """One person of a register; `values` are the columns that are filled, in the reader's words."""

    person_id: int
    name: str
    entered: date
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Register:
    role: Role
    entries: tuple[Entry, ...]


def register_of(actor: Actor, unit: Unit, role: Role) -> Register:
    """Everybody of that role who takes part and has sent the entry questionnaire, by name."""
    actor.require(*READERS)
    sheets = unit.submissions.sent_sheets(actor.school_id, ENTRY[role], occasion(actor.school))
    sent = {sheet.person_id: sheet for sheet in sheets}
    found = [
        _entry(actor, unit, one, role, sent[one.person.id])
        for one in everyone(actor, unit)
        if one.person.id in sent and _listed(one, role)
    ]
    return Register(role, tuple(found))


def _entry(actor: Actor, unit: Unit, one: Progress, role: Role, sheet: SentSheet) -> Entry:
    assert sheet.sent_at is not None
    entered = actor.school.day(sheet.sent_at)
    form = form_of(unit, ENTRY[role], sheet.version)
    return Entry(one.person.id, one.person.name or "", entered, _values(form, sheet.answers, actor))


def _listed(one: Progress, role: Role) -> bool:
    return role in one.person.roles and one.stage in (Stage.FILLING, Stage.DONE) and bool(one.due)


def _values(form: Form, answers: Mapping[str, str | None], actor: Actor) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for question in form.questions:
        column = question.extras["x_register"].within("") if "x_register" in question.extras else ""
        value = answers.get(question.name)
        if column and value:
            found.setdefault(column, []).append(value_text(question, value, actor.language))
    return {column: "; ".join(texts) for column, texts in found.items()} | {"place": actor.school.name}
