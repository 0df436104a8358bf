"""What is said: a request for one turn, and the pieces in which its answer arrives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Final, Literal, TypeAlias

from segue.domain.models import ModelRef, Privacy, TaskType
from segue.domain.therapy import Mode
from segue.domain.values import made_often

JsonObject: TypeAlias = Mapping[str, object]
"""A JSON object as it came over the wire; parsed into a named type wherever its meaning is ours."""


class Role(StrEnum):
    """Who says a message."""

    SYSTEM = "system"
    DEVELOPER = "developer"
    USER = "user"
    ASSISTANT = "assistant"
    TOOL = "tool"


SYSTEM, DEVELOPER, USER, ASSISTANT, TOOL = Role
"""Looked up once, for whoever goes through messages: to look up a member of an enumeration costs a thousand
instructions."""


@dataclass(frozen=True, slots=True)
class TextPart:
    """A stretch of text within a message."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ImagePart:
    """A picture within a message: an `https:` address or a `data:` URL."""

    url: str = field(repr=False)
    detail: Literal["auto", "low", "high"] | None = None


Part: TypeAlias = TextPart | ImagePart


@dataclass(frozen=True, slots=True)
class ToolCall:
    """A tool that the model wants called; `arguments` is the JSON text exactly as the model wrote it."""

    id: str = field(repr=False)
    name: str = field(repr=False)
    arguments: str = field(repr=False)


@made_often
@dataclass(frozen=True, slots=True)
class Message:
    """One message of a conversation. Its text never shows in a repr."""

    role: Role
    content: str | tuple[Part, ...] | None = field(default=None, repr=False)
    name: str | None = field(default=None, repr=False)
    tool_calls: tuple[ToolCall, ...] = ()
    tool_call_id: str | None = field(default=None, repr=False)

    @property
    def text(self) -> str:
        """The words of the message, its parts joined by line breaks; pictures count for nothing."""
        if self.content is None:
            return ""
        if isinstance(self.content, str):
            return self.content
        return "\n".join(part.text for part in self.content if isinstance(part, TextPart))

    @property
    def images(self) -> tuple[ImagePart, ...]:
        """The pictures of the message, in order."""
        if self.content is None or isinstance(self.content, str):
            return ()
        return tuple(part for part in self.content if isinstance(part, ImagePart))


@dataclass(frozen=True, slots=True)
class Tool:
    """A function that the model may ask to have called; `parameters` is a JSON Schema."""

    name: str
    description: str | None = field(default=None, repr=False)
    parameters: JsonObject | None = field(default=None, repr=False)
    strict: bool | None = None


ToolChoice: TypeAlias = Literal["none", "auto", "required"] | str
"""One of the three words, or `function:NAME` for one tool."""


@dataclass(frozen=True, slots=True)
class ResponseFormat:
    """The form that the answer must have."""

    kind: Literal["text", "json_object", "json_schema"] = "text"
    name: str | None = field(default=None, repr=False)
    schema: JsonObject | None = field(default=None, repr=False)
    strict: bool | None = None


Audience: TypeAlias = Literal["person", "internal"]
"""Who reads an answer."""
INTERNAL: Final = "internal"
"""Of a call whose answer no person reads."""
OnFailure: TypeAlias = Literal["reply", "error"]
"""How a turn ends that no model could answer."""


@made_often
@dataclass(frozen=True, slots=True)
class Bounds:
    """What a turn's rules let its provider do with it: the narrow side, until the pipeline has settled them."""

    privacy: Privacy = Privacy.NO_TRAINING
    """The rule that holds for the turn, of all that were set."""
    is_therapeutic: bool = True
    may_stand_in: frozenset[ModelRef] | None = frozenset()
    """Other models that the provider may let answer in place of the one that is asked; None: any."""
    counts_as_local: bool = False
    """True: the model that is asked was chosen as one from which nothing leaves the machine, and may be none other."""


CAREFUL = Bounds()
"""For requests that nobody has settled anything for."""


@made_often
@dataclass(frozen=True, slots=True)
class ChatRequest:
    """One turn: what was said so far and how it shall be answered.

    `model` is read as design rules say: `auto`, `auto:TASK`, a route, `provider:name`, or a unique bare name.
    `session` is the session's keyed hash (never the id that the caller sent), None without a session.
    None in a sampling field means "as the provider does".
    """

    messages: tuple[Message, ...]
    model: str = "auto"
    stream: bool = True
    max_tokens: int | None = None
    """Most tokens that the answer may have, reasoning included."""
    temperature: float | None = None
    """0 to 2."""
    top_p: float | None = None
    stop: tuple[str, ...] = field(default=(), repr=False)
    seed: int | None = None
    presence_penalty: float | None = None
    frequency_penalty: float | None = None
    tools: tuple[Tool, ...] = ()
    tool_choice: ToolChoice | None = None
    parallel_tool_calls: bool | None = None
    response_format: ResponseFormat = ResponseFormat()
    extra: JsonObject = field(default_factory=dict, repr=False)
    """Top-level fields that Segue does not know; they go to providers that declare them."""
    session: str | None = None
    task: TaskType | None = None
    """The kind of work, where the caller knows it; otherwise it is found by analysis."""
    privacy: Privacy | None = None
    """A narrower rule for this turn; None takes the route's, the session's or the configured one."""
    strict: bool = False
    """Refuse unknown fields, and answer with the named model only."""
    fallbacks: tuple[str, ...] = ()
    """Models, as `provider:name`, to be asked in this order after the one that is named."""
    on_failure: OnFailure | None = None
    """What follows when every model failed: written words for a person, or the error; None: as is configured."""
    persona: str | None = field(default=None, repr=False)
    """Who speaks and how; it stands in the system words of every model that is asked, also of one that takes over."""
    handoff_ref: str | None = field(default=None, repr=False)
    """What a human receiver finds the person by, in the caller's own system; no model gets it."""
    audience: Audience = "person"
    """Who reads the answer. `internal`: no person does; only callers of that role may say so, and screening stays."""
    mode: Mode | None = None
    """What the caller asks for: a game, reflection or skills. It can make a turn more careful, and never less."""
    country: str | None = field(default=None, repr=False)
    """Where the person is, ISO 3166-1 alpha-2, for the help that is near; it goes to no model. None: as configured."""
    language: str | None = None
    """What the person speaks where their words do not tell, ISO 639-1; words that tell win. None: as configured."""
    tags: tuple[str, ...] = ()
    """What the caller counts it under, as a project's name: for budgets and reports. They go to no model."""
    tells_waiting: bool = False
    """True: while it waits in line for a model, the turn tells its place (TurnWaiting), before it starts."""
    bounds: Bounds = CAREFUL
    """Set by the pipeline for each turn; what a caller writes is overwritten."""

    @property
    def last_user_text(self) -> str:
        """The newest words of the person; empty when there are none."""
        for message in reversed(self.messages):
            if message.role is USER:
                content = message.content
                return content if type(content) is str else message.text
        return ""


FinishReason: TypeAlias = Literal["stop", "length", "tool_calls", "content_filter"]


@made_often
@dataclass(frozen=True, slots=True)
class TextDelta:
    """Words of the answer, white space kept byte for byte."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ToolCallDelta:
    """A piece of a tool call; pieces with one `index` belong together, `id` and `name` come with the first."""

    index: int
    id: str | None = field(default=None, repr=False)
    name: str | None = field(default=None, repr=False)
    arguments: str = field(default="", repr=False)


@made_often
@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens of one call. `is_exact` is False where they were counted by us and not told by the provider."""

    input_tokens: int
    output_tokens: int
    cached_input_tokens: int = 0
    reasoning_tokens: int = 0
    is_exact: bool = True
    billed_usd: Decimal | None = None
    """What the provider says that it charges for the call; None: it does not say."""
    cache_write_tokens: int = 0
    """Of the input tokens those that the provider put into its cache, which some price apart."""

    @property
    def total_tokens(self) -> int:
        """Input and output together."""
        return self.input_tokens + self.output_tokens


@made_often
@dataclass(frozen=True, slots=True)
class Finished:
    """The last piece of a provider's answer: why it ended, and what it took (None: the provider did not say)."""

    reason: FinishReason
    usage: Usage | None = None


@dataclass(frozen=True, slots=True)
class Working:
    """The model is at work and has no words yet, as while it reads a long prompt. It is no part of the answer."""

    done_tokens: int | None = None
    """How much of the prompt it has read; None: not told."""
    total_tokens: int | None = None
    place_in_line: int | None = None
    """Where it stands among those who wait for the same model, 1 is next; None: it does not wait."""
    is_sign: bool = True
    """False: only the place is told, and the model counts as silent: it was waited for so long that others are to be
    asked as well."""
    is_loading: bool = False
    """True: the model is being brought into memory. A Working that is neither this nor in line says that the model has
    taken the request up; what is silence counts from there on."""


Delta: TypeAlias = TextDelta | ToolCallDelta
AnswerPiece: TypeAlias = TextDelta | ToolCallDelta | Finished
"""A piece of an answer itself."""
ProviderPiece: TypeAlias = Working | TextDelta | ToolCallDelta | Finished
"""What a provider yields: perhaps some Working, then any number of deltas, then exactly one Finished; every other end
is an error."""
