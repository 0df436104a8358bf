"""Counts the answers under way, so that a stop can let them finish while new ones are refused."""

from __future__ import annotations

import asyncio

from segue.errors import Stopping


class Gate:
    """Open until `close`; `may_end` is set while nothing is under way, or once nobody waits for it any more.

    Each answer passes it as `with gate:`.
    """

    def __init__(self) -> None:
        self.is_closing = False
        """True once the gateway was told to stop."""
        self.under_way = 0
        """Answers that have begun and not ended."""
        self.may_end = asyncio.Event()
        self.may_end.set()

    def close(self, *, at_once: bool = False) -> None:
        """Let nobody in any more; `at_once`: and wait for nobody."""
        self.is_closing = True
        if at_once:
            self.may_end.set()

    def __enter__(self) -> None:
        """Count one answer. Raises Stopping when the gate is closed."""
        if self.is_closing:
            raise Stopping("The gateway is stopping and takes no new requests.", hint="Ask again, or another replica.")
        self.under_way += 1
        self.may_end.clear()

    def __exit__(self, *_: object) -> None:
        self.under_way -= 1
        if not self.under_way:
            self.may_end.set()
