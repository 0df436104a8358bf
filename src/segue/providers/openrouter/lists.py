"""The list of models that an adapter works with: read from the shelf, fetched when that is asked for, never else."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from urllib.parse import quote

from segue.domain.listing import Listing, Offer
from segue.domain.models import ModelRef
from segue.errors import BadAnswer, ProviderError, Silent
from segue.providers.openai_errors import refusal
from segue.providers.openrouter.doubt import ShrunkListError
from segue.providers.openrouter.models import NoListError, names_keeping_nothing
from segue.providers.openrouter.offers import read_offers, tags_keeping_nothing
from segue.providers.openrouter.shelf import Shelf
from segue.providers.wire import Wire

FETCH_S = 30.0
"""Longest wait for one answer of those that have the list and the key's limits."""

_log = logging.getLogger(__name__)


class Lists:
    """One provider's list. It belongs to one event loop."""

    def __init__(self, shelf: Shelf, *, now: Callable[[], datetime]) -> None:
        self._shelf, self._now = shelf, now
        self._listing: Listing | None = None
        self._seen: tuple[int, int] | None = None
        """The kept file as it was read: when it was written, and its inode."""
        self.gone: frozenset[str] = frozenset()
        """Names of which the host said that they are gone for good since the list was fetched, listed or not."""
        self._changing = asyncio.Lock()
        """Held while the kept file and the list that was read of it change together."""

    @property
    def listing(self) -> Listing:
        """The newest that is here; the same object while nothing changes."""
        if self._listing is None:
            self._seen = self._on_disk()
            self._listing = self._shelf.listing()
        return self._listing

    async def look(self) -> None:
        """Read the kept list anew where another process has put a newer one there; the disk is waited for elsewhere."""
        async with self._changing:
            seen = await asyncio.to_thread(self._on_disk)
            if self._listing is None or seen != self._seen:
                listing = await asyncio.to_thread(self._shelf.listing)
                self._seen, self._listing = seen, self._without_gone(listing)

    def note_gone(self, name: str) -> None:
        """The host says that a model is gone for good; until the next list is fetched that is believed."""
        if name not in self.gone:
            self.gone |= {name}
            self._listing = self._without_gone(self.listing)

    async def fetch(self, wire: Wire, *, key_hint: str) -> Listing:
        """Ask for the list of today, and who keeps nothing, and keep both. Raises ProviderError, StorageError.

        Without an answer to the second question it is unknown who keeps nothing.
        """
        subject = ModelRef(self._shelf.provider, "models")
        body = await fetched(wire, "models", subject, key_hint=key_hint)
        try:
            keeping_nothing = names_keeping_nothing(await fetched(wire, "endpoints/zdr", subject, key_hint=key_hint))
        except (ProviderError, NoListError) as error:
            _log.info("Which models are served without retention is not known: %s", error)
            keeping_nothing = None
        async with self._changing:
            try:
                listing = await asyncio.to_thread(
                    self._shelf.keep, body, as_of=self._now(), keeping_nothing=keeping_nothing
                )
            except ShrunkListError as error:
                hint = "The last good list stays; when such a one comes once more it is taken."
                raise BadAnswer(f"Its list shrank: {error}.", model=subject, hint=hint) from error
            except NoListError as error:
                hint = "The last good list stays. Is `base_url` the address of OpenRouter's API?"
                raise BadAnswer(f"Its answer is no list of models: {error}.", model=subject, hint=hint) from error
            self.gone = frozenset()
            self._seen, self._listing = self._on_disk(), listing
        return listing

    def _without_gone(self, listing: Listing) -> Listing:
        if not self.gone:
            return listing
        models = (replace(model, is_gone=True) if model.ref.name in self.gone else model for model in listing.models)
        return replace(listing, models=tuple(models))

    def _on_disk(self) -> tuple[int, int] | None:
        try:
            found = self._shelf.path.stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_ino


async def fetched_offers(
    wire: Wire, model: ModelRef, names: frozenset[str], *, key_hint: str, as_of: date
) -> tuple[Offer, ...]:
    """Who serves a model under one of its names, asked now. Raises ProviderError.

    Without an answer to the second question it is unknown who keeps nothing.
    """
    author, _, slug = model.name.partition("/")
    path = f"models/{quote(author, safe='~')}/{quote(slug, safe=':')}/endpoints"
    body = await fetched(wire, path, model, key_hint=key_hint)
    try:
        keeping_nothing = tags_keeping_nothing(await fetched(wire, "endpoints/zdr", model, key_hint=key_hint), names)
    except (ProviderError, NoListError) as error:
        _log.info("Who serves the model without retention is not known: %s", error)
        keeping_nothing = None
    try:
        return read_offers(body, keeping_nothing, as_of=as_of)
    except NoListError as error:
        raise BadAnswer(f"Its answer names nobody who serves the model: {error}.", model=model) from error


async def fetched(
    wire: Wire, path: str, subject: ModelRef, *, key_hint: str, query: Mapping[str, str] | None = None
) -> bytes:
    """The body of an answer that is good. Raises ProviderError."""
    try:
        async with asyncio.timeout(FETCH_S), wire.get(path, model=subject, query=query) as answer:
            if answer.status != 200:
                raise refusal(answer.status, await answer.refusal(), subject, key_hint=key_hint)
            return await answer.body()
    except TimeoutError as error:
        raise Silent(f"No whole answer within {FETCH_S:g} s.", model=subject) from error
