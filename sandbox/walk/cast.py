"""The people of the walk: how they are called, what they agree to, what they write, what they do differently."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, eq=False)
class Who:
    """`first`/`last` are Telegram's, `name` is typed when the bot asks ("" takes Telegram's by its button).

    `words` are typed answers by a piece of the question; `refuses` are documents. `skips`, `backs_at` and `edits`
    are pieces of questions; `pauses_at` is the number of the question at which the telephone is put away, `forms`
    how many questionnaires are sent at all.
    """

    key: str
    role: str
    first: str
    last: str
    name: str = ""
    words: Mapping[str, str] = field(default_factory=dict)
    refuses: frozenset[str] = frozenset()
    reads: bool = False
    skips: tuple[str, ...] = ()
    backs_at: str = ""
    edits: str = ""
    pauses_at: int = 0
    forms: int = 99

    @property
    def shown(self) -> str:
        return self.name or f"{self.first} {self.last}".strip()


@dataclass(slots=True)
class Diary:
    """What a person has answered, by question; and which of the things done once are done."""

    answers: dict[str, str] = field(default_factory=dict)
    ticked: dict[str, list[str]] = field(default_factory=dict)
    done: set[str] = field(default_factory=set)
    tries: dict[str, int] = field(default_factory=dict)
    typed: list[str] = field(default_factory=list)
    sent: int = 0


CURATOR = Who("curator", "curator", "Вера", "Горчакова", "Горчакова Вера Ильинична")
DIRECTOR = Who("director", "director", "Пётр", "Самойлов", "Самойлов Пётр Андреевич")
PSYCHOLOGIST = Who("psychologist", "psychologist", "Нелли", "Ахметова", "Ахметова Нелли Рашидовна")

MENTORS = (
    Who(
        "mentor1",
        "mentor",
        "Тамара",
        "Ежова",
        "Ежова Тамара Глебовна",
        {
            "преподаёте": "Физика и астрономия, 7–11 классы",
            "гордитесь": "Школьная обсерватория: телескоп собрали своими руками",
            "где и как": "Вела двух студентов на практике",
            "ждёте": "Свежий взгляд на мои уроки",
            "ценнее": "Когда ученик задаёт вопрос, которого нет в учебнике",
            "Что ещё важно": "Договариваться заранее, хотя бы за день",
        },
        edits="Скольких",
        reads=True,
    ),
    Who(
        "mentor2",
        "mentor",
        "Ренат",
        "Юсупов",
        "Юсупов Ренат Маратович",
        {
            "преподаёте": "История, обществознание",
            "гордитесь": "Музей улицы: собрали со школьниками 140 экспонатов",
            "где и как": "В прошлой школе, год с молодым историком",
            "ждёте": "Хочу видеть, как растёт другой человек",
            "ценнее": "Доверие",
            "Что ещё важно": "Чай после шестого урока",
        },
        refuses=frozenset({"publication"}),
        skips=("гордитесь",),
        backs_at="категория",
    ),
    Who("mentor3", "mentor", "Эмма", "Любавина", refuses=frozenset({"processing"})),
)

MENTEES = (
    Who(
        "mentee1",
        "mentee",
        "Алиса",
        "Дятлова",
        "Дятлова Алиса Романовна",
        {
            "преподаёте": "Русский язык и литература, 5–6 классы",
            "труднее": "Дисциплина на шестом уроке и проверка тетрадей до ночи",
            "представляете": "Спокойный, с чувством юмора",
            "где и как": "На педпрактике, в лицее",
            "ждёте": "Научиться слышать класс",
            "ценнее": "Честный разбор урока",
            "Что ещё важно": "Лучше писать, чем звонить",
        },
        backs_at="дни",
        edits="труднее",
    ),
    Who(
        "mentee2",
        "mentee",
        "Стефания",
        "Рудольфова",
        "Рудольфова Стефания Яновна",
        {
            "преподаёте": "Кларнет и сольфеджио в профильной группе",
            "труднее": "Перламутровый беспорядок в журнале успеваемости",
            "представляете": "Похожий на капитана дальнего плавания",
            "где и как": "В музыкальной школе Усть-Кутового",
            "ждёте": "Опора под ногами, как у альпиниста на перевале",
            "ценнее": "Возможность ошибаться вслух, не теряя лица",
            "Что ещё важно": "Репетиции по четвергам заканчиваются затемно",
        },
    ),
    Who(
        "mentee3",
        "mentee",
        "Илья",
        "Чернов",
        "",
        {
            "преподаёте": "Информатика",
            "труднее": "Успевать за программой",
            "представляете": "Тот, кто не боится сказать «не знаю»",
            "ждёте": "Порядок в планах",
            "ценнее": "Время",
        },
        pauses_at=5,
        skips=("Что ещё важно",),
    ),
    Who(
        "mentee4",
        "mentee",
        "Зоя",
        "Пташкина",
        "Пташкина Зоя Никитична",
        {
            "преподаёте": "Биология, 8 классы",
            "труднее": "Разговаривать с родителями",
            "представляете": "Опытный и терпеливый",
            "ждёте": "Понять, как тут всё устроено",
            "ценнее": "Поддержка",
        },
        refuses=frozenset({"publication"}),
    ),
)
LEAVER = MENTEES[1]
STAFF = (DIRECTOR, PSYCHOLOGIST)
EVERYONE = (CURATOR, *STAFF, *MENTORS, *MENTEES)
