"""The OpenAPI description of what is kept of people: incidents, and the records of a session."""

from __future__ import annotations

from typing import Final

from segue.domain.findings import Action, Category, Subject
from segue.domain.incidents import DEEDS
from segue.domain.models import SafetyLevel
from segue.domain.risk import RiskStage
from segue.server.openapi_words import REFUSALS, TEXT, Json, an_object, errors, get, json_answer, maybe, ref

_LEVEL: Json = {"enum": [str(level) for level in SafetyLevel]}
_STAGE: Json = {"enum": [str(stage) for stage in RiskStage]}
_MOMENT: Json = {"type": "string", "format": "date-time"}
_PSEUDONYM = maybe({"type": "string", "pattern": "^[0-9a-f]{32}$"})

_INCIDENT = an_object(
    {
        "id": TEXT,
        "at": _MOMENT,
        "direction": {"enum": ["input", "output", *sorted(DEEDS)]},
        "level": _LEVEL,
        "category": maybe({"enum": [str(category) for category in Category]}),
        "subject": {"enum": [str(subject) for subject in Subject]},
        "codes": {"type": "array", "items": TEXT, "description": "Rules that hit; of a release or a reading, by whom."},
        "score": maybe({"type": "number", "description": "The classifier's probability."}),
        "is_degraded": {"type": "boolean"},
        "action": {"enum": [str(action) for action in Action]},
        "measures": {"type": "array", "items": TEXT},
        "latency_s": {"type": "number"},
        "policy": TEXT,
        "classifier": TEXT,
        "segue": TEXT,
        "session": {**_PSEUDONYM, "description": "A pseudonym; null where it belongs to nobody."},
        "turn": _PSEUDONYM,
        "is_late": {"type": "boolean", "description": "It waited in a local file while the store was away."},
    },
    required=("id", "at", "direction", "level", "action", "session", "turn"),
)
_ENTRY = an_object(
    {"number": {"type": "integer", "minimum": 1}, "incident": _INCIDENT}, required=("number", "incident")
)
_WHICH = an_object(
    {
        "session_id": maybe(
            {"type": "string", "minLength": 1, "maxLength": 256, "pattern": "^[A-Za-z0-9._:-]{1,256}$"}
        ),
        "caller": {
            "type": "string",
            "minLength": 1,
            "maxLength": 256,
            "description": "Name of the caller key that the session was used with; `loopback` where there was none.",
        },
        "session": maybe({"type": "string", "pattern": "^[0-9a-f]{64}$", "description": "Its keyed hash."}),
    },
    about="Either `session_id`, with `caller`, or `session`.",
    closed=True,
)
_RISK = an_object(
    {
        "stage": _STAGE,
        "highest": _LEVEL,
        "disclosed": {"type": "array", "items": TEXT, "description": "Codes, as `suicide:plan`."},
        "turns": {"type": "integer", "description": "Turns of the person since the first sign."},
        "changed_at": maybe(_MOMENT) | {"description": "When a stage was raised or released last."},
        "released_at": maybe(_MOMENT),
        "released_by": maybe(TEXT) | {"description": "Id of the clinician's key."},
    },
    required=("stage", "highest", "disclosed", "turns", "changed_at", "released_at", "released_by"),
    about="The safety state, readable; null where nothing was ever found.",
)
_ASKED: Json = {"required": True, "content": {"application/json": {"schema": ref("WhichSession")}}}
_ERRORS = REFUSALS | errors(
    s400="The body is not JSON that can be read, or the session's id or caller is wrong.",
    s408="The body did not arrive in time.",
    s413="The body is too long.",
    s415="The body is not plain JSON.",
    s422="A field is wrong; `param` names it.",
    s503="A place where something is kept cannot be reached: ask again.",
)


def _parameter(name: str, schema: Json, about: str) -> Json:
    return {"name": name, "in": "query", "required": False, "description": about, "schema": schema}


_INCIDENTS = get(
    "list_incidents",
    "What screening found, for clinicians",
    json_answer(
        "Entries, oldest first.",
        an_object(
            {
                "incidents": {"type": "array", "items": ref("IncidentEntry")},
                "next": maybe({"type": "integer", "description": "`after` of the next page; null at the end."}),
            },
            required=("incidents", "next"),
        ),
    ),
    errors=REFUSALS | errors(s422="A parameter is wrong; `param` names it.", s503="The store does not answer."),
)
_INCIDENTS["parameters"] = [
    _parameter("after", {"type": "integer", "minimum": 0, "maximum": 2**63 - 1}, "Only entries with a higher number."),
    _parameter("since", _MOMENT, "Only entries since that moment."),
    _parameter("level", _LEVEL, "Only entries of that level or a graver one."),
    _parameter("limit", {"type": "integer", "minimum": 1, "maximum": 1000, "default": 100}, "Most entries."),
]

PATHS: Final[Json] = {
    "/v1/admin/incidents": _INCIDENTS,
    "/v1/admin/sessions/export": {
        "post": {
            "operationId": "export_session",
            "summary": "Everything that is kept of a session",
            "requestBody": _ASKED,
            "responses": {
                "200": json_answer(
                    "What is kept; there are no words in it.",
                    an_object(
                        {
                            "session": TEXT,
                            "kept": {"type": "object", "description": "Rows of the store, by table."},
                            "waiting": {"type": "array", "items": {"type": "object"}},
                            "incidents": {"type": "array", "items": {"type": "object"}},
                            "incidents_waiting": {
                                "type": "array",
                                "items": {"type": "object"},
                                "description": "Those that the log did not take yet.",
                            },
                            "risk": maybe(_RISK),
                        },
                        required=("session", "kept", "waiting", "incidents", "incidents_waiting", "risk"),
                    ),
                ),
                **_ERRORS,
            },
        }
    },
    "/v1/admin/sessions/erase": {
        "post": {
            "operationId": "erase_session",
            "summary": "Erase a session wherever it is kept",
            "description": "Its incidents stay chained and belong to nobody. Other replicas have to be asked too.",
            "requestBody": _ASKED,
            "responses": {
                "200": json_answer(
                    "It is erased.",
                    an_object(
                        {
                            "session": TEXT,
                            "records": {"type": "integer", "description": "Rows that were erased."},
                            "is_overwritten": {
                                "type": "boolean",
                                "description": "False while another program keeps old bytes in the database's files.",
                            },
                        },
                        required=("session", "records", "is_overwritten"),
                    ),
                ),
                **_ERRORS,
            },
        }
    },
    "/v1/admin/sessions/release": {
        "post": {
            "operationId": "release_session",
            "summary": "End the safety protocol of a session, for clinicians",
            "description": "The next turn is a model's again, until a danger is heard anew. A session outside of the "
            "protocol stays as it is. The log of incidents has an entry of who did it.",
            "requestBody": _ASKED,
            "responses": {
                "200": json_answer(
                    "How it stands.",
                    an_object(
                        {
                            "session": TEXT,
                            "before": _STAGE,
                            "after": _STAGE,
                            "is_released": {
                                "type": "boolean",
                                "description": "False where it was outside of the protocol, or a danger was heard in "
                                "the meantime.",
                            },
                        },
                        required=("session", "before", "after", "is_released"),
                    ),
                ),
                **_ERRORS,
            },
        }
    },
}
SCHEMAS: Final[Json] = {"IncidentEntry": _ENTRY, "WhichSession": _WHICH}
