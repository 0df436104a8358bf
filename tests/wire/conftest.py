"""What the tests over real HTTP share."""

from collections.abc import AsyncIterator

import pytest_asyncio

from tests.support.fixtures import upstream
from tests.support.openrouter import OpenRouter

__all__ = ["upstream"]


@pytest_asyncio.fixture
async def server() -> AsyncIterator[OpenRouter]:
    """A reference server for OpenRouter in the test's own loop."""
    async with OpenRouter() as running:
        yield running
