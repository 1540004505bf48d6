"""How a sandbox is started."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Limits = Literal["on", "off", "strict"]


@dataclass(frozen=True, slots=True)
class Options:
    """`bot_door` is the bot's own http address for moving its clock; `speed` seconds pass in one."""

    seed: Literal["school", "empty"] = "school"
    speed: float = 1.0
    strict: bool = False
    bot_door: str | None = None
    token: str = "1000001:sandbox-demo-token"  # noqa: S105 - it opens nothing but this process
    username: str = "uchitel_demo_bot"
    first_name: str = "Учитель — учитель"
    limits: Limits = "on"
