"""Tells an operator what changed in lists of models: once by the log, and until it is taken by webhook.

The log gets one line for each list that changed, and a warning for each model in use that became dearer, less able or
is on its way out. The webhook is sent again, with longer and longer pauses, until the receiver takes it (HTTP 2xx):
what was not taken waits in the file of changes, over restarts as well. Replicas that share a cache agree there on who
sends; with none each sends, with the same `webhook-id`.
"""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Callable, Collection, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Final

from segue.catalog.browsing import Ending
from segue.catalog.change_book import ChangeBook
from segue.catalog.change_message import batches, message, message_id
from segue.catalog.change_words import change_words, summary
from segue.catalog.differences import is_grave
from segue.catalog.ending_words import instead_words, when_words
from segue.domain.changes import NotedChange
from segue.domain.models import ModelRef
from segue.errors import StorageError
from segue.providers.signed_posts import Post, answered
from segue.storage.contract import Cache

ANSWER_S: Final = 10.0
"""Longest wait for a receiver's answer."""
AGAIN_S: Final = 60.0
"""Shortest pause before a message is sent again; it doubles with every further one."""
LONGEST_AGAIN_S: Final = 3600.0
MOST_WARNINGS: Final = 20
"""Most models in use that are warned of one by one: where a whole list is spoilt, the rest is counted."""
_CLAIM_S: Final = 120.0
"""For how long a replica is left to send what it claimed; two tries at least."""
_TOLD_S: Final = 7 * 86_400.0
"""For how long the others are told that it was sent."""
_TOLD: Final = b"told"

_log = logging.getLogger(__name__)


class ChangeTeller:
    """Tells of changes. It belongs to one event loop, and only one `tell` runs at a time."""

    def __init__(
        self,
        book: ChangeBook,
        *,
        in_use: Callable[[], Collection[ModelRef]],
        post: Post | None = None,
        secret: str = "",
        cache: Cache | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """`in_use`: models of which somebody has to hear when they change for the worse; `post`: None without a
        receiver; `secret`: what its messages are signed with; `cache`: what replicas share, None where there is one."""
        self._book, self._in_use, self._post, self._secret = book, in_use, post, secret
        self._cache = cache if cache is not None and cache.is_shared else None
        self._clock = clock
        self._owner = os.urandom(16)
        self._not_before = datetime.min.replace(tzinfo=UTC)
        self._pause_s = AGAIN_S

    async def tell(self) -> None:
        """Tell what nobody was told yet. What cannot be told now is told the next time."""
        try:
            await self._tell_log()
            if self._post is None:
                await self._skip_webhook()
            elif self._clock() >= self._not_before:
                await self._tell_receiver(self._post)
        except StorageError as error:
            _log.warning("What changed in lists of models waits to be told: %s", error)

    async def _tell_log(self) -> None:
        if untold := await asyncio.to_thread(self._book.untold, "log"):
            say = partial(_say, in_use=frozenset(self._in_use()))
            await asyncio.to_thread(self._book.tell, "log", upto=untold[-1].number, say=say)

    async def tell_ends(self, endings: Sequence[Ending], today: date) -> None:
        """Warn of each model in use that is gone or ends within 30 days, once for each day that is told of it."""
        near = [one for one in endings if one.is_in_use and one.withdrawal.is_near(today)]
        told = {str(one.withdrawal.model): f"{one.withdrawal.ends_on or 'gone'}" for one in near}

        def say(models: Collection[str]) -> None:
            for one in near:
                if str(one.withdrawal.model) in models:
                    when, instead = when_words(one, today), instead_words(one)
                    _log.warning("A model in use ends: %s: %s. %s", one.withdrawal.model, when, instead)

        try:
            await asyncio.to_thread(self._book.tell_ends, told, say)
        except StorageError as error:
            _log.warning("Which models end waits to be told: %s", error)

    async def _skip_webhook(self) -> None:
        """A receiver that is configured later hears of what is new then."""
        if untold := await asyncio.to_thread(self._book.untold, "webhook"):
            await asyncio.to_thread(self._book.tell, "webhook", upto=untold[-1].number)

    async def _tell_receiver(self, post: Post) -> None:
        for batch in batches(await asyncio.to_thread(self._book.untold, "webhook")):
            if not await self._sent(post, batch):
                return
            await asyncio.to_thread(self._book.tell, "webhook", upto=batch[-1].number)

    async def _sent(self, post: Post, batch: Sequence[NotedChange]) -> bool:
        """Whether a receiver knows of a batch now, by us or by another replica."""
        key = f"catalogue:{message_id(batch)}"
        if (of_others := await self._is_others(key)) is not None:
            return of_others
        if not await self._is_taken(post, batch):
            self._not_before = self._clock() + timedelta(seconds=self._pause_s)
            self._pause_s = min(self._pause_s * 2, LONGEST_AGAIN_S)
            return False
        self._pause_s = AGAIN_S
        await self._share(key)
        return True

    async def _is_others(self, key: str) -> bool | None:
        """True: another replica has told it; False: it is trying to; None: it is ours to tell."""
        if self._cache is None:
            return None
        try:
            if await self._cache.claim(key, self._owner, ttl_s=_CLAIM_S):
                return None
            holder = await self._cache.get(key)
        except StorageError:  # twice is better than never: the message says by its id that it is the same
            return None
        return None if holder in (None, self._owner) else holder == _TOLD

    async def _share(self, key: str) -> None:
        if self._cache is not None:
            try:
                await self._cache.put(key, _TOLD, ttl_s=_TOLD_S)
            except StorageError as error:
                _log.info("Other replicas may tell the same changes: %s", error)

    async def _is_taken(self, post: Post, batch: Sequence[NotedChange]) -> bool:
        body = message(batch)
        at_s = int(self._clock().timestamp())
        said = await answered(post, message_id(batch), body, secret=self._secret, at_s=at_s, answer_s=ANSWER_S)
        if isinstance(said, str):
            _log.warning("The receiver of changes of models was not reached (%s); it is told again.", said)
            return False
        if not 200 <= said[0] < 300:
            _log.warning("The receiver of changes of models answered %d; it is told again.", said[0])
            return False
        return True


def _say(changes: Sequence[NotedChange], *, in_use: Collection[ModelRef]) -> None:
    for batch in batches(changes):
        provider = batch[0].change.model.provider
        _log.info("The list of models of %s changed: %s. See `segue models changes`.", provider, summary(batch))
    grave = [noted for noted in changes if noted.change.model in in_use and is_grave(noted.change)]
    for noted in grave[:MOST_WARNINGS]:
        _log.warning("A model in use changed: %s: %s.", noted.change.model, change_words(noted))
    if len(grave) > MOST_WARNINGS:
        _log.warning("%d more models in use changed; see `segue models changes`.", len(grave) - MOST_WARNINGS)
