"""MarkdownV2, the old Markdown, stated entities, and what Telegram finds by itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.entities.format import formatted, spoken
from sandbox.entities.markdown import RESERVED, parse_markdown_v2
from sandbox.entities.shape import ParseFault, utf16_len
from sandbox.errors import ApiError


def made(text, mode="MarkdownV2", stated=None):
    return formatted(text, mode, stated, lambda user: {"id": user})


def kinds(found):
    return [(one["type"], one["offset"], one["length"]) for one in found.entities]


@pytest.mark.parametrize(
    ("source", "entity"),
    [
        ("*x*", {"type": "bold"}), ("_x_", {"type": "italic"}), ("__x__", {"type": "underline"}),
        ("~x~", {"type": "strikethrough"}), ("||x||", {"type": "spoiler"}), ("`x`", {"type": "code"}),
        ("```\nx```", {"type": "pre"}), ("```py\nx```", {"type": "pre", "language": "py"}),
        ("[x](http://ya.ru/)", {"type": "text_link", "url": "http://ya.ru/"}),
        ("[x](tg://user?id=9)", {"type": "text_mention", "user": {"id": 9}}),
        ("![x](tg://emoji?id=53)", {"type": "custom_emoji", "custom_emoji_id": "53"}),
        (">x", {"type": "blockquote"}), (">x||", {"type": "expandable_blockquote"}),
    ],
)  # fmt: skip
def test_every_mark(source, entity):
    assert made(source).text == "x"
    assert made(source).entities == [{"offset": 0, "length": 1, **entity}]


@pytest.mark.parametrize(
    ("source", "error"),
    [
        ("Готово.", "Character '.' is reserved and must be escaped with the preceding '\\'"),
        ("1 - 2", "Character '-' is reserved and must be escaped with the preceding '\\'"),
        ("a|b", "Character '|' is reserved and must be escaped with the preceding '\\'"),
        ("ура!", "Character '!' is reserved and must be escaped with the preceding '\\'"),
        ("я*x", "Can't find end of Bold entity at byte offset 2"),
        ("__x", "Can't find end of Underline entity at byte offset 0"),
        ("`x", "Can't find end of Code entity at byte offset 0"),
        ("[x](y", "Can't find end of a URL at byte offset 4"),
        ("![x](y)", "Custom emoji entity must contain a tg://emoji URL"),
    ],
)
def test_errors_are_verbatim(source, error):
    with pytest.raises(ApiError) as raised:
        made(source)
    assert raised.value.description == f"Bad Request: can't parse entities: {error}"


def test_blocks_of_quotes_and_nesting():
    found = made(">*a*\n>b\nc")
    assert found.text == "a\nb\nc"
    assert kinds(found) == [("blockquote", 0, 3), ("bold", 0, 1)]
    assert kinds(made("*a _b_*")) == [("bold", 0, 3), ("italic", 2, 1)]


@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_escaped_text_comes_back_as_it_was(text):
    escaped = "".join("\\" + char if char in RESERVED - {"\n"} or char == "\\" else char for char in text)
    assert parse_markdown_v2(escaped) == (text, [])


@given(st.text(st.sampled_from("*_~|`[]()!>\\\n.abя😀"), max_size=30))
def test_rubbish_is_parsed_or_refused(text):
    try:
        plain, entities = parse_markdown_v2(text)
    except ParseFault:
        return
    assert all(one.offset >= 0 and one.end <= utf16_len(plain) for one in entities)


def test_old_markdown():
    found = made("*b* _i_ `c` [l](http://ya.ru/) \\_ ```py\nx```", "Markdown")
    assert found.text == "b i c l _ x"
    assert [kind for kind, *_ in kinds(found)] == ["bold", "italic", "code", "text_link", "pre"]
    with pytest.raises(ApiError, match="end of the entity starting at byte offset 2"):
        made("a _b", "Markdown")


def test_stated_entities_are_kept_and_others_dropped():
    stated = [
        {"type": "bold", "offset": 0, "length": 2},
        {"type": "bot_command", "offset": 0, "length": 2},
        {"type": "italic", "offset": 1, "length": 9},
    ]
    assert kinds(made("😀a", "", stated)) == [("bold", 0, 2)]


def test_unknown_mode():
    with pytest.raises(ApiError, match="unsupported parse_mode"):
        made("x", "BBCode")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/start abc", [("bot_command", 0, 6)]),
        ("/start@uchitel_demo_bot x", [("bot_command", 0, 23)]),
        ("см. https://t.me/x?start=a_b-c.", [("url", 4, 26)]),
        ("(https://ya.ru/a_(b))", [("url", 1, 19)]),
        ("😀 school.ru и #наставник", [("url", 3, 9), ("hashtag", 15, 10)]),
        ("пишите a.b@school.ru!", [("email", 7, 13)]),
        ("@kate_morozova привет", [("mention", 0, 14)]),
        ("и/или 1/2, 5.30, т.е.", []),
        ("#1 http://", []),
    ],
)
def test_found_by_itself(text, expected):
    assert kinds(spoken(text)) == expected


def test_lone_surrogates_are_refused():
    with pytest.raises(ApiError, match="strings must be encoded in UTF-8"):
        made("\ud83d", "")
