"""Conditions and calculations of XLSForm: elementpath reads them, ours folds the tree it gives into calls.

elementpath's own evaluator walks an XML document, has no document to walk here and raises where XForms
says "empty"; its parser is what is worth having. Folding once makes a condition cost a microsecond when
somebody answers, and names what a chat cannot compute while the form is being read. Nothing is ever
passed to `eval`.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field

from elementpath.exceptions import ElementPathError
from elementpath.tdop import Parser
from elementpath.xpath1 import XPath1Parser

from mentoring.questionnaires.expression_folder import BadExpression, Folder, Run, Unavailable
from mentoring.questionnaires.expression_functions import FUNCTIONS, Scalar
from mentoring.questionnaires.rules_form import Context, Values

__all__ = ["BadExpression", "Compiled", "Unavailable", "compile_expression"]

MAX_LENGTH = 4000

_LITERAL = re.compile(r"""("[^"]*"|'[^']*')""")
_UNAVAILABLE = re.compile(r"\b(pulldata|instance|search|digest)\s*\(")
"""Functions that need a file or a device beside the form: understood, never computed."""
_LITERAL_OR_NAME = re.compile(r"""("[^"]*"|'[^']*')|\$\{\s*([^{}\s]+?)\s*\}|\bjr:(?=choice-name\s*\()""")
_REPEATED: dict[str, tuple[int, int | None]] = {
    "sum": (1, 1), "count": (1, 1), "count-non-empty": (1, 1), "min": (1, None), "max": (1, None),
    "join": (1, None), "position": (0, 1), "if": (3, 3), "choice-name": (2, 2), "indexed-repeat": (3, None),
    "current": (0, 0),
}  # fmt: skip


class _Parser(XPath1Parser):
    """XPath 1.0 with the functions of XForms."""


def _register() -> None:
    known = {name: (least, most) for name, (least, most, _) in FUNCTIONS.items()}
    for name, (least, most) in {**known, **_REPEATED}.items():
        # Replaced, not changed: the library's own parser shares its token classes with this table.
        _Parser.symbol_table.pop(name, None)
        _Parser.function(name, nargs=least if least == most else (least, most))
    _Parser.build()


_register()


@dataclass(frozen=True, slots=True)
class Compiled:
    """An expression ready to be asked; see `rules_form.Expression`."""

    source: str
    names: frozenset[str]
    run: Run = field(repr=False, compare=False)
    bare: frozenset[str] = frozenset()
    """Words that stand where ${…} was perhaps meant: columns of the choices, or nothing at all."""

    def evaluate(self, values: Values, context: Context) -> Scalar:
        try:
            return self.run(values, context)
        except (ArithmeticError, ValueError, RecursionError, re.error):
            return ""


def compile_expression(source: str, known: Collection[str] = ()) -> Compiled:
    """Read `source`; `known` are the names of questions. Raises BadExpression and Unavailable."""
    if len(source) > MAX_LENGTH:
        raise BadExpression("expression-too-long")
    needs = _UNAVAILABLE.search(_LITERAL.sub("''", source))
    if needs:
        raise Unavailable(needs[1])
    names: list[str] = []
    prepared = _LITERAL_OR_NAME.sub(lambda found: _replaced(found, names), source)
    try:
        tree = Parser.parse(_Parser(), prepared)
        # The grammar alone: the XPath parser's own `parse` would go on to evaluate what is constant.
        folder = Folder(names, frozenset(known))
        run = folder.fold(tree)
    except ElementPathError as error:
        raise BadExpression("expression-unreadable", reason=_reason(error)) from None
    except (RecursionError, ValueError, TypeError, AttributeError, IndexError, KeyError):
        # What the library raises beside its own errors on texts that are no expressions.
        raise BadExpression("expression-unreadable", reason="") from None
    return Compiled(source, frozenset(folder.used), run, frozenset(folder.bare))


def _replaced(found: re.Match[str], names: list[str]) -> str:
    if found[1]:
        return found[1]
    if not found[2]:
        return ""
    if found[2].startswith("last-saved#"):
        raise Unavailable("last-saved")
    names.append(found[2])
    return f" $v{len(names) - 1} "


def _reason(error: ElementPathError) -> str:
    """The library's own words without its error code and our stand-ins for ${…}."""
    return re.sub(r"\$?\bv\d+\b", "${…}", re.sub(r"^.*\[err:\w+\]\s*", "", str(error)))[:200]
