"""Surveys that ask fewer than all of their roles."""

from __future__ import annotations

from mentoring.ports import Unit
from mentoring.surveys.rules import Survey
from mentoring.training.rules import attended

TRAINING = "training_feedback"


def narrowed(unit: Unit, survey: Survey) -> frozenset[int] | None:
    """Whom alone the survey is for: feedback on training asks who came that year; None: nobody is left out."""
    if survey.form_id != TRAINING:
        return None
    facts = unit.training.facts(survey.school_id, survey.occasion.partition(".")[0])
    return attended(facts, unit.now)
