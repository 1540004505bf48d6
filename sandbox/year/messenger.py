"""The sandbox's JSON for people, over one kept pool of connections."""

from __future__ import annotations

from typing import Any

import aiohttp

from sandbox.errors import PeopleError
from sandbox.walk.chat import Message, message_of

Json = dict[str, Any]
PATIENCE = aiohttp.ClientTimeout(total=700)


class Messenger:
    """`base` is the sandbox's address without a slash at the end."""

    def __init__(self, base: str, session: aiohttp.ClientSession) -> None:
        self._base = base
        self._session = session

    async def post(self, path: str, **body: Any) -> Json:
        """Raises PeopleError where the sandbox says no."""
        async with self._session.post(f"{self._base}/sandbox/{path}", json=body, timeout=PATIENCE) as got:
            answer: Json = await got.json()
        if got.status != 200:
            raise PeopleError(got.status, str(answer.get("error")))
        return answer

    async def newcomer(self, name: str) -> int:
        return int((await self.post("people", first_name=name, language_code="ru"))["id"])

    async def say(self, person: int, text: str) -> None:
        await self.post("say", person=person, chat=person, text=text)

    async def press(self, person: int, message: int, data: str) -> None:
        """Whether or not the button is still shown: an old screen may be pressed too. Waits for no answer."""
        await self.post("press", person=person, chat=person, message=message, data=data, force=True, wait=0)

    async def look(self, person: int, after: int) -> list[Message]:
        """The bot's messages after that number, oldest first."""
        where = f"{self._base}/sandbox/chats/{person}/messages?as={person}&after={after}"
        async with self._session.get(where, timeout=PATIENCE) as got:
            found = await got.json()
        return [message_of(one) for one in found["messages"] if one["from"]["is_bot"] and not one["deleted"]]
