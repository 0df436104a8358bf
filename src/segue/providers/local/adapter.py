"""Models in GGUF files on this machine, served by llama.cpp in worker processes; `smollm2` is always among them.

providers:
  local:
    type: local
    options:
      models:
        qwen: {path: ~/models/qwen2.5-1.5b-instruct-q4_k_m.gguf, context_tokens: 8192, capabilities: [tools]}
        talker: {path: ~/models/talker.gguf, default_max_tokens: 600, sampling: {repeat_penalty: 1.1}}
"""

from __future__ import annotations

import asyncio
import importlib.util
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, Field, model_validator
from typing_extensions import override

from segue.domain.chat import ChatRequest, ProviderPiece
from segue.domain.models import Capability, DataPolicy, ModelCard, ModelRef, ModelStatus, ProviderType
from segue.errors import ModelGone
from segue.machine.weights import DEMONSTRATION, cached
from segue.providers.contract import LoadedModel, Provider, ProviderContext, ProviderHealth
from segue.providers.local.defaults import AnswerDefaults, SamplingOptions
from segue.providers.local.keeper import PASSES_FIELDS, ModelKeeper
from segue.providers.local.spec import WorkerSpec
from segue.providers.model_options import ModelOptions, Part, Tokens, card

_DEMONSTRATION_CONTEXT_TOKENS = 8192
"""What SmolLM2-135M was trained for (`llama.context_length` in its file)."""
_DEMONSTRATION_LANGUAGES = frozenset({"en"})
"""All that its maker says it is for (the card of huggingface.co/HuggingFaceTB/SmolLM2-135M-Instruct)."""
_DEMONSTRATION_MAX_TOKENS = 400
"""A model of this size that has lost its thread finds no end: without a limit it went on for thousands of tokens."""
_DEMONSTRATION_SAMPLING = SamplingOptions(repeat_penalty=1.15)
"""Tried on five questions: at 1.0, 41 % of a story's runs of four words had been said before, at 1.15 3 % at most over
three seeds; at 1.2 it repeats lists and its spelling breaks."""
_ALWAYS = frozenset({Capability.JSON_OBJECT, Capability.JSON_SCHEMA, Capability.PREFILL, Capability.SEED})
"""What llama.cpp does for every model: its grammar forces JSON, its sampler takes a seed, and an answer goes on where
the assistant's last message broke off. Both together it refuses: it cannot force half a JSON text into its form."""
_NO_RUNTIME = "llama.cpp is not installed: pip install 'segue[gguf]'."
_NO_DEMONSTRATION = "Its weights are not on this machine yet: `segue chat --yes` fetches them."


def _within_reach(path: Path) -> Path:
    """A path whose `~` is somebody's home."""
    try:
        path.expanduser()
    except RuntimeError as error:
        raise ValueError("nobody's home folder is meant by its `~`") from error
    return path


class LocalModel(ModelOptions):
    """One GGUF file, and how it is served."""

    path: Annotated[Path, AfterValidator(_within_reach)] | None = None
    """The file; `~` is the home folder. Empty only for the built-in `smollm2`."""
    context_tokens: Annotated[int, Field(ge=256)] = 4096
    """Most tokens of input and output together, of each answer under way; memory grows with it."""
    parallel: Annotated[int, Field(ge=1, le=64)] = 1
    """Answers at once; further ones wait. Memory grows with it."""
    threads: Annotated[int, Field(ge=1, le=256)] = 1
    """Processor threads. More than one pays off only while the machine has nothing else to do."""
    default_max_tokens: Tokens | None = None
    """Most tokens of an answer where the request sets no limit; such an answer ends with the reason `length`. Empty:
    400 for the built-in `smollm2`, which otherwise rambles; none for others."""
    sampling: SamplingOptions = SamplingOptions()
    """How it samples where the request does not say."""

    def defaults(self) -> AnswerDefaults:
        """What it is asked with where the request says nothing."""
        sampling, max_tokens = self.sampling, self.default_max_tokens
        if self.path is None:
            said = sampling.model_dump(exclude_unset=True)
            sampling = _DEMONSTRATION_SAMPLING.model_copy(update=said)
            max_tokens = max_tokens if "default_max_tokens" in self.model_fields_set else _DEMONSTRATION_MAX_TOKENS
        return AnswerDefaults.of(sampling, max_tokens=max_tokens, max_output_tokens=self.max_output_tokens)


class LocalOptions(Part):
    """Options of `local`."""

    models: dict[str, LocalModel] = Field(default_factory=dict)
    """Models by the names that they shall have here."""
    start_s: Annotated[float, Field(gt=0)] = 120.0
    """Longest load of a model, in seconds."""

    @model_validator(mode="after")
    def _has_files(self) -> Self:
        for alias, model in self.models.items():
            if model.path is None and alias != DEMONSTRATION.name:
                raise ValueError(f"the model '{alias}' needs a `path`")
            if model.path is None and model.context_tokens > _DEMONSTRATION_CONTEXT_TOKENS:
                raise ValueError(f"'{alias}' has at most {_DEMONSTRATION_CONTEXT_TOKENS} `context_tokens`")
        return self


class LocalModelAdapter(Provider):
    """GGUF files on this machine, one worker process a model, loaded at first use."""

    Options: type[BaseModel] = LocalOptions
    has_fixed_models = True

    def __init__(self, options: BaseModel, context: ProviderContext) -> None:
        assert isinstance(options, LocalOptions)
        self.name = context.name
        self._home = context.home
        self._models = {DEMONSTRATION.name: LocalModel(), **options.models}
        self._defaults = {alias: model.defaults() for alias, model in self._models.items()}
        self._has_runtime = importlib.util.find_spec("xllamacpp") is not None
        self._cards = {alias: self._card(alias, model) for alias, model in self._models.items()}
        self._told: tuple[ModelCard, ...] = ()
        self._keepers = {
            alias: ModelKeeper(
                WorkerSpec(
                    ModelRef(self.name, alias),
                    self._path(model),
                    context_tokens=model.context_tokens,
                    parallel=model.parallel,
                    threads=model.threads,
                ),
                context.teller,
                start_s=options.start_s,
                connect_s=context.connect_s,
            )
            for alias, model in self._models.items()
        }

    @override
    async def __aenter__(self) -> Self:
        return self

    @override
    async def __aexit__(self, *_: object) -> None:
        async with asyncio.TaskGroup() as group:
            for keeper in self._keepers.values():
                group.create_task(keeper.close())

    @override
    def cards(self) -> tuple[ModelCard, ...]:
        now = tuple(self._now(alias) for alias in self._cards)
        if any(new is not old for new, old in zip(now, self._told, strict=False)) or len(now) != len(self._told):
            self._told = now  # the same tuple while nothing changed: then whoever asked before need not read it again
        return self._told

    @override
    def status(self, model: str) -> ModelStatus:
        if (keeper := self._keepers.get(model)) is None:
            return ModelStatus.WITHDRAWN
        return ModelStatus.MISSING if self._missing(model) else keeper.status

    @override
    @asynccontextmanager
    async def answer(self, request: ChatRequest, model: str) -> AsyncIterator[AsyncIterator[ProviderPiece]]:
        keeper = self._keeper(model)
        async with keeper.answer(self._defaults[model].applied_to(request)) as pieces:
            yield pieces

    @override
    def health(self) -> ProviderHealth:
        missing = [what for alias in self._models if (what := self._missing(alias))]
        if len(missing) == len(self._models):
            return ProviderHealth(is_usable=False, detail=missing[0])
        loaded = ", ".join(held.ref.name for held in self.loaded()) or "none"
        return ProviderHealth(is_usable=True, detail=f"Models on this machine; loaded now: {loaded}.")

    @override
    def loaded(self) -> tuple[LoadedModel, ...]:
        return tuple(held for keeper in self._keepers.values() if (held := keeper.held()))

    @override
    async def unload(self, model: str) -> bool:
        return await self._keeper(model).unload()

    async def ensure_loaded(self, model: str) -> LoadedModel:
        """Load a model before it is needed; many callers load it once. Raises a ProviderError that says why not."""
        keeper = self._keeper(model)
        await keeper.ensure_loaded()
        held = keeper.held()
        assert held is not None, "nothing waits between loading and looking"
        return held

    def _keeper(self, model: str) -> ModelKeeper:
        """Who keeps a model; raises ModelGone when it cannot be had."""
        ref = ModelRef(self.name, model)
        if (keeper := self._keepers.get(model)) is None:
            hint = f"Add it to `providers.{self.name}.options.models`, or ask for one of: {', '.join(self._models)}."
            raise ModelGone("No model of that name is configured.", model=ref, hint=hint)
        if missing := self._missing(model):
            raise ModelGone(missing, model=ref)
        return keeper

    def _missing(self, alias: str) -> str | None:
        """What has to be done before a model can answer; None when nothing has to."""
        if not self._has_runtime:
            return _NO_RUNTIME
        path = self._models[alias].path
        if path is None:
            return None if cached(DEMONSTRATION, self._home) else _NO_DEMONSTRATION
        try:
            return None if path.expanduser().is_file() else f"There is no file {path}: correct its `path`."
        except OSError as error:
            return f"{path} cannot be read ({error.strerror}): correct its `path`, or let this user read it."

    def _path(self, model: LocalModel) -> Path:
        return DEMONSTRATION.path_in(self._home) if model.path is None else model.path.expanduser().absolute()

    def _card(self, alias: str, model: LocalModel) -> ModelCard:
        """What does not change of a model's card."""
        made = card(
            model,
            ModelRef(self.name, alias),
            ProviderType.LOCAL,
            data_policy=DataPolicy.LOCAL,
            passes_fields=PASSES_FIELDS,
        )
        made = replace(made, capabilities=made.capabilities | _ALWAYS)
        if model.path is not None:
            return made
        return replace(
            made,
            is_demonstration=True,
            label=DEMONSTRATION.label,
            languages=_DEMONSTRATION_LANGUAGES,
            size_bytes=DEMONSTRATION.size_bytes,
        )

    def _now(self, alias: str) -> ModelCard:
        """A model's card as things stand; a new value only when they changed."""
        known, status, missing = self._cards[alias], self.status(alias), self._missing(alias)
        size_bytes = self._size_bytes(alias) if known.size_bytes is None and not missing else known.size_bytes
        if (known.status, known.missing, known.size_bytes) != (status, missing, size_bytes):
            known = self._cards[alias] = replace(known, status=status, missing=missing, size_bytes=size_bytes)
        return known

    def _size_bytes(self, alias: str) -> int | None:
        try:
            return self._keepers[alias].spec.path.stat().st_size
        except OSError:
            return None
