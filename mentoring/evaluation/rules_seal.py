"""Who may see what of a mutual evaluation. Pure.

Sealed means: neither of the two sees the other's answers, nor whether there are any. The curator sees that it was
given; the answers are for those whom the giver was told of. Between the two only what both release is opened, to
both at once. Whoever is told of never reads it by a role: a curator who is a mentor too stays the one told of.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from mentoring.evaluation.rules import READERS, Occasion, Settings
from mentoring.people.rules import Role


class Part(StrEnum):
    FACT = "fact"  # that it was given, and when
    CONTENT = "content"
    THANKS = "thanks"  # the words of thanks that the giver passes on


@dataclass(frozen=True, slots=True)
class Viewer:
    person_id: int
    roles: frozenset[Role]


@dataclass(frozen=True, slots=True)
class Releases:
    """What the givers have let out: `answers` are keys of occasions whose whole answers the giver shows to the
    one told of if that one does the same; `thanks` are those with words to pass on (the form's own question).

    `given` are keys of all that were given: an answer that does not exist releases nothing.
    """

    given: frozenset[str] = frozenset()
    answers: frozenset[str] = frozenset()
    thanks: frozenset[str] = frozenset()

    def opened(self, key: str) -> bool:
        return key in self.given & self.answers


NOTHING: frozenset[Part] = frozenset()
ALL = frozenset(Part)


def visible(viewer: Viewer, occasion: Occasion, settings: Settings, releases: Releases) -> frozenset[Part]:
    """The parts this person may see now; what was never given cannot be seen, but the curator sees that too."""
    given = occasion.key in releases.given
    if viewer.person_id == occasion.giver:
        return ALL if given else frozenset({Part.FACT})
    found = _by_role(viewer.roles, occasion, settings)
    if viewer.person_id == occasion.about:
        found = (found & {Part.FACT}) | _of_about(occasion, releases)
    return found if given else found & {Part.FACT}


def _by_role(roles: Collection[Role], occasion: Occasion, settings: Settings) -> frozenset[Part]:
    """Both the school's setting and what the giver was told must name the reader."""
    if READERS & settings.readers & occasion.readers & frozenset(roles):
        return ALL
    return frozenset({Part.FACT}) if Role.CURATOR in roles else NOTHING


def _of_about(occasion: Occasion, releases: Releases) -> frozenset[Part]:
    if releases.opened(occasion.key) and releases.opened(occasion.mirror):
        return ALL
    return frozenset({Part.THANKS}) if occasion.key in releases.given & releases.thanks else NOTHING
