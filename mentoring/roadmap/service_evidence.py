"""How far a step is by what the bot knows: questionnaires, consents, interviews, pairs, meetings, orders."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import datetime, timedelta
from functools import lru_cache

from mentoring.documents.order_facts import OrderKind
from mentoring.people.rules import Role, School
from mentoring.ports import Unit
from mentoring.ports_roadmap import Counted
from mentoring.questionnaires.catalogue import shipped
from mentoring.questionnaires.rules_settings import settings_of
from mentoring.roadmap.rules import Evidence, Instance
from mentoring.roadmap.rules_progress import Count
from mentoring.surveys.rules import roles_asked

LATELY = timedelta(days=35)
ORDERS: Mapping[int, OrderKind] = {12: OrderKind.REGISTER, 17: OrderKind.PAIRS}


def order_made(school_id: int, occasion: str, kind: OrderKind) -> str:
    """The name under which it is remembered that an order was made."""
    return f"order:{school_id}:{occasion}:{kind}"


def lately(unit: Unit) -> datetime:
    """Since when a pair has met to be one that meets."""
    return unit.now - LATELY


def counts_of(unit: Unit, school: School, one: Instance, occasion: str) -> dict[Evidence, Count]:
    """What is counted for this step; what nobody counts yet is left out."""
    wanted = set(one.step.evidence)
    if not wanted:
        return {}
    found: dict[Evidence, Count] = {}
    if wanted & _COUNTED.keys():
        known = unit.roadmap.counted(school.id, occasion, one.step.forms, lately(unit))
        found = {each: _COUNTED[each](known, one.step.forms) for each in wanted & _COUNTED.keys()}
    found[Evidence.FILES] = _is(bool(one.results))
    kind = ORDERS.get(one.n)
    made = kind is not None and unit.remembered(order_made(school.id, occasion, kind)) is not None
    found[Evidence.ORDERS] = _is(made or bool(one.results))
    return found


def _is(there: bool) -> Count:
    return Count(int(there), 1)


@lru_cache(maxsize=32)
def asked(form_id: str) -> tuple[Role, ...]:
    """Whom a shipped questionnaire is for."""
    form = shipped().get(form_id)
    return roles_asked(settings_of(form)) if form is not None else ()


def _people(known: Mapping[Role, int], roles: Iterable[Role]) -> int:
    return sum(known.get(role, 0) for role in set(roles))


def _questionnaires(known: Counted, forms: Collection[str]) -> Count:
    """Whoever has answered and has left the role since does not make up for another."""
    totals = {form: _people(known.held, asked(form)) for form in forms}
    return Count(sum(min(known.sent.get(form, 0), total) for form, total in totals.items()), sum(totals.values()))


def _consents(known: Counted, forms: Collection[str]) -> Count:
    roles = {role for form in forms for role in asked(form)}
    return Count(_people(known.agreed, roles), _people(known.held, roles))


_COUNTED: Mapping[Evidence, Callable[[Counted, Collection[str]], Count]] = {
    Evidence.QUESTIONNAIRES: _questionnaires,
    Evidence.CONSENTS: _consents,
    Evidence.SELECTED: lambda known, _: Count(known.selected, known.held.get(Role.MENTOR, 0)),
    Evidence.INTERVIEWS: lambda known, _: Count(known.talked, known.held.get(Role.MENTOR, 0)),
    Evidence.PAIRS: lambda known, _: Count(known.pairs, known.pairs + known.proposed),
    Evidence.ANNOUNCED: lambda known, _: Count(known.announced, known.members),
    Evidence.FIRST_MEETINGS: lambda known, _: Count(known.met, known.pairs),
    Evidence.PAIRED: lambda known, _: Count(known.paired, known.held.get(Role.MENTEE, 0)),
    Evidence.PLANS: lambda known, _: Count(known.planned, known.pairs),
    Evidence.MEETINGS: lambda known, _: Count(known.meeting, known.pairs),
}
