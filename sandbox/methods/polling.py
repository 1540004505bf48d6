"""getUpdates and the webhook settings: https://core.telegram.org/bots/api#getting-updates."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from sandbox.errors import bad, conflict
from sandbox.methods.call import Call, method
from sandbox.model import Json, Webhook

MAX_TIMEOUT = 50
ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


def set_allowed(call: Call) -> None:
    """Sticky: omitted means unchanged, an empty list the default."""
    if call.args.raw.get("allowed_updates") not in (None, ""):
        call.bot.queue.allow([str(one) for one in call.args.array("allowed_updates", "allowed_updates")])


@method("getUpdates")
async def get_updates(call: Call) -> list[Json]:
    if call.bot.webhook is not None:
        raise conflict(ACTIVE)
    args = call.args
    limit = min(max(args.number("limit", 100), 1), 100)
    timeout = min(max(args.number("timeout"), 0), MAX_TIMEOUT)
    set_allowed(call)
    return await call.bot.queue.poll(args.number("offset"), limit, timeout, call.world.clock.unix())


@method("setWebhook")
def set_webhook(call: Call) -> bool:
    """Any http(s) address: like a --local server, no port is refused. An empty one deletes the webhook."""
    url = call.args.text("url").strip()
    if not url:
        return _without_webhook(call)
    if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname:
        raise bad("bad webhook: invalid webhook URL specified")
    secret = call.args.text("secret_token")
    if secret and not _SECRET.fullmatch(secret):
        raise bad("secret token contains illegal characters" if len(secret) <= 256 else "secret token is too long")
    set_allowed(call)
    _drop_pending(call)
    connections = min(max(call.args.number("max_connections", 40), 1), 100)
    call.bot.queue.end_waiting("terminated by setWebhook request")
    call.bot.webhook = Webhook(url, secret, connections)
    call.bot.queue.wake()
    return True


@method("deleteWebhook")
def delete_webhook(call: Call) -> bool:
    return _without_webhook(call)


def _without_webhook(call: Call) -> bool:
    call.bot.webhook = None
    _drop_pending(call)
    call.bot.queue.wake()
    return True


def _drop_pending(call: Call) -> None:
    if call.args.flag("drop_pending_updates"):
        call.bot.queue.items.clear()


@method("getWebhookInfo")
def get_webhook_info(call: Call) -> Json:
    hook, queue = call.bot.webhook, call.bot.queue
    info: dict[str, Any] = {
        "url": hook.url if hook else "",
        "has_custom_certificate": False,
        "pending_update_count": len(queue.items),
    }
    if hook is not None:
        info["max_connections"] = hook.max_connections
    if hook is not None and hook.last_error_date:
        info |= {"last_error_date": hook.last_error_date, "last_error_message": hook.last_error_message}
    if queue.allowed is not None:
        info["allowed_updates"] = sorted(queue.allowed)
    return info
