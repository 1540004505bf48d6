"""What the commands do, one file a kind of work; heavy imports stay inside the functions that need them."""

from __future__ import annotations

from bot.cli.database import backup, migrate, restore
from bot.cli.demo import demo
from bot.cli.doctor import doctor
from bot.cli.doors import questionnaire_check
from bot.cli.matching import matching_solve
from bot.cli.refused import Refused
from bot.cli.roadmap import roadmap_export
from bot.cli.schools import invite, school_add, school_list, school_set
from bot.cli.serve import run
from bot.cli.simulate import simulate
from bot.cli.when import when

__all__ = [
    "Refused",
    "backup",
    "demo",
    "doctor",
    "invite",
    "matching_solve",
    "migrate",
    "questionnaire_check",
    "restore",
    "roadmap_export",
    "run",
    "school_add",
    "school_list",
    "school_set",
    "simulate",
    "when",
]
