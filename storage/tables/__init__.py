"""All tables, in one place for Alembic and the tests that walk over every one of them."""

from storage.tables.answers import (
    answers,
    consent_texts,
    consents,
    erasures,
    form_versions,
    submissions,
)
from storage.tables.base import metadata
from storage.tables.flow import facts, focus, inbox, outbox, outbox_files
from storage.tables.people import accounts, groups, invitations, people, roles, schools

__all__ = [
    "accounts",
    "answers",
    "consent_texts",
    "consents",
    "erasures",
    "facts",
    "focus",
    "form_versions",
    "groups",
    "inbox",
    "invitations",
    "metadata",
    "outbox",
    "outbox_files",
    "people",
    "roles",
    "schools",
    "submissions",
]
