"""What one side said it would like, held against the other side as it described itself. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from mentoring.matching.rules import SCALE, Evidence, Profile
from mentoring.meetings.rules import Side

EXPERIENCED_YEARS = 10
PEER_YEARS = 5
_OPEN = frozenset({None, "any", "unsure"})
_Fits = Callable[[Profile, Profile], bool | None]


def wish(who: Profile, other: Profile) -> tuple[int, tuple[Evidence, ...]] | None:
    """A named person is all for; other likes count half of that at most. None: `who` said nothing at all.

    Who named others speaks for those, not against this one.
    """
    found = tuple(_likes(who, other))
    if other.person_id in who.wished:
        return SCALE, (Evidence("wish-named", 1, {"side": who.side.value}), *found)
    if found:
        return SCALE * sum(one.sign for one in found) // (2 * len(found)), found
    spoke = bool(who.wished) or "wished" not in who.missing or any(key in who.answers for key in _LIKES)
    return (0, ()) if spoke else None


def _likes(who: Profile, other: Profile) -> Iterator[Evidence]:
    for key, (name, fits) in _LIKES.items():
        fit = fits(who, other)
        if fit is not None:
            params = {"side": who.side.value, "value": who.answers[key]}
            yield Evidence(name if fit else f"{name}-other", 1 if fit else -1, params)


def _kind(who: Profile, other: Profile) -> bool | None:
    mine, theirs = who.answers.get("mentor_kind"), other.answers.get("mentor_kind")
    if mine in _OPEN or theirs in _OPEN:
        return None
    return mine == theirs or "both" in (mine, theirs)


def _rhythm(who: Profile, other: Profile) -> bool | None:
    mine, theirs = who.answers.get("rhythm"), other.answers.get("rhythm")
    if mine in _OPEN or theirs in _OPEN:
        return None
    return mine == theirs or "flexible" in (mine, theirs)


def _partner(who: Profile, other: Profile) -> bool | None:
    """Only what the other said of themself is known: years of work, or what brought a mentee here."""
    wanted = who.answers.get("partner")
    if wanted in _OPEN:
        return None
    if who.side is Side.MENTOR:
        situation = other.answers.get("situation")
        return None if situation is None else situation == wanted
    return _of_years(wanted, who.years, other.years)


def _of_years(wanted: object, mine: int | None, theirs: int | None) -> bool | None:
    if wanted == "experienced" and theirs is not None:
        return theirs >= EXPERIENCED_YEARS
    if wanted == "peer" and theirs is not None and mine is not None:
        return abs(theirs - mine) <= PEER_YEARS
    return None


_LIKES: dict[str, tuple[str, _Fits]] = {
    "mentor_kind": ("wish-kind", _kind),
    "partner": ("wish-partner", _partner),
    "rhythm": ("wish-rhythm", _rhythm),
}
