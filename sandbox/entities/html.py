"""Telegram's HTML: a small language of its own, not HTML (a bare & is legal, a bare < is not).

Source: https://core.telegram.org/bots/api#html-style; tdlib MessageEntity.cpp (do_parse_html). Offsets in errors
are bytes of the UTF-8 source.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sandbox.entities.shape import Entity, ParseFault, byte_at, checked_link, link_user, utf16_len

TAGS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "span": "spoiler",
    "tg-spoiler": "spoiler", "tg-emoji": "custom_emoji", "tg-time": "date_time", "a": "text_link",
    "code": "code", "pre": "pre", "blockquote": "blockquote",
}  # fmt: skip
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
SPACE = " \t\r\n\v\f\0"
_SPECIAL = re.compile(r"[<&]")
_REFERENCE = re.compile(r"&(?:#x([0-9A-Fa-f]+)|#([0-9]+)|([A-Za-z]+));?")
_TAG_END = re.compile(rf"[{SPACE}>]")
_ATTRIBUTE = re.compile(rf"[^{SPACE}=>/\"']*")
_SPACES = re.compile(rf"[{SPACE}]*")
_NAME_TOKEN = re.compile(r"[A-Za-z0-9.\-]*")
# (tag, attribute) -> the prefix of the value that is taken off; the rest becomes the tag's argument.
_ARGUMENTS = {
    ("a", "href"): "", ("code", "class"): "language-", ("span", "class"): "tg-", ("tg-emoji", "emoji-id"): "",
    ("tg-time", "unix"): "",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Open:
    tag: str
    argument: str
    offset: int
    chunk: int


def decode_reference(text: str, at: int) -> tuple[str, int]:
    """The character a reference at `at` stands for and where it ends; ("", at) when it stands for itself."""
    found = _REFERENCE.match(text, at)
    if not found:
        return "", at
    char = NAMED.get(found[3], "") if found[3] else _numbered(found)
    return (char, found.end()) if char else ("", at)


def _numbered(found: re.Match[str]) -> str:
    code = int(found[1], 16) if found[1] else int(found[2])
    too_long = found.end() - found.start() - found[0].endswith(";") >= 10
    if code == 0 or code >= 0x10FFFF or too_long or 0xD800 <= code <= 0xDFFF:
        return ""
    return chr(code)


@dataclass(slots=True)
class _Parser:
    text: str
    at: int = 0
    units: int = 0
    chunks: list[str] = field(default_factory=list)
    open: list[_Open] = field(default_factory=list)
    done: list[Entity] = field(default_factory=list)

    def fault(self, words: str, at: int) -> ParseFault:
        return ParseFault(f"{words} at byte offset {byte_at(self.text, at)}")

    def run(self) -> None:
        while self.at < len(self.text):
            self.step()
        if self.open:
            raise ParseFault(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')

    def step(self) -> None:
        char = self.text[self.at]
        if char == "<":
            self.tag()
        elif char == "&":
            decoded, end = decode_reference(self.text, self.at)
            self.put(decoded or "&")
            self.at = end if decoded else self.at + 1
        else:
            found = _SPECIAL.search(self.text, self.at)
            end = found.start() if found else len(self.text)
            self.put(self.text[self.at : end])
            self.at = end

    def put(self, chunk: str) -> None:
        self.chunks.append(chunk)
        self.units += utf16_len(chunk)

    def tag(self) -> None:
        begin = self.at
        if self.text.startswith("</", begin):
            self.end_tag(begin)
        else:
            self.start_tag(begin)

    def peek(self) -> str:
        """The character at hand; an empty string past the end."""
        return self.text[self.at : self.at + 1]

    def skip_space(self) -> None:
        found = _SPACES.match(self.text, self.at)
        self.at = found.end() if found else self.at

    def start_tag(self, begin: int) -> None:
        found = _TAG_END.search(self.text, begin + 1)
        if not found:
            raise self.fault("Unclosed start tag", begin)
        tag = self.text[begin + 1 : found.start()].lower()
        if tag not in TAGS:
            raise self.fault(f'Unsupported start tag "{tag}"', begin)
        self.at = found.start()
        argument = self.attributes(tag, begin)
        if tag == "span" and argument != "spoiler":
            raise self.fault('Tag "span" must have class "tg-spoiler"', begin)
        self.at += 1
        self.open.append(_Open(tag, argument, self.units, len(self.chunks)))

    def attributes(self, tag: str, begin: int) -> str:
        argument = ""
        while self.peek() != ">":
            self.skip_space()
            if self.peek() == ">":
                break
            name, value = self.attribute(tag, begin)
            argument = _argument(tag, name, value, argument)
        return argument

    def attribute(self, tag: str, begin: int) -> tuple[str, str]:
        found = _ATTRIBUTE.match(self.text, self.at)
        name = found[0] if found else ""
        if not name and self.peek():
            raise self.fault(f'Empty attribute name in the tag "{tag}"', begin)
        self.at += len(name)
        self.skip_space()
        self.need_more(tag, begin)
        if self.peek() != "=":
            return name, ""
        self.at += 1
        self.skip_space()
        self.need_more(tag, begin)
        value = self.value(begin)
        return name, value

    def need_more(self, tag: str, begin: int) -> None:
        if not self.peek():
            raise self.fault(f'Unclosed start tag "{tag}"', begin)

    def value(self, begin: int) -> str:
        quote = self.peek()
        value = self.quoted(quote) if quote in "'\"" else self.name_token()
        if not self.peek():
            raise self.fault("Unclosed start tag", begin)
        return value

    def name_token(self) -> str:
        start = self.at
        found = _NAME_TOKEN.match(self.text, start)
        self.at = found.end() if found else start
        if self.peek() and self.peek() not in SPACE + ">":
            raise self.fault("Unexpected end of name token", start)
        return self.text[start : self.at].lower()

    def quoted(self, quote: str) -> str:
        self.at += 1
        value: list[str] = []
        while self.peek() and self.peek() != quote:
            decoded, end = decode_reference(self.text, self.at) if self.peek() == "&" else ("", self.at)
            value.append(decoded or self.peek())
            self.at = end if decoded else self.at + 1
        self.at += 1
        return "".join(value)

    def end_tag(self, begin: int) -> None:
        if not self.open:
            raise self.fault("Unexpected end tag", begin)
        found = _TAG_END.search(self.text, begin + 2)
        self.at = found.start() if found else len(self.text)
        name = self.text[begin + 2 : self.at].lower()
        self.skip_space()
        if self.peek() != ">":
            raise self.fault("Unclosed end tag", begin)
        self.at += 1
        tag = self.open[-1].tag
        if name and name != tag:
            place = byte_at(self.text, begin)
            raise ParseFault(f'Unmatched end tag at byte offset {place}, expected "</{tag}>", found "</{name}>"')
        self.close(self.open.pop())

    def close(self, opened: _Open) -> None:
        length = self.units - opened.offset
        if length <= 0:
            return
        if opened.tag == "a":
            self.link(opened, length)
        elif opened.tag in ("pre", "code"):
            self.code(opened, length)
        else:
            self.done.append(Entity(_styled(opened), opened.offset, length, opened.argument))

    def link(self, opened: _Open, length: int) -> None:
        url = opened.argument or "".join(self.chunks[opened.chunk :])
        user = link_user(url)
        if user:
            self.done.append(Entity("text_mention", opened.offset, length, str(user)))
        elif checked := checked_link(url):
            self.done.append(Entity("text_link", opened.offset, length, checked))

    def code(self, opened: _Open, length: int) -> None:
        """<pre><code class="language-x"> around the same text is one block with a language."""
        last = self.done[-1] if self.done else None
        same = last and last.type in ("pre", "code") and (last.offset, last.length) == (opened.offset, length)
        if last and same and last.type != opened.tag and (language := last.value or opened.argument):
            self.done[-1] = Entity("pre", opened.offset, length, language)
        else:
            self.done.append(Entity(opened.tag, opened.offset, length, opened.argument))


def _argument(tag: str, name: str, value: str, before: str) -> str:
    if (tag, name) == ("blockquote", "expandable"):
        return "1"
    prefix = _ARGUMENTS.get((tag, name))
    if prefix is None or not value.startswith(prefix):
        return before
    return value[len(prefix) :]


def _styled(opened: _Open) -> str:
    kind = TAGS[opened.tag]
    return "expandable_blockquote" if kind == "blockquote" and opened.argument else kind


def parse_html(text: str) -> tuple[str, list[Entity]]:
    """Plain text and its entities (unsorted); ParseFault with Telegram's words."""
    parser = _Parser(text)
    parser.run()
    return "".join(parser.chunks), parser.done
