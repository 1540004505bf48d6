"""The file in a message, whatever kind of message brought it."""

from __future__ import annotations

from aiogram.types import Message

from mentoring.questionnaires.service import Given

# Telegram's kinds of message and what a questionnaire calls them.
KINDS = {"voice": "audio", "audio": "audio", "video": "video", "video_note": "video", "document": "file"}


def given_in(message: Message) -> Given | None:
    """None for words, stickers, places. A photo comes in several sizes: the largest, which is the last, counts."""
    if message.photo:
        largest = message.photo[-1]
        return Given("image", "photo", largest.file_id, "", largest.file_size or 0)
    for attribute, kind in KINDS.items():
        file = getattr(message, attribute)
        if file is not None:
            name = getattr(file, "file_name", None) or ""
            picture = kind == "file" and (file.mime_type or "").startswith("image/")
            return Given("image" if picture else kind, attribute, file.file_id, name, file.file_size or 0)
    return None
