"""Fixtures around servers that tests talk to, for the conftest files that want them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator

import pytest
import pytest_asyncio

from tests.support.redis_server import BINARY, PART, RedisServer, redis_server
from tests.support.upstream import Upstream


@pytest_asyncio.fixture
async def upstream() -> AsyncIterator[Upstream]:
    """A reference model server in the test's own loop."""
    async with Upstream() as server:
        yield server


@pytest.fixture(scope="session")
def running_redis(
    needs: Callable[[bool, str], None], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[RedisServer]:
    """A Redis server that the tests of this process share; it is `redis` that empties it."""
    needs(BINARY is not None, PART)
    with redis_server(tmp_path_factory.mktemp("redis")) as server:
        yield server


@pytest.fixture
def redis(running_redis: RedisServer) -> RedisServer:
    """A Redis server with nothing in it, which must not be killed or stopped."""
    running_redis.say("FLUSHALL")
    return running_redis


@pytest.fixture
def own_redis(needs: Callable[[bool, str], None], tmp_path_factory: pytest.TempPathFactory) -> Iterator[RedisServer]:
    """A Redis server for this test alone, to be killed, stopped and restarted."""
    needs(BINARY is not None, PART)
    with redis_server(tmp_path_factory.mktemp("redis")) as server:
        yield server
