"""What the use cases need from the outside. `storage/` implements it; nothing here knows how.

Each repository method that reads somebody's data takes the school, so that it cannot be forgotten.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from mentoring.consent.rules import ConsentKind, Decision
from mentoring.notices.rules import Farewell, Notice
from mentoring.people.rules import Actor, Focus, Invitation, LinkKind, Person, Role, School
from mentoring.questionnaires.rules_form import Texts
from mentoring.questionnaires.rules_settings import FormSettings
from mentoring.surveys.rules import Survey


@dataclass(frozen=True, slots=True)
class StoredAnswer:
    name: str
    value: str | None
    skipped: bool


@dataclass(frozen=True, slots=True)
class Submission:
    """One person's filling of one questionnaire. `rev` grows with every change; `seed` orders random choices."""

    id: int
    person_id: int
    form_id: str
    occasion: str
    version: str
    state: str
    rev: int
    position: str | None
    from_review: bool
    started: bool
    refusals: int
    seed: int
    updated_at: datetime
    sent_at: datetime | None
    answers: tuple[StoredAnswer, ...]


@dataclass(frozen=True, slots=True)
class Filled:
    """How far somebody is with one questionnaire: state "draft" or "sent"."""

    person_id: int
    form_id: str
    occasion: str
    state: str
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class Stale:
    """A draft that nobody has touched for a while. `occasion` tells whether it belongs to a survey."""

    id: int
    person_id: int
    school_id: int
    zone: str
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


class Schools(Protocol):
    def add(self, school: Mapping[str, Any]) -> School: ...
    def get(self, school_id: int) -> School: ...
    def all(self) -> Sequence[School]: ...
    def update(self, school_id: int, **changes: Any) -> School: ...


class People(Protocol):
    def actor(self, tg_id: int) -> Actor | None: ...
    def schools_of(self, tg_id: int) -> Sequence[School]: ...
    def look_at(self, tg_id: int, person_id: int) -> None: ...
    def add(self, school_id: int, tg_id: int, **fields: Any) -> Person: ...
    def find(self, school_id: int, person_id: int) -> Person | None: ...
    def anywhere(self, person_id: int) -> Person | None: ...
    def find_account(self, school_id: int, tg_id: int) -> Person | None: ...
    def update(self, school_id: int, person_id: int, **changes: Any) -> None: ...
    def give_role(self, person_id: int, role: Role) -> None: ...
    def take_role(self, person_id: int, role: Role) -> None: ...
    def all(self, school_id: int) -> Sequence[Person]: ...
    def with_role(self, school_id: int, role: Role) -> Sequence[Person]: ...
    def stored(self, school_id: int, person_id: int) -> Mapping[str, Sequence[Mapping[str, Any]]]: ...
    def erase(self, school_id: int, person_id: int) -> Mapping[str, int]: ...


class Invitations(Protocol):
    def add(
        self,
        school_id: int,
        roles: Iterable[Role],
        kind: LinkKind,
        token_hash: str,
        now: datetime,
        expires_at: datetime,
    ) -> Invitation: ...
    def next_number(self, school_id: int) -> int: ...
    def by_token(self, token_hash: str) -> Invitation | None: ...
    def find(self, school_id: int, invitation_id: int) -> Invitation | None: ...
    def use(self, invitation_id: int, person_id: int, now: datetime) -> None: ...
    def revoke(self, school_id: int, invitation_id: int, now: datetime) -> None: ...
    def all(self, school_id: int) -> Sequence[Invitation]: ...
    def of_person(self, school_id: int, person_id: int) -> Invitation | None: ...
    def expired(self, now: datetime) -> Mapping[int, int]: ...
    def mark_told(self, now: datetime) -> None: ...


class Consents(Protocol):
    def decisions(self, person_id: int) -> Sequence[Decision]: ...
    def of_school(self, school_id: int) -> Mapping[int, Sequence[Decision]]: ...
    def decide(
        self, person_id: int, kind: ConsentKind, version: int, text_hash: str, accepted: bool, now: datetime
    ) -> None: ...
    def keep_text(
        self, text_hash: str, kind: ConsentKind, version: int, language: str, title: str, text: str
    ) -> None: ...
    def text(self, text_hash: str) -> tuple[str, str]: ...
    def withdraw(self, person_id: int, kind: ConsentKind, now: datetime) -> None: ...
    def record_erasure(
        self, school_id: int, reason: str, consent_hash: str, rows: Mapping[str, int], now: datetime
    ) -> None: ...


class Submissions(Protocol):
    def open(
        self, person_id: int, form_id: str, occasion: str, version: str, seed: int, now: datetime
    ) -> Submission: ...
    def find(self, person_id: int, submission_id: int) -> Submission | None: ...
    def of_person(self, person_id: int, occasion: str | None = None) -> Sequence[Filled]: ...
    def of_school(self, school_id: int, occasion: str) -> Sequence[Filled]: ...
    def save(
        self,
        submission: Submission,
        changed: Iterable[StoredAnswer],
        removed: Iterable[str],
        now: datetime,
        **fields: Any,
    ) -> None: ...
    def drop(self, person_id: int, form_id: str, occasion: str) -> None: ...
    def drop_drafts(self, school_id: int, form_id: str, occasion: str) -> None: ...
    def carry(
        self, submission: Submission, version: str, answers: Iterable[StoredAnswer], now: datetime
    ) -> None: ...
    def drafts_of(self, school_id: int, form_id: str) -> int: ...
    def sent_sheets(self, school_id: int, form_id: str, occasion: str) -> Sequence[SentSheet]: ...
    def stale(self, before: datetime, limit: int) -> Sequence[Stale]: ...
    def mark_reminded(self, submission_ids: Sequence[int], now: datetime) -> None: ...
    def keep_file(
        self, person_id: int, kind: str, reference: str, name: str, size: int, now: datetime
    ) -> KeptFile: ...
    def file(self, school_id: int, file_id: int) -> KeptFile | None: ...


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


class Foci(Protocol):
    def get(self, tg_id: int) -> Focus | None: ...
    def set(self, tg_id: int, kind: str, ref: str, now: datetime) -> None: ...
    def refused(self, tg_id: int) -> int: ...
    def clear(self, tg_id: int) -> None: ...


class Groups(Protocol):
    def bind(self, chat_id: int, school_id: int, is_admin: bool, now: datetime) -> None: ...
    def move(self, old: int, new: int) -> None: ...
    def unbind(self, chat_id: int) -> None: ...
    def school_of(self, chat_id: int) -> int | None: ...


class Unit(Protocol):
    """One unit of work: the moment it happens at, the repositories, and what is to be said to others.

    Everything done through it is committed together or not at all.
    """

    @property
    def now(self) -> datetime: ...
    @property
    def schools(self) -> Schools: ...
    @property
    def people(self) -> People: ...
    @property
    def invitations(self) -> Invitations: ...
    @property
    def consents(self) -> Consents: ...
    @property
    def submissions(self) -> Submissions: ...
    @property
    def forms(self) -> Forms: ...
    @property
    def surveys(self) -> Surveys: ...
    @property
    def foci(self) -> Foci: ...
    @property
    def groups(self) -> Groups: ...
    def tell(self, notice: Notice) -> None: ...
    def part(self, farewell: Farewell) -> None: ...
    def said(self, key: str) -> bool: ...
