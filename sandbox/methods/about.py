"""The bot itself: getMe, commands, names, files. https://core.telegram.org/bots/api#available-methods."""

from __future__ import annotations

import json
import re
from typing import Any

from sandbox.errors import bad
from sandbox.files import MAX_DOWNLOAD, file_facts, file_path
from sandbox.methods.call import Call, method
from sandbox.model import Json

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
LIMITS = {"name": 64, "description": 512, "short_description": 120}
SCOPES = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators", "chat",
          "chat_administrators", "chat_member")  # fmt: skip


@method("getMe")
def get_me(call: Call) -> Json:
    return call.bot.user() | {
        "can_join_groups": True,
        "can_read_all_group_messages": not call.bot.privacy,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
        "can_manage_bots": False,
    }


@method("logOut", "close")
def log_out(_call: Call) -> bool:
    return True


def _scope(call: Call) -> tuple[str, str]:
    """A key of the scope and the language; 400 for a scope that is none."""
    scope = call.args.object("scope", "BotCommandScope") or {"type": "default"}
    if not isinstance(scope, dict) or scope.get("type") not in SCOPES:
        raise bad("can't parse BotCommandScope: Unsupported type specified")
    language = call.args.text("language_code")
    if language and not re.fullmatch(r"[a-z]{2}", language):
        raise bad("invalid language code specified")
    if "chat_id" in scope:
        scope = {**scope, "chat_id": str(scope["chat_id"])}
    return json.dumps(scope, sort_keys=True), language


def _command(value: Any) -> Json:
    if not isinstance(value, dict):
        raise bad("can't parse BotCommand: expected an Object")
    name = str(value.get("command", "")).lstrip("/")
    description = str(value.get("description", "")).strip()
    if not _COMMAND.fullmatch(name):
        raise bad("BOT_COMMAND_INVALID")
    if not 1 <= len(description) <= 256:
        raise bad("BOT_COMMAND_DESCRIPTION_INVALID" if not description else "command description is too long")
    return {"command": name, "description": description}


@method("setMyCommands")
def set_commands(call: Call) -> bool:
    commands = [_command(one) for one in call.args.array("commands", "bot commands")]
    if len(commands) > 100:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    call.bot.commands[_scope(call)] = commands
    call.world.changes.state()
    return True


@method("deleteMyCommands")
def delete_commands(call: Call) -> bool:
    call.bot.commands.pop(_scope(call), None)
    call.world.changes.state()
    return True


@method("getMyCommands")
def get_commands(call: Call) -> list[Json]:
    """Of exactly this scope and language, as set."""
    return call.bot.commands.get(_scope(call), [])


def _field(call: Call) -> str:
    """name, description or short_description, from the method's own name."""
    return {"name": "name", "description": "description", "shortdescription": "short_description"}[call.name[5:]]


@method("setMyName", "setMyDescription", "setMyShortDescription")
def set_text(call: Call) -> bool:
    name = _field(call)
    value, language = call.args.text(name), call.args.text("language_code")
    if len(value) > LIMITS[name]:
        raise bad(f"bot {name.replace('_', ' ')} is too long")
    call.bot.texts[name, language] = value
    if name == "name" and not language and value:
        call.bot.first_name = value
    call.world.changes.state()
    return True


@method("getMyName", "getMyDescription", "getMyShortDescription")
def get_text(call: Call) -> Json:
    """In the language asked for, else the general one."""
    name = _field(call)
    texts = call.bot.texts
    general = texts.get((name, "")) or (call.bot.first_name if name == "name" else "")
    return {name: texts.get((name, call.args.text("language_code"))) or general}


@method("setChatMenuButton")
def set_menu(call: Call) -> bool:
    button = call.args.object("menu_button", "MenuButton") or {"type": "default"}
    if not isinstance(button, dict) or button.get("type") not in ("commands", "default", "web_app"):
        raise bad("MenuButton has unsupported type")
    call.bot.menus[call.args.number("chat_id")] = button
    return True


@method("getChatMenuButton")
def get_menu(call: Call) -> Json:
    menus = call.bot.menus
    return menus.get(call.args.number("chat_id")) or menus.get(0) or {"type": "default"}


@method("setMyDefaultAdministratorRights")
def set_rights(call: Call) -> bool:
    call.bot.rights[call.args.flag("for_channels")] = call.args.object("rights", "ChatAdministratorRights") or {}
    return True


@method("getFile")
def get_file(call: Call) -> Json:
    """A path good for downloading; 20 MB at most."""
    file = call.bot.files.get(call.args.text("file_id"))
    if file is None:
        raise bad("invalid file_id" if call.args.has("file_id") else "file_id not specified")
    if len(file.data) > MAX_DOWNLOAD:
        raise bad("file is too big")
    return file_facts(call.bot, file) | {"file_path": file_path(call.bot, file)}
