"""One-time tokens of invitation links. The token itself is shown once; only its hash is stored."""

from __future__ import annotations

import hashlib
import secrets


def new_token() -> str:
    """24 characters of the deep link's alphabet (Telegram takes up to 64 of A-Z a-z 0-9 _ -)."""
    return secrets.token_urlsafe(18)


def digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
