"""One file an area; a handler reads the event, calls one use case, returns what to show by key."""

from __future__ import annotations

from handlers import (
    calendar,
    checkin,
    checkin_parts,
    consent,
    form,
    group,
    home,
    invite,
    meeting_log,
    meeting_propose,
    meetings,
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
    pairs,
    plan,
    plan_goals,
    plan_tasks,
    plan_results,
    meetings,
    meeting_propose,
    meeting_log,
    checkin,
    checkin_parts,
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
