"""Models on this machine, each served by a worker process of its own; `smollm2` is always among them."""

from __future__ import annotations

import asyncio
import importlib.util
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from functools import partial
from typing import Self

from pydantic import BaseModel
from typing_extensions import override

from segue.domain.chat import ChatRequest, ProviderPiece
from segue.domain.models import Capability, DataPolicy, ModelCard, ModelRef, ModelStatus, ProviderType
from segue.errors import ModelGone
from segue.machine.needs import Backend
from segue.machine.weights import DEMONSTRATION
from segue.providers.contract import LoadedModel, Provider, ProviderContext, ProviderHealth
from segue.providers.local.answering import PASSES_FIELDS
from segue.providers.local.defaults import AnswerDefaults
from segue.providers.local.fields import require_fit
from segue.providers.local.keeper import ModelKeeper
from segue.providers.local.load_needs import LoadNeeds
from segue.providers.local.options import LocalModel, LocalOptions
from segue.providers.local.places import Places
from segue.providers.local.spec import RUNTIMES, WorkerSpec, size_bytes
from segue.providers.model_options import card
from segue.providers.planning import PlannedLoad, PlansLoads

_DEMONSTRATION_LANGUAGES = frozenset({"en"})
"""All that its maker says it is for (the card of huggingface.co/HuggingFaceTB/SmolLM2-135M-Instruct)."""
_BOTH = frozenset({Capability.PREFILL, Capability.SEED})
_ALWAYS: Mapping[Backend, frozenset[Capability]] = {
    "llama_cpp": _BOTH | {Capability.JSON_OBJECT, Capability.JSON_SCHEMA},
    "transformers": _BOTH,
}
"""What a backend does for every model: its sampler takes a seed, and an answer goes on where the assistant's last
message broke off. llama.cpp's grammar forces JSON as well, but not both together: it cannot force half a JSON text into
its form."""


class LocalModelAdapter(Provider, PlansLoads):
    """Models on this machine, one worker process a model, loaded at first use."""

    Options: type[BaseModel] = LocalOptions
    has_fixed_models = True

    def __init__(self, options: BaseModel, context: ProviderContext) -> None:
        assert isinstance(options, LocalOptions)
        self.name = context.name
        self._options, self._context = options, context
        self._places = Places(context.home)
        self._needs = LoadNeeds()
        self._has_runtime = {
            backend: importlib.util.find_spec(runtime.module) is not None for backend, runtime in RUNTIMES.items()
        }
        self._models: dict[str, LocalModel] = {}
        self._defaults: dict[str, AnswerDefaults] = {}
        self._cards: dict[str, ModelCard] = {}
        self._keepers: dict[str, ModelKeeper] = {}
        self._told: tuple[ModelCard, ...] = ()
        for alias, model in {DEMONSTRATION.name: LocalModel(), **options.models}.items():
            self._add(alias, model)
        self._look_at_store()

    @override
    async def __aenter__(self) -> Self:
        if self._context.room is None or self._context.room.loads_pinned:
            for alias, keeper in self._keepers.items():
                if keeper.is_pinned and not self._missing(alias):
                    keeper.keep_loaded()
        return self

    @override
    async def __aexit__(self, *_: object) -> None:
        async with asyncio.TaskGroup() as group:
            for keeper in self._keepers.values():
                group.create_task(keeper.close())

    @override
    def cards(self) -> tuple[ModelCard, ...]:
        self._look_at_store()
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
        require_fit(request, ModelRef(self.name, model))
        async with keeper.answer(self._defaults[model].applied_to(request)) as pieces:
            yield pieces

    @override
    def health(self) -> ProviderHealth:
        missing = [what for alias in self._models if (what := self._missing(alias))]
        unread = self._places.unread
        if len(missing) == len(self._models):
            return ProviderHealth(is_usable=False, detail=missing[0] if unread is None else str(unread))
        loaded = ", ".join(held.ref.name for held in self.loaded()) or "none"
        detail = f"Models on this machine; loaded by this process: {loaded}."
        if unread is not None:
            detail = f"{detail} Those that are stored are known from earlier: {unread}"
        return ProviderHealth(is_usable=True, detail=detail, is_impaired=unread is not None)

    @override
    def loaded(self) -> tuple[LoadedModel, ...]:
        return tuple(held for keeper in self._keepers.values() if (held := keeper.held()))

    @override
    async def unload(self, model: str) -> bool:
        return await self._keeper(model).unload()

    @override
    def planned(self) -> tuple[PlannedLoad, ...]:
        keepers, models = tuple(self._keepers.values()), dict(self._models)  # in one step: a thread may be asking
        return tuple(
            PlannedLoad(
                one.spec.model,
                one.spec.path,
                one.spec.plan,
                models[one.spec.model.name].weights,
                one.rules.memory_limit_bytes,
                models[one.spec.model.name].unheeded(one.spec.plan.backend),
            )
            for one in keepers
        )

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
        self._look_at_store()
        if (keeper := self._keepers.get(model)) is None:
            hint = f"Add it to `providers.{self.name}.options.models`, or ask for one of: {', '.join(self._models)}."
            raise ModelGone("No model of that name is configured.", model=ref, hint=hint)
        if missing := self._missing(model):
            raise ModelGone(missing, model=ref)
        return keeper

    def _missing(self, alias: str) -> str | None:
        """What has to be done before a model can answer; None when nothing has to."""
        if not self._has_runtime[backend := self._keepers[alias].spec.backend]:
            return RUNTIMES[backend].advice
        return self._places.missing(self._models[alias])

    def _add(self, alias: str, model: LocalModel) -> None:
        """Offer a model."""
        ref, context = ModelRef(self.name, alias), self._context
        self._models[alias] = model
        self._defaults[alias] = model.defaults()
        self._cards[alias] = self._card(alias, model)
        self._keepers[alias] = ModelKeeper(
            self._spec(alias, model),
            context.teller,
            model.rules(self._options, connect_s=context.connect_s),
            room=context.room,
            monitor=context.monitor,
            need_of=self._needs,
            in_use=partial(self._places.in_use, model, ref),
        )

    def _look_at_store(self) -> None:
        """Offer what was stored meanwhile under a name that is free, and serve the newest revision of each model."""
        named = {self._places.name_of(model) for model in self._models.values()}
        for name in self._places.stored():
            if name not in self._models and name not in named:
                self._add(name, LocalModel(weights=name, in_auto=False))
        for alias, keeper in self._keepers.items():
            model = self._models[alias]
            is_out = keeper.pid is None and keeper.status not in (ModelStatus.WAITING, ModelStatus.LOADING)
            if model.weights is not None and is_out and keeper.spec.path != self._places.path(model):
                keeper.spec = self._spec(alias, model)
                self._cards[alias] = self._card(alias, model)

    def _spec(self, alias: str, model: LocalModel) -> WorkerSpec:
        path = self._places.path(model)
        return WorkerSpec(
            ModelRef(self.name, alias),
            path,
            model.plan(model.backend_for(path)),
            trusts_code=model.trust_remote_code,
            trusts_pickle=model.trust_pickle,
        )

    def _card(self, alias: str, model: LocalModel) -> ModelCard:
        """What does not change of a model's card."""
        made = card(
            model,
            ModelRef(self.name, alias),
            ProviderType.LOCAL,
            data_policy=DataPolicy.LOCAL,
            passes_fields=PASSES_FIELDS,
        )
        always = _ALWAYS[model.backend_for(self._places.path(model))]
        made = replace(made, capabilities=made.capabilities | always, has_line=True)
        if not model.is_built_in:
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
            return size_bytes(self._keepers[alias].spec)
        except OSError:
            return None
