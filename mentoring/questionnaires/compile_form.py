"""pyxform's tree of a form, made into the frozen form that the engine walks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from mentoring.questionnaires.compile_parts import Parts
from mentoring.questionnaires.compile_rows import Path, Rows, texts_of
from mentoring.questionnaires.rules_form import Condition, Kind, Node, Question, Repeat, Texts

KINDS = {
    "text": Kind.TEXT, "string": Kind.TEXT, "q string": Kind.TEXT, "add text prompt": Kind.TEXT,
    "integer": Kind.INTEGER, "int": Kind.INTEGER, "q int": Kind.INTEGER, "add integer prompt": Kind.INTEGER,
    "decimal": Kind.DECIMAL, "q decimal": Kind.DECIMAL, "add decimal prompt": Kind.DECIMAL,
    "range": Kind.RANGE, "date": Kind.DATE, "q date": Kind.DATE, "add date prompt": Kind.DATE,
    "time": Kind.TIME, "dateTime": Kind.DATETIME, "datetime": Kind.DATETIME, "date time": Kind.DATETIME,
    "add date time prompt": Kind.DATETIME, "add dateTime prompt": Kind.DATETIME, "q date time": Kind.DATETIME,
    "q dateTime": Kind.DATETIME, "select one": Kind.ONE, "q select1": Kind.ONE, "select one using": Kind.ONE,
    "select all that apply": Kind.MANY, "q select": Kind.MANY, "rank": Kind.RANK,
    "acknowledge": Kind.ACKNOWLEDGE, "trigger": Kind.ACKNOWLEDGE, "q acknowledge": Kind.ACKNOWLEDGE,
    "add acknowledge prompt": Kind.ACKNOWLEDGE, "photo": Kind.IMAGE, "image": Kind.IMAGE,
    "add image prompt": Kind.IMAGE, "q image": Kind.IMAGE, "q picture": Kind.IMAGE, "audio": Kind.AUDIO,
    "add audio prompt": Kind.AUDIO, "q audio": Kind.AUDIO, "video": Kind.VIDEO, "add video prompt": Kind.VIDEO,
    "q video": Kind.VIDEO, "file": Kind.FILE, "add file prompt": Kind.FILE, "note": Kind.NOTE, "q note": Kind.NOTE,
    "add note prompt": Kind.NOTE, "calculate": Kind.CALCULATE, "q calculate": Kind.CALCULATE,
    "add calculate prompt": Kind.CALCULATE, "hidden": Kind.CALCULATE, "start": Kind.START, "end": Kind.END,
    "today": Kind.TODAY, "start time": Kind.START, "end time": Kind.END,
}  # fmt: skip
_MADE_UP = ("generated_table_list_label_", "reserved_name_for_field_list_labels_", "generated_note_name_")


_NONE = Texts()


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the form a node stands: its groups' names, repeats, conditions and heading."""

    path: Path = ()
    repeats: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = ()
    section: Texts = _NONE


def compile_nodes(tree: dict[str, Any], rows: Rows, default: str) -> tuple[Node, ...]:
    """The form's nodes in order; what is wrong is added to `rows`."""
    compiler = _Compiler(tree, rows, default)
    return tuple(compiler.nodes(tree.get("children", []), Place()))


class _Compiler:
    def __init__(self, tree: dict[str, Any], rows: Rows, default: str) -> None:
        self.rows = rows
        self.default = default
        self.counts = Counter(node["name"] for _, node in _named(tree.get("children", []), ()))
        self.parts = Parts(rows, default, frozenset(self.counts), tree.get("choices", {}))

    def nodes(self, children: list[dict[str, Any]], place: Place) -> Iterator[Node]:
        for node in children:
            path = (*place.path, node.get("name", ""))
            kind = node.get("type")
            if kind == "group":
                yield from self._group(node, replace(place, path=path))
            elif kind == "repeat":
                yield from self._repeat(node, replace(place, path=path))
            elif not str(node.get("name", "")).startswith(_MADE_UP):
                yield from self._question(node, replace(place, path=path))

    def _group(self, node: dict[str, Any], place: Place) -> Iterator[Node]:
        if node.get("control", {}).get("bodyless"):
            return
        section = texts_of(node.get("label"), self.default) or place.section
        inner = replace(place, conditions=self._conditions(node, place), section=section)
        yield from self.nodes(node.get("children", []), inner)

    def _conditions(self, node: dict[str, Any], place: Place) -> tuple[Condition, ...]:
        rule = self.parts.expression(node, place.path, "relevant")
        return (*place.conditions, Condition(rule, place.repeats)) if rule else place.conditions

    def _repeat(self, node: dict[str, Any], place: Place) -> Iterator[Node]:
        """A repeat's conditions hold for its questions too, so that their values vanish with it."""
        name = self._name(node, place)
        inside = (*place.repeats, name)
        conditions = self._conditions(node, place)
        label = texts_of(node.get("label"), self.default) or Texts({"": node["name"]})
        more = Question(name, Kind.MORE, label, required=True, repeats=inside, conditions=conditions)
        inner = Place(place.path, inside, conditions, label)
        count = self.parts.expression(node, place.path, "repeat_count")
        yield Repeat(name, more, tuple(self.nodes(node.get("children", []), inner)), count, conditions)

    def _name(self, node: dict[str, Any], place: Place) -> str:
        """The name alone where it is the only one; else with the groups it stands in."""
        name = str(node.get("name", ""))
        return name if self.counts[name] == 1 else "/".join(place.path)

    def _question(self, node: dict[str, Any], place: Place) -> Iterator[Question]:
        kind = KINDS.get(str(node.get("type")))
        if kind is None:
            self.rows.fault(place.path, "type", "type-unsupported", type=str(node.get("type")))
            return
        question = Question(
            name=self._name(node, place),
            kind=kind,
            conditions=self._conditions(node, place),
            section=place.section,
            repeats=place.repeats,
        )
        yield self.parts.fill(question, node, place.path)


def _named(children: list[dict[str, Any]], path: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    """All questions and repeats of the tree (groups give no answers), with their paths."""
    for node in children:
        here = (*path, node.get("name", ""))
        if node.get("type") != "group":
            yield here, {"name": node.get("name", "")}
        yield from _named(node.get("children", []) if node.get("type") in ("group", "repeat") else [], here)
