"""Anthropic over real HTTP: what is asked, what comes back, and what its refusals mean."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest
import pytest_asyncio

from segue.catalog.browsing import catalogue_of
from segue.config.load import Loaded
from segue.config.settings import Settings
from segue.domain.chat import (
    ChatRequest,
    Finished,
    ImagePart,
    Message,
    ProviderPiece,
    ResponseFormat,
    Role,
    TextDelta,
    TextPart,
    Tool,
    ToolCall,
    ToolCallDelta,
    Usage,
    Working,
)
from segue.domain.listing import ListSource
from segue.domain.models import Capability, ModelRef, ModelStatus
from segue.domain.provider_keys import KeyReason, KeyState
from segue.errors import (
    BadAnswer,
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
    Unsupported,
)
from segue.providers.anthropic.adapter import AnthropicAdapter, AnthropicOptions
from segue.providers.anthropic.asking import Manner
from segue.providers.anthropic.errors import STATUSES
from segue.providers.anthropic.listing import MOST_MODELS, read_listing
from segue.providers.anthropic.protocol import VERSION, MessagesProtocol
from segue.providers.wire import Wire
from tests.conformance.provider_harness import context
from tests.support import anthropic as claude
from tests.support.anthropic import KEY, MODEL, PREFILLED, Anthropic, answers, breaks_off, refuses, text
from tests.support.scenes import TEXT, Scene

LOOK = Tool("look", "Look at something.", {"properties": {"at": {"type": "string"}}})
REQUEST = ChatRequest((Message(Role.SYSTEM, "Be brief."), Message(Role.USER, "Begin.")))
PLAIN = replace(REQUEST, stream=False)
OVERDUE = "2026-11-01T00:00:00Z"


@pytest_asyncio.fixture
async def server() -> AsyncIterator[Anthropic]:
    """A reference server in the test's own loop; it tells what was said off the script."""
    async with Anthropic() as running:
        yield running


def adapter(server: Anthropic, home: Path, *, key: str = KEY, **options: Any) -> AnthropicAdapter:
    """An adapter for it, not open yet."""
    raw = {"base_url": server.base_url, "models": {MODEL: {}, PREFILLED: {}}, **options}
    return AnthropicAdapter(AnthropicOptions.model_validate(raw), context(home, key=key))


async def pieces_of(provider: AnthropicAdapter, request: ChatRequest, model: str = MODEL) -> list[ProviderPiece]:
    async with provider.answer(request, model) as pieces:
        return [piece async for piece in pieces]


async def asked_with(server: Anthropic, home: Path, request: ChatRequest, model: str = MODEL, **options: Any) -> Any:
    """The body that Anthropic gets."""
    async with adapter(server, home, **options) as provider:
        await pieces_of(provider, request, model)
    return server.asked("/messages")[-1].body


async def refused_by(server: Anthropic, home: Path, scene: Scene, request: ChatRequest = REQUEST) -> ProviderError:
    """The error that a refusal becomes; nothing that was said is in it."""
    server.scenes[MODEL] = scene
    async with adapter(server, home) as provider:
        with pytest.raises(ProviderError) as caught:
            await pieces_of(provider, request)
    assert "planted" not in f"{caught.value!r}{caught.value}"
    return caught.value


def words_of(pieces: list[ProviderPiece]) -> str:
    return "".join(piece.text for piece in pieces if isinstance(piece, TextDelta))


def said(role: Role, words: str, **more: Any) -> Message:
    return Message(role, words, **more)


@pytest.mark.parametrize("request_", [REQUEST, PLAIN], ids=["streamed", "plain"])
async def test_usage_counts_what_a_cache_gave_and_took(
    server: Anthropic, segue_home: Path, request_: ChatRequest
) -> None:
    """Tokens read from a cache and written to it are input as well, each with its own price. Covers R4.1."""
    async with adapter(server, segue_home) as provider:
        pieces = await pieces_of(provider, request_)

    assert words_of(pieces) == TEXT
    assert pieces[-1] == Finished("stop", Usage(11, 9, 4, 3, cache_write_tokens=2))


@pytest.mark.parametrize("request_", [REQUEST, PLAIN], ids=["streamed", "plain"])
async def test_what_is_thought_is_never_shown(server: Anthropic, segue_home: Path, request_: ChatRequest) -> None:
    """Thoughts, also sealed ones, are work before the words, and no part of them."""
    server.scenes[MODEL] = answers(claude.thinking(), claude.SEALED, text("The ", "door."))
    async with adapter(server, segue_home) as provider:
        pieces = await pieces_of(provider, request_)

    works = [piece for piece in pieces if isinstance(piece, Working)]
    assert words_of(pieces) == "The door."
    assert pieces[: len(works)] == works
    assert bool(works) == request_.stream
    assert "planted" not in repr(pieces)


@pytest.mark.parametrize("request_", [REQUEST, PLAIN], ids=["streamed", "plain"])
async def test_tool_calls_come_with_their_arguments(server: Anthropic, segue_home: Path, request_: ChatRequest) -> None:
    """Each call has its number, its id and whole JSON; one without arguments has an empty object."""
    calls = (claude.tool_use("look", "toolu_1", at="the door"), claude.tool_use("wait", "toolu_2"))
    server.scenes[MODEL] = answers(text("Let me see."), *calls, stop_reason="tool_use")
    async with adapter(server, segue_home) as provider:
        pieces = await pieces_of(provider, replace(request_, tools=(LOOK, Tool("wait"))))

    deltas = [piece for piece in pieces if isinstance(piece, ToolCallDelta)]
    arguments = ["".join(delta.arguments for delta in deltas if delta.index == number) for number in (0, 1)]
    assert [(delta.id, delta.name) for delta in deltas if delta.id] == [("toolu_1", "look"), ("toolu_2", "wait")]
    assert arguments == ['{"at":"the door"}', "{}"]
    assert pieces[-1] == Finished("tool_calls", Usage(11, 9, 4, 3, cache_write_tokens=2))


def test_every_reason_to_stop_is_known() -> None:
    """No end that Anthropic knows is taken for another by chance."""
    from segue.providers.anthropic.answers import _REASONS

    assert set(_REASONS) == set(claude.stop_reasons())


@pytest.mark.parametrize(
    ("stop_reason", "reason"),
    [
        ("end_turn", "stop"),
        ("stop_sequence", "stop"),
        ("max_tokens", "length"),
        ("model_context_window_exceeded", "length"),
        ("pause_turn", "length"),
        ("refusal", "content_filter"),
    ],
)
@pytest.mark.parametrize("request_", [REQUEST, PLAIN], ids=["streamed", "plain"])
async def test_reason_to_stop_is_told_in_our_words(
    server: Anthropic, segue_home: Path, stop_reason: str, reason: str, request_: ChatRequest
) -> None:
    """A full context and a paused turn are answers that are cut, and never whole ones."""
    server.scenes[MODEL] = answers(text("The door."), stop_reason=stop_reason)
    async with adapter(server, segue_home) as provider:
        finished = (await pieces_of(provider, request_))[-1]

    assert isinstance(finished, Finished)
    assert finished.reason == reason


async def test_refusal_without_a_word_is_an_error(server: Anthropic, segue_home: Path) -> None:
    """Nobody reads an empty answer; another model may be asked, where the settings say so."""
    error = await refused_by(server, segue_home, answers(stop_reason="refusal"))

    assert isinstance(error, ContentRefused)


KINDS = {
    "invalid_request_error": RequestRefused,
    "authentication_error": KeyRejected,
    "billing_error": OutOfCredit,
    "permission_error": KeyRejected,
    "not_found_error": ModelGone,
    "request_too_large": PromptTooLong,
    "rate_limit_error": RateLimited,
    "api_error": ProviderFault,
    "timeout_error": Silent,
    "overloaded_error": Overloaded,
    "conflict_error": ProviderFault,
    "memory_path_conflict_error": ProviderFault,
    "memory_precondition_failed_error": ProviderFault,
}


def test_every_type_of_error_is_known() -> None:
    """Each type of the SDK's closed list, and the one that stands before it, has its place in our tree."""
    assert set(STATUSES) == set(KINDS) == {*claude.error_types(), "request_too_large"}
    assert {kind: STATUSES[kind] for kind in claude.STATUSES} == claude.STATUSES


@pytest.mark.parametrize("kind", list(KINDS))
async def test_error_means_the_same_before_an_answer_and_within_it(
    server: Anthropic, segue_home: Path, kind: str
) -> None:
    """A refusal is one error of ours, whether it came with its status or in a stream of status 200."""
    before = await refused_by(server, segue_home, refuses(kind, status=STATUSES[kind]))
    within = await refused_by(server, segue_home, breaks_off(kind, "The ", "door"))

    assert type(before) is type(within) is KINDS[kind]
    assert before.status == STATUSES[kind]


@pytest.mark.parametrize(
    ("scene", "kind"),
    [
        (refuses("invalid_request_error", "prompt is too long: 210000 tokens > 200000 maximum"), PromptTooLong),
        (refuses("invalid_request_error", "Your credit balance is too low to access the Anthropic API."), OutOfCredit),
        (refuses("invalid_request_error", "You have reached your specified API usage limits."), OutOfCredit),
        (refuses("invalid_request_error", "`temperature` is deprecated for this model."), Unsupported),
        (refuses("invalid_request_error", "output_config.format.schema: 'minimum' is not permitted"), Unsupported),
        (
            refuses("invalid_request_error", "This model does not support assistant message prefill. The conversation"),
            Unsupported,
        ),
        (refuses("invalid_request_error", error_code="organization_on_hold"), KeyRejected),
        (refuses("rate_limit_error", error_code="enforced_spend_limit_reached"), OutOfCredit),
        (refuses("rate_limit_error", error_code="ramp_limit_exceeded"), RateLimited),
        (refuses("invalid_request_error", error_code="image_dimensions_too_large"), Unsupported),
    ],
)
async def test_refusal_is_told_apart_by_what_stands_beside_its_type(
    server: Anthropic, segue_home: Path, scene: Scene, kind: type[ProviderError]
) -> None:
    """What another model may take, and what only money or another key mends, is no fault of the request."""
    assert type(await refused_by(server, segue_home, scene)) is kind


async def test_wait_is_as_long_as_it_says(server: Anthropic, segue_home: Path) -> None:
    """`retry-after` is believed."""
    assert (await refused_by(server, segue_home, refuses("rate_limit_error", retry_after="7"))).retry_after_s == 7


async def test_stream_without_an_end_was_cut(server: Anthropic, segue_home: Path) -> None:
    """A clean end of the body after half an answer is a failure."""
    scene = Scene(claude.stream(text("The ", "door"), stop_reason=None))

    assert isinstance(await refused_by(server, segue_home, scene), StreamCut)


async def test_answer_that_is_no_message_is_told_so(server: Anthropic, segue_home: Path) -> None:
    """A whole answer has to say what it is, and why it ended."""
    scene = Scene((b'{"type":"message","content":[]}',), content_type="application/json")

    assert isinstance(await refused_by(server, segue_home, scene, PLAIN), BadAnswer)


async def test_what_is_new_in_a_stream_is_passed_over(server: Anthropic, segue_home: Path) -> None:
    """Events, blocks and deltas of kinds that are not known yet change nothing."""
    begin, *rest = claude.stream(text("The door."))
    new = (
        b'data: {"type":"weather","index":0}\n\n',
        b'data: {"type":"content_block_start","index":7,"content_block":{"type":"hologram","text":"planted"}}\n\n',
        b'data: {"type":"content_block_delta","index":7,"delta":{"type":"hologram_delta","text":"planted"}}\n\n',
    )
    server.scenes[MODEL] = Scene((begin, *new, *rest))
    async with adapter(server, segue_home) as provider:
        assert words_of(await pieces_of(provider, REQUEST)) == "The door."


async def test_words_of_no_block_are_a_bad_answer(server: Anthropic, segue_home: Path) -> None:
    """They are not dropped in silence: an answer without them would be another one."""
    lost = b'data: {"type":"content_block_delta","index":7,"delta":{"type":"text_delta","text":"planted"}}\n\n'
    begin, *rest = claude.stream(text("The door."))

    assert isinstance(await refused_by(server, segue_home, Scene((begin, lost, *rest))), BadAnswer)


async def test_call_that_is_not_ended_by_name_has_arguments_all_the_same(server: Anthropic, segue_home: Path) -> None:
    """At the end of the answer every call is whole."""
    ends = b"content_block_stop"
    events = claude.stream({"type": "tool_use", "id": "toolu_1", "name": "look", "input": {}}, stop_reason="tool_use")
    server.scenes[MODEL] = Scene(tuple(one for one in events if ends not in one))
    async with adapter(server, segue_home) as provider:
        pieces = await pieces_of(provider, REQUEST)

    calls = [piece for piece in pieces if isinstance(piece, ToolCallDelta)]
    assert ("".join(call.name or "" for call in calls), "".join(call.arguments for call in calls)) == ("look", "{}")


def test_list_beyond_all_measure_is_cut_with_a_count() -> None:
    """Of a list that holds more than any host has, the first models are taken and the others counted."""
    entries = [msgspec.Raw(b'{"id":"claude-%d"}' % number) for number in range(MOST_MODELS + 7)]
    listing = read_listing(entries, "claude", as_of=datetime(2026, 11, 26, tzinfo=UTC))
    assert (len(listing.models), listing.models[-1].ref.name, listing.unread) == (1_000, "claude-999", 7)


async def test_conversation_is_told_by_turns(server: Anthropic, segue_home: Path) -> None:
    """System words stand apart, neighbours of one role are one, nothing is empty, and the person begins."""
    messages = (
        said(Role.SYSTEM, "Be brief."),
        said(Role.ASSISTANT, "Welcome."),
        said(Role.USER, "Hello."),
        said(Role.USER, " "),
        Message(Role.USER, (TextPart("See:"), ImagePart("data:image/png;base64,aGk="), ImagePart("https://x.test/a"))),
        said(Role.DEVELOPER, "Be kind."),
    )
    body = await asked_with(server, segue_home, ChatRequest(messages))

    assert body["system"] == "Be brief.\n\nBe kind."
    assert [one["role"] for one in body["messages"]] == ["user", "assistant", "user"]
    assert body["messages"][2]["content"] == [
        {"type": "text", "text": "Hello."},
        {"type": "text", "text": "See:"},
        {"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": "aGk="}},
        {"type": "image", "source": {"type": "url", "url": "https://x.test/a"}},
    ]


async def test_picture_of_another_kind_is_left_to_another_model(server: Anthropic, segue_home: Path) -> None:
    """It is refused before anything is sent."""
    request = ChatRequest((Message(Role.USER, (ImagePart("data:image/tiff;base64,aGk="),)),))
    async with adapter(server, segue_home) as provider:
        with pytest.raises(Unsupported):
            await pieces_of(provider, request)

    assert not server.requests


CALLED = (
    said(Role.USER, "Look."),
    Message(Role.ASSISTANT, "Yes.", tool_calls=(ToolCall("call:1", "look", '{"at":"it"}'), ToolCall("b", "wait", "x"))),
    said(Role.TOOL, "A door.", tool_call_id="call:1"),
    said(Role.TOOL, "", tool_call_id="b"),
    said(Role.USER, "And?"),
)


async def test_tool_results_are_said_by_the_person(server: Anthropic, segue_home: Path) -> None:
    """Calls and results find each other by ids that may be sent, whoever made the call."""
    body = await asked_with(server, segue_home, ChatRequest(CALLED, tools=(LOOK,), parallel_tool_calls=False))

    assert body["messages"][1]["content"][1:] == [
        {"type": "tool_use", "id": "call_1", "name": "look", "input": {"at": "it"}},
        {"type": "tool_use", "id": "b", "name": "wait", "input": {"arguments": "x"}},
    ]
    assert body["messages"][2]["content"] == [
        {"type": "tool_result", "tool_use_id": "call_1", "content": [{"type": "text", "text": "A door."}]},
        {"type": "tool_result", "tool_use_id": "b"},
        {"type": "text", "text": "And?"},
    ]
    assert body["tools"][0]["input_schema"] == {"type": "object", "properties": {"at": {"type": "string"}}}
    assert body["tool_choice"] == {"type": "auto", "disable_parallel_tool_use": True}


async def test_calls_of_tools_that_are_not_offered_any_more_are_taken(server: Anthropic, segue_home: Path) -> None:
    """A conversation that had tools goes on without them, and calls none."""
    body = await asked_with(server, segue_home, ChatRequest(CALLED))

    assert [tool["name"] for tool in body["tools"]] == ["look", "wait"]
    assert body["tool_choice"] == {"type": "none"}


@pytest.mark.parametrize(
    ("choice", "told"),
    [
        ("none", {"type": "none"}),
        ("auto", {"type": "auto"}),
        ("required", {"type": "any"}),
        ("function:look", {"type": "tool", "name": "look"}),
    ],
)
async def test_choice_of_a_tool_is_told(server: Anthropic, segue_home: Path, choice: str, told: object) -> None:
    """Each way to choose has its own words."""
    request = replace(REQUEST, tools=(LOOK,), tool_choice=choice)

    assert (await asked_with(server, segue_home, request))["tool_choice"] == told


@pytest.mark.parametrize(
    ("model", "sampling", "told"),
    [
        (PREFILLED, {"temperature": 1.7, "top_p": 0.5}, {"temperature": 1.0}),
        (PREFILLED, {"top_p": 0.5}, {"top_p": 0.5}),
        (MODEL, {"temperature": 0.5, "top_p": 0.5}, {}),
    ],
)
async def test_sampling_is_sent_as_far_as_the_model_takes_it(
    server: Anthropic, segue_home: Path, model: str, sampling: dict[str, Any], told: object
) -> None:
    """An answer is worth more than its temperature: what would be refused is left out."""
    request = replace(REQUEST, seed=7, presence_penalty=1.0, stop=("\n", "END"), **sampling)
    body = await asked_with(server, segue_home, request, model)

    assert {name: body[name] for name in ("temperature", "top_p") if name in body} == told
    assert body["stop_sequences"] == ["END"]
    assert "seed" not in body


async def test_an_answer_always_has_a_limit(server: Anthropic, segue_home: Path) -> None:
    """Without one in the request it is the configured one; one that is too long is as long as the model's."""
    assert (await asked_with(server, segue_home, REQUEST))["max_tokens"] == 4096
    assert (await asked_with(server, segue_home, REQUEST, default_max_tokens=300))["max_tokens"] == 300
    assert (await asked_with(server, segue_home, replace(REQUEST, max_tokens=10**6)))["max_tokens"] == 128_000


async def test_beginning_of_an_answer_goes_on_where_it_stopped(server: Anthropic, segue_home: Path) -> None:
    """White space at its end may not be sent; the words that follow do not have it twice."""
    server.scenes[PREFILLED] = claude.says(" ", " there was", " a door.")
    begun = replace(REQUEST, messages=(*REQUEST.messages, said(Role.ASSISTANT, "Once upon a time ")))
    async with adapter(server, segue_home) as provider:
        pieces = await pieces_of(provider, begun, PREFILLED)

    assert words_of(pieces) == "there was a door."
    assert server.requests[-1].body["messages"][-1]["content"][0]["text"] == "Once upon a time"  # type: ignore[index]


async def test_what_a_model_can_do_is_known_by_its_name(segue_home: Path) -> None:
    """Only models up to 4.5 take the beginning of an answer; of a name that is not known nothing is assumed."""
    names = (MODEL, PREFILLED, "claude-sonnet-4-6", "claude-unheard-of-9")
    options = AnthropicOptions.model_validate({"models": {name: {} for name in names}})
    cards = {card.ref.name: card for card in AnthropicAdapter(options, context(segue_home, key=KEY)).cards()}

    assert [name for name in names if Capability.PREFILL in cards[name].capabilities] == [PREFILLED]
    assert [name for name in names if Capability.JSON_SCHEMA in cards[name].capabilities] == list(names[:3])
    assert not any(Capability.JSON_OBJECT in card.capabilities for card in cards.values())
    assert cards["claude-unheard-of-9"].context_tokens is cards["claude-unheard-of-9"].max_output_tokens is None


async def test_json_schema_is_sent_with_closed_objects(server: Anthropic, segue_home: Path) -> None:
    """Anthropic refuses objects that are open; a closed one fits the caller's schema as well."""
    schema = {"type": "object", "properties": {"a": {"type": "array", "items": {"type": "object"}}}}
    request = replace(
        REQUEST, response_format=ResponseFormat("json_schema", "x", schema), extra={"reasoning_effort": "low"}
    )
    body = await asked_with(server, segue_home, request)

    assert body["output_config"]["effort"] == "low"
    assert body["output_config"]["format"] == {
        "type": "json_schema",
        "schema": {
            "type": "object",
            "properties": {"a": {"type": "array", "items": {"type": "object", "additionalProperties": False}}},
            "additionalProperties": False,
        },
    }


async def test_only_fields_that_name_nobody_go_along(server: Anthropic, segue_home: Path) -> None:
    """Prompts are kept only where that was wished, and a caller's account of a person never goes along."""
    extra = {
        "inference_geo": "us",
        "metadata": {"user_id": "planted"},
        "user_profile_id": "planted",
        "thinking": {"type": "x"},
    }
    body = await asked_with(server, segue_home, replace(REQUEST, extra=extra), cache_prompts=True)

    assert body["inference_geo"] == "us"
    assert body["cache_control"] == {"type": "ephemeral"}
    assert not {"metadata", "user_profile_id", "thinking"} & body.keys()


async def test_thoughts_go_back_with_the_tool_they_led_to(server: Anthropic, segue_home: Path) -> None:
    """In order and unchanged, behind the very same words; where they are gone the model is asked without thinking."""
    thought, call = claude.thinking("planted", "c2ln"), claude.tool_use("look", "toolu_1", at="it")
    server.scenes[PREFILLED] = answers(thought, claude.SEALED, text("I look."), call, stop_reason="tool_use")
    request = replace(REQUEST, tools=(LOOK,), max_tokens=3000)
    calls = (ToolCall("toolu_1", "look", '{"at":"it"}'),)
    result = said(Role.TOOL, "A door.", tool_call_id="toolu_1")
    more = replace(request, messages=(*request.messages, Message(Role.ASSISTANT, "I look.", tool_calls=calls), result))
    options: dict[str, Any] = {"models": {PREFILLED: {"thinking_tokens": 5000}}}

    async with adapter(server, segue_home, **options) as provider:
        await pieces_of(provider, request, PREFILLED)
        server.scenes[PREFILLED] = claude.says("A door.")
        await pieces_of(provider, more, PREFILLED)
        await pieces_of(provider, replace(more, messages=(said(Role.SYSTEM, "Other."), *more.messages[1:])), PREFILLED)

    first, same, other = (asked.body for asked in server.asked("/messages"))
    assert first["thinking"] == same["thinking"] == {"type": "enabled", "budget_tokens": 2999}
    content = same["messages"][1]["content"]  # type: ignore[index]
    assert [block["type"] for block in content] == ["thinking", "redacted_thinking", "text", "tool_use"]
    assert content[:2] == [thought, claude.SEALED]
    assert "thinking" not in other
    assert "planted" not in str(other)


async def test_thoughts_are_forgotten_by_themselves(server: Anthropic) -> None:
    """Also where nobody asks any more, none stays in memory beyond its time."""
    server.scenes[MODEL] = answers(claude.thinking(), claude.tool_use("look"), stop_reason="tool_use")
    async with Wire(server.base_url, key=KEY, key_header="x-api-key", headers={"anthropic-version": VERSION}) as wire:
        protocol = MessagesProtocol(wire, kept_s=1.0)
        request = replace(REQUEST, tools=(LOOK,))
        async with protocol.answer(request, ModelRef("there", MODEL), Manner(max_tokens=100)) as pieces:
            assert [piece async for piece in pieces]
        assert len(protocol.thoughts) == 1
        async with asyncio.timeout(60):
            while len(protocol.thoughts):
                await asyncio.sleep(0.01)


async def test_how_it_thinks_is_told_as_configured(server: Anthropic, segue_home: Path) -> None:
    """A way to think is a setting of the model; two ways at once are an error."""
    body = await asked_with(server, segue_home, REQUEST, models={MODEL: {"thinking": "adaptive", "effort": "max"}})

    assert body["thinking"] == {"type": "adaptive"}
    assert body["output_config"] == {"effort": "max"}
    with pytest.raises(ValueError, match="one of the two ways"):
        adapter(server, segue_home, models={MODEL: {"thinking": "adaptive", "thinking_tokens": 2000}})


async def test_list_is_read_page_by_page_and_told_on_the_cards(server: Anthropic, segue_home: Path) -> None:
    """What Anthropic lists of a model is known from then on: its room, its last day, that it is gone. Covers R6.4."""
    server.models[0] |= {"max_input_tokens": 300_000, "lifecycle": "deprecated", "retires_at": "2090-01-02T00:00:00Z"}
    server.models[1] |= {"lifecycle": "retired"}
    server.models.append({**server.models[2], "id": "claude-new-1", "lifecycle": "deprecated", "retires_at": OVERDUE})
    async with adapter(server, segue_home) as provider:
        listing = await provider.refresh()

    assert [model.ref.name for model in listing.models] == [MODEL, PREFILLED, "claude-sonnet-5-5", "claude-new-1"]
    assert not listing.models[-1].is_withdrawn(date(2026, 11, 26))
    assert len(server.asked("/models")) == 2
    first, second = provider.cards()
    assert (first.context_tokens, first.expires_on, first.status) == (300_000, date(2090, 1, 2), ModelStatus.READY)
    assert second.status is ModelStatus.WITHDRAWN


async def test_list_is_kept_for_the_next_start_and_other_processes(server: Anthropic, segue_home: Path) -> None:
    """Before the first fetch there is the list that comes with Segue; afterwards the last good one."""
    server.models[0] |= {"max_input_tokens": 300_000}
    async with adapter(server, segue_home) as other, adapter(server, segue_home) as provider:
        assert other.listing().source is ListSource.SHIPPED
        assert MODEL in {model.ref.name for model in other.listing().models}
        fetched = await provider.refresh()
        assert other.listing() == fetched
        assert other.cards()[0].context_tokens == 300_000
        assert provider.listing() is provider.listing()
    async with adapter(server, segue_home) as later:
        assert later.cards()[0].context_tokens == 300_000
        assert later.listing().source is ListSource.KEPT


async def test_list_that_is_none_leaves_the_last_good_one(server: Anthropic, segue_home: Path) -> None:
    """An empty answer, and a file that cannot be read, take nothing away."""
    async with adapter(server, segue_home) as provider:
        fetched = await provider.refresh()
        server.models.clear()
        with pytest.raises(BadAnswer):
            await provider.refresh()
        assert provider.listing() == fetched
    (kept,) = (segue_home / "anthropic").iterdir()
    kept.write_text("{")
    assert adapter(server, segue_home).listing().source is ListSource.SHIPPED


async def test_catalogue_has_its_list_to_look_through(server: Anthropic, segue_home: Path) -> None:
    """`segue models list|refresh|changes --provider NAME` work for it as for OpenRouter; nothing of it is free."""
    raw = {"base_url": server.base_url, "models": {MODEL: {}}}
    settings = {"providers": {"claude": {"type": "anthropic", "key": KEY, "options": raw}}}
    catalogue = catalogue_of(Loaded(Settings.model_validate(settings), None), segue_home)
    provider = catalogue.host("claude")
    assert isinstance(provider, AnthropicAdapter)
    async with provider:
        await catalogue.refresh("claude")
        server.models.append({**server.models[0], "id": "claude-new-1"})
        await catalogue.refresh("claude")
        browsed = await catalogue.browse(provider="claude")
        with pytest.raises(Unsupported, match="what a key may do"):
            await catalogue.limits("claude")

    assert str(browsed.models[-1].ref) == "claude:claude-new-1"
    assert browsed.quota is None
    assert "claude:claude-new-1" in [str(noted.change.model) for noted in await catalogue.changes()]


async def test_key_is_asked_about_without_a_turn(server: Anthropic, segue_home: Path) -> None:
    """One small request tells a good key from a wrong one; the key is in its own header and nowhere else."""
    async with adapter(server, segue_home) as good, adapter(server, segue_home, key="sk-ant-wrong") as wrong:
        assert (await good.check_key()).state is KeyState.VALID
        assert (await wrong.check_key()).reason is KeyReason.WRONG_KEY

    assert not server.asked("/messages")
    assert all("authorization" not in asked.headers for asked in server.requests)


def test_without_a_key_it_says_what_to_do(segue_home: Path) -> None:
    """The command and the variable are named."""
    options = AnthropicOptions.model_validate({"models": {MODEL: None}})
    provider = AnthropicAdapter(options, context(segue_home))

    assert provider.status(MODEL) is ModelStatus.MISSING
    assert "segue keys set subject" in provider.health().detail
    assert "ANTHROPIC_API_KEY" in provider.health().detail
