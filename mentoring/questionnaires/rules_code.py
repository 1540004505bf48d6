"""The code that a person makes up to join their anonymous answers of autumn and spring. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from mentoring.questionnaires.rules_form import Form
from mentoring.questionnaires.rules_settings import item_of

_ALIKE = str.maketrans("abcehkmoptxyё", "авсенкмортхуе")  # letters that look the same on both keyboards


def link_of(form: Form, series: str, answers: Mapping[str, str | None]) -> tuple[dict[str, str | None], str]:
    """The answers without the code, and the code as a hash that is the same in every wave of the series.

    Written twice half a year apart, a code comes with other spaces, cases, dashes, or on another keyboard: those
    do not count.
    """
    coded = {question.name for question in form.questions if item_of(question).code}
    written = "".join(answers.get(name) or "" for name in sorted(coded))
    plain = "".join(c for c in written.lower().translate(_ALIKE) if c.isalnum())
    link = hashlib.sha256(f"{series}:{plain}".encode()).hexdigest() if plain else ""
    return {name: value for name, value in answers.items() if name not in coded}, link
