"""Interim results: what is kept of one, and which links are links."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.errors import ProgrammeError
from mentoring.plan.rules_results import Result, ResultKind, checked, web_address, with_file, with_link

TODAY = date(2026, 12, 1)


def result(**more):
    return Result(
        **{"id": 1, "pair_id": 70, "kind": ResultKind.OPEN_LESSON, "title": "Урок", "on": TODAY, "by": 2} | more
    )


def test_a_result_with_links_and_files():
    kept = checked(
        result(title=" Урок ", links=("example.ru/a", "https://example.ru/a"), files=("f1", "f1")), TODAY
    )
    assert kept == result(links=("https://example.ru/a",), files=("f1",))


@pytest.mark.parametrize(
    ("more", "key"),
    [
        ({"title": "  "}, "error-result-title"),
        ({"title": "я" * 201}, "error-result-title"),
        ({"on": TODAY + timedelta(1)}, "error-result-future"),
        ({"links": ("просто текст",)}, "error-result-link"),
        ({"links": tuple(f"example.ru/{n}" for n in range(6))}, "error-result-many"),
        ({"files": tuple(f"f{n}" for n in range(6))}, "error-result-many"),
    ],
)
def test_what_is_refused(more, key):
    with pytest.raises(ProgrammeError) as refused:
        checked(result(**more), TODAY)
    assert refused.value.key == key


def test_one_at_a_time():
    assert with_file(with_link(result(), "http://школа.рф/урок"), "f").links == ("http://школа.рф/урок",)


@pytest.mark.parametrize(
    "text", ["https://example.ru", " example.ru/урок?x=1 ", "http://sub.example.ru:8080/a#b", "школа.рф"]
)
def test_addresses(text):
    assert web_address(text) in (text.strip(), f"https://{text.strip()}")


@pytest.mark.parametrize(
    "text",
    [
        "", "урок", "javascript:alert(1)", "ftp://example.ru", "file:///etc/passwd", "https://", "https://a b.ru",
        "https://user:secret@example.ru", "http://[::1", "https://example.ru:порт", "https://example.ru/" + "я" * 500,
        "https://exa\u202emple.ru",
    ],
)  # fmt: skip
def test_no_addresses(text):
    assert web_address(text) is None


@given(st.text(max_size=60))
def test_any_text_is_answered(text):
    found = web_address(text)
    assert found is None or found.startswith(("http://", "https://")) or "://" in text
