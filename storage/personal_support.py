"""What support, training and the library hold about one person, to hand out (152-FZ, art. 14).

Of a talk with the psychologist only the asker's own words are handed out, to the asker; what was said to a
psychologist is nobody's file. An act of destruction does not count talks: it would tell that there was one.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, or_, select

from storage.tables import (
    consultations,
    helpers,
    materials,
    question_people,
    questions,
    talk_lines,
    talks,
    training_marks,
    training_reads,
    training_sessions,
)

# No row of the person's own, or one whose number must stay untold.
UNCOUNTED = frozenset({"talks", "questions_answered", "materials"})


def stored_support(person_id: int) -> dict[str, Select[Any]]:
    held, asked, word = consultations.c, questions.c, talk_lines.c
    return {
        "helpers": select(helpers.c.consults, helpers.c.answers, helpers.c.topics).where(
            helpers.c.person_id == person_id
        ),
        "consultations": select(held.topic, held.state, held.starts_at, held.made_at).where(
            or_(held.asker_id == person_id, held.taker_id == person_id)
        ),
        "questions": select(asked.topic, asked.text, asked.made_at).where(asked.asker_id == person_id),
        "questions_answered": select(asked.answer, asked.answered_at).where(asked.answered_by == person_id),
        "question_people": select(question_people.c.passed).where(question_people.c.person_id == person_id),
        "talks": select(word.text, word.at)
        .join(talks, talks.c.id == word.talk_id)
        .where(talks.c.asker_id == person_id, word.by_asker),
        "training_marks": select(training_sessions.c.starts_at, training_marks.c.came)
        .join(training_sessions, training_sessions.c.id == training_marks.c.session_id)
        .where(training_marks.c.person_id == person_id),
        "training_reads": select(training_reads.c.right, training_reads.c.asked, training_reads.c.at).where(
            training_reads.c.person_id == person_id
        ),
        "materials": select(materials.c.title, materials.c.added_at).where(materials.c.added_by == person_id),
    }
