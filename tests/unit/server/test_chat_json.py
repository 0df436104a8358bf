"""What a chat request's body becomes, and how a wrong one is refused."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segue.config.settings import ServerSettings
from segue.domain.chat import ImagePart, Message, ResponseFormat, Role, TextPart, Tool, ToolCall
from segue.domain.models import Privacy, TaskType
from segue.errors import RequestError
from segue.server.chat_json import Asked, read_chat
from tests.support.request_bodies import HELLO, WRONG_FIELDS


def read(
    *,
    header: str | None = None,
    limits: ServerSettings | None = None,
    country: str | None = None,
    accept_language: str | None = None,
    **body: object,
) -> Asked:
    raw = json.dumps({"messages": [HELLO], **body}).encode()
    return read_chat(
        raw,
        limits=limits or ServerSettings(),
        session_header=header,
        country_header=country,
        accept_language=accept_language,
    )


def refused(body: bytes | dict[str, object]) -> RequestError:
    raw = body if isinstance(body, bytes) else json.dumps({"messages": [HELLO], **body}).encode()
    with pytest.raises(RequestError) as error:
        read_chat(raw, limits=ServerSettings(), session_header=None)
    return error.value


def test_smallest_body_is_a_turn_for_any_model() -> None:
    """A question alone is enough."""
    asked = read()
    assert asked.request.messages == (Message(Role.USER, "Hello"),)
    assert (asked.request.model, asked.request.stream, asked.session_id) == ("auto", False, None)


def test_every_known_field_reaches_the_turn() -> None:
    """What a client sets is what the model is asked."""
    tool = {"name": "look", "description": "Looks.", "parameters": {"type": "object"}, "strict": True}
    schema = {"type": "json_schema", "json_schema": {"name": "scene", "schema": {"type": "object"}, "strict": True}}
    request = read(
        model="local:x", stream=True, max_tokens=5, temperature=0.5, top_p=0.9, stop="END", seed=7, presence_penalty=1,
        frequency_penalty=-1, tools=[{"type": "function", "function": tool}], parallel_tool_calls=False,
        tool_choice={"type": "function", "function": {"name": "look"}}, response_format=schema,
        segue={"strict": True, "task": "world_building", "privacy": "local_only", "persona": "An old keeper."},
    ).request  # fmt: skip
    assert (request.model, request.stream, request.max_tokens, request.stop) == ("local:x", True, 5, ("END",))
    assert (request.temperature, request.top_p, request.seed) == (0.5, 0.9, 7)
    assert (request.presence_penalty, request.frequency_penalty, request.parallel_tool_calls) == (1, -1, False)
    assert request.tools == (Tool("look", "Looks.", {"type": "object"}, True),)
    assert request.tool_choice == "function:look"
    assert request.response_format == ResponseFormat("json_schema", "scene", {"type": "object"}, True)
    assert (request.task, request.privacy, request.strict) == (TaskType.WORLD_BUILDING, Privacy.LOCAL_ONLY, True)
    assert request.persona == "An old keeper."


def test_an_empty_persona_is_none() -> None:
    """A client that has no character to describe may send an empty one."""
    assert read(segue={"persona": ""}).request.persona is None
    assert read(segue={"persona": "x" * 4_000}).request.persona == "x" * 4_000


def test_conversation_with_tools_and_pictures_is_understood() -> None:
    """A whole conversation comes through: parts, pictures, tool calls and their answers."""
    call = {"id": "c1", "type": "function", "function": {"name": "look", "arguments": '{"at": "sea"}'}}
    picture = {"type": "image_url", "image_url": {"url": "https://example.org/a.png", "detail": "low"}}
    messages = [
        {"role": "developer", "content": "Be brief."},
        {"role": "user", "content": [{"type": "text", "text": "Look"}, picture], "name": "Ada"},
        {"role": "assistant", "content": None, "tool_calls": [call]},
        {"role": "tool", "content": "Waves.", "tool_call_id": "c1"},
    ]
    assert read(messages=messages).request.messages == (
        Message(Role.DEVELOPER, "Be brief."),
        Message(Role.USER, (TextPart("Look"), ImagePart("https://example.org/a.png", "low")), "Ada"),
        Message(Role.ASSISTANT, None, tool_calls=(ToolCall("c1", "look", '{"at": "sea"}'),)),
        Message(Role.TOOL, "Waves.", tool_call_id="c1"),
    )


@given(st.text())
def test_text_comes_through_unchanged(text: str) -> None:
    """White space, emoji and control characters are the person's own."""
    assert read(messages=[{"role": "user", "content": text}]).request.messages[0].content == text


def test_unknown_top_level_fields_are_kept_and_nulls_are_not() -> None:
    """Fields that Segue does not know are passed on; null means that nothing was set."""
    asked = read(user="u", top_k=3, logit_bias=None, safety_identifier="s")
    assert asked.request.extra == {"user": "u", "top_k": 3, "safety_identifier": "s"}


def test_both_names_of_the_token_limit_are_known() -> None:
    """Old and new clients can limit the answer."""
    assert read(max_completion_tokens=9).request.max_tokens == 9
    assert read(max_completion_tokens=9, max_tokens=9).request.max_tokens == 9
    assert refused({"max_completion_tokens": 9, "max_tokens": 8}).param == "max_tokens"


def test_session_comes_from_header_then_metadata_and_from_nothing_else() -> None:
    """Ids that many share are not sessions."""
    shared: dict[str, Any] = {"user": "u", "safety_identifier": "s", "prompt_cache_key": "p"}
    assert read(**shared).session_id is None
    assert read(metadata={"session_id": "m", "other": 3}, **shared).session_id == "m"
    assert read(header="h", metadata={"session_id": "m"}).session_id == "h"


@pytest.mark.parametrize(("body", "param"), [*WRONG_FIELDS, ({"messages": "Hello"}, "messages")])
def test_wrong_field_is_named_as_openai_names_it(body: dict[str, object], param: str) -> None:
    """A refusal says which field is wrong."""
    error = refused(body)
    assert (error.param, error.http_status) == (param, 400)


def test_a_reference_for_a_human_receiver_is_read_and_shown_nowhere() -> None:
    """Callers give it in either place; empty is none, and no repr has it."""
    request = read(segue={"handoff_ref": "case/17"}, metadata={"handoff_ref": "other", "session_id": "s"}).request
    assert request.handoff_ref == "case/17"
    assert "case/17" not in repr(request)
    assert read(metadata={"handoff_ref": "case/17"}).request.handoff_ref == "case/17"
    assert read(segue={"handoff_ref": ""}).request.handoff_ref is None


@pytest.mark.parametrize("ref", ["x" * 257, "two words", "line\n", "caf\u00e9", 17])
@pytest.mark.parametrize("where", ["segue", "metadata"])
def test_a_reference_holds_no_words(where: str, ref: object) -> None:
    """What is no name of the caller's own is refused, and not repeated."""
    error = refused({where: {"handoff_ref": ref}})
    assert (error.param, error.http_status) == (f"{where}.handoff_ref", 400)
    assert str(ref) not in str(error)


@pytest.mark.parametrize(
    ("field", "value", "message", "hint"),
    [
        ("on_failure", "words", "this value is not one of those that it may have: reply, error.", ""),
        ("privacy", "secret", "this value is not one of those that it may have: local_only, no_training, any.", ""),
        ("on_failur", "reply", "there is no such field.", "Did you mean 'on_failure'?"),
        (
            "x" * 10_000,
            1,
            "there is no such field.",
            "Known here: strict, fallbacks, task, privacy, on_failure, persona, handoff_ref, country, language, mode, audience, tags, waiting.",  # noqa: E501 - as it is told
        ),
    ],
)
def test_what_is_wrong_in_segue_is_told_with_what_may_stand_there(
    field: str, value: object, message: str, hint: str
) -> None:
    """A misspelt field or value is mended without looking it up, and is not repeated."""
    error = refused({"segue": {field: value}})
    assert (error.message, error.hint) == (f"segue.{field}: {message}", hint)


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b'{"messages": [', b"[]", b"null", b"\xff\xfe", b'{"messages":[{"role":"user","content":"\xff"}]}',
     b'{"messages":[{"role":"user","content":"x"}],"other":"\xff"}',
     b'{"messages":[{"role":"user","content":"\\ud800"}', b'{"messages":[],"metadata":{"session_id":"\\ud800"}}',
     b'{"messages":[{"role":"user","content":"x"}],"other":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
     b'{"messages":[{"role":"user","content":"x"}],"other":NaN}', b"\xef\xbb\xbf{}"],
)  # fmt: skip
def test_body_that_is_not_json_is_refused(body: bytes) -> None:
    """A body that cannot be read is the caller's mistake, not a fault of the gateway."""
    assert refused(body).http_status == 400


@pytest.mark.parametrize(
    "body",
    [
        {"messages": [{"role": "my-secret", "content": "x"}]},
        {"messages": [{"role": "user", "content": [{"type": "my-secret"}]}]},
        {"messages": [{"role": "user", "content": [{"type": "image_url", "image_url": {"url": "my-secret"}}]}]},
        {"segue": {"task": "my-secret"}},
        {"tool_choice": "my-secret"},
        {"metadata": {"session_id": "my-secret" * 100}},
    ],
)
def test_refusal_never_repeats_what_was_sent(body: dict[str, object]) -> None:
    """Errors are logged by clients: nothing that was said may stand in them."""
    assert "my-secret" not in str(refused(body))


def test_limits_of_messages_and_pictures_hold() -> None:
    """An operator can limit how long a conversation and how many pictures it has."""
    limits = ServerSettings(max_messages=2, max_image_parts=0)
    picture = {"type": "image_url", "image_url": {"url": "data:image/png;base64,AA=="}}
    with pytest.raises(RequestError, match="3 messages"):
        read(messages=[HELLO] * 3, limits=limits)
    with pytest.raises(RequestError, match="1 pictures"):
        read(messages=[{"role": "user", "content": [picture]}], limits=limits)


def test_country_comes_from_header_then_field_and_from_nothing_else() -> None:
    """What a request says of where the person is, in either letter case; a language says nothing of it."""
    assert read(messages=[{"role": "user", "content": "Guten Tag, wie geht es Ihnen?"}]).request.country is None
    assert read(segue={"country": "de"}).request.country == "DE"
    assert read(country="at", segue={"country": "DE"}).request.country == "AT"


@pytest.mark.parametrize("country", ["UK", "", "DEU", "*", "EU", "Österreich"])
def test_a_country_that_is_none_is_refused(country: str) -> None:
    """With a wrong one nobody would find the help that is near them; the header is named, and what was sent is not."""
    with pytest.raises(RequestError, match="X-Segue-Country") as error:
        read(country=country)
    assert error.value.param == "X-Segue-Country"
    assert ("GB" in error.value.hint) is (country == "UK")


def test_the_language_comes_from_the_field_then_from_what_the_client_accepts() -> None:
    """The field was written by somebody, the header by a library: it counts where the field says nothing."""
    assert read().request.language is None
    assert read(segue={"language": "pt-BR"}, accept_language="de").request.language == "pt"
    assert read(accept_language="de-AT, en;q=0.8").request.language == "de"
    assert read(accept_language="*").request.language is None


@pytest.mark.parametrize("language", ["english", "xx", "", "und", "12", "e", "pt_BR!"])
def test_a_language_that_is_none_is_refused(language: str) -> None:
    """With what to do, and without what was sent."""
    error = refused({"segue": {"language": language}})
    assert error.param == "segue.language"
    assert ("'en'" in error.hint) is (language == "english")


@pytest.mark.parametrize("header", ["", "x" * 257])
def test_session_header_without_sense_is_refused(header: str) -> None:
    """An empty session id would put strangers into one session."""
    with pytest.raises(RequestError, match="X-Segue-Session"):
        read(header=header)


@pytest.mark.parametrize(
    ("sent", "understood"),
    [
        (rb"I give up \ud83d", "I give up \ufffd"),
        (rb"\uDE00 \ud83d\ude00 \uD83Dx", "\ufffd \U0001f600 \ufffdx"),
        (rb"\ud83d\ud83d\ude00\ude00", "\ufffd\U0001f600\ufffd"),
        (rb"\\ud83d \ud83d", "\\ud83d \ufffd"),
    ],
)
def test_half_an_emoji_does_not_turn_a_message_away(sent: bytes, understood: str) -> None:
    """A text that a script cut in the middle of an emoji is read, with a mark where the half was."""
    body = b'{"messages":[{"role":"user","content":"%b"}]}' % sent
    assert read_chat(body, limits=ServerSettings(), session_header=None).request.messages[0].content == understood
