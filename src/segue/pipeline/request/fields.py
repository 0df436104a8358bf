"""From OpenAI's form to the turn that is asked for; every refusal names its field and repeats nothing that was sent."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from typing import Final, get_args

import msgspec

from segue.domain.chat import (
    Audience,
    ChatRequest,
    ImagePart,
    JsonObject,
    Message,
    OnFailure,
    Part,
    ResponseFormat,
    Role,
    TextPart,
    Tool,
    ToolCall,
    ToolChoice,
)
from segue.domain.countries import country_code, meant_country
from segue.domain.languages import language_code, meant_language
from segue.domain.models import Privacy, TaskType
from segue.domain.scopes import TAG_WORDS
from segue.domain.therapy import Mode
from segue.domain.values import changed
from segue.errors import RequestError
from segue.pipeline.request.form import (
    ChatBody,
    FormatBody,
    FunctionBody,
    MessageBody,
    PartBody,
    SegueBody,
    ToolChoiceBody,
)

SESSION_ID_CHARS = 256
"""Longest session id: ids are hashed, and a longer one is a mistake."""

_LONGEST_COMPARED_CHARS = 100
"""A longer name is like none of ours, and comparing it would take time."""

_ROLES = {role.value: role for role in Role}
_NO_FORMAT = ResponseFormat()
_PLACE = re.compile(r"^(?P<what>.*?)(?: - at `(?P<where>.*)`)?$", re.DOTALL)
_HEX_FORM = re.compile(r"\[0-9a-f\]\{(?P<characters>\d+)\}")
"""The form of a pseudonym, where msgspec quotes it."""
_NAMED = re.compile(r"^Object (?:missing required|contains unknown) field `(?P<name>.*)`$", re.DOTALL)
_ALLOWED: Final[Mapping[str, tuple[str, ...]]] = {
    "segue.audience": get_args(Audience),
    "segue.mode": tuple(Mode),
    "segue.on_failure": get_args(OnFailure),
    "segue.privacy": tuple(Privacy),
    "segue.task": tuple(TaskType),
}
"""What fields of ours may be."""
_QUOTED_VALUE = re.compile(r"^Invalid (?:enum )?value .*$", re.DOTALL)


def chat_request(body: ChatBody, extra: JsonObject, *, tells_waiting: bool = False) -> ChatRequest:
    """The turn that a body asks for; `extra`: its top-level fields beyond the form; `tells_waiting`: where it does not
    say whether it tells its place in line. Raises RequestError."""
    tools = tuple([_tool(tool.function) for tool in body.tools]) if body.tools else ()
    request = ChatRequest(
        messages=conversation(body.messages),
        model=body.model or "auto",
        stream=body.stream is True,
        max_tokens=_max_tokens(body),
        temperature=body.temperature,
        top_p=body.top_p,
        stop=_stops(body.stop),
        seed=body.seed,
        presence_penalty=body.presence_penalty,
        frequency_penalty=body.frequency_penalty,
        tools=tools,
        tool_choice=_tool_choice(body.tool_choice, tools),
        parallel_tool_calls=body.parallel_tool_calls,
        response_format=_NO_FORMAT if body.response_format is None else _format(body.response_format),
        extra=extra,
        handoff_ref=None if body.metadata is None else body.metadata.handoff_ref or None,
        tells_waiting=tells_waiting,
    )
    return request if body.segue is None else _extended(request, body.segue)


def _extended(request: ChatRequest, extension: SegueBody) -> ChatRequest:
    """The same turn with what Segue's own extension says of it."""
    return changed(
        request,
        task=extension.task,
        privacy=extension.privacy,
        strict=extension.strict,
        fallbacks=tuple(extension.fallbacks) if extension.fallbacks else (),
        on_failure=extension.on_failure,
        persona=extension.persona or None,
        mode=extension.mode,
        audience=extension.audience or "person",
        handoff_ref=extension.handoff_ref or request.handoff_ref,  # over the one in `metadata`
        tags=tuple(dict.fromkeys(extension.tags)) if extension.tags else (),
        tells_waiting=request.tells_waiting if extension.waiting is None else extension.waiting,
        country=None if extension.country is None else checked_country(extension.country, param="segue.country"),
        language=None if extension.language is None else checked_language(extension.language, param="segue.language"),
    )


def conversation(messages: list[MessageBody]) -> tuple[Message, ...]:
    """Messages as they were said. Raises RequestError."""
    return tuple([_message(said, index) for index, said in enumerate(messages)])


def session_id(body: ChatBody, given: str | None, *, given_as: str) -> str | None:
    """The caller's session: the one that was given apart from the body wins, else `metadata.session_id`.

    `user`, `safety_identifier` and `prompt_cache_key` are shared by many and never count. Raises RequestError.
    """
    value = body.metadata.session_id if given is None and body.metadata is not None else given
    if value is None:
        return None
    return checked_session_id(value, param="metadata.session_id" if given is None else given_as)


def checked_session_id(value: object, *, param: str) -> str:
    """A session id that can be hashed. Raises RequestError naming the field that it came in."""
    if not isinstance(value, str):
        raise RequestError(f"{param}: it has to be text.", param=param)
    if not 0 < len(value) <= SESSION_ID_CHARS:
        raise RequestError(f"{param}: it has to have 1 to {SESSION_ID_CHARS} characters.", param=param)
    if any("\ud800" <= char <= "\udfff" for char in value):
        raise RequestError(f"{param}: it holds half a character (a lone surrogate).", param=param)
    return value


def checked_country(value: str, *, param: str) -> str:
    """The country's code. Raises RequestError naming the field: with a wrong one nobody would find help near them."""
    code = country_code(value)
    if code is None:
        meant = meant_country(value)
        hint = f"Did you mean '{meant}'?" if meant else "Leave it out where nobody knows it."
        raise RequestError(f"{param}: it has to be a country's two letters (ISO 3166-1).", param=param, hint=hint)
    return code


def checked_language(tag: str, *, param: str) -> str:
    """The language's code. Raises RequestError naming the field: by a wrong one words would be weighed wrongly."""
    code = language_code(tag)
    if code is None:
        meant = meant_language(tag)
        hint = f"Did you mean '{meant}'?" if meant else "Leave it out where nobody knows it."
        raise RequestError(f"{param}: it has to be a language's code, as 'en' or 'pt-BR'.", param=param, hint=hint)
    return code


def wrong_field(error: msgspec.ValidationError) -> RequestError:
    """What msgspec found in a body: a field is missing, unknown, or of the wrong type or size."""
    match = _PLACE.match(str(error))
    assert match is not None
    what, where, hint = match["what"], _as_param(match["where"] or "$"), ""
    if named := _NAMED.match(what):
        hint = _suggestion(named["name"]) if where == "segue" else ""
        where = f"{where}.{named['name']}" if where else named["name"]
        what = "it is missing" if "missing" in what else "there is no such field"
    elif form := _HEX_FORM.search(what):
        what = f"it has to be {form['characters']} characters out of 0-9 and a-f, as Segue showed it"
    elif where.startswith("segue.tags[") and "`str`" in what:
        what, hint = "this is no tag", TAG_WORDS
    elif _QUOTED_VALUE.match(what):
        what = "this value is not one of those that it may have"  # msgspec would quote the caller's own
        if allowed := _ALLOWED.get(where):
            what = f"{what}: {', '.join(allowed)}"
    return RequestError(f"{where or 'The body'}: {what}.", param=where or None, hint=hint)


def _suggestion(name: str) -> str:
    known = SegueBody.__struct_fields__
    close = difflib.get_close_matches(name[:_LONGEST_COMPARED_CHARS], known, n=1)
    return f"Did you mean '{close[0]}'?" if close else f"Known here: {', '.join(known)}."


def _as_param(path: str) -> str:
    """`$.messages[2].content` becomes `messages[2].content`; `$` alone is the body."""
    return path.removeprefix("$").removeprefix(".").replace("[...]", "")


def _message(body: MessageBody, index: int) -> Message:
    content = _content(body.content, f"messages[{index}]") if isinstance(body.content, list) else body.content
    calls: tuple[ToolCall, ...] = ()
    if body.tool_calls:
        calls = tuple([ToolCall(c.id, c.function.name, c.function.arguments) for c in body.tool_calls])
    if content is None and body.role == "assistant":
        content = body.refusal
    if content is None and not calls:
        raise _wrong(index, "content", "it is missing.")
    if calls and body.role != "assistant":
        raise _wrong(index, "tool_calls", "only the assistant calls tools.")
    if body.role == "tool" and not body.tool_call_id:
        raise _wrong(index, "tool_call_id", "a tool's answer has to say which call it answers.")
    return Message(_ROLES[body.role], content, body.name, calls, body.tool_call_id)


def _wrong(index: int, field: str, why: str) -> RequestError:
    where = f"messages[{index}].{field}"
    return RequestError(f"{where}: {why}", param=where)


def _content(parts: list[PartBody], where: str) -> tuple[Part, ...]:
    if not parts:
        raise RequestError(f"{where}.content: it has no parts.", param=f"{where}.content")
    return tuple([_part(part, f"{where}.content[{index}]") for index, part in enumerate(parts)])


def _part(part: PartBody, where: str) -> Part:
    if part.type == "text" and part.text is not None:
        return TextPart(part.text)
    if part.type == "refusal" and part.refusal is not None:
        return TextPart(part.refusal)
    if part.type == "image_url" and part.image_url is not None:
        if not part.image_url.url.startswith(("https://", "data:image/")):
            raise RequestError(
                f"{where}.image_url.url: it has to begin with https:// or data:image/.", param=f"{where}.image_url.url"
            )
        return ImagePart(part.image_url.url, part.image_url.detail)
    if part.type in {"text", "refusal", "image_url"}:
        raise RequestError(f"{where}.{part.type}: it is missing.", param=f"{where}.{part.type}")
    raise RequestError(f"{where}.type: only text, image_url and refusal are known.", param=f"{where}.type")


def _tool(function: FunctionBody) -> Tool:
    return Tool(function.name, function.description, function.parameters, function.strict)


def _tool_choice(choice: ToolChoiceBody | str | None, tools: tuple[Tool, ...]) -> ToolChoice | None:
    if isinstance(choice, ToolChoiceBody):
        name = choice.function.name
        if all(tool.name != name for tool in tools):
            raise RequestError(
                "tool_choice.function.name: no such tool is in `tools`.", param="tool_choice.function.name"
            )
        return f"function:{name}"
    if choice == "required" and not tools:
        raise RequestError("tool_choice: a tool is required and there are none.", param="tool_choice")
    return choice if tools else None


def _format(body: FormatBody) -> ResponseFormat:
    if body.type != "json_schema":
        return ResponseFormat(body.type)
    if body.json_schema is None:
        raise RequestError("response_format.json_schema: it is missing.", param="response_format.json_schema")
    return ResponseFormat("json_schema", body.json_schema.name, body.json_schema.schema, body.json_schema.strict)


def _max_tokens(body: ChatBody) -> int | None:
    old, new = body.max_tokens, body.max_completion_tokens
    if old is not None and new is not None and old != new:
        raise RequestError("max_tokens and max_completion_tokens are the same limit; give one.", param="max_tokens")
    return old if new is None else new


def _stops(stop: str | list[str] | None) -> tuple[str, ...]:
    if stop is None:
        return ()
    stops = (stop,) if isinstance(stop, str) else tuple(stop)
    if not all(stops):
        raise RequestError("stop: a stop text may not be empty.", param="stop")
    return stops
