from __future__ import annotations

import io
import re
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pypdf
import pytest
import time_machine
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from mentoring.documents.pdf import ConsentCopy, ConsentLabels, consent_copy, moment

LABELS = ConsentLabels(
    "Версия", "Отпечаток текста", "Решение", "Дата и время", "Имя", "Страница {page} из {pages}"
)
COPY = ConsentCopy(
    school_name="МБОУ «Школа № 6»",
    title="Согласие на обработку — ёжик",
    text="## Первое\nАбзац первый.\n\n- пункт один\n- пункт два\n\n## Второе\nАбзац последний.",
    version=3,
    text_hash="0123456789abcdef" * 4,
    decision="Согласие дано",
    decided_at=datetime(2026, 11, 24, 10, 5, tzinfo=ZoneInfo("Europe/Moscow")),
    person="Иванова Мария",
)


def pages(data: bytes) -> list[str]:
    return [re.sub(r"\s+", " ", page.extract_text()) for page in pypdf.PdfReader(io.BytesIO(data)).pages]


def test_everything_asked_for_is_on_the_paper():
    (text,) = pages(consent_copy(COPY, LABELS))
    expected = [
        "МБОУ «Школа № 6»", "Согласие на обработку — ёжик", "Версия 3",
        "Отпечаток текста " + "0123456789abcdef" * 4,
        "Решение Согласие дано", "Дата и время 24.11.2026 10:05 (UTC+3, Europe/Moscow)", "Имя Иванова Мария",
        "Первое", "Абзац первый.", "пункт один", "пункт два", "Второе", "Абзац последний.", "Страница 1 из 1",
    ]  # fmt: skip
    for part in expected:
        assert part in text
    assert "##" not in text


def test_a_copy_without_a_name_has_no_row_for_it():
    (text,) = pages(consent_copy(replace(COPY, person=None), LABELS))
    assert "Имя" not in text
    assert "Решение Согласие дано" in text


def test_the_paper_is_a4_with_its_title_and_language():
    reader = pypdf.PdfReader(io.BytesIO(consent_copy(replace(COPY, language="en"), LABELS)))
    box = reader.pages[0].mediabox
    assert (round(box.width), round(box.height)) == (595, 842)
    assert reader.metadata.title == COPY.title
    assert reader.metadata.author == COPY.school_name
    assert reader.trailer["/Root"]["/Lang"] == "en"


def test_fonts_travel_with_the_file():
    fonts = pypdf.PdfReader(io.BytesIO(consent_copy(COPY, LABELS))).pages[0]["/Resources"]["/Font"]
    used = [font.get_object() for font in fonts.values()]
    roboto = [font for font in used if "Roboto" in font["/BaseFont"]]
    assert len({font["/BaseFont"].split("+")[-1] for font in roboto}) == 2
    assert all("/FontFile2" in font["/FontDescriptor"] for font in roboto)


def test_a_long_text_has_numbered_pages_and_loses_no_line():
    lines = [f"Строка номер {n} и ещё немного слов, чтобы было что переносить." for n in range(300)]
    found = pages(consent_copy(replace(COPY, text="\n".join(lines)), LABELS))
    assert len(found) > 3
    for number, text in enumerate(found, start=1):
        assert f"Страница {number} из {len(found)}" in text
    assert re.findall(r"Строка номер (\d+) ", " ".join(found)) == [str(n) for n in range(300)]


@pytest.mark.parametrize("name", ["<b>&Мария</b>", 'О\'Нил "Мак" &amp;', "{page} {pages} %s", "щ\x00ъ\ud800ы"])
def test_a_name_is_printed_as_it_was_typed(name):
    (text,) = pages(consent_copy(replace(COPY, person=name, school_name=name, title=name), LABELS))
    shown = re.sub("[\x00\ud800]", "", name)
    assert text.count(shown) == 3


def test_two_copies_made_at_different_times_are_equal():
    with time_machine.travel(datetime(2026, 1, 1, tzinfo=UTC)):
        first = consent_copy(COPY, LABELS)
    with time_machine.travel(datetime(2030, 5, 6, 7, 8, 9, tzinfo=UTC)):
        assert consent_copy(COPY, LABELS) == first
    assert consent_copy(replace(COPY, version=4), LABELS) != first


def test_one_copy_does_not_colour_the_next():
    first = consent_copy(COPY, LABELS)
    consent_copy(replace(COPY, text="Совсем другие буквы: QWERTY щъыэю"), LABELS)
    assert consent_copy(COPY, LABELS) == first


@pytest.mark.parametrize(
    ("zone", "shown"),
    [
        (ZoneInfo("Asia/Yekaterinburg"), "24.11.2026 10:05 (UTC+5, Asia/Yekaterinburg)"),
        (timezone(timedelta(hours=5, minutes=30)), "24.11.2026 10:05 (UTC+5:30)"),
        (timezone(-timedelta(hours=3, minutes=30)), "24.11.2026 10:05 (UTC-3:30)"),
        (UTC, "24.11.2026 10:05 (UTC+0)"),
    ],
)
def test_the_moment_names_its_zone(zone, shown):
    assert moment(datetime(2026, 11, 24, 10, 5, tzinfo=zone)) == shown


def test_a_moment_without_a_zone_is_a_mistake_of_the_caller():
    naive = COPY.decided_at.replace(tzinfo=None)
    with pytest.raises(ValueError):
        consent_copy(replace(COPY, decided_at=naive), LABELS)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300), st.text(min_size=1, max_size=60))
def test_any_text_can_be_printed(text, name):
    assert pages(consent_copy(replace(COPY, text=text, person=name), LABELS))


def test_a_word_longer_than_the_line_is_broken():
    (text,) = pages(consent_copy(replace(COPY, text="ж" * 300, person="щ" * 120), LABELS))
    assert text.count("ж") >= 300
    assert text.count("щ") == 120


@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="pdftoppm is not installed here")
def test_the_rendered_page_has_ink_and_margins(tmp_path):
    source = tmp_path / "copy.pdf"
    source.write_bytes(consent_copy(COPY, LABELS))
    command = ["pdftoppm", "-r", "50", "-gray", "-png", "-singlefile", source.name, "page"]
    done = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=60)
    assert done.stderr == b""
    picture = Image.open(tmp_path / "page.png").convert("L")
    ink = picture.point(lambda grey: 255 if grey < 200 else 0).getbbox()
    margin = picture.width * 10 // 210
    assert ink[0] > margin
    assert ink[1] > margin / 2
    assert ink[2] < picture.width - margin
