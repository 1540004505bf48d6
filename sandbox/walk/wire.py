"""The sandbox's JSON interface over one kept connection; nothing but the standard library."""

from __future__ import annotations

import http.client
import json
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

Json = dict[str, Any]
SLOW = 700.0


class Refused(Exception):
    """The sandbox said no; `words` are its own."""

    def __init__(self, status: int, words: str) -> None:
        super().__init__(f"{status}: {words}")
        self.status = status
        self.words = words


class Sandbox:
    """`address` is the page's address, such as http://127.0.0.1:8081/."""

    def __init__(self, address: str) -> None:
        split = urlsplit(address)
        self._host, self._port = split.hostname or "127.0.0.1", split.port or 80
        self._connection: http.client.HTTPConnection | None = None

    def get(self, path: str, **query: object) -> Json:
        tail = f"?{urlencode(query)}" if query else ""
        found: Json = json.loads(self._ask("GET", f"/sandbox/{quote(path)}{tail}", None))
        return found

    def post(self, path: str, **body: object) -> Json:
        found: Json = json.loads(self._ask("POST", f"/sandbox/{path}", json.dumps(body).encode()))
        return found

    def download(self, path: str) -> bytes:
        """A file by the `url` a message names."""
        return self._ask("GET", urlsplit(path).path, None)

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _ask(self, method: str, path: str, body: bytes | None) -> bytes:
        try:
            return self._once(method, path, body)
        except (http.client.RemoteDisconnected, ConnectionResetError, BrokenPipeError):
            # A kept connection that the server had closed meanwhile: nothing of the question has reached it.
            self.close()
            return self._once(method, path, body)

    def _once(self, method: str, path: str, body: bytes | None) -> bytes:
        if self._connection is None:
            self._connection = http.client.HTTPConnection(self._host, self._port, timeout=SLOW)
        headers = {"Content-Type": "application/json"} if body is not None else {}
        self._connection.request(method, path, body, headers)
        answer = self._connection.getresponse()
        data = answer.read()
        if answer.status != 200:
            raise Refused(answer.status, _words(data))
        return data


def _words(data: bytes) -> str:
    try:
        return str(json.loads(data)["error"])
    except (ValueError, KeyError, TypeError):
        return "no answer that could be read"
