"""LM Studio over real HTTP: what it is asked, what it holds, and what an older one cannot do."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio
from pydantic import ValidationError

from segue.domain.chat import ChatRequest, Finished, Message, ProviderPiece, Role, TextDelta, ToolCallDelta, Usage
from segue.domain.models import Capability, ModelCard, ModelRef, ModelStatus
from segue.domain.servers import PullProgress, RunningModel
from segue.errors import (
    BadAnswer,
    KeyRejected,
    ModelGone,
    Overloaded,
    PromptTooLong,
    ProviderError,
    ProviderFault,
    Silent,
    StreamCut,
    Unreachable,
    Unsupported,
)
from segue.providers.lm_studio.adapter import LmStudioAdapter, LmStudioOptions
from segue.providers.lm_studio.server import LmStudioServer
from segue.providers.managing import ManagesModels
from segue.providers.wire import Wire
from tests.conformance.provider_harness import context
from tests.support.lm_studio import LmStudio, Model
from tests.support.ollama import Ollama
from tests.support.scenes import TEXT

REQUEST = ChatRequest((Message(Role.USER, "Begin."),))
KEY = "sk-planted-token"  # pragma: allowlist secret


@pytest_asyncio.fixture
async def server() -> AsyncIterator[LmStudio]:
    async with LmStudio() as server:
        yield server


@asynccontextmanager
async def adapter(
    server: LmStudio, *names: str, key: str | None = None, **raw: object
) -> AsyncIterator[LmStudioAdapter]:
    """The provider for it, with these models."""
    models = dict.fromkeys(names or ("well",))
    options = LmStudioOptions.model_validate({"base_url": server.origin, "models": models, **raw})
    async with LmStudioAdapter(options, context(Path("home"), key=key)) as made:
        yield made


async def ask(made: LmStudioAdapter, request: ChatRequest = REQUEST, model: str = "well") -> list[ProviderPiece]:
    async with made.answer(request, model) as pieces:
        return [piece async for piece in pieces]


def text_of(pieces: list[ProviderPiece]) -> str:
    return "".join(piece.text for piece in pieces if isinstance(piece, TextDelta))


def card_of(made: LmStudioAdapter) -> ModelCard:
    (card,) = made.cards()
    return card


@pytest.mark.parametrize("is_old", [False, True])
@pytest.mark.parametrize("stream", [True, False])
async def test_answer_arrives_whole(server: LmStudio, is_old: bool, stream: bool) -> None:
    """Every version that lists its models answers, with what it took."""
    server.is_old = is_old
    async with adapter(server) as made:
        pieces = await ask(made, replace(REQUEST, stream=stream))

    assert (text_of(pieces), pieces[-1]) == (TEXT, Finished("stop", Usage(11, 9)))


async def test_tool_calls_arrive(server: LmStudio) -> None:
    """Tools that the model wants called are told."""
    server.models["tools"] = Model(tools=True)
    async with adapter(server, "tools") as made:
        pieces = await ask(made, model="tools")

    assert [piece.name for piece in pieces if isinstance(piece, ToolCallDelta) and piece.id] == ["look", "wait"]


@pytest.mark.parametrize(
    ("scene", "error"),
    [("error_after_words", ProviderFault), ("cut_after_words", StreamCut), ("500", ProviderFault)],
)
async def test_fault_is_the_right_error(server: LmStudio, scene: str, error: type[ProviderError]) -> None:
    """A fault has its name, also within an answer."""
    server.models[scene] = Model()
    async with adapter(server, scene) as made:
        with pytest.raises(error):
            await ask(made, model=scene)


@pytest.mark.parametrize("stream", [True, False])
async def test_prompt_that_is_too_long_is_told_as_such(server: LmStudio, stream: bool) -> None:
    """LM Studio says it within an answer of status 200; another model with more room can be asked."""
    server.held["well"] = 512
    long = replace(REQUEST, messages=(Message(Role.USER, "word " * 1000),), stream=stream)
    async with adapter(server) as made:
        with pytest.raises(PromptTooLong):
            await ask(made, long)
        assert card_of(made).context_tokens == 512


async def test_what_a_model_is_is_heard_from_lm_studio(server: LmStudio) -> None:
    """What it can do, its size and the context that it was loaded with are known once it was asked."""
    server.models["well"] = Model(vision=True, tools=True)
    server.held["well"] = 6000
    async with adapter(server) as made:
        before = card_of(made)
        await ask(made)
        after = card_of(made)

    able = frozenset({Capability.TOOLS, Capability.IMAGES})
    assert (before.capabilities & able, before.context_tokens) == (frozenset(), None)
    assert (after.capabilities & able, after.context_tokens, after.size_bytes) == (able, 6000, 241_410_208)
    assert Capability.JSON_OBJECT not in after.capabilities
    assert (after.is_local, after.is_free) == (True, True)


async def test_model_is_loaded_with_the_context_that_is_configured(server: LmStudio) -> None:
    """A cold model is loaded before its first answer, once, with room for what it is known to take."""
    async with adapter(server, models={"well": {"context_tokens": 16_384}}) as made:
        assert card_of(made).context_tokens == 16_384
        await ask(made)
        await ask(made)

    assert server.held == {"well": 16_384}
    assert [asked.body for asked in server.asked("/api/v1/models/load")] == [
        {"model": "well", "context_length": 16_384}
    ]


async def test_answers_at_the_same_time_load_their_model_once(server: LmStudio) -> None:
    """LM Studio would load it once for each, and fill the memory."""
    async with adapter(server, models={"well": {"context_tokens": 8192}}) as made, asyncio.TaskGroup() as group:
        answers = [group.create_task(ask(made)) for _ in range(3)]
        group.create_task(made.load("well"))

    assert [text_of(answer.result()) for answer in answers] == [TEXT] * 3
    assert (server.held, server.loaded_twice) == ({"well": 8192}, False)


async def test_load_whose_turn_was_left_goes_on_for_the_next(server: LmStudio) -> None:
    """LM Studio does not stop it, and told again would load a second one: it counts as under way until it is there."""
    server.told_load_s = 0.1
    async with adapter(server, models={"well": {"context_tokens": 8192}}) as made:
        left = asyncio.create_task(ask(made))
        while not server.asked("/api/v1/models/load"):
            await asyncio.sleep(0)
        left.cancel()
        await asyncio.wait([left])
        assert (left.cancelled(), made.status("well")) == (True, ModelStatus.LOADING)
        assert text_of(await ask(made)) == TEXT

    assert (server.held, server.loaded_twice) == ({"well": 8192}, False)
    assert len(server.asked("/api/v1/models/load")) == 1


async def test_load_under_way_ends_with_its_provider(server: LmStudio) -> None:
    """Whoever waits for it is told, and nothing is left behind."""
    server.told_load_s = 5.0
    async with adapter(server, models={"well": {"context_tokens": 8192}}) as made:
        waits = asyncio.create_task(made.load("well"))
        while not server.asked("/api/v1/models/load"):
            await asyncio.sleep(0)

    with pytest.raises(Overloaded, match="closed while it loaded"):
        await waits


async def test_context_of_a_loaded_model_counts_before_the_configured_one(server: LmStudio) -> None:
    """Who loaded it with less room decided what it takes; it is not loaded twice."""
    server.held["well"] = 2048
    async with adapter(server, models={"well": {"context_tokens": 16_384}}) as made:
        await ask(made)
        assert card_of(made).context_tokens == 2048

    assert server.asked("/api/v1/models/load") == []


async def test_older_version_loads_by_itself(server: LmStudio) -> None:
    """One that cannot be told to load is asked all the same, and says so only to whoever tells it to."""
    server.is_old = True
    async with adapter(server, models={"well": {"context_tokens": 8192}}) as made:
        assert text_of(await ask(made)) == TEXT
        await ask(made)
        assert card_of(made).context_tokens == 4096
        for name in ("load", "pull"):
            server.held.clear()
            with pytest.raises(Unsupported, match=r"0\.4"):
                await made.load("well") if name == "load" else [one async for one in made.pull("well")]


async def test_cold_load_is_no_silence(server: LmStudio) -> None:
    """While a model is loaded for an answer it counts as loading, then as ready. Covers R5.1."""
    server.load_s = 0.1
    statuses = []
    async with adapter(server) as made, asyncio.TaskGroup() as group:
        statuses.append(made.status("well"))
        answer = group.create_task(ask(made))
        while not server.asked("/v1/chat/completions"):
            await asyncio.sleep(0)
        statuses.append(made.status("well"))
        assert text_of(await answer) == TEXT
        statuses.append(made.status("well"))

    assert statuses == [ModelStatus.LOADABLE, ModelStatus.LOADING, ModelStatus.READY]


async def test_model_that_is_not_there_says_how_to_fetch_it(server: LmStudio) -> None:
    """A model that nobody fetched is missing, with the command, and nothing is sent."""
    async with adapter(server, "nowhere") as made:
        with pytest.raises(ModelGone, match="segue models pull subject:nowhere"):
            await ask(made, model="nowhere")
        assert card_of(made).status is ModelStatus.MISSING

    assert server.asked("/v1/chat/completions") == []


async def test_models_are_loaded_told_and_unloaded(server: LmStudio) -> None:
    """What is in memory can be seen, brought and taken away; names without a configuration work as well."""
    server.models |= {"other": Model(), "embeds": Model(type="embedding")}
    async with adapter(server, models={"well": {"context_tokens": 8192}}) as made:
        assert isinstance(made, ManagesModels)
        assert await made.load("well") == RunningModel(ModelRef("subject", "well"), 241_410_208, context_tokens=8192)
        await made.load("other")
        assert [(one.ref.name, one.context_tokens) for one in await made.running()] == [("well", 8192), ("other", 4096)]
        assert (await made.unload("other"), await made.unload("other")) == (True, False)
        assert (made.status("well"), server.held) == (ModelStatus.READY, {"well": 8192})
        with pytest.raises(ModelGone):
            await made.load("nowhere")


async def test_answers_under_way_end_before_their_model_is_unloaded(server: LmStudio) -> None:
    """Memory is freed behind an answer, not under it."""
    server.models["stall_after_words"] = Model()
    server.held["stall_after_words"] = 4096
    async with adapter(server, "stall_after_words") as made, asyncio.TaskGroup() as group:
        async with made.answer(REQUEST, "stall_after_words") as pieces:
            await anext(pieces)
            unload = group.create_task(made.unload("stall_after_words"))
            while len(server.asked("/api/v1/models")) < 2:
                await asyncio.sleep(0)
            await made.running()
            assert server.held
        assert await unload
    assert not server.held


async def test_download_tells_how_far_it_is(server: LmStudio) -> None:
    """The progress is asked for until it is done, or has failed."""
    size = {"total_size_bytes": 100}
    server.downloads["new"] = [
        {"status": "downloading", "downloaded_bytes": 0, **size},
        {"status": "downloading", "downloaded_bytes": 60, **size},
        {"status": "completed", "downloaded_bytes": 100, **size},
    ]
    server.downloads["old"] = [{"status": "already_downloaded"}]
    server.downloads["bad"] = [{"status": "downloading"}, {"status": "failed"}]
    async with Wire(server.base_url) as wire:
        asked = LmStudioServer(wire, "subject")
        told = [progress async for progress in asked.pull("new", poll_s=0)]
        there = [progress async for progress in asked.pull("old", poll_s=0)]
        with pytest.raises(ProviderFault, match="failed"):
            assert [progress async for progress in asked.pull("bad", poll_s=0)]
        with pytest.raises(ModelGone):
            assert [progress async for progress in asked.pull("nowhere", poll_s=0)]

    assert told == [
        PullProgress("asking"),
        PullProgress("downloading", 0, 100),
        PullProgress("downloading", 60, 100),
        PullProgress("done", 100, 100),
    ]
    assert there == [PullProgress("asking"), PullProgress("done")]


@pytest.mark.parametrize(
    ("told", "error"),
    [
        ([{"status": "downloading"}, {"status": "pondering"}], BadAnswer),
        ([{"status": "downloading", "job_id": ".."}], BadAnswer),
        ([{"status": "downloading", "job_id": None}], BadAnswer),
        ([{"status": "downloading", "downloaded_bytes": 7}] * 50, Silent),
    ],
)
async def test_download_that_says_nothing_of_use_is_given_up(
    server: LmStudio, told: list[Mapping[str, object]], error: type[ProviderError]
) -> None:
    """Nobody waits for ever for one that stands still, or in a state that nobody knows."""
    server.downloads["new"] = told
    async with Wire(server.base_url) as wire:
        with pytest.raises(error):
            async for _ in LmStudioServer(wire, "subject").pull("new", poll_s=0, stalls_s=0.02):
                pass


async def test_name_of_a_download_stays_within_its_path(server: LmStudio) -> None:
    """Whatever LM Studio calls it, no other path is asked for."""
    server.downloads["new"] = [{"status": "downloading", "job_id": "../unload?a=b#c"}, {"status": "completed"}]
    async with Wire(server.base_url) as wire:
        with pytest.raises(BadAnswer):
            assert [one async for one in LmStudioServer(wire, "subject").pull("new", poll_s=0)]

    assert server.requests[-1].path == "/api/v1/models/download/status/..%2Funload%3Fa%3Db%23c"


async def test_token_goes_along_and_a_missing_one_says_what_to_do(server: LmStudio) -> None:
    """A server that wants a token is asked with it; without one the error names the setting."""
    server.key = KEY
    async with adapter(server, key=KEY) as made:
        assert text_of(await ask(made)) == TEXT
    async with adapter(server) as made:
        with pytest.raises(KeyRejected, match=r"providers\.subject\.key"):
            await ask(made)


async def test_what_is_no_lm_studio_is_told(server: LmStudio) -> None:
    """Another server at its address, or none, is said at once."""
    server.is_old = True
    server.models = {}
    async with adapter(server) as made:
        with pytest.raises(ModelGone):
            await ask(made)
    async with LmStudio() as gone:
        pass
    async with adapter(gone) as made:
        with pytest.raises(Unreachable):
            await ask(made)


async def test_answer_in_another_form_is_no_list_of_models() -> None:
    """A server that has neither list is not LM Studio."""
    async with Ollama() as other:
        options = LmStudioOptions.model_validate({"base_url": other.origin, "models": {"well": None}})
        async with LmStudioAdapter(options, context(Path("home"))) as made:
            with pytest.raises(BadAnswer, match="LM Studio"):
                await ask(made)


async def test_server_that_does_not_say_is_silent() -> None:
    """A server that takes the question and answers nothing is given up."""

    async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()

    listening = await asyncio.start_server(silent, "127.0.0.1", 0)
    address = f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}"
    async with listening, Wire(address) as wire:
        with pytest.raises(Silent):
            await LmStudioServer(wire, "subject", ask_s=0.05).models()


@pytest.mark.parametrize("base_url", ["http://127.0.0.1:1234/v1", "http://127.0.0.1:1234/api", "127.0.0.1:1234"])
def test_address_with_a_path_is_refused(base_url: str) -> None:
    """The address of one of LM Studio's APIs is a mistake that is told at start."""
    with pytest.raises(ValidationError):
        LmStudioOptions.model_validate({"base_url": base_url})
