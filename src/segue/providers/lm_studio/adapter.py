"""LM Studio: models on this machine, asked by its OpenAI-compatible API; what they are is asked by its own."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Annotated, Final, Self

from pydantic import BaseModel, BeforeValidator, Field, field_validator
from typing_extensions import override

from segue.domain.chat import ChatRequest, ProviderPiece
from segue.domain.models import Capability, DataPolicy, ModelCard, ModelRef, ModelStatus, ProviderType
from segue.domain.servers import PullProgress, RunningModel
from segue.errors import ModelGone, Overloaded, ProviderError, Unsupported
from segue.providers.contract import Answer, LoadedModel, Provider, ProviderContext, ProviderHealth
from segue.providers.data_policies import policy_at
from segue.providers.hosts import HOSTS
from segue.providers.lm_studio.loads import Loads
from segue.providers.lm_studio.server import KnownModel, LmStudioServer
from segue.providers.managing import LOAD_S
from segue.providers.model_options import ModelOptions, Part, card, within_limit
from segue.providers.openai_compatible import Address, NotHere, known_model
from segue.providers.openai_protocol import OpenAIProtocol
from segue.providers.residency import Residency, ResidentAnswer
from segue.providers.wire import Wire

ROW: Final = HOSTS["lm_studio"]
FRESH_S: Final = 30.0
"""How long what LM Studio said of its models is relied on while the one that is asked is in memory."""
_UNLOAD_S = 30.0
_ANSWERS_S = 300.0
"""Longest wait of an unload for answers under way here, as for a model of the type `local`."""
_ALWAYS = frozenset({Capability.JSON_SCHEMA, Capability.SEED})
"""What it does for every model; `json_object` it refuses (seen by its users, 0.3 and 0.4)."""


class LmStudioModelOptions(ModelOptions):
    """One model; what it can do is also asked of LM Studio."""

    # As of every provider; said anew for what follows from it here.
    context_tokens: Annotated[int, Field(ge=256)] | None = None
    """Most tokens of input and output together: a model that is not in memory is loaded with this, from LM Studio 0.4
    on, and memory grows with it. Empty: LM Studio loads it as it is set up there."""


class LmStudioOptions(Part):
    """Options of `lm_studio`."""

    base_url: Address = "http://127.0.0.1:1234"
    """Where LM Studio's server listens, without `/v1` or `/api`."""
    models: dict[str, Annotated[LmStudioModelOptions, BeforeValidator(known_model)]] = Field(default_factory=dict)
    """The models to use, by the keys that `lms ls` shows."""
    data_policy: DataPolicy | None = None
    """What is done with what is sent there. Empty: `local` for an address on this machine, else `unknown`."""
    load_s: Annotated[float, Field(gt=0)] = 120.0
    """How many seconds a model that is not in memory may take until its first word, without being taken for silent."""

    @field_validator("base_url")
    @classmethod
    def _without_path(cls, url: str) -> str:
        if url.endswith(("/v1", "/api", "/v0")):
            raise ValueError("it ends with the host and port: what follows is added")
        return url

    @property
    def policy(self) -> DataPolicy:
        """What is done with what is sent there, as far as it is known."""
        return policy_at(self.base_url, self.data_policy)


class LmStudioAdapter(Provider):
    """The models of one LM Studio."""

    Options: type[BaseModel] = LmStudioOptions
    has_fixed_models = True

    def __init__(
        self, options: BaseModel, context: ProviderContext, *, now_s: Callable[[], float] = time.monotonic
    ) -> None:
        assert isinstance(options, LmStudioOptions)
        self.name = context.name
        self._options, self._now_s = options, now_s
        self._wire = Wire(f"{options.base_url}/v1", key=context.key, connect_s=context.connect_s)
        hint = (
            f"It wants an API token, made in LM Studio's developer settings: in segue.yaml, `providers.{context.name}"
            ".key: ${LM_API_TOKEN}`."
        )
        self._server = LmStudioServer(self._wire, context.name, key_hint=hint)
        self._protocol = OpenAIProtocol(self._wire, dialect=ROW.dialect, key_hint=hint)
        self._residency = Residency(load_s=options.load_s, now_s=now_s)
        self._loads = Loads(context.name, self._residency)
        self._known: dict[str, KnownModel] | None = None
        """What it said of its models; None before it was asked."""
        self._looked_s = float("-inf")
        self._cards = {name: self._card(name) for name in options.models}
        self._told = tuple(self._cards.values())

    @override
    def __repr__(self) -> str:
        return f"LmStudioAdapter({self.name!r}, {self._options.base_url!r})"

    @override
    async def __aenter__(self) -> Self:
        await self._wire.__aenter__()
        return self

    @override
    async def __aexit__(self, *_: object) -> None:
        await self._loads.close()
        await self._wire.__aexit__()

    @override
    def cards(self) -> tuple[ModelCard, ...]:
        if any(known.status is not self.status(name) for name, known in self._cards.items()):
            self._note_cards()
        return self._told

    @override
    def status(self, model: str) -> ModelStatus:
        if model not in self._cards:
            return ModelStatus.WITHDRAWN
        return ModelStatus.MISSING if self._is_gone(model) else self._residency.status(model)

    @override
    def answer(self, request: ChatRequest, model: str) -> Answer:
        if model not in self._cards:
            return NotHere(ModelRef(self.name, model))

        async def ask() -> Answer:
            await self._look_at(model)
            known = self._cards[model]
            if self._is_gone(model):
                raise ModelGone("LM Studio does not have this model.", model=known.ref, hint=known.missing or "")
            asked = within_limit(request, known.max_output_tokens)
            answer = self._protocol.answer(asked, known.ref, passes_fields=known.passes_fields)
            return _AfterLoad(self, model, answer)

        return ResidentAnswer(self._residency, model, ask)

    @override
    def health(self) -> ProviderHealth:
        detail = f"Configured for LM Studio at {self._options.base_url}; it is asked when a turn needs it."
        return ProviderHealth(is_usable=True, detail=detail)

    @override
    def loaded(self) -> tuple[LoadedModel, ...]:
        return ()

    @override
    async def unload(self, model: str) -> bool:
        known = {one.name: one for one in await self._server.models()}
        self._note(known.values())
        if model not in known or not known[model].instances:
            return False
        try:
            async with asyncio.timeout(_ANSWERS_S):
                await self._residency.wait_unused(model)
        except TimeoutError:
            message = f"It was still answering after {_ANSWERS_S:g} s and stays loaded."
            raise Overloaded(message, model=ModelRef(self.name, model)) from None
        for instance in known[model].instances:
            await self._server.unload(model, instance.id, deadline_s=_UNLOAD_S)
        self._note(replace(one, instances=()) if one.name == model else one for one in known.values())
        return True

    async def running(self) -> tuple[RunningModel, ...]:
        """See ManagesModels."""
        return await self._server.running()

    async def load(self, model: str, *, deadline_s: float = LOAD_S) -> RunningModel:
        """See ManagesModels. One that is in memory stays as it is."""
        await self._loads.once(model, partial(self._load, model, deadline_s))
        return await self._held(model) or RunningModel(ModelRef(self.name, model))

    async def pull(self, model: str) -> AsyncIterator[PullProgress]:
        """See ManagesModels. Leaving early does not end it: LM Studio goes on by itself."""
        async for progress in self._server.pull(model):
            yield progress
        self._looked_s = float("-inf")

    async def load_as_configured(self, model: str) -> None:
        """Load a model with the context that its configuration names; without one, LM Studio loads it by itself."""
        if self._wanted(model) is None or self._residency.holds(model) is not False:
            return
        with suppress(Unsupported):  # an older version loads it by itself, as it is set up there
            await self._loads.once(model, partial(self._load, model, self._options.load_s))
        self._looked_s = float("-inf")

    async def _load(self, model: str, deadline_s: float) -> None:
        """Have it loaded, unless somebody else was first: told again, LM Studio loads a second one beside it."""
        if await self._held(model) is None:
            await self._server.load(model, context_tokens=self._wanted(model), deadline_s=deadline_s)

    async def _held(self, model: str) -> RunningModel | None:
        return next((one for one in await self._server.running() if one.ref.name == model), None)

    async def _look_at(self, model: str) -> None:
        """Hear what LM Studio has and holds. Where it does not say, its silence counts from here on."""
        is_fresh = self._now_s() - self._looked_s < FRESH_S
        if is_fresh and self._residency.holds(model) and not self._is_gone(model):
            return
        try:
            self._note(await self._server.models())
        except ProviderError:
            self._residency.told(None)
            raise
        self._looked_s = self._now_s()

    def _note(self, models: Iterable[KnownModel]) -> None:
        self._known = {one.name: one for one in models}
        self._residency.told({one.name for one in self._known.values() if one.instances})
        self._note_cards()

    def _note_cards(self) -> None:
        """Bring the cards up to date; they are a new tuple only where something changed."""
        now = {name: self._card(name) for name in self._cards}
        if now != self._cards:
            self._cards, self._told = now, tuple(now.values())

    def _is_gone(self, model: str) -> bool:
        # An instance may have a name of its own, under which it is asked for as well.
        if self._known is None or model in self._known:
            return False
        return not any(one.id == model for known in self._known.values() for one in known.instances)

    def _wanted(self, model: str) -> int | None:
        options = self._options.models.get(model)
        return options.context_tokens if options is not None else None

    def _card(self, name: str) -> ModelCard:
        options, known = self._options.models[name], (self._known or {}).get(name)
        hint = f"LM Studio does not have it: `segue models pull {self.name}:{name}` fetches it."
        made = card(
            options,
            ModelRef(self.name, name),
            ProviderType.LOCAL_SERVER,
            data_policy=self._options.policy,
            passes_fields=ROW.extra_fields,
            missing=hint if self._is_gone(name) else None,
        )
        made = replace(
            made,
            capabilities=made.capabilities | _ALWAYS | (known.abilities if known is not None else frozenset()),
            context_tokens=_context(options.context_tokens, known),
            size_bytes=known.size_bytes if known is not None else None,
        )
        return made if made.missing else replace(made, status=self._residency.status(name))


class _AfterLoad(Answer):
    """An answer before which the model is loaded as it is configured."""

    def __init__(self, adapter: LmStudioAdapter, model: str, answer: Answer) -> None:
        self._adapter, self._model, self._answer = adapter, model, answer

    @override
    async def __aenter__(self) -> AsyncIterator[ProviderPiece]:
        await self._adapter.load_as_configured(self._model)
        return await self._answer.__aenter__()

    @override
    async def __aexit__(self, *_: object) -> None:
        await self._answer.__aexit__(None, None, None)


def _context(configured: int | None, known: KnownModel | None) -> int | None:
    """What a model takes: what it was loaded with, or will be; None where only LM Studio knows."""
    held = [one.context_tokens for one in known.instances if one.context_tokens] if known is not None else []
    if held:
        return min(held) if configured is None else min(*held, configured)
    if configured is None or known is None or known.max_context_tokens is None:
        return configured
    return min(configured, known.max_context_tokens)
