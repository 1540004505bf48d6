"""The one settings object: read from the environment and `.env` by the command line, never at import."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

DEFAULT_DATABASE = "sqlite+aiosqlite:///data/mentoring.db"


class Settings(BaseSettings):
    """Names in the environment are these in capitals: BOT_TOKEN, DATABASE_URL, …"""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", frozen=True)

    bot_token: SecretStr = Field(default=SecretStr(""), description="from @BotFather")
    bot_api: str = Field(default="https://api.telegram.org", description="the Bot API server's address")
    database_url: str = Field(
        default=DEFAULT_DATABASE, description="SQLAlchemy URL: sqlite+aiosqlite or postgresql+asyncpg"
    )
    database_pool: int = Field(default=8, ge=2, description="connections to PostgreSQL of one process")
    workers: int = Field(default=4, ge=1, description="updates handled side by side on PostgreSQL")

    mode: Literal["polling", "webhook"] = "polling"
    webhook_url: str = Field(default="", description="public https address Telegram posts to")
    webhook_secret: SecretStr = Field(default=SecretStr(""), description="16 or more of A-Z a-z 0-9 _ -")
    webhook_host: str = "127.0.0.1"
    webhook_port: int = 8443

    ops_host: str = Field(default="127.0.0.1", description="address of /healthz, /readyz, /metrics")
    ops_port: int = Field(default=8090, description="0 picks a free one")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_format: Literal["json", "console"] = "json"
    sender_in_air: int = Field(
        default=1, ge=1, le=30, description="new messages in the air at once; a kill repeats at most so many"
    )
    rehearsal: bool = Field(
        default=False, description="open /clock and /idle beside /healthz: the clock can be moved forward"
    )
    clock_stands: bool = Field(
        default=False, description="in a rehearsal: time passes by /clock alone, and the ticks run there alone"
    )
    sender_paced: bool = Field(
        default=True,
        description="in a rehearsal, false: send as fast as the server takes it",
    )

    @property
    def stands(self) -> bool:
        return self.rehearsal and self.clock_stands

    @property
    def paced(self) -> bool:
        """Real Telegram is never written to without its limits."""
        return self.sender_paced or not self.rehearsal

    @model_validator(mode="after")
    def _webhook_is_closed(self) -> Settings:
        """A webhook without a secret believes anybody who finds its address."""
        secret = self.webhook_secret.get_secret_value()
        if self.mode == "webhook" and not self.webhook_url:
            raise ValueError("webhook mode needs WEBHOOK_URL")
        if self.mode == "webhook" and len(secret) < 16:
            raise ValueError("webhook mode needs WEBHOOK_SECRET of at least 16 characters")
        if secret and not all(c.isascii() and (c.isalnum() or c in "_-") for c in secret):
            raise ValueError("WEBHOOK_SECRET may hold only A-Z a-z 0-9 _ -")
        return self
