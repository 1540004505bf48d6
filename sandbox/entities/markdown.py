"""MarkdownV2 and the old Markdown, as tdlib reads them (MessageEntity.cpp: do_parse_markdown_v2, parse_markdown).

Offsets in errors are bytes of the UTF-8 source.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sandbox.entities.shape import Entity, ParseFault, byte_at, checked_link, link_user, utf16_len

RESERVED = frozenset("_*[]()~`>#+-=|{}.!\n")
NAMES = {
    "bold": "Bold", "italic": "Italic", "underline": "Underline", "strikethrough": "Strikethrough",
    "spoiler": "Spoiler", "code": "Code", "pre": "Pre", "text_link": "TextUrl", "custom_emoji": "CustomEmoji",
    "blockquote": "BlockQuote",
}  # fmt: skip
MARKS = {
    "bold": "*", "italic": "_", "underline": "__", "strikethrough": "~", "spoiler": "||", "code": "`",
    "pre": "```", "text_link": "]", "custom_emoji": "]",
}  # fmt: skip
# The longer mark first: "__" is an underline, "```" a block.
STARTS = (
    ("```", "pre"), ("`", "code"), ("__", "underline"), ("_", "italic"), ("*", "bold"), ("~", "strikethrough"),
    ("||", "spoiler"), ("![", "custom_emoji"), ("[", "text_link"),
)  # fmt: skip
_PLAIN = re.compile(r"[^_*\[\]()~`>#+\-=|{}.!\n\\]+")
_LANGUAGE = re.compile(r"[^\s`]+(?=\s)")
_NEWLINE = re.compile(r"\r\n|\n\r|\n|\r")
_CUSTOM_EMOJI = re.compile(r"tg://emoji\?id=(\d+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Open:
    kind: str
    value: str
    offset: int
    begin: int
    chunk: int


@dataclass(slots=True)
class _Parser:
    text: str
    at: int = 0
    units: int = 0
    chunks: list[str] = field(default_factory=list)
    open: list[_Open] = field(default_factory=list)
    done: list[Entity] = field(default_factory=list)
    quote: _Open | None = None
    line_start: bool = True

    def put(self, chunk: str) -> None:
        self.chunks.append(chunk)
        self.units += utf16_len(chunk)
        self.at += len(chunk)
        self.line_start = False

    def run(self) -> None:
        while self.at < len(self.text):
            self.step()
        self.end_quote()
        if self.open:
            last = self.open[-1]
            place = byte_at(self.text, last.begin)
            raise ParseFault(f"Can't find end of {NAMES[last.kind]} entity at byte offset {place}")

    def step(self) -> None:
        char = self.text[self.at]
        if char == "\\" and "\0" < self.text[self.at + 1 : self.at + 2] <= "\x7e":
            self.at += 1
            self.put(self.text[self.at])
        elif plain := _PLAIN.match(self.text, self.at):
            self.put(plain[0])
        elif not self.special(char):
            self.put(char)
        elif not self.end_of_entity():
            self.begin_entity(char)

    def special(self, char: str) -> bool:
        """Inside code only the back-tick means something."""
        if self.open and self.open[-1].kind in ("code", "pre"):
            return char == "`"
        return char in RESERVED

    def end_of_entity(self) -> bool:
        if not self.open:
            return False
        last = self.open[-1]
        if not self.text.startswith(MARKS[last.kind], self.at) or self._longer(last.kind):
            return False
        self.at += len(MARKS[last.kind])
        self.open.pop()
        self.close(last)
        self.line_start = False
        return True

    def _longer(self, kind: str) -> bool:
        return kind == "italic" and self.text.startswith("__", self.at)

    def begin_entity(self, char: str) -> None:
        if char == "\n":
            self.newline()
        elif char == ">" and self.line_start:
            self.begin_quote()
        elif self._ends_expandable():
            self.end_quote(expandable=True)
        else:
            self.begin_styled(char)

    def begin_styled(self, char: str) -> None:
        kind = next((kind for mark, kind in STARTS if self.text.startswith(mark, self.at)), None)
        if kind is None:
            raise ParseFault(f"Character '{char}' is reserved and must be escaped with the preceding '\\'")
        begin = self.at
        self.at += next(len(mark) for mark, named in STARTS if named == kind)
        language = self.language() if kind == "pre" else ""
        self.open.append(_Open(kind, language, self.units, begin, len(self.chunks)))
        self.line_start = False

    def language(self) -> str:
        found = _LANGUAGE.match(self.text, self.at)
        self.at = found.end() if found else self.at
        newline = _NEWLINE.match(self.text, self.at)
        self.at = newline.end() if newline else self.at
        return found[0] if found else ""

    def newline(self) -> None:
        if self.quote and not self.text.startswith(">", self.at + 1):
            self.end_quote()
        self.put("\n")
        self.line_start = True

    def begin_quote(self) -> None:
        self.at += 1
        self.line_start = False
        if self.quote is None:
            self.quote = _Open("blockquote", "", self.units, self.at - 1, len(self.chunks))

    def _ends_expandable(self) -> bool:
        """`||` at the end of the quote's last line makes it expandable."""
        if self.quote is None or self.open or not self.text.startswith("||", self.at):
            return False
        rest = self.text[self.at + 2 : self.at + 4]
        return rest == "" or (rest[0] == "\n" and rest[1:] != ">")

    def end_quote(self, expandable: bool = False) -> None:
        quote, self.quote = self.quote, None
        if quote is None:
            return
        self.at += 2 * expandable
        kind = "expandable_blockquote" if expandable else "blockquote"
        self.done.append(Entity(kind, quote.offset, self.units - quote.offset))

    def close(self, opened: _Open) -> None:
        length = self.units - opened.offset
        if opened.kind in ("text_link", "custom_emoji"):
            self.link(opened, length)
        elif length:
            self.done.append(Entity(opened.kind, opened.offset, length, opened.value))

    def link(self, opened: _Open, length: int) -> None:
        url = self.address() if self.text.startswith("(", self.at) else "".join(self.chunks[opened.chunk :])
        entity = _linked(opened.kind, url, opened.offset, length)
        if entity and length:
            self.done.append(entity)

    def address(self) -> str:
        begin = self.at = self.at + 1
        url: list[str] = []
        while self.at < len(self.text) and self.text[self.at] != ")":
            escaped = self.text[self.at] == "\\" and "\0" < self.text[self.at + 1 : self.at + 2] <= "\x7e"
            self.at += escaped
            url.append(self.text[self.at])
            self.at += 1
        if self.at >= len(self.text):
            raise ParseFault(f"Can't find end of a URL at byte offset {byte_at(self.text, begin)}")
        self.at += 1
        return "".join(url)


def _linked(kind: str, url: str, offset: int, length: int) -> Entity | None:
    if kind == "custom_emoji":
        found = _CUSTOM_EMOJI.fullmatch(url)
        if not found:
            raise ParseFault("Custom emoji entity must contain a tg://emoji URL")
        return Entity(kind, offset, length, found[1])
    user = link_user(url)
    if user:
        return Entity("text_mention", offset, length, str(user))
    checked = checked_link(url)
    return Entity("text_link", offset, length, checked) if checked else None


def parse_markdown_v2(text: str) -> tuple[str, list[Entity]]:
    """Plain text and its entities (unsorted); ParseFault with Telegram's words."""
    parser = _Parser(text)
    parser.run()
    return "".join(parser.chunks), parser.done


_OLD = {"*": "bold", "_": "italic", "`": "code", "[": "text_link"}


def parse_markdown(text: str) -> tuple[str, list[Entity]]:
    """The old Markdown: no nesting, only `_ * ` [` can be escaped."""
    out: list[str] = []
    entities: list[Entity] = []
    at = 0
    while at < len(text):
        char = text[at]
        if char == "\\" and text[at + 1 : at + 2] in ("_", "*", "`", "["):
            out.append(text[at + 1])
            at += 2
        elif char in _OLD:
            at = _old_entity(text, at, out, entities)
        else:
            out.append(char)
            at += 1
    return "".join(out), entities


def _old_entity(text: str, at: int, out: list[str], entities: list[Entity]) -> int:
    block = text.startswith("```", at)
    mark = "```" if block else {"[": "]"}.get(text[at], text[at])
    start = at + (3 if block else 1)
    end = text.find(mark, start)
    if end < 0:
        raise ParseFault(f"Can't find end of the entity starting at byte offset {byte_at(text, at)}")
    offset = sum(utf16_len(chunk) for chunk in out)
    kind, inner, language = _old_inner(text[start:end], _OLD[text[at]], block)
    out.append(inner)
    url, after = _old_address(text, end + len(mark), inner) if kind == "text_link" else ("", end + len(mark))
    entity = _linked(kind, url, offset, utf16_len(inner or "")) if url else None
    if kind != "text_link" and inner:
        entity = Entity(kind, offset, utf16_len(inner), language)
    entities.extend([entity] if entity and inner else [])
    return after


def _old_inner(inner: str, kind: str, block: bool) -> tuple[str, str, str]:
    if not block:
        return kind, inner, ""
    found = _LANGUAGE.match(inner)
    language = found[0] if found else ""
    return (
        "pre",
        _NEWLINE.sub("", inner[len(language) :], count=1) if language or inner[:1] in "\r\n" else inner,
        language,
    )


def _old_address(text: str, at: int, inner: str) -> tuple[str, int]:
    if not text.startswith("(", at):
        return inner, at
    end = text.find(")", at)
    return (text[at + 1 : end], end + 1) if end > 0 else (text[at + 1 :], len(text))
