"""What is said and done in a group becomes the Bot API's JSON: silent messages, polls, and deeds on messages."""

from __future__ import annotations

import json
from typing import Any

from bot.telegram.render import TEXT_LIMIT, Renderer, cut
from mentoring.notices.rules import Priority
from mentoring.reflection.rules_posts import Deed, GroupDeed, GroupPost, LinkButton
from storage.outbox import Outgoing

QUESTION_LIMIT, OPTION_LIMIT = 300, 100
HEARD = "👍"
METHODS = {Deed.HEAR: "setMessageReaction", Deed.CLOSE: "stopPoll", Deed.ERASE: "deleteMessage"}


def in_group(one: GroupPost | GroupDeed, renderer: Renderer) -> Outgoing:
    return _deed(one) if isinstance(one, GroupDeed) else _post(one, renderer)


def _post(post: GroupPost, renderer: Renderer) -> Outgoing:
    payload: dict[str, Any] = {"chat_id": post.chat_id, "disable_notification": True}
    if post.thread_id is not None:
        payload["message_thread_id"] = post.thread_id
    if post.reply_to is not None:
        payload["reply_parameters"] = {"message_id": post.reply_to, "allow_sending_without_reply": True}
    payload |= _poll(post, renderer) if post.options else _words(post, renderer)
    return Outgoing(
        chat_id=post.chat_id,
        method="sendPoll" if post.options else "sendMessage",
        payload=json.dumps(payload, ensure_ascii=False, separators=(",", ":")),
        audience=post.audience.value,
        privacy=post.privacy.value,
        about_id=post.about,
        key=post.key,
        priority=int(Priority.REMINDER),
    )


def _words(post: GroupPost, renderer: Renderer) -> dict[str, Any]:
    text, mode = renderer.fitting(post.text, post.language, TEXT_LIMIT)
    found: dict[str, Any] = {"text": text, **mode, "link_preview_options": {"is_disabled": True}}
    if post.buttons:
        rows = [[_button(button, post.language, renderer)] for button in post.buttons]
        found["reply_markup"] = {"inline_keyboard": rows}
    return found


def _button(button: LinkButton, language: str, renderer: Renderer) -> dict[str, str]:
    text = cut(renderer.plain(button.label, language), 60)
    return {"text": text, "url": button.url} if button.url else {"text": text, "callback_data": button.data}


def _poll(post: GroupPost, renderer: Renderer) -> dict[str, Any]:
    """Without names, one choice each."""
    question = cut(renderer.plain(post.text[0], post.language), QUESTION_LIMIT)
    options = [{"text": cut(option, OPTION_LIMIT)} for option in post.options]
    return {"question": question, "options": options, "is_anonymous": True}


def _deed(deed: GroupDeed) -> Outgoing:
    payload: dict[str, Any] = {"chat_id": deed.chat_id, "message_id": deed.message_id}
    if deed.deed is Deed.HEAR:
        payload["reaction"] = [{"type": "emoji", "emoji": HEARD}]
    return Outgoing(
        chat_id=deed.chat_id,
        method=METHODS[deed.deed],
        payload=json.dumps(payload, ensure_ascii=False, separators=(",", ":")),
        audience=deed.audience.value,
        privacy=deed.privacy.value,
        priority=int(Priority.REMINDER),
    )
