"""The OpenAPI description of models in the gateway's memory, written by hand as the rest of it."""

from __future__ import annotations

from typing import Final

from segue.server.openapi_words import REFUSALS, TEXT, Json, an_object, errors, get, json_answer, maybe, ref

_COUNT: Json = {"type": "integer", "minimum": 0}
_SPEED: Json = {"type": "number", "description": "Of its last answer; null: not told yet."}
_HELD = an_object(
    {
        "model": {"type": "string", "description": "As `provider:name`."},
        "pid": {"type": "integer", "description": "Of the process that holds it."},
        "memory_bytes": maybe({"type": "integer", "description": "Resident memory of that process."}),
        "context_tokens": maybe({"type": "integer", "description": "Of each answer under way."}),
        "answers": {**_COUNT, "description": "Under way now."},
        "waiting": {**_COUNT, "description": "How many wait in line for it."},
        "idle_s": {"type": "number", "description": "Seconds since its last answer; 0 while there is one."},
        "load_s": {"type": "number", "description": "Seconds that its load took."},
        "prompt_tokens_per_s": maybe(_SPEED),
        "output_tokens_per_s": maybe(_SPEED),
        "is_pinned": {"type": "boolean", "description": "True: it stays in memory."},
        "leaves_in_s": maybe(
            {"type": "number", "description": "Seconds until it is unloaded unless it is asked; null: it is, or stays."}
        ),
    },
    required=(
        *("model", "pid", "memory_bytes", "context_tokens", "answers", "waiting", "idle_s", "load_s"),
        *("prompt_tokens_per_s", "output_tokens_per_s", "is_pinned", "leaves_in_s"),
    ),
)
_MODEL = an_object(
    {"model": {"type": "string", "minLength": 1, "maxLength": 1024}},
    required=("model",),
    about="Which model is meant, as `provider:name`; its provider has to be of the type `local`.",
    closed=True,
)


def _change(name: str, summary: str, answer: Json) -> Json:
    return {
        "post": {
            "operationId": name,
            "summary": summary,
            "requestBody": {"required": True, "content": {"application/json": {"schema": ref("ModelNamed")}}},
            "responses": {
                "200": answer,
                **REFUSALS,
                **errors(
                    s400="The body is not JSON that can be read, or no provider of that name holds models here.",
                    s404="There is no such model, or its weights are not here.",
                    s408="The body did not arrive in time.",
                    s413="The body is too long.",
                    s415="The body is not plain JSON.",
                    s422="A field is wrong; `param` names it.",
                    s502="Its worker did not start.",
                    s503="There is no room for it now.",
                ),
            },
        }
    }


PATHS: Final[Json] = {
    "/v1/admin/models": get(
        "held_models",
        "Models in the gateway's memory, for operators",
        json_answer("Each with what it takes.", an_object({"models": {"type": "array", "items": ref("HeldModel")}})),
        errors=REFUSALS,
    ),
    "/v1/admin/models/load": _change(
        "load_model", "Have a model in memory before it is asked", json_answer("It is in memory.", ref("HeldModel"))
    ),
    "/v1/admin/models/unload": _change(
        "unload_model",
        "Free a model's memory once its running answers are over",
        json_answer(
            "It is out of memory; `unloaded` is false where it was not in.",
            an_object({"model": TEXT, "unloaded": {"type": "boolean"}}, required=("model", "unloaded")),
        ),
    ),
}
SCHEMAS: Final[Json] = {"HeldModel": _HELD, "ModelNamed": _MODEL}
