"""Screens and notices become the Bot API's JSON. The only place that knows both."""

from __future__ import annotations

import json
from typing import Any

from handlers.screens import Button, Picker, Reply, Screen
from locales import Locales
from mentoring.notices.rules import Audience, Farewell, Notice, Priority, Privacy
from mentoring.texts import Words
from storage.outbox import File, Outgoing

# A file that the messenger has is sent again as what it came as; it cannot become another kind.
SENDS = {
    "photo": "sendPhoto",
    "document": "sendDocument",
    "voice": "sendVoice",
    "audio": "sendAudio",
    "video": "sendVideo",
    "video_note": "sendVideoNote",
}
TEXT_LIMIT, CAPTION_LIMIT, TOAST_LIMIT, LABEL_LIMIT = 4096, 1024, 200, 60


class Renderer:
    def __init__(self, locales: Locales) -> None:
        self._locales = locales

    def reply(
        self, reply: Reply, language: str, chat_id: int, person_id: int | None, message_id: int | None
    ) -> list[Outgoing]:
        """What leaves for one reply. The first screen takes the place of message `message_id`, where given."""
        found = []
        for screen in reply.screens:
            here = (screen.chat_id, None) if screen.chat_id else (chat_id, person_id)
            found.append(self._screen(screen, language, *here, message_id))
            message_id = None
        return found

    def _screen(
        self, screen: Screen, language: str, chat_id: int, person_id: int | None, message_id: int | None
    ) -> Outgoing:
        limit = CAPTION_LIMIT if screen.file is not None else TEXT_LIMIT
        text, mode = self.fitting(screen.parts, language, limit)
        payload: dict[str, Any] = {"chat_id": chat_id, **mode}
        payload |= self._around(screen, language, edits=message_id is not None and not screen.fresh)
        file = None
        if screen.file is not None and screen.file.reference:
            method = SENDS[screen.file.medium]
            payload |= {"caption": text, screen.file.medium: screen.file.reference}
        elif screen.file is not None:
            method = "sendPhoto" if screen.file.picture else "sendDocument"
            payload["caption"] = text
            file = File(screen.file.name, screen.file.data, screen.file.recipe)
        else:
            method = "sendMessage"
            payload |= {"text": text, "link_preview_options": {"is_disabled": True}}
            if message_id is not None and not screen.fresh:
                method = "editMessageText"
                payload["message_id"] = message_id
        return Outgoing(
            chat_id=chat_id,
            method=method,
            payload=_dumps(payload),
            audience=screen.audience.value,
            privacy=screen.privacy.value,
            person_id=person_id,
            file=file,
        )

    def _around(self, screen: Screen, language: str, *, edits: bool) -> dict[str, Any]:
        """The keyboard, and the group's topic: an edited message is in its topic already."""
        found: dict[str, Any] = {}
        if screen.rows:
            found["reply_markup"] = {"inline_keyboard": self._rows(screen.rows, language)}
        elif screen.picker is not None:
            found["reply_markup"] = self._picker(screen.picker, language)
        if screen.thread_id is not None and not edits:
            found["message_thread_id"] = screen.thread_id
        return found

    def notice(self, notice: Notice, language: str, chat_id: int) -> Outgoing:
        text, mode = self.fitting((notice.text,), language, CAPTION_LIMIT if notice.file else TEXT_LIMIT)
        payload: dict[str, Any] = {"chat_id": chat_id, **mode}
        if notice.file:
            payload["caption"] = text
        else:
            payload |= {"text": text, "link_preview_options": {"is_disabled": True}}
        if notice.buttons:
            rows = [[self._button(Button(b.label, b.data), language)] for b in notice.buttons]
            payload["reply_markup"] = {"inline_keyboard": rows}
        if notice.priority is not Priority.REPLY and not notice.urgent:
            payload["disable_notification"] = notice.audience is not Audience.SELF and not notice.sounding
        return Outgoing(
            chat_id=chat_id,
            method="sendDocument" if notice.file else "sendMessage",
            payload=_dumps(payload),
            audience=notice.audience.value,
            privacy=notice.privacy.value,
            person_id=notice.person_id,
            about_id=notice.about,
            key=notice.key,
            priority=int(notice.priority),
            file=File(notice.file.name, notice.file.data) if notice.file else None,
        )

    def farewell(self, farewell: Farewell) -> Outgoing:
        text = self.text((farewell.text,), farewell.language)
        payload = _dumps({"chat_id": farewell.tg_id, "parse_mode": "HTML", "text": text})
        return Outgoing(farewell.tg_id, "sendMessage", payload, Audience.SELF.value, Privacy.OWN.value)

    def fitting(self, parts: tuple[Words, ...], language: str, limit: int) -> tuple[str, dict[str, str]]:
        """The text and its mode, never longer than Telegram takes: what is refused there is silence here.

        Paragraphs go from the end; a first one that is too long alone is cut, without its markup.
        """
        for kept in range(len(parts), 0, -1):
            text = self.text(parts[:kept], language) + ("\n\n…" if kept < len(parts) else "")
            if units(text) <= limit:
                return text, {"parse_mode": "HTML"}
        return cut(self._locales.plain(parts[0], language), limit), {}

    def text(self, parts: tuple[Words, ...], language: str) -> str:
        return "\n\n".join(self._locales.html(part, language) for part in parts)

    def plain(self, words: Words, language: str) -> str:
        return self._locales.plain(words, language)

    def toast(self, words: Words, language: str) -> str:
        return cut(self._locales.plain(words, language), TOAST_LIMIT)

    def _rows(self, rows: tuple[tuple[Button, ...], ...], language: str) -> list[list[dict[str, str]]]:
        return [[self._button(button, language) for button in row] for row in rows if row]

    def _picker(self, picker: Picker, language: str) -> dict[str, Any]:
        if picker.label is None:
            return {"remove_keyboard": True}
        asked = {"request_id": 1, "chat_is_channel": False, "bot_is_member": True, "request_title": True}
        button = {"text": cut(self._locales.plain(picker.label, language), LABEL_LIMIT), "request_chat": asked}
        return {"keyboard": [[button]], "resize_keyboard": True, "one_time_keyboard": True}

    def _button(self, button: Button, language: str) -> dict[str, str]:
        label = cut(self._locales.plain(button.label, language), LABEL_LIMIT)
        return {"text": label, "url": button.url} if button.url else {"text": label, "callback_data": button.data}


def units(text: str) -> int:
    """Length in UTF-16 units, which is how Telegram counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, limit: int) -> str:
    """At most `limit` UTF-16 units, which is how Telegram counts."""
    raw = text.encode("utf-16-le")
    if len(raw) <= limit * 2:
        return text
    return raw[: (limit - 1) * 2].decode("utf-16-le", "ignore") + "…"


def _dumps(payload: dict[str, Any]) -> str:
    return json.dumps(payload, ensure_ascii=False, separators=(",", ":"))
