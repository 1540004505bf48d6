import pytest

from tests.sandbox.ground import grounds


@pytest.fixture
async def ground():
    async with grounds() as made:
        yield made
