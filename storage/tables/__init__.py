"""All tables, in one place for Alembic and the tests that walk over every one of them."""

from storage.tables.answers import (
    answers,
    consent_texts,
    consents,
    erasures,
    submissions,
)
from storage.tables.base import metadata
from storage.tables.calendar import special_days
from storage.tables.digests import digest_nudges, digests
from storage.tables.fits import fits
from storage.tables.flow import facts, focus, inbox, outbox, outbox_files
from storage.tables.forms import form_versions, school_forms
from storage.tables.groups import (
    group_polls,
    group_posts,
    groups,
    reflection_answers,
    reflection_hours,
    reflection_prompts,
    reflection_settings,
    reflections,
)
from storage.tables.interviews import interviews
from storage.tables.ladders import ladders
from storage.tables.library import materials
from storage.tables.matching import (
    acceptances,
    match_cells,
    match_pairs,
    match_rules,
    match_runs,
    match_settings,
    match_sizes,
    match_wishes,
    pair_endings,
)
from storage.tables.meetings import meeting_checkins, meeting_people, meetings
from storage.tables.notices import notices
from storage.tables.orders import name_forms, order_settings, order_templates
from storage.tables.pairs import pair_members, pairs
from storage.tables.people import accounts, invitations, people, roles, schools
from storage.tables.plan import plan_changes, plan_files, plan_goals, plan_results, plan_tasks
from storage.tables.roadmap import (
    road_changes,
    road_holders,
    road_looks,
    road_named,
    road_results,
    road_stand_ins,
    road_steps,
)
from storage.tables.support import consultations, helpers, question_people, questions, talk_lines, talks
from storage.tables.surveys import survey_given, survey_sheets, surveys, uploads
from storage.tables.training import (
    training_cycles,
    training_lessons,
    training_marks,
    training_reads,
    training_sessions,
    training_settings,
)

__all__ = [
    "acceptances",
    "accounts",
    "answers",
    "consent_texts",
    "consents",
    "consultations",
    "digest_nudges",
    "digests",
    "erasures",
    "facts",
    "fits",
    "focus",
    "form_versions",
    "group_polls",
    "group_posts",
    "groups",
    "helpers",
    "inbox",
    "interviews",
    "invitations",
    "ladders",
    "match_cells",
    "match_pairs",
    "match_rules",
    "match_runs",
    "match_settings",
    "match_sizes",
    "match_wishes",
    "materials",
    "meeting_checkins",
    "meeting_people",
    "meetings",
    "metadata",
    "name_forms",
    "notices",
    "order_settings",
    "order_templates",
    "outbox",
    "outbox_files",
    "pair_endings",
    "pair_members",
    "pairs",
    "people",
    "plan_changes",
    "plan_files",
    "plan_goals",
    "plan_results",
    "plan_tasks",
    "question_people",
    "questions",
    "reflection_answers",
    "reflection_hours",
    "reflection_prompts",
    "reflection_settings",
    "reflections",
    "road_changes",
    "road_holders",
    "road_looks",
    "road_named",
    "road_results",
    "road_stand_ins",
    "road_steps",
    "roles",
    "school_forms",
    "schools",
    "special_days",
    "submissions",
    "survey_given",
    "survey_sheets",
    "surveys",
    "talk_lines",
    "talks",
    "training_cycles",
    "training_lessons",
    "training_marks",
    "training_reads",
    "training_sessions",
    "training_settings",
    "uploads",
]
