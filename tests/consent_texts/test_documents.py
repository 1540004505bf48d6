from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.consent import documents
from mentoring.consent.documents import LANGUAGES, SUMMARY_LIMIT, Facts, document, fill, versions
from mentoring.consent.rules import ConsentKind

FACTS = Facts(
    school_name="МБОУ «Школа № 6»",
    year_label="2026/2027",
    curator_contact_hint="Куратор: Анна Петровна, кабинет 12.",
    operator_address="г. Энск, ул. Мира, 1",
    operator_details="ИНН 0000000000",
    processor="МБУ «Центр»",
    site="school6.example",
)
BARE = Facts(school_name="Школа", year_label="2026/2027")
EVERY = [(kind, language) for kind in ConsentKind for language in LANGUAGES]
every = pytest.mark.parametrize(("kind", "language"), EVERY)

# What each text must say, by the law (152-FZ, art. 9, 10.1, 14, 20 and 21) and the programme.
DEMANDS = {
    "ru": {
        "who gives": r"Кто даёт согласие",
        "operator": r"Кому даётся согласие[^#]*МБОУ «Школа № 6»",
        "address": r"г\. Энск, ул\. Мира, 1",
        "one purpose": r"Цель одна:",
        "data": r"## \d+\. Какие данные",
        "actions": r"## \d+\. Что делают",
        "processor": r"МБУ «Центр»",
        "term": r"не дольше трёх лет",
        "withdrawal": r"/privacy",
        "destroyed": r"в течение 30 дней",
        "act": r"\bакт\b",
        "answer": r"10 рабочих дней",
        "voluntary": r"своей волей",
        "refusal": r"Отказ [^.]*не влия",
        "telegram": r"Telegram",
        "abroad": r"за пределами России",
        "year": r"2026/2027",
    },
    "en": {
        "who gives": r"Who gives consent",
        "operator": r"To whom[^#]*МБОУ «Школа № 6»",
        "address": r"г\. Энск, ул\. Мира, 1",
        "one purpose": r"There is one purpose:",
        "data": r"## \d+\. Which data",
        "actions": r"## \d+\. What is done",
        "processor": r"МБУ «Центр»",
        "term": r"three years at most",
        "withdrawal": r"/privacy",
        "destroyed": r"within 30 days",
        "act": r"\bact\b",
        "answer": r"within 10 working days",
        "voluntary": r"of your own will",
        "refusal": r"Refusing [^.]*(affects neither|changes nothing|does not affect)",
        "telegram": r"Telegram",
        "abroad": r"outside Russia",
        "year": r"2026/2027",
        "translation": r"the Russian text applies",
    },
}
STORED = {
    "ru": ["Telegram", "имя, как вы сами", "роли", "ответы на анкеты", "встреч", "согласия и отказы", "файлы"],
    "en": [
        "Telegram",
        "your name as you type it",
        "roles",
        "answers to questionnaires",
        "meetings",
        "consents",
        "files",
    ],
}
ACTIONS = [
    "сбор", "запись", "систематизаци", "накоплени", "хранени", "уточнени", "извлечени", "использовани",
    "предоставлени", "обезличивани", "блокировани", "удалени", "уничтожени",
]  # fmt: skip


@every
def test_every_document_says_all_that_is_demanded(kind, language):
    text = fill(document(kind, language), FACTS).text
    missing = [name for name, pattern in DEMANDS[language].items() if not re.search(pattern, text)]
    assert missing == []


@every
def test_the_summary_fits_a_screen_and_answers_the_six_questions(kind, language):
    summary = fill(document(kind, language), Facts(school_name="Ш" * 200, year_label="2026/2027")).summary
    assert len(summary) <= SUMMARY_LIMIT
    questions = {
        "ru": ["Кто", "Зачем:", "Какие данные:", "Что с ними делают:", "Сколько:", "Как (отозвать|выйти):"],
        "en": ["Who", "Why:", "Which data:", "What is done", "How long:", "How to (withdraw|leave):"],
    }
    for question in questions[language]:
        assert re.search(f"^{question}", summary, re.MULTILINE), question
    assert "{" not in summary


@every
def test_nothing_is_left_unfilled(kind, language):
    for facts in (FACTS, BARE):
        filled = fill(document(kind, language), facts)
        assert not re.search(r"[{}|]", filled.text)
        assert not re.search(r": *\.$", filled.text, re.MULTILINE)


@every
def test_a_missing_fact_takes_its_line_along(kind, language):
    text = fill(document(kind, language), BARE).text
    for words in ("Адрес", "Реквизиты", "Сайт школы:", "address:", "details:", "site:"):
        assert words not in text
    own = {"ru": "никто другой, бот работает на сервере самой школы", "en": "nobody else, the bot runs on"}
    assert own[language] in text


@every
def test_the_hash_is_of_the_text_that_was_shown(kind, language):
    template = document(kind, language)
    filled = fill(template, FACTS)
    assert filled.sha256 == hashlib.sha256(filled.text.encode("utf-8")).hexdigest()
    assert filled.summary in filled.text
    assert filled == fill(template, FACTS)
    assert filled.sha256 != fill(template, BARE).sha256


def test_every_text_has_a_hash_of_its_own():
    assert len({fill(document(kind, language), FACTS).sha256 for kind, language in EVERY}) == len(EVERY)


@pytest.mark.parametrize("kind", ConsentKind)
def test_languages_go_together(kind):
    russian, english = document(kind, "ru"), document(kind, "en")
    assert russian.version == english.version == versions()[kind]
    assert len(russian.sections) == len(english.sections)
    placeholders = [sorted(re.findall(r"\{(\w+)", text)) for text in (russian.text, english.text)]
    assert placeholders[0] == placeholders[1]
    assert russian.text.count("\n- ") == english.text.count("\n- ")


@every
def test_sections_are_numbered_and_make_up_the_text(kind, language):
    template = document(kind, language)
    numbers = [re.match(r"(\d+)\. ", section.heading) for section in template.sections[1:]]
    assert [int(number[1]) for number in numbers] == list(range(1, len(numbers) + 1))
    assert "\n\n".join(f"## {section.heading}\n{section.body}" for section in template.sections) == template.text
    assert (template.kind, template.language) == (kind, language)
    assert 10 < len(template.title) <= 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_processing_is_honest_about_what_the_bot_stores(language):
    text = fill(document(ConsentKind.PROCESSING, language), FACTS).text
    for words in STORED[language]:
        assert words in text, words


def test_processing_names_each_action_of_the_law():
    sections = {section.heading: section.body for section in document("processing", "ru").sections}
    actions = sections["5. Что делают с данными"].lower()
    assert [action for action in ACTIONS if action not in actions] == []
    assert "распространение" in actions


def test_each_document_has_a_purpose_of_its_own():
    texts = {kind: fill(document(kind, "ru"), FACTS).text for kind in ConsentKind}
    purposes = {re.search(r"Цель одна: (.{20})", text)[1] for text in texts.values()}
    assert len(purposes) == 3
    assert "трёх рабочих дней" in texts[ConsentKind.PUBLICATION]
    assert "запреты" in texts[ConsentKind.PUBLICATION]
    assert "351.8" in texts[ConsentKind.PARTICIPATION]


def test_an_unknown_language_gets_russian_and_an_unknown_kind_is_refused():
    assert document("processing", "tt") == document("processing", "ru")
    with pytest.raises(ValueError):
        document("marketing", "ru")


@pytest.mark.parametrize("facts", [Facts("", "2026/2027"), Facts("Школа", " "), Facts("\n", "2026")])
def test_a_consent_without_school_or_year_is_a_mistake_of_the_caller(facts):
    with pytest.raises(ValueError):
        fill(document("processing", "ru"), facts)


def test_a_fact_cannot_add_lines_or_call_other_facts():
    name = "Школа\n## 11. Ещё раздел\n- пункт {year_label} {site|x}"
    text = fill(document("processing", "ru"), Facts(name, "2026/2027")).text
    plain = fill(document("processing", "ru"), BARE).text
    assert len(text.splitlines()) == len(plain.splitlines())
    assert "Школа ## 11. Ещё раздел - пункт {year_label} {site|x}" in text


@given(st.text(min_size=1).filter(str.strip), st.text())
def test_any_name_of_a_school_is_shown_as_typed(name, site):
    filled = fill(document("publication", "ru"), Facts(name, "2026/2027", site=site.replace("\ud800", "")))
    assert " ".join(name.split()) in filled.summary
    assert len(filled.sha256) == 64


def test_no_language_lacks_a_file_and_no_file_is_unused():
    folder = Path(documents.__file__).with_name("texts")
    assert {path.name for path in folder.iterdir()} == {f"{kind}.{language}.md" for kind, language in EVERY}
