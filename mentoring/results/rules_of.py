"""The results of a questionnaire out of its sheets. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mentoring.questionnaires.rules_form import Form
from mentoring.results.rules_guard import linked_names, release
from mentoring.results.rules_parts import Ledger
from mentoring.results.rules_results import FormResults, QuestionResult, ScaleResult
from mentoring.results.rules_scales import Scored, guarded_scale, plain_scale, scales_of
from mentoring.results.rules_sheets import Column, People, Sheet, column_of, groups_of, shown_questions
from mentoring.results.rules_tally import part_of, texts_of


@dataclass(frozen=True, slots=True)
class Worked:
    """Results with what they were made from, for comparing waves."""

    results: FormResults
    sheets: Sequence[Sheet]
    columns: Mapping[str, Column]
    scales: Mapping[str, Scored]
    ledger: Ledger

    def result(self, name: str) -> QuestionResult:
        """The result of one question. Raises StopIteration for a name that the form does not show."""
        return next(found for found in self.results.questions if found.question.name == name)


def results_of(form: Form, sheets: Sequence[Sheet], *, guarded: bool) -> FormResults:
    """Per question in the form's order, per scale, of everybody and by group.

    `guarded` for anonymous questionnaires and for readers who may not see persons: then no figure covers fewer
    than five people, and none can be computed by subtraction. That holds for one closed set of sheets, released
    once: results of a set and of the same set with one sheet more would give that sheet away.
    """
    return worked(form, sheets, guarded=guarded).results


def worked(form: Form, sheets: Sequence[Sheet], *, guarded: bool) -> Worked:
    groups = groups_of(sheets)
    columns = {q.name: column_of(q, sheets) for q in shown_questions(form)}
    scales = scales_of(list(columns.values()))
    ledger = Ledger(groups)
    found = _guarded(form, columns, scales, ledger) if guarded else _plain(columns, scales, groups)
    counted = tuple((name, len(people)) for name, people in groups.items())
    results = FormResults(form, len(sheets), counted, *found, guarded=guarded)
    return Worked(results, sheets, columns, {scale.name: scale for scale in scales}, ledger)


Found = tuple[tuple[QuestionResult, ...], tuple[ScaleResult, ...]]


def _guarded(form: Form, columns: Mapping[str, Column], scales: Sequence[Scored], ledger: Ledger) -> Found:
    linked = linked_names(form)
    questions = {name: release(column, ledger, linked) for name, column in columns.items()}
    shown = [guarded_scale(scale, [questions[item] for item in scale.items], ledger) for scale in scales]
    return tuple(questions.values()), tuple(shown)


def _plain(columns: Mapping[str, Column], scales: Sequence[Scored], groups: Mapping[str, People]) -> Found:
    split = groups if len(groups) > 1 else {}
    questions = tuple(_plain_question(column, split) for column in columns.values())
    return questions, tuple(plain_scale(scale, split) for scale in scales)


def _plain_question(column: Column, groups: Mapping[str, People]) -> QuestionResult:
    whole = part_of(column, column.asked)
    parts = tuple(part_of(column, people, name) for name, people in groups.items())
    return QuestionResult(column.question, whole, parts, texts_of(column))
