"""What selection and matching hold about one person, to hand out (152-FZ, art. 14).

Others' wishes about them are others' secrets, and remarks of interviewers are theirs: neither is handed out.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, select

from storage.tables import acceptances, interviews, match_sizes, match_wishes, name_forms, order_templates, people


def stored_matching(person_id: int) -> dict[str, Select[Any]]:
    wished = match_wishes.join(people, people.c.id == match_wishes.c.other_id)
    said = acceptances.c
    return {
        "interviews": select(interviews.c.held_on, interviews.c.decided_at).where(
            interviews.c.person_id == person_id
        ),
        "match_wishes": select(people.c.name, match_wishes.c.kind, match_wishes.c.noted_at)
        .select_from(wished)
        .where(match_wishes.c.person_id == person_id),
        "match_sizes": select(match_sizes.c.occasion, match_sizes.c.places, match_sizes.c.least).where(
            match_sizes.c.person_id == person_id
        ),
        "acceptances": select(said.asked_at, said.answer, said.answered_at, said.note).where(
            said.person_id == person_id
        ),
        "order_templates": select(order_templates.c.kind, order_templates.c.added_at).where(
            order_templates.c.added_by == person_id
        ),
        "name_forms": select(name_forms.c.forms).where(name_forms.c.person_id == person_id),
    }
