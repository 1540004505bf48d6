"""Orders of whatever people typed, and as another word processor prints them."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentoring.documents import order_facts as facts
from mentoring.documents.order_facts import Named
from mentoring.documents.orders import render
from mentoring.meetings.rules import Contact, Side
from tests.documents import order_people as people
from tests.documents.order_people import lines_of, tables_of

nasty = st.text(
    alphabet=st.one_of(st.characters(), st.sampled_from("\x00\x07\x0b\x0c\ud800\ufffe<>&\"'{}%#\n\r\t]]>")),
    max_size=60,
)


@settings(max_examples=25, deadline=None)
@given(nasty, nasty, nasty)
def test_whatever_people_typed_the_document_opens(name: str, post: str, reason: str) -> None:
    who = Named(name, post, note=reason)
    common = replace(people.COMMON, curator=who, references=[reason], duties=[facts.Duty(who, reason)])
    changed = facts.Replacement(Side.MENTOR, who, who, [who, who], None, None, reason)
    for order in (
        facts.ReplacementOrder(common, [changed]),
        facts.PairsOrder(common, [facts.Bound([who], [who], None, None)]),
    ):
        assert "ПРИКАЗЫВАЮ:" in lines_of(render(order))


def test_markup_and_tags_in_a_name_are_only_letters() -> None:
    who = Named("<b>{{ школа }}</b> & {% for %}", "<w:p>")
    cell = tables_of(render(facts.PairsOrder(people.COMMON, [facts.Bound([who], [who], None, None)])))[0][1][1]
    assert cell == "<b>{{ школа }}</b> & {% for %}, <w:p>"


def test_what_a_document_cannot_hold_goes_and_the_words_around_it_stay() -> None:
    award = facts.Award(Named("Ива\x07нова\x0c Анна\tПетровна"), "гра\x0bмота\ud800", " урок\r\nтри ")
    row = tables_of(render(facts.EncouragementOrder(people.COMMON, [award])))[0][1]
    assert row == ["1", "Иванова Анна Петровна", "", "грамота", "урок\nтри"]


def printed(orders: dict[str, bytes], folder: Path) -> dict[str, list[str]]:
    """The pages' texts as LibreOffice prints them."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("no LibreOffice here")
    for name, made in orders.items():
        (folder / f"{name}.docx").write_bytes(made)
    command = [office, f"-env:UserInstallation=file://{folder}/home", "--headless", "--convert-to", "pdf"]
    files = [str(folder / f"{name}.docx") for name in orders]
    done = subprocess.run(
        [*command, "--outdir", str(folder), *files], capture_output=True, timeout=110, check=False
    )
    if b"could not be loaded" in done.stderr:
        pytest.skip("LibreOffice without its Writer")
    return {
        name: [re.sub(r"\s+", " ", page.extract_text()) for page in pypdf.PdfReader(folder / f"{name}.pdf").pages]
        for name in orders
    }


def test_another_word_processor_prints_every_kind_with_its_points_numbered(tmp_path: Path) -> None:
    pages = printed({make.__name__: render(make()) for make in people.MAKERS}, tmp_path)
    for name, texts in pages.items():
        assert all("ПРОЕКТ" in text for text in texts), name
        text = " ".join(texts)
        assert "1. " in text.split("ПРИКАЗЫВАЮ:")[1][:6], name
        assert "С приказом ознакомлены" in text
    text = " ".join(pages["pairs"])
    numbers = re.findall(r"(?<!\S)(\d(?:\.\d)?\.) [А-Яа-я]", text.split("ПРИКАЗЫВАЮ:")[1])
    assert numbers == ["1.", "2.", "3.", "3.1.", "3.2.", "3.3.", "4.", "5."]


def test_two_hundred_pairs_of_long_names_print_with_the_draft_mark_on_every_page(tmp_path: Path) -> None:
    long = "Константинопольская-Преображенская " + "Ы" * 120 + " Александровна"
    many = [
        facts.Bound([Named(long, "учитель " * 30)], [Named(f"Петров Пётр {n}ович")], Contact.GROUP, people.DAY)
        for n in range(200)
    ]
    made = render(facts.PairsOrder(people.COMMON, many))
    assert len(tables_of(made)[0]) == 201
    (pages,) = printed(
        {
            "many": made,
        },
        tmp_path,
    ).values()
    assert len(pages) > 20
    assert all("ПРОЕКТ" in page for page in pages)
    assert all("Дата начала" in page for page in pages[1:20]), "the table's head stands on every page"
