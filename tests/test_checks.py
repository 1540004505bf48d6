"""Each check of `make lint` sees a fault that is planted for it, and nothing where there is none."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import checks

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
ROOMS = (*checks.ROOMS, "benchmarks")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of the tree to plant faults in."""
    for room in ROOMS:
        ignored = shutil.ignore_patterns("__pycache__", "page", "versions")
        shutil.copytree(ROOT / room, tmp_path / room, ignore=ignored)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def plant(tree: Path, name: str, text: str) -> None:
    path = tree / name
    path.write_text(path.read_text(encoding="utf-8") + "\n" + text, encoding="utf-8")


LONG_FUNCTION = "def far_too_long() -> None:\n" + "    print()\n" * 46
PLANTED: dict[str, tuple[Callable[[Path], list[str]], str, str, str]] = {
    "a long function": (checks.sizes, "bot/ops.py", LONG_FUNCTION, "far_too_long: 47 lines"),
    "a long handler": (
        checks.sizes,
        "handlers/home.py",
        "def slow() -> None:\n" + "    print()\n" * 26,
        "at most 25",
    ),
    "a long file": (checks.sizes, "bot/ops.py", "# line\n" * 300, "at most 300"),
    "Russian in code": (checks.russian, "handlers/home.py", 'GREETING = "Здравствуйте"\n', "Russian in code"),
    "a used key without a text": (
        checks.texts,
        "handlers/home.py",
        'MISSING = say("no-such-text")\n',
        "no-such-text: used",
    ),
    "a text nobody uses": (checks.texts, "locales/ru/start.ftl", "nobody-says = Тишина\n", "nobody-says"),
    "a text in one language": (
        checks.texts,
        "locales/en/start.ftl",
        "only-here = Here\n",
        "only-here: only in en",
    ),
    "a text twice": (
        checks.texts,
        "locales/ru/settings.ftl",
        "name-thanks = Спасибо, { $name }.\n",
        "twice in ru",
    ),
    "another variable": (
        checks.texts,
        "locales/en/start.ftl",
        "name-thanks = Thanks, { $who }.\n",
        "name-thanks: other",
    ),
}


@pytest.mark.parametrize("fault", PLANTED)
def test_the_house_s_own_checks_see_it(tree: Path, fault: str) -> None:
    check, name, text, said = PLANTED[fault]
    before = check(tree)
    plant(tree, name, text)
    assert [line for line in check(tree) if line not in before and said in line]


def test_a_package_index_s_host_is_seen(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    (tmp_path / "lock.txt").write_text("--index-url https://" + "py" + "pi.org/simple\n")
    subprocess.run(["git", "add", "."], cwd=tmp_path, check=True)
    assert checks.pinned(tmp_path) == ["lock.txt: names a package index's host"]


def test_the_tree_itself_is_clean() -> None:
    assert [fault for check in checks.CHECKS for fault in check(ROOT)] == []


def run(tree: Path, *command: str) -> subprocess.CompletedProcess[str]:
    program = [str(BIN / command[0]), *command[1:]]
    return subprocess.run(program, cwd=tree, capture_output=True, text=True, check=False)


def test_import_rules_see_a_framework_in_the_programme(tree: Path) -> None:
    plant(tree, "mentoring/errors.py", "import aiogram\n")
    plant(tree, "sandbox/clock.py", "import bot.config\n")
    found = run(tree, "lint-imports", "--no-cache")
    assert found.returncode == 1
    assert "The programme knows no framework, no SQL, no Telegram, no scheduler BROKEN" in found.stdout
    assert "The sandbox knows nothing of the rest BROKEN" in found.stdout


def test_types_are_checked(tree: Path) -> None:
    plant(tree, "mentoring/errors.py", 'def wrong() -> int:\n    return "one"\n')
    found = run(tree, "mypy", "--config-file", "pyproject.toml", "mentoring/errors.py")
    assert found.returncode == 1
    assert "Incompatible return value" in found.stdout


@pytest.mark.parametrize(
    ("fault", "rule"),
    [
        ("from datetime import datetime\nNOW = datetime.now()\n", "TID251"),
        ("import asyncio\nTASK = asyncio.create_task\n", "TID251"),
        ("from . import clock\n", "TID252"),
        ("def bare(x):\n    return x\n", "ANN"),
    ],
)
def test_style_bans_what_the_house_bans(tree: Path, fault: str, rule: str) -> None:
    plant(tree, "mentoring/errors.py", fault)
    found = run(tree, "ruff", "check", "--no-cache", "--output-format", "concise", "mentoring/errors.py")
    assert found.returncode == 1
    assert rule in found.stdout
