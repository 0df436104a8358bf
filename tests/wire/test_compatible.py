"""Every habit and fault of model servers, over real HTTP: the answer is whole, or the error says what happened."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio

from segue.domain.chat import ChatRequest, Finished, Message, ProviderPiece, Role, TextDelta, ToolCallDelta, Usage
from segue.domain.models import ModelRef
from segue.errors import (
    BadAnswer,
    ConnectionLost,
    ContentRefused,
    KeyRejected,
    ModelGone,
    OutOfCredit,
    Overloaded,
    PromptTooLong,
    ProviderError,
    ProviderFault,
    RateLimited,
    RequestRefused,
    Silent,
    StreamCut,
    Unreachable,
    Unsupported,
)
from segue.providers.contract import ProviderContext
from segue.providers.openai_compatible import CompatibleOptions, CustomAPIAdapter
from segue.providers.openai_json import Dialect
from segue.providers.openai_protocol import OpenAIProtocol
from segue.providers.wire import Wire
from tests.conformance.provider_harness import Silence
from tests.support.scenes import SCENES, TEXT, WORDS
from tests.support.upstream import Upstream

KEY = "sk-planted-key-7"  # pragma: allowlist secret
REQUEST = ChatRequest((Message(Role.USER, "Begin."),))
PLAIN = ChatRequest((Message(Role.USER, "Begin."),), stream=False)
HALF = "".join(WORDS[:3])
EXACT = Usage(11, 9)


@pytest_asyncio.fixture
async def protocol(upstream: Upstream) -> AsyncIterator[OpenAIProtocol]:
    async with Wire(upstream.base_url, key=KEY, headers={"X-Title": "Segue"}) as wire:
        yield OpenAIProtocol(wire, key_hint="Set the key.")


async def ask(protocol: OpenAIProtocol, scene: str, request: ChatRequest = REQUEST) -> list[ProviderPiece]:
    async with protocol.answer(request, ModelRef("there", scene)) as pieces:
        return [piece async for piece in pieces]


async def ask_until_error(protocol: OpenAIProtocol, scene: str) -> tuple[str, ProviderError]:
    """The words before the error, and the error."""
    said: list[ProviderPiece] = []

    async def read() -> None:
        async with protocol.answer(REQUEST, ModelRef("there", scene)) as pieces:
            async for piece in pieces:
                said.append(piece)  # noqa: PERF401 - what came before the error counts

    with pytest.raises(ProviderError) as caught:
        await read()
    return text_of(said), caught.value


def text_of(pieces: Sequence[ProviderPiece]) -> str:
    return "".join(piece.text for piece in pieces if isinstance(piece, TextDelta))


@pytest.mark.parametrize(
    "scene",
    [
        *("well", "in_one_write", "byte_by_byte", "crlf_and_comments", "empty_choices_first", "processing"),
        "progress_unasked",
    ],
)
@pytest.mark.parametrize("request_", [REQUEST, PLAIN], ids=["streamed", "plain"])
async def test_whole_answer_arrives_whole(protocol: OpenAIProtocol, scene: str, request_: ChatRequest) -> None:
    """Every word, in order, white space byte for byte, with what it took."""
    pieces = await ask(protocol, scene, request_)

    assert text_of(pieces) == TEXT
    assert pieces[-1] == Finished("stop", EXACT)


async def test_comment_in_a_stream_is_no_word(protocol: OpenAIProtocol) -> None:
    """A host that only says that it is still processing is as silent as one that says nothing. Covers R5.1."""
    async with protocol.answer(REQUEST, ModelRef("there", "processing_for_ever")) as pieces:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.1):
                await anext(pieces)


@pytest.mark.parametrize("stream", [True, False])
@pytest.mark.parametrize(
    ("role", "said", "repeats", "heard"),
    [
        (Role.ASSISTANT, "Once  upon", True, TEXT.removeprefix("Once  upon")),
        (Role.ASSISTANT, "Once  upon", False, TEXT),
        (Role.ASSISTANT, "Twice", True, TEXT),
        (Role.ASSISTANT, TEXT, True, ""),
        (Role.USER, "Once  upon", True, TEXT),
    ],
)
async def test_what_the_answer_goes_on_with_is_not_said_twice(
    upstream: Upstream, role: Role, said: str, repeats: bool, heard: str, stream: bool
) -> None:
    """A server that puts the assistant's last words in front of a whole answer is heard from there on. Covers R5.2."""
    request = ChatRequest((Message(Role.USER, "Begin."), Message(role, said)), stream=stream)
    async with Wire(upstream.base_url) as wire:
        pieces = await ask(OpenAIProtocol(wire, dialect=Dialect(repeats_prefill=repeats)), "well", request)

    assert text_of(pieces) == (TEXT if stream else heard)
    assert all(piece.text for piece in pieces if isinstance(piece, TextDelta))


@pytest.mark.parametrize(
    "scene", ["no_done", "no_last_line", "held_open_after_finish"], ids=["no-done", "no-last-line", "held-open"]
)
async def test_answer_that_said_why_it_ended_is_whole(protocol: OpenAIProtocol, scene: str) -> None:
    """A missing [DONE], a missing last line or a connection held open do not spoil an answer that is whole."""
    pieces = await ask(protocol, scene)

    assert (text_of(pieces), pieces[-1]) == (HALF, Finished("stop"))


async def test_server_that_never_streams_is_understood(protocol: OpenAIProtocol) -> None:
    """A whole answer in place of a stream is an answer."""
    assert await ask(protocol, "json_for_stream") == [TextDelta(TEXT), Finished("stop", EXACT)]


@pytest.mark.parametrize("request_", [REQUEST, PLAIN], ids=["streamed", "plain"])
async def test_tool_calls_arrive_in_order(protocol: OpenAIProtocol, request_: ChatRequest) -> None:
    """Tools that the model wants called are told with their arguments as it wrote them."""
    pieces = await ask(protocol, "tools", request_)
    calls = [piece for piece in pieces if isinstance(piece, ToolCallDelta)]
    arguments = ["".join(call.arguments for call in calls if call.index == index) for index in (0, 1)]

    assert [(call.index, call.id, call.name) for call in calls if call.id] == [
        (0, "call_a", "look"),
        (1, "call_b", "wait"),
    ]
    assert arguments == ['{"at": "the door"}', "{}"]
    assert pieces[-1] == Finished("tool_calls", EXACT)


async def test_large_event_arrives_whole(protocol: OpenAIProtocol) -> None:
    """An event beyond every buffer is read."""
    assert text_of(await ask(protocol, "large_event")) == "x" * 200_000


@pytest.mark.parametrize(
    ("scene", "error", "said"),
    [
        ("clean_end_after_half", StreamCut, HALF),
        ("done_after_half", StreamCut, HALF),
        ("cut_after_words", StreamCut, HALF),
        ("reset_after_words", StreamCut, HALF),
        ("cut_within_event", StreamCut, HALF),
        ("malformed_event", BadAnswer, HALF),
        ("wrong_shape", BadAnswer, HALF),
        ("no_choices", StreamCut, ""),
        ("only_done", StreamCut, ""),
        ("error_in_200", ProviderFault, ""),
        ("error_after_words", ProviderFault, HALF),
        ("finish_reason_error", ProviderFault, HALF),
        ("limit_in_200", RateLimited, ""),
        ("text_error_in_200", ProviderFault, ""),
        ("html_200", BadAnswer, ""),
        ("no_content", StreamCut, ""),
        ("redirect", Unreachable, ""),
        ("closed_without_answer", ConnectionLost, ""),
        ("not_http", BadAnswer, ""),
        ("400", RequestRefused, ""),
        ("400_too_long", PromptTooLong, ""),
        ("400_llama_too_long", PromptTooLong, ""),
        ("400_vllm_too_long", PromptTooLong, ""),
        ("400_content", ContentRefused, ""),
        ("400_model_gone", ModelGone, ""),
        ("400_gemini", Unsupported, ""),
        ("400_prefill", Unsupported, ""),
        ("422_mistral", Unsupported, ""),
        ("401", KeyRejected, ""),
        ("402", OutOfCredit, ""),
        ("403", KeyRejected, ""),
        ("403_moderation", ContentRefused, ""),
        ("404", ModelGone, ""),
        ("413", PromptTooLong, ""),
        ("422", RequestRefused, ""),
        ("429", RateLimited, ""),
        ("429_no_credit", OutOfCredit, ""),
        ("500", ProviderFault, ""),
        ("502_html", ProviderFault, ""),
        ("503", Overloaded, ""),
        ("504", Silent, ""),
        ("529", Overloaded, ""),
    ],
)
async def test_every_fault_is_the_right_error(
    protocol: OpenAIProtocol, scene: str, error: type[ProviderError], said: str
) -> None:
    """What was said before a fault is shown, and the fault has one name; nothing of its text gets out."""
    words, caught = await ask_until_error(protocol, scene)

    assert (type(caught), words, str(caught.model)) == (error, said, f"there:{scene}")
    for secret in (KEY, "planted", "secret"):
        assert secret not in f"{caught}{caught!r}{caught.__cause__}{caught.__cause__!r}"


@pytest.mark.parametrize(
    ("scene", "error"),
    [
        ("clean_end_after_half", BadAnswer),
        ("cut_after_words", StreamCut),
        ("reset_after_words", StreamCut),
        ("malformed_event", BadAnswer),
        ("wrong_shape", BadAnswer),
        ("no_choices", BadAnswer),
        ("only_done", BadAnswer),
        ("error_in_200", ProviderFault),
        ("finish_reason_error", ProviderFault),
        ("500", ProviderFault),
        ("429", RateLimited),
    ],
)
async def test_every_fault_is_an_error_without_streaming_as_well(
    protocol: OpenAIProtocol, scene: str, error: type[ProviderError]
) -> None:
    """An answer that was not whole is never given as one."""
    with pytest.raises(error):
        await ask(protocol, scene, PLAIN)


@pytest.mark.parametrize(
    ("scene", "wait_s"), [("429", None), ("429_wait", 7.0), ("429_wait_ms", 1.5), ("429_wait_date", 30.0), ("503", 2.0)]
)
async def test_how_long_to_wait_is_told(protocol: OpenAIProtocol, scene: str, wait_s: float | None) -> None:
    """A provider that asks to be left alone for a while is heard."""
    assert (await ask_until_error(protocol, scene))[1].retry_after_s == wait_s


def test_every_scene_is_played_by_some_test() -> None:
    """A fault that the reference server knows is one that somebody looks at."""
    here = "".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*.py"))

    assert {scene for scene in SCENES if f'"{scene}"' not in here} == set()


async def test_request_carries_the_key_and_the_headers_once(protocol: OpenAIProtocol, upstream: Upstream) -> None:
    """The key goes where it belongs and nowhere else, and nothing names this machine or its user."""
    await ask(protocol, "well")
    (asked,) = upstream.requests

    assert asked.path == "/v1/chat/completions"
    assert {name: asked.headers.get(name) for name in ("authorization", "content-type", "x-title", "cookie")} == {
        "authorization": f"Bearer {KEY}",
        "content-type": "application/json",
        "x-title": "Segue",
        "cookie": None,
    }
    assert KEY.encode() not in asked.raw


async def test_refused_key_says_what_to_do(protocol: OpenAIProtocol) -> None:
    """The error of a refused key ends with the provider's hint."""
    assert str((await ask_until_error(protocol, "401"))[1]).endswith("Set the key.")


async def test_request_that_is_no_json_is_refused_before_it_is_sent(
    protocol: OpenAIProtocol, upstream: Upstream
) -> None:
    """Half a character cannot be sent: the request is at fault, and nobody is asked."""
    with pytest.raises(RequestRefused):
        await ask(protocol, "well", ChatRequest((Message(Role.USER, "\ud83c"),)))
    assert upstream.requests == []


@pytest.mark.parametrize(("asked", "sent"), [(9000, 100), (100, 100), (7, 7), (None, None)])
async def test_no_host_is_asked_for_a_longer_answer_than_its_model_gives(
    upstream: Upstream, asked: int | None, sent: int | None
) -> None:
    """A host would refuse the whole request: it is asked for as much as there is."""
    raw = {"base_url": upstream.base_url, "models": {"well": {"max_output_tokens": 100}}}
    context = ProviderContext("there", Path("home"), Silence())
    request = replace(REQUEST, max_tokens=asked)
    adapter = CustomAPIAdapter(CompatibleOptions.model_validate(raw), context)
    async with adapter, adapter.answer(request, "well") as pieces:
        assert [piece async for piece in pieces]
    assert upstream.requests[-1].body.get("max_tokens") == sent
