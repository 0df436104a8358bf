"""The contract of providers whose server can be told what to hold in memory and what to fetch."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Protocol, runtime_checkable

from segue.domain.servers import PullProgress, RunningModel
from segue.providers.contract import LoadedModel

LOAD_S = 600.0
"""Longest load that a command waits for: 40 GB from a disk at 70 MB a second."""


@runtime_checkable
class ManagesModels(Protocol):
    """A provider whose server loads and fetches models when it is told to; it has to be open.

    `Provider.unload` belongs to it. Names are those that the server has; a model need not be configured.
    """

    async def running(self) -> tuple[RunningModel, ...]:
        """The models in the server's memory now. Raises ProviderError."""
        ...

    async def load(self, model: str, *, deadline_s: float = LOAD_S) -> RunningModel:
        """Have a model in memory before it is asked, and keep it there. Raises ProviderError; Silent when late."""
        ...

    def pull(self, model: str) -> AsyncIterator[PullProgress]:
        """Fetch a model to the server's machine, telling how far it is; the last piece is `done`.

        Leaving early ends it; asked again it goes on where the server left off. Raises ProviderError.
        """
        ...


@runtime_checkable
class LoadsHere(Protocol):
    """A provider whose models lie in memory of this process's own workers; it has to be open."""

    async def ensure_loaded(self, model: str) -> LoadedModel:
        """Have a model in memory; many callers load it once. Raises a ProviderError that says why not."""
        ...

    async def unload(self, model: str) -> bool:
        """Free a model's memory; running answers finish first. False when it was not loaded."""
        ...
