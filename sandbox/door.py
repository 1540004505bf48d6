"""The bot's own door: how the sandbox moves the bot's clock and learns whether it is at rest."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import aiohttp

from sandbox.errors import PeopleError

CLOCK_TIMEOUT = aiohttp.ClientTimeout(total=600)
IDLE_TIMEOUT = aiohttp.ClientTimeout(total=10)


class Door:
    """POST {url}/clock and GET {url}/idle; without a url nothing is asked and the bot counts as idle."""

    def __init__(self, url: str | None) -> None:
        self.url = url.rstrip("/") if url else None
        self._session: aiohttp.ClientSession | None = None

    def _http(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession()
        return self._session

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()

    async def move(self, to: datetime) -> None:
        """Returns when the bot has handled everything due by `to`; PeopleError 502 when it does not answer."""
        if self.url is None:
            return
        try:
            async with self._http().post(
                f"{self.url}/clock", json={"now": to.isoformat()}, timeout=CLOCK_TIMEOUT
            ) as got:
                got.raise_for_status()
        except (aiohttp.ClientError, TimeoutError) as error:
            raise PeopleError(502, f"the bot's door does not answer: {type(error).__name__}") from error

    async def idle(self) -> dict[str, Any]:
        """{"idle", "pending", "next_event"}; a door that does not answer is not idle."""
        if self.url is None:
            return {"idle": True, "pending": 0, "next_event": None}
        try:
            async with self._http().get(f"{self.url}/idle", timeout=IDLE_TIMEOUT) as got:
                got.raise_for_status()
                answer = await got.json()
        except (aiohttp.ClientError, TimeoutError, ValueError):
            return {"idle": False, "pending": 0, "next_event": None}
        return answer if isinstance(answer, dict) else {"idle": False}
