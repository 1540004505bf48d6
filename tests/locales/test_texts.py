"""Every text in both languages: it formats, its buttons fit, what is put together from names exists."""

from __future__ import annotations

import html
import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram import commands
from bot.telegram.router import MEDIA
from handlers import routes
from locales import HERE, LANGUAGES, Locales, MissingText, bundle, known
from mentoring.consent.rules import ConsentKind
from mentoring.people.registers import COLUMNS
from mentoring.people.rules import SETUP_STEPS, LinkKind, Role
from mentoring.people.rules_progress import Filter, Stage
from mentoring.people.setup import ZONES
from mentoring.texts import Raw, say
from tests import checks

ROOT = Path(__file__).parents[2]
TEXTS = checks.messages(ROOT, "ru")
LOCALES = Locales()
BUTTON = 20
# Telegram's HTML: https://core.telegram.org/bots/api#html-style
TAG = re.compile(r"</?([a-z-]+)[^>]*>")
ALLOWED = {"b", "i", "u", "s", "code", "pre", "a", "blockquote", "tg-spoiler"}
KINDS = [kind.value for kind in ConsentKind]
PUT_TOGETHER = {
    *(f"role-{role}" for role in Role),
    *(f"stage-{stage}" for stage in Stage),
    *(f"filter-{wanted}" for wanted in Filter),
    *(f"people-none-{wanted}" for wanted in Filter),
    *(f"setup-{step}" for step in SETUP_STEPS),
    *(f"button-setup-{step}" for step in SETUP_STEPS),
    *(f"zone-{zone.rsplit('/', 1)[1].lower()}" for zone in ZONES),
    *(f"invite-{kind}" for kind in LinkKind),
    *(f"column-{column}" for columns in COLUMNS.values() for column in columns),
    *(f"{head}-{kind}" for head in ("consent", "consent-ask", "consent-refuse", "withdraw", "button-copy") for kind in KINDS),
    *(f"button-give-{kind}" for kind in KINDS if kind != "processing"),
    *(f"notice-withdrawn-{kind}" for kind in KINDS if kind != "processing"),
    *(f"consents-{state}" for state in ("withdrawn", "accepted", "refused")),
    *(f"copy-{state}" for state in ("withdrawn", "accepted", "refused")),
    *(f"register-{role}-{part}" for role in COLUMNS for part in ("none", "head", "file")),
    *(f"command-{command}" for command in commands.PRIVATE),
    *(f"media-{kind.replace('_', '-')}" for kind in ("voice", "video_note", "sticker", "photo", "document", "other")),
}  # fmt: skip


def _value(name: str) -> Any:
    """Something of the kind that variable gets."""
    if name in ("start", "end", "date", "first", "last") and name == "date":
        return date(2026, 11, 24)
    return 5


def _params(key: str, value: Any = None) -> dict[str, Any]:
    return {name: _value(name) if value is None else value for name in TEXTS[key]}


@pytest.mark.parametrize("key", sorted(PUT_TOGETHER))
def test_keys_that_are_put_together_exist(key: str) -> None:
    assert key in TEXTS


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_formats_with_numbers_words_and_nested_texts(language: str) -> None:
    for key in TEXTS:
        for value in (None, 0, 1, 2, 5, 21, "слово", Raw("x"), say("button-home")):
            shown = LOCALES.html(say(key, **_params(key, value)), language)
            assert shown.strip(), key
            assert "{" not in shown.replace("{page}", "").replace("{pages}", ""), (key, shown)
            assert "\u2068" not in shown


def test_both_languages_say_the_same_with_the_same() -> None:
    english = checks.messages(ROOT, "en")
    assert english == TEXTS
    assert sorted(p.name for p in (HERE / "ru").glob("*.ftl")) == sorted(
        p.name for p in (HERE / "en").glob("*.ftl")
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_is_written_twice(language: str) -> None:
    text = "\n".join(p.read_text(encoding="utf-8") for p in sorted((HERE / language).glob("*.ftl")))
    keys = checks.MESSAGE.findall(text)
    assert sorted(keys) == sorted(set(keys))


def test_every_key_used_exists_and_every_one_is_used() -> None:
    assert checks.texts(ROOT) == []


def test_a_planted_fault_is_found(tmp_path: Path) -> None:
    """A key used and not written, one written and not used, one without its variable in English."""
    for language, body in {"ru": "a-b = { $x }\nunused-key = x\n", "en": "a-b = x\nunused-key = x\n"}.items():
        (tmp_path / "locales" / language).mkdir(parents=True)
        (tmp_path / "locales" / language / "x.ftl").write_text(body)
    (tmp_path / "handlers").mkdir()
    (tmp_path / "handlers" / "x.py").write_text("say('a-b', x=1)\nsay('not-there')\n")
    faults = " ".join(checks.texts(tmp_path))
    for word in ("unused-key", "not-there", "a-b: other variables"):
        assert word in faults


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_fit_a_telephones_button(language: str) -> None:
    for key in TEXTS:
        if key.startswith(("button-", "zone-", "role-", "filter-")) and not TEXTS[key]:
            label = LOCALES.plain(say(key), language)
            assert len(label) <= BUTTON, (key, label)
            assert "<" not in label


@pytest.mark.parametrize("language", LANGUAGES)
def test_markup_is_telegrams_and_closed(language: str) -> None:
    for key in TEXTS:
        shown = LOCALES.html(say(key, **_params(key)), language)
        opened: list[str] = []
        for tag in TAG.finditer(shown):
            assert tag[1] in ALLOWED, (key, tag[0])
            if tag[0].startswith("</"):
                assert opened.pop() == tag[1], key
            else:
                opened.append(tag[1])
        assert not opened, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_toasts_and_commands_keep_their_limits(language: str) -> None:
    for key in TEXTS:
        if key.startswith(("toast-", "error-", "refused-")):
            assert len(LOCALES.plain(say(key, **_params(key)), language)) <= 200, key
        if key.startswith("command-"):
            assert 3 <= len(LOCALES.plain(say(key), language)) <= 256
    assert len(LOCALES.plain(say("bot-description"), language)) <= 512
    assert len(LOCALES.plain(say("bot-short"), language)) <= 120


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_tone_is_calm(language: str) -> None:
    for key in TEXTS:
        shown = LOCALES.plain(say(key, **_params(key)), language)
        assert shown.count("!") <= 2, key
        assert "!!" not in shown


@given(st.text(max_size=60), st.sampled_from(LANGUAGES))
def test_what_people_wrote_is_escaped_once(typed: str, language: str) -> None:
    shown = LOCALES.html(say("name-thanks", name=typed), language)
    assert html.escape(typed) in shown
    assert LOCALES.plain(say("name-thanks", name=typed), language).find(typed) >= 0
    nested = LOCALES.html(
        say("settings-head", school=Raw(typed), name=say("person-nameless"), start="", end="", reminders=""),
        language,
    )
    assert html.escape(typed) in nested


@pytest.mark.parametrize(
    ("language", "shown"), [("ru", "вторник, 24 ноября 2026"), ("en", "Tuesday, 24 November 2026")]
)
def test_moments_are_written_out(language: str, shown: str) -> None:
    found = LOCALES._value(datetime(2026, 11, 24, 15, 30, tzinfo=UTC), language, str)
    assert found.startswith(shown.split(" 2026")[0])
    assert found.endswith("15:30")


@pytest.mark.parametrize(
    ("count", "words"),
    [(1, "1 личная ссылка"), (2, "2 личные ссылки"), (5, "5 личных ссылок"), (21, "21 личная ссылка")],
)
def test_russian_plurals(count: int, words: str) -> None:
    assert words in LOCALES.plain(say("list-done", count=count), "ru")


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("ru", "ru"),
        ("ru-RU", "ru"),
        ("EN", "en"),
        ("en-GB", "en"),
        ("de", "en"),
        ("uk", "ru"),
        ("tt", "ru"),
        ("", "ru"),
        (None, "ru"),
    ],
)
def test_a_telegram_speaks_a_language_of_ours(code: str | None, language: str) -> None:
    assert known(code) == language


def test_a_missing_text_or_value_is_said_loudly() -> None:
    with pytest.raises(MissingText):
        LOCALES.html(say("no-such-key"), "ru")
    with pytest.raises(MissingText):
        LOCALES.html(say("name-thanks"), "ru")
    assert not bundle("ru").has_message("no-such-key")


def test_every_kind_of_media_has_a_word() -> None:
    assert set(MEDIA) >= {"voice", "sticker", "photo", "document", "video_note"}


def test_no_route_is_longer_than_a_button_bears() -> None:
    found = routes()
    assert all(len(name.encode()) <= 20 and ":" not in name for name in found.presses)
