"""Models whose answers are written beforehand: offline, the same every time, with any delay and any fault.

    providers:
      stage:
        type: scripted
        options:
          models:
            slow: {text: "One moment. Here I am.", delay_s: 2, gap_s: 0.1}
            cut: {text: "It was a dark and stormy night.", fault: {kind: cut, after_chars: 8}}

`echo` says what it was told and `guide` how to get a real model; both are always there.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Final, Self, TypeAlias

from pydantic import BaseModel, Field
from typing_extensions import override

from segue.domain.chat import ChatRequest, ProviderPiece, Working
from segue.domain.models import Capability, DataPolicy, ModelCard, ModelRef, ModelStatus, ProviderType
from segue.errors import ModelGone
from segue.providers.contract import Answer, LoadedModel, Provider, ProviderContext, ProviderHealth
from segue.providers.model_options import Part, card
from segue.providers.scripts import FaultOptions, Script, until_fault

Sleep: TypeAlias = Callable[[float], Awaitable[None]]

GUIDE_TEXT: Final = (
    "I am a written reply, not a language model: none is set up on this machine yet. "
    "To fetch the demonstration model and talk to it, run `segue chat --yes`; it is a small one, "
    "for trying things out and not for therapeutic use. `segue doctor` says what is here and what is missing."
)
"""What `guide` says."""

BUILT_IN: Final[Mapping[str, Script]] = {
    "echo": Script(label="says what you wrote", is_demonstration=True),
    "guide": Script(text=GUIDE_TEXT, label="says how to get a model", is_demonstration=True),
}
"""The models that are there without being configured; a configured one of the same name takes the place."""

_FOR_EVER_S = 3600.0
"""How long one that fell silent waits, again and again, for whoever asked to leave."""


class ScriptedOptions(Part):
    """Options of `scripted`."""

    models: dict[str, Script] = Field(default_factory=dict)
    """Written models by name."""


class ScriptedProvider(Provider):
    """Says what it was told to say; see the options. `sleep` is what its pauses are made of."""

    Options: type[BaseModel] = ScriptedOptions
    has_fixed_models = True

    def __init__(self, options: BaseModel, context: ProviderContext, *, sleep: Sleep = asyncio.sleep) -> None:
        assert isinstance(options, ScriptedOptions)
        self.name = context.name
        self._scripts = {**BUILT_IN, **options.models}
        self._sleep = sleep
        self._cards = tuple(self._card(name, script) for name, script in self._scripts.items())
        self.calls: Counter[str] = Counter()
        """How often each model was asked."""
        self.answering: Counter[str] = Counter()
        """How many answers of each model are under way."""

    @override
    async def __aenter__(self) -> Self:
        return self

    @override
    async def __aexit__(self, *_: object) -> None: ...

    @override
    def cards(self) -> tuple[ModelCard, ...]:
        return self._cards

    @override
    def status(self, model: str) -> ModelStatus:
        return ModelStatus.READY if model in self._scripts else ModelStatus.WITHDRAWN

    @override
    def answer(self, request: ChatRequest, model: str) -> Answer:
        return self._answer(request, model)

    @override
    def health(self) -> ProviderHealth:
        return ProviderHealth(is_usable=True, detail="Its answers are written; it is always there.")

    @override
    def loaded(self) -> tuple[LoadedModel, ...]:
        return ()

    @override
    async def unload(self, model: str) -> bool:
        return False

    @asynccontextmanager
    async def _answer(self, request: ChatRequest, model: str) -> AsyncIterator[AsyncIterator[ProviderPiece]]:
        script = self._scripts.get(model)
        if script is None:
            raise ModelGone("No model of that name is written.", model=ModelRef(self.name, model))
        self.calls[model] += 1
        self.answering[model] += 1
        pieces = self._pieces(script, request, model, self._fault(script, model))
        try:
            yield pieces
        finally:
            await pieces.aclose()
            self.answering[model] -= 1

    def _fault(self, script: Script, model: str) -> FaultOptions | None:
        """The fault of this call, which may be one of the first ones only."""
        fault = script.fault
        if fault is None or (fault.first_calls is not None and self.calls[model] > fault.first_calls):
            return None
        return fault

    async def _pieces(
        self, script: Script, request: ChatRequest, model: str, fault: FaultOptions | None
    ) -> AsyncGenerator[ProviderPiece, None]:
        wants_json = request.response_format.kind != "text"
        texts = script.pieces_of_text(request.last_user_text, wants_json=wants_json, streams=request.stream)
        await self._pause(script.delay_s)
        works = script.working if request.stream else 0
        for number in range(works):
            yield Working(number, works)
            await self._pause(script.gap_s)
        for place in range(script.waits_at if request.stream else 0, 0, -1):
            yield Working(place_in_line=place)
            await self._pause(script.gap_s)
        if script.waits_at and request.stream:
            yield Working()
        said_chars = fault.after_chars if fault is not None and request.stream else 0  # a whole answer fails whole
        for number, delta in enumerate(until_fault(texts, None if fault is None else said_chars)):
            await self._pause(script.gap_s if number else 0.0)
            yield delta
        if fault is not None:
            await self._fail(fault, ModelRef(self.name, model))
        for call in script.calls():
            yield call
        yield script.finished()

    async def _fail(self, fault: FaultOptions, model: ModelRef) -> None:
        if (error := fault.error(model)) is not None:
            raise error
        while True:
            await self._sleep(_FOR_EVER_S)

    async def _pause(self, pause_s: float) -> None:
        if pause_s > 0:
            await self._sleep(pause_s)

    def _card(self, name: str, script: Script) -> ModelCard:
        able = {Capability.TOOLS} if script.tool_calls else set()
        able |= {Capability.JSON_OBJECT, Capability.JSON_SCHEMA} if script.json_text is not None else set()
        told = script.model_copy(update={"capabilities": script.capabilities | able})
        made = card(told, ModelRef(self.name, name), ProviderType.SCRIPTED, data_policy=DataPolicy.LOCAL)
        return replace(made, has_line=True) if script.waits_at else made
