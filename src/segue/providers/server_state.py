"""What a llama.cpp or vLLM server says of itself beside its answers: contexts, and that it is still loading.

A load is no silence and no failure (design rules, 6.6): an answer that meets one waits for its end.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Collection, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Final

from typing_extensions import override

from segue.domain.chat import ProviderPiece
from segue.domain.models import ModelCard, ModelRef, ModelStatus
from segue.errors import Overloaded, ProviderError
from segue.providers.contract import Answer
from segue.providers.hosts import Host
from segue.providers.server_answers import ListedModels, context_of, read
from segue.providers.wire import Wire

FRESH_S: Final = 60.0
"""How long what it said of contexts is relied on: a server can be started anew with another one."""
ASK_S: Final = 1.0
"""Longest wait for what it says of itself; without it, it is asked all the same."""
LOAD_S: Final = 120.0
"""Longest wait for the end of a load, as for a model of the type `local`."""
POLL_S: Final = 0.25
"""Pause between two looks at a load."""


class ServerState:
    """The state of one server. The wire belongs to whoever made it, who opens and closes it."""

    def __init__(
        self,
        wire: Wire,
        row: Host,
        provider: str,
        *,
        load_s: float = LOAD_S,
        poll_s: float = POLL_S,
        now_s: Callable[[], float] = time.monotonic,
    ) -> None:
        self._wire, self._row = wire, row
        self._ref = ModelRef(provider, "server")
        self._load_s, self._poll_s, self._now_s = load_s, poll_s, now_s
        self._contexts: dict[str, int | None] | None = None
        """By the names of its list; None before it was read."""
        self._looked_s = float("-inf")
        self._loads = 0
        """How many answers wait for the end of a load."""
        self.has_news = False
        """True: something changed since the cards were last brought up to date."""
        self.tells = row.tells_context or row.loading_path is not None
        """Whether such a server says anything of itself."""

    def status(self, card: ModelCard) -> ModelStatus:
        """A model's status now; LOADING while an answer waits for the load's end."""
        if self._loads and card.missing is None:
            return ModelStatus.LOADING
        return ModelStatus.READY if card.status is ModelStatus.LOADING else card.status

    def brought_up_to_date(self, cards: dict[str, ModelCard], *, given: Collection[str]) -> dict[str, ModelCard]:
        """The cards with what the server said. `given`: models whose context is configured."""
        self.has_news = False
        return {name: self._card(card, is_given=name in given) for name, card in cards.items()}

    def answer(self, ask: Callable[[], Answer]) -> Answer:
        """An answer that waits for a load; `ask` makes one each time."""
        return _Patient(self, ask)

    async def look(self) -> None:
        """Hear what contexts its models have, unless that is known; whatever comes of it, it can be asked."""
        if not self._row.tells_context or self._now_s() - self._looked_s < FRESH_S:
            return
        self._looked_s = self._now_s()
        with suppress(ProviderError, TimeoutError):
            async with asyncio.timeout(ASK_S), self._wire.get("models", model=self._ref) as answer:
                if answer.status == 200 and (listed := read(await answer.body(), ListedModels)) is not None:
                    self._contexts = {model.id: context_of(model) for model in listed.data}
                    self.has_news = True

    async def wait_loaded(self) -> bool:
        """Wait for the end of a load; False when it is not loading. Raises Overloaded when that takes too long."""
        if not await self._is_loading():
            return False
        self._loads += 1
        self.has_news = True
        try:
            async with asyncio.timeout(self._load_s):
                while await self._is_loading():  # noqa: ASYNC110 - what is waited for is another process
                    await asyncio.sleep(self._poll_s)
        except TimeoutError:
            message = f"It was still loading its model after {self._load_s:g} s."
            raise Overloaded(message, model=self._ref, status=503) from None
        finally:
            self._loads -= 1
            self.has_news = True
        self._looked_s = float("-inf")
        return True

    async def _is_loading(self) -> bool:
        """Whether it says that it loads. A server that says nothing is not waited for."""
        if self._row.loading_path is None:
            return False
        try:
            async with asyncio.timeout(ASK_S), self._wire.get(self._row.loading_path, model=self._ref) as answer:
                return answer.status == 503
        except (ProviderError, TimeoutError):
            return False

    def _card(self, card: ModelCard, *, is_given: bool) -> ModelCard:
        context_tokens = card.context_tokens if is_given else self._context(self._contexts, card.ref.name)
        return replace(card, status=self.status(card), context_tokens=context_tokens)

    def _context(self, contexts: Mapping[str, int | None] | None, name: str) -> int | None:
        if not contexts:
            return None
        if name in contexts:
            return contexts[name]
        # llama.cpp answers to any name with the one model that it has.
        return next(iter(contexts.values())) if len(contexts) == 1 and self._row.loading_path is not None else None


class _Patient(Answer):
    """An answer that waits for a load, once."""

    def __init__(self, server: ServerState, ask: Callable[[], Answer]) -> None:
        self._server, self._ask = server, ask
        self._answer: Answer | None = None

    @override
    async def __aenter__(self) -> AsyncIterator[ProviderPiece]:
        await self._server.look()
        self._answer = self._ask()
        try:
            return await self._answer.__aenter__()
        except Overloaded as error:
            if error.status != 503 or not await self._server.wait_loaded():
                raise
        await self._server.look()
        self._answer = self._ask()
        return await self._answer.__aenter__()

    @override
    async def __aexit__(self, *_: object) -> None:
        assert self._answer is not None, "it was entered"
        await self._answer.__aexit__(None, None, None)
