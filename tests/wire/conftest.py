"""What the tests over real HTTP share."""

from tests.support.fixtures import upstream

__all__ = ["upstream"]
