"""Formatting as Telegram does it: HTML, MarkdownV2, Markdown and entities, counted in UTF-16 units."""
