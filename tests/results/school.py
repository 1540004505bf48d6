"""A school's answers to look at: a questionnaire with every kind that results show, forty people, two waves."""

from __future__ import annotations

from datetime import date
from random import Random

from locales import Locales
from mentoring.questionnaires.rules_form import Form, Kind
from mentoring.results.rules_sheets import Sheet
from mentoring.results.wording import Words
from mentoring.texts import say
from tests.results.ground import form_of, one, scale, text, typed

FREQUENCY = ("Очень часто", "Часто", "Иногда", "Редко", "Никогда")


def words_in(language: str) -> Words:
    def words(key: str, **params: object) -> str:
        return Locales().plain(say(key, **params), language)

    return words


RU, EN = words_in("ru"), words_in("en")


def climate(**settings: str) -> Form:
    return form_of(
        scale("comfort", label="Насколько комфортно вам в этой работе?", scale="well_being"),
        scale(
            "tired",
            label="Насколько часто вы приходите домой такими уставшими, что не остаётся сил ни на что другое?",
            scale="well_being",
            reverse="yes",
        ),
        scale("support", label="Насколько вы чувствуете поддержку наставника?", compare="beside"),
        one("often", FREQUENCY, label="Как часто проходят открытые уроки, семинары, конкурсы?"),
        one("helps", ("Беседы", "Уроки", "Материалы"), kind=Kind.MANY, label="Что помогает?", required=False),
        one("order", ("Беседы", "Уроки", "Материалы"), kind=Kind.RANK, label="Расставьте по важности"),
        typed("years", label="Сколько лет вы работаете?"),
        text("wish", label="Чего не хватает?"),
        text("code", label="Ваш код", code="yes"),
        **settings,
    )


def answered(count: int, seed: int = 1, named: bool = False, lift: int = 0) -> list[Sheet]:
    random = Random(seed)
    return [_sheet(random, place, count, named, lift) for place in range(count)]


def _sheet(random: Random, place: int, count: int, named: bool, lift: int) -> Sheet:
    answers: dict[str, str | None] = {
        "comfort": str(min(10, random.choice([4, 5, 6, 6, 7, 7, 8]) + lift)),
        "tired": str(random.choice([2, 3, 5, 5, 6, 8])),
        "support": str(random.choice([3, 6, 7, 8, 9, 10])),
        "often": random.choice([FREQUENCY[0], FREQUENCY[1], FREQUENCY[1], FREQUENCY[2], FREQUENCY[2]]),
        "helps": " ".join(name for name in ("Беседы", "Уроки", "Материалы") if random.random() < 0.5) or None,
        "order": " ".join(random.sample(["Беседы", "Уроки", "Материалы"], 3)),
        "years": str(random.randrange(1, 35)),
        "wish": random.choice(["=Времени", "Открытых уроков", None]),
        "code": f"а{place}",
    }
    group = "mentor" if place < count * 0.6 else "mentee"
    name = f"Учитель {place}" if named else ""
    return Sheet(group, answers, f"k{place}", name, date(2026, 11, 2) if named else None)
