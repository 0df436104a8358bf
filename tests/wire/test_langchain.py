"""langchain-openai against `segue serve`, over real HTTP."""

from collections.abc import Iterator

import pytest
from langchain_core.messages import AIMessage, HumanMessage, SystemMessage
from langchain_core.tools import tool
from langchain_openai import ChatOpenAI
from pydantic import BaseModel, SecretStr

from tests.support.gateway import RunningGateway, scripted, serving, settings_with

STORY = "The lamp went out. " * 40


class Scene(BaseModel):
    """A place and how many people are there."""

    place: str
    people: int


@tool
def look(at: str) -> str:
    """Look at something."""
    return at


@pytest.fixture(scope="module")
def gateway(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningGateway]:
    """A gateway with written models."""
    models: dict[str, dict[str, object]] = {
        "story": {"text": STORY, "chunk_chars": 50, "usage": {"input_tokens": 7, "output_tokens": 3}},
        "tools": {"text": "", "tool_calls": [{"name": "look", "arguments": '{"at": "sea"}'}]},
        "json": {"json_text": '{"place": "harbour", "people": 3}'},
    }
    with serving(settings_with(scripted(**models)), home=tmp_path_factory.mktemp("home")) as running:
        yield running


def model(gateway: RunningGateway, name: str) -> ChatOpenAI:
    """A LangChain model of the gateway; on this machine any key will do while none was made."""
    return ChatOpenAI(model=f"stage:{name}", base_url=f"{gateway.url}/v1", api_key=SecretStr("any"), max_retries=0)


def test_langchain_gets_an_answer_with_its_tokens(gateway: RunningGateway) -> None:
    """`invoke` gives the text and what it took."""
    answer = model(gateway, "story").invoke([SystemMessage("Tell."), HumanMessage("Hello")])
    assert answer.content == STORY
    assert isinstance(answer, AIMessage)
    assert answer.usage_metadata is not None
    assert answer.usage_metadata["total_tokens"] == 10


def test_langchain_streams(gateway: RunningGateway) -> None:
    """`stream` gives the text in pieces."""
    pieces = [str(piece.content) for piece in model(gateway, "story").stream("Hello")]
    assert ("".join(pieces), len(pieces) > 2) == (STORY, True)


async def test_langchain_streams_asynchronously(gateway: RunningGateway) -> None:
    """`astream` as well."""
    pieces = [str(piece.content) async for piece in model(gateway, "story").astream("Hello")]
    assert "".join(pieces) == STORY


def test_langchain_gets_tool_calls(gateway: RunningGateway) -> None:
    """A bound tool is called with its arguments."""
    answer = model(gateway, "tools").bind_tools([look]).invoke("Hello")
    assert [(call["name"], call["args"]) for call in answer.tool_calls] == [("look", {"at": "sea"})]


def test_langchain_gets_structured_output(gateway: RunningGateway) -> None:
    """`with_structured_output` fills a pydantic model."""
    assert model(gateway, "json").with_structured_output(Scene).invoke("Hello") == Scene(place="harbour", people=3)
