"""A site with everything on it, and with nothing."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, date, datetime

from mentoring.cases.rules import Case, approve, draft
from mentoring.consent.rules import ConsentKind, Decision
from mentoring.documents.report_charts import charts
from mentoring.evaluation.rules_indicators import Group
from mentoring.questionnaires.catalogue import shipped
from mentoring.roadmap.rules import build
from mentoring.roadmap.steps import steps
from mentoring.site.pages import Site, SiteFile, case_page, picture, results, winner
from mentoring.site.schedule import schedule_rows
from tests.documents.year_papers import report
from tests.evaluation.ground import words_in

NAMES = {1: "Громова Ольга Ильинична", 2: "Петрова <b>Мария</b> & Ивановна", 3: "Ким Ли"}
AT = datetime(2026, 9, 10, tzinfo=UTC)
ANSWERS = {
    "title": "Как мы научились <em>заканчивать</em> урок вовремя",
    "model": "novice", "contact": "individual", "areas": "method social",
    "start": "Уроки обрывались звонком.\n\nВыводы оставались на перемену.",
    "aim": "Успевать подвести итог & услышать класс.",
    "steps": "Сначала считали минуты.\nПотом разобрали три урока.\nНашли лишнее.",
    "result": "Теперь на итог остаётся пять минут.",
    "materials": "Конспекты: https://school6.example/konspekt?a=1&b=2",
}  # fmt: skip


def consent(number: int = 1, accepted: bool = True, withdrawn: bool = False) -> Decision:
    return Decision(number, ConsentKind.PUBLICATION, 1, "0" * 64, accepted, AT, AT if withdrawn else None)


CONSENTS = {1: [consent()], 2: [consent()]}


def case(number: int = 1, **answers: str) -> Case:
    """Approved by both of its authors."""
    made = draft(number, 1, 2026, [1, 2], ANSWERS | answers)
    for person in (1, 2):
        made = approve(made, person, made.hash)
    return made


def site(language: str = "ru") -> Site:
    words, form = words_in(language), shipped()["case_description"]
    found = [case_page(case(n), n, form, CONSENTS, NAMES, language) for n in (1, 2)]
    rows = schedule_rows(build(2026, steps(language), date(2026, 8, 1)), language)
    told = report(language=language)
    png = charts(told.of(Group.EXPECTED), Group.EXPECTED, words, language)[0]
    pictures = [picture(png, "Ожидаемые результаты" if language == "ru" else "Expected results")]
    winners = [
        winner("Наставник года", [1], CONSENTS, {1}, NAMES),
        winner("Лучшая пара", [1, 3], CONSENTS, {1, 3}, NAMES),
    ]  # fmt: skip
    return Site(
        language, "МБОУ «СОШ № 6»", (2026, 2027), date(2027, 6, 1), [one for one in found if one],
        [SiteFile("Положение о наставничестве", "pdf", b"%PDF-1.4 " + b"x" * 40_000), SiteFile("Схема <1>", "SVG", b"<svg/>")],
        rows, results(told, words, language, pictures), winners, "https://school6.example/",
    )  # fmt: skip


def empty(language: str = "ru") -> Site:
    return Site(language, "Школа", (2026, 2027), date(2026, 9, 1))


def files_of(made: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}
