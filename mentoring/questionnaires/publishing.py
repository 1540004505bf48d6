"""Use cases of a school's own questionnaires: take a checked file, look at it, put it in force, go back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mentoring.errors import ProgrammeError
from mentoring.people.rules import Actor, Role
from mentoring.people.rules_steps import forms_for
from mentoring.ports import Unit
from mentoring.ports_questionnaires import SchoolForm
from mentoring.questionnaires.catalogue import shipped, source_of
from mentoring.questionnaires.check_apart import FormVerdict
from mentoring.questionnaires.library import form_of, in_force, read_kept
from mentoring.questionnaires.rules_form import Form, Question, Texts
from mentoring.questionnaires.rules_preview import Changes, asked_count, changes, lost, minutes_of
from mentoring.questionnaires.rules_settings import FormSettings, settings_of

CANDIDATE, PUBLISHED, REPLACED, WITHDRAWN = "candidate", "published", "replaced", "withdrawn"
PAGE = 6
_YEAR_FORMS = frozenset(forms_for(Role))


@dataclass(frozen=True, slots=True)
class Line:
    """A questionnaire of the school's list; `since` is when the school's own version was put in force."""

    form_id: str
    title: Texts
    questions: int
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """One page; `number` counts from 0."""

    lines: tuple[Line, ...]
    number: int
    pages: int
    first: int
    total: int


def listing(actor: Actor, unit: Unit, number: int) -> Listing:
    """What the school can give: its own questionnaires first, then the shipped ones it has not replaced."""
    actor.require(Role.CURATOR)
    own = {row.form_id: row for row in unit.forms.published(actor.school_id)}
    names = [*own, *(form_id for form_id in shipped() if form_id not in own)]
    pages = max(1, -(-len(names) // PAGE))
    number = min(max(number, 0), pages - 1)
    start = number * PAGE
    lines = tuple(_line(form_id, own.get(form_id)) for form_id in names[start : start + PAGE])
    return Listing(lines, number, pages, start + 1, len(names))


def _line(form_id: str, row: SchoolForm | None) -> Line:
    if row is None:
        form = shipped()[form_id]
        return Line(form_id, form.title, asked_count(form))
    return Line(form_id, titles_of(row), row.questions, row.published_at)


def titles_of(row: SchoolForm) -> Texts:
    return Texts(row.titles, "")


@dataclass(frozen=True, slots=True)
class Card:
    """`form` is what is in force, None while there are only versions that are not; `own` is its row, if any.

    `history` are all versions the school has sent, newest first.
    """

    form_id: str
    form: Form | None
    own: SchoolForm | None
    history: tuple[SchoolForm, ...]
    ships: bool


def card(actor: Actor, unit: Unit, form_id: str) -> Card:
    actor.require(Role.CURATOR)
    history = tuple(unit.forms.history(actor.school_id, form_id))
    form = in_force(unit, actor.school_id, form_id)
    if form is None and not history:
        raise ProgrammeError("error-stale")
    return Card(form_id, form, unit.forms.current(actor.school_id, form_id), history, form_id in shipped())


def source(actor: Actor, unit: Unit, form_id: str) -> tuple[str, bytes]:
    """The file of what is in force: its name and content."""
    found = card(actor, unit, form_id)
    kept = unit.forms.source(found.own.version) if found.own else None
    if kept is not None:
        return kept
    if not found.ships:
        raise ProgrammeError("error-stale")
    name, text = source_of(form_id)
    return name, text.encode()


def warm(verdict: FormVerdict, content: bytes) -> None:
    """Read an accepted form where nobody waits for it: whoever opens it finds it read. Blocks for its reading."""
    read_kept(verdict.version, verdict.form_id, verdict.stored_name, content)


def receive(actor: Actor, unit: Unit, verdict: FormVerdict, content: bytes) -> SchoolForm:
    """Keep an accepted file as a candidate; the same version sent again gives the same row back."""
    actor.require(Role.CURATOR)
    unit.forms.keep(verdict.version, verdict.form_id, verdict.stored_name, content)
    return unit.forms.add(
        actor.school_id,
        verdict.form_id,
        verdict.version,
        verdict.stored_name,
        verdict.titles,
        verdict.questions,
        verdict.minutes,
        actor.id,
        unit.now,
    )


@dataclass(frozen=True, slots=True)
class Preview:
    """A version before it is in force. `against` is the school's row that is in force at this moment (0 for none),
    `change` what differs from what is in force; `obstacle` is the key of the reason why it cannot be published.
    """

    row: SchoolForm
    form: Form
    settings: FormSettings
    minutes: int
    against: int
    change: Changes | None
    drafts: int
    lost: tuple[Question, ...]
    obstacle: str | None


def preview(actor: Actor, unit: Unit, row_id: int) -> Preview:
    row = version(actor, unit, row_id)
    form = form_of(unit, row.form_id, row.version)
    known = in_force(unit, actor.school_id, row.form_id)
    standard = shipped().get(row.form_id)
    return Preview(
        row=row,
        form=form,
        settings=settings_of(form),
        minutes=minutes_of(form),
        against=_in_force_id(actor, unit, row.form_id),
        change=changes(known, form) if known is not None and known.version != form.version else None,
        drafts=unit.submissions.drafts_of(actor.school_id, row.form_id),
        lost=lost(standard, form) if standard is not None else (),
        obstacle=_obstacle(actor, unit, row.form_id, form),
    )


def version(actor: Actor, unit: Unit, row_id: int) -> SchoolForm:
    """Raises ProgrammeError("error-stale") for another school's version."""
    actor.require(Role.CURATOR)
    row = unit.forms.find(actor.school_id, row_id)
    if row is None:
        raise ProgrammeError("error-stale")
    return row


def _in_force_id(actor: Actor, unit: Unit, form_id: str) -> int:
    own = unit.forms.current(actor.school_id, form_id)
    return own.id if own is not None else 0


def _obstacle(actor: Actor, unit: Unit, form_id: str, form: Form | None) -> str | None:
    """What was promised to those who answer stays true: with a name or without is settled before anyone begins."""
    anonymous = form is not None and settings_of(form).anonymous
    if form_id in _YEAR_FORMS and anonymous:
        return "error-form-named"
    running = [s for s in unit.surveys.now_open(actor.school_id, unit.now) if s.form_id == form_id]
    if running and form is None:
        return "error-form-in-use"
    return "error-form-promise" if any(survey.anonymous != anonymous for survey in running) else None


class Outcome(StrEnum):
    """What came of publishing. OUTDATED: another version has come into force since the preview was shown."""

    DONE = "done"
    AGAIN = "again"
    OUTDATED = "outdated"


@dataclass(frozen=True, slots=True)
class Published:
    row: SchoolForm
    outcome: Outcome


def publish(actor: Actor, unit: Unit, row_id: int, against: int) -> Published:
    """Put a version in force for whoever begins from now on; pressing twice publishes once.

    `against` is the school's row that was in force when the preview was shown, so that an old screen replaces
    nothing its reader did not know of. Raises ProgrammeError with the key of the obstacle.
    """
    row = version(actor, unit, row_id)
    if row.state == PUBLISHED:
        return Published(row, Outcome.AGAIN)
    if _in_force_id(actor, unit, row.form_id) != against:
        return Published(row, Outcome.OUTDATED)
    _refuse(_obstacle(actor, unit, row.form_id, form_of(unit, row.form_id, row.version)))
    unit.forms.set_state(actor.school_id, row.id, PUBLISHED, unit.now)
    return Published(version(actor, unit, row.id), Outcome.DONE)


def _refuse(obstacle: str | None) -> None:
    if obstacle is not None:
        raise ProgrammeError(obstacle)


def discard(actor: Actor, unit: Unit, row_id: int) -> SchoolForm:
    """A candidate is not published; one that was published meanwhile stays in force."""
    row = version(actor, unit, row_id)
    if row.state == PUBLISHED:
        raise ProgrammeError("error-stale")
    if row.state == CANDIDATE:
        unit.forms.set_state(actor.school_id, row.id, WITHDRAWN, unit.now)
    return row


def withdraw(actor: Actor, unit: Unit, row_id: int) -> SchoolForm:
    """The school's own version is in force no longer; the shipped one is again, where there is one."""
    row = version(actor, unit, row_id)
    if row.state == WITHDRAWN:
        return row
    if row.state != PUBLISHED:
        raise ProgrammeError("error-stale")
    _refuse(_obstacle(actor, unit, row.form_id, shipped().get(row.form_id)))
    unit.forms.set_state(actor.school_id, row.id, WITHDRAWN, unit.now)
    return row
