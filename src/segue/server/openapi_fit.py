"""The OpenAPI description of whether a model fits the gateway's machine."""

from __future__ import annotations

from typing import Final

from segue.server.fitting import LEAST_CONTEXT_TOKENS
from segue.server.openapi_catalogue import PRICE, parameter
from segue.server.openapi_words import REFUSALS, TEXT, Json, an_object, errors, get, json_answer, maybe, ref

_BYTES: Json = {"type": "integer", "minimum": 0}
_COUNT: Json = {"type": "integer", "minimum": 0}
_TRUTH: Json = {"type": "boolean"}
_ANSWER: Json = {
    "enum": ["yes", "tight", "no", "unknown"],
    "description": "`tight`: it fits and leaves little; `unknown`: nobody tells how much memory there is.",
}

_WAY = an_object(
    {
        "quantization": TEXT,
        "source": {**TEXT, "description": "A path on the gateway's machine."},
        "is_here": _TRUTH,
        "file_bytes": _BYTES,
        "backend": {"enum": ["llama_cpp", "transformers"]},
        "context_tokens": _COUNT,
        "parallel": _COUNT,
        "cache_type": TEXT,
        "maps_file": _TRUTH,
        "gpu_layers": maybe(_COUNT) | {"description": "Null: as llama.cpp chooses."},
        "answer": _ANSWER,
        "fits": _TRUTH,
        "margin_bytes": maybe({"type": "integer"}) | {"description": "Negative: what is missing."},
        "steady_bytes": _BYTES,
        "peak_bytes": _BYTES,
        "upper_bytes": {**_BYTES, "description": "What a load is admitted with."},
        "gpu_bytes": _BYTES,
        "parts": an_object(
            {"weights_bytes": _BYTES, "cache_bytes": _BYTES, "working_bytes": _BYTES, "runtime_bytes": _BYTES},
            required=("weights_bytes", "cache_bytes", "working_bytes", "runtime_bytes"),
        ),
        "tokens_per_s": maybe({"type": "number"}),
        "is_speed_measured": _TRUTH,
    },
    required=("quantization", "context_tokens", "answer", "fits", "steady_bytes", "peak_bytes", "upper_bytes"),
)
_RELEASE = an_object(
    {
        "unload": {
            "type": "array",
            "items": an_object({"model": TEXT, "frees_bytes": _BYTES}, required=("model", "frees_bytes")),
        },
        "others_bytes": {**_BYTES, "description": "What other processes would have to give besides."},
    },
    required=("unload", "others_bytes"),
)
_SMALLER = an_object(
    {"name": TEXT, "parameters": _COUNT, "needed_bytes": _BYTES, "is_here": _TRUTH, "is_rule_of_thumb": _TRUTH},
    required=("name", "parameters", "needed_bytes", "is_here", "is_rule_of_thumb"),
)
_CLOUD = an_object(
    {
        "model": TEXT,
        "price": PRICE,
        "data_policy": TEXT,
        "is_same": _TRUTH,
        "is_kin": {**_TRUTH, "description": "It is of the same family, or the same."},
        "is_configured": _TRUTH,
    },
    required=("model", "price", "data_policy", "is_same", "is_kin", "is_configured"),
)
_SHARE = an_object(
    {
        "who": {**TEXT, "description": "A model, `segue` itself, `others`, the `reserve` left alone, `addresses`."},
        "bytes": _BYTES,
    },
    required=("who", "bytes"),
)
_FIT = an_object(
    {
        "asked": TEXT,
        "kind": {"enum": ["built_in", "configured", "stored", "path", "hub"]},
        "model": maybe(TEXT),
        "identity": maybe(TEXT),
        "architecture": TEXT,
        "parameters": _COUNT,
        "has_chat_template": maybe({**_TRUTH, "description": "False: it answers nobody, and is not served."}),
        "trained_context_tokens": maybe(_COUNT),
        "context_tokens": {**_COUNT, "description": "That was asked for, as far as the model was trained for it."},
        "asked_context_tokens": maybe(_COUNT),
        "answer": _ANSWER,
        "fits": _TRUTH,
        "room_bytes": maybe(_BYTES),
        "most_bytes": maybe(_BYTES),
        "taken_by": {"type": "array", "items": _SHARE},
        "gpu_room_bytes": maybe({"type": "integer"}),
        "memory_limit_bytes": maybe(_BYTES),
        "limited_by": maybe({**TEXT, "description": "The limit on memory that keeps it out."}),
        "ways": {"type": "array", "items": ref("WayToLoad")},
        "recommended": maybe(ref("WayToLoad")),
        "use": maybe(
            an_object(
                {"install": maybe(TEXT), "fetch": maybe(TEXT), "settings": maybe(TEXT), "talk": TEXT},
                required=("install", "fetch", "settings", "talk"),
            )
        ),
        "has_to_go": maybe(_RELEASE),
        "smaller": maybe(_SMALLER),
        "cloud": maybe(_CLOUD),
    },
    required=("asked", "kind", "answer", "fits", "context_tokens", "room_bytes", "ways", "recommended"),
)

_GET = get(
    "fit",
    "Whether a model fits the gateway's machine now, for operators",
    json_answer("Every way to load it, the best one, what has to go, what else there is.", ref("Fit")),
    errors=REFUSALS
    | errors(
        s404="No model of that name is configured or stored.",
        s422="A parameter is wrong; `param` names it.",
        s503="Its file cannot be read, or is damaged.",
    ),
)
_GET["parameters"] = [
    {**parameter("name", TEXT, "A configured or stored model, as `local:smollm2`."), "required": True},
    parameter("context", {"type": "integer", "minimum": LEAST_CONTEXT_TOKENS, "maximum": 10**8}, "Tokens of context."),
    parameter("quantization", TEXT, "Only this one, as `Q4_K_M`."),
]

PATHS: Final[Json] = {"/v1/admin/fit": _GET}
SCHEMAS: Final[Json] = {"Fit": _FIT, "WayToLoad": _WAY}
