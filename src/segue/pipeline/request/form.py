"""OpenAI's form of a chat request, for the gateway and the library: structs that are read and checked in one pass."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from msgspec import Meta, Struct

from segue.domain.chat import Audience, OnFailure
from segue.domain.handoffs import REF_CHARS
from segue.domain.models import Privacy, TaskType
from segue.domain.scopes import TAG
from segue.domain.therapy import Mode

Temperature: TypeAlias = Annotated[float, Meta(ge=0, le=2)]
Share: TypeAlias = Annotated[float, Meta(ge=0, le=1)]
Penalty: TypeAlias = Annotated[float, Meta(ge=-2, le=2)]
Tokens: TypeAlias = Annotated[int, Meta(ge=1, le=10_000_000)]
Seed: TypeAlias = Annotated[int, Meta(ge=-(2**63), le=2**63 - 1)]
Name: TypeAlias = Annotated[str, Meta(min_length=1, max_length=256)]
Tag: TypeAlias = Annotated[str, Meta(pattern=rf"^{TAG}\Z")]
"""A name that money and requests are counted under; no place for words."""
Stops: TypeAlias = Annotated[list[str], Meta(max_length=16)]
"""OpenAI takes 4; others more."""
PERSONA_CHARS = 4_000
"""Longest persona: about a page, and it takes its room in every model's context."""
Persona: TypeAlias = Annotated[str, Meta(max_length=PERSONA_CHARS)]

HandoffRef: TypeAlias = Annotated[str, Meta(max_length=REF_CHARS, pattern=r"^[!-~]*\Z")]
"""Letters, digits and signs of ASCII, without a gap: a name in the caller's own system, and no place for words."""


class ImageBody(Struct, gc=False):
    """`image_url` of a part."""

    url: str
    detail: Literal["auto", "low", "high"] | None = None


class PartBody(Struct, gc=False):
    """A part of a message; which field belongs to it is said by `type`."""

    type: str
    text: str | None = None
    image_url: ImageBody | None = None
    refusal: str | None = None


class CalledFunctionBody(Struct, gc=False):
    """What a tool call names, with its arguments as JSON text."""

    name: Name
    arguments: str = ""


class ToolCallBody(Struct, gc=False):
    """A tool call that the assistant made earlier."""

    id: Name
    function: CalledFunctionBody
    type: Literal["function"] = "function"


class MessageBody(Struct, gc=False):
    """One message of the conversation."""

    role: Literal["system", "developer", "user", "assistant", "tool"]
    content: str | list[PartBody] | None = None
    name: str | None = None
    tool_calls: list[ToolCallBody] | None = None
    tool_call_id: str | None = None
    refusal: str | None = None


class FunctionBody(Struct, gc=False):
    """A function that the model may call."""

    name: Name
    description: str | None = None
    parameters: dict[str, object] | None = None
    strict: bool | None = None


class ToolBody(Struct, gc=False):
    """A tool; only functions are known."""

    type: Literal["function"]
    function: FunctionBody


class NamedFunctionBody(Struct, gc=False):
    """`function` of a tool choice."""

    name: Name


class ToolChoiceBody(Struct, gc=False):
    """A tool choice that names one function."""

    type: Literal["function"]
    function: NamedFunctionBody


class SchemaBody(Struct, gc=False):
    """`json_schema` of a response format."""

    name: Name
    schema: dict[str, object] | None = None
    strict: bool | None = None
    description: str | None = None


class FormatBody(Struct, gc=False):
    """The form that the answer must have."""

    type: Literal["text", "json_object", "json_schema"]
    json_schema: SchemaBody | None = None


class StreamOptionsBody(Struct, gc=False):
    """How the stream shall be."""

    include_usage: bool | None = None


class MetadataBody(Struct, gc=False):
    """What Segue reads of `metadata`; the rest of it is the caller's own and is not sent on."""

    session_id: str | None = None
    handoff_ref: HandoffRef | None = None


class SegueBody(Struct, gc=False, forbid_unknown_fields=True):
    """Segue's own extension of a request."""

    strict: bool = False
    fallbacks: Annotated[list[Name], Meta(max_length=16)] | None = None
    task: TaskType | None = None
    privacy: Privacy | None = None
    on_failure: OnFailure | None = None
    persona: Persona | None = None
    handoff_ref: HandoffRef | None = None
    country: Name | None = None
    language: Name | None = None
    mode: Mode | None = None
    audience: Audience | None = None
    tags: Annotated[list[Tag], Meta(max_length=16)] | None = None
    waiting: bool | None = None


class ChatBody(Struct, gc=False):
    """The body of `POST /v1/chat/completions`; every other top-level field is unknown to Segue."""

    messages: Annotated[list[MessageBody], Meta(min_length=1)]
    model: Annotated[str, Meta(min_length=1, max_length=512)] | None = None
    stream: bool | None = None
    stream_options: StreamOptionsBody | None = None
    max_tokens: Tokens | None = None
    max_completion_tokens: Tokens | None = None
    temperature: Temperature | None = None
    top_p: Share | None = None
    n: Annotated[int, Meta(ge=1, le=1)] | None = None
    stop: str | Stops | None = None
    seed: Seed | None = None
    presence_penalty: Penalty | None = None
    frequency_penalty: Penalty | None = None
    tools: Annotated[list[ToolBody], Meta(max_length=512)] | None = None
    tool_choice: ToolChoiceBody | Literal["none", "auto", "required"] | None = None
    parallel_tool_calls: bool | None = None
    response_format: FormatBody | None = None
    metadata: MetadataBody | None = None
    segue: SegueBody | None = None


class KnownChatBody(ChatBody, gc=False, forbid_unknown_fields=True):
    """A body without any other field."""


KNOWN_FIELDS = frozenset(ChatBody.__struct_fields__)
"""Top-level fields that Segue reads itself."""
