"""The OpenAPI description of how the gateway's machine is, written by hand as the rest of it."""

from __future__ import annotations

from typing import Final

from segue.server.openapi_words import REFUSALS, TEXT, Json, an_object, get, json_answer, maybe, ref

_BYTES: Json = {"type": "integer", "minimum": 0}
_MAYBE_BYTES: Json = maybe(_BYTES)
_SHARE: Json = {"type": "number", "minimum": 0}
_RESOURCE: Json = {"enum": ["memory", "gpu_memory", "disk", "swap", "pressure"]}


def _every(properties: Json, *, about: str = "") -> Json:
    """An object that always has all its fields."""
    return an_object(properties, required=tuple(properties), about=about)


def _list(items: Json, about: str) -> Json:
    return {"type": "array", "items": items, "description": about}


_TREND: Json = {
    "change_bytes_a_s": maybe(
        {"type": "number", "description": "How it changes, over the last minute; null: not surely."}
    ),
    "left_s": maybe({"type": "number", "description": "Seconds until nothing is left, if it goes on so."}),
}
_PRESSURE = maybe(
    _every(
        {"some_10s": _SHARE, "some_60s": _SHARE, "full_10s": maybe(_SHARE)},
        about="Share of the last seconds in which a task (`full`: every task) stood still for want of it.",
    )
)
_REPORT = _every(
    {
        "at": {"type": "string", "format": "date-time"},
        "processors": {"type": "integer", "description": "Those that Segue may keep busy."},
        "processor_share": maybe({**_SHARE, "description": "Of all processors of the machine."}),
        "memory": _every(
            {
                "total_bytes": maybe({**_BYTES, "description": "Installed, or the narrowest limit."}),
                "available_bytes": maybe({**_BYTES, "description": "What of it could be taken."}),
                "limits": _list(
                    _every({"source": TEXT, "total_bytes": _BYTES, "left_bytes": _BYTES}),
                    "Limits that hold for Segue, as of a control group, or of its settings.",
                ),
                **_TREND,
            }
        ),
        "swap_bytes": _MAYBE_BYTES,
        "swap_used_bytes": _MAYBE_BYTES,
        "disk": _every({"free_bytes": _MAYBE_BYTES, **_TREND}, about="Where Segue keeps its files."),
        "memory_pressure": _PRESSURE,
        "processor_pressure": _PRESSURE,
        "io_pressure": _PRESSURE,
        "gpus": maybe(
            _list(
                _every(
                    {
                        "name": TEXT,
                        "memory_bytes": _MAYBE_BYTES,
                        "free_bytes": _MAYBE_BYTES,
                        "busy_share": maybe(_SHARE),
                    }
                ),
                "NVIDIA's graphics processors; null where nothing can be asked.",
            )
        ),
        "models": _list(
            _every(
                {
                    "model": TEXT,
                    "pid": {"type": "integer"},
                    "resident_bytes": _BYTES,
                    "unique_bytes": maybe({**_BYTES, "description": "What would be free if it ended."}),
                    "processor_share": maybe({**_SHARE, "description": "Of one processor."}),
                    "load_s": maybe({"type": "number", "description": "Seconds that it took to load."}),
                    "context_tokens": maybe({"type": "integer", "description": "Of each answer under way."}),
                    "answers": maybe({"type": "integer", "description": "Under way now."}),
                    "waiting": maybe({"type": "integer", "description": "How many wait in line for it."}),
                    "idle_s": maybe({"type": "number", "description": "How long nobody was answered."}),
                    "prompt_tokens_per_s": maybe(
                        {"type": "number", "description": "How fast it read in its last answer."}
                    ),
                    "output_tokens_per_s": maybe(
                        {"type": "number", "description": "How fast it wrote in its last answer."}
                    ),
                    "is_pinned": maybe({"type": "boolean", "description": "It stays in memory."}),
                }
            ),
            "Local models in memory.",
        ),
        "room": _every(
            {
                "bounds": _list(
                    _every(
                        {
                            "source": TEXT,
                            "total_bytes": _BYTES,
                            "available_bytes": {"type": "integer"},
                            "counts": {"enum": ["own", "resident", "process", "gpu"]},
                            "reserve_bytes": _BYTES,
                        }
                    ),
                    "Every bound on the memory of local models.",
                ),
                "held": _list(
                    _every(
                        {
                            "model": TEXT,
                            "resident_bytes": _BYTES,
                            "own_bytes": _BYTES,
                            "gpu_bytes": _BYTES,
                            "at_most_bytes": maybe({**_BYTES, "description": "What it was admitted with."}),
                            "last_used_s": {"type": "number", "description": "On the gateway's own clock."},
                            "is_idle": {"type": "boolean"},
                            "is_pinned": {"type": "boolean"},
                        }
                    ),
                    "Local models in memory, or on their way there.",
                ),
            },
            about="What local models may take, as loads are admitted.",
        ),
        "alerts": _list(
            _every(
                {
                    "resource": _RESOURCE,
                    "found": TEXT,
                    "measured": {"type": "number"},
                    "level": {"type": "number"},
                    "gpu": maybe({"type": "integer"}),
                }
            ),
            "What is short now.",
        ),
        "suggestions": _list(
            _every({"what": TEXT, "gain_bytes": _BYTES, "resource": _RESOURCE, "do": TEXT}),
            "What would help, the largest gain first; `do` is the command, or the setting.",
        ),
    }
)

PATHS: Final[Json] = {
    "/v1/admin/resources": get(
        "resources",
        "How the gateway's machine is, for operators",
        json_answer("A reading of now; what is unknown is null.", ref("Resources")),
        errors=REFUSALS,
    )
}
SCHEMAS: Final[Json] = {"Resources": _REPORT}
