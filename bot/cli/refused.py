"""A command that cannot be carried out, in words for the operator."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.config import Settings


class Refused(Exception):
    """The message is shown as it is; exit code 2."""


def settings() -> Settings:
    """The settings, or a refusal that names what is wrong without showing any value (a token is one)."""
    from pydantic import ValidationError

    from bot.config import Settings

    try:
        return Settings()
    except ValidationError as error:
        lines = [f"{'.'.join(map(str, e['loc'])).upper() or 'settings'}: {e['msg']}" for e in error.errors()]
        raise Refused("Settings are not right:\n  " + "\n  ".join(lines)) from None
