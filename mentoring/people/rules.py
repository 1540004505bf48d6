"""Who is who in a school: roles, the states of a person, invitations. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from mentoring.errors import ProgrammeError


class Role(StrEnum):
    """The programme's participants and organisers; one person may hold any number of them."""

    CURATOR = "curator"
    DIRECTOR = "director"
    DEPUTY = "deputy"
    PSYCHOLOGIST = "psychologist"
    HEAD = "head"
    SITE_ADMIN = "site_admin"
    MENTOR = "mentor"
    MENTEE = "mentee"


# Raised together with the text in mentoring/consent/texts: a new version asks everyone again.
PROCESSING_VERSION = 1

PAIR_ROLES = frozenset({Role.MENTOR, Role.MENTEE})


def joined(roles: Iterable[Role]) -> str:
    """Roles as one stored text, in the programme's order."""
    held = frozenset(roles)
    return ",".join(role for role in Role if role in held)


def roles_of(stored: str | None) -> tuple[Role, ...]:
    return tuple(Role(name) for name in (stored or "").split(",") if name)


class PersonState(StrEnum):
    NEW = "new"  # opened a link, has not decided on the consent
    REFUSED = "refused"  # said no: nothing but the account's number and the refusal is kept
    ACTIVE = "active"


class LinkKind(StrEnum):
    PERSONAL = "personal"
    SHARED = "shared"


LINK_LIFE = timedelta(days=30)
CURATOR_LINK_LIFE = timedelta(days=7)
NAME_LIMIT = 120


@dataclass(frozen=True, slots=True)
class School:
    """`quiet_from`/`quiet_to` are local "HH:MM"; `setup_step` counts the answered set-up questions.

    The last four are what a consent says of its operator: address, registration details, who runs the server on
    the school's behalf (empty: the school itself), web site.
    """

    id: int
    name: str
    zone: str
    quiet_from: str
    quiet_to: str
    cadence_days: int
    year_start: date
    year_end: date
    language: str
    setup_step: int
    address: str = ""
    details: str = ""
    processor: str = ""
    site: str = ""

    def day(self, moment: datetime) -> date:
        """The day on the school's wall at that moment."""
        return moment.astimezone(ZoneInfo(self.zone)).date()


@dataclass(frozen=True, slots=True)
class Person:
    id: int
    school_id: int
    tg_id: int
    name: str | None
    state: str
    language: str
    reachable: bool
    muted: bool
    approved: bool
    consented: int
    asked_roles: str | None
    quiet_from: str | None
    quiet_to: str | None
    roles: frozenset[Role]


@dataclass(frozen=True, slots=True)
class Guest:
    """A Telegram account that belongs to no school yet."""

    tg_id: int
    language: str


@dataclass(frozen=True, slots=True)
class Focus:
    """What a person's next typed message or file answers."""

    kind: str
    ref: str
    refusals: int


@dataclass(frozen=True, slots=True)
class Actor:
    """Who is acting, in which school. Every use case starts from one and every query takes the school from it.

    `focus` is what their next typed message answers, as it was when the actor was read.
    """

    person: Person
    school: School
    focus: Focus | None = None

    @property
    def id(self) -> int:
        return self.person.id

    @property
    def school_id(self) -> int:
        return self.school.id

    @property
    def language(self) -> str:
        return self.person.language

    @property
    def tg_id(self) -> int:
        return self.person.tg_id

    @property
    def admitted(self) -> bool:
        """Whether the consent to processing is given, in its present version."""
        return self.person.consented == PROCESSING_VERSION

    def has(self, *wanted: Role) -> bool:
        return not self.person.roles.isdisjoint(wanted)

    def require(self, *wanted: Role) -> None:
        """Raise ProgrammeError("error-not-yours") unless the actor holds one of the roles and takes part."""
        if self.person.state != PersonState.ACTIVE or not self.person.approved or not self.has(*wanted):
            raise ProgrammeError("error-not-yours")


@dataclass(frozen=True, slots=True)
class Invitation:
    id: int
    school_id: int
    roles: tuple[Role, ...]
    kind: LinkKind
    number: int
    expires_at: datetime
    revoked_at: datetime | None
    used_at: datetime | None
    used_by: int | None

    def refusal(self, now: datetime) -> str | None:
        """The key of why this link opens nothing now, or None."""
        if self.revoked_at is not None:
            return "link-revoked"
        if self.kind is LinkKind.PERSONAL and self.used_at is not None:
            return "link-used"
        return "link-expired" if now >= self.expires_at else None


SETUP_STEPS = ("name", "zone", "quiet", "cadence", "year")


def school_year(today: date) -> tuple[date, date]:
    """First and last day of the school year `today` lies in: August to July, as the programme's plan runs."""
    first = today.year if today.month >= 8 else today.year - 1
    return date(first, 8, 1), date(first + 1, 7, 31)


def occasion(school: School) -> str:
    """The school year a questionnaire belongs to, such as "2026"."""
    return str(school.year_start.year)


def tidy_name(typed: str) -> str:
    """What a person typed as their name, spaces put right. Raises ProgrammeError for an empty or endless one."""
    name = " ".join("".join(c if c.isprintable() else " " for c in typed).split())
    if not any(c.isalpha() for c in name):
        raise ProgrammeError("error-name-empty")
    if len(name) > NAME_LIMIT:
        raise ProgrammeError("error-name-long", limit=NAME_LIMIT)
    return name
