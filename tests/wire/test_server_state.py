"""llama.cpp's and vLLM's servers: contexts are heard from them, and a load is waited for."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import msgspec
import pytest
from typing_extensions import override

from segue.domain.chat import ChatRequest, Finished, Message, ProviderPiece, Role, TextDelta
from segue.domain.models import ModelRef, ModelStatus
from segue.domain.servers import FoundModel, FoundServer
from segue.errors import Overloaded
from segue.machine.weights import DEMONSTRATION
from segue.providers.discovery import find_on_loopback
from segue.providers.hosts import HOSTS
from segue.providers.openai_compatible import CompatibleOptions, CustomAPIAdapter
from segue.providers.openai_protocol import OpenAIProtocol
from segue.providers.server_state import ServerState
from segue.providers.wire import Wire
from tests.conformance.provider_harness import context
from tests.support.llama_server import NAME, SLOT_TOKENS, llama_server
from tests.support.scenes import TEXT, Scene
from tests.support.upstream import Asked, Upstream

REQUEST = ChatRequest((Message(Role.USER, "Begin."),), max_tokens=8)
_LOADING = {"error": {"message": "Loading model", "type": "unavailable_error", "code": 503}}


class LlamaCpp(Upstream):
    """llama.cpp's server; while `loads` is left, each question takes one of them and hears that it is loading."""

    def __init__(self, *, loads: int = 0) -> None:
        super().__init__()
        self.loads = loads
        self.listed: object = {"data": [{"id": "well", "owned_by": "llamacpp", "meta": {"n_ctx": 2048}}]}

    @override
    def scene_for(self, asked: Asked) -> Scene:
        if self.loads:
            self.loads -= 1
            return _json(_LOADING, status=503)
        match asked.path:
            case "/health":
                return _json({"status": "ok"})
            case "/v1/models":
                return _json(self.listed)
        return super().scene_for(asked)


def _json(value: object, *, status: int = 200) -> Scene:
    return Scene((msgspec.json.encode(value),), status, "application/json")


@asynccontextmanager
async def adapter(base_url: str, models: object, *, host: str = "llama_cpp") -> AsyncIterator[CustomAPIAdapter]:
    raw = {"host": host, "base_url": base_url, "models": models}
    async with CustomAPIAdapter(CompatibleOptions.model_validate(raw), context(Path("home"))) as made:
        yield made


async def ask(made: CustomAPIAdapter, model: str = "well") -> list[ProviderPiece]:
    async with made.answer(REQUEST, model) as pieces:
        return [piece async for piece in pieces]


def text_of(pieces: Sequence[ProviderPiece]) -> str:
    return "".join(piece.text for piece in pieces if isinstance(piece, TextDelta))


@pytest.mark.parametrize(
    ("host", "listed"),
    [
        ("llama_cpp", {"id": "well", "owned_by": "llamacpp", "meta": {"n_ctx": 2048, "n_ctx_train": 8192}}),
        ("vllm", {"id": "well", "owned_by": "vllm", "max_model_len": 2048}),
    ],
)
async def test_context_is_heard_from_the_server(host: str, listed: object) -> None:
    """What a server was started with is what a model is known to take, unless it is configured."""
    async with LlamaCpp() as server:
        server.listed = {"data": [listed]}
        async with adapter(
            server.base_url, {"well": None, "cut_after_words": {"context_tokens": 512}}, host=host
        ) as made:
            before = made.cards()
            assert text_of(await ask(made)) == TEXT
            await ask(made)
            after = made.cards()

    assert [card.context_tokens for card in before] == [None, 512]
    assert [card.context_tokens for card in after] == [2048, 512]
    assert [card.status for card in after] == [ModelStatus.READY, ModelStatus.READY]
    assert [asked.path for asked in server.requests].count("/v1/models") == 1


async def test_other_hosts_are_asked_nothing_else() -> None:
    """A host that tells nothing of itself is sent the turn and no more."""
    async with Upstream() as server:
        raw = {"base_url": server.base_url, "models": {"well": None}}
        async with CustomAPIAdapter(CompatibleOptions.model_validate(raw), context(Path("home"))) as made:
            await ask(made)

    assert [asked.path for asked in server.requests] == ["/v1/chat/completions"]


async def test_load_is_waited_for() -> None:
    """A server that is still loading answers the turn that came too early. Covers R5.1."""
    async with LlamaCpp(loads=4) as server, Wire(server.base_url) as wire:
        state = ServerState(wire, HOSTS["llama_cpp"], "subject", poll_s=0)
        protocol = OpenAIProtocol(wire)
        async with state.answer(lambda: protocol.answer(REQUEST, ModelRef("subject", "well"))) as pieces:
            assert text_of([piece async for piece in pieces]) == TEXT

    assert [asked.path for asked in server.requests] == [
        *("/v1/models", "/v1/chat/completions", "/health", "/health", "/health", "/v1/models"),
        "/v1/chat/completions",
    ]


async def test_model_counts_as_loading_meanwhile() -> None:
    """So that nobody takes it for silent."""
    async with LlamaCpp(loads=1_000) as server, adapter(server.base_url, {"well": None}) as made:
        answer = asyncio.create_task(ask(made))
        while made.status("well") is not ModelStatus.LOADING:
            await asyncio.sleep(0)
        assert [card.status for card in made.cards()] == [ModelStatus.LOADING]
        answer.cancel()
        with pytest.raises(asyncio.CancelledError):
            await answer
        assert [card.status for card in made.cards()] == [ModelStatus.READY]


async def test_load_that_does_not_end_is_an_error() -> None:
    """A load has a deadline, and a 503 without a load is what it says."""
    async with LlamaCpp(loads=1_000) as server, Wire(server.base_url) as wire:
        state = ServerState(wire, HOSTS["llama_cpp"], "subject", poll_s=0, load_s=0.01)
        protocol = OpenAIProtocol(wire)
        with pytest.raises(Overloaded, match="still loading"):
            async with state.answer(lambda: protocol.answer(REQUEST, ModelRef("subject", "well"))):
                pass
    async with LlamaCpp() as server, adapter(server.base_url, {"503": None}) as made:
        with pytest.raises(Overloaded):
            await ask(made, "503")


@pytest.mark.gguf
async def test_real_llama_cpp_server_is_found_and_tells_its_context(demonstration_home: Path) -> None:
    """llama.cpp itself on a real model: found, known by its own words, and asked."""
    with llama_server(DEMONSTRATION.path_in(demonstration_home)) as origin:
        (found,) = await find_on_loopback(origins=[origin])
        async with adapter(found.base_url, {NAME: None}) as made:
            pieces = await ask(made, NAME)
            (card,) = made.cards()

    (model,) = found.models
    assert found == FoundServer(
        "llama_cpp", f"{origin}/v1", found.version, (FoundModel(NAME, True, SLOT_TOKENS, model.size_bytes),)
    )
    assert (card.context_tokens, card.is_local) == (SLOT_TOKENS, True)
    assert text_of(pieces)
    assert isinstance(pieces[-1], Finished)
    assert pieces[-1].usage is not None
