"""What the use cases of the library need from the outside; see `mentoring.ports`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from mentoring.library.rules import Material
from mentoring.library.rules_search import Sought
from mentoring.meetings.rules import Subject
from mentoring.roadmap.rules import Phase


class Materials(Protocol):
    """Materials of a school, the newest first; those withdrawn are found by number alone.

    `candidates` is the search of the database itself, generous: by trigrams on SQLite, by the Russian stems and by
    trigrams on PostgreSQL. `rules_search.ranked` decides.
    """

    def add(self, school_id: int, material: Material) -> Material: ...
    def save(self, school_id: int, material: Material) -> None: ...
    def find(self, school_id: int, material_id: int) -> Material | None: ...
    def listed(
        self,
        school_id: int,
        phase: Phase | None = None,
        subject: Subject | None = None,
        since: datetime | None = None,
    ) -> Sequence[Material]: ...
    def candidates(self, school_id: int, found: Sought, limit: int) -> Sequence[Material]: ...
    def count_since(self, school_id: int, since: datetime) -> int: ...
    def withdrawn(self, school_id: int) -> Sequence[Material]: ...


class LibraryUnit(Protocol):
    """The part of a unit of work that holds the library."""

    @property
    def materials(self) -> Materials: ...
