"""The caller keys that are valid now, in memory: a key is looked up by its hash and never kept."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from datetime import UTC, datetime

from segue.domain.callers import KEY_PREFIX, Caller, hash_key
from segue.errors import StorageError
from segue.server.contract import CallerList

REFRESH_S = 3.0
"""How long a revoked key may still be accepted."""
NEW_KEY_WAIT_S = 0.25
"""Least time between two readings of the store for keys that nobody knows: guessing must not become a load on it."""
LOOKUP_S = 0.25
"""Longest wait of a request for such a reading; a local store takes milliseconds."""

_log = logging.getLogger(__name__)


class CallerKeys:
    """Active callers by the hash of their key. `load` once, then run `keep_fresh` beside the server.

    Only `keep_fresh` reads the store while requests are served: a request asks it to, and waits LOOKUP_S at most.
    """

    def __init__(self, callers: CallerList, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._callers = callers
        self._clock = clock
        self._by_hash: dict[str, Caller] = {}
        self._read_at = float("-inf")
        """When the last reading that succeeded began, or the last that failed ended."""
        self._failure: StorageError | None = None
        """Why the last reading failed; None when it did not."""
        self._wanted = asyncio.Event()
        self._next_reading = asyncio.Event()
        """Set at the end of the reading that is next to end, for those who wait for it; then there is a new one."""

    @property
    def are_in_use(self) -> bool:
        """True when there is an active caller."""
        return bool(self._by_hash)

    async def load(self) -> None:
        """Read the store. Raises StorageError, and keeps what was known."""
        began_at = self._clock()
        try:
            callers = await self._callers.callers()
        except StorageError as error:
            self._failure, self._read_at = error, self._clock()
            raise
        self._by_hash = {hashed: caller for caller in callers if caller.revoked_at is None for hashed in caller.hashes}
        self._failure, self._read_at = None, began_at

    async def find(self, key: str) -> Caller | None:
        """The active caller whose key it is; a key that was just made is read from the store.

        Raises StorageError when the key is not known and the store cannot say soon whether it is new.
        """
        key_hash = hash_key(key)
        if key_hash not in self._by_hash:
            if not key.startswith(KEY_PREFIX):
                return None  # Segue never made such a key
            await self._look_again()
        caller = self._by_hash.get(key_hash)
        if caller is not None and not caller.takes(key_hash, datetime.now(UTC)):
            return None
        if caller is None and self._failure is not None:
            raise _unreadable(self._failure) from None
        return caller

    async def keep_fresh(self) -> None:
        """Read the store again and again, and when a request asks for it, until cancelled."""
        while True:
            await self._until_due()
            had_failed = self._failure is not None
            try:
                await self.load()
            except StorageError as error:
                if not had_failed:
                    _log.warning("Caller keys could not be read again; those known stay valid. %s", error)
            else:
                if had_failed:
                    _log.info("Caller keys are read again.")
            finally:
                self._wanted.clear()  # who asked meanwhile takes this reading's result
                self._next_reading.set()
                self._next_reading = asyncio.Event()

    async def _look_again(self) -> None:
        """Have the store read, unless it just was."""
        if self._clock() - self._read_at < NEW_KEY_WAIT_S:
            return
        self._wanted.set()
        try:
            async with asyncio.timeout(LOOKUP_S):
                await self._next_reading.wait()
        except TimeoutError as error:
            raise _unreadable(error) from None

    async def _until_due(self) -> None:
        try:
            async with asyncio.timeout(REFRESH_S):
                await self._wanted.wait()
        except TimeoutError:
            return


def _unreadable(error: StorageError | TimeoutError) -> StorageError:
    why = error.message if isinstance(error, StorageError) else f"The store did not answer within {LOOKUP_S:g} seconds."
    return StorageError(f"A caller key could not be looked up. {why}", hint="Ask again; keys in use before stay valid.")
