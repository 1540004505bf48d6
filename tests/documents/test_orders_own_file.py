"""Files that are sent for a template: which of them are not opened at all."""

from __future__ import annotations

import io
import zipfile

import pytest

from mentoring.documents.orders import render
from mentoring.documents.own_template_file import SIZE
from mentoring.errors import ProgrammeError
from tests.documents import order_people as people
from tests.documents.own_templates import LOOP, faults, paper, part, with_parts


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "file-empty"),
        (b"PK\x03\x04" + b"\0" * SIZE, "file-too-big"),
        (b"%PDF-1.7", "template-not-word"),
        (b"{\\rtf1 }", "template-not-word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100, "template-old-word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "file-encrypted"),
        (b"PK\x03\x04 and nothing", "file-broken"),
        (paper(*LOOP)[:-200], "file-broken"),
        (with_parts(paper(*LOOP), {"word/document.xml": b"<w:document"}), "file-broken"),
        (with_parts(paper(*LOOP), {"word/vbaProject.bin": b"x"}), "template-macros"),
        (with_parts(paper(*LOOP), {"word/activeX/activeX1.xml": b"<x/>"}), "template-macros"),
        (with_parts(paper(*LOOP), {"word/embeddings/oleObject1.bin": b"x"}), "template-outside"),
        (with_parts(paper(*LOOP), {"word/media/run.exe": b"x"}), "template-outside"),
        (with_parts(paper(*LOOP), {"word/afchunk.html": b"x"}), "template-outside"),
        (with_parts(paper(*LOOP), {"word/media/inner.zip": b"PK\x03\x04"}), "file-nested"),
        (with_parts(paper(*LOOP), {"word/big.xml": b"<x>" + b" " * 5_000_000 + b"</x>"}), "template-too-heavy"),
        (with_parts(paper(*LOOP), {"word/media/b.png": b"\0" * 20_000_000}), "file-unpacks-too-big"),
    ],
)
def test_files_that_are_not_opened(data: bytes, key: str) -> None:
    (fault,) = faults(data)
    assert fault.key == key


def test_a_file_that_is_not_opened_is_not_filled_either() -> None:
    data = with_parts(paper(*LOOP), {"word/vbaProject.bin": b"x"})
    with pytest.raises(ProgrammeError, match="template-unfit"):
        render(people.pairs(), data)


def test_a_workbook_is_no_template() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("xl/workbook.xml", "<x/>")
    assert [fault.key for fault in faults(made.getvalue())] == ["template-not-word"]


def test_a_document_with_macros_under_another_name_is_refused() -> None:
    good = paper(*LOOP)
    kinds = part(good, "[Content_Types].xml").replace(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    assert [fault.key for fault in faults(with_parts(good, {"[Content_Types].xml": kinds}))] == ["template-macros"]


@pytest.mark.parametrize("kind", ["attachedTemplate", "image", "oleObject", "subDocument"])
def test_what_is_fetched_from_outside_is_refused_and_a_link_is_not(kind: str) -> None:
    good = paper(*LOOP)
    relations = part(good, "word/_rels/document.xml.rels")
    new = (
        '<Relationship Id="rId900" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        f'{kind}" Target="https://example.org/x" TargetMode="External"/></Relationships>'
    )
    bad = relations.replace(b"</Relationships>", new.encode())
    (fault,) = faults(with_parts(good, {"word/_rels/document.xml.rels": bad}))
    assert fault.key == "template-outside"
    link = bad.replace(kind.encode(), b"hyperlink")
    assert faults(with_parts(good, {"word/_rels/document.xml.rels": link})) == []


@pytest.mark.parametrize("field", ["DDEAUTO c:\\\\x", "INCLUDEPICTURE http://example.org", " includetext x"])
def test_fields_that_fetch_are_refused_and_page_numbers_are_not(field: str) -> None:
    good = paper(*LOOP, "ЗДЕСЬ")

    def with_field(instruction: str) -> bytes:
        xml = part(good, "word/document.xml").replace(
            "<w:t>ЗДЕСЬ</w:t>".encode(), f"<w:instrText>{instruction}</w:instrText>".encode()
        )
        return with_parts(good, {"word/document.xml": xml})

    assert [fault.key for fault in faults(with_field(field))] == ["template-outside"]
    assert faults(with_field("PAGE")) == []


def test_entities_are_refused() -> None:
    good = paper(*LOOP)
    xml = part(good, "word/document.xml")
    bomb = xml.replace(b"<w:document", b'<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document', 1)
    assert [fault.key for fault in faults(with_parts(good, {"word/document.xml": bomb}))] == ["file-broken"]
