"""The OpenAPI description of what operators are told of lists: changes, ends of models, places to get one."""

from __future__ import annotations

from typing import Final

from segue.catalog.places import Provenance
from segue.domain.changes import ChangeKind
from segue.domain.models import DataPolicy, ModelStatus
from segue.domain.withdrawals import NoticeSource
from segue.server.openapi_catalogue import PRICE, parameter
from segue.server.openapi_words import REFUSALS, TEXT, Json, an_object, errors, get, json_answer, maybe, ref

_TRUTH: Json = {"type": "boolean"}
_DAY: Json = {"type": "string", "format": "date"}
_WRONG: Json = REFUSALS | errors(s422="A parameter is wrong; `param` names it.")

_CHANGE = an_object(
    {
        "number": {"type": "integer", "minimum": 1},
        "noted_at": {"type": "string", "format": "date-time"},
        "model": TEXT,
        "is_grave": {**_TRUTH, "description": "Dearer, less able, or on its way out."},
        "is_in_use": {**_TRUTH, "description": "Settings name it, or `auto` chooses from it."},
        "changes": {
            "type": "array",
            "minItems": 1,
            "items": an_object(
                {
                    "kind": {"enum": [str(kind) for kind in ChangeKind]},
                    "what": maybe(TEXT),
                    "old": maybe(TEXT),
                    "new": maybe(TEXT),
                    "percent": maybe({"type": "number"}),
                },
                required=("kind", "what", "old", "new", "percent"),
            ),
        },
    },
    required=("number", "noted_at", "model", "is_grave", "is_in_use", "changes"),
)
_CHANGES = get(
    "list_catalogue_changes",
    "What changed in the lists of hosts, for operators",
    json_answer(
        "The newest thousand at most, the oldest of them first.",
        an_object(
            {"found": {"type": "integer"}, "changes": {"type": "array", "items": ref("CatalogueChange")}},
            required=("found", "changes"),
        ),
    ),
    errors=_WRONG,
)
_CHANGES["parameters"] = [
    parameter("since", {"type": "string", "format": "date-time", "maxLength": 64}, "Found at this moment or later."),
    parameter("provider", {"type": "string", "maxLength": 64}, "In the list of this provider."),
]

_ENDING = an_object(
    {
        "model": TEXT,
        "is_in_use": _TRUTH,
        "is_gone": {**_TRUTH, "description": "Its host said so, or does not list it any more."},
        "is_over": {**_TRUTH, "description": "It is gone, or its day is past."},
        "ends_on": maybe(_DAY),
        "is_earliest": {**_TRUTH, "description": "The day is the first one possible."},
        "announced": maybe(_DAY),
        "source": {"enum": [str(source) for source in NoticeSource]},
        "page": maybe(TEXT),
        "makers_choice": maybe(TEXT) | {"description": "What its maker names in its place."},
        "instead": maybe(TEXT) | {"description": "The nearest one that stays."},
        "instead_is_configured": _TRUTH,
    },
    required=("model", "is_in_use", "is_gone", "is_over", "ends_on", "source", "instead"),
)
_ENDINGS = get(
    "list_catalogue_deprecations",
    "Models that end or have ended, with the nearest one that stays, for operators",
    json_answer(
        "The soonest first.",
        an_object(
            {
                "announced_as_of": {**_DAY, "description": "Of makers' announcements, which are part of Segue."},
                "deprecations": {"type": "array", "items": ref("CatalogueEnding")},
            },
            required=("announced_as_of", "deprecations"),
        ),
    ),
    errors=_WRONG,
)
_ENDINGS["parameters"] = [parameter("all", _TRUTH, "Also models that are listed and not in use.")]


def _said(value: Json) -> Json:
    provenance: Json = {"enum": [str(one) for one in Provenance]}
    return an_object(
        {"value": maybe(value), "provenance": provenance, "as_of": maybe(_DAY)},
        required=("value", "provenance", "as_of"),
    )


_PLACE = an_object(
    {
        "model": TEXT,
        "is_configured": _TRUTH,
        "status": maybe({"enum": [str(status) for status in ModelStatus]}),
        "quantization": maybe(TEXT),
        "data_policy": {"enum": [str(policy) for policy in DataPolicy]},
        "price": _said(PRICE),
        "context_tokens": _said({"type": "integer"}),
        "max_output_tokens": _said({"type": "integer"}),
        "capabilities": _said({"type": "array", "items": TEXT}),
    },
    required=("model", "is_configured", "price", "context_tokens"),
)
_PLACES = get(
    "show_catalogue_places",
    "One model with every place to get it, and who says what of it, for operators",
    json_answer(
        "Configured places first.",
        an_object(
            {
                "name": TEXT,
                "is_sure": {**_TRUTH, "description": "False: it is not sure which model it is, so it stands alone."},
                "places": {"type": "array", "minItems": 1, "items": ref("CataloguePlace")},
            },
            required=("name", "is_sure", "places"),
        ),
    ),
    errors=_WRONG | errors(s404="No model of that name is configured or listed."),
)
_PLACES["parameters"] = [
    {**parameter("model", {"type": "string", "minLength": 1, "maxLength": 256}, "As provider:name, or maker/name."),
     "required": True}
]  # fmt: skip

PATHS: Final[Json] = {
    "/v1/catalogue/changes": _CHANGES,
    "/v1/catalogue/deprecations": _ENDINGS,
    "/v1/catalogue/places": _PLACES,
}
SCHEMAS: Final[Json] = {"CatalogueChange": _CHANGE, "CatalogueEnding": _ENDING, "CataloguePlace": _PLACE}
