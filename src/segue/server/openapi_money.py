"""The OpenAPI description of budgets and spending."""

from __future__ import annotations

from typing import Final

from segue.domain.budgets import Period
from segue.domain.scopes import ScopeKind
from segue.domain.spending import SpendBy
from segue.server.openapi_words import REFUSALS, TEXT, Json, an_object, errors, get, json_answer, maybe, ref

_USD: Json = {"type": "string", "pattern": r"^\d+(\.\d+)?$", "description": "Dollars, exactly."}
_COUNT: Json = {"type": "integer", "minimum": 0}
_MOMENT: Json = {"type": "string", "format": "date-time"}

_BUDGET = an_object(
    {
        "scope": {"enum": [str(kind) for kind in ScopeKind]},
        "name": maybe(TEXT)
        | {"description": "For whom; of a session its keyed hash. `crisis`: what people in danger are lent."},
        "each": {"type": "boolean", "description": "Each of the kind has a budget of its own."},
        "period": {"enum": [str(period) for period in Period]},
        "zone": TEXT,
        "kind": {"enum": ["hard", "soft"]},
        "limit_usd": _USD,
        "spent_usd": _USD,
        "held_usd": {**_USD, "description": "What calls under way may cost at most."},
        "left_usd": _USD,
        "unpriced_calls": {**_COUNT, "description": "Calls whose price nobody knows; they are not in what was spent."},
        "resets_at": maybe(_MOMENT),
    },
    required=("scope", "name", "period", "kind", "limit_usd", "spent_usd", "held_usd", "left_usd", "resets_at"),
)
_ROW = an_object(
    {
        **{str(by): maybe(TEXT) for by in SpendBy},
        "calls": _COUNT,
        "failed": _COUNT,
        "input_tokens": _COUNT,
        "output_tokens": _COUNT,
        "cached_input_tokens": _COUNT,
        "cache_write_tokens": _COUNT,
        "cost_usd": _USD,
        "unpriced_calls": _COUNT,
    },
    required=("calls", "failed", "input_tokens", "output_tokens", "cost_usd", "unpriced_calls"),
    about="Named by the field that `by` names.",
)
_BUDGETS = get(
    "list_budgets",
    "Every budget: what is spent, held and left, and when it begins anew",
    json_answer(
        "For operators.",
        an_object({"budgets": {"type": "array", "items": ref("BudgetState")}}, required=("budgets",)),
    ),
    errors=REFUSALS | errors(s422="A parameter is wrong; `param` names it."),
)
_BUDGETS["parameters"] = [
    {
        "name": "limit",
        "in": "query",
        "required": False,
        "schema": {"type": "integer", "minimum": 1, "maximum": 1000, "default": 100},
        "description": "Most that are shown of a budget that each of a kind has, those first that have spent most.",
    }
]
_SPEND = get(
    "show_spend",
    "What recorded calls took, by provider, model, caller, tag, session or day",
    json_answer(
        "For operators; the dearest row first, days in their order.",
        an_object(
            {
                "by": {"enum": [str(by) for by in SpendBy]},
                "since": _MOMENT,
                "until": _MOMENT,
                "rows": {"type": "array", "items": ref("Spent")},
            },
            required=("by", "since", "until", "rows"),
        ),
    ),
    errors=REFUSALS | errors(s422="A parameter is wrong; `param` names it."),
)
_SPEND["parameters"] = [
    {"name": "by", "in": "query", "required": False, "schema": {"enum": [str(by) for by in SpendBy]}},
    {"name": "since", "in": "query", "required": False, "schema": _MOMENT, "description": "Otherwise 30 days ago."},
    {"name": "until", "in": "query", "required": False, "schema": _MOMENT, "description": "Otherwise now."},
]

PATHS: Final[Json] = {"/v1/budgets": _BUDGETS, "/v1/spend": _SPEND}
SCHEMAS: Final[Json] = {"BudgetState": _BUDGET, "Spent": _ROW}
