"""The OpenAPI description of texts of incidents."""

from __future__ import annotations

from typing import Final

from segue.server.openapi_words import REFUSALS, TEXT, Json, an_object, errors, get, json_answer

_MOMENT: Json = {"type": "string", "format": "date-time"}
_TURN: Json = {"type": "string", "pattern": "^[0-9a-f]{32}$", "description": "The turn's pseudonym, as incidents have."}
_WHICH = an_object({"turn": _TURN}, required=("turn",), closed=True)

PATHS: Final[Json] = {
    "/v1/admin/texts": get(
        "list_texts",
        "Of which turns the words are kept, for clinicians",
        json_answer(
            "The newest 1,000 of them, newest first; none where `safety.texts` was never switched on.",
            an_object(
                {
                    "texts": {
                        "type": "array",
                        "items": an_object({"turn": _TURN, "at": _MOMENT}, required=("turn", "at")),
                    }
                },
                required=("texts",),
            ),
        ),
        errors=REFUSALS | errors(s503="The store does not answer."),
    ),
    "/v1/admin/texts/read": {
        "post": {
            "operationId": "read_text",
            "summary": "The words of one turn, for clinicians",
            "description": "The log of incidents has an entry of who read them, and when.",
            "requestBody": {"required": True, "content": {"application/json": {"schema": _WHICH}}},
            "responses": {
                "200": json_answer(
                    "What the person said, and what they were shown.",
                    an_object(
                        {
                            "turn": _TURN,
                            "at": _MOMENT,
                            "said": TEXT,
                            "answered": TEXT,
                            "is_cut": {"type": "boolean", "description": "One of them was longer than what is kept."},
                        },
                        required=("turn", "at", "said", "answered", "is_cut"),
                    ),
                ),
                **REFUSALS,
                **errors(
                    s400="The body is not JSON that can be read, or no text of that turn is kept.",
                    s408="The body did not arrive in time.",
                    s413="The body is too long.",
                    s415="The body is not plain JSON.",
                    s422="A field is wrong; `param` names it.",
                    s503="The store does not answer, or the reading could not be noted: nothing is read then.",
                ),
            },
        }
    },
}
