"""The same five buttons under every question, and a screen that says something new at every press."""

from __future__ import annotations

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

ENDS = 5


def scale() -> InlineKeyboardMarkup:
    row = [InlineKeyboardButton(text=str(n), callback_data=f"scale:{n}") for n in range(1, ENDS + 1)]
    return InlineKeyboardMarkup(inline_keyboard=[row])


def next_screen(text: str | None) -> str:
    """Counts up, because Telegram refuses an edit that changes nothing."""
    number = int(text.rpartition(" ")[2]) if text and text.rpartition(" ")[2].isdecimal() else 0
    return f"Question {number + 1}"
