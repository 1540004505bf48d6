"""reply_markup: what is a keyboard and what is refused (https://core.telegram.org/bots/api#inlinekeyboardmarkup)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sandbox.args import Args
from sandbox.entities.shape import checked_link, link_user
from sandbox.errors import bad
from sandbox.model import Json

MAX_DATA = 64
MAX_BUTTONS = 100
ACTIONS = (
    "url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay",
)  # fmt: skip
SHOWN = ("text", "icon_custom_emoji_id", "style", *ACTIONS)
REPLY_KINDS = frozenset(("keyboard", "remove_keyboard", "force_reply"))


@dataclass(frozen=True, slots=True)
class Markup:
    """`inline` goes with the message and can be edited; `reply` is the keyboard under the field of input."""

    inline: Json | None = None
    reply: Json | None = None


NO_MARKUP = Markup()


def read_markup(args: Args) -> Markup:
    """ApiError 400 for a keyboard Telegram refuses."""
    value = args.object("reply_markup", "reply keyboard markup")
    if value is None or value == {}:
        return NO_MARKUP
    if not isinstance(value, dict):
        raise bad("object expected as reply markup")
    if "inline_keyboard" in value:
        return Markup(inline=_inline(value["inline_keyboard"]))
    if REPLY_KINDS & value.keys():
        _check_keys(value.get("keyboard", []))
        return Markup(reply=value)
    return NO_MARKUP


def _check_keys(rows: Any) -> None:
    """Keys are words, or objects with a text; a key that asks for a chat says which kind and by which number."""
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad('can\'t parse keyboard button: Field "keyboard" must be an Array of Arrays')
    for key in (key for row in rows for key in row):
        if not isinstance(key, str) and not (isinstance(key, dict) and isinstance(key.get("text"), str)):
            raise bad("can't parse keyboard button: Can't find field \"text\"")
        if isinstance(key, dict) and "request_chat" in key and not _asks_well(key["request_chat"]):
            raise bad("can't parse keyboard button: Can't find field \"request_id\"")


def _asks_well(wanted: Any) -> bool:
    return isinstance(wanted, dict) and isinstance(wanted.get("request_id"), int) and "chat_is_channel" in wanted


def _inline(rows: Any) -> Json | None:
    if not isinstance(rows, list):
        raise bad('can\'t parse inline keyboard button: Field "inline_keyboard" must be of type Array')
    checked = [[_button(button) for button in _row(row)] for row in rows]
    kept = [row for row in checked if row]
    if sum(map(len, kept)) > MAX_BUTTONS:
        raise bad("reply markup is too long")
    return {"inline_keyboard": kept} if kept else None


def _row(row: Any) -> list[Any]:
    if not isinstance(row, list):
        raise bad('can\'t parse inline keyboard button: Field "inline_keyboard" must be an Array of Arrays')
    return row


def _button(button: Any) -> Json:
    if not isinstance(button, dict):
        raise bad("can't parse inline keyboard button: expected an Object")
    text = button.get("text")
    if not isinstance(text, str):
        raise bad("can't parse inline keyboard button: Can't find field \"text\"")
    shown = {name: button[name] for name in SHOWN if button.get(name) is not None}
    if not any(action in shown for action in ACTIONS):
        raise bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if not text.strip():
        raise bad("BUTTON_TEXT_EMPTY")
    return _checked(shown)


def _checked(shown: Json) -> Json:
    if "callback_data" in shown:
        data = shown["callback_data"]
        if not isinstance(data, str) or not 1 <= len(data.encode("utf-8", "surrogatepass")) <= MAX_DATA:
            raise bad("BUTTON_DATA_INVALID")
    if "url" in shown:
        shown["url"] = _url(shown["url"])
    return shown


def _url(url: Any) -> str:
    if isinstance(url, str) and link_user(url):
        return url
    checked = checked_link(url) if isinstance(url, str) else ""
    if not checked:
        raise bad(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    return checked
