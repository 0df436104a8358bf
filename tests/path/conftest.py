"""Servers that tests of the whole path talk to."""

from tests.support.fixtures import own_redis

__all__ = ["own_redis"]
