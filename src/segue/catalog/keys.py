"""Keeps providers supplied with the keys that the vault has for them, and the store told of how the keys are doing.

A key that is put in, changed or taken away by a command beside a running gateway is in force within POLL_S, or at once
where the one in use is refused. Requests never wait for the store, but for that.
"""

from __future__ import annotations

import asyncio
import logging
import math
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final, Self

from segue.config.provider_keys import OpenedKey, ProviderKeys
from segue.config.vault import Vault
from segue.domain.provider_keys import KeptKey, KeyCheck, KeyReason, KeyState
from segue.errors import KeyRejected, OutOfCredit, ProviderError, SegueError, StorageError
from segue.providers.contract import Provider
from segue.providers.keyed import KeyedProvider, Lane, LiveKey
from segue.storage.contract import Journal

POLL_S: Final = 2.0
"""How long a running gateway may go on with a key that was changed, where its provider still takes it."""
LOOK_AGAIN_S: Final = 1.0
"""Longest wait of a turn whose key was refused for a newer one."""
CLOSED_AGAIN_S: Final = 30.0
"""Pause before keys that could not be opened are tried again: the master key may be back."""
RECHECK_S: Final = 60.0
"""Least time between two questions about a key that was refused."""
USE_NOTED_S: Final = 60.0
"""How exactly the last use of a key is kept."""

_log = logging.getLogger(__name__)


class KeyKeeper:
    """The keys in use. An async context manager: entered before the providers, which then open with their keys."""

    def __init__(
        self,
        journal: Journal,
        vault: Vault,
        providers: Mapping[str, Provider],
        *,
        changed: Callable[[str], None],
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """`changed` is called with the name of a provider whose keys are others than before."""
        self._journal = journal
        self._keys = ProviderKeys(journal, vault, now=now)
        self._keyed = {name: one for name, one in providers.items() if isinstance(one, KeyedProvider)}
        self._changed = changed
        self._clock = clock
        self._now = now
        self._opened: dict[tuple[str, str], OpenedKey] = {}
        """By provider and label."""
        self._unopened: dict[tuple[str, str], KeptKey] = {}
        """New keys that could not be opened, while the ones before them are in use."""
        self._closed_s = -math.inf
        """When those that could not be opened were tried last."""
        self._checked: dict[Lane, tuple[float, KeyCheck]] = {}
        """When a key that was refused was asked about last, and what came of it."""
        self._noted_s: dict[tuple[str, str], float] = {}
        """When the last use of a key was kept."""
        self._failure: StorageError | None = None
        self._reading = asyncio.Lock()  # one reading at a time, so that an older one never wins
        self._wanted = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    def states(self) -> tuple[OpenedKey, ...]:
        """Every key that is kept for a provider here, as it was read last."""
        return tuple(opened for _, opened in sorted(self._opened.items()))

    async def load(self) -> None:
        """Read the keys. A store that is away leaves what is known."""
        if not self._keyed:
            return
        async with self._reading:
            try:
                kept = [key for key in await self._keys.kept() if key.provider in self._keyed]
                await self._take(kept)
            except StorageError as error:
                if self._failure is None:
                    _log.warning("The keys for providers could not be read; those known stay in use. %s", error)
                self._failure = error
            else:
                self._failure = None

    async def look(self) -> None:
        """Know which providers have keys, while nothing is open: for commands that only list what there is."""
        if self._keyed:
            with suppress(StorageError):
                async with self._journal:
                    await self.load()

    async def __aenter__(self) -> Self:
        if self._keyed:
            await self.load()
            for provider in self._keyed.values():
                provider.look_again, provider.tell = self._look_again, self._wanted.set
            self._task = asyncio.create_task(self._go_on(), name="segue-keys")
        return self

    async def __aexit__(self, *_: object) -> None:
        task, self._task = self._task, None
        if task is None:
            return
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        await self.tell_store(is_last=True)

    async def _go_on(self) -> None:
        while True:
            with suppress(TimeoutError):
                async with asyncio.timeout(POLL_S):
                    await self._wanted.wait()
            self._wanted.clear()
            try:
                await self.tell_store()
                await self.load()
                for provider in self._keyed.values():
                    await provider.close_retired()
            except SegueError as error:
                _log.warning("The keys for providers could not be looked after just now. %s", error)

    async def _look_again(self) -> None:
        """Read the keys for a turn whose key was refused; what takes too long comes with the next reading."""
        with suppress(TimeoutError):
            async with asyncio.timeout(LOOK_AGAIN_S):
                await self.load()

    async def _take(self, kept: Sequence[KeptKey]) -> None:
        """Have the providers use what is kept now."""
        if tries_closed := self._clock() >= self._closed_s + CLOSED_AGAIN_S:
            self._closed_s = self._clock()
        opened = {(key.provider, key.label): await self._open(key, tries_closed=tries_closed) for key in kept}
        for (provider, label), one in opened.items():
            if one.secret is None and self._is_news(provider, label, one):
                _log.warning("The key of %s cannot be used (%s). %s", one.kept.name, one.kept.state, one.detail)
        self._opened = opened
        for name, provider_ in self._keyed.items():
            own = [one for (provider, _), one in opened.items() if provider == name]
            live = [LiveKey(one.kept.label, one.secret, one.kept.state) for one in own if one.secret is not None]
            if await provider_.use(live, lack=own[0].detail if own else None):
                self._changed(name)

    async def _open(self, key: KeptKey, *, tries_closed: bool) -> OpenedKey:
        """A key that is known is not opened again, unless it could not be, some time ago; its time may be over.

        So a master key that changed under a running process takes nothing from it; what comes after it, it cannot open.
        """
        known = self._opened.get((key.provider, key.label))
        if known is None or known.kept.added_at != key.added_at or known.kept.expires_at != key.expires_at:
            return await self._newly_opened(key, known, tries_closed=tries_closed)
        if known.kept.state is KeyState.UNDECRYPTABLE:
            return await self._keys.open(key) if tries_closed else known
        if key.expires_at is not None and key.expires_at <= self._now():
            return known if known.secret is None else await self._keys.open(key)
        return replace(known, kept=key)

    async def _newly_opened(self, key: KeptKey, known: OpenedKey | None, *, tries_closed: bool) -> OpenedKey:
        """A key that was not seen before. One that only a newer master key opens leaves the one before it in use."""
        if key == self._unopened.get((key.provider, key.label)) and known is not None and not tries_closed:
            return known
        opened = await self._keys.open(key)
        if known is None or known.secret is None or opened.kept.state is not KeyState.UNDECRYPTABLE:
            return opened
        if key != self._unopened.get((key.provider, key.label)):
            _log.warning(
                "The new key of %s cannot be opened here; the earlier one stays in use. "
                "Start this process anew with the new master key.",
                key.name,
            )
        self._unopened[key.provider, key.label] = key
        return known

    def _is_news(self, provider: str, label: str, one: OpenedKey) -> bool:
        known = self._opened.get((provider, label))
        return known is None or known.kept.state is not one.kept.state

    async def tell_store(self, *, is_last: bool = False) -> None:
        """Keep what happened to the keys since the last time, and tell the operator once of what is wrong."""
        for name, provider in self._keyed.items():
            for lane in provider.lanes:
                assert lane.key is not None, "lanes have keys"
                known = self._opened.get((name, lane.key.label))
                if known is None:
                    continue
                news, lane.news = lane.news, None
                if news is None and not self._is_use_due((name, lane.key.label), lane, is_last=is_last):
                    continue
                lane.was_used = False
                kept = known.kept if news is None else await self._judged(known.kept, lane, news, asks=not is_last)
                await self._note(replace(kept, used_at=self._now()), known)

    async def _note(self, kept: KeptKey, known: OpenedKey) -> None:
        try:
            is_there = await self._keys.note(kept)
        except StorageError:
            return  # how it is will show again with its next use
        if is_there:
            self._noted_s[kept.provider, kept.label] = self._clock()
            self._opened[kept.provider, kept.label] = replace(known, kept=kept)

    def _is_use_due(self, name: tuple[str, str], lane: Lane, *, is_last: bool) -> bool:
        if not lane.was_used:
            return False
        return is_last or self._clock() >= self._noted_s.get(name, float("-inf")) + USE_NOTED_S

    async def _asked(self, lane: Lane, *, asks: bool) -> KeyCheck | None:
        """What its provider says of a key that was refused, now or within RECHECK_S; None where nobody may be asked."""
        if (known := self._checked.get(lane)) is not None and self._clock() < known[0] + RECHECK_S:
            return known[1]
        if not asks:
            return None
        at_s = self._clock()
        check = await _asked(lane)
        recent = {one: old for one, old in self._checked.items() if at_s < old[0] + RECHECK_S}
        self._checked = {**recent, lane: (at_s, check)}
        return check

    async def _judged(self, kept: KeptKey, lane: Lane, news: ProviderError | KeyState, *, asks: bool) -> KeptKey:
        """How a key is after what happened; one that was refused is asked about once, since a refusal may be about a
        model alone."""
        if isinstance(news, KeyState):
            return replace(kept, state=news, reason=KeyReason.ACCEPTED, checked_at=self._now())
        check = _refused(news)
        if isinstance(news, KeyRejected) and (asked := await self._asked(lane, asks=asks)) is not None:
            check = asked if asked.state is not KeyState.UNVERIFIED else check
        if check.state is KeyState.VALID:
            lane.rests, lane.rests_until_s = 0, 0.0
            check = KeyCheck(KeyState.VALID, KeyReason.FORBIDDEN_MODEL, check.detail)
        lane.state = check.state
        if check.state not in (kept.state, KeyState.VALID):
            _log.warning(
                "The key of %s (fingerprint %s) is %s. %s %s",
                *(kept.name, kept.fingerprint, check.state, check.detail, _renew(kept)),
            )
        return replace(kept, state=check.state, reason=check.reason, checked_at=self._now())


async def _asked(lane: Lane) -> KeyCheck:
    """What the provider says of a key; a plug-in may raise what it likes."""
    try:
        return await lane.provider.check_key()
    except Exception as error:  # noqa: BLE001 - of other people's code; its words may hold the key
        detail = f"Its provider could not be asked ({type(error).__name__})."
        return KeyCheck(KeyState.UNVERIFIED, KeyReason.PROVIDER_FAULT, detail)


def _refused(error: ProviderError) -> KeyCheck:
    """What a turn's failure says of its key."""
    if isinstance(error, OutOfCredit):
        return KeyCheck(KeyState.OUT_OF_CREDIT, KeyReason.NO_CREDIT, "Its account has no credit left.")
    reason = KeyReason.NO_PERMISSION if error.status == 403 else KeyReason.WRONG_KEY
    return KeyCheck(KeyState.REJECTED, reason, "Its provider does not take it.")


def _renew(kept: KeptKey) -> str:
    label = "" if kept.name == kept.provider else f" --label {kept.label}"
    return f"A new one: segue keys rotate {kept.provider}{label}"
