"""What time brings about around pairs: answers that are due, ends that have come, the weekly look."""

from __future__ import annotations

from mentoring.matching import service_unpaired
from mentoring.pairs import service_endings, service_offers_due
from mentoring.ports import Unit


def tick(unit: Unit) -> None:
    """Ends first: whoever is without a pair after them is looked for at once."""
    service_endings.tick(unit)
    service_offers_due.tick(unit)
    service_unpaired.tick(unit)
