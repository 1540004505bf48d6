"""Folding the tree of an expression into one call. See `expressions`, which reads the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from mentoring.questionnaires import expression_functions as f
from mentoring.questionnaires.expression_functions import FUNCTIONS, Scalar
from mentoring.questionnaires.rules_form import Context, Values

Run = Callable[[Values, Context], Scalar]


class BadExpression(Exception):
    """The text is not an expression; `key` and `params` say why."""

    def __init__(self, key: str, **params: str) -> None:
        super().__init__(key)
        self.key = key
        self.params = params


class Unavailable(Exception):
    """A sound expression that needs what a chat does not have, named by `what`."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


_COMPARE: dict[str, Callable[[Scalar, Scalar], bool]] = {
    "=": f.equal,
    "!=": lambda a, b: not f.equal(a, b),
    "<": lambda a, b: f.number(a) < f.number(b),
    "<=": lambda a, b: f.number(a) <= f.number(b),
    ">": lambda a, b: f.number(a) > f.number(b),
    ">=": lambda a, b: f.number(a) >= f.number(b),
}
_CALCULATE: dict[str, Callable[[float, float], float]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "div": f.divide,
    "mod": f.modulo,
}


class Folder:
    """Turns a token tree into one call; remembers the questions it reads."""

    def __init__(self, names: Sequence[str], known: frozenset[str]) -> None:
        self.names = names
        self.known = known
        self.used: set[str] = set()
        self.bare: set[str] = set()

    def fold(self, token: Any) -> Run:
        symbol = token.symbol
        special = _SPECIAL.get(symbol)
        if special is not None:
            return special(self, token)
        if symbol in _COMPARE or (symbol in _CALCULATE and len(token) == 2):
            return self._binary(token)
        if symbol in FUNCTIONS:
            return self._function(token)
        return self._sign_or_path(token)

    def _sign_or_path(self, token: Any) -> Run:
        if token.symbol in ("+", "-") and len(token) == 1:
            inner, sign = self.fold(token[0]), -1.0 if token.symbol == "-" else 1.0
            return lambda values, context: sign * f.number(inner(values, context))
        if token.symbol == "/":
            return self._path(token)
        raise BadExpression("expression-unsupported", what=str(token.symbol))

    def _binary(self, token: Any) -> Run:
        left, right = self.fold(token[0]), self.fold(token[1])
        if token.symbol in _COMPARE:
            compare = _COMPARE[token.symbol]
            return lambda values, context: compare(left(values, context), right(values, context))
        calculate = _CALCULATE[token.symbol]
        return lambda values, context: calculate(f.number(left(values, context)), f.number(right(values, context)))

    def _function(self, token: Any) -> Run:
        _, _, function = FUNCTIONS[token.symbol]
        arguments = [self.fold(argument) for argument in token]
        if token.symbol == "regex":
            _check_pattern(token)
        return lambda values, context: function([run(values, context) for run in arguments], context)

    def literal(self, token: Any) -> Run:
        value: Scalar = token.value if isinstance(token.value, str) else float(token.value)
        return lambda _values, _context: value

    def group(self, token: Any) -> Run:
        if len(token) != 1:
            raise BadExpression("expression-unsupported", what="()")
        return self.fold(token[0])

    def logic(self, token: Any) -> Run:
        left, right = self.fold(token[0]), self.fold(token[1])
        if token.symbol == "and":
            return lambda values, context: f.truth(left(values, context)) and f.truth(right(values, context))
        return lambda values, context: f.truth(left(values, context)) or f.truth(right(values, context))

    def name_of(self, token: Any) -> str | None:
        """The question a token refers to, if that is what it is: ${name}, or a path that ends in a name."""
        if token.symbol == "$":
            return self.names[int(str(token.value)[1:])]
        if token.symbol == "/" and len(token) and token[-1].symbol == "(name)":
            return str(token[-1].value) if token[-1].value in self.known else None
        return None

    def reference(self, token: Any) -> Run:
        name = self.name_of(token)
        if name is None:
            raise BadExpression("expression-unsupported", what="$")
        self.used.add(name)
        return lambda values, _context: values.value(name)

    def _path(self, token: Any) -> Run:
        if self.name_of(token) is None:
            raise Unavailable("/")
        return self.reference(token)

    def column(self, token: Any) -> Run:
        """A bare word: a column of the choice that is being filtered, empty anywhere else."""
        word = str(token.value)
        self.bare.add(word)
        return lambda _values, context: context.item.get(word, "")

    def own(self, _token: Any) -> Run:
        return lambda _values, context: context.own

    def branch(self, token: Any) -> Run:
        test, then, other = (self.fold(part) for part in token)
        return lambda values, context: (then if f.truth(test(values, context)) else other)(values, context)

    def position(self, _token: Any) -> Run:
        return lambda _values, context: float(context.position)

    def unavailable(self, token: Any) -> Run:
        raise Unavailable(str(token.symbol))

    def rounds(self, token: Any) -> Run:
        """A function over the answers of all rounds of a repeat, or over its arguments one by one."""
        reduce = _REDUCE[token.symbol]
        parts = [self._every(part) for part in token]
        return lambda values, context: reduce([one for part in parts for one in part(values, context)])

    def _every(self, token: Any) -> Callable[[Values, Context], Sequence[Scalar]]:
        name = self.name_of(token)
        if name is not None:
            self.used.add(name)
            return lambda values, _context: values.every(name)
        run = self.fold(token)
        return lambda values, context: (run(values, context),)

    def joined(self, token: Any) -> Run:
        glue = self.fold(token[0])
        parts = [self._every(part) for part in token[1:]]
        return lambda values, context: f.text(glue(values, context)).join(
            f.text(one) for part in parts for one in part(values, context)
        )

    def choice_name(self, token: Any) -> Run:
        """jr:choice-name(${q}, '${q}'): the second argument names the question, in quotes or not."""
        name = self.name_of(token[1]) or re.sub(r"^\$\{\s*|\s*\}$", "", str(token[1].value))
        run = self.fold(token[0])
        self.used.add(name)
        return lambda values, context: values.label(name, f.text(run(values, context)))

    def indexed(self, token: Any) -> Run:
        """indexed-repeat(${q}, ${repeat}, n, …): the answer given in the n-th round."""
        name = self.name_of(token[0])
        repeats = [self.name_of(part) for part in token[1::2]]
        if name is None or len(repeats) * 2 != len(token) - 1:
            raise BadExpression("expression-unsupported", what="indexed-repeat")
        self.used.add(name)
        rounds = [self.fold(part) for part in token[2::2]]
        return lambda values, context: values.at(
            name,
            {r: int(f.number(n(values, context))) for r, n in zip(repeats, rounds, strict=True) if r},
        )


def _check_pattern(token: Any) -> None:
    """Refuses patterns that cannot be read or may run for ever (an endless part within an endless part)."""
    if token[1].symbol != "(string)":
        return
    pattern = str(token[1].value)
    try:
        f.compiled_pattern(pattern)
    except re.error as error:
        raise BadExpression("expression-bad-pattern", reason=str(error)) from None
    if re.search(r"\([^()]*(?:[*+]|\{\d+,\})[^()]*\)(?:[*+]|\{\d+,\})", pattern):
        raise BadExpression("expression-endless-pattern")


def _numbers(found: Sequence[Scalar]) -> list[float]:
    return [f.number(one) for one in found if one != ""]


_REDUCE: dict[str, Callable[[Sequence[Scalar]], Scalar]] = {
    "sum": lambda found: sum(_numbers(found), 0.0),
    "count": lambda found: float(len(found)),
    "count-non-empty": lambda found: float(sum(f.text(one) != "" for one in found)),
    "min": lambda found: min(_numbers(found), default=f.NAN),
    "max": lambda found: max(_numbers(found), default=f.NAN),
}

_SPECIAL: dict[str, Callable[[Folder, Any], Run]] = {
    "(string)": Folder.literal,
    "(integer)": Folder.literal,
    "(decimal)": Folder.literal,
    "(float)": Folder.literal,
    "(name)": Folder.column,
    "(": Folder.group,
    "$": Folder.reference,
    ".": Folder.own,
    "and": Folder.logic,
    "or": Folder.logic,
    "if": Folder.branch,
    "position": Folder.position,
    "join": Folder.joined,
    "choice-name": Folder.choice_name,
    "indexed-repeat": Folder.indexed,
    "[": Folder.unavailable,
    **dict.fromkeys(_REDUCE, Folder.rounds),
}
