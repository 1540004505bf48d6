"""What this bot adds to XLSForm: the meaning of settings and columns that begin with `x_`. Pure.

Other tools ignore them, so the file stays a valid form. Their values are checked when a form is read; here every
reader finds the checked value or the default.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import lru_cache

from mentoring.questionnaires.rules_form import Form, Question

EXPIRY_DAYS = 10
YES = frozenset({"yes", "true", "1", "да"})


class Wave(StrEnum):
    """When in the year a questionnaire is given; those of one series are compared."""

    ENTRY = "entry"
    BEFORE = "before"
    INTERIM = "interim"
    AFTER = "after"
    ONCE = "once"


WAVES = frozenset(wave.value for wave in Wave)


@dataclass(frozen=True, slots=True)
class FormSettings:
    """`roles` and `readers` are role words, empty where the file leaves it to the curator.

    `series` joins the waves of one questionnaire; `expiry_days` count from the opening to the closing.
    """

    roles: tuple[str, ...] = ()
    wave: Wave = Wave.ONCE
    series: str = ""
    anonymous: bool = False
    expiry_days: int = EXPIRY_DAYS
    reminders: bool = True
    minutes: int = 0
    readers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemSettings:
    """`measure` is what the item is called in every wave; `beside` waves are shown together, never subtracted.

    `code` marks the question whose answer links the waves of an anonymous questionnaire.
    """

    measure: str
    scale: str = ""
    reverse: bool = False
    beside: bool = False
    code: bool = False
    match: str = ""
    weight: int = 1


@lru_cache(maxsize=256)
def settings_of(form: Form) -> FormSettings:
    roles = tuple(form.setting("x_role").split())
    wave = form.setting("x_wave")
    days, minutes = form.setting("x_expiry"), form.setting("x_minutes")
    return FormSettings(
        roles=("mentor", "mentee") if roles == ("both",) else roles,
        wave=Wave(wave) if wave in WAVES else Wave.ONCE,
        series=form.setting("x_series") or form.form_id,
        anonymous=form.setting("x_anonymous").lower() in YES,
        expiry_days=int(days) if days.isdecimal() and int(days) else EXPIRY_DAYS,
        reminders=form.setting("x_reminders").lower() in YES | {""},
        minutes=int(minutes) if minutes.isdecimal() else 0,
        readers=tuple(form.setting("x_readers").split()),
    )


def item_of(question: Question) -> ItemSettings:
    def cell(name: str) -> str:
        return question.extras[name].within("") if name in question.extras else ""

    weight = cell("x_weight")
    return ItemSettings(
        measure=cell("x_measure") or question.name,
        scale=cell("x_scale"),
        reverse=cell("x_reverse").lower() in YES,
        beside=cell("x_compare").lower() == "beside",
        code=cell("x_code").lower() in YES,
        match=cell("x_match"),
        weight=int(weight) if weight.isdecimal() else 1,
    )


def score_of(question: Question, value: str) -> Decimal | None:
    """The number an answer counts as: the choice's `x_score`, else the number it is; None for words."""
    column = next((choice.columns.get("x_score", "") for choice in question.choices if choice.name == value), "")
    try:
        found = Decimal((column or value).replace(",", "."))
    except InvalidOperation:
        return None
    return found if found.is_finite() else None
