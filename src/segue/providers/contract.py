"""The contract of a provider, documented once; `tests/conformance/test_providers.py` runs over every one."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final, Protocol, TypeAlias, runtime_checkable

from pydantic import BaseModel

from segue.domain.chat import ChatRequest, ProviderPiece, Usage
from segue.domain.listing import FreeQuota, KeyLimits, Listing, Offer
from segue.domain.models import ModelCard, ModelRef, ModelStatus
from segue.domain.provider_keys import KeyCheck, KeyReason, KeyState
from segue.events import Teller
from segue.machine.monitor import SystemResourceMonitor
from segue.plugins import Seam

if TYPE_CHECKING:
    from segue.providers.local.room import Room

Answer: TypeAlias = AbstractAsyncContextManager[AsyncIterator[ProviderPiece]]
"""An answer under way. Entering sends the request; leaving, also early, ends it at the provider."""


@dataclass(frozen=True, slots=True)
class ProviderContext:
    """What `app` hands to every provider when it is made."""

    name: str
    """The provider's name in the configuration: the part before the colon."""
    home: Path
    """`SEGUE_HOME`: where files of the user's own may be kept."""
    teller: Teller
    key: str | None = field(default=None, repr=False)
    """The API key, when one is configured, or kept in the vault. A key that changes makes another provider."""
    connect_s: float = 2.0
    """Longest wait for a connection."""
    redis_url: str | None = field(default=None, repr=False)
    """The Redis server of `cache.url`, for what gateways count together; None: there is none."""
    redis_deadline_s: float = 0.05
    """Longest wait for it (`cache.deadline_s`)."""
    monitor: SystemResourceMonitor | None = None
    """Reads the machine and the worker processes that it is told of; None: nobody does."""
    room: Room | None = None
    """The memory that all local models of this process share; None: every load begins."""


@dataclass(frozen=True, slots=True)
class ProviderHealth:
    """What a provider says of itself now, without asking a model anything."""

    is_usable: bool
    detail: str
    """One sentence; with what to do when it is not usable, or not wholly."""
    is_impaired: bool = False
    """True: it can answer, but somebody should look after it."""


@dataclass(frozen=True, slots=True)
class LoadedModel:
    """A model that a provider holds in this machine's memory."""

    ref: ModelRef
    pid: int
    rss_bytes: int | None
    load_s: float
    context_tokens: int | None = None
    """Of each answer under way."""
    answers: int = 0
    """Under way now."""
    waiting: int = 0
    """How many wait in line for it."""
    idle_s: float = 0.0
    """How long nobody was answered."""
    prompt_tokens_per_s: float | None = None
    """How fast it read and spoke in its last answer; None: not told."""
    output_tokens_per_s: float | None = None
    is_pinned: bool = False
    """It stays in memory."""
    leaves_in_s: float | None = None
    """Seconds until it is unloaded unless it is asked; None: it is being asked, or it stays."""


class Provider(Protocol):
    """A place where models answer. An async context manager: opened before use, closed by whoever opened it.

    A provider streams and classifies its errors (`ProviderError` subclasses with `retryable` and `retry_after_s`);
    it does not retry, does not screen, does not choose, and keeps no conversation.
    """

    Options: type[BaseModel]
    """The shape of `providers.NAME.options`; pydantic, extra fields forbidden, frozen."""

    takes_key: ClassVar[bool] = False
    """True: with no key in its configuration it gets those that are kept for it in the vault, one provider of this type
    for each (`keyed`). Default: the vault is not asked."""

    has_fixed_models: bool = False
    """True: `cards()` lists, from before it is opened, every name that it answers with these options, and a route that
    names another one is an error at start. Default: it may come to know more."""

    name: str

    def __init__(self, options: BaseModel, context: ProviderContext) -> None: ...

    async def __aenter__(self) -> Provider: ...

    async def __aexit__(self, *_: object) -> None: ...

    def cards(self) -> tuple[ModelCard, ...]:
        """What this provider has, as far as it is known now. Never waits, never asks the network."""
        ...

    def status(self, model: str) -> ModelStatus:
        """Whether a model can answer now. Never waits."""
        ...

    def answer(self, request: ChatRequest, model: str) -> Answer:
        """Ask one model: `async with provider.answer(request, "name") as pieces: async for piece in pieces`.

        Yields deltas and then exactly one Finished; any other end raises a ProviderError, also out of entering.
        An answer that is cancelled lets go at once: whoever was first is waiting for that.
        A provider that cannot stream yields its whole answer as one delta. Deltas are never empty. A model of which it
        is known that it works may yield Working before its first delta, so that it is not taken for silent; after one
        that says that it is loaded or in line, another one that does not, once it has taken the request up.
        """
        ...

    def health(self) -> ProviderHealth:
        """What it says of itself now. Never waits."""
        ...

    def loaded(self) -> tuple[LoadedModel, ...]:
        """The models that it holds in this machine's memory; empty for remote ones."""
        ...

    async def unload(self, model: str) -> bool:
        """Free a local model's memory; running answers finish first. False when it was not loaded."""
        ...

    async def check_key(self) -> KeyCheck:
        """Ask whether the key that it was made with is taken, by a request that costs no money; seconds at most.

        Raises nothing for a bad key or a bad network: that is what it tells. Default: there is nothing to ask.
        """
        return KeyCheck(
            KeyState.UNVERIFIED, KeyReason.NOT_CHECKED, "Nothing can be asked about it: the first turn will tell."
        )


@runtime_checkable
class BilledLate(Protocol):
    """An answer whose provider can still be asked what it cost, after it was left before its bill came."""

    async def late_bill(self) -> Usage | None:
        """What it took and cost, exactly; None: its bill came by itself, or the provider does not say.

        For whoever waits for nothing else, after the answer was left: it may take as long as BILL_S.
        """
        ...


BILL_S: Final = 60.0
"""Longest wait for a late bill. Our choice."""


@runtime_checkable
class Browsable(Protocol):
    """A provider that offers far more models than are configured, and has a list of them."""

    def listing(self) -> Listing:
        """The newest list that is here. Never asks the network; the first time it may read a file."""
        ...

    async def refresh(self) -> Listing:
        """Fetch the list of today and keep it; the provider has to be open. Raises ProviderError, StorageError."""
        ...

    async def limits(self) -> KeyLimits:
        """Ask what the key may do, and keep the answer; the provider has to be open. Raises ProviderError."""
        ...

    def free_quota(self) -> FreeQuota | None:
        """What free models may be asked, and what was used of it here; None where none are free. Reads files; asks
        nobody."""
        ...


@runtime_checkable
class Offering(Protocol):
    """A browsable provider that can be asked who serves a model behind it."""

    async def offers(self, name: str) -> tuple[Offer, ...]:
        """Ask who serves a model, and on which terms; the provider has to be open. Raises ProviderError."""
        ...


PROVIDERS: Seam[type[Provider]] = Seam(
    group="segue.providers",
    word="provider type",
    builtins={
        "anthropic": "segue.providers.anthropic.adapter:AnthropicAdapter",
        "local": "segue.providers.local.adapter:LocalModelAdapter",
        "lm_studio": "segue.providers.lm_studio.adapter:LmStudioAdapter",
        "ollama": "segue.providers.ollama.adapter:OllamaAdapter",
        "openai_compatible": "segue.providers.openai_compatible:CustomAPIAdapter",
        "openrouter": "segue.providers.openrouter.adapter:OpenRouterAdapter",
        "scripted": "segue.providers.scripted:ScriptedProvider",
    },
)
"""Provider types by the name used in `providers.NAME.type`."""

RawOptions: TypeAlias = Mapping[str, object]
"""`providers.NAME.options` as the configuration file has it, before its provider's `Options` validated it."""
