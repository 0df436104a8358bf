"""Model servers on this machine: what was found, what they hold in memory, and how far a download is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

from segue.domain.models import ModelRef

ServerKind: TypeAlias = Literal["ollama", "lm_studio", "llama_cpp", "vllm", "openai_compatible"]
"""What a server is, by its own answers; `openai_compatible` speaks OpenAI's protocol and says no more."""


@dataclass(frozen=True, slots=True)
class FoundModel:
    """One model of a server; None means that the server does not say."""

    name: str
    is_loaded: bool | None = None
    """Whether it is in memory now."""
    context_tokens: int | None = None
    """Most tokens of input and output together."""
    size_bytes: int | None = None
    """Its weights."""
    is_elsewhere: bool = False
    """True: it is asked here and answered on somebody else's machines, as Ollama's cloud models are."""


@dataclass(frozen=True, slots=True)
class FoundServer:
    """One server that answered on loopback. It was asked without a key, and nothing was loaded for it."""

    kind: ServerKind
    base_url: str
    """As `providers.NAME.options.base_url` wants it for `provider_type`."""
    version: str | None = None
    models: tuple[FoundModel, ...] = ()
    """Those that can chat, as far as it says, in its own order."""
    is_ready: bool = True
    """False: it is still loading its model."""
    needs_key: bool = False
    """True: it shows its models only to whoever has a key."""

    @property
    def provider_type(self) -> str:
        """The type for `providers.NAME.type`."""
        return self.kind if self.kind in ("ollama", "lm_studio") else "openai_compatible"

    @property
    def host(self) -> str | None:
        """The row for `providers.NAME.options.host`; None where there is none, or its type needs none."""
        return self.kind if self.kind in ("llama_cpp", "vllm") else None

    @property
    def loaded(self) -> tuple[str, ...]:
        """The names of the models that are in memory now."""
        return tuple(model.name for model in self.models if model.is_loaded)


@dataclass(frozen=True, slots=True)
class RunningModel:
    """A model that a server holds in memory; None means that the server does not say."""

    ref: ModelRef
    size_bytes: int | None = None
    """Memory that it takes, of whatever kind."""
    gpu_bytes: int | None = None
    """The part of it on a GPU."""
    context_tokens: int | None = None
    """What it was loaded with."""
    until: datetime | None = None
    """When it leaves memory unless it is asked again (aware); None: the server does not say, or it stays."""
    answers: int | None = None
    """Under way now."""
    waiting: int | None = None
    """How many wait in line for it."""
    idle_s: float | None = None
    """How long nobody was answered."""


@dataclass(frozen=True, slots=True)
class PullProgress:
    """How far the download of a model is."""

    step: str
    """What is done now, in words of Segue's own: `asking`, `downloading`, `verifying`, `writing`, `done`."""
    done_bytes: int | None = None
    total_bytes: int | None = None
