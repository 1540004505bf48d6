"""The mentor's folder and the act of destruction, opened again."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from itertools import chain, combinations
from zoneinfo import ZoneInfo

import pytest

from mentoring.documents.act_destruction import Act, Destroyed, LogLine, act_document
from mentoring.documents.evidence import Evidence, Paper, Part, folder
from mentoring.documents.order_facts import Named
from mentoring.errors import ProgrammeError
from mentoring.year.rules_retention import DataKind
from tests.documents.year_papers import SCHOOL, words_of
from tests.evaluation.ground import words_in

RU = words_in("ru")
MINE = Evidence(
    7, "Громова Ольга Ильинична", SCHOOL, (2026, 2027), date(2027, 6, 1), 21, 0, 2, 5, 6,
    [(date(2027, 2, 3), "открытый урок", "Дроби <без> страха")],
    [Paper("Сертификат.pdf", b"%PDF-1"), Paper("Сертификат.pdf", b"%PDF-2")], ["Спасибо за ваши уроки"],
)  # fmt: skip
SAID = {
    Part.MEETINGS: "Состоялась 21 встреча.",
    Part.RESULTS: "Дроби <без> страха",
    Part.CERTIFICATES: "Сертификат.pdf",
    Part.THANKS: "«Спасибо за ваши уроки»",
}


def opened(made: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("released", list(chain.from_iterable(combinations(Part, n) for n in (1, 2, 4))))
def test_the_folder_holds_what_was_let_out_and_nothing_else(released: tuple[Part, ...]) -> None:
    files = opened(folder(MINE, released, 7, RU, "ru"))
    text = words_of(files["Работа наставника.docx"])
    assert {part for part, said in SAID.items() if said in text} == set(released)
    papers = sorted(content for name, content in files.items() if name.endswith(".pdf"))
    assert papers == ([b"%PDF-1", b"%PDF-2"] if Part.CERTIFICATES in released else [])


def test_the_folder_is_made_by_the_mentor_alone() -> None:
    for who in (1, 0):
        with pytest.raises(ProgrammeError, match="error-not-yours"):
            folder(MINE, list(Part), who, RU, "ru")
    with pytest.raises(ProgrammeError, match="error-evidence-empty"):
        folder(MINE, [], 7, RU, "ru")
    assert folder(MINE, list(Part), 7, RU, "ru")[:2] == b"PK"


ZONE = ZoneInfo("Europe/Moscow")
ACT = Act(
    SCHOOL, datetime(2027, 8, 2, 9, 30, tzinfo=ZONE),
    [Destroyed(DataKind.ANSWERS, 2023, 41, (3, 8)), Destroyed(DataKind.MUTUAL, 2026, 1, (5,), withdrawn=True)],
    [LogLine(datetime(2027, 8, 2, 9, 30, 1, tzinfo=ZONE), DataKind.ANSWERS, 41, (3, 8)), LogLine(datetime(2027, 8, 2, 9, 30, 2, tzinfo=ZONE), DataKind.MUTUAL, 1, (5,))],
    "бот наставничества", "ООО «Сервер»", [Named("Кузнецов Игорь Павлович", "директор")],
)  # fmt: skip


def test_the_act_says_what_whose_why_and_how_and_the_log_agrees() -> None:
    text = words_of(act_document(ACT, RU, "ru"))
    for said in (
        "Всего уничтожены 42 записи.",
        "истёк срок хранения",
        "отозвано согласие",
        "№ 3, № 8",
        "2023/2024",
        "ООО «Сервер»",
        "И. П. Кузнецов",
        "02.08.2027 09:30:01",
        "№ ________",
        "Выгрузка из журнала",
    ):
        assert said in text
    assert sum(line.count for line in ACT.log) == sum(row.count for row in ACT.rows)


def test_every_kind_of_data_has_its_name_in_both_languages() -> None:
    for language in ("ru", "en"):
        names = [words_in(language)(f"data-{kind.value}") for kind in DataKind]
        assert len(set(names)) == len(DataKind)
