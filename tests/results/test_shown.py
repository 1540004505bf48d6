"""Lines, tables and pictures of results."""

from __future__ import annotations

import io
import json
from datetime import date

import pytest
from PIL import Image
from python_calamine import CalamineWorkbook

from mentoring.results.canvas import Bar, Block, Item, font, painted, wrapped
from mentoring.results.lines import changes_of, lines_of
from mentoring.results.picture import chart
from mentoring.results.rules_change import change_of
from mentoring.results.rules_of import results_of
from mentoring.results.rules_sheets import Sheet
from mentoring.results.tables import book, csv_of, json_of
from tests.results.ground import form_of, one, repeated, scale, sheets_of
from tests.results.school import EN, RU, answered, climate


def pages(data: bytes) -> dict[str, list[list[object]]]:
    found = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {name: found.get_sheet_by_name(name).to_python() for name in found.sheet_names}


def test_a_line_a_question() -> None:
    answers = ["3", "5", "7", "8", "8"] * 4 + ["6"]
    found = results_of(form_of(scale("q", label="Комфорт")), sheets_of("q", answers), guarded=True)
    assert lines_of(found, RU, "ru") == [
        "Сдана 21 анкета",
        "Комфорт: среднее 6,2 · медиана 7 · разброс 1,9 · ответил 21 человек",
    ]
    assert lines_of(found, EN, "en")[1] == "Комфорт: mean 6.2 · median 7 · spread 1.9 · 21 people answered"


def test_hidden_lines_say_so() -> None:
    few = results_of(form_of(scale("q", label="Вам легко?")), sheets_of("q", ["3"] * 4), guarded=True)
    assert lines_of(few, RU, "ru") == ["Сдано 4 анкеты", "Вам легко? меньше пяти ответов — не показываем"]
    partly = results_of(
        form_of(one("q", ["a", "b", "c"])), sheets_of("q", repeated({"a": 3, "b": 3, "c": 9})), guarded=True
    )
    assert lines_of(partly, RU, "ru")[1:] == ["q: ответили 15 человек", "  a — скрыто", "  b — скрыто", "  c — 9"]


def test_lines_of_changes() -> None:
    form = form_of(scale("q", label="Комфорт"), scale("r", label="Опора", compare="beside"))
    before = [Sheet("", {"q": str(1 + p % 8), "r": str(1 + p % 9)}, f"p{p}") for p in range(24)]
    after = [
        Sheet("", {**s.answers, "q": str(int(s.answers["q"] or 0) + p % 2)}, s.link) for p, s in enumerate(before)
    ]
    assert changes_of(change_of((form, before), (form, after), guarded=True), RU, "ru") == [
        "Комфорт: было 4,5, стало 5,0 (+0,5)",
        "  разброс 0,5 · сравнили ответы 24 человек · выше — 12, так же — 12, ниже — 0",
        "Опора: до — 4,6, после — 4,6; это разные вопросы, их не вычитаем",
    ]
    strangers = change_of((form, before), (form, [Sheet("", s.answers) for s in after]), guarded=False)
    assert changes_of(strangers, RU, "ru")[0] == "Комфорт: некого сравнить: никто не ответил оба раза"
    back = changes_of(change_of((form, after), (form, before), guarded=False), EN, "en")
    assert back[0] == "Комфорт: was 5.0, is 4.5 (-0.5)"


def test_a_row_a_person_and_the_totals() -> None:
    form, sheets = climate(), answered(12, named=True)
    found = pages(book(form, sheets, results_of(form, sheets, guarded=False), RU, "ru", anonymous=False))
    head, first, *rest = found["Ответы"]
    assert head[:4] == ["ФИО", "Роль", "День", "Насколько комфортно вам в этой работе?"]
    assert first[:4] == ["Учитель 0", "наставник", date(2026, 11, 2), 5.0]
    assert len(rest) == 11
    assert "Ваш код" not in head
    assert found["Итоги"][1][:2] == ["Насколько комфортно вам в этой работе?", "все"]


def test_several_choices_and_skips_in_words() -> None:
    form, sheets = climate(), answered(12, named=True)
    rows = pages(book(form, sheets, results_of(form, sheets, guarded=False), RU, "ru", anonymous=False))["Ответы"]
    helps = {str(row[rows[0].index("Что помогает?")]) for row in rows[1:]}
    assert "Беседы; Материалы" in helps
    assert "пропущено" in helps


def test_anonymous_files_have_totals_only() -> None:
    form, sheets = climate(), answered(30)
    results = results_of(form, sheets, guarded=True)
    assert list(pages(book(form, sheets, results, RU, "ru", anonymous=True))) == ["Итоги"]
    assert "people" not in json.loads(json_of(sheets, results, anonymous=True))
    table = csv_of(form, sheets, results, RU, "ru", anonymous=True).decode("utf-8-sig")
    assert table.startswith("Вопрос;Кто;Ответ;")
    assert "Чего не хватает?;;'=Времени" in table
    assert all(code not in table for code in ("а0;", "k0"))


def test_anonymous_files_of_open_results_are_refused() -> None:
    form, sheets = climate(), answered(30)
    results = results_of(form, sheets, guarded=False)
    for make in (lambda: book(form, sheets, results, RU, "ru", True), lambda: json_of(sheets, results, True)):
        with pytest.raises(ValueError, match="guarded"):
            make()
    with pytest.raises(ValueError, match="guarded"):
        csv_of(form, sheets, results, RU, "ru", True)


@pytest.mark.parametrize("nasty", ["=1+1", "+7 900", "-x", "@a", "\tx", "\rx"])
def test_no_text_becomes_a_formula(nasty: str) -> None:
    form = climate()
    sheet = Sheet("mentor", {"wish": nasty, "comfort": "7"}, name=nasty)
    results = results_of(form, [sheet], guarded=False)
    data = csv_of(form, [sheet], results, RU, "ru", anonymous=False)
    assert data.startswith(b"\xef\xbb\xbf")
    assert f"'{nasty}" in data.decode("utf-8-sig")
    assert ";7;" in data.decode("utf-8-sig")


def test_json_has_machine_names_and_decimal_texts() -> None:
    form, sheets = climate(), answered(12, named=True)
    data = json.loads(json_of(sheets, results_of(form, sheets, guarded=False), anonymous=False))
    assert data["questions"][0]["name"] == "comfort"
    assert data["questions"][0]["all"]["mean"] == "6.00"
    assert data["people"][0]["answers"]["comfort"] == "5"
    assert "code" not in data["people"][0]["answers"]


def picture(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def test_a_picture_a_phone_can_show() -> None:
    form, before, after = climate(), answered(30), answered(30, seed=2, lift=1)
    means = picture(chart(results_of(form, before, guarded=True), RU, "ru"))
    changes = picture(chart(change_of((form, before), (form, after), guarded=True), RU, "ru", "До и после"))
    assert means.width == changes.width == 1000
    assert 600 < changes.height < means.height < 4000


def test_before_and_after_differ_without_colour() -> None:
    hatched, plain = (
        painted("", [Block("", (Item("x", (Bar(0.5, "5", hatched=way),)),))]).convert("L") for way in (True, False)
    )
    middle = plain.height - 44 - 4 - 15
    row = [plain.getpixel((x, middle)) for x in range(60, 300)]
    assert len(set(row)) == 1
    assert len({hatched.getpixel((x, middle)) for x in range(60, 300)}) > 1


def test_nothing_leaves_the_picture() -> None:
    long = "Электрокардиографический" * 6 + " и ещё немного слов в конце длинного вопроса анкеты"
    face = font(30)
    lines = wrapped(long, face, 900)
    assert all(face.getlength(line) <= 900 for line in lines)
    assert "".join(lines).replace(" ", "") == long.replace(" ", "")
    image = painted(long, [Block(long, (Item(long, (Bar(1.0, "10,0", "1–10", "после"),)),))]).convert("L")
    edge = {image.getpixel((x, y)) for x in (*range(40), *range(960, 1000)) for y in range(image.height)}
    assert edge == {255}


def test_an_empty_picture_says_so() -> None:
    empty = chart(results_of(climate(), [], guarded=True), RU, "ru")
    assert picture(empty).height < 300
