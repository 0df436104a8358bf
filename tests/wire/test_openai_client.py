"""OpenAI's own Python client against `segue serve`, over real HTTP."""

from collections.abc import AsyncIterator, Iterator

import openai
import pytest
import pytest_asyncio
from openai.types.chat import ChatCompletionMessageParam, ChatCompletionToolParam
from pydantic import BaseModel

from tests.support.gateway import RunningGateway, scripted, serving, settings_with, until

STORY = "The lamp went out. " * 40
HELLO: list[ChatCompletionMessageParam] = [{"role": "user", "content": "Hello"}]
LOOK: ChatCompletionToolParam = {
    "type": "function",
    "function": {"name": "look", "parameters": {"type": "object", "properties": {"at": {"type": "string"}}}},
}


class Scene(BaseModel):
    """What a model is asked to fill in."""

    place: str
    people: int


@pytest.fixture(scope="module")
def gateway(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningGateway]:
    """A gateway with written models and one caller key."""
    models: dict[str, dict[str, object]] = {
        "plain": {"text": "Good evening.", "usage": {"input_tokens": 7, "output_tokens": 3}},
        "story": {"text": STORY, "chunk_chars": 50},
        "slow": {"text": STORY * 40, "chunk_chars": 50, "gap_s": 0.05},
        "tools": {"text": "", "tool_calls": [{"name": "look", "arguments": '{"at": "sea"}'}]},
        "json": {"text": "No.", "json_text": '{"place": "harbour", "people": 3}'},
        "broken": {"text": STORY, "fault": {"kind": "cut", "after_chars": 400}},
        "down": {"fault": {"kind": "refused"}},
        "queued": {"text": "At last.", "waits_at": 3, "gap_s": 0.02},
        "left": {"waits_at": 2, "gap_s": 0.02, "fault": {"kind": "refused"}},
    }
    settings = settings_with(scripted(**models), server={"loopback_without_key": False})
    with serving(settings, home=tmp_path_factory.mktemp("home")) as running:
        yield running


@pytest.fixture(scope="module")
def key(gateway: RunningGateway) -> str:
    """A caller key."""
    made = gateway.make_caller("client")
    until(lambda: gateway.ask("/v1/models", headers={"authorization": f"Bearer {made}"}).status == 200)
    return made


@pytest_asyncio.fixture
async def client(gateway: RunningGateway, key: str) -> AsyncIterator[openai.AsyncOpenAI]:
    """The official client, with only its address and key changed."""
    async with openai.AsyncOpenAI(base_url=f"{gateway.url}/v1", api_key=key, max_retries=0) as made:
        yield made


async def test_client_reads_a_whole_answer(client: openai.AsyncOpenAI) -> None:
    """An ordinary call gives text, reason and tokens."""
    answer = await client.chat.completions.create(model="stage:plain", messages=HELLO)
    assert (answer.choices[0].message.content, answer.choices[0].finish_reason) == ("Good evening.", "stop")
    assert answer.usage is not None
    assert (answer.usage.prompt_tokens, answer.usage.completion_tokens) == (7, 3)


async def test_client_reads_a_stream(client: openai.AsyncOpenAI) -> None:
    """A stream comes in more than one chunk, under one id, and ends with its tokens."""
    stream = await client.chat.completions.create(
        model="stage:story", messages=HELLO, stream=True, stream_options={"include_usage": True}
    )
    chunks = [chunk async for chunk in stream]
    texts = [choice.delta.content for chunk in chunks for choice in chunk.choices if choice.delta.content]
    assert ("".join(texts), len(texts) > 1) == (STORY, True)
    assert len({chunk.id for chunk in chunks}) == 1
    assert chunks[-1].usage is not None


@pytest.mark.parametrize("waiting", [None, True])
async def test_client_that_waits_in_line_reads_its_answer(client: openai.AsyncOpenAI, waiting: bool | None) -> None:
    """The place in line is told in comments, which the client skips, or in chunks for one that wants it."""
    stream = await client.chat.completions.create(
        model="stage:queued", messages=HELLO, stream=True, extra_body={"segue": {"waiting": waiting}}
    )
    chunks = [chunk async for chunk in stream]
    assert "".join(choice.delta.content or "" for chunk in chunks for choice in chunk.choices) == "At last."
    assert len({chunk.id for chunk in chunks}) == 1
    told = [extra["segue"]["waiting"] for c in chunks if "waiting" in (extra := c.model_extra or {}).get("segue", {})]
    places = [each["place"] for each in told]
    assert (places != [], places) == (waiting is True, sorted(places, reverse=True))
    assert {each["model"] for each in told} <= {"stage:queued"}


def test_failure_behind_the_line_is_the_clients_error(gateway: RunningGateway, key: str) -> None:
    """The head of a stream that waited is out already: the failure ends the stream, and the client raises it."""
    with openai.OpenAI(base_url=f"{gateway.url}/v1", api_key=key, max_retries=0) as client:
        stream = client.chat.completions.create(model="stage:left", messages=HELLO, stream=True)
        with pytest.raises(openai.APIError, match="No model answered"):
            list(stream)


async def test_clients_stream_helper_accumulates_the_answer(client: openai.AsyncOpenAI) -> None:
    """The client's own accumulator accepts every chunk, tool calls included."""
    async with client.chat.completions.stream(model="stage:tools", messages=HELLO, tools=[LOOK]) as stream:
        final = await stream.get_final_completion()
    assert final.choices[0].finish_reason == "tool_calls"
    calls = final.choices[0].message.tool_calls
    assert calls is not None
    assert [(call.function.name, call.function.arguments) for call in calls] == [("look", '{"at": "sea"}')]


async def test_client_gets_tool_calls_and_sends_their_answers(client: openai.AsyncOpenAI) -> None:
    """A round with a tool: the call comes back whole, and its answer is taken."""
    first = await client.chat.completions.create(
        model="stage:tools", messages=HELLO, tools=[LOOK], tool_choice="required"
    )
    call = (first.choices[0].message.tool_calls or [])[0]
    messages: list[ChatCompletionMessageParam] = [
        *HELLO,
        first.choices[0].message.to_dict(),  # type: ignore[list-item] # the client takes its own message back
        {"role": "tool", "tool_call_id": call.id, "content": "Waves."},
    ]
    second = await client.chat.completions.create(model="stage:tools", messages=messages, tools=[LOOK])
    assert second.choices[0].message.tool_calls


async def test_client_parses_structured_output(client: openai.AsyncOpenAI) -> None:
    """The client's `parse` fills a pydantic model."""
    answer = await client.chat.completions.parse(model="stage:json", messages=HELLO, response_format=Scene)
    assert answer.choices[0].message.parsed == Scene(place="harbour", people=3)


async def test_client_raises_for_a_wrong_key(gateway: RunningGateway) -> None:
    """A wrong key is the client's own AuthenticationError."""
    async with openai.AsyncOpenAI(base_url=f"{gateway.url}/v1", api_key="segue-wrong", max_retries=0) as wrong:
        with pytest.raises(openai.AuthenticationError) as refused:
            await wrong.chat.completions.create(model="auto", messages=HELLO)
    assert refused.value.code == "invalid_api_key"


@pytest.mark.parametrize("stream", [True, False])
async def test_client_raises_for_an_unknown_model(client: openai.AsyncOpenAI, stream: bool) -> None:
    """An unknown model is the client's own NotFoundError, also for a stream."""
    with pytest.raises(openai.NotFoundError) as refused:
        await client.chat.completions.create(model="nobody:nothing", messages=HELLO, stream=stream)
    assert (refused.value.code, refused.value.param) == ("model_not_found", "model")


async def test_client_raises_for_wrong_fields(client: openai.AsyncOpenAI) -> None:
    """A field that is wrong is a BadRequestError that names it."""
    with pytest.raises(openai.BadRequestError) as refused:
        await client.chat.completions.create(model="auto", messages=HELLO, temperature=9)
    assert refused.value.param == "temperature"


async def test_client_raises_when_no_model_answers(client: openai.AsyncOpenAI) -> None:
    """All models failing is a server error that lists the reasons."""
    with pytest.raises(openai.InternalServerError) as refused:
        await client.chat.completions.create(model="stage:down", messages=HELLO, extra_body={"segue": {"strict": True}})
    assert (refused.value.status_code, refused.value.code) == (502, "all_models_failed")


async def test_client_raises_when_a_stream_breaks_off(client: openai.AsyncOpenAI) -> None:
    """Half an answer ends in an APIError, never as if it were whole."""
    stream = await client.chat.completions.create(model="stage:broken", messages=HELLO, stream=True)
    with pytest.raises(openai.APIError) as broken:
        _ = [chunk async for chunk in stream]
    assert broken.value.code == "all_models_failed"


async def test_cancelled_stream_ends_upstream(client: openai.AsyncOpenAI, gateway: RunningGateway) -> None:
    """A client that closes its stream stops the model long before its answer would be over, in 30 seconds."""
    stream = await client.chat.completions.create(model="stage:slow", messages=HELLO, stream=True)
    await anext(stream)
    assert gateway.stage().answering["slow"] == 1
    await stream.close()
    until(lambda: gateway.stage().answering["slow"] == 0, within_s=15)


async def test_client_lists_and_shows_models(client: openai.AsyncOpenAI) -> None:
    """The client's own listing works, names with a colon too. Covers R1.1."""
    names = [model.id async for model in client.models.list()]
    assert {"auto", "stage:plain"} <= set(names)
    assert (await client.models.retrieve("stage:plain")).owned_by == "stage"


async def test_extension_and_headers_reach_a_client(client: openai.AsyncOpenAI) -> None:
    """Who answered and what was found can be read without another client."""
    raw = await client.chat.completions.with_raw_response.create(
        model="stage:plain", messages=HELLO, extra_body={"top_k": 3}, extra_headers={"X-Segue-Session": "s1"}
    )
    assert (raw.headers["x-segue-model"], raw.headers["x-segue-safety"]) == ("stage:plain", "level=none;action=pass")
    answer = raw.parse()
    assert answer.model_extra is not None
    assert answer.model_extra["segue"]["ignored"] == ["top_k"]


def test_synchronous_client_works_as_well(gateway: RunningGateway, key: str) -> None:
    """The blocking client reads whole answers and streams."""
    with openai.OpenAI(base_url=f"{gateway.url}/v1", api_key=key, max_retries=0) as client:
        assert client.chat.completions.create(model="stage:plain", messages=HELLO).choices[0].message.content
        stream = client.chat.completions.create(model="stage:story", messages=HELLO, stream=True)
        assert "".join(chunk.choices[0].delta.content or "" for chunk in stream) == STORY
