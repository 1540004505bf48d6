"""Screens as the Bot API takes them: escaped, within the limits that count UTF-16 units."""

from __future__ import annotations

import html
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.render import Renderer, cut
from handlers.screens import Attachment, Draft, Reply, Screen, pager, press
from locales import Locales
from mentoring.notices.rules import Audience, Notice, NoticeButton, Priority, Privacy
from mentoring.texts import Raw, say

RENDERER = Renderer(Locales())


def units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(st.text(), st.integers(2, 300))
def test_a_cut_counts_as_telegram_does_and_never_halves_a_character(text: str, limit: int) -> None:
    found = cut(text, limit)
    assert units(found) <= limit
    assert found.encode() is not None, "whole characters only"
    if units(text) <= limit:
        assert found == text
    else:
        assert found.endswith("…")
        assert text.startswith(found[:-1])


def test_emoji_are_two_units() -> None:
    assert cut("😀" * 5, 10) == "😀" * 5
    assert cut("😀" * 6, 10) == "😀" * 4 + "…"


@given(st.text(max_size=200))
def test_what_people_wrote_is_shown_as_typed(text: str) -> None:
    shown = RENDERER.text((Raw(text), say("name-thanks", name=text)), "ru")
    assert "<" not in shown
    assert html.unescape(shown).startswith(text) or "&" in text
    assert html.escape(text) in shown


def test_buttons_and_toasts_are_plain_and_short() -> None:
    screen = Draft([Raw("x")]).row(press("<b>&</b> " + "😀" * 100, "home")).screen()
    (row,) = json.loads(RENDERER.reply(Reply((screen,)), "ru", 7, 1, None)[0].payload)["reply_markup"][
        "inline_keyboard"
    ]
    assert row[0]["text"].startswith("<b>&</b> ")
    assert units(row[0]["text"]) <= 64
    assert units(RENDERER.toast(Raw("й" * 500), "ru")) == 200


def _reply(*screens: Screen, message: int | None = 5) -> list[tuple[str, dict[str, object]]]:
    found = RENDERER.reply(Reply(screens), "ru", 7, 1, message)
    return [(one.method, json.loads(one.payload)) for one in found]


def test_the_first_screen_takes_the_pressed_messages_place_the_others_follow() -> None:
    one, two = Draft([Raw("1")]).screen(), Draft([Raw("2")]).screen()
    assert [method for method, _ in _reply(one, two)] == ["editMessageText", "sendMessage"]
    assert _reply(one)[0][1]["message_id"] == 5
    assert _reply(Draft([Raw("1")]).screen(fresh=True))[0][0] == "sendMessage"
    assert _reply(one, message=None)[0][0] == "sendMessage"


def test_files_and_pictures_are_always_new() -> None:
    made = [Screen((Raw("x"),), file=Attachment("a", b"1", picture=p)) for p in (True, False)]
    found = _reply(*made)
    assert [method for method, _ in found] == ["sendPhoto", "sendDocument"]
    assert all(body["caption"] == "x" and "text" not in body for _, body in found)


def test_a_notice_carries_its_key_audience_and_is_silent_for_staff() -> None:
    button = (NoticeButton(say("button-home"), "home"),)
    quiet = Notice(3, "k", Raw("<x>"), button, audience=Audience.CURATOR, privacy=Privacy.NAMED)
    made = RENDERER.notice(quiet, "ru", 7)
    body = json.loads(made.payload)
    assert (made.key, made.audience, made.privacy, made.person_id) == ("k", "curator", "named", 3)
    assert body["text"] == "&lt;x&gt;"
    assert body["disable_notification"] is True
    assert body["reply_markup"]["inline_keyboard"][0][0]["callback_data"] == "home"
    loud = RENDERER.notice(Notice(3, "k", Raw("x"), priority=Priority.REPLY), "ru", 7)
    assert not json.loads(loud.payload).get("disable_notification")


def test_links_are_links_and_empty_rows_vanish() -> None:
    from handlers.screens import Button

    screen = Screen((Raw("x"),), ((), (Button(Raw("l"), url="https://t.me/x"),)))
    rows = json.loads(RENDERER.reply(Reply((screen,)), "ru", 7, 1, None)[0].payload)["reply_markup"][
        "inline_keyboard"
    ]
    assert rows == [[{"text": "l", "url": "https://t.me/x"}]]


@pytest.mark.parametrize(
    ("number", "pages", "data"), [(0, 1, []), (0, 3, ["p:1"]), (1, 3, ["p:0", "p:2"]), (2, 3, ["p:1"])]
)
def test_arrows_lead_where_there_is_something(number: int, pages: int, data: list[str]) -> None:
    assert [button.data for button in pager(number, pages, "p")] == data


def test_no_message_is_longer_than_telegram_takes() -> None:
    """A caption with what a curator pasted in it would be refused, and the file with it."""
    renderer = Renderer(Locales())
    long = Raw("я&" * 3000)
    text, mode = renderer.fitting((say("list-nobody"), long, long), "ru", 1024)
    assert text.startswith("Пригласить никого не получилось")
    assert text.endswith("…")
    assert mode == {"parse_mode": "HTML"}
    cut_short, plain = renderer.fitting((long,), "ru", 4096)
    assert (units(cut_short), plain) == (4096, {})
    assert renderer.fitting((Raw("<b>&"),), "ru", 4096) == ("&lt;b&gt;&amp;", {"parse_mode": "HTML"})
