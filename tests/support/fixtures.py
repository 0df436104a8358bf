"""Fixtures around the reference upstream, for the conftest files that want them."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest_asyncio

from tests.support.upstream import Upstream


@pytest_asyncio.fixture
async def upstream() -> AsyncIterator[Upstream]:
    """A reference model server in the test's own loop."""
    async with Upstream() as server:
        yield server
