"""The OpenAPI description of a host's list of models."""

from __future__ import annotations

from typing import Final

from segue.catalog.listing import COLUMNS
from segue.domain.models import DataPolicy, ModelStatus
from segue.server.openapi_words import REFUSALS, TEXT, Json, an_object, errors, get, json_answer, maybe, ref

_TEXTS: Json = {"type": "array", "items": TEXT}
_TRUTH: Json = {"type": "boolean"}
_NUMBER: Json = {"type": "number", "minimum": 0}
_DAY: Json = {"type": "string", "format": "date"}
_USD: Json = {"type": "string", "pattern": r"^\d+(\.\d+)?$"}
_COLUMN = f"-?({'|'.join(COLUMNS)})"

PRICE: Final[Json] = an_object(
    {
        "input_usd_per_mtok": _USD,
        "output_usd_per_mtok": _USD,
        "cached_input_usd_per_mtok": maybe(_USD),
        "cache_write_usd_per_mtok": maybe(_USD),
        "request_usd": _USD,
        "long_prompts": {
            "type": "array",
            "items": an_object(
                {"above_tokens": {"type": "integer"}, "input_usd_per_mtok": _USD, "output_usd_per_mtok": _USD},
                required=("above_tokens", "input_usd_per_mtok", "output_usd_per_mtok"),
            ),
        },
        "source": TEXT,
        "as_of": maybe(_DAY),
    },
    required=("input_usd_per_mtok", "output_usd_per_mtok", "request_usd", "source"),
    about="Dollars, as decimals.",
)
_FREE = an_object(
    {
        "risks": _TEXTS,
        "nearest_paid": maybe(an_object({"model": TEXT, "price": PRICE}, required=("model", "price"))),
        "local": maybe(an_object({"model": TEXT, "status": TEXT}, required=("model", "status"))),
    },
    required=("risks", "nearest_paid", "local"),
    about="What can go wrong with a free model, and what to take instead; null for one that is not free.",
)
_LISTED = an_object(
    {
        "model": {**TEXT, "description": "Provider and name, as `model` takes it once it is configured."},
        "title": TEXT,
        "canonical": TEXT,
        "stands_for": maybe(TEXT),
        "maker": TEXT,
        "status": maybe({"enum": [str(status) for status in ModelStatus]}) | {"description": "Null: not configured."},
        "is_free": maybe(_TRUTH) | {"description": "Null where the price is unknown, or differs from call to call."},
        "price": maybe(PRICE),
        "context_tokens": maybe({"type": "integer"}),
        "max_output_tokens": maybe({"type": "integer"}),
        "reads": _TEXTS,
        "writes": _TEXTS,
        "parameters": _TEXTS,
        "listed_at": maybe({"type": "string", "format": "date-time"}),
        "expires_on": maybe(_DAY),
        "is_withdrawn": _TRUTH,
        "replacement": maybe(TEXT) | {"description": "Nearest one that stays, where it is or will be withdrawn."},
        "is_moderated": maybe(_TRUTH),
        "data_policy": {"enum": [str(policy) for policy in DataPolicy]},
        "keeps_nothing": maybe(_TRUTH),
        "quality": maybe({"type": "number"}),
        "first_token_p50_s": maybe({"type": "number"}),
        "output_tokens_per_s": maybe({"type": "number"}),
        "error_rate": maybe({"type": "number"}),
        "free": maybe(_FREE),
    },
    required=("model", "title", "maker", "status", "is_free", "price", "context_tokens", "expires_on", "free"),
)
_QUOTA = an_object(
    {
        "a_minute": {"type": "integer"},
        "a_day": {"type": "integer"},
        "used_this_minute": {"type": "integer"},
        "used_today": {"type": "integer"},
        "left_today": {"type": "integer"},
        "because": TEXT,
        "rule_as_of": _DAY,
    },
    required=("a_minute", "a_day", "left_today", "because"),
    about="For operators; null for others.",
)
_FOUND = an_object(
    {
        "provider": TEXT,
        "list": an_object(
            {
                "source": {"enum": ["shipped", "kept"], "description": "`shipped`: recorded, with Segue."},
                "as_of": {"type": "string", "format": "date-time"},
                "age_days": {"type": "integer"},
                "models": {"type": "integer"},
                "unread": {"type": "integer"},
            },
            required=("source", "as_of", "age_days", "models"),
        ),
        "free_quota": maybe(_QUOTA),
        "found": {"type": "integer", "description": "How many meet the conditions; `limit` of them are told."},
        "models": {"type": "array", "items": ref("ListedModel")},
    },
    required=("provider", "list", "free_quota", "found", "models"),
)


def parameter(name: str, schema: Json, about: str) -> Json:
    """A parameter of an address that may be left out."""
    return {"name": name, "in": "query", "required": False, "description": about, "schema": schema}


_BROWSE = get(
    "browse_catalogue",
    "Every model that a host offers, by conditions that are combined with and",
    json_answer("What was found in the newest list that is here.", _FOUND),
    errors=REFUSALS | errors(s422="A parameter is wrong; `param` names it."),
)
_BROWSE["parameters"] = [
    parameter("provider", {"enum": ["openrouter"], "default": "openrouter"}, "The host, by its configured name."),
    parameter("free", _TRUTH, "Only free models, or only paid ones."),
    parameter("max_price", _USD, "Dollars a million tokens that no rate of it exceeds."),
    parameter("context", {"type": "integer", "minimum": 1, "maximum": 10**12}, "It holds at least so many tokens."),
    parameter("modality", TEXT, "It takes all of these, parted by commas."),
    parameter("writes", TEXT, "It gives all of these, parted by commas."),
    parameter("parameter", TEXT, "It takes all of these request fields, parted by commas."),
    parameter("maker", TEXT, "One of these made it, parted by commas."),
    parameter("data_policy", {"enum": [str(policy) for policy in DataPolicy]}, "What is done with what is sent."),
    parameter("zero_retention", _TRUTH, "Whether somebody serves it who keeps nothing."),
    parameter("expiring_within", {"type": "integer", "minimum": 0, "maximum": 36_500}, "Days until it is withdrawn."),
    parameter("max_first_token", _NUMBER, "Longest median wait for its first word, in seconds, measured here."),
    parameter("min_speed", _NUMBER, "Least median tokens a second, measured here."),
    parameter("max_errors", {**_NUMBER, "maximum": 1}, "Largest share of failed calls, measured here."),
    parameter("min_quality", _NUMBER, "Least published intelligence index."),
    parameter("sort", {"type": "string", "pattern": f"^({_COLUMN}(,{_COLUMN})*)?$"}, "Columns, as `price,-context`."),
    parameter("limit", {"type": "integer", "minimum": 1, "maximum": 1000, "default": 1000}, "Most models."),
]

PATHS: Final[Json] = {"/v1/catalogue": _BROWSE}
SCHEMAS: Final[Json] = {"ListedModel": _LISTED}
