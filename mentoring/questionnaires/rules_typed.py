"""Generous reading of typed answers: numbers, labels, their beginnings, several at once, yes and no. Pure.

What fits more than one choice is handed back as candidates, never guessed. Consent and acknowledgements
are not read here at all: only a button gives them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from mentoring.questionnaires import rules_vocabulary as words
from mentoring.words import rules_answers

Option = tuple[str, str]
"""A choice as (value, label in the language of the person)."""

_EDGES = " .,;:!?…\"'«»“”„()[]<>*_~`-–—№#"
_OUT_OF = re.compile(r"^(\S+)\s*(?:из|/|out of|of)\s*(\S+)$")
_PARTS = re.compile(r"[,;\n+&/]+")
_SPAN = re.compile(r"^(\d{1,2})\s*[-–—]\s*(\d{1,2})$")
MAX_MATCHED = 400
MAX_NUMERAL, MAX_DIGITS = 60, 20
"""Characters of a number in words, digits of one in digits."""


@dataclass(frozen=True, slots=True)
class Picked:
    """What the words chose; or, when `values` is empty, the choices they may have meant."""

    values: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()


def clean(text: str) -> str:
    """The text without what nobody sees: control, zero-width and direction characters (newlines stay)."""
    if text.isprintable():
        return text
    return "".join(char for char in text if char == "\n" or unicodedata.category(char) not in ("Cc", "Cf", "Cs"))


def plain(text: str) -> str:
    """The text for matching: one case, ё as е, single spaces, no punctuation at the ends."""
    shown = unicodedata.normalize("NFKC", text[: MAX_MATCHED * 2].replace("\t", " "))
    folded = clean(shown.replace("\n", " ")).casefold().replace("ё", "е")
    return " ".join(folded.split()).strip(_EDGES)


def number(text: str) -> str | None:
    """The one number in `text` in canonical form, written in digits or words; None when unsure."""
    said = " ".join(clean(text[:MAX_MATCHED].replace("\xa0", " ")).casefold().replace("ё", "е").split())
    said = said.strip(" .,;:!?…\"'«»()*_№#")
    out_of = _OUT_OF.match(said)
    if out_of and _counted(out_of[2]) is not None:
        said = out_of[1]
    return _counted(_without_around(said.split()))


def _without_around(parts: list[str]) -> str:
    """Without the words on either side that do not change a number: "около 5 лет", "ставлю 9"."""
    while parts and parts[0].strip(_EDGES) in words.AROUND:
        parts = parts[1:]
    while parts and parts[-1].strip(_EDGES) in words.AROUND:
        parts = parts[:-1]
    return " ".join(parts)


def _counted(said: str) -> str | None:
    plainly = said.strip(_EDGES.replace("-", "")).removeprefix("+")
    if not plainly or len(plainly) > MAX_NUMERAL or sum(map(str.isdigit, plainly)) > MAX_DIGITS:
        return None
    found = words.MARKS.get(plainly)
    value = rules_answers.number(plainly) if found is None else found
    return None if value is None else canonical(str(value))


def canonical(numeral: str) -> str | None:
    """ "07,50" as "7.5"; None for what is not a finite number of a sane length."""
    try:
        value = Decimal(numeral.replace(",", ".").replace("−", "-").strip())
    except InvalidOperation:
        return None
    if not value.is_finite() or len(numeral) > 30 or abs(value.adjusted()) > 20:
        return None
    shown = format(value.normalize(), "f")
    return "0" if shown == "-0" else shown


def yes_no(text: str) -> str | None:
    """ "yes", "no", or None when the words say neither or both."""
    said = plain(text).replace(",", "")
    if said in words.YES:
        return "yes"
    if said in words.NO:
        return "no"
    parts = set(re.findall(r"\w+", said))
    yes, no = bool(parts & words.YES_LABELS), bool(parts & (words.NO_LABELS | {"не"}))
    if yes == no or len(parts) > 6:
        return None
    return "yes" if yes else None if "не" in parts else "no"


def pick(text: str, options: Sequence[Option]) -> Picked:
    """One choice: its label, name, number (from 1), unique beginning, or a word for yes or no."""
    said = plain(text)
    if not said or len(said) > MAX_MATCHED:
        return Picked()
    labels = [(value, plain(label)) for value, label in options]
    return _exact(said, labels) or _by_number(text, labels) or _by_yes_no(text, labels) or _by_part(said, labels)


def _exact(said: str, labels: Sequence[Option]) -> Picked | None:
    by_label = [value for value, label in labels if label == said]
    by_name = [value for value, _ in labels if plain(value) == said]
    found = by_label or by_name
    return _one_or_ask(found) if found else None


def _one_or_ask(found: list[str]) -> Picked:
    unique = tuple(dict.fromkeys(found))
    return Picked(values=unique) if len(unique) == 1 else Picked(candidates=unique)


def _by_number(text: str, labels: Sequence[Option]) -> Picked | None:
    """The number of a choice; where labels begin with numbers themselves, theirs is meant."""
    said = number(text)
    if said is None:
        return None
    own = [value for value, label in labels if re.match(rf"{re.escape(said)}(?![\d.,])", label)]
    if own:
        return _one_or_ask(own)
    place = int(said) if said.isdigit() and len(said) < 4 else 0
    return Picked(values=(labels[place - 1][0],)) if 1 <= place <= len(labels) else None


def _by_yes_no(text: str, labels: Sequence[Option]) -> Picked | None:
    """Among choices of which exactly one says yes and one says no, any word for them."""
    yes, no = _saying(words.YES_LABELS, labels), _saying(words.NO_LABELS, labels)
    said = yes_no(text) if len(yes) == len(no) == 1 else None
    if said is None:
        return None
    return Picked(values=yes if said == "yes" else no)


def _saying(one_of: frozenset[str], labels: Sequence[Option]) -> tuple[str, ...]:
    return tuple(value for value, label in labels if re.split(r"\W", label)[0] in one_of)


def _by_part(said: str, labels: Sequence[Option]) -> Picked:
    """A beginning of the label, then of a word in it; or a label that begins what was said."""
    beginning = [value for value, label in labels if label.startswith(said)]
    if beginning:
        return _one_or_ask(beginning)
    inside = [value for value, label in labels if f" {said}" in f" {label}"] if len(said) > 2 else []
    if inside:
        return _one_or_ask(inside)
    longer = [value for value, label in labels if label and re.search(rf"^{re.escape(label)}\b", said)]
    return _one_or_ask(longer) if longer and not _contradicts(said, labels) else Picked(candidates=tuple(longer))


def _contradicts(said: str, labels: Sequence[Option]) -> bool:
    """Whether what was said names several choices at once ("да нет")."""
    return sum(bool(label) and f" {label} " in f" {said} " for _, label in labels) > 1


def pick_many(text: str, options: Sequence[Option]) -> Picked:
    """Several choices at once: "1 и 3", "1, 3", "2-4", labels, "все". All must be understood."""
    whole = _whole(text, options)
    if whole is not None:
        return whole
    found: list[str] = []
    parts = [part for part in _PARTS.split(clean(text)) if plain(part)]
    while parts:
        picked, taken = _longest(parts, options)
        if not picked.values:
            return picked
        found += picked.values
        parts = parts[taken:]
    return _in_order(found)


def _whole(text: str, options: Sequence[Option]) -> Picked | None:
    """The text as one choice or as all of them."""
    exact = _exact(plain(text), [(value, plain(label)) for value, label in options])
    if exact and exact.values:
        return exact
    if plain(text) in words.ALL:
        return Picked(values=tuple(value for value, _ in options))
    return None


def _longest(parts: list[str], options: Sequence[Option]) -> tuple[Picked, int]:
    """The longest run of parts that is one label (labels may hold commas); else the first part alone."""
    labels = [(value, plain(label)) for value, label in options]
    for taken in range(min(len(parts), 6), 1, -1):
        joined = _exact(plain(",".join(parts[:taken])), labels)
        if joined and joined.values:
            return joined, taken
    return _part(parts[0], options), 1


def _part(text: str, options: Sequence[Option]) -> Picked:
    span = _SPAN.match(plain(text))
    if span:
        return _numbers([str(n) for n in range(int(span[1]), int(span[2]) + 1)], options)
    listed = plain(text).replace(" и ", " ").replace(" and ", " ").split()
    if len(listed) > 1 and all(part.isdigit() or _small(part) for part in listed):
        return _numbers(listed, options)
    exact = _exact(plain(text), [(value, plain(label)) for value, label in options])
    return exact or _joined(text, options)


def _small(part: str) -> bool:
    """Whether a word is a number below twenty: "двадцать пять" is one number, "один три" are two."""
    said = number(part)
    return said is not None and said.isdigit() and int(said) < 20


def _numbers(listed: list[str], options: Sequence[Option]) -> Picked:
    picked = [pick(part, options) for part in listed]
    if not all(one.values for one in picked):
        return Picked()
    return _in_order([value for one in picked for value in one.values])


def _joined(text: str, options: Sequence[Option]) -> Picked:
    """Labels joined by "и": every half must be a choice of its own."""
    halves = re.split(r"\s+(?:и|and|а также|плюс|plus)\s+", plain(text))
    if len(halves) < 2:
        return pick(text, options)
    picked = [pick(half, options) for half in halves]
    unclear = next((one for one in picked if not one.values), None)
    return unclear or _in_order([value for one in picked for value in one.values])


def _in_order(found: list[str]) -> Picked:
    """Without doubles, in the order in which they were said."""
    return Picked(values=tuple(dict.fromkeys(found)))
