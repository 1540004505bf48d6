"""A digest as paragraphs: what to do, who needs help, the numbers, what comes next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import groupby

from mentoring.digest.rules import Digest, Todo
from mentoring.digest.rules_when import Kind, Period
from mentoring.notices.rules import NoticeButton
from mentoring.ports_notices import Dropped
from mentoring.texts import Raw, Text, Words, say

_PARTS = {
    "digest-pair-red": "pairs",
    "digest-pair-yellow": "pairs",
    "digest-pairs-more": "pairs",
    "digest-ends": "next",
    "digest-begins": "next",
    "digest-next-more": "next",
    "digest-quiet": "quiet",
    "digest-quiet-month": "quiet",
}
_TITLED = {"pairs": "digest-title-pairs", "next": "digest-title-next"}


@dataclass(frozen=True, slots=True)
class Said:
    """A digest for one reader, of the days of `span`; `dropped` is what did not arrive in them."""

    kind: Kind
    span: Period
    digest: Digest
    dropped: tuple[Dropped, ...] = ()


def paragraphs(said: Said) -> tuple[Words, ...]:
    found: list[Words] = [_head(said)]
    if said.digest.todo:
        found.append(_todo(said.digest.todo))
    found += [_block(part, list(lines)) for part, lines in groupby(said.digest.lines, _part)]
    if said.dropped:
        found.append(_dropped(said.dropped))
    return tuple(found)


def whole(said: Said) -> Words:
    """All paragraphs in one, for a notice."""
    return reduce(lambda first, then: say("digest-paragraphs", first=first, then=then), paragraphs(said))


def buttons(digest: Digest) -> tuple[NoticeButton, ...]:
    """Of the things to do, numbered as they are."""
    return tuple(
        NoticeButton(say("button-digest-numbered", number=place, label=one.label), one.data)
        for place, one in enumerate(digest.todo, 1)
    )


def _head(said: Said) -> Text:
    shown = {"first": f"{said.span.first:%d.%m}", "last": f"{said.span.last:%d.%m}"}
    return say(f"digest-head-{said.kind}", **shown)


def _todo(todo: Sequence[Todo]) -> Words:
    numbered = [say("digest-todo", number=place, what=one.text) for place, one in enumerate(todo, 1)]
    return _lines([say("digest-title-todo"), *numbered])


def _part(line: Text) -> str:
    return _PARTS.get(line.key, "numbers")


def _block(part: str, lines: Sequence[Text]) -> Words:
    return _lines([say(_TITLED[part]), *lines] if part in _TITLED else lines)


def _dropped(dropped: Iterable[Dropped]) -> Words:
    """How many messages and why, the most frequent reason first; whose they were is not said."""
    reasons: dict[str, int] = {}
    for one in dropped:
        reasons[one.why] = reasons.get(one.why, 0) + one.count
    shown = sorted(reasons.items(), key=lambda one: (-one[1], one[0]))
    why: Words = reduce(
        lambda first, then: say("digest-list", first=first, then=then),
        (say("digest-dropped-why", why=say(f"dropped-why-{why}"), count=count) for why, count in shown),
    )
    return say("digest-dropped", count=sum(reasons.values()), reasons=why)


def _lines(lines: Sequence[Words]) -> Words:
    return reduce(lambda first, then: say("digest-lines", first=first, then=then), lines or (Raw(""),))
