"""What is asked reaches a provider in its own words, and nothing else does."""

from __future__ import annotations

import msgspec

from segue.domain.chat import (
    ChatRequest,
    ImagePart,
    Message,
    ResponseFormat,
    Role,
    TextPart,
    Tool,
    ToolCall,
)
from segue.providers.hosts import HOSTS
from segue.providers.openai_json import PLAIN, Dialect, encode_request

HELLO = (Message(Role.USER, "Hello"),)


def sent(request: ChatRequest, dialect: Dialect = PLAIN, passes: frozenset[str] = frozenset()) -> dict[str, object]:
    body = encode_request(request, "m", dialect=dialect, passes_fields=passes)
    return msgspec.json.decode(body, type=dict[str, object])


def test_plain_request_holds_only_what_was_said() -> None:
    """Nothing is added that the caller did not ask for."""
    assert sent(ChatRequest(HELLO, stream=False)) == {
        "model": "m",
        "messages": [{"role": "user", "content": "Hello"}],
        "stream": False,
    }


def test_every_known_field_is_sent_under_its_name() -> None:
    """Sampling, limits, penalties, seed and stops arrive as they were given."""
    request = ChatRequest(
        HELLO,
        max_tokens=5,
        temperature=0.0,
        top_p=0.5,
        stop=("a", "b"),
        seed=0,
        presence_penalty=1.0,
        frequency_penalty=-1.0,
    )

    assert {k: v for k, v in sent(request).items() if k not in {"model", "messages"}} == {
        "stream": True,
        "stream_options": {"include_usage": True},
        "max_tokens": 5,
        "temperature": 0.0,
        "top_p": 0.5,
        "stop": ["a", "b"],
        "seed": 0,
        "presence_penalty": 1.0,
        "frequency_penalty": -1.0,
    }


def test_tools_and_their_results_are_sent_whole() -> None:
    """A tool call's arguments go back as the very text that the model wrote."""
    request = ChatRequest(
        (
            *HELLO,
            Message(Role.ASSISTANT, None, tool_calls=(ToolCall("c1", "look", '{"at":  "x"}'),)),
            Message(Role.TOOL, "a door", tool_call_id="c1"),
        ),
        tools=(Tool("look", "Look.", {"type": "object"}, strict=True), Tool("wait")),
        tool_choice="function:look",
        parallel_tool_calls=False,
    )
    body = sent(request)

    assert body["messages"] == [
        {"role": "user", "content": "Hello"},
        {
            "role": "assistant",
            "content": None,
            "tool_calls": [{"id": "c1", "type": "function", "function": {"name": "look", "arguments": '{"at":  "x"}'}}],
        },
        {"role": "tool", "content": "a door", "tool_call_id": "c1"},
    ]
    assert body["tools"] == [
        {
            "type": "function",
            "function": {"name": "look", "description": "Look.", "parameters": {"type": "object"}, "strict": True},
        },
        {"type": "function", "function": {"name": "wait"}},
    ]
    assert body["tool_choice"] == {"type": "function", "function": {"name": "look"}}
    assert body["parallel_tool_calls"] is False


def test_pictures_and_structured_output_are_sent() -> None:
    """A picture goes with its text, a schema with its name."""
    parts = (TextPart("What is this?"), ImagePart("https://pictures.test/a.png", "low"))
    body = sent(
        ChatRequest(
            (Message(Role.USER, parts),), response_format=ResponseFormat("json_schema", "found", {"a": 1}, True)
        )
    )

    assert body["messages"] == [
        {
            "role": "user",
            "content": [
                {"type": "text", "text": "What is this?"},
                {"type": "image_url", "image_url": {"url": "https://pictures.test/a.png", "detail": "low"}},
            ],
        }
    ]
    assert body["response_format"] == {
        "type": "json_schema",
        "json_schema": {"name": "found", "schema": {"a": 1}, "strict": True},
    }


def test_only_declared_unknown_fields_are_sent_and_never_over_known_ones() -> None:
    """A field that a provider does not declare stays here; one that names a person too."""
    request = ChatRequest(HELLO, extra={"top_k": 3, "user": "ann", "model": "other", "messages": []})
    body = sent(request, passes=frozenset({"top_k", "model", "messages"}))

    assert (body["top_k"], body["model"], body["messages"]) == (3, "m", [{"role": "user", "content": "Hello"}])
    assert "user" not in body


def test_hosts_are_asked_in_their_own_words() -> None:
    """OpenAI gets the new limit field and developer messages, Mistral its own seed, Gemini no field it refuses."""
    request = ChatRequest((Message(Role.DEVELOPER, "Be brief."),), max_tokens=5, seed=3, frequency_penalty=1.0)
    openai, mistral, gemini = (sent(request, HOSTS[name].dialect) for name in ("openai", "mistral", "gemini"))

    assert (openai["max_completion_tokens"], openai["messages"]) == (5, [{"role": "developer", "content": "Be brief."}])
    assert mistral.keys() == {"model", "messages", "stream", "max_tokens", "random_seed", "frequency_penalty"}
    assert mistral["messages"] == [{"role": "system", "content": "Be brief."}]
    assert gemini.keys() == {"model", "messages", "stream", "stream_options", "max_tokens"}


def test_progress_is_asked_of_streams_where_the_server_tells_it() -> None:
    """Other hosts never see a field that they would refuse, and a whole answer has nobody to tell."""
    llama = Dialect(tells_progress=True)

    assert sent(ChatRequest(HELLO), llama)["return_progress"] is True
    assert "return_progress" not in sent(ChatRequest(HELLO, stream=False), llama)
    assert [name for name, host in HOSTS.items() if "return_progress" in sent(ChatRequest(HELLO), host.dialect)] == []
