"""Which sets of people may be told apart by released figures. Pure.

Figures over sets of people are sums. Whatever can be computed from sums by adding and subtracting is constant over
the parts into which the released sets cut the people. So while no part is smaller than five, no sum and no count
of fewer than five can come out, whoever subtracts what from what.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from mentoring.results.rules_sheets import People

FEWEST = 5  # design of the programme's reports: no figure on fewer people


def enough(count: int) -> bool:
    """Nobody or at least five."""
    return count == 0 or count >= FEWEST


def few(count: int) -> bool:
    return not enough(count)


class Ledger:
    """The sets released so far, as the parts they cut the people into.

    How many sent the questionnaire in each group is known anyway, so groups count as released from the start; a
    group of fewer than five is never cut and never stands alone.
    """

    __slots__ = ("broken_down", "everybody", "groups", "named", "partitions")

    def __init__(self, groups: Mapping[str, People]) -> None:
        self.named = tuple(groups.items())
        self.groups = tuple(groups.values())
        self.everybody: People = frozenset().union(*self.groups)
        self.broken_down = len(groups) > 1 and all(len(group) >= FEWEST for group in self.groups)
        self.partitions = (self.groups, _joined(self.groups))

    def fits(self, people: People) -> bool:
        """Whether a figure over these people may be released beside all that was released."""
        if few(len(people)) or few(len(self.everybody - people)):
            return False
        return all(_clean_cut(part, people) for parts in self.partitions for part in parts)

    def admit(self, *sets: People) -> bool:
        """Release figures over all of the sets, or over none of them."""
        before = self.partitions
        for people in sets:
            if not self.fits(people):
                self.partitions = before
                return False
            own, joined = (_cut(parts, people) for parts in self.partitions)
            self.partitions = own, joined
        return True


def _clean_cut(part: People, people: People) -> bool:
    inside = len(part & people)
    return inside in (0, len(part)) or (enough(inside) and enough(len(part) - inside))


def _cut(parts: Iterable[People], people: People) -> tuple[People, ...]:
    pieces = [piece for part in parts for piece in (part & people, part - people)]
    return tuple(piece for piece in pieces if piece)


def _joined(groups: Sequence[People]) -> tuple[People, ...]:
    """Groups with the small ones put together, and with a large one if they are few even so."""
    large = sorted((group for group in groups if len(group) >= FEWEST), key=len)
    rest: People = frozenset().union(*(group for group in groups if len(group) < FEWEST))
    if few(len(rest)) and large:
        rest |= large.pop(0)
    return tuple(part for part in (*large, rest) if part)
