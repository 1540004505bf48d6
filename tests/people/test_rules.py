"""Who is who: names, roles, links, the school year. Plain data in, plain data out."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.errors import ProgrammeError
from mentoring.people.rules import (
    NAME_LIMIT,
    PROCESSING_VERSION,
    Actor,
    Invitation,
    LinkKind,
    Person,
    PersonState,
    Role,
    School,
    joined,
    occasion,
    roles_of,
    school_year,
    tidy_name,
)
from mentoring.people.tokens import digest, new_token

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
SCHOOL = School(1, "Школа", "Europe/Moscow", "20:00", "08:00", 14, date(2026, 8, 1), date(2027, 7, 31), "ru", 5)


def person(*roles: Role, **changes: object) -> Person:
    fields: dict[str, object] = {
        "id": 1, "school_id": 1, "tg_id": 7, "name": "Ия", "state": PersonState.ACTIVE, "language": "ru",
        "reachable": True, "muted": False, "approved": True, "consented": PROCESSING_VERSION, "asked_roles": None,
        "quiet_from": None, "quiet_to": None, "roles": frozenset(roles),
    }  # fmt: skip
    return Person(**{**fields, **changes})  # type: ignore[arg-type]


def link(kind: LinkKind = LinkKind.PERSONAL, **changes: object) -> Invitation:
    fields: dict[str, object] = {
        "id": 1, "school_id": 1, "roles": (Role.MENTOR,), "kind": kind, "number": 1, "expires_at": NOW,
        "revoked_at": None, "used_at": None, "used_by": None,
    }  # fmt: skip
    return Invitation(**{**fields, **changes})  # type: ignore[arg-type]


def _expect(refusal: ProgrammeError, *keys: str) -> None:
    assert refusal.key in keys


@given(st.text(max_size=300))
def test_a_name_is_kept_printable_or_refused(typed: str) -> None:
    try:
        name = tidy_name(typed)
    except ProgrammeError as refusal:
        _expect(refusal, "error-name-empty", "error-name-long")
        return
    assert 0 < len(name) <= NAME_LIMIT
    assert any(c.isalpha() for c in name)
    assert all(c.isprintable() for c in name.replace(" ", ""))
    assert tidy_name(name) == name, "tidying again changes nothing"


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("  Иванова \t Мария\nПетровна ", "Иванова Мария Петровна"),
        ("<b>&</b> Ия", "<b>&</b> Ия"),
        ("=1+1 Ия", "=1+1 Ия"),
        ("Ия\u0000\u202e", "Ия"),
        ("é" * 120, "é" * 120),
    ],
)
def test_a_name_stays_what_the_person_wrote(typed: str, name: str) -> None:
    assert tidy_name(typed) == name


@pytest.mark.parametrize("typed", ["", " ", "123", "\u200b", "😀", "=1+1", "…"])
def test_no_letters_is_no_name(typed: str) -> None:
    with pytest.raises(ProgrammeError, match="error-name-empty"):
        tidy_name(typed)


@given(st.sets(st.sampled_from(list(Role))))
def test_roles_travel_as_text_and_back(held: set[Role]) -> None:
    assert set(roles_of(joined(held))) == held
    assert list(roles_of(joined(held))) == [role for role in Role if role in held], "always in the same order"


def test_no_roles_are_no_text() -> None:
    assert joined([]) == ""
    assert roles_of(None) == roles_of("") == ()


@pytest.mark.parametrize(
    ("today", "first"),
    [(date(2026, 7, 31), 2025), (date(2026, 8, 1), 2026), (date(2027, 1, 1), 2026), (date(2024, 2, 29), 2023)],
)
def test_the_school_year_runs_from_august_to_july(today: date, first: int) -> None:
    assert school_year(today) == (date(first, 8, 1), date(first + 1, 7, 31))


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)))
def test_every_day_lies_in_its_school_year(today: date) -> None:
    first, last = school_year(today)
    assert first <= today <= last
    assert school_year(last + timedelta(days=1))[0] == last + timedelta(days=1), "years touch"


def test_an_occasion_is_the_year_the_school_year_begins() -> None:
    assert occasion(SCHOOL) == "2026"


@pytest.mark.parametrize("kind", list(LinkKind))
def test_a_link_ends_at_its_moment(kind: LinkKind) -> None:
    assert link(kind).refusal(NOW - timedelta(seconds=1)) is None
    assert link(kind).refusal(NOW) == "link-expired"


def test_a_personal_link_is_for_one_a_shared_for_all() -> None:
    before = NOW - timedelta(days=1)
    assert link(used_at=before, used_by=2).refusal(before) == "link-used"
    assert link(LinkKind.SHARED, used_at=before, used_by=2).refusal(before) is None


def test_a_revoked_link_says_so_first() -> None:
    assert link(revoked_at=NOW, used_at=NOW).refusal(NOW) == "link-revoked"


@pytest.mark.parametrize("role", list(Role))
def test_a_role_must_be_held_to_be_required(role: Role) -> None:
    Actor(person(role), SCHOOL).require(role)
    for other in set(Role) - {role}:
        with pytest.raises(ProgrammeError, match="error-not-yours"):
            Actor(person(role), SCHOOL).require(other)


@pytest.mark.parametrize(
    "changes", [{"state": PersonState.NEW}, {"state": PersonState.REFUSED}, {"approved": False}]
)
def test_a_role_of_somebody_outside_counts_for_nothing(changes: dict[str, object]) -> None:
    with pytest.raises(ProgrammeError, match="error-not-yours"):
        Actor(person(Role.CURATOR, **changes), SCHOOL).require(Role.CURATOR)


def test_one_of_several_roles_is_enough() -> None:
    Actor(person(Role.DEPUTY), SCHOOL).require(Role.CURATOR, Role.DEPUTY)
    with pytest.raises(ProgrammeError):
        Actor(person(), SCHOOL).require()


def test_consent_to_an_older_text_admits_nobody() -> None:
    assert Actor(person(), SCHOOL).admitted
    assert not Actor(person(consented=0), SCHOOL).admitted
    assert not Actor(person(consented=PROCESSING_VERSION - 1), SCHOOL).admitted


def test_tokens_fit_a_deep_link_and_never_repeat() -> None:
    made = {new_token() for _ in range(500)}
    assert len(made) == 500
    assert all(20 <= len(token) <= 64 and token.replace("_", "").replace("-", "").isalnum() for token in made)
    assert len({digest(token) for token in made}) == 500
    assert all(token not in digest(token) for token in made)
