"""Certificates of honour, of participation and of thanks: PDF, one sheet, ready to sign.

"Публичная похвала, награждение грамотами, благодарственными письмами" («Система стимулирования»). They leave the
day and the seal to the hand that signs.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer

from mentoring.documents.certificate_sheet import Signature, sheet
from mentoring.documents.certificate_style import CENTRE, paragraph, style
from mentoring.documents.declension import Case, gender_of, initials, one_line
from mentoring.documents.order_facts import Letterhead, Named
from mentoring.documents.order_people import in_case


class CertificateKind(StrEnum):
    HONOUR = "honour"  # a nomination's winner
    CERTIFICATE = "certificate"  # took part
    THANKS = "thanks"


@dataclass(frozen=True, slots=True)
class Certificate:
    """`merit` goes on after the name ("за помощь молодым коллегам"); a certificate of participation has its own
    words instead. `nomination` is printed as it is called. `year` are the calendar years of the school year.
    """

    kind: CertificateKind
    school: Letterhead
    who: Named
    year: tuple[int, int]
    merit: str = ""
    nomination: str = ""


@lru_cache(maxsize=1)
def words() -> Mapping[str, Any]:
    """`templates/awards.ru.toml`: the papers are Russian, as the orders are."""
    text = files("mentoring.documents").joinpath("templates/awards.ru.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def certificate(paper: Certificate, blank: bytes | None = None) -> bytes:
    """The PDF. `blank` is the school's sheet from `certificate_blank.checked_blank`, by default a plain frame."""
    told = words()["certificate"][paper.kind.value]
    head = [] if blank else [paragraph(paper.school.name, style("school", 13, align=CENTRE)), Spacer(1, 22 * mm)]
    return sheet(told["title"], [*head, *_body(paper, told)], signature(paper.school), blank)


def signature(school: Letterhead) -> Signature:
    return Signature(one_line(school.director.post) or words()["director"], initials(school.director.name))


def year_words(year: tuple[int, int]) -> str:
    return str(words()["year"].format(first=year[0], last=year[1]))


def _body(paper: Certificate, told: Mapping[str, Any]) -> list[Flowable]:
    post = one_line(paper.who.post)
    lines = [
        (told["title"].upper(), style("title", 30, bold=True, align=CENTRE), 12),
        (told["lead"], style("lead", 14, align=CENTRE), 6),
        (in_case(paper.who, Case(told["case"])), style("name", 24, bold=True, align=CENTRE), 3),
        (f"({post})" if post else "", style("post", 13, align=CENTRE), 6),
        (_merit(paper, told), style("merit", 15, align=CENTRE), 6),
        (
            f"«{one_line(paper.nomination)}»" if paper.nomination else "",
            style("won", 18, bold=True, align=CENTRE),
            8,
        ),
        (year_words(paper.year), style("year", 13, align=CENTRE), 0),
    ]
    return [part for text, face, after in lines if text for part in (paragraph(text, face), Spacer(1, after * mm))]


def _merit(paper: Certificate, told: Mapping[str, Any]) -> str:
    """A certificate says what the person did in the right gender, or in a form that has none."""
    if "took_part" not in told:
        return one_line(paper.merit)
    gender = paper.who.gender or gender_of(paper.who.name)
    return str(told["took_part"][gender.value if gender else "none"])
