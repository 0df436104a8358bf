"""Ollama: models on this machine by its own API; those that it passes on to its maker never count as local."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from typing import Final, Self

from pydantic import BaseModel
from typing_extensions import override

from segue.domain.chat import ChatRequest
from segue.domain.models import Capability, DataPolicy, ModelCard, ModelRef, ModelStatus, Privacy, ProviderType
from segue.domain.servers import PullProgress, RunningModel
from segue.errors import ModelGone, ProviderError
from segue.providers.contract import Answer, LoadedModel, Provider, ProviderContext, ProviderHealth
from segue.providers.managing import LOAD_S
from segue.providers.model_options import card, within_limit
from segue.providers.ollama.asking import PASSES_FIELDS, Manner
from segue.providers.ollama.chat import Noted, OllamaAnswer
from segue.providers.ollama.errors import elsewhere
from segue.providers.ollama.options import DEFAULT_CONTEXT_TOKENS, OllamaModelOptions, OllamaOptions
from segue.providers.ollama.server import OllamaServer, Shown
from segue.providers.openai_compatible import NotHere
from segue.providers.residency import Residency, ResidentAnswer
from segue.providers.wire import Wire

LOOK_S: Final = 1.0
"""How long what is in memory is relied on, while the model that is asked is there."""
FRESH_S: Final = 30.0
"""How long what Ollama said of a model is relied on: a name can come to stand for another model."""
_UNLOAD_S = 30.0
_ALWAYS = frozenset({Capability.JSON_OBJECT, Capability.JSON_SCHEMA, Capability.SEED})
"""What Ollama does for every model that runs in it: its grammar forces JSON, its sampler takes a seed."""


class OllamaAdapter(Provider):
    """The models of one Ollama server."""

    Options: type[BaseModel] = OllamaOptions
    has_fixed_models = True

    def __init__(
        self, options: BaseModel, context: ProviderContext, *, now_s: Callable[[], float] = time.monotonic
    ) -> None:
        assert isinstance(options, OllamaOptions)
        self.name = context.name
        self._options, self._now_s = options, now_s
        self._wire = Wire(options.base_url, key=context.key, connect_s=context.connect_s)
        self._server = OllamaServer(self._wire, context.name)
        self._residency = Residency(load_s=options.load_s, now_s=now_s)
        self._shown: dict[str, tuple[Shown, float]] = {}
        """What was said of each model, and when."""
        self._looked_s = float("-inf")
        """When it was asked what is in memory."""
        self._gone: set[str] = set()
        self._elsewhere: set[str] = set()
        """Models that somebody else answered for, though nothing but the answer told of it."""
        self._cards = {name: self._card(name) for name in options.models}
        self._told = tuple(self._cards.values())

    @override
    def __repr__(self) -> str:
        return f"OllamaAdapter({self.name!r}, {self._options.base_url!r})"

    @override
    async def __aenter__(self) -> Self:
        await self._wire.__aenter__()
        return self

    @override
    async def __aexit__(self, *_: object) -> None:
        await self._wire.__aexit__()

    @override
    def cards(self) -> tuple[ModelCard, ...]:
        for name, known in self._cards.items():
            if known.status is not self.status(name):
                self._note_card(name)
        return self._told

    @override
    def status(self, model: str) -> ModelStatus:
        if model not in self._cards:
            return ModelStatus.WITHDRAWN
        return ModelStatus.MISSING if model in self._gone else self._residency.status(model)

    @override
    def answer(self, request: ChatRequest, model: str) -> Answer:
        if model not in self._cards:
            return NotHere(ModelRef(self.name, model))
        # What the turn took it for, and not what another turn has heard of it since.
        must_be_local = request.bounds.counts_as_local or request.bounds.privacy is Privacy.LOCAL_ONLY
        must_be_local = must_be_local or self._cards[model].is_local

        async def ask() -> Answer:
            known = await self._looked_at(model)
            if must_be_local and not known.is_local:
                raise elsewhere(known.ref)
            return OllamaAnswer(
                self._wire,
                within_limit(request, known.max_output_tokens),
                known.ref,
                self._manner(model),
                is_local=known.is_local,
                note=lambda noted: self._heard(model, noted),
            )

        return ResidentAnswer(self._residency, model, ask)

    @override
    def health(self) -> ProviderHealth:
        detail = f"Configured for Ollama at {self._options.base_url}; it is asked when a turn needs it."
        return ProviderHealth(is_usable=True, detail=detail)

    @override
    def loaded(self) -> tuple[LoadedModel, ...]:
        return ()

    @override
    async def unload(self, model: str) -> bool:
        """As the contract says; answers under way end first, for Ollama waits for them."""
        held = {running.ref.name for running in await self._server.running()}
        self._residency.told(held)
        name = next((name for name in (model, f"{model}:latest") if name in held), None)
        if name is None:
            return False
        await self._server.keep(name, keep_alive_s=0, num_ctx=None, deadline_s=_UNLOAD_S)
        self._residency.told(held - {name})
        return True

    async def running(self) -> tuple[RunningModel, ...]:
        """See ManagesModels."""
        running = await self._server.running()
        self._residency.told(_both_names(running))
        return running

    async def load(self, model: str, *, deadline_s: float = LOAD_S) -> RunningModel:
        """See ManagesModels. It is loaded with the context that it will be asked with."""
        shown = await self._server.show(model)
        if shown.is_elsewhere:
            raise elsewhere(ModelRef(self.name, model))
        num_ctx = _context(self._options.models.get(model), shown)
        await self._server.keep(model, keep_alive_s=-1, num_ctx=num_ctx, deadline_s=deadline_s)
        running = await self.running()
        known = next((one for one in running if one.ref.name in (model, f"{model}:latest")), None)
        return known or RunningModel(ModelRef(self.name, model), context_tokens=num_ctx)

    async def pull(self, model: str) -> AsyncIterator[PullProgress]:
        """See ManagesModels."""
        async for progress in self._server.pull(model):
            yield progress
        self._gone.discard(model)
        self._shown.pop(model, None)

    async def _looked_at(self, model: str) -> ModelCard:
        """A model's card, with what Ollama says of it now. Raises why it cannot be asked."""
        known = self._shown.get(model)
        async with asyncio.TaskGroup() as group:
            if not self._residency.holds(model) or self._now_s() - self._looked_s >= LOOK_S:
                group.create_task(self._look_at_memory())
            is_fresh = known is not None and self._now_s() - known[1] < FRESH_S
            shown = None if is_fresh else group.create_task(self._asked_about(model))
        if shown is not None:
            self._note_shown(model, shown.result())
        return self._cards[model]

    async def _look_at_memory(self) -> None:
        """Hear what is loaded. Where Ollama does not say, its silence counts from here on."""
        self._looked_s = self._now_s()
        try:
            self._residency.told(_both_names(await self._server.running()))
        except ProviderError:
            self._residency.told(None)

    async def _asked_about(self, model: str) -> Shown | ProviderError:
        try:
            return await self._server.show(model)
        except ProviderError as error:
            return error

    def _note_shown(self, model: str, shown: Shown | ProviderError) -> None:
        """Take note of what a model is. Raises why it cannot be asked."""
        if isinstance(shown, ProviderError):
            if isinstance(shown, ModelGone):
                self._gone.add(model)
                self._note_card(model)
            raise shown
        self._gone.discard(model)
        self._shown[model] = (shown, self._now_s())
        self._note_card(model)

    def _heard(self, model: str, noted: Noted) -> None:
        """What an answer said of its model, for whoever asks next."""
        if noted == "elsewhere":
            self._elsewhere.add(model)
            self._note_card(model)
        else:
            self._shown.pop(model, None)

    def _manner(self, model: str) -> Manner:
        options, shown = self._options.models[model], self._shown[model][0]
        keep_alive_s = self._options.keep_alive_s if options.keep_alive_s is None else options.keep_alive_s
        if shown.is_elsewhere:
            return Manner(think=options.think)
        return Manner(_context(options, shown), keep_alive_s, options.think)

    def _note_card(self, name: str) -> None:
        """Bring a card up to date; all cards are a new tuple only where something changed."""
        now = self._card(name)
        if now != self._cards[name]:
            self._cards[name] = now
            self._told = tuple(self._cards.values())

    def _card(self, name: str) -> ModelCard:
        options = self._options.models[name]
        shown = self._shown[name][0] if name in self._shown else None
        is_elsewhere = name in self._elsewhere or (shown is not None and shown.is_elsewhere)
        policy = self._options.policy_of(name, is_elsewhere=is_elsewhere)
        made = card(
            options.model_copy(update={"data_policy": policy}),
            ModelRef(self.name, name),
            ProviderType.LOCAL_SERVER if policy is DataPolicy.LOCAL else ProviderType.CUSTOM_API,
            data_policy=policy,
            passes_fields=PASSES_FIELDS,
            missing=self._fetch_hint(name) if name in self._gone else None,
        )
        abilities = shown.abilities if shown is not None else frozenset()
        made = replace(
            made,
            capabilities=made.capabilities | _ALWAYS | abilities,
            context_tokens=_context(options, shown),
        )
        return made if made.missing else replace(made, status=self._residency.status(name))

    def _fetch_hint(self, name: str) -> str:
        return f"Ollama does not have it: `segue models pull {self.name}:{name}` fetches it."


def _context(options: OllamaModelOptions | None, shown: Shown | None) -> int | None:
    """The context to ask a model with, which is also what it is known to take. Of one that runs elsewhere: its own."""
    configured = options.context_tokens if options is not None else None
    trained = shown.context_tokens if shown is not None else None
    if shown is not None and shown.is_elsewhere:
        return configured or trained
    wanted = configured or DEFAULT_CONTEXT_TOKENS
    return wanted if trained is None else min(wanted, trained)


def _both_names(running: tuple[RunningModel, ...]) -> set[str]:
    """The names of models in memory; one in `:latest` can also be asked for without it."""
    names = {one.ref.name for one in running}
    return names | {name.removesuffix(":latest") for name in names}
