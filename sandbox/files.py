"""Files sent once and named ever after: ids per bot, what is known of pictures, where they are fetched."""

from __future__ import annotations

import base64
import hashlib
import mimetypes
import secrets
from pathlib import PurePath

from sandbox.model import Bot, Json, StoredFile

FOLDERS = {"photo": "photos", "document": "documents", "voice": "voice", "video": "videos", "audio": "music",
           "sticker": "stickers", "animation": "animations", "video_note": "video_notes"}  # fmt: skip
PREFIX = {
    "photo": "AgAC",
    "document": "BQAC",
    "voice": "AwAC",
    "video": "BAAC",
    "audio": "CQAC",
    "sticker": "CAAC",
}
MAX_DOWNLOAD = 20 * 1024 * 1024
MAX_PHOTO = 10 * 1024 * 1024


def stored(kind: str, name: str, mime: str, data: bytes, facts: Json | None = None) -> StoredFile:
    """A new file; a type that says nothing is guessed from the name."""
    if mime in ("", "application/octet-stream"):
        mime = mimetypes.guess_type(name)[0] or "application/octet-stream"
    clean = PurePath(name.replace("\\", "/")).name or "file"
    return StoredFile(secrets.token_urlsafe(12), kind, clean, mime, data, facts or {})


def file_id(bot: Bot, file: StoredFile) -> str:
    """The bot's own name for the file: another bot cannot use it."""
    digest = hashlib.sha256(f"{bot.id}:{file.unique}".encode()).digest()
    named = PREFIX.get(file.kind, "BQAC") + base64.urlsafe_b64encode(digest).decode().rstrip("=")
    bot.files.setdefault(named, file)
    return named


def file_path(bot: Bot, file: StoredFile) -> str:
    """Where /file/bot<token>/ serves it; good for as long as the sandbox runs."""
    extension = PurePath(file.name).suffix
    path = f"{FOLDERS.get(file.kind, 'documents')}/file_{file.unique}{extension}"
    bot.paths[path] = file
    return path


def file_facts(bot: Bot, file: StoredFile) -> Json:
    return {"file_id": file_id(bot, file), "file_unique_id": file.unique, "file_size": len(file.data)}


def media_fields(bot: Bot, file: StoredFile) -> Json:
    """The message field of a file: `document`, `photo` (a list of sizes), `voice` and so on."""
    facts = file_facts(bot, file)
    if file.kind == "photo":
        width, height = file.facts.get("width", 1), file.facts.get("height", 1)
        return {"photo": [{**facts, "width": width, "height": height}]}
    shown = {**facts, **file.facts}
    if file.kind in ("document", "video", "audio", "animation"):
        shown["file_name"] = file.name
    if file.kind not in ("sticker", "video_note"):
        shown["mime_type"] = file.mime
    return {file.kind: shown}


def picture_size(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels of a PNG, GIF or JPEG; None for anything else."""
    if data.startswith(b"\x89PNG\r\n\x1a\n") and len(data) >= 24:
        return int.from_bytes(data[16:20]), int.from_bytes(data[20:24])
    if data[:6] in (b"GIF87a", b"GIF89a") and len(data) >= 10:
        return int.from_bytes(data[6:8], "little"), int.from_bytes(data[8:10], "little")
    if data.startswith(b"\xff\xd8"):
        return _jpeg_size(data)
    return _webp_size(data)


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    """Walks the segments to the frame header (any SOF but the four that are not frames)."""
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            return int.from_bytes(data[at + 7 : at + 9]), int.from_bytes(data[at + 5 : at + 7])
        at += 2 + int.from_bytes(data[at + 2 : at + 4])
    return None


def _webp_size(data: bytes) -> tuple[int, int] | None:
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP" or len(data) < 30:
        return None
    if data[12:16] == b"VP8X":
        return int.from_bytes(data[24:27], "little") + 1, int.from_bytes(data[27:30], "little") + 1
    if data[12:16] == b"VP8 ":
        return int.from_bytes(data[26:28], "little") & 0x3FFF, int.from_bytes(data[28:30], "little") & 0x3FFF
    bits = int.from_bytes(data[21:25], "little")
    return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
