"""The command line. Each command imports only what it needs: a link is made without loading Telegram's library."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Callable, Sequence

from bot import cli

_FACTS = {
    "address": "postal address of the school",
    "details": "registration details (INN, OGRN)",
    "processor": "who runs the bot's server on the school's behalf; empty: the school itself",
    "site": "the school's web site",
}
_SOLVE = "read mentors, mentees, scores and pins as JSON, answer with the best pairs as a whole"
Command = Callable[[argparse.Namespace], int]


def parser() -> argparse.ArgumentParser:
    found = argparse.ArgumentParser(prog="python -m bot", description="The mentoring bot of a school.")
    commands = found.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _serving(commands)
    _schools(commands)
    _database(commands)
    _doors(commands)
    return found


def _add(commands: object, name: str, help_text: str, run: Command) -> argparse.ArgumentParser:
    found: argparse.ArgumentParser = commands.add_parser(name, help=help_text)  # type: ignore[attr-defined]
    found.set_defaults(run=run)
    return found


def _serving(commands: object) -> None:
    _add(commands, "run", "serve Telegram (BOT_TOKEN=…)", cli.run)
    demo = _add(commands, "demo", "the bot and a messenger page on this machine, without a token", cli.demo)
    demo.add_argument("--seed", choices=["school"], default="school", help="a demo school with people (default)")
    demo.add_argument("--empty", action="store_true", help="nobody: make people and a school yourself")
    demo.add_argument("--speed", type=float, default=1.0, metavar="N", help="let the clock run N times as fast")
    demo.add_argument("--port", type=int, default=8081, help="the page's port; 0 picks a free one")
    demo.add_argument("--keep", action="store_true", help="keep the last demo's database")
    _simulation(commands)
    _add(commands, "doctor", "check settings, database, token, clock, groups; say what to do", cli.doctor)


def _simulation(commands: object) -> None:
    year = _add(commands, "simulate", "a school's year by robots, checked; one line of JSON", cli.simulate)
    year.add_argument("--people", type=int, default=40, help="teachers: half mentors, half mentees")
    year.add_argument("--year", type=int, default=2026, help="from 1 August of this year")
    year.add_argument("--seed", type=int, default=1)
    year.add_argument("--weeks", type=int, default=52, help="only the first so many weeks of the year")
    year.add_argument("--database", metavar="URL", help="an empty database (default: a temporary SQLite file)")
    year.add_argument("--processes", type=int, default=1, help="so many bots at once, on PostgreSQL")


def _schools(commands: object) -> None:
    school = commands.add_parser("school", help="add a school, list schools")  # type: ignore[attr-defined]
    actions = school.add_subparsers(dest="action", required=True)
    add = _add(actions, "add", "make a school and print the curator's one-time link", cli.school_add)
    add.add_argument("name")
    add.add_argument("--zone", default="Europe/Moscow", help="IANA time zone (default Europe/Moscow)")
    add.add_argument("--language", choices=["ru", "en"], default="ru")
    change = _add(actions, "set", "what the consents say of the school as operator", cli.school_set)
    change.add_argument("school", type=int, help="number from `school list`")
    for name in ("address", "details", "processor", "site"):
        change.add_argument(f"--{name}", help=_FACTS[name])
    _add(actions, "list", "the schools in this database", cli.school_list)
    invite = _add(commands, "invite", "a one-time link for a school (a lost curator's way back)", cli.invite)
    invite.add_argument("--school", type=int, required=True, help="number from `school list`")
    invite.add_argument("--role", default="curator")


def _database(commands: object) -> None:
    migrate = _add(commands, "migrate", "bring the database to this version's schema", cli.migrate)
    migrate.add_argument("--to", default="head", help="a revision, or `base`")
    backup = _add(commands, "backup", "copy the database while the bot runs", cli.backup)
    backup.add_argument("file")
    restore = _add(commands, "restore", "put a backup in place (stop the bot first)", cli.restore)
    restore.add_argument("file")
    restore.add_argument("--yes", action="store_true", help="replace the present database without asking")


def _doors(commands: object) -> None:
    door = commands.add_parser("questionnaire", help="check a questionnaire's file")  # type: ignore[attr-defined]
    actions = door.add_subparsers(dest="action", required=True)
    check = _add(
        actions, "check", "read an XLSForm (.xlsx .xls .csv .md), answer with JSON", cli.questionnaire_check
    )
    check.add_argument("file")
    matching = commands.add_parser("matching", help="find pairs")  # type: ignore[attr-defined]
    solve = _add(matching.add_subparsers(dest="action", required=True), "solve", _SOLVE, cli.matching_solve)
    solve.add_argument("file")
    when = _add(commands, "when", "read a time, a length of time or a number in words", cli.when)
    when.add_argument("text")
    when.add_argument("--now", help="a moment with its offset: 2026-11-24T10:00+03:00 (default: the present)")
    plan = commands.add_parser("roadmap", help="the programme's plan")  # type: ignore[attr-defined]
    exports = plan.add_subparsers(dest="action", required=True)
    export = _add(exports, "export", "the 29 steps of a school's year as JSON", cli.roadmap_export)
    export.add_argument("--language", choices=["ru", "en"], default="ru")


def main(arguments: Sequence[str] | None = None) -> int:
    args = parser().parse_args(arguments)
    try:
        code: int = args.run(args)
    except cli.Refused as error:
        print(error, file=sys.stderr)
        return 2
    except (KeyboardInterrupt, asyncio.CancelledError):
        return 130
    return code


if __name__ == "__main__":
    sys.exit(main())
