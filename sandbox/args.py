"""The parameters of one Bot API call, whichever way they came: query, JSON, form, multipart."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from sandbox.errors import ApiError, bad

MAX_UPLOAD = 50 * 1024 * 1024
# Room for the other fields of a form that carries a file of the allowed size.
MAX_BODY = MAX_UPLOAD + 4 * 1024 * 1024
TRUE = frozenset(("true", "yes", "1"))


@dataclass(frozen=True, slots=True)
class Upload:
    name: str
    mime: str
    data: bytes


@dataclass(slots=True)
class Args:
    """`raw` as given (strings, or JSON values); `files` by the name of their part."""

    raw: dict[str, Any]
    files: dict[str, Upload] = field(default_factory=dict)

    def has(self, name: str) -> bool:
        return self.raw.get(name) not in (None, "")

    def text(self, name: str, default: str = "") -> str:
        value = self.raw.get(name)
        if value is None:
            return default
        return value if isinstance(value, str) else json.dumps(value)

    def number(self, name: str, default: int = 0) -> int:
        """Telegram takes what is not a number for absent."""
        value = self.raw.get(name)
        try:
            return int(value) if value not in (None, "") else default
        except (TypeError, ValueError):
            return default

    def flag(self, name: str) -> bool:
        value = self.raw.get(name)
        return value.strip().lower() in TRUE if isinstance(value, str) else bool(value)

    def object(self, name: str, what: str) -> Any:
        """A JSON value, from text when it came in a form; `what` names it in the error."""
        value = self.raw.get(name)
        if not isinstance(value, str):
            return value
        if not value.strip():
            return None
        try:
            return json.loads(value)
        except ValueError as error:
            raise bad(f"can't parse {what} JSON object") from error

    def array(self, name: str, what: str) -> list[Any]:
        value = self.object(name, what)
        if value is None:
            return []
        if not isinstance(value, list):
            raise bad(f"can't parse {what}: expected an Array")
        return value

    def numbers(self, name: str) -> list[int]:
        """A list of message identifiers."""
        try:
            return [int(one) for one in self.array(name, "message identifiers")]
        except (TypeError, ValueError) as error:
            raise bad("invalid message identifier specified") from error


async def read_args(request: web.Request) -> Args:
    """ApiError 400 for a body that cannot be read, 413 for one that is too large."""
    raw: dict[str, Any] = dict(request.query)
    if not request.body_exists:
        return Args(raw)
    try:
        return await _read_body(request, raw)
    except web.HTTPRequestEntityTooLarge as error:
        raise ApiError(413, "Request Entity Too Large") from error


async def _read_body(request: web.Request, raw: dict[str, Any]) -> Args:
    kind = request.content_type
    if kind == "application/json":
        raw.update(_json_object(await request.read()))
        return Args(raw)
    if kind == "multipart/form-data":
        return await _read_multipart(request, raw)
    if kind == "application/x-www-form-urlencoded":
        raw.update(await request.post())
    return Args(raw)


def _json_object(body: bytes) -> dict[str, Any]:
    try:
        value = json.loads(body)
    except ValueError as error:
        raise bad("can't parse JSON object") from error
    if not isinstance(value, dict):
        raise bad("can't parse JSON object")
    if lone_surrogates(body, value):
        raise bad("strings must be encoded in UTF-8")
    return value


def lone_surrogates(body: bytes, value: Any) -> bool:
    """Whether JSON escapes hide half a character, which no one else could read again."""
    if b"\\ud" not in body.lower():
        return False
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return True
    return False


async def _read_multipart(request: web.Request, raw: dict[str, Any]) -> Args:
    files: dict[str, Upload] = {}
    try:
        form = await request.post()
    except ValueError as error:
        raise bad("can't parse multipart body") from error
    for name, value in form.items():
        if isinstance(value, web.FileField):
            files[name] = _upload(value)
        else:
            raw[name] = value
    return Args(raw, files)


def _upload(part: web.FileField) -> Upload:
    data = part.file.read()
    if len(data) > MAX_UPLOAD:
        raise ApiError(413, "Request Entity Too Large")
    return Upload(part.filename or "file", part.content_type or "application/octet-stream", data)
