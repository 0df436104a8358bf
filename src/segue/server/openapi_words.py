"""What the parts of the OpenAPI description are written with."""

from __future__ import annotations

from typing import Final, TypeAlias

Json: TypeAlias = dict[str, object]

TEXT: Final[Json] = {"type": "string"}


def ref(name: str) -> Json:
    """A schema under `components`."""
    return {"$ref": f"#/components/schemas/{name}"}


def an_object(properties: Json, *, required: tuple[str, ...] = (), about: str = "", closed: bool = False) -> Json:
    """An object; `closed`: with no other fields."""
    schema: Json = {"type": "object", "properties": properties}
    if required:
        schema["required"] = list(required)
    if about:
        schema["description"] = about
    if closed:
        schema["additionalProperties"] = False
    return schema


def maybe(schema: Json) -> Json:
    """That, or null."""
    return {"anyOf": [schema, {"type": "null"}]}


def json_answer(about: str, schema: Json) -> Json:
    """A response whose body is JSON."""
    return {"description": about, "content": {"application/json": {"schema": schema}}}


def errors(**texts: str) -> Json:
    """Refusals by status: `errors(s401="No key.")`."""
    return {status.removeprefix("s"): json_answer(about, ref("Error")) for status, about in texts.items()}


def get(operation: str, summary: str, answer: Json, *, errors: Json, open_to_all: bool = False) -> Json:
    """A path that is read; `open_to_all`: without a key from anywhere."""
    found: Json = {"operationId": operation, "summary": summary, "responses": {"200": answer, **errors}}
    return {"get": found | ({"security": []} if open_to_all else {})}


REFUSALS: Final = errors(s401="No key, or an unknown one.", s403="Not from there, or not with this role.")
