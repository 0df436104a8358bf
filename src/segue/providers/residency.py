"""Which models a server holds in memory, as far as it said, and which it is loading for an answer of ours.

A load is no silence (design rules, 6.6): while a model that was not in memory has not said its first word it counts as
loading, for `load_s` at most.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Collection
from contextlib import suppress

from typing_extensions import override

from segue.domain.chat import ProviderPiece
from segue.domain.models import ModelStatus
from segue.providers.contract import Answer


class Residency:
    """The models of one server. `now_s` is a clock that only goes forward."""

    def __init__(self, *, load_s: float, now_s: Callable[[], float] = time.monotonic) -> None:
        self._load_s, self._now_s = load_s, now_s
        self._held: frozenset[str] | None = frozenset()
        """None: it was asked and did not say."""
        self._loading: dict[str, list[float]] = {}
        """When each load under way began, by model."""
        self._answers: Counter[str] = Counter()
        """Answers under way, by model."""
        self._ended = asyncio.Event()

    def told(self, held: Collection[str] | None) -> None:
        """The server said which models it holds; None: it could not say, and its silence counts as such."""
        self._held = None if held is None else frozenset(held)

    def note_held(self, model: str) -> None:
        """A model spoke: it is in memory."""
        if self._held is not None:
            self._held |= {model}

    def holds(self, model: str) -> bool | None:
        """Whether a model is in memory; None when the server does not say."""
        return None if self._held is None else model in self._held

    def status(self, model: str) -> ModelStatus:
        """READY, LOADING for an answer under way, or LOADABLE."""
        begun = self._loading.get(model)
        if begun:
            return ModelStatus.LOADING if self._now_s() - begun[0] < self._load_s else ModelStatus.READY
        return ModelStatus.LOADABLE if self.holds(model) is False else ModelStatus.READY

    def answer_begins(self, model: str) -> None:
        """An answer is under way, until `answer_ends`."""
        self._answers[model] += 1

    def answer_ends(self, model: str) -> None:
        """One answer less is under way."""
        self._answers[model] -= 1
        self._ended.set()

    async def wait_unused(self, model: str) -> None:
        """Wait until no answer of ours is under way; the caller sets the limit."""
        while self._answers[model]:
            self._ended.clear()
            await self._ended.wait()

    def begin(self, model: str) -> float:
        """A load begins; what comes back is for `end`."""
        began_s = self._now_s()
        self._loading.setdefault(model, []).append(began_s)
        return began_s

    def end(self, model: str, began_s: float) -> None:
        """A load is over, whatever came of it; again is harmless."""
        begun = self._loading.get(model, [])
        with suppress(ValueError):
            begun.remove(began_s)
        if not begun:
            self._loading.pop(model, None)


class ResidentAnswer(Answer):
    """An answer of a server that may have to load its model first."""

    def __init__(self, residency: Residency, model: str, ask: Callable[[], Awaitable[Answer]]) -> None:
        """`ask` looks at the server, tells `residency` what it holds, and makes the answer, not entered yet."""
        self._residency, self._model, self._ask = residency, model, ask
        self._answer: Answer | None = None
        self._pieces: AsyncGenerator[ProviderPiece, None] | None = None
        self._began_s: float | None = None

    @override
    async def __aenter__(self) -> AsyncIterator[ProviderPiece]:
        answer = await self._ask()
        is_cold = self._residency.holds(self._model) is False
        if is_cold:
            self._began_s = self._residency.begin(self._model)
        self._residency.answer_begins(self._model)
        try:
            pieces = await answer.__aenter__()
        except BaseException:
            self._load_is_over()
            self._residency.answer_ends(self._model)
            raise
        self._answer = answer
        if not is_cold:
            return pieces
        self._pieces = self._after_load(pieces)
        return self._pieces

    @override
    async def __aexit__(self, *error: object) -> None:
        self._load_is_over()
        try:
            if self._pieces is not None:
                await self._pieces.aclose()
        finally:
            assert self._answer is not None, "it was entered"
            try:
                await self._answer.__aexit__(None, None, None)
            finally:
                self._residency.answer_ends(self._model)

    async def _after_load(self, pieces: AsyncIterator[ProviderPiece]) -> AsyncGenerator[ProviderPiece, None]:
        async for piece in pieces:
            if self._began_s is not None:
                self._load_is_over()
                self._residency.note_held(self._model)
            yield piece

    def _load_is_over(self) -> None:
        began_s, self._began_s = self._began_s, None
        if began_s is not None:
            self._residency.end(self._model, began_s)
