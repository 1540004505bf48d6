"""What a template may say: known placeholders, rows of known lists, and whether something is there. No more.

A template comes from a school, so it is data: no call, no filter, no arithmetic, no name that is not on the list,
no list within a list. The same environment checks a template and fills it, so what was never checked never runs.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment

Vocabulary = Mapping[str, frozenset[str]]
_TAGS = re.compile(r"{{.*?}}|{%.*?%}|{#.*?#}", re.DOTALL)
_XML = re.compile(r"<[^>]*>")
_SHOWN = 60
_NEAR = 0.6


@dataclass(frozen=True, slots=True)
class TemplateFault:
    """One thing that is wrong with a template: a key for the words and its parameters, all texts.

    Keys: `file-empty`, `file-too-big` (megabytes), `file-broken`, `file-encrypted`, `file-nested`,
    `file-unpacks-too-big` (megabytes), `template-not-word`, `template-old-word`, `template-macros`,
    `template-outside` (what), `template-too-heavy`, `template-unknown` (name), `template-meant` (name, meant),
    `template-outside-rows` (name, list), `template-forbidden` (text), `template-syntax` (text),
    `template-misses` (name).
    """

    key: str
    params: Mapping[str, str] = field(default_factory=dict)


class Refused(Exception):
    """A template with faults was to be filled."""

    def __init__(self, faults: list[TemplateFault]) -> None:
        super().__init__("a template with faults")
        self.faults = faults


class TemplateEnvironment(SandboxedEnvironment):
    """Collects the faults of every piece it is given, and replaces a faulty piece by its text without tags."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined)
        self.globals.clear()
        self.vocabulary = vocabulary
        self.faults: list[TemplateFault] = []
        self.named: set[str] = set()

    def from_string(self, source: Any, *_: Any, **__: Any) -> Template:
        found = list(self._faults(str(source)))
        self.faults += [one for place, one in enumerate(found) if one not in (*self.faults, *found[:place])]
        return super().from_string(_TAGS.sub("", str(source)) if found else source)

    def _faults(self, source: str) -> Iterator[TemplateFault]:
        try:
            tree = self.parse(source)
        except TemplateSyntaxError as error:
            yield TemplateFault("template-syntax", {"text": _line(source, error.lineno)})
            return
        except RecursionError:
            yield TemplateFault("template-too-heavy")
            return
        yield from _Reader(self.vocabulary, self.named).body(tree.body, {})


def _line(source: str, number: int) -> str:
    lines = source.splitlines()
    text = lines[min(number, len(lines)) - 1] if lines else ""
    tags = _TAGS.findall(text)
    return shown(tags[-1] if tags else text)


def shown(text: str) -> str:
    """A piece of a template as it reads in Word, short enough for a message."""
    plain = " ".join(_XML.sub(" ", text).split())
    return plain if len(plain) <= _SHOWN else plain[: _SHOWN - 1] + "…"


@dataclass(frozen=True, slots=True)
class _Reader:
    """Walks a parsed template; `rows` are the loop's variable with the list it runs over."""

    vocabulary: Vocabulary
    named: set[str]

    def body(self, body: list[nodes.Node], rows: Mapping[str, str]) -> Iterator[TemplateFault]:
        for node in body:
            match node:
                case nodes.Output(nodes=parts):
                    for part in parts:
                        yield from self.value(part, rows)
                case nodes.If():
                    yield from self.condition(node, rows)
                case nodes.For():
                    yield from self.loop(node, rows)
                case _:
                    yield _forbidden(node)

    def condition(self, node: nodes.If, rows: Mapping[str, str]) -> Iterator[TemplateFault]:
        test = node.test.node if isinstance(node.test, nodes.Not) else node.test
        yield from self.value(test, rows, listed=True)
        yield from self.body(node.body, rows)
        yield from self.body(list(node.elif_), rows)
        yield from self.body(node.else_, rows)

    def loop(self, node: nodes.For, rows: Mapping[str, str]) -> Iterator[TemplateFault]:
        simple = isinstance(node.target, nodes.Name) and isinstance(node.iter, nodes.Name)
        if not simple or rows or node.test or node.recursive:
            yield TemplateFault("template-forbidden", {"text": "for"})
            return
        listed, variable = node.iter.name, node.target.name  # type: ignore[attr-defined]
        if not self.vocabulary.get(listed):
            yield self.unknown(listed, [name for name, fields in self.vocabulary.items() if fields])
            return
        self.named.add(listed)
        yield from self.body(node.body, {variable: listed})
        yield from self.body(node.else_, rows)

    def value(self, node: nodes.Node, rows: Mapping[str, str], *, listed: bool = False) -> Iterator[TemplateFault]:
        match node:
            case nodes.TemplateData():
                pass
            case nodes.Name(name=name):
                yield from self.plain(name, rows, listed=listed)
            case nodes.Getattr(node=nodes.Name(name=variable), attr=field_name):
                yield from self.of_row(variable, field_name, rows)
            case _:
                yield _forbidden(node)

    def plain(self, name: str, rows: Mapping[str, str], *, listed: bool) -> Iterator[TemplateFault]:
        flat = [one for one, fields in self.vocabulary.items() if listed or not fields]
        if name in rows or name not in flat:
            yield self.unknown(name, flat)
        self.named.add(name)

    def of_row(self, variable: str, name: str, rows: Mapping[str, str]) -> Iterator[TemplateFault]:
        if variable not in rows:
            yield TemplateFault("template-outside-rows", {"name": f"{variable}.{name}"})
        elif name not in self.vocabulary[rows[variable]]:
            yield self.unknown(name, self.vocabulary[rows[variable]], variable)

    def unknown(self, name: str, known: Any, variable: str = "") -> TemplateFault:
        before = f"{variable}." if variable else ""
        near = difflib.get_close_matches(name.lower(), sorted(known), 1, _NEAR)
        written = {"name": shown(before + name)}
        if near:
            return TemplateFault("template-meant", {**written, "meant": before + near[0]})
        return TemplateFault("template-unknown", written)


def _forbidden(node: nodes.Node) -> TemplateFault:
    """What was written, as far as it can be told, else the kind of it: "Filter", "Call"."""
    return TemplateFault("template-forbidden", {"text": type(node).__name__.lower()})
