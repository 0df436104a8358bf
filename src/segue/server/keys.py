"""The caller keys that are valid now, in memory: a key is looked up by its hash and never kept."""

from __future__ import annotations

import asyncio
import hmac
import logging
import time
from collections.abc import Callable

from segue.domain.callers import Caller, hash_key
from segue.errors import StorageError
from segue.server.contract import CallerList

REFRESH_S = 3.0
"""How long a revoked key may still be accepted."""
NEW_KEY_WAIT_S = 0.25
"""Least time between two readings of the store for keys that nobody knows: guessing must not become a load on it."""

_log = logging.getLogger(__name__)


class CallerKeys:
    """Active callers by the hash of their key. `load` once, then run `keep_fresh` beside the server."""

    def __init__(self, callers: CallerList, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._callers = callers
        self._clock = clock
        self._by_hash: dict[str, Caller] = {}
        self._loaded_at = float("-inf")
        self._reading = asyncio.Lock()
        """One reading of the store at a time; whoever waited takes the result of the one before."""

    @property
    def are_in_use(self) -> bool:
        """True when there is an active caller."""
        return bool(self._by_hash)

    async def load(self) -> None:
        """Read the store. Raises StorageError, and keeps what was known."""
        read_at = self._clock()
        callers = await self._callers.callers()
        self._by_hash = {caller.key_hash: caller for caller in callers if caller.revoked_at is None}
        self._loaded_at = read_at

    async def find(self, key: str) -> Caller | None:
        """The active caller whose key it is. A key that was just made is read from the store."""
        key_hash = hash_key(key)
        if key_hash not in self._by_hash:
            async with self._reading:
                if self._clock() - self._loaded_at >= NEW_KEY_WAIT_S:
                    await self.load()
        caller = self._by_hash.get(key_hash)
        return caller if caller is not None and hmac.compare_digest(caller.key_hash, key_hash) else None

    async def keep_fresh(self) -> None:
        """Read the store again and again, until cancelled: revoked keys stop being accepted."""
        while True:
            await asyncio.sleep(REFRESH_S)
            try:
                await self.load()
            except StorageError as error:
                _log.warning("Caller keys could not be read again; those known stay valid. %s", error)
