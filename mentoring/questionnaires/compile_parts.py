"""The parts of one question: texts, choices, scale, default and expressions, from pyxform's tree."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from mentoring.questionnaires.compile_rows import Path, Rows, extras_of, texts_of
from mentoring.questionnaires.expressions import BadExpression, Compiled, Unavailable, compile_expression
from mentoring.questionnaires.rules_check import plausible
from mentoring.questionnaires.rules_form import ATTACHED, CHOSEN, Choice, Expression, Kind, Question, Scale, Texts
from mentoring.questionnaires.rules_typed import canonical

_PLACES = {
    "relevant": ("bind", "relevant"), "constraint": ("bind", "constraint"), "required": ("bind", "required"),
    "calculation": ("bind", "calculate"), "repeat_count": ("control", "jr:count"),
}  # fmt: skip
_YES = frozenset({"yes", "true", "true()", "1"})
_NO = frozenset({"no", "false", "false()", "0", ""})
_TEXT_KINDS = frozenset({Kind.TEXT, Kind.CALCULATE})
_OTHER = Texts({"ru": "Другое", "en": "Other", "": "Другое"})
_SPECIFY = Texts({"ru": "Уточните, пожалуйста", "en": "Please specify", "": "Уточните, пожалуйста"})


class Parts:
    """Fills questions; what is wrong goes to `rows`."""

    def __init__(self, rows: Rows, default: str, names: frozenset[str], lists: dict[str, Any]) -> None:
        self.rows = rows
        self.default = default
        self.names = names
        self.lists = lists

    def fill(self, question: Question, node: dict[str, Any], path: Path) -> Question:
        """The question with everything that its row says."""
        bind = node.get("bind", {})
        _, cells = self.rows.at(path)
        kind = self._kind(question.kind, node)
        filled = replace(
            question,
            kind=kind,
            label=self._label(node, cells),
            hint=texts_of(node.get("hint"), self.default) or texts_of(node.get("guidance_hint"), self.default),
            required=self._required(node, path),
            required_message=texts_of(bind.get("jr:requiredMsg"), self.default),
            constraint=self.expression(node, path, "constraint"),
            constraint_message=texts_of(bind.get("jr:constraintMsg"), self.default),
            calculation=self.expression(node, path, "calculation"),
            appearance=str(node.get("control", {}).get("appearance", "")),
            extras=extras_of(cells, self.default),
        )
        return self._default(self._chosen(filled, node, path), node, path)

    @staticmethod
    def _kind(kind: Kind, node: dict[str, Any]) -> Kind:
        """A text that may not be changed is a note, or a calculation that is shown nowhere."""
        fixed = str(node.get("bind", {}).get("readonly", "")).lower() in _YES
        if not fixed or kind is Kind.NOTE or kind not in _TEXT_KINDS:
            return kind
        return Kind.CALCULATE if node.get("bind", {}).get("calculate") else Kind.NOTE

    def _label(self, node: dict[str, Any], cells: dict[str, str]) -> Texts:
        """The label, or what else could be read in its place, or the name."""
        if not cells and node.get("label") == "Specify other.":
            return _SPECIFY
        label = texts_of(node.get("label"), self.default) or texts_of(node.get("hint"), self.default)
        return label or Texts({"": str(node.get("name", ""))})

    def _required(self, node: dict[str, Any], path: Path) -> bool | Expression:
        written = str(node.get("bind", {}).get("required", "")).strip().lower()
        if written in _YES:
            return True
        return False if written in _NO else self.expression(node, path, "required") or False

    def expression(self, node: dict[str, Any], path: Path, base: str) -> Compiled | None:
        """The compiled expression of a column; None when there is none or a chat cannot compute it."""
        part, key = _PLACES[base]
        source = node.get(part, {}).get(key)
        return self.compiled(str(source), path, base) if source else None

    def compiled(self, source: str, path: Path, base: str) -> Compiled | None:
        try:
            found = compile_expression(source, self.names)
        except Unavailable as error:
            self.rows.warn(path, base, "expression-unavailable", what=error.what)
            return None
        except BadExpression as error:
            self._refuse(path, base, error)
            return None
        for word in sorted(found.bare & self.names if base != "choice_filter" else ()):
            self.rows.warn(path, base, "bare-name", name=word)
        return found

    def _refuse(self, path: Path, base: str, error: BadExpression) -> None:
        """A calculation that nothing reads harms nobody: it is reported, not refused."""
        mentioned = any(
            f"${{{path[-1]}}}" in cell for _, cells in self.rows.places.values() for cell in cells.values()
        )
        if base == "calculation" and not mentioned:
            self.rows.warn(path, base, "calculation-dropped")
        else:
            self.rows.fault(path, base, error.key, **error.params)

    def _chosen(self, question: Question, node: dict[str, Any], path: Path) -> Question:
        if question.kind is Kind.RANGE:
            return replace(question, scale=_scale(node), choices=self._labels(node))
        if question.kind not in CHOSEN:
            return question
        source = str(node.get("itemset", node.get("list_name", "")))
        if source.startswith("${"):
            return replace(question, choices_from=source[2:-1].strip())
        if "search(" in question.appearance:
            self.rows.warn(path, "appearance", "choices-from-file")
        return replace(
            question,
            choices=self._choices(node, path),
            choice_filter=self._filter(node, path),
            randomize=str(node.get("parameters", {}).get("randomize", "")).lower() == "true",
            random_seed=_seed(node.get("parameters", {}).get("seed")),
        )

    def _filter(self, node: dict[str, Any], path: Path) -> Compiled | None:
        source = node.get("choice_filter")
        return self.compiled(str(source), path, "choice_filter") if source else None

    def _labels(self, node: dict[str, Any]) -> tuple[Choice, ...]:
        """The words at the ticks of a scale."""
        listed = self.lists.get(str(node.get("itemset", "")), [])
        return tuple(
            Choice(canonical(str(item["name"])) or str(item["name"]), texts_of(item.get("label"), self.default))
            for item in listed
        )

    def _choices(self, node: dict[str, Any], path: Path) -> tuple[Choice, ...]:
        own_list = str(node.get("list_name", node.get("itemset", "")))
        listed = node.get("choices") or self.lists.get(own_list, [])
        open_ended = self._open_ended(path)
        found = (self._choice(item, open_ended) for item in listed if isinstance(item, dict))
        return tuple(choice for choice in found if choice is not None)

    def _open_ended(self, path: Path) -> bool:
        """Whether this very question says or_other: pyxform adds its choice to all questions of the list."""
        _, cells = self.rows.at(path)
        return any(cell.strip().endswith(("or_other", "or specify other")) for cell in cells.values())

    def _choice(self, item: dict[str, Any], open_ended: bool) -> Choice | None:
        label = texts_of(item.get("label"), self.default)
        name = str(item.get("name", ""))
        added = name == "other" and set(label.by_language.values()) == {"Other"}
        if added and not open_ended:
            return None
        columns = {key: text for key, text in item.items() if isinstance(text, str)}
        return Choice(name, _OTHER if added else label or Texts({"": name}), columns, added)

    def _default(self, question: Question, node: dict[str, Any], path: Path) -> Question:
        """A fixed default in its canonical form (dropped when it can be no answer), or one to compute."""
        written = str(node.get("default", "") or "")
        if not written or question.kind in ATTACHED or question.kind is Kind.ACKNOWLEDGE:
            return question
        if node.get("_dynamic_default"):
            return replace(question, default_expression=self.compiled(written, path, "default"))
        fitting = canonical(written) or written if question.kind in (Kind.INTEGER, Kind.DECIMAL) else written
        return replace(question, default=fitting) if plausible(question, fitting) else question


def _scale(node: dict[str, Any]) -> Scale:
    written = {**node.get("control", {}), **node.get("parameters", {})}
    start, end, step = (canonical(str(written.get(key, given))) for key, given in _BOUNDS)
    return Scale(start or "1", end or "10", step if step and Decimal(step) else "1")


_BOUNDS = (("start", "1"), ("end", "10"), ("step", "1"))


def _seed(written: Any) -> int | None:
    return int(written) if isinstance(written, str) and written.lstrip("-").isdigit() else None
