"""What the use cases of questionnaires and surveys need from the outside; see `mentoring.ports`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from mentoring.people.rules import Role
from mentoring.questionnaires.rules_form import Texts
from mentoring.questionnaires.rules_settings import FormSettings
from mentoring.surveys.rules import Survey


@dataclass(frozen=True, slots=True)
class Stale:
    """A draft that nobody has touched for a while. `occasion` tells whether it belongs to a survey."""

    id: int
    person_id: int
    school_id: int
    form_id: str
    occasion: str
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class SentSheet:
    """One person's sent answers. Without a name `person_id` is None, and `link` joins the waves."""

    version: str
    answers: Mapping[str, str | None]
    person_id: int | None = None
    role: str = ""
    link: str = ""
    sent_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file that somebody gave as an answer; `kind` and `reference` are the messenger's own."""

    id: int
    person_id: int
    kind: str
    reference: str
    name: str


@dataclass(frozen=True, slots=True)
class SchoolForm:
    """A questionnaire of the school's own: state "candidate" until published, then "published", later "replaced"
    by the next version or "withdrawn". `titles` are by language code, "" for a title without a language.
    """

    id: int
    school_id: int
    form_id: str
    version: str
    state: str
    source_name: str
    titles: Mapping[str, str]
    questions: int
    minutes: int
    added_by: int | None
    added_at: datetime
    published_at: datetime | None


class Surveys(Protocol):
    """Surveys, and the two places of those without names: who has given, and what was given."""

    def open(
        self,
        school_id: int,
        form_id: str,
        occasion: str,
        settings: FormSettings,
        titles: Texts,
        roles: Iterable[Role],
        now: datetime,
        closes_at: datetime,
    ) -> Survey: ...
    def find(self, school_id: int, survey_id: int) -> Survey | None: ...
    def of(self, school_id: int, form_id: str, occasion: str) -> Survey | None: ...
    def all(self, school_id: int) -> Sequence[Survey]: ...
    def now_open(self, school_id: int, now: datetime) -> Sequence[Survey]: ...
    def ending(self, before: datetime) -> Sequence[Survey]: ...
    def move_end(self, survey_id: int, closes_at: datetime) -> None: ...
    def close(self, survey_id: int, now: datetime) -> None: ...
    def give(self, survey: Survey, person_id: int, sheet: SentSheet) -> bool: ...
    def given(self, survey_id: int) -> Collection[int]: ...
    def given_by(self, person_id: int) -> Collection[int]: ...
    def sheets(self, survey_id: int) -> Sequence[SentSheet]: ...


class Forms(Protocol):
    """Files of questionnaires by version, and which of them a school has put in force."""

    def keep(self, version: str, form_id: str, source_name: str, content: bytes) -> None: ...
    def source(self, version: str) -> tuple[str, bytes] | None: ...
    def add(
        self,
        school_id: int,
        form_id: str,
        version: str,
        source_name: str,
        titles: Mapping[str, str],
        questions: int,
        minutes: int,
        person_id: int,
        now: datetime,
    ) -> SchoolForm: ...
    def find(self, school_id: int, row_id: int) -> SchoolForm | None: ...
    def current(self, school_id: int, form_id: str) -> SchoolForm | None: ...
    def published(self, school_id: int) -> Sequence[SchoolForm]: ...
    def history(self, school_id: int, form_id: str) -> Sequence[SchoolForm]: ...
    def set_state(self, school_id: int, row_id: int, state: str, now: datetime) -> None: ...
