"""A file is read in a process of its own, under limits; the verdict comes back whole."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime

import pytest

from locales import LANGUAGES, Locales
from mentoring.questionnaires import check_apart as apart
from mentoring.questionnaires.catalogue import shipped, source_of
from mentoring.questionnaires.faults import MESSAGES
from mentoring.questionnaires.rules_preview import asked_count
from mentoring.texts import say
from tests.promises.test_bad_files import bomb
from tests.scenarios.publishing_ground import BROKEN, MOOD, book

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)


def check(source: str | bytes, name: str = "mood.md") -> apart.FormVerdict:
    return apart.check_apart(name, source.encode() if isinstance(source, str) else source, NOW)


def test_an_accepted_form_is_described() -> None:
    found = check(MOOD)
    assert found.accepted
    assert (found.form_id, found.questions, found.minutes) == ("mood", 2, 1)
    assert found.titles == {"": "Настроение недели"}
    assert set(found.declared) == {"form_id", "title"}
    assert found.unreachable == ()


def test_it_is_the_version_that_answers_are_given_to() -> None:
    form = shipped()["mentee_entry"]
    name, text = source_of("mentee_entry")
    found = check(text, name)
    assert (found.version, found.questions) == (form.version, asked_count(form))


def test_faults_come_with_their_places() -> None:
    found = check(BROKEN)
    assert not found.accepted
    assert [(f.sheet, f.row, f.column, f.key) for f in found.faults] == [
        ("survey", 2, "type", "list-missing"),
        ("survey", 3, "relevant", "reference-unknown"),
        ("survey", 4, "type", "type-unsupported"),
    ]
    assert found.faults[0].params == {"list": "nolist"}


@pytest.mark.parametrize(
    ("name", "stored"),
    [
        ("Анкета для пар (1).XLSX", "anketa_dlya_par.xlsx"),
        ("Щётка, ёж и ящик.csv", "schetka_ezh_i_yaschik.csv"),
        ("mentee_before.md", "mentee_before.md"),
        ("..\\..\\evil", "evil"),
        ("/etc/passwd", "passwd"),
        ("📝.xlsx", "form.xlsx"),
        ("", "form"),
        ("a" * 300 + ".xlsx", "a" * 40 + ".xlsx"),
        ("\u202exslx.exe", "xslx.exe"),
    ],
)
def test_the_stored_name_is_plain(name: str, stored: str) -> None:
    assert apart.stored_name(name) == stored


def test_what_the_file_does_not_say_comes_from_its_name() -> None:
    found = check(MOOD.replace("| mood |", "| |").replace("Настроение недели", ""), "Для пар.md")
    assert (found.form_id, found.titles, found.declared) == ("dlya_par", {"": "dlya_par"}, ())


@pytest.mark.parametrize("form_id", ["моё настроение", "a b", "a:b", "x" * 41, "a/b"])
def test_an_id_that_no_button_can_hold_is_a_fault(form_id: str) -> None:
    (fault,) = check(MOOD.replace("| mood |", f"| {form_id} |")).faults
    assert (fault.sheet, fault.column) == ("settings", "form_id")


def test_a_question_nobody_reaches_is_named() -> None:
    source = MOOD.replace("| required |", "| required | relevant |").replace(
        "Что запомнилось? | |", "Что запомнилось? | | ${good} = 'maybe' |"
    )
    assert check(source).unreachable == ("why",)


def test_bad_files_are_refused_before_they_are_unpacked() -> None:
    assert [f.key for f in check(bomb(), "a.xlsx").faults] == ["file-unpacks-too-big"]
    assert [f.key for f in check(b"x" * (apart.SIZE + 1)).faults] == ["file-too-big"]
    assert [f.key for f in check(b"\x89PNG", "a.png").faults] == ["file-not-a-form"]
    assert not check(b"", "a.md").accepted


def test_more_faults_than_anybody_reads_are_counted() -> None:
    rows = [("type", "name", "label", "relevant"), *(("text", f"q{n}", "?", "${no} = 1") for n in range(1500))]
    found = check(book({"survey": rows}), "a.xlsx")
    assert len(found.faults) == 1_000
    assert found.more == 501


def test_a_reader_without_memory_or_time_is_a_kind_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "MEMORY", 40 * 1024 * 1024)
    assert {f.key for f in check(MOOD).faults} <= apart.EXHAUSTED
    assert not check(MOOD).accepted
    monkeypatch.undo()
    monkeypatch.setattr(apart, "SECONDS", 0.05)
    child = "import sys; sys.path.insert(0, sys.argv[1]); from mentoring.questionnaires import check_child as c; " \
        "c._allow(0.05); [0 for _ in iter(int, 1)]"  # fmt: skip
    ended = subprocess.run([sys.executable, "-c", child, "."], check=False, timeout=20)
    assert ended.returncode < 0, "the system ends what goes on too long"


def test_a_verdict_that_was_said_counts_although_the_rest_took_too_long() -> None:
    """Thousands of combinations of conditions: the file is fine, what nobody reaches stays unknown."""
    said = b'{"faults": [], "warnings": [], "more": 0, "form_id": "a", "declared": []}\n{"unreach'
    found = apart._read("a.md", said, "file-too-heavy")
    assert found.accepted
    assert found.unreachable is None


MEASURED = """
import resource, sys
from datetime import UTC, datetime
from mentoring.questionnaires.check_apart import check_apart
found = check_apart("a.xlsx", sys.stdin.buffer.read(), datetime(2026, 11, 24, tzinfo=UTC))
print([fault.key for fault in found.faults], resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024, sep=";")
"""


def test_a_book_of_two_thousand_rows_is_read_in_bounded_memory() -> None:
    """Measured in a process that has no other children: a test worker has had databases and browsers."""
    rows = [("type", "name", "label"), *(("text", f"q{n}", f"Вопрос {n}") for n in range(1999))]
    ran = subprocess.run(
        [sys.executable, "-c", MEASURED], input=book({"survey": rows}), capture_output=True, check=True, timeout=60
    )
    keys, peak = ran.stdout.decode().split(";")
    assert keys == "['too-many-questions']"
    assert int(peak) < apart.MEMORY


def test_the_child_gets_no_environment_and_no_name_on_its_command_line(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []

    def run(command, **more):
        seen.append((command, more))
        return subprocess.CompletedProcess(command, 0, b"")

    monkeypatch.setattr(apart.subprocess, "run", run)
    check(MOOD, "Иванова Мария.md")
    command, more = seen[0]
    assert more["env"] == {}
    assert "ivanova" not in " ".join(command)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_has_words(language: str) -> None:
    """A key that the reader says and no language has would be silence."""
    params = dict.fromkeys(
        ("limit", "name", "reason", "rows", "columns", "sheet", "found", "meant", "code", "column", "type", "list",
         "what", "names", "value", "known", "least", "most"), "x")  # fmt: skip
    for key in {*MESSAGES, *apart.EXHAUSTED, "form-id-unfit"}:
        assert Locales().plain(say(f"form-fault-{key}", **params), language)
