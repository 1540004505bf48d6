"""Counters for `/metrics`. Labels are kinds of things, never people."""

from __future__ import annotations

from prometheus_client import Counter, Gauge, Histogram

RECEIVED = Counter("bot_updates_received_total", "Updates kept in the inbox", ["way"])
HANDLED = Counter("bot_updates_handled_total", "Updates by how they ended", ["end"])
SENT = Counter("bot_calls_total", "Calls of the Bot API by method and fate", ["method", "fate"])
WAITING = Gauge("bot_waiting", "Updates and messages that wait", ["where"])
HANDLING = Histogram("bot_batch_seconds", "One batch of updates, handled and committed")
