"""Letters of thanks to mentors, mentees and partners: PDF on the school's blank, ready to sign.

"Благодарственные письма партнерам" (step 28); the words are `templates/awards.ru.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer

from mentoring.documents.certificate import signature, words
from mentoring.documents.certificate_sheet import sheet
from mentoring.documents.certificate_style import CENTRE, paragraph, style
from mentoring.documents.declension import Case, gender_of, one_line
from mentoring.documents.order_facts import Letterhead, Named
from mentoring.documents.order_people import in_case


class LetterKind(StrEnum):
    MENTOR = "mentor"
    MENTEE = "mentee"
    PARTNER = "partner"


@dataclass(frozen=True, slots=True)
class Letter:
    """To a person, or to a partner organisation whose `who.name` is written as it is called, undeclined.

    `merit` is the curator's own paragraph, put among the letter's; empty for none.
    """

    kind: LetterKind
    school: Letterhead
    who: Named
    year: tuple[int, int]
    merit: str = ""


def letter(paper: Letter, blank: bytes | None = None) -> bytes:
    """The PDF, one sheet; `blank` as in `certificate`."""
    told = words()["letter"][paper.kind.value]
    own = [paper.merit.strip()] if paper.merit.strip() else []
    texts = [*(text.format(year=_in_year(paper.year)) for text in told["text"]), *own, told["close"]]
    story = [*_head(paper, told["title"], blank is not None), *_text(texts)]
    return sheet(told["title"], story, signature(paper.school), blank)


def _in_year(year: tuple[int, int]) -> str:
    """Within a sentence, in the prepositional: "в 2026/2027 учебном году"."""
    return str(words()["in_year"].format(first=year[0], last=year[1]))


def _head(paper: Letter, title: str, on_blank: bool) -> list[Flowable]:
    school = (
        [] if on_blank else [paragraph(paper.school.name, style("school", 12, align=CENTRE)), Spacer(1, 10 * mm)]
    )
    to = paper.who.name if paper.kind is LetterKind.PARTNER else in_case(paper.who, Case.DATIVE)
    return [
        *school,
        paragraph(title, style("title", 22, bold=True, align=CENTRE)),
        Spacer(1, 6 * mm),
        paragraph(one_line(to), style("to", 13, align=CENTRE)),
        Spacer(1, 8 * mm),
        paragraph(address(paper), style("address", 15, bold=True, align=CENTRE)),
        Spacer(1, 5 * mm),
    ]


def _text(texts: Sequence[str]) -> list[Flowable]:
    face = style("text", 13)
    return [part for text in texts for part in (paragraph(text, face), Spacer(1, 2 * mm))]


def address(paper: Letter) -> str:
    """ "Уважаемая Анна Петровна!"; where the name does not tell the gender, a greeting that needs none."""
    told = words()["address"]
    if paper.kind is LetterKind.PARTNER:
        return str(told["partner"])
    gender = paper.who.gender or gender_of(paper.who.name)
    return str(told[gender.value if gender else "none"].format(name=spoken(paper.who.name)))


def spoken(full_name: str) -> str:
    """The name and patronymic, by which people speak to each other; the whole name where they cannot be told."""
    parts = one_line(full_name).split(" ")
    for place, part in enumerate(parts):
        before = _before(part)
        if before and place >= before:
            return " ".join(parts[place - before : place + 1])
    return " ".join(parts)


def _before(part: str) -> int:
    """How many words of a name a patronymic ends with stand before this one; 0 for no such word."""
    if part.lower() in words()["patronymic_words"]:
        return 2
    return 1 if re.search(words()["patronymic"], part.lower()) else 0
