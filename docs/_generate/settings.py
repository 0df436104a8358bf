"""Writes the page of settings from the tree that validates them: key, type, bounds, default and help."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TypeAlias, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from docstrings import block, first_line, one_line
from segue.config.meanings import meanings
from segue.config.settings import Settings

Row: TypeAlias = tuple[str, str, str, str]
"""Key, type with bounds, default, and what it means."""


def render() -> str:
    """One table of the top level's values, and one a section; `NAME` stands for a name of the user's own."""
    lines: list[str] = []
    for prefix, section in _sections("", Settings):
        rows = list(_rows(prefix, section))
        if rows:
            lines += ["", f"## {prefix.rstrip('.') or 'Top level'}", "", first_line(section), ""]
            lines += ["| Key | Type | Default | Meaning |", "| --- | --- | --- | --- |"]
            lines += [f"| `{key}` | {type_} | {default} | {help_} |" for key, type_, default, help_ in rows]
    return block(lines)


def options(of: type[BaseModel]) -> list[str]:
    """One table of all fields, for what is validated elsewhere (the options of a provider type)."""
    rows = [row for prefix, section in _sections("", of) for row in _rows(prefix, section)]
    lines = [f"| `{key}` | {type_} | {default} | {help_} |" for key, type_, default, help_ in rows]
    return ["| Option | Type | Default | Meaning |", "| --- | --- | --- | --- |", *lines] if lines else ["No options."]


def _sections(prefix: str, model: type[BaseModel]) -> Iterator[tuple[str, type[BaseModel]]]:
    yield prefix, model
    for name, field in model.model_fields.items():
        if nested := _nested(field.annotation):
            suffix, section = nested
            yield from _sections(f"{prefix}{name}{suffix}.", section)


def _nested(annotation: object, suffix: str = "") -> tuple[str, type[BaseModel]] | None:
    """The section that a type holds, and how its keys go on: `.NAME` in a mapping, `[]` in a list; None for values."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return suffix, annotation
    origin = get_origin(annotation)
    more = ".NAME" if origin in (dict, Mapping) else "[]" if origin in (list, tuple) else ""
    found = (_nested(argument, suffix + more) for argument in get_args(annotation))
    return next(filter(None, found), None)


def _rows(prefix: str, model: type[BaseModel]) -> Iterator[Row]:
    words = meanings(model)
    for name, field in model.model_fields.items():
        if _nested(field.annotation) is None:
            yield f"{prefix}{name}", _type(name, model), _default(field), one_line(words[name])


def _type(name: str, model: type[BaseModel]) -> str:
    """The type in a reader's words, with bounds, from the JSON schema that validates it."""
    schema = model.model_json_schema()
    return one_line(" or ".join(_words(part, schema.get("$defs", {})) for part in _parts(schema["properties"][name])))


def _parts(schema: dict[str, object]) -> list[dict[str, object]]:
    """The alternatives of a schema, without `null`: an empty default says that a value may be left out."""
    parts = schema.get("anyOf", [schema])
    assert isinstance(parts, list)
    return [part for part in parts if part.get("type") != "null"]


def _words(schema: dict[str, object], defs: dict[str, dict[str, object]]) -> str:
    if isinstance(reference := schema.get("$ref"), str):
        return _words(defs[reference.rsplit("/", 1)[1]], defs)
    if isinstance(choices := schema.get("enum"), list):
        return ", ".join(f"`{choice}`" for choice in choices)
    match schema:
        case {"type": "array", "items": dict(items)}:
            return f"list of {_words(items, defs)}"
        case {"type": "object", "additionalProperties": dict(values)}:
            return f"mapping to {_words(values, defs)}"
        case {"type": "object", "patternProperties": dict(by_pattern)}:
            return f"mapping to {_words(next(iter(by_pattern.values())), defs)}"
    return f"{schema.get('type', 'any')}{_bounds(schema)}"


def _bounds(schema: dict[str, object]) -> str:
    names = {"minimum": "≥", "exclusiveMinimum": ">", "maximum": "≤", "exclusiveMaximum": "<", "pattern": "matching"}
    found = [f"{sign} {_shown(schema[key])}" for key, sign in names.items() if key in schema]
    return f" ({', '.join(found)})" if found else ""


def _shown(value: object) -> str:
    return f"`{value}`" if isinstance(value, str) else f"{value:g}" if isinstance(value, float) else str(value)


def _default(field: FieldInfo) -> str:
    if field.is_required():
        return "*required*"
    value = field.get_default(call_default_factory=True)
    if value is None or value in ("", {}, (), frozenset()):
        return "–"
    text = (
        str(sorted(value))
        if isinstance(value, frozenset)
        else str(list(value))
        if isinstance(value, tuple)
        else str(value)
    )
    return f"`{re.sub(r'^(True|False)$', lambda match: match[0].lower(), text)}`"
