"""How the field `segue` of a chat request is described in the OpenAPI description."""

from __future__ import annotations

from typing import Final

from segue.domain.countries import COUNTRIES
from segue.domain.languages import TAG
from segue.domain.models import Privacy, TaskType
from segue.domain.therapy import Mode
from segue.server.openapi_words import Json, an_object, maybe

NAME: Final[Json] = {"type": "string", "minLength": 1, "maxLength": 256}
HANDOFF_REF: Final = maybe(
    {
        "type": "string",
        "maxLength": 256,
        "pattern": "^[!-~]*$",
        "description": "What a human receiver finds the person by, in the caller's own system. No model gets it.",
    }
)
COUNTRY: Final[Json] = {
    "enum": sorted(COUNTRIES),
    "description": "Where the person is (ISO 3166-1), for the help that is near. It goes to no model.",
}
LANGUAGE: Final[Json] = {
    "type": "string",
    "pattern": TAG,
    "maxLength": 256,
    "description": "What the person speaks (ISO 639-1, perhaps with a region), where their words do not tell. It wins "
    "over the header `Accept-Language`.",
}
EXTENSION: Final = an_object(
    {
        "strict": {
            "type": "boolean",
            "default": False,
            "description": "Refuse unknown fields, and answer with the named model only.",
        },
        "task": maybe({"enum": [task.value for task in TaskType]}),
        "privacy": maybe({"enum": [rule.value for rule in Privacy]}),
        "fallbacks": maybe(
            {
                "type": "array",
                "items": NAME,
                "maxItems": 16,
                "description": "Models, as `provider:name`, to be asked in this order after the one that is named.",
            }
        ),
        "on_failure": maybe({"enum": ["reply", "error"]})
        | {"description": "What follows when every model failed: written words or the error. Null: as is configured."},
        "persona": maybe(
            {
                "type": "string",
                "maxLength": 4_000,
                "description": "Who speaks and how: it stands in the system words of every model that is asked.",
            }
        ),
        "handoff_ref": HANDOFF_REF,
        "country": maybe(COUNTRY),
        "language": maybe(LANGUAGE),
        "audience": maybe({"enum": ["person", "internal"]})
        | {"description": "`internal`: no person reads the answer. Only keys that were made for it may say so."},
        "tags": maybe(
            {"type": "array", "items": {"type": "string", "pattern": "^[A-Za-z0-9_.:/-]{1,64}$"}, "maxItems": 16}
        )
        | {"description": "What it is counted under, in budgets and reports."},
        "waiting": maybe({"type": "boolean"})
        | {
            "description": "How a stream tells its place in line: in chunks (true) or not at all (false, so that a "
            "failure keeps its status). Null: in comments."
        },
        "mode": maybe({"enum": [mode.value for mode in Mode]})
        | {
            "description": "What is wanted. `reflection` and `skills` make the turn therapeutic; none makes it less so."
        },
    },
    about="Segue's own fields; unknown ones are refused.",
    closed=True,
)
