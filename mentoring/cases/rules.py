"""A case: what a pair tells of its work, edited by the curator, published only with everybody's yes. Pure.

"Оформление итогов и процессов совместной работы в рамках программы наставничества в кейсы" (step 27). Publication
is a consent of its own (152-FZ, art. 10.1), and every text is shown first: an edit asks again.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from mentoring.consent.rules import ConsentKind, Decision, holds
from mentoring.errors import ProgrammeError

FORM = "case_description"
SECTIONS = ("start", "aim", "steps", "turn", "result", "mentor_gain", "advice", "materials")
"""The questionnaire's own questions, in the order in which a case is read."""
TITLE, LONGEST = 150, 6_000  # characters: of the title, of a section


@dataclass(frozen=True, slots=True)
class Case:
    """`authors` wrote it, `named` are people whose names stand on it or in it: theirs is personal data.

    `approved` holds the hash of the text that each has said yes to. `areas`, `model` and `contact` are the
    questionnaire's words.
    """

    id: int
    pair_id: int
    year: int
    title: str
    sections: Mapping[str, str]
    authors: frozenset[int]
    named: frozenset[int]
    model: str = ""
    contact: str = ""
    areas: tuple[str, ...] = ()
    approved: Mapping[int, str] = field(default_factory=dict)

    @property
    def hash(self) -> str:
        """Of all that is published, who is named included."""
        told = [self.title, *(f"{name}\x1f{self.sections.get(name, '')}" for name in SECTIONS)]
        named = ",".join(map(str, sorted(self.named)))
        return hashlib.sha256("\x1e".join([*told, named]).encode("utf-8", "surrogatepass")).hexdigest()


def draft(number: int, pair_id: int, year: int, authors: Iterable[int], answers: Mapping[str, str | None]) -> Case:
    """The case as the questionnaire tells it; its authors are named until they take their names away."""
    people = frozenset(authors)
    sections = {name: text.strip() for name in SECTIONS if (text := answers.get(name) or "").strip()}
    case = Case(number, pair_id, year, "", sections, people, people)
    told = edited(case, answers.get("title") or "", sections)
    model, contact = (answers.get(name) or "" for name in ("model", "contact"))
    return replace(told, model=model, contact=contact, areas=tuple((answers.get("areas") or "").split()))


def edited(case: Case, title: str, sections: Mapping[str, str]) -> Case:
    """With other words; whoever approved the former ones is asked again, since the hash is another.

    Raises ProgrammeError: `error-case-title` (with `most`), `error-case-long` (with `most`), `error-case-empty`.
    """
    tidy = " ".join(title.split())
    if not 1 <= len(tidy) <= TITLE:
        raise ProgrammeError("error-case-title", most=TITLE)
    told = {name: sections[name].strip() for name in SECTIONS if sections.get(name, "").strip()}
    if not told:
        raise ProgrammeError("error-case-empty")
    if any(len(text) > LONGEST for text in told.values()):
        raise ProgrammeError("error-case-long", most=LONGEST)
    return replace(case, title=tidy, sections=told)


def approve(case: Case, person: int, seen: str) -> Case:
    """`person` says yes to the text with the hash `seen`. Raises ProgrammeError `error-stale` for an older text,
    `error-not-yours` for somebody who has no part in it.
    """
    if person not in case.authors | case.named:
        raise ProgrammeError("error-not-yours")
    if seen != case.hash:
        raise ProgrammeError("error-stale")
    return replace(case, approved={**case.approved, person: seen})


def without_name(case: Case, person: int) -> Case:
    """The same case not naming this person; everybody is asked again."""
    return replace(case, named=case.named - {person})


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether a case may be published now, and whose word is missing."""

    without_consent: frozenset[int]
    without_yes: frozenset[int]

    @property
    def publishable(self) -> bool:
        return not (self.without_consent or self.without_yes)


def standing(case: Case, consents: Mapping[int, Sequence[Decision]]) -> Standing:
    """Everybody named must hold the consent to publication, everybody with a part in it have approved this text.

    A withdrawn consent, or a person who is gone with all their data, takes the case back at once.
    """
    bare = frozenset(p for p in case.named if not holds(consents.get(p, ()), ConsentKind.PUBLICATION))
    silent = frozenset(p for p in case.authors | case.named if case.approved.get(p) != case.hash)
    return Standing(bare, silent)


def publishable(case: Case, consents: Mapping[int, Sequence[Decision]]) -> bool:
    return bool(case.authors) and standing(case, consents).publishable


_WORD = re.compile(r"[^\W\d_]+")
_ENDING, _SHORTEST = 2, 3  # letters that cases of a surname change; a stem shorter than that fits anything


def unexpected(case: Case, people: Mapping[int, str]) -> frozenset[int]:
    """Whose surnames seem to stand in the text without their being named on it, for the curator to look at.

    `people` are full names, the surname first. A hint: a surname that is a word of the language is found too.
    """
    text = " ".join((case.title, *case.sections.values()))
    said = {_bare(word) for word in _WORD.findall(text) if word[0].isupper()}
    return frozenset(p for p, name in people.items() if p not in case.named and _stands(name, said))


def _bare(word: str) -> str:
    """In small letters without marks: people write the letter yo with its dots or without."""
    return "".join(c for c in unicodedata.normalize("NFD", word.casefold()) if not unicodedata.combining(c))


def _stands(name: str, said: Iterable[str]) -> bool:
    surname = _bare((name.split() or [""])[0])
    stem = surname[: max(len(surname) - _ENDING, _SHORTEST)]
    return len(surname) >= _SHORTEST and any(
        word.startswith(stem) and len(word) <= len(surname) + _ENDING for word in said
    )
