"""What a configuration says of an Ollama server and its models."""

from __future__ import annotations

from typing import Annotated, Final, Literal, Self

from pydantic import BeforeValidator, Field, field_validator, model_validator

from segue.domain.models import DataPolicy
from segue.providers.data_policies import policy_at
from segue.providers.model_options import ModelOptions, Part
from segue.providers.openai_compatible import Address, known_model
from segue.providers.server_answers import CLOUD_MODEL

DEFAULT_CONTEXT_TOKENS: Final = 8192
"""Where none is configured: Ollama's own is 4,096 on most machines (docs.ollama.com/context-length, 2026-10), which a
conversation with its system words has filled within minutes."""

KeepAlive = Annotated[float, Field(ge=-1, allow_inf_nan=False)]


class OllamaModelOptions(ModelOptions):
    """One model; what it can do is also asked of Ollama."""

    context_tokens: Annotated[int, Field(ge=256)] | None = None
    """Most tokens of input and output together: the model is loaded with this (`num_ctx`), and memory grows with it.
    Empty: 8,192, or less where the model was trained for less."""
    think: bool | Literal["low", "medium", "high"] | None = None
    """Whether it reasons before it answers, for models that can; nothing of that is shown. Empty: as the model does."""
    keep_alive_s: KeepAlive | None = None
    """How many seconds it stays in memory after an answer; -1: until it is unloaded. Empty: as its provider says."""


class OllamaOptions(Part):
    """Options of `ollama`."""

    base_url: Address = "http://127.0.0.1:11434"
    """Where Ollama listens, without `/api` or `/v1`."""
    models: dict[str, Annotated[OllamaModelOptions, BeforeValidator(known_model)]] = Field(default_factory=dict)
    """The models to use, by the names that `ollama list` shows. Those with a name in `:cloud` leave this machine."""
    data_policy: DataPolicy | None = None
    """What is done with what is sent there. Empty: `local` for an address on this machine, else `unknown`. Models that
    Ollama passes on to its maker are `unknown` whatever stands here."""
    keep_alive_s: KeepAlive | None = None
    """How many seconds a model stays in memory after an answer; -1: until it is unloaded. Empty: as Ollama does."""
    load_s: Annotated[float, Field(gt=0)] = 120.0
    """How many seconds a model that is not in memory may take until its first word, without being taken for silent."""

    @field_validator("base_url")
    @classmethod
    def _without_path(cls, url: str) -> str:
        if url.endswith(("/v1", "/api")):
            raise ValueError("it ends with the host and port: what follows is added")
        return url

    @model_validator(mode="after")
    def _says_the_truth_of_clouds(self) -> Self:
        for name, model in self.models.items():
            if CLOUD_MODEL.search(name) and model.data_policy is DataPolicy.LOCAL:
                raise ValueError(f"what is sent to '{name}' leaves this machine: its `data_policy` is not `local`")
        return self

    def policy_of(self, name: str, *, is_elsewhere: bool = False) -> DataPolicy:
        """What is done with what a model is sent. `is_elsewhere`: Ollama said that it passes the model on."""
        configured = self.models[name].data_policy if name in self.models else None
        if is_elsewhere or CLOUD_MODEL.search(name):
            return DataPolicy.UNKNOWN if configured in (None, DataPolicy.LOCAL) else configured
        if configured is not None:
            return configured
        return policy_at(self.base_url, self.data_policy)
