"""What a program asks for is read as over HTTP, and values of ours may stand for their forms."""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import MappingProxyType

import pytest

from segue.config.settings import ServerSettings
from segue.domain.chat import ChatRequest, ImagePart, Message, ResponseFormat, Role, TextPart, Tool, ToolCall
from segue.domain.models import ModelRef, Privacy, TaskType
from segue.errors import RequestError
from segue.pipeline.request.library import LibraryRequest, read_request, to_be_screened
from segue.safety.contract import Direction
from segue.server.chat_json import read_chat
from tests.support.request_bodies import EVERY_FIELD, HELLO, WRONG_FIELDS


def read(messages: object = "Hello", *, session: object = None, **fields: object) -> LibraryRequest:
    model = fields.pop("model", "auto")
    return read_request(messages, model=model, session=session, fields=fields)  # type: ignore[arg-type] # wrong ones too


def asked(messages: object = "Hello", **fields: object) -> ChatRequest:
    return read(messages, **fields).request


def refused(messages: object = "Hello", **fields: object) -> RequestError:
    with pytest.raises(RequestError) as caught:
        read(messages, **fields)
    return caught.value


def test_a_question_is_a_streamed_turn_for_any_model() -> None:
    """A question alone is enough."""
    assert asked() == ChatRequest((Message(Role.USER, "Hello"),))


def test_every_field_is_read_as_over_http() -> None:
    """The same body makes the same turn in the same session, whichever way it comes."""
    over_http = read_chat(json.dumps(EVERY_FIELD).encode(), limits=ServerSettings(), session_header=None)
    in_library = read(**EVERY_FIELD)
    assert (in_library.request, in_library.session_id) == (over_http.request, over_http.session_id)
    assert in_library.request.extra == {"top_k": 3}


@pytest.mark.parametrize(("body", "param"), WRONG_FIELDS)
def test_wrong_field_is_named_as_over_http(body: dict[str, object], param: str) -> None:
    """A refusal says which field is wrong."""
    assert refused(**{"messages": [HELLO], **body}).param == param


@pytest.mark.parametrize("messages", [None, 5, HELLO, Message(Role.USER, "Hello")])
def test_what_is_no_conversation_is_refused(messages: object) -> None:
    """A conversation is a list, also when it has one message."""
    assert refused(messages).param == "messages"


def test_values_of_ours_stand_for_their_forms() -> None:
    """Messages, parts, tools, formats and enumerations may be given as the values that Segue itself speaks of."""
    said = (
        Message(Role.USER, (TextPart("Look"), ImagePart("https://example.org/a.png", "low")), "Ada"),
        Message(Role.ASSISTANT, None, tool_calls=(ToolCall("c1", "look", "{}"),)),
        Message(Role.TOOL, "Waves.", tool_call_id="c1"),
    )
    tools = (Tool("look", "Looks.", MappingProxyType({"type": "object"}), strict=True), Tool("wait"))
    form = ResponseFormat("json_schema", "scene", {"type": "object"}, strict=True)
    request = asked(
        iter([HELLO, *said]), tools=tools, tool_choice="function:wait", response_format=form, stop=("END",),
        task=TaskType.WORLD_BUILDING, privacy=Privacy.LOCAL_ONLY, strict=True, stream=False,
    )  # fmt: skip
    assert request.messages == (Message(Role.USER, "Hello"), *said)
    assert (request.tools, request.tool_choice, request.response_format) == (tools, "function:wait", form)
    assert (request.task, request.privacy, request.strict) == (TaskType.WORLD_BUILDING, Privacy.LOCAL_ONLY, True)
    assert (request.stop, request.stream) == (("END",), False)


def test_values_of_ours_are_read_within_a_form() -> None:
    """A message in OpenAI's form may hold parts and tool calls of ours."""
    call = ToolCall("c1", "look", "{}")
    said: list[Mapping[str, object]] = [
        {"role": "user", "content": (TextPart("Look"),)},
        {"role": "assistant", "content": None, "tool_calls": (call,)},
    ]
    assert asked(said).messages == (
        Message(Role.USER, (TextPart("Look"),)),
        Message(Role.ASSISTANT, None, tool_calls=(call,)),
    )


@pytest.mark.parametrize(
    ("wrong", "param"),
    [
        ({"messages": [HELLO, Message("narrator", "x")]}, "messages[1].role"),  # type: ignore[arg-type] # it is wrong
        ({"messages": [Message(Role.TOOL, "x")]}, "messages[0].tool_call_id"),
        ({"messages": [Message(Role.USER, (ImagePart("file:///etc"),))]}, "messages[0].content[0].image_url.url"),
        ({"tools": [Tool("")]}, "tools[0].function.name"),
        ({"tool_choice": "function:look"}, "tool_choice.function.name"),
        ({"task": "dancing"}, "segue.task"),
        ({"on_failure": "cry"}, "segue.on_failure"),
        ({"task": TaskType.GENERAL_CHAT, "segue": {"task": "world_building"}}, "task"),
    ],
)
def test_wrong_values_of_ours_are_refused_like_their_forms(wrong: dict[str, object], param: str) -> None:
    """What a value of ours may hold is what its form may hold."""
    assert refused(**{"messages": [HELLO], **wrong}).param == param


def test_what_stands_under_segue_may_be_given_by_itself() -> None:
    """`task`, `privacy`, `strict` and `on_failure` go together with `segue`."""
    request = asked(segue={"privacy": "local_only"}, task="world_building", on_failure="error")
    assert (request.task, request.privacy) == (TaskType.WORLD_BUILDING, Privacy.LOCAL_ONLY)
    assert request.on_failure == "error"
    request = asked(segue={"privacy": "local_only"}, task="world_building", persona="An old keeper.")
    assert (request.task, request.privacy) == (TaskType.WORLD_BUILDING, Privacy.LOCAL_ONLY)
    assert (request.persona, request.extra) == ("An old keeper.", {})


def test_models_of_ours_may_stand_as_fallbacks() -> None:
    """A program that has a ModelRef need not write it out."""
    refs = [ModelRef("house", "story"), ModelRef("far", "org/big:8b")]
    assert asked(fallbacks=refs).fallbacks == ("house:story", "far:org/big:8b")
    assert asked(segue={"fallbacks": refs}).fallbacks == ("house:story", "far:org/big:8b")


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("session_id", "session"),
        ("fallbakcs", "fallbacks"),
        ("on_fail", "on_failure"),
        ("temprature", "temperature"),
        ("max_token", "max_tokens"),
    ],
)
def test_a_misspelt_field_is_refused(name: str, meant: str) -> None:
    """It would be passed on to providers, and do nothing of what the program wants."""
    error = refused(**{name: 1})
    assert (error.param, error.hint) == (name, f"Did you mean '{meant}'?")


def test_fields_of_hosts_are_no_misspelt_ones() -> None:
    """What looks like a field of the form and is one of a host's own goes to the host."""
    fields = {"top_k": 3, "min_tokens": 5, "models": ["a"], "min_p": 0.1, "repetition_penalty": 1.1, "user": "u"}
    assert asked(**fields).extra == fields


def test_session_that_is_given_wins_over_metadata() -> None:
    """As over HTTP the session may stand in `metadata`, and one that is given by itself comes first."""
    assert read(metadata={"session_id": "m"}).session_id == "m"
    assert read(session="s", metadata={"session_id": "m"}).session_id == "s"
    with pytest.raises(RequestError, match="session: it has to have 1 to 256"):
        read(session="")


def test_a_text_is_screened_as_one_message_and_what_is_neither_is_refused() -> None:
    """Of the person, or of a model where its words are asked about; a clear error says what is needed."""
    assert to_be_screened("Hello", Direction.INPUT) == ChatRequest((Message(Role.USER, "Hello"),))
    assert to_be_screened("Hello", Direction.OUTPUT).messages[0].role is Role.ASSISTANT
    assert to_be_screened(request := asked(), Direction.INPUT) is request
    with pytest.raises(RequestError, match="A text or a ChatRequest"):
        to_be_screened([{"role": "user", "content": "Hello"}], Direction.INPUT)
