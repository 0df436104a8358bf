"""What the conformance suites share: each seam's subjects, by the names in its table."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.conformance.provider_harness import HARNESSES, Subject
from tests.support.fixtures import redis, running_redis

__all__ = ["redis", "running_redis"]


@pytest_asyncio.fixture
async def subject(provider_type: str, request: pytest.FixtureRequest) -> AsyncIterator[Subject]:
    """A provider of the type under test, open."""
    harness = HARNESSES.get(provider_type)
    if harness is None:
        pytest.fail(f"tests/conformance/provider_harness.py has nothing for '{provider_type}'", pytrace=False)
    home: Path = request.getfixturevalue("demonstration_home" if provider_type == "local" else "segue_home")
    async with harness(home) as subject:
        yield subject
