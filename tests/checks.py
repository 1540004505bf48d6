"""The house's measures that no ready linter knows: sizes, texts, languages. `python -m tests.checks`, part of lint.

Each check takes the tree's root and returns faults as lines; `tests/test_checks.py` plants a fault for each.
"""

from __future__ import annotations

import ast
import re
import statistics
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOMS = ("bot", "handlers", "mentoring", "scheduler", "storage", "locales", "sandbox")
FILE_LINES, FUNCTION_LINES, FUNCTION_P95, FUNCTION_MEDIAN, HANDLER_LINES = 300, 45, 25, 8, 25
CYRILLIC = re.compile("[А-Яа-яЁё]")
# Where Russian is at home: texts, questionnaires, consent documents, words that are read from people, the demo's cast.
RUSSIAN_AT_HOME = (
    "locales",
    "mentoring/questionnaires",
    "mentoring/words",
    "mentoring/calendar/rules_table_words.py",
    "mentoring/consent/texts",
    "mentoring/documents/declension.py",
    "mentoring/documents/declension_posts.py",
    "mentoring/documents/order_context.py",
    "mentoring/documents/rules_role_words.py",
    "mentoring/documents/rules_list_pieces.py",
    "mentoring/documents/rules_people_list.py",
    "mentoring/people/setup.py",
    "mentoring/people/rules_progress.py",
    "sandbox",
    "bot/cli/schools.py",
)


def sources(root: Path) -> list[Path]:
    found = [path for room in ROOMS for path in sorted((root / room).rglob("*.py"))]
    return [path for path in found if "versions" not in path.parts and "__pycache__" not in path.parts]


def functions(path: Path) -> Iterator[tuple[str, int, int]]:
    """Name, line and length of every function."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, node.lineno, (node.end_lineno or node.lineno) - node.lineno + 1


def sizes(root: Path) -> list[str]:
    """Files under 300 lines, functions under 45, and short ones as the rule."""
    faults, lengths = [], []
    for path in sources(root):
        lines = path.read_text(encoding="utf-8").count("\n")
        if lines > FILE_LINES:
            faults.append(f"{path.relative_to(root)}: {lines} lines, at most {FILE_LINES}")
        for name, line, length in functions(path):
            lengths.append(length)
            limit = HANDLER_LINES if path.parent.name == "handlers" else FUNCTION_LINES
            if length > limit:
                faults.append(f"{path.relative_to(root)}:{line} {name}: {length} lines, at most {limit}")
    return faults + _spread(lengths)


def _spread(lengths: list[int]) -> list[str]:
    if len(lengths) < 20:
        return []
    median, p95 = statistics.median(lengths), statistics.quantiles(lengths, n=20)[-1]
    faults = [f"median function is {median} lines, at most {FUNCTION_MEDIAN}"] if median > FUNCTION_MEDIAN else []
    return faults + (
        [f"95 % of functions within {p95} lines, at most {FUNCTION_P95}"] if p95 > FUNCTION_P95 else []
    )


def russian(root: Path) -> list[str]:
    """No Russian in code outside the places made for it; docstrings may name the programme's own words."""
    faults = []
    for path in sources(root):
        name = path.relative_to(root).as_posix()
        if name.startswith(RUSSIAN_AT_HOME):
            continue
        found = [n for n in _strings(ast.parse(path.read_text(encoding="utf-8"))) if CYRILLIC.search(str(n.value))]
        faults += [f"{name}:{node.lineno}: Russian in code, it belongs to locales/" for node in found]
    return faults


def _strings(tree: ast.Module) -> Iterator[ast.Constant]:
    """All text constants but docstrings."""
    owners = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docs = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, owners) and node.body and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node


MESSAGE = re.compile(r"^([a-z][a-zA-Z0-9_-]*) *=", re.MULTILINE)
VARIABLE = re.compile(r"\$([a-z_0-9]+)")


def messages(root: Path, language: str) -> dict[str, set[str]]:
    """Key and the variables its text uses."""
    found: dict[str, set[str]] = {}
    for path in sorted((root / "locales" / language).glob("*.ftl")):
        text = path.read_text(encoding="utf-8")
        places = [*MESSAGE.finditer(text)]
        for place, following in zip(places, [*places[1:], None], strict=True):
            body = text[place.end() : following.start() if following else len(text)]
            found[place[1]] = set(VARIABLE.findall(body))
    return found


def twice(root: Path, language: str) -> list[str]:
    """Keys that two files define: which one is said would hang on the order of the files."""
    paths = sorted((root / "locales" / language).glob("*.ftl"))
    keys = Counter(place[1] for path in paths for place in MESSAGE.finditer(path.read_text(encoding="utf-8")))
    return [f"{key}: twice in {language}" for key, times in keys.items() if times > 1]


def texts(root: Path) -> list[str]:
    """Both languages have the same keys once with the same variables; every key is used, every used key exists."""
    ru, en = messages(root, "ru"), messages(root, "en")
    faults = [*twice(root, "ru"), *twice(root, "en")]
    faults += [f"{key}: only in {'ru' if key in ru else 'en'}" for key in sorted(ru.keys() ^ en.keys())]
    faults += [f"{key}: other variables in en" for key in sorted(ru.keys() & en.keys()) if ru[key] != en[key]]
    used, stems = keys_in_code(root)
    faults += [f"{key}: used in {place}, not in locales" for key, place in sorted(used.items()) if key not in ru]
    unused = (key for key in ru if key not in used and not any(stem.fullmatch(key) for stem in stems))
    return faults + [f"{key}: in locales, never used" for key in sorted(unused)]


KEY = re.compile(r"[a-z]+(?:-[a-z0-9_]+)+|stranger|waiting|question|muted")
SPEAKERS = {"say", "text", "button", "words", "ProgrammeError", "StaleScreen", "plain"}


def keys_in_code(root: Path) -> tuple[dict[str, str], list[re.Pattern[str]]]:
    """Keys written whole, and patterns of those put together (f"role-{role}")."""
    whole: dict[str, str] = {}
    stems = []
    for path in sources(root):
        if path.relative_to(root).parts[0] == "sandbox":
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in _strings(tree):
            if KEY.fullmatch(str(node.value)):
                whole.setdefault(str(node.value), f"{path.relative_to(root)}:{node.lineno}")
        stems += [_pattern(node) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) and _is_key(node)]
    said = {key: place for key, place in whole.items() if _spoken(root, key, place)}
    return {**said, **{k: p for k, p in whole.items() if k in messages(root, "ru")}}, stems


def _is_key(node: ast.JoinedStr) -> bool:
    first = node.values[0]
    return isinstance(first, ast.Constant) and re.fullmatch(r"[a-z]+(-[a-z]+)*-", str(first.value)) is not None


def _pattern(node: ast.JoinedStr) -> re.Pattern[str]:
    parts = (re.escape(str(v.value)) if isinstance(v, ast.Constant) else "[a-z0-9_-]+" for v in node.values)
    return re.compile("".join(parts))


def _spoken(root: Path, key: str, place: str) -> bool:
    """Whether the key stands inside a call of something that speaks: then it must exist."""
    name, line = place.rsplit(":", 1)
    tree = ast.parse((root / name).read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node.func) in SPEAKERS and node.args:
            first = node.args[0]
            if isinstance(first, ast.Constant) and first.value == key and first.lineno == int(line):
                return True
    return False


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def pinned(root: Path) -> list[str]:
    """No file names a package index's host."""
    hosts = re.compile("|".join(["py" + "pi.org", "files.python" + "hosted", "registry.npm" + "js"]))
    listed = subprocess.run(["git", "ls-files"], cwd=root, capture_output=True, text=True, check=False).stdout
    return [
        f"{name}: names a package index's host" for name in listed.split("\n") if name and _has(root / name, hosts)
    ]


def _has(path: Path, pattern: re.Pattern[str]) -> bool:
    try:
        return pattern.search(path.read_text(encoding="utf-8")) is not None
    except (OSError, UnicodeDecodeError):
        return False


CHECKS = (sizes, russian, texts, pinned)


def main() -> int:
    root = Path(__file__).parent.parent
    faults = [fault for check in CHECKS for fault in check(root)]
    print("\n".join(faults) or "sizes, texts and languages are as they should be")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
