"""`school add`, `school list`, `invite`: the operator's part before anybody has pressed anything."""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Callable
from typing import Any, TypeVar
from zoneinfo import available_timezones

from bot.cli.refused import Refused, settings
from mentoring.clock import Clock
from mentoring.errors import ProgrammeError
from mentoring.people.rules import Role

T = TypeVar("T")


def _work(work: Callable[..., T]) -> T:
    """Run a use case of the operator in the database of the settings, made if it is not there yet."""
    from storage import migrate
    from storage.engine import Database
    from storage.unit import StorageUnit

    async def inside() -> T:
        database = Database(settings().database_url)
        try:
            await migrate.upgrade(database)
            return await database.write(lambda c: work(StorageUnit(c, Clock().now())))
        finally:
            await database.close()

    return asyncio.run(inside())


def _link(unit: Any, token: str) -> str:
    from storage import facts

    username = facts.get(unit.connection, "bot_username")
    if username is None:
        return f"/start {token}\n(send this to the bot; once it has run, links are printed here)"
    return f"https://t.me/{username}?start={token}"


def school_add(args: argparse.Namespace) -> int:
    from mentoring.people.entrance import found_school

    if args.zone not in available_timezones():
        raise Refused(f"There is no time zone {args.zone}; for example: Europe/Moscow, Asia/Yekaterinburg.")

    def work(unit: Any) -> str:
        made = found_school(unit, args.name, args.language, args.zone)
        return f"School {made.school.id}: {made.school.name}\nThe curator's one-time link, for 7 days:\n" + _link(
            unit, made.token
        )

    try:
        print(_work(work))
    except ProgrammeError as error:
        raise Refused(f"The school's name must have 1 to {error.params['limit']} characters.") from None
    return 0


def demo_school() -> str:
    """The demo's school; returns its curator's token."""
    from mentoring.people.entrance import found_school

    return _work(lambda unit: found_school(unit, "МБОУ «СОШ № 6»").token)


def school_list(_args: argparse.Namespace) -> int:
    def work(unit: Any) -> list[str]:
        schools = unit.schools.all()
        return [
            f"{s.id}\t{s.name}\t{s.zone}\t{'set up' if s.setup_step >= 5 else 'being set up'}" for s in schools
        ]

    print("\n".join(_work(work)) or 'No schools yet: python -m bot school add "…"')
    return 0


def school_set(args: argparse.Namespace) -> int:
    """A changed fact changes the consent's text, so people are asked again only when its version is raised too."""
    names = ("address", "details", "processor", "site")
    given = {name: getattr(args, name) for name in names if getattr(args, name) is not None}
    if not given:
        raise Refused("Say what to set: --address, --details, --processor or --site.")

    def work(unit: Any) -> bool:
        if args.school not in {s.id for s in unit.schools.all()}:
            return False
        unit.schools.update(args.school, **given)
        return True

    if not _work(work):
        raise Refused(f"There is no school {args.school}: see `python -m bot school list`.")
    print("Set: " + ", ".join(given))
    return 0


def invite(args: argparse.Namespace) -> int:
    from mentoring.people.entrance import staff_link

    try:
        role = Role(args.role)
    except ValueError:
        raise Refused(f"There is no role {args.role}; there are: {', '.join(Role)}.") from None

    def work(unit: Any) -> str | None:
        if args.school not in {s.id for s in unit.schools.all()}:
            return None
        return _link(unit, staff_link(unit, args.school, role))

    link = _work(work)
    if link is None:
        raise Refused(f"There is no school {args.school}: see `python -m bot school list`.")
    print(link)
    return 0
