"""What belongs to a school year that is over can be read and not changed."""

from __future__ import annotations

from mentoring.people.rules import School
from mentoring.year.rules import check_writable


def check_open(school: School, occasion: str) -> None:
    """Raises ProgrammeError `error-year-over` for an occasion of an earlier school year, such as "2026"."""
    if occasion[:4].isdecimal():
        check_writable(int(occasion[:4]), school.year_start.year)
