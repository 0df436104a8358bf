"""Keeps the words of turns that were incidents, where an operator has asked for that: sealed, and behind the path.

What is sealed opens with the key of its session alone, and no file but the database ever holds any of it. A store that
is away is waited for in memory; what that cannot hold is lost, and counted. `observe/incident_readings.py` reads.
"""

from __future__ import annotations

import asyncio
import hmac
import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final, Self

import msgspec

from segue.config.sealing import decrypt, encrypt
from segue.config.vault import Vault
from segue.domain.incident_texts import IncidentText, SealedText
from segue.errors import SealBroken, SegueError, StorageError, UnfitRecord, VaultLocked
from segue.observe.session_keys import session_keys
from segue.safety.incidents import pseudonym
from segue.storage.contract import Journal

TEXT_CHARS: Final = 20_000
"""Longest text of each side that is kept: some ten pages."""
CAPACITY: Final = 200
"""Turns that wait in memory while the store is away, at most 16 MB."""
RETRY_S: Final = 5.0
"""Pause between two tries while the store takes nothing."""
_BOUND: Final = b"segue incident text 1\0"
_ABOUT_KEY: Final = b"segue key of texts 1"

_log = logging.getLogger(__name__)


class TextKeeper:
    """Keeps texts one after another. Use it as an async context manager within the journal's."""

    def __init__(
        self,
        journal: Journal,
        vault: Vault,
        *,
        capacity: int = CAPACITY,
        retry_s: float = RETRY_S,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._journal = journal
        self._vault = vault
        self._capacity = capacity
        self._retry_s = retry_s
        self._now = now
        self._waiting: list[IncidentText] = []
        self._something = asyncio.Event()
        self._writing = asyncio.Lock()  # so that what is being erased is not written in the very moment
        self._task: asyncio.Task[None] | None = None
        self.failure: SegueError | None = None
        """Why texts are not kept now; None while they are."""
        self.lost = 0
        """Texts that could not be kept."""

    async def __aenter__(self) -> Self:
        self._task = asyncio.create_task(self._write_on(), name="segue-texts")
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._task is not None
        async with self._writing:  # a write that is under way comes to its end
            self._task.cancel()
        await asyncio.wait([self._task])
        await self.flush()
        if self._waiting:
            self.lost += len(self._waiting)
            _log.error("%d texts of incidents were lost: the store does not take them.", len(self._waiting))
            self._waiting.clear()

    def keep(self, text: IncidentText) -> None:
        """Have a text kept. Never waits."""
        if len(self._waiting) >= self._capacity:
            self.lost += 1
            return
        self._waiting.append(_bounded(text))
        self._something.set()

    async def flush(self) -> bool:
        """Write everything that waits; False where it goes on waiting."""
        async with self._writing:
            try:
                while self._waiting:
                    await self._write(self._waiting[0])
                    del self._waiting[0]
            except (StorageError, VaultLocked, SealBroken) as error:
                if self.failure is None:
                    _log.error("Texts of incidents wait in memory for now: %s", error)
                self.failure = error
                return False
            self.failure = None
            return True

    async def forget(self, session: str) -> None:
        """Forget what waits of a session that is being erased."""
        async with self._writing:
            self._waiting = [text for text in self._waiting if text.session != session]

    async def _write_on(self) -> None:
        while True:
            try:
                async with asyncio.timeout(None if self.failure is None else self._retry_s):
                    await self._something.wait()
            except TimeoutError:
                pass  # time to look whether the store is back
            self._something.clear()
            await self.flush()

    async def _write(self, text: IncidentText) -> None:
        keys = await session_keys(self._journal, self._vault, {text.session}, at=self._now())
        key = keys.get(text.session)
        if key is None:  # it was told why
            self.lost += 1
            return
        try:
            is_kept = await self._journal.keep_text(sealed_text(text, key))
        except UnfitRecord as error:
            is_kept = False
            _log.error("A text cannot be kept: %s", error)
        self.lost += not is_kept


def sealed_text(text: IncidentText, session_key: bytes) -> SealedText:
    """A text under its session's key, bound to its turn."""
    turn = pseudonym(session_key, "turn", text.turn_id)
    words = msgspec.json.encode([text.turn_id, text.said, text.answered, text.is_cut])
    sealed = encrypt(_text_key(session_key), words, bound_to=_BOUND + turn.encode())
    return SealedText(turn, text.session, text.at, sealed)


def opened_text(text: SealedText, session_key: bytes) -> IncidentText:
    """What was sealed. Raises SealBroken for anything else."""
    try:
        words = decrypt(_text_key(session_key), text.sealed, bound_to=_BOUND + text.turn.encode())
        turn_id, said, answered, is_cut = msgspec.json.decode(words, type=tuple[str, str, str, bool])
    except (ValueError, msgspec.DecodeError):
        raise SealBroken(
            "A text of an incident is damaged, or was put there from another place.",
            hint="Restore it from a backup; the log of incidents is not touched by it.",
        ) from None
    return IncidentText(turn_id, text.session, text.at, said, answered, is_cut)


def _text_key(session_key: bytes) -> bytes:
    """A key of its own for texts: one key serves one purpose."""
    return hmac.digest(session_key, _ABOUT_KEY, "sha256")


def _bounded(text: IncidentText) -> IncidentText:
    is_cut = len(text.said) > TEXT_CHARS or len(text.answered) > TEXT_CHARS
    whole = _encodable(text.said[-TEXT_CHARS:]), _encodable(text.answered[:TEXT_CHARS])
    return replace(text, said=whole[0], answered=whole[1], is_cut=is_cut)


def _encodable(text: str) -> str:
    """Half a character, as JSON can hold one, is no text that can be sealed."""
    return text.encode("utf-8", "replace").decode()
