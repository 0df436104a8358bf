"""How the providers' suite gets one of each kind going: one function a name in `PROVIDERS`."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from segue.domain.chat import ChatRequest, Message, Role
from segue.providers.contract import PROVIDERS, Provider, ProviderContext
from segue.providers.scripted import ScriptedProvider
from tests.support import anthropic as claude
from tests.support.lm_studio import LmStudio
from tests.support.lm_studio import Model as LmModel
from tests.support.ollama import Model as OllamaModel
from tests.support.ollama import Ollama
from tests.support.openrouter import KEY, OpenRouter, answers, stalling
from tests.support.scenes import TEXT, WELL, WORDS, Scene, whole, words
from tests.support.upstream import Upstream

VOICES = {f"voice{number}": f"I am number {number}, and nobody else." for number in range(6)}


class Silence:
    """A Teller for tests that ask nothing of events."""

    def tell(self, event: object) -> None:
        """Take it and forget it."""


@dataclass(frozen=True)
class Subject:
    """A provider that is open, and what its models are known to do."""

    provider: Provider
    raw_options: Mapping[str, object]
    model: str
    """Answers in several pieces, the same each time."""
    text: str | None
    """What it says; None where the words cannot be known."""
    endless: str
    """Says something and then does not end soon."""
    stopped: Callable[[], Awaitable[None]]
    """Waits, not for long, until the work on an answer of `endless` that was left has ended."""
    voices: Mapping[str, str]
    """Models by name with what each says; empty where there is one model only."""


Harness: TypeAlias = Callable[[Path], AbstractAsyncContextManager[Subject]]


def context(home: Path, *, key: str | None = None) -> ProviderContext:
    return ProviderContext(name="subject", home=home, teller=Silence(), key=key)


@asynccontextmanager
async def scripted(home: Path) -> AsyncIterator[Subject]:
    models = {
        "tale": {"text": TEXT, "working": 2},
        "endless": {"text": "and so on", "fault": {"kind": "silent", "after_chars": 6}},
        **{name: {"text": text} for name, text in VOICES.items()},
    }
    kind = PROVIDERS.load("scripted")
    provider = kind(kind.Options.model_validate({"models": models}), context(home))
    assert isinstance(provider, ScriptedProvider)

    async def stopped() -> None:
        assert not provider.answering["endless"]

    async with provider:
        yield Subject(provider, {"models": models}, "tale", TEXT, "endless", stopped, VOICES)


@asynccontextmanager
async def openai_compatible(home: Path) -> AsyncIterator[Subject]:
    async with Upstream() as upstream:
        for name, text in VOICES.items():
            upstream.scenes[name] = Scene((*words(*text.split(" ")), *WELL[-3:]), whole=whole(text.replace(" ", "")))
        raw = {"base_url": upstream.base_url, "models": {name: {} for name in ("well", "stall_after_words", *VOICES)}}
        kind = PROVIDERS.load("openai_compatible")
        async with kind(kind.Options.model_validate(raw), context(home, key="sk-planted")) as provider:
            voices = {name: text.replace(" ", "") for name, text in VOICES.items()}
            yield Subject(provider, raw, "well", TEXT, "stall_after_words", upstream.client_left, voices)


@asynccontextmanager
async def openrouter(home: Path) -> AsyncIterator[Subject]:
    async with OpenRouter() as server:
        voices = {f"maker/{name}": text for name, text in VOICES.items()}
        server.scenes |= {name: answers(*text.split(" ")) for name, text in voices.items()}
        server.scenes["maker/stalls"] = replace(answers(*TEXT.split(" ")), writes=stalling(*WORDS[:3]), end="hang")
        raw = {"base_url": server.base_url, "models": {name: {} for name in ("maker/name", "maker/stalls", *voices)}}
        kind = PROVIDERS.load("openrouter")
        async with kind(kind.Options.model_validate(raw), context(home, key=KEY)) as provider:
            said = {name: text.replace(" ", "") for name, text in voices.items()}
            yield Subject(provider, raw, "maker/name", TEXT, "maker/stalls", server.client_left, said)


@asynccontextmanager
async def anthropic(home: Path) -> AsyncIterator[Subject]:
    async with claude.Anthropic() as server:
        server.scenes |= {name: claude.says(*text.split(" ")) for name, text in VOICES.items()}
        server.scenes["stalls"] = claude.stalls(*WORDS[:3])
        raw = {"base_url": server.base_url, "models": {name: {} for name in (claude.MODEL, "stalls", *VOICES)}}
        kind = PROVIDERS.load("anthropic")
        async with kind(kind.Options.model_validate(raw), context(home, key=claude.KEY)) as provider:
            said = {name: text.replace(" ", "") for name, text in VOICES.items()}
            yield Subject(provider, raw, claude.MODEL, TEXT, "stalls", server.client_left, said)


@asynccontextmanager
async def ollama(home: Path) -> AsyncIterator[Subject]:
    async with Ollama() as server:
        server.models |= {name: OllamaModel(tuple(text.split(" "))) for name, text in VOICES.items()}
        server.models["endless"] = OllamaModel(WORDS[:3], ends=False)
        raw = {"base_url": server.origin, "models": {name: {} for name in ("tale", "endless", *VOICES)}}
        kind = PROVIDERS.load("ollama")
        async with kind(kind.Options.model_validate(raw), context(home)) as provider:
            said = {name: text.replace(" ", "") for name, text in VOICES.items()}
            yield Subject(provider, raw, "tale", TEXT, "endless", server.client_left, said)


@asynccontextmanager
async def lm_studio(home: Path) -> AsyncIterator[Subject]:
    async with LmStudio() as server:
        names = ("well", "stall_after_words", *VOICES)
        server.models = {name: LmModel() for name in names}
        for name, text in VOICES.items():
            server.scenes[name] = Scene((*words(*text.split(" ")), *WELL[-3:]), whole=whole(text.replace(" ", "")))
        raw = {"base_url": server.origin, "models": {name: {} for name in names}}
        kind = PROVIDERS.load("lm_studio")
        async with kind(kind.Options.model_validate(raw), context(home)) as provider:
            said = {name: text.replace(" ", "") for name, text in VOICES.items()}
            yield Subject(provider, raw, "well", TEXT, "stall_after_words", server.client_left, said)


@asynccontextmanager
async def local(home: Path) -> AsyncIterator[Subject]:
    raw = {"models": {"smollm2": {"context_tokens": 2560, "parallel": 1}}}
    kind = PROVIDERS.load("local")
    async with kind(kind.Options.model_validate(raw), context(home)) as provider:

        async def stopped() -> None:
            """With room for one answer at a time, a next one comes only once the one before was ended."""
            request = ChatRequest((Message(Role.USER, "Hi."),), max_tokens=1)
            async with asyncio.timeout(60), provider.answer(request, "smollm2") as pieces:
                async for _ in pieces:
                    pass

        yield Subject(provider, raw, "smollm2", None, "smollm2", stopped, {})


HARNESSES: dict[str, Harness] = {
    "anthropic": anthropic,
    "local": local,
    "lm_studio": lm_studio,
    "ollama": ollama,
    "openai_compatible": openai_compatible,
    "openrouter": openrouter,
    "scripted": scripted,
}
"""One a built-in; the suite fails for a name that is missing here."""
