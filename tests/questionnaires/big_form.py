"""A questionnaire of a hundred questions with thirty conditions and a repeat, made up by rule."""

from __future__ import annotations

from tests.questionnaires.tools import table

QUESTIONS, CONDITIONS = 100, 30
_HEADER = "type | name | label | required | relevant | constraint | constraint_message | choice_filter | default | calculation"
_KINDS = (
    "integer",
    "select_one",
    "range",
    "select_multiple",
    "text",
    "decimal",
    "date",
    "select_one",
    "integer",
    "text",
)


def big_form_source() -> str:
    """The form's file in Markdown; its form_id is "big"."""
    choices = ["list_name | name | label | level", *(f"list | c{n} | Вариант {n} | {n}" for n in range(1, 7))]
    settings = "form_id | title | default_language | x_minutes\nbig | Большая анкета | Русский (ru) | 25"
    survey = "\n".join([_HEADER, *_survey()])
    return "\n".join((table("survey", survey), table("choices", "\n".join(choices)), table("settings", settings)))


def _survey() -> list[str]:
    """Every third question has a condition on a number before it; a repeat stands in the middle."""
    rows = [_question(place) for place in range(QUESTIONS)]
    rows[50:54] = ["begin repeat | work | Работа | | | | | | |", *rows[50:54], "end repeat | | | | | | | | |"]
    calculation = "calculate | sum | | | | | | | | ${q0} + coalesce(${q10}, 0)"
    return [*rows, calculation, "note | thanks | Получилось: ${sum} | | | | | | |"]


def _question(place: int) -> str:
    kind = _KINDS[place % 10]
    number = f"${{q{place // 10 * 10 - (10 if place >= 10 and place % 10 == 0 else 0)}}}"
    written = f"{kind} list" if kind.startswith("select") else kind
    required = "yes" if place % 4 == 0 else ""
    relevant = f"{number} {('> 3', 'mod 2 = 0', '< 20')[place % 3]}" if _conditional(place) else ""
    filtered = f"level <= {number} + 1" if place % 10 == 7 else ""
    default = "2" if place % 20 == 8 else ""
    return f"{written} | q{place} | Вопрос {place + 1} | {required} | {relevant} | {_bound(place, number)} | {filtered} | {default} |"


def _conditional(place: int) -> bool:
    """Neither the numbers that the conditions read nor what stands in the repeat."""
    return place % 10 in (2, 5, 9) and place >= 2


def _bound(place: int, number: str) -> str:
    if place % 10 == 8:
        return f". <= {number} + 5 | Не больше, чем на пять"
    return ". >= 0 and . < 100 | От 0 до 99" if place % 10 == 0 else " | "
