"""Telegram's HTML, with the errors and offsets of the real parser."""

import re
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.entities.format import formatted
from sandbox.entities.html import TAGS, parse_html
from sandbox.entities.shape import Entity, ParseFault, tidy, to_index, utf16_len
from sandbox.errors import ApiError


def html(text):
    return formatted(text, "HTML", None, lambda user: {"id": user} if user < 100 else None)


def kinds(text):
    return [(one["type"], one["offset"], one["length"]) for one in html(text).entities]


@pytest.mark.parametrize(
    ("tag", "kind"),
    [
        ("b", "bold"), ("strong", "bold"), ("i", "italic"), ("em", "italic"), ("u", "underline"),
        ("ins", "underline"), ("s", "strikethrough"), ("strike", "strikethrough"), ("del", "strikethrough"),
        ("tg-spoiler", "spoiler"), ("code", "code"), ("pre", "pre"), ("blockquote", "blockquote"),
    ],
)  # fmt: skip
def test_every_plain_tag(tag, kind):
    assert kinds(f"до <{tag}>слово</{tag.upper()}>") == [(kind, 3, 5)]


@pytest.mark.parametrize(
    ("source", "entity"),
    [
        ('<span class="tg-spoiler">x</span>', {"type": "spoiler"}),
        ("<blockquote expandable>x</blockquote>", {"type": "expandable_blockquote"}),
        ('<pre><code class="language-python">x</code></pre>', {"type": "pre", "language": "python"}),
        ('<code class="language-python">x</code>', {"type": "code"}),
        ('<a href="https://ya.ru/?a=1&amp;b=2">x</a>', {"type": "text_link", "url": "https://ya.ru/?a=1&b=2"}),
        ("<a href='ya.ru'>x</a>", {"type": "text_link", "url": "http://ya.ru/"}),
        ('<a href="tg://user?id=7">x</a>', {"type": "text_mention", "user": {"id": 7}}),
        ('<tg-emoji emoji-id="5368">x</tg-emoji>', {"type": "custom_emoji", "custom_emoji_id": "5368"}),
        ('<tg-time unix="1700000000">x</tg-time>', {"type": "date_time", "unix_time": 1700000000}),
    ],
)
def test_tags_with_attributes(source, entity):
    assert html(source).entities == [{"offset": 0, "length": 1, **entity}]


@pytest.mark.parametrize(
    "source", ['<a href="javascript:alert(1)">x</a>', '<a href="tg://user?id=700">x</a>', "<b></b>x"]
)
def test_entities_that_silently_go(source):
    assert html(source).text == "x"
    assert html(source).entities == []


@pytest.mark.parametrize(
    ("source", "error"),
    [
        ("<div>x</div>", 'Unsupported start tag "div" at byte offset 0'),
        ("тест <br>", 'Unsupported start tag "br" at byte offset 9'),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("я<b", "Unclosed start tag at byte offset 2"),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<a href ", 'Unclosed start tag "a" at byte offset 0'),
        ("<b =1>x</b>", 'Empty attribute name in the tag "b" at byte offset 0'),
        ("<a href=a,b>x</a>", "Unexpected end of name token at byte offset 8"),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ('<span class="x">y</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("😀<i>", 'Can\'t find end tag corresponding to start tag "i"'),
        ("😀<x>", 'Unsupported start tag "x" at byte offset 4'),
    ],
)
def test_errors_are_verbatim(source, error):
    with pytest.raises(ApiError) as raised:
        html(source)
    assert raised.value.description == f"Bad Request: can't parse entities: {error}"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("a & b", "a & b"), ("&nbsp;x", "&nbsp;x"), ("&lt;b&gt;&amp;&quot;", '<b>&"'), ("&#1103;&#x44f;", "яя"),
        ("&lt b", "< b"), ("AT&T", "AT&T"), ("&#0;x", "&#0;x"), ("x&", "x&"), ("a > b", "a > b"),
        ("  <b>x</b>  ", "x"), ("a\r\nb\tc", "a\nb c"),
    ],
)  # fmt: skip
def test_text_after_parsing(source, text):
    assert html(source).text == text


def test_offsets_are_utf16_units():
    assert kinds("😀<b>x😀</b> <i>я</i>") == [("bold", 2, 3), ("italic", 6, 1)]


def test_nesting_and_code():
    """Styles nest; nothing lives inside code, so bold goes around it."""
    assert kinds("<b>a<i>b</i></b>") == [("bold", 0, 2), ("italic", 1, 1)]
    assert kinds("<b>a<code>b</code>c</b>") == [("bold", 0, 1), ("code", 1, 1), ("bold", 2, 1)]
    assert kinds("<b>a</b><b>b</b>") == [("bold", 0, 2)]
    assert kinds("<blockquote>a <b>b</b></blockquote>") == [("blockquote", 0, 3), ("bold", 2, 1)]


def test_found_entities_stand_beside_stated_ones():
    assert kinds("<b>/start</b> <code>/no</code> @uchitel_bot") == [
        ("bot_command", 0, 6), ("bold", 0, 6), ("code", 7, 3), ("mention", 11, 12),
    ]  # fmt: skip


@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_escaped_text_comes_back_as_it_was(text):
    """Whatever a person calls themselves shows as typed once it is escaped."""
    plain, entities = parse_html(escape(text, quote=False))
    assert plain == text
    assert entities == []


nested = st.recursive(
    st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=8).map(lambda text: (text, [])),
    lambda inner: st.tuples(
        st.sampled_from(["b", "i", "u", "s", "tg-spoiler"]), st.lists(inner, min_size=1, max_size=3)
    ),
    max_leaves=12,
)


def source_of(tree):
    name, children = tree
    return f"<{name}>{''.join(map(source_of, children))}</{name}>" if children else escape(name, quote=False)


def text_of(tree):
    name, children = tree
    return "".join(map(text_of, children)) if children else name


def spans_of(tree, at=0):
    name, children = tree
    if not children:
        return []
    found = [Entity(TAGS[name], at, utf16_len(text_of(tree)))]
    for child in children:
        found += spans_of(child, at)
        at += utf16_len(text_of(child))
    return found


@given(nested)
def test_any_nesting_gives_the_text_and_the_places(tree):
    plain, entities = parse_html(source_of(tree))
    assert plain == text_of(tree)
    assert sorted(map(repr, entities)) == sorted(map(repr, spans_of(tree)))


@given(nested)
def test_tidied_entities_cover_the_same_units(tree):
    """Joining and sorting changes how many entities there are, not which unit is bold."""
    entities = spans_of(tree)
    covered = {(one.type, unit) for one in entities for unit in range(one.offset, one.end)}
    made = tidy(entities)
    assert {(one.type, unit) for one in made for unit in range(one.offset, one.end)} == covered
    assert [one.offset for one in made] == sorted(one.offset for one in made)
    for kind in {one.type for one in made}:
        ends = [(one.offset, one.end) for one in made if one.type == kind]
        assert all(before[1] < after[0] for before, after in zip(ends, ends[1:], strict=False))


@settings(max_examples=300)
@given(st.text(st.sampled_from("<>/&;#\"'= abiя😀\n-xp"), max_size=40))
def test_rubbish_is_parsed_or_refused_with_a_place(text):
    try:
        plain, entities = parse_html(text)
    except ParseFault as fault:
        places = re.findall(r"byte offset (\d+)", str(fault))
        assert all(int(place) <= len(text.encode()) for place in places)
        return
    assert all(one.offset >= 0 and one.end <= utf16_len(plain) for one in entities)


@given(st.text(st.characters(exclude_categories=("Cs",))), st.data())
def test_utf16_arithmetic_agrees_with_the_codec(text, data):
    assert utf16_len(text) == len(text.encode("utf-16-le")) // 2
    index = data.draw(st.integers(0, len(text)))
    assert to_index(text, utf16_len(text[:index])) == index
