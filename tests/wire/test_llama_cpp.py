"""llama.cpp's own server with a real model, in both of its protocols: OpenAI's and Anthropic's.

What the model says is not foretold: it is small. What each protocol promises of an answer is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from segue.domain.chat import (
    ChatRequest,
    Finished,
    Message,
    ProviderPiece,
    Role,
    TextDelta,
    Tool,
    ToolCall,
)
from segue.domain.models import DataPolicy
from segue.errors import PromptTooLong
from segue.machine.weights import DEMONSTRATION
from segue.providers.contract import PROVIDERS, Provider
from tests.conformance.provider_harness import context
from tests.support.llama_server import NAME, llama_server

ASKED = ChatRequest(
    (Message(Role.SYSTEM, "Tell a tale."), Message(Role.USER, "Begin.")), max_tokens=12, temperature=0.0, seed=7
)
PROTOCOLS: Mapping[str, tuple[str, Mapping[str, object]]] = {
    "openai": ("openai_compatible", {"host": "llama_cpp", "models": {NAME: {}}}),
    "anthropic": ("anthropic", {"models": {NAME: {"sampling": "one"}}}),
}

pytestmark = [pytest.mark.gguf, pytest.mark.parametrize("protocol", list(PROTOCOLS))]


@pytest.fixture(scope="module")
def origin(demonstration_home: Path) -> Iterator[str]:
    """The address of one server for all tests here."""
    with llama_server(DEMONSTRATION.path_in(demonstration_home)) as address:
        yield address


@pytest.fixture
def provider(origin: str, protocol: str, segue_home: Path) -> Provider:
    """A provider of its models; not open yet."""
    name, options = PROTOCOLS[protocol]
    kind = PROVIDERS.load(name)
    return kind(kind.Options.model_validate({**options, "base_url": f"{origin}/v1"}), context(segue_home))


async def pieces_of(provider: Provider, request: ChatRequest) -> list[ProviderPiece]:
    async with provider, provider.answer(request, NAME) as pieces:
        return [piece async for piece in pieces]


def words_of(pieces: list[ProviderPiece]) -> str:
    return "".join(piece.text for piece in pieces if isinstance(piece, TextDelta))


async def test_streamed_and_whole_answers_say_the_same(provider: Provider) -> None:
    """Words, the reason to stop and the tokens are those of one model, in both protocols and both ways."""
    streamed = await pieces_of(provider, ASKED)
    whole = await pieces_of(provider, replace(ASKED, stream=False))

    assert words_of(streamed) == words_of(whole) != ""
    for finished in (streamed[-1], whole[-1]):
        assert isinstance(finished, Finished)
        assert finished.reason == "length"
        assert finished.usage is not None
        assert finished.usage.output_tokens == 12
        assert finished.usage.input_tokens > 12


async def test_conversation_with_tools_is_taken(provider: Provider) -> None:
    """Calls of another model and what came of them are read; whether this one calls any is its own business."""
    called = Message(Role.ASSISTANT, None, tool_calls=(ToolCall("call_1", "look", "{}"),))
    messages = (*ASKED.messages, called, Message(Role.TOOL, "A door.", tool_call_id="call_1"))
    pieces = await pieces_of(provider, replace(ASKED, messages=messages, tools=(Tool("look", "Look."),)))

    assert isinstance(pieces[-1], Finished)


async def test_prompt_that_is_too_long_is_told_so(provider: Provider) -> None:
    """Another model may take it."""
    long = replace(ASKED, messages=(Message(Role.USER, "word " * 3000),))
    with pytest.raises(PromptTooLong):
        await pieces_of(provider, long)


async def test_answer_that_is_left_makes_room_for_the_next(provider: Provider) -> None:
    """The server stops writing when nobody reads: both of its places are free again."""
    endless = replace(ASKED, max_tokens=900)
    async with provider:
        for _ in range(3):
            async with provider.answer(endless, NAME) as pieces:
                assert isinstance(await anext(pieces), TextDelta)
        async with provider.answer(replace(ASKED, max_tokens=2), NAME) as pieces:
            assert isinstance([piece async for piece in pieces][-1], Finished)


async def test_model_here_is_local(provider: Provider) -> None:
    """Nothing that is sent to it leaves the machine."""
    (card,) = provider.cards()

    assert card.data_policy is DataPolicy.LOCAL
    assert card.is_free
