"""Certificates and letters: the right cases, one sheet, the school's blank behind; the order of encouragement."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from pypdf import PdfReader

from mentoring.documents.certificate import Certificate, CertificateKind, certificate
from mentoring.documents.certificate_blank import checked_blank, lies
from mentoring.documents.letter import Letter, LetterKind, letter, spoken
from mentoring.documents.order_encouragement import Encouraged, encouragement
from mentoring.documents.order_facts import Common, Named
from mentoring.documents.orders import render
from mentoring.errors import ProgrammeError
from tests.documents.year_papers import SCHOOL, words_of

YEAR = (2026, 2027)
OLGA = Named("Громова Ольга Ильинична", "учитель математики")
ANDREY = Named("Петров Андрей Сергеевич", "учитель истории")
UNKNOWN = Named("Ким Ли", "учитель <физики> & химии")


def picture(size: tuple[int, int] = (900, 1200), kind: str = "PNG", **options: object) -> bytes:
    target = io.BytesIO()
    Image.new("RGB", size, "#ddeeff").save(target, kind, **options)
    return target.getvalue()


def text_of(pdf: bytes) -> str:
    pages = PdfReader(io.BytesIO(pdf)).pages
    assert len(pages) == 1
    return " ".join(pages[0].extract_text().split())


@pytest.mark.parametrize(
    ("kind", "who", "said"),
    [
        (CertificateKind.HONOUR, OLGA, "награждается Громова Ольга Ильинична"),
        (CertificateKind.THANKS, OLGA, "выражается Громовой Ольге Ильиничне"),
        (CertificateKind.THANKS, ANDREY, "выражается Петрову Андрею Сергеевичу"),
        (CertificateKind.CERTIFICATE, OLGA, "участвовала в программе"),
        (CertificateKind.CERTIFICATE, ANDREY, "участвовал в программе"),
        (CertificateKind.CERTIFICATE, UNKNOWN, "принимает участие в программе"),
    ],
)
def test_names_stand_in_the_right_case(kind: CertificateKind, who: Named, said: str) -> None:
    text = text_of(certificate(Certificate(kind, SCHOOL, who, YEAR, "за помощь коллегам", "Наставник года")))
    assert said in text
    assert who.post in text
    assert "«Наставник года»" in text
    assert "Директор И. П. Кузнецов" in text
    assert "2026/2027 учебный год" in text


def test_on_the_schools_blank_there_is_no_second_head() -> None:
    blank = checked_blank(picture())
    paper = Certificate(CertificateKind.HONOUR, SCHOOL, OLGA, YEAR)
    plain, made = certificate(paper), certificate(paper, blank)
    assert SCHOOL.name.split("«")[0].strip() in text_of(plain)
    assert SCHOOL.name.split("«")[0].strip() not in text_of(made)
    assert len(PdfReader(io.BytesIO(made)).pages[0].images) == 1
    assert made == certificate(paper, blank), "equal facts, equal bytes"


def test_a_blank_that_lies_makes_a_sheet_that_lies() -> None:
    blank = checked_blank(picture((1200, 900)))
    page = PdfReader(
        io.BytesIO(certificate(Certificate(CertificateKind.HONOUR, SCHOOL, OLGA, YEAR), blank))
    ).pages[0]
    assert page.mediabox.width > page.mediabox.height
    assert lies(blank)


def test_a_blank_keeps_nothing_but_the_picture() -> None:
    told = PngInfo()
    told.add_text("Comment", "secret place")
    made = checked_blank(picture(pnginfo=told))
    assert b"secret place" not in made
    assert Image.open(io.BytesIO(made)).format == "JPEG"


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"%PDF-1.4", "error-blank-picture"),
        (b"", "error-blank-picture"),
        (picture()[:200], "error-blank-picture"),
        (picture((599, 900)), "error-blank-small"),
        (picture((8000, 7000)), "error-blank-picture"),
        (b"x" * (10 * 1024 * 1024 + 1), "error-blank-heavy"),
    ],
)
def test_what_is_no_blank(data: bytes, key: str) -> None:
    with pytest.raises(ProgrammeError, match=key):
        checked_blank(data)


def test_long_words_stay_on_the_sheet() -> None:
    long = Named(
        "Константинопольская-Задунайская Александра Константиновна",
        "заместитель директора по учебно-воспитательной работе, " * 3,
    )
    school = replace(
        SCHOOL, name=SCHOOL.name * 5, director=replace(long, post="исполняющая обязанности директора")
    )
    text = text_of(certificate(Certificate(CertificateKind.THANKS, school, long, YEAR, "за труд " * 150)))
    assert "Константинопольской-Задунайской Александре Константиновне" in text
    assert text_of(letter(Letter(LetterKind.MENTOR, school, long, YEAR, "Спасибо. " * 300)))


@pytest.mark.parametrize(
    ("kind", "who", "said"),
    [
        (
            LetterKind.MENTOR,
            OLGA,
            ["Громовой Ольге Ильиничне", "Уважаемая Ольга Ильинична!", "в 2026/2027 учебном году"],
        ),
        (LetterKind.MENTEE, ANDREY, ["Петрову Андрею Сергеевичу", "Уважаемый Андрей Сергеевич!"]),
        (LetterKind.MENTEE, UNKNOWN, ["Здравствуйте, Ким Ли!"]),
        (
            LetterKind.PARTNER,
            Named("Институт развития образования"),
            ["Институт развития образования", "Уважаемые коллеги!"],
        ),
    ],
)
def test_letters_speak_to_whom_they_are_sent(kind: LetterKind, who: Named, said: list[str]) -> None:
    text = text_of(letter(Letter(kind, SCHOOL, who, YEAR, "Особенно — за открытые уроки.")))
    assert all(part in text for part in said)
    assert "Особенно — за открытые уроки." in text


@pytest.mark.parametrize(
    ("full", "expected"),
    [
        ("Громова Ольга Ильинична", "Ольга Ильинична"),
        ("Ольга Ильинична Громова", "Ольга Ильинична"),
        ("Алиев Ильхам Гейдар оглы", "Ильхам Гейдар оглы"),
        ("Ким Ли", "Ким Ли"),
        ("Ольга", "Ольга"),
    ],
)
def test_how_people_are_spoken_to(full: str, expected: str) -> None:
    assert spoken(full) == expected


def test_the_order_of_encouragement_is_a_draft_with_a_line_for_each() -> None:
    common = Common(SCHOOL, YEAR, Named("Смирнова Елена Викторовна", "заместитель директора"))
    order = encouragement(
        common,
        [
            Encouraged([OLGA], "благодарность директора школы", "победа в номинации «Наставник года»"),
            Encouraged([OLGA, ANDREY], "благодарность директора школы", "победа в номинации «Лучшая пара»"),
            Encouraged([ANDREY], "премия", ""),
        ],
    )
    assert [(one.who.name.split()[0], one.award, one.merit) for one in order.awards] == [
        (
            "Громова",
            "благодарность директора школы",
            "победа в номинации «Наставник года»; победа в номинации «Лучшая пара»",
        ),
        ("Петров", "благодарность директора школы", "победа в номинации «Лучшая пара»"),
        ("Петров", "премия", ""),
    ]
    text = words_of(render(order))
    assert "№ ____" in text
    assert "«____»" in text
    assert "Смирновой Елене Викторовне" in text
    with pytest.raises(ValueError, match="names somebody"):
        encouragement(common, [])
