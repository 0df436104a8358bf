"""Counts the answers under way, so that a stop can let them finish while new ones are refused."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

from segue.errors import Stopping


class Gate:
    """Open until `close`; `empty` is set while nothing is under way."""

    def __init__(self) -> None:
        self.is_closing = False
        """True once the gateway was told to stop."""
        self.under_way = 0
        """Answers that have begun and not ended."""
        self.empty = asyncio.Event()
        self.empty.set()

    def close(self) -> None:
        """Let nobody in any more."""
        self.is_closing = True

    @contextmanager
    def passing(self) -> Iterator[None]:
        """Count one answer. Raises Stopping when the gate is closed."""
        if self.is_closing:
            raise Stopping("The gateway is stopping and takes no new requests.", hint="Ask again, or another replica.")
        self.under_way += 1
        self.empty.clear()
        try:
            yield
        finally:
            self.under_way -= 1
            if not self.under_way:
                self.empty.set()
