"""Russian full names in the case a sentence needs: "закрепить за Ивановой Анной Петровной".

Rules fail on living names, so a name nobody can be sure of stays as it is, and a form that the school gave itself
wins over every rule. The endings are pytrovich's; what it gets wrong or leaves undone is in the tables below.
"""

from __future__ import annotations

import logging
import re
import unicodedata
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import lru_cache, partial

from pytrovich import enums
from pytrovich.detector import PetrovichGenderDetector
from pytrovich.maker import PetrovichDeclinationMaker


class Case(StrEnum):
    NOMINATIVE = "nominative"
    GENITIVE = "genitive"
    DATIVE = "dative"
    ACCUSATIVE = "accusative"
    INSTRUMENTAL = "instrumental"
    PREPOSITIONAL = "prepositional"


class Gender(StrEnum):
    MALE = "male"
    FEMALE = "female"


Parts = tuple[tuple[enums.NamePart, str], ...]
_SURNAME, _FIRST, _PATRONYMIC = enums.NamePart.LASTNAME, enums.NamePart.FIRSTNAME, enums.NamePart.MIDDLENAME
_GENDERS = {Gender.MALE: enums.Gender.MALE, Gender.FEMALE: enums.Gender.FEMALE}
_DETECTED = {theirs: ours for ours, theirs in _GENDERS.items()}
_CYRILLIC = re.compile(r"[А-Яа-яЁё]+(?:[-’'][А-Яа-яЁё]+)*")
_HYPHENS = re.compile("[\u2010\u2011]")
_INITIAL = re.compile(r"[А-ЯЁ]\.(?:-?[А-ЯЁ]\.)*")
# By the patronymic a person's gender is certain; one in two words ("Ибрагим оглы") never changes.
_SONS = re.compile(r"(?:[оеё]вич|[^аеёиоуыэюя][иы]ч|[- ](?:оглы|оглу|улы|уулу))$")
_DAUGHTERS = re.compile(r"(?:[оеё]вна|ична|[- ](?:кызы|гызы|кизи))$")
_OF_TWO_WORDS = frozenset({"оглы", "оглу", "улы", "уулу", "кызы", "гызы", "кизи"})
_HERS = re.compile(r"(?:[оеё]ва|[иы]на|[цс]кая|ая)$")
_HIS = re.compile(r"(?:[оеё]в|[иы]н|[цс]кий|[цс]кой|ый)$")

_BY_FATHER_OR_PLACE = re.compile(r"(?:[оеё]ва?|[цс]к(?:ий|ая))$")
_FIRST_NAMES_LIKE_THAT = frozenset({"лев", "яков", "пров", "ева", "вова", "сева"})

_CASES = tuple(Case)[1:]
# Whole surnames of men that the library reads as an adjective or with a wrong ending.
_SURNAMES_OF_MEN: Mapping[str, tuple[str, ...]] = {
    "лев": ("Лева", "Леву", "Лева", "Левом", "Леве"),
    "прибой": ("Прибоя", "Прибою", "Прибоя", "Прибоем", "Прибое"),
    "швец": ("Швеца", "Швецу", "Швеца", "Швецом", "Швеце"),
    "соловей": ("Соловья", "Соловью", "Соловья", "Соловьём", "Соловье"),
    "воробей": ("Воробья", "Воробью", "Воробья", "Воробьём", "Воробье"),
}
_UNWRITTEN = ("",) * len(_CASES)
_SHORT_PATRONYMIC = ("а", "у", "а", "ем", "е")
_SOFT_OF_WOMEN = ("и", "и", "ь", "ью", "и")
# Western names on a soft consonant stay; those of Turkic, Arabic and biblical origin are declined.
_UNCHANGING = frozenset({"николь", "мишель", "изабель", "габриэль", "эммануэль", "аннабель", "мерседес", "жизель"})


class _Silent(logging.Filter):
    """The library tells its log the very names it was given; personal data never goes into a log."""

    def filter(self, _record: logging.LogRecord) -> bool:
        return False


for _module in ("pytrovich.detector", "pytrovich.maker"):
    logging.getLogger(_module).addFilter(_Silent())


@lru_cache(maxsize=1)
def _tools() -> tuple[PetrovichDeclinationMaker, PetrovichGenderDetector]:
    return PetrovichDeclinationMaker(), PetrovichGenderDetector()


def one_line(text: str) -> str:
    """The text with single spaces, letters in one piece ("й" may come as two) and plain hyphens."""
    return " ".join(_HYPHENS.sub("-", unicodedata.normalize("NFC", text)).split())


def decline(
    full_name: str, case: Case, gender: Gender | None = None, override: Mapping[str, str] | None = None
) -> str:
    """The full name in `case`, with single spaces.

    The order is "surname name patronymic", "surname name" or, where the middle word is a patronymic, "name
    patronymic surname". `override` holds a person's own forms by the case's name ("dative": "Коваль Инне"); a
    blank one counts for none. Of a name in Latin letters, of one word or of an unknown gender nothing changes.
    """
    plain = one_line(full_name)
    own = one_line((override or {}).get(case, ""))
    if own or case is Case.NOMINATIVE:
        return own or plain
    parts = _parts(plain)
    known = gender or _gender(parts)
    if known is None or not parts:
        return plain
    return " ".join(_declined(part, word, known, case) for part, word in parts)


def gender_of(full_name: str) -> Gender | None:
    """By the patronymic, else by the first name and the surname; None where they do not tell."""
    return _gender(_parts(one_line(full_name)))


def initials(full_name: str) -> str:
    """How a name stands beside a signature: "А. П. Иванова". A name that cannot be taken apart stays whole."""
    plain = one_line(full_name)
    parts = _parts(plain)
    surname = " ".join(word for part, word in parts if part is _SURNAME)
    given = [word for part, word in parts if part is not _SURNAME]
    if not surname or not given:
        return plain
    return " ".join([*(_initial(word) for word in given), surname])


def _initial(word: str) -> str:
    return word if _INITIAL.fullmatch(word) else f"{word[0].upper()}."


def _parts(plain: str) -> Parts:
    """What each word of the name is; nothing for a name that the rules do not cover."""
    words = plain.split(" ")
    readable = all(_CYRILLIC.fullmatch(word) or _INITIAL.fullmatch(word) for word in words)
    if not readable or len(words) < 2:
        return ()
    if len(words) >= 4 and words[-1].lower() in _OF_TWO_WORDS:
        words = [*words[:-2], f"{words[-2]} {words[-1]}"]
    return _in_order(words)


def _in_order(words: list[str]) -> Parts:
    if len(words) == 2:
        first, second = reversed(words) if _is_turned(*words) else words
        given = ((_SURNAME, first), (_FIRST, second))
        return given if first == words[0] else given[::-1]
    if len(words) == 3 and _is_patronymic(words[1]) and not _is_patronymic(words[2]):
        return ((_FIRST, words[0]), (_PATRONYMIC, words[1]), (_SURNAME, words[2]))
    if _is_patronymic(words[-1]) or (len(words) == 3 and _INITIAL.fullmatch(words[-1])):
        *surname, first, patronymic = words
        return (*((_SURNAME, word) for word in surname), (_FIRST, first), (_PATRONYMIC, patronymic))
    return ()


def _is_turned(first: str, second: str) -> bool:
    """Whether two words are a name before a surname: only the second ends as surnames alone do."""
    return _looks_surname(second) and not _looks_surname(first)


def _looks_surname(word: str) -> bool:
    pieces = word.lower().split("-")
    return word.lower() not in _FIRST_NAMES_LIKE_THAT and any(_BY_FATHER_OR_PLACE.search(one) for one in pieces)


def _is_patronymic(word: str) -> bool:
    return bool(_SONS.search(word.lower()) or _DAUGHTERS.search(word.lower()))


def _gender(parts: Parts) -> Gender | None:
    words = {part: word.lower() for part, word in parts}
    patronymic = words.get(_PATRONYMIC, "")
    if _SONS.search(patronymic):
        return Gender.MALE
    if _DAUGHTERS.search(patronymic):
        return Gender.FEMALE
    return _guessed(words.get(_FIRST, ""), words.get(_SURNAME, ""))


def _guessed(first: str, surname: str) -> Gender | None:
    """Without a patronymic: from the first name and the surname, where they do not contradict each other."""
    if not first or _INITIAL.fullmatch(first.upper()):
        return _by_surname(surname)
    detect: Callable[..., enums.Gender] = _tools()[1].detect
    found = _DETECTED.get(detect(firstname=first))
    told = _by_surname(surname)
    return (found or told) if None in (found, told) or found is told else None


def _by_surname(surname: str) -> Gender | None:
    if _HERS.search(surname):
        return Gender.FEMALE
    return Gender.MALE if _HIS.search(surname) else None


def _declined(part: enums.NamePart, word: str, gender: Gender, case: Case) -> str:
    if _INITIAL.fullmatch(word) or " " in word or word.islower():
        return word  # initials, "Ибрагим оглы", "фон"
    made = _theirs(part, word, gender, case)
    corrected = "-".join(map(partial(_corrected, part, gender, case), word.split("-"), made.split("-")))
    return corrected.upper() if word.isupper() else corrected


def _theirs(part: enums.NamePart, word: str, gender: Gender, case: Case) -> str:
    made: str = _tools()[0].make(part, _GENDERS[gender], enums.Case[case.name], word)
    return made


def _corrected(part: enums.NamePart, gender: Gender, case: Case, word: str, made: str) -> str:
    """A form by the tables above; what the library made where it is right."""
    place, name = _CASES.index(case), word.lower()
    if part is _SURNAME and gender is Gender.MALE:
        return _SURNAMES_OF_MEN.get(name, _UNWRITTEN)[place] or made
    if part is _FIRST and gender is Gender.FEMALE and name.endswith("ь") and name not in _UNCHANGING:
        return word[:-1] + _SOFT_OF_WOMEN[place]
    if part is _PATRONYMIC and name.endswith("ыч"):
        return word + _SHORT_PATRONYMIC[place]
    return made
