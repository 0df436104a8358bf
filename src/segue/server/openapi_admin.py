"""The OpenAPI description of what operators ask and do, written by hand as the rest of it."""

from __future__ import annotations

from typing import Final

from segue.server import openapi_fit, openapi_held, openapi_money, openapi_records, openapi_resources, openapi_texts
from segue.server.openapi_words import REFUSALS, TEXT, Json, an_object, errors, get, json_answer, maybe, ref

_HEALTH = an_object(
    {
        "ok": {
            "type": "boolean",
            "description": "False when a part is wrong, or a model or key rests or is tried by one turn.",
        },
        "version": TEXT,
        "parts": {
            "type": "array",
            "items": an_object(
                {
                    "part": {
                        "type": "string",
                        "description": "`provider NAME`, `screening`, `cache`, `store`, `incidents`, `resources`.",
                    },
                    "state": {"enum": ["ok", "note", "missing", "wrong"]},
                    "found": TEXT,
                    "do": {"type": "string", "description": "What to do; empty where nothing has to be done."},
                },
                required=("part", "state", "found", "do"),
            ),
        },
        "breakers": {
            "type": "array",
            "description": "Every model and key that ever failed.",
            "items": an_object(
                {
                    "name": {"type": "string", "description": "`model:PROVIDER:NAME` or `key:PROVIDER`."},
                    "state": {"enum": ["closed", "open", "half_open"]},
                    "failures": {"type": "integer", "description": "In a row."},
                    "error_code": maybe(TEXT),
                    "until": maybe({"type": "string", "format": "date-time"}),
                    "openings": {"type": "integer", "description": "How often it was put to rest."},
                    "reason": maybe({"type": "string", "description": "Why it is not asked now."}),
                },
                required=("name", "state", "failures", "error_code", "until", "openings", "reason"),
            ),
        },
    },
    required=("ok", "version", "parts", "breakers"),
)
_LIMITS = an_object(
    {
        "counted": {
            "enum": ["alone", "together"],
            "description": "Whether replicas count together, or this process by itself.",
        },
        "limits": {
            "type": "array",
            "items": an_object(
                {
                    "scope": {"enum": ["global", "provider", "model", "caller", "session", "tag"]},
                    "name": maybe({"type": "string", "description": "Whose limit it is; null for `global`."}),
                    "what": {"enum": ["requests", "tokens", "concurrent"]},
                    "limit": {"type": "integer"},
                    "used": {"type": "integer", "description": "Within the last 60 seconds, or under way now."},
                    "left": {"type": "integer"},
                    "resets_s": maybe({"type": "number", "description": "Seconds until nothing of it is used."}),
                },
                required=("scope", "name", "what", "limit", "used", "left", "resets_s"),
            ),
        },
        "reached": {
            "type": "object",
            "additionalProperties": {"type": "integer"},
            "description": "How often each kind stood in the way since the start, as `caller.requests`.",
        },
    },
    required=("counted", "limits", "reached"),
)
_RESET = an_object(
    {"name": {"type": "string", "minLength": 1, "maxLength": 1024}},
    about="Which breaker to close, by its `name` in the health; without one all of them.",
    closed=True,
)
_RESET_BREAKERS: Json = {
    "operationId": "reset_breakers",
    "summary": "Ask models and keys that rest as usual again",
    "requestBody": {"required": True, "content": {"application/json": {"schema": ref("BreakersReset")}}},
    "responses": {
        "200": json_answer(
            "Those that were not closed.",
            an_object({"closed": {"type": "array", "items": TEXT}}, required=("closed",)),
        ),
        **REFUSALS,
        **errors(
            s400="The body is not JSON that can be read.",
            s404="There is no such breaker; the hint names those that there are.",
            s408="The body did not arrive in time.",
            s413="The body is too long.",
            s415="The body is not plain JSON.",
            s422="A field is wrong; `param` names it.",
        ),
    },
}

PATHS: Final[Json] = {
    "/v1/admin/health": get(
        "health",
        "How everything is, for operators",
        json_answer("What was found; `ok` says whether all is well.", ref("Health")),
        errors=REFUSALS,
    ),
    "/v1/admin/limits": get(
        "limits",
        "How each limit stands, for operators",
        json_answer("Those that are in use, and how often each kind was reached.", ref("LimitStandings")),
        errors=REFUSALS,
    ),
    "/v1/admin/breakers/reset": {"post": _RESET_BREAKERS},
    **openapi_fit.PATHS,
    **openapi_held.PATHS,
    **openapi_money.PATHS,
    **openapi_records.PATHS,
    **openapi_resources.PATHS,
    **openapi_texts.PATHS,
}
SCHEMAS: Final[Json] = {
    "Health": _HEALTH,
    "LimitStandings": _LIMITS,
    "BreakersReset": _RESET,
    **openapi_fit.SCHEMAS,
    **openapi_held.SCHEMAS,
    **openapi_money.SCHEMAS,
    **openapi_records.SCHEMAS,
    **openapi_resources.SCHEMAS,
}
