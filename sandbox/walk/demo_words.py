"""What the people of the demo school write, and how far each of them gets on the first day."""

from __future__ import annotations

from typing import Any

# By surname: typed answers by a piece of the question.
WORDS: dict[str, dict[str, str]] = {
    "Орлова": {
        "преподаёте": "Математика, 5–11 классы",
        "гордитесь": "Открытый урок «Дроби на кухне», его до сих пор просят повторить",
        "где и как": "Три года назад, с молодой коллегой из параллели",
        "ждёте": "Хочу, чтобы молодой учитель остался в профессии",
        "ценнее": "Видеть, как у человека начинает получаться",
        "Что ещё важно": "Удобнее договариваться с утра",
    },
    "Гусева": {
        "преподаёте": "Русский язык и литература, 8–11 классы",
        "гордитесь": "Школьный театр: десятый сезон",
        "где и как": "Вела студентов на практике",
        "ждёте": "Обмена: мне тоже есть чему поучиться",
        "ценнее": "Живой разговор об уроке",
    },
    "Лебедева": {
        "преподаёте": "Английский язык, 5–7 классы",
        "труднее": "Держать дисциплину в больших группах и успевать с журналом",
        "представляете": "Спокойного, готового показать свой урок",
        "где и как": "На педагогической практике",
        "ждёте": "Научиться планировать урок так, чтобы хватало времени на всех",
        "ценнее": "Честная обратная связь",
        "Что ещё важно": "После семи вечера лучше писать",
    },
    "Зайцев": {
        "преподаёте": "География, 6–9 классы",
        "труднее": "Отчёты и рабочие программы",
        "представляете": "Того, кто объясняет на примерах",
    },
    "Морозова": {
        "преподаёте": "Начальные классы",
        "труднее": "Разговоры с родителями",
        "представляете": "Доброго и терпеливого",
        "где и как": "В прошлой школе, полгода",
        "ждёте": "Освоиться в новом коллективе",
        "ценнее": "Поддержка",
    },
    "Brooks": {
        "teach": "English, grades 9–11",
        "hardest": "The paperwork: journals, reports, plans",
        "mentor be like": "Someone who knows the school and has ten minutes a day",
        "where and how": "A year as an assistant at another school",
        "expect from": "To understand how things are done here",
        "matters most": "Clear advice",
        "else matters": "Written messages are easier for me than calls",
    },
}
# `forms` is how many questionnaires are sent, `pauses_at` the question where the telephone is put away.
HABITS: dict[str, dict[str, Any]] = {
    "Орлова": {"reads": True},
    "Гусева": {"forms": 1},
    "Фёдоров": {"forms": 0, "refuses": frozenset({"publication"})},
    "Зайцев": {"pauses_at": 6},
    "Морозова": {"forms": 2},
    "Brooks": {"forms": 1},
}
