"""Calls of the Bot API by JSON over one kept pool of connections.

The sender's payloads are JSON already, so they go out as they are: building aiogram's method objects and forms
for them is half of the time an answer costs. Everything else uses aiogram's Bot with the session below.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, cast

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import InputFile
from aiohttp import ClientError, ClientTimeout, FormData

_JSON = {"Content-Type": "application/json"}


@dataclass(frozen=True, slots=True)
class Answer:
    """The Bot API's answer. `code` 0 means that none came: nobody knows whether the call was carried out."""

    ok: bool
    code: int
    description: str = ""
    result: Any = None
    retry_after: float = 0
    migrate_to: int | None = None


@dataclass(frozen=True, slots=True)
class Upload:
    field: str
    name: str
    data: bytes


class Transport:
    """The Bot API of one bot. No error of it ever carries the token."""

    def __init__(self, token: str, server: str, seconds: float = 30) -> None:
        api = TelegramAPIServer.from_base(server.rstrip("/"))
        self._api = api
        self._token = token
        self.session = JsonSession(api=api, timeout=seconds)
        self.bot = Bot(token, session=self.session)

    async def call(
        self, method: str, payload: str, *, upload: Upload | None = None, seconds: float | None = None
    ) -> Answer:
        """One call. Never raises for what the network or the server does."""
        session = await self.session.create_session()
        body: Any = _form(payload, upload) if upload else payload
        headers = None if upload else _JSON
        timeout = ClientTimeout(total=seconds or self.session.timeout)
        try:
            url = self._api.api_url(self._token, method)
            async with session.post(url, data=body, headers=headers, timeout=timeout) as response:
                return _read(response.status, await response.read())
        except (ClientError, TimeoutError, OSError) as error:
            return Answer(False, 0, type(error).__name__)

    async def download(self, file_id: str, limit: int) -> bytes | None:
        """A file of at most `limit` bytes; None when it is larger, gone or out of reach."""
        answer = await self.call("getFile", json.dumps({"file_id": file_id}))
        path = answer.result.get("file_path") if answer.ok and isinstance(answer.result, dict) else None
        if not path or answer.result.get("file_size", 0) > limit:
            return None
        session = await self.session.create_session()
        try:
            async with session.get(self._api.file_url(self._token, path)) as response:
                data = await response.content.read(limit + 1) if response.status == 200 else b""
                while 0 < len(data) <= limit and (more := await response.content.read(limit + 1)):
                    data += more
        except (ClientError, TimeoutError, OSError):
            return None
        return data if 0 < len(data) <= limit else None

    async def close(self) -> None:
        await self.session.close()


class JsonSession(AiohttpSession):
    """aiogram's session, sending JSON where there is no file to send."""

    async def make_request(
        self, bot: Bot, method: TelegramMethod[TelegramType], timeout: int | None = None
    ) -> TelegramType:
        files: dict[str, InputFile] = {}
        given = method.model_dump(warnings=False).items()
        ready = {k: self.prepare_value(v, bot=bot, files=files, _dumps_json=False) for k, v in given}
        if files:
            return await super().make_request(bot, method, timeout)
        session = await self.create_session()
        url = self.api.api_url(token=bot.token, method=method.__api_method__)
        body = json.dumps({name: value for name, value in ready.items() if value is not None})
        limit = ClientTimeout(total=timeout or self.timeout)
        async with session.post(url, data=body, headers=_JSON, timeout=limit) as response:
            text = await response.text()
        found = self.check_response(bot=bot, method=method, status_code=response.status, content=text)
        return cast(TelegramType, found.result)


def _form(payload: str, upload: Upload) -> FormData:
    form = FormData(quote_fields=False)
    for name, value in json.loads(payload).items():
        form.add_field(name, value if isinstance(value, str) else json.dumps(value))
    form.add_field(upload.field, upload.data, filename=upload.name)
    return form


def _read(status: int, body: bytes) -> Answer:
    try:
        data = json.loads(body)
    except (ValueError, RecursionError):
        return Answer(False, status, "not JSON")
    if not isinstance(data, dict):
        return Answer(False, status, "not an object")
    if data.get("ok"):
        return Answer(True, status, result=data.get("result"))
    more = data.get("parameters") or {}
    return Answer(
        False,
        int(data.get("error_code") or status),
        str(data.get("description") or ""),
        retry_after=float(more.get("retry_after") or 0),
        migrate_to=more.get("migrate_to_chat_id"),
    )
