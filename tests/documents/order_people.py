"""Orders to test with: one of each kind, with living names."""

from __future__ import annotations

import io
from datetime import date

from docx import Document

from mentoring.documents import order_facts as facts
from mentoring.documents.order_facts import Named
from mentoring.meetings.rules import Contact, Side

DIRECTOR = Named("Соколова Вера Павловна", "Директор")
CURATOR = Named("Громова Ольга Ильинична", "Заместитель директора по УВР")
ANNA = Named("Иванова Анна Петровна", "учитель математики", "предметник")
LEV = Named("Лев Борис Ильич", "учитель физики и информатики")
PETR = Named("Петров Пётр Ильич", "учитель физики")
INNA = Named("Коваль Инна Олеговна", "педагог-психолог")
JOHN = Named("John Smith", "HR-менеджер")
SCHOOL = facts.Letterhead(
    "Муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа № 6»",
    DIRECTOR,
    "423450, Республика Татарстан, г. Альметьевск, ул. Школьная, д. 6",
    "г. Альметьевск",
)
REFERENCES = [
    "Федеральный закон от 29.12.2012 г. № 273-ФЗ",
    "Положение о наставничестве, утверждённое 12.01.2026 г.",
]
COMMON = facts.Common(
    SCHOOL,
    (2026, 2027),
    CURATOR,
    [facts.Duty(INNA, "сопровождать наставляемых, у которых ещё нет пары", date(2026, 12, 1))],
    None,
    REFERENCES,
)
DAY = date(2026, 12, 1)


def curator(common: facts.Common = COMMON) -> facts.CuratorOrder:
    return facts.CuratorOrder(common, date(2026, 9, 1), INNA)


def register(common: facts.Common = COMMON) -> facts.RegisterOrder:
    rows = [
        facts.Registered(ANNA, "урок по стандарту, работа с одарёнными", [Contact.DIRECT, Contact.GROUP], DAY),
        facts.Registered(LEV, "документы", [Contact.INDIVIDUAL]),
    ]
    return facts.RegisterOrder(common, rows)


def training(common: facts.Common = COMMON) -> facts.TrainingOrder:
    lessons = [
        facts.Lesson("Наставничество: Что? Зачем? Как?", date(2026, 9, 21), "15:30", 2, "актовый зал", CURATOR),
        facts.Lesson("MENTOR SET — технология для наставника"),
    ]
    return facts.TrainingOrder(common, [ANNA, LEV], lessons, "Школа наставника")


def pairs(common: facts.Common = COMMON) -> facts.PairsOrder:
    rows = [
        facts.Bound([ANNA], [PETR], Contact.INDIVIDUAL, DAY),
        facts.Bound([LEV, ANNA], [INNA, JOHN], Contact.GROUP, None),
    ]
    return facts.PairsOrder(common, rows)


def replacement(common: facts.Common = COMMON) -> facts.ReplacementOrder:
    rows = [
        facts.Replacement(Side.MENTOR, ANNA, LEV, [PETR, INNA], DAY, Contact.GROUP, "переход на другую работу"),
        facts.Replacement(Side.MENTEE, PETR, INNA, [ANNA], None),
    ]
    return facts.ReplacementOrder(common, rows)


def end(common: facts.Common = COMMON) -> facts.EndOrder:
    return facts.EndOrder(common, [facts.Ended([ANNA], [PETR], DAY, "цели достигнуты раньше срока")])


def encouragement(common: facts.Common = COMMON) -> facts.EncouragementOrder:
    rows = [
        facts.Award(ANNA, "благодарность директора школы", "победа в номинации «Наставник года»"),
        facts.Award(PETR, "почётная грамота"),
    ]
    return facts.EncouragementOrder(common, rows)


MAKERS = (curator, register, training, pairs, replacement, end, encouragement)


def lines_of(made: bytes) -> list[str]:
    return [line.text.replace("\u00a0", " ") for line in Document(io.BytesIO(made)).paragraphs]


def tables_of(made: bytes) -> list[list[list[str]]]:
    tables = Document(io.BytesIO(made)).tables
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in tables]


def whole(made: bytes) -> str:
    cells = [cell for table in tables_of(made) for row in table for cell in row]
    return "\n".join([*lines_of(made), *cells])
