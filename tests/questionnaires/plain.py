"""A plain form with most kinds of question, in two languages, and somebody who fills it in."""

from __future__ import annotations

from mentoring.questionnaires.rules_form import Form
from mentoring.questionnaires.rules_state import Acknowledge, Choose, Skip, Type
from tests.questionnaires.tools import Walk, form_from

SURVEY = """
type | name | label::Русский (ru) | label::English (en) | hint::Русский (ru) | required | constraint | constraint_message::Русский (ru) | default | parameters
text | who | Как вас зовут? | Your name? | Имя и отчество | yes | string-length(.) > 1 | Слишком коротко | |
integer | years | Сколько лет? | How many years? | | yes | . >= 0 and . <= 60 | От 0 до 60 | |
select_one yn | glad | Вы рады? | Glad? | | yes | | | |
select_multiple days | days | Какие дни? | Which days? | | | | | |
range | mark | Оценка | Mark | | yes | | | | start=1 end=10 step=1 tick_labelset=ends
date | since | С какого дня? | Since when? | | | | | |
note | thanks | Почти всё, ${who} | Nearly done, ${who} | | | | | |
acknowledge | read | Прочитано | I have read it | | yes | | | |
text | more | Что ещё? | Anything else? | | | | | нет |
"""
CHOICES = """
list_name | name | label::Русский (ru) | label::English (en)
yn | yes | Да | Yes
yn | no | Нет | No
days | mon | Понедельник | Monday
days | tue | Вторник | Tuesday
days | sat | Суббота | Saturday
ends | 1 | слабо | weak
ends | 10 | отлично | great
"""
SETTINGS = """
form_id | title | title::English (en) | default_language | x_minutes | x_audience::Русский (ru) | x_audience::English (en)
plain | Проба | Trial | Русский (ru) | 3 | Увидит куратор | The curator sees it
"""


def plain_form() -> Form:
    return form_from(SURVEY, CHOICES, SETTINGS)


def fill(walk: Walk) -> Walk:
    walk.do(Type("Анна Ивановна"), Type("семь"), Choose("yes"), Type("1 и 3"), Choose(6), Type("1 сентября"))
    walk.do(Acknowledge(), Skip())
    return walk
