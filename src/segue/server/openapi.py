"""The gateway's OpenAPI 3.1 description, written by hand; the tests hold it against the running gateway."""

from __future__ import annotations

from segue.domain.findings import Measure
from segue.domain.risk import RiskStage
from segue.server import openapi_admin, openapi_catalogue, openapi_feed, openapi_safety
from segue.server.openapi_extension import COUNTRY as _COUNTRY
from segue.server.openapi_extension import EXTENSION as _EXTENSION
from segue.server.openapi_extension import HANDOFF_REF as _HANDOFF_REF
from segue.server.openapi_extension import NAME as _NAME
from segue.server.openapi_words import REFUSALS as _REFUSALS
from segue.server.openapi_words import TEXT as _TEXT
from segue.server.openapi_words import Json
from segue.server.openapi_words import an_object as _object
from segue.server.openapi_words import errors as _errors
from segue.server.openapi_words import get as _get
from segue.server.openapi_words import json_answer as _json_answer
from segue.server.openapi_words import maybe as _maybe
from segue.server.openapi_words import ref as _ref
from segue.version import __version__

_FREE: Json = {"type": "object"}

_PART: Json = {
    "anyOf": [
        _object({"type": {"const": "text"}, "text": _TEXT}, required=("type", "text")),
        _object({"type": {"const": "refusal"}, "refusal": _TEXT}, required=("type", "refusal")),
        _object(
            {
                "type": {"const": "image_url"},
                "image_url": _object(
                    {
                        "url": {"type": "string", "pattern": "^(https://|data:image/)"},
                        "detail": _maybe({"enum": ["auto", "low", "high"]}),
                    },
                    required=("url",),
                ),
            },
            required=("type", "image_url"),
        ),
    ]
}
_CONTENT: Json = {"anyOf": [_TEXT, {"type": "array", "items": _ref("Part"), "minItems": 1}]}
_TOOL_CALL = _object(
    {
        "id": _NAME,
        "type": {"const": "function"},
        "function": _object({"name": _NAME, "arguments": _TEXT}, required=("name",)),
    },
    required=("id", "function"),
)
_MESSAGE: Json = {
    "oneOf": [
        _object(
            {"role": {"enum": ["system", "developer", "user"]}, "content": _CONTENT, "name": _maybe(_TEXT)},
            required=("role", "content"),
        ),
        _object(
            {"role": {"const": "assistant"}, "content": _CONTENT, "name": _maybe(_TEXT)}, required=("role", "content")
        ),
        _object(
            {
                "role": {"const": "assistant"},
                "content": {"type": "null"},
                "tool_calls": {"type": "array", "items": _ref("ToolCall"), "minItems": 1},
            },
            required=("role", "tool_calls"),
        ),
        _object(
            {"role": {"const": "tool"}, "content": _CONTENT, "tool_call_id": _NAME},
            required=("role", "content", "tool_call_id"),
        ),
    ]
}
_TOOL = _object(
    {
        "type": {"const": "function"},
        "function": _object(
            {
                "name": _NAME,
                "description": _maybe(_TEXT),
                "parameters": _maybe(_FREE),
                "strict": _maybe({"type": "boolean"}),
            },
            required=("name",),
        ),
    },
    required=("type", "function"),
)
_FORMAT: Json = {
    "oneOf": [
        _object({"type": {"enum": ["text", "json_object"]}}, required=("type",)),
        _object(
            {
                "type": {"const": "json_schema"},
                "json_schema": _object(
                    {"name": _NAME, "schema": _maybe(_FREE), "strict": _maybe({"type": "boolean"})}, required=("name",)
                ),
            },
            required=("type", "json_schema"),
        ),
    ]
}


def _limited(kind: str, low: float, high: float, about: str = "") -> Json:
    schema: Json = {"type": kind, "minimum": low, "maximum": high}
    return _maybe(schema | ({"description": about} if about else {}))


_TOKENS = _limited("integer", 1, 10_000_000)
_CHAT_REQUEST = _object(
    {
        "messages": {"type": "array", "items": _ref("Message"), "minItems": 1},
        "model": _maybe(
            {
                "type": "string",
                "minLength": 1,
                "maxLength": 512,
                "description": "`auto`, `auto:TASK`, a route, or `provider:name`. Left out: `auto`.",
            }
        ),
        "stream": _maybe({"type": "boolean"}),
        "stream_options": _maybe(_object({"include_usage": _maybe({"type": "boolean"})})),
        "max_tokens": _TOKENS,
        "max_completion_tokens": _TOKENS,
        "temperature": _limited("number", 0, 2),
        "top_p": _limited("number", 0, 1),
        "n": _limited("integer", 1, 1, "One answer a request."),
        "stop": _maybe(
            {
                "anyOf": [
                    {"type": "string", "minLength": 1},
                    {"type": "array", "items": {"type": "string", "minLength": 1}, "maxItems": 16},
                ]
            }
        ),
        "seed": _limited("integer", -(2**63), 2**63 - 1),
        "presence_penalty": _limited("number", -2, 2),
        "frequency_penalty": _limited("number", -2, 2),
        "tools": _maybe({"type": "array", "items": _ref("Tool"), "maxItems": 512}),
        "tool_choice": _maybe(
            {
                "anyOf": [
                    {"enum": ["none", "auto", "required"]},
                    _object(
                        {"type": {"const": "function"}, "function": _object({"name": _NAME}, required=("name",))},
                        required=("type", "function"),
                    ),
                ]
            }
        ),
        "parallel_tool_calls": _maybe({"type": "boolean"}),
        "response_format": _maybe(_ref("ResponseFormat")),
        "metadata": _maybe(
            _object(
                {
                    "session_id": _maybe({"type": "string", "minLength": 1, "maxLength": 256}),
                    "handoff_ref": _HANDOFF_REF,
                }
            )
        ),
        "segue": _maybe(_ref("SegueExtension")),
    },
    required=("messages",),
    about="OpenAI's chat request. Fields that are not listed go to providers that understand them; otherwise they are "
    "ignored and named in `segue.ignored`.",
)
_SAFETY = _object(
    {
        "level": _TEXT,
        "action": _TEXT,
        "measures": {
            "type": "array",
            "items": {"enum": [measure.value for measure in Measure]},
            "description": "What the policy asks for; with `pause_story` the person is spoken to, not the character.",
        },
        "stage": _maybe({"enum": [stage.value for stage in RiskStage]})
        | {"description": "Where the session stands after what the person said; null without a session."},
        "degraded": {"type": "boolean"},
        "reviewed": _maybe({"type": "boolean"}),
    },
    required=("level", "action", "measures", "stage", "degraded", "reviewed"),
)
_COMPLETION = _object(
    {
        "id": _TEXT,
        "object": {"const": "chat.completion"},
        "created": {"type": "integer"},
        "model": {"type": "string", "description": "What was asked for; `segue.model` says who answered."},
        "choices": {"type": "array", "items": _FREE, "minItems": 1, "maxItems": 1},
        "usage": _maybe(_FREE),
        "segue": _object(
            {
                "turn": _TEXT,
                "model": _maybe(_TEXT),
                "label": _maybe(_TEXT),
                "ignored": {"type": "array", "items": _TEXT},
                "notice": {
                    "type": "string",
                    "description": "Tells the person that an AI answers. The answer begins with it, unless it is JSON "
                    "or may call tools: then show it yourself.",
                },
                "cost_usd": _maybe({"type": "string", "description": "A decimal; null where the price is unknown."}),
                "attempts": {"type": "array", "items": _FREE},
                "safety": _SAFETY,
            },
            required=("turn", "model", "safety"),
        ),
    },
    required=("id", "object", "created", "model", "choices", "segue"),
)
_MODEL = _object(
    {"id": _TEXT, "object": {"const": "model"}, "created": {"type": "integer"}, "owned_by": _TEXT, "segue": _FREE},
    required=("id", "object", "created", "owned_by", "segue"),
)
_ERROR = _object(
    {
        "error": _object(
            {"message": _TEXT, "type": _TEXT, "param": _maybe(_TEXT), "code": _TEXT, "segue": _FREE},
            required=("message", "type", "param", "code"),
        )
    },
    required=("error",),
    about="`param` names the field; `segue.hint` says what to do; `segue.attempts` lists the models that were asked.",
)


_CHAT_ERRORS = _REFUSALS | _errors(
    s400="The request is wrong; `param` names the field.",
    s402="Nothing that could be asked fits what is left of a budget; not to be asked again before it begins anew.",
    s404="There is no such model.",
    s408="The body did not arrive in time.",
    s413="The body is too long.",
    s415="The body is not plain JSON.",
    s429="The only model that could be asked is busy.",
    s502="Every model that was asked failed.",
    s503="No model fits, or the gateway is stopping (`Retry-After`).",
    s504="No model answered in time.",
)


def _header(name: str, about: str, schema: Json) -> Json:
    return {"name": name, "in": "header", "required": False, "description": about, "schema": schema}


_CHAT: Json = {
    "operationId": "chat",
    "summary": "Take one turn of a conversation",
    "description": "Streamed with `stream: true`. A stream that breaks off after words were shown ends with an event "
    "that holds `error`, without `[DONE]`. Words that screening replaced come with `finish_reason: content_filter`.",
    "parameters": [
        _header(
            "X-Segue-Session",
            "The session, within the caller's own name space; kept only as a keyed hash.",
            {"type": "string", "pattern": "^[A-Za-z0-9._:-]{1,256}$"},
        ),
        _header("X-Segue-Country", "Where the person is; it wins over `segue.country`.", _COUNTRY),
        _header(
            "Accept-Language",
            "The person's languages: what most is wanted counts where their words do not tell.",
            {"type": "string"},
        ),
    ],
    "requestBody": {"required": True, "content": {"application/json": {"schema": _ref("ChatRequest")}}},
    "responses": {
        "200": {
            "description": "The answer. Headers: X-Segue-Model, X-Segue-Turn, X-Segue-Safety.",
            "content": {"application/json": {"schema": _ref("Completion")}, "text/event-stream": {}},
        },
        **_CHAT_ERRORS,
    },
}

_STATUS = _object({"status": _TEXT}, required=("status",))
_MODEL_PATH = _get(
    "show_model",
    "One model",
    _json_answer("The model.", _ref("Model")),
    errors=_REFUSALS | _errors(s404="There is no such model."),
)
_MODEL_PATH["parameters"] = [
    {"name": "model", "in": "path", "required": True, "schema": {"type": "string", "minLength": 1, "maxLength": 512}}
]

DOCUMENT: Json = {
    "openapi": "3.1.0",
    "info": {
        "title": "Segue",
        "version": __version__,
        "description": "An OpenAI-compatible gateway that chooses, screens and accounts for the models behind a "
        "conversation. On this machine no key is needed; elsewhere send `Authorization: Bearer KEY`.",
        "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
    },
    "security": [{}, {"callerKey": []}],
    "paths": {
        "/v1/chat/completions": {"post": _CHAT},
        "/v1/models": _get(
            "list_models",
            "Every name that `model` may have",
            _json_answer(
                "All names.",
                _object({"object": {"const": "list"}, "data": {"type": "array", "items": _ref("Model")}}),
            ),
            errors=_REFUSALS,
        ),
        "/v1/models/{model}": _MODEL_PATH,
        **openapi_catalogue.PATHS,
        **openapi_feed.PATHS,
        **openapi_safety.PATHS,
        **openapi_admin.PATHS,
        "/livez": _get(
            "live", "Whether the process lives", _json_answer("It lives.", _STATUS), errors={}, open_to_all=True
        ),
        "/readyz": _get(
            "ready",
            "Whether it takes requests",
            _json_answer("It does.", _STATUS),
            errors={"503": _json_answer("It is stopping.", _STATUS)},
            open_to_all=True,
        ),
        "/metrics": _get(
            "metrics",
            "Figures for operators, as Prometheus reads them",
            {"description": "The figures.", "content": {"text/plain": {"schema": _TEXT}}},
            errors=_REFUSALS,
        ),
    },
    "components": {
        "securitySchemes": {"callerKey": {"type": "http", "scheme": "bearer"}},
        "schemas": {
            "ChatRequest": _CHAT_REQUEST,
            "Message": _MESSAGE,
            "Part": _PART,
            "Tool": _TOOL,
            "ToolCall": _TOOL_CALL,
            "ResponseFormat": _FORMAT,
            "SegueExtension": _EXTENSION,
            "Completion": _COMPLETION,
            "Model": _MODEL,
            **openapi_catalogue.SCHEMAS,
            **openapi_feed.SCHEMAS,
            **openapi_safety.SCHEMAS,
            **openapi_admin.SCHEMAS,
            "Error": _ERROR,
        },
    },
}
"""The description served at `/openapi.json`."""
