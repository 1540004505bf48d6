"""One file an area; a handler reads the event, calls one use case, returns what to show by key."""

from __future__ import annotations

from handlers import (
    acceptance,
    calendar,
    consent,
    form,
    group,
    home,
    interviews,
    invite,
    matching,
    matching_card,
    matching_compare,
    matching_edit,
    matching_end,
    matching_events,
    matching_free,
    matching_names,
    matching_orders,
    matching_rules,
    matching_weights,
    matching_why,
    matching_wishes,
    notices,
    pairs,
    people,
    plan,
    plan_goals,
    plan_results,
    plan_tasks,
    privacy,
    publish,
    registers,
    results,
    settings,
    setup,
    survey_opening,
    surveys,
)
from handlers.routes import Routes

AREAS = (
    home,
    consent,
    setup,
    invite,
    people,
    registers,
    interviews,
    pairs,
    acceptance,
    matching,
    matching_card,
    matching_compare,
    matching_edit,
    matching_end,
    matching_events,
    matching_free,
    matching_names,
    matching_orders,
    matching_rules,
    matching_weights,
    matching_why,
    matching_wishes,
    plan,
    plan_goals,
    plan_tasks,
    plan_results,
    form,
    publish,
    surveys,
    survey_opening,
    results,
    privacy,
    settings,
    calendar,
    notices,
    group,
)


def routes() -> Routes:
    found = Routes()
    for area in AREAS:
        area.register(found)
    return found
