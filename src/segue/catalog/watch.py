"""Keeps the lists of configured hosts young while a gateway runs, and has an operator told of what changed.

Nobody waits for it: it begins after the start, and a host that is out of reach leaves the last good list in force.
"""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from typing import Final

from segue.catalog.browsing import Catalogue, Ending
from segue.catalog.change_book import ChangeBook
from segue.catalog.telling import ChangeTeller
from segue.config.receivers import signing_secret
from segue.config.settings import Settings
from segue.errors import ProviderError, StorageError
from segue.providers.contract import Browsable
from segue.providers.webhook import Webhook
from segue.storage.contract import Cache

LOOK_S: Final = 60.0
"""Pause between two looks at whether a list changed, here or by another process, or is old."""
FIRST_S: Final = 2.0
"""Pause before the first look: a start has better things to do."""
JITTER_SHARE: Final = 0.1
"""Of a pause, as much as chance adds to it: replicas that start together do not fetch together."""
AGAIN_S: Final = 900.0
"""Shortest pause after a list could not be fetched; it doubles with every further failure."""
LONGEST_AGAIN_S: Final = 6 * 3600.0

_log = logging.getLogger(__name__)


class CatalogueWatch:
    """Looks after the lists of some hosts. One round at a time, in one task."""

    def __init__(
        self,
        hosts: Mapping[str, Browsable],
        book: ChangeBook,
        teller: ChangeTeller,
        *,
        refresh_h: Mapping[str, float],
        ending: Callable[[], Awaitable[Sequence[Ending]]],
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        jitter: Callable[[], float] = random.random,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        """`hosts`: opened, and kept open by whoever opened them. `refresh_h`: how old a host's list may become; hosts
        that are missing there are left to themselves. `ending`: which models in use end, by what is known now. `jitter`
        gives numbers from 0 to 1."""
        self._hosts, self._book, self._teller = dict(hosts), book, teller
        self._ending = ending
        self._refresh_h, self._clock, self._jitter, self._pause = dict(refresh_h), clock, jitter, pause
        self._not_before: dict[str, datetime] = {}
        self._failures: dict[str, int] = {}
        self._seen: dict[str, object] = {}
        """The list of each host that was compared last."""
        self._known_ends: tuple[object, ...] = ()
        """The day and the lists of which it was last told which models end."""

    async def run(self) -> None:
        """Go on for ever."""
        await self._pause(FIRST_S * (1 + self._jitter()))
        while True:
            await self.round()
            await self._pause(LOOK_S * (1 + JITTER_SHARE * self._jitter()))

    async def round(self) -> None:
        """One look at every host: compare its list, fetch it where it is old, tell what changed."""
        for name, host in self._hosts.items():
            await self._note(name, host)
            if self._is_due(name, host):
                await self._fetch(name, host)
                await self._note(name, host)
        await self._teller.tell()
        known = (self._clock().date(), *map(id, self._seen.values()))
        if known != self._known_ends:
            await self._teller.tell_ends(await self._ending(), self._clock().date())
            self._known_ends = known

    async def _note(self, name: str, host: Browsable) -> None:
        listing = await asyncio.to_thread(host.listing)
        if self._seen.get(name) is listing:
            return
        try:
            await asyncio.to_thread(self._book.note, listing, now=self._clock())
        except StorageError as error:
            _log.warning("What changed in the list of %s is not known: %s", name, error)
        else:
            self._seen[name] = listing

    def _is_due(self, name: str, host: Browsable) -> bool:
        now, wished_h = self._clock(), self._refresh_h.get(name)
        if wished_h is None or now < self._not_before.get(name, now):
            return False
        return host.listing().age(now) >= timedelta(hours=wished_h * (1 + JITTER_SHARE * self._jitter()))

    async def _fetch(self, name: str, host: Browsable) -> None:
        try:
            await host.refresh()
        except (ProviderError, StorageError) as error:
            failures = self._failures[name] = self._failures.get(name, 0) + 1
            again_s = min(AGAIN_S * 2 ** min(failures - 1, 10), LONGEST_AGAIN_S) * (1 + JITTER_SHARE * self._jitter())
            self._not_before[name] = self._clock() + timedelta(seconds=again_s)
            _log.warning("The list of models of %s stays as it is: %s", name, error)
        else:
            self._failures.pop(name, None)
            self._not_before.pop(name, None)


@asynccontextmanager
async def watched(catalogue: Catalogue, settings: Settings, cache: Cache) -> AsyncGenerator[CatalogueWatch]:
    """Have a catalogue watched as long as the context is open; leaving it breaks the watch off.

    `cache`: what replicas share. Raises ConfigError for a receiver without a secret.
    """
    wished = settings.catalogue
    refresh_h = {
        name: wished.refresh_h
        for name in catalogue.hosts()
        if wished.refresh_h is not None and settings.providers[name].options.get("refresh_h") is None
    }
    async with AsyncExitStack() as stack:
        post, secret = None, ""
        if wished.webhook_url is not None:
            secret = signing_secret(wished.webhook_secret, key="catalogue.webhook_secret")
            url, connect_s = wished.webhook_url.get_secret_value(), settings.time.connect_s
            webhook = Webhook(url, name="receiver", connect_s=connect_s, about="catalogue")
            post = (await stack.enter_async_context(webhook)).post
        teller = ChangeTeller(catalogue.book, in_use=catalogue.in_use, post=post, secret=secret, cache=cache)
        watch = CatalogueWatch(
            catalogue.hosts(), catalogue.book, teller, refresh_h=refresh_h, ending=catalogue.ending_in_use
        )
        task = asyncio.create_task(watch.run(), name="segue-catalogue")
        try:
            yield watch
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
