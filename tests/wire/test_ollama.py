"""Ollama over real HTTP: what it is asked, what it says, what it holds, and what never counts as this machine."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
import pytest_asyncio
from pydantic import ValidationError

from segue.domain.chat import (
    Bounds,
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
from segue.domain.models import Capability, DataPolicy, ModelCard, ModelRef, ModelStatus, Privacy
from segue.domain.servers import PullProgress, RunningModel
from segue.errors import (
    BadAnswer,
    KeyRejected,
    ModelGone,
    Overloaded,
    PromptTooLong,
    ProviderError,
    ProviderFault,
    RequestRefused,
    Silent,
    StreamCut,
    Unreachable,
    Unsupported,
)
from segue.providers.managing import ManagesModels
from segue.providers.ollama.adapter import OllamaAdapter
from segue.providers.ollama.options import OllamaOptions
from tests.conformance.provider_harness import context
from tests.support.ollama import Model, Ollama, refuses
from tests.support.scenes import TEXT, WORDS, Scene

REQUEST = ChatRequest((Message(Role.USER, "Begin."),))
TOOL = Tool("look", "Look around.", {"type": "object", "properties": {"at": {"type": "string"}}})
CLOUD = "https://ollama.com:443"


@pytest_asyncio.fixture
async def ollama() -> AsyncIterator[Ollama]:
    async with Ollama() as server:
        yield server


@asynccontextmanager
async def adapter(server: Ollama, *names: str, **raw: object) -> AsyncIterator[OllamaAdapter]:
    """The provider for it, with these models."""
    models = dict.fromkeys(names or ("tale",))
    options = OllamaOptions.model_validate({"base_url": server.origin, "models": models, **raw})
    async with OllamaAdapter(options, context(Path("home"))) as made:
        yield made


async def ask(made: OllamaAdapter, request: ChatRequest = REQUEST, model: str = "tale") -> list[ProviderPiece]:
    async with made.answer(request, model) as pieces:
        return [piece async for piece in pieces]


def text_of(pieces: list[ProviderPiece]) -> str:
    return "".join(piece.text for piece in pieces if isinstance(piece, TextDelta))


def card_of(made: OllamaAdapter, name: str = "tale") -> ModelCard:
    return next(card for card in made.cards() if card.ref.name == name)


def body_of(server: Ollama) -> dict[str, object]:
    return server.asked("/api/chat")[-1].body


@pytest.mark.parametrize("stream", [True, False])
async def test_answer_arrives_whole_with_what_it_took(ollama: Ollama, stream: bool) -> None:
    """Every word, white space byte for byte, and the tokens that Ollama counted."""
    async with adapter(ollama) as made:
        pieces = await ask(made, replace(REQUEST, stream=stream))

    assert text_of(pieces) == TEXT
    assert pieces[-1] == Finished("stop", Usage(1, len(WORDS)))


async def test_tokens_that_are_not_told_are_unknown(ollama: Ollama) -> None:
    """A prompt that was in its cache is not counted as nothing."""
    ollama.models["tale"] = Model(counts=False, done_reason="length")
    async with adapter(ollama) as made:
        assert (await ask(made))[-1] == Finished("length")


async def test_request_says_everything_in_ollamas_words(ollama: Ollama) -> None:
    """Sampling, tools, pictures, forms and what came before go where Ollama looks for them."""
    ollama.models["tale"] = Model(capabilities=("completion", "tools", "vision"))
    picture = ImagePart("data:image/png;base64,aGVsbG8=")
    messages = (
        Message(Role.DEVELOPER, "Be kind."),
        Message(Role.USER, (TextPart("What is this?"), picture)),
        Message(Role.ASSISTANT, None, tool_calls=(ToolCall("call_1", "look", '{"at": "it"}'),)),
        Message(Role.TOOL, "A door.", tool_call_id="call_1"),
    )
    request = ChatRequest(
        messages,
        max_tokens=50,
        temperature=0.5,
        top_p=0.9,
        stop=("END",),
        seed=7,
        presence_penalty=0.1,
        frequency_penalty=0.2,
        tools=(TOOL, Tool("wait")),
        response_format=ResponseFormat("json_schema", schema={"type": "object"}),
        extra={"top_k": 20, "user": "somebody"},
    )
    async with adapter(ollama, models={"tale": {"think": False, "keep_alive_s": 600}}) as made:
        await ask(made, request)

    assert body_of(ollama) == {
        "model": "tale",
        "messages": [
            {"role": "system", "content": "Be kind."},
            {"role": "user", "content": "What is this?", "images": ["aGVsbG8="]},
            {
                "role": "assistant",
                "content": "",
                "tool_calls": [{"id": "call_1", "function": {"name": "look", "arguments": {"at": "it"}}}],
            },
            {"role": "tool", "content": "A door.", "tool_call_id": "call_1", "tool_name": "look"},
        ],
        "stream": True,
        "truncate": False,
        "shift": False,
        "options": {
            "top_k": 20,
            "num_ctx": 8192,
            "num_predict": 50,
            "temperature": 0.5,
            "top_p": 0.9,
            "seed": 7,
            "presence_penalty": 0.1,
            "frequency_penalty": 0.2,
            "stop": ["END"],
        },
        "tools": [
            {
                "type": "function",
                "function": {"name": "look", "description": "Look around.", "parameters": TOOL.parameters},
            },
            {"type": "function", "function": {"name": "wait", "parameters": {"type": "object", "properties": {}}}},
        ],
        "format": {"type": "object"},
        "think": False,
        "keep_alive": 600.0,
    }


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        (replace(REQUEST, tools=(TOOL,), tool_choice="required"), Unsupported),
        (replace(REQUEST, tools=(TOOL,), tool_choice="function:look"), Unsupported),
        (ChatRequest((Message(Role.USER, (ImagePart("https://example.org/a.png"),)),)), Unsupported),
        (ChatRequest((Message(Role.ASSISTANT, None, tool_calls=(ToolCall("a", "b", "[1"),)),)), RequestRefused),
        (ChatRequest((Message(Role.USER, "\ud83c"),)), RequestRefused),
        (replace(REQUEST, tools=(TOOL,)), Unsupported),
    ],
    ids=["required", "one-tool", "address", "arguments", "half-a-character", "no-tools-there"],
)
async def test_what_ollama_cannot_do_is_said_and_not_left_out(
    ollama: Ollama, wrong: ChatRequest, error: type[ProviderError]
) -> None:
    """A tool that has to be called, a picture at an address: another model is asked, and nothing is dropped."""
    async with adapter(ollama) as made:
        with pytest.raises(error):
            await ask(made, wrong)


@pytest.mark.parametrize("stream", [True, False])
async def test_tool_calls_arrive_with_ids_of_their_own(ollama: Ollama, stream: bool) -> None:
    """Whoever carries a call out can name it in what comes back, also where Ollama gives it no id."""
    calls = ({"name": "look", "arguments": {"at": "the door"}}, {"name": "wait"})
    ollama.models["tale"] = Model(says=(), calls=calls, capabilities=("completion", "tools"))
    async with adapter(ollama) as made:
        pieces = await ask(made, replace(REQUEST, tools=(TOOL,), stream=stream))
    told = [piece for piece in pieces if isinstance(piece, ToolCallDelta)]

    assert [(call.index, call.name, call.arguments) for call in told] == [
        (0, "look", '{"at":"the door"}'),
        (1, "wait", "{}"),
    ]
    assert len({call.id for call in told}) == 2
    assert isinstance(pieces[-1], Finished)
    assert pieces[-1].reason == "tool_calls"


async def test_reasoning_is_work_and_no_answer(ollama: Ollama) -> None:
    """A model that thinks first is not silent, and nothing of what it thought is shown."""
    ollama.models["tale"] = Model(thinks=("Let me ", "see."))
    async with adapter(ollama) as made:
        pieces = await ask(made)

    assert text_of(pieces) == TEXT
    assert [type(piece) for piece in pieces[:2]] == [Working, Working]


@pytest.mark.parametrize("stream", [True, False])
async def test_reasoning_among_the_words_is_taken_off(ollama: Ollama, stream: bool) -> None:
    """Where Ollama does not know a model's marks, what stands between them is no answer either."""
    ollama.models["tale"] = Model(says=("<thi", "nk>They ", "lie.</think>", "\n", "Good ", "evening."))
    ollama.models["mark"] = Model(says=("<thi",))
    async with adapter(ollama, "tale", "mark") as made:
        pieces = await ask(made, replace(REQUEST, stream=stream))
        assert text_of(await ask(made, replace(REQUEST, stream=stream), "mark")) == "<thi"

    assert text_of(pieces) == "Good evening."
    assert not stream or isinstance(pieces[0], Working)


@pytest.mark.parametrize(
    ("info", "tokens"),
    [
        *[({"general.architecture": "llama", "llama.context_length": told}, None) for told in (0, -5, True, "8192")],
        ({"general.architecture": "mllama", "clip.context_length": 16, "mllama.context_length": 4096}, 4096),
        ({"clip.context_length": 16, "mllama.context_length": 4096}, None),
        ({"mllama.context_length": 4096}, 4096),
    ],
)
async def test_context_is_the_models_own_or_unknown(
    ollama: Ollama, info: Mapping[str, object], tokens: int | None
) -> None:
    """Neither a number that is none nor the length of a part of it is taken for its context."""
    shown = {"details": {"family": "llama"}, "capabilities": ["completion"], "model_info": info}
    ollama.refusals["/api/show"] = Scene((msgspec.json.encode(shown),), content_type="application/json")
    async with adapter(ollama) as made:
        await ask(made)
        assert card_of(made).context_tokens == (tokens or 8192)


@pytest.mark.parametrize(
    ("model", "error", "said"),
    [
        (Model(WORDS[:3], breaks="an error was encountered while running the model"), ProviderFault, 3),
        (Model(WORDS[:3], breaks="model requires more system memory (9 GiB) than is available"), Overloaded, 3),
        (Model((), breaks="the prompt is longer than the context length currently available"), PromptTooLong, 0),
    ],
)
async def test_error_within_a_good_answer_is_an_error(
    ollama: Ollama, model: Model, error: type[ProviderError], said: int
) -> None:
    """What was said before a fault is heard, and the fault has its name; none of its words get out."""
    ollama.models["tale"] = model
    heard: list[ProviderPiece] = []

    async def read(made: OllamaAdapter) -> None:
        async with made.answer(REQUEST, "tale") as pieces:
            async for piece in pieces:
                heard.append(piece)  # noqa: PERF401 - what came before the error counts

    async with adapter(ollama) as made:
        with pytest.raises(error) as caught:
            await read(made)

    assert text_of(heard) == "".join(WORDS[:said])
    assert str(model.breaks) not in f"{caught.value}{caught.value!r}"


@pytest.mark.parametrize(
    ("scene", "error"),
    [
        (refuses(500, "llama runner process has terminated: planted"), ProviderFault),
        (refuses(503, "server busy, please try again. maximum pending requests exceeded"), Overloaded),
        (refuses(500, "model requires more system memory (9.1 GiB) than is available (2.0 GiB)"), Overloaded),
        (refuses(400, '"planted" does not support thinking'), Unsupported),
        (refuses(401, "unauthorized"), KeyRejected),
        (Scene((b"<html>",), content_type="text/html"), BadAnswer),
        (Scene((b'{"message":{"content":"Once"},"done":false}\n',), content_type="application/x-ndjson"), StreamCut),
        (Scene((b'{"message":{"cont',), content_type="application/x-ndjson", is_chunked=False), StreamCut),
        (Scene((b'{"message":"Once"}\n{}\n',), content_type="application/x-ndjson"), BadAnswer),
        (Scene((b'{"message":{"content":"Once"}}\n',), content_type="application/x-ndjson", end="reset"), StreamCut),
    ],
    ids=["500", "503", "memory", "thinking", "401", "html", "cut", "in-line", "shape", "reset"],
)
async def test_every_refusal_has_its_name(ollama: Ollama, scene: Scene, error: type[ProviderError]) -> None:
    """A refusal is told by its status and its own words, which are never copied."""
    async with adapter(ollama) as made:
        await ask(made)
        ollama.refusals["/api/chat"] = scene
        with pytest.raises(error) as caught:
            await ask(made)

    assert type(caught.value) is error
    assert "planted" not in f"{caught.value}{caught.value!r}{caught.value.__cause__!r}"


async def test_model_that_is_not_there_says_how_to_fetch_it(ollama: Ollama) -> None:
    """A model that nobody pulled is missing, with the command, and is there once it was pulled."""
    del ollama.models["tale"]
    async with adapter(ollama) as made:
        with pytest.raises(ModelGone, match="segue models pull subject:tale"):
            await ask(made)
        missing = card_of(made)
        ollama.models["tale"] = Model()
        assert text_of(await ask(made)) == TEXT
        back = card_of(made)

    assert (missing.status, missing.missing) == (
        ModelStatus.MISSING,
        "Ollama does not have it: `segue models pull subject:tale` fetches it.",
    )
    assert (back.status, back.missing) == (ModelStatus.READY, None)


async def test_what_a_model_can_do_is_heard_from_ollama(ollama: Ollama) -> None:
    """Tools and pictures are offered once Ollama says so, and a context beyond the model's own is not asked for."""
    ollama.models["tale"] = Model(capabilities=("completion", "tools", "vision"), trained_tokens=2048)
    async with adapter(ollama) as made:
        before = card_of(made)
        await ask(made)
        after = card_of(made)

    able = frozenset({Capability.TOOLS, Capability.IMAGES})
    assert (before.capabilities & able, before.context_tokens) == (frozenset(), 8192)
    assert (after.capabilities & able, after.context_tokens) == (able, 2048)
    assert ollama.held == {"tale": 2048}
    assert after.is_local
    assert after.is_free


async def test_prompt_that_is_too_long_is_refused_and_never_cut(ollama: Ollama) -> None:
    """Ollama would leave out the beginning and answer all the same; here it is told not to."""
    long = replace(REQUEST, messages=(Message(Role.USER, "word " * 2000),))
    async with adapter(ollama, models={"tale": {"context_tokens": 512}}) as made:
        with pytest.raises(PromptTooLong):
            await ask(made, long)
        assert card_of(made).context_tokens == 512

    assert ollama.cut == []


async def test_cold_load_is_no_silence(ollama: Ollama) -> None:
    """While a model is loaded for an answer it counts as loading, then as ready. Covers R5.1."""
    ollama.models["tale"] = Model(load_s=0.1)
    statuses = []
    async with adapter(ollama) as made, asyncio.TaskGroup() as group:
        answer = group.create_task(ask(made))
        while not ollama.asked("/api/chat"):
            await asyncio.sleep(0)
        statuses.append(made.status("tale"))
        assert text_of(await answer) == TEXT
        statuses.append(made.status("tale"))
        await ask(made)
        statuses.append(made.status("tale"))

    assert statuses == [ModelStatus.LOADING, ModelStatus.READY, ModelStatus.READY]


async def test_load_that_takes_too_long_counts_as_silence(ollama: Ollama) -> None:
    """A load that does not end is not waited for for ever."""
    ollama.models["tale"] = Model(load_s=5.0)
    options = OllamaOptions.model_validate({"base_url": ollama.origin, "models": {"tale": None}, "load_s": 60})
    now_s = 0.0
    async with OllamaAdapter(options, context(Path("home")), now_s=lambda: now_s) as made:
        answer = asyncio.create_task(ask(made))
        while not ollama.asked("/api/chat"):
            await asyncio.sleep(0)
        assert made.status("tale") is ModelStatus.LOADING
        now_s = 60.0
        assert made.status("tale") is ModelStatus.READY
        answer.cancel()
        await ollama.client_left()


async def test_name_in_cloud_is_never_this_machine(ollama: Ollama) -> None:
    """A model in the cloud leaves the machine, whatever is configured of the server or the model."""
    names = ("gpt-oss:120b-cloud", "qwen3-coder:cloud", "GLM:CLOUD")
    async with adapter(ollama, *names, "clouded", data_policy="local") as made:
        policies = {card.ref.name: (card.data_policy, card.is_local, card.is_free) for card in made.cards()}
        assert not any(card_of(made, name).may_hear(Privacy.NO_TRAINING) for name in names)

    assert policies == {
        **dict.fromkeys(names, (DataPolicy.UNKNOWN, False, None)),
        "clouded": (DataPolicy.LOCAL, True, True),
    }
    with pytest.raises(ValidationError, match="leaves this machine"):
        OllamaOptions.model_validate({"models": {"gpt-oss:120b-cloud": {"data_policy": "local"}}})


async def test_model_that_ollama_passes_on_is_found_out_before_a_word_is_sent(ollama: Ollama) -> None:
    """A copy of a cloud model under another name is asked nothing as a local one; from then on it is known."""
    ollama.models["tale"] = Model(remote_host=CLOUD)
    async with adapter(ollama) as made:
        assert card_of(made).is_local
        with pytest.raises(ModelGone, match="somebody else's machines"):
            await ask(made)
        assert ollama.asked("/api/chat") == []
        assert card_of(made).data_policy is DataPolicy.UNKNOWN
        # Now whoever asks it knows; who chose it before does not.
        chosen_before = replace(REQUEST, bounds=Bounds(Privacy.ANY, counts_as_local=True))
        for request in (chosen_before, replace(REQUEST, bounds=Bounds(Privacy.LOCAL_ONLY))):
            with pytest.raises(ModelGone, match="somebody else's machines"):
                await ask(made, request)
        assert ollama.asked("/api/chat") == []
        assert text_of(await ask(made)) == TEXT
        with pytest.raises(ModelGone):
            await made.load("tale")
    assert "num_ctx" not in str(body_of(ollama))


async def test_no_turn_is_passed_on_that_took_the_model_for_a_local_one(ollama: Ollama) -> None:
    """Of several that ask at once each is refused, and not only the first to hear of it."""
    ollama.models["tale"] = Model(remote_host=CLOUD)
    async with adapter(ollama) as made:
        asked = [asyncio.create_task(ask(made)) for _ in range(3)]
        await asyncio.wait(asked)

    assert [type(one.exception()) for one in asked] == [ModelGone] * 3
    assert ollama.asked("/api/chat") == []


async def test_model_that_turns_out_to_be_elsewhere_is_not_heard(ollama: Ollama) -> None:
    """Where only the answer itself tells that somebody else gives it, nothing of it is used."""
    ollama.models["tale"] = Model(remote_host=CLOUD, shows_remote=False)
    async with adapter(ollama) as made:
        with pytest.raises(ModelGone, match="somebody else's machines"):
            await ask(made)
        assert card_of(made).data_policy is DataPolicy.UNKNOWN


async def test_cloud_model_with_a_stated_policy_is_asked_as_such(ollama: Ollama) -> None:
    """Who states what its maker does with it can use it, and it still is not this machine."""
    ollama.models["big:cloud"] = Model(remote_host=CLOUD, trained_tokens=65_536)
    async with adapter(ollama, models={"big:cloud": {"data_policy": "no_training"}}) as made:
        assert text_of(await ask(made, model="big:cloud")) == TEXT
        card = card_of(made, "big:cloud")

    assert (card.data_policy, card.is_local, card.price, card.context_tokens) == (
        DataPolicy.NO_TRAINING,
        False,
        None,
        65_536,
    )


async def test_server_that_cannot_say_what_a_model_is_gets_no_words(ollama: Ollama) -> None:
    """Without knowing whether a model runs here, nothing is sent to it."""
    ollama.refusals["/api/show"] = refuses(500, "planted")
    async with adapter(ollama) as made:
        with pytest.raises(ProviderFault):
            await ask(made)

    assert ollama.asked("/api/chat") == []


async def test_nobody_there_is_said_at_once() -> None:
    """A server that does not run is unreachable, with what to do."""
    async with Ollama() as gone:
        pass
    async with adapter(gone) as made:
        with pytest.raises(Unreachable, match="Check that it runs"):
            await ask(made)


async def test_models_are_loaded_told_and_unloaded(ollama: Ollama) -> None:
    """What is in memory can be seen, brought and taken away, with the context that answers will have."""
    ollama.models["other"] = Model()
    async with adapter(ollama, models={"tale": {"context_tokens": 4096}}) as made:
        assert isinstance(made, ManagesModels)
        loaded = await made.load("tale")
        await made.load("other")
        assert ollama.held == {"tale": 4096, "other": 8192}
        assert [one.ref.name for one in await made.running()] == ["tale", "other"]
        assert (await made.unload("other"), await made.unload("other")) == (True, False)
        assert made.status("tale") is ModelStatus.READY
        with pytest.raises(ModelGone):
            await made.load("nowhere")

    assert loaded == RunningModel(ModelRef("subject", "tale"), 2_019_393_189, 1_009_696_594, 4096)
    assert [asked.body.get("keep_alive") for asked in ollama.asked("/api/chat")] == [-1, -1, 0]


async def test_load_that_is_late_is_silent(ollama: Ollama) -> None:
    """A load has a deadline."""
    ollama.refusals["/api/chat"] = Scene((b"{}",), end="hang", delay_s=5.0)
    async with adapter(ollama) as made:
        with pytest.raises(Silent):
            await made.load("tale", deadline_s=0.05)


async def test_download_tells_how_far_it_is(ollama: Ollama) -> None:
    """Files are added up, and the last word is that it is done."""
    ollama.pulls["new:1b"] = [
        {"status": "pulling manifest"},
        {"status": "pulling aa", "digest": "aa", "total": 100},
        {"status": "pulling aa", "digest": "aa", "total": 100, "completed": 60},
        {"status": "pulling bb", "digest": "bb", "total": 10, "completed": 10},
        {"status": "verifying sha256 digest"},
        {"status": "writing manifest"},
        {"status": "success"},
    ]
    async with adapter(ollama) as made:
        told = [progress async for progress in made.pull("new:1b")]
        with pytest.raises(ProviderFault, match="could not fetch"):
            assert [progress async for progress in made.pull("nowhere")]

    assert told == [
        PullProgress("asking"),
        PullProgress("downloading", 0, 100),
        PullProgress("downloading", 60, 100),
        PullProgress("downloading", 70, 110),
        PullProgress("verifying", 70, 110),
        PullProgress("writing", 70, 110),
        PullProgress("done", 70, 110),
    ]


async def test_download_that_breaks_off_is_told(ollama: Ollama) -> None:
    """A download without its last word is none."""
    line = msgspec.json.encode({"status": "pulling aa", "digest": "aa", "total": 100, "completed": 60}) + b"\n"
    ollama.refusals["/api/pull"] = Scene((line,), content_type="application/x-ndjson")
    async with adapter(ollama) as made:
        with pytest.raises(StreamCut):
            assert [progress async for progress in made.pull("new:1b")]


@pytest.mark.parametrize("base_url", ["http://127.0.0.1:11434/v1", "http://127.0.0.1:11434/api", "127.0.0.1:11434"])
def test_address_with_a_path_is_refused(base_url: str) -> None:
    """The address of another of Ollama's APIs is a mistake that is told at start."""
    with pytest.raises(ValidationError):
        OllamaOptions.model_validate({"base_url": base_url})
