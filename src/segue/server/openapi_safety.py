"""The OpenAPI description of screening, written by hand as the rest of it."""

from __future__ import annotations

from typing import Final

from segue.domain.findings import Action, Category, Measure, Subject
from segue.domain.languages import TAG
from segue.domain.models import SafetyLevel
from segue.safety.contract import Direction
from segue.server.openapi_words import REFUSALS, TEXT, Json, an_object, errors, json_answer, maybe, ref


def _one_of(words: type[SafetyLevel | Action | Category | Measure | Subject | Direction]) -> Json:
    return {"enum": [word.value for word in words]}


_LANGUAGE: Json = {"type": "string", "pattern": TAG}
_COMMON: Json = {
    "language": maybe(_LANGUAGE) | {"description": "ISO 639-1, perhaps with a region. Left out: all are tried."},
    "direction": maybe(_one_of(Direction))
    | {"description": "`input`, the person's words, as is assumed; or `output`, the newest words of a model."},
}
_REQUEST: Json = {
    "anyOf": [
        an_object({"text": TEXT, **_COMMON}, required=("text",), closed=True),
        an_object(
            {"messages": {"type": "array", "items": ref("Message"), "minItems": 1}, **_COMMON},
            required=("messages",),
            about="A conversation: what the person wrote since the last answer is read whole, earlier words for risk.",
            closed=True,
        ),
    ]
}
_FINDING = an_object(
    {
        "code": TEXT,
        "category": _one_of(Category),
        "level": _one_of(SafetyLevel),
        "start": {"type": "integer", "description": "Characters of the words that were screened; 0, 0: no place."},
        "end": {"type": "integer"},
    },
    required=("code", "category", "level", "start", "end"),
)
_SCORE = an_object(
    {
        "probability": {"type": "number", "minimum": 0, "maximum": 1},
        "level": _one_of(SafetyLevel),
        "calibrated": {"type": "boolean"},
        "version": TEXT,
        "topic": {
            "type": "number",
            "minimum": 0,
            "maximum": 1,
            "description": "That self-harm is spoken of at all, also in a story or of others; raises no level.",
        },
    },
    required=("probability", "level", "calibrated", "version", "topic"),
    about="Of the classifier; null where none looked.",
)
_VERDICT = an_object(
    {
        "level": _one_of(SafetyLevel),
        "action": _one_of(Action),
        "degraded": {"type": "boolean", "description": "True where fewer checks looked than there should be."},
        "category": maybe(_one_of(Category)),
        "subject": _one_of(Subject),
        "measures": {"type": "array", "items": _one_of(Measure)},
        "findings": {"type": "array", "items": _FINDING},
        "score": maybe(_SCORE),
    },
    required=("level", "action", "degraded", "category", "subject", "measures", "findings", "score"),
    about="Codes and places, never words. A screening aid and no diagnosis.",
)
_SCREEN: Json = {
    "operationId": "screen",
    "summary": "Screen words without taking a turn",
    "description": "Nothing is kept, and no session is known: risk over turns is read from `messages` alone.",
    "requestBody": {"required": True, "content": {"application/json": {"schema": ref("ScreenRequest")}}},
    "responses": {
        "200": json_answer("The verdict. Header: X-Segue-Safety.", ref("SafetyVerdict")),
        **REFUSALS,
        **errors(
            s400="The request is wrong; `param` names the field.",
            s408="The body did not arrive in time.",
            s413="The body is too long.",
            s415="The body is not plain JSON.",
            s429="A limit of the caller is reached; never for words of danger.",
            s503="The gateway is stopping (`Retry-After`).",
        ),
    },
}

PATHS: Final[Json] = {"/v1/safety/screen": {"post": _SCREEN}}
SCHEMAS: Final[Json] = {"ScreenRequest": _REQUEST, "SafetyVerdict": _VERDICT}
