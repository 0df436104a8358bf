"""The known remote hosts, each in its own way of speaking OpenAI's protocol."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio

from segue.domain.chat import (
    ChatRequest,
    Finished,
    Message,
    ProviderPiece,
    Role,
    TextDelta,
    Tool,
    ToolCall,
    ToolCallDelta,
    Usage,
)
from segue.domain.models import Capability, DataPolicy
from segue.errors import KeyRejected, RateLimited, StreamCut
from segue.providers.hosts import HOSTS
from segue.providers.openai_compatible import CompatibleOptions, CustomAPIAdapter
from tests.conformance.provider_harness import context
from tests.support.hosts import KEY, MANNERS, HostServer, answer
from tests.support.scenes import TEXT, Scene

LOOK = Tool("look", "Look.", {"type": "object", "properties": {}})
REQUEST = ChatRequest((Message(Role.USER, "Begin."),))
EVERYTHING = ChatRequest(
    (
        Message(Role.SYSTEM, "Be brief."),
        Message(Role.USER, "Look.", name="kim"),
        Message(Role.ASSISTANT, None, tool_calls=(ToolCall("toolu_01AbC", "look", "{}"),)),
        Message(Role.TOOL, "A door.", tool_call_id="toolu_01AbC"),
        Message(Role.DEVELOPER, "Be kind."),
        Message(Role.USER, "And?"),
    ),
    max_tokens=64,
    temperature=0.4,
    top_p=0.9,
    stop=("END",),
    seed=7,
    presence_penalty=0.1,
    frequency_penalty=0.1,
    tools=(LOOK,),
    parallel_tool_calls=False,
)

pytestmark = pytest.mark.parametrize("host", list(MANNERS))


@pytest_asyncio.fixture
async def server(host: str) -> AsyncIterator[HostServer]:
    """A server that behaves as the host does."""
    async with HostServer(host) as running:
        yield running


def adapter(server: HostServer, host: str, home: Path, *, key: str = KEY) -> CustomAPIAdapter:
    """The host's row, at that server's address; not open yet."""
    raw = {"host": host, "base_url": server.base_url, "models": {server.manner.model: {}}}
    return CustomAPIAdapter(CompatibleOptions.model_validate(raw), context(home, key=key))


async def pieces_of(server: HostServer, host: str, home: Path, request: ChatRequest) -> list[ProviderPiece]:
    async with (
        adapter(server, host, home) as provider,
        provider.answer(request, server.manner.model) as pieces,
    ):
        return [piece async for piece in pieces]


def words_of(pieces: list[ProviderPiece]) -> str:
    return "".join(piece.text for piece in pieces if isinstance(piece, TextDelta))


@pytest.mark.parametrize("stream", [True, False], ids=["streamed", "plain"])
async def test_words_come_without_thoughts_and_with_their_tokens(
    server: HostServer, host: str, segue_home: Path, stream: bool
) -> None:
    """Wherever a host puts what its model thought, nobody reads it; and whatever it calls its tokens, they count."""
    pieces = await pieces_of(server, host, segue_home, replace(REQUEST, stream=stream))

    assert words_of(pieces) == TEXT
    assert "planted" not in repr(pieces)
    assert pieces[-1] == Finished("stop", Usage(11, 9, 4, server.manner.reasoning_tokens))


@pytest.mark.parametrize("stream", [True, False], ids=["streamed", "plain"])
async def test_all_that_can_be_asked_is_taken(server: HostServer, host: str, segue_home: Path, stream: bool) -> None:
    """What a host refuses is left out or said in its words, also where another model made the tool calls."""
    assert words_of(await pieces_of(server, host, segue_home, replace(EVERYTHING, stream=stream))) == TEXT


@pytest.mark.parametrize("stream", [True, False], ids=["streamed", "plain"])
async def test_tool_calls_are_told_apart(server: HostServer, host: str, segue_home: Path, stream: bool) -> None:
    """Two calls are two, whether they are numbered or not."""
    request = replace(REQUEST, stream=stream, tools=(LOOK, Tool("wait")), tool_choice="required")
    pieces = await pieces_of(server, host, segue_home, request)

    calls = [(piece.index, piece.name) for piece in pieces if isinstance(piece, ToolCallDelta)]
    assert calls == [(0, "look"), (1, "wait")]
    assert isinstance(pieces[-1], Finished)
    assert pieces[-1].reason == "tool_calls"


async def test_wrong_key_is_told_as_one(server: HostServer, host: str, segue_home: Path) -> None:
    """Whatever status a host has for it, it is the key and not the request."""
    async with adapter(server, host, segue_home, key="key-wrong") as provider:
        with pytest.raises(KeyRejected) as caught:
            async with provider.answer(REQUEST, server.manner.model):
                pass
    assert "planted" not in str(caught.value)


async def test_limit_is_waited_for_as_it_says(server: HostServer, host: str, segue_home: Path) -> None:
    """Too many requests are a pause of so many seconds."""
    server.next_scenes.append(Scene((b"{}",), 429, "application/json", {"Retry-After": "3"}))
    with pytest.raises(RateLimited) as caught:
        await pieces_of(server, host, segue_home, REQUEST)

    assert caught.value.retry_after_s == 3


async def test_answer_that_is_left_is_cut_off_there(server: HostServer, host: str, segue_home: Path) -> None:
    """Whoever stops reading stops paying."""
    whole = answer(server.manner, {})
    server.next_scenes.append(replace(whole, writes=whole.writes[:-3], end="hang"))
    async with adapter(server, host, segue_home) as provider:
        async with provider.answer(REQUEST, server.manner.model) as pieces:
            heard = ""
            while heard != TEXT.removesuffix("."):
                piece = await anext(pieces)
                assert isinstance(piece, TextDelta)
                heard += piece.text
        await server.client_left()


async def test_stream_that_ends_within_its_words_was_cut(server: HostServer, host: str, segue_home: Path) -> None:
    """A host that closes the stream well has not finished its answer."""
    whole = answer(server.manner, {})
    server.next_scenes.append(replace(whole, writes=whole.writes[:-4]))
    with pytest.raises(StreamCut):
        await pieces_of(server, host, segue_home, REQUEST)


async def test_nothing_is_claimed_that_was_not_said(server: HostServer, host: str, segue_home: Path) -> None:
    """Tools, pictures, JSON and going on with an answer are there only where a configuration says so."""
    (card,) = adapter(server, host, segue_home).cards()

    assert card.capabilities == {Capability.CHAT, Capability.STREAMING, Capability.SYSTEM_ROLE}
    assert HOSTS[host].key_variable == f"{host.upper()}_API_KEY"
    options = CompatibleOptions.model_validate({"host": host, "models": {"m": {}}})
    assert options.policy_of("m") is DataPolicy.UNKNOWN
